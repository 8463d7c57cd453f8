"""Invented claims in the proportions of a long war's press, for benchmarks of the second half."""

import random
from datetime import date, timedelta

import polars as pl

from pipelines.storage.lexicons import read_lexicon
from pipelines.transforms.ids import hash_id
from schemas.registry import contract

FIRST_DAY = date(2020, 1, 1)
SIDES = ("taliban", "afghan-government")
VICTIMS = ("afghan-government", "taliban", "civilians-af", None)
TEXT = "Invented for a benchmark: an account of what is said to have happened, by nobody at all."
# Days between what happened and the report: most at once, some late, few after months.
LAGS = (0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 9, 20, 60, 300)
DEFAULTS = {
    "where_precision": "admin2",
    "sides_basis": "stated",
    "is_whole": False,
    "is_subset": False,
    "is_cumulative": False,
    "date_basis": "stated",
    "claimant_type": "person",
    "claimant_basis": "sentence",
    "rule_id": "invented",
    "evidence_start": 0,
    "evidence_end": 8,
    "evidence_text": TEXT[:8],
    "sentence_start": 0,
    "sentence_end": len(TEXT),
}


def made_claims(n_reports: int, n_days: int, territory_share: float, seed: int = 1) -> pl.DataFrame:
    """Dated claims of n_reports reports of events on n_days days, each an article of its own.

    Places are drawn by a power law, so that a few have fighting every day for years and most have
    a handful of events; a story has one report to some dozens.
    """
    draw = random.Random(seed)
    places = ledger_places()
    weights = [1 / (rank + 3) for rank in range(places.height)]
    rows = places.rows(named=True)
    made: list[dict[str, object]] = []
    n_made = n_stories = 0
    while n_made < n_reports:
        n_stories += 1
        is_territory = draw.random() < territory_share
        n_told = min(1 + int(draw.paretovariate(1.3)), 60, n_reports - n_made)
        incident = {
            **draw.choices(rows, weights)[0],
            **(territory_event(draw) if is_territory else harm_event(draw)),
        }
        day = FIRST_DAY + timedelta(days=draw.randrange(n_days))
        for _ in range(n_told):
            n_made += 1
            made.extend(told(draw, incident, day, n_made, n_stories))
    return as_dated_claims(made)


def ledger_places() -> pl.DataFrame:
    """Places of Afghanistan below the province, with their ancestors, in a fixed random order."""
    places = read_lexicon("places").filter(
        pl.col("location_id").str.starts_with("AF."), location_type="admin2"
    )
    columns = ("location_id", "country_id", "admin1_id", "admin2_id", "location_type")
    return places.select(columns).sample(fraction=1.0, shuffle=True, seed=5)


def territory_event(draw: random.Random) -> dict[str, object]:
    """What a story of territory tells: a change, control or fighting."""
    side = draw.choice(SIDES)
    kind = draw.choices(("territory_change", "territory_control", "contested"), (5, 2, 6))[0]
    other = SIDES[1 - SIDES.index(side)]
    return {
        "claim_type": kind,
        **actors(to=None if kind == "contested" else side, **{"from": other}),
        "change_type": draw.choice(("captured", "recaptured")) if kind.endswith("change") else None,
    }


def harm_event(draw: random.Random) -> dict[str, object]:
    """What a story of violence tells: who suffered, and about how many."""
    return {
        "claim_type": "casualty",
        **actors(victim=draw.choice(VICTIMS)),
        "toll": 1 + int(draw.paretovariate(0.9)) % 300,
    }


def actors(**roles: str | None) -> dict[str, object]:
    """Actor and side of each role; every actor here is its own side."""
    return {f"{role}_{kind}_id": who for role, who in roles.items() for kind in ("actor", "side")}


def told(
    draw: random.Random, incident: dict[str, object], day: date, article: int, story: int
) -> list[dict[str, object]]:
    """The claims of one report of an incident: the day, the number and the teller vary."""
    is_vague = draw.random() < 0.15
    speaker = draw.randrange(60)
    is_party = speaker < 2
    known_on = day + timedelta(days=draw.choice(LAGS))
    base = incident | {
        "article_id": hash_id(f"article {article}"),
        "story_id": f"s_{hash_id(f'story {story} {draw.randrange(4)}')}",
        "date_start": day - timedelta(days=draw.randrange(1, 7)) if is_vague else day,
        "date_end": day,
        "date_precision": "week" if is_vague else "day",
        "known_on": known_on,
        "assertion": draw.choices(("attributed", "denied", "unconfirmed"), (90, 5, 5))[0],
        "origin_kind": "party" if is_party else "person",
        "origin_id": SIDES[speaker] if is_party else f"person {speaker}",
        "claimant_id": SIDES[speaker] if is_party else f"person {speaker}",
        "claimant_side_id": SIDES[speaker] if is_party else None,
        "is_interested": is_party,
    }
    harms = ["killed"] + ["wounded"] * (draw.random() < 0.3) if "toll" in incident else [None]
    return [
        base | {"claim_id": hash_id(f"claim {article} {harm}")} | figure(draw, incident, harm)
        for harm in harms
    ]


def figure(draw: random.Random, incident: dict[str, object], harm: str | None) -> dict[str, object]:
    """The number that one report gives of a harm; half agree."""
    if harm is None:
        return {"harm": None}
    value = incident["toll"] + draw.choice((0, 0, 0, 1, 2, 5))
    values = dict.fromkeys(("value_low", "value_best", "value_high"), value)
    return values | {"harm": harm, "qualifier": "exact", "unit": "people"}


def as_dated_claims(made: list[dict[str, object]]) -> pl.DataFrame:
    """The rows with every column of the contract and a report each."""
    dtypes = {n: c.dtype.type for n, c in contract("dated_claims").to_schema().columns.items()}
    given = {name: dtypes[name] for name in dtypes if any(name in row for row in made[:500])}
    frame = pl.DataFrame(made, schema=given, infer_schema_length=None)
    rest = [pl.lit(DEFAULTS.get(name), dtypes[name]).alias(name) for name in dtypes]
    whole = frame.with_columns(e for e in rest if e.meta.output_name() not in given)
    return whole.with_columns(
        report_id=pl.concat_str(pl.lit("r_"), "article_id")
    ).select(list(dtypes)).sort("claim_id")  # fmt: skip
