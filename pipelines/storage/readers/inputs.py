"""Finds the files behind the inputs a user names: folders, files and globs."""

import glob
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipelines.storage.readers.refusals import Refusal
from pipelines.storage.readers.sources import Source, is_clutter
from pipelines.storage.readers.zips import unpack

MANIFEST_NAMES = ("manifest.csv", "manifest.jsonl")


class InputError(Exception):
    """The user named what cannot be used; the message says what is wrong and how to mend it."""


@dataclass(frozen=True)
class Found:
    """Files to read, manifests that lie among them, and what could not be looked at."""

    sources: list[Source]
    manifests: list[Source]
    refused: list[tuple[str, Refusal]]

    def close(self) -> None:
        """Close the archives that the files are in."""
        for source in self.sources + self.manifests:
            if source.archive:
                source.archive.close()


def find_sources(inputs: Sequence[Path]) -> Found:
    """All files behind the inputs, each once, in the order of their paths; to be closed.

    Raises InputError for an input that does not exist or a glob that matches nothing.
    """
    refused: list[tuple[str, Refusal]] = []
    expanded = [source for item in inputs for source in expand(Path(item), refused)]
    found = list(with_unpacked(expanded, refused))
    by_path: dict[Path, Source] = {}
    for source in sorted(found, key=lambda source: (source.path, -len(source.uri), source.uri)):
        by_path.setdefault(source.path, source)
    named = {Path(item).resolve() for item in inputs}
    manifests = [
        source
        for path, source in by_path.items()
        if path.name.lower() in MANIFEST_NAMES and path not in named
    ]
    sources = [source for source in by_path.values() if source not in manifests]
    return Found(sources, manifests, refused)


def with_unpacked(
    sources: Sequence[Source], refused: list[tuple[str, Refusal]]
) -> Iterator[Source]:
    """The files, with those in a ZIP archive in place of the archive."""
    for source in sources:
        if source.kind != "zip" or source.is_gzip:
            yield source
            continue
        for unpacked in unpack(source):
            if isinstance(unpacked, Source):
                yield unpacked
            else:
                refused.append(unpacked)


def expand(item: Path, refused: list[tuple[str, Refusal]]) -> Iterator[Source]:
    """The files of one input."""
    path = Path(item).resolve()
    if path.is_dir():
        yield from walk(path, path, refused)
    elif path.exists():
        yield Source(path, path.name)
    elif glob.has_magic(str(item)):
        yield from match(path, refused)
    else:
        raise InputError(
            f"{item} does not exist. Name a folder, a file or a quoted glob such as 'news/*.txt'."
        )


def walk(folder: Path, root: Path, refused: list[tuple[str, Refusal]]) -> Iterator[Source]:
    """The files of a folder and its subfolders; hidden and unfinished files are passed over."""

    def refuse(error: OSError) -> None:
        uri = Path(error.filename).relative_to(root).as_posix()
        refused.append(
            (uri, Refusal("unreadable", f"Folder {uri} cannot be opened ({error.strerror})"))
        )

    for place, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = [name for name in folders if not is_clutter(name)]
        for name in names:
            if not is_clutter(name):
                path = Path(place, name)
                yield Source(path, path.relative_to(root).as_posix())


def match(pattern: Path, refused: list[tuple[str, Refusal]]) -> Iterator[Source]:
    """The files a glob matches, and those below the folders it matches."""
    cut = next(index for index, part in enumerate(pattern.parts) if glob.has_magic(part))
    root = Path(*pattern.parts[:cut])
    hits = [hit for hit in root.glob(str(Path(*pattern.parts[cut:]))) if not is_clutter(hit.name)]
    if not hits:
        raise InputError(f"No file matches {pattern}. Check the folder and the pattern's ending.")
    for hit in hits:
        if hit.is_dir():
            yield from walk(hit, root, refused)
        else:
            yield Source(hit, hit.relative_to(root).as_posix())
