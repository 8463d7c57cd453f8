"""Contracts of ops: all that depends on the clock or the run lives here alone."""

import pandera.polars as pa
import polars as pl

from schemas import vocab
from schemas.base import Table


class Quarantine(Table):
    """One row per input that could not be read, with what to do about it."""

    uri: str
    stage: str = pa.Field(isin=vocab.QUARANTINE_STAGES)
    reason: str = pa.Field(description="Short and fixed: empty, not_text, broken_encoding ...")
    detail: str = pa.Field(description="A sentence: what, where, how to mend it.")
    seen_at: pl.Datetime("us") = pa.Field(description="UTC, first seen.")


class Ingest(Table):
    """One row per article, place it was read from and run that first read it there."""

    article_id: str = pa.Field(str_matches=vocab.HEX_ID)
    uri: str
    ingested_at: pl.Datetime("us") = pa.Field(description="UTC.")
    run_id: str


class RunLog(Table):
    """One row per run that built a warehouse."""

    run_id: str
    started_at: pl.Datetime("us")
    ended_at: pl.Datetime("us") = pa.Field(nullable=True)
    n_documents: pl.Int64
    n_articles: pl.Int64
    n_quarantined: pl.Int64
    n_claims: pl.Int64
    n_events: pl.Int64


class CheckResults(Table):
    """One row per check of the last run of each name."""

    run_id: str
    check_name: str
    table_name: str
    is_passed: bool
    is_blocking: bool
    n_failures: pl.Int64
    checked_at: pl.Datetime("us")
