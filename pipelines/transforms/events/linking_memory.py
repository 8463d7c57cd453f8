"""What linking keeps for its next run: it saves work and never changes a result."""

from dataclasses import dataclass, fields, replace
from typing import Self

import polars as pl

from pipelines.transforms.events.event_details import describe_events
from pipelines.transforms.events.event_relations import relate_events
from pipelines.transforms.events.grouping.differences import differing
from pipelines.transforms.events.grouping.event_ids import list_aliases
from pipelines.transforms.events.grouping.linkable import linkable_claims, read_constants
from pipelines.transforms.events.link_ties import (
    list_ties,
    reach,
    short,
    tie_links,
    tie_small_news,
)
from pipelines.transforms.events.linking import Founded, found_events, tolls_told
from pipelines.transforms.events.violence.small_news import small_news
from pipelines.transforms.lexicons import Lexicons

STORY, REPORT = short(pl.col("story_id")), short(pl.col("report_id"))


@dataclass(frozen=True)
class LinkingMemory:
    """The events of a run, and the stories, ties and links that it found them with; each frame has
    its contract's columns."""

    events: pl.DataFrame
    event_claims: pl.DataFrame
    event_aliases: pl.DataFrame
    event_relations: pl.DataFrame
    founded_events: pl.DataFrame
    linked_stories: pl.DataFrame
    link_ties: pl.DataFrame
    small_news: pl.DataFrame
    followed_links: pl.DataFrame

    def forgotten(self) -> Self:
        """The memory of nothing."""
        return type(self)(*(getattr(self, field.name).clear() for field in fields(self)))

    def kept(self, touched: pl.Series) -> Self:
        """The same without the events of reports that are touched (codes)."""
        claims = self.event_claims.filter(~REPORT.is_in(touched.implode()))
        own = claims["event_id"].unique().implode()
        events = {
            name: getattr(self, name).filter(pl.col("event_id").is_in(own))
            for name in ("events", "event_aliases", "event_relations", "founded_events")
        }
        others = pl.col("related_event_id").is_in(own)
        relations = events.pop("event_relations").filter(others)
        return replace(self, event_claims=claims, event_relations=relations, **events)


def relink_events(
    dated_claims: pl.DataFrame | pl.LazyFrame,
    lexicons: Lexicons,
    links: pl.DataFrame,
    memory: LinkingMemory,
) -> LinkingMemory:
    """The events as link_events gives them, and what to remember.

    Linked again is what ties reach from stories that came, went or changed, and from reports whose
    small news did; all else stays as it was. Other links than before link everything again.
    """
    if not links.equals(memory.followed_links):
        memory = memory.forgotten()
    constants, claims = read_constants(lexicons), linkable_claims(dated_claims)
    stories = fingerprint_stories(claims)
    changed = differing(stories, memory.linked_stories)
    news = renew_small_news(claims, changed, memory.small_news, constants)
    other_news = differing(news, memory.small_news)
    ties = renew_ties(claims, changed, memory.link_ties, constants)
    then_and_now = [
        frame.select("claim_id", "report_id") for frame in (memory.event_claims, claims)
    ]
    touched = reach(
        pl.concat([ties.gone["report"], ties.fresh["report"], codes(other_news, REPORT)]),
        [ties.gone, ties.fresh, ties.kept, tie_links(pl.concat(then_and_now), links),
         tie_small_news(claims, pl.concat([news, memory.small_news]))],
    )  # fmt: skip
    own = claims.filter(REPORT.is_in(touched.implode()))
    founded = found_events(own, news.join(own, on="report_id", how="semi"), constants, links)
    rest = memory.kept(touched)
    return LinkingMemory(
        events=merge(rest.events, describe_events(founded.events, founded.members, own, lexicons)),
        event_claims=merge(rest.event_claims, founded.members),
        event_aliases=merge(rest.event_aliases, list_aliases(founded.events, founded.members, own)),
        event_relations=relate_again(claims, own, founded, rest),
        founded_events=merge(rest.founded_events, founded.events),
        linked_stories=stories,
        link_ties=pl.concat([ties.kept, ties.fresh]),
        small_news=news,
        followed_links=links,
    )


def merge(kept: pl.DataFrame, found: pl.DataFrame) -> pl.DataFrame:
    """The rows of both in the order of their first column."""
    return pl.concat([kept, found.select(kept.columns)]).sort(kept.columns[0])


def codes(rows: pl.DataFrame, code: pl.Expr) -> pl.Series:
    """The codes of some rows."""
    return rows.select(code.alias("code"))["code"]


def fingerprint_stories(claims: pl.DataFrame) -> pl.DataFrame:
    """One row per story of linkable claims: story_id, first_known, and a fingerprint of them."""
    told = claims.select("story_id", "first_known", fingerprint=claims.hash_rows())
    return told.group_by("story_id").agg(pl.col("first_known").first(), pl.col("fingerprint").sum())


def renew_small_news(
    claims: pl.DataFrame, changed: pl.DataFrame, known: pl.DataFrame, constants: dict[str, int]
) -> pl.DataFrame:
    """The small news of all claims: that of days near to changed stories found anew.

    No day's news depends on a day further than news_days from it.
    """
    reach_days = constants["news_days"]
    renewed = days_around(changed["first_known"], reach_days)
    looked_at = days_around(renewed, reach_days)
    told = tolls_told(claims.filter(pl.col("first_known").is_in(looked_at.implode())))
    is_renewed = pl.col("first_known").is_in(renewed.implode())
    return pl.concat(
        [known.filter(~is_renewed), small_news(told, constants).filter(is_renewed)]
    ).sort("report_id", "value")


def days_around(days: pl.Series, n_days: int) -> pl.Series:
    """The days, and those up to so many before and after them."""
    spans = [days.dt.offset_by(f"{away}d") for away in range(-n_days, n_days + 1)]
    return pl.concat(spans).drop_nulls().unique()


@dataclass(frozen=True)
class RenewedTies:
    """Ties of changed stories as they were (gone) and are (fresh), and of the others (kept)."""

    gone: pl.DataFrame
    fresh: pl.DataFrame
    kept: pl.DataFrame


def renew_ties(
    claims: pl.DataFrame, changed: pl.DataFrame, known: pl.DataFrame, constants: dict[str, int]
) -> RenewedTies:
    """The ties of stories that changed, before and now, and those of the others."""
    stories = codes(changed, STORY).implode()
    is_changed = pl.col("story").is_in(stories)
    fresh = list_ties(claims.filter(STORY.is_in(stories)), constants)
    return RenewedTies(known.filter(is_changed), fresh, known.filter(~is_changed))


def relate_again(
    claims: pl.DataFrame, own: pl.DataFrame, founded: Founded, rest: LinkingMemory
) -> pl.DataFrame:
    """Relations of all events, where those of `own` claims are founded and the rest is kept.

    Two events are related by a story that tells of both, so those of its other claims are asked.
    """
    beside = claims.join(own, on="story_id", how="semi")
    members = pl.concat([founded.members, rest.event_claims.select(founded.members.columns)]).join(
        beside, on="claim_id", how="semi"
    )
    events = pl.concat([founded.events, rest.founded_events.select(founded.events.columns)]).join(
        members, on="event_id", how="semi"
    )
    related = relate_events(events, founded.runs, members, claims)
    return pl.concat([rest.event_relations, related]).unique().sort(related.columns)
