"""PostgreSQL as the run storage of a team, set up as the README says."""

import os
import re
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import dagster as dg
import pytest

from tests.conftest import sitrep

pytest.importorskip("dagster_postgres", reason="the extra `postgres` is not installed")

README = Path(__file__).parents[2] / "README.md"
PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin")) or [
    Path(found).parent for found in [shutil.which("initdb")] if found
]
START_SECONDS = 60
ARTICLE = "Gunmen killed nine soldiers near Farkhar on Monday, a nurse said."


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """A PostgreSQL on loopback in a folder of its own; what clients have to know of it."""
    if not PROGRAMS:
        pytest.skip("PostgreSQL is not on this machine")
    folder = tmp_path_factory.mktemp("postgres")
    account = None
    if os.geteuid() == 0:  # PostgreSQL refuses to run as root
        account = "nobody"
        shutil.chown(folder, account)
        for parent in folder.parents:
            if parent.stat().st_uid == 0 and not parent.stat().st_mode & 0o001:
                parent.chmod(parent.stat().st_mode | 0o011)
    data, bin_folder = folder / "data", PROGRAMS[-1]
    make = [bin_folder / "initdb", "-D", data, "-U", "sitrep", "--auth=trust", "--no-sync"]
    subprocess.run(make, user=account, cwd=folder, check=True, capture_output=True)
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    options = ["-D", data, "-p", port, "-h", "127.0.0.1", "-k", folder, "-c", "fsync=off"]
    process = subprocess.Popen(
        [bin_folder / "postgres", *options],
        user=account,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    told = {"PGHOST": "127.0.0.1", "PGPORT": port, "PGUSER": "sitrep", "PGPASSWORD": "none"}
    try:
        create_database([bin_folder / "createdb", "dagster"], os.environ | told)
        yield told | {"PGDATABASE": "dagster"}
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()


def create_database(command: list[object], environment: dict[str, str]) -> None:
    """Make the database as soon as the server takes connections."""
    deadline = time.monotonic() + START_SECONDS
    while subprocess.run(command, env=environment, capture_output=True, check=False).returncode:
        assert time.monotonic() < deadline, "PostgreSQL did not start"
        time.sleep(0.2)


def settings_of_the_readme() -> str:
    """The block of dagster.yaml that the README gives for a team."""
    return re.search(r"```yaml\n(storage:\n  postgres:.*?)```", README.read_text(), re.S).group(1)


def test_a_run_is_kept_in_the_team_s_postgresql(
    server: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in server.items():
        monkeypatch.setenv(name, value)
    (tmp_path / "dagster").mkdir()
    default = (README.parent / "dagster.yaml").read_text()
    whole = re.sub(r"storage:\n(  .*\n)+", settings_of_the_readme(), default, count=1)
    (tmp_path / "dagster/dagster.yaml").write_text(whole)
    (tmp_path / "article.txt").write_text(ARTICLE)
    result = sitrep("run", tmp_path / "article.txt", "--home", tmp_path)
    assert result.returncode == 0, result.stderr
    assert list(tmp_path.rglob("*.db")) == []
    with dg.DagsterInstance.from_config(str(tmp_path / "dagster")) as instance:
        (run,) = instance.get_runs()
        assert (run.job_name, run.status) == ("daily_refresh", dg.DagsterRunStatus.SUCCESS)
        published = instance.get_latest_materialization_event(dg.AssetKey("published_warehouse"))
        assert published.run_id == run.run_id
