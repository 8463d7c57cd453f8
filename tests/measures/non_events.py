"""How many sentences of speech alone (threats, statements, meetings) yield an event.

`python -m tests.measures.non_events [--every N] [--misses N]`
"""

import argparse
from collections.abc import Mapping

import polars as pl

from tests.measures.reading import read, records

# CAMEO root codes of words and of ordinary dealings between states: statements, appeals, offers,
# talks, cooperation, aid, inquiries, demands, criticism, refusals, threats.
CAMEO_ROOTS = ("01", "02", "03", "04", "05", "06", "07", "09", "10", "11", "12", "13")
PLOVER_TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
)  # fmt: skip
# Suites coded in CAMEO or PLOVER; the third suite's codes are of another scheme.
SUITES = ("petrarch_unit_test", "plover_gsr_cameo")
# What a claim must say to be an event that happened.
HAPPENED = ("asserted", "attributed")
EVENTS = ("casualty", "territory_change", "contested", "attack")


def is_speech(row: Mapping[str, object]) -> bool:
    """True for a row all of whose answers are words or ordinary dealings."""
    return (
        bool(row["has_gold"])
        and row["suite"] in SUITES
        and bool(row["events"])
        and all(is_word(event) for event in row["events"])
    )


def is_word(event: Mapping[str, object]) -> bool:
    """True for an answer that is words or ordinary dealings."""
    if "plover_event" in event:
        return event["plover_event"] in PLOVER_TYPES
    code = str(event["cameo"])
    return len(code) == 3 and code.startswith(CAMEO_ROOTS)


def events(claims: pl.DataFrame) -> pl.DataFrame:
    """Claims that tell of an event that happened."""
    return claims.filter(
        pl.col("claim_type").is_in(EVENTS),
        pl.col("assertion").is_in(HAPPENED),
        pl.col("reject_reason").is_null(),
    )


def main() -> None:
    """Print the share of sentences without an event, then the events found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--misses", type=int, default=20)
    options = parser.parse_args()
    rows = [row for row in records("event_coding_dev") if is_speech(row)][:: options.every]
    reading = read({"id": row["id"], "text": row["text"]} for row in rows)
    found = events(reading.claims)
    wrong = found["external_id"].n_unique()
    print(f"sentences {len(rows)}, without an event {1 - wrong / len(rows):.3f}")
    for row in found.sort("external_id", "evidence_start").head(options.misses).to_dicts():
        print(
            row["external_id"], row["rule_id"], row["claim_type"], row["harm"], row["assertion"],
            "|", row["evidence_text"],
        )  # fmt: skip


if __name__ == "__main__":
    main()
