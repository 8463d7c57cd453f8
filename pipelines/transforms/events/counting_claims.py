"""Counting claims: "three districts" covers the runs told by name, and adds nothing to them."""

import polars as pl

from pipelines.transforms.events.intervals import overlaps, with_weeks
from pipelines.transforms.events.linkable import members

ANCESTORS = ("location_id", "admin2_id", "admin1_id", "country_id")


def cover_runs(
    counting: pl.DataFrame, runs: pl.DataFrame, found: pl.DataFrame, claims: pl.DataFrame
) -> pl.DataFrame:
    """Members of role covers: each counting claim with the best supported run that it covers.

    A run is covered where it is of the same side, inside the claim's place and overlaps its
    interval. A claim without a place covers the runs that its own article tells.
    Best supported: told by most stories, then by most claims; then the smaller event_id.
    """
    told = found.join(
        claims.select("claim_id", "article_id", "story_id", *ANCESTORS), on="claim_id"
    )
    support = told.group_by("event_id").agg(
        n_stories=pl.col("story_id").n_unique(), n_claims=pl.len()
    )
    regions = pl.concat(
        told.select("event_id", region=name) for name in ("article_id", *ANCESTORS)
    ).unique()
    covering = with_weeks(
        counting.with_columns(region=pl.coalesce("location_id", "article_id")).filter(
            pl.col("date_start").is_not_null()
        )
    )
    covered = with_weeks(runs.select("event_id", "side_key", "date_start", "date_end")).join(
        regions.drop_nulls(), on="event_id"
    )
    best = (
        covering.join(covered, on=["region", "side_key", "week"], suffix="_run")
        .filter(overlaps("_run"))
        .join(support, on="event_id")
        .sort(
            "claim_id", "n_stories", "n_claims", "event_id", descending=[False, True, True, False]
        )
        .unique("claim_id", keep="first", maintain_order=True)
    )
    return members(best, "covers", "interval")
