"""Who holds a place: each row of the model's table of states, reasoned by hand."""

from datetime import date

from tests.builders import claim
from tests.sql.builders import Row, stage
from tests.sql.conftest import Build

STATES = """
select valid_from::varchar, valid_to::varchar, status, actor.actor_id, other.actor_id, basis
from core.fact_territory_control
inner join core.dim_actor as actor using (actor_key)
inner join core.dim_actor as other on other.actor_key = other_actor_key
inner join core.dim_location using (location_key)
where known_to is null and location_id = $place
order by valid_from, day_seq
"""


def taken(name: str, to: str, on: str | None = "2031-05-02", **given: object) -> Row:
    """A claim that a side took the district, known the day after 2 May unless told."""
    known = {"event": f"{to} {on}", "to": to, "known_on": "2031-05-03"}
    if on:
        known["on"] = on
    return claim(name, **(known | given))


def fought(name: str, on: str = "2031-05-02", **given: object) -> Row:
    """A claim that fighting for the district goes on."""
    known = {"event": f"fight {on}", "on": on, "known_on": "2031-05-03", "claim_type": "contested"}
    return claim(name, **(known | given))


def states(
    build: Build, *claims: Row, place: str = "AF.03.01", **stage_tables: list[Row]
) -> list[tuple]:
    """The place's states as now known."""
    warehouse = build(*claims, tables=("core.fact_territory_control",), **stage_tables)
    return warehouse.execute(STATES, {"place": place}).fetchall()


def test_one_side_takes_a_place_and_keeps_it(build: Build) -> None:
    assert states(build, taken("a", "reds"), taken("b", "reds", "2031-05-03")) == [
        ("2031-05-02", None, "controlled", "reds", "unknown", "day")
    ]


def test_a_swap_inside_a_day_keeps_both_turns_in_the_order_told(build: Build) -> None:
    found = states(build, taken("a", "reds", day_seq=2), taken("b", "blues", day_seq=1))
    assert [row[:4] for row in found] == [
        ("2031-05-02", "2031-05-02", "controlled", "blues"),
        ("2031-05-02", None, "controlled", "reds"),
    ]


def test_who_retook_comes_after_who_captured(build: Build) -> None:
    found = states(
        build,
        taken("a", "reds", change_type="recaptured"),
        taken("b", "blues", change_type="captured"),
    )
    assert [row[3] for row in found] == ["blues", "reds"]


def test_two_sides_in_no_order_are_disputed_with_no_holder(build: Build) -> None:
    assert states(build, taken("a", "reds"), taken("b", "blues")) == [
        ("2031-05-02", None, "disputed", "unknown", "unknown", "day")
    ]


def test_a_side_that_claims_it_under_fire_is_disputed(build: Build) -> None:
    found = states(build, taken("a", "reds", from_="blues"), fought("b"))
    assert found == [("2031-05-02", None, "disputed", "reds", "blues", "day")]


def test_fighting_alone_leaves_the_holder_before_and_contests_it(build: Build) -> None:
    found = states(build, taken("a", "reds", "2031-04-02"), fought("b"))
    assert [row[:4] for row in found] == [
        ("2031-04-02", "2031-05-02", "controlled", "reds"),
        ("2031-05-02", None, "contested", "reds"),
    ]


def test_more_fighting_does_not_end_a_dispute(build: Build) -> None:
    found = states(build, taken("a", "reds"), fought("b"), fought("c", "2031-05-03"))
    assert [row[:4] for row in found] == [("2031-05-02", None, "disputed", "reds")]


def test_fighting_for_a_place_nobody_held_has_no_holder(build: Build) -> None:
    assert [row[2:4] for row in states(build, fought("a"))] == [("contested", "unknown")]


def test_two_later_voices_that_are_no_party_settle_a_contest(build: Build) -> None:
    later = {"known_on": "2031-05-06"}
    claims = [taken("a", "reds"), fought("b"), taken("c", "reds", **later)]
    assert states(build, *claims)[0][2] == "disputed"
    assert states(build, *claims, taken("d", "reds", **later))[0][2] == "controlled"


def test_a_party_or_an_earlier_voice_settles_nothing(build: Build) -> None:
    later = {"known_on": "2031-05-06"}
    party = {"origin_kind": "party", "origin_id": "reds"}
    found = states(
        build,
        taken("a", "reds", origin_id="mayor"),
        fought("b"),
        taken("c", "reds", origin_id="mayor", **later),
        taken("d", "reds", **party, **later),
        taken("e", "reds", **later),
    )
    assert found[0][2] == "disputed"


