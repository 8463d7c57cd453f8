"""Runs the text half up to its mentions, with every trigger as an anchor."""

from dataclasses import dataclass

import polars as pl

from pipelines.transforms.ids import hash_id
from pipelines.transforms.text.mentions import find_mentions
from pipelines.transforms.text.row_numbers import number_rows
from pipelines.transforms.text.sentences import split_sentences
from tests.chain import as_articles, as_parts, lexicons


@dataclass(frozen=True)
class Anchored:
    """The tables that the attribution layer takes, for some texts."""

    sentences: pl.DataFrame
    mentions: pl.DataFrame
    anchors: pl.DataFrame

    def of(self, found: pl.DataFrame, text: str, trigger: str) -> dict[str, object]:
        """The row of a frame by anchor_id for a text's first trigger that is written so."""
        named = self.anchors.filter(
            (pl.col("of_text") == hash_id(text)) & (pl.col("trigger") == trigger)
        )
        assert not named.is_empty(), f"{trigger!r} is no trigger of {text!r}"
        return found.filter(pl.col("anchor_id") == named["anchor_id"][0]).row(0, named=True)


def read_anchors(texts: list[str]) -> Anchored:
    """Read each text as an article; blank lines part paragraphs."""
    articles = as_articles(texts)
    sentences = split_sentences(articles, as_parts(articles), lexicons())
    mentions = find_mentions(articles, sentences, lexicons())
    numbers = number_rows(articles, sentences)
    names = mentions.select(of_text="article_id", named="mention_id")
    sentences, mentions = numbers.shorten(sentences), numbers.shorten(mentions)
    anchors = (
        pl.concat([mentions, names], how="horizontal")
        .filter(pl.col("kind") == "trigger")
        .sort("named")
        .select(
            "article_id",
            "sentence_id",
            "of_text",
            anchor_id="named",
            anchor_start="start",
            anchor_end="end",
            trigger="text",
        )
    )
    return Anchored(sentences, mentions, anchors)
