"""Reading mentions against one bare Aho-Corasick pass over the same text: python <this file>.

Prints megabytes a second of both and their ratio, for ordinary news (one sentence in twelve tells
of conflict) and for dense text (every second one does). Text is made of invented sentences.
"""

import random
import time
from collections.abc import Callable

import polars as pl

from pipelines.storage.lexicons import read_lexicons
from pipelines.transforms.text.matching import fold, shadow
from pipelines.transforms.text.mentions import find_mentions

ARTICLES, SENTENCES = 4_000, 24
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


def make_articles(share: float) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Articles and sentences, in which a share of the articles tells of conflict throughout."""
    draw = random.Random(7)
    rows, texts = [], []
    for number in range(ARTICLES):
        article_id, start, lines = f"{number:016x}", 0, []
        is_told = draw.random() < share
        for line_no in range(SENTENCES):
            kind = CONFLICT if is_told and draw.random() < 0.5 else ORDINARY
            text = draw.choice(kind).format(n=draw.randint(2, 90), m=draw.randint(2, 900))
            rows.append((article_id, f"{article_id}.{line_no:04}", start, kind is CONFLICT, text))
            lines.append(text)
            start += len(text) + 1
        texts.append((article_id, "\n".join(lines)))
    articles = pl.DataFrame(texts, schema=["article_id", "text"], orient="row")
    names = ["article_id", "sentence_id", "start", "has_trigger", "text"]
    sentences = pl.DataFrame(rows, schema=names, orient="row").with_columns(
        pl.col("start").cast(pl.Int32),
        end=(pl.col("start") + pl.col("text").str.len_chars()).cast(pl.Int32),
        sentence_no=pl.col("sentence_id").str.slice(-4).cast(pl.Int32),
        part_no=pl.lit(0, pl.Int32),
        is_title=pl.lit(False),
        quote_no=pl.lit(None, pl.Int32),
    )
    return articles, sentences


def seconds(run: Callable[[], object]) -> float:
    """The best of three runs."""
    times = []
    for _ in range(3):
        began = time.perf_counter()
        run()
        times.append(time.perf_counter() - began)
    return min(times)


def main() -> None:
    """Print one line for each kind of text."""
    lexicons = read_lexicons()
    phrases = (" " + lexicons.words["phrase"]).implode()
    for name, share in (("ordinary", 1 / 6), ("dense", 1.0)):
        articles, sentences = make_articles(share)
        size = articles["text"].str.len_bytes().sum() / 1e6
        lowered = sentences.select(shadow(fold(pl.col("text"))))
        bare = seconds(lambda text=lowered: text.select(pl.all().str.find_many(phrases)))
        whole = seconds(lambda a=articles, s=sentences: find_mentions(a, s, lexicons))
        print(
            f"{name}: {size:.1f} MB, bare pass {size / bare:.0f} MB/s, "
            f"mentions {size / whole:.0f} MB/s, ratio {bare / whole:.2f}"
        )


if __name__ == "__main__":
    main()
