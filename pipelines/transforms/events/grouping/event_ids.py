"""Ids of events, and the ids that other sets of claims would have given them."""

import polars as pl

from pipelines.transforms.ids import with_hash_id

PREFIX = "e_"


def with_cell_id(frame: pl.DataFrame, name: str) -> pl.DataFrame:
    """Add the id of the cell: from event_family, location_id, side_key and day."""
    keyed = frame.with_columns(kind=pl.lit("cell"))
    columns = ["kind", "event_family", "location_id", "side_key", "day"]
    return with_hash_id(keyed, name, columns, PREFIX).drop("kind")


def with_root_id(frame: pl.DataFrame, name: str, root: str) -> pl.DataFrame:
    """Add the id of an event without a cell, from the claim_id in the column `root`."""
    keyed = frame.with_columns(kind=pl.lit("claim"))
    return with_hash_id(keyed, name, ["kind", root], PREFIX).drop("kind")


def list_aliases(events: pl.DataFrame, members: pl.DataFrame, claims: pl.DataFrame) -> pl.DataFrame:
    """One row per id that some subset of the claims would have given an event.

    Each claim that can found an event would have issued two ids: that of its own cell, if it has
    a place and an exact day, and its own as a root. `claims` brings claim_id, event_family,
    location_id, side_key, date_start, is_core and is_founding. Where claims of one cell ended up
    in several events, the event that bears the id keeps it; then the smaller event id.
    """
    columns = ("claim_id", "event_family", "location_id", "side_key", "date_start", "is_core")
    told = claims.filter("is_founding").select(columns)
    founding = members.select("claim_id", "event_id").join(told, on="claim_id")
    cells = with_cell_id(
        founding.filter("is_core").rename({"date_start": "day"}),
        "alias_id",
    )
    roots = with_root_id(founding, "alias_id", "claim_id")
    own = events.select(alias_id="event_id", event_id="event_id")
    issued = pl.concat([own, *(part.select("alias_id", "event_id") for part in (cells, roots))])
    return (
        issued.sort("alias_id", pl.col("alias_id") != pl.col("event_id"), "event_id")
        .unique("alias_id", keep="first", maintain_order=True)
        .select("alias_id", "event_id")
    )
