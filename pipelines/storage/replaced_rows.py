"""Replaces the rows of one table of the warehouse's file that are touched."""

import duckdb
import polars as pl

from pipelines.storage.door import ContractError, enforce
from pipelines.storage.sql_models import SqlModel
from schemas.registry import contract, contracts

# Where rows are replaced by a column: one of changes, and its column, that hold what is touched.
TOUCHED = {
    "claim_id": ("touched_claim", "claim_id"),
    "event_id": ("touched_event", "event_id"),
    "related_event_id": ("touched_event", "event_id"),
    "report_id": ("touched_report", "report_id"),
    "article_id": ("touched_article", "article_id"),
    "article_key": ("touched_article", "article_key"),
    "location_key": ("touched_place", "location_key"),
    "date_key": ("touched_day", "date_key"),
    "date": ("late_day", "date"),
    "window_id": ("touched_window", "window_id"),
}
# Of the touched rows of a table in the file: which go, and which are to come in their place.
DIFFERING = """
create or replace temporary table differing as
with old as (
    select
        rowid as old_row,
        hash(old) as fingerprint,
        row_number() over (partition by fingerprint) as place,
    from {old} as old
    where {touched}
),
new as (
    select
        rowid as new_row,
        hash(new) as fingerprint,
        row_number() over (partition by fingerprint) as place,
    from {new} as new
)
select old_row, new_row
from old
full join new using (fingerprint, place)
where old_row is null or new_row is null
"""


def is_of_file(model: SqlModel) -> bool:
    """Whether rows are made of the file's own tables, once these are up to date."""
    return model.is_made_of_kept or (model.layer == "marts" and model.is_made_whole)


def replace_rows(connection: duckdb.DuckDBPyConnection, model: SqlModel) -> None:
    """Replace the rows of one table that are touched, or all of them."""
    touched = " or ".join(
        f"{column} in (select {key} from memory.changes.{table})"
        for column, (table, key) in ((name, TOUCHED[name]) for name in model.replaced_by)
    )
    source, going, coming = f"memory.{model.table}", touched or "true", touched or "true"
    if is_of_file(model):
        source = f"temp.{model.name}"  # of other databases a transaction writes into one alone
        connection.execute("use build")
        connection.execute(
            f"create temporary table {source} as from ({model.query}) where {coming}"
        )
        # Most of these rows are what they were: writing them again costs more than looking.
        connection.execute(DIFFERING.format(old=f"build.{model.table}", new=source, touched=going))
        going, coming = (
            f"rowid in (select {row} from temp.differing)" for row in ("old_row", "new_row")
        )
    connection.execute(f"delete from build.{model.table} where {going}")
    rows = f"from {source} where {coming}"
    if model.name in contracts():
        enforce(model.name, pl.DataFrame(connection.sql(rows)))
    connection.execute(f"insert into build.{model.table} {rows}")
    refuse_doubles(connection, model, source)


def refuse_doubles(connection: duckdb.DuckDBPyConnection, model: SqlModel, source: str) -> None:
    """Raise ContractError where a value that is to be unique stands in an old row and a new one."""
    if model.name not in contracts() or not model.replaced_by:
        return
    for column, field in contract(model.name).to_schema().columns.items():
        if field.unique:
            doubles = pl.DataFrame(
                connection.sql(
                    f"select {column}::varchar as failure_case from build.{model.table} "
                    f"where {column} in (select {column} from {source}) "
                    "group by all having count(*) > 1"
                )
            )
            if not doubles.is_empty():
                told = {"column": column, "check": "field_uniqueness", "index": None}
                failures = doubles.with_columns(pl.lit(v).alias(n) for n, v in told.items())
                raise ContractError(model.name, failures)
