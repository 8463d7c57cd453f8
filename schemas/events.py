"""Contracts of the second half, across articles: stories, reports, events."""

import pandera.polars as pa
import polars as pl

from schemas import vocab
from schemas.base import Table


class Baseline(Table):
    """One row per place that somebody held on day zero, as the user states it."""

    location_id: str
    side_id: str
    as_of: pl.Date


class Links(Table):
    """One row per link that the user forces or forbids, between two claims or two articles."""

    left_id: str = pa.Field(str_matches=vocab.HEX_ID, description="A claim_id or an article_id.")
    right_id: str = pa.Field(str_matches=vocab.HEX_ID, description="Another of the same kind.")
    link: str = pa.Field(isin=["same", "different"])
    why: str = pa.Field(description="Why, for whoever asks later.")


class Stories(Table):
    """One row per article: the story it tells and the dates it has, its own or borrowed."""

    article_id: str = pa.Field(unique=True, str_matches=vocab.HEX_ID)
    story_id: str = pa.Field(description="s_ and the article_id of the story's original.")
    is_story_original: bool
    story_reason: str = pa.Field(
        nullable=True,
        isin=vocab.STORY_REASONS,
        description="Why it shares a story; else null.",
    )
    published_on: pl.Date = pa.Field(nullable=True)
    published_on_method: str = pa.Field(isin=vocab.PUBLISHED_ON_METHODS)
    reference_on: pl.Date = pa.Field(nullable=True)
    reference_on_method: str = pa.Field(
        isin=["published", "text", "near-duplicate", "shared-quote", "unknown"]
    )
    known_on: pl.Date = pa.Field(
        nullable=True, description="published_on; else reference_on; else the story's first date."
    )


class ComparedArticles(Table):
    """One row per article that finding stories has compared: part of what it remembers."""

    article: pl.UInt64 = pa.Field(unique=True, description="The article_id as a number.")
    content: pl.UInt64 = pa.Field(description="As in article_sketches.")
    week: pl.Int32 = pa.Field(nullable=True, description="Week of its day; null if undated.")


class DatedArticles(Table):
    """One row per article whose claims were dated: part of what dating them remembers."""

    article_id: str = pa.Field(unique=True, str_matches=vocab.HEX_ID)
    file: str = pa.Field(description="Day and number of the part that it was read from.")
    story_id: str
    reference_on: pl.Date = pa.Field(nullable=True)
    known_on: pl.Date = pa.Field(nullable=True)


class SharedKeys(Table):
    """One row per article and key of a sentence or sketch that several articles hold."""

    key: pl.UInt64 = pa.Field(description="Of sentence_keys or bands in article_sketches.")
    article: pl.UInt64


class RareWordPairs(Table):
    """One row per pair of articles that share words which few articles of their time hold."""

    week: pl.Int32 = pa.Field(description="The window they meet in; -1 where one is undated.")
    first: pl.UInt64
    second: pl.UInt64


class CommonStems(Table):
    """One row per stem that too many articles hold to say anything of an undated one."""

    stem: pl.UInt32 = pa.Field(unique=True, description="As in the list told of article_sketches.")
    n: pl.Int64 = pa.Field(description="At least so many articles hold it.")


class JudgedPairs(Table):
    """One row per pair of articles that was looked at, and what came of it."""

    first: pl.UInt64 = pa.Field(description="The article that may be the original.")
    second: pl.UInt64
    story_reason: str = pa.Field(
        nullable=True, isin=vocab.STORY_REASONS, description="Null: not one text."
    )


