"""PostgreSQL as the run storage of a team, set up as the README says."""

import re
from pathlib import Path

import dagster as dg
import pytest

from tests.conftest import sitrep
from tests.postgres import server

pytest.importorskip("dagster_postgres", reason="the extra `postgres` is not installed")

README = Path(__file__).parents[2] / "README.md"
ARTICLE = "Gunmen killed nine soldiers near Farkhar on Monday, a nurse said."


# What the README's settings ask the environment for, by the words of a DSN.
NAMES = {"host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "dbname": "PGDATABASE"}


def settings_of_the_readme() -> str:
    """The block of dagster.yaml that the README gives for a team."""
    return re.search(r"```yaml\n(storage:\n  postgres:.*?)```", README.read_text(), re.S).group(1)


@pytest.mark.operation
def test_a_run_is_kept_in_the_team_s_postgresql(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with server() as dsn:
        monkeypatch.setenv("PGPASSWORD", "none")
        for word in dsn.split():
            name, _, value = word.partition("=")
            monkeypatch.setenv(NAMES[name], value)
        hold_a_run(tmp_path)


def hold_a_run(tmp_path: Path) -> None:
    """Run one article in a home with the README's storage, and find the run there."""
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
