"""Rules of place reading: spelling by family, nouns that name, what is local, which namesake."""

from dataclasses import replace

import polars as pl
import pytest

from pipelines.transforms.text.places.keys import plain_form, spelling_key
from pipelines.transforms.text.places.places import find_places
from tests.chain import lexicons
from tests.placed import Placed, frames, read_placed

# Articles, and all the places that they name.
NAMED = {
    # A noun beside a name makes another name.
    "Rain fell in the Somali capital.": {"Somali capital": "gn:53654"},
    "Rain fell in the capital of Syria.": {"capital of Syria": "gn:170654"},
    "Rain fell on the Damascus countryside.": {"Damascus countryside": "SY.08"},
    "Rain fell on the countryside of Damascus.": {"countryside of Damascus": "SY.08"},
    # The name of the capital stands for itself.
    "Rain fell in the Somali capital, Mogadishu.": {"Mogadishu": "gn:53654"},
    # A site tells its town, and a firm does not.
    "Snow closed Kabul International Airport.": {"Kabul": "gn:1138958"},
    "Snow closed the Herat Central Prison.": {"Herat": "gn:1140026"},
    "Snow slowed the Kabul Polar Express.": {},
    "She banks with Herat Mutual Trust.": {},
}
# Articles, and places that are among those they name.
AMONG = {
    # A rule of spelling holds only where its country is named.
    "Snow fell on the Ukrainian town of Avdeyivka.": {"Avdeyivka": "gn:713122"},
    "Snow fell on the town of Avdeyivka.": {"Avdeyivka": None},
    # The far larger namesake wins unless the text says otherwise.
    "Rain fell in Manchester.": {"Manchester": "gn:2643123"},
    "Rain fell in Damascus, and Washington was dry.": {"Damascus": "gn:170654"},
    "Rain fell in Manchester, New Hampshire.": {"Manchester": "gn:5089178"},
    # Words of direction lead to places.
    "Rain fell on the road between Herat and Islam Qala in Afghanistan.": {
        "Herat": "gn:1140026", "Islam Qala": "gn:1142404",
    },
    "Rain fell north of Herat and in the suburbs of Islam Qala, Afghanistan.": {
        "Herat": "gn:1140026", "Islam Qala": "gn:1142404",
    },
    "Rain hit Herat and Islam Qala in western Afghanistan.": {
        "Herat": "gn:1140026", "Islam Qala": "gn:1142404",
    },
    # Nouns of the units of one country.
    "Rain fell in Beni territory.": {"Beni": "gn:219057"},
    "Rain fell in the territory of Beni.": {"Beni": "gn:219057"},
    "Rain fell in Beni, Bolivia.": {"Beni": "BO.03"},
    # In capitals a small town needs something local.
    "RAIN FELL IN VELEZ AND TENJO, COLOMBIA.": {"TENJO": "gn:3667290"},
}  # fmt: skip
BARE_CAPITALS = ("COLOMBIA WAS CALM, VELEZ SAID.", "TORRES LEFT BOGOTA AT NOON.")
# Capital is money too.
MONEY = ("Syria taxes Somali capital gains.", "Somali capital markets were calm.")


@pytest.fixture(scope="module")
def placed() -> Placed:
    return read_placed([*NAMED, *AMONG, BARE_CAPITALS, *MONEY])


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


@pytest.mark.parametrize("text", NAMED)
def test_the_noun_beside_a_name_tells_what_it_names(text: str, placed: Placed) -> None:
    assert placed.ids(text) == NAMED[text]


@pytest.mark.parametrize("text", AMONG)
def test_a_name_is_read_by_what_stands_around_it(text: str, placed: Placed) -> None:
    found = placed.ids(text)
    assert {name: found[name] for name in AMONG[text]} == AMONG[text]


@pytest.mark.parametrize("text", MONEY)
def test_capital_is_money_too(text: str, placed: Placed) -> None:
    assert "gn:53654" not in placed.ids(text).values()


def test_in_capitals_a_small_town_needs_something_local(placed: Placed) -> None:
    assert placed.of(BARE_CAPITALS)["text"].to_list() == ["COLOMBIA", "BOGOTA"]


def test_names_more_do_not_change_what_is_read() -> None:
    known = lexicons().place_names
    syllables = ["zab", "qor", "vux", "wiz", "jyk", "pux", "gha", "xol", "yav", "kez"]
    made = pl.DataFrame({"a": syllables})
    for column in "bcde":
        made = made.join(pl.DataFrame({column: syllables}), how="cross")
    phrases = made.select(phrase=pl.concat_str(pl.all())).sort("phrase")
    added = phrases.select("phrase", location_id=pl.lit("gn:2643123"), is_demonym=pl.lit(False))
    many = replace(lexicons(), place_names=pl.concat([known, added]))
    assert many.place_names.height > 200_000
    articles, sentences = frames([("Rain fell on Kunduz.", "Snow closed Deh Salah in Baghlan.")])
    given = find_places(articles, sentences, lexicons())
    assert find_places(articles, sentences, many).equals(given)
