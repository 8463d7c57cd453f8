"""Territory: runs of one side at one place, and what attaches to them."""

from datetime import date

from tests.builders import claim
from tests.transforms.events.linked import event, events_by_name, groups, link, role


def taken(name: str, start: str, end: str) -> dict[str, object]:
    """A claim that the rebels took the place in an interval, known by its end."""
    return claim(name, date_start=start, date_end=end, known_on=end, to="rebels")


def test_days_near_each_other_are_one_run():
    linked = link(
        claim("a", on="2022-05-02", to="rebels"),
        claim("b", on="2022-05-05", to="rebels"),
        claim("c", on="2022-05-09", to="rebels"),
    )
    assert groups(linked, "abc") == {"ab", "c"}  # 3 days apart, then 4
    run = event(linked, "a")
    assert (run["date_start"], run["date_end"]) == (date(2022, 5, 2), date(2022, 5, 5))
    assert run["side_id"] == run["to_actor_id"] == "rebels"
    assert run["sub_event_type"] == "Non-state actor overtakes territory"
    assert run["link_reason"] == "same_run"


def test_the_other_side_ends_a_run():
    linked = link(
        claim("a", on="2022-05-02", to="rebels"),
        claim("b", on="2022-05-03", to="army", from_="rebels"),
        claim("c", on="2022-05-04", to="rebels"),
    )
    assert groups(linked, "abc") == {"a", "b", "c"}
    assert event(linked, "b")["sub_event_type"] == "Government regains territory"
    ids = events_by_name(linked, "abc")
    assert set(linked.event_relations.rows()) == {
        (ids["b"], ids["a"], "reverses"),
        (ids["c"], ids["b"], "reverses"),
    }


def test_places_do_not_mix():
    linked = link(
        claim("a", on="2022-05-02", to="rebels", location_id="AF.03.01"),
        claim("b", on="2022-05-02", to="rebels", location_id="AF.03.02"),
        claim("c", on="2022-05-02", to="rebels", location_id="AF.03"),
    )
    assert groups(linked, "abc") == {"a", "b", "c"}


def test_who_retook_a_place_that_day_comes_last():
    linked = link(
        claim("a", on="2022-05-02", to="army", change_type="recaptured"),
        claim("b", on="2022-05-02", to="rebels", change_type="captured"),
        claim("c", on="2022-05-03", to="army"),
    )
    assert groups(linked, "abc") == {"ac", "b"}


def test_a_stated_order_of_the_day_holds():
    linked = link(
        claim("a", on="2022-05-02", to="army", change_type="recaptured", day_seq=1),
        claim("b", on="2022-05-02", to="rebels", change_type="captured", day_seq=2),
        claim("c", on="2022-05-03", to="army"),
    )
    assert groups(linked, "abc") == {"a", "b", "c"}


def test_without_an_order_the_holder_comes_first():
    linked = link(
        claim("a", on="2022-05-01", to="rebels"),
        claim("b", on="2022-05-02", to="army"),
        claim("c", on="2022-05-02", to="rebels"),
        claim("d", on="2022-05-03", to="army"),
    )
    assert groups(linked, "abcd") == {"ac", "bd"}


def test_an_interval_joins_the_latest_run_of_its_side_that_it_overlaps():
    linked = link(
        claim("a", on="2022-05-02", to="rebels"),
        claim("b", on="2022-05-08", to="rebels"),
        claim("c", on="2022-05-09", to="army"),
        claim("d", date_start="2022-05-01", date_end="2022-05-10", to="rebels"),
        claim("e", date_start="2022-05-03", date_end="2022-05-07", to="rebels"),
    )
    assert groups(linked, "abcde") == {"a", "bd", "c", "e"}
    assert role(linked, "d") == ("satellite", None, "interval")


def test_an_undated_claim_joins_the_only_run_of_its_side():
    once = claim("a", on="2022-05-02", to="rebels"), claim("b", to="rebels")
    assert groups(link(*once), "ab") == {"ab"}
    twice = link(*once, claim("c", on="2022-06-02", to="rebels"))
    assert groups(twice, "abc") == {"a", "b", "c"}
    assert event(twice, "b")["date_start"] is None


def test_what_no_run_takes_is_grouped_by_interval_without_chains():
    linked = link(
        taken("a", "2022-05-01", "2022-05-05"),
        taken("b", "2022-05-04", "2022-05-09"),
        taken("c", "2022-05-08", "2022-05-12"),
    )
    assert groups(linked, "abc") == {"ab", "c"}  # c overlaps b, which is no original
    assert event(linked, "b")["date_end"] == date(2022, 5, 5)
    assert role(linked, "b") == ("core", None, "interval")


