"""Sentences on who did it to whom, where and when, and sentences that tell of no event."""

import pytest

from tests.chain import ask
from tests.directions import SETS, Outcome, judge, read_corpus

ask(str(row["text"]) for name in SETS for row in read_corpus(name))


@pytest.fixture(scope="module")
def outcomes() -> list[Outcome]:
    """The outcomes of all sets, in one reading."""
    return judge([row for name in SETS for row in read_corpus(name)])


def test_sentences_are_read_as_they_were_answered(outcomes: list[Outcome]) -> None:
    held = [one for one in outcomes if not one.row.get("missed")]
    misses = [one.told() for one in held if not one.is_right]
    assert len(held) >= 180
    assert not misses, "\n" + "\n".join(misses)


def test_a_miss_that_is_mended_is_marked_no_longer(outcomes: list[Outcome]) -> None:
    mended = [one.told() for one in outcomes if one.row.get("missed") and one.is_right]
    assert not mended, "\n" + "\n".join(mended)
