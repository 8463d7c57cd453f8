"""A check that blocks keeps yesterday's warehouse and says why; the next good run heals."""

import json
import shutil
from pathlib import Path

import dagster as dg
import duckdb
import pytest

from pipelines.defs.run_log import TAG, problem_of
from pipelines.storage.lake import Lake
from tests.conftest import sitrep

WRONG = {"files": ["farkhar-01-oxus-wire"], "harm": "killed", "low": 99, "best": 99}


@pytest.mark.operation
def test_a_blocked_run_keeps_the_warehouse_and_says_why_and_the_next_one_heals(
    example_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    shutil.copytree(example_home, home)
    published = (home / "warehouse.duckdb").read_bytes()
    (home / "gold.json").write_text(json.dumps({"casualties": [WRONG]}))
    blocked = sitrep("run", "--home", home)
    assert blocked.returncode == 1
    assert "gold_holds" in blocked.stderr
    assert (home / "warehouse.duckdb").read_bytes() == published
    monkeypatch.setenv("DAGSTER_HOME", str(home / "dagster"))
    with dg.DagsterInstance.from_config(str(home / "dagster")) as instance:
        newest = instance.get_runs(limit=1)[0]
    why = "Failed checks: claim_evidence: gold_holds (1 cases)"
    assert newest.tags[TAG] == why

    (home / "gold.json").unlink()
    assert sitrep("run", "--home", home).returncode == 0
    with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as connection:
        log = connection.execute(
            "select run_id, ended_at is not null, problem from ops.run_log order by started_at"
        ).fetchall()
        checks = connection.execute(
            "select is_passed from ops.check_results where check_name = 'gold_holds' "
            "order by checked_at"
        ).fetchall()
    assert [row[1:] for row in log] == [(True, None), (False, why), (True, None)]
    assert log[1][0] == newest.run_id
    assert checks == [(True,), (False,), (True,)]


def test_a_step_that_broke_is_told_by_its_own_innermost_words_in_one_line(tmp_path: Path) -> None:
    inner = dg.Failure("links.csv has no column why.\nGive it one.")
    outer = RuntimeError("step failed")
    outer.__cause__ = inner
    told = problem_of(Lake(tmp_path), "run", outer)
    assert told == "links.csv has no column why. Give it one."
    assert problem_of(Lake(tmp_path), "run", ValueError()) == "ValueError"
