"""What the names around a name say of the place it means: where they lie, how large they are."""

import polars as pl

from pipelines.transforms.text.places.names_beside import neighbours
from pipelines.transforms.text.places.theatres import with_theatres

OPENS = r"^(?:\p{Lu}\p{Ll}+,? )?In (?:the )?$"
METROPOLIS = 1_000_000
FAR_LARGER = 20
LARGER = 1.5
# How many names of a country make its own namesake of a great city the one where they fight.
OF_SCENE = 2
IN_PLACE = (
    r"(?i)(?:fight|clash|battle|kill|attack|bomb|shell|wound|injur|dead|died|ambush|explosion|"
    r"installation|garrison|barracks|positions?|post)[^.;,]{0,50} (?:in|near|outside|around) $"
)
WEIGHTY = 100_000
# The United States are named in news of every war.
IN_ALL_NEWS = "USA"
# News of so many countries, of none of which more than half of the names speak.
ROUNDUP, MOST_OF_ROUNDUP = 4, 0.5


def with_context(found: pl.DataFrame, named: pl.DataFrame, theatres: pl.DataFrame) -> pl.DataFrame:
    """Add how often the sentence and the article name a candidate's province and country.

    A name is evidence for a province or country if all it may mean lies there, or nearly all by
    population, and if it is no small town's without a preposition or noun of place; a hit is no
    evidence for itself. What names a state names its theatres of war (see theatres), too.
    """
    evidence = largest_candidates(found)
    telling = evidence.filter("is_telling")
    states = pl.concat(
        rows.select("article_id", "sentence_id", "key", "country_id")
        for rows in (telling.filter("is_name"), named)
    )
    places = telling.filter(~pl.col("is_name")).select(states.columns)
    countries = pl.concat([places, with_theatres(states, theatres)])
    named_themselves = pl.concat([places, states])
    placed = with_spoken_of(with_names_beside(found, evidence), telling, named)
    counted = with_names_elsewhere(with_counts(placed, telling, countries), named_themselves)
    is_heard = pl.col("n_country_in_article") > 0
    is_metropolis = ((pl.col("size") >= METROPOLIS) | pl.col("is_capital")) & ~pl.col(
        "location_type"
    ).is_in(["admin1", "admin2"])
    # "Fighting in Berlin and Alegria", where all else lies in a country that has a Berlin.
    is_typed = pl.col("noun").is_in(["admin2", "facility"]).fill_null(False)
    is_scene = (pl.col("left").str.contains(IN_PLACE) | is_typed) & (
        pl.col("n_country_in_article").max().over("hit_no") >= OF_SCENE
    )
    is_metropolis &= is_heard | ~is_scene
    is_known_place = is_heard | is_metropolis | ~is_heard.any().over("hit_no")
    return counted.with_columns(
        # A far larger namesake gives way to one of a country that the article does name.
        pl.col("is_far_largest") & is_known_place,
        (pl.col("n_admin1_in_sentence") > 0).alias("is_admin1_in_sentence"),
        # "In Idlib, two men were killed in the town of Binnish": the province opens the sentence.
        (
            (pl.col("location_type") == "admin1")
            & pl.col("left").str.contains(OPENS)
            & (pl.col("n_admin1_in_sentence") > 0)
            & (pl.col("n_typed_towns") > 0)
        ).alias("is_opening_unit"),
        (pl.col("n_country_in_sentence") > 0).alias("is_country_in_sentence"),
    )


def with_names_beside(found: pl.DataFrame, evidence: pl.DataFrame) -> pl.DataFrame:
    """Add is_far_largest and is_largest_country (it lies where the largest candidate does),
    is_holder (it is written as the holder of a smaller place), is_country, is_admin1_beside and
    is_country_beside (a name close by lies in it), held_in."""
    largest = evidence.select("hit_no", "larger_id", largest_id="country_id")
    return (
        found.join(largest, on="hit_no", maintain_order="left")
        .join(neighbours(evidence), on="hit_no", maintain_order="left")
        .with_columns(
            is_far_largest=(pl.col("country_id") == pl.col("largest_id")).fill_null(False),
            is_largest_country=(pl.col("country_id") == pl.col("larger_id")).fill_null(False),
            is_holder=(
                (pl.col("location_type") == "admin1") & (pl.col("location_id") == pl.col("held"))
            ).fill_null(False),
            is_country=pl.col("location_type") == "country",
            **{
                f"is_{unit}_beside": pl.col(f"{unit}_id")
                .is_in(pl.col("units_beside"))
                .fill_null(False)
                for unit in ("admin1", "country")
            },
        )
    )


def with_spoken_of(found: pl.DataFrame, telling: pl.DataFrame, named: pl.DataFrame) -> pl.DataFrame:
    """Add is_spoken_of: the article has the country's name, people or great city."""
    of_name = (named, telling.filter("is_name"))
    spoken = pl.concat(rows.select("article_id", "country_id") for rows in of_name).unique()
    return found.join(
        spoken.with_columns(is_spoken_of=pl.lit(True)), on=["article_id", "country_id"],
        how="left", maintain_order="left",
    ).with_columns(pl.col("is_spoken_of").fill_null(False))  # fmt: skip


