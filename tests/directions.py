"""Sentences of our own with what they tell: who did it to whom, where, on what day, says who.

A row names its claims: `by` and `of` for harm and attacks, `to` and `from` for places, and what
tests/contrast names; null is what the sentence does not tell, a list holds every acceptable value.
No claims: nothing that founds an event. The answers were written before the sentences were first
read; a row that is not read right yet says under `missed` what class of language it stands for.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pipelines.transforms.ids import hash_id
from tests.chain import read_texts
from tests.contrast import agrees, described_claims, founds, summary

CORPUS = Path(__file__).parent / "corpus"
SETS = ("directions", "precision", "leads")
# What a row calls the two parties of a claim, and the columns that may hold each.
PARTIES = {
    "by": ("initiator_actor_id",),
    "of": ("victim_actor_id", "target_actor_id"),
    "to": ("to_actor_id",),
    "from": ("from_actor_id",),
}
VIOLENCE = ("casualty", "attack")
# Columns that contrast pairs do not ask for; a name of a source need only be part of it.
SOURCES = {"claimant": "claimant_name", "via": "via_claimant_name"}
# What a sentence may not tell of beside what its row names, and the values that tell it apart.
STRICT, TELLING = ("casualty", "territory_change", "attack"), ("harm", "change", "best")

Row = Mapping[str, object]


@dataclass(frozen=True)
class Outcome:
    """One sentence: the claims of its row that nobody read, and the parties nobody told."""

    row: Row
    unread: tuple[Row, ...]
    untold: tuple[str, ...]
    claims: tuple[Row, ...]

    @property
    def is_right(self) -> bool:
        """Whether all claims were read with both parties, and no party beside them."""
        return not self.unread and not self.untold

    def told(self) -> str:
        """The sentence with what was missed and read, for a list of misses."""
        lines = [str(self.row["text"]), *(f"    unread {json.dumps(one)}" for one in self.unread)]
        lines += [f"    untold {one}" for one in self.untold]
        return "\n".join(lines + [f"    read   {parties_of(one)}" for one in self.claims])


def parties_of(claim: Row) -> str:
    """A claim on one line with all its parties."""
    named = (f"{name}={claim[column]}" for name in PARTIES for column in PARTIES[name])
    told = f"{summary(claim)} {claim['day']} {claim['claimant_name']} "
    return told + " ".join(one for one in named if not one.endswith("None"))


def read_corpus(name: str) -> list[Row]:
    """The rows of a set: class, text, claims, and missed where a row is known to be."""
    lines = (CORPUS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def judge(rows: list[Row]) -> list[Outcome]:
    """Read all sentences in one pass and hold each against its row."""
    claims = described_claims(read_texts([str(row["text"]) for row in rows]))
    return [outcome(row, claims.get(hash_id(str(row["text"])), ())) for row in rows]


def outcome(row: Row, claims: tuple[Row, ...]) -> Outcome:
    """Every claim wanted is there; no claim of its kind names a party that the row does not."""
    unread = [
        wanted for wanted in row["claims"] if not any(fits(claim, wanted) for claim in claims)
    ]
    untold = [
        f"{name} {claim[column]}"
        for claim in claims
        for name, columns in PARTIES.items()
        for column in columns
        if claim[column] is not None
        and is_of_kind(claim, name)
        and any(name in wanted for wanted in row["claims"])
        and not any(is_party(claim[column], wanted.get(name)) for wanted in row["claims"])
    ]
    untold += [
        summary(claim)
        for claim in claims
        if claim["claim_type"] in (STRICT if row["claims"] else (*STRICT, "territory_control"))
        and founds(claim)
        and not claim["is_subset"]
        and not (claim["claim_type"] == "attack" and row["claims"])
        and not any(is_named(claim, wanted) for wanted in row["claims"])
    ]
    return Outcome(row, tuple(unread), tuple(untold), claims)


def is_named(claim: Row, wanted: Row) -> bool:
    """Whether a claim is of the kind and number of the one wanted."""
    return claim["claim_type"] == wanted["type"] and all(
        has_value(claim, name, wanted[name]) for name in TELLING if name in wanted
    )


def is_of_kind(claim: Row, name: str) -> bool:
    """Whether a claim's column is a party by that name: harm has doers, ground has holders."""
    is_violence = claim["claim_type"] in VIOLENCE
    return is_violence == (name in ("by", "of")) and claim["claim_type"] != "contested"


def fits(claim: Row, wanted: Row) -> bool:
    """Whether a claim is the one wanted, parties and all; one that founds nothing only if asked."""
    values = {name: given for name, given in wanted.items() if name not in PARTIES}
    return (
        (founds(claim) or "assertion" in wanted)
        and all(has_value(claim, name, given) for name, given in values.items())
        and all(has_party(claim, name, wanted[name]) for name in PARTIES if name in wanted)
    )


def has_value(claim: Row, name: str, given: object) -> bool:
    """Whether a claim has one of the acceptable values."""
    return any(has(claim, name, value) for value in choices(given))


def has(claim: Row, name: str, value: object) -> bool:
    """Whether a claim has one value; null is a place, a day or a source that is not told."""
    if name in SOURCES and value is None:
        return claim[SOURCES[name]] is None
    if name in SOURCES:
        return str(value).casefold() in str(claim[SOURCES[name]] or "").casefold()
    if name == "claimant_type":
        return claim[name] == value
    if name == "place" and value is None:
        return claim["location_id"] is None and claim["location_text"] is None
    return agrees(claim, name, value)


def has_party(claim: Row, name: str, given: object) -> bool:
    """Whether one of the claim's columns holds an acceptable party."""
    return any(
        claim[column] is None if value is None else value in str(claim[column])
        for column in PARTIES[name]
        for value in choices(given)
    )


def is_party(actor: str, given: object) -> bool:
    """Whether an actor is one of the acceptable ones."""
    return any(value is not None and str(value) in actor for value in choices(given))


def choices(given: object) -> list[object]:
    """A value alone or the acceptable ones of a list."""
    return given if isinstance(given, list) else [given]
