"""A file to read, on disk or in a ZIP archive."""

import stat
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from pipelines.storage.readers.refusals import Refusal

KINDS = {
    ".txt": "text", ".text": "text", ".htm": "html", ".html": "html", ".xhtml": "html",
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "csv", ".parquet": "parquet",
    ".warc": "warc", ".wet": "warc", ".zip": "zip",
}  # fmt: skip
# Files that file managers and editors leave behind; hidden ones (.DS_Store) start with a dot.
CLUTTER = ("thumbs.db", "desktop.ini", "__macosx")
# What browsers and copying programs call a file that they have not finished.
UNFINISHED = (".part", ".partial", ".tmp", ".crdownload", ".filepart")


@dataclass(frozen=True, order=True)
class Source:
    """A file to read: where it lies, and the path people see.

    A file in a ZIP archive lies below the archive's path: `entry` of `archive`, which is open.
    """

    path: Path
    uri: str
    archive: zipfile.ZipFile | None = field(default=None, compare=False)
    entry: zipfile.ZipInfo | None = field(default=None, compare=False)

    @property
    def is_gzip(self) -> bool:
        return self.path.suffix.lower() == ".gz"

    @property
    def name(self) -> str:
        """File name without .gz."""
        return self.path.name[: -len(".gz")] if self.is_gzip else self.path.name

    @property
    def stem(self) -> str:
        return Path(self.name).stem

    @property
    def kind(self) -> str | None:
        """text, html, jsonl, csv, parquet, warc, zip; None where the name does not tell."""
        return KINDS.get(Path(self.name).suffix.lower())

    @property
    def file(self) -> Path:
        """The file on disk."""
        return Path(self.archive.filename) if self.archive else self.path

    def open(self) -> BinaryIO:
        """The bytes as they are stored, or as they were put into the archive."""
        return self.archive.open(self.entry) if self.archive else self.path.open("rb")

    def size(self) -> int:
        """Size in bytes; Refusal where it cannot be read as a file (a pipe, a dead link)."""
        if self.entry:
            return self.entry.file_size
        return check_regular(self.path)


def is_clutter(name: str) -> bool:
    """Whether a file is none of the user's, or not all there yet."""
    lowered = name.lower()
    return name.startswith(".") or lowered in CLUTTER or lowered.endswith(UNFINISHED)


def check_regular(path: Path) -> int:
    """The file's size in bytes; Refusal where it cannot be read as a file (a pipe, a dead link)."""
    try:
        status = path.stat()
    except OSError as error:
        raise Refusal("unreadable", f"The file cannot be opened ({error.strerror})") from error
    if not stat.S_ISREG(status.st_mode):
        raise Refusal("unreadable", "This is no regular file but a pipe, socket or device")
    return status.st_size
