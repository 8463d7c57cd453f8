"""Looks at neighbours within runs of equal keys in sorted frames, faster than windows do.

Every function takes a run: a column whose value is the same all through a run and differs between
neighbouring runs, such as pl.col("sentence_id").rle_id().
"""

import polars as pl


def beside(value: pl.Expr, run: pl.Expr, step: int) -> pl.Expr:
    """The value `step` rows before (after, where negative); null across the run's border."""
    return pl.when(run == run.shift(step)).then(value.shift(step))


def last_before(value: pl.Expr, run: pl.Expr) -> pl.Expr:
    """The last value of the run's earlier rows that is not null."""
    known = value.shift(1).forward_fill()
    known_run = pl.when(value.is_not_null()).then(run).shift(1).forward_fill()
    return pl.when(known_run == run).then(known)


def first_after(value: pl.Expr, run: pl.Expr) -> pl.Expr:
    """The first value of the run's later rows that is not null."""
    known = value.shift(-1).backward_fill()
    known_run = pl.when(value.is_not_null()).then(run).shift(-1).backward_fill()
    return pl.when(known_run == run).then(known)


def count_before(is_counted: pl.Expr, run: pl.Expr) -> pl.Expr:
    """How many of the run's earlier rows are counted."""
    one = is_counted.cast(pl.Int32)
    before = one.cum_sum() - one
    is_first = (run != run.shift(1)).fill_null(True)
    return before - pl.when(is_first).then(before).forward_fill()


def count_in(is_counted: pl.Expr, run: pl.Expr) -> pl.Expr:
    """How many rows of the run are counted."""
    one = is_counted.cast(pl.Int32)
    upto = one.cum_sum()
    is_first = (run != run.shift(1)).fill_null(True)
    is_last = (run != run.shift(-1)).fill_null(True)
    before = pl.when(is_first).then(upto - one).forward_fill()
    return pl.when(is_last).then(upto).backward_fill() - before


def any_in(is_true: pl.Expr, run: pl.Expr) -> pl.Expr:
    """Whether any row of the run is true, nulls being false."""
    return count_in(is_true.fill_null(False), run) > 0


def last_known(value: pl.Expr, run: pl.Expr) -> pl.Expr:
    """The value, or where it is null the last one before it in its run."""
    return pl.coalesce(value, last_before(value, run))
