"""Satellites: reports without an exact day, of a coarser place or of no side join by evidence."""

from datetime import date

from tests.builders import casualty
from tests.transforms.events.linked import event, groups, link, role

DAY = "2022-05-02"
WEEK = {"date_start": "2022-04-28", "date_end": "2022-05-05"}


def test_the_same_number_within_the_interval_joins():
    linked = link(
        casualty("a", on=DAY, victim="army", value=7),
        casualty("b", **WEEK, victim="army", value=7),
        casualty("c", **WEEK, victim="army", value=8),
        casualty("d", **WEEK, victim="rebels", value=7),
    )
    assert groups(linked, "abcd") == {"ab", "c", "d"}
    assert role(linked, "b") == ("satellite", 2, "same_number,interval")
    assert event(linked, "b")["date_precision"] == "day"


def test_harms_are_often_confused_so_any_harm_may_share_the_number():
    linked = link(
        casualty("a", on=DAY, victim="army", value=7),
        casualty("b", **WEEK, victim="army", value=7, harm="killed_or_wounded"),
    )
    assert groups(linked, "ab") == {"ab"}


def test_small_and_vague_numbers_prove_nothing():
    linked = link(
        casualty("a", on=DAY, victim="army", value=4),
        casualty("b", **WEEK, victim="army", value=4),
        casualty("c", on=DAY, victim="rebels", value=30, qualifier="vague"),
        casualty("d", **WEEK, victim="rebels", value=30, qualifier="vague"),
    )
    assert groups(linked, "abcd") == {"a", "b", "c", "d"}


def test_a_day_outside_the_interval_or_too_long_an_interval_stays_apart():
    linked = link(
        casualty("a", on="2022-05-07", victim="army", value=7),
        casualty("b", **WEEK, victim="army", value=7),
        casualty("c", date_start="2022-04-30", date_end="2022-05-08", victim="army", value=7),
    )
    assert groups(linked, "abc") == {"a", "bc"}  # 8 days; b and c share their number


def test_a_shared_origin_is_not_enough():
    linked = link(
        casualty("a", on=DAY, victim="army", value=7, origin_id="doctor"),
        casualty("b", **WEEK, victim="army", value=9, origin_id="doctor"),
    )
    assert groups(linked, "ab") == {"a", "b"}


def test_a_story_joins_a_claim_without_a_number_and_never_one_with_another():
    linked = link(
        casualty("a", on=DAY, victim="army", value=7, story_id="s_one"),
        casualty("b", **WEEK, victim="army", story_id="s_one", harm="casualties_unquantified"),
        casualty("c", **WEEK, victim="army", story_id="s_one", value=25),
    )
    assert groups(linked, "abc") == {"ab", "c"}
    assert role(linked, "b") == ("satellite", 3, "same_story,interval")


def test_a_coarser_place_needs_more():
    day = {"on": DAY, "victim": "army"}
    linked = link(
        casualty("a", **day, value=7, origin_id="doctor"),
        casualty("b", **day, value=7, location_id="AF.03"),
        casualty("c", **day, value=7, location_id="AF.03", origin_id="doctor"),
    )
    assert groups(linked, "abc") == {"ac", "b"}
    assert role(linked, "c") == ("satellite", 3, "same_number,same_claimant")
    assert event(linked, "c")["location_id"] == "AF.03.01"


def test_a_finer_place_never_joins_a_coarser_unless_its_day_is_unknown():
    province = casualty("a", on=DAY, victim="army", value=7, location_id="AF.03", origin_id="nurse")
    same = {"victim": "army", "value": 7, "origin_id": "nurse", "location_id": "AF.03.01"}
    assert groups(link(province, casualty("b", on=DAY, **same)), "ab") == {"ab"}
    assert event(link(province, casualty("b", on=DAY, **same)), "a")["location_id"] == "AF.03.01"
    assert groups(link(province, casualty("b", **WEEK, **same)), "ab") == {"ab"}
    other = same | {"value": 9, "origin_id": "nurse"}
    assert groups(link(province, casualty("b", **WEEK, **other)), "ab") == {"a", "b"}


def test_neighbouring_districts_do_not_meet_in_their_province():
    linked = link(
        casualty("a", on=DAY, victim="army", value=7, location_id="AF.03.01", origin_id="nurse"),
        casualty("b", **WEEK, victim="army", value=7, location_id="AF.03.02", origin_id="nurse"),
    )
    assert groups(linked, "ab") == {"a", "b"}


def test_a_province_toll_of_one_text_is_no_satellite_of_its_districts():
    linked = link(
        casualty("a", on=DAY, victim="army", value=7, article="one"),
        casualty("b", on=DAY, victim="army", value=9, article="one", location_id="AF.03.02"),
        casualty("c", on=DAY, victim="army", value=40, article="one", location_id="AF.03"),
    )
    assert groups(linked, "abc") == {"a", "b", "c"}


