"""The PostgreSQL copy: the same tables, keys and comments, swapped while readers never stop."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from tests.conftest import sitrep
from tests.postgres import server

psycopg2 = pytest.importorskip("psycopg2", reason="the extra [postgres] is not installed")


@pytest.fixture(scope="module")
def dsn() -> Iterator[str]:
    with server() as found:
        yield found


@pytest.fixture(scope="module")
def served(dsn: str, example_home: Path) -> str:
    """A database that holds a copy of the example."""
    serve(dsn, example_home)
    return dsn


def serve(dsn: str, home: Path) -> None:
    result = sitrep("serve", "postgres", "--dsn", dsn, "--home", home)
    assert result.returncode == 0, result.stderr


def ask(dsn: str, query: str, *values: object) -> list[tuple[object, ...]]:
    with psycopg2.connect(dsn) as connection, connection.cursor() as cursor:
        cursor.execute(query, values)
        rows = cursor.fetchall()
    connection.close()
    return rows


def test_every_table_has_its_rows_types_and_comments(
    served: str, example: duckdb.DuckDBPyConnection
) -> None:
    columns = (
        "select {schema}, table_name, column_name, {comment} from {source} "
        "where {schema} in ('core', 'marts', 'ops') order by 1, 2, 3"
    )
    ours = example.execute(
        columns.format(schema="schema_name", comment="comment", source="duckdb_columns()")
    ).fetchall()
    theirs = ask(
        served,
        columns.format(
            schema="table_schema",
            comment="col_description((table_schema || '.' || table_name)::regclass, "
            "ordinal_position)",
            source="information_schema.columns",
        ),
    )
    assert theirs == ours
    for schema, table in sorted({(row[0], row[1]) for row in ours}):
        count = f"select count(*) from {schema}.{table}"
        assert ask(served, count) == example.execute(count).fetchall(), table
    kinds = dict(
        ask(
            served,
            "select column_name, data_type from information_schema.columns "
            "where table_name = 'event_register'",
        )
    )
    assert kinds["date_start"] == "date"
    assert kinds["killed_best"] == "bigint"
    assert kinds["latitude"] == "double precision"
    assert kinds["is_contradicted"] == "boolean"


def test_nulls_stay_nulls_and_texts_stay_as_they_are(
    served: str, example: duckdb.DuckDBPyConnection
) -> None:
    query = (
        "select claim_id, value_low, value_high, evidence_text, known_on, is_subset "
        "from marts.claim_evidence order by claim_id"
    )
    assert ask(served, query) == example.execute(query).fetchall()


def test_keys_are_kept(served: str) -> None:
    kept = dict(
        ask(
            served,
            "select contype::text, count(*) from pg_constraint "
            "where connamespace in ('core'::regnamespace, 'marts'::regnamespace) group by 1",
        )
    )
    assert kept["p"] > 10
    assert kept["f"] > 20
    lost = ask(
        served,
        "select conrelid::regclass::text from pg_constraint where contype = 'f' "
        "and confrelid not in (select oid from pg_class where relnamespace = 'core'::regnamespace)",
    )
    assert lost == []


def test_the_reader_may_read_and_nothing_else(served: str) -> None:
    ask(served, "create role desk login in role sitrep_reader; select 1")
    as_desk = served.replace("user=postgres", "user=desk")
    assert ask(as_desk, "select count(*) > 0 from marts.event_register") == [(True,)]
    with pytest.raises(psycopg2.errors.InsufficientPrivilege):
        ask(as_desk, "delete from marts.event_register returning 1")


def test_a_second_copy_swaps_under_readers_without_error_or_mixture(
    served: str, example_home: Path, mixed_home: Path
) -> None:
    """Readers join two schemas all the while; each answer is of one warehouse alone."""
    query = (
        "select (select count(*) from core.fact_event), (select count(*) from "
        "marts.event_register), (select count(*) from ops.ingest)"
    )
    answers: list[tuple[object, ...]] = []
    problems: list[Exception] = []
    stop = threading.Event()

    def read() -> None:
        connection = psycopg2.connect(served)
        connection.autocommit = True
        with connection.cursor() as cursor:
            while not stop.is_set():
                try:
                    cursor.execute(query)
                    answers.append(cursor.fetchone())
                except psycopg2.Error as error:
                    problems.append(error)
        connection.close()

    before = ask(served, query)[0]
    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    serve(served, mixed_home)
    after = ask(served, query)[0]
    serve(served, example_home)
    stop.set()
    for reader in readers:
        reader.join()
    assert problems == []
    assert len(answers) > 20
    assert before != after
    assert set(answers) == {before, after}
    left = ask(served, "select nspname from pg_namespace where nspname ~ '_(next|old)$'")
    assert left == []


def test_the_job_in_dagster_makes_the_same_copy(dsn: str, example_home: Path) -> None:
    """In a process of its own, as a run from the UI is."""
    code = (
        "import dagster as dg; from pipelines.definitions import defs; "
        "result = defs.resolve_job_def('serve_postgres').execute_in_process("
        "instance=dg.DagsterInstance.ephemeral()); "
        "(made,) = result.asset_materializations_for_node('postgres_copy'); "
        "print(made.metadata['n_tables'].value)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False,
        env=os.environ | {"SITREP_HOME": str(example_home), "SITREP_POSTGRES_DSN": dsn},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    counted = "select count(*) from information_schema.tables where table_schema = any(%s)"
    assert ask(dsn, counted, ["core", "marts", "ops"]) == [(int(done.stdout),)]


def test_a_server_that_is_not_there_is_told_plainly(example_home: Path) -> None:
    result = sitrep(
        "serve", "postgres", "--dsn", "host=127.0.0.1 port=1 user=nobody", "--home", example_home
    )
    assert result.returncode == 1
    assert "No connection to PostgreSQL" in result.stderr
    assert "Traceback" not in result.stderr
