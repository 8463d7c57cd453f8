"""Headlines and flashes of our own: what each tells is read, and nothing from its idle twins.

The answers were written before the headlines were first read: then 105 of 142 that tell of events
were read right, and 78 of 90 twins gave none; of 120 ordinary headlines, written after the rules
that mended those, 99 gave none, and of 60 more flashes 46 were read right. A row not read right
yet says under `missed` what stands in the way.
"""

import json
from dataclasses import dataclass

from pipelines.transforms.ids import hash_id
from tests.chain import read_texts
from tests.contrast import CORPUS as CONTRAST
from tests.contrast import Row, described_claims, fits, founds, summary, summed

CORPUS = CONTRAST.with_name("headlines.jsonl")


@dataclass(frozen=True)
class Reading:
    """One headline: the claims it wants, those it gave, and whether that is right."""

    row: Row
    claims: tuple[Row, ...]

    @property
    def is_right(self) -> bool:
        """Every claim wanted is read; a headline of no event has none that founds one."""
        if not self.row["claims"]:
            return not any(founds(claim) for claim in self.claims)
        told = (*self.claims, *summed(self.claims))
        return all(any(fits(claim, one) for claim in told) for one in self.row["claims"])

    def told(self) -> str:
        """The headline with what was wanted and read, for a list of misses."""
        wanted = json.dumps(self.row["claims"]) if self.row["claims"] else "no event"
        read = [f"    read   {summary(claim)}" for claim in self.claims]
        return "\n".join([str(self.row["text"]), f"    wanted {wanted}", *read])


def read_corpus() -> list[Row]:
    """The rows: class, text, claims, and missed where it is known to be."""
    return [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]


def judge(rows: list[Row]) -> list[Reading]:
    """Read all headlines in one pass."""
    claims = described_claims(read_texts([str(row["text"]) for row in rows]))
    return [Reading(row, claims.get(hash_id(str(row["text"])), ())) for row in rows]
