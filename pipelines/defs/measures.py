"""What a run is measured by before it is checked: shares, beside those of earlier runs."""

from datetime import UTC, datetime

import dagster as dg
import polars as pl

from pipelines.defs.checks import check_spec, of_measures, record, run_all
from pipelines.defs.resources import HomeFolder
from pipelines.defs.stage_assets import materialize, table_spec
from pipelines.defs.warehouse import POOL, assets_read
from pipelines.storage.lake import Lake
from pipelines.storage.sql_models import read_models

(MODEL,) = read_models("ops")
# Kept by runs themselves; the query reads them, and in a new home they are not there yet.
HISTORY = ("run_log", "run_measures")


@dg.multi_asset(
    name=MODEL.name,
    specs=[
        table_spec(
            MODEL.name,
            [name for name in assets_read(MODEL) if name not in HISTORY],
            "operation",
            "duckdb",
        ).replace_attributes(code_version=MODEL.version)
    ],
    check_specs=[check_spec(check) for check in of_measures],
    pool=POOL,
)
def run_measures(context: dg.AssetExecutionContext, home_folder: HomeFolder):
    """Measure this run, add it to the history, and warn of what is unusual."""
    lake = home_folder.lake
    begin_history(lake)
    warehouse = home_folder.warehouse
    with warehouse.connect() as connection:
        measured = pl.DataFrame(connection.sql(MODEL.query))
    now = datetime.now(UTC).replace(tzinfo=None)
    earlier = lake.read(MODEL.name).filter(pl.col("run_id") != context.run_id)
    rows = measured.with_columns(
        run_id=pl.lit(context.run_id), measured_at=pl.lit(now, pl.Datetime("us"))
    ).select(earlier.columns)
    yield materialize(home_folder, MODEL.name, pl.concat([earlier, rows]))
    with warehouse.read() as connection:
        results = list(run_all(connection, of_measures))
    record(home_folder, context.run_id, results)
    yield from results


def begin_history(lake: Lake) -> None:
    """Empty tables where a new home has none, so that a query can name them."""
    for name in HISTORY:
        if not lake.path(name).exists():
            lake.write(name, lake.read(name))
