"""Runs the text half on texts of a test's own, as articles of one day."""

import pickle
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from pathlib import Path

import polars as pl

from pipelines.storage.lexicons import read_lexicons
from pipelines.transforms.ids import hash_id
from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.claims import find_claims
from pipelines.transforms.text.mentions import find_mentions
from pipelines.transforms.text.sentences import split_sentences
from schemas.text import Articles
from tests.workers import one_at_a_time

DAY = date(2024, 3, 7)
# The texts that files of tests have asked for while they were imported.
ASKED: dict[str, None] = {}
# Where the workers of a test run keep what was read of them.
KEPT_AT = Path()


@dataclass(frozen=True)
class TextHalf:
    """The tables of the text half for some texts."""

    articles: pl.DataFrame
    sentences: pl.DataFrame
    mentions: pl.DataFrame
    claims: pl.DataFrame

    def claims_of(self, text: str) -> list[dict[str, object]]:
        """The claims of one of the texts, as rows."""
        return self.claims.filter(pl.col("article_id") == hash_id(text)).to_dicts()

    def mentions_of(self, text: str) -> list[dict[str, object]]:
        """The mentions of one of the texts, as rows."""
        return self.mentions.filter(pl.col("article_id") == hash_id(text)).to_dicts()


@cache
def lexicons() -> Lexicons:
    """The project's own lexicons, read once."""
    return read_lexicons()


def ask(texts: Iterable[str]) -> list[str]:
    """The texts that a file of tests is going to read, said while it is imported: `read_texts`
    reads what all files have asked for in one go, hardly slower than what one of them has."""
    asked = list(texts)
    ASKED.update(dict.fromkeys(asked))
    return asked


def read_texts(texts: list[str], *, titled: bool = False) -> TextHalf:
    """Read each text as an article published on DAY; blank lines part paragraphs, and the first
    is the headline where titled says so."""
    if titled or not ASKED.keys() >= set(texts):
        return read_apart(texts, titled)
    ids = pl.DataFrame({"article_id": [hash_id(text) for text in texts]})
    tables = ((field.name, getattr(read_asked(), field.name)) for field in fields(TextHalf))
    return TextHalf(
        **{
            name: table.join(ids, on="article_id", how="semi", maintain_order="left")
            for name, table in tables
        }
    )


@cache
def read_asked() -> TextHalf:
    """All texts asked for; of the workers of a test run one reads them for all."""
    with one_at_a_time(KEPT_AT):
        if not KEPT_AT.exists():
            KEPT_AT.write_bytes(pickle.dumps(read_apart(list(ASKED), titled=False)))
        return pickle.loads(KEPT_AT.read_bytes())


def read_apart(texts: list[str], titled: bool) -> TextHalf:
    """What read_texts gives, for texts that are read by themselves."""
    articles = as_articles(texts)
    is_title = pl.lit(titled) & (pl.col("part_no") == 0)
    parts = as_parts(articles).with_columns(
        kind=pl.when(is_title).then(pl.lit("title")).otherwise("kind")
    )
    sentences = split_sentences(articles, parts, lexicons())
    mentions = find_mentions(articles, sentences, lexicons())
    claims = find_claims(articles, sentences, mentions, lexicons())
    return TextHalf(articles, sentences, mentions, claims)


def as_articles(texts: list[str]) -> pl.DataFrame:
    """One row per distinct text, in the columns of Articles."""
    given = pl.DataFrame({"text": texts}, schema={"text": pl.String}).unique(maintain_order=True)
    values = {
        "article_id": pl.Series([hash_id(text) for text in given["text"]], dtype=pl.String),
        "uri": pl.lit("made for a test"),
        "language": pl.lit("en"),
        "published_on": pl.lit(DAY),
        "published_on_method": pl.lit("metadata"),
        "reference_on": pl.lit(DAY),
        "reference_on_method": pl.lit("published"),
        "text": pl.col("text"),
    }
    dtypes = {name: column.dtype.type for name, column in Articles.to_schema().columns.items()}
    return given.select(
        values.get(name, pl.lit(None, dtype)).alias(name)
        if not isinstance(values.get(name), pl.Series)
        else values[name].alias(name)
        for name, dtype in dtypes.items()
    )


def as_parts(articles: pl.DataFrame) -> pl.DataFrame:
    """Every paragraph as a part of the body."""
    ends = pl.col("paragraph").str.len_chars().cast(pl.Int32) + 2
    parts = (
        articles.select("article_id", paragraph=pl.col("text").str.split("\n\n"))
        .explode("paragraph", empty_as_null=True)
        .with_columns(
            part_no=pl.int_range(pl.len(), dtype=pl.Int32).over("article_id"),
            end=ends.cum_sum().over("article_id") - 2,
        )
    )
    return parts.select(
        pl.format("{}.p{}", "article_id", "part_no").alias("part_id"),
        "article_id",
        "part_no",
        start=pl.col("end") - pl.col("paragraph").str.len_chars().cast(pl.Int32),
        end="end",
        kind=pl.lit("body"),
        is_read=pl.lit(True),
        rule_id=pl.lit(None, pl.String),
    )