def test_the_losing_sides_own_retaking_settles_a_contest(build: Build) -> None:
    retaking = {
        "from_": "reds", "origin_kind": "party", "origin_id": "blues", "claimant_side_id": "blues",
        "change_type": "recaptured",
    }  # fmt: skip
    claims = [taken("a", "reds"), fought("b")]
    soon = states(build, *claims, taken("c", "blues", "2031-05-12", **retaking))
    assert [row[2:4] for row in soon] == [("controlled", "reds"), ("controlled", "blues")]
    late = states(build, *claims, taken("c", "blues", "2031-05-22", **retaking))
    assert [row[2:4] for row in late] == [("disputed", "reds"), ("controlled", "blues")]


def test_a_denial_contests_the_last_day_it_denies(build: Build) -> None:
    denial = taken("b", "reds", event="reds 2031-05-02", assertion="denied")
    assert states(build, taken("a", "reds"), denial)[0][2] == "disputed"
    wide = denial | claim("b", to="reds", date_start="2031-04-20", date_end="2031-05-02",
                          known_on="2031-05-03", assertion="denied")  # fmt: skip
    assert states(build, taken("a", "reds"), wide)[0][2] == "disputed"


def test_a_denial_speaks_of_the_taking_not_of_the_day_it_is_uttered(build: Build) -> None:
    denial = taken("b", "reds", "2031-05-04", event="reds 2031-05-02", assertion="denied")
    found = states(build, taken("a", "reds"), denial)
    assert [row[:4] for row in found] == [("2031-05-02", None, "disputed", "reds")]


def test_who_denies_that_another_took_it_does_not_contest_the_holder(build: Build) -> None:
    denial = taken("b", "blues", "2031-05-04", event="blues", assertion="denied")
    found = states(build, taken("a", "reds"), denial)
    assert [row[:4] for row in found] == [("2031-05-02", None, "controlled", "reds")]


def test_the_loser_who_concedes_settles_the_contest_and_takes_his_word_back(build: Build) -> None:
    blue = {"origin_kind": "party", "origin_id": "blues", "claimant_side_id": "blues"}
    claims = [
        taken("a", "reds", from_="blues"),
        taken("b", "reds", event="reds 2031-05-02", assertion="denied", **blue),
        taken("c", "blues", "2031-05-03", claim_type="territory_control", role="context",
              event="reds 2031-05-02", **blue),
    ]  # fmt: skip
    found = states(build, *claims)
    assert [row[2:4] for row in found] == [("disputed", "reds"), ("controlled", "blues")]
    conceded = taken("d", "reds", from_="blues", known_on="2031-05-06", **blue)
    found = states(build, *claims, conceded)
    assert [row[:4] for row in found] == [("2031-05-02", None, "controlled", "reds")]


def test_a_withdrawal_in_the_week_another_took_it_is_its_other_half(build: Build) -> None:
    withdrawal = claim(
        "w", event="w", from_="blues", date_start="2031-05-01", date_end="2031-05-07",
        change_type="withdrawn", known_on="2031-05-09",
    )  # fmt: skip
    found = states(build, taken("a", "reds"), withdrawal)
    assert [row[:4] for row in found] == [("2031-05-02", None, "controlled", "reds")]


def test_who_does_not_hold_a_place_cannot_leave_it_to_nobody(build: Build) -> None:
    withdrawal = claim(
        "w", event="w", from_="blues", on="2031-05-09", change_type="withdrawn",
        known_on="2031-05-09",
    )  # fmt: skip
    assert [row[2:4] for row in states(build, taken("a", "reds"), withdrawal)] == [
        ("controlled", "reds")
    ]


def test_what_is_unconfirmed_or_planned_moves_nothing(build: Build) -> None:
    found = states(
        build,
        taken("a", "reds"),
        taken("b", "blues", "2031-05-03", assertion="unconfirmed"),
        claim("c", to="blues", on="2031-05-03", assertion="planned", known_on="2031-05-03"),
    )
    assert [row[3] for row in found] == ["reds"]


def test_a_province_hands_down_to_places_with_evidence_of_their_own(build: Build) -> None:
    province = claim(
        "p", claim_type="territory_control", to="blues", on="2031-05-10", location_id="AF.03",
        known_on="2031-05-10", is_whole=True,
    )  # fmt: skip
    claims = [taken("a", "reds"), taken("t", "reds", location_id="town", event="t"), province]
    for place in ("AF.03.01", "town"):
        assert [row[2:] for row in states(build, *claims, place=place)] == [
            ("controlled", "reds", "unknown", "day"),
            ("controlled", "blues", "unknown", "inherited"),
        ]
    assert states(build, *claims, place="AF.03.02") == []
    assert states(build, *claims, place="AF.03") == []


def test_a_province_of_which_not_all_is_claimed_hands_nothing_down(build: Build) -> None:
    province = {"to": "blues", "on": "2031-05-10", "location_id": "AF.03", "event": "p"}
    part = claim("p", claim_type="territory_control", known_on="2031-05-10", **province)
    assert [row[3] for row in states(build, taken("a", "reds"), part)] == ["reds"]
    fall = claim("p", known_on="2031-05-10", is_whole=True, **province)
    assert [row[3] for row in states(build, taken("a", "reds"), fall)] == ["reds", "blues"]


