"""What the day of an article says of the times in it, where it is known."""

import polars as pl

from pipelines.transforms.text.grammar.calendar_words import MONTH
from pipelines.transforms.text.times.grammar import YEAR_BEFORE

# Days back of "overnight", "yesterday", "in the past week".
JUST_NOW = 7

# Spans of the calendar do not count from the day of a saying.
OF_CALENDAR = (
    rf"(?i)(?-u:\b){MONTH}(?-u:\b)|[0-9]{{4}}|easter|friday|sunday|"
    r"(?-u:\b)(?:this|last|previous|the) (?:week|month|year)$"
)

# "On Tuesday of last week", "last week on Tuesday"
OF_LAST_WEEK = (
    r"(?i) (?:last|(?:the )?previous|the past) week$|"
    r"^(?:[a-z]+ )?(?:last|(?:the )?previous|the past) week,? (?:on )?"
)


def weekdays_back(today: pl.Expr, weekday: pl.Expr) -> pl.Expr:
    """Days from a time's weekday to a day, both as numbers, as its time_text says: 'last Friday' is
    never that day itself, and 'Friday last week' lies in the calendar week before."""
    text, back = pl.col("time_text"), (today - weekday + 7) % 7
    is_last = text.str.contains(r"(?i)^(?:[a-z]+ )?(?:last|previous) |[a-z]day last$").fill_null(
        False
    )
    is_week = text.str.contains(OF_LAST_WEEK).fill_null(False)
    is_ago = text.str.contains(r"(?i) a week ago$|^a week ago ").fill_null(False)
    is_before_last = text.str.contains(r"(?i) before last$").fill_null(False)
    return (
        pl.when(is_last & (back == 0)).then(7)
        .when(is_week).then(today - weekday + 7)
        .when(is_ago | (is_before_last & (back > 0))).then(back + 7)
        .when(is_before_last).then(14)
        .otherwise(back)
    )  # fmt: skip


def with_year_before(spans: pl.DataFrame, reference: pl.DataFrame) -> pl.DataFrame:
    """The times, with the year before that of their article where they name it: "in May last
    year"."""
    known = reference.select("article_id", own_year=pl.col("reference_on").dt.year())
    is_before = (
        pl.col("time_month").is_not_null()
        & pl.col("time_year").is_null()
        & pl.col("time_text").str.contains(rf"{YEAR_BEFORE}$")
    )
    return (
        spans.join(known, on="article_id", how="left", maintain_order="left")
        .with_columns(
            time_year=pl.when(is_before).then(pl.col("own_year") - 1).otherwise("time_year")
        )
        .drop("own_year")
    )


def from_saying(times: pl.DataFrame, reference: pl.DataFrame) -> pl.DataFrame:
    """The times; 'this morning', 'overnight' and their like count from the day of the saying that
    their sentence names: "two died overnight, he said on Wednesday"."""
    today = reference.select("article_id", today=pl.col("reference_on").dt.weekday())
    back = (pl.col("today").cast(pl.Int32) - pl.col("time_weekday") + 7) % 7
    is_day = pl.col("time_days_start") == pl.col("time_days_end")
    said = (
        times.filter("is_said", pl.col("voice") == "on", pl.col("time_weekday_end").is_null())
        .join(today, on="article_id")
        .select(
            "sentence_id",
            since_said=pl.when(pl.col("sense") == "weekday")
            .then(-back)
            .when((pl.col("sense") == "days") & is_day)
            .then("time_days_start"),
        )
        .drop_nulls()
        .unique("sentence_id", keep="none")
    )
    is_counted = (
        ~pl.col("is_said")
        & (pl.col("voice") == "on")
        & (pl.col("sense") == "days")
        & (pl.col("time_days_start") >= -JUST_NOW)
        & ~pl.col("time_text").str.contains(OF_CALENDAR)
    ).fill_null(False)
    since = pl.when(is_counted).then("since_said").fill_null(0)
    return (
        times.join(said, on="sentence_id", how="left", maintain_order="left")
        .with_columns(
            (pl.col(name) + since).alias(name) for name in ("time_days_start", "time_days_end")
        )
        .drop("since_said")
    )


def without_year(times: pl.DataFrame, reference: pl.DataFrame) -> pl.DataFrame:
    """The times, with no year where they name the year of their article."""
    known = reference.select("article_id", own_year=pl.col("reference_on").dt.year())
    is_own = (pl.col("time_year") == pl.col("own_year")).fill_null(False)
    return (
        times.join(known, on="article_id", how="left", maintain_order="left")
        .with_columns(time_year=pl.when(~is_own).then("time_year"))
        .drop("own_year")
    )
