"""The whole warehouse over one small war: checks hold, totals agree, joins lose nothing."""

from collections.abc import Iterator

import duckdb
import pytest

from pipelines.storage.sql_models import table_models
from schemas.registry import contract
from tests.builders import casualty, claim
from tests.sql.builders import (
    article,
    empty_stage,
    event_id,
    failing_checks,
    part_of_warehouse,
    stage,
    warehouse,
)

# A flag of two code points, a family joined of three people, an accent of its own, Cyrillic.
STRANGE = (
    "\U0001f1fa\U0001f1e6 \U0001f468\u200d\U0001f469\u200d\U0001f467 cafe\u0301 Кабул: 4 killed."
)
SAID = STRANGE.index("4 killed")

CLAIMS = (
    claim("a", event="take", to="reds", from_="blues", on="2031-05-02", known_on="2031-05-03"),
    claim("b", event="take", role="context", claim_type="contested", on="2031-05-02",
          known_on="2031-05-04"),
    claim("c", event="town", to="reds", on="2031-05-02", location_id="town",
          known_on="2031-05-03"),
    claim("d", to="blues", on="2031-05-09", assertion="planned", known_on="2031-05-03"),
    casualty("e", event="battle", value=60, victim="reds", on="2031-05-02", location_id="AF.03",
             known_on="2031-05-03"),
    casualty("f", event="ambush", value=10, victim="reds", on="2031-05-02", location_id="town",
             known_on="2031-05-05"),
    casualty("g", event="undated", value=7, victim="reds", location_id="AF.03.02"),
    casualty("h", event="nowhere", value=3, victim="reds", on="2031-06-11", location_id=None,
             known_on="2031-06-12"),
    casualty("i", event="country", value_low=4, value_best=4, victim="blues", on="2031-06-11",
             location_id="AFG", known_on="2031-06-12"),
    casualty("j", event="battle", harm="casualties_unquantified", victim="reds", on="2031-05-02",
             location_id="AF.03", known_on="2031-05-03"),
    casualty("k", event="strange", value=4, on="2031-06-20", location_id="AF.13.01",
             known_on="2031-06-21", text=STRANGE, evidence_text="4 killed", evidence_start=SAID,
             evidence_end=SAID + 8, sentence_start=3, sentence_end=len(STRANGE)),
    casualty("l", value=3000, victim="reds", date_start="2031-01-01", date_end="2031-06-01",
             is_cumulative=True, location_id="AFG", known_on="2031-06-02"),
    claim("m", claim_type="control_count", to="reds", value_low=222, value_best=222,
          value_high=222, out_of=421, unit="district", on="2031-06-01", location_id="AFG",
          known_on="2031-06-02"),
    claim("n", claim_type="strength", to="reds", value_low=6000, value_best=6000,
          qualifier="more_than", unit="fighters", location_id="AF.13", known_on="2031-06-02"),
)  # fmt: skip
POLICIES = (
    "low", "best", "high", "value_lowest", "value_highest", "value_best_supported", "value_latest",
    "value_acled_conservative",
)  # fmt: skip


