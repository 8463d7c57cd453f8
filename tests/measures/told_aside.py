"""Draws events found in news-service articles on no event of their own (muc_dev), to be read.

    python -m tests.measures.told_aside --seed 9001 [--sample 60] [--others]

Articles without any event of the coders may still tell of clashes, raids and killings. Printed is
each claim drawn, with the opening of its article, the sentence before it and its own: whether it
is right is for a reader to say. --others draws from the articles with events instead.
"""

import argparse
import random
import textwrap

import polars as pl

from tests.measures.muc_dates import FOUNDING, VIOLENCE
from tests.measures.reading import Reading, read, records

PARTIES = ("initiator", "target", "victim", "from", "to")
VALUES = (
    "claim_type", "harm", "change_type", "sub_event_type", "value_text", "value_best", "unit",
)  # fmt: skip


def founding_claims(reading: Reading) -> pl.DataFrame:
    """Claims of violence that found events, with what the dated claims do not keep."""
    told = reading.claims.select("claim_id", "sentence_id", "location_text", "time_text")
    return (
        reading.dated_claims.filter(
            pl.col("claim_type").is_in(VIOLENCE),
            pl.col("assertion").is_in(FOUNDING),
            ~pl.col("is_cumulative"),
        )
        .join(told, on="claim_id", how="left")
        .sort("external_id", "evidence_start", "claim_id")
    )


def describe(claim: dict[str, object]) -> str:
    """A claim on one line: what, where, who, how sure, who says so, when, by which rule."""
    what = " ".join(str(claim[name]) for name in VALUES if claim[name] is not None)
    sides = " ".join(
        f"{role}={claim[f'{role}_actor_id']}" for role in PARTIES if claim[f"{role}_actor_id"]
    )
    sure = f"{claim['assertion']}{' part' if claim['is_subset'] else ''}"
    said = f"{claim['claimant_name']} via {claim['via_claimant_name']}"
    day = f"{claim['time_text']} {claim['date_basis']} {claim['date_start']}..{claim['date_end']}"
    words = repr(claim["evidence_text"][:60])
    where = f"at {claim['location_text']} ({claim['location_id']})"
    return " | ".join([what, where, sides, sure, said, day, claim["rule_id"], words])


def main() -> None:
    """Print how many claims there are, then those drawn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--sample", type=int, default=60)
    parser.add_argument("--others", action="store_true")
    options = parser.parse_args()
    rows = [row for row in records("muc_dev") if bool(row["events"]) == options.others]
    reading = read({"id": row["id"], "text": row["text"]} for row in rows)
    claims = founding_claims(reading)
    print(f"{len(rows)} articles, {claims.height} claims in {claims['article_id'].n_unique()}")
    sentences = {
        article_id: table.sort("start")["text"].to_list()
        for (article_id,), table in reading.sentences.group_by("article_id")
    }
    number = dict(reading.sentences.select("sentence_id", "sentence_no").iter_rows())
    first = dict(reading.sentences.group_by("article_id").agg(pl.min("sentence_no")).iter_rows())
    drawn = random.Random(options.seed).sample(range(claims.height), options.sample)
    for place, row in enumerate(sorted(drawn), 1):
        claim = claims.row(row, named=True)
        texts = sentences[claim["article_id"]]
        at = number[claim["sentence_id"]] - first[claim["article_id"]]
        print(f"\n#{place} {claim['external_id']} sentence {at + 1} of {len(texts)}")
        print("  ", describe(claim))
        shown = [("", texts[0][:160])] if at > 1 else []
        shown += [("", text) for text in texts[max(0, at - 1) : at]] + [(">> ", texts[at])]
        for mark, text in shown:
            print(textwrap.fill(mark + " ".join(text.split()), 180, initial_indent="   "))


if __name__ == "__main__":
    main()
