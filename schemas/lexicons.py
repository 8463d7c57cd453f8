"""Contracts of the lexicons: CSV files in pipelines/lexicons that a domain expert edits."""

import pandera.polars as pa
import polars as pl

from schemas import vocab
from schemas.base import Table


class LexiconWords(Table):
    """One row per phrase of the language: all files words_*.csv together."""

    phrase: str = pa.Field(unique=True, description="Lower case, single spaces, no hyphens.")
    kind: str = pa.Field(isin=vocab.MENTION_KINDS)
    sense: str = pa.Field(nullable=True)
    voice: str = pa.Field(nullable=True)
    value_low: pl.Int64 = pa.Field(nullable=True, ge=0)
    value_best: pl.Int64 = pa.Field(nullable=True, ge=0)
    value_high: pl.Int64 = pa.Field(nullable=True, ge=0)
    entity_id: str = pa.Field(nullable=True, description="Actor of a kind of people, and the like.")
    is_case_sensitive: bool = pa.Field(description="True: a hit counts only where capitalised.")
    source: str = pa.Field(nullable=True, description="Where a value comes from, if not plain.")


class LexiconActors(Table):
    """One row per actor."""

    actor_id: str = pa.Field(unique=True)
    name: str
    actor_type: str = pa.Field(isin=vocab.ACTOR_TYPES)
    side_id: str = pa.Field(description="Actors of one side fight together; often its own id.")
    country_iso3: str = pa.Field(nullable=True)
    parent_actor_id: str = pa.Field(nullable=True)


class LexiconActorNames(Table):
    """One row per spelling of an actor."""

    phrase: str = pa.Field(unique=True, description="Lower case, single spaces, no hyphens.")
    actor_id: str
    is_case_sensitive: bool


class LexiconPlaces(Table):
    """One row per place."""

    location_id: str = pa.Field(unique=True, description="AFG, AF.03, AF.03.1302, gn:1138958 ...")
    name: str
    location_type: str = pa.Field(isin=vocab.LOCATION_TYPES)
    country_id: str = pa.Field(description="location_id of the country: its ISO 3166 alpha-3.")
    admin1_id: str = pa.Field(nullable=True, description="Itself, for an admin1.")
    admin2_id: str = pa.Field(nullable=True, description="Itself, for an admin2.")
    latitude: pl.Float64 = pa.Field(nullable=True, ge=-90, le=90)
    longitude: pl.Float64 = pa.Field(nullable=True, ge=-180, le=180)
    population: pl.Int64 = pa.Field(nullable=True, ge=0)
    gazetteer: str = pa.Field(description="Where the row's facts come from.")


class LexiconPlaceNames(Table):
    """One row per spelling of a place; one spelling may name several places."""

    phrase: str = pa.Field(description="Lower case, single spaces, no hyphens or diacritics.")
    location_id: str
    is_demonym: bool = pa.Field(description="True: names the people of a country, not the place.")


class LexiconCountries(Table):
    """One row per country with a number of its own in ISO 3166-1."""

    country_id: str = pa.Field(unique=True, description="ISO 3166 alpha-3, as in places.csv.")
    iso_numeric: pl.Int32 = pa.Field(unique=True, ge=1, le=999)


class LexiconSources(Table):
    """One row per outlet or agency that publishes or is cited."""

    source_id: str = pa.Field(unique=True)
    name: str
    domain: str = pa.Field(nullable=True)
    source_type: str = pa.Field(
        isin=["agency", "newspaper", "broadcaster", "online", "social", "ngo", "government",
              "unknown"],
    )  # fmt: skip
    actor_id: str = pa.Field(
        nullable=True, description="The armed party whose outlet it is: its 'we' and 'our'."
    )


class LexiconSourceNames(Table):
    """One row per spelling of an outlet."""

    phrase: str = pa.Field(unique=True)
    source_id: str
    is_case_sensitive: bool


class LexiconEventTypes(Table):
    """One row per kind of event, in ACLED's terms."""

    sub_event_type: str = pa.Field(unique=True)
    event_type: str
    plover_code: str = pa.Field(nullable=True)
    cameo_code: str = pa.Field(nullable=True)


class LexiconGivenNames(Table):
    """One row per given name: what tells a person's name in text that is all in capitals."""

    name: str = pa.Field(
        unique=True, str_matches=r"^[a-z]+$", description="Lower case, no diacritics."
    )


class LexiconBoilerplate(Table):
    """One row per cue that a part of an article is no body text."""

    cue: str = pa.Field(unique=True, description="Regular expression, case-insensitive.")
    kind: str = pa.Field(isin=vocab.PART_KINDS)
    position: str = pa.Field(description="Where it may stand, and how far it reaches.")
    example: str = pa.Field(description="A line of our own that it must match.")


class LexiconThings(Table):
    """One row per name of a thing that news singles out when it is hit: a bus, a school."""

    phrase: str = pa.Field(unique=True, description="Lower case, single spaces, no hyphens.")
    thing: str = pa.Field(description="Its kind; reports of one kind hit may be of one event.")


class LexiconSigns(Table):
    """One row per word that is a sign of something in the text around a claim."""

    phrase: str = pa.Field(
        str_matches=r"^[a-z0-9]+(?: [a-z0-9]+)*\*?$",
        description="Lower case, single spaces, no hyphens; an asterisk: with any ending.",
    )
    sign: str = pa.Field(isin=vocab.SIGNS, description="What it is a sign of.")


class LexiconConstants(Table):
    """One row per constant of the linking and the ledger."""

    name: str = pa.Field(unique=True)
    value: pl.Int64
    unit: str
    meaning: str
