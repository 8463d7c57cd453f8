"""Homes that several tests look at: made once, by the real command line."""

import fcntl
import os
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


def made_once(factory: pytest.TempPathFactory, name: str, *inputs: object) -> Path:
    """A home in which some inputs were run; the workers of a test run share it, one makes it."""
    base = factory.getbasetemp()
    # A worker's own folder lies in that of its test run.
    home = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    with home.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (home / "summary.txt").exists():
            result = sitrep("run", *inputs, "--home", home)
            assert result.returncode == 0, result.stderr
            (home / "summary.txt").write_text(result.stdout)
    return home


@pytest.fixture(scope="session")
def example_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which the bundled example was run."""
    return made_once(tmp_path_factory, "example")


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
    return made_once(tmp_path_factory, "seeds", seeds)


@pytest.fixture
def seeds_warehouse(seeds_home: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The seeds' published warehouse, read-only."""
    with duckdb.connect(str(seeds_home / "warehouse.duckdb"), read_only=True) as connection:
        yield connection
