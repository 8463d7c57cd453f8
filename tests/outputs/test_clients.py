"""Older DuckDB clients, as BI drivers carry them, open the published warehouse."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ASKED = """
import duckdb, sys
with duckdb.connect(sys.argv[1], read_only=True) as connection:
    print(duckdb.__version__)
    for query in (
        "select count(*) from marts.event_register",
        "select count(*) from casualties_as_known(date '2031-04-10')",
        "select count(*) from marts.territory_as_known(date '2031-04-10')",
        "select count(*) from duckdb_columns() where schema_name = 'marts' and comment is null",
    ):
        print(connection.execute(query).fetchone()[0])
"""


@pytest.mark.parametrize("version", ["1.2.2", "1.4.4"])
def test_an_older_client_reads_tables_macros_and_comments(
    version: str, example_home: Path, tmp_path: Path
) -> None:
    installed = subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-compile",
         "--retries", "0", "--timeout", "20", "--target", str(tmp_path), f"duckdb=={version}"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if installed.returncode:
        pytest.skip(f"pip cannot bring duckdb {version} here: {installed.stderr[-200:]}")
    environment = os.environ | {"PYTHONPATH": str(tmp_path)}
    asked = subprocess.run(
        [sys.executable, "-c", ASKED, str(example_home / "warehouse.duckdb")],
        capture_output=True, text=True, check=False, env=environment,
    )  # fmt: skip
    assert asked.returncode == 0, asked.stderr
    client, n_events, n_casualties, n_places, n_bare = asked.stdout.split()
    assert client == version
    assert min(int(n_events), int(n_casualties), int(n_places)) > 0
    assert n_bare == "0"
