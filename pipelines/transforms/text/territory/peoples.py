"""Peoples that stand for the forces of their country: "the Russians", "under Russian control"."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.parties.peoples import (
    forces_by_country,
    forces_by_people,
    forces_by_plural,
)

HOLDING = r"(?i)^(?:control|hands|occupation|held|controlled|occupied|run|ruled)$"
PEOPLE_BEFORE = r"(?-u:\b)([A-Z][a-z]+)[ -]$"


def peoples_that_hold(
    context: pl.DataFrame, sentences: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """The adjectives right before words of holding as actors of their own, in the columns of
    context: "under Russian control", "Turkish-held Afrin"."""
    is_word = (pl.col("kind") == "trigger") & pl.col("text").str.contains(HOLDING)
    ahead = pl.col("sentence").str.slice(0, pl.col("start") - pl.col("base"))
    return (
        context.filter(is_word)
        .join(
            sentences.select("sentence_id", base="start", sentence="text"),
            on="sentence_id",
            maintain_order="left",
        )
        .with_columns(word=ahead.str.extract(PEOPLE_BEFORE, 1))
        .join(
            forces_by_people(lexicons).unique("phrase", keep="none"),
            left_on=pl.col("word").str.to_lowercase(),
            right_on="phrase",
            maintain_order="left",
        )
        .with_columns(
            kind=pl.lit("actor").cast(context.schema["kind"]),
            text="word",
            entity_id="forces_id",
            start=(pl.col("start") - pl.col("word").str.len_chars() - 1).cast(pl.Int32),
            end=pl.col("start") - 1,
        )
        .select(context.columns)
    )


def name_peoples(rows: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Rows with the forces of a country for its name and for its people ("the Russians")."""
    forces = forces_by_country(lexicons)
    peoples = forces_by_plural(lexicons)
    seats = lexicons.words.filter(pl.col("kind") == "seat").select(
        people="phrase", seat_id="entity_id"
    )
    is_country = pl.col("kind") == "place"
    is_people = (pl.col("kind") == "people") & pl.col("entity_id").is_null()
    named = rows.with_columns(
        country=pl.when(is_country).then("entity_id"),
        people=pl.when(is_people | is_country).then(pl.col("text").str.to_lowercase()),
    )
    return (
        named.join(forces, left_on="country", right_on="home", how="left", maintain_order="left")
        .join(peoples, on="people", how="left", maintain_order="left")
        .join(seats, on="people", how="left", maintain_order="left")
        .with_columns(actor_id=pl.coalesce("actor_id", "seat_id"))
        .filter(~is_country | pl.col("actor_id").is_not_null())
        .with_columns(
            kind=pl.when(is_country)
            .then(pl.lit("country"))
            .otherwise(pl.col("kind").cast(pl.String)),
            entity_id=pl.when(is_country).then("actor_id")
            .otherwise(pl.coalesce("entity_id", "people_id")),
        )
        .drop("country", "people", "actor_id", "people_id", "seat_id")
    )  # fmt: skip
