"""Keeps the lake small in files: the parts of a day that is over are put together."""

from itertools import groupby

from pipelines.storage.day_tables import READ_TABLES
from pipelines.storage.lake import DAY_TABLES, PART_ARTICLES, Lake, Part


def merge_parts(lake: Lake, today: str) -> int:
    """Put together the small parts of each day before today; returns how many are gone.

    Only parts that were read with one set of lexicons and rules, so that nothing is read again.
    The new part comes before the old ones go: a run that breaks off loses and doubles nothing.
    """
    past = [part for part in lake.parts("documents") if part.day < today]
    n_gone = 0
    for _, parts in groupby(past, key=lambda part: (part.day, made_with(lake, part))):
        small = smallest(lake, list(parts))
        if len(small) > 1:
            merge(lake, small)
            n_gone += len(small) - 1
    return n_gone


def made_with(lake: Lake, part: Part) -> str | None:
    """What all tables of a part were made with; its file where they differ or are out of date."""
    articles = lake.part_stamp("documents", part).articles
    stamps = {lake.part_stamp(table, part) for table in READ_TABLES}
    is_even = len(stamps) == 1 and {stamp.articles for stamp in stamps} == {articles}
    return stamps.pop().made_with if is_even else part.file


def smallest(lake: Lake, parts: list[Part]) -> list[Part]:
    """As many of the parts as fit into one, the smallest first."""
    sizes = sorted((lake.count("documents", [part]), part) for part in parts)
    chosen, total = [], 0
    for size, part in sizes:
        total += size
        if total > PART_ARTICLES:
            break
        chosen.append(part)
    return sorted(chosen)


def merge(lake: Lake, parts: list[Part]) -> None:
    """Make one part of some, the documents last: until they are there, it does not count."""
    stamp = lake.part_stamp(READ_TABLES[-1], parts[0])
    frames = {table: lake.read_parts(table, parts) for table in DAY_TABLES}
    lake.add_merged(parts[0].day, frames, stamp.made_with)
    for part in parts:
        for table in DAY_TABLES:
            lake.drop_part(table, part)
