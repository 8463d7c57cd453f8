"""Cells of violence: the reports on one place, day and side harmed."""

import polars as pl

from pipelines.transforms.events.event_ids import with_cell_id
from pipelines.transforms.events.evidence import BRINGING, NUMBER, STORY

ANCESTORS = ("admin2_id", "admin1_id", "country_id")
CELL = ["location_id", "side_key", "day"]


def violence_reports(claims: pl.DataFrame) -> pl.DataFrame:
    """One row per report of linkable violence claims, with what linking asks of it."""
    firsts = (
        "article_id", "story_id", "claim_type", "event_family", "location_id", "place_key",
        *ANCESTORS, "side_key", "date_start", "date_end", "is_exact",
    )  # fmt: skip
    return (
        claims.sort("rank")
        .group_by("report_id", maintain_order=True)
        .agg(
            pl.col(firsts).first(),
            pl.col("rank", "evidence_start").min(),
            has_number=pl.col("number").is_not_null().any(),
            has_value=pl.coalesce("value_best", "value_low", "value_high").is_not_null().any(),
        )
        .with_columns(is_core=pl.col("is_exact") & pl.col("location_id").is_not_null())
    )


def find_cells(reports: pl.DataFrame, facts: pl.DataFrame, slip_number: int) -> pl.DataFrame:
    """The exact reports with their cell's day and id, after the date slip.

    Adds day, cell_id and slipped. One step only: a report moves to the day before if a report
    there shares its story, or a number that large, and has no such partner itself on the day
    before that. An article that tells of both days knows them apart.
    """
    exact = reports.filter("is_core").with_columns(day="date_start")
    partners = pair_days(exact, facts, slip_number)
    moving = partners.join(
        partners.select(partner_id="report_id"), on="partner_id", how="anti"
    ).select("report_id", slipped=pl.lit(True)).unique()  # fmt: skip
    cells = exact.join(moving, on="report_id", how="left").with_columns(
        pl.col("slipped").fill_null(False)
    )
    days_back = pl.duration(days=pl.col("slipped").cast(pl.Int64))
    return with_cell_id(cells.with_columns(day=pl.col("day") - days_back), "cell_id")


def pair_days(exact: pl.DataFrame, facts: pl.DataFrame, slip_number: int) -> pl.DataFrame:
    """Reports with a partner at their place and side on the day before: report_id, partner_id."""
    told = exact.select("report_id", "article_id", "has_number", *CELL).join(
        facts.filter(pl.col("fact").is_in(BRINGING)), on="report_id"
    )
    earlier = told.with_columns(pl.col("day") + pl.duration(days=1))
    tells_both = earlier.select("article_id", *CELL).unique()
    number = pl.col("value").filter(fact=NUMBER).cast(pl.Int64).max()
    return (
        told.join(tells_both, on=["article_id", *CELL], how="anti")
        .join(earlier, on=[*CELL, "fact", "value"], suffix="_partner")
        .group_by("report_id", partner_id="report_id_partner")
        .agg(
            pl.col("has_number").first(),
            is_same_story=(pl.col("fact") == STORY).any(),
            number=number,
        )
        .filter(
            (pl.col("number") >= slip_number)
            | (pl.col("is_same_story") & (~pl.col("has_number") | pl.col("number").is_not_null()))
        )
        .select("report_id", "partner_id")
    )
