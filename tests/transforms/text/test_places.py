"""Places in running text: which words, which place, and what is none."""

from functools import cache

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.places.places import (
    PLACE_COLUMNS,
    PlaceReading,
    article_countries,
    find_places,
    read_places,
)
from tests import chain


@cache
def lexicons() -> Lexicons:
    return chain.lexicons()


BANU = "gn:1147118"
KABUL = "gn:1138958"


def frames(*sentences: str) -> tuple[pl.DataFrame, pl.DataFrame]:
    """One article of these sentences, a blank between each two."""
    text = " ".join(sentences)
    starts = [len(" ".join([*sentences[:number], ""])) for number in range(len(sentences))]
    articles = pl.DataFrame({"article_id": ["a"], "text": [text]})
    rows = {
        "article_id": ["a"] * len(sentences),
        "sentence_id": [f"a.{number:04}" for number in range(len(sentences))],
        "start": starts,
        "text": list(sentences),
    }
    schema = {"article_id": pl.String, "sentence_id": pl.String, "start": pl.Int32}
    return articles, pl.DataFrame(rows, schema=schema | {"text": pl.String})


def read(*sentences: str) -> PlaceReading:
    return read_places(*frames(*sentences), lexicons())


def ids(*sentences: str) -> dict[str, str | None]:
    """entity_id by text of the place."""
    places = read(*sentences).places
    return dict(places.select("text", "entity_id").iter_rows())


@pytest.mark.parametrize(
    "spelling",
    ["Pul-e-Hesar", "Pol-e-Hesar", "Puli Hisar", "Pul i Hisar", "Pule Hesar", "PUL-E-HESAR"],
)
def test_spellings_of_one_district_are_one_place(spelling: str) -> None:
    found = ids(f"Elders of Baghlan, Afghanistan, drove to {spelling} at noon.")
    assert found[spelling] == "AF.03.1302"


@pytest.mark.parametrize("spelling", ["Deh Salah", "De Salah", "Deh-e-Salah", "Dih Salah"])
def test_a_name_of_two_words_is_one_place(spelling: str) -> None:
    assert ids(f"Snow closed {spelling} in Baghlan.")[spelling] == "AF.03.1312"


def test_the_noun_after_a_list_types_all_of_it_but_what_has_no_such_type() -> None:
    found = ids("Snow closed the Banu, Khinjan and Doshi districts of Baghlan province.")
    assert found == {
        "Banu": BANU,
        "Khinjan": "AF.03.1306",
        "Doshi": "AF.03.1304",
        "Baghlan": "AF.03",
    }


def test_the_noun_before_a_list_types_all_of_it() -> None:
    found = ids("Snow closed the districts of Imam Sahib, Khanabad and Ali Abad in Kunduz.")
    assert found["Khanabad"] == "AF.24.1406"
    assert found["Ali Abad"] == "AF.24.1405"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Snow fell in Kunduz.", "gn:1135689"),
        ("Snow fell in Kunduz city.", "gn:1135689"),
        ("Snow fell in Kunduz province.", "AF.24"),
        ("Snow fell in the province of Kunduz.", "AF.24"),
        ("Snow fell in Kunduz district.", "AF.24.1401"),
        ("Snow fell in the town of Andkhoy.", "gn:1148658"),
        ("Snow fell in Andkhoy.", "AF.07.1812"),
        ("Snow fell in Panjshir valley.", "AF.42"),
        ("Snow fell in Baghlan.", "AF.03"),
    ],
)
def test_the_noun_beside_a_name_types_it(text: str, place: str) -> None:
    assert read(text).places["entity_id"].to_list() == [place]


def test_a_possessive_is_cut_and_its_noun_types_nothing() -> None:
    found = ids("Baghlan's districts were calm, and Kabul’s airport was open.")
    assert found == {"Baghlan": "AF.03", "Kabul": KABUL}


def test_the_province_named_beside_it_settles_which_district() -> None:
    assert ids("Rain fell on Arghandab, Zabul.")["Arghandab"] == "AF.28.2503"
    assert ids("Rain fell on Arghandab district of Kandahar.")["Arghandab"] == "AF.23.2404"


def test_the_province_named_elsewhere_in_the_article_settles_it_too() -> None:
    found = ids("Zabul saw rain.", "In Arghandab district a bridge broke.")
    assert found["Arghandab"] == "AF.28.2503"


