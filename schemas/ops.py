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


class InputFiles(Table):
    """One row per file that was read, as it was then; unchanged it is not opened again."""

    path: str = pa.Field(unique=True, description="Absolute path.")
    size: pl.Int64 = pa.Field(ge=0, description="Bytes.")
    modified_ns: pl.Int64 = pa.Field(description="Time of the last change, nanoseconds.")
    told: str = pa.Field(description="Hash of what manifests tell of it, and of the reader.")


class RunLog(Table):
    """One row per run that was to publish a warehouse, and did or did not."""

    run_id: str = pa.Field(description="Dagster's id of the run.")
    started_at: pl.Datetime("us") = pa.Field(description="UTC.")
    ended_at: pl.Datetime("us") = pa.Field(
        nullable=True,
        description="When the warehouse was about to be published; UTC. Null: it was not.",
    )
    n_documents: pl.Int64 = pa.Field(description="Documents in the lake, all versions.")
    n_articles: pl.Int64 = pa.Field(description="Distinct current articles.")
    n_quarantined: pl.Int64 = pa.Field(description="Inputs in quarantine.")
    n_claims: pl.Int64 = pa.Field(description="Claims read, usable or not.")
    n_events: pl.Int64 = pa.Field(description="Events.")
    problem: str = pa.Field(
        nullable=True, description="Why nothing was published, in one line; null where it was."
    )


class CheckResults(Table):
    """One row per check and run."""

    run_id: str = pa.Field(description="Dagster's id of the run.")
    check_name: str = pa.Field(description="What the check says is true.")
    table_name: str = pa.Field(description="Table it is a check of.")
    is_passed: bool = pa.Field(description="False where at least one row broke it.")
    is_blocking: bool = pa.Field(description="True: nothing is published where it fails.")
    n_failures: pl.Int64 = pa.Field(description="Rows that broke it.")
    checked_at: pl.Datetime("us") = pa.Field(description="UTC.")


class RunMeasures(Table):
    """One row per run, measure and scope: a share of what was read, and its usual range."""

    run_id: str = pa.Field(description="Dagster's id of the run.")
    measure: str = pa.Field(
        isin=vocab.MEASURES,
        description="Claims rejected, without a place, without a date; inputs in quarantine.",
    )
    scope: str = pa.Field(
        isin=vocab.MEASURE_SCOPES,
        description="new: what arrived since the warehouse was last published; all: everything.",
    )
    n: pl.Int64 = pa.Field(ge=0, description="How many are such.")
    out_of: pl.Int64 = pa.Field(ge=1, description="Of how many.")
    share: pl.Float64 = pa.Field(ge=0, le=1, description="n / out_of.")
    usual_low: pl.Float64 = pa.Field(
        nullable=True, description="Lower end of the usual range; null before five runs."
    )
    usual_high: pl.Float64 = pa.Field(
        nullable=True, description="Upper end of the usual range; null before five runs."
    )
    n_runs: pl.Int64 = pa.Field(ge=0, description="Published runs that the range is made of.")
    measured_at: pl.Datetime("us") = pa.Field(description="UTC.")


class Fetches(Table):
    """One row per feed and per page that a feed lists: how it went when it was last asked for."""

    url: str = pa.Field(description="Its address; of a page, as the feed gives it.")
    kind: str = pa.Field(isin=vocab.FETCH_KINDS, description="feed, or page that a feed lists.")
    feed_url: str = pa.Field(description="The feed that first listed the page; a feed's own.")
    outcome: str = pa.Field(
        isin=vocab.FETCH_OUTCOMES,
        description="read (a feed), stored (a page, now in the inbox), unchanged, or refused.",
    )
    reason: str = pa.Field(
        nullable=True, description="Why it was refused, short and fixed: robots, timeout ..."
    )
    detail: str = pa.Field(nullable=True, description="A sentence: what, where, how to mend it.")
    http_status: pl.Int64 = pa.Field(nullable=True, description="Status of the host's answer.")
    n_refusals: pl.Int64 = pa.Field(ge=0, description="Refusals in a row up to now.")
    path: str = pa.Field(nullable=True, description="File below the inbox that holds the article.")
    etag: str = pa.Field(nullable=True, description="ETag that the host gave, for the next time.")
    last_modified: str = pa.Field(nullable=True, description="Last-Modified that the host gave.")
    updated_at: str = pa.Field(
        nullable=True, description="When the feed says the page was changed, UTC, ISO 8601."
    )
    checked_at: pl.Datetime("us") = pa.Field(description="When it was last asked for; UTC.")
    try_after: pl.Datetime("us") = pa.Field(
        nullable=True, description="It is not asked for again before this time; UTC."
    )

    @pa.dataframe_check(name="one_row_a_kind_and_address")
    def one_row_a_kind_and_address(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """A feed may also be a page that another feed lists; each has one row."""
        return data.lazyframe.select(pl.struct("kind", "url").is_unique())
