"""The list of feeds that a person keeps: one CSV in the home folder."""

from dataclasses import dataclass
from pathlib import Path

import polars as pl

COLUMNS = ("url", "source", "language")


class FeedListError(Exception):
    """The list cannot be used as it is; the message says why and how to mend it."""


@dataclass(frozen=True)
class Feed:
    """One feed: its address, the outlet it is of and its language, where the list says."""

    url: str
    source: str | None = None
    language: str | None = None


def read_feed_list(path: Path) -> list[Feed]:
    """The feeds of a CSV with the column url and, if wanted, source and language; each once.

    No file is an empty list. Raises FeedListError where the file as a whole cannot be read; an
    address that is wrong is found out when it is asked for, and stops no other.
    """
    if not path.exists():
        return []
    try:
        frame = pl.read_csv(path, infer_schema=False, skip_rows=0)
    except (pl.exceptions.PolarsError, OSError, UnicodeError) as error:
        raise FeedListError(
            f"{path} is no CSV that can be read ({error}). Save it as CSV in UTF-8 with the "
            f"header {','.join(COLUMNS)}."
        ) from error
    frame = frame.rename({name: name.strip().lower() for name in frame.columns})
    unknown = [name for name in frame.columns if name not in COLUMNS]
    if "url" not in frame.columns or unknown:
        raise FeedListError(
            f"{path} has the columns {', '.join(frame.columns)}. "
            f"Give it the header {','.join(COLUMNS)}; all but url may be left out."
        )
    cell = pl.all().str.strip_chars()
    rows = frame.select(pl.when(cell != "").then(cell)).drop_nulls("url")
    rows = rows.unique("url", keep="first", maintain_order=True)
    return [Feed(**row) for row in rows.iter_rows(named=True)]
