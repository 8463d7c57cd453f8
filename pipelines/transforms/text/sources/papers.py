"""Speakers told by the paper that is theirs, or by who quotes them: "according to figures from the
ministry", "according to residents interviewed by Reuters"."""

import polars as pl

NOUN = (
    r"(?:figures|tolls?|tally|count|data|numbers|statistics|estimates?|information|assessment|"
    r"testimon(?:y|ies)|accounts?|statements?|records|communique|update|note|report)"
)
GIVEN = (
    r"(?:released|issued|published|given|provided|compiled|shared|made|supplied|collected|gathered|"
    r"signed|obtained|sent|announced|put out)"
)
# Whose paper it is stands behind this.
PAPER_OF = (
    rf"^( ?(?:(?i:an?|the|its|their|this) )?(?:[a-z-]+ ){{0,3}}?{NOUN}(?: {GIVEN})?"
    r"(?: (?:on|in|late|early) [A-Z][a-z]+day| today| yesterday)? (?:from|by) )[A-Za-z]"
)
# Who passes them on stands behind this.
ASKED_BY = (
    r"^(.*[a-z]) (?:(?:who were|who was|later) )?(?:quoted|cited|interviewed|contacted|questioned|"
    r"reached) by (?:the )?[A-Z]"
)
NO_PEOPLE = r" (?:is|was|were|been|are|being|as|also|and)$"


def past_papers(acts: pl.DataFrame) -> pl.DataFrame:
    """The acts, the phrase of a source without the paper that is its speaker's and without who
    asked or quoted him: np_start, head_end and np_end.

    acts: as speech_acts.find_acts gives them.
    """
    at = pl.col("np_start") - pl.col("base")
    phrase = pl.col("folded").str.slice(at, pl.col("np_end") - pl.col("np_start"))
    is_source = pl.col("form") == "source"
    paper = pl.when(is_source).then(phrase.str.extract(PAPER_OF, 1))
    start = pl.col("np_start") + paper.str.len_chars().fill_null(0).cast(pl.Int32)
    asked = pl.when(is_source).then(phrase.str.extract(ASKED_BY, 1))
    upto = pl.when(~asked.str.contains(NO_PEOPLE)).then(
        pl.col("np_start") + asked.str.len_chars().cast(pl.Int32)
    )
    return acts.with_columns(
        np_start=start,
        head_end=pl.min_horizontal(pl.max_horizontal("head_end", start), upto),
        np_end=pl.min_horizontal("np_end", upto),
    )
