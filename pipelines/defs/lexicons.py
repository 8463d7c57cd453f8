"""The lexicons and the baseline: what a person edits, upstream of all that reads it."""

from hashlib import sha256

import dagster as dg
import polars as pl

from pipelines.defs.metadata import as_markdown
from pipelines.defs.resources import HomeFolder
from pipelines.defs.stage_assets import materialize, table_spec
from pipelines.storage.lexicons import read_baseline, read_lexicons, read_links


@dg.asset(group_name="lexicons", kinds={"csv"})
def lexicons(home_folder: HomeFolder) -> dg.MaterializeResult:
    """One row per phrase, actor, place, outlet or constant that sitrep knows, or you told it."""
    frames = vars(read_lexicons(own=home_folder.home.lexicons))
    for name, frame in frames.items():
        home_folder.lake.write(f"lexicon_{name}", frame)
    sizes = pl.DataFrame({"lexicon": list(frames), "rows": [f.height for f in frames.values()]})
    return dg.MaterializeResult(
        data_version=dg.DataVersion(content_version(*frames.values())),
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


def content_version(*frames: pl.DataFrame) -> str:
    """Changes when a row of one of the frames does."""
    digest = sha256()
    for frame in frames:
        digest.update(frame.write_csv().encode())
    return digest.hexdigest()[:16]
