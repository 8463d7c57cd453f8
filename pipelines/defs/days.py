"""The days that articles came on: the partitions of the text half, and which a run has to read."""

from datetime import UTC, datetime

import dagster as dg

from pipelines import settings
from pipelines.storage.day_tables import unread_days
from pipelines.storage.lake import Lake
from pipelines.storage.lexicons import lexicons_version
from pipelines.versions import TEXT_HALF, code_version

# A run over several days is one run: it starts once, and the warehouse is built once.
ONE_RUN = dg.BackfillPolicy.single_run()
# For steps that touch what others use too, a network folder or a file that is being copied. What
# cannot pass (a broken contract, a path that is not there) says so itself and is not tried again.
MAY_PASS = dg.RetryPolicy(max_retries=2, delay=5, backoff=dg.Backoff.EXPONENTIAL)
FIRST, LAST = "dagster/asset_partition_range_start", "dagster/asset_partition_range_end"


def today() -> str:
    """The day of ingest of what comes now, in UTC."""
    return datetime.now(UTC).date().isoformat()


def first_day(home: settings.Home) -> str:
    """The first day of a home: the setting first_day, else of its first articles, else now."""
    days = [part.day for part in Lake(home.lake).parts("documents")]
    return settings.current().first_day or min([*days, today()])


def made_with(lexicons: str) -> str:
    """What the text half makes its tables with: its rules, and a version of the lexicons."""
    return f"{code_version(TEXT_HALF)}-{lexicons}"


def days_to_run(home: settings.Home, day: str | None = None) -> dict[str, str]:
    """Tags of a run that reads what comes now, and every day that is not up to date.

    What comes now comes on `day`, today unless it is given. Days between the first and the last
    that are up to date cost next to nothing.
    """
    lexicons = lexicons_version(home.lexicons)
    unread = unread_days(Lake(home.lake), made_with(lexicons))
    days = [*unread, day or today()]
    return {FIRST: min(days), LAST: max(days)}


ingest_days = dg.DailyPartitionsDefinition(start_date=first_day(settings.home()), end_offset=1)
