"""`sitrep fetch`, as a user runs it: a list in the home folder, articles in its inbox."""

from pathlib import Path

import polars as pl
import pytest

from pipelines.feeds.feed_list import Feed, FeedListError, read_feed_list
from tests.conftest import sitrep
from tests.feeds.site import Site

SHELLED = "Rockets hit the fish market of Omar Port on Tuesday and killed four people."


def test_a_fetch_fills_the_inbox_and_says_what_it_could_not_have(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITREP_FEEDS_PRIVATE_HOSTS", "127.0.0.1")
    monkeypatch.setenv("SITREP_FEEDS_WAIT_SECONDS", "0")
    site.set_rss("/feed", "/one", "/gone")
    site.set_page("/one", "Rockets hit market", SHELLED)
    (tmp_path / "feeds.csv").write_text(
        f"url,source\n{site.url('/feed')},harbourpost.test\n{site.url('/none')},\n"
    )
    result = sitrep("fetch", "--home", tmp_path)
    assert result.returncode == 0, result.stderr
    assert "2 feeds: 1 read, 0 unchanged, 1 refused" in result.stdout
    assert "1 articles into the inbox, 1 pages refused" in result.stdout
    assert f"refused feed {site.url('/none')}: http_status - " in result.stdout
    assert "Traceback" not in result.stderr
    assert len(list((tmp_path / "inbox").rglob("*.jsonl"))) == 1
    fetches = pl.read_parquet(tmp_path / "lake/fetches/*.parquet")
    assert fetches["outcome"].to_list() == ["read", "refused", "refused", "stored"]


def test_without_feeds_the_command_says_where_to_list_them(tmp_path: Path) -> None:
    result = sitrep("fetch", "--home", tmp_path)
    assert result.returncode == 2
    assert str(tmp_path / "feeds.csv") in result.stderr


def test_a_list_gives_each_feed_once_and_keeps_wrong_addresses_for_the_fetch_to_tell(
    tmp_path: Path,
) -> None:
    path = tmp_path / "feeds.csv"
    path.write_text("Source, URL \nPost,http://a/f\n,\n, http://b/f\nPost,http://a/f\nx,word\n")
    assert read_feed_list(path) == [
        Feed("http://a/f", "Post"), Feed("http://b/f"), Feed("word", "x"),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["", "address\nhttp://a/f\n", "url,sauce\nhttp://a/f,b\n"])
def test_a_list_of_other_columns_is_refused_with_the_ones_it_needs(
    tmp_path: Path, text: str
) -> None:
    path = tmp_path / "feeds.csv"
    path.write_text(text)
    with pytest.raises(FeedListError, match="header url,source,language"):
        read_feed_list(path)
