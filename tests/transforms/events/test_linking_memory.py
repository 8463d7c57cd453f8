"""What linking remembers changes nothing, whatever claims come, go or change.

More wars, and longer: python -m tests.measures.relinking.
"""

import polars as pl
import pytest

from pipelines.storage.door import enforce
from pipelines.transforms.events.linking import link_events
from pipelines.transforms.events.linking_memory import LinkingMemory, relink_events
from tests.builders import casualty, claim, dated_claims, frame
from tests.measures.relinking import NOTHING, different, relink
from tests.transforms.events.linked import LEXICONS
from tests.transforms.events.little_war import LittleWar, rows

DAY, NEXT = "2031-05-02", "2031-05-03"
WEEK = {"date_start": "2031-04-29", "date_end": NEXT}
CITY, DISTRICT, PROVINCE = ({"location_id": name} for name in ("town", "AF.03.01", "AF.03"))
TWELVE = {"victim": "army", "value": 12}
RAID = {"claim_type": "attack", "victim": "army", "sub_event_type": "Attack"}
SHOPPERS = {"victim": "civilians"}
# A report that slips to the day before once another has its number there, and with it its event.
SLIPS = casualty("b", on=NEXT, **TWELVE, **DISTRICT, article="b", story_id="s_b")
BEFORE = casualty("c", on=DAY, **TWELVE, **DISTRICT)
TAKEN = {"to": "rebels", **DISTRICT}
# In each way in which linking brings reports together: what is known (of which it is the first that
# matters), and what comes and moves that to another event.
MEETINGS = {
    "cell": (
        [casualty("a", on=DAY, value=7, **DISTRICT)],
        [casualty("b", on=DAY, **TWELVE, **DISTRICT)],
    ),
    "slip": ([SLIPS], [BEFORE]),
    "story": (
        [casualty("a", **WEEK, **TWELVE, **PROVINCE, story_id="s_b"), SLIPS],
        [BEFORE],
    ),
    "story at": ([casualty("a", **WEEK, **TWELVE, **CITY, story_id="s_b"), SLIPS], [BEFORE]),
    "number": ([casualty("a", **WEEK, **TWELVE, **DISTRICT)], [BEFORE]),
    "claimed": (
        [casualty("a", **WEEK, **TWELVE, **PROVINCE, origin_id="mayor")],
        [casualty("b", on=DAY, **TWELVE, **DISTRICT, origin_id="mayor")],
    ),
    "claimed at": (
        [casualty("a", **WEEK, **TWELVE, **CITY, origin_id="mayor")],
        [casualty("b", on=DAY, **TWELVE, **DISTRICT, origin_id="mayor")],
    ),
    "place, without a number": ([claim("a", **WEEK, **RAID, **DISTRICT)], [BEFORE]),
    "place, denied": (
        [
            casualty("a", **WEEK, **TWELVE, **DISTRICT, assertion="denied"),
            casualty("b", on="2031-04-30", **TWELVE, **DISTRICT),
        ],
        [casualty("c", on=DAY, victim="army", value=7, **DISTRICT)],
    ),
    "news here": (
        [casualty("a", **WEEK, **SHOPPERS, value=2, location_id="AFG", known_on=DAY)],
        [casualty("b", **WEEK, **SHOPPERS, value=2, **PROVINCE, known_on=DAY)],
    ),
    "news": (
        [casualty("a", **WEEK, **SHOPPERS, value=12, location_id=None, known_on=DAY)],
        [casualty("b", **WEEK, **SHOPPERS, value=12, location_id="AFG", known_on=DAY)],
    ),
    "two numbers": (
        [
            casualty("a", article="a", **WEEK, **SHOPPERS, value=1, location_id=None,
                     known_on=NEXT),
            casualty("b", article="a", **WEEK, **SHOPPERS, harm="wounded", value=3,
                     location_id=None, known_on=NEXT),
        ],
        [
            casualty("c", article="c", **WEEK, **SHOPPERS, value=1, location_id="AFG",
                     known_on=DAY),
            casualty("d", article="c", **WEEK, **SHOPPERS, harm="wounded", value=3,
                     location_id="AFG", known_on=DAY),
        ],
    ),
    "small news": (
        [
            casualty("a", **WEEK, victim="army", value=1, location_id="AFG", known_on=NEXT),
            casualty("b", **WEEK, victim="army", value=1, location_id="AFG", known_on=DAY,
                     story_id="s_b"),
        ],
        [casualty("c", on=DAY, victim="army", value=1, **PROVINCE, known_on=DAY, story_id="s_b")],
    ),
    "whole": (
        [
            casualty("a", article="b", story_id="s_b", value=3, victim="civilians", on=NEXT,
                     location_id="AF.13.01", is_subset=True,
                     subset_of_claim_id=SLIPS["claim_id"]),
            SLIPS,
        ],
        [BEFORE],
    ),
    "land": ([claim("a", on=NEXT, **TAKEN)], [claim("b", on=DAY, **TAKEN)]),
    "land in story": (
        [
            claim("a", article="a", to="rebels", **WEEK, location_id=None, n_places=3),
            claim("b", article="a", on=NEXT, **TAKEN),
        ],
        [claim("c", on=DAY, **TAKEN)],
    ),
    "land in": (
        [claim("a", to="rebels", **WEEK, **PROVINCE, n_places=3)],
        [claim("b", on=DAY, **TAKEN)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("way", MEETINGS)
def test_what_comes_reaches_whatever_it_moves_to_another_event(way: str) -> None:
    known, coming = MEETINGS[way]
    links = frame("links")
    before = relink_events(dated_claims(*known), LEXICONS, links, NOTHING)
    claims = dated_claims(*known, *coming)
    after = relink_events(claims, LEXICONS, links, before)
    assert event_of(known[0], before) != event_of(known[0], after), "nothing moves it"
    assert different(after, claims) == []


def event_of(row: dict[str, object], memory: LinkingMemory) -> str | None:
    """The event that a claim belongs to, if any."""
    return dict(memory.event_claims.select("claim_id", "event_id").iter_rows()).get(row["claim_id"])


@pytest.mark.parametrize("seed", [11, 12])
def test_any_runs_end_as_one_run_that_remembers_nothing(seed: int) -> None:
    war = LittleWar(seed)
    for number, (memory, claims) in enumerate(relink(war, n_runs=6)):
        assert different(memory, claims) == [], f"run {number}"
    for name, kept in vars(memory).items():
        enforce(name, kept)


def test_links_that_a_person_states_tie_what_they_join() -> None:
    war = LittleWar(13)
    stated = links_between(("c1", "c2", "same"), ("c3", "c4", "same"), ("c5", "c6", "different"))
    for number, (memory, claims) in enumerate(relink(war, n_runs=3, links=stated)):
        assert different(memory, claims, stated) == [], f"run {number}"


def test_a_claim_that_goes_leaves_the_event_that_a_link_had_joined_it_to() -> None:
    elsewhere = {"on": DAY, "victim": "rebels", "value": 3, "location_id": "AF.13.01"}
    joined = casualty("a", on=DAY, **TWELVE, **DISTRICT)
    known = [joined, casualty("b", **elsewhere), casualty("c", **elsewhere)]
    stated = links_between(("a", "b", "same"))
    before = relink_events(dated_claims(*known), LEXICONS, stated, NOTHING)
    rest = dated_claims(*known[1:])
    assert different(relink_events(rest, LEXICONS, stated, before), rest, stated) == []


def test_other_links_than_before_link_everything_again() -> None:
    claims = dated_claims(*rows(LittleWar(14).claims()))
    before = relink_events(claims, LEXICONS, frame("links"), NOTHING)
    stated = links_between(("c1", "c2", "same"), ("c7", "c8", "same"))
    assert different(relink_events(claims, LEXICONS, stated, before), claims, stated) == []


def test_events_that_no_new_claim_touches_are_not_linked_again() -> None:
    near = {"on": "2031-05-01", "victim": "army", "value": 12, "location_id": "AF.03.01"}
    far = {"on": "2031-09-01", "victim": "army", "value": 12, "location_id": "AF.13.01"}
    known = [claim("a", claim_type="casualty", harm="killed", **near),
             claim("b", claim_type="casualty", harm="killed", **far)]  # fmt: skip
    before = relink_events(dated_claims(*known), LEXICONS, frame("links"), NOTHING)
    marked = LinkingMemory(
        **(vars(before) | {"events": before.events.with_columns(link_reason=pl.lit("kept"))})
    )
    joins = claim("c", claim_type="casualty", harm="killed", **near)
    after = relink_events(dated_claims(*known, joins), LEXICONS, frame("links"), marked)
    reasons = dict(after.events.select("location_id", "link_reason").iter_rows())
    assert reasons == {"AF.03.01": "same_cell", "AF.13.01": "kept"}


def test_no_claims_are_remembered_as_none() -> None:
    memory = relink_events(dated_claims(), LEXICONS, frame("links"), NOTHING)
    assert all(kept.is_empty() for kept in vars(memory).values())
    assert all(linked.is_empty() for linked in vars(link_events(dated_claims(), LEXICONS)).values())


def links_between(*stated: tuple[str, str, str]) -> pl.DataFrame:
    """Links between claims by name."""
    found = [
        {"left_id": claim(left)["claim_id"], "right_id": claim(right)["claim_id"], "link": link,
         "why": "by hand"}
        for left, right, link in stated
    ]  # fmt: skip
    return frame("links", *found)
