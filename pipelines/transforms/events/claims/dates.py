"""Dates: turns the relative time of a claim and its article's reference date into an interval."""

import polars as pl

from pipelines.transforms.text.times.known_days import weekdays_back

WEEK_DAYS, MONTH_DAYS = 14, 62
# A day of a month may lie this far after the reference date and still be meant: time zones.
AHEAD = 1
# A day without a year that lies ahead by no more than this is one to come, not one of last year;
# so is the month that comes next.
SOON, NEXT_MONTH = 60, 31
UNDATED = 7


def resolve_dates(frame: pl.DataFrame) -> pl.DataFrame:
    """Add date_start, date_end and date_precision to a frame with TIME_FIELDS and reference_on.

    Exact is precision day with start = end. Nothing stated: the seven days up to the reference
    date, precision week. No reference date and no whole date: null, unknown. A weekday is the
    latest such day up to the reference date, a month and day the nearest not after it. `assertion`
    is used where the frame has it: times stated for planned claims may lie ahead.
    """
    may_lie_ahead = (
        ((pl.col("assertion") == "planned") & (pl.col("date_basis") == "stated")).fill_null(False)
        if "assertion" in frame.columns
        else pl.lit(False)
    )
    known = frame.with_columns(__ahead=may_lie_ahead, __r=pl.col("reference_on"))
    spans = known.with_columns(__start=span_start(), __end=span_end())
    settled = settle_spans(spans)
    return settled.drop("__ahead", "__r", "__start", "__end")


def whole_date(day: pl.Expr) -> pl.Expr:
    """The date of year, month and `day`; the year is the reference's where none is given.

    Without a year, the date nearest to the reference that does not lie after it; a weekday named
    with it settles nothing. Days that a month does not have, and days soon to come, give null.
    """
    month = pl.col("time_month")
    given = make_date(pl.col("time_year"), month, day)
    here = make_date(pl.col("__r").dt.year(), month, day)
    before = make_date(pl.col("__r").dt.year() - 1, month, day)
    after = make_date(pl.col("__r").dt.year() + 1, month, day)
    limit = pl.col("__r") + pl.duration(days=AHEAD)
    is_last = pl.col("time_text").str.contains(r"(?i)(?-u:\b)last ").fill_null(False)
    soon = pl.when(pl.col("time_kind") == "month").then(NEXT_MONTH).otherwise(SOON)
    nearest = (
        pl.when("__ahead")
        .then(pl.when(here >= pl.col("__r")).then(here).otherwise(after))
        .when(here <= limit)
        .then(here)
        .when((here > limit + pl.duration(days=soon)) | is_last)
        .then(before)
    )
    return pl.when(pl.col("time_year").is_not_null()).then(given).otherwise(nearest)


def make_date(year: pl.Expr, month: pl.Expr, day: pl.Expr) -> pl.Expr:
    """A date, or null where any part is null or the month has no such day."""
    text = pl.format(
        "{}-{}-{}",
        year.cast(pl.String).str.zfill(4),
        month.cast(pl.String).str.zfill(2),
        day.cast(pl.String).str.zfill(2),
    )
    return text.str.to_date("%Y-%m-%d", strict=False)


def month_start() -> pl.Expr:
    """First day of the month named, with the year as for whole dates."""
    return whole_date(pl.lit(1, pl.Int32))


def weekday_date() -> pl.Expr:
    """Latest such weekday up to the reference date, or as far before it as the time says."""
    today = pl.col("__r").dt.weekday().cast(pl.Int32)
    back = weekdays_back(today, pl.coalesce("time_weekday_end", "time_weekday"))
    is_next = pl.col("time_text").str.contains(r"(?i)(?-u:\b)(?:next|coming|by|until)(?-u:\b)")
    back = pl.when(pl.col("__ahead") & is_next.fill_null(False)).then(back - 7).otherwise(back)
    return pl.col("__r") - pl.duration(days=back + weekday_width())


def weekday_width() -> pl.Expr:
    """Days from the first to the last weekday of 'Sunday and Monday'."""
    return ((pl.col("time_weekday_end") - pl.col("time_weekday") + 7) % 7).fill_null(0)


def weekend_start() -> pl.Expr:
    """Saturday of the latest weekend that has begun by the reference date."""
    back = (pl.col("__r").dt.weekday().cast(pl.Int32) - 6 + 7) % 7
    return pl.col("__r") - pl.duration(days=back)


def by_kind(**cases: pl.Expr) -> pl.Expr:
    """The expression of the row's time_kind."""
    chosen = pl.lit(None, pl.Date)
    for kind, value in cases.items():
        chosen = pl.when(pl.col("time_kind") == kind).then(value).otherwise(chosen)
    return chosen


def span_start() -> pl.Expr:
    """First day that the time itself names."""
    return by_kind(
        date=whole_date(pl.col("time_day")),
        weekday=weekday_date(),
        weekend=weekend_start(),
        days=pl.col("__r") + pl.duration(days=pl.col("time_days_start")),
        month=month_start(),
        year=make_date(pl.col("time_year"), pl.lit(1), pl.lit(1)),
    )


def span_end() -> pl.Expr:
    """Last day that the time itself names."""
    first_day = whole_date(pl.col("time_day"))
    last_day = make_date(
        first_day.dt.year(), pl.col("time_month"), pl.coalesce("time_day_end", "time_day")
    )
    return by_kind(
        date=pl.when(last_day >= first_day).then(last_day).otherwise(first_day),
        weekday=weekday_date() + pl.duration(days=weekday_width()),
        weekend=weekend_start() + pl.duration(days=1),
        days=pl.col("__r") + pl.duration(days=pl.col("time_days_end")),
        month=month_start().dt.month_end(),
        year=make_date(pl.col("time_year"), pl.lit(12), pl.lit(31)),
    )


def settle_spans(spans: pl.DataFrame) -> pl.DataFrame:
    """Close open spans at the reference date, give undated ones the week before it, and name the
    precision after the width."""
    reference = pl.col("__r")
    is_open = pl.col("is_since").fill_null(False) & reference.is_not_null()
    is_stated = pl.col("__start").is_not_null()
    undated = reference - pl.duration(days=UNDATED)
    start = pl.when(is_stated).then("__start").otherwise(undated)
    end = (
        pl.when(is_stated & is_open)
        .then(pl.max_horizontal("__start", reference))
        .when(is_stated & ~pl.col("__ahead") & (pl.col("__end") > reference)
              & (pl.col("__end") > pl.col("__start")))
        .then(pl.max_horizontal("__start", reference))
        .when(is_stated)
        .then("__end")
        .otherwise(reference)
    )  # fmt: skip
    width = (pl.col("date_end") - pl.col("date_start")).dt.total_days()
    is_coarse = pl.col("time_kind").is_in(["month", "year"]).fill_null(False)
    precision = (
        pl.when(width.is_null()).then(pl.lit("unknown"))
        .when((width == 0) & ~is_coarse).then(pl.lit("day"))
        .when((width <= WEEK_DAYS) & ~is_coarse).then(pl.lit("week"))
        .when((width <= MONTH_DAYS) & (pl.col("time_kind") != "year").fill_null(True))
        .then(pl.lit("month"))
        .otherwise(pl.lit("year"))
    )  # fmt: skip
    return spans.with_columns(date_start=start, date_end=end).with_columns(date_precision=precision)
