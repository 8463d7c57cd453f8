"""Where what an article recalls happened: of the scene that its sentence takes over, no more than
the country is known."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.places.scene_units import NAMED_AGAIN

# "On the same road", "its garrison": the scene was meant.
SAME = r"(?i)(?-u:\b)same(?-u:\b)"
YEARS = ("date", "month", "year")


def widen_recalled(told: pl.DataFrame, sentences: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Harms of another year that their sentence places nowhere lie in the country of the scene
    that they took over, unless words call it back ("there", "in the same town")."""
    places = lexicons.places.select("location_id", "country_id")
    texts = sentences.select("sentence_id", sentence="text")
    calls_back = pl.col("sentence").str.contains(NAMED_AGAIN) | pl.col("sentence").str.contains(
        SAME
    )
    first_name = pl.col("location_text").str.extract(r"^([^,]+)", 1)
    is_recalled = (
        (pl.col("claim_type") == "casualty")
        & (pl.col("assertion") == "historical")
        & pl.col("time_kind").is_in(YEARS)
        & pl.col("time_year").is_not_null()
        & ~pl.col("sentence").str.contains(first_name, literal=True)
        & pl.col("country_id").is_not_null()
        & ~calls_back
    ).fill_null(False)
    return (
        told.join(places, on="location_id", how="left", maintain_order="left")
        .join(texts, on="sentence_id", how="left", maintain_order="left")
        .with_columns(
            location_id=pl.when(is_recalled).then("country_id").otherwise("location_id"),
            where_precision=pl.when(is_recalled)
            .then(pl.lit("country"))
            .otherwise("where_precision"),
        )
        .drop("country_id", "sentence")
    )
