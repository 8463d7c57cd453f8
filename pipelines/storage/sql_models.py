"""Finds the SQL files, and what each of them reads, by asking DuckDB's own parser."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from graphlib import TopologicalSorter
from hashlib import sha256
from pathlib import Path

import duckdb

from pipelines.settings import SQL

TABLE_LAYERS = ("intermediate", "core", "marts")
# Comment lines that are settings of a file and no part of its summary.
HEADINGS = ("parameters:", "severity:", "replaced by:", "made whole", "made of what is kept")


class SqlModelError(Exception):
    """A SQL file is not one SELECT that reads known layers; the message says which and why."""


@dataclass(frozen=True)
class SqlModel:
    """One SQL file: a table, a table macro or a check."""

    layer: str
    name: str
    query: str
    reads: tuple[str, ...]

    @property
    def table(self) -> str:
        """Schema and name, as SQL writes them."""
        return f"{self.layer}.{self.name}"

    @property
    def summary(self) -> str:
        """The file's leading comment lines as one text."""
        lines = self.query.splitlines()
        comments = [line[2:].strip() for line in lines if line.startswith("--")]
        return " ".join(line for line in comments if not line.startswith(HEADINGS))

    @property
    def is_blocking(self) -> bool:
        """Whether a failing check stops the run; not where it says `-- severity: warn`."""
        return "-- severity: warn" not in self.query.splitlines()

    @property
    def parameters(self) -> tuple[str, ...]:
        """Parameters of a macro, from its line `-- parameters: a, b`."""
        found = re.search(r"^-- parameters:(.*)$", self.query, re.MULTILINE)
        return tuple(name.strip() for name in found.group(1).split(",")) if found else ()

    @property
    def replaced_by(self) -> tuple[str, ...]:
        """The columns by which rows of a table are replaced, from `-- replaced by: event_id`.

        A row is made again where the value of any of them is touched; none: the table is not kept,
        or made whole each time.
        """
        found = re.search(r"^-- replaced by:(.*)$", self.query, re.MULTILINE)
        return tuple(name.strip() for name in found.group(1).split(",")) if found else ()

    @property
    def is_made_whole(self) -> bool:
        """Whether a table is kept and made whole each time: `-- made whole`."""
        return "-- made whole" in self.query.splitlines()

    @property
    def is_made_of_kept(self) -> bool:
        """Whether rows that are replaced need more than what changed: `-- made of what is kept`.

        They are made of tables as they are kept, each after all that it reads.
        """
        return "-- made of what is kept" in self.query.splitlines()

    @property
    def version(self) -> str:
        """Changes when the query does."""
        return sha256(self.query.encode()).hexdigest()[:12]


@cache
def table_models() -> tuple[SqlModel, ...]:
    """The models that become tables, each after all that it reads."""
    return in_order(TABLE_LAYERS)


@cache
def change_models() -> tuple[SqlModel, ...]:
    """The models that say what changed and what that touches, each after all that it reads."""
    return in_order(("changes",))


def in_order(layers: tuple[str, ...]) -> tuple[SqlModel, ...]:
    """The models of some layers, each after all of them that it reads."""
    models = {model.table: model for layer in layers for model in read_models(layer)}
    graph = {table: [r for r in m.reads if r in models] for table, m in sorted(models.items())}
    return tuple(models[table] for table in TopologicalSorter(graph).static_order())


def with_reads(tables: Iterable[str]) -> set[str]:
    """Those of some tables that SQL models make, and all such that they read, directly or not."""
    reads = {model.table: model.reads for model in table_models()}
    found: set[str] = set()
    waiting = list(tables)
    while waiting:
        table = waiting.pop()
        if table in reads and table not in found:
            found.add(table)
            waiting.extend(reads[table])
    return found


def reads_through(model: SqlModel, hidden_layer: str) -> list[str]:
    """The tables that a model reads, with those of a hidden layer replaced by what they read."""
    hidden = {m.table: m for m in table_models() if m.layer == hidden_layer}
    reads = set()
    for table in model.reads:
        reads |= set(reads_through(hidden[table], hidden_layer)) if table in hidden else {table}
    return sorted(reads - {model.table})


@cache
def read_models(layer: str) -> tuple[SqlModel, ...]:
    """The models of one folder of sql/, by name."""
    return tuple(read_model(path) for path in sorted((SQL / layer).glob("*.sql")))


def read_model(path: Path) -> SqlModel:
    """Read one SQL file; raises SqlModelError where it is anything but one SELECT."""
    query = path.read_text()
    row = parser().execute("select json_serialize_sql(?)", [query]).fetchone()
    parsed = json.loads(row[0])
    if parsed["error"]:
        raise SqlModelError(f"{path.name}: {parsed['error_message']}")
    if len(parsed["statements"]) != 1:
        raise SqlModelError(f"{path.name}: holds {len(parsed['statements'])} statements, not one")
    tables = {f"{schema}.{name}" for schema, name in tables_read(parsed) if schema}
    return SqlModel(path.parent.name, path.stem, query, tuple(sorted(tables)))


@cache
def parser() -> duckdb.DuckDBPyConnection:
    """DuckDB's own parser; it opens no file."""
    return duckdb.connect()


def tables_read(node: object) -> Iterator[tuple[str, str]]:
    """Schema and name of each table that a parsed query reads; no schema for its own CTEs."""
    if isinstance(node, dict):
        if node.get("type") == "BASE_TABLE":
            yield node["schema_name"], node["table_name"]
        for value in node.values():
            yield from tables_read(value)
    elif isinstance(node, list):
        for value in node:
            yield from tables_read(value)
