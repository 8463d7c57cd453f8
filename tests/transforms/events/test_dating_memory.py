"""What dating claims remembers changes nothing, whatever articles come, go, change or move."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from pipelines.storage.door import enforce
from pipelines.transforms.events.dated_claims import date_claims
from pipelines.transforms.events.dating_memory import DatingMemory, redate_claims
from pipelines.transforms.ids import hash_id
from schemas.registry import contract
from tests.builders import frame
from tests.transforms.events.test_dated_claims import CLAIM, LEXICONS

START = date(2031, 5, 1)
NAMES = "abcdef"
NOTHING = DatingMemory(contract("dated_articles").empty(), contract("dated_claims").empty())


@dataclass(frozen=True)
class Article:
    """An article: whose story it tells, when, by which publisher, and the numbers it gives."""

    original: str
    day: int | None
    publisher: str | None
    numbers: tuple[int, ...]


articles = st.builds(
    Article,
    original=st.sampled_from(NAMES),
    day=st.one_of(st.none(), st.integers(0, 9)),
    publisher=st.sampled_from([None, "Zarkhel Times", "Valley Post"]),
    numbers=st.lists(st.integers(1, 3), max_size=3).map(tuple),
)
changes = st.dictionaries(
    st.sampled_from(NAMES), st.one_of(st.none(), articles), min_size=1, max_size=4
)


def read(known: Mapping[str, tuple[Article, int]]) -> dict[str, pl.DataFrame]:
    """The frames that dating reads; an article lies in the file of the run that brought it."""
    ids = {name: hash_id(f"article {name}") for name in NAMES}
    stories = [
        {
            "article_id": ids[name],
            # A story is named after an article that is there.
            "story_id": f"s_{ids[told.original if told.original in known else name]}",
            "reference_on": None if told.day is None else START + timedelta(days=told.day),
            "known_on": None if told.day is None else START + timedelta(days=told.day),
        }
        for name, (told, _) in known.items()
    ]
    claims = [
        CLAIM
        | {"claim_id": hash_id(f"{name} {at}"), "article_id": ids[name], "evidence_start": at,
           "sentence_id": f"{ids[name]}.0000", "harm": "killed"}
        | dict.fromkeys(("value_low", "value_best", "value_high"), number)
        for name, (told, _) in known.items()
        for at, number in enumerate(told.numbers)
    ]  # fmt: skip
    sentences = [
        {"article_id": ids[name], "sentence_id": f"{ids[name]}.0000", "is_title": False,
         "start": 0, "end": 90}
        for name in known
    ]  # fmt: skip
    published = [
        {"article_id": ids[name], "publisher": told.publisher} for name, (told, _) in known.items()
    ]
    files = [f"2031-05-01/{run:06}.parquet" for _, run in known.values()]
    return {
        "claims": frame("claims", *claims).lazy(),
        "stories": frame("stories", *stories),
        "articles": frame("articles", *published)
        .with_columns(file=pl.Series(files, dtype=pl.String))
        .lazy(),
        "sentences": frame("sentences", *sentences).lazy(),
    }


@settings(max_examples=40, deadline=None, derandomize=True)
@given(runs=st.lists(changes, min_size=2, max_size=5))
def test_any_runs_end_as_one_run_that_remembers_nothing(
    runs: list[Mapping[str, Article | None]],
) -> None:
    known: dict[str, tuple[Article, int]] = {}
    memory = NOTHING
    for number, change in enumerate(runs):
        known |= {name: (article, number) for name, article in change.items() if article}
        known = {name: own for name, own in known.items() if change.get(name, own)}
        read_now = read(known)
        memory = redate_claims(**read_now, lexicons=LEXICONS, memory=memory)
    enforce("dated_articles", memory.dated_articles)
    assert_frame_equal(memory.dated_claims, date_claims(**read_now, lexicons=LEXICONS))


def test_claims_of_stories_that_stay_as_they_were_are_not_read_again() -> None:
    told = {name: (Article("a", 3, "Valley Post", (2,)), 0) for name in "ab"}
    before = redate_claims(**read(told), lexicons=LEXICONS, memory=NOTHING)
    now = read(told | {"c": (Article("c", 4, None, (1,)), 1)})
    now["claims"] = now["claims"].filter(pl.col("article_id") == hash_id("article c"))
    after = redate_claims(**now, lexicons=LEXICONS, memory=before)
    assert after.dated_claims.height == 3
