"""Whose people are by the party that owns them: "its troops", "gunmen of the Gulf Clan"."""

import polars as pl

from pipelines.transforms.text.parties.neighbours import GENERIC
from pipelines.transforms.text.runs import last_before


def owner_before() -> pl.Expr:
    """Whose 'its troops' and 'their soldiers' are: the last party named before in the sentence."""
    is_party = (pl.col("kind") == "actor") & ~pl.col("entity_id").str.contains(GENERIC)
    is_owned = (
        (pl.col("kind") == "people")
        & (pl.col("kind").shift(1) == "article")
        & (pl.col("sense").shift(1) == "possessive")
        & (pl.col("start") - pl.col("end").shift(1) == 1)
    )
    party = last_before(pl.when(is_party).then("entity_id"), pl.col("sentence_id"))
    return pl.when(is_owned.fill_null(False)).then(party)


def owner_behind() -> pl.Expr:
    """Whose 'gunmen of the Gulf Clan' are: the party named behind 'of'."""
    kind, of = pl.col("kind"), pl.col("kind").shift(-1) == "of"
    is_past_article = kind.shift(-2) == "article"
    steps = [
        pl.when(
            (kind.shift(-step) == "actor")
            & ~pl.col("entity_id").shift(-step).str.contains(GENERIC)
            & (pl.col("sentence_id") == pl.col("sentence_id").shift(-step))
        ).then(pl.col("entity_id").shift(-step))
        for step in (2, 3)
    ]
    is_behind = of & (pl.col("start").shift(-1) - pl.col("end") == 1)
    return pl.when(is_behind & (kind == "people")).then(
        pl.when(is_past_article).then(steps[1]).otherwise(steps[0])
    )
