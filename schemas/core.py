"""Contracts of core: facts, and the dimensions by name. Descriptions become column comments."""

import pandera.polars as pa
import polars as pl

from schemas import vocab
from schemas.base import Table
from schemas.dimensions import (
    ArticleText,
    DimActor,
    DimArticle,
    DimClaimant,
    DimDate,
    DimEventType,
    DimLocation,
    DimSource,
)
from schemas.fields import (
    EVENT_ID,
    UNKNOWN,
    best,
    count,
    day,
    high,
    key,
    kind,
    low,
    measure,
    people,
    text,
)

__all__ = [
    "ArticleText",
    "DimActor",
    "DimArticle",
    "DimClaimant",
    "DimDate",
    "DimEventType",
    "DimLocation",
    "DimSource",
    "EventAlias",
    "EventRelation",
    "FactCasualty",
    "FactCasualtyAccount",
    "FactCasualtyHistory",
    "FactClaim",
    "FactEvent",
    "FactEventReport",
    "FactReportedFigure",
    "FactTerritoryChange",
    "FactTerritoryControl",
]


class FactClaim(Table):
    """One row per usable claim: who said what of which place and day, where, in which words."""

    claim_id: str = pa.Field(unique=True, description="16 hex digits made of the claim's content.")
    story_id: str = kind("Story of the article; independent claims come from different stories.")
    event_id: str = text("Event it belongs to; null for plans, history and figures of state.")
    report_id: str = kind("Report it is part of: one article on one place, interval and victim.")
    subset_of_claim_id: str = text("Claim whose figure includes this one's.")
    origin_id: str = text("Who it comes from in the end, the unit of independence; null = vague.")
    article_key: pl.Int64 = key("dim_article", "Article it stands in")
    location_key: pl.Int64 = key("dim_location", "Place it speaks of")
    initiator_actor_key: pl.Int64 = key("dim_actor", "Actor who attacked or acted")
    target_actor_key: pl.Int64 = key("dim_actor", "Actor who was attacked")
    victim_actor_key: pl.Int64 = key("dim_actor", "Actor who suffered the harm")
    from_actor_key: pl.Int64 = key("dim_actor", "Actor who lost the place")
    to_actor_key: pl.Int64 = key("dim_actor", "Actor who took or holds the place")
    claimant_key: pl.Int64 = key("dim_claimant", "Who says so")
    via_claimant_key: pl.Int64 = key("dim_claimant", "Who passed it on")
    date_key: pl.Int32 = key("dim_date", "First day")
    date_start: pl.Date = day("First day it may speak of; null if unknown.")
    date_end: pl.Date = day("Last day it may speak of.")
    date_precision: str = kind("How exactly the day is known.", *vocab.DATE_PRECISIONS)
    date_basis: str = kind("What the date rests on.", *vocab.DATE_BASES)
    day_seq: pl.Int32 = measure("Order within its day where the text tells one.")
    known_on: pl.Date = day("Day from which it was public; null if unknown.")
    known_on_method: str = kind("How that is known.", "published", "reference", "story", UNKNOWN)
    claim_type: str = kind("What is claimed.", *vocab.CLAIM_TYPES)
    change_type: str = text("How control changed.", *vocab.CHANGE_TYPES)
    sub_event_type: str = text("Kind of event, where the text says.")
    things_hit: str = text("Things that the sentence says were hit: 'bus', 'school,train'.")
    harm: str = text("Kind of harm to people.", *vocab.HARMS)
    where_precision: str = kind("How exactly the place is known.", *vocab.WHERE_PRECISIONS)
    assertion: str = kind("How it is put forward.", *vocab.ASSERTIONS)
    claimant_basis: str = kind("How the claimant is known.", *vocab.CLAIMANT_BASES)
    origin_kind: str = kind("Kind of origin.", *vocab.ORIGIN_KINDS)
    event_role: str = text(
        "core and satellite count for the event; covers and context only speak of it.",
        *vocab.EVENT_ROLES,
    )
    is_whole: bool = kind("True: it speaks of all of its place ('all of Baghlan').")
    is_subset: bool = kind("True: its figure is part of another's ('including 2 children').")
    is_cumulative: bool = kind("True: a toll to date, not of one event.")
    is_interested: bool = kind("True: a party on its enemy's losses or its own gains.")
    qualifier: str = text("How the amount is qualified.", *vocab.QUALIFIERS)
    value_low: pl.Int64 = measure("Least value of the amount, in `unit`; null = open or unstated.")
    value_best: pl.Int64 = measure("Value as stated, in `unit`; null if only bounds are given.")
    value_high: pl.Int64 = measure("Greatest value of the amount; null = open or unstated.")
    out_of: pl.Int64 = measure("M of 'N of M districts'.")
    value_text: str = text("Amount as written, with its qualifier.")
    unit: str = text("What is counted: people, fighters, district, province ...")
    n_places: pl.Int32 = measure("Unnamed places counted ('three districts'); else null.")
    link_score: pl.Int32 = pa.Field(nullable=True, description="Points of evidence for the link.")
    link_reasons: str = text("Why it belongs to its event, comma separated.")
    evidence_text: str = kind("Words that carry the claim, cut from the article's text.")
    evidence_start: pl.Int32 = count("First character of them in article_text.text, from 0.")
    evidence_end: pl.Int32 = count("Character after the last.")
    sentence_start: pl.Int32 = count("First character of their sentence in article_text.text.")
    sentence_end: pl.Int32 = count("Character after its last.")
    rule_id: str = kind("Rule that read the claim.")


