"""Parties to whom another does something: "troops intercepted a rebel truck, killing five"."""

import polars as pl

from pipelines.transforms.text.runs import last_before

# What can do something to a party that is named behind it.
SUBJECTS = ("actor", "people", "unit", "method", "pronoun")
# Between the two stands a verb, and nothing that turns from the one to the other.
VERB_BETWEEN = r"^\s+[a-z]+(?:\s+[a-z0-9,-]+){0,4}\s+$"
NO_VERB = (
    r"(?-u:\b)(?:in|on|at|near|of|from|with|by|and|or|as|while|when|after|before|for|against|to|"
    r"than|like|where|who|which|that|between|over|across|into|through|around|under|behind|inside|"
    r"is|was|were|are|said|says|say|told|reported|including)(?-u:\b)"
)
# "Troops chased rebels who had killed five", "foiled a rebel bid to take the town": these did.
DOES_BEHIND = (
    r"(?i)^(?:\s+[a-z-]+){0,2},?\s+(?:who|which|that|attempts?|bids?|efforts?|plots?|plans?|"
    r"attacks?|assaults?|offensives?|raids?|strikes?|ambush(?:es)?|advances?|push|drive)(?-u:\b)"
)
BEHIND = 40


def last_subject_end(run: pl.Expr) -> pl.Expr:
    """Where the last mention before in its sentence ends that could do something to this one."""
    return last_before(pl.when(pl.col("kind").is_in(SUBJECTS)).then("end"), run)


def is_acted_on(start: str = "start") -> pl.Expr:
    """True for a party behind another's verb, of rows with subject_end (as last_subject_end gives
    it), start, end, sentence and base (where it starts)."""
    gap = pl.col("sentence").str.slice(
        pl.col("subject_end") - pl.col("base"), (pl.col(start) - pl.col("subject_end")).clip(0)
    )
    behind = pl.col("sentence").str.slice(pl.col("end") - pl.col("base"), BEHIND)
    return (
        gap.str.contains(VERB_BETWEEN)
        & ~gap.str.contains(NO_VERB)
        & ~behind.str.contains(DOES_BEHIND)
    ).fill_null(False)
