"""What a person sees of a table in the UI: its rows, where they come from, broken rules."""

import dagster as dg
import polars as pl
from polars import selectors as cs

from pipelines.storage.column_lineage import column_lineage
from pipelines.storage.door import ContractError
from pipelines.storage.sql_models import table_models

PREVIEW_ROWS = 5
PREVIEW_WIDTH = 60
LEXICON = "lexicon_"
# Tables on the way from stage to core; nobody outside the build sees them, so they are no assets.
HELPERS = "intermediate"


def describe_frame(name: str, frame: pl.DataFrame) -> dict[str, object]:
    """Row count and first rows of a table; of one that SQL makes, where its columns come from.

    Columns and their meaning are the asset's own (catalog.py): they are the same in every run.
    """
    return {
        "dagster/row_count": frame.height,
        "preview": dg.MetadataValue.md(as_markdown(frame.head(PREVIEW_ROWS))),
        **({"dagster/column_lineage": lineage_of(name)} if is_built_by_sql(name) else {}),
    }


def is_built_by_sql(name: str) -> bool:
    """Whether an asset is a table of a SQL model."""
    return name in {model.name for model in table_models()}


def lineage_of(name: str) -> dg.TableColumnLineage:
    """Columns of a SQL table with the columns of other assets that they come from."""
    (columns,) = (
        found for table, found in column_lineage(HELPERS).items() if table.endswith(f".{name}")
    )
    return dg.TableColumnLineage(
        {
            column: [
                dg.TableColumnDep(asset_name(table), column_name(table, source))
                for table, source in sorted(sources)
            ]
            for column, sources in columns.items()
        }
    )


def asset_name(table: str) -> str:
    """The asset that makes a table: its last word, but all lexicons are one asset."""
    name = table.split(".")[1]
    return "lexicons" if name.startswith(LEXICON) else name


def column_name(table: str, column: str) -> str:
    """The column of an asset; the columns of the asset of all lexicons name theirs."""
    name = table.split(".")[1]
    return f"{name.removeprefix(LEXICON)}.{column}" if name.startswith(LEXICON) else column


def as_markdown(frame: pl.DataFrame) -> str:
    """A small table in Markdown; cells cut to a readable width, markup defused."""
    if frame.width == 0:
        return ""
    lists = cs.by_dtype(pl.List).cast(pl.List(pl.String)).list.join(", ")
    cells = frame.with_columns(lists).select(
        pl.all()
        .cast(pl.String, strict=False)
        .fill_null("")
        .str.replace_all(r"[\r\n]+", " ")
        .str.slice(0, PREVIEW_WIDTH)
        .str.replace_all(r"([\\|<>\[\]`*_])", r"\$1")
    )
    lines = ["|" + "|".join(cells.columns) + "|", "|" + "---|" * cells.width]
    return "\n".join(lines + ["|" + "|".join(row) + "|" for row in cells.iter_rows()])


def failure(error: Exception) -> dg.Failure:
    """A refusal of ours as Dagster shows it; running again would end in it again."""
    cases = {}
    if isinstance(error, ContractError):
        cases["failure_cases"] = dg.MetadataValue.md(as_markdown(error.failures.head(50)))
    return dg.Failure(description=str(error), metadata=cases, allow_retries=False)
