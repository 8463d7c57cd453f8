"""Fighting for a place: it speaks of the run it stands near, or is an event of its own."""

import polars as pl

from pipelines.transforms.events.grouping.leftovers import gather_claims
from pipelines.transforms.events.grouping.linkable import members
from pipelines.transforms.events.territory.linking import as_events
from pipelines.transforms.events.territory.runs import find_runs, latest_run


def link_contests(
    claims: pl.DataFrame, runs: pl.DataFrame, constants: dict[str, int]
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Events of the family contested, and members of these and of territory runs.

    Takes linkable claims of the family contested. A claim speaks of the run that holds its days,
    else of the latest before them within reach; fighting long after is another matter. The rest
    makes runs of its own, so that every stretch of fighting has an event to name.
    """
    placed = claims.filter(pl.col("location_id").is_not_null())
    reach = pl.duration(days=constants["contest_reach"])
    near = latest_run(placed, runs, ["location_id"]).filter(
        pl.col("run_end") + reach >= pl.col("date_start")
    )
    context = members(near, "context", "same_run")
    rest = placed.filter("is_founding").join(context, on="claim_id", how="anti")
    fights, cores = find_runs(rest.filter("is_exact"), constants["run_gap"])
    vague = rest.filter(~pl.col("is_exact"))
    overlapping = latest_run(vague, fights, ["location_id"]).filter(
        pl.col("run_end") >= pl.col("date_start")
    )
    satellites = members(overlapping, "satellite", "interval")
    events, apart = gather_claims(vague.join(satellites, on="claim_id", how="anti"))
    return pl.concat([as_events(fights), events]), pl.concat(
        [context, members(cores, "core", "same_run"), satellites, apart]
    )
