"""Measures people killed: the total of articles on one event, against the coders' (muc_dev).

    python -m tests.measures.muc_harm [--every N] [--misses N] [--show ID]

Scored are articles with exactly one mandatory event whose count is known and unambiguous; events
marked optional may be missed. Victims whose effect is "no injury or death", whom the derived
counts take for dead, are taken out of the answer. The article's own total is formed from its
claims alone, by a rule that knows nothing of the answer:

- Claims count that tell of people killed with a number and are no part of a whole, no running
  total, and neither denied, planned nor rejected. A vague word counts only where nothing else does.
- Soldiers and rebels who die count only by name: the answers nearly always leave fighters out.
- A sentence's whole is the sum of its claims of different victims; a person it names twice is one.
  The article's total is the largest whole of a sentence, or the number of different persons that
  it names as killed, where that is more; persons named elsewhere are added to a whole told with
  "also" or as somebody's own ("his two guards").
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

import polars as pl

from pipelines.storage.lexicons import read_lexicons
from tests.measures.reading import Reading, read, records

UNTOLD = ["denied", "planned", "historical"]
FIGHTERS = ["state forces", "rebel group"]
POLICE = r"(?i)police|guard|patrolm|carabiner"
OWN = r"(?i)^(?:\w+ of )?(?:his|her)\b"


def rows_to_score(every: int) -> list[dict[str, object]]:
    """Articles with one mandatory event whose total is known, with the answer as `killed`."""
    scored = []
    for row in records("muc_dev"):
        told = [event for event in row["events"] if not event["optional"]]
        if len(told) != 1 or told[0]["counts_ambiguous"] or told[0]["killed_total"] is None:
            continue
        scored.append(row | {"killed": killed(told[0]), "type": told[0]["type"]})
    return scored[::every]


def killed(event: dict[str, object]) -> int:
    """The event's total without those of whom it says that they were not hurt."""
    unhurt = {
        name.strip().strip('"')
        for effect in event["victim_effect"]
        if effect.lstrip("? ").startswith("NO ")
        for name in effect.split(":", 1)[1].split(" / ")
    }
    alive = sum(number for name, number in event["killed_groups"] if name in unhurt)
    return event["killed_total"] - alive


def killings(claims: pl.DataFrame) -> pl.DataFrame:
    """The claims that make an article's total, with is_named."""
    actor_types = read_lexicons().actors.select("actor_id", "actor_type")
    told = claims.filter(
        pl.col("harm") == "killed",
        pl.col("value_best").is_not_null(),
        pl.col("reject_reason").is_null(),
        ~pl.col("is_subset"),
        ~pl.col("is_cumulative"),
        ~pl.col("assertion").is_in(UNTOLD),
    ).join(
        actor_types, left_on="victim_actor_id", right_on="actor_id", how="left",
        maintain_order="left",
    )  # fmt: skip
    fights = pl.col("actor_type").is_in(FIGHTERS) & ~pl.col("evidence_text").str.contains(POLICE)
    counted = told.with_columns(is_named=is_name(pl.col("value_text"))).filter(
        ~fights.fill_null(False) | pl.col("is_named")
    )
    is_exact = pl.col("qualifier") != "vague"
    return counted.filter(is_exact | ~is_exact.any().over("external_id"))


def is_name(text: pl.Expr) -> pl.Expr:
    """True where an amount's words are somebody's name: its last word is no word of the lexicons,
    and no article or number opens it."""
    lexicons = read_lexicons()
    words = pl.concat([lexicons.words["phrase"], lexicons.actor_names["phrase"]]).implode()
    last = text.str.to_lowercase().str.extract(r"([^\W\d_]{4,})\W*$")
    opens = text.str.contains(r"(?i)^(?:the|an?|one|another|his|her|its|their|\d+)\b")
    return (last.is_not_null() & ~last.is_in(words) & ~opens).fill_null(False)


def totals(claims: pl.DataFrame) -> dict[str, int]:
    """The total of each article that has one, by external_id."""
    by_article: dict[str, int] = {}
    for (article,), told in killings(claims).group_by("external_id", maintain_order=True):
        everybody = persons(told)
        by_article[article] = len(everybody)
        for _, sentence in told.group_by("sentence_id", maintain_order=True):
            here = persons(sentence)
            others = sentence.filter(~pl.col("is_named"))
            whole = int(others["value_best"].sum()) + len(here)
            told_here = set(re.findall(r"\w+", " ".join(sentence["evidence_text"]).upper()))
            if others["value_text"].str.contains(OWN).any() or "ALSO" in told_here:
                whole += sum(1 for one in everybody if not one & told_here)
            by_article[article] = max(by_article[article], whole)
    return by_article


def persons(told: pl.DataFrame) -> list[set[str]]:
    """The different persons that claims name, as the words of their names."""
    known: list[set[str]] = []
    for text in told.filter("is_named")["value_text"]:
        for name in re.split(r",| and ", text, flags=re.IGNORECASE):
            words = set(re.findall(r"[^\W\d_]{3,}", name.upper()))
            words = words - given_names() or words
            same = [person for person in known if person & words]
            for person in same:
                person |= words
            if words and not same:
                known.append(words)
    return known


@cache
def given_names() -> set[str]:
    """The given names of the lexicon in capitals."""
    return {name.upper() for name in read_lexicons().given_names["name"]}


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
