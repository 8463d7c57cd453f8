"""Parts of the day tables: read once, read again where rules changed, trimmed, never doubled."""

from pathlib import Path

import polars as pl
import pytest

from pipelines.storage.day_tables import DayTable, StaleInput, unread_days
from pipelines.storage.documents import known_documents, replace_articles
from pipelines.storage.lake import Lake, Part, Stamp
from pipelines.storage.retention import merge_parts
from pipelines.transforms.text.documents import changed_articles
from schemas.registry import contract
from tests.transforms.text.test_documents import document, documents

FIRST, SECOND = "2031-04-01", "2031-04-02"


def whole_parts(documents: pl.DataFrame) -> pl.DataFrame:
    """One part an article: its whole text."""
    return documents.filter("is_current").unique("article_id").select(
        pl.format("{}.p0", "article_id").alias("part_id"),
        "article_id",
        part_no=pl.lit(0, pl.Int32),
        start=pl.lit(0, pl.Int32),
        end=pl.col("text").str.len_chars().cast(pl.Int32),
        kind=pl.lit("body"),
        is_read=pl.lit(True),
        rule_id=pl.lit(None, pl.String),
    )  # fmt: skip


class Counter:
    """A step that remembers how many articles it was given."""

    def __init__(self) -> None:
        self.n_read: list[int] = []

    def __call__(self, documents: pl.DataFrame) -> pl.DataFrame:
        self.n_read.append(documents["article_id"].n_unique())
        return whole_parts(documents)


def bring(lake: Lake, day: str, *rows: dict[str, object]) -> None:
    """Ingest some documents on a day."""
    found = documents(*rows)
    known = known_documents(lake)
    changes = changed_articles(known, found)
    replace_articles(lake, day, known, changes.article_ids, changes.documents)


def refreshed(lake: Lake, *days: str, made_with: str = "rules") -> list[int]:
    """Bring article_parts up to date on some days; how many articles each part read had."""
    step = Counter()
    DayTable("article_parts", ["documents"], step).refresh(lake, days, made_with)
    return step.n_read


def ends(lake: Lake) -> list[int]:
    return sorted(lake.read("article_parts")["end"])


def test_a_day_costs_what_it_brings(tmp_path: Path) -> None:
    lake = Lake(tmp_path)
    bring(lake, FIRST, document("/a", "1"), document("/b", "22"))
    assert refreshed(lake, FIRST) == [2]
    bring(lake, SECOND, document("/a", "1"), document("/c", "333"))
    assert refreshed(lake, FIRST, SECOND) == [1]
    assert refreshed(lake, FIRST, SECOND) == []
    assert ends(lake) == [1, 2, 3]


def test_new_rules_make_every_day_unread_and_read_it_when_it_is_chosen(tmp_path: Path) -> None:
    lake = Lake(tmp_path)
    bring(lake, FIRST, document("/a", "1"))
    bring(lake, SECOND, document("/b", "22"))
    refreshed(lake, FIRST, SECOND)
    assert refreshed(lake, SECOND, made_with="other rules") == [1]
    assert lake.part_stamp("article_parts", Part(FIRST, 1)).made_with == "rules"
    assert lake.part_stamp("article_parts", Part(SECOND, 2)).made_with == "other rules"
    assert unread_days(lake, "other rules") == [FIRST, SECOND]  # its other tables are not made


def test_a_changed_file_takes_its_old_article_out_of_the_old_day(tmp_path: Path) -> None:
    lake = Lake(tmp_path)
    bring(lake, FIRST, document("/a", "1"), document("/b", "22"))
    refreshed(lake, FIRST)
    bring(lake, SECOND, document("/a", "4444"))
    assert refreshed(lake, SECOND) == [2]  # the new text, and the old one as a version
    assert ends(lake) == [2, 4]


def test_a_copy_with_another_address_moves_its_article_to_the_new_day(tmp_path: Path) -> None:
    lake = Lake(tmp_path)
    bring(lake, FIRST, document("/b", "1"))
    refreshed(lake, FIRST)
    bring(lake, SECOND, document("/a", "1"))
    assert refreshed(lake, SECOND) == [1]
    assert lake.parts("documents") == lake.parts("article_parts") == [Part(SECOND, 2)]


def test_a_run_that_broke_off_between_two_parts_is_healed_by_the_next(tmp_path: Path) -> None:
    lake = Lake(tmp_path)
    bring(lake, FIRST, document("/b", "1"), document("/c", "22"))
    refreshed(lake, FIRST)
    # The machine died after the new part was written and before the old one was trimmed.
    lake.add_documents(SECOND, documents(document("/a", "1"), document("/b", "1")))
    bring(lake, SECOND, document("/d", "333"))
    refreshed(lake, SECOND)
    assert ends(lake) == [1, 2, 3]
    assert lake.read("documents")["location"].sort().to_list() == ["/a", "/b", "/c", "/d"]


def test_a_table_is_not_made_from_one_that_is_out_of_date(tmp_path: Path) -> None:
    lake = Lake(tmp_path)
    bring(lake, FIRST, document("/a", "1"))
    refreshed(lake, FIRST)
    table = DayTable("articles", ["documents", "article_parts"], lambda **frames: None)
    with pytest.raises(StaleInput, match="Select article_parts"):
        table.refresh(lake, [FIRST], "other rules")


def test_parts_of_a_day_that_is_over_are_put_together_without_reading_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipelines.storage.retention.READ_TABLES", ("article_parts",))
    monkeypatch.setattr("pipelines.storage.retention.DAY_TABLES", ("documents", "article_parts"))
    monkeypatch.setattr("pipelines.storage.lake.DAY_TABLES", ("documents", "article_parts"))
    lake = Lake(tmp_path)
    for name in ("1", "22", "333"):
        bring(lake, FIRST, document(f"/{name}", name))
        refreshed(lake, FIRST)
    bring(lake, FIRST, document("/4444", "4444"))
    assert merge_parts(lake, today=FIRST) == 0
    assert merge_parts(lake, today=SECOND) == 2
    assert refreshed(lake, SECOND) == []
    assert ends(lake) == [1, 2, 3]
    assert lake.read("documents").height == 4
    assert refreshed(lake, FIRST) == [1]  # what was not read yet stood apart


def test_an_empty_home_has_one_empty_part(tmp_path: Path) -> None:
    lake = Lake(tmp_path)
    bring(lake, FIRST)
    assert refreshed(lake, FIRST) == [0]
    assert lake.read("documents").schema == contract("documents").empty().schema


def test_a_file_without_a_stamp_has_an_empty_one(tmp_path: Path) -> None:
    assert Lake(tmp_path).stamp("lexicon_words") == Stamp()
