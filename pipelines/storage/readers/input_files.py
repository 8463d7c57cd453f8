"""Which files have to be opened: those that are new, changed, or of which a manifest tells anew."""

from collections.abc import Sequence
from pathlib import Path

import polars as pl

from pipelines.storage.readers.fields import MANIFEST
from pipelines.storage.readers.sources import Source
from pipelines.transforms.ids import with_hash_id
from pipelines.versions import READERS, code_version
from schemas.ops import InputFiles


def marked_files(sources: Sequence[Source], known: pl.DataFrame) -> pl.DataFrame:
    """The contract InputFiles for some files, with what the manifests' rows `known` tell of them.

    A file that cannot be looked at has size 0 and time 0; reading it says why.
    """
    marks = [mark(source.file) for source in sources]
    rows = [(str(source.path), *marked) for source, marked in zip(sources, marks, strict=True)]
    files = pl.DataFrame(
        rows, {"path": pl.String, "size": pl.Int64, "modified_ns": pl.Int64}, orient="row"
    )
    told = files.join(known, on="path", how="left").with_columns(
        reader=pl.lit(code_version(READERS))
    )
    fields = [name for name in MANIFEST if name != "path"]
    return with_hash_id(told, "told", ["reader", *fields]).select(InputFiles.empty().columns)


def mark(path: Path) -> tuple[int, int]:
    """Size and time of the last change of a file."""
    try:
        status = path.stat()
    except OSError:
        return 0, 0
    return status.st_size, status.st_mtime_ns


def unread_sources(
    sources: Sequence[Source], files: pl.DataFrame, read: pl.DataFrame
) -> list[Source]:
    """The sources whose row in `files` is not among those `read` before."""
    same = set(files.join(read, on=files.columns, how="semi")["path"])
    return [source for source in sources if str(source.path) not in same]


def without_unreadable(
    files: pl.DataFrame, sources: Sequence[Source], quarantine: pl.DataFrame
) -> pl.DataFrame:
    """The files but those that could not be opened: made readable they look the same as before."""
    refused = set(quarantine.filter(reason="unreadable")["uri"])
    paths = [str(source.path) for source in sources if source.uri in refused]
    return files.filter(~pl.col("path").is_in(paths))
