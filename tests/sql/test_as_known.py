"""No view of the past peeks: it equals a warehouse built from what was known by then."""

import random
from datetime import date, timedelta

import duckdb
import pytest

from pipelines.storage.sql_models import read_models
from tests.builders import casualty, claim
from tests.sql.builders import Row
from tests.sql.conftest import Build

FACTS = ("core.fact_territory_control", "core.fact_casualty")
DAYS = [date(2031, 5, 1) + timedelta(days=number) for number in range(20)]
KNOWN_DAYS = DAYS[2::3]
CONTROL = """
select location_key, actor_key, other_actor_key, valid_from, valid_to, day_seq, status, basis,
    grade, event_id
"""


def some_claims(seed: int) -> list[Row]:
    """Claims of all kinds about few places and days, so that they meet often."""
    choose = random.Random(seed)
    return [
        *(territory_claim(f"t{number}", choose) for number in range(40)),
        *(casualty_claim(f"c{number}", choose) for number in range(40)),
    ]


def territory_claim(name: str, choose: random.Random) -> Row:
    """A change, control, contest or denial; some over an interval, some known since who knows."""
    start = choose.choice(DAYS)
    side = choose.choice(["reds", "blues"])
    kind = choose.choice(["territory_change"] * 4 + ["territory_control", "contested"])
    place = choose.choice(["AF.03.01", "AF.03.01", "town", "AF.03"])
    origin = choose.choice(["mayor", "nurse", "driver", "reds", "blues"])
    is_party = origin in ("reds", "blues")
    return claim(
        name,
        event=f"{kind} {place} {side} {start}",
        claim_type=kind,
        location_id=place,
        date_start=start,
        date_end=start + timedelta(days=choose.choice([0, 0, 0, 2, 5])),
        to=side,
        from_="blues" if side == "reds" else "reds",
        change_type=choose.choice(["captured", "recaptured"]),
        day_seq=choose.choice([None, None, 1, 2]),
        assertion=choose.choice(["attributed"] * 6 + ["denied", "unconfirmed"]),
        origin_id=origin,
        origin_kind="party" if is_party else "person",
        claimant_side_id=origin if is_party else None,
        is_interested=is_party,
        known_on=choose.choice([*KNOWN_DAYS, None]),
    )


def casualty_claim(name: str, choose: random.Random) -> Row:
    """A figure of a town, district or province on one of few days."""
    day = choose.choice(DAYS[:4])
    place = choose.choice(["town", "AF.03.01", "AF.03"])
    victim = choose.choice(["reds", "reds", None])
    value = choose.choice([5, 10, 11, 40, 60])
    return casualty(
        name,
        event=f"{place} {day} {victim}",
        location_id=place,
        on=day,
        victim=victim,
        value_low=choose.choice([value, None]),
        value_best=value,
        value_high=choose.choice([value, None]),
        origin_id=choose.choice(["mayor", "nurse", "reds"]),
        story_id=choose.choice(["s_one", "s_two", "s_three"]),
        known_on=choose.choice([*KNOWN_DAYS, None]),
    )


def rows(warehouse: duckdb.DuckDBPyConnection, query: str) -> list[tuple]:
    return warehouse.execute(f"select * from ({query}) order by all").fetchall()


@pytest.mark.parametrize("seed", [3, 11])
def test_a_view_of_the_past_is_the_warehouse_of_its_day(build: Build, seed: int) -> None:
    claims = some_claims(seed)
    whole = build(*claims, tables=FACTS)
    for day in KNOWN_DAYS[1::2]:
        known = [row for row in claims if row["known_on"] and row["known_on"] <= day]
        then = build(*known, tables=FACTS)
        assert rows(whole, f"from casualties_as_known('{day}')") == rows(
            then, "from core.fact_casualty"
        )
        current = f"{CONTROL} from core.fact_territory_control where known_to is null"
        assert rows(whole, f"{CONTROL} from territory_as_known('{day}')") == rows(then, current)


def test_the_order_of_rows_changes_nothing(build: Build) -> None:
    claims = some_claims(5)
    shuffled = random.Random(1).sample(claims, len(claims))
    one, other = (build(*some, tables=FACTS) for some in (claims, shuffled))
    for table in (*FACTS, "core.fact_casualty_history"):
        assert rows(one, f"from {table}") == rows(other, f"from {table}")


@pytest.mark.parametrize("days_apart", [1, 9])
def test_no_two_states_of_a_place_overlap_in_both_times(build: Build, days_apart: int) -> None:
    # Nine days apart, the history of a place goes through several windows.
    claims = [
        row | {name: stretched(row[name], days_apart) for name in ("date_start", "date_end")}
        for row in some_claims(17)
        if row["claim_type"] != "casualty"
    ]
    baseline = [{"location_id": "AF.03.01", "side_id": "blues", "as_of": date(2031, 1, 1)}]
    warehouse = build(*claims, tables=FACTS[:1], baseline=baseline)
    assert len(rows(warehouse, "from core.fact_territory_control")) > 10
    for check in read_models("checks"):
        if check.name.split("__")[-1] in ("does_not_overlap", "is_keyed") and set(check.reads) == {
            "core.fact_territory_control"
        }:
            assert warehouse.execute(check.query).fetchall() == [], check.name


def stretched(day: date, factor: int) -> date:
    """A day so many times as far from the first."""
    return DAYS[0] + (day - DAYS[0]) * factor


def test_what_is_known_since_nobody_knows_when_is_in_no_view_of_the_past(build: Build) -> None:
    warehouse = build(
        claim("a", event="a", to="reds", on="2031-05-02", known_on="2031-05-03"),
        claim("b", event="b", to="blues", on="2031-05-05"),
        casualty("c", event="c", value=4, victim="reds", on="2031-05-02"),
        tables=FACTS,
    )
    then = "select count(*) from territory_as_known('2040-01-01') where valid_to is null"
    assert warehouse.execute(f"{then} and actor_key <> -1").fetchall() == [(1,)]
    assert rows(warehouse, "from casualties_as_known('2040-01-01')") == []
    now = "select valid_from::varchar from core.fact_territory_control where known_to is null"
    assert rows(warehouse, now) == [("2031-05-02",), ("2031-05-05",)]
    assert rows(warehouse, "select best from core.fact_casualty") == [(4,)]


def test_a_settled_contest_is_disputed_in_the_views_before(build: Build) -> None:
    took = {"event": "a", "to": "reds", "on": "2031-05-02"}
    later = {"known_on": "2031-05-06"}
    warehouse = build(
        claim("a", known_on="2031-05-03", **took),
        claim("b", event="a", role="context", claim_type="contested", on="2031-05-02",
              known_on="2031-05-04"),
        claim("c", **took, **later),
        claim("d", **took, **later),
        tables=FACTS,
    )  # fmt: skip
    seen = [
        warehouse.execute(f"select status from territory_as_known('2031-05-0{day}')").fetchall()
        for day in (3, 4, 5, 6)
    ]
    assert seen == [[("controlled",)], [("disputed",)], [("disputed",)], [("controlled",)]]
