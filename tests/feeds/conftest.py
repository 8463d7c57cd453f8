"""A site on loopback, and a fetch from it into a folder."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from pipelines.feeds.feed_list import Feed
from pipelines.feeds.fetch import Fetch, Known
from pipelines.feeds.visitor import Visitor
from pipelines.settings import Settings
from tests.feeds.site import Site

START = datetime(2031, 4, 9, 12)


class Desk:
    """One home that fetches again and again; waits are noted, not slept."""

    def __init__(self, folder: Path) -> None:
        self.inbox = folder / "inbox"
        self.known: Known = {}
        self.now = START
        self.slept: list[float] = []

    def fetch(self, *feeds: str | Feed, hours: float = 0, **settings: object) -> Known:
        """Fetch some hours later; what was learned, by kind and address."""
        self.now += timedelta(hours=hours)
        given = {"feeds_private_hosts": "127.0.0.1", "feeds_timeout_seconds": 5} | settings
        visitor = Visitor(Settings(**given), sleep=self.slept.append)
        listed = [feed if isinstance(feed, Feed) else Feed(feed) for feed in feeds]
        learned = Fetch(visitor, self.inbox, self.known, self.now).run(listed)
        self.known = self.known | learned
        return learned

    def articles(self) -> dict[str, dict[str, str]]:
        """The records in the inbox by address."""
        records = [json.loads(path.read_text()) for path in sorted(self.inbox.rglob("*.jsonl"))]
        return {record["url"]: record for record in records}


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    site.start()
    yield site
    site.stop()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)
