"""Related events: a run that undoes another, a part of an umbrella, one operation."""

import polars as pl

from pipelines.transforms.events.intervals import with_weeks
from pipelines.transforms.events.linkable import NO_SIDE

PLACES = ("location_id", "admin2_id", "admin1_id", "country_id")
COLUMNS = ("event_id", "related_event_id", "relation")


def relate_events(
    founded: pl.DataFrame, runs: pl.DataFrame, members: pl.DataFrame, claims: pl.DataFrame
) -> pl.DataFrame:
    """One row per related pair of events, each relation once.

    reverses: a run and the run of another side before it at the place. part_of: a finer event and
    each umbrella that may contain it. same_operation: events of one story, side, day and admin1,
    the smaller id first.
    """
    places = claims.select(PLACES).drop_nulls("location_id").unique()
    placed = founded.join(places, on="location_id")
    return (
        pl.concat([reversals(runs), parts(placed), operations(placed, members, claims)])
        .select(COLUMNS)
        .sort(COLUMNS)
    )


def reversals(runs: pl.DataFrame) -> pl.DataFrame:
    """Neighbouring runs of two sides at one place."""
    before = runs.sort("run_no").with_columns(
        related_event_id=pl.col("event_id").shift(1).over("location_id"),
        side_before=pl.col("side_key").shift(1).over("location_id"),
    )
    return before.filter(pl.col("side_before") != pl.col("side_key")).select(
        "event_id", "related_event_id", relation=pl.lit("reverses")
    )


def parts(placed: pl.DataFrame) -> pl.DataFrame:
    """Events of violence inside a coarser place, a wider interval or an all-sides event."""
    columns = ("event_id", "side_key", "date_start", "date_end")
    violence = placed.filter(pl.col("event_family") == "violence").drop_nulls("date_start")
    regions = pl.concat(
        violence.select(*columns, "location_id", region=name) for name in PLACES
    ).drop_nulls("region").unique()  # fmt: skip
    reached = with_weeks(
        pl.concat(
            regions.select(*columns, "location_id", "region", umbrella_side=side)
            for side in ("side_key", pl.lit(NO_SIDE))
        ).unique()
    )
    umbrellas = with_weeks(
        violence.select(*columns, region="location_id", umbrella_side="side_key")
    )
    is_wider = (
        (pl.col("region") != pl.col("location_id"))
        | (pl.col("side_key") != pl.col("side_key_whole"))
        | (pl.col("date_start") != pl.col("date_start_whole"))
        | (pl.col("date_end") != pl.col("date_end_whole"))
    )
    return (
        reached.join(umbrellas, on=["region", "umbrella_side", "week"], suffix="_whole")
        .filter(
            is_wider,
            pl.col("date_start") >= pl.col("date_start_whole"),
            pl.col("date_end") <= pl.col("date_end_whole"),
        )
        .select("event_id", related_event_id="event_id_whole", relation=pl.lit("part_of"))
        .unique()
    )


def operations(placed: pl.DataFrame, members: pl.DataFrame, claims: pl.DataFrame) -> pl.DataFrame:
    """Events of one story, side and day within one admin1."""
    told = members.filter(pl.col("event_role").is_in(["core", "satellite"])).join(
        claims.select("claim_id", "story_id"), on="claim_id"
    )
    keys = ["story_id", "side_key", "date_start", "admin1_id"]
    events = (
        placed.filter(pl.col("date_precision") == "day", pl.col("side_key") != NO_SIDE)
        .join(told.select("event_id", "story_id").unique(), on="event_id")
        .select("event_id", *keys)
        .drop_nulls()
    )
    return (
        events.join(events, on=keys, suffix="_other")
        .filter(pl.col("event_id") < pl.col("event_id_other"))
        .select(
            "event_id", related_event_id="event_id_other", relation=pl.lit("same_operation")
        )
        .unique()
    )  # fmt: skip
