"""Publishes the warehouse: a fresh file, swapped in whole by one rename."""

import shutil
from pathlib import Path

import duckdb

from pipelines.storage.sql_models import table_models
from pipelines.storage.warehouse import OPS_TABLES

# What a build needs and no reader: views on the lake, and what the next run compares with.
HIDDEN = ("stage", "intermediate")


def publish(build: Path, target: Path) -> None:
    """Copy the build file, without what is hidden, and put the copy in target's place.

    Readers that hold the old file keep it; new ones see the new file at once, never half of it.
    """
    partial = target.with_name(f".{target.name}.partial")
    partial.unlink(missing_ok=True)
    with duckdb.connect(str(build)) as connection:
        connection.execute("checkpoint")  # all of it is in the one file that is copied
        shutil.copyfile(build, partial)
    with duckdb.connect(str(partial)) as connection:
        for schema in HIDDEN:
            connection.execute(f"drop schema {schema} cascade")
    partial.replace(target)


def published_tables() -> list[str]:
    """Schema and name of each table that users see."""
    models = [model.table for model in table_models() if model.layer not in HIDDEN]
    return sorted(models) + [f"ops.{name}" for name in OPS_TABLES]
