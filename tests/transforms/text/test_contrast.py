"""Contrast pairs: an event is read, its near twin that is none gives nothing."""

import pytest

from tests.chain import ask
from tests.contrast import Verdict, judge, read_corpus

FLOOR = 0.97

ask(str(row["text"]) for row in read_corpus())


@pytest.fixture(scope="module")
def verdicts() -> list[Verdict]:
    return judge(read_corpus())


def misses(verdicts: list[Verdict]) -> str:
    return "\n" + "\n".join(one.told() for one in verdicts if not one.is_right)


def test_every_pair_has_an_event_and_a_twin() -> None:
    pairs: dict[object, set[bool]] = {}
    for row in read_corpus():
        pairs.setdefault(row["pair"], set()).add(bool(row["claims"]))
    assert len(read_corpus()) >= 420
    assert all(kinds == {True, False} for kinds in pairs.values())


def test_a_twin_that_is_no_event_gives_none(verdicts: list[Verdict]) -> None:
    twins = [one for one in verdicts if not one.is_event]
    assert all(one.is_right for one in twins), misses(twins)


def test_events_are_read_as_they_are_told(verdicts: list[Verdict]) -> None:
    events = [one for one in verdicts if one.is_event]
    n_right = sum(one.is_right for one in events)
    assert n_right >= FLOOR * len(events), f"{n_right} of {len(events)}:{misses(events)}"
