"""Contracts of marts: flat tables with names instead of keys. Descriptions become comments."""

from typing import Any

import pandera.polars as pa
import polars as pl

from schemas import vocab
from schemas.base import Table
from schemas.fields import (
    EVENT_ID,
    best,
    count,
    day,
    degrees,
    high,
    key,
    kind,
    low,
    measure,
    people,
    text,
)

POLICIES = ("lowest", "highest", "best_supported", "latest", "acled_conservative")
REVISIONS = (
    "toll_rose", "toll_fell", "range_changed", "number_given", "grade_changed", "parts_found",
    "dispute_opened", "dispute_settled", "control_changed", "status_changed",
)  # fmt: skip


def total(what: str) -> Any:
    """A plain sum of rows of fact_casualty."""
    return people(f"People: {what}; null = no number at all.")


class EventRegister(Table):
    """One row per event, flat, with names instead of keys: what to open first."""

    event_id: str = pa.Field(unique=True, description=EVENT_ID)
    date_start: pl.Date = day("First day; null if unknown.")
    date_end: pl.Date = day("Last day.")
    first_reported_on: pl.Date = day("Earliest day that one of its claims was public.")
    last_reported_on: pl.Date = day("Latest day that one of its claims became public.")
    date_precision: str = kind("How exactly the day is known.", *vocab.DATE_PRECISIONS)
    event_family: str = kind("territory, contested or violence.", *vocab.EVENT_FAMILIES)
    event_type: str = kind("ACLED's event type.")
    sub_event_type: str = kind("ACLED's sub-event type.")
    change_type: str = text("How control changed, for territory.", *vocab.CHANGE_TYPES)
    country_name: str = text("Country.")
    admin1_name: str = text("Province; null if only the country is known.")
    admin2_name: str = text("District; null if not known.")
    location_name: str = kind("Place, in the press's spelling; 'Unknown' if none.")
    location_type: str = kind("Kind of place.")
    where_precision: str = kind("How exactly the place is known.", *vocab.WHERE_PRECISIONS)
    initiator_name: str = kind("Who attacked or took.")
    target_name: str = kind("Who was attacked or lost.")
    side_name: str = kind("Side that took the place, or that suffered.")
    from_actor_name: str = text("Who lost the place; null but for territory.")
    to_actor_name: str = text("Who took the place; null but for territory.")
    grade: str = kind("How sure anyone can be; see fact_event.", *vocab.GRADES)
    is_contradicted: bool = kind("True: something speaks against it.")
    latitude: pl.Float64 = degrees("north", 90)
    longitude: pl.Float64 = degrees("east", 180)
    killed_low: pl.Int64 = low("People killed")
    killed_best: pl.Int64 = best("People killed")
    killed_high: pl.Int64 = high("People killed")
    wounded_low: pl.Int64 = low("People wounded")
    wounded_best: pl.Int64 = best("People wounded")
    wounded_high: pl.Int64 = high("People wounded")
    killed_or_wounded_low: pl.Int64 = low("People killed or wounded, jointly")
    killed_or_wounded_best: pl.Int64 = best("People killed or wounded, jointly")
    killed_or_wounded_high: pl.Int64 = high("People killed or wounded, jointly")
    captured_low: pl.Int64 = low("People captured")
    captured_best: pl.Int64 = best("People captured")
    captured_high: pl.Int64 = high("People captured")
    n_claims: pl.Int64 = count("Claims that count for it.")
    n_articles: pl.Int64 = count("Distinct articles of those claims.")
    n_stories: pl.Int64 = count("Distinct stories of those claims: copies count once.")
    n_origins: pl.Int64 = count("Distinct origins that carry weight.")
    n_disinterested: pl.Int64 = count("Of them, origins with no interest in the claim.")
    n_independent_claimants: pl.Int64 = count("Lesser of distinct origins and their stories.")
    n_places: pl.Int32 = measure("Unnamed places counted ('three districts'); else null.")
    link_reason: str = text("Why its reports are one event.")


