"""Where a part of those harmed came to harm: "killed 30 in Darfur, including 12 in El Fasher"."""

import polars as pl

from pipelines.transforms.text.places.common_places import SCENE

# Right behind the people of a part, before the place.
LED_TO = (
    r"(?i)^(?: of (?:them|whom|those))?(?: (?:killed|wounded|injured|abducted|captured|"
    r"who (?:was|were|died)(?: [a-z]+ed)?))? "
    r"(?:in|at|near|outside) "
    r"(?:the (?:(?:[a-z-]+ ){0,3}(?:town|city|village|district|area|region|province|camp|state|"
    r"neighbou?rhood|suburb|port|settlement|capital)(?: of|,)? )?)?$"
)
NEAR = r"(?i) (?:near|outside) (?:the )?$"
REACH = 50
UNITS = ["country", "admin1", "admin2"]


def place_parts(
    harms: pl.DataFrame, sentences: pl.DataFrame, mentions: pl.DataFrame, places: pl.DataFrame
) -> pl.DataFrame:
    """The harms, parts of a group with the place that stands right behind them, if any.

    harms: measured, with part_no, group_end and SCENE. mentions: with places resolved.
    """
    asked = harms.with_row_index("row").filter(pl.col("part_no") > 0)
    if asked.is_empty():
        return harms
    named = mentions.filter(pl.col("kind") == "place", pl.col("entity_id").is_not_null()).select(
        "sentence_id", at="start", to="end", part_id="entity_id", part_text="text"
    )
    gap = pl.col("text").str.slice(
        pl.col("group_end") - pl.col("base"), (pl.col("at") - pl.col("group_end")).clip(0)
    )
    own = (
        asked.select("row", "sentence_id", "group_end")
        .join(named, on="sentence_id")
        .filter((pl.col("at") - pl.col("group_end")).is_between(1, REACH))
        .join(sentences.select("sentence_id", "text", base="start"), on="sentence_id")
        .with_columns(gap=gap)
        .filter(pl.col("gap").str.contains(LED_TO))
        .sort("row", "at")
        .unique("row", keep="first", maintain_order=True)
        .join(
            places.select("location_type", part_id="location_id"),
            on="part_id",
            how="left",
            maintain_order="left",
        )
        .select(
            "row",
            is_own=pl.lit(True),
            part_location_id="part_id",
            part_location_text="part_text",
            part_where_precision=pl.when(pl.col("gap").str.contains(NEAR))
            .then(pl.lit("near"))
            .when(pl.col("location_type").is_in(UNITS))
            .then("location_type")
            .otherwise(pl.lit("exact")),
            part_place_start=pl.col("at"),
            part_place_end=pl.col("to"),
        )
    )
    return (
        harms.with_row_index("row")
        .join(own, on="row", how="left", maintain_order="left")
        .with_columns(
            pl.when("is_own").then(f"part_{name}").otherwise(name).alias(name) for name in SCENE
        )
        .select(harms.columns)
    )