def test_what_stays_open_is_unresolved() -> None:
    places = read("In Afghanistan, a bridge broke in Kohistan district.").places
    row = places.filter(pl.col("text") == "Kohistan").row(0, named=True)
    assert (row["entity_id"], row["sense"]) == (None, "unresolved")


@pytest.mark.parametrize(
    "text",
    [
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
    ],
)
def test_names_inside_other_names_are_no_places(text: str) -> None:
    assert read(text).places.is_empty()


def test_a_surname_stays_one_when_it_stands_alone() -> None:
    sentences = ("Rahim Farah spoke first.", "Then Farah laughed.", "He was born in Farah.")
    found = read(*sentences).places["start"].to_list()
    assert found == [" ".join(sentences).rindex("Farah")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rebels seized Handarat at dawn.", "Handarat"),
        ("Shells fell near Karbonivka on Monday.", "Karbonivka"),
        ("Shells fell on Ozerne Polive village.", "Ozerne Polive"),
        ("The town of Tal Hamra was calm.", "Tal Hamra"),
    ],
)
def test_a_name_the_gazetteer_lacks_is_kept_where_only_a_place_can_stand(
    text: str, name: str
) -> None:
    places = read(text).places
    assert places.select("text", "entity_id", "sense").rows() == [(name, None, "unresolved")]


@pytest.mark.parametrize(
    "text", ["Rahim Talwar spoke.", "In Ramadan shops close.", "Near the Ministry it rained."]
)
def test_other_unknown_names_are_no_places(text: str) -> None:
    assert read(text).places.is_empty()


def test_a_headline_and_a_text_in_capitals_are_read() -> None:
    assert ids("Snow Closes Kunduz City After Heavy Storm")["Kunduz"] == "gn:1135689"
    found = ids("HERAT, MONDAY: HEAVY SNOW HAS FALLEN ON LASHKAR GAH.")
    assert found["LASHKAR GAH"] == "AF.10.2301"


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("Rain fell on Deir ez-Zor, Syria.", "Deir ez-Zor", "gn:170794"),
        ("Rain fell on al-Bab in Syria.", "al-Bab", "gn:174018"),
        ("Rain fell in the Donetsk region of Ukraine.", "Donetsk", "UA.05"),
        ("Rain fell on El Fasher in Sudan.", "El Fasher", "gn:379555"),
        ("Rain fell on Tripoli, Lebanon.", "Tripoli", "gn:266826"),
        ("Rain fell in the Democratic Republic of the Congo.",
         "Democratic Republic of the Congo", "COD"),
        ("The U.S. was dry.", "U.S.", "USA"),
    ],
)  # fmt: skip
def test_places_of_other_countries(text: str, name: str, place: str) -> None:
    assert ids(text)[name] == place


def test_the_country_of_an_article_is_the_one_most_named_by_places_and_peoples() -> None:
    articles, sentences = frames("Syrian farmers left Aleppo.", "Iraq is near.", "Homs is dry.")
    countries = article_countries(articles, sentences, lexicons())
    assert countries.rows() == [("a", "SYR")]
    assert article_countries(*frames("Nobody knows."), lexicons()).rows() == [("a", None)]


def test_demonyms_name_a_country() -> None:
    demonyms = read("Iraqi farmers met Afghan ones.").demonyms
    assert demonyms.select("text", "country_id", "start").rows() == [
        ("Iraqi", "IRQ", 0),
        ("Afghan", "AFG", 18),
    ]


def test_no_sentences_give_no_places() -> None:
    articles, sentences = frames("Rain fell.")
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
    articles, rows = frames(*sentences)
    text = articles["text"][0]
    places = find_places(articles, rows, lexicons())
    end = 0
    for place in places.iter_rows(named=True):
        assert text[place["start"] : place["end"]] == place["text"]
        assert place["start"] >= end
        end = place["end"]


def test_shuffled_sentences_give_the_same_places() -> None:
    articles, sentences = frames("Rain in Zabul.", "Rain in Arghandab.", "Rain in Kabul city.")
    straight = find_places(articles, sentences, lexicons())
    turned = find_places(articles, sentences.reverse(), lexicons())
    assert straight.sort("start").equals(turned.sort("start"))
