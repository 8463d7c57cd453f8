"""What a negation reaches: of a verb, a clause, a sentence or a noun."""

import polars as pl

from pipelines.transforms.text.assertion.operator_clauses import (
    ENDED,
    SHORT,
    governs,
    in_clause,
    is_verb,
)
from pipelines.transforms.text.sources.act_forms import ASIDE, NO_FRIENDS

PASSIVE = (
    r"(?i)^ (?:[a-z'-]+ ){0,6}(?:was|were|is|are|be|been|being)(?: [a-z]+ly)? $|"
    r"^ (?:[a-z'-]+ ){0,2}$"
)
CLAIMED = (
    r"(?i)(?:^|[;:,] |\x{2013} |\x{2014} | - |(?-u:\b)(?:said|says|that|insisted) )\W*"
    r"(?:the |these |those |any |all |social |local |some |recent |online )*"
    r"(?:media |press |news |rebel |army |russian |ukrainian |israeli )?"
    r"(?:claims?|reports?|rumou?rs|news|allegations?)(?-u:\b)"
)
# 'The ministry called reports of 40 dead a fabrication.'
CALLED = (
    r"(?i)(?-u:\b)(?:call|dismiss|describ|brand|label|denounc|reject)[a-z]* "
    r"(?:the |these |those |all )?(?:[a-z]+ )?(?:claims?|reports?|rumou?rs|news|allegations?|"
    r"figures?)(?-u:\b)[^.;]*$"
)
OTHER_CLAIM = (
    r"(?i)[;]|, (?:but|and|while|saying|adding|insisting|claiming|asserting|alleging|arguing|"
    r"maintaining)(?-u:\b)|(?-u:\b)(?:but|regarding|"
    r"concerning|about|over|in connection with|"
    r"and (?:also |instead |in turn )?(?:added|said|insisted|blames?|blamed|claimed|"
    r"claims|says|adds|accus(?:es|ed)|report(?:s|ed)|confirm(?:s|ed)|admit(?:s|ted)|"
    r"acknowledge[sd]|announce[sd]|conceded|stated|warned))(?-u:\b)|"
    r"^ (?:this|that|it|so|the (?:claims?|reports?|accusations?|allegations?))(?: [a-z]+)?: "
)
# 'no one wants a war that has left 60,000 dead'
TOLD_OF = r"(?i) that (?:has|have|had|was|were|is|are|[a-z]+ed)(?-u:\b)"
# 'There were no casualties in (the attack)': it took place.
NONE_IN = (
    r"(?i)(?-u:\b)(?:casualt(?:y|ies)|injur(?:y|ies)|deaths?|victims|damage|survivors|wounded|hurt|"
    r"losses|warning|claims?|arrests?|killed|harmed|died|captured)(?-u:\b)[^,;]*(?-u:\b)(?:in|from|during|after|"
    r"before|for|by|as a result of) (?:the|this|that|an?|[a-z]+day's) (?:[a-z-]+ ){0,2}$"
)
# "Described as fake news a report that 15 had been killed"
CALLED_SO, A_CLAIM = (
    r"(?i)(?-u:\b)(?:describ|dismiss|brand|label|denounc|reject|condemn)[a-z]* as "
    r"(?:an? |the )?(?:[a-z]+ )?$",
    r"(?i)^ (?:and [a-z]+ )?(?:an? |the |any |all )?(?:[a-z]+ )?(?:claims?|reports?|rumou?rs|news|"
    r"allegations?)(?-u:\b)",
)
WAS = r"(?i)(?-u:\b)(?:is|are|was|were|as|been)(?: [a-z]+)? $"
# "Reports that X had fallen were denied by Y"
CLAIM_THAT = rf"{CLAIMED} that(?-u:\b)"
BY_SOMEBODY = r"(?i)^(?: by(?-u:\b)|[.,;]|$)"
# "..., a charge the suspects denied", "..., whom the hospital denied"
OF_SOMEBODY = (
    r"(?i), (?:who|whom|whose)(?-u:\b)|(?-u:\b)(?:suspects?|defendants?|accused|convicts?) $"
)
# "Rebels took X, the army denied", "a claim denied by the army": told, and disputed.
REFUTED = (
    r"(?i), (?:which |but |though |although )?(?:the )?"
    r"(?:[a-z'-]+ ){1,3}(?:has |have |had )?$"
)
REFUTED_CLAIM = (
    r"(?i), (?:an? |the )?(?:claims?|reports?|charges?|allegations?|accusations?) (?:that )?"
    r"(?:[a-z'-]+ ){0,5}$"
)
LAST_WORDS = r"(?i)^(?: it| this| that| the (?:claims?|reports?))?(?: on [a-z]+day)?[.!]?$"
LAST_BY = r"(?i)^ by (?:[A-Za-z'-]+ ?){1,5}[.!]?$"
TOLD = (
    r"(?i)(?-u:\b)(?:said|says?|accus(?:ed|es)|claim(?:s|ed)|reported|announced?|according)(?-u:\b)"
)