class FactEventReport(Table):
    """One row per report of an event: what one article says of it, in its own numbers."""

    report_id: str = kind("Report: one article on one kind of thing, place, interval and victim.")
    event_id: str = kind(EVENT_ID)
    article_key: pl.Int64 = key("dim_article", "Article that reports")
    location_key: pl.Int64 = key("dim_location", "Place as the article has it")
    date_key: pl.Int32 = key("dim_date", "First day")
    date_start: pl.Date = day("First day as the article has it; null if unknown.")
    date_end: pl.Date = day("Last day as the article has it.")
    claim_type: str = kind("What is reported.", *vocab.CLAIM_TYPES)
    killed_low: pl.Int64 = low("People killed")
    killed_best: pl.Int64 = people("People killed, as first stated; null = no number.")
    killed_high: pl.Int64 = high("People killed")
    wounded_low: pl.Int64 = low("People wounded")
    wounded_best: pl.Int64 = people("People wounded, as first stated; null = no number.")
    wounded_high: pl.Int64 = high("People wounded")
    killed_or_wounded_low: pl.Int64 = low("People killed or wounded, jointly")
    killed_or_wounded_best: pl.Int64 = people(
        "People killed or wounded, jointly, as first stated; null = no number."
    )
    killed_or_wounded_high: pl.Int64 = high("People killed or wounded, jointly")
    captured_low: pl.Int64 = low("People captured")
    captured_best: pl.Int64 = people("People captured, as first stated; null = no number.")
    captured_high: pl.Int64 = high("People captured")
    n_claims: pl.Int64 = count("Claims in the report.")


