"""Contracts of core: dimensions, each with an unknown member of key -1."""

import pandera.polars as pa
import polars as pl

from schemas import vocab
from schemas.base import Table
from schemas.fields import UNKNOWN, day, degrees, key, kind, measure, own_key, text


class DimDate(Table):
    """One row per day of every year that a date falls into, and one for the unknown day."""

    date_key: pl.Int32 = pa.Field(unique=True, description="yyyymmdd; -1 for the unknown day.")
    date: pl.Date = pa.Field(unique=True, nullable=True, description="Null for the unknown day.")
    month_start_on: pl.Date = day("First day of the month.")
    year: pl.Int32 = measure("Calendar year.")
    quarter: pl.Int32 = measure("Quarter of the year, 1 to 4.")
    month: pl.Int32 = measure("Month of the year, 1 to 12.")
    month_name: str = kind("English name of the month.")
    iso_week: pl.Int32 = measure("ISO 8601 week, 1 to 53.")
    iso_year: pl.Int32 = measure("Year that the ISO week belongs to.")
    day: pl.Int32 = measure("Day of the month, 1 to 31.")
    day_of_week: pl.Int32 = measure("ISO day of the week, Monday = 1.")
    day_name: str = kind("English name of the day.")


class DimLocation(Table):
    """One row per place that a claim or event names, and per place above it."""

    location_id: str = pa.Field(unique=True, description="Id in the gazetteer, or 'unknown'.")
    location_key: pl.Int64 = own_key("place")
    country_key: pl.Int64 = key("dim_location", "Country that holds it (itself, for a country)")
    admin1_key: pl.Int64 = key("dim_location", "Province that holds it (itself, for a province)")
    admin2_key: pl.Int64 = key("dim_location", "District that holds it (itself, for a district)")
    name: str = kind("Name in the press's spelling.")
    location_type: str = kind("Kind of place.", *vocab.LOCATION_TYPES, UNKNOWN)
    country_iso3: str = text("ISO 3166 alpha-3 code of the country.")
    country_iso_numeric: pl.Int32 = measure("ISO 3166 number of the country.")
    country_name: str = text("Name of the country.")
    admin1_id: str = text("Gazetteer id of the province; null for a country.")
    admin1_name: str = text("Name of the province; null for a country.")
    admin2_id: str = text("Gazetteer id of the district; null above it or where not known.")
    admin2_name: str = text("Name of the district; null above it or where not known.")
    latitude: pl.Float64 = degrees("north", 90)
    longitude: pl.Float64 = degrees("east", 180)
    gazetteer: str = text("Where the row's facts come from.")


class DimActor(Table):
    """One row per actor: a party, an armed group or a kind of people, with its side."""

    actor_id: str = pa.Field(unique=True, description="Id in the lexicon, or 'unknown'.")
    actor_key: pl.Int64 = own_key("actor")
    name: str = kind("Name for people.")
    actor_type: str = kind("Kind of actor, in ACLED's terms.", *vocab.ACTOR_TYPES)
    side_id: str = kind("actor_id of the side: actors of one side fight together.")
    side_name: str = kind("Name of the side.")
    country_iso3: str = text("ISO 3166 alpha-3 code; null if of no one country.")
    parent_actor_id: str = text("actor_id of the body it is part of.")


class DimSource(Table):
    """One row per outlet or agency that published an article or is cited by one."""

    source_id: str = pa.Field(unique=True, description="Id in the lexicon, else name in lower case")
    source_key: pl.Int64 = own_key("outlet")
    name: str = kind("Name for people.")
    domain: str = text("Internet domain.")
    source_type: str = kind("Kind of outlet: agency, newspaper, broadcaster, online, ngo ...")


class DimClaimant(Table):
    """One row per person, body or kind of source that claims something or passes it on."""

    claimant_id: str = pa.Field(unique=True, description="Stable id of the claimant, or 'unknown'.")
    claimant_key: pl.Int64 = own_key("claimant")
    actor_key: pl.Int64 = key("dim_actor", "Party to the conflict that it speaks for")
    name: str = kind("Name as most claims give it.")
    claimant_type: str = kind("Kind of claimant.", *vocab.CLAIMANT_TYPES)
    side_id: str = text("Side it speaks for; null if it is no party.")


class DimEventType(Table):
    """One row per kind of event, in ACLED's terms."""

    sub_event_type: str = pa.Field(unique=True, description="ACLED's sub-event type, or 'Unknown'.")
    event_type_key: pl.Int64 = own_key("kind of event")
    event_type: str = kind("ACLED's event type.")
    plover_code: str = text("Code in the PLOVER ontology.")
    cameo_code: str = text("Code in the CAMEO ontology.")


class DimArticle(Table):
    """One row per distinct article text."""

    article_id: str = pa.Field(unique=True, description="Hash of the stored text, or 'unknown'.")
    article_key: pl.Int64 = own_key("article")
    external_id: str = text("The input's own id, or the stem of its file name.")
    story_id: str = text("Story: articles that are copies or paraphrases of one share it.")
    source_key: pl.Int64 = key("dim_source", "Outlet that published it")
    uri: str = kind("Its address, or its path in the input.")
    title: str = text("Headline.")
    published_on: pl.Date = day("Day of publication; null if unknown.")
    published_on_method: str = kind("How that is known.", *vocab.PUBLISHED_ON_METHODS)
    reference_on: pl.Date = day("Day that its relative dates ('Friday') count from.")
    reference_on_method: str = kind("How that is known.")
    known_on: pl.Date = day("Day from which its content was public; null if unknown.")
    known_on_method: str = kind(
        "published or reference (its own or a copy's date), story (first dated article of the "
        "story) or unknown.",
        "published", "reference", "story", UNKNOWN,
    )  # fmt: skip
    language: str = text("ISO 639-1 code.")
    is_story_original: bool = kind("True for the article that the story's others follow.")
    story_reason: str = text(
        "Why it shares a story: exact, copy, rewrite, paraphrase or stated; null for the original."
    )


class ArticleText(Table):
    """One row per distinct article: the stored text that every offset points into."""

    article_key: pl.Int64 = pa.Field(unique=True, description="Key of dim_article.")
    text: str = kind("Stored text; offsets count its characters (code points) from 0.")
