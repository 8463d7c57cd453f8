"""Cells of violence: the reports on one place, day and side harmed."""

import polars as pl

from pipelines.transforms.events.grouping.event_ids import with_cell_id
from pipelines.transforms.events.grouping.linkable import NO_SIDE
from pipelines.transforms.events.violence.evidence import BRINGING, NUMBER, STORY

ANCESTORS = ("admin2_id", "admin1_id", "country_id")
PLACE_AND_DAY = ["location_id", "day"]


def violence_reports(claims: pl.DataFrame) -> pl.DataFrame:
    """One row per report of linkable violence claims, with what linking asks of it."""
    firsts = (
        "article_id", "story_id", "claim_type", "event_family", "location_id", "place_key",
        *ANCESTORS, "side_key", "date_start", "date_end", "is_core", "is_retold",
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
    )


def find_cells(reports: pl.DataFrame, facts: pl.DataFrame, slip_number: int) -> pl.DataFrame:
    """The exact reports with their cell's day, side and id, after the date slip.

    Adds day, cell_id, slipped and told_side; side_key becomes the cell's. One step only: a report
    moves to the day before if a report there shares its story, or a number that large, and has no
    such partner itself on the day before that. An article that tells of both days knows them apart.
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
    settled = cells.with_columns(day=pl.col("day") - days_back, told_side="side_key")
    return with_cell_id(settled.with_columns(side_key=only_side()), "cell_id")


def only_side() -> pl.Expr:
    """The report's side; where it names none, the only side named at its place and day, if one."""
    at_day = ("location_id", "day")
    named = pl.when(pl.col("side_key") != NO_SIDE).then("side_key")
    is_only = named.n_unique().over(at_day) - named.is_null().any().over(at_day) == 1
    only = pl.when(is_only).then(named.max().over(at_day))
    return pl.coalesce(named, only, pl.lit(NO_SIDE))


def pair_days(exact: pl.DataFrame, facts: pl.DataFrame, slip_number: int) -> pl.DataFrame:
    """Reports with a partner at their place on the day before: report_id, partner_id.

    Of its own side, or of any where the report names none.
    """
    told = exact.select("report_id", "article_id", "has_number", "side_key", *PLACE_AND_DAY).join(
        facts.filter(pl.col("fact").is_in(BRINGING)), on="report_id"
    )
    earlier = told.with_columns(pl.col("day") + pl.duration(days=1))
    tells_both = earlier.select("article_id", "side_key", *PLACE_AND_DAY).unique()
    fits = (pl.col("side_key") == pl.col("side_key_partner")) | (pl.col("side_key") == NO_SIDE)
    number = pl.col("number").filter(fact=NUMBER).max()
    return (
        told.join(tells_both, on=["article_id", "side_key", *PLACE_AND_DAY], how="anti")
        .join(earlier, on=[*PLACE_AND_DAY, "value"], suffix="_partner")
        .filter(fits, pl.col("article_id") != pl.col("article_id_partner"))
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
