"""Small pictures: what they show, and that nothing in them is run or loaded."""

import base64
import re
from datetime import date
from xml.etree import ElementTree

import duckdb
import pytest

from pipelines.outputs.pictures import as_markdown, bars, events_a_day, harm_by_week

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def connection():
    with duckdb.connect() as connection:
        connection.execute("create schema marts")
        connection.execute("create table marts.event_register (date_start date)")
        connection.execute("create table marts.casualties_daily (date date, harm text, best int)")
        yield connection


def heights(svg: str) -> list[float]:
    """The heights of the bars, without the background."""
    return [float(rect.get("height")) for rect in ElementTree.fromstring(svg).iter(f"{SVG}rect")][
        1:
    ]


def words(svg: str) -> list[str]:
    return [word.text for word in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def test_bars_are_as_high_as_their_values_and_gaps_stay_gaps() -> None:
    svg = bars("T", ["a", "b", "c"], {"n": [10, None, 5]})
    assert heights(svg) == [114.0, 57.0]
    assert words(svg) == ["T", "0", "10", "a", "c"]


def test_the_days_between_events_are_shown(connection: duckdb.DuckDBPyConnection) -> None:
    for day in (1, 1, 3):
        connection.execute("insert into marts.event_register values (?)", [date(2031, 4, day)])
    svg = events_a_day(connection)
    assert heights(svg) == [114.0, 57.0]
    places = [float(x) for x in re.findall(r'<rect x="([0-9.]+)"', svg)]
    assert places[1] - places[0] > 300


def test_harm_is_summed_by_week_and_named(connection: duckdb.DuckDBPyConnection) -> None:
    for day, harm, best in ((7, "killed", 4), (13, "killed", 4), (14, "wounded", 2), (14, "x", 9)):
        row = [date(2031, 4, day), harm, best]
        connection.execute("insert into marts.casualties_daily values (?, ?, ?)", row)
    svg = harm_by_week(connection)
    assert heights(svg) == [114.0, 28.5]
    assert {"killed", "wounded", "2031-04-07", "2031-04-14"} <= set(words(svg))


def test_an_empty_warehouse_has_pictures_too(connection: duckdb.DuckDBPyConnection) -> None:
    assert "nothing yet" in words(events_a_day(connection))
    assert "nothing yet" in words(harm_by_week(connection))


def test_words_are_escaped_and_the_picture_is_data() -> None:
    svg = bars("<script>&", ["a<b"], {"n": [1]})
    assert words(svg)[0] == "<script>&"
    found = re.fullmatch(r"!\[t\]\(data:image/svg\+xml;base64,(.+)\)", as_markdown("t", svg))
    assert base64.b64decode(found.group(1)).decode() == svg