# The sentence up to the anchor, and behind the word of denial.
UNTIL = pl.col("folded").str.slice(0, pl.col("anchor_start") - pl.col("base"))
BEHIND = pl.col("folded").str.slice(pl.col("operator_end") - pl.col("base"))
DENIES = (pl.col("kind") == "speech") & (pl.col("sense") == "deny")


def denied(pairs: pl.DataFrame) -> pl.DataFrame:
    """Anchors under a negation: of the verb, of the clause, of the sentence, of the noun."""
    return pairs.filter(
        by_verb() | by_clause() | by_noun() | by_sentence() | by_speech() | by_end()
    )


def negates(*voices: str) -> pl.Expr:
    """True for words of denial with such a reach."""
    return (pl.col("kind") == "negation") & pl.col("voice").is_in(voices)


def by_verb() -> pl.Expr:
    """True for a verb that is not done: "did not kill", "foiled an attack"."""
    gap, voice = pl.col("gap"), pl.col("anchor_voice").fill_null("")
    # 'Foiled an attack, killing nine', "foiled an attack and killed three attackers": whoever
    # foils it does what follows.
    is_result = (pl.col("voice") == "foiled") & (
        (voice.str.starts_with("ing") & gap.str.contains(r", (?:[a-z]+ly )?$"))
        | (voice.str.starts_with("vp") & gap.str.contains(r"(?i) and (?:[a-z]+ly |also )?$"))
    )
    is_near = negates("foiled") & in_clause() & (gap.str.len_chars() <= SHORT)
    return ((negates("verb", "foiled") & governs()) | is_near) & ~is_result


def by_clause() -> pl.Expr:
    """True within a clause that is denied: "no one was killed"."""
    gap = pl.col("gap")
    is_loose = pl.col("operator_text").str.contains("(?i)^without") & gap.str.contains(",")
    return (
        negates("clause")
        & in_clause()
        & ~is_loose
        & ~gap.str.contains(TOLD_OF)
        & ~(gap.str.contains(NONE_IN) & ~is_verb())
    )


def by_noun() -> pl.Expr:
    """True behind "no": "no attacks were reported"."""
    return (
        (pl.col("kind") == "quantity")
        & pl.col("is_before")
        & (pl.col("n_between") == 0)
        & pl.col("gap").str.contains(PASSIVE)
        & (pl.col("operator_text").str.to_lowercase() == "no")
        & ~pl.col("gap").str.contains(OTHER_CLAIM)
    )


def by_sentence() -> pl.Expr:
    """True in a sentence that calls what it tells untrue: "reports of 40 dead are false"."""
    is_before, gap = pl.col("is_before"), pl.col("gap")
    is_claim = gap.str.contains(WAS) & pl.col("folded").str.contains(CLAIMED)
    # 'said the rebels had taken the town, which is not true'
    is_which = pl.col("operator_text").str.contains(r"(?i)^which ")
    so_called = pl.col("ahead").str.contains(CALLED_SO) & gap.str.contains(A_CLAIM)
    return negates("sentence") & (
        (~is_before & (is_claim | UNTIL.str.contains(CALLED) | is_which)) | (is_before & so_called)
    )


def by_speech() -> pl.Expr:
    """True behind a verb of saying that denies it: "Y denied that X had fallen"; or ahead of one:
    "reports that X had fallen were denied by Y"."""
    gap, ahead = pl.col("gap"), pl.col("ahead")
    is_of_another = gap.str.contains(OTHER_CLAIM) | gap.str.contains(NO_FRIENDS)
    is_aside = ahead.str.contains(ASIDE) & gap.str.contains(r"^[^,]*, ")
    is_passive = (
        gap.str.contains(WAS) & UNTIL.str.contains(CLAIM_THAT) & BEHIND.str.contains(BY_SOMEBODY)
    )
    return DENIES & pl.when("is_before").then(~is_of_another & ~is_aside).otherwise(is_passive)


def disputed(pairs: pl.DataFrame) -> pl.DataFrame:
    """Anchors of nobody's saying that the end of the sentence says somebody denied."""
    gap = pl.col("gap")
    is_last = gap.str.contains(f"{REFUTED}|{REFUTED_CLAIM}") & BEHIND.str.contains(LAST_WORDS)
    is_last |= gap.str.contains(REFUTED_CLAIM) & BEHIND.str.contains(LAST_BY)
    return pairs.filter(
        DENIES & ~pl.col("is_before"),
        is_last & ~UNTIL.str.contains(TOLD) & ~gap.str.contains(f"{TOLD}|{OF_SOMEBODY}"),
    )


def by_end() -> pl.Expr:
    """True for a noun of what has ended: "the siege was lifted"."""
    return (
        (pl.col("kind") == "background")
        & (pl.col("sense") == "ended")
        & ~pl.col("is_before")
        & ~is_verb()
        & pl.col("gap").str.contains(ENDED)
    )