class ClaimEvidence(Table):
    """One row per claim, flat: what is claimed, by whom, and the sentence it was read from."""

    claim_id: str = pa.Field(unique=True, description="16 hex digits made of the claim's content.")
    event_id: str = text("Event it belongs to; null for plans, history and figures of state.")
    article_id: str = kind("Hash of the article's stored text.")
    story_id: str = kind("Story of the article.")
    origin_id: str = text("Who it comes from in the end; null = vague.")
    date_start: pl.Date = day("First day it may speak of; null if unknown.")
    date_end: pl.Date = day("Last day it may speak of.")
    known_on: pl.Date = day("Day from which it was public; null if unknown.")
    published_on: pl.Date = day("Day its article was published; null if unknown.")
    date_precision: str = kind("How exactly the day is known.", *vocab.DATE_PRECISIONS)
    claim_type: str = kind("What is claimed.", *vocab.CLAIM_TYPES)
    change_type: str = text("How control changed.", *vocab.CHANGE_TYPES)
    harm: str = text("Kind of harm to people.", *vocab.HARMS)
    assertion: str = kind("How it is put forward.", *vocab.ASSERTIONS)
    event_role: str = text("How it belongs to its event.", *vocab.EVENT_ROLES)
    country_name: str = text("Country.")
    admin1_name: str = text("Province.")
    location_name: str = kind("Place.")
    initiator_name: str = kind("Who attacked or acted.")
    target_name: str = kind("Who was attacked.")
    victim_name: str = kind("Who suffered the harm.")
    from_actor_name: str = kind("Who lost the place.")
    to_actor_name: str = kind("Who took or holds the place.")
    claimant_name: str = kind("Who says so.")
    claimant_type: str = kind("Kind of claimant.", *vocab.CLAIMANT_TYPES)
    via_claimant_name: str = kind("Who passed it on; 'Unknown' = nobody.")
    origin_kind: str = kind("Kind of origin.", *vocab.ORIGIN_KINDS)
    is_interested: bool = kind("True: a party on its enemy's losses or its own gains.")
    is_subset: bool = kind("True: its figure is part of another's.")
    is_cumulative: bool = kind("True: a toll to date, not of one event.")
    is_story_original: bool = kind("True: its article is the one that others of the story follow.")
    qualifier: str = text("How the amount is qualified.", *vocab.QUALIFIERS)
    value_low: pl.Int64 = measure("Least value, in `unit`; null = open or unstated.")
    value_best: pl.Int64 = measure("Value as stated, in `unit`.")
    value_high: pl.Int64 = measure("Greatest value; null = open or unstated.")
    out_of: pl.Int64 = measure("M of 'N of M districts'.")
    value_text: str = text("Amount as written.")
    unit: str = text("What is counted.")
    n_places: pl.Int32 = measure("Unnamed places counted; else null.")
    link_reasons: str = text("Why it belongs to its event.")
    source_name: str = kind("Outlet that published the article.")
    article_title: str = text("Headline of the article.")
    article_uri: str = kind("Address of the article, or its path in the input.")
    sentence_text: str = kind("Sentence that the claim was read from, as stored.")
    sentence_start: pl.Int32 = count("First character of it in article_text.text, from 0.")
    sentence_end: pl.Int32 = count("Character after its last.")
    evidence_text: str = kind("Words that carry the claim.")
    evidence_start: pl.Int32 = count("First character of them in article_text.text.")
    evidence_end: pl.Int32 = count("Character after their last.")
    rule_id: str = kind("Rule that read the claim.")


