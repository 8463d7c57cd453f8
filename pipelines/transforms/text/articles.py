"""Articles: one row per distinct text, with its headline, publisher, dates and language."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.batches import in_batches
from pipelines.transforms.text.pages.article_dates import date_articles
from pipelines.transforms.text.pages.copies import merge_copies
from pipelines.transforms.text.pages.languages import detect_languages
from pipelines.transforms.text.pages.publishers import name_publishers


def describe_articles(
    documents: pl.DataFrame, article_parts: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """One row per distinct text of the current documents: articles, sorted by article_id."""
    return in_batches(read_articles, documents, article_parts, lexicons=lexicons)


def read_articles(
    documents: pl.DataFrame, article_parts: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """The articles of one batch."""
    merged = merge_copies(documents)
    parts = cut_parts(merged, article_parts)
    given = pl.col("language").str.to_lowercase().str.extract(r"^([a-z]{2})(?:[-_]|$)")
    return (
        merged.pipe(name_publishers, parts, lexicons)
        .pipe(date_articles, parts)
        .pipe(detect_languages)
        .select(
            "article_id",
            "external_id",
            "uri",
            "title",
            "publisher",
            pl.coalesce(given, "detected_language").alias("language"),
            "published_on",
            "published_on_method",
            "reference_on",
            "reference_on_method",
            "text",
        )
    )


def cut_parts(articles: pl.DataFrame, article_parts: pl.DataFrame) -> pl.DataFrame:
    """Adds each part's own text to article_parts."""
    start, end = pl.col("start"), pl.col("end")
    return (
        article_parts.join(
            articles.select("article_id", "text"), on="article_id", maintain_order="left"
        )
        .with_columns(pl.col("text").str.slice(start, end - start))
        .sort("article_id", "part_no")
    )
