"""HTML pages: the article's text, and the title, date and site that the page tells."""

import re
from dataclasses import dataclass

from resiliparse.extract.html2text import extract_plain_text

from pipelines.storage.readers.refusals import Refusal

DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)
LOOKS_LIKE_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE)
HEAD_LENGTH = 4_096
# Only dates that the page itself gives as its own; whether one may be true is not the clock's say.
DATE_SEARCH = {"original_date": True, "extensive_search": False, "max_date": "2199-12-31"}


@dataclass(frozen=True)
class Page:
    """What a page gives; None where it does not say."""

    text: str
    title: str | None
    published_at: str | None
    publisher: str | None


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page names in its head."""
    match = DECLARED.search(data[:HEAD_LENGTH])
    return match.group(1).decode() if match else None


def read_page(html: str) -> Page:
    """Main content with a blank line between paragraphs, and metadata; Refusal without text."""
    text = plain_text(html, main_content=True) or plain_text(html, main_content=False)
    if not text:
        raise Refusal("no_text", "The page holds no text")
    from trafilatura.metadata import extract_metadata  # takes a third of a second to load

    told = extract_metadata(html, date_config=DATE_SEARCH)
    return Page(text, told.title or None, told.date or None, told.sitename or None)


def plain_text(html: str, main_content: bool) -> str:
    return extract_plain_text(
        html, main_content=main_content, alt_texts=False, links=False, comments=False
    ).strip()
