"""Short news texts of our own with their answers: when it was, who says so, how sure, or no event.

The answers were written before the texts were first read; a row that is not read right yet says
under `missed` what class of language it stands for.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl

from pipelines.transforms.events.claims.dates import resolve_dates
from pipelines.transforms.ids import hash_id
from pipelines.transforms.text.claims import find_claims
from pipelines.transforms.text.mentions import find_mentions
from pipelines.transforms.text.sentences import split_sentences
from tests.chain import as_articles, as_parts, lexicons
from tests.contrast import COUNTED, EVENT_TYPES, FOUNDING, founds, summary

CORPUS = Path(__file__).parent / "corpus" / "held_out.jsonl"
# What a row calls the columns of a claim; a name of a source need only be part of it.
NAMES = {
    "type": "claim_type", "harm": "harm", "change": "change_type", "best": "value_best",
    "on": "days", "assertion": "assertion", "claimant_type": "claimant_type",
}  # fmt: skip
PARTS = {"claimant": "claimant_name", "via": "via_claimant_name"}

Row = Mapping[str, object]


@dataclass(frozen=True)
class Answer:
    """One text: whether it was read right, and the claims it gave."""

    row: Row
    is_right: bool
    claims: tuple[Row, ...]

    def told(self) -> str:
        """The text with what was wanted and what was read, for a list of misses."""
        wanted = json.dumps(self.row["claims"]) if self.row["claims"] else "no event"
        read = [f"    read   {summary(claim)} {claim['days']}" for claim in self.claims]
        return "\n".join([f"{self.row['on']}: {self.row['text']}", f"    wanted {wanted}", *read])


def read_corpus() -> list[Row]:
    """The rows: class, on (the article's day), text, claims, and missed where it is known to be."""
    return [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]


def judge(rows: list[Row]) -> list[Answer]:
    """Read all texts in one pass, each on its day, and hold them against their rows."""
    claims = read_claims(rows)
    return [answer(row, tuple(claims.get(hash_id(str(row["text"])), ()))) for row in rows]


def read_claims(rows: list[Row]) -> dict[str, list[Row]]:
    """The claims that count as events by article, with their days as a text."""
    days = pl.DataFrame(
        {
            "article_id": [hash_id(str(row["text"])) for row in rows],
            "day": [date.fromisoformat(str(row["on"])) for row in rows],
        }
    )
    articles = (
        as_articles([str(row["text"]) for row in rows])
        .join(days, on="article_id", how="left", maintain_order="left")
        .with_columns(published_on="day", reference_on="day")
        .drop("day")
    )
    sentences = split_sentences(articles, as_parts(articles), lexicons())
    mentions = find_mentions(articles, sentences, lexicons())
    claims = find_claims(articles, sentences, mentions, lexicons())
    dated = resolve_dates(
        claims.join(articles.select("article_id", "reference_on"), on="article_id")
    )
    found: dict[str, list[Row]] = {}
    for claim in dated.sort("claim_id").to_dicts():
        if claim["claim_type"] in EVENT_TYPES and claim["reject_reason"] in COUNTED:
            first, last = str(claim["date_start"]), str(claim["date_end"])
            claim["days"] = first if first == last else f"{first}/{last}"
            claim |= {role: () for role in ("to", "from", "victim", "initiator")}
            found.setdefault(claim["article_id"], []).append(claim)
    return found


def answer(row: Row, claims: tuple[Row, ...]) -> Answer:
    """Right: every claim that the row names is there, or none that would found an event."""
    if not row["claims"]:
        return Answer(row, not any(founds(claim) for claim in claims), claims)
    is_right = all(any(fits(claim, wanted) for claim in claims) for wanted in row["claims"])
    return Answer(row, is_right, claims)


def fits(claim: Row, wanted: Row) -> bool:
    """Whether a claim has every value wanted; a list holds every acceptable one."""
    if "assertion" not in wanted and claim["assertion"] not in FOUNDING:
        return False
    return all(
        agrees(claim, name, given if isinstance(given, list) else [given])
        for name, given in wanted.items()
    )


def agrees(claim: Row, name: str, values: list[object]) -> bool:
    """Whether a claim has one of the values."""
    if name in PARTS:
        told = str(claim[PARTS[name]] or "").casefold()
        return any(str(value).casefold() in told for value in values)
    return claim[NAMES[name]] in values
