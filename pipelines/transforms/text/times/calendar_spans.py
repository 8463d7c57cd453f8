"""Months and years as they lie in the calendar of the article's day: "this month", "the first
three months of the year", "between January and March"."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.times.dated_spans import BARE_DAY, dated_spans
from pipelines.transforms.text.times.periods import (
    EARLY,
    IN_UNIT,
    IN_YEAR,
    MIDDLE,
    NUMBERS,
    ORDINALS,
    PART,
    WHOLE,
    month_numbers,
    pair_of,
)

SUNDAY = 7


def with_calendar(spans: pl.DataFrame, reference: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """The times; those of months and years that only the article's day tells count in days from
    it. Parts of a year without that day, or to come, are left out.

    reference: article_id and reference_on.
    """
    text = pl.col("time_text").str.to_lowercase()
    is_period = pl.col("sense") == "period"
    is_whole = pl.col("sense").is_in(["days", "period"]) & text.str.contains(WHOLE)
    own_day = reference.select("article_id", today="reference_on").drop_nulls()
    numbered = spans.with_row_index("row_no")
    told = numbered.filter(is_period | is_whole).join(
        own_day, on="article_id", maintain_order="left"
    )
    if told.is_empty():
        return spans.filter(~is_period)
    months = month_numbers(lexicons.words.filter(pl.col("kind") == "time"))
    is_pair = text.str.contains(PART) | text.str.contains(pair_of(months))
    parts = parts_of_year(told.filter(~is_whole & is_pair), months)
    days = dated_spans(told.filter(~is_whole & ~is_pair), months)
    # Of which month "the 12th" is, an article that names another does not tell.
    other = (
        spans.filter(pl.col("time_month").is_not_null(), pl.col("voice") != "dateline")
        .join(own_day, on="article_id")
        .filter(pl.col("time_month") != pl.col("today").dt.month())
    )
    is_open = text.str.contains(f"^{BARE_DAY}$") & pl.col("article_id").is_in(
        other["article_id"].unique().implode()
    )
    days = days.join(told.filter(is_open).select("row_no"), on="row_no", how="anti")
    bounds = pl.concat([parts, days, units(told.filter(is_whole))])
    today = pl.col("today")
    counted = bounds.filter(pl.col("first") <= today).select(
        "row_no",
        days_start=(pl.col("first") - today).dt.total_days().cast(pl.Int32),
        days_end=(pl.min_horizontal("last", today) - today).dt.total_days().cast(pl.Int32),
    )
    is_counted = pl.col("days_start").is_not_null()
    return (
        numbered.join(counted, on="row_no", how="left", maintain_order="left")
        .filter(is_counted | ~is_period)
        .with_columns(
            sense=pl.when(is_counted).then(pl.lit("days")).otherwise("sense"),
            time_kind=pl.when(is_counted).then(pl.lit("days")).otherwise("time_kind"),
            time_days_start=pl.coalesce("days_start", "time_days_start"),
            time_days_end=pl.coalesce("days_end", "time_days_end"),
        )
        .select(spans.columns)
    )


def units(told: pl.DataFrame) -> pl.DataFrame:
    """Of "this month" and "last year": row_no, today, first and last day."""
    groups = pl.col("time_text").str.to_lowercase().str.extract_groups(WHOLE)
    today, is_year = pl.col("today"), groups.struct["3"] == "year"
    this = pl.when(is_year).then(today.dt.truncate("1y")).otherwise(today.dt.truncate("1mo"))
    before = pl.when(is_year).then(this.dt.offset_by("-1y")).otherwise(this.dt.offset_by("-1mo"))
    is_last = groups.struct["2"].is_in(["last", "previous"])
    first = pl.when(is_last).then(before).otherwise(this)
    last = pl.when(is_last).then(this.dt.offset_by("-1d")).otherwise("today")
    third = groups.struct["1"]
    is_early, is_middle = third.str.contains(EARLY), third.str.contains(MIDDLE)
    second, final = (
        pl.when(is_year).then(first.dt.offset_by(months)).otherwise(first.dt.offset_by(days))
        for months, days in (("4mo", "10d"), ("8mo", "20d"))
    )
    # A week begins on Sunday or on Monday; on a Sunday it is the one that ends.
    back = today.dt.weekday().cast(pl.Int64)
    is_week = groups.struct["3"] == "week"
    opens = today - pl.duration(days=back)
    week_first = pl.when(is_last).then(opens - pl.duration(days=7)).otherwise(opens)
    week_last = (
        pl.when(is_last & (back == SUNDAY))
        .then(today - pl.duration(days=1))
        .when(is_last)
        .then(opens)
        .otherwise(today)
    )
    return told.select(
        "row_no",
        "today",
        first=pl.when(is_week)
        .then(week_first)
        .when(is_middle)
        .then(second)
        .when(third.is_not_null() & ~is_early)
        .then(final)
        .otherwise(first),
        last=pl.when(is_week)
        .then(week_last)
        .when(is_early)
        .then(second.dt.offset_by("-1d"))
        .when(is_middle)
        .then(final.dt.offset_by("-1d"))
        .otherwise(last),
    )


def parts_of_year(told: pl.DataFrame, months: dict[str, int]) -> pl.DataFrame:
    """Of "the first quarter of 2023" and "between May and July": row_no, today, first and last
    day; two months of no year named are the latest such."""
    text = pl.col("time_text").str.to_lowercase()
    part, pair = text.str.extract_groups(PART), text.str.extract_groups(pair_of(months))
    nth = part.struct["1"].replace_strict(ORDINALS, default=None, return_dtype=pl.Int32)
    number = pl.coalesce(
        part.struct["2"].str.to_integer(strict=False).cast(pl.Int32),
        part.struct["2"].replace_strict(NUMBERS, default=None, return_dtype=pl.Int32),
        part.struct["3"].replace_strict(IN_UNIT, default=1, return_dtype=pl.Int32),
    )
    named = {
        month: pair.struct[group].replace_strict(
            months, default=None, return_dtype=pl.Int32
        )
        for month, group in (("from", "1"), ("upto", "2"))
    }  # fmt: skip
    upto = pl.coalesce(named["upto"], nth * number, pl.lit(IN_YEAR, pl.Int32))
    start = pl.coalesce(named["from"], upto - number + 1)
    own_year = pl.col("today").dt.year()
    latest = pl.when(pl.date(own_year, upto, 1) <= pl.col("today")).then(own_year).otherwise(
        own_year - 1
    )  # fmt: skip
    word = pl.coalesce(part.struct["4"], pair.struct["3"])
    year = (
        pl.when(word.is_null()).then(latest)
        .when(word == "last year").then(own_year - 1)
        .otherwise(pl.coalesce(word.str.to_integer(strict=False).cast(pl.Int32), own_year))
    )  # fmt: skip
    return (
        told.with_columns(start_month=start, end_month=upto, in_year=year)
        .filter(pl.col("end_month") <= IN_YEAR)
        .select(
            "row_no",
            "today",
            first=pl.date(
                pl.col("in_year") - (pl.col("start_month") > pl.col("end_month")).cast(pl.Int32),
                "start_month",
                1,
            ),
            last=pl.date("in_year", "end_month", 1).dt.month_end(),
        )
    )
