"""Territory: runs of change, what attaches to them, and what stays apart."""

import polars as pl

from pipelines.transforms.events.grouping.leftovers import EVENTS, gather_claims
from pipelines.transforms.events.grouping.linkable import LOSER_MARK, members
from pipelines.transforms.events.territory.counting_claims import cover_runs
from pipelines.transforms.events.territory.runs import RUNS, find_runs, latest_run, only_run

PLACE_AND_SIDE = ["location_id", "side_key"]


def link_territory(
    claims: pl.DataFrame, constants: dict[str, int]
) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """Events of territory, the members of each, and the runs among the events in their order.

    Takes linkable claims of the family territory.
    """
    changes = claims.filter(pl.col("claim_type") == "territory_change", "is_founding")
    named = changes.filter(pl.col("n_places").is_null())
    runs, found = find_both_runs(named, constants["run_gap"])
    rest = named.join(found, on="claim_id", how="anti")
    events, apart = gather_claims(rest)
    counting = changes.filter(pl.col("n_places").is_not_null())
    covered = cover_runs(counting, runs, found, claims)
    counts, counted = gather_claims(counting.join(covered, on="claim_id", how="anti"))
    spoken = speak_of_runs(
        claims.filter((pl.col("claim_type") == "territory_control") | ~pl.col("is_founding")),
        pl.concat([runs, as_runs(events)]),
    )
    return (
        pl.concat([as_events(runs), events, counts]),
        pl.concat([found, apart, covered, counted, spoken]),
        runs,
    )


def find_both_runs(changes: pl.DataFrame, run_gap: int) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Runs of the sides that are named, then of takers that nobody names, and their members.

    "The town fell" speaks of a run that is told with its taker, if one covers the day; else of one
    that is told with its loser. Only what is left makes runs of its own.
    """
    is_placed = pl.col("location_id").is_not_null()
    is_named = ~pl.col("side_key").str.starts_with(LOSER_MARK)
    exact = changes.filter(is_placed, "is_exact")
    runs, cores = find_runs(exact.filter(is_named), run_gap)
    attached = pl.concat(
        [attach_intervals(changes.filter(is_named, ~pl.col("is_exact")), runs),
         attach_nameless(changes.filter(is_placed, ~is_named), runs)]
    )  # fmt: skip
    nameless = changes.filter(is_placed, ~is_named).join(attached, on="claim_id", how="anti")
    losing = nameless.filter(pl.col("from_side_id").is_not_null())
    lost, lost_cores = find_runs(losing.filter("is_exact"), run_gap)
    silent = nameless.filter(pl.col("from_side_id").is_null())
    unsaid = attach_nameless(silent, lost)
    alone = silent.join(unsaid, on="claim_id", how="anti")
    fallen, fallen_cores = find_runs(alone.filter("is_exact"), run_gap)
    late = [
        attach_intervals(rest.filter(~pl.col("is_exact")), own)
        for rest, own in ((losing, lost), (alone, fallen))
    ]
    numbered = [
        runs,
        lost.with_columns(pl.col("run_no") + runs.height),
        fallen.with_columns(pl.col("run_no") + runs.height + lost.height),
    ]
    core = members(pl.concat([cores, lost_cores, fallen_cores]), "core", "same_run")
    return pl.concat(numbered), pl.concat([core, attached, unsaid, *late])


def attach_intervals(claims: pl.DataFrame, runs: pl.DataFrame) -> pl.DataFrame:
    """Members for claims without an exact day: the latest run of their side that they overlap.

    Undated ones speak of the only run of their side at the place; with several they stay apart.
    """
    dated = latest_run(claims, runs, PLACE_AND_SIDE).filter(
        pl.col("run_end") >= pl.col("date_start")
    )
    return pl.concat(
        [members(dated, "satellite", "interval"),
         members(only_run(claims, runs), "satellite", "same_run")]
    )  # fmt: skip


def attach_nameless(claims: pl.DataFrame, runs: pl.DataFrame) -> pl.DataFrame:
    """Members for claims that name no taker: the latest run they overlap, unless by the loser."""
    found = latest_run(claims, runs, ["location_id"]).filter(
        pl.col("run_end") >= pl.col("date_start"),
        pl.col("run_side").ne_missing(pl.col("from_side_id")),
    )
    return members(found, "satellite", "same_run")


def speak_of_runs(claims: pl.DataFrame, runs: pl.DataFrame) -> pl.DataFrame:
    """Members for control and denial: the run of their side that holds their day, or the latest.

    A side that denies to have withdrawn speaks of the latest run of another. Neither founds an
    event: who holds a place without a run known stays without an event.
    """
    is_nameless = pl.col("side_key").str.starts_with(LOSER_MARK)
    stays = claims.filter(is_nameless, pl.col("assertion") == "denied")
    lost = latest_run(stays, runs, ["location_id"]).filter(
        pl.col("run_side") != pl.col("from_side_id")
    )
    others = claims.join(lost, on="claim_id", how="anti")
    dated = latest_run(others, runs, PLACE_AND_SIDE)
    found = (dated, lost, only_run(others, runs))
    return pl.concat(members(one, "context", "same_run") for one in found)


def as_runs(events: pl.DataFrame) -> pl.DataFrame:
    """Dated events without an exact day, in the columns of runs and before these of their day."""
    dated = events.filter(pl.col("date_start").is_not_null(), pl.col("location_id").is_not_null())
    return dated.with_columns(run_no=pl.lit(0, dtype=pl.Int32)).select(RUNS)


def as_events(runs: pl.DataFrame) -> pl.DataFrame:
    """Runs in the columns of events."""
    return runs.with_columns(date_precision=pl.lit("day")).select(EVENTS)
