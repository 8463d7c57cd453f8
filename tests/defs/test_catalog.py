"""What assets tell of themselves before any run: the data dictionary."""

import dagster as dg
import pytest

from pipelines.definitions import defs
from pipelines.defs.metadata import HELPERS, lineage_of
from pipelines.storage.publication import published_tables
from schemas.registry import contracts

SPECS = {spec.key.path[-1]: spec for spec in defs.resolve_all_asset_specs()}


@pytest.mark.parametrize("name", sorted(SPECS))
def test_an_asset_says_what_it_is_whose_it_is_and_of_which_kind(name: str) -> None:
    spec = SPECS[name]
    assert spec.description
    assert spec.owners
    assert spec.kinds
    assert spec.group_name != "default"
    assert spec.tags["sitrep/layer"] == spec.group_name


@pytest.mark.parametrize("name", sorted(set(SPECS) & set(contracts())))
def test_a_table_lists_its_columns_before_any_run(name: str) -> None:
    schema: dg.TableSchema = SPECS[name].metadata["dagster/column_schema"]
    fields = contracts()[name].to_schema().columns
    assert [column.name for column in schema.columns] == list(fields)
    assert all(
        (column.description or "").startswith(field.description or "")
        for column, field in zip(schema.columns, fields.values(), strict=True)
    )


def test_published_tables_say_the_name_that_queries_use() -> None:
    named = {spec.metadata.get("dagster/table_name") for spec in SPECS.values()}
    # ops.run_log and ops.check_results are kept by the run itself and are no assets.
    kept = {"ops.run_log", "ops.check_results"}
    assert set(published_tables()) - kept <= named


def test_column_lineage_names_columns_that_the_other_asset_lists() -> None:
    for table in published_tables():
        name = table.split(".")[1]
        if table.startswith("ops."):
            continue
        lineage = lineage_of(name)
        listed = [column.name for column in SPECS[name].metadata["dagster/column_schema"].columns]
        assert list(lineage.deps_by_column) == listed
        for dep in (dep for deps in lineage.deps_by_column.values() for dep in deps):
            source = SPECS[dep.asset_key.path[-1]]
            assert source.group_name != HELPERS
            columns = source.metadata["dagster/column_schema"].columns
            assert dep.column_name in {column.name for column in columns}, (name, dep)
            assert dep.asset_key in {d.asset_key for d in SPECS[name].deps}, (name, dep)


def test_a_column_of_a_sql_table_says_where_it_comes_from() -> None:
    spec = SPECS["event_register"]
    told = {c.name: c.description for c in spec.metadata["dagster/column_schema"].columns}
    assert told["location_name"].endswith("From dim_location.name.")
    assert "`location_name`: dim_location.name" in spec.metadata["column sources"].md_str
