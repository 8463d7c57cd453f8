"""Reads the lexicons from their CSV files through the door."""

from importlib.resources import files
from pathlib import Path

import polars as pl

from pipelines.storage.door import enforce
from pipelines.transforms.lexicons import Lexicons
from schemas.registry import contract

FOLDER = Path(str(files("pipelines") / "lexicons"))


def read_lexicons(folder: Path = FOLDER) -> Lexicons:
    """Read every lexicon; raises ContractError naming file, row and rule where one is broken."""
    return Lexicons(**{name: read_lexicon(name, folder) for name in Lexicons.__annotations__})


def read_lexicon(name: str, folder: Path = FOLDER) -> pl.DataFrame:
    """Read one lexicon: <name>.csv, or all of <name>_*.csv together."""
    whole = folder / f"{name}.csv"
    paths = [whole] if whole.exists() else sorted(folder.glob(f"{name}_*.csv"))
    frames = [read_csv(path, name) for path in paths]
    return enforce(f"lexicon_{name}", pl.concat(frames))


def read_csv(path: Path, name: str) -> pl.DataFrame:
    """Read one CSV as the text it is, then cast to the contract's types; empty means null."""
    dtypes = {
        column: field.dtype.type
        for column, field in contract(f"lexicon_{name}").to_schema().columns.items()
    }
    frame = pl.read_csv(path, infer_schema=False)
    return frame.select(
        (pl.col(column) == "true").fill_null(False).alias(column)
        if dtype == pl.Boolean
        else pl.col(column).cast(dtype)
        for column, dtype in dtypes.items()
    )


def read_baseline(path: Path) -> pl.DataFrame:
    """Read a user's baseline CSV (location_id, side_id, as_of); empty where there is none."""
    if not path.exists():
        return contract("baseline").empty()
    return enforce("baseline", pl.read_csv(path, schema_overrides={"as_of": pl.Date}))
