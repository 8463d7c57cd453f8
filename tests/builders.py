"""Builds rows of tables by hand: name what matters, the rest is filled."""

from datetime import date

import polars as pl

from pipelines.storage.lexicons import read_lexicon
from pipelines.transforms.ids import hash_id
from pipelines.transforms.lexicons import Lexicons
from schemas.registry import contract

PLACES = {
    # location_id: country, admin1, admin2, type, precision
    "AFG": ("AFG", None, None, "country", "country"),
    "AF.03": ("AFG", "AF.03", None, "admin1", "admin1"),
    "AF.03.01": ("AFG", "AF.03", "AF.03.01", "admin2", "admin2"),
    "AF.03.02": ("AFG", "AF.03", "AF.03.02", "admin2", "admin2"),
    "town": ("AFG", "AF.03", "AF.03.01", "populated_place", "exact"),
    "AF.13": ("AFG", "AF.13", None, "admin1", "admin1"),
    "AF.13.01": ("AFG", "AF.13", "AF.13.01", "admin2", "admin2"),
}
DEFAULTS = {
    "claim_type": "territory_change",
    "location_id": "AF.03.01",
    "sides_basis": "stated",
    "assertion": "attributed",
    "claimant_type": "person",
    "claimant_basis": "sentence",
    "origin_kind": "person",
    "is_interested": False,
    "is_whole": False,
    "is_subset": False,
    "is_cumulative": False,
    "date_basis": "stated",
    "rule_id": "made_by_hand",
    "evidence_text": "made by hand",
}


def claim(name: str = "a", **given: object) -> dict[str, object]:
    """One row of dated_claims; `name` makes the claim_id, other columns follow from what is given.

    Shorthands: on= an exact day (ISO text or date), article= a name for the article_id,
    to/from_/victim= an actor that is its own side, value= an exact number.
    """
    row = dict.fromkeys(contract("dated_claims").to_schema().columns) | DEFAULTS
    row["claim_id"] = hash_id(f"claim {name}")
    row["article_id"] = hash_id(f"article {given.pop('article', name)}")
    row |= shorthands(given)
    row |= given
    row["story_id"] = row["story_id"] or f"s_{row['article_id']}"
    row["evidence_start"] = row["evidence_start"] or 0
    row["evidence_end"] = row["evidence_end"] or row["evidence_start"] + 12
    row["sentence_start"] = row["sentence_start"] or row["evidence_start"]
    row["sentence_end"] = row["sentence_end"] or row["evidence_end"]
    if row["origin_kind"] not in ("vague", "none"):
        row["origin_id"] = row["origin_id"] or f"speaker of {row['article_id']}"
    row["claimant_id"] = row["claimant_id"] or row["origin_id"]
    row |= {key: value for key, value in whereabouts(row).items() if row[key] is None}
    row["date_precision"] = row["date_precision"] or precision(row)
    row["report_id"] = row["report_id"] or report_id(row)
    return row


def shorthands(given: dict[str, object]) -> dict[str, object]:
    """Take the shorthands out of what is given and spell them out."""
    row: dict[str, object] = {}
    if "on" in given:
        row |= dict.fromkeys(("date_start", "date_end"), as_date(given.pop("on")))
    for short, column in (("to", "to"), ("from_", "from"), ("victim", "victim")):
        if short in given:
            row |= dict.fromkeys((f"{column}_actor_id", f"{column}_side_id"), given.pop(short))
    if "value" in given:
        row |= dict.fromkeys(("value_low", "value_best", "value_high"), given.pop("value"))
        row |= {"qualifier": "exact", "unit": "people", "value_text": str(row["value_best"])}
    for column in ("date_start", "date_end", "known_on"):
        if column in given:
            row[column] = as_date(given.pop(column))
    return row


def casualty(name: str = "a", **given: object) -> dict[str, object]:
    """A casualty claim: people of a side killed, unless told otherwise."""
    return claim(name, **({"claim_type": "casualty", "harm": "killed"} | given))


def whereabouts(row: dict[str, object]) -> dict[str, object]:
    """Ancestors, type and precision of the row's place."""
    columns = ("country_id", "admin1_id", "admin2_id", "location_type", "where_precision")
    unknown = (None, None, None, None, "unknown")
    return dict(zip(columns, PLACES.get(row["location_id"], unknown), strict=True))


def precision(row: dict[str, object]) -> str:
    """Precision that the row's two dates suggest."""
    if row["date_start"] is None:
        return "unknown"
    return "day" if row["date_start"] == row["date_end"] else "week"


def report_id(row: dict[str, object]) -> str:
    """Report of the row's article, type, place, dates and side."""
    keys = ("article_id", "claim_type", "location_id", "date_start", "date_end")
    side = row["victim_side_id"] or row["to_side_id"]
    return hash_id("|".join(str(row[key]) for key in keys) + f"|{side}", "r_")


def as_date(value: object) -> date | None:
    """A date from ISO text; dates and None stay."""
    return date.fromisoformat(value) if isinstance(value, str) else value


def dated_claims(*rows: dict[str, object]) -> pl.DataFrame:
    """The rows as a frame with the contract's columns and dtypes."""
    return frame("dated_claims", *rows)


def frame(table: str, *rows: dict[str, object]) -> pl.DataFrame:
    """Rows of any table as a frame with its contract's columns and dtypes; missing ones null."""
    columns = contract(table).to_schema().columns
    schema = {name: column.dtype.type for name, column in columns.items()}
    return pl.DataFrame([{name: row.get(name) for name in schema} for row in rows], schema=schema)


def lexicons(**tables: pl.DataFrame) -> Lexicons:
    """Lexicons with the tables given, the real constants, and nothing else."""
    empty = {name: frame(f"lexicon_{name}") for name in Lexicons.__annotations__}
    return Lexicons(**(empty | {"constants": read_lexicon("constants")} | tables))


def actors(**sides: tuple[str, str]) -> pl.DataFrame:
    """A lexicon of actors: actor_id=(side_id, actor_type)."""
    rows = (
        {"actor_id": actor, "name": actor, "actor_type": kind, "side_id": side}
        for actor, (side, kind) in sides.items()
    )
    return frame("lexicon_actors", *rows)
