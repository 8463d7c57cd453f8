"""The marts as one Excel workbook: frozen headers, filters, and a sheet that explains them."""

from datetime import datetime
from pathlib import Path

import duckdb
import polars as pl
import xlsxwriter

from pipelines.outputs.exports.resources import Resource, Table, describe_columns, read_tables

FILE = "sitrep.xlsx"
# Text stays text: nothing is taken for a formula, a number or a link.
OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": "yyyy-mm-dd",
}
# A workbook that says when it was made differs at each export.
MADE_AT = datetime(2000, 1, 1)
SHEET_ROWS = 1_048_575  # Excel's rows, less the header
CELL_LETTERS = 32_767
SHEET_NAME_LETTERS = 31
WIDEST, NARROWEST = 420, 70
DICTIONARY = "dictionary"


def write_excel(connection: duckdb.DuckDBPyConnection, folder: Path) -> list[Resource]:
    """sitrep.xlsx: the dictionary, then a sheet a mart; more rows than a sheet holds fill several.

    Text longer than a cell holds is cut, and ends in an ellipsis.
    """
    marts = list(read_tables(connection, ("marts",)))
    words = dictionary(marts)
    with xlsxwriter.Workbook(folder / FILE, OPTIONS) as workbook:
        workbook.set_properties({"title": "sitrep", "created": MADE_AT})
        add_sheet(workbook, DICTIONARY, words)
        resources = [resource(DICTIONARY, "What each column means.", words, DICTIONARY)]
        for mart in marts:
            for sheet, frame in sheets(mart):
                add_sheet(workbook, sheet, frame)
                resources.append(resource(sheet, mart.description, frame, sheet, mart))
    return resources


def sheets(mart: Table) -> list[tuple[str, pl.DataFrame]]:
    """The name and rows of each sheet of a mart; a mart without rows has one."""
    starts = range(0, max(1, mart.frame.height), SHEET_ROWS)
    parts = [mart.frame.slice(start, SHEET_ROWS) for start in starts]
    names = [mart.name if len(parts) == 1 else f"{mart.name} {n}" for n in range(1, len(parts) + 1)]
    return [(name[:SHEET_NAME_LETTERS], part) for name, part in zip(names, parts, strict=True)]


def add_sheet(workbook: xlsxwriter.Workbook, name: str, frame: pl.DataFrame) -> None:
    """One sheet: bold frozen header, filters, columns as wide as they need."""
    text = pl.col(pl.String)
    fitting = frame.with_columns(
        pl.when(text.str.len_chars() > CELL_LETTERS)
        .then(text.str.slice(0, CELL_LETTERS - 1) + "…")
        .otherwise(text)
    )
    fitting.write_excel(
        workbook,
        name,
        table_name=name.replace(" ", "_"),
        header_format={"bold": True, "bg_color": "#22324a", "font_color": "#ffffff"},
        column_widths={column: width(fitting[column]) for column in fitting.columns},
        dtype_formats={pl.Date: "yyyy-mm-dd", pl.Int64: "0", pl.Int32: "0", pl.Float64: "0.0000"},
        freeze_panes=(1, 0),
        autofilter=True,
    )


def width(column: pl.Series) -> int:
    """Pixels that show most values whole."""
    letters = column.head(500).cast(pl.String).str.len_chars().quantile(0.9) or 0
    return int(min(WIDEST, max(NARROWEST, 7 * max(letters, len(column.name)) + 24)))


def dictionary(tables: list[Table]) -> pl.DataFrame:
    """One row a column: table, column, type, unit, meaning."""
    return pl.DataFrame(
        [
            (table.name, field.name, field.type, field.unit, field.description)
            for table in tables
            for field in table.fields
        ],
        schema=dict.fromkeys(("table", "column", "type", "unit", "meaning"), pl.String),
        orient="row",
    )


def resource(
    name: str, description: str, frame: pl.DataFrame, sheet: str, table: Table | None = None
) -> Resource:
    """A sheet as part of the data package."""
    fields = table.fields if table else describe_columns(frame)
    return Resource(name, FILE, description, frame.height, fields, sheet=sheet)
