"""Jobs and their schedule."""

import dagster as dg

daily_refresh = dg.define_asset_job(
    "daily_refresh",
    selection=dg.AssetSelection.all() - dg.AssetSelection.assets("exports"),
    description="Read new articles, extract, link, build, check and publish.",
)

export_tables_job = dg.define_asset_job(
    "export_tables",
    selection=dg.AssetSelection.assets("exports"),
    description="Write the published tables as CSV and Parquet.",
)

every_morning = dg.ScheduleDefinition(
    name="every_morning",
    job=daily_refresh,
    cron_schedule="0 5 * * *",
    execution_timezone="UTC",
    description="Reads the inbox each day at 05:00 UTC.",
)
