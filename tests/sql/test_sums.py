"""Totals are plain sums that agree at every level, whatever is claimed; nothing stands twice."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import PLACES, casualty
from tests.sql.builders import Row, part_of_warehouse, stage
from tests.sql.conftest import Build

MEASURES = (
    "low", "best", "high", "value_lowest", "value_highest", "value_best_supported", "value_latest",
    "value_acled_conservative",
)  # fmt: skip
MARTS = ("marts.casualties_daily", "marts.casualties_monthly", "marts.casualties_by_actor")
TABLES = (*MARTS, "marts.casualties_by_policy", "marts.harmed_by_event")
SUMS = ", ".join(f"coalesce(sum({name}), -1)::bigint" for name in MEASURES)
LEVELS = {
    "day": "date_key", "district": "admin2_key", "province": "admin1_key", "country": "country_key",
    "actor": "victim_actor_key",
}  # fmt: skip


@st.composite
def tolls(draw: st.DrawFn) -> list[Row]:
    """Figures of a few places, days, sides and tellers, so that they hold and contradict others."""
    made = []
    for number in range(draw(st.integers(1, 30))):
        start = date(2031, 5, 1) + timedelta(days=draw(st.integers(0, 3)))
        days = draw(st.sampled_from([0, 0, 0, 2]))
        place = draw(st.sampled_from([*PLACES, None]))
        victim = draw(st.sampled_from(["reds", "blues", None]))
        value = draw(st.integers(0, 40))
        made.append(
            casualty(
                str(number),
                event=f"{place} {start} {days} {victim}",
                location_id=place,
                date_start=start,
                date_end=start + timedelta(days=days),
                victim=victim,
                harm=draw(st.sampled_from(["killed", "wounded", "killed_or_wounded"])),
                value_low=draw(st.sampled_from([value, None])),
                value_best=value,
                value_high=draw(st.sampled_from([value, None])),
                origin_id=draw(st.sampled_from(["mayor", "nurse", "reds"])),
                known_on=start + timedelta(days=draw(st.integers(0, 4))),
            )
        )
    return made


@given(tolls())
@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
def test_sums_agree_by_day_place_and_actor_under_every_policy(claims: list[Row]) -> None:
    with part_of_warehouse(stage(*claims), *TABLES) as warehouse:

        def sums(source: str) -> list[tuple]:
            return warehouse.execute(
                f"select harm, {SUMS} from {source} group by 1 order by 1"
            ).fetchall()

        whole = sums("core.fact_casualty")
        for mart in MARTS:
            assert sums(mart) == whole, mart
        for level, column in LEVELS.items():
            by_level = ", ".join(f"sum({name}) as {name}" for name in MEASURES)
            grouped = (
                f"(select harm, {by_level} from core.fact_casualty "
                f"inner join core.dim_location using (location_key) group by harm, {column})"
            )
            assert sums(grouped) == whole, level
        twice = (
            "select event_id, victim_side_key, harm from core.fact_casualty "
            "group by all having count(*) > 1"
        )
        assert warehouse.execute(twice).fetchall() == []


def test_harmed_takes_joint_and_separate_figures_as_alternatives(build: Build) -> None:
    # MODEL 6: 60 jointly, 60 + 15 and 40 + 15 are three alternatives: 60, 75, 55.
    told = {"event": "a", "victim": "army", "on": "2031-05-02", "known_on": "2031-05-03"}
    claims = [
        casualty("a", value=60, harm="killed_or_wounded", origin_id="mayor", article="m", **told),
        casualty("b", value=15, origin_id="nurse", article="n", **told),
        casualty("c", value=60, harm="wounded", origin_id="nurse", article="n", **told),
        casualty("d", value=15, origin_id="driver", article="d", **told),
        casualty("e", value=40, harm="wounded", origin_id="driver", article="d", **told),
    ]
    rows = build(*claims, tables=("marts.harmed_by_event",)).execute(
        "select harmed_low, harmed_lowest, harmed_highest, harmed_high, n_accounts, "
        "n_joint_accounts from marts.harmed_by_event"
    )
    assert rows.fetchall() == [(55, 55, 75, 75, 3, 1)]


def test_harmed_is_open_above_where_only_the_killed_are_told(build: Build) -> None:
    toll = casualty("a", event="a", value=4, victim="army", on="2031-05-02", known_on="2031-05-03")
    rows = build(toll, tables=("marts.harmed_by_event",)).execute(
        "select harmed_low, harmed_best, harmed_high from marts.harmed_by_event"
    )
    assert rows.fetchall() == [(4, 4, None)]
