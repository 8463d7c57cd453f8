"""A headline's claim has the place, the day and the source that the lead gives for the same deed,
and keeps its own where the lead tells of another."""

import polars as pl
import pytest

from pipelines.transforms.ids import hash_id
from tests.chain import read_texts

SUBURB = (
    "Rockets kill seven in Aleppo\n\n"
    "Rockets fell on the market of Azaz in Aleppo governorate on Monday, killing seven people, "
    "the rescue service said."
)
SIDES = (
    "Fourteen dead in Maiduguri blast\n\n"
    "A Boko Haram suicide bomber killed 14 people at a market in Maiduguri on Sunday, "
    "police said."
)
OWN_VOICE = (
    "Five killed in Taiz shelling: medics\n\n"
    "Five people were killed when shells hit Taiz on Monday, residents said."
)
TWO_TOWNS = (
    "Drones kill two in Kherson, two in Beryslav\n\n"
    "Russian drones killed two people in Beryslav on Monday, and two more died in Kherson on "
    "Sunday, prosecutors said."
)
UNLISTED = (
    "Army retakes Kibuanga\n\n"
    "The Congolese army retook the village of Kibuanga in North Kivu on Sunday, a spokesman said."
)
OTHER_NUMBER = (
    "Blast kills six in Quetta\n\nGunmen killed four policemen in Quetta on Monday, police said."
)
OTHER_PLACE = (
    "Militants kill nine in Kaduna\n\n"
    "Gunmen killed nine people in Maiduguri on Monday, residents said."
)
OTHER_SIDE = (
    "Taliban kill eight in Kunduz\n\n"
    "The army killed eight Taliban fighters in Kunduz on Monday, the ministry said."
)
LATE = (
    "Bomb kills three in Kabul\n\nShops stayed shut. Schools were closed. Buses did not run. "
    "The river was high. The bridge was empty. Markets opened late. "
    "Gunmen killed three people in Kabul on Monday, a rights group said."
)
TEXTS = (
    SUBURB, SIDES, OWN_VOICE, TWO_TOWNS, UNLISTED, OTHER_NUMBER, OTHER_PLACE, OTHER_SIDE, LATE,
)  # fmt: skip
MONDAY, SUNDAY = 1, 7


@pytest.fixture(scope="module")
def claims() -> pl.DataFrame:
    return read_texts(list(TEXTS), titled=True).claims


def headline(claims: pl.DataFrame, text: str) -> list[dict[str, object]]:
    end = text.index("\n")
    of_text = pl.col("article_id") == hash_id(text)
    return claims.filter(of_text, pl.col("evidence_end") <= end).sort("evidence_start").to_dicts()


def test_the_lead_tells_where_when_and_who_says_so(claims) -> None:
    (told,) = headline(claims, SUBURB)
    assert told["location_text"] == "Azaz"
    assert (told["time_weekday"], told["date_basis"]) == (MONDAY, "carried")
    assert (told["claimant_name"], told["assertion"]) == ("rescue service", "attributed")


def test_the_lead_tells_whose_deed_it_was(claims) -> None:
    (told,) = headline(claims, SIDES)
    assert told["initiator_actor_id"] == "boko-haram"


def test_a_headline_keeps_the_source_it_names(claims) -> None:
    (told,) = headline(claims, OWN_VOICE)
    assert told["claimant_name"] == "medics"


def test_each_town_of_a_headline_has_its_own_day(claims) -> None:
    days = {told["location_text"]: told["time_weekday"] for told in headline(claims, TWO_TOWNS)}
    assert days == {"Kherson": SUNDAY, "Beryslav": MONDAY}


def test_a_name_that_no_list_holds_lies_where_the_lead_puts_it(claims) -> None:
    (told,) = headline(claims, UNLISTED)
    assert (told["location_id"], told["reject_reason"]) == ("CD.11", None)


@pytest.mark.parametrize("text", [OTHER_NUMBER, OTHER_PLACE, OTHER_SIDE, LATE])
def test_another_deed_lends_a_headline_no_source(text: str, claims) -> None:
    (told,) = headline(claims, text)
    assert told["claimant_id"] is None
    assert told["assertion"] == "asserted"
