"""Sentences of reporting: every claim a row names must be read, and no other event."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pipelines.transforms.ids import hash_id
from tests.chain import read_texts
from tests.contrast import Row, described_claims, fits, founds, summary, summed

CORPUS = Path(__file__).parent / "corpus"
SETS = ("reporting_1", "reporting_2", "reporting_3", "reporting_4", "passages")
# What a sentence may not say beside what its row names; violence may be told twice.
STRICT = ("casualty", "territory_change", "territory_control")


@dataclass(frozen=True)
class Outcome:
    """One sentence: the claims that its row names and nobody read, those read and not named."""

    row: Row
    unread: tuple[Row, ...]
    unwanted: tuple[Row, ...]
    claims: tuple[Row, ...]

    @property
    def is_right(self) -> bool:
        """Whether all was read that is told, and nothing that is not."""
        return not self.unread and not self.unwanted

    def told(self) -> str:
        """The sentence with what was missed, added and read, for a list of misses."""
        missed = [" ".join(f"{name}={value}" for name, value in one.items()) for one in self.unread]
        lines = [str(self.row["text"])]
        lines += [f"    unread   {one}" for one in missed]
        lines += [f"    unwanted {summary(one)}" for one in self.unwanted]
        lines += [f"    read     {summary(one)}" for one in self.claims]
        return "\n".join(lines)


def read_corpus(name: str) -> list[Row]:
    """The rows of a set: text, the claims it must have, `more` where others may stand beside."""
    lines = (CORPUS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def judge(rows: list[Row]) -> list[Outcome]:
    """Read all sentences in one pass and hold each against its row."""
    claims = described_claims(read_texts([str(row["text"]) for row in rows]))
    return [outcome(row, claims.get(hash_id(str(row["text"])), ())) for row in rows]


def outcome(row: Row, claims: tuple[Row, ...]) -> Outcome:
    """A wanted claim may be a sum of parts; a claim that fits none must not found an event."""
    wanted: list[Mapping[str, object]] = row["claims"]
    told = (*claims, *summed(claims))
    unread = [one for one in wanted if not any(fits(claim, one) for claim in told)]
    parts = {
        claim["harm"]
        for one in wanted
        for claim in summed(claims)
        if fits(claim, one) and not any(fits(told_alone, one) for told_alone in claims)
    }
    unwanted = [
        claim
        for claim in claims
        if claim["claim_type"] in STRICT
        and founds(claim)
        and not claim["is_subset"]
        and claim["harm"] not in parts - {None}
        and not any(fits(claim, one) for one in wanted)
    ]
    return Outcome(row, tuple(unread), () if row.get("more") else tuple(unwanted), claims)