class FactEvent(Table):
    """One row per event: what happened where and when, to whom, and how sure anyone can be."""

    event_id: str = pa.Field(unique=True, description=EVENT_ID)
    event_type_key: pl.Int64 = key("dim_event_type", "Kind of event")
    date_key: pl.Int32 = key("dim_date", "First day")
    location_key: pl.Int64 = key("dim_location", "Place")
    initiator_actor_key: pl.Int64 = key("dim_actor", "Actor who attacked or took")
    target_actor_key: pl.Int64 = key("dim_actor", "Actor who was attacked or lost")
    side_key: pl.Int64 = key("dim_actor", "Side that took the place, or that suffered")
    date_start: pl.Date = day("First day; null if unknown.")
    date_end: pl.Date = day("Last day.")
    first_reported_on: pl.Date = day("Earliest day that one of its claims was public.")
    last_reported_on: pl.Date = day("Latest day that one of its claims became public.")
    date_precision: str = kind("How exactly the day is known.", *vocab.DATE_PRECISIONS)
    event_family: str = kind("territory, contested or violence.", *vocab.EVENT_FAMILIES)
    where_precision: str = kind("How exactly the place is known.", *vocab.WHERE_PRECISIONS)
    grade: str = kind(
        "confirmed: the side that lost says so too; fair: two or more independent claimants, one "
        "of them not interested; weak: less; contested: denied or fought over; discounted: only "
        "denied. After Airwars.",
        *vocab.GRADES,
    )
    killed_low: pl.Int64 = low("People killed, for reading only: sum fact_casualty")
    killed_best: pl.Int64 = best("People killed, for reading only")
    killed_high: pl.Int64 = high("People killed, for reading only")
    wounded_low: pl.Int64 = low("People wounded, for reading only")
    wounded_best: pl.Int64 = best("People wounded, for reading only")
    wounded_high: pl.Int64 = high("People wounded, for reading only")
    killed_or_wounded_low: pl.Int64 = low("People killed or wounded, jointly, for reading only")
    killed_or_wounded_best: pl.Int64 = best("People killed or wounded, jointly, for reading only")
    killed_or_wounded_high: pl.Int64 = high("People killed or wounded, jointly, for reading only")
    captured_low: pl.Int64 = low("People captured, for reading only")
    captured_best: pl.Int64 = best("People captured, for reading only")
    captured_high: pl.Int64 = high("People captured, for reading only")
    n_claims: pl.Int64 = count("Claims that count for it (roles core and satellite).")
    n_articles: pl.Int64 = count("Distinct articles of those claims.")
    n_stories: pl.Int64 = count("Distinct stories of those claims: copies count once.")
    n_origins: pl.Int64 = count("Distinct origins that carry weight: who it comes from in the end.")
    n_disinterested: pl.Int64 = count("Of them, origins with no interest in the claim.")
    n_independent_claimants: pl.Int64 = count(
        "The lesser of distinct origins and distinct stories that carry them."
    )
    n_places: pl.Int32 = measure("Unnamed places counted ('three districts'); else null.")
    link_reason: str = text("Why its reports are one event: strongest reasons, comma separated.")


class EventAlias(Table):
    """One row per id that some subset of the claims would have given an event."""

    alias_id: str = pa.Field(unique=True, description="An id the event has, or may once have had.")
    event_id: str = kind("Event it stands for now.")


class EventRelation(Table):
    """One row per related pair of events."""

    event_id: str = kind("Event that reverses, is part of, or belongs with the other.")
    related_event_id: str = kind("The other event.")
    relation: str = kind("How they are related.", *vocab.EVENT_RELATIONS)


class FactCasualty(Table):
    """One row per event, side harmed and harm, as now known; plain sums of rows are the totals."""

    event_id: str = kind(EVENT_ID)
    part_of_event_id: str = text("Coarser event whose figure includes this one; else null.")
    date_key: pl.Int32 = key("dim_date", "First day of the event")
    location_key: pl.Int64 = key("dim_location", "Place of the event")
    victim_actor_key: pl.Int64 = key("dim_actor", "Actor harmed; its side, where claims differ")
    victim_side_key: pl.Int64 = key("dim_actor", "Side harmed")
    harm: str = kind("Kind of harm; killed_or_wounded is a joint figure.", *vocab.HARMS)
    row_kind: str = kind(
        "figure: the event's own; residual: what a coarser figure leaves over its finer parts.",
        *vocab.ROW_KINDS,
    )
    grade: str = kind("How sure anyone can be of the figure; see fact_event.", *vocab.GRADES)
    low: pl.Int64 = low("People")
    best: pl.Int64 = best("People")
    high: pl.Int64 = high("People")
    value_lowest: pl.Int64 = people("People under the policy lowest: least account.")
    value_highest: pl.Int64 = people("People under the policy highest: greatest account.")
    value_best_supported: pl.Int64 = people(
        "People under the policy best_supported: most disinterested origins within 10 %."
    )
    value_latest: pl.Int64 = people("People under the policy latest: newest account.")
    value_acled_conservative: pl.Int64 = people(
        "People under the policy acled_conservative: least number of a named origin; only killed."
    )
    n_claims: pl.Int64 = count("Claims behind the row.")
    n_independent_claimants: pl.Int64 = count("Lesser of distinct origins and stories behind it.")


