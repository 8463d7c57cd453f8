"""What an operator reaches: which anchors a negation, a plan, a doubt or the past holds."""

import polars as pl

from pipelines.transforms.text.assertion.operator_clauses import (
    CLAUSE_END,
    anchor_text,
    causes,
    goes_with_passive,
    governs,
    in_clause,
    is_base,
    is_verb,
    only_describes,
    through_result,
)

PASSIVE = (
    r"(?i)^ (?:[a-z'-]+ ){0,6}(?:was|were|is|are|be|been|being)(?: [a-z]+ly)? $|"
    r"^ (?:[a-z'-]+ ){0,2}$"
)
SHORT = 60
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
# "Described as fake news a report that 15 had been killed"
CALLED_SO, A_CLAIM = (
    r"(?i)(?-u:\b)(?:describ|dismiss|brand|label|denounc|reject|condemn)[a-z]* as "
    r"(?:an? |the )?(?:[a-z]+ )?$",
    r"(?i)^ (?:and [a-z]+ )?(?:an? |the |any |all )?(?:[a-z]+ )?(?:claims?|reports?|rumou?rs|news|"
    r"allegations?)(?-u:\b)",
)
OTHER_CLAIM = (
    r"(?i)[;]|, (?:but|and|while|saying|adding|insisting)(?-u:\b)|(?-u:\b)(?:but|regarding|"
    r"concerning|about|over|in connection with|"
    r"and (?:also |instead |in turn )?(?:added|said|insisted|blames?|blamed|claimed|"
    r"claims|says|adds|accus(?:es|ed)))(?-u:\b)|"
    r"^ (?:this|that|it|so|the (?:claims?|reports?|accusations?|allegations?))(?: [a-z]+)?: "
)
# 'no one wants a war that has left 60,000 dead'
TOLD_OF = r"(?i) that (?:has|have|had|was|were|is|are|[a-z]+ed)(?-u:\b)"
# History that tells of a person or thing, not of what the words before it tell.
RECALLED = r"(?i)^(?:let us|we must|we have not|we recall|never forget|it (?:should|will|must) be)"
# 'At the start of the decade, when thousands were killed'.
WHEN = r"(?i)^, (?:when|where|in which)(?-u:\b)"
OF_SOMEBODY = (
    r"(?i)^(?:served as|who served|formerly|born in|veteran of|history of|once held|the late)$"
)
# 'The third town to fall', 'used a bomb to kill' and 'forced them to flee' tell facts.
FACT_BEFORE_TO = (
    r"(?i)(?:(?-u:\b)(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|latest|last|"
    r"only|largest|biggest|[0-9]+(?:st|nd|rd|th))(?-u:\b)[^,;]{0,45}|"
    r"(?-u:\b)(?:using|used|uses|with|forced|forcing|compell(?:ed|ing)|caus(?:ed|ing)|"
    r"enabled|allowed|prompt(?:ed|s|ing)|oblig(?:ed|ing)|helped) (?:[^,;]|,\d){0,45}|"
    r"^\W*it (?:has |had )?t(?:ook|aken) [^,;]{0,60}) $"
)
CAUSED = (
    r"(?i)^ (?:[a-z]+ly )?(?:caused|inflicted|claimed|left|suffered|sustained|resulted in|led to|"
    r"produced|staged|launched|carried out)(?: [a-z'-]+){0,4} $"
)
# 'Had they come, …': a condition told by the order of words.
INVERTED = r"^\W*(?:Had|HAD|Were|WERE|Should|SHOULD) [^.;]*,"
OTHER_CLAUSE = (
    r"(?i)[;:]|, (?:but|and|while|as|when)(?-u:\b)|(?-u:\b)(?:but|while|after|since)(?-u:\b)"
)
TRIED = (
    r"(?i)(?-u:\b)(?:who|that|whose|responsible for|perpetrators? of|masterminds? of|behind)"
    r"(?-u:\b)[^,;]*$|(?-u:\b)(?:accused|suspected)(?-u:\b)"
)
# 'before a plan takes over one of our cities, they will have to …'
UNTIL = r"(?i)(?-u:\b)(?:before|until|once|unless)(?-u:\b)[^,;]*$"
PLANNING = r"(?i)^(?:to )?(?:plan|plot|prepar|order)"
# "Since the beginning of 2024": a toll that runs on, and no history.
OPENING = r"(?i)(?-u:\b)(?:beginning|start|turn) of"
# 'the deadliest attack since 2011' is of today.
WORST_SINCE = (
    r"(?i)(?-u:\b)(?:most|first|highest|[a-z]+(?:iest|rst|gest|vest|est))(?-u:\b)[^.;]{0,60}"
    r"(?-u:\b)since(?-u:\b)"
)
# 'There were no casualties in (the attack)': it took place.
NONE_IN = (
    r"(?i)(?-u:\b)(?:casualt(?:y|ies)|injur(?:y|ies)|deaths?|victims|damage|survivors|wounded|hurt|"
    r"losses|warning|claims?|arrests?)(?-u:\b)[^,;]*(?-u:\b)(?:in|from|during|after|"
    r"before|for|by|as a result of) (?:the|this|that|an?|[a-z]+day's) (?:[a-z-]+ ){0,2}$"
)
ENDED = r"(?i)^(?: [a-z'-]+){0,3} $"
# 'A war bulletin indicates' tells as much as one that says so.
OWN_REPORT = (
    r"(?i)(?-u:\b)(?:bulletin|communiqu[e\x{e9}]|statement|dispatch|document|sources?)"
    r"(?: [a-z0-9]+)? $"
)
DOUBTED_SOURCE = r"(?i)unconfirmed|unverified|rumou?r|conflicting|some report|other report"
NAMED = ["person", "official", "party", "organisation", "medium", "social_account", "anonymous"]


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
    by_sentence = (
        (kind == "negation")
        & (voice == "sentence")
        & ~pl.col("is_before")
        & pl.col("gap").str.contains(r"(?i)(?-u:\b)(?:is|are|was|were|as|been)(?: [a-z]+)? $")
        & pl.col("folded").str.contains(CLAIMED)
    )
    until = pl.col("folded").str.slice(0, pl.col("anchor_start") - pl.col("base"))
    by_sentence |= (
        (kind == "negation") & (voice == "sentence") & ~pl.col("is_before")
        & until.str.contains(CALLED)
    )  # fmt: skip
    by_sentence |= (
        (kind == "negation") & (voice == "sentence") & pl.col("is_before")
        & pl.col("ahead").str.contains(CALLED_SO) & pl.col("gap").str.contains(A_CLAIM)
    )  # fmt: skip
    # 'said the rebels had taken the town, which is not true'
    by_sentence |= (
        (kind == "negation") & (voice == "sentence") & ~pl.col("is_before")
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


def planned(pairs: pl.DataFrame) -> pl.DataFrame:
    """Anchors that are willed, threatened, demanded or foretold."""
    kind, voice = pl.col("kind"), pl.col("voice")
    is_fact = pl.col("ahead").str.contains(FACT_BEFORE_TO)
    by_verb = (kind == "plan") & voice.is_in(["verb", "advance"]) & governs()
    by_joined = (
        (((kind == "plan") & (voice == "verb")) | (kind == "to"))
        & in_clause()
        & pl.col("anchor_voice").fill_null("").str.contains("base")
        & pl.col("gap").str.contains(r"(?i)^[^,;]* and (?:[a-z]+ly |then |also )?$")
        & (pl.col("gap").str.len_chars() <= SHORT)
        & ~is_fact
    )
    by_infinitive = (
        (kind == "to")
        & governs()
        & is_base()
        & ~is_fact
        & (pl.col("operator_text").str.to_lowercase() == "to")
    )
    by_noun = (
        (kind == "plan")
        & (voice == "noun")
        & in_clause()
        & (pl.col("n_between") == 0)
        & (pl.col("gap").str.len_chars() <= 30)
    )
    by_clause = (
        (kind == "plan")
        & (voice == "clause")
        & in_clause()
        & ~pl.col("gap").str.contains(",")
        & (pl.col("gap").str.len_chars() <= SHORT)
    )
    by_speech = (
        (kind == "speech")
        & (pl.col("sense") == "plan")
        & in_clause()
        & ~pl.col("gap").str.contains(r"(?i),|(?-u:\b)and(?-u:\b)")
    )
    by_causing = (kind == "plan") & (voice == "verb") & causes()
    by_inversion = (
        (kind == "plan")
        & pl.col("operator_text").str.contains(r"(?i)^would")
        & pl.col("folded").str.contains(INVERTED)
    )
    by_planning = (
        (kind == "plan") & ~is_verb() & pl.col("operator_text").str.contains(PLANNING)
        & pl.col("is_before") & pl.col("gap").str.contains(ENDED)
    )  # fmt: skip
    until = pl.col("folded").str.slice(0, pl.col("anchor_start") - pl.col("base"))
    by_until = (
        (kind == "plan")
        & pl.col("operator_text").str.contains(r"(?i)^(?:will|shall|would)")
        & anchor_text().str.contains(r"(?i)^[a-z]+[^s]s(?: |$)")
        & until.str.contains(UNTIL)
    )
    return pairs.filter(
        by_verb | by_joined | by_infinitive | by_noun | by_clause | by_speech | by_causing
        | by_inversion | by_planning | by_until
    )  # fmt: skip


def historical(pairs: pl.DataFrame) -> pl.DataFrame:
    """Anchors told of the past, of a habit, of anniversaries, of films and exercises."""
    is_background = pl.col("kind") == "background"
    by_history = (
        (pl.col("sense") == "history")
        & (pl.col("is_before") | ~pl.col("operator_text").str.contains(OF_SOMEBODY))
        & ~pl.col("gap").str.replace(WHEN, "").str.contains(CLAUSE_END)
        & ~pl.col("gap").str.replace(WHEN, "").str.contains(",")
        & (pl.col("gap").str.len_chars() <= SHORT)
    )
    own_clause = ~pl.col("gap").str.contains(OTHER_CLAUSE)
    short = pl.col("gap").str.len_chars() <= 2 * SHORT
    # 'On several occasions, troops have assaulted hospitals': no event of its own
    by_habit = (pl.col("sense") == "habit") & own_clause & short
    by_recall = (
        (pl.col("sense") == "history") & pl.col("is_before")
        & pl.col("operator_text").str.contains(RECALLED) & ~pl.col("gap").str.contains("[;:]")
    )  # fmt: skip
    # 'the raid that killed 12 was commemorated', and no attack on a commemoration
    is_told_of = pl.col("is_before") | pl.col("ahead").str.contains(TRIED)
    by_anniversary = (
        (pl.col("sense") == "anniversary") & own_clause & is_told_of
        & ~pl.col("gap").str.contains(",")
    )  # fmt: skip
    by_fiction = (
        (pl.col("sense") == "fiction") & own_clause & (pl.col("is_before") | short)
    )  # fmt: skip
    # 'sentenced for the killing of 12', 'the man who killed 12 was convicted'
    by_trial = (pl.col("sense") == "trial") & is_told_of & own_clause & short
    # A word of a name ('Memorial Hospital') says nothing of the past.
    is_name = pl.col("operator_text").str.contains(r"^[A-Z][a-z]") & pl.col("ahead").str.contains(
        r"[A-Za-z]"
    )
    return pairs.filter(
        is_background
        & (
            by_history
            | by_recall
            | by_habit
            | (~is_name & (by_anniversary | by_fiction | by_trial))
        )
    )


# "The suspects opened fire": people, and no verb.
SUSPECTS, LED = (
    r"(?i)^suspects$",
    r"(?i)(?:^|(?-u:\b)(?:the|other|some|two|three|four|five|six|all) )$",
)


def long_ago(dates: pl.DataFrame, anchors: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Anchors that their own clause dates by a year alone or by years back."""
    is_year = pl.col("time_kind") == "year"
    is_far = (
        (pl.col("time_kind") == "days") & (pl.col("time_days_start") <= -300)
        & (pl.col("time_days_end") <= -1)
    )  # fmt: skip
    texts = anchors.select("anchor_id", "sentence_id").join(
        sentences.select("sentence_id", "text"), on="sentence_id", maintain_order="left"
    )
    return (
        dates.filter((pl.col("date_basis") == "stated") & (is_year | is_far).fill_null(False))
        .join(texts.select("anchor_id", "text"), on="anchor_id", maintain_order="left")
        .filter(
            ~(pl.col("is_since") & pl.col("text").str.contains(WORST_SINCE)),
            ~(pl.col("is_since") & pl.col("time_text").str.contains(OPENING)).fill_null(False),
        )
    )


def doubted(pairs: pl.DataFrame, attributions: pl.DataFrame) -> pl.DataFrame:
    """Anchors under words of doubt, or told by hearsay alone."""
    told = pairs.join(
        attributions.select("anchor_id", "claimant_type", "claimant_name"), on="anchor_id"
    ).with_columns(is_named=pl.col("claimant_type").is_in(NAMED))
    is_hedge, voice = pl.col("kind") == "hedge", pl.col("voice")
    near = pl.col("gap").str.len_chars() <= SHORT
    beside = ~pl.col("is_before") & (pl.col("gap").str.len_chars() <= 2)
    by_doubt = is_hedge & (in_clause() | ~pl.col("is_before")) & (voice == "doubt")
    by_doubt |= is_hedge & in_clause() & (voice == "ahead")
    by_verb = (
        is_hedge
        & (voice == "verb")
        & (
            governs()
            | beside
            | through_result()
            | goes_with_passive()
            | (in_clause() & pl.col("gap").str.contains(CAUSED))
        )
    )
    by_word = is_hedge & (voice == "hearsay") & ~pl.col("is_named") & ~only_describes()
    by_hearsay = by_word & (in_clause() | beside)
    coordinate = by_word & pl.col("is_before")
    by_sentence = is_hedge & (voice == "sentence") & ~pl.col("is_named")
    by_suggestion = (
        (pl.col("kind") == "speech") & (pl.col("sense") == "suggest") & in_clause()
        & ~(pl.col("operator_text").str.contains(SUSPECTS) & pl.col("ahead").str.contains(LED))
        & ~pl.col("is_named") & ~pl.col("ahead").str.contains(OWN_REPORT)
    )  # fmt: skip
    doubts = told.filter(
        (by_doubt & near) | by_verb | by_hearsay | coordinate | by_sentence | by_suggestion
    ).select("anchor_id")
    sources = attributions.filter(
        (pl.col("claimant_type") == "vague") & pl.col("claimant_name").str.contains(DOUBTED_SOURCE)
    ).select("anchor_id")
    return pl.concat([doubts, sources]).unique(maintain_order=True)
