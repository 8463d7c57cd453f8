"""Brings the tables of the warehouse up to date with the lake, at the cost of what changed.

One road for new files and for increments: what differs from what the file was made of last is
worked out in memory (sql/changes), the models run there over the claims that matter for it, and
the rows that this touches are replaced in the file, all in one transaction. In a new file
everything has changed.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import duckdb

from pipelines.storage.lake import Lake
from pipelines.storage.replaced_rows import is_of_file, replace_rows
from pipelines.storage.sql_models import (
    SqlModel,
    change_models,
    read_models,
    table_models,
    with_reads,
)
from pipelines.storage.warehouse import (
    STORAGE_VERSION,
    Warehouse,
    begin_schemas,
    copy_ops,
    create_macro,
    describe,
    make_table,
    show_lake,
    transaction,
)
from schemas.registry import contract, contracts

# What changes row by row, and the rows of it that the models are shown: (column, one of changes).
SHOWN = {
    "dated_claims": ("claim_id", "needed_claim"),
    "event_claims": ("claim_id", "needed_claim"),
    "reports": ("report_id", "touched_report"),
    "events": ("event_id", "needed_event"),
    "event_aliases": ("event_id", "touched_event"),
    "articles": ("article_id", "needed_article"),
    "stories": ("article_id", "needed_article"),
}
FOLLOWED = {*SHOWN, "event_relations"}
# What says which evidence each window of the ledger sees.
WINDOWS_BEGIN = "intermediate.territory_reach"

# The table whose comment says what the file was made with, and how large it then was.
MARKED = "intermediate.claim_fingerprint"
# Rows that are replaced leave gaps: a file that grew so many times, from some MB on, is made anew.
GROWTH, SMALL = 2, 32_000_000


def refresh(warehouse: Warehouse) -> None:
    """Make every table what the lake asks for; a file that other rules made is made anew.

    Raises ContractError where rows break a contract; the file is then as it was.
    """
    version = made_with(warehouse.lake)
    is_new = not is_fit(warehouse.path, version)
    target = warehouse.path.with_suffix(".partial") if is_new else warehouse.path
    if is_new:
        begin(target, warehouse.lake)
    with workshop(target) as connection:
        work_out(connection, warehouse.lake)
        with transaction(connection):
            show_lake(connection, warehouse.lake, "build.stage")  # a home may have moved
            for model in kept_models():
                replace_rows(connection, model)
    if is_new:
        mark(target, version)
        log_of(warehouse.path).unlink(missing_ok=True)  # what a killed run left of the old file
    target.replace(warehouse.path)


def kept_models() -> list[SqlModel]:
    """The models whose tables the file keeps, in the order of building."""
    return [model for model in table_models() if model.replaced_by or model.is_made_whole]


def made_with(lake: Lake) -> str:
    """A version of all that makes the tables but the rows that are followed one by one.

    Models, contracts, lexicons, baseline, DuckDB: where any of them is another, so is the file.
    """
    models = [*table_models(), *change_models(), *read_models("macros")]
    digest = sha256(f"{duckdb.__version__} {STORAGE_VERSION}".encode())
    for model in models:
        digest.update(model.query.encode())
    for name in sorted(contracts()):
        columns = contract(name).to_schema().columns
        told = [(column, field.description) for column, field in columns.items()]
        digest.update(repr((name, contract(name).__doc__, told)).encode())
    for name in sorted({read for model in models for read in model.reads}):
        layer, table = name.split(".")
        if layer == "stage" and table not in FOLLOWED:
            digest.update(lake.path(table).read_bytes())
    return digest.hexdigest()


def is_fit(path: Path, version: str) -> bool:
    """Whether a file is there, was made with this version, and is not mostly gaps."""
    if not path.exists():
        return False
    with duckdb.connect(str(path)) as connection:  # which takes in what a killed run had done
        noted = connection.execute(
            "select comment from duckdb_tables() where schema_name || '.' || table_name = ?",
            [MARKED],
        ).fetchall()
    if not noted or not noted[0][0]:
        return False
    made, size = noted[0][0].split()
    return made == version and path.stat().st_size <= GROWTH * max(SMALL, int(size))


def mark(path: Path, version: str) -> None:
    """Note in a new file what it was made with, and its size."""
    size = path.stat().st_size
    with duckdb.connect(str(path)) as connection:
        connection.execute(f"comment on table {MARKED} is '{version} {size}'")


def begin(path: Path, lake: Lake) -> None:
    """A file with every table, macro and comment, and no row."""
    for left in (path, log_of(path)):
        left.unlink(missing_ok=True)
    inner = [model.table for model in kept_models() if model.name not in contracts()]
    with duckdb.connect() as connection:
        begin_schemas(connection)
        show_lake(connection, lake)
        for model in table_models():
            if model.table in with_reads(inner):
                connection.execute(f"create table {model.table} as from ({model.query}) limit 0")
        connection.execute(
            f"attach '{quoted(path)}' as build (storage_version '{STORAGE_VERSION}')"
        )
        connection.execute("use build")
        with transaction(connection):
            begin_schemas(connection)
            for table in inner:
                connection.execute(f"create table {table} as from memory.{table}")
            for model in kept_models():
                if model.table not in inner:
                    make_table(connection, model.table, contract(model.name).empty())
                    describe(connection, model.table, model.name)
            copy_ops(connection, lake)
            for macro in read_models("macros"):
                create_macro(connection, macro)
        connection.execute("use memory")
        connection.execute("detach build")


@contextmanager
def workshop(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database in memory with every schema, beside the file, which it calls build."""
    config = {"temp_directory": str(path.with_suffix(".spilled"))}
    with duckdb.connect(config=config) as connection:
        connection.execute("set python_enable_replacements = false")
        begin_schemas(connection)
        for schema in ("lake", "before", "changes"):
            connection.execute(f"create schema {schema}")
        connection.execute(f"attach '{quoted(path)}' as build")
        yield connection
        connection.execute("use memory")
        connection.execute("detach build")


