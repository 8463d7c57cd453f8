"""What a user names is read whole: every record is a document or a quarantined row."""

import gzip
import io
import json
import os
import random
import time
from pathlib import Path

import polars as pl
import pytest

from pipelines.storage.door import enforce
from pipelines.storage.readers import InputError, Reading, read_documents

PAGE = """<!doctype html><html><head><title>Convoy leaves Karez - The Valley Post</title>
<meta property="og:title" content="Convoy leaves Karez">
<meta property="og:site_name" content="The Valley Post">
<meta property="article:published_time" content="2020-05-04T10:00:00Z"></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Convoy leaves Karez</h1>
<p>A convoy of forty lorries left the town of Karez on Monday, two drivers told this paper.</p>
<p>Soldiers had searched every lorry before the convoy could move, the drivers said later.</p>
</article><footer>All rights reserved</footer></body></html>"""


def read(*inputs: Path, **options: object) -> Reading:
    reading = read_documents(list(inputs), **options)
    enforce("documents", reading.documents)
    assert reading.quarantine.columns == ["uri", "stage", "reason", "detail"]
    return reading


def texts(reading: Reading) -> dict[str, str]:
    return dict(reading.documents.select("uri", "text").rows())


def reasons(reading: Reading) -> dict[str, str]:
    return dict(reading.quarantine.select("uri", "reason").rows())


def lines(*records: object) -> str:
    return "".join(json.dumps(record) + "\n" for record in records)


def parquet(frame: pl.DataFrame) -> bytes:
    buffer = io.BytesIO()
    frame.write_parquet(buffer)
    return buffer.getvalue()


FORMATS = {
    "a.txt": b"Two died in Karez.",
    "a.html": PAGE.encode(),
    "a.htm": PAGE.encode(),
    "a.jsonl": lines({"text": "Two died in Karez."}).encode(),
    "a.ndjson": lines({"text": "Two died in Karez."}).encode(),
    "a.csv": b"id,text\n7,Two died in Karez.\n",
    "a.parquet": parquet(pl.DataFrame({"text": ["Two died in Karez."]})),
}


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("is_gzip", [False, True])
def test_every_format_is_read_plain_and_compressed(
    name: str, is_gzip: bool, tmp_path: Path
) -> None:
    path = tmp_path / (f"{name}.gz" if is_gzip else name)
    path.write_bytes(gzip.compress(FORMATS[name]) if is_gzip else FORMATS[name])
    reading = read(tmp_path)
    assert reading.quarantine.is_empty()
    (text,) = reading.documents["text"]
    assert "Karez" in text
    is_table = any(ending in name for ending in ("json", "csv", "parquet"))
    stem = "7" if "csv" in name else "a#1" if is_table else "a"
    assert reading.documents["external_id"].to_list() == [stem]


def test_a_page_gives_its_paragraphs_and_what_it_says_of_itself(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE)
    (row,) = read(tmp_path).documents.rows(named=True)
    assert row["text"].startswith("Convoy leaves Karez\n\nA convoy of forty lorries")
    assert "told this paper.\n\nSoldiers had" in row["text"]
    assert "Home" not in row["text"]
    assert (row["title"], row["publisher"], row["published_at"]) == (
        "Convoy leaves Karez", "The Valley Post", "2020-05-04",
    )  # fmt: skip


def test_a_page_in_a_record_is_read_like_a_page_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "pages.jsonl").write_text(lines({"html": PAGE, "source": "Own name"}))
    (row,) = read(tmp_path).documents.rows(named=True)
    assert row["text"].startswith("Convoy leaves Karez\n\nA convoy")
    assert row["publisher"] == "Own name"


def test_a_record_brings_what_is_known_under_the_usual_names(tmp_path: Path) -> None:
    record = {
        "guid": 12, "headline": "Karez falls", "body": "Two died.", "date": "2020-05-04",
        "link": "https://post.example/1", "publisher": "The Valley Post", "lang": "en",
        "nested": {"text": "not this"},
    }  # fmt: skip
    (tmp_path / "a.jsonl").write_text(lines(record))
    (row,) = read(tmp_path).documents.drop("document_id", "article_id", "location").rows()
    assert row == (
        "https://post.example/1", "12", "Karez falls", "The Valley Post", "2020-05-04", "en", True,
        "Karez falls\n\nTwo died.",
    )  # fmt: skip


