"""The lexicons and the baseline as assets: what a person edits, upstream of all that reads it."""

from hashlib import sha256

import dagster as dg
import polars as pl

from pipelines.defs.resources import HomeFolder
from pipelines.defs.stage_assets import LEXICON_TABLES, materialize, table_spec
from pipelines.storage.lexicons import read_baseline, read_lexicons


@dg.multi_asset(specs=[table_spec(name, [], "lexicons", "csv") for name in LEXICON_TABLES])
def lexicons(home_folder: HomeFolder):
    """Read every lexicon; its data version changes with its rows."""
    for name, frame in vars(read_lexicons()).items():
        yield materialize(home_folder, f"lexicon_{name}", frame, content_version(frame))


@dg.multi_asset(specs=[table_spec("baseline", [], "lexicons", "csv")])
def baseline(home_folder: HomeFolder):
    """Read who held what on day zero, if the home folder has a baseline.csv."""
    frame = read_baseline(home_folder.home.baseline)
    yield materialize(home_folder, "baseline", frame, content_version(frame))


def content_version(frame: pl.DataFrame) -> str:
    """Changes when a row does."""
    return sha256(frame.write_csv().encode()).hexdigest()[:16]
