"""Events: claims of one thing that happened become one event, with roles and reasons."""

from dataclasses import dataclass

import polars as pl

from pipelines.transforms.events.event_details import describe_events
from pipelines.transforms.events.event_relations import relate_events
from pipelines.transforms.events.grouping.event_ids import list_aliases
from pipelines.transforms.events.grouping.linkable import linkable_claims, read_constants, with_rank
from pipelines.transforms.events.stated_links import amend_events
from pipelines.transforms.events.territory.contests import link_contests
from pipelines.transforms.events.territory.linking import link_territory
from pipelines.transforms.events.violence.linking import link_violence, split_parts
from pipelines.transforms.events.violence.small_news import small_news
from pipelines.transforms.lexicons import Lexicons

FAMILY_NAMES = ("territory", "contested", "violence")
MEMBERS = ("claim_id", "event_id", "report_id", "event_role", "link_score", "link_reasons")


@dataclass(frozen=True)
class Linked:
    """What linking yields; each frame has the columns of the contract of its name."""

    events: pl.DataFrame
    event_claims: pl.DataFrame
    event_aliases: pl.DataFrame
    event_relations: pl.DataFrame


@dataclass(frozen=True)
class Founded:
    """Events before they are described: their founding (EVENTS), their members, and the runs of
    territory among them in their order."""

    events: pl.DataFrame
    members: pl.DataFrame
    runs: pl.DataFrame


def link_events(
    dated_claims: pl.DataFrame | pl.LazyFrame, lexicons: Lexicons, links: pl.DataFrame | None = None
) -> Linked:
    """Link the claims to events: each frame a function of the set of claims alone (MODEL 2, 3).

    Last come the `links` that the user forces or forbids, of the contract Links.
    """
    claims, constants = linkable_claims(dated_claims), read_constants(lexicons)
    founded = found_events(claims, small_news(tolls_told(claims), constants), constants, links)
    return Linked(
        events=describe_events(founded.events, founded.members, claims, lexicons),
        event_claims=founded.members.sort("claim_id"),
        event_aliases=list_aliases(founded.events, founded.members, claims),
        event_relations=relate_events(founded.events, founded.runs, founded.members, claims),
    )


def tolls_told(claims: pl.DataFrame) -> pl.DataFrame:
    """The claims that small news is found among."""
    told, _ = split_parts(claims.filter(event_family="violence"))
    return told


def found_events(
    claims: pl.DataFrame,
    news: pl.DataFrame,
    constants: dict[str, int],
    links: pl.DataFrame | None = None,
) -> Founded:
    """The events of linkable claims, of which `news` are the rows of small_news.

    Territory first, then fighting, which may speak of a territory run; violence by itself.
    """
    claims = with_rank(claims)
    family = {name: claims.filter(event_family=name) for name in FAMILY_NAMES}
    taken, takers, runs = link_territory(family["territory"], constants)
    fought, fighters = link_contests(family["contested"], runs, constants)
    harmed, sufferers = link_violence(family["violence"], news, constants)
    parts = [(taken, takers), (fought, fighters), (harmed, sufferers)]
    if links is not None and not links.is_empty():
        parts = [amend_events(founded, found, claims, links) for founded, found in parts]
    founded, members = (pl.concat(frames) for frames in zip(*parts, strict=True))
    told = members.join(claims.select("claim_id", "report_id"), on="claim_id")
    return Founded(founded, told.select(MEMBERS), runs)
