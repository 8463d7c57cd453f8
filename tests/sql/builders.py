"""Builds a warehouse out of hand-made claims: events are grouped by the name each claim gives."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import polars as pl

from pipelines.storage.lake import DAY_TABLES, Lake, Part, Stamp
from pipelines.storage.lexicons import read_lexicon
from pipelines.storage.refresh import refresh
from pipelines.storage.sql_models import read_models, table_models, with_reads
from pipelines.storage.warehouse import (
    SCHEMAS,
    Warehouse,
    create_macro,
    make_table,
)
from pipelines.transforms.ids import hash_id
from schemas.registry import contract
from tests.builders import PLACES, frame

Row = dict[str, object]

TEXT = "made by hand, for a test of the warehouse"
FAMILIES = {
    "territory_change": "territory",
    "territory_control": "territory",
    "contested": "contested",
    "casualty": "violence",
    "attack": "violence",
}
SUB_EVENT_TYPES = {
    "territory": "Non-state actor overtakes territory",
    "contested": "Armed clash",
    "violence": "Armed clash",
}
STAGE_TABLES = (
    "documents", "articles", "article_parts", "sentences", "mentions", "claims", "stories",
    "dated_claims", "reports", "events", "event_claims", "event_aliases", "event_relations",
    "baseline", "links", "quarantine", "ingest", "run_log", "run_measures",
    "check_results", "lexicon_actors",
    "lexicon_places", "lexicon_countries", "lexicon_sources", "lexicon_source_names",
    "lexicon_event_types",
)  # fmt: skip


def event_id(name: str) -> str:
    """The id of the event that claims call by this name."""
    return hash_id(f"event {name}", "e_")


def stage(*claims: Row, **tables: list[Row]) -> dict[str, pl.DataFrame]:
    """Every stage table that the SQL reads, derived from claims; `tables` replaces some."""
    rows: dict[str, list[Row]] = {table: [] for table in STAGE_TABLES}
    rows["dated_claims"] = list(claims)
    rows["articles"] = list({row["article_id"]: article(row) for row in claims}.values())
    rows["stories"] = list({row["article_id"]: story(row) for row in claims}.values())
    rows["reports"] = list({row["report_id"]: report(row) for row in claims}.values())
    rows["event_claims"] = [event_claim(row) for row in claims if row.get("event")]
    rows["events"] = events(claims)
    rows["lexicon_places"] = [place(location_id) for location_id in PLACES]
    rows["lexicon_actors"] = actors(claims)
    rows["lexicon_event_types"] = [
        {"sub_event_type": name, "event_type": "Battles"}
        for name in sorted(set(SUB_EVENT_TYPES.values()))
    ]
    frames = {table: frame(table, *found) for table, found in (rows | tables).items()}
    return frames | {"lexicon_constants": read_lexicon("constants")}


def article(row: Row) -> Row:
    """The article that a claim stands in."""
    return {
        "article_id": row["article_id"],
        "uri": f"{row['article_id']}.txt",
        "published_on_method": "unknown",
        "reference_on_method": "unknown",
        "publisher": row.get("publisher"),
        "text": row.get("text") or TEXT,
    }


def story(row: Row) -> Row:
    """The story of the article that a claim stands in."""
    return {
        "article_id": row["article_id"],
        "story_id": row["story_id"],
        "is_story_original": row["story_id"] == f"s_{row['article_id']}",
        "published_on": row["known_on"],
        "published_on_method": "metadata" if row["known_on"] else "unknown",
        "reference_on": row["known_on"],
        "reference_on_method": "published" if row["known_on"] else "unknown",
        "known_on": row["known_on"],
    }


def report(row: Row) -> Row:
    """The report that a claim is part of."""
    return row | {"side_id": row["victim_side_id"] or row["to_side_id"], "n_claims": 1}


def event_claim(row: Row) -> Row:
    """The link of a claim to its event; `role` is core unless the claim gives another."""
    return {
        "claim_id": row["claim_id"],
        "event_id": event_id(row["event"]),
        "report_id": row["report_id"],
        "event_role": row.get("role") or ("context" if row["assertion"] == "denied" else "core"),
    }


def events(claims: tuple[Row, ...]) -> list[Row]:
    """One event a name: place, side and days are those of its core claims."""
    names = dict.fromkeys(row["event"] for row in claims if row.get("event"))
    return [event(name, [row for row in claims if row.get("event") == name]) for name in names]


def event(name: str, claims: list[Row]) -> Row:
    """One event out of its claims."""
    core = [row for row in claims if event_claim(row)["event_role"] == "core"] or claims
    first = core[0]
    family = FAMILIES[first["claim_type"]]
    return first | {
        "event_id": event_id(name),
        "event_family": family,
        "sub_event_type": SUB_EVENT_TYPES[family],
        "date_start": min((r["date_start"] for r in core if r["date_start"]), default=None),
        "date_end": max((r["date_end"] for r in core if r["date_end"]), default=None),
        "side_id": first["victim_side_id"] if family == "violence" else first["to_side_id"],
    }


def place(location_id: str) -> Row:
    """A place of the gazetteer, named by its id."""
    country_id, admin1_id, admin2_id, location_type, _ = PLACES[location_id]
    return {
        "location_id": location_id,
        "name": f"Place {location_id}",
        "location_type": location_type,
        "country_id": country_id,
        "admin1_id": admin1_id,
        "admin2_id": admin2_id,
        "gazetteer": "made by hand",
    }


def actors(claims: tuple[Row, ...]) -> list[Row]:
    """Every actor that the claims name, on the side that they put it on."""
    sides = {
        row[f"{part}_actor_id"]: row[f"{part}_side_id"] or row[f"{part}_actor_id"]
        for row in claims
        for part in ("victim", "from", "to")
        if row[f"{part}_actor_id"]
    }
    return [
        {"actor_id": actor, "name": actor.title(), "actor_type": "rebel group", "side_id": side}
        for actor, side in sorted(sides.items())
    ]


@contextmanager
def warehouse(folder: Path, frames: dict[str, pl.DataFrame]) -> Iterator[duckdb.DuckDBPyConnection]:
    """A whole warehouse with macros, built from stage tables by the project's own loader."""
    built = Warehouse(folder / "warehouse.duckdb", Lake(folder / "lake"))
    bring(built, frames)
    with built.connect() as connection:
        yield connection


