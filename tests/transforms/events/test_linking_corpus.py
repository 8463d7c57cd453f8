"""Linking end to end, on 121 articles on 31 events of three conflicts."""

from dataclasses import replace
from functools import cache

import polars as pl
import pytest

from tests.chain import lexicons
from tests.measures.linking import agree, articles, events_of_articles, read_corpus

ROWS = articles()
CONSTANTS = lexicons().constants


@cache
def dated() -> pl.DataFrame:
    """The corpus, read once."""
    return read_corpus(ROWS)


@cache
def f1(moved: str = "", by: int = 0) -> float:
    """Pairwise agreement with the corpus, with one constant moved."""
    value = pl.when(pl.col("name") == moved).then(pl.col("value") + by).otherwise("value")
    moved_words = replace(lexicons(), constants=CONSTANTS.with_columns(value=value))
    return agree(events_of_articles(dated(), ROWS, moved_words), ROWS).f1


def test_the_corpus_is_large_and_hard_enough() -> None:
    assert len(ROWS) >= 120
    assert len({row["event"] for row in ROWS if row["event"]}) >= 30
    assert sum(row["published_at"] is None for row in ROWS) >= 4


def test_reports_of_one_event_are_linked() -> None:
    assert f1() >= 0.95


@pytest.mark.parametrize("name", CONSTANTS["name"].to_list())
def test_no_constant_decides_alone(name: str) -> None:
    value = CONSTANTS.filter(name=name)["value"][0]
    step = max(1, round(value / 10))
    for by in (-step, step):
        assert abs(f1(name, by) - f1()) <= 0.03, f"{name} moved by {by}"


def test_any_order_of_arrival_gives_the_same_events() -> None:
    known = events_of_articles(dated(), ROWS, lexicons())
    shuffled = dated().sample(fraction=1.0, shuffle=True, seed=3)
    assert events_of_articles(shuffled, ROWS, lexicons()) == known
