"""Who published an article, and its headline without the publisher's name."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons

HOST = r"(?i)^[a-z]+://(?:www\.)?([^/:?#]+)"
AUTHORED_BY = r"(?i)^authored by\s+(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)"
TITLE_TAIL = r"^(.*\S)\s+[|\-\x{2013}—»:]{1,2}\s+([^|\x{2013}—»]{2,40})$"
DOMAIN = r"(?i)^(?:[a-z0-9-]+\.)+(?:com|org|net|info|news|tv|[a-z]{2})$"
ODD_HEAD = r"(?i)^(?:(?:date|dated|published|posted)\s*:?\s+)?\d{4}-\d{2}-\d{2}\s+"
ODD_TAIL = r"\s+[|\-\x{2013}—»:]+$"


def name_publishers(
    articles: pl.DataFrame, parts: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """Replaces title and publisher of articles (article_id, title, publisher, uri).

    Publisher, the first known of: the record's, the domain an 'Authored by' line names, the
    headline's tail where it is an outlet's name, the web address's host.
    """
    is_title, is_byline = pl.col("kind") == "title", pl.col("kind") == "byline"
    authored_by = pl.col("text").str.extract(AUTHORED_BY, 1).str.to_lowercase()
    printed = first_text(parts.filter(is_title), pl.col("text"), "printed_title")
    authored = first_text(parts.filter(is_byline), authored_by, "authored_by")
    return (
        articles.join(printed, on="article_id", how="left", maintain_order="left")
        .join(authored, on="article_id", how="left", maintain_order="left")
        .with_columns(clean_title(pl.coalesce("title", "printed_title")).alias("title"))
        .pipe(split_outlet, lexicons)
        .pipe(add_host_names, lexicons)
        .with_columns(
            pl.coalesce("publisher", "authored_by", "outlet", "host_name").alias("publisher")
        )
        .drop("printed_title", "authored_by", "outlet", "host_name")
    )


def split_outlet(articles: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Cuts an outlet's name off the title; adds it as outlet, null where the tail is none."""
    tail = pl.col("title").str.extract(TITLE_TAIL, 2)
    names = lexicons.sources.select("source_id", pl.col("name").alias("outlet"))
    phrases = lexicons.source_names.join(names, on="source_id").select("phrase", "outlet")
    is_own = squeeze(tail) == squeeze(pl.col("publisher"))
    outlet = pl.coalesce("outlet", pl.when(tail.str.contains(DOMAIN) | is_own).then(tail))
    return (
        articles.with_columns(tail.str.to_lowercase().str.replace_all("-", " ").alias("phrase"))
        .join(phrases, on="phrase", how="left", maintain_order="left")
        .with_columns(outlet.alias("outlet"))
        .with_columns(
            pl.when(pl.col("outlet").is_not_null())
            .then(pl.col("title").str.extract(TITLE_TAIL, 1))
            .otherwise("title")
            .alias("title")
        )
        .drop("phrase")
    )


def add_host_names(articles: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Adds host_name: the outlet of the web address, by name where the lexicon knows it."""
    known = lexicons.sources.select(
        pl.col("domain").alias("host"), pl.col("name").alias("host_name")
    ).drop_nulls("host")
    host = pl.col("uri").str.extract(HOST, 1).str.to_lowercase()
    return (
        articles.with_columns(host.alias("host"))
        .join(
            known.unique("host", keep="first", maintain_order=True),
            on="host",
            how="left",
            maintain_order="left",
        )
        .with_columns(pl.coalesce("host_name", "host").alias("host_name"))
        .drop("host")
    )


def clean_title(title: pl.Expr) -> pl.Expr:
    """A headline on one line, without a date before it or a dash left over after it."""
    one_line = title.str.replace_all(r"\s+", " ").str.strip_chars()
    return one_line.str.replace(ODD_HEAD, "").str.replace(ODD_TAIL, "")


def first_text(parts: pl.DataFrame, text: pl.Expr, name: str) -> pl.DataFrame:
    """One row per article with such a text: the first of its parts'."""
    return (
        parts.select("article_id", text.alias(name))
        .drop_nulls(name)
        .unique("article_id", keep="first", maintain_order=True)
    )


def squeeze(text: pl.Expr) -> pl.Expr:
    return text.str.to_lowercase().str.replace_all(r"[^\p{L}\p{N}]+", "")