def test_direct_evidence_of_the_day_outweighs_what_is_handed_down(build: Build) -> None:
    province = claim(
        "p", claim_type="territory_control", to="blues", on="2031-05-02", location_id="AF.03",
        known_on="2031-05-03", is_whole=True,
    )  # fmt: skip
    assert [row[3] for row in states(build, taken("a", "reds"), province)] == ["reds"]


def test_an_interval_speaks_by_its_last_day_where_no_run_overlaps(build: Build) -> None:
    week = {"date_start": "2031-05-01", "date_end": "2031-05-07", "event": "reds by"}
    assert states(build, taken("a", "reds", on=None, **week)) == [
        ("2031-05-07", None, "controlled", "reds", "unknown", "by")
    ]
    found = states(build, taken("a", "reds", on=None, **week), taken("b", "reds"))
    assert [row[0] for row in found] == ["2031-05-02"]
    # A run of the other side does not take the interval in.
    found = states(build, taken("a", "reds", on=None, **week), taken("b", "blues"))
    assert [(row[0], row[3]) for row in found] == [("2031-05-02", "blues"), ("2031-05-07", "reds")]


def test_an_interval_longer_than_a_fortnight_is_no_evidence(build: Build) -> None:
    month = {"date_start": "2031-05-01", "date_end": "2031-05-30", "event": "reds by"}
    assert states(build, taken("a", "reds", on=None, **month)) == []


def test_a_run_that_spans_an_interval_without_a_cell_in_it_overlaps_it(build: Build) -> None:
    between = {"date_start": "2031-05-03", "date_end": "2031-05-04", "event": "reds 2031-05-02"}
    found = states(
        build,
        taken("a", "reds", "2031-05-02"),
        taken("b", "reds", "2031-05-05", event="reds 2031-05-02"),
        taken("c", "reds", on=None, **between),
    )
    assert [row[0] for row in found] == ["2031-05-02"]


def test_a_baseline_holds_until_evidence_comes(build: Build) -> None:
    baseline = {"location_id": "AF.03.01", "side_id": "blues", "as_of": date(2031, 1, 1)}
    found = states(build, taken("a", "reds"), baseline=[baseline])
    assert [row[:4] + row[5:] for row in found] == [
        ("2031-01-01", "2031-05-02", "controlled", "blues", "baseline"),
        ("2031-05-02", None, "controlled", "reds", "day"),
    ]


def test_who_leaves_without_a_successor_leaves_it_unknown(build: Build) -> None:
    withdrawal = claim(
        "w", event="w", from_="reds", on="2031-05-09", change_type="withdrawn",
        known_on="2031-05-09",
    )  # fmt: skip
    found = states(build, taken("a", "reds"), withdrawal)
    assert [row[2:4] for row in found] == [("controlled", "reds"), ("unknown", "unknown")]
    found = states(build, taken("a", "reds"), withdrawal, taken("b", "blues", "2031-05-09"))
    assert [row[2:4] for row in found] == [("controlled", "reds"), ("controlled", "blues")]


def test_control_on_the_winners_word_alone_moves_and_is_weak(build: Build) -> None:
    winner = {"origin_kind": "party", "origin_id": "reds", "is_interested": True}
    warehouse = build(
        taken("a", "reds", **winner), taken("b", "reds", **winner),
        tables=("core.fact_territory_control",),
    )  # fmt: skip
    grades = warehouse.execute("select status, grade from core.fact_territory_control").fetchall()
    assert grades == [("controlled", "weak")]


def test_every_state_names_the_event_that_opened_it(build: Build) -> None:
    warehouse = build(
        taken("a", "reds", "2031-04-02"), fought("b"), tables=("core.fact_territory_control",)
    )
    opened = warehouse.execute(
        "select event_id from core.fact_territory_control where known_to is null "
        "order by valid_from"
    ).fetchall()
    events = stage(taken("a", "reds", "2031-04-02"), fought("b"))["events"]
    assert [row[0] for row in opened] == events["event_id"].to_list()


def test_control_that_no_event_explains_names_its_claim_and_a_baseline_names_none(
    build: Build,
) -> None:
    baseline = {"location_id": "AF.03.01", "side_id": "blues", "as_of": date(2031, 1, 1)}
    held = claim("h", claim_type="territory_control", to="reds", on="2031-05-02",
                 known_on="2031-05-03")  # fmt: skip
    warehouse = build(held, baseline=[baseline], tables=("core.fact_territory_control",))
    opened = warehouse.execute(
        "select event_id, claim_id from core.fact_territory_control where known_to is null "
        "order by valid_from"
    ).fetchall()
    assert opened == [(None, None), (None, held["claim_id"])]


def test_no_claims_make_no_states(build: Build) -> None:
    assert states(build) == []
