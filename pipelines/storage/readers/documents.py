"""Reads what a user names into documents; whatever cannot be read is quarantined, never lost."""

from collections.abc import Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import polars as pl

from pipelines.storage.readers import fields
from pipelines.storage.readers.contents import decode, read_bytes
from pipelines.storage.readers.input_files import marked_files, unread_sources, without_unreadable
from pipelines.storage.readers.inputs import Found, find_sources
from pipelines.storage.readers.manifest import Rows, named_manifest, read_manifests
from pipelines.storage.readers.pages import LOOKS_LIKE_PAGE, Page, declared_encoding, read_page
from pipelines.storage.readers.records import read_records
from pipelines.storage.readers.refusals import Refusal, quarantine_frame
from pipelines.storage.readers.sources import Source
from pipelines.storage.readers.stored_text import store_texts

# One article; a long report has some hundred thousand characters.
MAX_RECORD_BYTES = 2_000_000
READ_THREADS = 8
READ_BATCH = 256

TABLE_KINDS = ("jsonl", "csv", "parquet", "warc")
NOT_TEXT_ENDINGS = (
    ".pdf", ".doc", ".docx", ".odt", ".rtf", ".xls", ".xlsx", ".ppt", ".pptx", ".epub",
    ".jpg", ".jpeg", ".png", ".gif", ".webp", ".mp3", ".mp4", ".wav",
)  # fmt: skip
PAGE_FIELDS = ("title", "published_at", "publisher")
# path: of the file; uri: below the input, #record in a table; page_...: what the page itself tells.
RAW_SCHEMA = {
    "path": pl.String(), "location": pl.String(), "uri": pl.String(), "stem": pl.String(),
    **fields.schema(fields.RECORD), **{f"page_{name}": pl.String() for name in PAGE_FIELDS},
}  # fmt: skip


@dataclass(frozen=True)
class Reading:
    """documents and files as their contracts say; quarantine: uri, stage, reason, detail."""

    documents: pl.DataFrame
    quarantine: pl.DataFrame
    files: pl.DataFrame


def read_documents(
    inputs: Sequence[Path],
    manifest: Path | None = None,
    max_record_bytes: int = MAX_RECORD_BYTES,
    read: pl.DataFrame | None = None,
    leave: Collection[Path] = (),
) -> Reading:
    """Read every article in folders, files and globs; a manifest adds what is known about files.

    `read` are the files of earlier readings: one that is as it was then is not opened again. Files
    to `leave` (they are being written, say) are passed over. Raises InputError where the user names
    something that is not there. All else that goes wrong is a row of the quarantine, and the rest
    is read.
    """
    named = named_manifest(manifest) if manifest else None
    with closing(find_sources(inputs)) as found:
        return read_found(found, named, max_record_bytes, read, leave)


def read_found(
    found: Found,
    named: Source | None,
    max_record_bytes: int,
    read: pl.DataFrame | None,
    leave: Collection[Path],
) -> Reading:
    """Read the files found, with what manifests say of them."""
    quarantine = [refusal.row(uri) for uri, refusal in found.refused]
    sources = [source for source in found.sources if not named or source.path != named.path]
    beside = [source for source in found.manifests if not named or source.path != named.path]
    known = read_manifests(beside, named, sources, max_record_bytes, quarantine)
    sources = [source for source in sources if source.file not in leave]
    files = marked_files([*sources, *beside], known)
    opened = unread_sources(sources, files, read) if read is not None else sources
    tables = [source for source in opened if source.kind in TABLE_KINDS]
    singles = [source for source in opened if source.kind not in TABLE_KINDS]
    raw = pl.concat(
        [
            read_files(singles, max_record_bytes, quarantine),
            *(read_table(source, max_record_bytes, quarantine) for source in tables),
        ]
    )
    documents, refused = store_texts(raw, known, max_record_bytes)
    rejected = quarantine_frame(quarantine + refused)
    return Reading(documents, rejected, without_unreadable(files, opened, rejected))


def read_files(sources: list[Source], limit: int, quarantine: Rows) -> pl.DataFrame:
    """One row per file that is one article."""

    def read(batch: list[Source]) -> list[dict[str, str | None] | Refusal]:
        return [try_file(source, limit) for source in batch]

    batches = [sources[at : at + READ_BATCH] for at in range(0, len(sources), READ_BATCH)]
    with ThreadPoolExecutor(READ_THREADS) as pool:
        outcomes = list(zip(sources, chain.from_iterable(pool.map(read, batches)), strict=True))
    quarantine += [
        outcome.row(source.uri) for source, outcome in outcomes if isinstance(outcome, Refusal)
    ]
    rows = [
        {"path": str(source.path), "location": str(source.path), "uri": source.uri, **outcome}
        for source, outcome in outcomes
        if not isinstance(outcome, Refusal)
    ]
    return pl.DataFrame(rows, RAW_SCHEMA)


def try_file(source: Source, limit: int) -> dict[str, str | None] | Refusal:
    try:
        return {**read_file(source, limit), "stem": source.stem}
    except Refusal as refusal:
        return refusal


def read_file(source: Source, limit: int) -> dict[str, str | None]:
    if source.kind is None:
        suffix = Path(source.name).suffix.lower()
        if suffix in NOT_TEXT_ENDINGS:
            raise Refusal("not_text", f"The file's ending {suffix} is of no text file")
        raise Refusal(
            "unknown_type", f"The file's ending {suffix or '(none)'} does not tell its type"
        )
    data = read_bytes(source, limit)
    text = decode(data, declared_encoding(data) if source.kind == "html" else None)
    if source.kind == "html" or LOOKS_LIKE_PAGE.match(text):
        return page_fields(read_page(text))
    return {"text": text}


def page_fields(page: Page) -> dict[str, str | None]:
    told = {f"page_{name}": getattr(page, name) for name in PAGE_FIELDS}
    return {"text": page.text, **told}


def read_table(source: Source, limit: int, quarantine: Rows) -> pl.DataFrame:
    """One row per record of a table."""
    try:
        records = read_records(source, fields.RECORD, limit)
    except Refusal as refusal:
        quarantine.append(refusal.row(source.uri))
        return pl.DataFrame(schema=RAW_SCHEMA)
    quarantine += [refusal.row(f"{source.uri}#{number}") for number, refusal in records.refused]
    place = {"location": str(source.path), "uri": source.uri, "stem": source.stem}
    raw = records.frame.with_columns(
        pl.lit(str(source.path)).alias("path"),
        *(
            pl.format("{}#{}", pl.lit(text), "record_no").alias(name)
            for name, text in place.items()
        ),
    )
    pages = read_pages(
        raw.filter(pl.col("text").is_null() & pl.col("html").is_not_null()), quarantine
    )
    return (
        raw.join(pages, on="location", how="left", suffix="_of_page", maintain_order="left")
        .with_columns(pl.coalesce("text", "text_of_page").alias("text"))
        .filter(pl.col("text").is_not_null() | pl.col("html").is_null())
        .select(*RAW_SCHEMA)
    )


def read_pages(records: pl.DataFrame, quarantine: Rows) -> pl.DataFrame:
    """One row per record whose page holds an article: location, text and what the page tells."""
    rows = []
    for location, uri, html in records.select("location", "uri", "html").iter_rows():
        try:
            rows.append({"location": location, **page_fields(read_page(html))})
        except Refusal as refusal:
            quarantine.append(refusal.row(uri))
    names = ("location", "text", *(f"page_{name}" for name in PAGE_FIELDS))
    return pl.DataFrame(rows, {name: RAW_SCHEMA[name] for name in names})
