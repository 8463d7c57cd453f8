"""A detail told without a day takes the day its article gave for the place, and no other."""

import polars as pl
import pytest

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.times.place_days import carry_days
from schemas.registry import contract
from tests import chain

JURM, BADAKHSHAN, FARKHAR = "AF.01.1103", "AF.01", "AF.26.1206"


@pytest.fixture(scope="module")
def lexicons() -> Lexicons:
    return chain.lexicons()


def claim(number: int, location: str | None, **fields: object) -> dict[str, object]:
    empty = dict.fromkeys(contract("claims").empty().columns)
    return {
        **empty,
        "claim_id": f"{number:016x}", "article_id": "a" * 16, "claim_type": "casualty",
        "sentence_id": f"{'a' * 16}.{number:04d}", "location_id": location,
        "assertion": "attributed", "date_basis": "reference", "is_cumulative": False,
        "is_subset": False, "is_since": False, "evidence_start": number * 100,
        **fields,
    }  # fmt: skip


def on_weekday(day: int) -> dict[str, object]:
    return {"time_kind": "weekday", "time_weekday": day, "date_basis": "stated"}


def on_date(month: int, day: int) -> dict[str, object]:
    return {"time_kind": "date", "time_month": month, "time_day": day, "date_basis": "stated"}


def carried(lexicons: Lexicons, *rows: dict[str, object]) -> list[tuple[object, ...]]:
    frame = pl.DataFrame(rows, schema=contract("claims").empty().schema)
    return carry_days(frame, lexicons).select("time_weekday", "time_day", "date_basis").rows()


def test_a_detail_takes_the_day_told_of_its_place(lexicons) -> None:
    rows = carried(lexicons, claim(2, JURM, **on_weekday(3)), claim(5, JURM))
    assert rows[1] == (3, None, "carried")


def test_the_nearest_day_before_it_is_taken(lexicons) -> None:
    rows = carried(
        lexicons, claim(2, JURM, **on_weekday(3)), claim(4, JURM, **on_weekday(5)), claim(6, JURM)
    )
    assert rows[2][0] == 5


def test_a_province_and_its_district_share_a_weekday(lexicons) -> None:
    rows = carried(lexicons, claim(2, JURM, **on_weekday(3)), claim(5, BADAKHSHAN))
    assert rows[1] == (3, None, "carried")


def test_a_calendar_date_stays_with_its_own_place(lexicons) -> None:
    rows = carried(lexicons, claim(2, JURM, **on_date(8, 10)), claim(5, BADAKHSHAN))
    assert rows[1] == (None, None, "reference")
    rows = carried(lexicons, claim(2, JURM, **on_date(8, 10)), claim(5, JURM))
    assert rows[1] == (None, 10, "carried")


def test_another_place_gives_no_day(lexicons) -> None:
    rows = carried(lexicons, claim(2, FARKHAR, **on_weekday(3)), claim(5, JURM))
    assert rows[1] == (None, None, "reference")


def test_an_opening_takes_the_day_of_the_sentences_after_it(lexicons) -> None:
    rows = carried(lexicons, claim(0, JURM), claim(2, JURM, **on_weekday(3)))
    assert rows[0] == (3, None, "carried")
    rows = carried(lexicons, claim(3, JURM), claim(9, JURM, **on_weekday(3)))
    assert rows[0] == (None, None, "reference")


@pytest.mark.parametrize(
    "giver",
    [
        on_weekday(3) | {"assertion": "planned"},
        on_weekday(3) | {"assertion": "denied"},
        on_weekday(3) | {"is_since": True},
        {"time_kind": "days", "time_days_start": -7, "time_days_end": 0, "date_basis": "stated"},
        {"time_kind": "year", "time_year": 1998, "date_basis": "stated"},
    ],
)
def test_plans_denials_and_spans_give_no_day(lexicons, giver) -> None:
    rows = carried(lexicons, claim(2, JURM, **giver), claim(5, JURM))
    assert rows[1] == (None, None, "reference")


def test_a_claim_with_a_time_of_its_own_keeps_it(lexicons) -> None:
    rows = carried(lexicons, claim(2, JURM, **on_weekday(3)), claim(5, JURM, **on_weekday(6)))
    assert rows[1] == (6, None, "stated")
