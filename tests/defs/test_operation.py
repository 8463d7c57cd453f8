"""Operation on a real instance: days, backfills, stale days, sensor, schedule, overlapping runs."""

import subprocess
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from pipelines.storage.documents import known_documents, replace_articles
from pipelines.storage.lake import Lake
from pipelines.storage.readers import read_documents
from pipelines.transforms.text.documents import changed_articles
from tests.conftest import SITREP
from tests.ui_server import RUN_SECONDS, Server, serving

pytestmark = pytest.mark.operation

REPOSITORY = '{repositoryLocationName: "pipelines.definitions", repositoryName: "__repository__"}'
BACKFILL = """
mutation { launchPartitionBackfill(backfillParams: {
  selector: {partitionSetName: "reread_days_partition_set", repositorySelector: %s},
  partitionNames: [%s]
}) { __typename ... on LaunchBackfillSuccess { backfillId } ... on PythonError { message } } }
"""
BACKFILL_STATUS = """
query { partitionBackfillOrError(backfillId: "%s") { ... on PartitionBackfill { status } } }
"""
MATERIALIZE_LEXICONS = """
mutation { launchRun(executionParams: {
  selector: {repositoryLocationName: "pipelines.definitions",
             repositoryName: "__repository__", jobName: "__ASSET_JOB",
             assetSelection: [{path: ["lexicons"]}], assetCheckSelection: []},
  runConfigData: "{}"
}) { __typename ... on LaunchRunSuccess { run { runId } } ... on PythonError { message } } }
"""
STALE = """
query { assetNodeOrError(assetKey: {path: ["claims"]}) { ... on AssetNode {
  staleStatusByPartition(partitions: [%s]) } } }
"""
RUNS = """
query { runsOrError { ... on Runs { results { runId status jobName startTime endTime
  tags { key value } } } } }
"""
SWITCH_SENSOR = """
mutation { startSensor(sensorSelector: {sensorName: "new_articles",
  repositoryLocationName: "pipelines.definitions", repositoryName: "__repository__"}) {
  __typename ... on PythonError { message } } }
"""
SWITCH_SCHEDULE = """
mutation { startSchedule(scheduleSelector: {scheduleName: "every_morning",
  repositoryLocationName: "pipelines.definitions", repositoryName: "__repository__"}) {
  __typename ... on PythonError { message } } }
"""
STOP = """
query { instigationStatesOrError: schedulesOrError(repositorySelector: %s) {
  ... on Schedules { results { name scheduleState { id } } } } }
"""
STOP_SCHEDULE = 'mutation { stopRunningSchedule(id: "%s") { __typename } }'


def article(number: int, day: date) -> str:
    """A short article of a day."""
    return (
        f"Rebels shell bridge {number}\n\n{day:%d %B %Y}\n\nAt least {number} civilians were "
        f"killed in Jurm district on {day:%A}, a doctor said.\n"
    )


def write(folder: Path, number: int, day: date) -> Path:
    """The article as a file of a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"article-{number}.txt"
    path.write_text(article(number, day))
    return path


@pytest.fixture(scope="module")
def days() -> list[str]:
    """The five days before today."""
    today = datetime.now(UTC).date()
    return [(today - timedelta(days=back)).isoformat() for back in (5, 4, 3, 2, 1)]


@pytest.fixture(scope="module")
def home(days: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home folder into which an article came on each of five days, and was not read yet."""
    folder = tmp_path_factory.mktemp("operation")
    lake = Lake(folder / "home" / "lake")
    for number, day in enumerate(days, start=2):
        path = write(folder / "articles", number, date.fromisoformat(day))
        changes = changed_articles(known_documents(lake), read_documents([path]).documents)
        replace_articles(lake, day, known_documents(lake), changes.article_ids, changes.documents)
    for table in ("ingest", "quarantine"):  # what the step of ingest writes beside documents
        lake.write(table, lake.read(table))
    return folder / "home"


@pytest.fixture(scope="module")
def server(home: Path) -> Iterator[Server]:
    with serving(home, inbox_seconds=2, schedule="* * * * *") as server:
        yield server


