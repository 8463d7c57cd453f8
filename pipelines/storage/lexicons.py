"""Reads the lexicons from their CSV files through the door."""

from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import polars as pl

from pipelines.storage.door import ContractError, enforce
from pipelines.transforms.lexicons import Lexicons
from schemas.registry import contract

FOLDER = Path(str(files("pipelines") / "lexicons"))


def read_lexicons(folder: Path = FOLDER, own: Path | None = None) -> Lexicons:
    """Read every lexicon; raises ContractError naming file, row and rule where one is broken.

    `own` is a folder of a user's rows, <name>.csv each: they come on top, and take the place of
    rows with the same key (a phrase, an actor_id ...). Columns left out are empty.
    """
    return Lexicons(**{name: read_lexicon(name, folder, own) for name in Lexicons.__annotations__})


def lexicons_version(own: Path, folder: Path = FOLDER) -> str:
    """Changes when a file of the lexicons does, ours or the user's own."""
    digest = sha256()
    for path in [*sorted(folder.glob("*.csv")), *sorted(own.glob("*.csv"))]:
        digest.update(f"{path.name}:".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def read_lexicon(name: str, folder: Path = FOLDER, own: Path | None = None) -> pl.DataFrame:
    """Read one lexicon: <name>.csv, or all of <name>_*.csv together."""
    whole = folder / f"{name}.csv"
    paths = [whole] if whole.exists() else sorted(folder.glob(f"{name}_*.csv"))
    frame = pl.concat([read_csv(path, name) for path in paths])
    own_rows = own / f"{name}.csv" if own else None
    if own_rows and own_rows.exists():
        frame = overlaid(frame, as_phrases(read_csv(own_rows, name)), name)
    return enforce(f"lexicon_{name}", frame)


def overlaid(frame: pl.DataFrame, own: pl.DataFrame, name: str) -> pl.DataFrame:
    """The user's rows in the place of those with the same key, and on top of the others."""
    columns = contract(f"lexicon_{name}").to_schema().columns
    key = [column for column, field in columns.items() if field.unique] or frame.columns[:2]
    return pl.concat([frame.join(own, on=key, how="anti", maintain_order="left"), own])


def as_phrases(own: pl.DataFrame) -> pl.DataFrame:
    """Phrases as the lexicons have them: lower case, single spaces, no hyphens."""
    if "phrase" not in own.columns:
        return own
    spaced = pl.col("phrase").str.to_lowercase().str.replace_all(r"[-\s]+", " ")
    return own.with_columns(phrase=spaced.str.strip_chars())


def read_csv(path: Path, name: str) -> pl.DataFrame:
    """Read one CSV as the text it is, then cast to the contract's types; empty means null."""
    dtypes = {
        column: field.dtype.type
        for column, field in contract(f"lexicon_{name}").to_schema().columns.items()
    }
    given = pl.read_csv(path, infer_schema=False)
    refuse_columns(path, [column for column in given.columns if column not in dtypes])
    frame = given.with_columns(
        pl.lit(None, pl.String).alias(column) for column in dtypes if column not in given.columns
    )
    return frame.select(
        (pl.col(column) == "true").fill_null(False).alias(column)
        if dtype == pl.Boolean
        else pl.col(column).cast(dtype)
        for column, dtype in dtypes.items()
    )


def refuse_columns(path: Path, unknown: list[str]) -> None:
    """Raise ContractError for columns that the lexicon does not have: a slip of the pen."""
    if unknown:
        n = len(unknown)
        failures = {"column": unknown, "check": ["is no column of it"] * n}
        failures |= {"index": [None] * n, "failure_case": [None] * n}
        raise ContractError(str(path), pl.DataFrame(failures))


def read_baseline(path: Path) -> pl.DataFrame:
    """Read a user's baseline CSV (location_id, side_id, as_of); empty where there is none."""
    return read_own("baseline", path)


def read_links(path: Path) -> pl.DataFrame:
    """Read a user's links CSV (left_id, right_id, link, why); empty where there is none."""
    return read_own("links", path)


def read_own(table: str, path: Path) -> pl.DataFrame:
    """Read a CSV of the user's that has a contract; raises ContractError with what to mend."""
    if not path.exists():
        return contract(table).empty()
    columns = contract(table).to_schema().columns
    dtypes = {name: column.dtype.type for name, column in columns.items()}
    return enforce(table, pl.read_csv(path, schema_overrides=dtypes))
