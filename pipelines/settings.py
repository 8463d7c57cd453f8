"""Where things are, and the knobs: the only module that reads the environment."""

import os
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

PACKAGE = Path(str(files("pipelines")))
EXAMPLE = PACKAGE / "example"
EXAMPLE_ARTICLES = EXAMPLE / "articles"
EXAMPLE_GOLD = EXAMPLE / "gold.json"
SQL = Path(str(files("sql")))


@dataclass(frozen=True)
class Home:
    """The folder that a run leaves its files in."""

    path: Path

    @property
    def inbox(self) -> Path:
        """Articles dropped here are read by a run without a path."""
        return self.path / "inbox"

    @property
    def lake(self) -> Path:
        """Parquet, a folder a stage."""
        return self.path / "lake"

    @property
    def build(self) -> Path:
        """The warehouse under construction; nobody reads it but the run."""
        return self.path / "build" / "warehouse.duckdb"

    @property
    def warehouse(self) -> Path:
        """The published warehouse, only ever replaced whole."""
        return self.path / "warehouse.duckdb"

    @property
    def exports(self) -> Path:
        """Copies of the tables for other tools."""
        return self.path / "exports"

    @property
    def baseline(self) -> Path:
        """Optional CSV of who held what on day zero: location_id, side_id, as_of."""
        return self.path / "baseline.csv"

    @property
    def links(self) -> Path:
        """Optional CSV of links to force or forbid: left_id, right_id, link, why."""
        return self.path / "links.csv"

    @property
    def gold(self) -> Path:
        """Optional answers made by hand for articles of this home; a run holds them."""
        return self.path / "gold.json"

    @property
    def lexicons(self) -> Path:
        """Optional CSV files of the user's own rows: words.csv, actors.csv, place_names.csv ..."""
        return self.path / "lexicons"

    @property
    def dagster(self) -> Path:
        """Dagster's own state: runs, event log, schedules."""
        return self.path / "dagster"


def home(path: Path | None = None) -> Home:
    """The home folder: the one given, else SITREP_HOME, else ./data."""
    return Home((path or Path(os.environ.get("SITREP_HOME", "data"))).expanduser().resolve())


def first_day() -> str:
    """SITREP_FIRST_DAY: the day (2031-04-09) that the UI's days begin with; empty where unset."""
    return os.environ.get("SITREP_FIRST_DAY", "")


def instance_template() -> Path:
    """The dagster.yaml that a new home starts from."""
    beside_package = PACKAGE.parent / "dagster.yaml"
    return beside_package if beside_package.exists() else PACKAGE / "dagster.yaml"


def use_home(chosen: Home) -> None:
    """Point this process, Dagster and their children at a home folder, and make it ready."""
    for folder in (chosen.inbox, chosen.lake, chosen.build.parent, chosen.dagster):
        folder.mkdir(parents=True, exist_ok=True)
    instance_file = chosen.dagster / "dagster.yaml"
    if not instance_file.exists():
        instance_file.write_text(instance_template().read_text())
    os.environ["SITREP_HOME"] = str(chosen.path)
    os.environ["DAGSTER_HOME"] = str(chosen.dagster)
