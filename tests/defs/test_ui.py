"""The UI as users start it: a real server, a run launched by a click, the same warehouse."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.defs.browser import page_of, shows
from tests.test_road import exported
from tests.ui_server import NEWEST_RUN, Server, serving

pytestmark = pytest.mark.operation

GRAPH = """
query { assetNodes { groupName assetKey { path } description
  assetChecksOrError { ... on AssetChecks { checks { name blocking } } } } }
"""
SCHEDULES = """
query { schedulesOrError(repositorySelector: {repositoryName: "__repository__",
  repositoryLocationName: "pipelines.definitions"}) {
  ... on Schedules { results { name cronSchedule } } } }
"""


@pytest.fixture(scope="module")
def ui_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("ui")


@pytest.fixture(scope="module")
def server(ui_home: Path) -> Iterator[Server]:
    with serving(ui_home) as server:
        yield server


def test_the_graph_is_grouped_as_the_road_is_and_every_asset_says_what_it_is(server) -> None:
    nodes = server.ask(GRAPH)["assetNodes"]
    groups = {node["assetKey"]["path"][-1]: node["groupName"] for node in nodes}
    assert {groups[name] for name in ("articles", "sentences", "mentions", "claims")} == {"text"}
    assert groups["documents"] == "ingest"
    assert groups["events"] == "events"
    assert groups["fact_event"] == "core"
    assert groups["casualties_daily"] == "marts"
    assert groups["published_warehouse"] == "published"
    assert [node["assetKey"]["path"][-1] for node in nodes if not node["description"]] == []


def test_checks_that_guard_published_numbers_block(server) -> None:
    nodes = server.ask(GRAPH)["assetNodes"]
    checks = {
        node["assetKey"]["path"][-1]: node["assetChecksOrError"].get("checks", []) for node in nodes
    }
    names = {asset: {check["name"] for check in found} for asset, found in checks.items()}
    assert "contract_holds" in names["claims"]
    assert "contracts_hold" in names["fact_event"]
    assert "evidence_is_cut_from_its_text" in names["fact_claim"]
    assert "equals_its_fact" in names["casualties_daily"]
    # A slip in the user's own file is told, and stops nothing.
    assert checks.pop("links") == [{"name": "ids_are_known", "blocking": False}]
    # Nor does a feed that does not answer.
    assert checks.pop("fetches") == [{"name": "feeds_answer", "blocking": False}]
    # What is unusual is told.
    assert not any(check["blocking"] for check in checks.pop("run_measures"))
    assert all(check["blocking"] for found in checks.values() for check in found)


def test_a_daily_schedule_is_there(server) -> None:
    schedules = server.ask(SCHEDULES)["schedulesOrError"]["results"]
    assert schedules == [
        {"name": "every_hour", "cronSchedule": "20 * * * *"},
        {"name": "every_morning", "cronSchedule": "0 5 * * *"},
    ]


@pytest.fixture(scope="module")
def run_status(server: Server) -> str:
    """How a run ended that a person launched with the mouse or, without a browser, by request."""
    try:
        with page_of(
            f"{server.address}/locations/pipelines.definitions/jobs/daily_refresh"
        ) as page:
            page.get_by_role("button", name="Materialize all").first.click()
            page.get_by_role("button", name="Latest", exact=True).click()
            page.get_by_role("button", name="Launch 1 run").click()
            shows(page, "Launched run")
    except pytest.skip.Exception:
        server.launch()
    return server.ended_run()


def test_a_run_from_the_ui_gives_what_the_command_line_gives(
    run_status: str, ui_home: Path, example_home: Path
) -> None:
    assert run_status == "SUCCESS"
    from_ui, from_command_line = exported(ui_home), exported(example_home)
    assert [name for name in from_ui if from_ui[name] != from_command_line[name]] == []


def test_a_browser_shows_the_graph_the_run_the_pictures_and_the_checks(
    run_status: str, server: Server
) -> None:
    assert run_status == "SUCCESS"
    (run,) = server.ask(NEWEST_RUN)["runsOrError"]["results"]
    with page_of(f"{server.address}/asset-groups") as page:
        for group in ("ingest", "text", "events", "core", "marts", "published"):
            shows(page, group)
        page.goto(f"{server.address}/runs/{run['runId']}")
        shows(page, "daily_refresh")
        shows(page, "Success")
        page.goto(f"{server.address}/assets/published_warehouse?view=overview")
        picture = page.get_by_role("img", name="harm by week")
        picture.wait_for()
        assert picture.evaluate("image => image.naturalWidth") > 100
        page.goto(f"{server.address}/assets/event_register?view=overview")
        shows(page, "From dim_location.name.")
        page.goto(f"{server.address}/assets/fact_claim?view=checks")
        shows(page, "evidence_is_cut_from_its_text")


def test_a_ui_stopped_by_a_service_manager_leaves_no_server_behind(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        server.process.terminate()
        assert server.process.wait(30) == 0
        with pytest.raises(ConnectionRefusedError), socket.create_connection(server.place):
            pass
