"""Rules of place reading: spelling by family, nouns that name, what is local, which namesake."""

from dataclasses import replace

import polars as pl
import pytest

from pipelines.transforms.text.places.keys import plain_form, spelling_key
from pipelines.transforms.text.places.places import find_places
from tests import chain
from tests.transforms.text.test_places import frames, ids, read


def key(name: str, family: str) -> str:
    return pl.select(spelling_key(plain_form(pl.lit(name)), family)).item()


@pytest.mark.parametrize(
    ("family", "one", "other"),
    [
        ("arabic", "Deir ez-Zor", "Der Ezzor"),
        ("arabic", "Deir ez-Zor", "Deir al-Zour"),
        ("arabic", "Khan Shaykhun", "Khan Sheikhoun"),
        ("arabic", "Al Hudaydah", "Hodeidah"),
        ("arabic", "Tall Abyad", "Tel Abiad"),
        ("arabic", "As Suwayda", "al-Suwaidaa"),
        ("arabic", "Nuseirat", "Nusayrat"),
        ("cyrillic", "Horlivka", "Gorlovka"),
        ("cyrillic", "Avdiivka", "Avdeyevka"),
        ("cyrillic", "Chernihiv", "Chernigov"),
        ("cyrillic", "Sievierodonetsk", "Severodonetsk"),
        ("cyrillic", "Rubizhne", "Rubezhnoye"),
        ("persian", "Pul-e-Hesar", "Pol-e Hisar"),
    ],
)
def test_spellings_of_one_name_have_one_key(family: str, one: str, other: str) -> None:
    assert key(one, family) == key(other, family)


@pytest.mark.parametrize(
    ("family", "one", "other"),
    [("arabic", "Hama", "Homs"), ("cyrillic", "Kherson", "Kharkiv"), ("arabic", "Sana", "Saada")],
)
def test_other_names_keep_keys_of_their_own(family: str, one: str, other: str) -> None:
    assert key(one, family) != key(other, family)


def test_a_rule_of_spelling_holds_only_where_its_country_is_named() -> None:
    assert ids("Snow fell on the Ukrainian town of Avdeyivka.")["Avdeyivka"] == "gn:713122"
    assert ids("Snow fell on the town of Avdeyivka.")["Avdeyivka"] is None


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("Rain fell in the Somali capital.", "Somali capital", "gn:53654"),
        ("Rain fell in the capital of Syria.", "capital of Syria", "gn:170654"),
        ("Rain fell on the Damascus countryside.", "Damascus countryside", "SY.08"),
        ("Rain fell on the countryside of Damascus.", "countryside of Damascus", "SY.08"),
    ],
)
def test_a_noun_beside_a_name_makes_another_name(text: str, name: str, place: str) -> None:
    assert ids(text) == {name: place}


@pytest.mark.parametrize(
    "text", ["Syria taxes Somali capital gains.", "Somali capital markets were calm."]
)
def test_capital_is_money_too(text: str) -> None:
    assert "gn:53654" not in ids(text).values()


def test_the_name_of_the_capital_stands_for_itself() -> None:
    assert ids("Rain fell in the Somali capital, Mogadishu.") == {"Mogadishu": "gn:53654"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Snow closed Kabul International Airport.", {"Kabul": "gn:1138958"}),
        ("Snow closed the Herat Central Prison.", {"Herat": "gn:1140026"}),
        ("Snow slowed the Kabul Polar Express.", {}),
        ("She banks with Herat Mutual Trust.", {}),
    ],
)
def test_a_site_tells_its_town_and_a_firm_does_not(text: str, found: dict[str, str]) -> None:
    assert ids(text) == found


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("Rain fell in Manchester.", "Manchester", "gn:2643123"),
        ("Rain fell in Damascus, and Washington was dry.", "Damascus", "gn:170654"),
        ("Rain fell in Manchester, New Hampshire.", "Manchester", "gn:5089178"),
    ],
)
def test_the_far_larger_namesake_wins_unless_the_text_says_otherwise(
    text: str, name: str, place: str
) -> None:
    assert ids(text)[name] == place


@pytest.mark.parametrize(
    "text",
    [
        "Rain fell on the road between Herat and Islam Qala in Afghanistan.",
        "Rain fell north of Herat and in the suburbs of Islam Qala, Afghanistan.",
        "Rain hit Herat and Islam Qala in western Afghanistan.",
    ],
)
def test_words_of_direction_lead_to_places(text: str) -> None:
    found = ids(text)
    assert (found["Herat"], found["Islam Qala"]) == ("gn:1140026", "gn:1142404")


def test_in_capitals_a_small_town_needs_something_local() -> None:
    said = read("COLOMBIA WAS CALM, VELEZ SAID.", "TORRES LEFT BOGOTA AT NOON.").places
    assert said["text"].to_list() == ["COLOMBIA", "BOGOTA"]
    listed = ids("RAIN FELL IN VELEZ AND TENJO, COLOMBIA.")
    assert listed["TENJO"] == "gn:3667290"


def test_names_more_do_not_change_what_is_read() -> None:
    lexicons = chain.lexicons()
    known = lexicons.place_names
    syllables = ["zab", "qor", "vux", "wiz", "jyk", "pux", "gha", "xol", "yav", "kez"]
    made = pl.DataFrame({"a": syllables})
    for column in "bcde":
        made = made.join(pl.DataFrame({column: syllables}), how="cross")
    phrases = made.select(phrase=pl.concat_str(pl.all())).sort("phrase")
    added = phrases.select("phrase", location_id=pl.lit("gn:2643123"), is_demonym=pl.lit(False))
    many = replace(lexicons, place_names=pl.concat([known, added]))
    assert many.place_names.height > 200_000
    articles, sentences = frames("Rain fell on Kunduz.", "Snow closed Deh Salah in Baghlan.")
    given = find_places(articles, sentences, lexicons)
    assert find_places(articles, sentences, many).equals(given)