class CasualtiesDaily(Table):
    """One row per day, place, kind of people harmed and harm: plain sums of fact_casualty."""

    date_key: pl.Int32 = key("dim_date", "First day of the events")
    location_key: pl.Int64 = key("dim_location", "Place")
    victim_actor_key: pl.Int64 = key("dim_actor", "People harmed")
    date: pl.Date = day("First day of the events; null if unknown.")
    country_name: str = text("Country.")
    admin1_name: str = text("Province; null if only the country is known.")
    admin2_name: str = text("District; null if not known.")
    location_name: str = kind("Place; 'Unknown' if none.")
    victim_name: str = kind("Kind of people harmed.")
    victim_type: str = kind("Kind of actor, in ACLED's terms.", *vocab.ACTOR_TYPES)
    victim_side_name: str = kind("Side harmed.")
    harm: str = kind("Kind of harm; killed_or_wounded is a joint figure.", *vocab.HARMS)
    latitude: pl.Float64 = degrees("north", 90)
    longitude: pl.Float64 = degrees("east", 180)
    low: pl.Int64 = total("sum of low, rows open below left out")
    best: pl.Int64 = total("sum of best, the best supported values")
    high: pl.Int64 = total("sum of high, rows open above left out: see n_open_high")
    value_lowest: pl.Int64 = total("sum under the policy lowest")
    value_highest: pl.Int64 = total("sum under the policy highest")
    value_best_supported: pl.Int64 = total("sum under the policy best_supported")
    value_latest: pl.Int64 = total("sum under the policy latest")
    value_acled_conservative: pl.Int64 = total("sum under acled_conservative; killed only")
    n_events: pl.Int64 = count("Distinct events.")
    n_rows: pl.Int64 = count("Rows of fact_casualty.")
    n_unquantified: pl.Int64 = count("Rows without any number ('heavy casualties').")
    n_open_low: pl.Int64 = count("Rows with a number but no lower bound.")
    n_open_high: pl.Int64 = count("Rows with a number but no upper bound.")
    n_claims: pl.Int64 = count("Claims behind the rows.")


class CasualtiesMonthly(Table):
    """One row per month, province, kind of people harmed and harm: plain sums of fact_casualty."""

    country_key: pl.Int64 = key("dim_location", "Country")
    admin1_key: pl.Int64 = key("dim_location", "Province")
    victim_actor_key: pl.Int64 = key("dim_actor", "People harmed")
    month_start_on: pl.Date = day("First day of the month; null if unknown.")
    year: pl.Int32 = measure("Calendar year.")
    month: pl.Int32 = measure("Month of the year, 1 to 12.")
    country_name: str = text("Country.")
    admin1_name: str = kind("Province; 'Unknown' where only the country is known.")
    victim_name: str = kind("Kind of people harmed.")
    victim_type: str = kind("Kind of actor, in ACLED's terms.", *vocab.ACTOR_TYPES)
    victim_side_name: str = kind("Side harmed.")
    harm: str = kind("Kind of harm; killed_or_wounded is a joint figure.", *vocab.HARMS)
    low: pl.Int64 = total("sum of low, rows open below left out")
    best: pl.Int64 = total("sum of best, the best supported values")
    high: pl.Int64 = total("sum of high, rows open above left out: see n_open_high")
    value_lowest: pl.Int64 = total("sum under the policy lowest")
    value_highest: pl.Int64 = total("sum under the policy highest")
    value_best_supported: pl.Int64 = total("sum under the policy best_supported")
    value_latest: pl.Int64 = total("sum under the policy latest")
    value_acled_conservative: pl.Int64 = total("sum under acled_conservative; killed only")
    n_events: pl.Int64 = count("Distinct events.")
    n_rows: pl.Int64 = count("Rows of fact_casualty.")
    n_unquantified: pl.Int64 = count("Rows without any number ('heavy casualties').")
    n_open_low: pl.Int64 = count("Rows with a number but no lower bound.")
    n_open_high: pl.Int64 = count("Rows with a number but no upper bound.")
    n_claims: pl.Int64 = count("Claims behind the rows.")


class CasualtiesByActor(Table):
    """One row per kind of people harmed and harm: plain sums over all days and places."""

    victim_actor_key: pl.Int64 = key("dim_actor", "People harmed")
    victim_name: str = kind("Kind of people harmed.")
    victim_type: str = kind("Kind of actor, in ACLED's terms.", *vocab.ACTOR_TYPES)
    victim_side_name: str = kind("Side harmed.")
    harm: str = kind("Kind of harm; killed_or_wounded is a joint figure.", *vocab.HARMS)
    first_date: pl.Date = day("Earliest known day of the events.")
    last_date: pl.Date = day("Latest known day of the events.")
    low: pl.Int64 = total("sum of low, rows open below left out")
    best: pl.Int64 = total("sum of best, the best supported values")
    high: pl.Int64 = total("sum of high, rows open above left out: see n_open_high")
    value_lowest: pl.Int64 = total("sum under the policy lowest")
    value_highest: pl.Int64 = total("sum under the policy highest")
    value_best_supported: pl.Int64 = total("sum under the policy best_supported")
    value_latest: pl.Int64 = total("sum under the policy latest")
    value_acled_conservative: pl.Int64 = total("sum under acled_conservative; killed only")
    n_events: pl.Int64 = count("Distinct events.")
    n_rows: pl.Int64 = count("Rows of fact_casualty.")
    n_unquantified: pl.Int64 = count("Rows without any number ('heavy casualties').")
    n_open_low: pl.Int64 = count("Rows with a number but no lower bound.")
    n_open_high: pl.Int64 = count("Rows with a number but no upper bound.")
    n_claims: pl.Int64 = count("Claims behind the rows.")


