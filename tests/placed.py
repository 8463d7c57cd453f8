"""Reads the places of a test's own texts, an article each, all in one go."""

from dataclasses import dataclass

import polars as pl

from pipelines.transforms.ids import hash_id
from pipelines.transforms.text.places.places import PlaceReading, read_places
from tests.chain import lexicons

# An article: its one sentence, or its sentences.
Article = str | tuple[str, ...]


@dataclass(frozen=True)
class Placed:
    """What read_places gives for some articles."""

    reading: PlaceReading

    def of(self, article: Article, table: str = "places") -> pl.DataFrame:
        """The rows of one article in one of the tables."""
        return getattr(self.reading, table).filter(article_id=hash_id(text_of(article)))

    def ids(self, article: Article) -> dict[str, str | None]:
        """entity_id by text of the article's places."""
        return dict(self.of(article).select("text", "entity_id").iter_rows())


def text_of(article: Article) -> str:
    """The article's text, a blank between each two sentences."""
    return article if isinstance(article, str) else " ".join(article)


def read_placed(articles: list[Article]) -> Placed:
    """Read the articles, of which two may be the same."""
    return Placed(read_places(*frames(list(dict.fromkeys(articles))), lexicons()))


def frames(articles: list[Article]) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The articles and their sentences, in the columns that places are read from."""
    texts, rows = [], []
    for article in articles:
        text, start = text_of(article), 0
        texts.append({"article_id": hash_id(text), "text": text})
        for number, sentence in enumerate((article,) if isinstance(article, str) else article):
            sentence_id = f"{hash_id(text)}.{number:04}"
            rows.append((hash_id(text), sentence_id, start, sentence))
            start += len(sentence) + 1
    strings = {"article_id": pl.String, "text": pl.String}
    schema = {"article_id": pl.String, "sentence_id": pl.String, "start": pl.Int32}
    return (
        pl.DataFrame(texts, schema=strings),
        pl.DataFrame(rows, schema=schema | {"text": pl.String}, orient="row"),
    )