def test_a_title_is_not_set_before_a_text_that_begins_with_it(tmp_path: Path) -> None:
    text = "Monday, May 4, 2020\n\nKarez  falls to “rebels”\n\nTwo died."
    (tmp_path / "a.jsonl").write_text(
        lines({"title": "Karez falls to rebels | The Valley Post", "text": text})
    )
    assert read(tmp_path).documents["text"].to_list() == [text]


def test_hostile_folder(tmp_path: Path) -> None:
    (tmp_path / "broken.txt").write_bytes("Café in Karez ".encode() + b"\xff\xfe closed.")
    (tmp_path / "cut.txt").write_bytes("Two died near the café".encode()[:-1])
    (tmp_path / "empty.txt").touch()
    (tmp_path / "blank.txt").write_text(" \n\n ")
    (tmp_path / "report.pdf").write_bytes(b"%PDF-1.7 \x00\x01")
    (tmp_path / "hidden_pdf.txt").write_bytes(b"%PDF-1.7 \x00\x01")
    (tmp_path / "noise.txt").write_bytes(random.Random(1).randbytes(4_000))
    (tmp_path / "archive.txt.gz").write_bytes(gzip.compress(b"Two died." * 999)[:-20])
    (tmp_path / "false.txt.gz").write_bytes(b"no gzip at all")
    (tmp_path / "false.parquet").write_bytes(b"PAR1 and no more")
    (tmp_path / "numbers.csv").write_text("a,b\n1,2\n")
    (tmp_path / "array.jsonl").write_text('[\n{"text": "Two died."}\n]\n')
    (tmp_path / "notes.xyz").write_text("notes")
    (tmp_path / "LICENSE").write_text("licence")
    (tmp_path / ".DS_Store").write_bytes(b"\x00")
    (tmp_path / ".cache").mkdir()
    (tmp_path / ".cache" / "a.txt").write_text("hidden")
    (tmp_path / "good.txt").write_text("Two died in Karez.")
    reading = read(tmp_path)
    assert texts(reading) == {"good.txt": "Two died in Karez."}
    assert reasons(reading) == {
        "broken.txt": "broken_encoding", "cut.txt": "broken_encoding", "empty.txt": "empty",
        "blank.txt": "empty", "report.pdf": "not_text", "hidden_pdf.txt": "not_text",
        "noise.txt": "not_text", "archive.txt.gz": "broken_gzip", "false.txt.gz": "broken_gzip",
        "false.parquet": "unreadable", "numbers.csv": "no_text", "array.jsonl": "bad_record",
        "notes.xyz": "unknown_type", "LICENSE": "unknown_type",
    }  # fmt: skip
    assert set(reading.quarantine["stage"]) == {"documents"}
    details = reading.quarantine["detail"].to_list()
    assert all(detail.endswith(".") and detail.count(". ") >= 1 for detail in details)


