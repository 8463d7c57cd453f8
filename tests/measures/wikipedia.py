"""Measures the killed and the injured of incident texts: python -m tests.measures.wikipedia.

An article's figure is what its usable claims of the harm state: for each claimant the distinct
figures of each kind of victims added up, save where one is the whole that the others add up to; of
several claimants the highest. Parts, running totals and what is denied, planned or historical count
nothing. The set leaves most attackers out and counts some, so a figure is right with or without
those of the attackers; the share without is printed beside it. Only figures that the text states
are scored: of the killed the set says so (`gold_check`), of the injured the text must hold the
number or two that add up to it near a word of injury, or no such word where it is zero.
"""

import argparse
import re
from itertools import combinations

import polars as pl

from pipelines.storage.lexicons import read_lexicon
from tests.measures.reading import Reading, read, records

STATED = ("match", "sum_match", "zero_ok", "implied_one")
HARMS = {"killed": "dead", "wounded": "injured"}
TOLD = ("asserted", "attributed", "unconfirmed")
ATTACKERS = "unidentified-armed-group"
INJURY = r"(?i)injur|wound|hurt"
# Words between an injury and its number, at most.
NEAR = 6
# Texts read by hand that do not state the figure: the check adds up numbers that count no dead
# (198, 236, 244, 268), takes two attackers for two victims (9), one joint figure for two (19), or
# one blast of three (255).
UNSTATED = tuple(f"wt22_{number}" for number in (9, 19, 198, 236, 244, 255, 268))
WORDS = {
    word: number
    for number, word in enumerate(
        (
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
            "eighteen", "nineteen", "twenty",
        )
    )
}  # fmt: skip
# A smaller figure told twice is of other people: 'a guard died … a guard was killed'.
TELLING_NUMBER = 5
VICTIMS = ["external_id", "victim_actor_id"]
FIGURE = ["value_low", "value_best", "value_high"]


def main() -> None:
    """Read the set, or every Nth row of it, and print each harm's share of exact figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--every", type=int, default=1, metavar="N", help="read every Nth row")
    options.add_argument("--misses", type=int, default=0, metavar="N", help="show N misses a harm")
    options.add_argument("--upper", action="store_true", help="read the texts in capitals")
    given = options.parse_args()
    rows = records("wikipedia_incidents_2022")[:: given.every]
    turn = str.upper if given.upper else str
    reading = read({"id": row["id"], "text": turn(str(row["text"]))} for row in rows)
    firsts = {row["text"]: row["id"] for row in reversed(rows)}
    outside = attackers(rows)
    for harm in HARMS:
        told = told_of(reading, harm)
        with_attackers = article_figures(told)
        figures = article_figures(told.join(outside, on=VICTIMS, how="anti"))
        scored = [row | {"id": firsts[row["text"]]} for row in rows if is_stated(row, harm)]
        misses = [row for row in scored if figures.get(row["id"], 0) != gold(row, harm)]
        worst = [row for row in misses if with_attackers.get(row["id"], 0) != gold(row, harm)]
        print(
            f"{harm}: {1 - len(worst) / len(scored):.3f} of {len(scored)}, "
            f"{1 - len(misses) / len(scored):.3f} where attackers never count"
        )
        for row in worst[: given.misses]:
            show(row, harm, figures.get(row["id"], 0), reading)


def gold(row: dict, harm: str) -> int:
    """The coder's figure."""
    return int(row["gold"][HARMS[harm]])


def is_stated(row: dict, harm: str) -> bool:
    """True where the row's text states the coder's figure."""
    if harm == "killed":
        return row["gold_check"]["kill"] in STATED and row["id"] not in UNSTATED
    number, numbers = gold(row, harm), injured_in(row["text"])
    told = re.search(INJURY, row["text"])
    return number in {*numbers, *map(sum, combinations(numbers, 2))} if number else not told


def injured_in(text: str) -> list[int]:
    """The numbers, in digits or in words up to twenty, near a word of injury."""
    words = re.findall(r"\d[\d,]*|[a-z]+|[.]", text.lower())
    near = {
        at + step
        for at, word in enumerate(words)
        if re.match(INJURY, word)
        for step in range(-NEAR, NEAR + 1)
    }
    return [
        WORDS[word] if word in WORDS else int(word.replace(",", ""))
        for at, word in enumerate(words)
        if at in near and (word in WORDS or word[0].isdigit())
    ]


def told_of(reading: Reading, harm: str) -> pl.DataFrame:
    """The usable claims that count for a harm, with their figure."""
    return reading.claims.with_columns(
        figure=pl.coalesce("value_best", "value_low", "value_high")
    ).filter(
        pl.col("claim_type") == "casualty",
        pl.col("harm") == harm,
        pl.col("reject_reason").is_null(),
        pl.col("assertion").is_in(TOLD),
        pl.col("unit") == "people",
        pl.col("figure").is_not_null(),
        ~pl.col("is_subset"),
        ~pl.col("is_cumulative"),
    )


def article_figures(told: pl.DataFrame) -> dict[str, int]:
    """The figure of a harm by article: its claimants' figures, the highest of them."""
    is_telling = pl.col("figure") >= TELLING_NUMBER
    figures = told.with_columns(telling=pl.when(~is_telling).then("claim_id")).unique(
        [*VICTIMS, "claimant_name", "figure", "telling"]
    )
    largest = pl.col("figure").max()
    accounts = figures.group_by("external_id", "claimant_name").agg(
        total=pl.col("figure").sum(),
        largest=largest,
        is_of_all=(pl.col("victim_actor_id").n_unique() == 1)
        | pl.col("victim_actor_id").filter(pl.col("figure") == largest).is_null().any(),
    )
    # Small figures add up by chance, and one kind of victims is no whole of others.
    is_whole = (
        (pl.col("total") == pl.col("largest") * 2)
        & (pl.col("largest") >= TELLING_NUMBER)
        & pl.col("is_of_all")
    )
    counted = accounts.with_columns(account=pl.when(is_whole).then("largest").otherwise("total"))
    return dict(counted.group_by("external_id").agg(pl.col("account").max()).iter_rows())


def attackers(rows: list[dict]) -> pl.DataFrame:
    """Who attacked, by article: nobody by name, and whom the coder names."""
    names = pl.DataFrame(
        {"external_id": [row["id"] for row in rows],
         "phrase": [re.sub(r"[- ]+", " ", row["gold"]["perpetrator"].lower()) for row in rows]}
    )  # fmt: skip
    known = read_lexicon("actor_names").select("phrase", victim_actor_id="actor_id")
    named = names.join(known, on="phrase").select("external_id", "victim_actor_id")
    unnamed = names.select("external_id", victim_actor_id=pl.lit(ATTACKERS))
    return pl.concat([named, unnamed]).unique()


def show(row: dict, harm: str, found: int, reading: Reading) -> None:
    """Print a miss: both figures, the ids and the rules that gave them."""
    claims = reading.claims.filter(
        pl.col("external_id") == row["id"], pl.col("claim_type") == "casualty"
    )
    print(f"  {row['id']} {harm}: stated {gold(row, harm)}, found {found}")
    print(f"    {row['text']}")
    for claim in claims.iter_rows(named=True):
        values = [claim[name] for name in FIGURE]
        print(
            f"    {claim['rule_id']} {claim['harm']} {values} {claim['victim_actor_id']}"
            f" part={claim['is_subset']} total={claim['is_cumulative']} {claim['assertion']}"
            f" {claim['reject_reason'] or ''} | {claim['evidence_text']}"
        )


if __name__ == "__main__":
    main()
