"""What a negation reaches: of a verb, a clause, a sentence or a noun."""

import polars as pl

from pipelines.transforms.text.assertion.operator_clauses import (
    ENDED,
    SHORT,
    governs,
    in_clause,
    is_verb,
)

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
    r"claims|says|adds|accus(?:es|ed)))(?-u:\b)|"
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


def denied(pairs: pl.DataFrame) -> pl.DataFrame:
    """Anchors under a negation: of the verb, of the clause, of the sentence, of the noun."""
    kind, voice = pl.col("kind"), pl.col("voice")
    # 'Foiled an attack, killing nine': whoever foils it does what follows.
    is_result = (
        (voice == "foiled")
        & pl.col("anchor_voice").fill_null("").str.starts_with("ing")
        & pl.col("gap").str.contains(r", (?:[a-z]+ly )?$")
    ) | (
        # "Foiled an attack and killed three attackers"
        (voice == "foiled")
        & pl.col("anchor_voice").fill_null("").str.starts_with("vp")
        & pl.col("gap").str.contains(r"(?i) and (?:[a-z]+ly |also )?$")
    )
    by_verb = (kind == "negation") & voice.is_in(["verb", "foiled"]) & governs() & ~is_result
    foiled = (
        ~is_result
        & (kind == "negation")
        & (voice == "foiled")
        & in_clause()
        & (pl.col("gap").str.len_chars() <= SHORT)
    )
    is_loose = pl.col("operator_text").str.contains("(?i)^without") & pl.col("gap").str.contains(
        ","
    )
    by_clause = (
        (kind == "negation") & (voice == "clause") & in_clause() & ~is_loose
        & ~pl.col("gap").str.contains(TOLD_OF)
        & ~(pl.col("gap").str.contains(NONE_IN) & ~is_verb())
    )  # fmt: skip
    by_noun = (
        (kind == "quantity")
        & pl.col("is_before")
        & (pl.col("n_between") == 0)
        & pl.col("gap").str.contains(PASSIVE)
        & (pl.col("operator_text").str.to_lowercase() == "no")
        & ~pl.col("gap").str.contains(OTHER_CLAIM)
    )
    of_sentence = (kind == "negation") & (voice == "sentence")
    by_sentence = (
        of_sentence
        & ~pl.col("is_before")
        & pl.col("gap").str.contains(r"(?i)(?-u:\b)(?:is|are|was|were|as|been)(?: [a-z]+)? $")
        & pl.col("folded").str.contains(CLAIMED)
    )
    until = pl.col("folded").str.slice(0, pl.col("anchor_start") - pl.col("base"))
    by_sentence |= (
        of_sentence & ~pl.col("is_before")
        & until.str.contains(CALLED)
    )  # fmt: skip
    by_sentence |= (
        of_sentence & pl.col("is_before")
        & pl.col("ahead").str.contains(CALLED_SO) & pl.col("gap").str.contains(A_CLAIM)
    )  # fmt: skip
    # 'said the rebels had taken the town, which is not true'
    by_sentence |= (
        of_sentence & ~pl.col("is_before")
        & pl.col("operator_text").str.contains(r"(?i)^which ")
    )  # fmt: skip
    by_speech = (
        (kind == "speech")
        & (pl.col("sense") == "deny")
        & pl.col("is_before")
        & ~pl.col("gap").str.contains(OTHER_CLAIM)
    )
    by_end = (
        (kind == "background")
        & (pl.col("sense") == "ended")
        & ~pl.col("is_before")
        & ~is_verb()
        & pl.col("gap").str.contains(ENDED)
    )
    return pairs.filter(by_verb | foiled | by_clause | by_noun | by_sentence | by_speech | by_end)
