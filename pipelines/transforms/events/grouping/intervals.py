"""Intervals of days, and the weeks that make joins of them equality joins."""

import polars as pl

UNDATED = -1
WEEK_DAYS = 7


def with_weeks(
    frame: pl.DataFrame, start: str = "date_start", end: str = "date_end"
) -> pl.DataFrame:
    """One row per row and week its interval touches, in the column `week`; undated rows get -1."""
    first, last = (pl.col(name).to_physical() // WEEK_DAYS for name in (start, end))
    weeks = pl.int_ranges(first, last + 1, dtype=pl.Int32)
    undated = pl.lit([UNDATED], dtype=pl.List(pl.Int32))
    return frame.with_columns(
        week=pl.when(pl.col(start).is_null() | pl.col(end).is_null()).then(undated).otherwise(weeks)
    ).explode("week")


def overlaps(other: str) -> pl.Expr:
    """Whether the row's interval and that of the columns with suffix `other` share a day.

    Two undated ones do; an undated and a dated one do not.
    """
    start, end = f"date_start{other}", f"date_end{other}"
    both_undated = pl.col("date_start").is_null() & pl.col(start).is_null()
    meet = (pl.col("date_start") <= pl.col(end)) & (pl.col(start) <= pl.col("date_end"))
    return both_undated | meet.fill_null(False)
