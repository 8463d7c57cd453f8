"""Ingest: what lies in the inbox or was named becomes documents; the rest is quarantined."""

from datetime import UTC, datetime
from pathlib import Path

import dagster as dg
import polars as pl
from pydantic import Field

from pipelines import settings
from pipelines.defs.days import MAY_PASS, ONE_RUN, ingest_days
from pipelines.defs.metadata import failure
from pipelines.defs.resources import HomeFolder
from pipelines.defs.stage_assets import (
    CONTRACT_CHECK,
    contract_check_spec,
    materialize,
    record_days,
    table_spec,
)
from pipelines.storage.documents import known_documents, replace_articles
from pipelines.storage.readers import InputError, Reading, read_documents
from pipelines.storage.retention import merge_parts
from pipelines.transforms.text.documents import (
    changed_articles,
    files_read,
    first_seen,
    without_location,
)

LOGGED_REFUSALS = 100


class Inputs(dg.Config):
    """Which articles to read."""

    paths: list[str] = Field(
        default=[],
        description="Files, folders or globs. Empty: the inbox; in a home that has no articles "
        "at all, the example that comes with sitrep.",
    )
    manifest: str = Field(
        default="",
        description="CSV or JSON Lines: path, url, title, published_at, source, language",
    )
    leave: list[str] = Field(
        default=[],
        description="Files that a later run is to read: they are being written, say.",
    )


@dg.multi_asset(
    specs=[
        table_spec("documents", [], "ingest", "polars").replace_attributes(
            partitions_def=ingest_days
        ),
        *(table_spec(name, [], "ingest", "polars") for name in ("ingest", "quarantine")),
    ],
    check_specs=[contract_check_spec("documents")],
    backfill_policy=ONE_RUN,
    retry_policy=MAY_PASS,
)
def documents(context: dg.AssetExecutionContext, config: Inputs, home_folder: HomeFolder):
    """Read the inputs, keep what earlier runs read, set aside what cannot be read."""
    lake = home_folder.lake
    day = context.partition_keys[-1]
    merge_parts(lake, day)
    known = known_documents(lake)
    paths = inputs_to_read(config, home_folder.home, known)
    reading = read_inputs(config, paths, lake.read("input_files"))
    context.log.info(
        f"read {reading.documents.height} documents of new or changed files, "
        f"quarantined {reading.quarantine.height}"
    )
    for row in reading.quarantine.head(LOGGED_REFUSALS).iter_rows(named=True):
        context.log.info("quarantined {uri}: {reason} - {detail}".format(**row))
    # The example makes room for a user's own articles.
    leaving = "" if paths == [settings.EXAMPLE_ARTICLES] else str(settings.EXAMPLE_ARTICLES)
    changes = changed_articles(known, reading.documents, leaving)
    replace_articles(lake, day, known, changes.article_ids, changes.documents)
    now = datetime.now(UTC).replace(tzinfo=None)
    arrivals = reading.documents.select(
        "article_id",
        "uri",
        ingested_at=pl.lit(now, pl.Datetime("us")),
        run_id=pl.lit(context.run_id),
    )
    rejected = reading.quarantine.with_columns(seen_at=pl.lit(now, pl.Datetime("us")))
    earlier_rejects = lake.read("quarantine").join(reading.documents, on="uri", how="anti")
    yield from record_days(context, lake, "documents")
    yield dg.AssetCheckResult(asset_key="documents", check_name=CONTRACT_CHECK, passed=True)
    yield materialize(
        home_folder, "ingest", first_seen(lake.read("ingest"), arrivals, ["article_id", "uri"])
    )
    yield materialize(
        home_folder,
        "quarantine",
        first_seen(earlier_rejects, rejected, ["uri", "stage", "reason", "detail"]),
    )
    lake.write("input_files", files_read(lake.read("input_files"), reading.files, leaving))


def read_inputs(config: Inputs, paths: list[Path], read: pl.DataFrame) -> Reading:
    """What the inputs hold that was not read before; an input that is not there fails the step."""
    manifest = Path(config.manifest) if config.manifest else None
    try:
        return read_documents(
            paths, manifest, read=read, leave=[Path(path).resolve() for path in config.leave]
        )
    except InputError as error:
        raise failure(error) from error


def inputs_to_read(config: Inputs, home: settings.Home, known: pl.DataFrame) -> list[Path]:
    """The paths of the run's config, else the inbox, else (in a new home) the example."""
    if config.paths:
        return [Path(path) for path in config.paths]
    inbox = [home.inbox] if home.inbox.exists() and any(home.inbox.iterdir()) else []
    own = without_location(known, str(settings.EXAMPLE_ARTICLES))
    return inbox if inbox or own.height else [settings.EXAMPLE_ARTICLES]
