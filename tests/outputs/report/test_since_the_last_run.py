"""What a report calls new: what the latest run's articles changed, not what came and went."""

from datetime import datetime
from pathlib import Path

import pytest

from pipelines.outputs.report.facts import Facts, read_facts
from pipelines.outputs.report.headline import headline, since_the_last_run
from pipelines.outputs.report.page import write_report
from tests.builders import casualty, claim
from tests.outputs.report.reading import Page
from tests.sql.builders import Row, event_id, stage, warehouse

EARLIER, LATEST = datetime(2031, 6, 1), datetime(2031, 6, 2)


def taken(name: str, to: str, place: str, on: str, known_on: str, **given: object) -> Row:
    """A change of hands of one district."""
    loser = "blues" if to == "reds" else "reds"
    event = f"{place} to {to}"
    return claim(
        name, event=event, to=to, from_=loser, change_type="captured", location_id=place, on=on,
        known_on=known_on, **given,
    )  # fmt: skip


def killed(name: str, event: str, value: int, known_on: str) -> Row:
    """People killed in one raid, as the mayor has it that day."""
    return casualty(
        name, event=event, victim="blues", on="2031-05-03", value=value, known_on=known_on,
        origin_id="mayor",
    )  # fmt: skip


# By the run that brought them: a raid whose toll rises twice, one that rose before; a district
# taken back; a capture denied; one denied and conceded in the same run; a raid first told of.
CLAIMS = {
    EARLIER: [
        killed("a1", "raid", 3, "2031-05-04"),
        killed("b1", "old raid", 3, "2031-05-04"),
        killed("b2", "old raid", 5, "2031-05-05"),
        taken("c1", "reds", "AF.03.01", "2031-05-01", "2031-05-02"),
        taken("d1", "reds", "AF.03.02", "2031-05-01", "2031-05-02"),
    ],
    LATEST: [
        killed("a2", "raid", 5, "2031-05-05"),
        killed("a3", "raid", 9, "2031-05-06"),
        taken("c2", "blues", "AF.03.01", "2031-05-05", "2031-05-06"),
        taken("d2", "reds", "AF.03.02", "2031-05-01", "2031-05-03", assertion="denied"),
        killed("e1", "new raid", 2, "2031-05-07"),
    ],
}


def build(folder: Path, claims: dict[datetime, list[Row]]) -> Path:
    """A warehouse of claims whose articles came with the runs of these days."""
    rows = [row for brought in claims.values() for row in brought]
    arrivals = [
        {"article_id": r["article_id"], "uri": r["article_id"], "run_id": str(d), "ingested_at": d}
        for d, brought in claims.items()
        for r in brought
    ]
    with warehouse(folder, stage(*rows, ingest=arrivals)):
        return folder / "warehouse.duckdb"


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Facts:
    """The facts of a report on two runs."""
    return read_facts(build(tmp_path_factory.mktemp("runs"), CLAIMS))


def news(facts: Facts, event: str) -> list[Row]:
    """What is new of an event."""
    return [row for row in facts["news"].to_dicts() if row["event_id"] == event_id(event)]


def test_a_toll_that_rose_twice_is_told_from_its_first_figure(facts: Facts) -> None:
    (row,) = news(facts, "raid")
    assert (row["news"], row["earlier_best"], row["best"]) == ("toll_rose", 3, 9)


def test_what_an_earlier_run_brought_is_not_new(facts: Facts) -> None:
    assert news(facts, "old raid") == []


def test_an_event_first_told_of_is_new_whatever_its_day(facts: Facts) -> None:
    assert [row["news"] for row in news(facts, "new raid")] == ["new_event"]


def test_a_place_seen_in_other_hands_names_both_sides(facts: Facts) -> None:
    (row,) = [row for row in news(facts, "AF.03.01 to blues") if row["news"] != "new_event"]
    assert row["news"] == "control_changed"
    assert (row["earlier_side_id"], row["side_id"]) == ("reds", "blues")


def test_a_denial_opens_a_dispute(facts: Facts) -> None:
    assert [row["news"] for row in news(facts, "AF.03.02 to reds")] == ["dispute_opened"]


def test_the_line_under_the_headline_counts_them(facts: Facts) -> None:
    assert since_the_last_run(facts) == (
        "one dispute opened, one place seen in other hands, one toll rose, two events first told of"
    )


def test_an_empty_warehouse_gives_a_page_that_says_so(tmp_path: Path) -> None:
    empty = build(tmp_path, {})
    assert headline(read_facts(empty)) == "No events reported"
    page = Page(write_report(empty, tmp_path / "report.html"))
    assert page.table("event") == page.table("claim") == []
    assert "No event. 0 articles were read" in page.html
