"""Exports: text that a spreadsheet would run stays text, and nothing else is changed."""

import csv
from pathlib import Path

import duckdb
import pytest

from pipelines.outputs.exports import export_tables

HOSTILE = ["=cmd|' /C calc'!A0", "+1", "-2+3", "@sum(a1)", "\tx", "plain", None, "a=b", "<b>'\";--"]


@pytest.fixture
def warehouse(tmp_path: Path) -> Path:
    path = tmp_path / "warehouse.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("create schema core; create schema marts; create schema ops")
        connection.execute("create table core.dim_article (article_key bigint, title varchar)")
        connection.executemany(
            "insert into core.dim_article values (?, ?)", list(enumerate(HOSTILE, start=-3))
        )
        connection.execute("create table ops.run_log (run_id varchar)")
    return path


def test_csv_defuses_formulas_and_leaves_the_rest(warehouse: Path, tmp_path: Path) -> None:
    export_tables(warehouse, tmp_path / "out", ("csv",))
    with (tmp_path / "out/csv/core.dim_article.csv").open(newline="") as file:
        rows = {int(row["article_key"]): row["title"] for row in csv.DictReader(file)}
    titles = [rows[key] for key in sorted(rows)]
    assert titles[:5] == ["'" + text for text in HOSTILE[:5]]
    assert titles[5:] == ["plain", "", "a=b", "<b>'\";--"]


def test_numbers_below_zero_are_no_formulas(warehouse: Path, tmp_path: Path) -> None:
    export_tables(warehouse, tmp_path / "out", ("csv",))
    assert "\n-3," in (tmp_path / "out/csv/core.dim_article.csv").read_text()


def test_parquet_keeps_text_as_it_is(warehouse: Path, tmp_path: Path) -> None:
    export_tables(warehouse, tmp_path / "out", ("parquet",))
    path = tmp_path / "out/parquet/core.dim_article.parquet"
    with duckdb.connect() as connection:
        titles = connection.execute(
            "select title from read_parquet(?) order by article_key", [str(path)]
        ).fetchall()
    assert [title for (title,) in titles] == HOSTILE


def test_what_depends_on_the_run_is_not_exported(warehouse: Path, tmp_path: Path) -> None:
    files = export_tables(warehouse, tmp_path / "out")
    assert sorted(path.name for path in files) == [
        "core.dim_article.csv",
        "core.dim_article.parquet",
    ]


def test_an_unknown_format_names_the_known_ones(warehouse: Path, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="csv, parquet"):
        export_tables(warehouse, tmp_path / "out", ("xls",))
