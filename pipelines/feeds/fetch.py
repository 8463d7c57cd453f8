"""Fetches feeds and their new pages into the inbox; what cannot be had is told, never fatal."""

import json
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from pipelines.feeds import entries, memory, pages
from pipelines.feeds.addresses import cleaned
from pipelines.feeds.entries import Entry, Listing, read_listing
from pipelines.feeds.feed_list import Feed
from pipelines.feeds.memory import FEED, PAGE, READ, STORED, UNCHANGED, Fetched
from pipelines.feeds.pages import Article, read_article
from pipelines.feeds.refusals import Refused
from pipelines.feeds.visitor import Visit, Visitor

THREADS = 8
# A page whose entry is said to be updated is read again, but not more often than this.
REREAD_AFTER = timedelta(hours=6)
GIVEN_UP = 4
FOLDER = "feeds"

Known = dict[tuple[str, str], Fetched]


@dataclass
class Fetch:
    """One fetch: what was known before, what it has learned so far."""

    visitor: Visitor
    inbox: Path
    known: Known
    now: datetime
    learned: Known = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def run(self, feeds: Sequence[Feed]) -> Known:
        """The newest row of every address that was asked for; feeds side by side, hosts in turn."""
        self.taken |= {feed.url for feed in feeds}
        with ThreadPoolExecutor(THREADS) as pool:
            for rows in pool.map(lambda feed: list(self.read_feed(feed)), feeds):
                self.learned |= {(row.kind, row.url): row for row in rows}
        return self.learned

    def read_feed(self, feed: Feed) -> Iterator[Fetched]:
        """The rows of a feed and of its pages; the feed's own comes last."""
        before = self.known.get((FEED, feed.url)) or memory.unknown(
            feed.url, FEED, feed.url, self.now
        )
        if before.waits(self.now):
            return
        try:
            visit = self.visitor.get(cleaned(feed.url), entries.ACCEPT, before.validators)
            if visit.is_unchanged:
                yield memory.answered(before, UNCHANGED, visit.answer, self.now)
                return
            listing = read_listing(visit.url, visit.answer)
        except Refused as why:
            yield memory.refused(before, why, self.now)
            return
        rows = list(self.read_listed(feed, listing))
        yield from rows
        after = memory.answered(before, READ, visit.answer, self.now)
        # A feed that says "unchanged" next time would hide the pages that are still to be had.
        pages_now = self.known | {(row.kind, row.url): row for row in rows}
        is_done = all(is_settled(pages_now.get((PAGE, entry.url))) for entry in listing.entries)
        yield after if is_done else after.without_validators()

    def read_listed(self, feed: Feed, listing: Listing) -> Iterator[Fetched]:
        """The rows of the pages that a feed lists and that are new, changed or due again."""
        for url, why in listing.refused:
            row = memory.unknown(url[:2_000] or f"{feed.url}#", PAGE, feed.url, self.now)
            yield memory.refused(row, why, self.now)
        n_left = self.visitor.settings.feeds_pages
        for entry in listing.entries:
            before = self.known.get((PAGE, entry.url)) or memory.unknown(
                entry.url, PAGE, feed.url, self.now
            )
            if n_left == 0 or not self.is_due(entry, before) or not self.take(entry.url):
                continue
            n_left -= 1
            try:
                yield self.read_page(feed, listing, entry, before)
            except Refused as why:
                yield memory.refused(before, why, self.now)

    def is_due(self, entry: Entry, before: Fetched) -> bool:
        """Whether a page has to be asked for: never had, or updated since, and not too early."""
        if before.waits(self.now):
            return False
        if before.path is None or before.outcome == memory.REFUSED:
            return True
        is_updated = entry.updated_at != before.updated_at and entry.updated_at is not None
        return is_updated and self.now - before.checked_at >= REREAD_AFTER

    def take(self, url: str) -> bool:
        """Whether this is the first feed of the fetch that lists a page."""
        with self.lock:
            is_first = url not in self.taken
            self.taken.add(url)
        return is_first

    def read_page(self, feed: Feed, listing: Listing, entry: Entry, before: Fetched) -> Fetched:
        """Ask for one page and put its article into the inbox."""
        validators = before.validators if before.path else {}
        visit = self.visitor.get(entry.url, pages.ACCEPT, validators)
        more = {"updated_at": entry.updated_at}
        if visit.is_unchanged:
            return memory.answered(before, UNCHANGED, visit.answer, self.now, **more)
        article = read_article(visit.answer)
        line = record(feed, listing, entry, visit, article)
        path = self.inbox / place(entry.url)
        is_new = store(path, line)
        more["path"] = path.relative_to(self.inbox).as_posix()
        outcome = STORED if is_new else UNCHANGED
        return memory.answered(before, outcome, visit.answer, self.now, **more)


def is_settled(page: Fetched | None) -> bool:
    """Whether a page is had, or was refused so often that nobody waits for it."""
    return page is not None and (page.path is not None or page.n_refusals >= GIVEN_UP)


def place(url: str) -> Path:
    """Where an address's article lies below the inbox: a later version takes the same place."""
    host = urlsplit(url).netloc.replace(":", "_").strip("[].")
    return Path(FOLDER, host or "host", f"{sha256(url.encode()).hexdigest()[:16]}.jsonl")


def record(feed: Feed, listing: Listing, entry: Entry, visit: Visit, article: Article) -> str:
    """The one line of JSON that the reader of the inbox finds."""
    site = urlsplit(visit.url).hostname or ""
    return json.dumps(
        {
            "id": entry.external_id or entry.url,
            "url": visit.url,
            "title": entry.title or article.title,
            "published_at": entry.published_at or article.published_at,
            "source": feed.source or site.removeprefix("www."),
            "language": feed.language or listing.language,
            "text": article.text,
        },
        ensure_ascii=False,
    )


def store(path: Path, line: str) -> bool:
    """Put a file into the inbox whole or not at all; False where it lies there already."""
    data = f"{line}\n".encode("utf-8", "replace")
    if path.exists() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.partial")  # the reader passes over hidden files
    partial.write_bytes(data)
    partial.replace(path)
    return True
