"""A harm that one article tells twice: what one telling leaves out, the other gives."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.places.told_behind import WIDE

# Smaller numbers agree by chance too often to tell that two harms of one article are one.
TELLING_NUMBER = 5
# Of how many it takes that what is told of no more than a country is what is told of a town in it.
SURE_NUMBER = 7
PLACE = ["location_id", "location_text", "where_precision"]
KEY = ["article_id", "harm", "value_best"]
TOWN = pl.when(~pl.col("where_precision").is_in(WIDE)).then("location_id")


def same_harm_told_twice(
    found: pl.DataFrame, mentions: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """Where one article tells a harm of one number twice, the telling without a victim takes the
    other's, and the telling without a place, or in no more than a country, the other's place
    there; in two places they are two, and on two days."""
    is_exact = (pl.col("qualifier") != "vague").fill_null(True)
    telling = (pl.col("value_best") >= TELLING_NUMBER) & ~pl.col("is_subset") & is_exact
    harms = found.filter(telling.fill_null(False), pl.col("reject_reason").is_null())
    in_one_place = TOWN.drop_nulls().n_unique().over(KEY) <= 1
    victims = only_value(harms.filter(in_one_place), KEY, ["victim_actor_id"])
    named = found.join(victims, on=KEY, how="left", maintain_order="left").with_columns(
        victim_actor_id=pl.when(telling)
        .then(pl.coalesce("victim_actor_id", "only_victim_actor_id"))
        .otherwise("victim_actor_id")
    )
    places = places_told(harms, mentions, lexicons)
    is_lost = pl.col("location_id").is_null()
    is_lost |= (
        (pl.col("where_precision") == "country")
        & (pl.col("location_id") == pl.col("lies_in"))
        & (pl.col("value_best") >= SURE_NUMBER)
        & pl.col("is_one_deed")
        # "In X" may be all that is known of another deed there, and a dateline is where it is told.
        & (pl.col("location_text").str.to_lowercase() != pl.col("called"))
    )
    is_lost = (is_lost & telling).fill_null(False)
    beside = named.join(places, on=KEY, how="left", maintain_order="left").join(
        names_of_places(lexicons), on="location_id", how="left", maintain_order="left"
    )
    return beside.with_columns(
        pl.when(is_lost & pl.col("only_location_id").is_not_null())
        .then(f"only_{name}")
        .otherwise(name)
        .alias(name)
        for name in PLACE
    ).select(found.columns)


def places_told(harms: pl.DataFrame, mentions: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Of each harm the one town told, or else the one country: KEY, only_<column of PLACE>, lies_in
    (the town's country) and is_one_deed (its tellings name no two doers or victims)."""
    apart = (
        harms.select(*KEY, "sentence_id")
        .join(days_named(mentions, harms), on="sentence_id")
        .group_by(*KEY, "kind_of_day")
        .agg(n=pl.col("day").n_unique())
        .filter(pl.col("n") > 1)
    )
    towns = only_value(
        harms.filter(TOWN.is_not_null()).join(apart, on=KEY, how="anti"), KEY, PLACE
    ).join(
        lexicons.places.select(only_location_id="location_id", lies_in="country_id"),
        on="only_location_id",
        how="left",
    )
    wide = harms.filter(TOWN.is_null(), pl.col("location_id").is_not_null())
    lands = only_value(wide.join(towns, on=KEY, how="anti"), KEY, PLACE)
    sides = harms.group_by(KEY).agg(
        is_one_deed=(pl.col("initiator_actor_id").drop_nulls().n_unique() <= 1)
        & (pl.col("victim_actor_id").drop_nulls().n_unique() <= 1)
    )
    return pl.concat([towns, lands], how="diagonal").join(
        sides, on=KEY, how="left", maintain_order="left"
    )


def names_of_places(lexicons: Lexicons) -> pl.DataFrame:
    """location_id and called, a place's own name in lower case: a dateline's capital that stands
    for its country bears another."""
    return lexicons.places.select("location_id", called=pl.col("name").str.to_lowercase())


def days_named(mentions: pl.DataFrame, harms: pl.DataFrame) -> pl.DataFrame:
    """sentence_id, kind_of_day and day: the first weekday and the first date that sentences of
    harms name."""
    sense = pl.col("sense")
    is_date = sense.str.starts_with("month_of_") & pl.col("text").str.contains(r"[0-9]")
    return (
        mentions.filter(pl.col("kind") == "time", (sense == "weekday") | is_date)
        .join(harms.select("sentence_id"), on="sentence_id", how="semi")
        .select(
            "sentence_id",
            kind_of_day=pl.when(is_date).then(pl.lit("date")).otherwise("sense"),
            day=pl.when(is_date)
            .then(sense + pl.col("text").str.extract(r"([0-9]+)"))
            .otherwise(pl.col("text").str.to_lowercase()),
        )
        .unique(["sentence_id", "kind_of_day"], keep="first", maintain_order=True)
    )


def only_value(harms: pl.DataFrame, key: list[str], columns: list[str]) -> pl.DataFrame:
    """One row per key for which the first of the columns has just one value: only_<column>."""
    first = columns[0]
    return (
        harms.filter(pl.col(first).is_not_null())
        .sort(*key, *columns)
        .group_by(key, maintain_order=True)
        .agg(
            n=pl.col(first).n_unique(), **{f"only_{name}": pl.col(name).first() for name in columns}
        )
        .filter(pl.col("n") == 1)
        .drop("n")
    )
