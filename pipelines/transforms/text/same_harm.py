"""A harm that one article tells twice: what one telling leaves out, the other gives."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.places.told_behind import WIDE

# Smaller numbers agree by chance too often to tell that two harms of one article are one.
TELLING_NUMBER = 5
# Of how many it takes that what is told of no more than a country is what is told of a town in it.
SURE_NUMBER = 7
PLACE = ["location_id", "location_text", "where_precision"]


def same_harm_told_twice(
    found: pl.DataFrame, mentions: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """Where one article tells a harm of one number twice, the telling without a victim takes the
    other's, and the telling without a place, or in no more than a country, the other's place
    there; in two places they are two, and on two days."""
    key = ["article_id", "harm", "value_best"]
    is_exact = (pl.col("qualifier") != "vague").fill_null(True)
    telling = (pl.col("value_best") >= TELLING_NUMBER) & ~pl.col("is_subset") & is_exact
    harms = found.filter(telling.fill_null(False), pl.col("reject_reason").is_null())
    days = days_named(mentions, harms)
    apart = (
        harms.select(*key, "sentence_id")
        .join(days, on="sentence_id")
        .group_by(*key, "kind_of_day")
        .agg(n=pl.col("day").n_unique())
        .filter(pl.col("n") > 1)
    )
    town = pl.when(~pl.col("where_precision").is_in(WIDE)).then("location_id")
    in_one_place = town.drop_nulls().n_unique().over(key) <= 1
    victims = only_value(harms.filter(in_one_place), key, ["victim_actor_id"])
    named = found.join(victims, on=key, how="left", maintain_order="left").with_columns(
        victim_actor_id=pl.when(telling)
        .then(pl.coalesce("victim_actor_id", "only_victim_actor_id"))
        .otherwise("victim_actor_id")
    )
    towns = only_value(
        harms.filter(town.is_not_null()).join(apart, on=key, how="anti"), key, PLACE
    ).join(
        lexicons.places.select(only_location_id="location_id", lies_in="country_id"),
        on="only_location_id",
        how="left",
    )
    sides = harms.group_by(key).agg(
        is_one_deed=(pl.col("initiator_actor_id").drop_nulls().n_unique() <= 1)
        & (pl.col("victim_actor_id").drop_nulls().n_unique() <= 1)
    )
    called = lexicons.places.select("location_id", called=pl.col("name").str.to_lowercase())
    wide = harms.filter(town.is_null(), pl.col("location_id").is_not_null())
    lands = only_value(wide.join(towns, on=key, how="anti"), key, PLACE)
    places = pl.concat([towns, lands], how="diagonal")
    is_lost = pl.col("location_id").is_null()
    is_lost |= (
        (pl.col("where_precision") == "country")
        & (pl.col("location_id") == pl.col("lies_in"))
        & (pl.col("value_best") >= SURE_NUMBER)
        & pl.col("is_one_deed")
        # "In X" may be all that is known of another deed there, and a dateline is where it is told.
        & (pl.col("location_text").str.to_lowercase() != pl.col("called"))
    )
    is_lost &= telling
    is_lost = is_lost.fill_null(False)
    beside = named.join(places, on=key, how="left", maintain_order="left")
    beside = beside.join(sides, on=key, how="left", maintain_order="left")
    placed = beside.join(called, on="location_id", how="left", maintain_order="left").with_columns(
        pl.when(is_lost & pl.col("only_location_id").is_not_null())
        .then(f"only_{name}")
        .otherwise(name)
        .alias(name)
        for name in PLACE
    )
    return placed.select(found.columns)


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
