"""What lies in the inbox that no run has read, and which of it is all there."""

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from pipelines.storage.lake import Lake
from pipelines.storage.readers.input_files import mark
from pipelines.storage.readers.inputs import find_sources

Marks = Mapping[str, list[int]]


@dataclass(frozen=True)
class Inbox:
    """Files that no run has read, with size and time of change."""

    complete: Marks
    unread: Marks

    @property
    def unfinished(self) -> list[str]:
        """Those that may still be being written."""
        return sorted(set(self.unread) - set(self.complete))


def look_at_inbox(folder: Path, lake: Lake, seen: Marks) -> Inbox:
    """Compare the inbox with what runs have read, and with what an earlier look has `seen`.

    A file is complete where it is as it was at that look.
    """
    if not folder.exists():
        return Inbox({}, {})
    with closing(find_sources([folder])) as found:
        marks = {
            str(source.path): list(mark(source.file)) for source in found.sources + found.manifests
        }
    read = lake.read("input_files").select("path", pl.concat_list("size", "modified_ns"))
    known = dict(read.iter_rows())
    unread = {path: marked for path, marked in sorted(marks.items()) if known.get(path) != marked}
    return Inbox({path: unread[path] for path in unread if seen.get(path) == unread[path]}, unread)
