"""Logs of runs are deleted after a while; what the UI shows of assets stays."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import dagster as dg
import pytest

from pipelines import settings
from pipelines.defs.run_history import forget_old_logs

DAYS = dg.StaticPartitionsDefinition(["2031-05-01", "2031-05-02"])


@dg.asset(partitions_def=DAYS)
def read_articles() -> None:
    """An asset with days."""


@pytest.fixture
def instance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dg.DagsterInstance:
    """A home's instance, as dagster.yaml makes it."""
    monkeypatch.setenv("SITREP_HOME", "")
    monkeypatch.setenv("DAGSTER_HOME", "")
    settings.use_home(settings.home(tmp_path))
    return dg.DagsterInstance.get()


def test_an_old_log_goes_and_the_days_stay_materialized(
    instance: dg.DagsterInstance, tmp_path: Path
) -> None:
    with instance:
        ran = [
            dg.materialize([read_articles], instance=instance, partition_key=day).run_id
            for day in DAYS.get_partition_keys()
        ]
        logs = tmp_path / "dagster" / "history" / "runs"
        assert all((logs / f"{run_id}.db").exists() for run_id in ran)
        now = datetime.now(UTC)
        assert forget_old_logs(instance, now - timedelta(days=90)) == 0
        assert forget_old_logs(instance, now + timedelta(days=1)) == 2
        assert sorted(path.name for path in logs.iterdir() if path.stem in ran) == []
        known = instance.get_materialized_partitions(read_articles.key)
        assert known == set(DAYS.get_partition_keys())
        # A run without a log is still in the list, and opening it is no error.
        assert {run.run_id for run in instance.get_runs()} == set(ran)
        assert list(instance.all_logs(ran[0])) == []
        again = dg.materialize([read_articles], instance=instance, partition_key="2031-05-01")
        assert again.success