class DatedClaims(Table):
    """One row per usable claim, with its dates, its origin and its report."""

    claim_id: str = pa.Field(unique=True, str_matches=vocab.HEX_ID)
    article_id: str = pa.Field(str_matches=vocab.HEX_ID)
    story_id: str
    report_id: str
    claim_type: str = pa.Field(isin=vocab.CLAIM_TYPES)
    location_id: str = pa.Field(nullable=True)
    country_id: str = pa.Field(nullable=True, description="location_id of the country.")
    admin1_id: str = pa.Field(nullable=True)
    admin2_id: str = pa.Field(nullable=True)
    location_type: str = pa.Field(nullable=True, isin=vocab.LOCATION_TYPES)
    where_precision: str = pa.Field(isin=vocab.WHERE_PRECISIONS)
    n_places: pl.Int32 = pa.Field(nullable=True)
    is_whole: bool = pa.Field(description="The sentence says all of the place.")
    initiator_actor_id: str = pa.Field(nullable=True)
    target_actor_id: str = pa.Field(nullable=True)
    victim_actor_id: str = pa.Field(nullable=True)
    from_actor_id: str = pa.Field(nullable=True)
    to_actor_id: str = pa.Field(nullable=True)
    victim_side_id: str = pa.Field(nullable=True, description="Null = unstated.")
    from_side_id: str = pa.Field(nullable=True)
    to_side_id: str = pa.Field(nullable=True)
    sides_basis: str = pa.Field(isin=vocab.SIDES_BASES)
    change_type: str = pa.Field(nullable=True, isin=vocab.CHANGE_TYPES)
    sub_event_type: str = pa.Field(nullable=True)
    things_hit: str = pa.Field(
        nullable=True, description="Kinds of things that the sentence says were hit."
    )
    harm: str = pa.Field(nullable=True, isin=vocab.HARMS)
    qualifier: str = pa.Field(nullable=True, isin=vocab.QUALIFIERS)
    value_low: pl.Int64 = pa.Field(nullable=True, ge=0)
    value_best: pl.Int64 = pa.Field(nullable=True, ge=0)
    value_high: pl.Int64 = pa.Field(nullable=True, ge=0)
    out_of: pl.Int64 = pa.Field(nullable=True, ge=0)
    value_text: str = pa.Field(nullable=True)
    unit: str = pa.Field(nullable=True)
    is_subset: bool
    subset_of_claim_id: str = pa.Field(nullable=True)
    is_cumulative: bool
    date_start: pl.Date = pa.Field(nullable=True)
    date_end: pl.Date = pa.Field(nullable=True)
    date_precision: str = pa.Field(isin=vocab.DATE_PRECISIONS)
    date_basis: str = pa.Field(isin=vocab.DATE_BASES)
    day_seq: pl.Int32 = pa.Field(nullable=True)
    claimant_id: str = pa.Field(
        nullable=True, description="The publisher's where the article speaks; null if unknown."
    )
    claimant_name: str = pa.Field(nullable=True)
    claimant_type: str = pa.Field(isin=vocab.CLAIMANT_TYPES)
    claimant_actor_id: str = pa.Field(nullable=True)
    claimant_side_id: str = pa.Field(nullable=True)
    via_claimant_id: str = pa.Field(nullable=True)
    via_claimant_name: str = pa.Field(nullable=True)
    via_claimant_type: str = pa.Field(nullable=True, isin=vocab.CLAIMANT_TYPES)
    claimant_basis: str = pa.Field(isin=vocab.CLAIMANT_BASES)
    origin_id: str = pa.Field(nullable=True, description="Null: weight 0 (vague or none).")
    origin_kind: str = pa.Field(isin=vocab.ORIGIN_KINDS)
    is_interested: bool
    assertion: str = pa.Field(isin=vocab.ASSERTIONS)
    known_on: pl.Date = pa.Field(nullable=True)
    evidence_start: pl.Int32 = pa.Field(ge=0)
    evidence_end: pl.Int32 = pa.Field(gt=0)
    evidence_text: str
    sentence_start: pl.Int32 = pa.Field(ge=0)
    sentence_end: pl.Int32 = pa.Field(gt=0)
    rule_id: str


