"""Runs: neighbouring days on which one side is said to have taken one place, one event each."""

import polars as pl

from pipelines.transforms.events.grouping.event_ids import with_cell_id

RUNS = (
    "event_id", "event_family", "location_id", "side_key", "date_start", "date_end", "run_no",
)  # fmt: skip


def find_runs(claims: pl.DataFrame, run_gap: int) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Runs of exact claims of one family, and which claim belongs to which.

    Takes linkable claims that found events and have a place. Returns the runs (columns of RUNS,
    in the order of place and time) and claim_id with event_id. A cell of another side ends a run,
    and so does a gap of more than `run_gap` days.
    """
    cells = number_runs(order_cells(claims), run_gap)
    runs = with_cell_id(
        cells.group_by("run_no", "event_family", "location_id", "side_key")
        .agg(day=pl.col("day").min(), date_end=pl.col("day").max())
        .sort("run_no"),
        "event_id",
    )
    found = (
        cells.join(runs.select("run_no", "event_id"), on="run_no")
        .select("location_id", "side_key", "day", "event_id")
        .join(
            claims.select("claim_id", "location_id", "side_key", day="date_start"),
            on=["location_id", "side_key", "day"],
        )
    )
    return runs.rename({"day": "date_start"}).select(RUNS), found.select("claim_id", "event_id")


def order_cells(claims: pl.DataFrame) -> pl.DataFrame:
    """One row per place, day and side, in the order in which the sides took the place.

    Inside a day: the order stated, where every side has one; else a side that retook the place
    comes after one that captured it; else the side that held it last is first; then by name.
    """
    cells = (
        claims.group_by("event_family", "location_id", "side_key", day="date_start")
        .agg(
            day_seq=pl.col("day_seq").min(),
            is_retaken=(pl.col("change_type") == "recaptured").any(),
        )
        .sort("location_id", "day", "side_key")
    )
    at_day = ("location_id", "day")
    is_told = pl.col("day_seq").is_not_null().all().over(at_day)
    sole_side = pl.when(pl.len().over(at_day) == 1).then("side_key")
    return (
        cells.with_columns(holder=sole_side.forward_fill().over("location_id"), is_told=is_told)
        .sort(
            "location_id",
            "day",
            pl.when("is_told").then("day_seq").otherwise(0),
            ~pl.col("is_told") & pl.col("is_retaken"),
            pl.col("side_key").ne_missing(pl.col("holder")),
            "side_key",
        )
        .select("event_family", "location_id", "side_key", "day")
    )


def number_runs(cells: pl.DataFrame, run_gap: int) -> pl.DataFrame:
    """Add run_no: it grows where place or side change, or the gap is too long."""
    changes = [
        pl.col(name).ne_missing(pl.col(name).shift(1)) for name in ("location_id", "side_key")
    ]
    gap = (pl.col("day") - pl.col("day").shift(1)) > pl.duration(days=run_gap)
    return cells.with_columns(
        run_no=pl.any_horizontal(*changes, gap.fill_null(False)).cast(pl.Int32).cum_sum()
    )


def latest_run(claims: pl.DataFrame, runs: pl.DataFrame, by: list[str]) -> pl.DataFrame:
    """The claims that have a run begun by their last day, with the latest of these.

    Adds event_id, run_start, run_end and run_side. Claims without a date or place have none.
    """
    ordered = runs.sort("date_start", "run_no", "event_id").select(
        "event_id",
        "location_id",
        "side_key",
        run_side="side_key",
        run_start="date_start",
        run_end="date_end",
    )
    kept = [name for name in ordered.columns if name not in ("location_id", "side_key")]
    return (
        claims.filter(pl.col("date_end").is_not_null(), pl.col("location_id").is_not_null())
        .sort("date_end", "claim_id")
        .join_asof(
            ordered.select(*by, *kept),
            left_on="date_end",
            right_on="run_start",
            by=by,
            strategy="backward",
            check_sortedness=False,
            coalesce=False,
        )
        .filter(pl.col("event_id").is_not_null())
    )


def only_run(claims: pl.DataFrame, runs: pl.DataFrame) -> pl.DataFrame:
    """The undated claims whose side has exactly one run at their place, with its event_id."""
    single = runs.filter(pl.len().over("location_id", "side_key") == 1)
    return claims.filter(pl.col("date_end").is_null()).join(
        single.select("event_id", "location_id", "side_key"), on=["location_id", "side_key"]
    )
