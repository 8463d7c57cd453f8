"""Sentences in the style of reporting, on many conflicts: what they tell is read, and no more."""

import pytest

from tests.chain import ask
from tests.reporting import SETS, Outcome, judge, read_corpus

# Of the sentences of a set, the share that must be read right to the last claim.
FLOORS = {
    "reporting_1": 0.88,
    "reporting_2": 0.85,
    "reporting_3": 0.85,
    "reporting_4": 0.9,
    "passages": 0.97,
}
# Of all claims read, how few may say what nobody told.
WRONG = 0.05

ask(str(row["text"]) for name in SETS for row in read_corpus(name))


@pytest.fixture(scope="module")
def outcomes() -> dict[str, list[Outcome]]:
    """The outcomes of each set; all sets share one reading."""
    sets = {name: read_corpus(name) for name in SETS}
    judged = iter(judge([row for rows in sets.values() for row in rows]))
    return {name: [next(judged) for _ in rows] for name, rows in sets.items()}


def misses(outcomes: list[Outcome]) -> str:
    return "\n" + "\n".join(one.told() for one in outcomes if not one.is_right)


@pytest.mark.parametrize("name", SETS)
def test_reporting_is_read_as_it_is_told(name: str, outcomes: dict[str, list[Outcome]]) -> None:
    mine = outcomes[name]
    assert sum(one.is_right for one in mine) >= FLOORS[name] * len(mine), misses(mine)


@pytest.mark.parametrize("name", SETS)
def test_little_is_read_that_nobody_told(name: str, outcomes: dict[str, list[Outcome]]) -> None:
    mine = outcomes[name]
    n_read = sum(len(one.row["claims"]) - len(one.unread) + len(one.unwanted) for one in mine)
    assert sum(len(one.unwanted) for one in mine) <= WRONG * n_read, misses(mine)
