"""The lake: one folder of Parquet a table, written through the door."""

from dataclasses import dataclass
from pathlib import Path

import polars as pl

from pipelines.storage.door import enforce
from schemas.registry import contract


@dataclass(frozen=True)
class Lake:
    """Tables kept as Parquet under one folder."""

    folder: Path

    def path(self, table: str) -> Path:
        """The Parquet file of a table."""
        return self.folder / table / "part-0.parquet"

    def write(self, table: str, frame: pl.DataFrame) -> None:
        """Replace a table; raises ContractError and keeps the old one where the frame is wrong."""
        path = self.path(table)
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(".partial")
        enforce(table, frame).write_parquet(partial)
        partial.replace(path)  # readers see the old file or the new one, never half of it

    def read(self, table: str) -> pl.DataFrame:
        """Read a table; one that was never written is empty, with its contract's columns."""
        path = self.path(table)
        return pl.read_parquet(path) if path.exists() else contract(table).empty()
