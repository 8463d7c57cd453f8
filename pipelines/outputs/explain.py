"""The case of an event or a claim on a terminal: the sentences it was read from, and how."""

from pathlib import Path

import duckdb
import polars as pl
from rich.console import Console
from rich.text import Text

from pipelines.outputs.figures import ACCOUNTS, TOTALS, print_figures
from pipelines.outputs.queries import rows
from pipelines.outputs.tagged import mention_table, wide_console
from pipelines.settings import Home
from pipelines.storage.lake import Lake

EVENT = """
select event_register.*
from core.event_alias
inner join marts.event_register using (event_id)
where event_alias.alias_id = $id
union
select * from marts.event_register where event_id = $id
"""
CLAIM = "select * from marts.claim_evidence where claim_id = $id"
CLAIMS = "select * from marts.claim_evidence where event_id = $id order by known_on, claim_id"

TOLD_ABOVE = ("sentence_text", "article_uri", "article_title", "evidence_start", "evidence_end")


class UnknownId(Exception):
    """No event has or had this id, and no claim has it."""


def print_case(warehouse: Path, event_id: str) -> None:
    """Print an event, its figures and its claims; takes any id that the event ever had."""
    console = Console()
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        events = rows(connection, EVENT, id=event_id)
        if not events:
            raise UnknownId(
                f"No event {event_id}. List them with: sitrep query "
                '"select event_id, date_start, location_name from marts.event_register"'
            )
        event = events[0]
        claims = rows(connection, CLAIMS, id=event["event_id"])
        accounts, totals = (
            rows(connection, query, id=event["event_id"]) for query in (ACCOUNTS, TOTALS)
        )
    for name, value in event.items():
        if value is not None:
            console.print(Text(f"{name:>28}  {value}"))
    print_figures(console, accounts, totals)
    for claim in claims:
        print_claim(console, claim)


def print_claim_case(home: Home, claim_id: str) -> None:
    """Print a claim, the tagged words of its sentence and its rule; raises UnknownId."""
    console = wide_console()
    with duckdb.connect(str(home.warehouse), read_only=True) as connection:
        claims = rows(connection, CLAIM, id=claim_id)
    if not claims:
        raise UnknownId(
            f"No claim {claim_id}. List an event's claims with: sitrep query "
            "\"select claim_id, sentence_text from evidence('e_…')\""
        )
    claim = claims[0]
    print_claim(console, claim)
    mentions = mentions_of(home, claim)
    if mentions:
        console.print(mention_table(mentions))
    for name, value in claim.items():
        if name not in TOLD_ABOVE and value not in (None, False, "Unknown"):
            console.print(Text(f"{name:>20}  {value}"))


def mentions_of(home: Home, claim: dict[str, object]) -> tuple[dict[str, object], ...]:
    """The tagged words of a claim's sentence, from the lake; none where the lake is gone."""
    in_sentence = (
        (pl.col("article_id") == claim["article_id"])
        & (pl.col("start") >= claim["sentence_start"])
        & (pl.col("end") <= claim["sentence_end"])
    )
    return tuple(Lake(home.lake).read("mentions").filter(in_sentence).sort("start").to_dicts())


def print_claim(console: Console, claim: dict[str, object]) -> None:
    """One claim: what, who says so, where, and the sentence with its evidence marked."""
    what = [claim["claim_type"], claim.get("harm"), claim.get("value_text"), claim["assertion"]]
    console.print()
    console.print(Text(" · ".join(str(part) for part in what if part), style="bold"))
    console.print(marked_sentence(claim))
    console.print(
        Text(
            f"{claim['claimant_name']} in {claim['article_title']} "
            f"({claim['article_uri']}, characters {claim['evidence_start']} to "
            f"{claim['evidence_end']}) · claim {claim['claim_id']} · rule {claim['rule_id']} · "
            f"{claim['event_role']} {claim['link_reasons'] or ''}",
            style="dim",
        )
    )


def marked_sentence(claim: dict[str, object]) -> Text:
    """The sentence, its evidence underlined."""
    sentence = Text(f"  {claim['sentence_text']}")
    offset = 2 - claim["sentence_start"]
    sentence.stylize("underline", claim["evidence_start"] + offset, claim["evidence_end"] + offset)
    return sentence
