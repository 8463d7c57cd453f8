"""Hands tests a function that builds tables out of claims."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import duckdb
import pytest

from tests.sql.builders import Row, part_of_warehouse, stage

Build = Callable[..., duckdb.DuckDBPyConnection]


@pytest.fixture
def build() -> Iterator[Build]:
    """build(*claims, tables=(...), **stage_tables): a connection to these tables."""
    with ExitStack() as stack:

        def built(
            *claims: Row, tables: tuple[str, ...], **stage_tables: list[Row]
        ) -> duckdb.DuckDBPyConnection:
            return stack.enter_context(part_of_warehouse(stage(*claims, **stage_tables), *tables))

        yield built
