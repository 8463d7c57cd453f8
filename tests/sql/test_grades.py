"""How sure anyone can be of a territory event, and what speaks against it."""

from tests.builders import claim
from tests.sql.builders import Row
from tests.sql.conftest import Build


def taken(name: str, **given: object) -> Row:
    """A claim that the reds took the district from the blues on 2 May."""
    default = {
        "event": "take", "to": "reds", "from_": "blues", "on": "2031-05-02",
        "known_on": "2031-05-03",
    }  # fmt: skip
    return claim(name, **(default | given))


def judged(build: Build, *claims: Row) -> tuple:
    """Grade and contradiction of the event that the first claim founds."""
    warehouse = build(*claims, tables=("core.fact_territory_change", "core.fact_claim"))
    return warehouse.execute(
        "select fact_territory_change.grade, is_contradicted from core.fact_territory_change "
        "inner join core.fact_claim using (event_id) where claim_id = ?",
        [claims[0]["claim_id"]],
    ).fetchone()


def test_one_voice_is_weak_and_two_are_fair(build: Build) -> None:
    assert judged(build, taken("a")) == ("weak", False)
    assert judged(build, taken("a"), taken("b")) == ("fair", False)


def test_a_copy_adds_nothing(build: Build) -> None:
    copy = taken("b", story_id=taken("a")["story_id"], origin_id=taken("a")["origin_id"])
    assert judged(build, taken("a"), copy) == ("weak", False)


def test_the_losers_own_word_confirms(build: Build) -> None:
    loser = {"origin_kind": "party", "origin_id": "blues", "claimant_side_id": "blues"}
    assert judged(build, taken("a", **loser)) == ("confirmed", False)


def test_the_losers_claim_to_have_retaken_it_confirms(build: Build) -> None:
    retaken = taken(
        "b", event="back", to="blues", from_="reds", on="2031-05-06", known_on="2031-05-07",
        change_type="recaptured", origin_kind="party", origin_id="blues", claimant_side_id="blues",
    )  # fmt: skip
    assert judged(build, taken("a"), retaken) == ("confirmed", False)


def test_fighting_on_its_day_contests_it(build: Build) -> None:
    fight = taken("b", claim_type="contested", role="context")
    assert judged(build, taken("a"), taken("c"), fight) == ("contested", True)


def test_fighting_on_another_day_does_not(build: Build) -> None:
    fight = taken("b", claim_type="contested", role="context", on="2031-05-03")
    assert judged(build, taken("a"), fight) == ("weak", False)


def test_a_denial_contests_it(build: Build) -> None:
    assert judged(build, taken("a"), taken("b", assertion="denied")) == ("contested", True)


def test_a_denial_taken_back_leaves_it_confirmed(build: Build) -> None:
    loser = {"origin_kind": "party", "origin_id": "blues", "claimant_side_id": "blues"}
    denial = taken("b", assertion="denied", **loser)
    conceded = taken("c", known_on="2031-05-06", **loser)
    assert judged(build, taken("a"), denial, conceded) == ("confirmed", True)


def test_a_rumour_of_fighting_contradicts_but_does_not_lower_the_grade(build: Build) -> None:
    rumour = taken("b", claim_type="contested", role="context", assertion="unconfirmed")
    assert judged(build, taken("a"), taken("c"), rumour) == ("fair", True)


def test_another_side_on_the_same_day_contests_both(build: Build) -> None:
    rival = taken("b", event="other", to="blues", from_="reds")
    assert judged(build, taken("a"), rival) == ("contested", True)
    assert judged(build, rival, taken("a")) == ("contested", True)


def test_a_swap_told_in_order_contests_neither(build: Build) -> None:
    first, second = (
        taken("a", day_seq=1),
        taken("b", event="o", to="blues", from_="reds", day_seq=2),
    )
    assert judged(build, first, second) == ("weak", False)
    assert judged(build, second, first) == ("weak", False)


def test_a_rumour_is_weak_at_most(build: Build) -> None:
    rumours = [taken(name, assertion="unconfirmed") for name in "abc"]
    assert judged(build, *rumours) == ("weak", False)


def test_a_rumour_beside_word_of_an_advance_is_contradicted(build: Build) -> None:
    advance = claim("p", to="reds", on="2031-05-02", assertion="planned", known_on="2031-05-03")
    assert judged(build, taken("a", assertion="unconfirmed"), advance) == ("weak", True)
    assert judged(build, taken("a"), advance) == ("weak", False)


def test_fighting_of_its_own_is_a_contested_change(build: Build) -> None:
    fight = claim("f", event="fight", claim_type="contested", on="2031-05-02", to="reds")
    warehouse = build(fight, tables=("core.fact_territory_change",))
    assert warehouse.execute(
        "select change_type, grade, is_contradicted from core.fact_territory_change"
    ).fetchall() == [("contested", "weak", False)]
