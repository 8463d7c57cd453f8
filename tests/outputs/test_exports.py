"""Exports: text that a spreadsheet would run stays text, and nothing else is changed."""

import csv
import json
from pathlib import Path

import duckdb
import polars as pl
import pytest

from pipelines.outputs.exports import export_tables
from tests.conftest import HOSTILE

CELLS = ["=cmd|' /C calc'!A0", "+1", "-2+3", "@sum(a1)", "\tx", "plain", None, "a=b", "<b>'\";--"]


@pytest.fixture
def warehouse(tmp_path: Path) -> Path:
    path = tmp_path / "warehouse.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("create schema core; create schema marts; create schema ops")
        connection.execute("create table core.dim_article (article_key bigint, title varchar)")
        connection.executemany(
            "insert into core.dim_article values (?, ?)", list(enumerate(CELLS, start=-3))
        )
        connection.execute("create table ops.run_log (run_id varchar)")
    return path


def test_csv_defuses_formulas_and_leaves_the_rest(warehouse: Path, tmp_path: Path) -> None:
    export_tables(warehouse, tmp_path / "out", ("csv",))
    with (tmp_path / "out/csv/core.dim_article.csv").open(newline="") as file:
        rows = {int(row["article_key"]): row["title"] for row in csv.DictReader(file)}
    titles = [rows[key] for key in sorted(rows)]
    assert titles[:5] == ["'" + text for text in CELLS[:5]]
    assert titles[5:] == ["plain", "", "a=b", "<b>'\";--"]


def test_numbers_below_zero_are_no_formulas(warehouse: Path, tmp_path: Path) -> None:
    export_tables(warehouse, tmp_path / "out", ("csv",))
    assert "\n-3," in (tmp_path / "out/csv/core.dim_article.csv").read_text()


@pytest.mark.parametrize("name", ["parquet", "jsonl"])
def test_files_that_no_spreadsheet_opens_keep_text_as_it_is(
    warehouse: Path, tmp_path: Path, name: str
) -> None:
    export_tables(warehouse, tmp_path / "out", (name,))
    path = tmp_path / f"out/{name}/core.dim_article.{name}"
    frame = pl.read_parquet(path) if name == "parquet" else pl.read_ndjson(path)
    assert frame.sort("article_key")["title"].to_list() == CELLS


def test_what_depends_on_the_run_is_not_exported(warehouse: Path, tmp_path: Path) -> None:
    files = export_tables(warehouse, tmp_path / "out", ("csv", "parquet"))
    assert {name: [path.name for path in paths] for name, paths in files.items()} == {
        "csv": ["core.dim_article.csv", "datapackage.json"],
        "parquet": ["core.dim_article.parquet", "datapackage.json"],
    }


def test_an_unknown_format_names_the_known_ones(warehouse: Path, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="csv, parquet"):
        export_tables(warehouse, tmp_path / "out", ("xls",))


def test_a_hostile_title_is_plain_text_in_every_export(mixed_home: Path, tmp_path: Path) -> None:
    export_tables(mixed_home / "warehouse.duckdb", tmp_path)
    for folder in ("acled", "ged", "hxl", "csv"):
        for path in (tmp_path / folder).glob("*.csv"):
            with path.open(newline="") as file:
                cells = [cell for row in csv.reader(file) for cell in row]
            assert not any(cell.startswith(("=", "+", "@", "\t")) for cell in cells), path
    whole = pl.read_parquet(tmp_path / "parquet/core.dim_article.parquet")
    assert HOSTILE in whole["title"].to_list()
    with (tmp_path / "csv/core.dim_article.csv").open(newline="") as file:
        assert f"'{HOSTILE}" in {row["title"] for row in csv.DictReader(file)}
    lines = (tmp_path / "jsonl/marts.claim_evidence.jsonl").read_text().splitlines()
    assert HOSTILE in {json.loads(line)["article_title"] for line in lines}
    assert "<script" not in (tmp_path / "dictionary/dictionary.html").read_text()
