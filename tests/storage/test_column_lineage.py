"""Columns are followed through SQL exactly, whatever it is written with."""

from collections.abc import Iterator

import duckdb
import pytest

from pipelines.storage.column_lineage import column_lineage, traced
from pipelines.storage.sql_models import reads_through, table_models

MODELS = {model.table: model for model in table_models()}


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        connection.execute("create schema s")
        connection.execute("create table s.a (id int, x int, y int, tags text[], day date)")
        connection.execute("create table s.b (id int, z int, name text)")
        yield connection


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("select x + y as v, 1 as one from s.a", ["a.x a.y", ""]),
        ("select x from s.a where y > 0 and id in (select id from s.b)", ["a.x"]),
        ("select a.id, z from s.a left join s.b using (id)", ["a.id", "b.z"]),
        ("select id, z from s.a full join s.b using (id)", ["a.id b.id", "b.z"]),
        ("from s.a semi join s.b using (id) select x", ["a.x"]),
        ("select * exclude (tags, day, y) from s.a anti join s.b using (id)", ["a.id", "a.x"]),
        ("select case when x > 0 then y else id end from s.a", ["a.id a.x a.y"]),
        ("select day, sum(x) filter (where y > 0) from s.a group by all", ["a.day", "a.x a.y"]),
        ("select count(*) as n, arg_max(x, y) as v from s.a", ["", "a.x a.y"]),
        ("select lag(x) over w as v from s.a window w as (partition by id order by y)",
         ["a.id a.x a.y"]),
        ("select x from s.a union all select z from s.b", ["a.x b.z"]),
        ("select x from s.a except select z from s.b", ["a.x"]),
        ("with c as (select x as v, y as w from s.a) select v + w, v from c", ["a.x a.y", "a.x"]),
        ("with recursive r as (select id as i, x as v from s.a union all "
         "select r.i, b.z from r inner join s.b on b.id = r.i) select i, v from r",
         ["a.id", "a.x b.z"]),
        ("select (select max(z) from s.b where b.id = a.x) as v from s.a", ["b.z"]),
        ("select exists (select 1 from s.b where b.id = a.x) as v from s.a", ["a.x b.id"]),
        ("select unnest(tags) as tag, id from s.a", ["a.tags", "a.id"]),
        ("select u.tag from s.a cross join unnest(a.tags) as u(tag)", ["a.tags"]),
        ("select list_transform(tags, lambda t: t || x) from s.a", ["a.tags a.x"]),
        ("unpivot (select id, x, y from s.a) on x, y into name k value v", ["a.id", "", "a.x a.y"]),
        ("select distinct on (id) x from s.a order by y", ["a.x"]),
        ("select r.day, x from range(date '2031-01-01', date '2031-02-01', interval 1 day) "
         "as r(day) cross join s.a", ["", "a.x"]),
        ("select v.k, v.n from (values ('a', 1), ('b', 2)) as v(k, n)", ["", ""]),
        ("select x from s.a order by y limit 3", ["a.x"]),
    ],
)  # fmt: skip
def test_a_column_comes_from_what_its_expression_names(
    connection: duckdb.DuckDBPyConnection, query: str, wanted: list[str]
) -> None:
    found = [
        " ".join(sorted(f"{table.removeprefix('s.')}.{name}" for table, name in columns))
        for columns in traced(connection, query)
    ]
    assert found == wanted


def test_every_column_of_every_table_is_followed_to_columns_that_exist() -> None:
    """Named columns exist, and a table comes from nothing that its query does not read."""
    lineage = column_lineage("intermediate")
    assert set(lineage) == set(MODELS)
    for table, columns in lineage.items():
        sources = {source for of in columns.values() for source, _ in of}
        assert sources <= set(reads_through(MODELS[table], "intermediate")), table
        assert not any(source.startswith("intermediate.") for source in sources), table
        missing = [
            (source, name)
            for of in columns.values()
            for source, name in of
            if source in lineage and name not in lineage[source]
        ]
        assert missing == [], table


def test_a_figure_of_a_mart_comes_from_its_fact_and_that_from_claims() -> None:
    lineage = column_lineage("intermediate")
    assert ("core.fact_casualty", "best") in lineage["marts.casualties_daily"]["best"]
    assert lineage["marts.event_register"]["location_name"] == {("core.dim_location", "name")}
    evidence = lineage["core.fact_claim"]["evidence_text"]
    assert {name for _, name in evidence} == {"evidence_text"}


def test_columns_that_come_from_nothing_are_counts_of_rows_and_words_of_the_query() -> None:
    unsourced = {
        f"{table}.{name}"
        for table, columns in column_lineage("intermediate").items()
        for name, of in columns.items()
        if not of and not table.startswith("intermediate.")
    }
    words = {"marts.casualties_by_policy.policy", "marts.revisions.fact"}
    shares_of_rows = {"marts.source_agreement.disagreement"}
    others = unsourced - words - shares_of_rows
    assert {name for name in others if not name.split(".")[2].startswith("n_")} == set()
