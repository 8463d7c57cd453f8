"""Which files a run opens: new ones, changed ones, and those of which a manifest tells anew."""

import os
from pathlib import Path

import polars as pl

from pipelines.storage.inbox import look_at_inbox
from pipelines.storage.lake import Lake
from pipelines.storage.readers import Reading, read_documents


def write(path: Path, text: str, at: int = 1_900_000_000) -> Path:
    path.write_text(text)
    os.utime(path, (at, at))
    return path


def names(reading: Reading) -> list[str]:
    return sorted(Path(path).name for path in reading.documents["location"])


def again(folder: Path, before: Reading, **options: object) -> Reading:
    return read_documents([folder], read=before.files, **options)


def test_an_unchanged_file_is_not_opened_again(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "One.")
    first = read_documents([tmp_path])
    write(tmp_path / "b.txt", "Two.")
    second = again(tmp_path, first)
    assert names(second) == ["b.txt"]
    assert names(again(tmp_path, second)) == []


def test_a_file_that_changed_is_opened_again(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "One.")
    first = read_documents([tmp_path])
    write(path, "Two.", at=1_900_000_007)
    assert names(again(tmp_path, first)) == ["a.txt"]


def test_a_manifest_that_comes_later_opens_the_files_it_names(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        write(tmp_path / name, f"The text of {name}.")
    first = read_documents([tmp_path])
    write(tmp_path / "manifest.csv", "path,title\na.txt,A headline\n")
    second = again(tmp_path, first)
    assert second.documents["title"].to_list() == ["A headline"]
    assert names(again(tmp_path, second)) == []


def test_a_file_that_is_being_written_is_left_for_a_later_run(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "One.")
    late = write(tmp_path / "b.txt", "Two.")
    write(tmp_path / "c.txt.part", "Thr")
    first = read_documents([tmp_path], leave=[late])
    assert names(first) == ["a.txt"]
    assert first.quarantine.is_empty()
    assert names(again(tmp_path, first)) == ["b.txt"]


def test_a_file_that_could_not_be_opened_is_tried_again(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "nowhere")
    first = read_documents([tmp_path])
    assert first.quarantine["reason"].to_list() == ["unreadable"]
    assert first.files.is_empty()


def test_a_file_in_the_inbox_is_complete_once_two_looks_agree(tmp_path: Path) -> None:
    inbox, lake = tmp_path / "inbox", Lake(tmp_path / "lake")
    inbox.mkdir()
    path = write(inbox / "a.txt", "One")
    first = look_at_inbox(inbox, lake, {})
    assert first.unfinished == [str(path)]
    write(path, "One, and more.")
    grown = look_at_inbox(inbox, lake, first.unread)
    assert not grown.complete
    settled = look_at_inbox(inbox, lake, grown.unread)
    assert list(settled.complete) == [str(path)]
    lake.write("input_files", read_documents([inbox]).files)
    assert look_at_inbox(inbox, lake, settled.unread).unread == {}


def test_files_of_a_table_are_those_of_the_contract(tmp_path: Path) -> None:
    assert read_documents([write(tmp_path / "a.txt", "One.")]).files.schema == {
        "path": pl.String, "size": pl.Int64, "modified_ns": pl.Int64, "told": pl.String,
    }  # fmt: skip
