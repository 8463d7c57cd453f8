"""Publication: the checked warehouse takes the place of yesterday's, whole."""

from datetime import UTC, datetime, timedelta

import dagster as dg
from pydantic import Field

from pipelines import settings
from pipelines.defs.days import MAY_PASS
from pipelines.defs.pictures import pictures_of
from pipelines.defs.resources import HomeFolder
from pipelines.defs.run_history import forget_old_logs
from pipelines.defs.run_log import log_run
from pipelines.defs.warehouse import POOL, asset_name
from pipelines.outputs.exports import FORMATS, export_tables
from pipelines.outputs.report.page import write_report
from pipelines.storage.publication import publish, published_tables
from pipelines.storage.warehouse import copy_ops, transaction

BUILT_TABLES = [asset_name(table) for table in published_tables() if not table.startswith("ops.")]


@dg.asset(
    group_name="published",
    kinds={"duckdb"},
    deps=[*BUILT_TABLES, "run_measures"],
    pool=POOL,
    retry_policy=MAY_PASS,
)
def published_warehouse(
    context: dg.AssetExecutionContext, home_folder: HomeFolder
) -> dg.MaterializeResult:
    """The file that SQL users and BI tools open; replaced whole, in a format of DuckDB 1.2."""
    home = home_folder.home
    log_run(context.instance, context.run_id, home_folder.lake, problem=None)
    with home_folder.warehouse.connect() as connection:
        with transaction(connection):
            copy_ops(connection, home_folder.lake)
        pictures = pictures_of(connection)
    publish(home.build, home.warehouse)
    oldest = datetime.now(UTC) - timedelta(days=settings.current().keep_logs_days)
    context.log.info(f"deleted the logs of {forget_old_logs(context.instance, oldest)} old runs")
    return dg.MaterializeResult(
        metadata={
            **pictures,
            "path": dg.MetadataValue.path(str(home.warehouse)),
            "size_mb": round(home.warehouse.stat().st_size / 1e6, 2),
            "n_tables": len(published_tables()),
        }
    )


class ExportOptions(dg.Config):
    """Which formats to write."""

    formats: list[str] = Field(default=list(FORMATS), description=", ".join(FORMATS))


@dg.asset(group_name="published", kinds={"csv", "parquet", "excel"}, deps=[published_warehouse])
def exports(config: ExportOptions, home_folder: HomeFolder) -> dg.MaterializeResult:
    """Copies for tools that read no DuckDB: a folder a format, each with its datapackage.json."""
    home = home_folder.home
    files = export_tables(home.warehouse, home.exports, config.formats)
    counted = {f"n_files_{name}": len(paths) for name, paths in files.items()}
    return dg.MaterializeResult(
        metadata={"folder": dg.MetadataValue.path(str(home.exports)), **counted}
    )


@dg.asset(group_name="published", kinds={"html"}, deps=[published_warehouse])
def report(home_folder: HomeFolder) -> dg.MaterializeResult:
    """One self-contained HTML page: map, timeline, casualties, disputes, every sentence."""
    home = home_folder.home
    boundaries = home.boundaries if home.boundaries.exists() else None
    page = write_report(home.warehouse, home.report, boundaries)
    return dg.MaterializeResult(
        metadata={
            "path": dg.MetadataValue.path(str(page)),
            "size_mb": round(page.stat().st_size / 1e6, 2),
        }
    )


class Serving(dg.Config):
    """Who may read the copy."""

    reader: str = Field(
        default="sitrep_reader", description="Role that may read; made where it does not exist."
    )


@dg.asset(group_name="published", kinds={"postgres"}, deps=[published_warehouse])
def postgres_copy(config: Serving, home_folder: HomeFolder) -> dg.MaterializeResult:
    """The same tables in the PostgreSQL database that SITREP_POSTGRES_DSN names, swapped whole."""
    # The driver comes with the extra [postgres]; the road needs none.
    from pipelines.outputs.postgres import copy_to_postgres

    dsn = settings.current().postgres_dsn
    if not dsn:
        raise dg.Failure(
            f"No database is named: set {settings.variable('postgres_dsn')} to the copy's place.",
            allow_retries=False,
        )
    copied = copy_to_postgres(home_folder.home.warehouse, dsn, config.reader)
    return dg.MaterializeResult(metadata={"n_tables": copied.n_tables, "n_rows": copied.n_rows})
