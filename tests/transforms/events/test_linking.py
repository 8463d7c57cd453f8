"""Linking as a whole: the same events from any order, ids that resolve, copies that change none."""

from datetime import date, timedelta

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from pipelines.transforms.events.linking import link_events
from tests.builders import casualty, claim, dated_claims
from tests.transforms.events.linked import LEXICONS, event, events_by_name, groups, link

START = date(2022, 5, 1)
PLACES = ("town", "AF.03.01", "AF.03.02", "AF.03", None)
SIDES = ("army", "rebels", "civilians", None)
SLOW = settings(max_examples=6, deadline=None, derandomize=True)


@st.composite
def claim_rows(draw: st.DrawFn) -> list[dict[str, object]]:
    """Claims of all kinds crowded into a few places, days, sides, stories and numbers."""
    n_claims = draw(st.integers(min_value=1, max_value=14))
    return [draw(any_claim(f"claim {number}")) for number in range(n_claims)]


@st.composite
def any_claim(draw: st.DrawFn, name: str) -> dict[str, object]:
    """One claim with an exact day, an interval or no date."""
    story = draw(st.sampled_from("xyz"))
    start = START + timedelta(days=draw(st.integers(0, 9)))
    length = draw(st.sampled_from((0, 0, 0, 3, 7)))
    dated = draw(st.integers(0, 9)) > 0
    row = {
        "location_id": draw(st.sampled_from(PLACES)),
        "story_id": f"s_{story}",
        "origin_id": draw(st.sampled_from(("doctor", "mayor"))),
        "assertion": draw(st.sampled_from(("asserted", "attributed", "unconfirmed", "denied"))),
        "date_start": start if dated else None,
        "date_end": start + timedelta(days=length) if dated else None,
        "known_on": draw(st.sampled_from((None, date(2022, 5, 12), date(2022, 5, 14)))),
    }
    if draw(st.booleans()):
        values = {"value": draw(st.sampled_from((2, 7, 12)))} if draw(st.booleans()) else {}
        return casualty(name, **row, **values, victim=draw(st.sampled_from(SIDES)))
    kinds = ("territory_change", "territory_change", "territory_control", "contested")
    return claim(
        name,
        **row,
        claim_type=draw(st.sampled_from(kinds)),
        to=draw(st.sampled_from(SIDES[:2])),
        change_type=draw(st.sampled_from(("captured", "recaptured", "contested"))),
        n_places=draw(st.sampled_from((None, None, None, 3))),
    )


@SLOW
@given(rows=claim_rows(), data=st.data())
def test_any_order_of_rows_gives_the_same_frames(rows, data):
    shuffled = data.draw(st.permutations(rows))
    first = vars(link_events(dated_claims(*rows), LEXICONS))
    second = vars(link_events(dated_claims(*shuffled), LEXICONS))
    for name, frame in first.items():
        assert_frame_equal(frame, second[name])


@SLOW
@given(rows=claim_rows(), data=st.data())
def test_every_id_ever_given_resolves(rows, data):
    is_there = data.draw(st.lists(st.booleans(), min_size=len(rows), max_size=len(rows)))
    some = [row for row, there in zip(rows, is_there, strict=True) if there]
    published = link(*some).events["event_id"]
    aliases = link(*rows).event_aliases
    assert set(published) <= set(aliases["alias_id"])


@SLOW
@given(rows=claim_rows())
def test_each_claim_has_one_event_and_each_event_a_founding_claim(rows):
    linked = link(*rows)
    assert set(linked.event_claims["event_id"]) == set(linked.events["event_id"])
    cores = linked.event_claims.filter(event_role="core")
    assert set(cores["event_id"]) == set(linked.events["event_id"])
    assert set(linked.event_aliases["event_id"]) == set(linked.events["event_id"])


@SLOW
@given(rows=claim_rows())
def test_a_later_copy_of_an_article_changes_no_event_id(rows):
    known = [row | {"known_on": row["known_on"] or date(2022, 5, 12)} for row in rows]
    copies = [
        row
        | {
            "claim_id": claim(f"copy of {row['claim_id']}")["claim_id"],
            "article_id": claim(f"copy of {row['article_id']}")["article_id"],
            "report_id": f"r_copy of {row['report_id']}",
            "known_on": date(2022, 5, 20),
        }
        for row in known
    ]
    before, after = link(*known), link(*known, *copies)
    assert before.events["event_id"].to_list() == after.events["event_id"].to_list()
    assert_frame_equal(
        before.event_claims.select("claim_id", "event_id"),
        after.event_claims.select("claim_id", "event_id").filter(
            pl.col("claim_id").is_in([row["claim_id"] for row in known])
        ),
    )


def test_an_earlier_day_changes_the_id_and_the_old_one_resolves():
    late = claim("b", on="2022-05-03", to="rebels")
    old = events_by_name(link(late), "b")["b"]
    linked = link(late, claim("a", on="2022-05-02", to="rebels"))
    new = events_by_name(linked, "b")["b"]
    assert new != old
    assert dict(linked.event_aliases.iter_rows())[old] == new


def test_events_of_one_story_side_day_and_province_are_one_operation():
    linked = link(
        claim("a", on="2022-05-02", to="rebels", story_id="s_one", location_id="AF.03.01"),
        claim("b", on="2022-05-02", to="rebels", story_id="s_one", location_id="AF.03.02"),
        claim("c", on="2022-05-02", to="rebels", story_id="s_one", location_id="AF.13.01"),
        claim("d", on="2022-05-02", to="rebels", story_id="s_two", location_id="AF.03"),
    )
    ids = events_by_name(linked, "abcd")
    pair = tuple(sorted((ids["a"], ids["b"])))
    assert linked.event_relations.rows() == [(*pair, "same_operation")]


def test_an_event_is_what_most_of_its_claims_say():
    linked = link(
        claim("a", on="2022-05-02", to="rebels", change_type="captured", from_="army"),
        claim("b", on="2022-05-02", to="rebels", change_type="recaptured"),
        claim("c", on="2022-05-02", to="rebels", change_type="recaptured"),
    )
    assert event(linked, "a")["change_type"] == "recaptured"
    assert event(linked, "a")["from_actor_id"] == "army"


def test_territory_fighting_and_violence_do_not_mix():
    linked = link(
        claim("a", on="2022-05-02", to="rebels"),
        casualty("b", on="2022-05-02", victim="rebels", value=3),
        claim("c", on="2022-05-02", claim_type="contested", location_id="AF.03.02"),
    )
    assert groups(linked, "abc") == {"a", "b", "c"}
    assert set(linked.events["event_family"]) == {"territory", "violence", "contested"}


def test_no_claims_give_no_events():
    linked = link()
    assert all(frame.is_empty() for frame in vars(linked).values())
