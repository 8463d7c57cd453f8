"""Places in running text: which words, which place, and what is none."""

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.transforms.text.places.places import PLACE_COLUMNS, article_countries, find_places
from tests.chain import lexicons
from tests.placed import Article, Placed, frames, read_placed

BANU = "gn:1147118"
KABUL = "gn:1138958"
# Articles, and all the places that they name.
NAMED = {
    # The noun after a list types all of it but what has no such type.
    "Snow closed the Banu, Khinjan and Doshi districts of Baghlan province.": {
        "Banu": BANU, "Khinjan": "AF.03.1306", "Doshi": "AF.03.1304", "Baghlan": "AF.03",
    },
    # The noun beside a name types it.
    "Snow fell in Kunduz.": {"Kunduz": "gn:1135689"},
    "Snow fell in Kunduz city.": {"Kunduz": "gn:1135689"},
    "Snow fell in Kunduz province.": {"Kunduz": "AF.24"},
    "Snow fell in the province of Kunduz.": {"Kunduz": "AF.24"},
    "Snow fell in Kunduz district.": {"Kunduz": "AF.24.1401"},
    "Snow fell in the town of Andkhoy.": {"Andkhoy": "gn:1148658"},
    "Snow fell in Andkhoy.": {"Andkhoy": "AF.07.1812"},
    "Snow fell in Panjshir valley.": {"Panjshir": "AF.42"},
    "Snow fell in Baghlan.": {"Baghlan": "AF.03"},
    # A possessive is cut, and its noun types nothing.
    "Baghlan's districts were calm, and Kabul’s airport was open.": {
        "Baghlan": "AF.03", "Kabul": KABUL,
    },
}  # fmt: skip
# Articles, and places that are among those they name.
AMONG: dict[Article, dict[str, str | None]] = {
    # The noun before a list types all of it.
    "Snow closed the districts of Imam Sahib, Khanabad and Ali Abad in Kunduz.": {
        "Khanabad": "AF.24.1406", "Ali Abad": "AF.24.1405",
    },
    # The province named beside it, or elsewhere in the article, settles which district.
    "Rain fell on Arghandab, Zabul.": {"Arghandab": "AF.28.2503"},
    "Rain fell on Arghandab district of Kandahar.": {"Arghandab": "AF.23.2404"},
    ("Zabul saw rain.", "In Arghandab district a bridge broke."): {"Arghandab": "AF.28.2503"},
    # Headlines, and text in capitals.
    "Snow Closes Kunduz City After Heavy Storm": {"Kunduz": "gn:1135689"},
    "HERAT, MONDAY: HEAVY SNOW HAS FALLEN ON LASHKAR GAH.": {"LASHKAR GAH": "AF.10.2301"},
    # Other countries.
    "Rain fell on Deir ez-Zor, Syria.": {"Deir ez-Zor": "gn:170794"},
    "Rain fell on al-Bab in Syria.": {"al-Bab": "gn:174018"},
    "Rain fell in the Donetsk region of Ukraine.": {"Donetsk": "UA.05"},
    "Rain fell on El Fasher in Sudan.": {"El Fasher": "gn:379555"},
    "Rain fell on Tripoli, Lebanon.": {"Tripoli": "gn:266826"},
    "Rain fell in the Democratic Republic of the Congo.": {
        "Democratic Republic of the Congo": "COD",
    },
    "The U.S. was dry.": {"U.S.": "USA"},
}  # fmt: skip
# Spellings of one place, of one district by rule and of a name of two words.
SPELLINGS = {
    "Elders of Baghlan, Afghanistan, drove to {} at noon.": (
        "AF.03.1302",
        ["Pul-e-Hesar", "Pol-e-Hesar", "Puli Hisar", "Pul i Hisar", "Pule Hesar", "PUL-E-HESAR"],
    ),
    "Snow closed {} in Baghlan.": (
        "AF.03.1312", ["Deh Salah", "De Salah", "Deh-e-Salah", "Dih Salah"],
    ),
}  # fmt: skip
AMONG |= {
    text.format(spelling): {spelling: place}
    for text, (place, spellings) in SPELLINGS.items()
    for spelling in spellings
}
# A name that the gazetteer lacks is kept where only a place can stand.
UNLISTED = {
    "Rebels seized Handarat at dawn.": "Handarat",
    "Shells fell near Karbonivka on Monday.": "Karbonivka",
    "Shells fell on Ozerne Polive village.": "Ozerne Polive",
    "The town of Tal Hamra was calm.": "Tal Hamra",
}
# Names inside other names are no places, nor are other unknown ones.
PLACELESS = (
    "The Washington Examiner printed it.",
    "Kabul Bank has closed.",
    "Iran International showed it.",
    "The Wall Street Journal and Republic World agree.",
    "Afghan officials were late.",
    "A Kabul-based watcher was late.",
    "The ambassador was late.",
    "Commander Sayed Karam was late.",
    "The Helmand River rose.",
    "See kunduz.example or @Kunduz now.",
    "Rahim Talwar spoke.",
    "In Ramadan shops close.",
    "Near the Ministry it rained.",
)
OPEN = "In Afghanistan, a bridge broke in Kohistan district."
SURNAME = ("Rahim Farah spoke first.", "Then Farah laughed.", "He was born in Farah.")
PEOPLES = "Iraqi farmers met Afghan ones."


