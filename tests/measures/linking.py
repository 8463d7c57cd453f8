"""How well reports of one event are linked: python -m tests.measures.linking

tests/corpus/linking.jsonl tells 31 events of three conflicts: two clashes in one district on one
day, an ambush told with three counts, recaptures and their reversal, denials, copies without a
date, spellings that differ, an outlet that names the wrong district. Each article tells one event;
`event` names it (null: two). An article counts with the event of most of its claims of the family.
"""

import argparse
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import polars as pl

from pipelines.storage.lexicons import read_lexicons
from pipelines.transforms.events.linking import link_events
from pipelines.transforms.lexicons import Lexicons
from tests.measures.reading import read

# A claim that only speaks of an event, as a denial does, counts where no other does.
WEIGHTS = {"core": 100, "satellite": 100, "context": 1, "covers": 1}
CORPUS = Path(__file__).parents[1] / "corpus" / "linking.jsonl"


@dataclass(frozen=True)
class Agreement:
    """Pairs of articles of one family: said to be one event by both, only one, or the other."""

    n_right: int
    n_wrong: int
    n_missed: int

    @property
    def precision(self) -> float:
        """Share of the linked pairs that tell one event."""
        return self.n_right / max(1, self.n_right + self.n_wrong)

    @property
    def recall(self) -> float:
        """Share of the pairs that tell one event and are linked."""
        return self.n_right / max(1, self.n_right + self.n_missed)

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        return 2 * self.n_right / max(1, 2 * self.n_right + self.n_wrong + self.n_missed)


def articles() -> list[dict[str, str | None]]:
    """The rows of the corpus."""
    return [json.loads(line) for line in CORPUS.read_text().splitlines()]


def read_corpus(rows: list[dict[str, str | None]]) -> pl.DataFrame:
    """The dated claims of the corpus, with external_id."""
    return read(rows).dated_claims


def events_of_articles(
    dated: pl.DataFrame, rows: list[dict[str, str | None]], lexicons: Lexicons
) -> dict[str, str]:
    """The event of each article, by id; articles without a linked claim of their family lack."""
    linked = link_events(dated.drop("external_id"), lexicons)
    families = {row["id"]: row["family"] for row in rows}
    told = (
        linked.event_claims.with_columns(weight=pl.col("event_role").replace_strict(WEIGHTS))
        .join(linked.events.select("event_id", "event_family"), on="event_id")
        .join(dated.select("claim_id", "external_id"), on="claim_id")
    )
    votes: dict[str, Counter[str]] = {}
    for external_id, family, event_id, weight in told.select(
        "external_id", "event_family", "event_id", "weight"
    ).iter_rows():
        if families[external_id] == family:
            votes.setdefault(external_id, Counter())[event_id] += weight
    return {name: max(sorted(found), key=found.get) for name, found in votes.items()}


def agree(found: Mapping[str, str], rows: list[dict[str, str | None]]) -> Agreement:
    """Compare the events found with those that the corpus tells, pair by pair."""
    told = {row["id"]: row["event"] for row in rows if row["event"]}
    families = {row["id"]: row["family"] for row in rows}
    counts = Counter()
    for one, other in combinations(sorted(told), 2):
        if families[one] == families[other]:
            is_one = told[one] == told[other]
            is_linked = found.get(one, one) == found.get(other, other)
            counts[is_one, is_linked] += 1
    return Agreement(counts[True, True], counts[False, True], counts[True, False])


def main() -> None:
    """Print the agreement and the events that are split or fused."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.parse_args()
    rows = articles()
    dated = read_corpus(rows)
    found = events_of_articles(dated, rows, read_lexicons())
    score = agree(found, rows)
    print(f"precision {score.precision:.3f} recall {score.recall:.3f} F1 {score.f1:.3f}")
    groups: dict[str, list[str]] = {}
    for row in rows:
        if row["event"]:
            groups.setdefault(row["event"], []).append(row["id"])
    names = {event: names for event, names in groups.items()}
    for event, ids in names.items():
        parts = {found.get(name, "none") for name in ids}
        if len(parts) > 1:
            print(event, {name: found.get(name, "none")[:8] for name in ids})
    owners: dict[str, set[str]] = {}
    for row in rows:
        if row["event"] and row["id"] in found:
            owners.setdefault(found[row["id"]], set()).add(row["event"])
    print("fused:", [sorted(events) for events in owners.values() if len(events) > 1])


if __name__ == "__main__":
    main()
