"""Dagster's run history on SQLite, with one connection kept a file."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import dagster as dg
import sqlalchemy
from dagster._core.storage.event_log.sqlite.sqlite_event_log import SqliteEventLogStorage
from dagster._core.storage.sqlite_storage import DagsterSqliteStorage
from sqlalchemy.engine import Connection, Engine

BUSY_TIMEOUT_SECONDS = 60
FILES_KEPT_OPEN = 16


class PooledEventLog(SqliteEventLogStorage):
    """Dagster's SQLite event log, sparing each small write a new connection.

    Dagster opens, prepares and closes its file anew for each of some hundred events of a run, and
    the last to close a file writes its log back to disk. Files, tables and locks are Dagster's own:
    a home can change between this class and Dagster's default at any time.
    """

    def __init__(self, base_dir: str, inst_data: Any = None) -> None:
        self._kept_engine = lru_cache(FILES_KEPT_OPEN)(open_engine)
        super().__init__(base_dir, inst_data)

    @contextmanager
    def _connect(self, shard: str) -> Iterator[Connection]:
        with self._db_lock:
            engine = self._kept_engine(self.conn_string_for_shard(shard))
            if shard not in self._initialized_dbs:
                self._initdb(engine)
                self._initialized_dbs.add(shard)
            with engine.begin() as connection:
                yield connection

    def forget_log(self, run_id: str) -> bool:
        """Delete the log of a run, if it is there.

        What the run materialized and checked stays: Dagster keeps those events in an index too,
        from which the UI reads the states of assets and their days.
        """
        path = Path(self.path_for_shard(run_id))
        with self._db_lock:
            if not path.exists():
                return False
            self._kept_engine(self.conn_string_for_shard(run_id)).dispose()
            self._initialized_dbs.discard(run_id)
            for ending in ("", "-wal", "-shm"):
                Path(f"{path}{ending}").unlink(missing_ok=True)
        return True


class PooledSqliteStorage(DagsterSqliteStorage):
    """What dagster.yaml names: Dagster's SQLite storage with the pooled event log."""

    def __init__(self, base_dir: str, inst_data: Any = None) -> None:
        super().__init__(base_dir, inst_data)
        self._event_log_storage = PooledEventLog(self._event_log_storage._base_dir)

    @classmethod
    def from_config_value(
        cls, inst_data: Any, config_value: dict[str, str]
    ) -> DagsterSqliteStorage:
        """Made from the `config` block of dagster.yaml: `base_dir`."""
        return cls.from_local(inst_data=inst_data, **config_value)


def open_engine(address: str) -> Engine:
    """An engine whose one connection stays open and whose commits do not wait for the disk.

    In WAL mode synchronous=NORMAL never corrupts a database; a power cut may lose the last events
    of the history, nothing of the warehouse (https://sqlite.org/pragma.html#pragma_synchronous).
    """
    engine = sqlalchemy.create_engine(
        address, pool_size=1, connect_args={"timeout": BUSY_TIMEOUT_SECONDS}
    )
    sqlalchemy.event.listen(engine, "connect", relax_commits)
    return engine


def relax_commits(connection: Any, _record: object) -> None:
    """Let the commits of a new connection not wait for the disk."""
    connection.execute("pragma synchronous = normal")


def forget_old_logs(instance: dg.DagsterInstance, before: datetime) -> int:
    """Delete the logs of runs that ended before a time; how many there were.

    Where the history is not in this home's SQLite files, its database is not touched.
    """
    logs = instance.event_log_storage
    if not isinstance(logs, PooledEventLog):
        return 0
    ended = [dg.DagsterRunStatus.SUCCESS, dg.DagsterRunStatus.FAILURE, dg.DagsterRunStatus.CANCELED]
    old = instance.get_run_ids(dg.RunsFilter(statuses=ended, updated_before=before))
    return sum(logs.forget_log(run_id) for run_id in old)
