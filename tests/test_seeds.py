"""The five articles the project started from give what a careful reader takes from them."""

import shutil
from pathlib import Path

import duckdb
import pytest

from pipelines.outputs.evaluation import measure
from tests.conftest import SHARED, sitrep
from tests.test_road import exported

CHANGES = """
select dim_location.name, dim_date.date::varchar, change_type, is_contradicted,
    n_articles, to_actor.side_id
from core.fact_territory_change
inner join core.fact_event using (event_id)
inner join core.dim_location on dim_location.location_key = fact_territory_change.location_key
inner join core.dim_date on dim_date.date_key = fact_territory_change.date_key
inner join core.dim_actor as to_actor on to_actor.actor_key = fact_territory_change.to_actor_key
"""


def changes(warehouse: duckdb.DuckDBPyConnection) -> dict[str, tuple]:
    return {row[0]: row[1:] for row in warehouse.execute(CHANGES).fetchall()}


def test_three_recaptures_are_three_facts(seeds_warehouse) -> None:
    found = changes(seeds_warehouse)
    side = "anti-taliban-resistance"
    assert found["Pul-e-Hesar"] == ("2021-08-20", "recaptured", False, 5, side)
    assert found["Banu"] == ("2021-08-20", "recaptured", True, 5, side)
    assert found["Deh Salah"][:3] == ("2021-08-20", "recaptured", True)
    assert found["Deh Salah"][3] >= 4


def test_the_taliban_took_two_cities(seeds_warehouse) -> None:
    found = changes(seeds_warehouse)
    assert found["Pul-e-Khumri"][:3] == ("2021-08-10", "captured", False)
    assert found["Kabul"][0] == "2021-08-15"
    assert found["Kabul"][4] == found["Pul-e-Khumri"][4] == "taliban"


def test_no_other_place_changed_hands(seeds_warehouse) -> None:
    expected = {"Pul-e-Hesar", "Banu", "Deh Salah", "Andarab", "Pul-e-Khumri", "Kabul"}
    assert set(changes(seeds_warehouse)) <= expected


def test_sixty_killed_or_wounded_once(seeds_warehouse) -> None:
    rows = seeds_warehouse.execute(
        """
        select dim_location.admin1_name, date_key, fact_casualty.best, n_independent_claimants
        from core.fact_casualty inner join core.dim_location using (location_key)
        where harm = 'killed_or_wounded'
        """
    ).fetchall()
    assert rows == [("Baghlan", 20210820, 60, 1)]


def test_other_accounts_stand_beside_the_sixty(seeds_warehouse) -> None:
    rows = dict(
        seeds_warehouse.execute(
            """
            select harm, best from core.fact_casualty
            inner join core.dim_location using (location_key)
            where admin1_name = 'Baghlan' and date_key = 20210820
            """
        ).fetchall()
    )
    assert 12 <= rows["killed"] <= 99
    assert rows["captured"] == 20
    assert rows["casualties_unquantified"] is None


def test_at_least_twelve_killed_at_kabul(seeds_warehouse) -> None:
    rows = seeds_warehouse.execute(
        """
        select low, best, high from core.fact_casualty
        inner join core.dim_location using (location_key)
        where harm = 'killed' and admin1_name = 'Kabul'
        """
    ).fetchall()
    assert rows == [(12, 12, None)]


def test_districts_held_are_counted_as_of_a_day(seeds_warehouse) -> None:
    rows = seeds_warehouse.execute(
        "select held, out_of, unit, as_of::varchar from core.fact_reported_figure "
        "where figure = 'control_count' order by out_of desc"
    ).fetchall()
    assert rows[0] == (222, 421, "district", "2021-08-16")
    assert rows[1][:3] == (33, 34, "province")


def test_khinjan_is_only_planned(seeds_warehouse) -> None:
    rows = seeds_warehouse.execute(
        "select distinct assertion from core.fact_claim inner join core.dim_location "
        "using (location_key) where name = 'Khinjan'"
    ).fetchall()
    assert rows == [("planned",)]


def test_the_day_after(seeds_warehouse) -> None:
    rows = dict(
        seeds_warehouse.execute(
            "select location_name, status from marts.territory_control_daily "
            "where date = '2021-08-21' or (date < '2021-08-21' and location_name in "
            "('Pul-e-Khumri', 'Kabul')) order by date"
        ).fetchall()
    )
    assert rows["Pul-e-Hesar"] == "controlled"
    assert rows["Banu"] == rows["Deh Salah"] == "disputed"
    assert rows["Pul-e-Khumri"] == rows["Kabul"] == "controlled"


def test_every_answer_of_the_careful_reader_is_found(seeds_home: Path) -> None:
    result = measure(seeds_home / "warehouse.duckdb", SHARED / "gold" / "seeds.json")
    assert [str(miss) for miss in result.misses if miss.kind != "not wanted"] == []


@pytest.mark.operation
def test_the_order_of_the_seeds_and_a_second_run_change_no_byte(
    seeds: Path, seeds_home: Path, tmp_path: Path
) -> None:
    first = exported(seeds_home)
    home = tmp_path / "home"
    shutil.copytree(seeds_home, home)
    backwards = sorted(seeds.glob("*.txt"), reverse=True)
    assert sitrep("run", *backwards, "--home", home).returncode == 0
    again = exported(home)
    assert [name for name in first if first[name] != again[name]] == []
