"""Reads a report as a test can: its data elements, unpacked, and its markup."""

import base64
import json
import re
import zlib
from html.parser import HTMLParser
from pathlib import Path

Row = dict[str, object]


class Page(HTMLParser):
    """A report: the texts of its scripts by id, and every address it names."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.html = path.read_text(encoding="utf-8")
        self.scripts: dict[str, str] = {}
        self.types: dict[str, str] = {}
        self.addresses: list[str] = []
        self.policy = ""
        self.inside: str | None = None
        self.feed(self.html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.addresses += [v for k in ("src", "href", "action", "srcset") if (v := given.get(k))]
        if given.get("http-equiv") == "Content-Security-Policy":
            self.policy = given["content"] or ""
        if tag == "script":
            self.inside = given.get("id") or "code"
            assert self.inside not in self.scripts
            self.types[self.inside] = given.get("type") or ""
            self.scripts[self.inside] = ""

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.scripts[self.inside] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self.inside = None

    def table(self, name: str) -> list[Row]:
        """The rows of a table of the page."""
        source = self.claims if name in ("claim", "article") else json.loads(self.scripts["facts"])
        return unpacked(source[name])

    @property
    def claims(self) -> dict[str, object]:
        """The tables of claims and articles, inflated where they are deflated."""
        text = self.scripts["claims"]
        if self.types["claims"] != "application/json":
            text = zlib.decompress(base64.b64decode(text)).decode()
        return json.loads(text)

    @property
    def outlines(self) -> dict[str, object]:
        """The outlines of areas."""
        return json.loads(self.scripts["outlines"])

    @property
    def plain(self) -> str:
        """What stands in the page where scripts are off."""
        return re.findall(r"<noscript>(.*?)</noscript>", self.html, re.DOTALL)[1]


def unpacked(table: dict) -> list[Row]:
    """The rows of a table packed by column."""
    columns = {}
    for name, column in table["columns"].items():
        values = column["values"]
        if "rows" in column:
            values = [None if row is None else values[row] for row in column["rows"]]
        assert len(values) == table["n"]
        columns[name] = values
    return [{name: values[i] for name, values in columns.items()} for i in range(table["n"])]
