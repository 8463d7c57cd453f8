"""Claims that no core took: grouped with the first of their kind, as events without a day."""

import polars as pl

from pipelines.transforms.events.grouping.event_ids import with_root_id
from pipelines.transforms.events.grouping.intervals import overlaps, with_weeks
from pipelines.transforms.events.grouping.linkable import members
from pipelines.transforms.events.grouping.stars import join_originals

EVENTS = (
    "event_id", "event_family", "location_id", "side_key", "date_start", "date_end",
    "date_precision",
)  # fmt: skip


def gather_claims(claims: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Events of claims at one place, of one side, whose intervals overlap; and their members.

    Claims of one interval are one unit; each unit joins the first it overlaps, never a chain.
    Claims without a place meet only in their own story.
    """
    keys = ["place_key", "side_key", "date_start", "date_end"]
    units = claims.group_by(keys).agg(pl.col("rank").min())
    pairs = pair_overlaps(units, ["place_key", "side_key"])
    grouped = claims.join(units.rename({"rank": "unit_rank"}), on=keys, nulls_equal=True)
    return found_events(grouped, join_originals(pairs))


def pair_overlaps(units: pl.DataFrame, by: list[str]) -> pl.DataFrame:
    """Pairs of units with equal keys whose intervals overlap: member, original (by rank)."""
    weeks = with_weeks(units)
    return (
        weeks.join(weeks, on=[*by, "week"], suffix="_first")
        .filter(pl.col("rank_first") < pl.col("rank"), overlaps("_first"))
        .select(
            member="rank",
            original="rank_first",
            points=pl.lit(None, dtype=pl.Int32),
            reasons=pl.lit("interval"),
        )
        .unique()
        .sort("member", "original")
    )


def found_events(grouped: pl.DataFrame, stars: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Events and members of claims whose `unit_rank` is the rank of their unit's first claim.

    `stars` says which unit joins which original, and with what points and reasons, if any. The
    root is the first claim of the original; place, side and dates of the event are the root's.
    """
    rooted = (
        grouped.join(stars, left_on="unit_rank", right_on="member", how="left")
        .with_columns(root=pl.coalesce("original", "unit_rank"))
        .sort("root", pl.col("unit_rank") != pl.col("root"), "rank")
    )
    events = with_root_id(
        rooted.unique("root", keep="first", maintain_order=True), "event_id", "claim_id"
    )
    found = rooted.join(events.select("root", "event_id"), on="root")
    return events.select(EVENTS), members(found, "core", pl.col("reasons"), "points")
