"""Times moved by days: 'the next day' after 30 April is 1 May."""

import polars as pl

# Days of each month; the last of February is known only with its year.
LENGTHS = {1: 31, 2: 28, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31}
FEBRUARY = 2
# "48 hours after" tells of no day.
IN_DAYS = r"(?i)(?-u:\b)(?:days?|nights?)(?-u:\b)"


def move_times(times: pl.DataFrame, days: pl.Expr) -> pl.DataFrame:
    """The times with their time_* fields moved by so many days (an expression, no nulls).

    Moved across the end of February a date keeps its month alone.
    """
    month, day = pl.col("time_month"), pl.col("time_day")
    last_month = (month - 2) % 12 + 1
    target = day + pl.col("__days")
    is_over, is_under = target > length(month), target < 1
    new_month = (
        pl.when(is_over).then(month % 12 + 1).when(is_under).then(last_month).otherwise(month)
    )
    new_day = (
        pl.when(is_over).then(target - length(month))
        .when(is_under).then(target + length(last_month))
        .otherwise(target)
    )  # fmt: skip
    year_step = (
        pl.when(is_over & (month == 12)).then(1).when(is_under & (month == 1)).then(-1).otherwise(0)
    )
    is_leap_risk = (is_over & (month == FEBRUARY)) | (is_under & (last_month == FEBRUARY))
    is_date = (pl.col("time_kind") == "date") & (pl.col("__days") != 0)
    blurred = (is_date & is_leap_risk).fill_null(False)
    dated = is_date.fill_null(False)
    weekday = {
        name: (pl.col(name) - 1 + pl.col("__days")) % 7 + 1
        for name in ("time_weekday", "time_weekday_end")
    }
    return times.with_columns(__days=days.cast(pl.Int32)).with_columns(
        **weekday,
        time_days_start=pl.col("time_days_start") + pl.col("__days"),
        time_days_end=pl.col("time_days_end") + pl.col("__days"),
        time_year=pl.when(dated).then(pl.col("time_year") + year_step).otherwise("time_year"),
        time_month=pl.when(dated).then(new_month).otherwise("time_month"),
        time_day=pl.when(blurred).then(None).when(dated).then(new_day).otherwise("time_day"),
        time_day_end=pl.when(pl.col("__days") == 0).then("time_day_end"),
        time_kind=pl.when(blurred).then(pl.lit("month")).otherwise("time_kind"),
    ).drop("__days")  # fmt: skip


def from_time_before(spans: pl.DataFrame) -> pl.DataFrame:
    """'A day earlier' counts from the day that its sentence names last before it, and so does what
    is told behind 'a day after': 'X was killed on Monday, a day after Y had been'.

    spans: time spans in the order of the text, with row (the sentence), sense, voice, shift,
    has_clause (what follows says what it counts from) and the time_* fields.
    """
    before = pl.col("row") == pl.col("row").shift(1)
    is_day = pl.col("time_kind").is_in(["date", "weekday"]) | (
        (pl.col("time_kind") == "days") & (pl.col("time_days_end") == pl.col("time_days_start"))
    )
    has_day = (
        before & is_day.shift(1) & pl.col("voice").shift(1).is_in(["on", "of"])
        & (pl.col("sense") == "shift")
        & (~pl.col("has_clause") | pl.col("time_text").str.contains(IN_DAYS))
        & pl.col("shift").is_not_null() & pl.col("time_kind").is_null()
    ).fill_null(False)  # fmt: skip
    marked = spans.with_columns(
        shift=pl.when(has_day & pl.col("has_clause")).then(-pl.col("shift")).otherwise("shift")
    )
    return count_from(
        marked, has_day, 1, pl.when("has_clause").then(pl.lit("clause")).otherwise(pl.lit("on"))
    )


def next_months(spans: pl.DataFrame) -> pl.DataFrame:
    """'The next month' is the one after that which its sentence names right before."""
    before = (pl.col("row") == pl.col("row").shift(1)) & (pl.col("sense") == "month_after")
    month = pl.when(before).then(pl.col("time_month").shift(1))
    is_next = month.is_not_null()
    year = pl.col("time_year").shift(1) + (month == 12).cast(pl.Int32)
    return spans.with_columns(
        __is_next=is_next, __month=(month % 12 + 1).cast(pl.Int32), __year=year
    ).with_columns(
        sense=pl.when("__is_next").then(pl.lit("month")).otherwise("sense"),
        voice=pl.when("__is_next").then(pl.lit("on")).otherwise("voice"),
        time_kind=pl.when("__is_next").then(pl.lit("month")).otherwise("time_kind"),
        time_month=pl.when("__is_next").then("__month").otherwise("time_month"),
        time_year=pl.when("__is_next").then("__year").otherwise("time_year"),
    ).drop("__is_next", "__month", "__year")  # fmt: skip


def count_from(spans: pl.DataFrame, is_counted: pl.Expr, step: int, voice: pl.Expr) -> pl.DataFrame:
    """The spans, those that are counted dated by their shift from the span so many rows before,
    and bound as voice says."""
    names = [name for name in spans.columns if name.startswith("time_") and name != "time_text"]
    marked = spans.with_columns(__is_counted=is_counted)
    counted = pl.col("__is_counted")
    based = marked.with_columns(
        *(pl.when(counted).then(pl.col(name).shift(step)).otherwise(name).alias(name)
          for name in names),
        voice=pl.when(counted).then(voice).otherwise("voice"),
    )  # fmt: skip
    return (
        move_times(based, pl.when(counted).then("shift").otherwise(0))
        .with_columns(
            sense=pl.when(counted).then("time_kind").otherwise("sense"),
            shift=pl.when(~counted).then("shift"),
        )
        .drop("__is_counted")
    )


def length(month: pl.Expr) -> pl.Expr:
    """How many days a month has."""
    return month.replace_strict(LENGTHS, default=None, return_dtype=pl.Int32)
