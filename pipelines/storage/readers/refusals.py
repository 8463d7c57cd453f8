"""Why an input could not be read, and what its owner can do about it."""

import polars as pl

QUARANTINE_SCHEMA = {
    "uri": pl.String, "stage": pl.String, "reason": pl.String, "detail": pl.String,
}  # fmt: skip

# What to do, by reason: the last sentence of every detail.
REMEDIES = {
    "bad_manifest": "Give it a header with the column path, and save it as CSV or JSON Lines.",
    "bad_record": "Write one JSON object per line, or one row per record with all its columns.",
    "broken_archive": "Copy it again from where it came, or have the crawler write it again.",
    "broken_encoding": "Save it as UTF-8.",
    "broken_gzip": "Compress it again, or copy it again from where it came.",
    "encrypted": "Unpack it, and put the files into the folder.",
    "empty": "Remove it, or put the article's text in it.",
    "missing_file": "Correct the path, or remove the row.",
    "no_text": "Put the article under text, or its page under html.",
    "not_text": "Convert it to .txt or .html.",
    "too_large": "Split it: one record holds one article.",
    "unknown_type": "Name it by its content: .txt, .html, .jsonl, .csv, .parquet or .warc (.gz).",
    "unreadable": "Make it readable to this user, then run again.",
}  # fmt: skip


class Refusal(Exception):
    """An input that goes to quarantine; `what` says in a clause what is wrong and where."""

    def __init__(self, reason: str, what: str) -> None:
        super().__init__(what)
        self.reason = reason
        self.what = what

    def row(self, uri: str) -> tuple[str, str, str, str]:
        return uri, "documents", self.reason, f"{self.what}. {REMEDIES[self.reason]}"


def quarantine_frame(rows: list[tuple[str, str, str, str]]) -> pl.DataFrame:
    """One row per refused input: uri, stage, reason, detail, sorted by all of them."""
    return pl.DataFrame(rows, QUARANTINE_SCHEMA, orient="row").sort(pl.all())
