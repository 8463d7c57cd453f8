"""Stories end to end: copies, rewrites, paraphrases, follow-ups and other reports of three events.

tests/corpus/stories.jsonl: `story` is what the articles of one text share, `kind` how each was made
from the original; `text` is a list of paragraphs. One paraphrase has no date.
"""

import json
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from tests.measures.linking import Agreement
from tests.measures.reading import read

CORPUS = Path(__file__).parents[2] / "corpus" / "stories.jsonl"
ROWS = [json.loads(line) for line in CORPUS.read_text().splitlines()]
REASONS = {
    "exact": "exact", "shortened": "copy", "rewrite": "rewrite", "paraphrase": "paraphrase",
    "follow_up": None, "other": None,
}  # fmt: skip


@cache
def told() -> dict[str, dict[str, object]]:
    """The story of each article by its id in the corpus."""
    given = [row | {"text": "\n\n".join((row["title"], *row["text"]))} for row in ROWS]
    reading = read(given)
    ids = reading.articles.select("article_id", "external_id")
    return {
        row["external_id"]: row for row in reading.stories.join(ids, on="article_id").to_dicts()
    }


def test_pairs_of_one_text_share_a_story_and_others_do_not() -> None:
    right = wrong = missed = 0
    for one, other in combinations(ROWS, 2):
        is_one = one["story"] == other["story"]
        is_linked = told()[one["id"]]["story_id"] == told()[other["id"]]["story_id"]
        right, wrong, missed = (
            right + (is_one and is_linked),
            wrong + (is_linked and not is_one),
            missed + (is_one and not is_linked),
        )
    score = Agreement(right, wrong, missed)
    assert score.precision == 1.0
    assert score.recall == 1.0


@pytest.mark.parametrize("kind", REASONS)
def test_the_reason_says_how_the_text_was_made(kind: str) -> None:
    found = {told()[row["id"]]["story_reason"] for row in ROWS if row["kind"] == kind}
    assert found == {REASONS[kind]}


def test_an_article_of_a_story_without_a_date_takes_that_of_the_original() -> None:
    undated = next(row for row in ROWS if row["published_at"] is None)
    assert str(told()[undated["id"]]["known_on"]) == "2031-05-05"
