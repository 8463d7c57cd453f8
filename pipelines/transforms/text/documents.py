"""Joins what a run has read with what earlier runs read."""

from dataclasses import dataclass

import polars as pl


@dataclass(frozen=True)
class Changes:
    """What a reading changes: some articles, and all documents that hold them from now on."""

    article_ids: pl.Series
    documents: pl.DataFrame


def changed_articles(known: pl.DataFrame, found: pl.DataFrame, leaving: str = "") -> Changes:
    """The articles that a reading adds or changes, with all their documents; others are as before.

    In: `known` with the columns of Documents but text, and `found` with all; the known ones below
    the folder `leaving` go. Out: documents of Documents, their text null where only a known one
    has it. A file that was read again and holds another text, or no longer holds a record,
    leaves its old rows as versions that are not current. What all articles are in the end does not
    depend on the order of the readings.
    """
    goes = pl.col("location").str.starts_with(leaving) if leaving else pl.lit(False)
    fields = [name for name in found.columns if name != "text"]
    staying = known.filter(~goes)
    again = staying.join(found, on=fields, how="semi", nulls_equal=True)
    new = found.join(again, on="document_id", how="anti")
    file = pl.col("location").str.replace(r"#[^#/]*$", "")
    files_read = found.select(file.alias("file")).unique()
    others = (
        staying.join(found, on="document_id", how="anti")
        .with_columns(file=file)
        .join(files_read.with_columns(is_read=True), on="file", how="left")
        .with_columns(is_left=pl.col("is_current") & pl.col("is_read").is_not_null())
        .with_columns(is_current=pl.col("is_current") & ~pl.col("is_left"))
    )
    touched = (known.filter(goes), new, others.filter("is_left"))
    changed = pl.concat([frame.select("article_id") for frame in touched]).unique()
    kept = pl.concat([frame.select(fields) for frame in (again, others)])
    kept = kept.join(changed, on="article_id", how="semi").with_columns(
        text=pl.lit(None, pl.String)
    )
    documents = pl.concat([kept, new])
    return Changes(changed["article_id"], documents.sort("document_id"))


def without_location(documents: pl.DataFrame, folder: str) -> pl.DataFrame:
    """The documents that were not read below a folder."""
    return documents.filter(~pl.col("location").str.starts_with(folder))


def files_read(known: pl.DataFrame, found: pl.DataFrame, leaving: str = "") -> pl.DataFrame:
    """One row per file ever read, as it was last; those below the folder `leaving` go."""
    files = pl.concat([known.join(found, on="path", how="anti"), found])
    goes = pl.col("path").str.starts_with(leaving) if leaving else pl.lit(False)
    return files.filter(~goes).sort("path")


def first_seen(known: pl.DataFrame, found: pl.DataFrame, keys: list[str]) -> pl.DataFrame:
    """All rows of both frames, one a key; of rows that share a key, the one known stays."""
    return pl.concat([known, found]).unique(keys, keep="first", maintain_order=True).sort(keys)
