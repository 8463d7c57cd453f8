"""A UI with its daemon, started as users start it, and spoken to as a browser would."""

import json
import os
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.conftest import SITREP

START_SECONDS = 180
RUN_SECONDS = 300

LAUNCH = """
mutation { launchRun(executionParams: {
  selector: {repositoryLocationName: "pipelines.definitions",
             repositoryName: "__repository__", jobName: "daily_refresh"},
  runConfigData: "{}",
  executionMetadata: {tags: [{key: "dagster/partition", value: "%s"}]}
}) { __typename ... on LaunchRunSuccess { run { runId } } ... on PythonError { message } } }
"""
NEWEST_RUN = "query { runsOrError(limit: 1) { ... on Runs { results { runId status } } } }"


class Server:
    """A running UI and its GraphQL address."""

    def __init__(self, port: int, process: subprocess.Popen) -> None:
        self.process = process
        self.place = ("127.0.0.1", port)
        self.address = f"http://127.0.0.1:{port}"
        self.url = f"{self.address}/graphql"

    def ask(self, query: str) -> dict:
        body = json.dumps({"query": query}).encode()
        request = urllib.request.Request(self.url, body, {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=30) as response:
            return json.loads(response.read())["data"]

    def wait_until_loaded(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            with suppress(OSError, KeyError):
                if self.ask("query { assetNodes { groupName } }")["assetNodes"]:
                    return
            time.sleep(0.5)
        pytest.fail("the UI did not start")

    def run(self) -> str:
        """Launch a run of today as the UI asks for one; how it ended."""
        self.launch()
        return self.ended_run()

    def launch(self) -> None:
        today = datetime.now(UTC).date().isoformat()
        launched = self.ask(LAUNCH % today)["launchRun"]
        assert launched["__typename"] == "LaunchRunSuccess", launched

    def ended_run(self) -> str:
        """The status of the newest run, once it has one that stays."""
        deadline = time.monotonic() + RUN_SECONDS
        status = "QUEUED"
        while status not in ("SUCCESS", "FAILURE", "CANCELED") and time.monotonic() < deadline:
            time.sleep(0.5)
            runs = self.ask(NEWEST_RUN)["runsOrError"]["results"]
            status = runs[0]["status"] if runs else "QUEUED"
        return status


@contextmanager
def serving(home: Path, **settings: object) -> Iterator[Server]:
    """A UI on a home folder, with some settings of the environment; it ends with the block."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [str(SITREP), "ui", "--port", str(port), "--home", str(home)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env=os.environ | {f"SITREP_{name.upper()}": str(v) for name, v in settings.items()},
    )
    try:
        server = Server(port, process)
        server.wait_until_loaded()
        yield server
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                process.wait(20)
            os.killpg(process.pid, signal.SIGKILL)
