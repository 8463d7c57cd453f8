"""Where things are, and the knobs: the only module that reads the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

PREFIX = "SITREP_"
PACKAGE = Path(str(files("pipelines")))
EXAMPLE = PACKAGE / "example"
EXAMPLE_ARTICLES = EXAMPLE / "articles"
EXAMPLE_GOLD = EXAMPLE / "gold.json"
SQL = Path(str(files("sql")))


class SettingsError(Exception):
    """A setting is wrong; the message is a sentence for each, with how to mend it."""


class Settings(BaseModel):
    """What the environment may change: field `fresh_hours` is the variable SITREP_FRESH_HOURS."""

    model_config = ConfigDict(frozen=True)

    home: str = Field("data", min_length=1, description="Home folder: all that a run leaves.")
    fresh_hours: float = Field(
        36, gt=0, description="Hours without a new article after which a check warns."
    )
    keep_logs_days: int = Field(
        90, ge=1, description="Days after which the log of a run that has ended is deleted."
    )
    schedule: str = Field(
        "0 5 * * *", min_length=9, description="When every_morning runs, as cron writes it; UTC."
    )
    inbox_seconds: int = Field(
        30, ge=1, le=3_600, description="Seconds between two looks of the sensor at the inbox."
    )
    first_day: str = Field(
        "",
        pattern=r"^(?:[0-9]{4}-[0-9]{2}-[0-9]{2})?$",
        description="Day of ingest that the UI begins with, like 2031-04-09; unset, that of the "
        "first articles in the home folder.",
    )
    postgres_dsn: str = Field(
        "", description="PostgreSQL database that `sitrep serve postgres` fills."
    )
    feeds_pages: int = Field(
        100, ge=1, le=10_000, description="Pages that one fetch takes from one feed at most."
    )
    feeds_wait_seconds: float = Field(
        2,
        ge=0,
        le=600,
        description="Pause between two requests to one host; robots.txt may ask for a longer one.",
    )
    feeds_timeout_seconds: float = Field(
        30, gt=0, le=600, description="Time that one request may take in all."
    )
    feeds_page_bytes: int = Field(
        5_000_000, ge=1_000, le=100_000_000, description="Size of a feed or page at most, unpacked."
    )
    feeds_private_hosts: str = Field(
        "",
        description="Hosts, split by commas, that may lie in a private network; all others "
        "must be public.",
    )
    feeds_contact: str = Field(
        "", description="Address or page of yours that sites read in the User-Agent of a fetch."
    )


def variable(field: str) -> str:
    """The environment variable of a setting."""
    return PREFIX + field.upper()


def read_settings(environment: Mapping[str, str]) -> Settings:
    """The settings that an environment gives; an empty variable counts as not set.

    Raises SettingsError for values that are none, and for variables SITREP_... that are no
    setting: a slip of the pen must not pass in silence.
    """
    given = {
        name: value for name, value in environment.items() if name.startswith(PREFIX) and value
    }
    names = {variable(field): field for field in Settings.model_fields}
    problems = [unknown_setting(name, list(names)) for name in sorted(given) if name not in names]
    try:
        values = {names[name]: value for name, value in given.items() if name in names}
        settings = Settings.model_validate(values)
    except ValidationError as error:
        problems += [
            wrong_value(each["loc"][0], each["input"], each["msg"]) for each in error.errors()
        ]
    if problems:
        raise SettingsError("\n".join(problems))
    return settings


def unknown_setting(name: str, names: list[str]) -> str:
    """What to say of a variable that no setting has."""
    close = get_close_matches(name, names, n=1)
    hint = f"Did you mean {close[0]}?" if close else f"There are {', '.join(names)}."
    return f"The environment variable {name} is no setting of sitrep. {hint}"


def wrong_value(field: str, value: object, why: str) -> str:
    """What to say of a value that a setting cannot take."""
    default = Settings.model_fields[field].default
    why = why[0].lower() + why[1:]
    return (
        f"{variable(field)} is {value!r}: {why}. "
        f"Correct it, or unset it to have the default, {default!r}."
    )


@cache
def current() -> Settings:
    """The settings of this process, read once; raises SettingsError."""
    return read_settings(os.environ)


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
    def lock(self) -> Path:
        """Held by the run that is at work."""
        return self.path / "build" / "run.lock"

    @property
    def warehouse(self) -> Path:
        """The published warehouse, only ever replaced whole."""
        return self.path / "warehouse.duckdb"

    @property
    def exports(self) -> Path:
        """Copies of the tables for other tools."""
        return self.path / "exports"

    @property
    def report(self) -> Path:
        """One page of what the published warehouse holds."""
        return self.path / "report.html"

    @property
    def boundaries(self) -> Path:
        """Optional GeoJSON of districts, which the report's map then draws."""
        return self.path / "boundaries.geojson"

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
    def feeds(self) -> Path:
        """Optional CSV of RSS and Atom feeds to fetch from: url, source, language."""
        return self.path / "feeds.csv"

    @property
    def dagster(self) -> Path:
        """Dagster's own state: runs, event log, schedules."""
        return self.path / "dagster"


def home(path: Path | None = None) -> Home:
    """The home folder: the one given, else SITREP_HOME, else ./data."""
    # Not of the cached settings: use_home changes it for this process.
    chosen = path or Path(os.environ.get(variable("home")) or Settings.model_fields["home"].default)
    return Home(chosen.expanduser().resolve())


def instance_template() -> Path:
    """The dagster.yaml that a new home starts from."""
    beside_package = PACKAGE.parent / "dagster.yaml"
    return beside_package if beside_package.exists() else PACKAGE / "dagster.yaml"


def use_home(chosen: Home) -> None:
    """Point this process, Dagster and their children at a home folder, and make it ready."""
    for folder in (chosen.inbox, chosen.lake, chosen.build.parent, chosen.dagster):
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SettingsError(
                f"The home folder {chosen.path} cannot be used: {folder} cannot be made "
                f"({error.strerror}). Name another with --home or {variable('home')}."
            ) from error
    instance_file = chosen.dagster / "dagster.yaml"
    if not instance_file.exists():
        instance_file.write_text(instance_template().read_text())
    os.environ[variable("home")] = str(chosen.path)
    os.environ["DAGSTER_HOME"] = str(chosen.dagster)
