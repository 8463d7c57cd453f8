"""Things that a sentence says were hit, and things that it only names."""

import polars as pl
import pytest

from pipelines.storage.lexicons import read_lexicon
from pipelines.transforms.events.claims.things_hit import mark_things


def things_of(text: str) -> str | None:
    """What the sentence says was hit."""
    sentences = pl.DataFrame({"sentence_id": ["s"], "text": [text]})
    marked = mark_things(sentences.select("sentence_id"), sentences, read_lexicon("things"))
    return marked["things_hit"].item()


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("Mortar shells hit a crowded bus near Aldana, killing nine.", "bus"),
        ("Nine dead as rocket strikes market", "market"),
        ("Shelling of school and clinic kills four", "hospital,school"),
        ("A hospital was bombed on Friday and two nurses died.", "hospital"),
        ("Bus attack leaves six dead", "bus"),
        ("Rebels down army helicopter, killing eight", "helicopter"),
        ("Eight die in downing of transport plane", "plane"),
        ("An Il-76 was shot down by militants", "plane"),
        ("Gunmen opened fire on a wedding party in the village", "wedding"),
        ("Car bomb at mosque kills 12 worshippers", "mosque"),
        ("One killed as clinic came under artillery fire", "hospital"),
    ],
)
def test_what_was_hit(text: str, things: str) -> None:
    assert things_of(text) == things


@pytest.mark.parametrize(
    "text",
    [
        "Four wounded men were taken to a hospital in Aldana.",
        "A shell hit a house; the bus to the capital was late.",
        "Two soldiers who left by helicopter said the village was shelled.",
        "A woman died in hospital after the shelling of her street.",
        "Gunmen shot a teacher on his way to school.",
        "The army attacked the rebels while schools stayed closed.",
        "Troops moved the prisoners by train and bus.",
        "The plane landed safely.",
        "The market was closed after two days of fighting.",
        "Strikes on bank shares hit markets worldwide, the minister said.",
    ],
)
def test_what_was_only_named(text: str) -> None:
    assert things_of(text) is None
