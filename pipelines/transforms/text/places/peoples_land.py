"""Lands called by their people: what hits "Ukrainian cities" or "Lebanese soil" happens there."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.places.capitals import SCENES
from pipelines.transforms.text.places.theatres import STATE_FORCES

LAND = (
    r"(?:(?:border|coastal|frontier|port|industrial|northern|southern|eastern|western|occupied|"
    r"front-?line|populated) )?(?:cit(?:y|ies)|towns?|villages?|hamlets?|settlements?|soil|"
    r"communit(?:y|ies)|territor(?:y|ies)|localit(?:y|ies)|mainland|countryside|islands?|border "
    r"(?:lands|areas?|regions?)|coast|ports?|power grid|energy (?:facilities|infrastructure))"
)
# Soldiers, and no place: "a Chinese coast guard ship".
COAST_GUARD = r"(?i) coast ?guards?(?-u:\b)"
# Whoever fires or flees from "Lebanese territory" does harm elsewhere.
LEFT = (
    r"(?:from|through|via|(?:fled|flee|fleeing|cross(?:ed|ing)?|escaped?|return(?:ed)?|back) "
    r"(?:in)?to) (?:(?:inside|within|the|nearby|neighbou?ring|several|many) )*"
)


def lie_in_lands(claims: pl.DataFrame, sentences: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Claims that no place is told of, or none but the country of who did it or of another
    sentence, lie in the country whose people's towns, soil or villages their sentence names, if
    it names those of one."""
    is_wide = pl.col("location_id").is_null() | (pl.col("where_precision") == "country")
    is_wide &= pl.col("claim_type").is_in(SCENES)
    wide = claims.filter(is_wide)["sentence_id"].unique().implode()
    lands = lands_named(sentences.filter(pl.col("sentence_id").is_in(wide)), lexicons)
    if lands.is_empty():
        return claims
    forces = pl.lit(STATE_FORCES) + pl.col("location_id").str.to_lowercase()
    is_doers = (pl.col("initiator_actor_id") == forces).fill_null(False)
    is_told = pl.col("land_text").str.contains(pl.col("location_text"), literal=True)
    is_open = pl.col("location_id").is_null() | is_doers | ~is_told.fill_null(False)
    is_there = (
        is_wide
        & is_open
        & (pl.col("land_id") != pl.col("location_id")).fill_null(pl.col("land_id").is_not_null())
    )
    name = pl.when(pl.col("location_id").is_null()).then(pl.coalesce("location_text", "land"))
    values = {
        "location_text": name.otherwise("land"),
        "where_precision": pl.lit("country"),
        "location_id": pl.col("land_id"),
    }
    return (
        claims.join(lands, on="sentence_id", how="left", maintain_order="left")
        .with_columns(
            pl.when(is_there).then(value).otherwise(column).alias(column)
            for column, value in values.items()
        )
        .drop("land_id", "land", "land_text")
    )


def lands_named(sentences: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """sentence_id, land_id (the one country whose people's land it names), land (as it calls it)
    and land_text (the sentence)."""
    peoples = (
        lexicons.place_names.filter("is_demonym")
        .select(people="phrase", land_id="location_id")
        .unique("people", keep="none")
        .sort(pl.col("people").str.len_chars(), "people", descending=[True, False])
    )
    spelt = "|".join(peoples["people"])
    called = (
        sentences.with_columns(land_text=pl.col("text").str.replace_all(COAST_GUARD, ""))
        .filter(pl.col("land_text").str.contains(rf"(?i)\p{{L}} {LAND}(?-u:\b)"))
        .select(
            "sentence_id", land_text="text",
            land=pl.col("land_text").str.extract_all(
                rf"(?i)(?-u:\b)(?:{LEFT})?(?:{spelt}) {LAND}(?-u:\b)"
            ),
        )
        .explode("land", empty_as_null=False)
    )  # fmt: skip
    return (
        called.with_columns(
            people=pl.col("land").str.extract(rf"(?i)^({spelt}) ").str.to_lowercase()
        )
        .join(peoples, on="people", maintain_order="left")
        .filter(pl.col("land_id").n_unique().over("sentence_id") == 1)
        .unique("sentence_id", keep="first", maintain_order=True)
        .select("sentence_id", "land_id", "land", "land_text")
    )
