"""What finding stories remembers changes nothing, whatever articles come, go or change."""

import random
from collections.abc import Mapping
from datetime import date, timedelta

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.storage.door import enforce
from pipelines.storage.lake import Lake
from pipelines.transforms.events.copies import candidates
from pipelines.transforms.events.copies.story_memory import StoryMemory
from pipelines.transforms.ids import hash_id
from tests.story_search import NOTHING, search_stories

Article = tuple[tuple[str, ...], date | None]
START = date(2031, 4, 1)
N_WORDS, N_SENTENCES, SENTENCE_WORDS = 400, 24, 14


def made_up_sentences() -> list[str]:
    """Sentences of invented words; the later half are the earlier ones with some words changed."""
    draw = random.Random(7)
    words = ["".join(draw.choices("abdeiklmnorstu", k=7)) for _ in range(N_WORDS)]
    told = [draw.sample(words, SENTENCE_WORDS) for _ in range(N_SENTENCES // 2)]
    retold = [[*own[:10], *draw.sample(words, SENTENCE_WORDS - 10)] for own in told]
    return [f"{' '.join(own).capitalize()}." for own in [*told, *retold]]


SENTENCES = made_up_sentences()
texts = st.one_of(
    # Runs of neighbours make copies, shortened copies and, in the later half, rewrites.
    st.builds(
        lambda at, n: SENTENCES[at : at + n], st.integers(0, N_SENTENCES - 6), st.integers(2, 6)
    ),
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6),
)
days = st.one_of(st.none(), st.integers(0, 20).map(lambda n: START + timedelta(days=n)))
articles = st.builds(lambda text, day: (tuple(text), day), texts, days)
changes = st.dictionaries(
    st.sampled_from("abcdefghijkl"), st.one_of(st.none(), articles), min_size=1, max_size=9
)


def read(told: Mapping[str, Article]) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """Articles, their one part each, and sentences, as far as finding stories reads them."""
    ids = {name: hash_id(f"article {name}") for name in told}
    rows = [(ids[name], day, "metadata", day, "text") for name, (_, day) in told.items()]
    lines = [
        (ids[name], number, 0, 0, text, None, None)
        for name, (texts, _) in told.items()
        for number, text in enumerate(texts)
    ]
    parts = [(own, 0, "body") for own in ids.values()]
    return (
        pl.DataFrame(
            rows,
            {
                "article_id": pl.String, "published_on": pl.Date, "published_on_method": pl.String,
                "reference_on": pl.Date, "reference_on_method": pl.String,
            },
            orient="row",
        ),
        pl.DataFrame(
            parts, {"article_id": pl.String, "part_no": pl.Int32, "kind": pl.String}, orient="row"
        ),
        pl.DataFrame(
            lines,
            {
                "article_id": pl.String, "sentence_no": pl.Int32, "part_no": pl.Int32,
                "start": pl.Int32, "text": pl.String, "quote_start": pl.Int32,
                "quote_end": pl.Int32,
            },
            orient="row",
        ),
    )  # fmt: skip


def frames(memory: StoryMemory) -> dict[str, list[tuple[object, ...]]]:
    """The rows of a memory, whatever their order; how common a stem is may be known too low."""
    rows = {
        name: sorted(enforce(name, frame).rows(), key=repr) for name, frame in vars(memory).items()
    }
    return {name: own for name, own in rows.items() if name != "common_stems"}


@settings(max_examples=12, deadline=None, derandomize=True)
@given(runs=st.lists(changes, min_size=2, max_size=5))
def test_any_runs_end_as_one_run_that_remembers_nothing(
    runs: list[Mapping[str, Article | None]],
) -> None:
    known: dict[str, Article] = {}
    memory = NOTHING
    with pytest.MonkeyPatch.context() as patched:
        # Few articles must do: a stem of more than three of them is common.
        patched.setattr(candidates, "COMMONEST_STEM", 3)
        for change in runs:
            known |= {name: article for name, article in change.items() if article}
            known = {name: own for name, own in known.items() if change.get(name, own)}
            tables = read(known)
            stories, memory = search_stories(*tables, memory=memory)
        whole, anew = search_stories(*tables)
        assert stories.rows() == whole.rows()
        assert frames(memory) == frames(anew)


def test_the_runs_above_find_stories_of_all_kinds() -> None:
    runs = {
        "a": (tuple(SENTENCES[:6]), START),
        "b": (tuple(SENTENCES[:6]), START),
        "c": (tuple(SENTENCES[12:18]), START + timedelta(days=1)),
    }
    stories, memory = search_stories(*read(runs))
    assert set(stories["story_reason"].drop_nulls()) == {"exact", "rewrite"}
    assert memory.rare_word_pairs.height > 0


def test_a_memory_of_other_rules_or_of_half_a_run_is_forgotten(tmp_path) -> None:
    lake = Lake(tmp_path)
    tables = read({name: (tuple(SENTENCES[:6]), START) for name in "ab"})
    remembered = vars(search_stories(*tables)[1])
    lake.remember(remembered, "rules")
    assert lake.recall(remembered, "rules")["judged_pairs"].height == 1
    assert lake.recall(remembered, "other rules")["judged_pairs"].is_empty()
    stamp = lake.stamp("judged_pairs")
    lake.remember({"shared_keys": remembered["shared_keys"]}, "rules")
    assert lake.stamp("judged_pairs") == stamp
    assert all(frame.is_empty() for frame in lake.recall(remembered, "rules").values())
