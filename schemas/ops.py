"""Contracts of ops: all that depends on the clock or the run lives here alone."""

import pandera.polars as pa
import polars as pl

from schemas import vocab
from schemas.base import Table


class Quarantine(Table):
    """One row per input that could not be read, with what to do about it."""

    uri: str = pa.Field(description="File below the input folder, then #record in a list file.")
    stage: str = pa.Field(
        isin=vocab.QUARANTINE_STAGES, description="Stage of the road that refused it."
    )
    reason: str = pa.Field(description="Short and fixed: empty, not_text, broken_encoding ...")
    detail: str = pa.Field(description="A sentence: what, where, how to mend it.")
    seen_at: pl.Datetime("us") = pa.Field(description="When it was first seen; UTC.")


class Ingest(Table):
    """One row per article, place it was read from and run that first read it there."""

    article_id: str = pa.Field(
        str_matches=vocab.HEX_ID, description="First 16 hex digits of sha256 of the stored text."
    )
    uri: str = pa.Field(description="The article's url, else its path below the input folder.")
    ingested_at: pl.Datetime("us") = pa.Field(description="When it was first read there; UTC.")
    run_id: str = pa.Field(description="Dagster's id of that run.")


class RunLog(Table):
    """One row per run that built a warehouse."""

    run_id: str = pa.Field(description="Dagster's id of the run.")
    started_at: pl.Datetime("us") = pa.Field(description="UTC.")
    ended_at: pl.Datetime("us") = pa.Field(
        nullable=True, description="When the warehouse was about to be published; UTC."
    )
    n_documents: pl.Int64 = pa.Field(description="Documents in the lake, all versions.")
    n_articles: pl.Int64 = pa.Field(description="Distinct current articles.")
    n_quarantined: pl.Int64 = pa.Field(description="Inputs in quarantine.")
    n_claims: pl.Int64 = pa.Field(description="Claims read, usable or not.")
    n_events: pl.Int64 = pa.Field(description="Events.")


class CheckResults(Table):
    """One row per check and run."""

    run_id: str = pa.Field(description="Dagster's id of the run.")
    check_name: str = pa.Field(description="What the check says is true.")
    table_name: str = pa.Field(description="Table it is a check of.")
    is_passed: bool = pa.Field(description="False where at least one row broke it.")
    is_blocking: bool = pa.Field(description="True: nothing is published where it fails.")
    n_failures: pl.Int64 = pa.Field(description="Rows that broke it.")
    checked_at: pl.Datetime("us") = pa.Field(description="UTC.")
