"""Words that are signs: the lexicon's spelling of them, and the patterns made of it."""

from pathlib import Path

import polars as pl
import pytest

from pipelines.storage.door import ContractError
from pipelines.storage.lexicons import read_lexicon
from pipelines.transforms.text.grammar.signs import fill, sign_words
from schemas.vocab import SIGNS
from tests.builders import frame, lexicons

WORDS = sign_words(
    lexicons(
        signs=frame(
            "lexicon_signs",
            {"phrase": "drug traffick*", "sign": "drugs"},
            {"phrase": "hashish", "sign": "drugs"},
            {"phrase": "mayor", "sign": "notable"},
        )
    )
)


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("They seized hashish.", True),
        ("HASHISH and more", True),
        ("of drug-trafficking", True),
        ("a drug trafficker's house", True),
        ("hashishin", False),
        ("prodrug trafficking", False),
        ("drugs", False),
    ],
)
def test_words_are_whole_and_an_asterisk_is_any_ending(text: str, is_told: bool) -> None:
    assert pl.select(pl.lit(text).str.contains(WORDS["drugs"])).item() is is_told


@pytest.mark.parametrize(
    ("text", "is_told"), [("the late Mayor died", True), ("the mayoral race", False)]
)
def test_a_pattern_speaks_of_signs(text: str, is_told: bool) -> None:
    pattern = fill(r"(?i)^the (?:late )?<notable>", WORDS)
    assert pl.select(pl.lit(text).str.contains(pattern)).item() is is_told


def test_a_pattern_of_a_sign_without_words_is_refused() -> None:
    with pytest.raises(KeyError, match="court"):
        fill("<court>", WORDS)


def test_every_sign_has_words_told_once() -> None:
    signs = read_lexicon("signs")
    assert set(signs["sign"]) == set(SIGNS)
    assert signs.filter(signs.is_duplicated()).is_empty()


@pytest.mark.parametrize("row", ["hashish,medicine", "Hash*ish,drugs", "[a-z],drugs"])
def test_a_bad_row_is_refused_with_its_rule(row: str, tmp_path: Path) -> None:
    (tmp_path / "signs.csv").write_text(f"phrase,sign\n{row}\n")
    with pytest.raises(ContractError, match=r"isin|str_matches"):
        read_lexicon("signs", own=tmp_path)
