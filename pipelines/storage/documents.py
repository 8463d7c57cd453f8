"""The documents of all runs: what is known of them, and how a run changes some articles'."""

import polars as pl

from pipelines.storage.lake import Lake, Part
from schemas.registry import contract


def known_documents(lake: Lake) -> pl.DataFrame:
    """All documents but their text, with the part_day and part_number of the part they are in.

    Where a run broke off between a new part and an old one, an article is in both: it leaves the
    old one here.
    """
    columns = [name for name in contract("documents").to_schema().columns if name != "text"]
    known = lake.scan("documents").select(*columns, **Part.named(pl.col("file"))).collect()
    is_newest = pl.col("part_number") == pl.col("part_number").max().over("article_id")
    left_behind = known.filter(~is_newest)
    for part in parts_of(left_behind):
        lake.leave_documents(part, left_behind["article_id"].unique())
    return known.filter(is_newest)


def replace_articles(
    lake: Lake, day: str, known: pl.DataFrame, article_ids: pl.Series, documents: pl.DataFrame
) -> None:
    """Let some articles be in these documents from now on, in new parts of a day.

    A text that `documents` lack is the one stored. The new parts come first, so that a run that
    breaks off loses nothing.
    """
    old_parts = parts_of(known.filter(pl.col("article_id").is_in(article_ids.implode())))
    if documents.height or known.is_empty():
        stored = lake.read_parts("documents", old_parts, ["article_id", "text"])
        texts = pl.concat([documents.select("article_id", "text"), stored]).drop_nulls()
        whole = documents.drop("text").join(texts.unique("article_id"), on="article_id", how="left")
        lake.add_documents(day, whole.sort("document_id"))
    for part in old_parts:
        lake.leave_documents(part, article_ids)


def parts_of(documents: pl.DataFrame) -> list[Part]:
    """The parts that known documents are in."""
    return sorted(
        Part(*row) for row in documents.select("part_day", "part_number").unique().iter_rows()
    )
