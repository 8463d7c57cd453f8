"""Figures for a wider place or time: what they add once their parts are counted."""

from tests.builders import casualty
from tests.sql.builders import Row
from tests.sql.conftest import Build

PROVINCE, DISTRICT, TOWN = "AF.03", "AF.03.01", "town"


def toll(name: str, value: int, place: str, day: str | None = "2031-05-02", **given: object) -> Row:
    """So many soldiers killed at a place and day, an event of its own."""
    known = {"event": name, "victim": "army", "known_on": "2031-05-03"}
    if day:
        known["on"] = day
    return casualty(name, value=value, location_id=place, **(known | given))


def rows(build: Build, *claims: Row) -> dict[str, tuple]:
    """row_kind, value, lowest by the name of the place and first day."""
    warehouse = build(*claims, tables=("core.fact_casualty",))
    found = warehouse.execute(
        """
        select location_id || ' ' || dim_date.date, row_kind, best, value_lowest, value_highest
        from core.fact_casualty
        inner join core.dim_location using (location_key)
        inner join core.dim_date using (date_key)
        order by event_id
        """
    ).fetchall()
    assert len({row[0] for row in found}) == len(found)
    return {row[0]: row[1:] for row in found}


def test_a_province_adds_what_its_places_leave_over(build: Build) -> None:
    found = rows(build, toll("p", 60, PROVINCE), toll("d", 25, "AF.03.02"), toll("t", 10, TOWN))
    assert found[f"{PROVINCE} 2031-05-02"][:2] == ("residual", 25)
    assert found["AF.03.02 2031-05-02"][:2] == ("figure", 25)


def test_parts_that_exceed_the_whole_leave_nothing(build: Build) -> None:
    found = rows(build, toll("p", 20, PROVINCE), toll("d", 25, "AF.03.02"))
    assert found[f"{PROVINCE} 2031-05-02"][:2] == ("residual", 0)


def test_levels_are_settled_from_the_finest_up(build: Build) -> None:
    # town 10 in a district of 30 in a province of 50 in a country of 55: 10 + 20 + 20 + 5
    found = rows(
        build, toll("c", 55, "AFG"), toll("p", 50, PROVINCE), toll("d", 30, DISTRICT),
        toll("t", 10, TOWN),
    )  # fmt: skip
    assert {place.split()[0]: row[1] for place, row in found.items()} == {
        "AFG": 5, PROVINCE: 20, DISTRICT: 20, TOWN: 10,
    }  # fmt: skip


def test_a_week_holds_its_days_and_sits_on_its_first(build: Build) -> None:
    found = rows(
        build,
        toll("w", 40, DISTRICT, day=None, date_start="2031-05-01", date_end="2031-05-07"),
        toll("a", 10, DISTRICT, "2031-05-02"),
        toll("b", 12, DISTRICT, "2031-05-05"),
        toll("out", 5, DISTRICT, "2031-05-09"),
    )
    assert found[f"{DISTRICT} 2031-05-01"][:2] == ("residual", 18)
    assert found[f"{DISTRICT} 2031-05-09"][:2] == ("figure", 5)


def test_of_two_wholes_over_a_part_the_largest_stands(build: Build) -> None:
    warehouse = build(
        toll("p", 60, PROVINCE), toll("q", 45, PROVINCE), toll("t", 10, TOWN),
        tables=("core.fact_casualty",),
    )  # fmt: skip
    found = warehouse.execute("select best from core.fact_casualty order by best").fetchall()
    assert found == [(0,), (10,), (50,)]


def test_a_toll_of_all_sides_holds_those_of_each(build: Build) -> None:
    warehouse = build(
        toll("all", 12, TOWN, victim=None), toll("a", 3, TOWN), toll("b", 4, TOWN, victim="police"),
        tables=("core.fact_casualty",),
    )  # fmt: skip
    found = warehouse.execute(
        "select row_kind, best from core.fact_casualty order by best"
    ).fetchall()
    assert found == [("figure", 3), ("figure", 4), ("residual", 5)]


def test_another_side_another_harm_another_province_is_no_part(build: Build) -> None:
    found = rows(
        build,
        toll("p", 60, PROVINCE),
        toll("a", 5, TOWN, victim="police"),
        toll("b", 6, DISTRICT, harm="wounded"),
        toll("c", 7, "AF.13.01"),
    )
    assert {row[0] for row in found.values()} == {"figure"}


def test_parts_name_their_whole_and_relations_say_so(build: Build) -> None:
    warehouse = build(
        toll("p", 60, PROVINCE), toll("t", 10, TOWN),
        tables=("core.fact_casualty", "core.event_relation"),
    )  # fmt: skip
    whole, part = (
        warehouse.execute(
            "select event_id from core.fact_casualty where row_kind = ?", [kind]
        ).fetchone()[0]
        for kind in ("residual", "figure")
    )
    assert warehouse.execute(
        "select event_id, part_of_event_id from core.fact_casualty where row_kind = 'figure'"
    ).fetchall() == [(part, whole)]
    assert warehouse.execute("from core.event_relation").fetchall() == [(part, whole, "part_of")]


def test_every_policy_settles_for_itself(build: Build) -> None:
    # Two accounts of the province, 30 and 60; the town's 40 is more than the lower of them.
    found = rows(
        build,
        toll("p", 30, PROVINCE, event="p"),
        toll("q", 60, PROVINCE, event="p"),
        toll("t", 40, TOWN),
    )
    assert found[f"{PROVINCE} 2031-05-02"][2:] == (0, 20)
