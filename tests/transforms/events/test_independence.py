"""Who a claim comes from, from the article's words to its origin: texts of a test's own."""

from functools import cache

import polars as pl
import pytest

from tests.measures.reading import read

TEXTS = {
    "tweet": (
        "Seven soldiers were killed in Farkhar district on Friday, reporter Nasim Wardak wrote on "
        "Twitter.",
        "A roadside bomb went off near the bazaar. According to a tweet by reporter Nasim Wardak, "
        "seven soldiers were killed in Farkhar district on Friday.",
        '"Seven soldiers were killed in Farkhar district on Friday," Nasim Wardak, a reporter, '
        "tweeted. Shops stayed shut for hours.",
    ),
    "source": (
        "Nine civilians were killed in Warduj district on Friday, a security source said.",
        "Families buried their dead at dusk. A security source said nine civilians were killed in "
        "Warduj district on Friday.",
    ),
    "agency": (
        "Four traders were killed in Baharak district on Friday, Reuters reported.",
        "The road was closed by noon. Four traders were killed in Baharak district on Friday, "
        "according to Reuters.",
    ),
    "sides": (
        "The Taliban said they had killed 12 soldiers in Khwahan district on Friday.",
        "The defence ministry said 12 soldiers were killed in Khwahan district on Friday.",
        "Taliban spokesman Zabihullah Mujahid said 12 soldiers were killed in Khwahan district on "
        "Friday.",
        "A doctor at the hospital, Karim Sadat, said 12 soldiers were killed in Khwahan district "
        "on Friday.",
    ),
}


@cache
def dated() -> pl.DataFrame:
    """The texts read together, each as an outlet's article of the same day."""
    return read(
        {"id": f"{name} {at}", "text": text, "published_at": "2031-05-03", "source": f"Daily {at}"}
        for name, texts in TEXTS.items()
        for at, text in enumerate(texts)
    ).dated_claims


def origins(name: str) -> list[tuple[str | None, str, bool]]:
    """Origin, kind and interest of the figure in each text of a case."""
    told = dated().filter(pl.col("external_id").str.starts_with(name), harm="killed")
    return told.sort("external_id").select("origin_id", "origin_kind", "is_interested").rows()


def test_one_tweet_in_three_outlets_is_one_origin() -> None:
    assert origins("tweet") == [("person:nasim wardak", "person", False)] * 3


def test_two_outlets_that_cite_a_security_source_have_no_origin_that_counts() -> None:
    assert origins("source") == [(None, "vague", False)] * 2


def test_two_outlets_that_cite_one_agency_have_its_origin() -> None:
    assert origins("agency") == [("reuters", "outlet", False)] * 2


@pytest.mark.parametrize(
    ("at", "origin"),
    [
        pytest.param(0, ("taliban", "party", True), id="a party on its enemy's losses"),
        pytest.param(1, ("state-forces-afg", "party", False), id="a party on its own losses"),
        pytest.param(2, ("taliban", "party", True), id="its spokesman is the party"),
        pytest.param(3, ("person:karim sadat", "person", False), id="a doctor is no party"),
    ],
)
def test_who_is_a_party_is_known_and_has_one_origin(
    at: int, origin: tuple[str | None, str, bool]
) -> None:
    assert origins("sides")[at] == origin