class FactCasualtyHistory(Table):
    """One row per event, side harmed, harm and span of days in which this was what was known."""

    event_id: str = kind(EVENT_ID)
    part_of_event_id: str = text("Coarser event whose figure includes this one; else null.")
    date_key: pl.Int32 = key("dim_date", "First day of the event")
    location_key: pl.Int64 = key("dim_location", "Place of the event")
    victim_actor_key: pl.Int64 = key("dim_actor", "Actor harmed; its side, where claims differ")
    victim_side_key: pl.Int64 = key("dim_actor", "Side harmed")
    known_from: pl.Date = pa.Field(
        description="First day on which this was what was known; 9999-12-31 = nobody knows when."
    )
    known_to: pl.Date = day("Day from which it was no longer; null = it still stands.")
    harm: str = kind("Kind of harm; killed_or_wounded is a joint figure.", *vocab.HARMS)
    row_kind: str = kind("figure or residual, as in fact_casualty.", *vocab.ROW_KINDS)
    grade: str = kind("How sure one could be of the figure then.", *vocab.GRADES)
    low: pl.Int64 = low("People")
    best: pl.Int64 = best("People")
    high: pl.Int64 = high("People")
    value_lowest: pl.Int64 = people("People under the policy lowest.")
    value_highest: pl.Int64 = people("People under the policy highest.")
    value_best_supported: pl.Int64 = people("People under the policy best_supported.")
    value_latest: pl.Int64 = people("People under the policy latest.")
    value_acled_conservative: pl.Int64 = people("People under the policy acled_conservative.")
    n_claims: pl.Int64 = count("Claims behind the row then.")
    n_independent_claimants: pl.Int64 = count("Lesser of distinct origins and stories then.")


class FactCasualtyAccount(Table):
    """One row per account: one claimant's number for one event, side harmed and harm."""

    claim_id: str = pa.Field(unique=True, description="Claim that gives the number.")
    event_id: str = kind(EVENT_ID)
    origin_id: str = text("Who it comes from in the end; null = vague.")
    claimant_key: pl.Int64 = key("dim_claimant", "Who says so")
    victim_side_key: pl.Int64 = key("dim_actor", "Side harmed")
    known_on: pl.Date = day("Day from which it was public; null if unknown.")
    harm: str = kind("Kind of harm.", *vocab.HARMS)
    is_weighted: bool = kind("True: its origin counts towards support.")
    is_disinterested: bool = kind("True: it counts, and has no interest in the number.")
    is_lowest: bool = kind("True: the policy lowest takes its value.")
    is_highest: bool = kind("True: the policy highest takes its value.")
    is_best_supported: bool = kind("True: the policy best_supported takes its value.")
    is_latest: bool = kind("True: the policy latest takes its value.")
    is_acled_conservative: bool = kind("True: acled_conservative takes its least value.")
    low: pl.Int64 = people("People, least; null = open below.")
    value: pl.Int64 = people("People: the number stated, else its lower, else its upper bound.")
    high: pl.Int64 = people("People, greatest; null = open above.")
    n_stories: pl.Int64 = count("Stories that carry the number.")
    n_disinterested_near: pl.Int64 = count("Disinterested origins within 10 % of its value.")
    n_origins_near: pl.Int64 = count("Origins that count, within 10 % of its value.")
    n_accounts_around: pl.Int64 = count("Accounts whose range holds its value.")


