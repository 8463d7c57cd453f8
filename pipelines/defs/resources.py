"""What assets are given: the home folder, and the stores inside it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import dagster as dg

from pipelines import settings
from pipelines.storage.lake import Lake
from pipelines.storage.lock import alone
from pipelines.storage.warehouse import Warehouse


class HomeFolder(dg.ConfigurableResource):
    """The home folder of this process: SITREP_HOME, else ./data, unless `path` is set."""

    path: str = ""

    @contextmanager
    def yield_for_execution(self, context: dg.InitResourceContext) -> Iterator["HomeFolder"]:
        """The home folder for one run, which has it to itself from its first step to its last."""
        run = f"run {context.run.run_id[:8]}" if context.run else "a run"
        with alone(self.home.lock, run, context.log.warning):
            yield self

    @property
    def home(self) -> settings.Home:
        """Its folders and files."""
        return settings.home(Path(self.path) if self.path else None)

    @property
    def lake(self) -> Lake:
        """The Parquet tables."""
        return Lake(self.home.lake)

    @property
    def warehouse(self) -> Warehouse:
        """The DuckDB file under construction."""
        return Warehouse(self.home.build, self.lake)
