"""Documents that hold the same text become one row, whatever order they came in."""

import polars as pl

METADATA = ("external_id", "title", "publisher", "published_at", "language")


def merge_copies(documents: pl.DataFrame) -> pl.DataFrame:
    """One row per distinct text of the current documents, sorted by article_id.

    Columns: article_id, uri, the fields of METADATA, text. Each field is the first that any copy
    knows, copies in the order of their uri and document_id.
    """
    known = [pl.col(name).drop_nulls().first() for name in METADATA]
    return (
        documents.filter("is_current")
        .sort("article_id", "uri", "document_id")
        .group_by("article_id", maintain_order=True)
        .agg(pl.col("uri").first(), *known, pl.col("text").first())
    )
