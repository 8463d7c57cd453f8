"""Writes the published tables as files for tools that read no DuckDB."""

from pathlib import Path

import duckdb

FORMATS = ("csv", "parquet")
# A spreadsheet runs a cell that begins with one of these as a formula.
FORMULA_STARTS = "=+-@\t\r"


def export_tables(warehouse: Path, folder: Path, formats: tuple[str, ...] = FORMATS) -> list[Path]:
    """Write each table of core and marts as <folder>/<format>/<schema>.<table>.<format>.

    Rows are in the order of their columns, so equal warehouses give equal bytes. Text in CSV that
    a spreadsheet would run as a formula gets a leading apostrophe. Raises ValueError on a format
    that is not known.
    """
    unknown = set(formats) - set(FORMATS)
    if unknown:
        raise ValueError(f"unknown format {sorted(unknown)}: choose from {', '.join(FORMATS)}")
    written = []
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        connection.execute("set threads = 1")  # Parquet row groups in one fixed order
        for schema, table in tables(connection):
            for name in formats:
                path = folder / name / f"{schema}.{table}.{name}"
                path.parent.mkdir(parents=True, exist_ok=True)
                columns = selected(connection, schema, table, name)
                query = f'select {columns} from {schema}."{table}" order by all'
                target = str(path).replace("'", "''")
                connection.execute(f"copy ({query}) to '{target}' ({options(name)})")
                written.append(path)
    return written


def tables(connection: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    """Schema and name of each table of core and marts."""
    return connection.execute(
        "select schema_name, table_name from duckdb_tables() "
        "where schema_name in ('core', 'marts') order by all"
    ).fetchall()


def selected(connection: duckdb.DuckDBPyConnection, schema: str, table: str, name: str) -> str:
    """The columns to write; in CSV, text is guarded against being run as a formula."""
    columns = connection.execute(
        "select column_name, data_type from duckdb_columns() "
        "where schema_name = ? and table_name = ? order by column_index",
        [schema, table],
    ).fetchall()
    return ", ".join(
        guarded(column) if name == "csv" and data_type == "VARCHAR" else f'"{column}"'
        for column, data_type in columns
    )


def guarded(column: str) -> str:
    """SQL that puts an apostrophe before text which starts like a formula."""
    starts = ", ".join(f"chr({ord(start)})" for start in FORMULA_STARTS)
    return (
        f"case when left(\"{column}\", 1) in ({starts}) then '''' || \"{column}\" "
        f'else "{column}" end as "{column}"'
    )


def options(name: str) -> str:
    """COPY options of a format."""
    return "format csv, header" if name == "csv" else "format parquet, compression zstd"
