"""The gazetteer made ready for reading: every spelling once, with what it may name."""

from dataclasses import dataclass
from functools import lru_cache

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.places.capitals import capitals
from pipelines.transforms.text.places.keys import (
    COUNTRIES_BY_FAMILY,
    SHORTEST_KEY,
    plain_form,
    spelling_key,
)
from pipelines.transforms.text.places.theatres import theatres_of_war

# Nouns under which gazetteers list units, whatever the text calls them.
UNIT_NOUN = (
    "state|province|governorate|region|department|division|county|oblast|district|zone|agency|"
    "prefecture|krai|cercle"
)
NAMES = ("key", "is_exact", "location_id")
# Nouns that make another place's name of a name: "the Somali capital", "countryside of Damascus".
NAMING_NOUN = "capital|countryside"
# Where towns are called "Ciudad" beside the name that the gazetteer has, and how large they are.
CIUDAD_COUNTRIES = ("SLV", "GTM", "HND", "NIC", "CRI", "PAN", "COL", "VEN", "ECU", "PER", "BOL",
                    "PRY", "MEX", "DOM", "CUB")  # fmt: skip
CIUDAD_SIZE = 20_000


@dataclass(frozen=True)
class Gazetteer:
    """Spellings and places for joins.

    known: key, what (place, demonym, name); first_tokens: words that names of several words begin
    with; names: key, is_exact, location_id, where a key that is not exact is that of a family of
    countries ("arabic:hama"); rule_keys: those keys; naming: names that end in a NAMING_NOUN;
    places: places with size and is_capital; demonyms: key, country_id; units: names of units that
    are listed with their noun ("niger state"): key without it, noun, whole; theatres: where states
    fight, country_id and theatre_id.
    """

    known: pl.DataFrame
    first_tokens: pl.Series
    names: pl.DataFrame
    rule_keys: pl.DataFrame
    naming: pl.Series
    places: pl.DataFrame
    demonyms: pl.DataFrame
    units: pl.DataFrame
    theatres: pl.DataFrame


@lru_cache(maxsize=2)
def prepare_gazetteer(lexicons: Lexicons) -> Gazetteer:
    """The gazetteer of the lexicons, made once."""
    known = known_names(lexicons)
    is_demonym = pl.col("is_demonym")
    exact = lexicons.place_names.filter(~is_demonym).select(
        pl.col("phrase").alias("key"), pl.lit(True).alias("is_exact"), "location_id"
    )
    cities = called_cities(exact, lexicons.places)
    exact = pl.concat([exact, cities])
    known = pl.concat([known, cities.select("key", what=pl.lit("place"))]).unique(
        "key", keep="first", maintain_order=True
    ).sort("key")  # fmt: skip
    by_rule = rule_names(exact, lexicons.places)
    seats = capitals(lexicons.place_names)["location_id"]
    return Gazetteer(
        known=known,
        first_tokens=known.filter(pl.col("key").str.contains(" ", literal=True))
        .select(pl.col("key").str.extract(r"^([^ ]+)").unique().sort())
        .to_series(),
        names=pl.concat([exact, by_rule]),
        rule_keys=by_rule.select("key").unique(),
        naming=exact.filter(pl.col("key").str.contains(rf" (?:{NAMING_NOUN})$"))["key"],
        places=sized_places(lexicons.places).with_columns(
            is_capital=pl.col("location_id").is_in(seats.implode())
        ),
        demonyms=lexicons.place_names.filter(is_demonym).select(
            pl.col("phrase").alias("key"), pl.col("location_id").alias("country_id")
        ),
        units=names_with_noun(exact, lexicons),
        theatres=theatres_of_war(lexicons),
    )


def called_cities(names: pl.DataFrame, places: pl.DataFrame) -> pl.DataFrame:
    """Towns of Latin America by the name with "Ciudad" that texts give them ("Ciudad Delgado"),
    where no place bears it already: the columns of names."""
    towns = places.filter(
        pl.col("country_id").is_in(CIUDAD_COUNTRIES),
        pl.col("location_type") == "populated_place",
        pl.col("population") >= CIUDAD_SIZE,
    ).select("location_id")
    called = names.join(towns, on="location_id", how="semi", maintain_order="left").with_columns(
        key=pl.format("ciudad {}", "key")
    )
    return called.filter(
        ~pl.col("key").is_in(names["key"].implode()), ~pl.col("key").str.contains("^ciudad ciudad")
    )


