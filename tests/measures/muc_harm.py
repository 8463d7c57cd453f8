"""Measures people killed: the total of articles on one event, against the coders' (muc_dev).

    python -m tests.measures.muc_harm [--every N] [--misses N] [--show ID]

Scored are articles with exactly one mandatory event whose count is known and unambiguous; events
marked optional may be missed. The article's own total is formed from its claims alone, by a rule
that knows nothing of the answer:

- Claims count that tell of people killed with a number and are no part of a whole, no running
  total, and neither denied, planned nor rejected.
- A sentence's whole is the sum of its claims of different victims. The article's total is the
  largest whole of a sentence, or the number of different persons that it names as killed, where
  that is more.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterable

import polars as pl

from tests.measures.reading import Reading, read, records

UNTOLD = ["denied", "planned", "historical"]


def rows_to_score(every: int) -> list[dict[str, object]]:
    """Articles with one mandatory event whose total is known, with the answer as `killed`."""
    scored = []
    for row in records("muc_dev"):
        told = [event for event in row["events"] if not event["optional"]]
        if len(told) != 1 or told[0]["counts_ambiguous"] or told[0]["killed_total"] is None:
            continue
        scored.append(row | {"killed": told[0]["killed_total"], "type": told[0]["type"]})
    return scored[::every]


def killings(claims: pl.DataFrame) -> pl.DataFrame:
    """The claims that make an article's total."""
    return claims.filter(
        pl.col("harm") == "killed",
        pl.col("value_best").is_not_null(),
        pl.col("reject_reason").is_null(),
        ~pl.col("is_subset"),
        ~pl.col("is_cumulative"),
        ~pl.col("assertion").is_in(UNTOLD),
    )


def totals(claims: pl.DataFrame) -> dict[str, int]:
    """The total of each article that has one, by external_id."""
    told = killings(claims)
    sums = told.group_by("external_id", "sentence_id").agg(pl.col("value_best").sum())
    largest = dict(sums.group_by("external_id").agg(pl.col("value_best").max()).iter_rows())
    for article, names in named(told).items():
        largest[article] = max(largest.get(article, 0), len(names))
    return largest


def named(told: pl.DataFrame) -> dict[str, list[set[str]]]:
    """The different persons that each article names as killed, as the words of their names."""
    persons: dict[str, list[set[str]]] = {}
    is_named = pl.col("rule_id").str.starts_with("casualty_name")
    for article, text in told.filter(is_named).select("external_id", "value_text").iter_rows():
        words = {word for word in re.findall(r"[^\W\d]{3,}", text.upper())}
        known = persons.setdefault(article, [])
        for person in known:
            if person & words:
                person |= words
                break
        else:
            known.append(words)
    return persons


def texts(rows: Iterable[dict[str, object]]) -> Reading:
    """The rows' texts down the road."""
    return read({"id": row["id"], "text": row["text"]} for row in rows)


def main() -> None:
    """Print the figures and the misses."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--misses", type=int, default=0)
    arguments = parser.parse_args()
    rows = rows_to_score(arguments.every)
    reading = texts(rows)
    total = totals(reading.claims)
    misses = [row for row in rows if total.get(row["id"], 0) != row["killed"]]
    dead = [row for row in rows if row["killed"]]
    print(f"killed total exact {1 - len(misses) / len(rows):.3f} of {len(rows)}")
    lost = [row for row in misses if row["killed"]]
    print(f"  where people were killed {1 - len(lost) / max(len(dead), 1):.3f} of {len(dead)}")
    print(Counter(kind_of_miss(row["killed"], total.get(row["id"], 0)) for row in misses))
    for row in misses[: arguments.misses]:
        print(f"\n{row['id']} {row['type']} gold {row['killed']} got {total.get(row['id'], 0)}")
        told = killings(reading.claims).filter(pl.col("external_id") == row["id"])
        for claim in told.iter_rows(named=True):
            print(
                f"    {claim['value_best']} {claim['rule_id']} {claim['victim_actor_id']}"
                f" {claim['evidence_text'][:160]!r}"
            )


def kind_of_miss(killed: int, told: int) -> str:
    """Whether people were missed altogether, invented, or counted wrongly."""
    if not told:
        return "none told"
    if not killed:
        return "told of none"
    return "too few" if told < killed else "too many"


if __name__ == "__main__":
    main()
