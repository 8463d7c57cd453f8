"""Homes that several tests look at: made once, by the real command line."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pytest

SHARED = Path(__file__).parents[2] / "shared"
SITREP = Path(sys.executable).with_name("sitrep")

Sitrep = Callable[..., subprocess.CompletedProcess[str]]


def sitrep(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Run the command line as a user would."""
    command = [str(SITREP), *(str(argument) for argument in arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def example_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which the bundled example was run."""
    home = tmp_path_factory.mktemp("example")
    result = sitrep("run", "--home", home)
    assert result.returncode == 0, result.stderr
    (home / "summary.txt").write_text(result.stdout)
    return home


@pytest.fixture
def example(example_home: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The example's published warehouse, read-only."""
    with duckdb.connect(str(example_home / "warehouse.duckdb"), read_only=True) as connection:
        yield connection


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The five articles the project started from; they are not part of it."""
    if not (SHARED / "seeds").exists():
        pytest.skip("the seed articles (../shared/seeds) are not on this machine")
    return SHARED / "seeds"


@pytest.fixture(scope="session")
def seeds_home(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which the five seed articles were run."""
    home = tmp_path_factory.mktemp("seeds")
    result = sitrep("run", seeds, "--home", home)
    assert result.returncode == 0, result.stderr
    return home


@pytest.fixture
def seeds_warehouse(seeds_home: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The seeds' published warehouse, read-only."""
    with duckdb.connect(str(seeds_home / "warehouse.duckdb"), read_only=True) as connection:
        yield connection
