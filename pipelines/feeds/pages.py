"""The article in a page that was fetched."""

import re
from dataclasses import dataclass

from trafilatura import bare_extraction

from pipelines.feeds.exchange import Answer
from pipelines.feeds.refusals import Refused
from pipelines.storage.readers.contents import decode
from pipelines.storage.readers.pages import DATE_SEARCH, declared_encoding
from pipelines.storage.readers.refusals import Refusal

ACCEPT = "text/html, application/xhtml+xml;q=0.9"
MEDIA_TYPES = ("text/html", "application/xhtml+xml", "")
CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


@dataclass(frozen=True)
class Article:
    """The main text of a page, a blank line between paragraphs, and what the page tells of it."""

    text: str
    title: str | None
    published_at: str | None


def read_article(answer: Answer) -> Article:
    """The article of a page; Refused where it is no page, or holds no article."""
    if answer.media_type not in MEDIA_TYPES:
        raise Refused("not_html", f"The content is {answer.media_type}, no page")
    named = CHARSET.search(answer.headers.get("content-type", ""))
    charset = named.group(1) if named else declared_encoding(answer.body)
    try:
        html = decode(answer.body, charset)
    except Refusal as refusal:
        reason = "broken_encoding" if refusal.reason == "broken_encoding" else "no_text"
        raise Refused(reason, refusal.what) from refusal
    try:
        found = bare_extraction(
            html, include_comments=False, with_metadata=True, date_extraction_params=DATE_SEARCH
        )
    except Exception as error:  # whatever a parser makes of hostile content is told of this page
        raise Refused("no_text", f"The page cannot be read ({error})") from error
    if found is None or not (found.text or "").strip():
        raise Refused("no_text", "No article is found in the page")
    paragraphs = [line for line in found.text.splitlines() if line.strip()]
    return Article("\n\n".join(paragraphs), found.title or None, found.date or None)
