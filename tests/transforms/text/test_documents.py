"""Which text a place holds now, over several runs."""

import polars as pl

from pipelines.transforms.ids import hash_id
from pipelines.transforms.text.documents import changed_articles, first_seen, without_location
from schemas.registry import contract


def document(location: str, text: str) -> dict[str, object]:
    return {
        "document_id": hash_id(f"{location}|{text}"),
        "article_id": hash_id(text),
        "location": location, "uri": location, "external_id": None, "title": None,
        "publisher": None, "published_at": None, "language": None, "is_current": True,
        "text": text,
    }  # fmt: skip


def documents(*rows: dict[str, object]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=contract("documents").empty().schema)


def current(frame: pl.DataFrame) -> list[tuple[str, str]]:
    return frame.filter("is_current").select("location", "text").rows()


def merged(known: pl.DataFrame, found: pl.DataFrame, leaving: str = "") -> pl.DataFrame:
    """All documents after a reading: those of the articles that it left alone, and the others."""
    texts = pl.concat([known, found]).select("article_id", "text").unique()
    changes = changed_articles(known.drop("text"), found, leaving)
    others = known.filter(~pl.col("article_id").is_in(changes.article_ids.implode()))
    changed = changes.documents.drop("text").join(texts, on="article_id").select(known.columns)
    return pl.concat([others, changed]).sort("uri", "location", "document_id")


def test_the_same_again_changes_no_article() -> None:
    known = documents(document("/a", "one"), document("/b", "two"))
    changes = changed_articles(known.drop("text"), known)
    assert changes.article_ids.is_empty()
    assert changes.documents.is_empty()


def test_a_copy_changes_its_article_and_no_other() -> None:
    known = documents(document("/a", "one"), document("/b", "two"))
    changes = changed_articles(known.drop("text"), documents(document("/c", "one")))
    assert sorted(changes.documents["location"]) == ["/a", "/c"]


def test_a_changed_file_is_a_new_version() -> None:
    both = merged(documents(document("/a", "one")), documents(document("/a", "two")))
    assert both.height == 2
    assert current(both) == [("/a", "two")]


def test_a_record_that_left_its_file_is_no_longer_current() -> None:
    known = documents(document("/f.jsonl#1", "one"), document("/f.jsonl#2", "two"))
    assert current(merged(known, documents(document("/f.jsonl#1", "one")))) == [
        ("/f.jsonl#1", "one")
    ]


def test_files_that_were_not_read_again_stay() -> None:
    both = merged(documents(document("/a", "one")), documents(document("/b", "two")))
    assert current(both) == [("/a", "one"), ("/b", "two")]


def test_a_text_that_comes_back_is_current_again() -> None:
    first = documents(document("/a", "one"))
    second = merged(first, documents(document("/a", "two")))
    assert current(merged(second, first)) == [("/a", "one")]


def test_the_order_of_runs_does_not_matter() -> None:
    a, b = documents(document("/a", "one")), documents(document("/b", "two"))
    assert merged(a, b).equals(merged(b, a))


def test_an_article_that_a_folder_shares_with_another_stays_when_the_folder_leaves() -> None:
    known = documents(
        document("/example/a", "one"), document("/own/a", "one"), document("/example/b", "two")
    )
    found = documents(document("/own/c", "three"))
    assert current(merged(known, found, leaving="/example")) == [
        ("/own/a", "one"), ("/own/c", "three"),
    ]  # fmt: skip


def test_documents_below_a_folder_are_left_out() -> None:
    frame = documents(document("/example/a", "one"), document("/inbox/a", "two"))
    assert without_location(frame, "/example")["text"].to_list() == ["two"]


def test_the_first_sighting_is_kept() -> None:
    known = pl.DataFrame({"uri": ["a"], "seen": [1]})
    found = pl.DataFrame({"uri": ["a", "b"], "seen": [2, 2]})
    assert first_seen(known, found, ["uri"]).rows() == [("a", 1), ("b", 2)]