def bring(built: Warehouse, frames: dict[str, pl.DataFrame]) -> None:
    """Put stage tables in the place of those that a warehouse has, and bring it up to date."""
    for table, rows in frames.items():
        store(built.lake, table, rows)
    refresh(built)


def store(lake: Lake, table: str, rows: pl.DataFrame) -> None:
    """Write a table; one that is kept by day of ingest as the one part of one day."""
    if table in DAY_TABLES:
        lake.write_part(table, Part("2031-05-01", 1), rows, Stamp())
    else:
        lake.write(table, rows)


@contextmanager
def part_of_warehouse(
    frames: dict[str, pl.DataFrame], *tables: str
) -> Iterator[duckdb.DuckDBPyConnection]:
    """Some tables (as schema.name) and all that they read, in memory and past the door: quick."""
    wanted = with_reads(tables)
    with duckdb.connect(config={"threads": 1}) as connection:
        connection.execute("set python_enable_replacements = false")
        for schema in SCHEMAS:
            connection.execute(f"create schema {schema}")
        for name, rows in frames.items():
            make_table(connection, f"stage.{name}", rows)
        for model in table_models():
            if model.table in wanted:
                connection.execute(f"create table {model.table} as {model.query}")
        for macro in read_models("macros"):
            if wanted.issuperset(macro.reads):
                create_macro(connection, macro)
        yield connection


def reads_of_stage(tables: tuple[str, ...]) -> set[str]:
    """The stage tables that some tables read, directly or not."""
    wanted = with_reads(tables)
    reads = {read for model in table_models() if model.table in wanted for read in model.reads}
    return {read.removeprefix("stage.") for read in reads if read.startswith("stage.")}


def failing_checks(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """The checks of sql/checks that do not hold, with how many rows break each."""
    failures = {
        check.name: len(connection.execute(check.query).fetchall())
        for check in read_models("checks")
    }
    return {name: count for name, count in failures.items() if count}


def empty_stage() -> dict[str, pl.DataFrame]:
    """Every stage table without a row."""
    return stage() | {table: contract(table).empty() for table in STAGE_TABLES}