class CasualtiesByPolicy(Table):
    """One row per counting policy, province, kind of people harmed and harm."""

    country_key: pl.Int64 = key("dim_location", "Country")
    admin1_key: pl.Int64 = key("dim_location", "Province")
    victim_actor_key: pl.Int64 = key("dim_actor", "People harmed")
    policy: str = kind("Rule that picks the figure among accounts.", *POLICIES)
    country_name: str = text("Country.")
    admin1_name: str = kind("Province; 'Unknown' where only the country is known.")
    victim_name: str = kind("Kind of people harmed.")
    victim_side_name: str = kind("Side harmed.")
    harm: str = kind("Kind of harm; killed_or_wounded is a joint figure.", *vocab.HARMS)
    value: pl.Int64 = total("sum under the policy; acled_conservative only for killed")
    low: pl.Int64 = total("sum of low, rows open below left out")
    high: pl.Int64 = total("sum of high, rows open above left out")
    n_rows: pl.Int64 = count("Rows of fact_casualty.")
    n_without_value: pl.Int64 = count("Rows to which the policy gives no number.")
    n_open_low: pl.Int64 = count("Rows with a number but no lower bound.")
    n_open_high: pl.Int64 = count("Rows with a number but no upper bound.")


class TerritoryControlDaily(Table):
    """One row per place and day from its first evidence to the last day anything is known."""

    date_key: pl.Int32 = key("dim_date", "Day")
    location_key: pl.Int64 = key("dim_location", "District or finer place")
    actor_key: pl.Int64 = key("dim_actor", "Side that holds or claims it at the day's end")
    other_actor_key: pl.Int64 = key("dim_actor", "Side that contests or disputes it")
    event_id: str = text("Event that opened the state; null where none explains it.")
    date: pl.Date = pa.Field(description="Day.")
    since: pl.Date = pa.Field(description="Day on which the state began.")
    country_name: str = text("Country.")
    admin1_name: str = text("Province.")
    admin2_name: str = text("District; null if not known.")
    location_name: str = kind("Place.")
    location_type: str = kind("Kind of place.")
    status: str = kind("State of control at the day's end.", *vocab.CONTROL_STATUSES)
    actor_name: str = kind("Side that holds or claims it.")
    other_actor_name: str = kind("Side that contests or disputes it; 'Unknown' = nobody named.")
    basis: str = kind("What the state rests on.", *vocab.CONTROL_BASES)
    grade: str = kind("How sure anyone can be.", *vocab.GRADES)
    latitude: pl.Float64 = degrees("north", 90)
    longitude: pl.Float64 = degrees("east", 180)
    n_changes: pl.Int64 = count("States that began on the day; more than 1 = a swap inside it.")


class TerritorySummaryDaily(Table):
    """One row per day, country, actor and kind of place: places held, contested, disputed."""

    date_key: pl.Int32 = key("dim_date", "Day")
    country_key: pl.Int64 = key("dim_location", "Country")
    actor_key: pl.Int64 = key("dim_actor", "Side")
    date: pl.Date = pa.Field(description="Day.")
    country_name: str = text("Country.")
    actor_name: str = kind("Side; 'Unknown' where nobody is said to hold the place.")
    location_type: str = kind("Kind of place: admin2 = districts.")
    n_controlled: pl.Int64 = count("Places it controls.")
    n_contested: pl.Int64 = count("Places it held last that are fought over.")
    n_disputed: pl.Int64 = count("Places it claims against contradiction.")
    n_unknown: pl.Int64 = count("Places left by their holder, with no successor named.")
    n_places: pl.Int64 = count("All of these; only places with evidence.")


