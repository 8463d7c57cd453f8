"""What Dagster loads: every asset, check, job and schedule of pipelines.defs."""

import dagster as dg

from pipelines.defs import (
    checks,
    events,
    feeds,
    gold,
    ingest,
    jobs,
    lexicons,
    measures,
    publication,
    sensors,
    text,
    warehouse,
)
from pipelines.defs.catalog import catalogued
from pipelines.defs.days import days_to_run
from pipelines.defs.progress import progress_logger
from pipelines.defs.resources import HomeFolder

__all__ = ["days_to_run", "defs"]

ASSET_MODULES = [lexicons, feeds, ingest, text, events, warehouse, measures, publication]

defs = dg.Definitions(
    assets=dg.map_asset_specs(catalogued, dg.load_assets_from_modules(ASSET_MODULES)),
    asset_checks=dg.load_asset_checks_from_modules([checks, gold]),
    jobs=[
        jobs.daily_refresh,
        jobs.reread_days,
        jobs.export_tables_job,
        jobs.serve_postgres,
        feeds.fetch_feeds,
    ],
    schedules=[jobs.every_morning, feeds.every_hour],
    sensors=[sensors.new_articles],
    resources={"home_folder": HomeFolder()},
    loggers={"progress": progress_logger},
    # One process: starting others costs more than the work, and DuckDB has one writer.
    executor=dg.in_process_executor,
)
