"""The walls of the house: who may import whom, which SQL may read what."""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from pipelines.storage.sql_models import read_models

ROOT = Path(__file__).parents[1]
# Longest prefix first: the layer of a module -> what it must never import.
FORBIDDEN = {
    "schemas": {"pipelines", "dagster", "duckdb"},
    "pipelines/transforms": {
        "dagster", "duckdb", "pathlib", "os", "io", "time", "random", "pandera",
        "pipelines.storage", "pipelines.defs", "pipelines.outputs", "pipelines.settings",
    },
    "pipelines/evaluation": {"dagster", "duckdb", "pipelines.storage", "pipelines.defs"},
    "pipelines/storage": {
        "dagster", "pipelines.defs", "pipelines.outputs", "pipelines.transforms.text",
        "pipelines.transforms.events",
    },
    "pipelines/feeds": {"dagster", "duckdb", "pipelines.defs", "pipelines.outputs"},
    "pipelines/outputs": {"dagster", "pipelines.defs", "pipelines.transforms"},
}  # fmt: skip
# What a SQL folder may read; stage is the lake, seen as views.
READS = {
    "intermediate": {"stage", "intermediate", "core"},
    "core": {"stage", "intermediate", "core"},
    "marts": {"core", "marts"},
    "changes": {"stage", "intermediate", "core", "before", "changes"},
    "macros": {"core", "marts", "ops"},
    "ops": {"stage", "core"},
    "report": {"core", "marts", "ops"},
    "exports": {"core", "marts"},
    "checks": {"stage", "intermediate", "core", "marts", "ops"},
}


def modules(layer: str) -> list[Path]:
    return sorted((ROOT / layer).rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("layer", FORBIDDEN)
def test_a_layer_imports_only_what_lies_below_it(layer: str) -> None:
    assert modules(layer)
    broken = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in modules(layer)
        for name in imports(path)
        for forbidden in FORBIDDEN[layer]
        if name == forbidden or name.startswith(f"{forbidden}.")
    ]
    assert broken == []


@pytest.mark.parametrize("half", ["text", "events"])
def test_the_rooms_of_each_half_need_each_other_one_way_only(half: str) -> None:
    folder = ROOT / "pipelines/transforms" / half
    rooms = {room.name for room in folder.iterdir() if (room / "__init__.py").exists()}
    needs = {
        room: {
            parts[3]
            for path in (folder / room).glob("*.py")
            for parts in (name.split(".") for name in imports(path))
            if parts[:3] == ["pipelines", "transforms", half] and len(parts) > 3
        }
        & rooms - {room}
        for room in rooms
    }
    assert len(rooms) >= 5
    assert list(TopologicalSorter(needs).static_order())


def test_nothing_imports_the_dagster_definitions_but_their_loader() -> None:
    allowed = {ROOT / "pipelines/definitions.py"}
    broken = [
        str(path.relative_to(ROOT))
        for path in modules("pipelines")
        if path not in allowed and "defs" not in path.parts
        if any(name.startswith("pipelines.defs") for name in imports(path))
    ]
    assert broken == []


def test_only_settings_reads_the_environment() -> None:
    readers = [
        path.name
        for path in modules("pipelines")
        if "os.environ" in path.read_text() or "os.getenv" in path.read_text()
    ]
    assert readers == ["settings.py"]


def test_no_transform_looks_at_the_clock() -> None:
    clocks = (".now(", ".today(", "utcnow")
    broken = [
        path.name
        for path in modules("pipelines/transforms")
        if any(clock in path.read_text() for clock in clocks)
    ]
    assert broken == []


@pytest.mark.parametrize("folder", READS)
def test_sql_reads_only_the_layers_it_may(folder: str) -> None:
    models = read_models(folder)
    assert models
    broken = [
        f"{model.table} reads {table}"
        for model in models
        for table in model.reads
        if table.split(".")[0] not in READS[folder]
    ]
    assert broken == []


def test_every_file_keeps_to_one_idea() -> None:
    long = {
        str(path.relative_to(ROOT)): n_lines
        for folder in ("pipelines", "schemas", "tests")
        for path in modules(folder)
        if (n_lines := len(path.read_text().splitlines())) > 400
    }
    assert long == {}
