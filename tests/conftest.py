"""Homes that several tests look at: made once, by the real command line."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

# Workers share the cores: threads of their own for small frames only stand in each other's way.
os.environ.setdefault("POLARS_MAX_THREADS", "1")

import duckdb
import pytest

from tests import chain
from tests.workers import one_at_a_time, shared_folder

SHARED = Path(__file__).parents[2] / "shared"
# HTML, a script, a formula and SQL at once: plain text wherever it is shown.
HOSTILE = "=HYPERLINK(\"x\")<script>alert('x')</script><b>&amp;\"'); drop table core.fact_claim;"
SITREP = Path(sys.executable).with_name("sitrep")

Sitrep = Callable[..., subprocess.CompletedProcess[str]]


def sitrep(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Run the command line as a user would."""
    command = [str(SITREP), *(str(argument) for argument in arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def made_once(factory: pytest.TempPathFactory, name: str, *inputs: object) -> Path:
    """A home in which some inputs were run; the workers of a test run share it, one makes it."""
    home = shared_folder(factory) / name
    with one_at_a_time(home):
        if not (home / "summary.txt").exists():
            result = sitrep("run", *inputs, "--home", home)
            assert result.returncode == 0, result.stderr
            (home / "summary.txt").write_text(result.stdout)
    return home


def write_mixed_inbox(folder: Path) -> None:
    """Two good articles, a hostile one, and seven inputs that cannot be read."""
    (folder / "good.txt").write_text(
        "Rebels shell bridge\n\n4 May 2031\n\nAt least three civilians were killed in Jurm "
        "district on Saturday, a doctor said.\n"
    )
    (folder / "broken.txt").write_bytes(
        b"Shelling killed \xff\xfe\xfa two people in \xc3 town " * 9
    )
    (folder / "empty.txt").write_bytes(b"")
    (folder / "report.pdf").write_bytes(b"%PDF-1.7\n\x00\x01\x02 binary")
    (folder / "long.txt").write_bytes(b"x" * 50_000_000)
    (folder / "records.jsonl").write_text(
        '{"id": "a", "text": "A guard was wounded in Baharak on 3 May 2031, police said."}\n'
        '{"id": "b", "text": \n'
        '{"id": "c"}\n'
        "[1, 2]\n"
    )
    hostile = {"id": "hostile", "title": HOSTILE, "source": HOSTILE, "published_at": "2031-05-05"}
    hostile["text"] = "Gunmen killed four farmers in Jurm on Sunday, village elders said."
    (folder / "hostile.jsonl").write_text(json.dumps(hostile) + "\n")


@pytest.fixture(scope="session", autouse=True)
def texts_read_once(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Workers share the one reading of all texts that files of tests ask for."""
    chain.KEPT_AT = shared_folder(tmp_path_factory) / "texts.pickle"


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
def mixed_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which good articles, one of them hostile, and unreadable files were run."""
    folder = tmp_path_factory.mktemp("mixed")
    write_mixed_inbox(folder)
    return made_once(tmp_path_factory, "mixed-home", folder)


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