def test_bad_lines_are_told_one_by_one_and_good_ones_go_on(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(
        b'{"text": "cut off\n'
        b"\n"
        b'{"text": "Two died in Karez."}\n'
        b'["a list"]\n'
        b'{"title": "A headline without a text"}\n'
        b'{"text": "bad \xff byte"}\n'
        b'{"text": "half a character \\ud83d"}\n'
        b'{"text": ["no", "text"]}\n'
    )
    reading = read(tmp_path)
    assert texts(reading) == {"a.jsonl#3": "Two died in Karez."}
    assert reasons(reading) == {
        "a.jsonl#1": "bad_record", "a.jsonl#4": "bad_record", "a.jsonl#5": "no_text",
        "a.jsonl#6": "broken_encoding", "a.jsonl#7": "broken_encoding", "a.jsonl#8": "no_text",
    }  # fmt: skip
    assert "Line 4 " in reading.quarantine.filter(uri="a.jsonl#4")["detail"].item()


def test_a_bad_neighbour_does_not_change_a_record(tmp_path: Path) -> None:
    good = lines({"id": 5, "text": "Two died.", "date": 1588550400, "Title": "Karez"})
    (tmp_path / "clean.jsonl").write_text(good)
    (tmp_path / "dirty.jsonl").write_text(good + "{\n")
    clean, dirty = read(tmp_path).documents.drop("document_id", "location", "uri").rows()
    assert clean == dirty


def test_a_giant_line_is_passed_over_quickly_and_in_little_memory(tmp_path: Path) -> None:
    with (tmp_path / "a.jsonl").open("wb") as file:
        file.write(b'{"text": "' + b"x" * 50_000_000 + b'"}\n')
        file.write(lines({"text": "Two died in Karez."}).encode())
    (tmp_path / "b.txt").write_bytes(b"y" * 50_000_000)
    started = time.monotonic()
    reading = read(tmp_path)
    assert time.monotonic() - started < 5
    assert texts(reading) == {"a.jsonl#2": "Two died in Karez."}
    assert reasons(reading) == {"a.jsonl#1": "too_large", "b.txt": "too_large"}


def test_the_limit_of_a_record_is_the_callers(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"text\n{'word ' * 50}\nshort\n")
    reading = read(tmp_path, max_record_bytes=100)
    assert texts(reading) == {"a.csv#2": "short"}
    assert reasons(reading) == {"a.csv#1": "too_large"}


def test_ragged_csv_rows_are_told_one_by_one(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('text,title\n"Two, died.",Karez\na,b,c\nThree died.,\n')
    reading = read(tmp_path)
    assert texts(reading) == {"a.csv#1": "Karez\n\nTwo, died.", "a.csv#3": "Three died."}
    assert reasons(reading) == {"a.csv#2": "bad_record"}


def test_csv_rows_with_broken_bytes_are_told_one_by_one(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes("text\nCafé shut.\n".encode() + b"bad \xff\n")
    reading = read(tmp_path)
    assert texts(reading) == {"a.csv#1": "Café shut."}
    assert reasons(reading) == {"a.csv#2": "broken_encoding"}


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_delimiters(delimiter: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"title{delimiter}text\nKarez{delimiter}Two died.\n")
    assert texts(read(tmp_path)) == {"a.csv#1": "Karez\n\nTwo died."}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_that_leave_no_doubt_are_read(encoding: str, tmp_path: Path) -> None:
    text = "Les rebelles ont repris le village de Karez samedi après deux journées de combats."
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    assert texts(read(tmp_path)) == {"a.txt": text}


def test_text_is_stored_in_one_normal_form(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Cafe\u0301\x00 shut.\r\n\r\nOld Mac\rline".encode())
    assert texts(read(tmp_path)) == {"a.txt": "Café shut.\n\nOld Mac\nline"}


def test_the_same_text_twice_is_one_article_in_two_documents(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Two died in Karez.\n")
    (tmp_path / "b.txt").write_bytes(b"\xef\xbb\xbfTwo died in Karez.\r\n")
    documents = read(tmp_path).documents
    assert documents["article_id"].n_unique() == 1
    assert documents["document_id"].n_unique() == 2


def test_a_manifest_in_the_folder_tells_about_its_files(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_text("Two died in Karez.")
    (tmp_path / "page.html").write_text(PAGE)
    (tmp_path / "manifest.csv").write_text(
        "path,url,title,published_at,source,language\n"
        "sub/a.txt,https://post.example/1,Karez falls,2020-05-04,The Valley Post,en\n"
        "page.html,,,,Manifest Post,\n"
        "gone.txt,,,,,\n"
        ",https://post.example/2,,,,\n"
    )
    reading = read(tmp_path)
    rows = {row["external_id"]: row for row in reading.documents.rows(named=True)}
    assert rows["a"]["uri"] == "https://post.example/1"
    assert rows["a"]["text"] == "Karez falls\n\nTwo died in Karez."
    assert rows["a"]["language"] == "en"
    assert rows["page"]["publisher"] == "Manifest Post"
    assert rows["page"]["published_at"] == "2020-05-04"
    assert reasons(reading) == {"manifest.csv#3": "missing_file", "manifest.csv#4": "bad_record"}


def test_a_named_manifest_holds_before_the_folders_own(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("Two died in Karez.")
    (tmp_path / "in" / "manifest.jsonl").write_text(lines({"path": "a.txt", "source": "Folder"}))
    (tmp_path / "my.jsonl").write_text(lines({"path": "in/a.txt", "source": "Mine"}))
    assert read(tmp_path / "in").documents["publisher"].to_list() == ["Folder"]
    reading = read(tmp_path / "in", manifest=tmp_path / "my.jsonl")
    assert reading.documents["publisher"].to_list() == ["Mine"]


def test_a_manifest_without_paths_is_quarantined_where_it_lies_and_refused_where_named(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.txt").write_text("Two died.")
    (tmp_path / "manifest.csv").write_text("name,title\na,b\n")
    assert reasons(read(tmp_path)) == {"manifest.csv": "bad_manifest"}
    with pytest.raises(InputError, match="path"):
        read(tmp_path / "a.txt", manifest=tmp_path / "manifest.csv")


def test_what_is_not_there_is_the_users_mistake(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gone does not exist\. Name a folder"):
        read(tmp_path / "gone")
    with pytest.raises(InputError, match="No file matches"):
        read(tmp_path / "*.txt")
    with pytest.raises(InputError, match="manifest"):
        read(tmp_path, manifest=tmp_path / "gone.csv")


def test_globs_and_files_are_read_and_no_file_twice(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("a.txt", "b.txt", "c.jsonl"):
        (tmp_path / "in" / name).write_text(lines({"text": f"Two died in {name}."}))
    assert read(tmp_path / "in" / "*.txt").documents["uri"].to_list() == ["a.txt", "b.txt"]
    assert read(tmp_path / "**" / "a.txt").documents["uri"].to_list() == ["in/a.txt"]
    both = read(tmp_path / "in" / "a.txt", tmp_path / "in", tmp_path / "in" / "a*")
    assert both.documents["uri"].to_list() == ["a.txt", "b.txt", "c.jsonl#1"]


def test_the_order_of_inputs_and_the_place_of_the_folder_do_not_matter(tmp_path: Path) -> None:
    for place in ("one", "two"):
        for folder in ("a", "b"):
            (tmp_path / place / folder).mkdir(parents=True)
            (tmp_path / place / folder / f"{folder}.txt").write_text(f"Two died in {folder}.")
    first = read(tmp_path / "one" / "a", tmp_path / "one" / "b")
    turned = read(tmp_path / "one" / "b", tmp_path / "one" / "a")
    assert first.documents.equals(turned.documents)
    moved = read(tmp_path / "two" / "a", tmp_path / "two" / "b")
    place = ("document_id", "location")
    assert first.documents.drop(place).equals(moved.documents.drop(place))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_files_without_permission_are_quarantined(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Two died.")
    (tmp_path / "a.txt").chmod(0)
    assert reasons(read(tmp_path)) == {"a.txt": "unreadable"}


def test_a_pipe_and_a_dead_link_are_quarantined(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "dead.txt").symlink_to(tmp_path / "gone.txt")
    assert reasons(read(tmp_path)) == {"pipe.txt": "unreadable", "dead.txt": "unreadable"}


def test_an_empty_folder_gives_no_rows(tmp_path: Path) -> None:
    reading = read(tmp_path)
    assert reading.documents.is_empty()
    assert reading.quarantine.is_empty()


def test_parquet_columns_of_any_plain_type(tmp_path: Path) -> None:
    frame = pl.DataFrame(
        {
            "text": ["Two died."],
            "id": [3],
            "published": [pl.Series(["2020-05-04"]).str.to_date()[0]],
        }
    )
    frame.write_parquet(tmp_path / "a.parquet")
    (row,) = read(tmp_path).documents.rows(named=True)
    assert (row["external_id"], row["published_at"]) == ("3", "2020-05-04")


def test_seeds_are_read_as_they_are(seeds: Path) -> None:
    reading = read(seeds)
    assert reading.documents.height == 5
    assert reading.quarantine.is_empty()
    for uri, text in texts(reading).items():
        assert text == (seeds / uri).read_text()
