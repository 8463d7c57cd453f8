"""Events in the columns of datasets that people already work with: ACLED, UCDP GED, HXL."""

import csv
from pathlib import Path

import duckdb
import polars as pl

from pipelines.outputs.exports.resources import Resource, describe_columns
from pipelines.outputs.formulas import defused
from pipelines.storage.sql_models import SqlModel, read_models


def write_acled(connection: duckdb.DuckDBPyConnection, folder: Path) -> list[Resource]:
    """events.csv in ACLED's columns."""
    return [write_dataset(connection, folder, model("acled_events"))]


def write_ged(connection: duckdb.DuckDBPyConnection, folder: Path) -> list[Resource]:
    """events.csv in the columns of UCDP GED."""
    return [write_dataset(connection, folder, model("ged_events"))]


def write_hxl(connection: duckdb.DuckDBPyConnection, folder: Path) -> list[Resource]:
    """events.csv with a row of HXL hashtags under the header."""
    chosen = model("hxl_events")
    frame = pl.DataFrame(connection.sql(chosen.query))
    heads = [name.partition(" #") for name in frame.columns]
    frame.columns = [name for name, _, _ in heads]
    with (folder / "events.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(frame.columns)
        writer.writerow(f"#{hashtag}" for _, _, hashtag in heads)
        file.write(defused(frame).write_csv(include_header=False))
    fields = describe_columns(frame)
    return [
        Resource(chosen.name, "events.csv", chosen.summary, frame.height, fields, header_rows=2)
    ]


def write_dataset(
    connection: duckdb.DuckDBPyConnection, folder: Path, chosen: SqlModel
) -> Resource:
    """The rows of one model as events.csv."""
    frame = pl.DataFrame(connection.sql(chosen.query))
    defused(frame).write_csv(folder / "events.csv")
    return Resource(
        chosen.name, "events.csv", chosen.summary, frame.height, describe_columns(frame)
    )


def model(name: str) -> SqlModel:
    """A query of sql/exports."""
    return next(found for found in read_models("exports") if found.name == name)
