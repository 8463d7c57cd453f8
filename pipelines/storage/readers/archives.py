"""Web archives (WARC, and the texts of WET): the pages that a crawl got."""

import polars as pl
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from pipelines.storage.readers.contents import PIECE, READ_ERRORS, decode, open_source, too_large
from pipelines.storage.readers.fields import Fields, schema
from pipelines.storage.readers.pages import declared_encoding
from pipelines.storage.readers.refusals import Refusal
from pipelines.storage.readers.sources import Source

# What was got, by itself or with its HTTP head, and the plain text that somebody made of it.
READ_TYPES = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
PAGE_TYPES = ("text/html", "application/xhtml+xml")
TEXT_TYPE = "text/plain"
FOUND = 200

Row = tuple[int, dict[str, str | None]]


def read_archive(
    source: Source, fields: Fields, limit: int
) -> tuple[pl.DataFrame, list[tuple[int, Refusal]]]:
    """record_no, counted over all records of the archive, and the fields; refused ones by number.

    Pictures, scripts, redirects and pages that were not found are no articles and passed over. The
    day of the crawl is no day of publication, so published_at stays what the page itself tells.
    """
    rows: list[Row] = []
    refused: list[tuple[int, Refusal]] = []
    number = 0
    source.size()
    # Not decompressed by us: each record is a gzip of its own, and one that is cut spoils no other.
    with source.open() as file:
        try:
            for number, record in enumerate(ArchiveIterator(file), start=1):
                if record.record_type & READ_TYPES and is_page(record):
                    try:
                        rows.append((number, fields_of(record, number, limit)))
                    except Refusal as refusal:
                        refused.append((number, refusal))
            read_to_end(source)
        except READ_ERRORS as error:
            what = f"From here on this is no whole web archive ({error})"
            refused.append((number + 1, Refusal("broken_archive", what)))
    frame = pl.DataFrame(
        [{"record_no": number, **row} for number, row in rows],
        {"record_no": pl.Int64, **schema(fields)},
    )
    return frame, refused


def read_to_end(source: Source) -> None:
    """Raise one of READ_ERRORS where the file breaks off: a record that is cut ends the others'
    reading without a word."""
    with open_source(source) as file:
        while file.read(PIECE):
            pass


def content_type(record: WarcRecord) -> str:
    """What the record says it holds, without parameters."""
    told = record.http_content_type if record.is_http_parsed else record.headers["Content-Type"]
    return (told or "").partition(";")[0].strip().lower()


def is_page(record: WarcRecord) -> bool:
    """Whether a record is a page or text that was found."""
    if record.is_http_parsed and record.http_headers.status_code != FOUND:
        return False
    return content_type(record) in (*PAGE_TYPES, TEXT_TYPE)


def fields_of(record: WarcRecord, number: int, limit: int) -> dict[str, str | None]:
    """The page or text of a record with its address; Refusal where it is none."""
    data = record.reader.read(limit + 1)
    if len(data) > limit:
        raise too_large(f"Record {number}", limit)
    is_html = content_type(record) in PAGE_TYPES
    charset = record.http_charset if record.is_http_parsed else None
    text = decode(data, charset or declared_encoding(data))
    return {
        "html" if is_html else "text": text,
        "url": record.headers["WARC-Target-URI"],
        "external_id": record.record_id,
    }
