"""Takes texts of one of the measuring sets down the road, from records to dated claims."""

import json
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from pipelines.storage.lexicons import read_lexicons
from pipelines.storage.readers.documents import read_documents
from pipelines.transforms.events.dated_claims import date_claims
from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.articles import describe_articles
from pipelines.transforms.text.claims import find_claims
from pipelines.transforms.text.mentions import find_mentions
from pipelines.transforms.text.parts import mark_parts
from pipelines.transforms.text.sentences import split_sentences
from tests.story_search import find_stories

SETS = Path(__file__).parents[2] / "../shared/dev"


@dataclass(frozen=True)
class Reading:
    """The tables of the road; claims and dated_claims carry the records' own ids as external_id.

    A text that several records share stands once, under the ids' first.
    """

    articles: pl.DataFrame
    sentences: pl.DataFrame
    mentions: pl.DataFrame
    claims: pl.DataFrame
    stories: pl.DataFrame
    dated_claims: pl.DataFrame


def records(name: str) -> list[dict[str, object]]:
    """The rows of a set, for instance `muc_dev`."""
    with (SETS / f"{name}.jsonl").open() as lines:
        return [json.loads(line) for line in lines]


def read(rows: Iterable[Mapping[str, object]], lexicons: Lexicons | None = None) -> Reading:
    """Read rows of `id`, `text` and, where known, `published_at` and `title`."""
    words = lexicons or read_lexicons()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "set.jsonl"
        file.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))
        documents = read_documents([file]).documents
    parts = mark_parts(documents, words)
    articles = describe_articles(documents, parts, words)
    sentences = split_sentences(articles, parts, words)
    mentions = find_mentions(articles, sentences, words)
    claims = find_claims(articles, sentences, mentions, words)
    stories = find_stories(articles, parts, sentences)
    dated = date_claims(claims, stories, articles, sentences, words)
    ids = articles.select("article_id", "external_id")
    return Reading(
        articles,
        sentences,
        mentions,
        claims.join(ids, on="article_id", how="left", maintain_order="left"),
        stories,
        dated.join(ids, on="article_id", how="left", maintain_order="left"),
    )
