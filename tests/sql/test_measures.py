"""A run's shares, what is usual for them, and the warnings that come of it."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import duckdb
import pytest

from pipelines.storage.sql_models import read_models

(MEASURES,) = read_models("ops")
CHECKS = {check.name.split("__")[1]: check for check in read_models("checks")}
NOW = datetime(2031, 4, 9, 12)
TABLES = """
create schema stage; create schema core;
create table stage.claims (article_id text, location_id text, reject_reason text);
create table core.fact_claim (article_key int, date_precision text);
create table core.dim_article (article_key int, article_id text);
create table stage.ingest (article_id text, ingested_at timestamp);
create table stage.quarantine (uri text, seen_at timestamp);
create table stage.run_log (run_id text, ended_at timestamp);
create table stage.run_measures (run_id text, measure text, scope text, n bigint, out_of bigint,
    share double, usual_low double, usual_high double, n_runs bigint, measured_at timestamp);
"""


class Home:
    """The tables that are measured."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection
        connection.execute(TABLES)

    def add(self, table: str, *rows: tuple) -> None:
        for row in rows:
            marks = ", ".join("?" for _ in row)
            self.connection.execute(f"insert into {table} values ({marks})", list(row))

    def add_article(self, key: int, arrived: datetime, n_claims: int, n_rejected: int) -> None:
        name = f"article {key}"
        self.add("core.dim_article", (key, name))
        self.add("stage.ingest", (name, arrived))
        rejected = [(name, None, "no_place")] * n_rejected
        self.add("stage.claims", *rejected, *[(name, "AFG", None)] * (n_claims - n_rejected))
        self.add("core.fact_claim", *[(key, "day")] * (n_claims - n_rejected))

    def add_run(self, number: int, share: float, measure: str = "rejected_claims") -> None:
        """A published run of the past, with this share of 200."""
        at = NOW - timedelta(days=100 - number)
        self.add("stage.run_log", (f"run {number}", at))
        row = (measure, "new", round(200 * share), 200, share, None, None, 0, at)
        self.add("stage.run_measures", (f"run {number}", *row))

    def measured(self) -> dict[tuple[str, str], dict[str, object]]:
        cursor = self.connection.execute(MEASURES.query)
        names = [column[0] for column in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        return {(row.pop("measure"), row.pop("scope")): row for row in rows}

    def warnings(self, check: str) -> list[tuple]:
        """The rows of a check, after this run's measures were added to the history."""
        self.connection.execute(
            f"insert into stage.run_measures select 'now', *, timestamp '{NOW}' "
            f"from ({MEASURES.query})"
        )
        return self.connection.execute(CHECKS[check].query).fetchall()


@pytest.fixture
def home() -> Iterator[Home]:
    with duckdb.connect() as connection:
        yield Home(connection)


def test_new_is_what_arrived_since_the_last_publication(home: Home) -> None:
    home.add("stage.run_log", ("run 1", NOW - timedelta(hours=2)))
    home.add_article(1, NOW - timedelta(hours=3), n_claims=10, n_rejected=1)
    home.add_article(2, NOW - timedelta(hours=1), n_claims=4, n_rejected=3)
    home.add("stage.quarantine", ("a", NOW - timedelta(hours=1)), ("b", NOW - timedelta(days=1)))
    measured = home.measured()
    everything, new = measured["rejected_claims", "all"], measured["rejected_claims", "new"]
    assert (everything["n"], everything["out_of"]) == (4, 14)
    assert (new["n"], new["out_of"], new["share"]) == (3, 4, 0.75)
    assert measured["quarantined_inputs", "new"]["share"] == 0.5
    assert measured["unplaced_claims", "new"]["n"] == 3
    assert measured["undated_claims", "new"]["n"] == 0


def test_nothing_new_has_no_share(home: Home) -> None:
    home.add("stage.run_log", ("run 1", NOW))
    home.add_article(1, NOW - timedelta(hours=3), n_claims=10, n_rejected=1)
    assert {scope for _, scope in home.measured()} == {"all"}


def test_before_five_runs_nothing_is_usual_and_nothing_warns(home: Home) -> None:
    for number in range(4):
        home.add_run(number, 0.1)
    home.add_article(1, NOW, n_claims=100, n_rejected=90)
    assert home.measured()["rejected_claims", "new"]["usual_high"] is None
    assert home.warnings("claims_are_usual") == []


def test_a_share_far_from_the_usual_warns_and_a_near_one_does_not(home: Home) -> None:
    for number, share in enumerate((0.10, 0.11, 0.09, 0.10, 0.12, 0.10)):
        home.add_run(number, share)
    home.add_article(1, NOW, n_claims=100, n_rejected=16)
    assert home.warnings("claims_are_usual") == []
    home.add_article(2, NOW, n_claims=100, n_rejected=60)
    home.connection.execute("delete from stage.run_measures where run_id = 'now'")
    (warning,) = home.warnings("claims_are_usual")
    assert warning[:4] == ("rejected_claims", "new", 76, 200)


def test_a_small_batch_has_a_wider_range_and_below_thirty_none_warns(home: Home) -> None:
    for number in range(6):
        home.add_run(number, 0.2)
    home.add_article(1, NOW, n_claims=25, n_rejected=25)
    assert home.warnings("claims_are_usual") == []
    wide = home.measured()["rejected_claims", "new"]
    home.add_article(2, NOW, n_claims=2500, n_rejected=500)
    narrow = home.measured()["rejected_claims", "new"]
    assert wide["usual_high"] > narrow["usual_high"] == pytest.approx(0.25)


def test_runs_that_were_not_published_are_no_measure_of_the_usual(home: Home) -> None:
    for number in range(6):
        home.add_run(number, 0.9)
    home.connection.execute("delete from stage.run_log")
    home.add_article(1, NOW, n_claims=100, n_rejected=10)
    assert home.measured()["rejected_claims", "new"]["n_runs"] == 0


def test_more_quarantine_than_usual_warns_and_less_does_not(home: Home) -> None:
    for number in range(6):
        home.add_run(number, 0.3, "quarantined_inputs")
    for key in range(40):
        home.add_article(key, NOW, n_claims=1, n_rejected=0)
    assert home.warnings("quarantine_is_usual") == []
    home.add("stage.quarantine", *[(str(number), NOW) for number in range(90)])
    home.connection.execute("delete from stage.run_measures where run_id = 'now'")
    (warning,) = home.warnings("quarantine_is_usual")
    assert warning[2:4] == (90, 130)


@pytest.mark.parametrize(("hours", "is_late"), [(35, False), (37, True)])
def test_no_article_for_longer_than_the_setting_warns(
    home: Home, hours: float, is_late: bool
) -> None:
    home.connection.execute("set variable fresh_hours = 36")
    home.connection.execute("insert into stage.ingest select 'a', now() at time zone 'UTC'")
    home.connection.execute(
        f"update stage.ingest set ingested_at = ingested_at - interval {hours} hours"
    )
    rows = home.connection.execute(CHECKS["an_article_came_lately"].query).fetchall()
    assert bool(rows) == is_late