def log_of(path: Path) -> Path:
    """Where DuckDB keeps what it has not yet written into a file."""
    return path.with_name(f"{path.name}.wal")


def quoted(path: Path) -> str:
    """A path inside a SQL string."""
    return str(path).replace("'", "''")


def work_out(connection: duckdb.DuckDBPyConnection, lake: Lake) -> None:
    """Make in memory what changed, what that touches, and the rows of every table touched by it."""
    show_lake(connection, lake, "lake")
    show_lake(connection, lake)
    for model in kept_models():
        connection.execute(f"create view before.{model.name} as from build.{model.table}")
    over_all = with_reads(
        [model.table for model in kept_models() if model.is_made_whole and model.layer == "core"]
        + [table for model in change_models() for table in model.reads]
    )
    for model in (*table_models(), *change_models()):
        if model.table in over_all or model.layer == "changes":
            connection.execute(f"create table {model.table} as {model.query}")
    for table, (column, shown) in SHOWN.items():
        connection.execute(f"drop view stage.{table}")
        needed = f"semi join changes.{shown} using ({column})"
        if table == "articles":  # their texts are long: they are read once, where any is needed
            connection.execute(
                f"create view stage.{table} as from {files_with(connection, lake, needed)} {needed}"
            )
        else:
            connection.execute(f"create table stage.{table} as from lake.{table} {needed}")
    for model in table_models():
        if model.table not in over_all and not is_of_file(model):
            connection.execute(f"create table {model.table} as {model.query}")
            keep_to_windows(connection, model)


def files_with(connection: duckdb.DuckDBPyConnection, lake: Lake, needed: str) -> str:
    """The files of articles that hold any that is needed, as a table of SQL."""
    every = lake.files("articles").replace("'", "''")
    found = connection.execute(
        f"select distinct filename from read_parquet('{every}') {needed}"
    ).fetchall()
    files = ", ".join(f"'{quoted(Path(name))}'" for (name,) in sorted(found))
    return f"read_parquet([{files}])" if found else "lake.articles"


def keep_to_windows(connection: duckdb.DuckDBPyConnection, model: SqlModel) -> None:
    """Look at touched windows of the ledger alone; the others of a place are taken from before."""
    touched = "window_id in (from changes.touched_window)"
    if model.table == WINDOWS_BEGIN:
        connection.execute(f"delete from {model.table} where not ({touched})")
    elif "window_id" in model.replaced_by:
        connection.execute(
            f"insert into {model.table} from before.{model.name} where not ({touched}) "
            "and location_id in (select location_id from changes.touched_place)"
        )
