"""The text half, documents to claims, against one bare Aho-Corasick pass: python <this file>.

The yardstick looks for the same phrases in the same bytes in the same run. Prints megabytes a
second of both, their ratio and each stage's share, for ordinary news (one article in six tells of
conflict) and for dense text (every one does), of invented sentences; or for a file of records with
`text`: --texts FILE. --names N fills the gazetteer up to N names with invented ones. The ratio by
the clock gains from several cores, which the bare pass has no use for, and suffers where others
work on the machine; the one by processor time does neither.
"""

import argparse
import itertools
import json
import random
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import polars as pl

from pipelines.storage.lexicons import read_lexicons
from pipelines.transforms.ids import hash_id
from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.articles import describe_articles
from pipelines.transforms.text.claims import find_claims
from pipelines.transforms.text.grammar.matching import fold, shadow
from pipelines.transforms.text.mentions import find_mentions, phrases
from pipelines.transforms.text.parts import mark_parts
from pipelines.transforms.text.sentences import split_sentences
from schemas.text import Documents

# Articles for a full batch on each of two cores.
ARTICLES, SENTENCES, RUNS = 8_000, 24, 3
T = TypeVar("T")
SYLLABLES = ("ba", "dor", "ka", "lin", "mur", "na", "osh", "per", "qal", "rit", "sa", "tol", "zir")
CONFLICT = (
    "At least {n} civilians were killed and {m} others wounded when rockets hit Newtown on Friday.",
    "Rebels took over the district of Oldham after two days of fighting, officials said.",
    "“We have recaptured the town,” a spokesman for the army told reporters in Kabul.",
    "The death toll rose to {n} after a suicide bombing near a mosque, according to the police.",
    "Around {m} Taliban fighters and a captain were killed or injured in an ambush in Ghazni.",
)
ORDINARY = (
    "The council will discuss the budget for {n} new schools and several bridges next month.",
    "Her second novel, about a family of bakers in a small harbour, sold {m} copies in a year.",
    "Shares of the company rose by {n} percent in early trade before giving up their gains.",
    "The coach praised his young players, who had trained through a long and rainy winter.",
    "Visitors come for the old market, the gardens by the river and the festival of lanterns.",
    "Researchers say the new method is cheaper and could be used in most laboratories.",
)


def invented(share: float) -> list[str]:
    """Articles, a share of which tells of conflict in every second sentence."""
    draw = random.Random(7)
    texts = []
    for _ in range(ARTICLES):
        is_told = draw.random() < share
        kinds = (
            CONFLICT if is_told and draw.random() < 0.5 else ORDINARY for _ in range(SENTENCES)
        )
        lines = [
            draw.choice(k).format(n=draw.randint(2, 90), m=draw.randint(2, 900)) for k in kinds
        ]
        texts.append("\n\n".join(" ".join(lines[at : at + 3]) for at in range(0, SENTENCES, 3)))
    return texts


def as_documents(texts: list[str]) -> pl.DataFrame:
    """The contract Documents for texts of 7 March 2031."""
    ids = [hash_id(text) for text in texts]
    given = pl.DataFrame({"article_id": ids, "text": texts}).unique("article_id")
    known = {
        "document_id": "article_id", "article_id": "article_id", "location": "article_id",
        "uri": "article_id", "text": "text",
    }  # fmt: skip
    stated = {"published_at": "2031-03-07", "language": "en", "is_current": True}
    dtypes = {name: column.dtype.type for name, column in Documents.to_schema().columns.items()}
    return given.sort("article_id").select(
        (pl.col(known[name]) if name in known else pl.lit(stated.get(name), dtype)).alias(name)
        for name, dtype in dtypes.items()
    )


def with_names(lexicons: Lexicons, n_names: int) -> Lexicons:
    """The lexicons with so many place names that the gazetteer holds n_names."""
    draw = random.Random(11)
    known = lexicons.place_names
    made = {"".join(draw.choices(SYLLABLES, k=draw.randint(3, 6))) for _ in range(n_names)}
    made -= set(known["phrase"])
    added = pl.DataFrame({"phrase": sorted(made)[: max(0, n_names - known.height)]})
    rows = added.select(
        pl.lit(known[0, name], dtype).alias(name) if name != "phrase" else pl.col("phrase")
        for name, dtype in known.schema.items()
    )
    return replace(lexicons, place_names=pl.concat([known, rows]))


def stages(documents: pl.DataFrame, lexicons: Lexicons) -> dict[str, float]:
    """Seconds of each stage of the text half."""
    marks = [("", time.perf_counter())]

    def mark(name: str, frame: pl.DataFrame) -> pl.DataFrame:
        marks.append((name, time.perf_counter()))
        return frame

    parts = mark("article_parts", mark_parts(documents, lexicons))
    articles = mark("articles", describe_articles(documents, parts, lexicons))
    sentences = mark("sentences", split_sentences(articles, parts, lexicons))
    mentions = mark("mentions", find_mentions(articles, sentences, lexicons))
    mark("claims", find_claims(articles, sentences, mentions, lexicons))
    pairs = itertools.pairwise(marks)
    return {name: end - begin for (_, begin), (name, end) in pairs}


def timed(run: Callable[[], T]) -> tuple[float, float, T]:
    """How long one call takes by the clock and in processor time, and what it gives."""
    began, began_cpu = time.perf_counter(), time.process_time()
    given = run()
    return time.perf_counter() - began, time.process_time() - began_cpu, given


def measure(name: str, texts: list[str], lexicons: Lexicons) -> None:
    """Print one line: the best of some runs, taken in turns."""
    documents = as_documents(texts)
    sought = (" " + phrases(lexicons)["phrase"].unique()).implode()
    lowered = documents.select(shadow(fold(pl.col("text"))))
    size = documents["text"].str.len_bytes().sum() / 1e6
    bare, halves = [], []
    for _ in range(RUNS):
        bare.append(timed(lambda: lowered.select(pl.all().str.find_many(sought)).height))
        halves.append(timed(lambda: stages(documents, lexicons)))
    bare_clock, bare_cpu = (min(run[at] for run in bare) for at in (0, 1))
    clock, _, spent_by = min(halves, key=lambda half: half[0])
    cpu = min(cpu for _, cpu, _ in halves)
    shares = ", ".join(f"{stage} {spent / clock:.0%}" for stage, spent in spent_by.items())
    print(
        f"{name}: {size:.1f} MB, bare pass {size / bare_clock:.0f} MB/s, text half "
        f"{size / clock:.2f} MB/s, ratio {bare_clock / clock:.3f}, by processor time "
        f"{bare_cpu / cpu:.3f} ({shares})",
        flush=True,
    )


def main() -> None:
    """Print one line for each kind of text."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, help="JSON Lines with `text`.")
    parser.add_argument("--names", type=int, default=200_000)
    asked = parser.parse_args()
    lexicons = with_names(read_lexicons(), asked.names)
    if asked.texts:
        with asked.texts.open() as lines:
            measure(asked.texts.stem, [json.loads(line)["text"] for line in lines], lexicons)
        return
    for name, share in (("ordinary", 1 / 6), ("dense", 1.0)):
        measure(name, invented(share), lexicons)


if __name__ == "__main__":
    main()
