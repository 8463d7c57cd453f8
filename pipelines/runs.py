"""Runs the daily job in this process, as a run launched from the UI would."""

from dataclasses import dataclass
from pathlib import Path

import dagster as dg

from pipelines import settings
from pipelines.definitions import days_to_run, defs

JOB = "daily_refresh"


@dataclass(frozen=True)
class Outcome:
    """How a run ended."""

    run_id: str
    is_success: bool
    problems: tuple[str, ...]


def refresh(paths: tuple[Path, ...], manifest: Path | None, day: str | None = None) -> Outcome:
    """Run the job on some inputs (none: the inbox, or the example in a new home).

    `day` is the day of ingest, today unless it is given. settings.use_home must have named the home
    folder before. Never raises for what goes wrong inside the run: the outcome's problems say
    what, in one line each.
    """
    job = defs.resolve_job_def(JOB)
    config = {
        "ops": {
            "documents": {
                "config": {
                    "paths": [str(path) for path in paths],
                    "manifest": str(manifest or ""),
                }
            }
        },
        "loggers": {"progress": {"config": {"n_steps": len(job.graph.node_defs)}}},
    }
    with dg.DagsterInstance.get() as instance:
        result = job.execute_in_process(
            config, instance=instance, raise_on_error=False, tags=days_to_run(settings.home(), day)
        )
        return Outcome(result.run_id, result.success, tuple(problems(result)))


def problems(result: dg.ExecuteInProcessResult) -> list[str]:
    """One line for each check that failed and each step that broke."""
    failed_checks = [
        f"check {evaluation.check_name} of {evaluation.asset_key.to_user_string()}: "
        f"{evaluation.description or 'failed'}"
        for evaluation in result.get_asset_check_evaluations()
        if not evaluation.passed
    ]
    broken_steps = [
        f"step {event.step_key}: {reason(event)}"
        for event in result.all_node_events
        if event.is_step_failure and not is_failed_check(event)
    ]
    return failed_checks + broken_steps


def is_failed_check(event: dg.DagsterEvent) -> bool:
    """Whether a step failed only because a check in it did, which is told already."""
    error = event.step_failure_data.error
    return bool(error and error.cls_name == "DagsterAssetCheckFailedError")


def reason(event: dg.DagsterEvent) -> str:
    """The innermost message of a step's failure."""
    data = event.step_failure_data
    if data.user_failure_data and data.user_failure_data.description:
        return data.user_failure_data.description
    error = data.error
    while error and error.cause:
        error = error.cause
    return error.message.strip() if error else "failed"


def fetch() -> Outcome:
    """Fetch the feeds of the home folder into its inbox; settings.use_home must have named it."""
    job = defs.resolve_job_def("fetch_feeds")
    with dg.DagsterInstance.get() as instance:
        config = {"loggers": {"progress": {"config": {"n_steps": 1}}}}
        result = job.execute_in_process(config, instance=instance, raise_on_error=False)
        return Outcome(result.run_id, result.success, tuple(problems(result)))