class Reports(Table):
    """One row per report: one article's claims of one type on one place, interval and victim."""

    report_id: str = pa.Field(unique=True, description="r_ and 16 hex digits.")
    article_id: str = pa.Field(str_matches=vocab.HEX_ID)
    story_id: str
    claim_type: str = pa.Field(isin=vocab.CLAIM_TYPES)
    location_id: str = pa.Field(nullable=True)
    date_start: pl.Date = pa.Field(nullable=True)
    date_end: pl.Date = pa.Field(nullable=True)
    date_precision: str = pa.Field(isin=vocab.DATE_PRECISIONS)
    side_id: str = pa.Field(nullable=True, description="Side that took (territory) or suffered.")
    n_claims: pl.Int32 = pa.Field(ge=1)


class Events(Table):
    """One row per event."""

    event_id: str = pa.Field(unique=True, description="e_ and 16 hex digits.")
    event_family: str = pa.Field(isin=vocab.EVENT_FAMILIES)
    sub_event_type: str = pa.Field(description="Key of event_types.")
    location_id: str = pa.Field(nullable=True)
    where_precision: str = pa.Field(isin=vocab.WHERE_PRECISIONS)
    date_start: pl.Date = pa.Field(nullable=True)
    date_end: pl.Date = pa.Field(nullable=True)
    date_precision: str = pa.Field(isin=vocab.DATE_PRECISIONS)
    side_id: str = pa.Field(nullable=True, description="Side that took, or that suffered.")
    initiator_actor_id: str = pa.Field(nullable=True)
    target_actor_id: str = pa.Field(nullable=True)
    from_actor_id: str = pa.Field(nullable=True)
    to_actor_id: str = pa.Field(nullable=True)
    change_type: str = pa.Field(nullable=True, isin=vocab.CHANGE_TYPES)
    n_places: pl.Int32 = pa.Field(nullable=True)
    link_reason: str = pa.Field(nullable=True, description="Strongest reasons, comma separated.")


class EventClaims(Table):
    """One row per claim that belongs to an event."""

    claim_id: str = pa.Field(unique=True, str_matches=vocab.HEX_ID)
    event_id: str
    report_id: str
    event_role: str = pa.Field(isin=vocab.EVENT_ROLES)
    link_score: pl.Int32 = pa.Field(nullable=True)
    link_reasons: str = pa.Field(nullable=True, description="Comma separated.")


class EventAliases(Table):
    """One row per id that some subset of the claims would have given an event."""

    alias_id: str = pa.Field(unique=True)
    event_id: str


class EventRelations(Table):
    """One row per related pair of events."""

    event_id: str
    related_event_id: str
    relation: str = pa.Field(isin=vocab.EVENT_RELATIONS)


class FoundedEvents(Table):
    """One row per event before it is described: part of what linking remembers."""

    event_id: str = pa.Field(unique=True)
    event_family: str = pa.Field(isin=vocab.EVENT_FAMILIES)
    location_id: str = pa.Field(nullable=True)
    side_key: str = pa.Field(description="The side, or the loser's with a mark, or empty.")
    date_start: pl.Date = pa.Field(nullable=True)
    date_end: pl.Date = pa.Field(nullable=True)
    date_precision: str = pa.Field(isin=vocab.DATE_PRECISIONS)


class LinkedStories(Table):
    """One row per story whose claims were linked: part of what linking remembers."""

    story_id: str = pa.Field(unique=True)
    first_known: pl.Date = pa.Field(nullable=True)
    fingerprint: pl.UInt64 = pa.Field(description="Of all that linking reads of its claims.")


class LinkTies(Table):
    """One row per report and thing that may tie it to others; all but is_asking are codes."""

    story: pl.UInt32
    report: pl.UInt32
    tie: pl.UInt32
    is_asking: bool = pa.Field(description="Whether it ties all that have it to this report.")


class SmallNews(Table):
    """One row per report and thing that proves by itself that it is news of one event."""

    report_id: str
    first_known: pl.Date
    value: str


class FollowedLinks(Links):
    """The links that linking has followed."""
