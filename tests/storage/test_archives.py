"""Web archives: the pages in them are documents, what else a crawl got is not."""

import gzip
import io
from pathlib import Path

from fastwarc.warc import WarcRecord, WarcRecordType

from pipelines.storage.readers import read_documents
from tests.storage.test_readers import PAGE

FOUND = b"HTTP/1.1 200 OK\r\nContent-Type: "
PARTS = (
    ("https://valley.example/convoy", FOUND + b"text/html; charset=utf-8\r\n\r\n" + PAGE.encode()),
    ("https://valley.example/note", FOUND + b"text/plain\r\n\r\nTwo died in Karez on Monday."),
    ("https://valley.example/picture", FOUND + b"image/png\r\n\r\n\x89PNG\r\n"),
    ("https://valley.example/gone", b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n"
     b"<html><p>Three died in Karez, but this page is gone.</p></html>"),
    ("https://valley.example/torn", FOUND + b"text/plain\r\n\r\nFour \xff\xfe\xfa died in \xc3."),
    ("https://valley.example/long", FOUND + b"text/plain\r\n\r\n" + b"x" * 3_000),
)  # fmt: skip


def archive() -> list[bytes]:
    """The records, each compressed by itself as crawlers write them."""
    records = []
    for address, content in PARTS:
        record = WarcRecord()
        record.init_headers(WarcRecordType.response)
        record.headers["WARC-Target-URI"] = address
        record.headers["Content-Type"] = "application/http; msgtype=response"
        record.set_bytes_content(content)
        stream = io.BytesIO()
        record.write(stream)
        records.append(gzip.compress(stream.getvalue()))
    return records


def test_pages_and_texts_of_a_crawl_are_documents(tmp_path: Path) -> None:
    (tmp_path / "crawl.warc.gz").write_bytes(b"".join(archive()))
    reading = read_documents([tmp_path], max_record_bytes=2_000)
    by_address = {row["uri"]: row for row in reading.documents.iter_rows(named=True)}
    assert sorted(by_address) == [PARTS[0][0], PARTS[1][0]]
    page = by_address[PARTS[0][0]]
    assert page["title"] == "Convoy leaves Karez"
    assert page["published_at"].startswith("2020-05-04")
    assert "forty lorries" in page["text"]
    assert by_address[PARTS[1][0]]["text"] == "Two died in Karez on Monday."
    assert by_address[PARTS[1][0]]["published_at"] is None  # the day of the crawl is none
    refused = {row["uri"].split("#")[1]: row for row in reading.quarantine.iter_rows(named=True)}
    assert {number: row["reason"] for number, row in refused.items()} == {
        "5": "broken_encoding",
        "6": "too_large",
    }


def test_an_archive_that_breaks_off_keeps_what_came_before(tmp_path: Path) -> None:
    (tmp_path / "crawl.warc.gz").write_bytes(b"".join(archive())[:-60])
    reading = read_documents([tmp_path])
    assert PARTS[0][0] in reading.documents["uri"].to_list()
    assert "broken_archive" in reading.quarantine["reason"].to_list()


def test_a_file_that_is_no_archive_is_quarantined(tmp_path: Path) -> None:
    (tmp_path / "crawl.warc").write_text("This is no web archive.")
    reading = read_documents([tmp_path])
    assert reading.documents.is_empty()
    assert reading.quarantine.select("uri", "reason").rows() == [("crawl.warc#1", "broken_archive")]