@pytest.fixture(scope="module")
def war(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """The whole warehouse of CLAIMS."""
    aliases = [{"alias_id": "e_old", "event_id": event_id("take")}]
    with warehouse(
        tmp_path_factory.mktemp("war"), stage(*CLAIMS, event_aliases=aliases)
    ) as connection:
        yield connection


def test_every_check_holds(war: duckdb.DuckDBPyConnection) -> None:
    assert failing_checks(war) == {}


def test_a_warehouse_of_nothing_builds_and_holds(tmp_path) -> None:
    with warehouse(tmp_path, empty_stage()) as empty:
        assert failing_checks(empty) == {}
        assert empty.execute("select count(*) from marts.event_register").fetchone() == (0,)


@pytest.mark.parametrize("mart", ["casualties_daily", "casualties_monthly", "casualties_by_actor"])
def test_totals_of_every_mart_are_those_of_the_fact(
    war: duckdb.DuckDBPyConnection, mart: str
) -> None:
    sums = ", ".join(f"sum({name})::bigint" for name in POLICIES)
    query = "select harm, {} from {} group by harm order by harm"
    assert (
        war.execute(query.format(sums, f"marts.{mart}")).fetchall()
        == war.execute(query.format(sums, "core.fact_casualty")).fetchall()
    )


def test_unknown_days_and_places_stay_in_the_totals(war: duckdb.DuckDBPyConnection) -> None:
    # 60 in the province hold the 10 of the town; 7 undated, 3 nowhere, 4 in the country, 4 strange
    assert war.execute(
        "select sum(best)::bigint from marts.casualties_daily where harm = 'killed'"
    ).fetchone() == (60 + 7 + 3 + 4 + 4,)
    assert war.execute(
        "select date, best from marts.casualties_daily where date_key = -1"
    ).fetchall() == [(None, 7)]
    assert war.execute(
        "select location_name, best from marts.casualties_daily where location_key = -1"
    ).fetchall() == [("Unknown", 3)]


def test_an_open_end_is_counted_not_invented(war: duckdb.DuckDBPyConnection) -> None:
    row = war.execute(
        "select low, best, high, n_rows, n_open_high from marts.casualties_by_actor "
        "where victim_name = 'Blues'"
    ).fetchone()
    assert row == (4, 4, None, 1, 1)


def test_a_row_without_a_number_is_counted_not_summed(war: duckdb.DuckDBPyConnection) -> None:
    row = war.execute(
        "select best, n_rows, n_unquantified from marts.casualties_by_actor "
        "where harm = 'casualties_unquantified'"
    ).fetchone()
    assert row == (None, 1, 1)


def test_offsets_count_characters_whatever_they_look_like(war: duckdb.DuckDBPyConnection) -> None:
    sentence, start, end = war.execute(
        "select sentence_text, evidence_start, evidence_end from marts.claim_evidence "
        "where evidence_text = '4 killed'"
    ).fetchone()
    assert sentence == STRANGE[3:]
    assert STRANGE[start:end] == "4 killed"


def test_a_shifted_offset_is_caught() -> None:
    wrong = CLAIMS[0] | {"evidence_start": 1, "evidence_end": 13, "sentence_end": 13}
    with part_of_warehouse(stage(wrong), *(model.table for model in table_models())) as connection:
        assert failing_checks(connection) == {"fact_claim__evidence_is_cut_from_its_text": 1}


def test_a_plan_that_links_is_caught() -> None:
    wrong = CLAIMS[3] | {"event": "plan"}
    with part_of_warehouse(stage(wrong), *(model.table for model in table_models())) as connection:
        assert set(failing_checks(connection)) == {
            "fact_claim__plans_and_history_link_to_nothing",
            "fact_event__has_a_claim",
        }


def test_the_daily_mart_runs_to_the_last_day_known(war: duckdb.DuckDBPyConnection) -> None:
    rows = war.execute(
        "select location_name, min(date)::varchar, max(date)::varchar, count(*) "
        "from marts.territory_control_daily group by all order by all"
    ).fetchall()
    assert rows == [
        ("Place AF.03.01", "2031-05-02", "2031-06-21", 51),
        ("Place town", "2031-05-02", "2031-06-21", 51),
    ]
    assert war.execute(
        "select n_controlled, n_disputed, location_type from marts.territory_summary_daily "
        "where date = '2031-06-01' order by location_type"
    ).fetchall() == [(0, 1, "admin2"), (1, 0, "populated_place")]


def test_revisions_tell_what_changed_and_not_what_is_new(war: duckdb.DuckDBPyConnection) -> None:
    rows = war.execute(
        "select known_on::varchar, fact, revision, earlier_best, best, earlier_status, status "
        "from marts.revisions order by known_on"
    ).fetchall()
    assert rows == [
        ("2031-05-04", "territory", "dispute_opened", None, None, "controlled", "disputed"),
        ("2031-05-05", "casualty", "parts_found", 60, 50, None, None),
    ]


def test_evidence_answers_to_every_id_the_event_ever_had(war: duckdb.DuckDBPyConnection) -> None:
    now = war.execute(f"select claim_id from evidence('{event_id('take')}') order by 1").fetchall()
    assert len(now) == 2
    assert war.execute("select claim_id from evidence('e_old') order by 1").fetchall() == now
    assert war.execute("select claim_id from evidence('e_none')").fetchall() == []


def test_figures_about_the_state_of_the_war_stand_apart(war: duckdb.DuckDBPyConnection) -> None:
    rows = war.execute(
        "select figure, held, out_of, unit, harm from core.fact_reported_figure order by figure"
    ).fetchall()
    assert rows == [
        ("control_count", 222, 421, "district", None),
        ("cumulative_toll", 3000, None, "people", "killed"),
        ("strength", 6000, None, "fighters", None),
    ]


def test_keys_survive_a_browser_and_are_made_of_the_id_alone(
    war: duckdb.DuckDBPyConnection,
) -> None:
    keys = "select location_id, location_key from core.dim_location where location_id = 'AF.03'"
    one = war.execute(keys).fetchone()
    assert 0 < one[1] < 2**53
    with part_of_warehouse(stage(CLAIMS[4]), "core.dim_location") as other:
        assert other.execute(keys).fetchone() == one


def test_a_publisher_the_lexicon_does_not_know_is_a_source_by_its_name() -> None:
    rows = [article(claim("a", publisher="Valley Herald")), article(claim("b"))]
    claims = (claim("a"), claim("b"))
    with part_of_warehouse(stage(*claims, articles=rows), "core.dim_article") as connection:
        names = connection.execute(
            "select dim_source.name from core.dim_article inner join core.dim_source "
            "using (source_key) where article_key <> -1 order by all"
        ).fetchall()
        assert names == [("Unknown",), ("Valley Herald",)]


def test_every_table_and_column_says_what_it_means() -> None:
    tables = [model.name for model in table_models() if model.layer != "intermediate"]
    assert all(contract(table).__doc__.startswith("One row per") for table in tables)
    silent = [
        f"{table}.{name}"
        for table in tables
        for name, column in contract(table).to_schema().columns.items()
        if not column.description
    ]
    assert silent == []