def test_plans_and_history_link_to_nothing_and_a_denial_founds_nothing():
    linked = link(
        claim("a", on="2022-05-02", to="rebels", assertion="planned"),
        claim("b", on="2022-05-02", to="rebels", assertion="historical"),
        claim("c", on="2022-05-02", to="rebels", assertion="denied"),
    )
    assert linked.events.is_empty()
    assert linked.event_claims.is_empty()


def test_denial_and_control_speak_of_the_run_before_them():
    linked = link(
        claim("a", on="2022-05-02", to="rebels"),
        claim("b", on="2022-05-20", to="rebels", claim_type="territory_control"),
        claim("c", on="2022-05-01", to="rebels", claim_type="territory_control"),
        claim("d", on="2022-05-03", to="rebels", assertion="denied"),
        claim("e", on="2022-05-03", to="army", claim_type="territory_control"),
    )
    assert groups(linked, "abcde") == {"abd"}
    assert role(linked, "d")[0] == role(linked, "b")[0] == "context"


def test_an_unconfirmed_claim_may_found_a_run():
    assert groups(link(claim("a", on="2022-05-02", to="rebels", assertion="unconfirmed")), "a")


def test_a_fall_without_a_taker_belongs_to_the_run_that_names_one():
    linked = link(
        claim("a", on="2022-05-02", to="rebels", from_="army"),
        claim("b", on="2022-05-02", from_="army"),
        claim("c", on="2022-05-02"),
        claim("d", on="2022-05-02", from_="rebels", change_type="withdrawn"),
        claim("e", on="2022-05-03", from_="rebels", change_type="withdrawn"),
    )
    assert groups(linked, "abcde") == {"abc", "de"}
    assert event(linked, "d")["side_id"] is None
    assert event(linked, "d")["sub_event_type"] == "Non-violent transfer of territory"


def test_unnamed_places_cover_the_best_supported_run():
    linked = link(
        claim("a", on="2022-05-02", to="rebels", location_id="AF.03.01"),
        claim("b", on="2022-05-02", to="rebels", location_id="AF.03.02"),
        claim("c", on="2022-05-02", to="rebels", location_id="AF.03.02"),
        claim("d", on="2022-05-02", to="rebels", location_id="AF.03", n_places=3),
        claim("e", on="2022-05-02", to="army", location_id="AF.03", n_places=2),
        claim("f", on="2022-05-02", to="rebels", location_id="AF.13", n_places=2),
    )
    assert groups(linked, "abcdef") == {"a", "bcd", "e", "f"}
    assert role(linked, "d")[0] == "covers"
    assert event(linked, "b")["n_places"] is None
    assert event(linked, "e")["n_places"] == 2


def test_unnamed_places_without_a_province_cover_runs_of_their_article():
    linked = link(
        claim("a", on="2022-05-02", to="rebels", article="one"),
        claim("b", on="2022-05-02", to="rebels", article="one", location_id=None, n_places=3),
        claim("c", on="2022-05-02", to="rebels", article="two", location_id=None, n_places=3),
    )
    assert groups(linked, "abc") == {"ab", "c"}


def test_unnamed_places_taken_by_nobody_named_cover_no_run_of_the_loser():
    linked = link(
        claim("a", on="2022-05-02", to="rebels", location_id="AF.03.01"),
        claim("b", on="2022-05-02", from_="army", location_id="AF.03", n_places=3),
        claim("c", on="2022-05-02", from_="rebels", location_id="AF.03", n_places=3),
    )
    assert groups(linked, "abc") == {"ab", "c"}


def test_fighting_speaks_of_the_run_it_stands_near():
    linked = link(
        claim("a", on="2022-05-02", to="rebels"),
        claim("b", on="2022-05-02", claim_type="contested"),
        claim("c", on="2022-05-16", claim_type="contested"),
        claim("d", on="2022-05-17", claim_type="contested"),
        claim("e", on="2022-05-20", claim_type="contested"),
    )
    assert groups(linked, "abcde") == {"abc", "de"}  # 14 days reach, 15 do not
    assert role(linked, "b") == ("context", None, "same_run")
    fight = event(linked, "d")
    assert (fight["event_family"], fight["sub_event_type"]) == ("contested", "Armed clash")
    assert fight["side_id"] is None


def test_fighting_before_a_run_is_an_event_of_its_own():
    linked = link(
        claim("a", on="2022-05-04", to="rebels"),
        claim("b", on="2022-05-02", claim_type="contested"),
        claim("c", date_start="2022-05-01", date_end="2022-05-03", claim_type="contested"),
    )
    assert groups(linked, "abc") == {"a", "bc"}


def test_a_withdrawal_that_names_nobody_is_the_one_that_names_who_left():
    linked = link(
        claim("a", on="2022-05-02", from_="army", change_type="withdrawn"),
        claim("b", on="2022-05-02", change_type="withdrawn"),
        claim("c", on="2022-05-09", change_type="withdrawn"),
    )
    assert groups(linked, "abc") == {"ab", "c"}
    assert role(linked, "b") == ("satellite", None, "same_run")
