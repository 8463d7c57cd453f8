"""Scenes that no gazetteer knows: what is told of them lies in a unit that the text speaks of."""

import polars as pl

from pipelines.transforms.text.runs import beside

# What leads to a name that is a place whoever knows it: "in X", "the village of X", "X village".
LEADS = ["in", "of", "place_noun"]
# "North X zone" is a unit of its own, and lies in no unit that the gazetteer knows.
UNITS = ["admin1", "admin2", "region"]


def unlisted_places(rated: pl.DataFrame) -> pl.DataFrame:
    """The unresolved places among rated mentions that may be a scene, with is_unit.

    rated: mentions with cost, clause_no and list_no, as `rate_mentions` gives them.
    """
    run, kind = pl.col("sentence_id"), pl.col("kind")
    is_led = beside(kind, run, 1).is_in(LEADS) & (pl.col("words_before") <= 1)
    after_kind, after_sense = beside(kind, run, -1), beside(pl.col("sense"), run, -1)
    is_unit = (after_kind == "place_noun") & after_sense.is_in(UNITS)
    return rated.with_columns(is_led=is_led, is_unit=is_unit.fill_null(False)).filter(
        "is_led", pl.col("kind") == "place", pl.col("entity_id").is_null()
    )


def prefer_unlisted(
    harms: pl.DataFrame, chosen: pl.DataFrame, places: pl.DataFrame
) -> pl.DataFrame:
    """Harms, with what holds an unlisted scene in place of a known one that serves worse.

    chosen: sentence_id, harm_no, start, end, text, is_unit of harms whose scene is unlisted. A
    village lies in the first-level unit of the scene told, a unit of its own in the country; so
    does what has_scene does not vouch for (the reporter's own place).
    """
    units = places.select("location_id", "admin1_id", "country_id")
    told = chosen.select(
        "sentence_id", "harm_no", "is_unit", unlisted_text="text", unlisted_start="start",
        unlisted_end="end",
    )  # fmt: skip
    joined = harms.join(
        told, on=["sentence_id", "harm_no"], how="left", maintain_order="left"
    ).join(units, on="location_id", how="left", maintain_order="left")
    is_unlisted = pl.col("unlisted_text").is_not_null()
    admin1 = pl.when(~pl.col("is_unit") & pl.col("has_scene")).then("admin1_id")
    return joined.with_columns(
        location_id=pl.when(is_unlisted)
        .then(pl.coalesce(admin1, "country_id"))
        .otherwise("location_id"),
        where_precision=pl.when(is_unlisted & admin1.is_not_null())
        .then(pl.lit("admin1"))
        .when(is_unlisted & pl.col("country_id").is_not_null())
        .then(pl.lit("country"))
        .otherwise("where_precision"),
        location_text=pl.coalesce("unlisted_text", "location_text"),
        place_start=pl.coalesce("unlisted_start", "place_start"),
        place_end=pl.coalesce("unlisted_end", "place_end"),
    ).select(pl.col(harms.columns).exclude("has_scene"))
