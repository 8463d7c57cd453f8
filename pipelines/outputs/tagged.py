"""Shows on a terminal how sentences were read: their mentions, and the claims made of them."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipelines.outputs.queries import PIPED_WIDTH

Row = Mapping[str, object]
# What a claim says, in this order; keys of claims as the text half makes them.
SHOWN = (
    "harm", "change_type", "sub_event_type", "value_text", "value_low", "value_best", "value_high",
    "qualifier", "unit", "n_places", "location_text", "location_id", "initiator_actor_id",
    "target_actor_id", "victim_actor_id", "from_actor_id", "to_actor_id", "time_text",
    "claimant_name", "via_claimant_name", "is_subset", "is_cumulative", "reject_reason",
)  # fmt: skip


@dataclass(frozen=True)
class Tagged:
    """One sentence with its mentions and claims; offsets count from the article's start."""

    sentence: str
    start: int
    mentions: tuple[Row, ...]
    claims: tuple[Row, ...]


def print_tagged(sentences: list[Tagged]) -> None:
    """Print each sentence with evidence underlined, its mentions, and its claims."""
    console = wide_console()
    for tagged in sentences:
        console.print(underlined(tagged))
        if tagged.mentions:
            console.print(mention_table(tagged.mentions))
        for claim in tagged.claims:
            print_found(console, claim)
        if not tagged.claims:
            console.print(Text("no claim", style="dim"))
        console.print()


def wide_console() -> Console:
    """A console that cuts nothing off where its output goes to a file or a pipe."""
    return Console(width=None if sys.stdout.isatty() else PIPED_WIDTH)


def underlined(tagged: Tagged) -> Text:
    """The sentence, the evidence of each claim underlined."""
    shown = Text(tagged.sentence)
    for claim in tagged.claims:
        start, end = claim["evidence_start"], claim["evidence_end"]
        shown.stylize("underline", start - tagged.start, end - tagged.start)
    return shown


def mention_table(mentions: tuple[Row, ...]) -> Table:
    """A row a tagged span: its words, what they were taken for, and what they stand for."""
    table = Table(box=None, padding=(0, 2))
    for column in ("words", "kind", "sense", "voice", "entity", "value"):
        table.add_column(column, no_wrap=True)
    for mention in mentions:
        cells = (mention[name] for name in ("text", "kind", "sense", "voice", "entity_id"))
        table.add_row(*(Text(str(cell or "")) for cell in cells), Text(value_of(mention)))
    return table


def value_of(mention: Row) -> str:
    """low, best and high of a number, shortened where they are one."""
    values = [mention[f"value_{name}"] for name in ("low", "best", "high")]
    stated = {value for value in values if value is not None}
    if not stated:
        return ""
    if len(stated) == 1 and values[1] is not None and values[0] == values[2]:
        return str(values[1])
    return " / ".join("open" if value is None else str(value) for value in values)


def print_found(console: Console, claim: Row) -> None:
    """A claim: its kind, assertion and rule, then every field that says something."""
    head = f"{claim['claim_type']} · {claim['assertion']} · rule {claim['rule_id']}"
    console.print(Text(head, style="bold"))
    said = [f"{name} {claim[name]}" for name in SHOWN if claim[name] not in (None, False)]
    console.print(Text(f"  {', '.join(said)}"))
    console.print(Text(f"  “{claim['evidence_text']}”", style="dim"))
