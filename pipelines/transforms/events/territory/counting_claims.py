"""Counting claims: "three districts" covers the runs told by name, and adds nothing to them."""

import polars as pl

from pipelines.transforms.events.grouping.intervals import overlaps, with_weeks
from pipelines.transforms.events.grouping.linkable import LOSER_MARK, members

ANCESTORS = ("location_id", "admin2_id", "admin1_id", "country_id")


def cover_runs(
    counting: pl.DataFrame, runs: pl.DataFrame, found: pl.DataFrame, claims: pl.DataFrame
) -> pl.DataFrame:
    """Members of role covers: each counting claim with the best supported run that it covers.

    A run is covered where it is of the same side, inside the claim's place and overlaps its
    interval. A claim without a place covers the runs that its own article tells; one that names
    no taker those of any side but the loser's.
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
    is_nameless = pl.col("side_key").str.starts_with(LOSER_MARK)
    covering = with_weeks(
        counting.filter(pl.col("date_start").is_not_null()).with_columns(
            region=pl.coalesce("location_id", "article_id"),
            taker=pl.when(is_nameless).then(pl.lit(LOSER_MARK)).otherwise("side_key"),
        )
    )
    spans = runs.select("event_id", "date_start", "date_end", run_side="side_key")
    takers = [spans.with_columns(taker=key) for key in ("run_side", pl.lit(LOSER_MARK))]
    covered = with_weeks(pl.concat(takers)).join(regions.drop_nulls(), on="event_id")
    best = (
        covering.join(covered, on=["region", "taker", "week"], suffix="_run")
        .filter(overlaps("_run"), pl.col("run_side").ne_missing(pl.col("from_side_id")))
        .join(support, on="event_id")
        .sort(
            "claim_id", "n_stories", "n_claims", "event_id", descending=[False, True, True, False]
        )
        .unique("claim_id", keep="first", maintain_order=True)
    )
    return members(best, "covers", "interval")
