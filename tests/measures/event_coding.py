"""How many sentences coded as violence yield such a claim, with source and target as coded.

`python -m tests.measures.event_coding [--every N] [--misses N]`
"""

import argparse
from collections.abc import Mapping
from dataclasses import replace

import polars as pl

from pipelines.storage.lexicons import read_lexicons
from pipelines.transforms.lexicons import Lexicons
from tests.measures.reading import read, records

# CAMEO: assault, fight, mass violence.
CAMEO_ROOTS = ("18", "19", "20")
PLOVER_TYPES = ("ASSAULT", "FIGHT")
# Rows that drill a coder's dictionary: their words tell of a meeting put off, of a walk.
DRILLS = (
    "petrarch_unit_test:DEMO-25", "petrarch_unit_test:DEMO-26", "petrarch_unit_test:DATE-12",
)  # fmt: skip
VIOLENCE = ("casualty", "attack", "contested", "territory_change")
TOLD = ("asserted", "attributed", "unconfirmed")
# The suite's invented countries: id, name, and the words for its people.
COUNTRIES = (
    ("ARN", "Arnor", ("arnorian", "arnorians")),
    ("BRE", "Bree", ()),
    ("CAL", "Calenardhon", ()),
    ("DAG", "Dagolath", ()),
    ("ERI", "Eriador", ("eriadori", "eriadorian", "eriadorians")),
    ("FOR", "Fornost", ()),
    ("GON", "Gondor", ("gondorian",)),
    ("ITH", "Ithilen", ()),
    ("MOR", "Mordor", ()),
    ("OSG", "Osgiliath", ()),
    ("ROH", "Rohan", ()),
)  # fmt: skip


def invented(lexicons: Lexicons) -> Lexicons:
    """The lexicons with the invented countries, their peoples and their armies."""
    names = [(name.lower(), key, False) for key, name, _ in COUNTRIES]
    names += [(people, key, True) for key, _, peoples in COUNTRIES for people in peoples]
    places = pl.DataFrame(
        {
            "location_id": [key for key, _, _ in COUNTRIES],
            "name": [name for _, name, _ in COUNTRIES],
            "location_type": "country",
            "country_id": [key for key, _, _ in COUNTRIES],
            "population": 50_000_000,
            "gazetteer": "sitrep",
        }
    )
    forces = pl.DataFrame(
        {
            "actor_id": [f"state-forces-{key.lower()}" for key, _, _ in COUNTRIES],
            "name": [f"Forces of {name}" for _, name, _ in COUNTRIES],
            "actor_type": "state forces",
            "side_id": [f"state-forces-{key.lower()}" for key, _, _ in COUNTRIES],
            "country_iso3": [key for key, _, _ in COUNTRIES],
        }
    )
    spelled = pl.DataFrame(names, schema=["phrase", "location_id", "is_demonym"], orient="row")
    return replace(
        lexicons,
        places=add(lexicons.places, places),
        # An invented country has the code of a real one.
        actors=add(lexicons.actors, forces).unique("actor_id", maintain_order=True),
        place_names=add(lexicons.place_names, spelled),
    )


def add(frame: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    """The frame with the rows under it, in its own columns and types."""
    return pl.concat(
        [frame, rows.cast({name: frame.schema[name] for name in rows.columns})], how="diagonal"
    )


def is_violent(row: Mapping[str, object]) -> bool:
    """True for a row with an answer of violence that its words tell of."""
    return (
        bool(row["has_gold"])
        and row["id"] not in DRILLS
        and any(is_violence(event) for event in row["events"])
    )


def is_violence(event: Mapping[str, object]) -> bool:
    """True for an answer of assault, fight or mass violence."""
    if "plover_event" in event:
        return event["plover_event"] in PLOVER_TYPES
    code = str(event["cameo"])
    return code.startswith(CAMEO_ROOTS)


def coded_pairs(row: Mapping[str, object]) -> set[tuple[str, str]]:
    """Countries of source and target of the row's answers of violence, where both have one."""
    pairs = set()
    for event in filter(is_violence, row["events"]):
        for source in codes(event["source"]):
            pairs |= {(source, target) for target in codes(event["target"])}
    return {(source, target) for source, target in pairs if source and target}


def codes(coded: object) -> list[str]:
    """The country codes that begin the codes of an answer's source or target."""
    given = coded if isinstance(coded, list) else [{"code": coded}]
    return [str(one["code"])[:3] for one in given if one and one["code"]]


def is_swapped(claims: list[dict[str, object]], pairs: set[tuple[str, str]]) -> bool:
    """True where a claim has whom the row's answers attack attacking, or the attacker attacked."""
    sources, targets = {source for source, _ in pairs}, {target for _, target in pairs}
    return any(
        claim["by"] in targets - sources or claim["against"] in sources - targets
        for claim in claims
    )


def violent_claims(claims: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Usable claims of violence told as facts, with the countries of who did it and to whom."""
    homes = lexicons.actors.select("actor_id", "country_iso3")
    return (
        claims.filter(
            pl.col("claim_type").is_in(VIOLENCE),
            pl.col("reject_reason").is_null(),
            pl.col("assertion").is_in(TOLD),
        )
        .with_columns(suffering=pl.coalesce("target_actor_id", "victim_actor_id", "from_actor_id"))
        .join(homes.rename({"country_iso3": "by"}), left_on="initiator_actor_id",
              right_on="actor_id", how="left")
        .join(homes.rename({"country_iso3": "against"}), left_on="suffering",
              right_on="actor_id", how="left")
        .sort("external_id", "claim_id")
    )  # fmt: skip


def main() -> None:
    """Print the share of violent sentences with a claim of violence, and of pairs not swapped."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--misses", type=int, default=20)
    options = parser.parse_args()
    rows = [row for row in records("event_coding_dev") if is_violent(row)][:: options.every]
    lexicons = invented(read_lexicons())
    reading = read(
        ({"id": row["id"], "text": row["text"], "published_at": day(row)} for row in rows),
        lexicons,
    )
    found: dict[str, list[dict[str, object]]] = {}
    first = {row["text"]: row["id"] for row in reversed(rows)}
    for claim in violent_claims(reading.claims, lexicons).to_dicts():
        found.setdefault(claim["external_id"], []).append(claim)
    told = [row for row in rows if first[row["text"]] in found]
    sided = [
        (row, pairs)
        for row in told
        if (pairs := coded_pairs(row))
        and any(claim["by"] or claim["against"] for claim in found[first[row["text"]]])
    ]
    swapped = [row for row, pairs in sided if is_swapped(found[first[row["text"]]], pairs)]
    print(f"told {len(told) / len(rows):.3f} of {len(rows)}")
    print(f"not swapped {1 - len(swapped) / max(len(sided), 1):.3f} of {len(sided)}")
    for row in [row for row in rows if row not in told][: options.misses]:
        print("  untold", row["id"], "|", row["text"])
    for row in swapped[: options.misses]:
        print("  swapped", row["id"], coded_pairs(row), "|", row["text"])
        for claim in found[first[row["text"]]]:
            print("   ", claim["rule_id"], claim["by"], "→", claim["against"])


def day(row: Mapping[str, object]) -> str | None:
    """The row's day as ISO 8601, where it has one."""
    given = str(row["date"] or "")
    return f"{given[:4]}-{given[4:6]}-{given[6:8]}" if len(given) == 8 else None


if __name__ == "__main__":
    main()
