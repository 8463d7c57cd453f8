"""News that proves by itself that two reports are one event, however small its number."""

import polars as pl
import pytest

from tests.builders import casualty, claim
from tests.transforms.events.linked import groups, link

WEEK = {"date_start": "2022-04-28", "date_end": "2022-05-07"}
MORNINGS = ("2022-05-04", "2022-05-05", "2022-05-06")
CITY = {"location_id": "AF.03.01"}


def told(*rows: dict[str, object]) -> set[str]:
    """Groups of the rows, named a, b, c by their order, each news of May 5 unless it says else."""
    names = "abcdef"[: len(rows)]
    news = {"known_on": MORNINGS[1], "location_id": "AFG", "claim_type": "casualty"}
    harm = {"harm": "killed"}
    claims = [
        claim(name, **(WEEK | news | (harm if "claim_type" not in row else {}) | row))
        for name, row in zip(names, rows, strict=True)
    ]
    return groups(link(*claims), names)


def one_of_the_army(day: str, **given: object) -> dict[str, object]:
    """News of a day: one of the army killed."""
    return {"known_on": day, "victim": "army", "value": 1} | given


def test_a_party_s_small_number_of_two_mornings_is_one_if_they_stand_alone():
    first, second, third = (one_of_the_army(day) for day in MORNINGS)
    assert told(first, second) == {"ab"}
    assert told(first, third) == {"a", "b"}
    assert told(first, second, third) == {"a", "b", "c"}


def test_two_mornings_that_tell_of_two_places_are_two():
    here, there = (
        one_of_the_army(day, location_id=place)
        for day, place in zip(MORNINGS, ("AF.03.01", "AF.13.01"), strict=False)
    )
    assert told(here, there) == {"a", "b"}


@pytest.mark.parametrize(("wounded", "n_events"), [((2, 2), 1), ((2, 3), 1), ((2, 1), 2)])
def test_a_number_of_wounded_may_grow_from_one_morning_to_the_next_and_never_shrink(
    wounded: tuple[int, int], n_events: int
):
    rows = [
        casualty(f"{harm}{day}", **WEEK, known_on=day, location_id="AFG", victim="army",
                 article=day, harm=harm, value=value)
        for day, n_wounded in zip(MORNINGS[:2], wounded, strict=True)
        for harm, value in (("killed", 1), ("wounded", n_wounded))
    ]  # fmt: skip
    linked = link(*rows)
    killed = [claim(f"killed{day}")["claim_id"] for day in MORNINGS[:2]]
    events = linked.event_claims.filter(pl.col("claim_id").is_in(killed))["event_id"]
    assert events.n_unique() == n_events


@pytest.mark.parametrize("kind", ["journalists", "aid-workers", "health-workers"])
def test_people_who_are_rarely_harmed_are_the_same_whatever_their_number(kind: str):
    people = {"victim_actor_id": kind, "victim_side_id": "civilians"}
    first = people | {"value": 1}
    update = people | {"value": 2, "known_on": MORNINGS[2]}
    assert told(first, update) == {"ab"}
    others = {"victim_actor_id": "women", "victim_side_id": "civilians"}
    assert told(others | {"value": 1}, others | {"value": 2}) == {"a", "b"}


def test_somebody_of_rank_is_the_same_on_the_next_morning():
    leader = one_of_the_army(MORNINGS[0], value_text="a commander")
    soldier = one_of_the_army(MORNINGS[0], value_text="a soldier")
    next_day = one_of_the_army(MORNINGS[1], value_text="Commander")
    assert told(leader, soldier, next_day) == {"abc"}  # nobody else that day
    more = one_of_the_army(MORNINGS[2], value_text="a soldier")
    assert told(leader, next_day, more) == {"ab", "c"}


def test_one_thing_hit_is_one_event_whatever_its_toll():
    bus = {"things_hit": "bus"}
    assert told(bus | {"value": 10}, bus | {"value": 12}) == {"ab"}
    assert told(bus | {"value": 10}, bus | {"value": 12, "things_hit": "market,school"}) == {
        "a",
        "b",
    }
    assert told(
        bus | {"value": 10} | CITY, bus | {"value": 12, "location_id": "AF.13.01"}
    ) == {"a", "b"}  # fmt: skip


def test_the_same_word_for_many_is_one_event_on_one_day_alone():
    dozens = {"value_low": 12, "value_high": 99, "qualifier": "vague"}
    assert told(dozens, dozens) == {"ab"}
    assert told(dozens, dozens | {"known_on": MORNINGS[2]}) == {"a", "b"}
    hundreds = {"value_low": 200, "value_high": 999, "qualifier": "vague"}
    assert told(dozens, hundreds) == {"a", "b"}


def test_one_attacker_s_way_in_a_town_is_one_event_and_in_a_province_it_is_not():
    shelled = {"sub_event_type": "Shelling", "initiator_actor_id": "army"}
    for place, expected in (("AF.03.01", {"ab"}), ("AF.03", {"a", "b"}), ("AFG", {"a", "b"})):
        at_place = shelled | {"location_id": place}
        assert told(at_place | {"value": 1}, at_place | {"value": 3}) == expected
    other = shelled | CITY | {"initiator_actor_id": "rebels"}
    assert told(shelled | CITY | {"value": 1}, other | {"value": 3}) == {"a", "b"}


def test_a_town_s_news_without_a_number_means_the_only_number_told_there():
    dozens = CITY | {"value_low": 12, "value_high": 99, "qualifier": "vague"}
    forty = CITY | {"value": 40}
    assert told(dozens, forty) == {"ab"}
    assert told(dozens, forty | {"known_on": MORNINGS[2]}) == {"ab"}
    assert told(dozens, CITY | {"value": 5}) == {"a", "b"}
    assert told(dozens, forty, CITY | {"value": 60}) == {"a", "b", "c"}
    assert told(dozens | {"location_id": "AF.03"}, forty | {"location_id": "AF.03"}) == {"a", "b"}
