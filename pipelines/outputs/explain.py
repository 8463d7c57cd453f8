"""The case of an event on a terminal: each claim with the sentence it was read from."""

from pathlib import Path

import duckdb
from rich.console import Console
from rich.text import Text

from pipelines.outputs.queries import rows

EVENT = """
select event_register.*
from core.event_alias
inner join marts.event_register using (event_id)
where event_alias.alias_id = $id
union
select * from marts.event_register where event_id = $id
"""
CLAIMS = "select * from marts.claim_evidence where event_id = $id order by known_on, claim_id"


class UnknownEvent(Exception):
    """No event has or had this id."""


def print_case(warehouse: Path, event_id: str) -> None:
    """Print an event and its claims; takes any id that the event ever had."""
    console = Console()
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        events = rows(connection, EVENT, id=event_id)
        if not events:
            raise UnknownEvent(
                f"No event {event_id}. List them with: sitrep query "
                '"select event_id, date_start, location_name from marts.event_register"'
            )
        event = events[0]
        claims = rows(connection, CLAIMS, id=event["event_id"])
    for name, value in event.items():
        if value is not None:
            console.print(Text(f"{name:>28}  {value}"))
    for claim in claims:
        print_claim(console, claim)


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
            f"{claim['evidence_end']}) · rule {claim['rule_id']} · {claim['event_role']} "
            f"{claim['link_reasons'] or ''}",
            style="dim",
        )
    )


def marked_sentence(claim: dict[str, object]) -> Text:
    """The sentence, its evidence underlined."""
    sentence = Text(f"  {claim['sentence_text']}")
    offset = 2 - claim["sentence_start"]
    sentence.stylize("underline", claim["evidence_start"] + offset, claim["evidence_end"] + offset)
    return sentence
