"""The lexicons as a whole: contracts, ids that exist, spellings that stay apart."""

import polars as pl
import pytest

from pipelines.storage.lexicons import FOLDER
from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.grammar.matching import SHORT
from pipelines.transforms.text.places.keys import afghan_key, plain_form
from tests import chain

MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def lexicons() -> Lexicons:
    """All lexicons, read through the door: each keeps its contract."""
    return chain.lexicons()


def dangling(rows: pl.DataFrame, column: str, known: pl.Series) -> list[str]:
    """Values of the column that are no known id; nulls are none."""
    return sorted(set(rows[column].drop_nulls()) - set(known))


@pytest.mark.parametrize(
    ("rows", "column", "owners", "owner_id"),
    [
        ("place_names", "location_id", "places", "location_id"),
        ("places", "country_id", "places", "location_id"),
        ("places", "admin1_id", "places", "location_id"),
        ("places", "admin2_id", "places", "location_id"),
        ("actor_names", "actor_id", "actors", "actor_id"),
        ("actors", "side_id", "actors", "actor_id"),
        ("actors", "parent_actor_id", "actors", "actor_id"),
        ("actors", "country_iso3", "places", "location_id"),
        ("source_names", "source_id", "sources", "source_id"),
    ],
)
def test_every_id_named_exists(
    lexicons: Lexicons, rows: str, column: str, owners: str, owner_id: str
) -> None:
    known = getattr(lexicons, owners)[owner_id]
    assert dangling(getattr(lexicons, rows), column, known) == []


def test_kinds_of_people_are_actors(lexicons: Lexicons) -> None:
    people = lexicons.words.filter(pl.col("kind") == "people")
    assert dangling(people, "entity_id", lexicons.actors["actor_id"]) == []


def test_a_unit_is_its_own_unit(lexicons: Lexicons) -> None:
    for unit, column in (("admin1", "admin1_id"), ("admin2", "admin2_id")):
        rows = lexicons.places.filter(pl.col("location_type") == unit)
        assert (rows[column] == rows["location_id"]).all()
    countries = lexicons.places.filter(pl.col("location_type") == "country")
    assert (countries["country_id"] == countries["location_id"]).all()


def test_afghanistan_is_whole(lexicons: Lexicons) -> None:
    afghan = lexicons.places.filter(pl.col("country_id") == "AFG")
    counts = dict(afghan.group_by("location_type").len().iter_rows())
    assert (counts["country"], counts["admin1"], counts["admin2"]) == (1, 34, 398)
    districts = afghan.filter(pl.col("location_type") == "admin2")
    assert districts.select(pl.col("admin1_id", "latitude", "longitude").null_count()).row(0) == (
        0,
        0,
        0,
    )
    assert set(districts["location_id"]) <= set(lexicons.place_names["location_id"])


def test_no_two_districts_of_a_province_share_a_rule_key(lexicons: Lexicons) -> None:
    districts = lexicons.places.filter(
        (pl.col("country_id") == "AFG") & (pl.col("location_type") == "admin2")
    ).select("location_id", "admin1_id")
    shared = (
        lexicons.place_names.join(districts, on="location_id")
        .with_columns(afghan_key(pl.col("phrase")).alias("key"))
        .group_by("admin1_id", "key")
        .agg(pl.col("location_id").unique().sort())
        .filter(pl.col("location_id").list.len() > 1)
    )
    assert shared.rows() == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pul-e-Hesar", "Pol-e-Hesar"),
        ("Pul-e-Hesar", "Puli Hisar"),
        ("Deh Salah", "De Salah"),
        ("Deh-e-Salah", "Dehsalah"),
        ("Khwaja Omari", "Khoja Umari"),
        ("Maidan Shahr", "Maydan Shahr"),
        ("Qala-e-Naw", "Qalai Now"),
        ("Dasht-e-Archi", "Dashti Archi"),
        ("Sayed Karam", "Sayyid Karam"),
        ("Chahar Dara", "Char Darah"),
        ("Fayzabad", "Faizabad"),
    ],
)
def test_the_rule_makes_spellings_one(one: str, other: str) -> None:
    keys = pl.DataFrame({"name": [one, other]}).select(afghan_key(plain_form(pl.col("name"))))
    assert keys["name"].n_unique() == 1


def test_phrases_of_places_are_in_plain_form(lexicons: Lexicons) -> None:
    phrases = lexicons.place_names["phrase"].to_frame()
    assert phrases.filter(plain_form(pl.col("phrase")) != pl.col("phrase")).is_empty()
    assert lexicons.place_names.is_duplicated().sum() == 0


def test_a_name_of_an_actor_or_outlet_is_no_other_word(lexicons: Lexicons) -> None:
    words = set(lexicons.words["phrase"])
    # "IS" in capitals is told from "is" by its case.
    is_told = pl.col("is_case_sensitive") & (pl.col("phrase").str.len_chars() <= SHORT)
    actors = set(lexicons.actor_names.filter(~is_told)["phrase"])
    sources = set(lexicons.source_names["phrase"])
    assert sorted((actors & words) | (sources & words) | (actors & sources)) == []


def test_every_row_of_places_says_where_it_comes_from(lexicons: Lexicons) -> None:
    credits = (FOLDER / "CREDITS.md").read_text()
    origins = lexicons.places["gazetteer"].str.split("; ").explode().unique().to_list()
    assert [name for name in origins if name not in credits and name != "sitrep"] == []


def test_the_places_stay_small() -> None:
    names = ("places.csv", "place_names.csv")
    assert sum((FOLDER / name).stat().st_size for name in names) < 12 * MEGABYTE


def test_event_types_are_those_of_acled(lexicons: Lexicons) -> None:
    assert set(lexicons.event_types["event_type"]) == {
        "Battles",
        "Explosions/Remote violence",
        "Protests",
        "Riots",
        "Strategic developments",
        "Violence against civilians",
    }
