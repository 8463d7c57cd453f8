"""Frames for notebooks, and the charts that the README draws of them."""

import re
from pathlib import Path

import altair
import duckdb
import pytest

from pipelines.notebook import read_marts

README = Path(__file__).parents[2] / "README.md"


def test_every_mart_is_a_frame_with_its_rows(
    example_home: Path, example: duckdb.DuckDBPyConnection
) -> None:
    frames = read_marts(example_home)
    counted = example.execute(
        "select table_name, estimated_size from duckdb_tables() where schema_name = 'marts'"
    ).fetchall()
    assert {name: frame.height for name, frame in frames.items()} == dict(counted)


def test_a_home_without_a_warehouse_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="sitrep run"):
        read_marts(tmp_path)


def test_the_charts_of_the_readme_draw_the_example(
    example_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITREP_HOME", str(example_home))
    (code,) = re.findall(r"```python\n(.+?)```", README.read_text(), re.DOTALL)
    drawn: dict[str, object] = {}
    exec(code, drawn)
    for name in ("casualties", "control"):
        chart = drawn[name]
        assert isinstance(chart, altair.TopLevelMixin)
        (rows,) = chart.to_dict()["datasets"].values()
        assert len(rows) > 3
