"""Makes Dagster's run history on SQLite quick without making it fragile."""

import sqlite3

from sqlalchemy import event
from sqlalchemy.engine import Engine

KEPT_OPEN: dict[str, sqlite3.Connection] = {}


def ease_sqlite() -> None:
    """Spare each of Dagster's many small writes the wait for the disk.

    Dagster opens and closes its SQLite files for every event; the last to close one checkpoints
    it, and each commit waits for the disk: 40 ms an event where the disk is busy. One connection
    kept open for the life of the process prevents the first, synchronous=NORMAL the second. In
    WAL mode NORMAL never corrupts a database; a power cut may lose the last events of the history,
    nothing of the warehouse (https://sqlite.org/pragma.html#pragma_synchronous).
    """
    if not event.contains(Engine, "connect", on_connect):
        event.listen(Engine, "connect", on_connect)
        event.listen(Engine, "do_connect", before_connect)


def before_connect(_dialect: object, _record: object, arguments: list, _keywords: dict) -> None:
    """Keep one connection of a SQLite file open, from its first use on."""
    path = arguments[0] if arguments else None
    if isinstance(path, str) and path.endswith(".db") and path not in KEPT_OPEN:
        KEPT_OPEN[path] = sqlite3.connect(path, check_same_thread=False)
        KEPT_OPEN[path].execute("select count(*) from sqlite_master").fetchall()


def on_connect(connection: object, _record: object) -> None:
    """Let a new connection's commits not wait for the disk."""
    if isinstance(connection, sqlite3.Connection):
        connection.execute("pragma synchronous = normal")
