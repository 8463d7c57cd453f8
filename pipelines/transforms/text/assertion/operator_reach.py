"""What the past and words of doubt reach: history, habits, films and trials, hearsay."""

import polars as pl

from pipelines.transforms.text.assertion.operator_clauses import (
    CLAUSE_END,
    SHORT,
    goes_with_passive,
    governs,
    in_clause,
    only_describes,
    through_result,
)

# History that tells of a person or thing, not of what the words before it tell.
RECALLED = r"(?i)^(?:let us|we must|we have not|we recall|never forget|it (?:should|will|must) be)"
# 'At the start of the decade, when thousands were killed'.
WHEN = r"(?i)^, (?:when|where|in which)(?-u:\b)"
OF_SOMEBODY = (
    r"(?i)^(?:served as|who served|formerly|born in|veteran of|history of|once held|the late)$"
)
CAUSED = (
    r"(?i)^ (?:[a-z]+ly )?(?:caused|inflicted|claimed|left|suffered|sustained|resulted in|led to|"
    r"produced|staged|launched|carried out)(?: [a-z'-]+){0,4} $"
)
OTHER_CLAUSE = (
    r"(?i)[;:]|, (?:but|and|while|as|when)(?-u:\b)|(?-u:\b)(?:but|while|after|since)(?-u:\b)"
)
TRIED = (
    r"(?i)(?-u:\b)(?:who|that|whose|responsible for|perpetrators? of|masterminds? of|behind)"
    r"(?-u:\b)[^,;]*$|(?-u:\b)(?:accused|suspected)(?-u:\b)"
)
# "Since the beginning of 2024": a toll that runs on, and no history.
OPENING = r"(?i)(?-u:\b)(?:beginning|start|turn) of"
# 'the deadliest attack since 2011' is of today.
WORST_SINCE = (
    r"(?i)(?-u:\b)(?:most|first|highest|[a-z]+(?:iest|rst|gest|vest|est))(?-u:\b)[^.;]{0,60}"
    r"(?-u:\b)since(?-u:\b)"
)
# 'A war bulletin indicates' tells as much as one that says so.
OWN_REPORT = (
    r"(?i)(?-u:\b)(?:bulletin|communiqu[e\x{e9}]|statement|dispatch|document|sources?)"
    r"(?: [a-z0-9]+)? $"
)
DOUBTED_SOURCE = r"(?i)unconfirmed|unverified|rumou?r|conflicting|some report|other report"
NAMED = ["person", "official", "party", "organisation", "medium", "social_account", "anonymous"]


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
