"""The lake: Parquet tables, written through the door; the text half's in parts, by day of ingest.

A part is a few thousand articles that one run brought. It never grows and no article in it
changes: an article whose documents change moves to a new part. So a part has to be read again
only where the lexicons or the rules are others than those it was read with, and its files say
which these were.
"""

from collections.abc import Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

import polars as pl

from pipelines.storage.door import enforce
from schemas.registry import contract

DAY_TABLES = (
    "documents", "article_parts", "articles", "sentences", "mentions", "claims",
    "article_sketches",
)  # fmt: skip
# Bounds the memory of the text half, and what a change of one article can cost.
PART_ARTICLES = 4_000
# Zstandard's fastest: what is written whole in every run is no larger for it.
WRITTEN_OFTEN = 1
# Rows of a table that are found by their day lie in groups as small as this.
ROWS_TOGETHER = {"article_sketches": 500}


@dataclass(frozen=True, order=True)
class Part:
    """The articles that one run brought on a day, or some thousands of them; numbers grow."""

    day: str
    number: int

    @property
    def file(self) -> str:
        """Its file below the folder of each day table."""
        return f"{self.day}/{self.number:06d}.parquet"

    @staticmethod
    def named(file: pl.Expr) -> dict[str, pl.Expr]:
        """The day and number of the part that a file holds."""
        day, number = (file.str.extract(r"([^/\\]+)[/\\](\d+)\.parquet$", at) for at in (1, 2))
        return {"part_day": day, "part_number": number.cast(pl.Int32)}


@dataclass(frozen=True)
class Stamp:
    """What a file was made of: a version of rules and lexicons, and one of a set of articles.

    Of tables that a step remembers, `articles` says which were written together.
    """

    made_with: str = ""
    articles: str = ""


