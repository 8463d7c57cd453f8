"""Events: claims of one thing that happened become one event, with roles and reasons."""

from dataclasses import dataclass

import polars as pl

from pipelines.transforms.events.contests import link_contests
from pipelines.transforms.events.event_details import describe_events
from pipelines.transforms.events.event_ids import list_aliases
from pipelines.transforms.events.event_relations import relate_events
from pipelines.transforms.events.linkable import linkable_claims, read_constants
from pipelines.transforms.events.stated_links import amend_events
from pipelines.transforms.events.territory import link_territory
from pipelines.transforms.events.violence import link_violence
from pipelines.transforms.lexicons import Lexicons

FAMILY_NAMES = ("territory", "contested", "violence")


@dataclass(frozen=True)
class Linked:
    """What linking yields; each frame has the columns of the contract of its name."""

    events: pl.DataFrame
    event_claims: pl.DataFrame
    event_aliases: pl.DataFrame
    event_relations: pl.DataFrame


def link_events(
    dated_claims: pl.DataFrame | pl.LazyFrame, lexicons: Lexicons, links: pl.DataFrame | None = None
) -> Linked:
    """Link the claims to events: each frame a function of the set of claims alone (MODEL 2, 3).

    Territory first, then fighting, which may speak of a territory run; violence by itself. Last
    come the `links` that the user forces or forbids, of the contract Links.
    """
    constants = read_constants(lexicons)
    claims = linkable_claims(dated_claims)
    family = {name: claims.filter(event_family=name) for name in FAMILY_NAMES}
    taken, takers, runs = link_territory(family["territory"], constants)
    fought, fighters = link_contests(family["contested"], runs, constants)
    harmed, sufferers = link_violence(family["violence"], constants)
    parts = [(taken, takers), (fought, fighters), (harmed, sufferers)]
    if links is not None and not links.is_empty():
        parts = [amend_events(founded, found, claims, links) for founded, found in parts]
    founded, members = (pl.concat(frames) for frames in zip(*parts, strict=True))
    return Linked(
        events=describe_events(founded, members, claims, lexicons),
        event_claims=members.join(claims.select("claim_id", "report_id"), on="claim_id")
        .select("claim_id", "event_id", "report_id", "event_role", "link_score", "link_reasons")
        .sort("claim_id"),
        event_aliases=list_aliases(founded, members, claims),
        event_relations=relate_events(founded, runs, members, claims),
    )
