"""Numbers in place of text ids, and of the kinds of mentions, while a stage joins its own tables.

A join, sort or window on a number costs a fraction of one on a text of twenty letters, and so does
asking for a few kinds of many.
"""

from dataclasses import dataclass

import polars as pl

from schemas import vocab

# In the order of the alphabet, as texts sort.
KIND = pl.Enum(sorted(vocab.MENTION_KINDS))
# More sentences than any article has: number = article's number * this + sentence_no.
SENTENCE_STRIDE = 1_000_000


@dataclass(frozen=True)
class RowNumbers:
    """The ids of some articles and sentences, with the number that stands for each.

    Numbers are in the order of the ids, so that sorting by one is sorting by the other.
    """

    articles: pl.DataFrame
    sentences: pl.DataFrame

    def shorten(self, frame: pl.DataFrame) -> pl.DataFrame:
        """Articles, sentences or mentions with numbers as article_id, sentence_id, mention_id; the
        kinds of mentions are of the type KIND."""
        if "sentence_id" in frame.columns:
            numbered = swap(frame, self.sentences, "sentence_id", "sentence_number").with_columns(
                article_id=pl.col("sentence_id") // SENTENCE_STRIDE
            )
        else:
            numbered = swap(frame, self.articles, "article_id", "article_number")
        if "mention_id" in frame.columns:
            numbered = numbered.with_columns(
                mention_id=pl.int_range(pl.len()), kind=pl.col("kind").cast(KIND)
            )
        return numbered

    def restore(self, frame: pl.DataFrame) -> pl.DataFrame:
        """The frame with the ids in place of their numbers."""
        named = swap(frame, self.articles, "article_number", "article_id", "article_id")
        return swap(named, self.sentences, "sentence_number", "sentence_id", "sentence_id")


def number_rows(articles: pl.DataFrame, sentences: pl.DataFrame) -> RowNumbers:
    """Number the ids of articles and sentences (article_id; sentence_id, sentence_no)."""
    numbered = (
        articles.select("article_id")
        .sort("article_id")
        .with_row_index("article_number")
        .with_columns(pl.col("article_number").cast(pl.Int64))
    )
    lines = sentences.select("article_id", "sentence_id", "sentence_no").join(
        numbered, on="article_id", maintain_order="left"
    )
    return RowNumbers(
        numbered,
        lines.select(
            "sentence_id",
            sentence_number=pl.col("article_number") * SENTENCE_STRIDE + pl.col("sentence_no"),
        ),
    )


def swap(
    frame: pl.DataFrame, pairs: pl.DataFrame, old: str, new: str, column: str | None = None
) -> pl.DataFrame:
    """The frame with the pair's new value in the place of the old one, in the same column."""
    name = column or old
    return (
        frame.join(
            pairs.select(pl.col(old).alias(name), __new=new),
            on=name,
            how="left",
            maintain_order="left",
        )
        .with_columns(pl.col("__new").alias(name))
        .drop("__new")
    )
