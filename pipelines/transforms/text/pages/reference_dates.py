"""The reference date of an article that does not print one: bounds in its text, and weekdays."""

import polars as pl

from pipelines.transforms.text.grammar.calendar_words import WEEKDAY
from pipelines.transforms.text.pages.calendar_text import (
    FULL_DATE,
    read_date,
    weekday_number,
)

WEEK = 7
# Parts of an article's lead: a date there is as a rule that of the news.
LEAD_PARTS = 3
CONTEXT_LENGTH = 50
TOLD_KINDS = ("title", "deck", "body", "embed", "caption", "credit")

# Words shortly before a date or weekday that is ahead, or comes again and again.
AHEAD = (
    r"(?i)(?-u:\b)(?:will|would|shall|scheduled|expected|deadline|due|plans?|planned|until|till"
    r"|by|before|upcoming|next|coming|every|each|bloody|to be)(?-u:\b)"
)
NO_WEEKDAY = r"(?i)(?:days|day (?:prayers?|times|telegraph|mirror|express))$"
OLD_PHOTO = r"(?i)(?-u:\b)(?:file|archive|undated)(?-u:\b)"
BESIDE_WEEKDAY = rf"(?i)(?:{WEEKDAY},?\s*\(?|(?-u:\b)as of ){FULL_DATE}$"


def narrow_reference_dates(parts: pl.DataFrame) -> pl.DataFrame:
    """One row per article: narrowed_on, the day within its bounds that a weekday named picks.

    With a lower bound it is the first day from there on whose weekday is the one most named; with
    an upper bound alone the latest day before it whose weekday is named. No bound, no row.
    """
    weekdays = name_weekdays(parts)
    dates = find_dates(parts)
    upper = (
        dates.filter(pl.col("rule_id") == "cue:comment")
        .group_by("article_id")
        .agg(pl.col("date").min().alias("upper"))
    )
    lower = find_lower_bounds(dates, weekdays, upper)
    return pick_days(weekdays, lower, upper)


def find_dates(parts: pl.DataFrame) -> pl.DataFrame:
    """One row per full date in a part: the part's columns, date, and text up to the date's end."""
    told = rf"(?i)[^.;]{{0,{CONTEXT_LENGTH}}}?{FULL_DATE}"
    return (
        parts.filter(pl.col("text").str.contains("(?:19|20)[0-9]{2}"))
        .select(
            "article_id",
            "part_no",
            "kind",
            "rule_id",
            pl.col("text").str.contains(OLD_PHOTO).alias("is_old"),
            pl.col("text").str.extract_all(told),
        )
        .explode("text")
        .with_columns(
            read_date(pl.col("text").str.extract(rf"(?i)({FULL_DATE})$", 1)).alias("date")
        )
        .drop_nulls("date")
    )


def name_weekdays(parts: pl.DataFrame) -> pl.DataFrame:
    """One row per article and weekday its read parts name as past: weekday (Monday = 1), n."""
    named = rf"(?i)[^.;]{{0,{CONTEXT_LENGTH}}}?(?-u:\b){WEEKDAY}(?:s|\s[a-z]+)?(?-u:\b)"
    return (
        parts.filter("is_read")
        .select("article_id", pl.col("text").str.extract_all(named))
        .explode("text")
        .drop_nulls("text")
        .filter(~pl.col("text").str.contains(AHEAD) & ~pl.col("text").str.contains(NO_WEEKDAY))
        .select(
            "article_id",
            weekday_number(pl.col("text").str.extract(rf"(?i)({WEEKDAY})", 1)).alias("weekday"),
        )
        .group_by("article_id", "weekday")
        .agg(pl.len().alias("n"))
    )


def find_lower_bounds(
    dates: pl.DataFrame, weekdays: pl.DataFrame, upper: pl.DataFrame
) -> pl.DataFrame:
    """One row per article with a fresh past date: lower, the newest past date it tells.

    Most dates told are history, so a sign must say that the newest is fresh: it stands under a
    photo or a post, beside its weekday, or in the lead on the weekday that is named most.
    """
    most = weekdays.filter(pl.col("n") == pl.col("n").max().over("article_id"))
    top = most.group_by("article_id").agg(pl.col("weekday").alias("top"))
    in_lead = pl.col("part_no") <= LEAD_PARTS
    is_fresh = (
        (pl.col("kind") == "credit")
        | ((pl.col("kind") == "caption") & ~pl.col("is_old"))
        | pl.col("text").str.contains(BESIDE_WEEKDAY)
        | (in_lead & pl.col("top").list.contains(pl.col("date").dt.weekday())).fill_null(False)
    )
    return (
        dates.filter(pl.col("kind").is_in(TOLD_KINDS) & ~pl.col("text").str.contains(AHEAD))
        .join(upper, on="article_id", how="left")
        .filter((pl.col("date") < pl.col("upper")).fill_null(True))
        .join(top, on="article_id", how="left")
        .group_by("article_id")
        .agg(
            pl.col("date").max().alias("lower"),
            pl.col("date").filter(is_fresh).max().alias("fresh"),
        )
        .filter((pl.col("lower") - pl.col("fresh")).dt.total_days() < WEEK)
        .select("article_id", "lower")
    )


def pick_days(weekdays: pl.DataFrame, lower: pl.DataFrame, upper: pl.DataFrame) -> pl.DataFrame:
    """One row per article with a bound that leaves one day: narrowed_on."""
    first, last = pl.col("lower"), pl.col("upper") - pl.duration(days=1)
    forward = first + pl.duration(days=(pl.col("weekday") - first.dt.weekday()) % WEEK)
    back = last - pl.duration(days=(last.dt.weekday() - pl.col("weekday")) % WEEK)
    days = (
        lower.join(upper, on="article_id", how="full", coalesce=True)
        .join(weekdays, on="article_id", how="left")
        .select(
            "article_id",
            "n",
            pl.when(first == last).then(first).alias("single"),
            pl.when((forward <= last).fill_null(True)).then(forward).alias("forward"),
            pl.when((back >= first).fill_null(True)).then(back).alias("back"),
        )
    )
    n_forward = pl.col("n").filter(pl.col("forward").is_not_null())
    most_named = pl.col("forward").filter(pl.col("n") == n_forward.max())
    return (
        days.group_by("article_id")
        .agg(
            pl.coalesce(pl.col("single").max(), most_named.max(), pl.col("back").max()).alias(
                "narrowed_on"
            )
        )
        .drop_nulls("narrowed_on")
    )
