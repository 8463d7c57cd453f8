"""Checks over several tables, one a file in sql/checks: the rows it returns are the failures."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import dagster as dg
import duckdb
import polars as pl

from pipelines import settings
from pipelines.defs.metadata import as_markdown
from pipelines.defs.resources import HomeFolder
from pipelines.defs.warehouse import POOL, assets_read
from pipelines.storage.sql_models import SqlModel, read_models
from schemas.registry import contract

SHOWN_FAILURES = 10


def checked_table(check: SqlModel) -> str:
    """fact_event__has_a_claim is a check of fact_event."""
    return check.name.split("__")[0]


def check_name(check: SqlModel) -> str:
    """fact_event__has_a_claim states has_a_claim."""
    return check.name.split("__")[1]


def reads_marts(check: SqlModel) -> bool:
    """Whether a check can only run once the marts are built."""
    return any(table.startswith("marts.") for table in check.reads)


def check_spec(check: SqlModel, additional_deps: Sequence[str] = ()) -> dg.AssetCheckSpec:
    """A check as Dagster shows it; all that it says stands in its file."""
    return dg.AssetCheckSpec(
        check_name(check),
        asset=checked_table(check),
        blocking=check.is_blocking,
        description=check.summary,
        additional_deps=additional_deps,
    )


def check_layer(name: str, checks: list[SqlModel]) -> dg.AssetChecksDefinition:
    """One step that runs some checks; each is a check of its own in the UI."""

    @dg.multi_asset_check(
        name=name,
        specs=[
            check_spec(check, [name for name in assets_read(check) if name != checked_table(check)])
            for check in checks
        ],
        pool=POOL,
    )
    def run_checks(context: dg.AssetCheckExecutionContext, home_folder: HomeFolder):
        with home_folder.warehouse.read() as connection:
            results = list(run_all(connection, checks))
        record(home_folder, context.op_execution_context.run_id, results)
        yield from results

    return run_checks


def run_all(
    connection: duckdb.DuckDBPyConnection, checks: list[SqlModel]
) -> Iterator[dg.AssetCheckResult]:
    """Run each check on an open warehouse; a check reads settings as variables of SQL.

    Checks only read, so they run side by side: one that reads every text keeps no other waiting.
    """
    with ThreadPoolExecutor() as side_by_side:
        failures = side_by_side.map(lambda check: failures_of(connection, check), checks)
        yield from map(judged, checks, failures)


def failures_of(connection: duckdb.DuckDBPyConnection, check: SqlModel) -> pl.DataFrame:
    """The rows that break a check, asked on a connection of its own, which has its own settings."""
    with connection.cursor() as own:
        own.execute("set python_enable_replacements = false")
        own.execute("set variable fresh_hours = ?", [settings.current().fresh_hours])
        return pl.DataFrame(own.sql(check.query))


def judged(check: SqlModel, failures: pl.DataFrame) -> dg.AssetCheckResult:
    """What Dagster records of a check."""
    return dg.AssetCheckResult(
        asset_key=checked_table(check),
        check_name=check_name(check),
        passed=failures.is_empty(),
        severity=dg.AssetCheckSeverity.ERROR if check.is_blocking else dg.AssetCheckSeverity.WARN,
        description=f"{failures.height} rows break it" if failures.height else None,
        metadata={
            "n_failures": failures.height,
            "failures": dg.MetadataValue.md(as_markdown(failures.head(SHOWN_FAILURES))),
        },
    )


def record(home_folder: HomeFolder, run_id: str, results: list[dg.AssetCheckResult]) -> None:
    """Keep the results where SQL finds them: ops.check_results."""
    now = datetime.now(UTC).replace(tzinfo=None)
    rows = pl.DataFrame(
        {
            "run_id": [run_id] * len(results),
            "check_name": [result.check_name for result in results],
            "table_name": [result.asset_key.path[-1] for result in results],
            "is_passed": [result.passed for result in results],
            "is_blocking": [r.severity == dg.AssetCheckSeverity.ERROR for r in results],
            "n_failures": [result.metadata["n_failures"].value for result in results],
            "checked_at": [now] * len(results),
        },
        schema=contract("check_results").empty().schema,
    )
    lake = home_folder.lake
    lake.write("check_results", pl.concat([lake.read("check_results"), rows]))


MEASURED = "run_measures"  # its checks run where it is made, before publication
of_tables = [check for check in read_models("checks") if checked_table(check) != MEASURED]
of_measures = [check for check in read_models("checks") if checked_table(check) == MEASURED]
core_checks = check_layer("core_checks", [c for c in of_tables if not reads_marts(c)])
mart_checks = check_layer("mart_checks", [c for c in of_tables if reads_marts(c)])
