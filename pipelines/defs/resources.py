"""What assets are given: the home folder, and the stores inside it."""

from pathlib import Path

import dagster as dg

from pipelines import settings
from pipelines.storage.lake import Lake
from pipelines.storage.warehouse import Warehouse


class HomeFolder(dg.ConfigurableResource):
    """The home folder of this process: SITREP_HOME, else ./data, unless `path` is set."""

    path: str = ""

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
