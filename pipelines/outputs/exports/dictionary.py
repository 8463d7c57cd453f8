"""The data dictionary as a page, made of the comments in the published warehouse."""

from importlib.resources import files
from pathlib import Path

import duckdb
from jinja2 import Environment, StrictUndefined

from pipelines.outputs.exports.resources import Resource, read_tables

FILE = "dictionary.html"
TEMPLATE = files("pipelines.outputs.exports") / "dictionary.html.jinja"


def write_dictionary(connection: duckdb.DuckDBPyConnection, folder: Path) -> list[Resource]:
    """dictionary.html: every table of core, marts and ops with its columns, units and meaning."""
    tables = list(read_tables(connection, ("core", "marts", "ops")))
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    page = environment.from_string(TEMPLATE.read_text(encoding="utf-8")).render(tables=tables)
    (folder / FILE).write_text(page, encoding="utf-8")
    n_columns = sum(len(table.fields) for table in tables)
    return [Resource("dictionary", FILE, "The data dictionary.", n_columns, (), is_tabular=False)]
