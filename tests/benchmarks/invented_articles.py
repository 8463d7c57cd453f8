"""Invented articles of a news day's vocabulary: stories, their copies, rewrites and follow-ups."""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

import polars as pl

DAYS, VOCABULARY, NAMES, PLACES = 60, 40_000, 20_000, 3_000
LETTERS = "bdfgklmnprstvz"
VOWELS = "aeiou"
BOILERPLATE = (
    "This report was put together by our newsroom with the help of agencies and local partners.",
    "Officials of the ministry did not answer requests for comment before this went to press.",
    "The conflict has driven hundreds of thousands of people from their homes since it began.",
)
# How each article of a story is made from its first, and how many of a hundred are.
KINDS = {"copy": 20, "shortened": 8, "rewrite": 12, "paraphrase": 10, "follow_up": 20, "alone": 30}


@dataclass(frozen=True)
class Invented:
    """Articles as tables, and for each what it was made from: article_id, made_from, kind."""

    articles: pl.DataFrame
    article_parts: pl.DataFrame
    sentences: pl.DataFrame
    truth: pl.DataFrame


class Writer:
    """Draws words as a newspaper does: the n-th most frequent stands a share of 1/n."""

    def __init__(self, seed: int) -> None:
        self.draw = random.Random(seed)
        self.words = [self.word(number) for number in range(VOCABULARY)]
        self.weights = list(accumulate(1 / (rank + 8) for rank in range(VOCABULARY)))
        self.names = [self.word(number).title() for number in range(NAMES, NAMES + 50_000)]

    def word(self, number: int) -> str:
        """An invented word of its own for each number."""
        text = ""
        while number or len(text) < 4:
            number, at = divmod(number, len(LETTERS) * len(VOWELS))
            text += LETTERS[at % len(LETTERS)] + VOWELS[at // len(LETTERS)]
        return text

    def sentence(self, names: list[str]) -> list[str]:
        """Twelve to twenty-four words, two of them names of the story."""
        words = self.draw.choices(self.words, cum_weights=self.weights, k=self.draw.randint(12, 24))
        for name in self.draw.sample(names, 2):
            words[self.draw.randrange(len(words))] = name
        return words

    def reworded(self, words: list[str], share: float) -> list[str]:
        """The words with a share of them, names apart, put otherwise."""
        others = self.draw.choices(self.words, cum_weights=self.weights, k=len(words))
        return [
            other if word.islower() and self.draw.random() < share else word
            for word, other in zip(words, others, strict=True)
        ]

    def variant(self, kind: str, told: list[list[str]], names: list[str]) -> list[list[str]]:
        """Another article on what `told` tells."""
        if kind == "copy":
            return told
        if kind == "shortened":
            return told[: max(4, len(told) * 2 // 3)]
        if kind == "rewrite":
            return [self.reworded(words, 0.12) for words in told]
        if kind == "paraphrase":
            return [self.reworded(words, 0.4) for words in told]
        own = [self.sentence(names) for _ in range(self.draw.randint(7, 14))]
        return [own[0], told[1], *own[1:]] if kind == "follow_up" else own


def invent_articles(n_articles: int) -> Invented:
    """So many articles of sixty days; half are made from an article before them."""
    writer = Writer(3)
    draw, rows, lines = writer.draw, [], []
    places = writer.names[:PLACES]
    while len(rows) < n_articles:
        day = date(2031, 1, 1) + timedelta(days=draw.randrange(DAYS))
        names = [*draw.sample(writer.names, 6), *draw.sample(places, 3)]
        first = [writer.sentence(names) for _ in range(draw.randint(7, 14))]
        root = f"{len(rows):016x}"
        n_more = min(30, int(draw.expovariate(0.9)))
        kinds = [
            "first",
            *draw.choices(list(KINDS), cum_weights=list(accumulate(KINDS.values())), k=n_more),
        ]
        for kind in kinds:
            told = first if kind == "first" else writer.variant(kind, first, names)
            article_id, later = f"{len(rows):016x}", draw.randrange(3) * (kind != "first")
            rows.append((article_id, root, kind, day + timedelta(days=later)))
            texts = [" ".join(words).capitalize() + "." for words in told]
            if draw.random() < 0.3:
                texts.append(draw.choice(BOILERPLATE))
            lines.extend((article_id, number, text) for number, text in enumerate(texts))
    return as_tables(rows, lines)


def as_tables(
    rows: list[tuple[str, str, str, date]], lines: list[tuple[str, int, str]]
) -> Invented:
    """The tables that grouping stories reads."""
    told = pl.DataFrame(rows, ["article_id", "made_from", "kind", "day"], orient="row")
    articles = told.select(
        "article_id", published_on="day", published_on_method=pl.lit("metadata"),
        reference_on="day", reference_on_method=pl.lit("published"),
    )  # fmt: skip
    sentences = pl.DataFrame(
        lines,
        {"article_id": pl.String, "sentence_no": pl.Int32, "text": pl.String},
        orient="row",
    ).with_columns(
        part_no=pl.lit(0, pl.Int32),
        start=pl.lit(0, pl.Int32),
        quote_start=pl.lit(None, pl.Int32),
        quote_end=pl.lit(None, pl.Int32),
    )
    parts = told.select("article_id", part_no=pl.lit(0, pl.Int32), kind=pl.lit("body"))
    return Invented(articles, parts, sentences, told.drop("day"))
