"""Violence: cells of place, day and side harmed; the date slip; incidents."""

from datetime import date

from tests.builders import casualty, claim
from tests.transforms.events.linked import event, events_by_name, groups, link, role

DAY = "2022-05-02"
NEXT = "2022-05-03"


def test_numbers_and_claimants_never_split_a_cell():
    linked = link(
        casualty("a", on=DAY, victim="army", value=3),
        casualty("b", on=DAY, victim="army", value=15),
        casualty("c", on=DAY, victim="army", value=4, harm="wounded"),
        casualty("d", on=DAY, victim="army", harm="casualties_unquantified"),
    )
    assert groups(linked, "abcd") == {"abcd"}
    assert event(linked, "a")["date_start"] == date(2022, 5, 2)
    assert event(linked, "a")["side_id"] == "army"
    assert event(linked, "a")["sub_event_type"] == "Armed clash"
    assert role(linked, "a") == ("core", None, "same_cell")


def test_day_place_and_side_split():
    linked = link(
        casualty("a", on=DAY, victim="army", value=3),
        casualty("b", on="2022-05-04", victim="army", value=4),
        casualty("c", on=DAY, victim="army", value=7, location_id="AF.03.02"),
        casualty("d", on=DAY, victim="rebels", value=8),
    )
    assert groups(linked, "abcd") == {"a", "b", "c", "d"}


def test_an_attack_belongs_to_the_cell_of_those_it_harmed():
    linked = link(
        casualty("a", on=DAY, victim="civilians", value=3),
        claim("b", on=DAY, victim="civilians", claim_type="attack"),
    )
    assert groups(linked, "ab") == {"ab"}
    assert event(linked, "a")["sub_event_type"] == "Attack"


def test_a_number_told_a_day_later_slips_back():
    linked = link(
        casualty("a", on=DAY, victim="army", value=11),
        casualty("b", on=NEXT, victim="army", value=11),
        casualty("c", on=NEXT, victim="army", value=9),
    )
    assert groups(linked, "abc") == {"ab", "c"}
    assert role(linked, "b") == ("core", None, "slip")
    assert event(linked, "b")["date_start"] == date(2022, 5, 2)


def test_who_names_no_side_slips_to_one_that_is_named():
    linked = link(
        casualty("a", on=DAY, victim="army", value=11),
        casualty("b", on=NEXT, value=11),
    )
    assert groups(linked, "ab") == {"ab"}


def test_a_small_number_does_not_slip():
    linked = link(
        casualty("a", on=DAY, victim="army", value=9),
        casualty("b", on=NEXT, victim="army", value=9),
    )
    assert groups(linked, "ab") == {"a", "b"}


def test_a_story_slips_where_its_numbers_agree():
    linked = link(
        casualty("a", on=DAY, victim="army", value=4, story_id="s_one"),
        casualty("b", on=NEXT, victim="army", value=4, story_id="s_one"),
        casualty("c", on=NEXT, victim="army", value=2, story_id="s_one"),
    )
    assert groups(linked, "abc") == {"ab", "c"}


def test_the_slip_goes_one_day_and_makes_no_chain():
    days = ("2022-05-02", "2022-05-03", "2022-05-04")
    linked = link(
        *(
            casualty(name, on=day, victim="army", value=20)
            for name, day in zip("abc", days, strict=True)
        )
    )
    assert groups(linked, "abc") == {"ab", "c"}  # b has a partner itself, so it takes none


def test_an_article_that_tells_both_days_knows_them_apart():
    linked = link(
        casualty("a", on=DAY, victim="army", value=20, article="one"),
        casualty("b", on=NEXT, victim="army", value=20, article="one"),
    )
    assert groups(linked, "ab") == {"a", "b"}


def told(name: str, article: str, value: int, order: int) -> dict[str, object]:
    """One of several incidents that an article tells, each a report of its own."""
    return casualty(
        name,
        on=DAY,
        victim="army",
        value=value,
        article=article,
        report_id=f"r_{name}",
        evidence_start=order * 50,
    )


def test_two_incidents_of_one_article_split_the_cell():
    linked = link(
        told("a", "one", 3, 1),
        told("b", "one", 8, 2),
        casualty("c", on=DAY, victim="army", value=8),
        casualty("d", on=DAY, victim="army", value=3),
        casualty("e", on=DAY, victim="army", value=6),
    )
    assert groups(linked, "abcde") == {"ade", "bc"}
    whole = link(casualty("d", on=DAY, victim="army", value=3))
    assert events_by_name(whole, "d")["d"] == events_by_name(linked, "d")["d"]


def test_who_names_no_side_besides_one_named_splits_nothing():
    linked = link(
        casualty("a", on=DAY, victim="army", value=3, article="one"),
        casualty("b", on=DAY, value=8, article="one"),
    )
    assert groups(linked, "ab") == {"ab"}


def test_a_second_article_need_not_tell_the_incidents_in_the_same_order():
    linked = link(
        told("a", "one", 3, 1),
        told("b", "one", 8, 2),
        told("c", "two", 8, 1),
        told("d", "two", 3, 2),
    )
    assert groups(linked, "abcd") == {"ad", "bc"}


def test_a_part_goes_where_its_whole_goes():
    whole = casualty("a", on=DAY, value=12)
    part = casualty(
        "b", on=DAY, victim="civilians", value=2, is_subset=True,
        subset_of_claim_id=whole["claim_id"],
    )  # fmt: skip
    assert groups(link(whole, part), "ab") == {"ab"}
    assert groups(link(part), "b") == {"b"}


def test_running_tolls_plans_and_history_link_to_nothing():
    linked = link(
        casualty("a", on=DAY, victim="army", value=3000, is_cumulative=True),
        casualty("b", on=DAY, victim="army", value=3, assertion="planned"),
        casualty("c", on=DAY, victim="army", value=3, assertion="historical"),
        claim("d", on=DAY, claim_type="control_count"),
        claim("e", on=DAY, claim_type="strength"),
    )
    assert linked.events.is_empty()


def test_a_denial_speaks_of_the_event_and_founds_none():
    denial = casualty("a", on=DAY, victim="army", value=3, assertion="denied")
    assert link(denial).events.is_empty()
    linked = link(denial, casualty("b", on=DAY, victim="army", value=7))
    assert groups(linked, "ab") == {"ab"}
    assert role(linked, "a")[0] == "context"
