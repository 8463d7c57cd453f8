"""Place groups: lists, counts, containers and what 'the city' stands for."""

import polars as pl
import pytest

from pipelines.transforms.text.places.groups import group_places
from tests.chain import TextHalf, ask, lexicons, read_texts

TEXTS = {
    "list": "The Taliban captured Nahrin, Burka and Doshi districts.",
    "prefix": "The Taliban seized the districts of Nahrin, Burka, and Doshi in the province of "
    "Baghlan.",
    "counted": "The Taliban captured three northern districts in the Baghlan province.",
    "owner": "The Taliban captured 2 areas in the country's Baghlan region.",
    "apposed": "The Taliban captured Pul-e-Khumri, the capital of Baghlan province.",
    "capital_city": "The Taliban seized the capital city of Kabul.",
    "container": "In Baghlan province, Nahrin district was seized by the Taliban.",
    "described": "The Taliban captured Kunduz province officials at a roadblock.",
    "part": "The Taliban captured parts of Nahrin district.",
    "facility": "The Taliban captured a checkpoint in Nahrin district.",
    "before": "The army sent troops to Nahrin district. The Taliban captured four districts.",
    "nowhere": "Taliban fighters captured four districts.",
    "definite": "The Taliban captured Nahrin and Burka districts. The army retook the districts.",
    "city": "Taliban fighters entered Kunduz city. They captured the city.",
}
ASKED = ask(TEXTS.values())


@pytest.fixture(scope="module")
def read() -> TextHalf:
    return read_texts(ASKED)


@pytest.fixture(scope="module")
def grouped(read: TextHalf) -> pl.DataFrame:
    """One row per member of a group with its text's article and its place's name."""
    groups, members = group_places(read.sentences, read.mentions, lexicons())
    names = lexicons().places.select("location_id", "name")
    return (
        groups.join(members, on="group_id", maintain_order="left_right")
        .join(names, on="location_id", how="left", maintain_order="left")
        .join(read.articles.select("article_id", "text"), on="article_id", maintain_order="left")
    )


def members(grouped: pl.DataFrame, key: str, *columns: str, **where: str) -> list[tuple]:
    """The columns of the groups of one text that have these values."""
    rows = grouped.filter(
        pl.col("text") == TEXTS[key], *(pl.col(name) == value for name, value in where.items())
    )
    return rows.select(columns).rows()


def test_a_list_is_one_group(grouped: pl.DataFrame) -> None:
    assert members(grouped, "list", "name", "lead") == [
        ("Nahrin", "none"),
        ("Burka", "none"),
        ("Doshi", "none"),
    ]


def test_a_container_is_a_group_of_its_own(grouped: pl.DataFrame) -> None:
    assert members(grouped, "prefix", "name", lead="none") == [
        ("Nahrin",),
        ("Burka",),
        ("Doshi",),
    ]
    assert members(grouped, "prefix", "name", lead="in") == [("Baghlan",)]


def test_a_container_in_the_list_is_no_member(grouped: pl.DataFrame) -> None:
    assert members(grouped, "container", "name", "lead") == [("Nahrin", "none")]
    assert members(grouped, "apposed", "name") == [("Pul-e-Khumri",)]


def test_counted_places_lie_in_the_place_beside_them(grouped: pl.DataFrame) -> None:
    counted = ("name", "n_places", "location_text")
    assert members(grouped, "counted", *counted, kind="unnamed") == [
        ("Baghlan", 3, "three northern districts")
    ]
    assert members(grouped, "owner", *counted, kind="unnamed") == [("Baghlan", 2, "2 areas")]


def test_counted_places_lie_in_the_province_told_before(grouped: pl.DataFrame) -> None:
    assert members(grouped, "before", "name", "n_places", kind="unnamed") == [("Baghlan", 4)]


def test_counted_places_are_nowhere_where_no_place_is_told(grouped: pl.DataFrame) -> None:
    assert members(grouped, "nowhere", "location_id", "n_places") == [(None, 4)]


def test_a_part_of_a_place_is_not_the_place(grouped: pl.DataFrame) -> None:
    assert members(grouped, "part", "name", "n_places") == [("Nahrin", 1)]
    assert members(grouped, "facility", "name", "n_places", kind="unnamed") == [("Nahrin", 1)]
    assert members(grouped, "capital_city", "name", "n_places") == [("Kabul", None)]


def test_a_place_that_describes_people_says_so(grouped: pl.DataFrame) -> None:
    assert members(grouped, "described", "is_modifier") == [(True,)]


def test_definite_nouns_stand_for_places_told_before(grouped: pl.DataFrame) -> None:
    assert members(grouped, "definite", "name", kind="definite") == [("Nahrin",), ("Burka",)]
    assert members(grouped, "city", "name", kind="definite") == [("Kunduz",)]


def test_no_mentions_give_no_groups(read: TextHalf) -> None:
    groups, found = group_places(read.sentences.clear(), read.mentions.clear(), lexicons())
    assert groups.is_empty()
    assert found.is_empty()
