"""Texts of our own whose answers were written before they were read."""

import pytest

from tests.held_out import Answer, judge, read_corpus

# Each class with the least number of texts that it holds.
CLASSES = {"times": 50, "voices": 50, "non-events": 50, "casualties": 10}


@pytest.fixture(scope="module")
def answers() -> list[Answer]:
    return judge(read_corpus())


@pytest.mark.parametrize("name", CLASSES)
def test_texts_are_read_as_they_were_answered(name: str, answers: list[Answer]) -> None:
    held = [one for one in answers if one.row["class"] == name and not one.row.get("missed")]
    misses = [one.told() for one in held if not one.is_right]
    assert len(held) >= CLASSES[name]
    assert not misses, "\n" + "\n".join(misses)


def test_a_miss_that_is_mended_is_marked_no_longer(answers: list[Answer]) -> None:
    mended = [one.told() for one in answers if one.row.get("missed") and one.is_right]
    assert not mended, "\n" + "\n".join(mended)
