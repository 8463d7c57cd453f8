"""Links hand-made claims and shows the result by the names that the test gave."""

import polars as pl

from pipelines.storage.door import enforce
from pipelines.transforms.events.linking import Linked, link_events
from tests.builders import actors, claim, dated_claims, lexicons

LEXICONS = lexicons(
    actors=actors(
        army=("army", "state forces"),
        rebels=("rebels", "rebel group"),
        militia=("militia", "political militia"),
        civilians=("civilians", "civilians"),
    )
)


def link(*rows: dict[str, object], links: pl.DataFrame | None = None) -> Linked:
    """Link the rows, with the user's links if any; every frame passes the door."""
    linked = link_events(dated_claims(*rows), LEXICONS, links)
    for name, frame in vars(linked).items():
        enforce(name, frame)
    return linked


def groups(linked: Linked, names: str) -> set[str]:
    """The events as strings of the names of their claims: {"ab", "c"}; names are one letter."""
    return {"".join(sorted(group)) for group in members(linked, names).values()}


def members(linked: Linked, names: str) -> dict[str, list[str]]:
    """Names of the claims of each event."""
    found: dict[str, list[str]] = {}
    for name, event_id in events_by_name(linked, names).items():
        found.setdefault(event_id, []).append(name)
    return found


def events_by_name(linked: Linked, names: str) -> dict[str, str]:
    """The event of each named claim that has one."""
    ids = {claim(name)["claim_id"]: name for name in names}
    return {
        ids[claim_id]: event_id
        for claim_id, event_id in linked.event_claims.select("claim_id", "event_id").iter_rows()
        if claim_id in ids
    }


def role(linked: Linked, name: str) -> tuple[str, int | None, str | None]:
    """Role, score and reasons of one claim."""
    row = linked.event_claims.filter(pl.col("claim_id") == claim(name)["claim_id"])
    return row.select("event_role", "link_score", "link_reasons").row(0)


def event(linked: Linked, name: str) -> dict[str, object]:
    """The event that a claim belongs to, as a row."""
    return linked.events.row(
        by_predicate=pl.col("event_id") == events_by_name(linked, name)[name], named=True
    )
