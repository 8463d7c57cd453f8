"""The page of worked questions: every block runs as it stands and answers for the example."""

import re
from datetime import date
from pathlib import Path

import duckdb
import polars as pl
import pytest

from pipelines.settings import SQL

BLOCK = re.compile(r"^## (\d+)\. (.+?)$.*?```sql\n(.+?)```", re.MULTILINE | re.DOTALL)
QUESTIONS = {int(n): query for n, _, query in BLOCK.findall((SQL / "questions.md").read_text())}


def answer(connection: duckdb.DuckDBPyConnection, number: int) -> pl.DataFrame:
    """What the example's warehouse says, asked as `sitrep query` asks."""
    connection.execute("set python_enable_replacements = false")
    return pl.DataFrame(connection.sql(QUESTIONS[number]))


def test_there_are_twenty_questions() -> None:
    assert sorted(QUESTIONS) == list(range(1, 21))


# 20 asks for what could not be read; all of the example could.
@pytest.mark.parametrize("number", range(1, 20))
def test_a_question_has_an_answer(number: int, example: duckdb.DuckDBPyConnection) -> None:
    assert answer(example, number).height > 0


def test_what_fell_in_the_week_of_farkhar(example: duckdb.DuckDBPyConnection) -> None:
    told = answer(example, 1).select("date_start", "location_name", "change_type").rows()
    assert told == [
        (date(2031, 3, 12), "Farkhar", "captured"),
        (date(2031, 3, 14), "Farkhar", "recaptured"),
        (date(2031, 3, 14), "Warsaj", "captured"),
    ]


def test_both_captures_were_reversed_within_two_days(example: duckdb.DuckDBPyConnection) -> None:
    told = answer(example, 4).select("location_name", "n_days").rows()
    assert told == [("Farkhar", 2), ("Warduj", 2)]


def test_the_totals_are_the_same_whichever_way_they_are_asked(
    example: duckdb.DuckDBPyConnection,
) -> None:
    killed = pl.col("harm") == "killed"
    by_week = answer(example, 6)["best"].sum()
    by_side = answer(example, 7).filter(killed)["best"].sum()
    by_policy = dict(answer(example, 9).iter_rows())["best_supported"]
    assert by_week == by_side == by_policy > 100


def test_an_open_toll_has_no_upper_bound(example: duckdb.DuckDBPyConnection) -> None:
    # "At least 18 Taliban fighters were killed" in the week of Farkhar; nobody said at most.
    first_week = answer(example, 6).row(0, named=True)
    assert first_week["week"] == date(2031, 3, 10)
    assert first_week["high"] is None
    for number in (6, 7, 8):
        told = answer(example, number).drop_nulls(["low", "best", "high"])
        assert told.filter(~pl.col("best").is_between("low", "high")).is_empty()


def test_the_farkhar_toll_rose_when_more_became_known(example: duckdb.DuckDBPyConnection) -> None:
    rose = answer(example, 12).filter(pl.col("revision") == "toll_rose")
    assert "Farkhar" in rose["location_name"].to_list()


def test_the_readme_leads_to_the_page() -> None:
    assert "sql/questions.md" in (Path(__file__).parents[2] / "README.md").read_text()
