"""Who published an article, and its headline without the publisher's name."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons

HOST = r"(?i)^[a-z]+://(?:www\.)?([^/:?#]+)"
AUTHORED_BY = r"(?i)^authored by\s+(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)"
TITLE_TAIL = r"^(.*\S)\s+[|\-\x{2013}—»:]{1,2}\s+([^|\x{2013}—»]{2,40})$"
DOMAIN = r"(?i)^(?:www\.)?[a-z0-9-]+\.(?:com|org|net|info|news|co\.uk|[a-z]{2})$"
ODD_HEAD = r"(?i)^(?:(?:date|dated|published|posted)\s*:?\s+)?\d{4}-\d{2}-\d{2}\s+"
ODD_TAIL = r"\s+[|\-\x{2013}—»:]+$"


def name_publishers(
    articles: pl.DataFrame, parts: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """Replaces title and publisher of articles (article_id, title, publisher, uri).

    Publisher, the first known of: the record's, the domain an 'Authored by' line names, the
    headline's tail where it is an outlet's name, the web address's host.
    """
    titles = first_text(parts.filter(pl.col("kind") == "title"), "printed_title")
    authored = first_text(
        parts.filter(pl.col("kind") == "byline")
        .with_columns(pl.col("text").str.extract(AUTHORED_BY, 1).str.to_lowercase())
        .drop_nulls("text"),
        "authored_by",
    )
    title = pl.coalesce("title", "printed_title")
    title = (
        title.str.replace_all(r"\s+", " ")
        .str.strip_chars()
        .str.replace(ODD_HEAD, "")
        .str.replace(ODD_TAIL, "")
    )
    outlets = outlet_names(lexicons)
    tail = pl.col("clean_title").str.extract(TITLE_TAIL, 2)
    host = pl.col("uri").str.extract(HOST, 1).str.to_lowercase()
    domains = (
        lexicons.sources.select(pl.col("domain").alias("host"), pl.col("name").alias("host_name"))
        .drop_nulls("host")
        .unique("host", keep="first", maintain_order=True)
    )
    return (
        articles.join(titles, on="article_id", how="left", maintain_order="left")
        .join(authored, on="article_id", how="left", maintain_order="left")
        .with_columns(title.alias("clean_title"), host.alias("host"))
        .with_columns(tail.alias("tail"), tail.str.to_lowercase().str.replace_all("-", " ").alias("phrase"))
        .join(outlets, on="phrase", how="left", maintain_order="left")
        .join(domains, on="host", how="left", maintain_order="left")
        .with_columns(
            (
                pl.col("outlet").is_not_null()
                | pl.col("tail").str.contains(DOMAIN)
                | (squeeze("tail") == squeeze("publisher"))
            ).fill_null(False).alias("has_tail"),
        )
        .with_columns(
            pl.coalesce(
                "publisher",
                "authored_by",
                "outlet",
                pl.when(pl.col("has_tail")).then("tail"),
                "host_name",
                "host",
            ).alias("publisher"),
            pl.when("has_tail")
            .then(pl.col("clean_title").str.extract(TITLE_TAIL, 1))
            .otherwise("clean_title")
            .alias("title"),
        )
        .drop("printed_title", "authored_by", "clean_title", "host", "tail", "phrase", "outlet", "host_name", "has_tail")
    )  # fmt: skip


def outlet_names(lexicons: Lexicons) -> pl.DataFrame:
    """One row per spelling of an outlet: phrase, outlet (its name)."""
    names = lexicons.sources.select("source_id", pl.col("name").alias("outlet"))
    return lexicons.source_names.join(names, on="source_id").select("phrase", "outlet")


def first_text(parts: pl.DataFrame, name: str) -> pl.DataFrame:
    """One row per article: the text of its first part."""
    return parts.group_by("article_id", maintain_order=True).agg(pl.col("text").first().alias(name))


def squeeze(column: str) -> pl.Expr:
    return pl.col(column).str.to_lowercase().str.replace_all(r"[^\p{L}\p{N}]+", "")
