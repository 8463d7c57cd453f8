"""The sensor that starts a run when articles lie in the inbox."""

import json

import dagster as dg

from pipelines import settings
from pipelines.defs.days import days_to_run
from pipelines.defs.jobs import daily_refresh
from pipelines.storage.inbox import Inbox, look_at_inbox
from pipelines.storage.lake import Lake
from pipelines.transforms.ids import hash_id

AT_WORK = [
    dg.DagsterRunStatus.QUEUED,
    dg.DagsterRunStatus.NOT_STARTED,
    dg.DagsterRunStatus.STARTING,
    dg.DagsterRunStatus.STARTED,
]


@dg.sensor(
    name="new_articles",
    job=daily_refresh,
    minimum_interval_seconds=settings.current().inbox_seconds,
    description="Starts a run when files in the inbox are new or changed. A file counts once its "
    "size and time of change have stayed the same from one look to the next, so that none is read "
    "while it is written.",
)
def new_articles(context: dg.SensorEvaluationContext) -> dg.RunRequest | dg.SkipReason:
    home = settings.home()
    inbox = look_at_inbox(home.inbox, Lake(home.lake), json.loads(context.cursor or "{}"))
    context.update_cursor(json.dumps(inbox.unread))
    if not inbox.complete:
        return dg.SkipReason(told(inbox))
    if context.instance.get_runs(
        dg.RunsFilter(job_name=daily_refresh.name, statuses=AT_WORK), limit=1
    ):
        return dg.SkipReason("a run is queued or at work; the next one reads what has come since")
    leave = {"leave": inbox.unfinished}
    return dg.RunRequest(
        # What was asked for once is not asked for again: a run that fails waits for a change.
        run_key=hash_id(json.dumps(inbox.complete)),
        run_config={"ops": {"documents": {"config": leave}}} if inbox.unfinished else {},
        tags=days_to_run(home),
    )


def told(inbox: Inbox) -> str:
    """Why no run starts."""
    if inbox.unfinished:
        return f"{len(inbox.unfinished)} files may still be being written"
    return "nothing new in the inbox"