def wait_for(what: Callable[[], object], seconds: float = RUN_SECONDS) -> object:
    """The first value of `what` that counts as true."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if value := what():
            return value
        time.sleep(0.5)
    pytest.fail("waited in vain")


def runs(server: Server, **tags: str) -> list[dict]:
    """The runs that have some tags (dagster/ before each name)."""
    wanted = {(f"dagster/{name}", value) for name, value in tags.items()}
    return [
        run
        for run in server.ask(RUNS)["runsOrError"]["results"]
        if wanted <= {(tag["key"], tag["value"]) for tag in run["tags"]}
    ]


def ended(server: Server, **tags: str) -> list[dict]:
    """The runs with some tags, once there are some and all of them have ended."""
    found = runs(server, **tags)
    return found if all(run["endTime"] for run in found) else []


def backfill(server: Server, days: list[str]) -> list[dict]:
    """Launch a backfill of some days, wait for its end, and give its runs."""
    names = ", ".join(f'"{day}"' for day in days)
    launched = server.ask(BACKFILL % (REPOSITORY, names))["launchPartitionBackfill"]
    assert launched["__typename"] == "LaunchBackfillSuccess", launched
    key = launched["backfillId"]

    def is_over() -> bool:
        state = server.ask(BACKFILL_STATUS % key)["partitionBackfillOrError"]["status"]
        return state.startswith("COMPLETED")

    wait_for(is_over)
    return runs(server, backfill=key)


def stale(server: Server, days: list[str]) -> set[str]:
    """What the UI says of the claims of some days: FRESH, STALE or MISSING."""
    names = ", ".join(f'"{day}"' for day in days)
    return set(server.ask(STALE % names)["assetNodeOrError"]["staleStatusByPartition"])


def titles(home: Path) -> list[str]:
    """Titles of the published articles."""
    with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as connection:
        rows = connection.execute(
            "select title from core.dim_article where article_key <> -1 order by 1"
        )
        return [title for (title,) in rows.fetchall()]


def test_a_backfill_reads_the_days_that_were_chosen(server, home: Path, days: list[str]) -> None:
    assert stale(server, days) == {"MISSING"}
    (run,) = backfill(server, days)
    assert run["status"] == "SUCCESS"
    assert stale(server, days) == {"FRESH"}
    assert len(titles(home)) == 5


def test_after_a_change_of_words_days_are_stale_until_they_are_read_again(
    server, home: Path, days: list[str]
) -> None:
    own = home / "lexicons" / "actors.csv"
    own.parent.mkdir()
    own.write_text("actor_id,name,actor_type,side_id\nreed_band,Reed Band,rebel group,reed_band\n")
    launched = server.ask(MATERIALIZE_LEXICONS)["launchRun"]
    assert launched["__typename"] == "LaunchRunSuccess", launched
    wait_for(lambda: stale(server, days) == {"STALE"})
    (run,) = backfill(server, days[:3])
    assert run["status"] == "SUCCESS"
    assert stale(server, days[:3]) == {"FRESH"}
    assert stale(server, days[3:]) == {"STALE"}


def test_sensor_schedule_and_command_line_take_turns_and_lose_nothing(
    server, home: Path, days: list[str]
) -> None:
    write(home / "inbox", 40, date.fromisoformat(days[0]))
    (home / "inbox" / "late.txt.part").write_text("At least 99 civilians were ki")
    assert server.ask(SWITCH_SENSOR)["startSensor"]["__typename"] == "Sensor"
    wait_for(lambda: runs(server, sensor_name="new_articles"))
    assert server.ask(SWITCH_SCHEDULE)["startSchedule"]["__typename"] == "ScheduleStateResult"
    command = subprocess.Popen(
        [str(SITREP), "run", "--home", str(home)], stderr=subprocess.PIPE, text=True
    )
    wait_for(lambda: runs(server, schedule_name="every_morning"))
    schedules = server.ask(STOP % REPOSITORY)["instigationStatesOrError"]["results"]
    ids = {schedule["name"]: schedule["scheduleState"]["id"] for schedule in schedules}
    server.ask(STOP_SCHEDULE % ids["every_morning"])
    told = command.communicate(timeout=RUN_SECONDS)[1]
    assert command.returncode == 0, told
    by_sensor = wait_for(lambda: ended(server, sensor_name="new_articles"))
    by_schedule = wait_for(lambda: ended(server, schedule_name="every_morning"))
    assert {run["status"] for run in by_sensor + by_schedule} == {"SUCCESS"}
    assert len(by_sensor) == 1
    assert sorted(titles(home)) == sorted(
        f"Rebels shell bridge {number}" for number in (2, 3, 4, 5, 6, 40)
    )
    # Days that were left stale are read by the first run that is about all that is new.
    assert stale(server, days) == {"FRESH"}