def test_nothing_moves_twice():
    day = {"on": DAY, "victim": "army", "value": 7, "origin_id": "doctor"}
    linked = link(
        casualty("a", **day, location_id="town"),
        casualty("b", **day, location_id="AF.03.01"),
        casualty("c", **day, location_id="AF.03"),
    )
    assert groups(linked, "abc") == {"abc"}  # both join the town, whose cell stands
    assert event(linked, "c")["location_id"] == "town"


def test_the_best_score_wins_then_the_day_nearest_the_end():
    linked = link(
        casualty("a", on="2022-04-29", victim="army", value=7),
        casualty("b", on="2022-05-04", victim="army", value=7),
        casualty("c", **WEEK, victim="army", value=7),
        casualty("d", on="2022-04-29", victim="rebels", value=7, origin_id="doctor"),
        casualty("e", on="2022-05-04", victim="rebels", value=7),
        casualty("f", **WEEK, victim="rebels", value=7, origin_id="doctor"),
    )
    assert groups(linked, "abcdef") == {"a", "bc", "df", "e"}


def test_who_names_no_side_speaks_of_the_only_side_named():
    linked = link(
        casualty("a", on=DAY, victim="civilians", value=12),
        casualty("b", on=DAY, value=6),
    )
    assert groups(linked, "ab") == {"ab"}
    assert event(linked, "b")["side_id"] == "civilians"
    alone = link(casualty("b", on=DAY, value=6))
    assert event(alone, "b")["side_id"] is None
    assert set(alone.events["event_id"]) <= set(linked.event_aliases["alias_id"])


def test_between_two_sides_evidence_decides_for_who_names_none():
    linked = link(
        casualty("a", on=DAY, victim="civilians", value=12),
        casualty("b", on=DAY, value=12),
        casualty("c", on=DAY, value=6),
        casualty("d", on=DAY, victim="army", value=3),
    )
    assert groups(linked, "abcd") == {"ab", "c", "d"}
    assert event(linked, "c")["side_id"] is None


def test_who_names_no_place_joins_by_story_or_stays_in_it():
    linked = link(
        casualty("a", on=DAY, victim="army", value=7, story_id="s_one"),
        casualty("b", on=DAY, victim="army", value=7, story_id="s_one", location_id=None),
        casualty("c", on=DAY, victim="army", value=7, location_id=None),
        casualty("d", on=DAY, victim="army", value=7, location_id=None),
    )
    assert groups(linked, "abcd") == {"ab", "c", "d"}


def test_undated_claims_join_by_story():
    linked = link(
        casualty("a", on=DAY, victim="army", value=7, story_id="s_one"),
        casualty("b", victim="army", value=7, story_id="s_one"),
        casualty("c", victim="army", value=7),
    )
    assert groups(linked, "abc") == {"ab", "c"}


def test_what_is_left_over_is_grouped_by_evidence_without_chains():
    linked = link(
        casualty("a", **WEEK, victim="army", value=7, known_on="2022-05-05"),
        casualty("b", **WEEK, victim="army", value=7, known_on="2022-05-06"),
        casualty("c", **WEEK, victim="army", value=30, known_on="2022-05-07"),
    )
    assert groups(linked, "abc") == {"ab", "c"}
    umbrella = event(linked, "b")
    assert (umbrella["date_start"], umbrella["date_end"]) == (date(2022, 4, 28), date(2022, 5, 5))
    assert umbrella["date_precision"] == "week"


def test_a_story_joins_what_it_numbers_nowhere_else():
    linked = link(
        casualty("a", on=DAY, victim="army", value=7, story_id="s_one"),
        casualty("b", **WEEK, victim="army", value=3, story_id="s_one", harm="captured"),
        casualty("c", **WEEK, victim="army", value=9, story_id="s_one", article="b"),
    )
    assert groups(linked, "abc") == {"a", "bc"}  # c tells of other dead, and b with it
    alone = link(
        casualty("a", on=DAY, victim="army", value=7, story_id="s_one"),
        casualty("b", **WEEK, victim="army", value=3, story_id="s_one", harm="captured"),
    )
    assert groups(alone, "ab") == {"ab"}
    assert role(alone, "b") == ("satellite", 3, "same_story,interval")


def test_a_claim_without_a_number_joins_the_only_event_it_can_mean():
    vague = casualty("b", **WEEK, victim="army", harm="casualties_unquantified")
    first = casualty("a", on=DAY, victim="army", value=7)
    assert groups(link(first, vague), "ab") == {"ab"}
    assert role(link(first, vague), "b") == ("satellite", None, "interval")
    second = casualty("c", on="2022-05-04", victim="army", value=8)
    assert groups(link(first, vague, second), "abc") == {"a", "b", "c"}


