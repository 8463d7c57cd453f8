"""Jobs and their schedule."""

import dagster as dg

from pipelines import settings
from pipelines.defs.days import days_to_run
from pipelines.defs.run_log import tell_why

EXPORTS = dg.AssetSelection.assets("exports", "report")
SERVED = dg.AssetSelection.assets("postgres_copy")
FEEDS = dg.AssetSelection.groups("feeds")
INGEST = dg.AssetSelection.groups("ingest")

# A run that takes longer hangs: the daemon ends it.
TIME_LIMIT = {"dagster/max_runtime": str(6 * 3600)}

daily_refresh = dg.define_asset_job(
    "daily_refresh",
    selection=dg.AssetSelection.all() - EXPORTS - SERVED - FEEDS,
    tags=TIME_LIMIT,
    description="Read new articles, extract, link, build, check and publish.",
    hooks={tell_why},
)

export_tables_job = dg.define_asset_job(
    "export_tables",
    selection=EXPORTS,
    description="Write the published tables as files for other tools, and the report as a page.",
)

serve_postgres = dg.define_asset_job(
    "serve_postgres",
    selection=SERVED,
    description="Copy the published tables into PostgreSQL, for tools without a DuckDB driver.",
)

reread_days = dg.define_asset_job(
    "reread_days",
    selection=dg.AssetSelection.all() - FEEDS - INGEST - EXPORTS - SERVED,
    tags=TIME_LIMIT,
    description="Read the articles of some days again where lexicons or rules have changed, then "
    "link, build, check and publish. Nothing new is read in.",
    hooks={tell_why},
)


@dg.schedule(
    name="every_morning",
    job=daily_refresh,
    cron_schedule=settings.current().schedule,
    execution_timezone="UTC",
    description="Reads the inbox each day; the setting schedule says when.",
)
def every_morning() -> dg.RunRequest:
    return dg.RunRequest(tags=days_to_run(settings.home()))
