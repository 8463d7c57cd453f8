"""Which claims speak of all of their place."""

import polars as pl
import pytest

from pipelines.transforms.events.claims.whole_places import mark_whole


def is_whole(text: str, name: str | None = "Kunar") -> bool:
    claims = pl.DataFrame(
        {"sentence_id": ["s"], "location_text": [name]}, schema_overrides={"location_text": str}
    )
    sentences = pl.DataFrame({"sentence_id": ["s"], "text": [text]})
    return mark_whole(claims, sentences)["is_whole"].item()


@pytest.mark.parametrize(
    "text",
    [
        "The militia now holds all of Kunar.",
        "All of Kunar is in the hands of the militia.",
        "The whole of Kunar fell within a week.",
        "The entire province of Kunar has been captured.",
        "Every district of Kunar is under militia control.",
        "All the remaining districts in Kunar have fallen to the militia.",
        "The militia controls Kunar province in its entirety.",
    ],
)
def test_all_of_a_province(text: str) -> None:
    assert is_whole(text)


@pytest.mark.parametrize(
    "text",
    [
        "The militia holds Kunar.",
        "Almost all of Kunar is in the hands of the militia.",
        "Nearly the whole of Kunar fell.",
        "Not all of Kunar has fallen.",
        "The militia holds all of Kunar except Nari.",
        "All of Kunar province, apart from two valleys, is in their hands.",
        "All of the fighters in Kunar laid down their arms.",
        "The militia holds most of Kunar.",
    ],
)
def test_not_all_of_a_province(text: str) -> None:
    assert not is_whole(text)


def test_a_claim_without_a_place_speaks_of_all_of_none() -> None:
    assert not is_whole("They hold all of it.", None)