NEWS = WEEK | {"known_on": "2022-05-05"}


def test_one_number_that_became_known_on_one_day_joins_over_levels_of_place():
    linked = link(
        casualty("a", **NEWS, victim="army", value=2, location_id="AF.03"),
        casualty("b", **NEWS, victim="army", value=2, location_id="AF.03.01"),
        casualty("c", **NEWS, value=2, location_id="AFG"),
    )
    assert groups(linked, "abc") == {"abc"}
    assert event(linked, "a")["location_id"] == "AF.03.01"  # the finest place told
    assert role(linked, "a")[2] == "same_news"


def test_news_of_another_day_harm_side_or_place_stays_apart():
    linked = link(
        casualty("a", **NEWS, victim="army", value=2),
        casualty("b", **WEEK, known_on="2022-05-06", victim="army", value=2),
        casualty("c", **NEWS, victim="army", value=2, harm="wounded"),
        casualty("d", **NEWS, victim="rebels", value=2),
        casualty("e", **NEWS, victim="army", value=2, location_id="AF.13.01"),
        casualty("f", **NEWS, victim="army", value=3),
    )
    assert groups(linked, "abcdef") == set("abcdef")


def test_a_small_number_without_a_place_means_the_only_such_news_of_its_party():
    here = casualty("a", **NEWS, victim="army", value=2)
    nowhere = casualty("b", **NEWS, victim="army", value=2, location_id=None)
    there = casualty("c", **NEWS, victim="army", value=2, location_id="AF.13.01")
    around = casualty("d", **NEWS, victim="army", value=2, location_id="AFG")
    assert groups(link(here, nowhere), "ab") == {"ab"}
    assert groups(link(here, nowhere, there), "abc") == {"a", "b", "c"}
    assert groups(link(here, nowhere, around), "abd") == {"abd"}


def test_a_small_number_of_people_of_no_party_proves_nothing_without_a_place_and_a_large_one_does():
    small = {"victim": "civilians", "value": 2}
    assert groups(
        link(casualty("a", **NEWS, **small), casualty("b", **NEWS, **small, location_id=None)), "ab"
    ) == {"a", "b"}
    large = {"victim": "civilians", "value": 14}
    assert groups(
        link(casualty("a", **NEWS, **large), casualty("b", **NEWS, **large, location_id=None)), "ab"
    ) == {"ab"}


def morning(name: str, day: str, killed: int, wounded: int) -> list[dict[str, object]]:
    """What an article of a day tells of a province: how many were killed, how many wounded."""
    place = {"location_id": "AF.03", "known_on": day, "article": name}
    return [
        casualty(f"{name}{harm}", **WEEK, **place, value=value, harm=harm, victim="army")
        for harm, value in (("killed", killed), ("wounded", wounded))
    ]


def linked_mornings(*told: tuple[str, int, int]) -> int:
    """How many events the articles of these days make."""
    rows = [row for number, one in enumerate(told) for row in morning(f"m{number}", *one)]
    return link(*rows).events.height


def test_two_numbers_at_once_prove_what_neither_does_on_the_next_morning_too():
    first = ("2022-05-04", 1, 3)
    assert linked_mornings(first, ("2022-05-05", 1, 3)) == 1
    assert linked_mornings(first, ("2022-05-06", 1, 3)) == 2  # two days apart
    assert linked_mornings(first, ("2022-05-05", 1, 2)) == 2
    every_morning = [(f"2022-05-0{day}", 1, 1) for day in (4, 5, 6)]
    assert linked_mornings(*every_morning) == 3


def test_two_of_one_number_in_one_article_are_two():
    linked = link(
        casualty("a", **NEWS, victim="army", value=2, article="bulletin", location_id="AF.03.01"),
        casualty("b", **NEWS, victim="army", value=2, article="bulletin", location_id="AF.03.02"),
        casualty("c", **NEWS, victim="army", value=2, article="bulletin", location_id="AF.03"),
    )
    assert groups(linked, "abc") == {"a", "b", "c"}


def test_copies_of_two_articles_on_a_later_day_are_no_news_of_that_day():
    province = {"victim": "army", "value": 14, "location_id": "AF.03", "story_id": "s_one"}
    district = {"victim": "army", "value": 14, "location_id": "AF.03.01", "story_id": "s_two"}
    linked = link(
        casualty("a", **WEEK, known_on="2022-05-03", **province),
        casualty("b", **WEEK, known_on="2022-05-05", **district),
        casualty("c", **WEEK, known_on="2022-05-09", **province),
        casualty("d", **WEEK, known_on="2022-05-09", **district),
    )
    assert groups(linked, "abcd") == {"ac", "bd"}