class FactTerritoryChange(Table):
    """One row per event that changed, or is said to have changed, who holds a place."""

    event_id: str = pa.Field(unique=True, description=EVENT_ID)
    date_key: pl.Int32 = key("dim_date", "First day")
    location_key: pl.Int64 = key("dim_location", "Place")
    from_actor_key: pl.Int64 = key("dim_actor", "Who lost it")
    to_actor_key: pl.Int64 = key("dim_actor", "Who took it")
    change_type: str = text("How control changed.", *vocab.CHANGE_TYPES)
    sub_event_type: str = kind("Kind of event in ACLED's terms.")
    grade: str = kind("How sure anyone can be; see fact_event.", *vocab.GRADES)
    is_contradicted: bool = kind(
        "True: a denial, unsettled fighting on its days, or word of another side the same day."
    )
    n_places: pl.Int32 = measure("Unnamed places counted ('three districts'); else null.")


class FactTerritoryControl(Table):
    """One row per place, span of days in one state, and span of days in which that was known."""

    event_id: str = text(
        "Event that opened the state; null where a baseline or a claim of holding did that no "
        "event explains: see claim_id."
    )
    claim_id: str = text("Claim that opened the state; null only for a baseline.")
    location_key: pl.Int64 = key("dim_location", "District or finer place")
    actor_key: pl.Int64 = key("dim_actor", "Side that holds or claims it; holder before a contest")
    other_actor_key: pl.Int64 = key("dim_actor", "Side that contests or disputes it")
    valid_from: pl.Date = pa.Field(description="First day of the state.")
    valid_to: pl.Date = day("Day the state ended, not part of it; null = last known.")
    day_seq: pl.Int32 = pa.Field(
        ge=1, description="Order among states that begin on one day; all but the last are momentary"
    )
    known_from: pl.Date = pa.Field(
        description="First day on which this was what was known; 9999-12-31 = nobody knows when."
    )
    known_to: pl.Date = day("Day from which it was no longer; null = it still stands.")
    status: str = kind("State of control.", *vocab.CONTROL_STATUSES)
    basis: str = kind(
        "What it rests on: an exact day, the end of an interval, a province-wide claim, baseline.",
        *vocab.CONTROL_BASES,
    )
    grade: str = kind("How sure one could be then; see fact_event.", *vocab.GRADES)


class FactReportedFigure(Table):
    """One row per figure about the state of the war: places held, strength, toll to date."""

    claim_id: str = pa.Field(unique=True, description="Claim that gives the figure.")
    actor_key: pl.Int64 = key("dim_actor", "Whose places, strength or losses")
    location_key: pl.Int64 = key("dim_location", "Where")
    claimant_key: pl.Int64 = key("dim_claimant", "Who says so")
    date_key: pl.Int32 = key("dim_date", "Day that the figure is for")
    as_of: pl.Date = day("Day that the figure is for; null if unknown.")
    known_on: pl.Date = day("Day from which it was public; null if unknown.")
    figure: str = kind("What is counted.", "control_count", "strength", "cumulative_toll")
    harm: str = text("Kind of harm, for a toll.", *vocab.HARMS)
    assertion: str = kind("How it is put forward.", *vocab.ASSERTIONS)
    qualifier: str = text("How the amount is qualified.", *vocab.QUALIFIERS)
    held: pl.Int64 = measure("Number stated, in `unit`; else its lower, else its upper bound.")
    out_of: pl.Int64 = measure("M of 'N of M districts'.")
    value_low: pl.Int64 = measure("Least value; null = open below.")
    value_best: pl.Int64 = measure("Value as stated.")
    value_high: pl.Int64 = measure("Greatest value; null = open above.")
    value_text: str = text("Amount as written.")
    unit: str = text("What is counted: district, province, fighters, people ...")
