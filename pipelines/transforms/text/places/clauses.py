"""Where a clause begins that has a scene of its own."""

import polars as pl

from pipelines.transforms.text.runs import beside

RUN = pl.col("sentence_id")
TIME_AFTER = r"(?i)(?:minutes?|hours?|days?|nights?|weeks?|months?|years?) (?:after|before)$"
ATTACK_NOUNS = ("in", "method", "unit")


def opens_clause() -> pl.Expr:
    """True for mentions that open a clause: conjunctions, and the attack that is told beside
    another ("a blast in X killed nine and another in Y wounded two", "hours after a mine in Y").

    Of mentions sorted by sentence_id and mention_no.
    """
    is_after = (pl.col("kind") == "time") & pl.col("text").str.contains(TIME_AFTER)
    return (pl.col("kind") == "clause") | is_another_attack() | is_after.fill_null(False)


def is_another_attack() -> pl.Expr:
    """True for the word that opens what is told of one more attack: "and another in Y", "a second
    explosion in Y", "the one in Y"."""
    kind, sense = pl.col("kind"), pl.col("sense")
    is_joined = beside(kind, RUN, 1).is_in(["and", "comma"])
    is_more = (sense == "another") & beside(kind, RUN, -1).is_in(ATTACK_NOUNS)
    is_one = (
        (sense == "the")
        & (beside(kind, RUN, -1) == "quantity")
        & beside(pl.col("text"), RUN, -1).str.contains(r"(?i)^one$")
        & (beside(kind, RUN, -2) == "in")
    )
    return ((kind == "article") & is_joined & (is_more | is_one)).fill_null(False)
