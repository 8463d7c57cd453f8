"""Days that words make of a month or a night: "in early May", "in the last week of April", "the
first half of June", "overnight into Tuesday"."""

import polars as pl

from pipelines.transforms.text.times.moved_times import LENGTHS

# First and last day of each part; a last day of none is the month's own.
EARLY, MIDDLE, LATE = (1, 10), (11, 20), (21, None)
PARTS = {
    r"mid|middle": MIDDLE,
    r"first week": (1, 7),
    r"second week": (8, 14),
    r"third week": (15, 21),
    r"fourth week": (22, 28),
    r"(?:last|final|closing) (?:week|days)": (-6, None),
    r"(?:first|opening) days": (1, 7),
    r"first half": (1, 15),
    r"(?:second|last|latter) half": (16, None),
    r"early|beginning|start": EARLY,
    r"late|end|close": LATE,
}
# A night into a day began on the day before.
INTO = r"(?i)^(?:overnight|(?:in|during) the night) (?:in)?to "
OF_MONTH = r"(?i)^(?:[a-z]+ )?(?:the )?(?:very )?"


def with_month_parts(spans: pl.DataFrame) -> pl.DataFrame:
    """The times; parts of a month are days of it, so far as they say which."""
    text, month = pl.col("time_text"), pl.col("time_month")
    length = month.replace_strict(LENGTHS, default=31, return_dtype=pl.Int32)
    first, last = pl.lit(None, pl.Int32), pl.lit(None, pl.Int32)
    for words, (start, end) in reversed(PARTS.items()):
        is_part = text.str.contains(rf"{OF_MONTH}(?:{words})(?-u:\b)")
        opens = pl.lit(start, pl.Int32) if start > 0 else length + start
        closes = length if end is None else pl.lit(end, pl.Int32)
        first = pl.when(is_part).then(opens).otherwise(first)
        last = pl.when(is_part).then(closes).otherwise(last)
    is_part = (pl.col("sense") == "month") & first.is_not_null()
    return spans.with_columns(
        time_kind=pl.when(is_part).then(pl.lit("date")).otherwise("time_kind"),
        time_day=pl.when(is_part).then(first).otherwise("time_day"),
        time_day_end=pl.when(is_part).then(last).otherwise("time_day_end"),
    )


def with_nights(spans: pl.DataFrame) -> pl.DataFrame:
    """The times; a night into a day is that day and the one before."""
    is_night = pl.col("time_text").str.contains(INTO)
    weekday, day = pl.col("time_weekday"), pl.col("time_day")
    is_weekday = is_night & (pl.col("sense") == "weekday") & pl.col("time_weekday_end").is_null()
    is_date = is_night & (pl.col("sense") == "date") & (day > 1)
    return spans.with_columns(
        time_weekday=pl.when(is_weekday).then((weekday + 5) % 7 + 1).otherwise(weekday),
        time_weekday_end=pl.when(is_weekday).then(weekday).otherwise("time_weekday_end"),
        time_day=pl.when(is_date).then(day - 1).otherwise(day),
        time_day_end=pl.when(is_date).then(day).otherwise("time_day_end"),
    )
