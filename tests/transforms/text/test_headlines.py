"""Short, terse text: bare headlines and flashes of a wire, with twins that tell of no event."""

import pytest

from tests.chain import ask
from tests.headlines import Reading, judge, read_corpus

ask(str(row["text"]) for row in read_corpus())


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    return judge(read_corpus())


def test_the_corpus_has_events_and_twins() -> None:
    rows = read_corpus()
    assert len({row["text"] for row in rows}) == len(rows) >= 350
    assert sum(not row["claims"] for row in rows) >= 210


@pytest.mark.parametrize("is_event", [True, False])
def test_headlines_are_read_as_they_were_answered(is_event: bool, readings: list[Reading]) -> None:
    held = [one for one in readings if bool(one.row["claims"]) == is_event]
    misses = [one.told() for one in held if not one.row.get("missed") and not one.is_right]
    assert not misses, "\n" + "\n".join(misses)


def test_few_headlines_are_known_to_be_missed(readings: list[Reading]) -> None:
    missed = [one for one in readings if one.row.get("missed")]
    assert len(missed) <= 0.1 * len(readings)


def test_a_miss_that_is_mended_is_marked_no_longer(readings: list[Reading]) -> None:
    mended = [one.told() for one in readings if one.row.get("missed") and one.is_right]
    assert not mended, "\n" + "\n".join(mended)
