"""Copies of the published warehouse for tools that read no DuckDB: one folder a format."""

from collections.abc import Callable, Sequence
from pathlib import Path

import duckdb

from pipelines.outputs.exports.datapackage import write_datapackage
from pipelines.outputs.exports.datasets import write_acled, write_ged, write_hxl
from pipelines.outputs.exports.dictionary import write_dictionary
from pipelines.outputs.exports.excel import write_excel
from pipelines.outputs.exports.geojson import write_geojson
from pipelines.outputs.exports.resources import Resource
from pipelines.outputs.exports.tables import write_csv, write_jsonl, write_parquet

Writer = Callable[[duckdb.DuckDBPyConnection, Path], list[Resource]]
WRITERS: dict[str, Writer] = {
    "csv": write_csv,
    "parquet": write_parquet,
    "jsonl": write_jsonl,
    "geojson": write_geojson,
    "excel": write_excel,
    "acled": write_acled,
    "ged": write_ged,
    "hxl": write_hxl,
    "dictionary": write_dictionary,
}
FORMATS = tuple(WRITERS)


def export_tables(
    warehouse: Path, folder: Path, formats: Sequence[str] = FORMATS
) -> dict[str, list[Path]]:
    """Write each format into <folder>/<format>, with a datapackage.json that describes its files.

    Out: the files by format. Equal warehouses give equal bytes. Raises ValueError on a format that
    is not known.
    """
    unknown = sorted(set(formats) - set(FORMATS))
    if unknown:
        raise ValueError(f"unknown format {unknown}: choose from {', '.join(FORMATS)}")
    written = {}
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        connection.execute("set python_enable_replacements = false")
        for name in formats:
            target = folder / name
            target.mkdir(parents=True, exist_ok=True)
            resources = WRITERS[name](connection, target)
            package = write_datapackage(target, f"sitrep-{name}", resources)
            files = {target / resource.file: None for resource in resources}
            written[name] = [*files, package]
    return written
