"""Each place of those that one attack's word hits: "drones struck Odesa, Kharkiv and Dnipro"."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.attacks.grammar import SUFFERING
from pipelines.transforms.text.attacks.places import UNITS

LISTED = (
    r"(?i)^(?:, (?:the )?|,? (?:and|as well as) (?:(?:in|near|at|on|the|cities|towns|villages|"
    r"districts|city|town|village|district|of|nearby|neighbou?ring) )*)$"
)
# What runs between two places, or from one to the other, happens in neither.
BETWEEN = r"(?i)(?-u:\b)(?:between|from|linking|connecting|links?|connects?)\s+(?:the\s+)?$"
AND = r"(?i)(?:and|as well as)(?-u:\b)"


def each_place(
    told: pl.DataFrame, mentions: pl.DataFrame, sentences: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """The attacks, one for each known place of the list that what they hit stands in.

    told: attacks with sentence_id, trigger_id, place_start and the place's columns.
    """
    asked = told.filter("has_place")["sentence_id"].unique().implode()
    listed = lists_of_places(
        mentions.filter(pl.col("sentence_id").is_in(asked)), sentences, lexicons
    )
    own = listed.select("sentence_id", "list_id", "entity_id", place_start="start")
    more = (
        told.filter("has_place")
        .filter((pl.col("place_start") > pl.col("start")) | pl.col("form").is_in(SUFFERING))
        .select(
            "trigger_id", "sentence_id", "place_start", "where_precision", entity_id="location_id"
        )
        .join(own, on=["sentence_id", "place_start", "entity_id"])
        .drop("entity_id")
        .join(listed, on=["sentence_id", "list_id"])
        .filter(pl.col("start") != pl.col("place_start"))
    )
    is_near = (pl.col("where_precision") == "near") & (pl.col("unit") == "exact")
    places = more.select(
        "trigger_id",
        place_start="start",
        place_end="end",
        location_id="entity_id",
        location_text="text",
        where_precision=pl.when(is_near).then(pl.lit("near")).otherwise("unit"),
    )
    added = told.drop(places.columns[1:]).join(places, on="trigger_id").select(told.columns)
    return pl.concat([told, added])


def lists_of_places(
    mentions: pl.DataFrame, sentences: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """Known places that stand in a list: sentence_id, list_id, start, end, entity_id, text, unit
    (where_precision of the place)."""
    kinds = lexicons.places.select(entity_id="location_id", kind_of="location_type")
    places = (
        mentions.filter(pl.col("kind") == "place")
        .select("sentence_id", "start", "end", "entity_id", "text")
        .join(kinds, on="entity_id", maintain_order="left")
        .join(sentences.select("sentence_id", sentence="text", base="start"), on="sentence_id")
        .sort("sentence_id", "start")
    )
    gap = pl.col("sentence").str.slice(
        pl.col("end").shift(1) - pl.col("base"),
        (pl.col("start") - pl.col("end").shift(1)).clip(0),
    )
    ahead = pl.col("sentence").str.slice(0, pl.col("start") - pl.col("base"))
    # "Barranca, Lima province": a town and what holds it are no two places.
    is_unit = pl.col("kind_of").is_in(UNITS)
    is_next = (
        (pl.col("sentence_id") == pl.col("sentence_id").shift(1))
        & gap.str.contains(LISTED)
        & (is_unit == is_unit.shift(1))
        & (pl.col("kind_of") != "country")
    ).fill_null(False)
    is_kept = ~(ahead.str.contains(BETWEEN) & ~is_next)
    is_last = is_next & gap.str.contains(AND)
    return (
        places.with_columns(list_id=(~is_next).cum_sum(), is_kept=is_kept, is_last=is_last)
        .filter(pl.col("is_last").any().over("list_id"), pl.col("is_kept").all().over("list_id"))
        .select(
            "sentence_id",
            "list_id",
            "start",
            "end",
            "entity_id",
            "text",
            unit=pl.when(pl.col("kind_of").is_in(UNITS)).then("kind_of").otherwise(pl.lit("exact")),
        )
    )
