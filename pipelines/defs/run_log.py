"""The history of runs, in SQL: those that published, and those that did not, with the reason."""

from datetime import UTC, datetime

import dagster as dg
import polars as pl

from pipelines.defs.resources import HomeFolder
from pipelines.storage.lake import Lake
from schemas.registry import contract

# A run's tag in the UI's list of runs.
TAG = "sitrep/not_published"
LONGEST_TAG = 250


def log_run(instance: dg.DagsterInstance, run_id: str, lake: Lake, problem: str | None) -> None:
    """Put a run into ops.run_log; with a problem it is one that published nothing."""
    record = instance.get_run_record_by_id(run_id)
    started = record.start_time if record and record.start_time else None
    now = datetime.now(UTC).replace(tzinfo=None)
    row = pl.DataFrame(
        {
            "run_id": [run_id],
            "started_at": [
                datetime.fromtimestamp(started, UTC).replace(tzinfo=None) if started else now
            ],
            "ended_at": [None if problem else now],
            "n_documents": [lake.height("documents")],
            "n_articles": [lake.height("articles")],
            "n_quarantined": [lake.height("quarantine")],
            "n_claims": [lake.height("claims")],
            "n_events": [lake.height("events")],
            "problem": [problem],
        },
        schema=contract("run_log").empty().schema,
    )
    others = lake.read("run_log").filter(pl.col("run_id") != run_id)
    # A history of before `problem` was kept has no such column.
    lake.write("run_log", pl.concat([others, row], how="diagonal").select(row.columns))


@dg.failure_hook(name="tell_why_nothing_is_published", required_resource_keys={"home_folder"})
def tell_why(context: dg.HookContext) -> None:
    """Say in one line why a run published nothing: in its log, its tags and ops.run_log."""
    home_folder: HomeFolder = context.resources.home_folder
    problem = problem_of(home_folder.lake, context.run_id, context.op_exception)
    context.log.error(f"Nothing is published; the warehouse of the last good run stays. {problem}")
    context.instance.add_run_tags(context.run_id, {TAG: problem[:LONGEST_TAG]})
    log_run(context.instance, context.run_id, home_folder.lake, problem)


def problem_of(lake: Lake, run_id: str, error: BaseException | None) -> str:
    """The checks that block and failed; else what the step that broke says, in one line."""
    failed = lake.read("check_results").filter(
        (pl.col("run_id") == run_id) & ~pl.col("is_passed") & pl.col("is_blocking")
    )
    lines = failed.select(
        pl.format("{}: {} ({} cases)", "table_name", "check_name", "n_failures")
    ).to_series()
    if lines.len():
        return "Failed checks: " + "; ".join(lines.unique(maintain_order=True))
    while error is not None and error.__cause__ is not None:
        error = error.__cause__
    told = error.description if isinstance(error, dg.Failure) else str(error)
    return " ".join((told or type(error).__name__).split())
