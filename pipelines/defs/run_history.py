"""Dagster's run history on SQLite, with one connection kept a file."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

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
