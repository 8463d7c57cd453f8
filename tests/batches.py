"""Brings articles into a home in many small batches: ingest and the text half, day after day."""

import inspect
from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import polars as pl

from pipelines.defs.days import made_with
from pipelines.storage.day_tables import DayTable
from pipelines.storage.documents import known_documents, replace_articles
from pipelines.storage.lake import Lake
from pipelines.storage.lexicons import lexicons_version, read_lexicons
from pipelines.storage.readers import read_documents
from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.article_sketches import sketch_articles
from pipelines.transforms.text.articles import describe_articles
from pipelines.transforms.text.claims import find_claims
from pipelines.transforms.text.documents import changed_articles
from pipelines.transforms.text.mentions import find_mentions
from pipelines.transforms.text.parts import mark_parts
from pipelines.transforms.text.sentences import split_sentences

STEPS = {
    "article_parts": mark_parts,
    "articles": describe_articles,
    "sentences": split_sentences,
    "mentions": find_mentions,
    "claims": find_claims,
    "article_sketches": sketch_articles,
}


def bring_in_batches(
    home: Path, batches: Sequence[Sequence[Path]], manifest: Path | None, last_day: date
) -> None:
    """Read each batch of files on a day of its own, the last of them on `last_day`."""
    lake, own = Lake(home / "lake"), home / "lexicons"
    lexicons, version = read_lexicons(own=own), made_with(lexicons_version(own))
    for at, batch in enumerate(batches, start=1):
        day = (last_day - timedelta(days=len(batches) - at)).isoformat()
        bring(lake, day, read_documents(batch, manifest).documents, lexicons, version)


def bring(lake: Lake, day: str, found: pl.DataFrame, lexicons: Lexicons, version: str) -> None:
    """Ingest documents on a day, and read that day."""
    known = known_documents(lake)
    changes = changed_articles(known, found)
    replace_articles(lake, day, known, changes.article_ids, changes.documents)
    for name, step in STEPS.items():
        parameters = inspect.signature(step).parameters
        reads = [name for name in parameters if name != "lexicons"]
        words = {"lexicons": lexicons} if "lexicons" in parameters else {}
        DayTable(name, reads, partial(step, **words)).refresh(lake, [day], version)
