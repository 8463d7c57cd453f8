"""Times that a sentence may give to those around it, which tell none of their own."""

import polars as pl

from pipelines.transforms.text.times.known_days import OF_CALENDAR
from pipelines.transforms.text.times.proceedings import BROADCAST, BURIED, OF_TALKS
from schemas.text import TIME_FIELDS

# A span of a few days is carried where no day is told.
FEW_DAYS = 4
POINTS = ["date", "weekday", "weekend"]
# "That was in 2020.": of what the sentence before it tells.
AFTERTHOUGHT = (
    r"(?i)^\W*(?:that|this|it|it all|all this|all that) (?:was|happened|came|took place) "
    r"(?:back )?(?:in|on|early|late|last|over|overnight|between|during|two|three|four|five|ten|"
    r"[0-9])[^.;,]{1,40}\W*$"
)
# "19 of them died in X on 10 May": a day of these alone.
OF_SOME = (
    r"(?i)(?:^|(?-u:\b)(?:that|said|says|while|and|but)) ?(?:about |at least |some )?(?:[0-9]+|two|"
    r"three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|most|half) "
    r"of (?:them|those|(?:the|these) [a-z]+)(?: [a-z]+)? "
    r"(?:was|were|had been|have been|died)(?-u:\b)"
)
# "Footage published on 3 May": of that day is the footage alone.
PUBLISHED = r"(?i)(?-u:\b)(?:published|posted|shared|released|uploaded|circulated)(?: online)? $"
FIELDS = [name for name in TIME_FIELDS if name != "date_basis"]


def given_times(times: pl.DataFrame) -> pl.DataFrame:
    """A sentence's times that it may give: article_id, FIELDS, giver_no and giver_part (where it
    stands), giver_title, giver_said, is_after (an afterthought), is_month, is_of_deed.

    times: as read, with their sentence and what stands beside them.
    """
    given = pl.concat([days(times), afterthoughts(times), months(times)], how="diagonal")
    return given.with_columns(pl.col("is_after", "is_month", "is_of_deed").fill_null(False))


def days_long() -> pl.Expr:
    """How many days behind its first a time ends."""
    return pl.col("time_days_end") - pl.col("time_days_start")


def days(times: pl.DataFrame) -> pl.DataFrame:
    """The day of each sentence, rather one on which something was done than said."""
    length = days_long()
    is_dated = pl.col("time_text").str.contains(OF_CALENDAR)
    is_span = (pl.col("sense") == "days") & (~(length > FEW_DAYS) | is_dated)
    ahead = pl.col("text").str.slice(0, pl.col("start") - pl.col("base"))
    return (
        times.filter(
            pl.col("voice").is_in(["on", "since"])
            & (pl.col("sense").is_in(POINTS) | is_span)
            & ~pl.col("is_sub")
            & ~pl.col("text").str.contains(OF_SOME)
            & ~ahead.str.contains(PUBLISHED)
            & ~pl.col("text").str.contains(f"{BURIED}|{BROADCAST}")
            & ~(pl.col("text").str.contains(OF_TALKS) & ~tells_deed())
        )
        .sort("article_id", "sentence_no", "is_said", is_span & (length > 1), "start", "end")
        .unique(["article_id", "sentence_no"], keep="first", maintain_order=True)
        .select(
            "article_id", *FIELDS, giver_no="sentence_no", giver_part="part_no",
            giver_title="is_title", giver_said="is_said",
        )
    )  # fmt: skip


def afterthoughts(times: pl.DataFrame) -> pl.DataFrame:
    """Times of sentences that tell nothing else, of what the sentence before them tells."""
    return (
        times.filter(pl.col("text").str.contains(AFTERTHOUGHT), pl.col("time_kind").is_not_null())
        .sort("article_id", "sentence_no", "start", "end")
        .unique(["article_id", "sentence_no"], keep="first", maintain_order=True)
        .select(
            "article_id", *FIELDS, giver_no="sentence_no", giver_part="part_no",
            giver_title=pl.lit(False), giver_said=pl.lit(False), is_after=pl.lit(True),
        )
    )  # fmt: skip


def months(times: pl.DataFrame) -> pl.DataFrame:
    """The month that each sentence tells first."""
    return (
        times.filter(pl.col("sense") == "month", pl.col("voice") == "on", ~pl.col("is_sub"))
        .unique(["article_id", "sentence_no"], keep="first", maintain_order=True)
        .select(
            "article_id", *FIELDS, giver_no="sentence_no", giver_part="part_no",
            giver_title="is_title", giver_said=pl.lit(False), is_month=pl.lit(True),
            is_of_deed=tells_deed() & ~pl.col("is_said"),
        )
    )  # fmt: skip


def tells_deed() -> pl.Expr:
    """Whether a time's sentence tells of any harm, attack or ground taken."""
    return pl.any_horizontal(
        pl.col(f"{name}_{side}_start").is_not_null()
        for name in ("trigger", "deed")
        for side in ("before", "after")
    )
