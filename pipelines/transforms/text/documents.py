"""Joins what a run has read with what earlier runs read."""

import polars as pl


def merge_documents(known: pl.DataFrame, found: pl.DataFrame) -> pl.DataFrame:
    """One row per document ever read; is_current tells which text a location holds now.

    In: `known` and `found`, both with the columns of Documents. A file that was read again and
    holds another text, or no longer holds a record, leaves its old rows as versions that are not
    current. The result does not depend on the order in which runs brought the documents.
    """
    file = pl.col("location").str.replace(r"#[^#/]*$", "")
    files_read = found.select(file.alias("file")).unique()
    earlier = (
        known.join(found.select("document_id"), on="document_id", how="anti")
        .with_columns(file=file)
        .join(files_read.with_columns(is_read=True), on="file", how="left")
        .with_columns(is_current=pl.col("is_current") & pl.col("is_read").is_null())
        .select(known.columns)
    )
    return pl.concat([earlier, found]).sort("uri", "location", "document_id")


def without_location(documents: pl.DataFrame, folder: str) -> pl.DataFrame:
    """The documents that were not read below a folder."""
    return documents.filter(~pl.col("location").str.starts_with(folder))


def first_seen(known: pl.DataFrame, found: pl.DataFrame, keys: list[str]) -> pl.DataFrame:
    """All rows of both frames, one a key; of rows that share a key, the one known stays."""
    return pl.concat([known, found]).unique(keys, keep="first", maintain_order=True).sort(keys)
