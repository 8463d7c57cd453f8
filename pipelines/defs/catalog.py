"""What every asset tells of itself before any run: columns, owner, tags, where its table is."""

from functools import cache

import dagster as dg
import pandera.polars as pa

from pipelines.defs.metadata import LEXICON
from pipelines.storage.publication import published_tables
from schemas.registry import contract, contracts

# Who is asked about an asset: words are kept by people who know the subject.
SUBJECT_OWNER, PIPELINE_OWNER = "team:analysts", "team:pipeline"
SUBJECT_GROUPS = ("lexicons", "feeds")


def catalogued(spec: dg.AssetSpec) -> dg.AssetSpec:
    """An asset's spec with all that a person looks for in a data dictionary."""
    name = spec.key.path[-1]
    owner = SUBJECT_OWNER if spec.group_name in SUBJECT_GROUPS else PIPELINE_OWNER
    table = table_names().get(name)
    published = {"sitrep/published": "yes" if table else "no"}
    where = {"dagster/table_name": table} if table else {}
    described = {"dagster/column_schema": columns} if (columns := column_schema(name)) else {}
    return spec.replace_attributes(
        owners=[*spec.owners, owner],
        tags={**spec.tags, "sitrep/layer": spec.group_name or "none", **published},
        metadata={**spec.metadata, **described, **where},
    )


@cache
def table_names() -> dict[str, str]:
    """Schema and name of each table that users query, by asset."""
    return {table.split(".")[1]: table for table in published_tables()}


def column_schema(name: str) -> dg.TableSchema | None:
    """Columns of an asset's contract: type, whether null may stand there, and meaning."""
    if name == "lexicons":
        columns = {
            f"{table.removeprefix(LEXICON)}.{column}": field
            for table in contracts()
            if table.startswith(LEXICON)
            for column, field in contract(table).to_schema().columns.items()
        }
    elif name in contracts():
        columns = contract(name).to_schema().columns
    else:
        return None
    return dg.TableSchema([as_column(column, field) for column, field in columns.items()])


def as_column(name: str, field: pa.Column) -> dg.TableColumn:
    """One column of a contract."""
    return dg.TableColumn(
        name,
        str(field.dtype),
        description=field.description,
        constraints=dg.TableColumnConstraints(nullable=field.nullable, unique=field.unique),
    )