def names_with_noun(names: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Units that are listed with their noun: key without it, noun, whole name; those of the second
    level only where no place at all bears the name without it ("Tank district").

    noun is null where no unit bears the name without it, so that any noun means this one; else it
    is the noun that tells it from its namesake in the same country ("Kyiv region" from Kyiv).
    """
    units = names.join(
        lexicons.places.filter(pl.col("location_type").is_in(["admin1", "admin2"])).select(
            "location_id", "country_id", "location_type"
        ),
        on="location_id",
    )
    split = pl.col("key").str.extract_groups(rf"^(?<bare>.+) (?<noun>{UNIT_NOUN})$")
    columns = [split.struct.unnest(), "country_id", "location_type"]
    listed = units.select(*columns, whole="key").drop_nulls("bare")
    first = pl.col("location_type") == "admin1"
    bearers = units.filter(first).select(bare="key", bearer="country_id").unique()
    named = listed.join(bearers, on="bare", how="left").filter(
        pl.col("bearer").eq_missing(pl.col("country_id")) | pl.col("bearer").is_null(),
        first | ~pl.col("bare").is_in(names["key"].implode()),
    )
    return (
        named.select(
            key="bare", noun=pl.when(pl.col("bearer").is_not_null()).then("noun"), whole="whole"
        )
        .unique()
        .sort("key", "noun", "whole")
        .unique(["key", "noun"], keep="first", maintain_order=True)
    )


def known_names(lexicons: Lexicons) -> pl.DataFrame:
    """One row per spelling: key, what. A party or outlet beats a people, a people beats a place."""
    names = pl.concat([lexicons.source_names["phrase"], lexicons.actor_names["phrase"]])
    names = names.to_frame("key").select(plain_form(pl.col("key")), what=pl.lit("name"))
    peoples, places = (
        lexicons.place_names.filter(is_kind).select(key="phrase", what=pl.lit(what))
        for is_kind, what in ((pl.col("is_demonym"), "demonym"), (~pl.col("is_demonym"), "place"))
    )
    return (
        pl.concat([names, peoples, places])
        .unique("key", keep="first", maintain_order=True)
        .sort("key")
    )


def rule_names(names: pl.DataFrame, places: pl.DataFrame) -> pl.DataFrame:
    """Names of places of countries whose spelling follows a rule, by the rule's key."""
    countries = names.join(places.select("location_id", "country_id"), on="location_id")
    return pl.concat(
        [
            rule_keys(countries.filter(pl.col("country_id").is_in(members)), family)
            for family, members in COUNTRIES_BY_FAMILY.items()
        ]
    ).select(pl.col("key"), pl.lit(False).alias("is_exact"), "location_id")


def rule_keys(names: pl.DataFrame, family: str) -> pl.DataFrame:
    """Distinct rows with the family's key in place of the plain one; short keys say too little."""
    return (
        names.with_columns(spelling_key(pl.col("key"), family).alias("key"))
        .filter(pl.col("key").str.len_chars() >= SHORTEST_KEY)
        .with_columns(pl.format(f"{family}:{{}}", "key").alias("key"))
        .unique()
        .sort("key", "location_id")
    )


def sized_places(places: pl.DataFrame) -> pl.DataFrame:
    """Places with size: own population, else that of the towns known inside."""
    inside = pl.concat(
        [
            places.select(pl.col(unit).alias("location_id"), "population")
            for unit in ("admin1_id", "admin2_id")
        ]
    )
    inside = inside.drop_nulls().group_by("location_id").agg(pl.col("population").sum().alias("n"))
    return places.join(inside, on="location_id", how="left", maintain_order="left").select(
        "location_id", "location_type", "country_id", "admin1_id", "admin2_id", "latitude",
        "longitude",
        pl.coalesce("population", "n").fill_null(0).alias("size"),
    )  # fmt: skip
