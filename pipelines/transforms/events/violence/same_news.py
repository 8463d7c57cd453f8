"""News of one day: reports without an exact day that give one number on the day it became known."""

import polars as pl

from pipelines.transforms.events.grouping.intervals import overlaps
from pipelines.transforms.events.grouping.linkable import NO_SIDE
from pipelines.transforms.events.violence.cells import ANCESTORS
from pipelines.transforms.events.violence.evidence import NEWS, NEWS_HERE

WHERE = ("location_id", *ANCESTORS)


def meet_in_news(
    reports: pl.DataFrame, facts: pl.DataFrame, constants: dict[str, int]
) -> pl.DataFrame:
    """Pairs of reports that share a number of one harm first known on one day, of two articles.

    `reports` bring report_id, article_id, location_id with its ancestors, side_key, date_start,
    date_end, has_number, is_retold and told_order. Two reports fit where one's place is the
    other's or holds it, or is not named; and where their side is the same, or one of them names
    none. Returns report_id, original_id, member, original, has_number and is_level (same place and
    side): the earlier by
    told_order is the original.
    """
    # A small number proves nothing but in one story, and half the reports of a war have one.
    retold = reports.filter("is_retold")["report_id"]
    is_large = pl.col("number") >= constants["satellite_number"]
    proving = facts.filter(
        (pl.col("fact") == NEWS_HERE)
        | ((pl.col("fact") == NEWS) & (is_large | pl.col("report_id").is_in(retold.implode())))
    )
    told = reports.select(
        "report_id", "article_id", *WHERE, "side_key", "date_start", "date_end", "has_number",
        "told_order",
    ).join(proving, on="report_id")  # fmt: skip
    is_inside = pl.any_horizontal(
        pl.col("location_id") == pl.col(f"{name}_first") for name in WHERE
    )
    holds = pl.any_horizontal(pl.col(name) == pl.col("location_id_first") for name in WHERE)
    unnamed = pl.col("location_id").is_null() | pl.col("location_id_first").is_null()
    same_side = pl.col("side_key") == pl.col("side_key_first")
    no_side = (pl.col("side_key") == NO_SIDE) | (pl.col("side_key_first") == NO_SIDE)
    return (
        told.join(told, on="value", suffix="_first")
        .filter(
            pl.col("told_order_first") < pl.col("told_order"),
            pl.col("article_id") != pl.col("article_id_first"),
            overlaps("_first"),
            is_inside.fill_null(False) | holds.fill_null(False) | unnamed,
            same_side | no_side,
        )
        .select(
            "report_id",
            original_id="report_id_first",
            member="told_order",
            original="told_order_first",
            has_number="has_number",
            is_level=same_side & pl.col("location_id").eq_missing(pl.col("location_id_first")),
        )
        .unique()
    )


def order_by_place() -> pl.Expr:
    """Place in the order of who may be another's original: the finest place, then the rank."""
    depth = pl.sum_horizontal(
        pl.col("location_id").is_not_null().cast(pl.Int64),
        *(
            (pl.col(name) != pl.col("location_id")).fill_null(False).cast(pl.Int64)
            for name in ANCESTORS
        ),
    )
    return pl.struct(-depth, "rank").rank("ordinal").cast(pl.Int64)
