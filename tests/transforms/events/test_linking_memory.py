"""What linking remembers changes nothing, whatever claims come, go or change.

More wars, and longer: python -m tests.measures.relinking.
"""

import polars as pl
import pytest

from pipelines.storage.door import enforce
from pipelines.transforms.events.linking import link_events
from pipelines.transforms.events.linking_memory import LinkingMemory, relink_events
from tests.builders import claim, dated_claims, frame
from tests.measures.relinking import NOTHING, different, relink
from tests.transforms.events.linked import LEXICONS
from tests.transforms.events.little_war import LittleWar, rows


@pytest.mark.parametrize("seed", [11, 12])
def test_any_runs_end_as_one_run_that_remembers_nothing(seed: int) -> None:
    war = LittleWar(seed)
    for number, (memory, claims) in enumerate(relink(war, n_runs=8)):
        assert different(memory, claims) == [], f"run {number}"
    for name, kept in vars(memory).items():
        enforce(name, kept)


def test_links_that_a_person_states_tie_what_they_join() -> None:
    war = LittleWar(13)
    stated = links_between(("c1", "c2", "same"), ("c3", "c4", "same"), ("c5", "c6", "different"))
    for number, (memory, claims) in enumerate(relink(war, n_runs=4, links=stated)):
        assert different(memory, claims, stated) == [], f"run {number}"


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
