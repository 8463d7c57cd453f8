"""Contrast pairs: what each sentence of the corpus must yield, held against what was read."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pipelines.transforms.events.claims.dates import resolve_dates
from pipelines.transforms.ids import hash_id
from tests.chain import TextHalf, lexicons, read_texts

CORPUS = Path(__file__).parent / "corpus" / "contrast.jsonl"
EVENT_TYPES = (
    "territory_change", "territory_control", "contested", "control_count", "casualty", "attack"
)  # fmt: skip
FOUNDING = ("asserted", "attributed")
# A place that no gazetteer knows is read all the same: here it counts, for pair and twin alike.
COUNTED = (None, "no_place")
# What a row of the corpus calls the columns of a claim.
NAMES = {
    "type": "claim_type", "change": "change_type", "harm": "harm", "qualifier": "qualifier",
    "low": "value_low", "best": "value_best", "high": "value_high", "assertion": "assertion",
    "on": "day", "from_on": "first_day", "n": "n_places", "where": "location_id",
}  # fmt: skip
VALUES = ("value_low", "value_best", "value_high")
ACTORS = ("to", "from", "victim", "initiator")

Row = Mapping[str, object]


@dataclass(frozen=True)
class Verdict:
    """One sentence of the corpus: whether it was read right, and the claims it gave."""

    row: Row
    is_right: bool
    claims: tuple[Row, ...]

    @property
    def is_event(self) -> bool:
        """Whether the sentence tells of an event."""
        return bool(self.row["claims"])

    def told(self) -> str:
        """The sentence with what was wanted and what was read, for a list of misses."""
        wanted = " + ".join(
            " ".join(f"{name}={value}" for name, value in claim.items())
            for claim in self.row["claims"]
        )
        lines = [f"{self.row['pair']}: {self.row['text']}", f"    wanted {wanted or 'no event'}"]
        return "\n".join(lines + [f"    read   {summary(claim)}" for claim in self.claims])


def read_corpus() -> list[Row]:
    """The rows: pair, class, text and the claims it must have; a twin that is no event has none."""
    return [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]


def judge(rows: list[Row]) -> list[Verdict]:
    """Read all sentences in one pass and hold each against its row."""
    claims = described_claims(read_texts([str(row["text"]) for row in rows]))
    return [verdict(row, claims.get(hash_id(str(row["text"])), ())) for row in rows]


def described_claims(read: TextHalf) -> dict[str, tuple[Row, ...]]:
    """The claims that count as events by article, with spellings of places, sides and days."""
    places = lexicons().place_names.group_by("location_id").agg(place="phrase")
    sides = dict(lexicons().actors.select("actor_id", "side_id").iter_rows())
    dated = resolve_dates(
        read.claims.join(read.articles.select("article_id", "reference_on"), on="article_id")
    )
    found: dict[str, tuple[Row, ...]] = {}
    for claim in dated.join(places, on="location_id", how="left").sort("claim_id").to_dicts():
        if claim["claim_type"] in EVENT_TYPES and claim["reject_reason"] in COUNTED:
            for role in ACTORS:
                actor = claim[f"{role}_actor_id"]
                claim[role] = () if actor is None else (actor, sides.get(actor) or actor)
            claim["first_day"] = str(claim["date_start"])
            is_one_day = claim["date_start"] == claim["date_end"]
            claim["day"] = claim["first_day"] if is_one_day else None
            # Without a place and without a party, nothing is told that could be an event.
            if claim["reject_reason"] is None or any(claim[role] for role in ACTORS):
                found[claim["article_id"]] = (*found.get(claim["article_id"], ()), claim)
    return found


def verdict(row: Row, claims: tuple[Row, ...]) -> Verdict:
    """Right: an event has every claim its row names; its twin none that would found an event."""
    if not row["claims"]:
        return Verdict(row, not any(founds(claim) for claim in claims), claims)
    told = (*claims, *summed(claims))
    found = all(any(fits(claim, wanted) for claim in told) for wanted in row["claims"])
    return Verdict(row, found, claims)


def summed(claims: tuple[Row, ...]) -> list[Row]:
    """ "The mayor and four guards" may be one claim or two that add up: the sum for each harm."""
    whole = [
        claim
        for claim in claims
        if not claim["is_subset"] and founds(claim) and None not in map(claim.get, VALUES)
    ]
    return [
        {
            **next(claim for claim in whole if claim["harm"] == harm),
            **{name: sum(c[name] for c in whole if c["harm"] == harm) for name in VALUES},
        }
        for harm in sorted({claim["harm"] for claim in whole if claim["harm"]})
    ]


def founds(claim: Row) -> bool:
    """Whether a claim would found an event; a stated zero and a running toll do not."""
    is_figure_of_nothing = claim["value_best"] == 0 or claim["is_cumulative"]
    return claim["assertion"] in FOUNDING and not is_figure_of_nothing


def fits(claim: Row, wanted: Row) -> bool:
    """Whether a claim has every value wanted; a list holds every acceptable one."""
    if "assertion" not in wanted and claim["assertion"] not in FOUNDING:
        return False
    return all(
        any(agrees(claim, name, value) for value in (given if isinstance(given, list) else [given]))
        for name, given in wanted.items()
    )


def agrees(claim: Row, name: str, value: object) -> bool:
    """One value: a place by any of its spellings, an actor by its id, its side's or a part, a
    source by part of its name; null for the article's own voice."""
    if name == "claimant":
        told = str(claim["claimant_name"] or "").casefold()
        return not told if value is None else str(value).casefold() in told
    if name == "place":
        spellings = [flat(name) for name in (claim["location_text"] or "", *(claim["place"] or []))]
        return flat(str(value)) in spellings or f" {flat(str(value))} " in f" {spellings[0]} "
    if name in ACTORS:
        return any(str(value) in actor for actor in claim[name])
    return claim[NAMES[name]] == value


def flat(name: str) -> str:
    """A place's name without case, hyphens and apostrophes."""
    return name.casefold().replace("-", " ").replace("'", "")


def summary(claim: Row) -> str:
    """A claim on one line, with its rule."""
    names = ("claim_type", "harm", "change_type", "value_text", "location_text", "assertion")
    said = [str(claim[name]) for name in names if claim[name] is not None]
    sides = [f"{role}={claim[role][0]}" for role in ACTORS if claim[role]]
    return " ".join([*said, *sides, f"({claim['rule_id']})"])