class HarmedByEvent(Table):
    """One row per event and side harmed: people killed or wounded, jointly or one by one.

    Accounts are alternatives: a claimant's joint figure, else its killed and wounded together.
    """

    event_id: str = kind(EVENT_ID)
    victim_side_key: pl.Int64 = key("dim_actor", "Side harmed")
    date_start: pl.Date = day("First day of the event; null if unknown.")
    country_name: str = text("Country.")
    admin1_name: str = text("Province.")
    location_name: str = kind("Place.")
    victim_side_name: str = kind("Side harmed.")
    harmed_low: pl.Int64 = low("People killed or wounded; never add it to either")
    harmed_best: pl.Int64 = best("People killed or wounded; never add it to either")
    harmed_high: pl.Int64 = high("People killed or wounded; never add it to either")
    harmed_lowest: pl.Int64 = measure("People under the policy lowest.")
    harmed_highest: pl.Int64 = measure("People under the policy highest.")
    harmed_latest: pl.Int64 = measure("People under the policy latest.")
    n_accounts: pl.Int64 = count("Claimants that give a figure.")
    n_joint_accounts: pl.Int64 = count("Of them, those that give a joint one.")


class SourceAgreement(Table):
    """One row per event, side harmed and harm with a number: claimants' figures side by side."""

    event_id: str = kind(EVENT_ID)
    victim_side_key: pl.Int64 = key("dim_actor", "Side harmed")
    date_start: pl.Date = day("First day of the event; null if unknown.")
    country_name: str = text("Country.")
    admin1_name: str = text("Province.")
    location_name: str = kind("Place.")
    victim_side_name: str = kind("Side harmed.")
    harm: str = kind("Kind of harm.", *vocab.HARMS)
    figures: str = kind("Each claimant with its number, lowest first.")
    lowest: pl.Int64 = people("People: least account.")
    highest: pl.Int64 = people("People: greatest account.")
    mean: pl.Float64 = pa.Field(ge=0, description="People: mean of the accounts.")
    n_accounts: pl.Int64 = count("Accounts: one a claimant.")
    n_origins: pl.Int64 = count("Distinct origins, vague ones left out.")
    relative_range: pl.Float64 = pa.Field(
        nullable=True, ge=0, description="(highest - lowest) / mean; 0 = all agree, null = mean 0."
    )
    disagreement: pl.Float64 = pa.Field(
        ge=0,
        le=1,
        description="Share of accounts that do not give the commonest value, as "
        "event_level_disagreement of the CRAN package eventreport; 0 = all agree.",
    )


class Revisions(Table):
    """One row per fact that changed between two neighbouring days on which something was learned"""

    event_id: str = text("Event of the fact as it stands after; null where none explains it.")
    claim_id: str = text("Claim that brought the change: the first of those known that day.")
    article_id: str = text("Article of that claim; null where no claim on it became known then.")
    location_key: pl.Int64 = key("dim_location", "Place")
    actor_key: pl.Int64 = key("dim_actor", "Side harmed, or side that holds the place after")
    known_on: pl.Date = pa.Field(
        description="Day that brought the change; 9999-12-31 = nobody knows when."
    )
    valid_from: pl.Date = day("First day whose control is now seen otherwise; territory only.")
    fact: str = kind("casualty or territory.", "casualty", "territory")
    revision: str = kind("What kind of change it is.", *REVISIONS)
    country_name: str = text("Country.")
    admin1_name: str = text("Province.")
    location_name: str = kind("Place.")
    actor_name: str = kind("Side harmed, or side that holds the place after.")
    harm: str = text("Kind of harm; casualty only.", *vocab.HARMS)
    earlier_status: str = text("State before; territory only.", *vocab.CONTROL_STATUSES)
    status: str = text("State after; territory only.", *vocab.CONTROL_STATUSES)
    earlier_actor_name: str = text("Side that held it before; territory only.")
    earlier_grade: str = kind("Grade before.", *vocab.GRADES)
    grade: str = kind("Grade after.", *vocab.GRADES)
    earlier_low: pl.Int64 = low("People, before")
    earlier_best: pl.Int64 = best("People, before")
    earlier_high: pl.Int64 = high("People, before")
    low: pl.Int64 = low("People, after")
    best: pl.Int64 = best("People, after")
    high: pl.Int64 = high("People, after")
    article_title: str = text("Headline of the article that brought the change.")
    source_name: str = text("Outlet that published it.")
