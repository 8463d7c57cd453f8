"""Dates: a relative time and a reference date give an interval with its precision."""

from datetime import date

import polars as pl
import pytest

from pipelines.transforms.events.claims.dates import resolve_dates
from pipelines.transforms.text.times.calendar_spans import with_calendar
from pipelines.transforms.text.times.spans import find_times
from tests.chain import lexicons

FRIDAY = date(2024, 3, 8)


def resolve(
    text: str, reference: date | None = FRIDAY, assertion: str | None = None
) -> tuple[date | None, date | None, str]:
    sentence = pl.DataFrame(
        {"article_id": ["a"], "sentence_id": ["a.0000"], "start": [0], "text": [text]},
        schema_overrides={"start": pl.Int32},
    )
    own_day = pl.DataFrame({"article_id": ["a"], "reference_on": [reference]})
    own_day = own_day.cast({"reference_on": pl.Date})
    spans = with_calendar(find_times(sentence, lexicons()), own_day, lexicons())
    times = sentence.select("sentence_id").join(spans, on="sentence_id", how="left")
    frame = times.with_columns(
        pl.col("is_since").fill_null(False),
        reference_on=pl.lit(reference, pl.Date),
        date_basis=pl.lit("stated"),
    )
    if assertion:
        frame = frame.with_columns(assertion=pl.lit(assertion))
    row = resolve_dates(frame).row(0, named=True)
    return row["date_start"], row["date_end"], row["date_precision"]


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("on Friday", date(2024, 3, 8), date(2024, 3, 8), "day"),
        ("last Friday", date(2024, 3, 1), date(2024, 3, 1), "day"),
        ("on Saturday", date(2024, 3, 2), date(2024, 3, 2), "day"),
        ("yesterday", date(2024, 3, 7), date(2024, 3, 7), "day"),
        ("on 29 February", date(2024, 2, 29), date(2024, 2, 29), "day"),
        ("on December 24", date(2023, 12, 24), date(2023, 12, 24), "day"),
        ("on 24 December 2019", date(2019, 12, 24), date(2019, 12, 24), "day"),
        ("on 3 and 4 March", date(2024, 3, 3), date(2024, 3, 4), "week"),
        ("since Monday", date(2024, 3, 4), date(2024, 3, 8), "week"),
        ("since 1 February", date(2024, 2, 1), date(2024, 3, 8), "month"),
        ("since 2011", date(2011, 1, 1), date(2024, 3, 8), "year"),
        ("in January", date(2024, 1, 1), date(2024, 1, 31), "month"),
        ("in November", date(2023, 11, 1), date(2023, 11, 30), "month"),
        ("in March", date(2024, 3, 1), date(2024, 3, 8), "month"),
        ("in 2014", date(2014, 1, 1), date(2014, 12, 31), "year"),
        ("over the weekend", date(2024, 3, 2), date(2024, 3, 3), "week"),
        ("in the past 24 hours", date(2024, 3, 7), date(2024, 3, 8), "week"),
        ("three days ago", date(2024, 3, 5), date(2024, 3, 5), "day"),
        ("on 20 March", date(2024, 3, 1), date(2024, 3, 8), "week"),
        ("on Sunday and Monday", date(2024, 3, 3), date(2024, 3, 4), "week"),
        ("between Thursday and Friday", date(2024, 3, 7), date(2024, 3, 8), "week"),
        ("on Thursday to Saturday", date(2024, 2, 29), date(2024, 3, 2), "week"),
        ("on Tuesday last week", date(2024, 2, 27), date(2024, 2, 27), "day"),
        ("last night", date(2024, 3, 7), date(2024, 3, 7), "day"),
        ("overnight", date(2024, 3, 7), date(2024, 3, 8), "week"),
        ("in early March", date(2024, 3, 1), date(2024, 3, 8), "week"),
        ("in late December", date(2023, 12, 21), date(2023, 12, 31), "week"),
        ("in mid-February", date(2024, 2, 11), date(2024, 2, 20), "week"),
        ("early this month", date(2024, 3, 1), date(2024, 3, 8), "week"),
        ("late last month", date(2024, 2, 21), date(2024, 2, 29), "week"),
        ("at the end of last year", date(2023, 9, 1), date(2023, 12, 31), "year"),
        ("last week", date(2024, 2, 25), date(2024, 3, 3), "week"),
        ("earlier this week", date(2024, 3, 3), date(2024, 3, 8), "week"),
        ("the Friday before last", date(2024, 2, 23), date(2024, 2, 23), "day"),
        ("between 27 February and 3 March", date(2024, 2, 27), date(2024, 3, 3), "week"),
        ("from December 30 to January 4", date(2023, 12, 30), date(2024, 1, 4), "week"),
        ("27 February - 3 March 2023", date(2023, 2, 27), date(2023, 3, 3), "week"),
        ("in the week to 3 March", date(2024, 2, 26), date(2024, 3, 3), "week"),
        ("in the week of February 26", date(2024, 2, 26), date(2024, 3, 3), "week"),
        ("on 05/03/2024", date(2024, 3, 5), date(2024, 3, 5), "day"),
        ("on 03/06/2024", date(2024, 3, 6), date(2024, 3, 6), "day"),
        ("on 02/01/2024", date(2024, 3, 1), date(2024, 3, 8), "week"),
        ("on the 12th of last month", date(2024, 2, 12), date(2024, 2, 12), "day"),
        ("on Easter Sunday", date(2023, 4, 9), date(2023, 4, 9), "day"),
        ("on Good Friday", date(2023, 4, 7), date(2023, 4, 7), "day"),
        ("nothing said", date(2024, 3, 1), date(2024, 3, 8), "week"),
        ("on 31 February", date(2024, 3, 1), date(2024, 3, 8), "week"),
    ],
)
def test_a_time_is_resolved_against_the_reference_date(
    text: str, start: date, end: date, precision: str
) -> None:
    assert resolve(text) == (start, end, precision)


@pytest.mark.parametrize("text", ["on Friday", "on 3 March", "since Monday", "nothing said"])
def test_without_a_reference_date_a_partial_date_stays_unknown(text: str) -> None:
    assert resolve(text, reference=None) == (None, None, "unknown")


def test_a_whole_date_needs_no_reference() -> None:
    day = date(2023, 6, 1)
    assert resolve("on 1 June 2023", reference=None) == (day, day, "day")


def test_a_planned_day_may_lie_ahead() -> None:
    assert resolve("on 24 December", assertion="planned")[0] == date(2024, 12, 24)
    assert resolve("on 24 December", assertion="asserted")[0] == date(2023, 12, 24)


def test_no_rows_give_no_rows() -> None:
    schema = {
        "time_kind": pl.String, "time_year": pl.Int32, "time_month": pl.Int32,
        "time_day": pl.Int32, "time_day_end": pl.Int32, "time_weekday": pl.Int32,
        "time_weekday_end": pl.Int32, "time_days_start": pl.Int32, "time_days_end": pl.Int32,
        "is_since": pl.Boolean, "time_text": pl.String, "date_basis": pl.String,
        "reference_on": pl.Date,
    }  # fmt: skip
    assert resolve_dates(pl.DataFrame(schema=schema)).is_empty()