@dataclass(frozen=True)
class Lake:
    """Tables kept as Parquet under one folder."""

    folder: Path

    def path(self, table: str) -> Path:
        """The Parquet file of a table that is no day table."""
        return self.folder / table / "part-0.parquet"

    def files(self, table: str) -> str:
        """A glob for the files of a table, those of every part where it is a day table."""
        return str(self.folder / table / ("*/*.parquet" if table in DAY_TABLES else "*.parquet"))

    def write(self, table: str, frame: pl.DataFrame, stamp: Stamp = Stamp()) -> None:
        """Replace a table; raises ContractError and keeps the old one where the frame is wrong."""
        write_file(self.path(table), enforce(table, frame), stamp, compression=WRITTEN_OFTEN)

    def read(self, table: str) -> pl.DataFrame:
        """Read a table; one that was never written is empty, with its contract's columns.

        The rows of a day table come in the order of their first column, whatever their days.
        """
        if table in DAY_TABLES:
            return self.read_parts(table, self.parts(table))
        path = self.path(table)
        return pl.read_parquet(path) if path.exists() else contract(table).empty()

    def scan(self, table: str) -> pl.LazyFrame:
        """A table of which only what is asked for is read; its rows come in no order.

        Rows of a day table have the `file` of their part, as Part gives it, beside the contract's
        columns.
        """
        if table not in DAY_TABLES:
            path = self.path(table)
            return pl.scan_parquet(path) if path.exists() else contract(table).empty().lazy()
        files = [self.folder / table / part.file for part in self.parts(table)]
        if not files:
            return contract(table).empty().lazy().with_columns(file=pl.lit(None, pl.String))
        below = pl.col("file").str.extract(r"([^/\\]+[/\\][^/\\]+)$")
        return pl.scan_parquet(files, include_file_paths="file").with_columns(below)

    def recall(self, tables: Collection[str], made_with: str) -> dict[str, pl.DataFrame]:
        """Tables that a step keeps for its next run; empty unless one run of these rules did."""
        stamps = {self.stamp(table) for table in tables}
        is_known = len(stamps) == 1 and stamps.pop().made_with == made_with
        if not is_known:
            return {table: contract(table).empty() for table in tables}
        with ThreadPoolExecutor() as side_by_side:
            return dict(zip(tables, side_by_side.map(self.read, tables), strict=True))

    def remember(self, frames: Mapping[str, pl.DataFrame], made_with: str) -> None:
        """Replace all tables of a step together; if this breaks off, `recall` knows none of them.

        Raises ContractError as `write` does.
        """
        stamp = Stamp(made_with, uuid4().hex)
        with ThreadPoolExecutor() as side_by_side:
            written = side_by_side.map(lambda named: self.write(*named, stamp), frames.items())
            list(written)  # which raises what a thread did

    def stamp(self, table: str) -> Stamp:
        """What a table that is no day table was made of."""
        return read_stamp(self.path(table))

    def parts(self, table: str) -> list[Part]:
        """The parts of a day table, by day and number."""
        found = (self.folder / table).glob("*/*.parquet")
        return sorted(Part(path.parent.name, int(path.stem)) for path in found)

    def part_stamp(self, table: str, part: Part) -> Stamp:
        """What a part was made of; an empty stamp where it was not made yet."""
        return read_stamp(self.folder / table / part.file)

    def read_parts(
        self, table: str, parts: Sequence[Part], columns: Sequence[str] | None = None
    ) -> pl.DataFrame:
        """The rows of some parts of a day table, in the order of their first column."""
        files = [self.folder / table / part.file for part in parts]
        if not files:
            empty = contract(table).empty()
            return empty.select(columns) if columns else empty
        frame = pl.concat(pl.read_parquet(file, columns=columns) for file in files)
        return frame.sort(frame.columns[0], maintain_order=True)

    def head(self, table: str, parts: Sequence[Part], n_rows: int = 5) -> pl.DataFrame:
        """The first rows of the first of some parts; no rows where there is none."""
        if not parts:
            return contract(table).empty()
        return pl.read_parquet(self.folder / table / parts[0].file, n_rows=n_rows)

    def count(self, table: str, parts: Sequence[Part]) -> int:
        """How many rows some parts have, by what their files say."""
        files = [self.folder / table / part.file for part in parts]
        return pl.scan_parquet(files).select(pl.len()).collect().item() if files else 0

    def height(self, table: str) -> int:
        """How many rows a table has; none where it was never written."""
        if table in DAY_TABLES:
            return self.count(table, self.parts(table))
        path = self.path(table)
        return pl.scan_parquet(path).select(pl.len()).collect().item() if path.exists() else 0

    def write_part(self, table: str, part: Part, frame: pl.DataFrame, stamp: Stamp) -> None:
        """Write or replace a part; raises ContractError and keeps what was there."""
        path = self.folder / table / part.file
        write_file(path, enforce(table, frame), stamp, ROWS_TOGETHER.get(table))

    def drop_part(self, table: str, part: Part) -> None:
        """Remove a part, and its day's folder with the last one."""
        path = self.folder / table / part.file
        path.unlink()
        if not any(path.parent.iterdir()):
            path.parent.rmdir()

    def add_documents(self, day: str, documents: pl.DataFrame) -> list[Part]:
        """Store documents as new parts of a day, all documents of an article in one part."""
        number = self.last_number()
        ids = documents.select(pl.col("article_id").unique().sort())
        parts = []
        for at in range(0, max(1, ids.height), PART_ARTICLES):
            number += 1
            parts.append(Part(day, number))
            own = documents.join(ids.slice(at, PART_ARTICLES), on="article_id", how="semi")
            self.write_part("documents", parts[-1], own, Stamp(articles=version_of(own)))
        return parts

    def add_merged(self, day: str, frames: Mapping[str, pl.DataFrame], made_with: str) -> None:
        """Store all day tables of a new part; its documents come last and make it count."""
        part = Part(day, self.last_number() + 1)
        articles = version_of(frames["documents"])
        for table in reversed(DAY_TABLES):
            stamp = Stamp("" if table == "documents" else made_with, articles)
            self.write_part(table, part, frames[table], stamp)

    def last_number(self) -> int:
        """The greatest number of a part in any day table; numbers are never given twice."""
        taken = [part.number for table in DAY_TABLES for part in self.parts(table)]
        return max(taken, default=0)

    def leave_documents(self, part: Part, article_ids: pl.Series) -> None:
        """Keep a part's documents but those of some articles; an empty part goes."""
        documents = self.read_parts("documents", [part])
        kept = documents.filter(~pl.col("article_id").is_in(article_ids.implode()))
        if kept.is_empty():
            self.drop_part("documents", part)
        elif kept.height < documents.height:
            self.write_part("documents", part, kept, Stamp(articles=version_of(kept)))


def version_of(documents: pl.DataFrame) -> str:
    """A version of the set of articles that the documents hold."""
    ids = documents["article_id"].unique().sort().to_list()
    return sha256("".join(ids).encode()).hexdigest()[:16]


def write_file(
    path: Path,
    frame: pl.DataFrame,
    stamp: Stamp,
    rows_together: int | None = None,
    compression: int | None = None,
) -> None:
    """Write a Parquet file with its stamp; readers see the old file or the new, never half."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial")
    noted = {k: v for k, v in vars(stamp).items() if v}
    frame.write_parquet(
        partial, metadata=noted, row_group_size=rows_together, compression_level=compression
    )
    partial.replace(path)


def read_stamp(path: Path) -> Stamp:
    """The stamp of a Parquet file; an empty one where there is no file, or one without stamp."""
    if not path.exists():
        return Stamp()
    noted = pl.read_parquet_metadata(path)
    return Stamp(**{name: noted.get(name, "") for name in vars(Stamp())})
