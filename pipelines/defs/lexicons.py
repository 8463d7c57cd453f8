"""The lexicons and the baseline: what a person edits, upstream of all that reads it."""

from hashlib import sha256

import dagster as dg
import polars as pl

from pipelines.defs.metadata import as_markdown
from pipelines.defs.resources import HomeFolder
from pipelines.defs.stage_assets import materialize, table_spec
from pipelines.storage.lake import Stamp
from pipelines.storage.lexicons import (
    lexicons_version,
    read_baseline,
    read_lexicons,
    read_links,
)


@dg.asset(group_name="lexicons", kinds={"csv"})
def lexicons(home_folder: HomeFolder) -> dg.MaterializeResult:
    """One row per phrase, actor, place, outlet or constant that sitrep knows, or you told it."""
    own = home_folder.home.lexicons
    version = lexicons_version(own)
    frames = vars(read_lexicons(own=own))
    for name, frame in frames.items():
        home_folder.lake.write(f"lexicon_{name}", frame, Stamp(made_with=version))
    sizes = pl.DataFrame({"lexicon": list(frames), "rows": [f.height for f in frames.values()]})
    return dg.MaterializeResult(
        data_version=dg.DataVersion(version),
        metadata={
            "dagster/row_count": int(sizes["rows"].sum()),
            "lexicons": dg.MetadataValue.md(as_markdown(sizes)),
        },
    )


@dg.multi_asset(specs=[table_spec("baseline", [], "lexicons", "csv")])
def baseline(home_folder: HomeFolder):
    """Read who held what on day zero, if the home folder has a baseline.csv."""
    frame = read_baseline(home_folder.home.baseline)
    yield materialize(home_folder, "baseline", frame, content_version(frame))


@dg.multi_asset(specs=[table_spec("links", [], "lexicons", "csv")])
def links(home_folder: HomeFolder):
    """Read which links to force or forbid, if the home folder has a links.csv."""
    frame = read_links(home_folder.home.links)
    yield materialize(home_folder, "links", frame, content_version(frame))


def content_version(frame: pl.DataFrame) -> str:
    """Changes when a row of the frame does."""
    return sha256(frame.write_csv().encode()).hexdigest()[:16]
