"""What a person sees of a table in the UI: rows, columns, a preview, broken rules."""

import dagster as dg
import polars as pl

from pipelines.storage.door import ContractError
from schemas.registry import contract, contracts

PREVIEW_ROWS = 5
PREVIEW_WIDTH = 60


def describe_frame(name: str, frame: pl.DataFrame) -> dict[str, object]:
    """Row count, column schema with descriptions, and the first rows of a table."""
    return {
        "dagster/row_count": frame.height,
        "dagster/column_schema": column_schema(name, frame),
        "preview": dg.MetadataValue.md(as_markdown(frame.head(PREVIEW_ROWS))),
    }


def column_schema(name: str, frame: pl.DataFrame) -> dg.TableSchema:
    """Columns with type and, where the table has a contract, meaning."""
    fields = contract(name).to_schema().columns if name in contracts() else {}
    return dg.TableSchema(
        [
            dg.TableColumn(
                column,
                str(dtype),
                description=fields[column].description if column in fields else None,
            )
            for column, dtype in frame.schema.items()
        ]
    )


def as_markdown(frame: pl.DataFrame) -> str:
    """A small table in Markdown; cells cut to a readable width, markup defused."""
    if frame.width == 0:
        return ""
    cells = frame.select(
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
