"""Related events: a run that undoes another, and events of one operation."""

import polars as pl

from pipelines.transforms.events.grouping.linkable import NO_SIDE

COLUMNS = ("event_id", "related_event_id", "relation")


def relate_events(
    founded: pl.DataFrame, runs: pl.DataFrame, members: pl.DataFrame, claims: pl.DataFrame
) -> pl.DataFrame:
    """One row per related pair of events, each relation once.

    reverses: a run and the run of another side before it at the place. same_operation: events of
    one story, side, day and admin1, the smaller id first. Which event is part of another follows
    from the figures, in sql/core/event_relation.sql.
    """
    places = claims.select("location_id", "admin1_id").drop_nulls("location_id").unique()
    placed = founded.join(places, on="location_id")
    return (
        pl.concat([reversals(runs), operations(placed, members, claims)])
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