@pytest.fixture(scope="module")
def placed() -> Placed:
    return read_placed([*NAMED, *AMONG, *UNLISTED, *PLACELESS, OPEN, SURNAME, PEOPLES])


@pytest.mark.parametrize("article", NAMED)
def test_all_places_of_an_article_are_named(article: Article, placed: Placed) -> None:
    assert placed.ids(article) == NAMED[article]


@pytest.mark.parametrize("article", AMONG)
def test_places_are_told_from_their_namesakes(article: Article, placed: Placed) -> None:
    found = placed.ids(article)
    assert {name: found[name] for name in AMONG[article]} == AMONG[article]


@pytest.mark.parametrize("text", UNLISTED)
def test_a_name_the_gazetteer_lacks_is_kept_where_only_a_place_can_stand(
    text: str, placed: Placed
) -> None:
    rows = placed.of(text).select("text", "entity_id", "sense").rows()
    assert rows == [(UNLISTED[text], None, "unresolved")]


@pytest.mark.parametrize("text", PLACELESS)
def test_names_inside_other_names_and_unknown_ones_are_no_places(text: str, placed: Placed) -> None:
    assert placed.of(text).is_empty()


def test_what_stays_open_is_unresolved(placed: Placed) -> None:
    row = placed.of(OPEN).row(by_predicate=pl.col("text") == "Kohistan", named=True)
    assert (row["entity_id"], row["sense"]) == (None, "unresolved")


def test_a_surname_stays_one_when_it_stands_alone(placed: Placed) -> None:
    assert placed.of(SURNAME)["start"].to_list() == [" ".join(SURNAME).rindex("Farah")]


def test_demonyms_name_a_country(placed: Placed) -> None:
    assert placed.of(PEOPLES, "demonyms").select("text", "country_id", "start").rows() == [
        ("Iraqi", "IRQ", 0),
        ("Afghan", "AFG", 18),
    ]


def test_the_country_of_an_article_is_the_one_most_named_by_places_and_peoples() -> None:
    articles = [("Syrian farmers left Aleppo.", "Iraq is near.", "Homs is dry."), "Nobody knows."]
    countries = article_countries(*frames(articles), lexicons())
    assert countries["country_id"].to_list() == ["SYR", None]


def test_no_sentences_give_no_places() -> None:
    articles, sentences = frames(["Rain fell."])
    places = find_places(articles, sentences.clear(), lexicons())
    assert places.is_empty()
    assert places.columns == PLACE_COLUMNS


WORDS = st.sampled_from(
    (
        "Kabul", "Kunduz’s", "Pul-e-Hesar", "De", "Salah", "and", ",", "of", "the", "in",
        "al-Bab", "Ārghandāb", "U.S.", "“Herat”", "'Ghazni'", "Khost-based", "Київ", "districts",
        "province", "Ahmad", "seized", "—", "🙂", "Zaporizhzhia,", "Iraq's", "(Homs)",
        "New", "York",
    )
)  # fmt: skip


@settings(max_examples=15, deadline=None)
@given(st.lists(st.lists(WORDS, min_size=1, max_size=12).map(" ".join), min_size=1, max_size=4))
def test_every_span_cuts_its_text_and_none_overlap(sentences: list[str]) -> None:
    articles, rows = frames([tuple(sentences)])
    text = articles["text"][0]
    places = find_places(articles, rows, lexicons())
    end = 0
    for place in places.iter_rows(named=True):
        assert text[place["start"] : place["end"]] == place["text"]
        assert place["start"] >= end
        end = place["end"]


def test_shuffled_sentences_give_the_same_places() -> None:
    articles, sentences = frames([("Rain in Zabul.", "Rain in Arghandab.", "Rain in Kabul city.")])
    straight = find_places(articles, sentences, lexicons())
    turned = find_places(articles, sentences.reverse(), lexicons())
    assert straight.sort("start").equals(turned.sort("start"))
