"""The text half: one article at a time, from its parts to its claims."""

import polars as pl

from pipelines.defs.stage_assets import day_asset
from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.article_sketches import sketch_articles
from pipelines.transforms.text.articles import describe_articles
from pipelines.transforms.text.claims import find_claims
from pipelines.transforms.text.mentions import find_mentions
from pipelines.transforms.text.parts import mark_parts
from pipelines.transforms.text.sentences import split_sentences


@day_asset
def article_parts(documents: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    return mark_parts(documents, lexicons)


@day_asset
def articles(
    documents: pl.DataFrame, article_parts: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    return describe_articles(documents, article_parts, lexicons)


@day_asset
def sentences(
    articles: pl.DataFrame, article_parts: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    return split_sentences(articles, article_parts, lexicons)


@day_asset
def mentions(articles: pl.DataFrame, sentences: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    return find_mentions(articles, sentences, lexicons)


@day_asset
def claims(
    articles: pl.DataFrame, sentences: pl.DataFrame, mentions: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    return find_claims(articles, sentences, mentions, lexicons)


@day_asset
def article_sketches(
    articles: pl.DataFrame, article_parts: pl.DataFrame, sentences: pl.DataFrame
) -> pl.DataFrame:
    return sketch_articles(articles, article_parts, sentences)
