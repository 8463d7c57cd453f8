"""Brings a table of the text half up to date, part by part: what is new or made with old rules."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

import polars as pl

from pipelines.storage.door import ContractError
from pipelines.storage.lake import Lake, Part, Stamp

# The tables that are read from documents, in the order of the road.
READ_TABLES = (
    "article_parts", "articles", "sentences", "mentions", "claims", "article_sketches"
)  # fmt: skip


class StaleInput(Exception):
    """A table was to be made from another that is out of date; the message says how to mend it."""


class ReadingError(Exception):
    """A step broke on a part; the message names the stage and the part, the cause says why."""


@dataclass(frozen=True)
class DayTable:
    """How one table of the text half is made: its step takes the frames named in `reads`."""

    name: str
    reads: Sequence[str]
    step: Callable[..., pl.DataFrame]

    def refresh(self, lake: Lake, days: Collection[str], made_with: str) -> list[Part]:
        """Make the parts of some days that are new or were made with anything but `made_with`.

        On every other day, rows of articles that have left their part go too. Returns the parts
        that were read. Raises StaleInput, ReadingError, and ContractError
        as the door does.
        """
        wanted = {part: lake.part_stamp("documents", part) for part in lake.parts("documents")}
        for part in set(lake.parts(self.name)) - set(wanted):
            lake.drop_part(self.name, part)
        read = []
        for part, documents in wanted.items():
            have = lake.part_stamp(self.name, part)
            if part.day in days and have.made_with != made_with:
                self.read_part(lake, part, Stamp(made_with, documents.articles))
                read.append(part)
            elif have.made_with and have.articles != documents.articles:
                self.trim_part(lake, part, Stamp(have.made_with, documents.articles))
        return read

    def read_part(self, lake: Lake, part: Part, stamp: Stamp) -> None:
        """Make one part from the parts that it reads."""
        for table in self.reads:
            if table != "documents" and lake.part_stamp(table, part) != stamp:
                raise StaleInput(
                    f"{self.name} of {part.day} reads {table} of that day, which was made with "
                    f"other lexicons or rules. Select {table} and what it reads as well."
                )
        frames = {table: lake.read_parts(table, [part]) for table in self.reads}
        try:
            lake.write_part(self.name, part, self.step(**frames), stamp)
        except ContractError:
            raise  # it names the rows itself
        except Exception as error:
            raise ReadingError(f"{self.name} of part {part.file} could not be made") from error

    def trim_part(self, lake: Lake, part: Part, stamp: Stamp) -> None:
        """Keep the rows of the articles that the part still has."""
        articles = lake.read_parts("documents", [part], ["article_id"])
        rows = lake.read_parts(self.name, [part])
        kept = rows.join(articles, on="article_id", how="semi", maintain_order="left")
        lake.write_part(self.name, part, kept, stamp)


def unread_days(lake: Lake, made_with: str) -> list[str]:
    """The days with a part that is not read, or was read with other lexicons or rules."""
    return sorted(
        {
            part.day
            for part in lake.parts("documents")
            if any(lake.part_stamp(table, part).made_with != made_with for table in READ_TABLES)
        }
    )
