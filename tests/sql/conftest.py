"""Hands tests a function that builds a warehouse out of claims."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import duckdb
import pytest

from tests.sql.builders import Row, stage, warehouse

Build = Callable[..., duckdb.DuckDBPyConnection]


@pytest.fixture
def build(tmp_path: Path) -> Iterator[Build]:
    """build(*claims, tables=(...), **stage_tables): an open warehouse with these tables."""
    with ExitStack() as stack:

        def built(
            *claims: Row, tables: tuple[str, ...] = (), **stage_tables: list[Row]
        ) -> duckdb.DuckDBPyConnection:
            folder = tmp_path / str(len(list(tmp_path.iterdir())))
            return stack.enter_context(warehouse(folder, stage(*claims, **stage_tables), *tables))

        yield built
