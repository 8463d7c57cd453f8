"""Which text a place holds now, over several runs."""

import polars as pl

from pipelines.transforms.text.documents import first_seen, merge_documents, without_location
from schemas.registry import contract


def document(location: str, text: str) -> dict[str, object]:
    return {
        "document_id": f"{location}{text}".encode().hex()[:16].ljust(16, "0"),
        "article_id": text.encode().hex()[:16].ljust(16, "0"),
        "location": location, "uri": location, "external_id": None, "title": None,
        "publisher": None, "published_at": None, "language": None, "is_current": True,
        "text": text,
    }  # fmt: skip


def documents(*rows: dict[str, object]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=contract("documents").empty().schema)


def current(frame: pl.DataFrame) -> list[tuple[str, str]]:
    return frame.filter("is_current").select("location", "text").rows()


def test_the_same_again_is_the_same() -> None:
    known = documents(document("/a", "one"), document("/b", "two"))
    assert merge_documents(known, known).equals(known)


def test_a_changed_file_is_a_new_version() -> None:
    merged = merge_documents(documents(document("/a", "one")), documents(document("/a", "two")))
    assert merged.height == 2
    assert current(merged) == [("/a", "two")]


def test_a_record_that_left_its_file_is_no_longer_current() -> None:
    known = documents(document("/f.jsonl#1", "one"), document("/f.jsonl#2", "two"))
    merged = merge_documents(known, documents(document("/f.jsonl#1", "one")))
    assert current(merged) == [("/f.jsonl#1", "one")]


def test_files_that_were_not_read_again_stay() -> None:
    merged = merge_documents(documents(document("/a", "one")), documents(document("/b", "two")))
    assert current(merged) == [("/a", "one"), ("/b", "two")]


def test_a_text_that_comes_back_is_current_again() -> None:
    first = documents(document("/a", "one"))
    second = merge_documents(first, documents(document("/a", "two")))
    assert current(merge_documents(second, first)) == [("/a", "one")]


def test_the_order_of_runs_does_not_matter() -> None:
    a, b = documents(document("/a", "one")), documents(document("/b", "two"))
    assert merge_documents(a, b).equals(merge_documents(b, a))


def test_documents_below_a_folder_are_left_out() -> None:
    frame = documents(document("/example/a", "one"), document("/inbox/a", "two"))
    assert without_location(frame, "/example")["text"].to_list() == ["two"]


def test_the_first_sighting_is_kept() -> None:
    known = pl.DataFrame({"uri": ["a"], "seen": [1]})
    found = pl.DataFrame({"uri": ["a", "b"], "seen": [2, 2]})
    assert first_seen(known, found, ["uri"]).rows() == [("a", 1), ("b", 2)]