def with_counts(
    found: pl.DataFrame, telling: pl.DataFrame, countries: pl.DataFrame
) -> pl.DataFrame:
    """Add n_<unit>_in_<scope> as count_others gives them, is_by_chance (names that speak for the
    candidate's country do not for it) and n_typed_towns (towns that a noun of their kind leads to,
    in its sentence and its first-level unit)."""
    for unit, rows in (("admin1", telling), ("country", countries)):
        rows = rows.rename({f"{unit}_id": "unit_id"}).drop_nulls("unit_id")
        for scope in ("sentence", "article"):
            found = count_others(found, rows, unit, scope)
    is_town = pl.col("location_type") == "populated_place"
    # That speaks for no small town of theirs.
    is_by_chance = (
        (pl.col("country_id") == IN_ALL_NEWS)
        & is_town
        & (pl.col("size") < WEIGHTY)
        & (pl.col("n_admin1_in_article") == 0)
    ).fill_null(False)
    typed = (
        found.filter(is_town & pl.col("noun").is_in(["populated_place"]))
        .select("sentence_id", "admin1_id", "key")
        .drop_nulls()
        .unique()
        .group_by("sentence_id", "admin1_id")
        .agg(n_typed_towns=pl.len())
    )
    return (
        found.with_columns(
            pl.when(~is_by_chance).then(name).otherwise(0).alias(name)
            for name in ("n_country_in_sentence", "n_country_in_article")
        )
        .with_columns(is_by_chance=is_by_chance)
        .join(typed, on=["sentence_id", "admin1_id"], how="left", maintain_order="left")
        .with_columns(pl.col("n_typed_towns").fill_null(0))
    )


def with_names_elsewhere(found: pl.DataFrame, countries: pl.DataFrame) -> pl.DataFrame:
    """Add n_elsewhere: other names in the article that speak for other countries; is_roundup: they
    speak for several, and for none mostly."""
    named = countries.drop_nulls("country_id")
    spread = (
        named.group_by("article_id", "country_id")
        .agg(n=pl.len())
        .group_by("article_id")
        .agg(
            is_roundup=(pl.len() >= ROUNDUP)
            & (pl.col("n").max() <= MOST_OF_ROUNDUP * pl.col("n").sum())
        )
    )
    total = named.group_by("article_id").agg(n_all=pl.len().cast(pl.Int64))
    own = named.group_by("article_id", "key").agg(n_own=pl.len().cast(pl.Int64))
    return (
        found.join(total, on="article_id", how="left", maintain_order="left")
        .join(own, on=["article_id", "key"], how="left", maintain_order="left")
        .join(spread, on="article_id", how="left", maintain_order="left")
        .with_columns(
            is_roundup=pl.col("is_roundup").fill_null(False),
            n_elsewhere=pl.col("n_all").fill_null(0)
            - pl.col("n_own").fill_null(0)
            - pl.col("n_country_in_article"),
        )
    )


def is_weighty() -> pl.Expr:
    """A country, a province, or a town of some size."""
    return (pl.col("location_type") != "populated_place") | (pl.col("size") >= WEIGHTY)


def largest_candidates(found: pl.DataFrame) -> pl.DataFrame:
    """One row per hit, in order: its largest candidate with admin1_id, country_id and larger_id
    (the country again), each null unless that is larger than all candidates elsewhere by far
    (larger_id: by something); is_small, is_telling and is_name (a country or a great city)."""
    by_size = found.sort("hit_no", "size", "location_id", descending=[False, True, False])
    largest = by_size.unique("hit_no", keep="first", maintain_order=True)
    flags = by_size.group_by("hit_no").agg(
        pl.col("location_type").is_in(["populated_place", "admin2"]).any().alias("is_small"),
        is_weighty().any().alias("is_weighty"),
    )
    for unit in ("admin1_id", "country_id"):
        elsewhere = (
            by_size.join(largest.select("hit_no", own=unit), on="hit_no", maintain_order="left")
            .filter(pl.col(unit).ne_missing(pl.col("own")))
            .unique("hit_no", keep="first", maintain_order=True)
            .select("hit_no", pl.col("size").alias(f"size_beside_{unit}"))
        )
        largest = largest.join(elsewhere, on="hit_no", how="left", maintain_order="left")
    return largest.join(flags, on="hit_no", maintain_order="left").select(
        "hit_no", "article_id", "sentence_id", "start", "end", "key", "left", "is_pair", "is_small",
        prevailing("admin1_id", FAR_LARGER),
        prevailing("country_id", FAR_LARGER),
        prevailing("country_id", LARGER).alias("larger_id"),
        is_telling=pl.col("is_exact") & (pl.col("is_local") | pl.col("is_weighty")),
        is_name=(pl.col("location_type") == "country") | (pl.col("size") >= METROPOLIS),
    )  # fmt: skip


def prevailing(unit: str, times: float) -> pl.Expr:
    """The unit where the largest candidate lies, if those elsewhere are smaller by far."""
    elsewhere = pl.col(f"size_beside_{unit}")
    return pl.when(elsewhere.is_null() | (pl.col("size") > times * elsewhere)).then(unit)


def count_others(found: pl.DataFrame, rows: pl.DataFrame, unit: str, scope: str) -> pl.DataFrame:
    """Add n_<unit>_in_<scope>: hits of other names there that speak for the candidate's unit."""
    group = [f"{scope}_id", "unit_id"]
    total = rows.group_by(group).agg(pl.len().cast(pl.Int64).alias("n_all"))
    own = rows.group_by([*group, "key"]).agg(pl.len().cast(pl.Int64).alias("n_own"))
    return (
        found.with_columns(pl.col(f"{unit}_id").alias("unit_id"))
        .join(total, on=group, how="left", maintain_order="left")
        .join(own, on=[*group, "key"], how="left", maintain_order="left")
        .with_columns(
            (pl.col("n_all").fill_null(0) - pl.col("n_own").fill_null(0)).alias(
                f"n_{unit}_in_{scope}"
            )
        )
        .drop("unit_id", "n_all", "n_own")
    )
