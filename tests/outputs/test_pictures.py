"""Small pictures: what they show, and that nothing in them is run or loaded."""

import re
from datetime import date
from urllib.parse import unquote
from xml.etree import ElementTree

import duckdb
import pytest

from pipelines.outputs.pictures import as_markdown, bands, events_a_day, harm_by_week

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def connection():
    with duckdb.connect() as connection:
        connection.execute("create schema marts")
        connection.execute("create table marts.event_register (date_start date)")
        connection.execute("create table marts.casualties_daily (date date, harm text, best int)")
        yield connection


def words(svg: str) -> list[str]:
    return [word.text for word in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def outlines(svg: str) -> list[str]:
    """The outline of each band's bars, without its floor."""
    paths = (path.get("d") for path in ElementTree.fromstring(svg).iter(f"{SVG}path"))
    return [path.partition("zM")[2] for path in paths]


def test_bars_are_as_high_as_their_values_and_gaps_stay_gaps() -> None:
    assert outlines(bands([("T", [10, None, 5])])) == ["0 50V16h16V50h16V33h16V50z"]


def test_the_days_between_events_are_shown(connection: duckdb.DuckDBPyConnection) -> None:
    for day in (1, 1, 5):
        connection.execute("insert into marts.event_register values (?)", [date(2031, 4, day)])
    svg = events_a_day(connection)
    assert outlines(svg) == ["0 50V16h16V50h48V33h16V50z"]
    assert words(svg) == ["events a day, at most 2, 2031-04-01 to 2031-04-05"]


def test_harm_is_summed_by_week_and_named(connection: duckdb.DuckDBPyConnection) -> None:
    for day, harm, best in ((7, "killed", 4), (13, "killed", 4), (14, "wounded", 2), (14, "x", 9)):
        row = [date(2031, 4, day), harm, best]
        connection.execute("insert into marts.casualties_daily values (?, ?, ?)", row)
    svg = harm_by_week(connection)
    assert words(svg) == [
        "killed a week, at most 8, 2031-04-07 to 2031-04-14",
        "wounded a week, at most 2, 2031-04-07 to 2031-04-14",
        "captured a week, at most 0, 2031-04-07 to 2031-04-14",
    ]
    assert outlines(svg)[:2] == ["0 50V16h16V50h16V50z", "0 106V106h16V72h16V106z"]


def test_an_empty_warehouse_has_pictures_too(connection: duckdb.DuckDBPyConnection) -> None:
    assert words(events_a_day(connection)) == ["a day: nothing yet"]
    assert words(harm_by_week(connection)) == ["a week: nothing yet"]


def test_words_are_escaped_and_the_picture_is_data() -> None:
    svg = bands([("<script>&", [1])])
    assert words(svg) == ["<script>&"]
    found = re.fullmatch(r"!\[t\]\(<data:image/svg\+xml,([^<>]+)>\)", as_markdown("t", svg))
    assert unquote(found.group(1)) == svg


def test_full_pictures_are_short_enough_to_be_shown_in_place() -> None:
    uneven = [(7919 * number) % 1000 for number in range(60)]
    words = "percent in quarantine of new inputs, by run, at most 99.99, 2031-04-01 to 2031-05-30"
    assert len(as_markdown("events a day", bands([(words, uneven)]))) < 1000
    weeks = [(f"killed a week, at most 999, {words[-24:]}", uneven[:20])] * 3
    assert len(as_markdown("harm by week", bands(weeks))) < 1000
