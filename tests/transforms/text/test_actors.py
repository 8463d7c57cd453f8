"""Who generic actors are, from the article around them."""

import polars as pl
import pytest

from pipelines.transforms.text.parties.actors import resolve_actors
from schemas.registry import contract
from tests.chain import TextHalf, ask, lexicons, read_texts

RESISTANCE = "Resistance fighters took Khinjan district in Afghanistan from the Taliban on Monday."
LIBERATION_ARMY = "The Kotari Liberation Army captured Gulu on Monday."
FLED = "Government soldiers fled Bunagana into Uganda."
IS = ("IS killed 12 people in Mosul.", "BAGHDAD IS SHELLED, 12 PEOPLE KILLED IN MOSUL")
ABBREVIATED = "The Arakan Army (AA) attacked Sittwe. The AA captured the port. AAA batteries rose."
APOSTROPHE = "Haftar's forces gave up Sirte in June."
TEXTS = ask([RESISTANCE, LIBERATION_ARMY, FLED, *IS, ABBREVIATED, APOSTROPHE])
NOBODY = pl.DataFrame(schema={"article_id": pl.String, "country_id": pl.String})


@pytest.fixture(scope="module")
def read() -> TextHalf:
    return read_texts(TEXTS)


def mentions(*rows: tuple[str, str, str | None]) -> pl.DataFrame:
    """One article, one sentence: kind, text and entity_id of words a blank apart.

    Sentences have numbers here, as wherever a stage joins its own tables.
    """
    made, start = [], 0
    for number, (kind, text, entity_id) in enumerate(rows):
        end = start + len(text)
        made.append(
            {
                "mention_id": f"s.{start}-{end}",
                "article_id": "0123456789abcdef",
                "sentence_id": 0,
                "mention_no": number,
                "start": start,
                "end": end,
                "words_before": 0,
                "kind": kind,
                "entity_id": entity_id,
                "text": text,
                "sense": "country" if kind == "place" else None,
            }
        )
        start = end + (1 if kind != "comma" else 9)
    schema = contract("mentions").empty().schema | {"sentence_id": pl.Int64}
    return pl.DataFrame(made, schema=schema)


def in_country(country_id: str | None) -> pl.DataFrame:
    return pl.DataFrame(
        {"article_id": ["0123456789abcdef"], "country_id": [country_id]},
        schema={"article_id": pl.String, "country_id": pl.String},
    )


def resolved(country_id: str | None, *rows: tuple[str, str, str | None]) -> list[str | None]:
    return resolve_actors(mentions(*rows), in_country(country_id), lexicons())[
        "entity_id"
    ].to_list()


ARMY = ("actor", "the army", "generic-state-forces")
SOLDIERS = ("people", "soldiers", "security-forces")
COMMA = ("comma", ",", None)


def test_state_forces_are_those_of_the_articles_country() -> None:
    assert resolved("MLI", ARMY, COMMA, SOLDIERS) == ["state-forces-mli", None, "state-forces-mli"]


def test_the_land_or_people_named_right_before_comes_first() -> None:
    ukraine = ("place", "Ukraine", "UKR")
    assert resolved("RUS", ukraine, SOLDIERS) == ["UKR", "state-forces-ukr"]
    demonyms = pl.DataFrame({"sentence_id": [0], "end": [-1], "country_id": ["IRQ"]})
    found = resolve_actors(mentions(SOLDIERS), in_country("SYR"), lexicons(), demonyms)
    assert found["entity_id"].to_list() == ["state-forces-irq"]


def test_without_a_country_state_forces_stay_open() -> None:
    assert resolved(None, ARMY) == [None]


def test_the_resistance_is_who_the_lexicon_names_for_the_country() -> None:
    """Under its own name: that a militia is of the resistance's side is what its side says."""
    generic = ("actor", "resistance fighters", "generic-resistance")
    militia = ("actor", "local militia", "generic-local-militia")
    assert resolved("AFG", generic, COMMA, militia) == [
        "anti-taliban-resistance",
        None,
        "local-militia-afg",
    ]
    assert resolved("NZL", generic) == [None]


def test_militants_are_the_one_armed_group_named() -> None:
    group = ("actor", "Boko Haram", "boko-haram")
    militants = ("people", "militants", "unidentified-armed-group")
    gunmen = ("people", "gunmen", "unidentified-armed-group")
    assert resolved("NGA", group, COMMA, militants, COMMA, gunmen) == [
        "boko-haram",
        None,
        "boko-haram",
        None,
        "unidentified-armed-group",
    ]


def test_with_two_groups_named_alike_militants_stay_unidentified() -> None:
    rows = (
        ("actor", "JNIM", "jnim"),
        COMMA,
        ("actor", "Boko Haram", "boko-haram"),
        COMMA,
        ("people", "militants", "unidentified-armed-group"),
        COMMA,
        ("actor", "militant group", "generic-militants"),
    )
    found = resolved("NER", *rows)
    assert (found[4], found[6]) == ("unidentified-armed-group", "unidentified-armed-group")


def test_several_groups_are_not_the_one_named() -> None:
    rows = (("actor", "JNIM", "jnim"), COMMA, ("actor", "militant groups", "generic-militants"))
    assert resolved("MLI", *rows)[2] == "unidentified-armed-group"


def test_people_right_after_a_group_are_that_group() -> None:
    rows = (("actor", "Taliban", "taliban"), ("people", "militants", "unidentified-armed-group"))
    assert resolved("PAK", *rows) == ["taliban", "taliban"]


def test_named_actors_and_kinds_of_people_stay_what_they_are() -> None:
    rows = (("actor", "M23", "m23"), COMMA, ("people", "children", "children"))
    assert resolved("COD", *rows) == ["m23", None, "children"]


def test_no_mentions_give_no_mentions() -> None:
    empty = mentions(ARMY).clear()
    assert resolve_actors(empty, NOBODY, lexicons()).equals(empty)


def test_mentions_come_resolved(read: TextHalf) -> None:
    actors = [row["entity_id"] for row in read.mentions_of(RESISTANCE) if row["kind"] == "actor"]
    assert actors == ["anti-taliban-resistance", "taliban"]


def test_a_liberation_army_that_nobody_knows_is_not_the_states(read: TextHalf) -> None:
    (claim,) = read.claims_of(LIBERATION_ARMY)
    assert claim["claim_type"] == "territory_change"
    assert claim["to_actor_id"] is None


def test_the_land_that_troops_flee_to_is_not_theirs(read: TextHalf) -> None:
    assert [claim["from_actor_id"] for claim in read.claims_of(FLED)] == [None]


def test_a_group_that_is_an_ordinary_word_is_read_in_capitals_only(read: TextHalf) -> None:
    found = [row for text in IS for row in read.mentions_of(text)]
    assert [row["text"] for row in found if row["entity_id"] == "islamic-state"] == ["IS"]


def test_an_abbreviation_that_the_article_introduces_is_the_group(read: TextHalf) -> None:
    found = read.mentions_of(ABBREVIATED)
    named = [row["text"] for row in found if row["entity_id"] == "arakan-army"]
    assert named == ["Arakan Army", "AA"]


def test_a_name_with_an_apostrophe_is_a_sign_of_conflict(read: TextHalf) -> None:
    assert [claim["from_actor_id"] for claim in read.claims_of(APOSTROPHE)] == ["lna"]
