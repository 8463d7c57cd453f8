"""Files in a ZIP archive are read like files in a folder."""

import gzip
import zipfile
from pathlib import Path

import pytest

from pipelines.storage.readers import read_documents
from tests.storage.test_readers import FORMATS, reasons, texts

TEXT = b"Two soldiers died in Karez on Monday."


def pack(path: Path, files: dict[str, bytes]) -> Path:
    """A ZIP archive of some files."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_read_from_an_archive(name: str, tmp_path: Path) -> None:
    pack(tmp_path / "news.zip", {f"may/{name}.gz": gzip.compress(FORMATS[name])})
    reading = read_documents([tmp_path])
    assert reading.quarantine.is_empty()
    (text,) = reading.documents["text"]
    (uri,) = reading.documents["uri"]
    assert "Karez" in text
    assert uri.startswith(f"news.zip/may/{name}")


def test_an_archive_is_read_again_only_when_it_changes(tmp_path: Path) -> None:
    archive = pack(tmp_path / "news.zip", {"a.txt": TEXT})
    first = read_documents([tmp_path])
    assert read_documents([tmp_path], read=first.files).documents.is_empty()
    pack(archive, {"a.txt": TEXT, "b.txt": TEXT.replace(b"Two", b"Nine")})
    again = read_documents([tmp_path], read=first.files)
    assert set(texts(again)) == {"news.zip/a.txt", "news.zip/b.txt"}


def test_a_manifest_in_the_archive_tells_about_its_files(tmp_path: Path) -> None:
    manifest = b"path,published_at\nmay/a.txt,2031-05-02\nmay/none.txt,2031-05-03\n"
    pack(tmp_path / "news.zip", {"may/a.txt": TEXT, "manifest.csv": manifest})
    reading = read_documents([tmp_path])
    assert reading.documents["published_at"].to_list() == ["2031-05-02"]
    assert reasons(reading) == {"news.zip/manifest.csv#2": "missing_file"}


def test_what_cannot_be_read_in_an_archive_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    inner = pack(tmp_path / "inner.zip", {"a.txt": TEXT})
    outer = {
        "../../a.txt": TEXT, "paper.pdf": b"%PDF-1.7", "inner.zip": inner.read_bytes(),
        ".hidden.txt": TEXT, "__MACOSX/a.txt": TEXT, "long.txt": b"x" * 3_000_000,
    }  # fmt: skip
    inner.unlink()
    pack(tmp_path / "news.zip", outer)
    (tmp_path / "cut.zip").write_bytes((tmp_path / "news.zip").read_bytes()[:900])
    reading = read_documents([tmp_path])
    assert set(texts(reading)) == {"news.zip/a.txt"}
    assert reasons(reading) == {
        "cut.zip": "broken_archive", "news.zip/paper.pdf": "not_text",
        "news.zip/inner.zip": "not_text", "news.zip/long.txt": "too_large",
    }  # fmt: skip


def test_a_damaged_file_in_an_archive_spoils_no_other(tmp_path: Path) -> None:
    path = tmp_path / "news.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a.txt", TEXT)
        archive.writestr("b.txt", TEXT.replace(b"Two", b"Six"))
    path.write_bytes(path.read_bytes().replace(b"Six", b"Ten", 1))
    reading = read_documents([path])
    assert set(texts(reading)) == {"news.zip/a.txt"}
    assert reasons(reading) == {"news.zip/b.txt": "broken_archive"}


def test_a_locked_archive_is_told(tmp_path: Path) -> None:
    path = pack(tmp_path / "news.zip", {"a.txt": TEXT})
    data = bytearray(path.read_bytes())
    at = data.index(b"PK\x01\x02") + 8
    data[at] |= 1
    path.write_bytes(data)
    assert reasons(read_documents([path])) == {"news.zip/a.txt": "encrypted"}
