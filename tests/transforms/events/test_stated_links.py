"""What a person says of links has the last word, whatever the order of the claims."""

import polars as pl

from pipelines.storage.door import enforce
from pipelines.transforms.events.stated_links import amend_stories
from pipelines.transforms.ids import hash_id
from tests.builders import casualty, claim
from tests.transforms.events.linked import events_by_name, groups, link, role


def links(*rows: tuple[str, str, str]) -> pl.DataFrame:
    """The user's file, by the names of claims."""
    named = [
        (hash_id(f"claim {left}"), hash_id(f"claim {right}"), verdict, "told so by the desk")
        for left, right, verdict in rows
    ]
    columns = ["left_id", "right_id", "link", "why"]
    return enforce(
        "links", pl.DataFrame(named, schema=dict.fromkeys(columns, pl.String), orient="row")
    )


def clash(name: str, day: str, number: int = 9, **given: object) -> dict[str, object]:
    """Soldiers killed in the district."""
    known = {"known_on": day} | given
    return casualty(name, on=day, victim="army", value=number, **known)


def test_two_events_that_are_said_to_be_one_become_the_earlier() -> None:
    rows = [clash("a", "2022-05-01"), clash("b", "2022-05-04"), clash("c", "2022-05-04")]
    assert groups(link(*rows), "abc") == {"a", "bc"}
    joined = link(*rows, links=links(("c", "a", "same")))
    assert groups(joined, "abc") == {"abc"}
    assert events_by_name(joined, "a") == events_by_name(link(*rows), "a")
    assert role(joined, "c") == ("satellite", None, "stated")


def test_the_old_id_of_a_joined_event_still_resolves() -> None:
    rows = [clash("a", "2022-05-01"), clash("b", "2022-05-04")]
    before = events_by_name(link(*rows), "b")["b"]
    joined = link(*rows, links=links(("a", "b", "same")))
    aliases = dict(joined.event_aliases.select("alias_id", "event_id").iter_rows())
    assert aliases[before] == events_by_name(joined, "a")["a"]


def test_links_reach_over_any_number_of_steps() -> None:
    days = [f"2022-05-{day:02}" for day in range(1, 20, 3)]
    rows = [clash(name, day) for name, day in zip("abcdefg", days, strict=True)]
    chain = links(*((left, right, "same") for left, right in zip("gfedcb", "fedcba", strict=True)))
    assert groups(link(*rows, links=chain), "abcdefg") == {"abcdefg"}


def test_a_claim_that_is_said_to_differ_leaves_with_its_parts() -> None:
    part = clash("p", "2022-05-01", 2, is_subset=True, article="b", known_on="2022-05-02") | {
        "subset_of_claim_id": hash_id("claim b")
    }
    rows = [clash("a", "2022-05-01"), clash("b", "2022-05-01", known_on="2022-05-02"), part]
    assert groups(link(*rows), "abp") == {"abp"}
    parted = link(*rows, links=links(("a", "b", "different")))
    assert groups(parted, "abp") == {"a", "bp"}
    assert role(parted, "b") == ("core", None, "stated")
    assert parted.events.height == 2


def test_links_hold_in_any_order_of_claims_and_links() -> None:
    rows = [clash(name, "2022-05-01", known_on="2022-05-02") for name in "abc"]
    rows += [clash("d", "2022-05-01", known_on="2022-05-03"), clash("e", "2022-05-09")]
    stated = links(("a", "d", "different"), ("e", "b", "same"))
    once = link(*rows, links=stated)
    again = link(*reversed(rows), links=stated.reverse())
    assert groups(once, "abcde") == {"abce", "d"}
    assert once.event_claims.equals(again.event_claims)
    assert once.events.equals(again.events)


def test_links_between_families_or_to_unknown_claims_change_nothing() -> None:
    rows = [clash("a", "2022-05-01"), claim("t", on="2022-05-01", to="rebels")]
    told = links(("a", "t", "same"), ("a", "z", "same"))
    assert link(*rows, links=told).event_claims.equals(link(*rows).event_claims)


def test_stories_are_joined_and_parted() -> None:
    names = ["first", "second", "third", "fourth"]
    ids = {name: hash_id(f"article {name}") for name in names}
    days = pl.DataFrame({"article_id": list(ids.values()), "rank": range(4)})
    stars = pl.DataFrame(
        {"member": [ids["third"]], "original": [ids["first"]], "story_reason": ["copy"]}
    )
    told = pl.DataFrame(
        [
            (ids["fourth"], ids["second"], "same", "one wire"),
            (ids["first"], ids["third"], "different", "another day"),
        ],
        schema=["left_id", "right_id", "link", "why"],
        orient="row",
    )
    amended = amend_stories(stars, days, told)
    assert amended.rows() == [(ids["fourth"], ids["second"], "stated")]
