"""What a feed lists: RSS and Atom of any version, well formed or not."""

import calendar
import io
from dataclasses import dataclass
from datetime import UTC, datetime
from time import struct_time

import feedparser
import lxml.html

from pipelines.feeds.addresses import cleaned
from pipelines.feeds.exchange import Answer
from pipelines.feeds.refusals import Refused

ACCEPT = (
    "application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5"
)
MAX_TITLE = 500


@dataclass(frozen=True)
class Entry:
    """One entry of a feed; times are ISO 8601 in UTC, None where the feed does not say."""

    url: str
    external_id: str | None
    title: str | None
    published_at: str | None
    updated_at: str | None


@dataclass(frozen=True)
class Listing:
    """The entries of a feed that lead somewhere, and the addresses that do not."""

    entries: list[Entry]
    refused: list[tuple[str, Refused]]
    language: str | None


def read_listing(url: str, answer: Answer) -> Listing:
    """Read a feed; Refused where the content is none. Nothing in it is run, loaded or opened."""
    told = {"content-type": answer.headers.get("content-type", ""), "content-location": url}
    # A stream: feedparser would take a text for an address or the name of a file.
    try:
        parsed = feedparser.parse(io.BytesIO(answer.body), response_headers=told)
    except Exception as error:  # whatever a parser makes of hostile content is told of this feed
        raise Refused("not_a_feed", f"The content cannot be read as a feed ({error})") from error
    if not parsed.version and not parsed.entries:
        kind = answer.media_type or "no type"
        raise Refused("not_a_feed", f"The content ({kind}) is no RSS or Atom feed")
    entries: dict[str, Entry] = {}
    refused: list[tuple[str, Refused]] = []
    for given in parsed.entries:
        link = without_surrogates(given.get("link", ""))
        try:
            entry = read_entry(cleaned(link, base=url), given)
        except Refused as why:
            refused.append((link, why))
        else:
            entries.setdefault(entry.url, entry)
    return Listing(list(entries.values()), refused, parsed.feed.get("language"))


def read_entry(url: str, given: feedparser.FeedParserDict) -> Entry:
    """One entry whose address is good."""
    published = as_iso(given.get("published_parsed"))
    # dict's own get: feedparser's would take the time of publication where there is no other.
    updated = as_iso(dict.get(given, "updated_parsed"))
    title = plain_title(without_surrogates(given.get("title", "")))
    external_id = without_surrogates(given.get("id", "")) or None
    return Entry(url, external_id, title, published or updated, updated)


def without_surrogates(text: str) -> str:
    """A text that can be written as UTF-8; half a character, as &#xD800; is one, cannot."""
    return text.encode("utf-8", "replace").decode()


def as_iso(moment: struct_time | None) -> str | None:
    """A time as feedparser gives it, in UTC; None where there is none that can be."""
    if moment is None:
        return None
    try:
        seconds = calendar.timegm(moment)
        return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError, OSError):
        return None


def plain_title(title: str) -> str | None:
    """A title without markup, on one line."""
    if "<" in title or "&" in title:
        title = lxml.html.fragment_fromstring(title, create_parent="div").text_content()
    return " ".join(title.split())[:MAX_TITLE] or None
