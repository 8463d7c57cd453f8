"""What no word places lies in the country that its article speaks of."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.places.capitals import countries_named
from schemas.vocab import FOUNDING

# Of the places that an article names, the part that speaks for one country, and how many at least.
# Of deeds with a place of their own in news of 1,300 articles, .985 lay in the country that this
# part spoke for.
MOSTLY, AT_LEAST = 0.75, 3
VIOLENCE = ("casualty", "attack")


def lie_in_country(
    claims: pl.DataFrame, mentions: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """Claims of harm and attacks without a place, whose sentence names none, lie in the country
    where three in four of the places lie that their article names, if those are three or more."""
    named = countries_named(mentions, lexicons)
    n_there = pl.len().over("article_id", "country")
    spoken_of = (
        named.filter(n_there >= MOSTLY * pl.len().over("article_id"), n_there >= AT_LEAST)
        .select("article_id", "country")
        .unique()
    )
    placed = mentions.filter(pl.col("kind") == "place")["sentence_id"].unique()
    is_nowhere = (
        pl.col("location_id").is_null()
        & pl.col("location_text").is_null()
        & pl.col("reject_reason").is_null()
        & pl.col("claim_type").is_in(VIOLENCE)
        & pl.col("assertion").is_in(FOUNDING)
        & pl.col("country").is_not_null()
        & ~pl.col("sentence_id").is_in(placed.implode())
    )
    return (
        claims.join(spoken_of, on="article_id", how="left", maintain_order="left")
        .with_columns(
            location_id=pl.when(is_nowhere).then("country").otherwise("location_id"),
            where_precision=pl.when(is_nowhere)
            .then(pl.lit("country"))
            .otherwise("where_precision"),
        )
        .drop("country")
    )
