"""What every asset tells of itself before any run: columns, owner, tags, where its table is.

Where columns come from is told here as well: Dagster's open-source UI keeps `column_lineage` of a
materialization but draws it in Dagster+ alone.
"""

from functools import cache

import dagster as dg
import pandera.polars as pa

from pipelines.defs.metadata import LEXICON, is_built_by_sql, lineage_of
from pipelines.storage.publication import published_tables
from schemas.registry import contract, contracts

# Who is asked about an asset: words are kept by people who know the subject.
SUBJECT_OWNER, PIPELINE_OWNER = "team:analysts", "team:pipeline"
SUBJECT_GROUPS = ("lexicons", "feeds")
SHOWN_SOURCES = 4

Sources = dict[str, list[str]]


def catalogued(spec: dg.AssetSpec) -> dg.AssetSpec:
    """An asset's spec with all that a person looks for in a data dictionary."""
    name = spec.key.path[-1]
    owner = SUBJECT_OWNER if spec.group_name in SUBJECT_GROUPS else PIPELINE_OWNER
    table = table_names().get(name)
    published = {"sitrep/published": "yes" if table else "no"}
    where = {"dagster/table_name": table} if table else {}
    sources = sources_of(name) if is_built_by_sql(name) else {}
    described = {"dagster/column_schema": c} if (c := column_schema(name, sources)) else {}
    whole = {"column sources": dg.MetadataValue.md(as_list(sources))} if sources else {}
    return spec.replace_attributes(
        owners=[*spec.owners, owner],
        tags={**spec.tags, "sitrep/layer": spec.group_name or "none", **published},
        metadata={**spec.metadata, **described, **where, **whole},
    )


@cache
def table_names() -> dict[str, str]:
    """Schema and name of each table that users query, by asset."""
    return {table.split(".")[1]: table for table in published_tables()}


def sources_of(name: str) -> Sources:
    """By column of a SQL table: asset and column of all that it comes from."""
    return {
        column: [f"{dep.asset_key.path[-1]}.{dep.column_name}" for dep in deps]
        for column, deps in lineage_of(name).deps_by_column.items()
    }


def as_list(sources: Sources) -> str:
    """The sources of all columns as a list in Markdown."""
    lines = (f"- `{column}`: {', '.join(of) or 'no column'}" for column, of in sources.items())
    return "\n".join(lines)


def column_schema(name: str, sources: Sources) -> dg.TableSchema | None:
    """Columns of an asset's contract: type, whether null may stand there, meaning and sources."""
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
    return dg.TableSchema(
        [as_column(column, field, sources.get(column, [])) for column, field in columns.items()]
    )


def as_column(name: str, field: pa.Column, sources: list[str]) -> dg.TableColumn:
    """One column of a contract, and what it comes from."""
    n_more = len(sources) - SHOWN_SOURCES
    more = f" and {n_more} more" if n_more > 0 else ""
    told = f"From {', '.join(sources[:SHOWN_SOURCES])}{more}." if sources else ""
    return dg.TableColumn(
        name,
        str(field.dtype),
        description=" ".join(filter(None, (field.description, told))) or None,
        constraints=dg.TableColumnConstraints(nullable=field.nullable, unique=field.unique),
    )
