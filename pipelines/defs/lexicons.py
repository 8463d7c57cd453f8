"""The lexicons and the baseline as assets: what a person edits, upstream of all that reads it."""

from hashlib import sha256

import dagster as dg
import polars as pl

from pipelines.defs.resources import HomeFolder
from pipelines.defs.stage_assets import (
    LEXICON_TABLES,
    contract_check_spec,
    table_spec,
    write_table,
)
from pipelines.storage.lexicons import read_baseline, read_lexicons


@dg.multi_asset(
    specs=[table_spec(name, [], "lexicons", "csv") for name in LEXICON_TABLES],
    check_specs=[contract_check_spec(name) for name in LEXICON_TABLES],
)
def lexicons(home_folder: HomeFolder):
    """Read every lexicon; its data version changes with its rows."""
    for name, frame in vars(read_lexicons()).items():
        materialized, checked = write_table(home_folder, f"lexicon_{name}", frame)
        yield materialized._replace(data_version=data_version(frame))
        yield checked


@dg.multi_asset(
    specs=[table_spec("baseline", [], "lexicons", "csv")],
    check_specs=[contract_check_spec("baseline")],
)
def baseline(home_folder: HomeFolder):
    """Read who held what on day zero, if the home folder has a baseline.csv."""
    yield from write_table(home_folder, "baseline", read_baseline(home_folder.home.baseline))


def data_version(frame: pl.DataFrame) -> dg.DataVersion:
    """Changes when a row does."""
    return dg.DataVersion(sha256(frame.write_csv().encode()).hexdigest()[:16])
