"""Which place a name means: the noun beside it, then the places named around it, then size."""

import polars as pl

from pipelines.transforms.text.places.evidence import METROPOLIS, with_context
from pipelines.transforms.text.places.gazetteer import Gazetteer
from pipelines.transforms.text.places.own_units import is_own_unit
from pipelines.transforms.text.places.theatres import with_theatres

ORDER = [
    "is_holder", "is_opening_unit", "is_called_so", "is_country", "is_admin1_beside",
    "is_country_beside", "is_own_unit", "is_far_largest",
    "is_admin1_in_sentence", "is_country_in_sentence", "n_admin1_in_article",
    "n_country_in_article", "is_home_of_party", "is_typed", "is_largest_country", "kind_rank",
    "size",
]  # fmt: skip
BETTER_HIGH = [name != "kind_rank" for name in ORDER]


def candidates(hits: pl.DataFrame, gazetteer: Gazetteer) -> pl.DataFrame:
    """One row per hit and place it may mean: hit_no, article_id, sentence_id, location columns.

    A noun that types the name ("Banu district") leaves only places of that type, if any is; a
    town that its country lists as a district is kept for where the text names the country.
    """
    is_local = pl.col("has_preposition") | pl.col("noun").is_not_null()
    found = (
        hits.filter(pl.col("what") == "place")
        .select(
            "hit_no",
            "article_id",
            "sentence_id",
            "start",
            "end",
            "key",
            "is_exact",
            "noun",
            "left",
            "right",
            (pl.len().over("list_no") == 2).alias("is_pair"),
            is_local.any().over("list_no").alias("is_local"),
        )
        .join(gazetteer.names.rename({"is_exact": "is_exact_name"}), on="key")
        .filter(pl.col("is_exact") == pl.col("is_exact_name"))
        .drop("is_exact_name")
        .join(gazetteer.places, on="location_id")
    )
    typed = found.with_columns(
        is_typed=(pl.col("location_type") == pl.col("noun")).fill_null(False),
        is_own_unit=is_own_unit(),
    ).drop("right")
    is_seat = (pl.col("noun") == "populated_place") & (pl.col("location_type") == "admin2")
    is_seat &= ~pl.col("is_typed").any().over("hit_no", "country_id")
    is_other = ~pl.col("is_typed").any().over("hit_no")
    return typed.filter(pl.col("is_typed") | is_other | is_seat.fill_null(False)).sort(
        "hit_no", "location_id"
    )


def choose(
    found: pl.DataFrame,
    named: pl.DataFrame,
    theatres: pl.DataFrame,
    homes: pl.DataFrame | None = None,
) -> pl.DataFrame:
    """One row per hit: hit_no, entity_id (null where two places stay equal), location_type,
    country_id, size, is_capital, latitude, longitude, n_countries, is_known_country (the article
    names the country otherwise, or a party of it), is_known_unit (so of its first-level unit),
    is_held_elsewhere (the text says that
    it lies in another country), n_elsewhere (names of other countries, or of places and peoples
    there, in it), is_roundup (of several countries, of none of which it mostly speaks),
    is_beside_point (of other countries it speaks more, and nothing speaks of the
    country by its name, people or great city).

    named: countries that demonyms name (article_id, sentence_id, hit_no, country_id); homes: those
    of the parties named (article_id, country_id); theatres: where states fight (country_id,
    theatre_id).
    """
    homes = named.select("article_id", "country_id").clear() if homes is None else homes
    held = with_theatres(homes, theatres).unique().with_columns(is_home_of_party=pl.lit(True))
    scored = (
        with_called_units(with_context(found, named, theatres))
        .join(
            held, on=["article_id", "country_id"],
            how="left", maintain_order="left",
        )
        .with_columns(
            is_home_of_party=pl.col("is_home_of_party").fill_null(False) & ~pl.col("is_by_chance"),
            kind_rank=kind_rank(),
        )
        .with_columns(is_far_largest=pl.col("is_far_largest") & ~gives_way())
    )  # fmt: skip
    scored = scored.sort("hit_no", *ORDER, "location_id", descending=[False, *BETTER_HIGH, False])
    tie = pl.struct(ORDER) == pl.struct(ORDER).shift(-1)
    same_hit = pl.col("hit_no") == pl.col("hit_no").shift(-1)
    return (
        scored.with_columns((tie & same_hit).fill_null(False).alias("is_tied"))
        .group_by("hit_no", maintain_order=True)
        .agg(
            pl.when(~pl.col("is_tied").first()).then(pl.col("location_id").first())
            .alias("entity_id"),
            pl.col("location_type", "country_id", "size", "is_capital").first(),
            pl.col("latitude", "longitude").first(),
            pl.col("country_id").n_unique().alias("n_countries"),
            ((pl.col("n_country_in_article") > 0) | pl.col("is_home_of_party"))
            .first()
            .alias("is_known_country"),
            (pl.col("n_admin1_in_article").first() > 0).alias("is_known_unit"),
            is_held_elsewhere().first(),
            pl.col("n_elsewhere", "is_roundup").first(),
            (~pl.col("is_spoken_of") & (pl.col("n_country_in_article") < pl.col("n_elsewhere")))
            .first()
            .alias("is_beside_point"),
        )
    )  # fmt: skip


def gives_way() -> pl.Expr:
    """True for a far larger namesake of a place where a party named is at home, unless the article
    speaks of its country or it is a great city."""
    is_at_home = pl.col("is_home_of_party")
    is_known = is_at_home | (pl.col("size") >= METROPOLIS) | (pl.col("n_country_in_article") > 0)
    return is_at_home.any().over("hit_no") & ~is_known


def with_called_units(found: pl.DataFrame) -> pl.DataFrame:
    """Add is_called_so: a unit whose noun the article gives wherever it names it but this once, the
    first time: "Strike kills nine in Sagaing", and then "Sagaing Region"."""
    key = ["article_id", "key"]
    hits = found.select(
        *key, "hit_no", is_unit=pl.col("noun").is_in(["admin1"]).fill_null(False)
    ).unique("hit_no", maintain_order=True)
    called = (
        hits.group_by(key)
        .agg(
            hit_no=pl.col("hit_no").min(),
            n_units=pl.col("is_unit").sum(),
            n=pl.len(),
        )
        .filter(pl.col("n_units") > 0, pl.col("n_units") + 1 == pl.col("n"))
    )
    first = called.join(hits.filter(~pl.col("is_unit")), on=[*key, "hit_no"], how="semi")
    is_first = pl.col("hit_no").is_in(first["hit_no"].implode())
    return found.with_columns(is_called_so=is_first & (pl.col("location_type") == "admin1"))


def is_held_elsewhere() -> pl.Expr:
    """Whether the text says that the name lies in another country, or a town in another province of
    its country, than the place it may mean; of a great city a comma does not say so: "strikes on
    Damascus, Israel said"."""
    is_small = pl.col("size") < METROPOLIS
    behind = (pl.col("country_id") != pl.col("held_behind")) & is_small
    unit = (pl.col("admin1_id") != pl.col("held_unit")) & is_small
    unit &= pl.col("location_type").is_in(["populated_place", "admin2"])
    return (
        (pl.col("country_id") != pl.col("held_in")).fill_null(False)
        | behind.fill_null(False)
        | unit.fill_null(False)
    ).alias("is_held_elsewhere")


def kind_rank() -> pl.Expr:
    """0 country; 1 a town named like its province; 2 province; 3 district; 4 other towns."""
    is_town = pl.col("location_type") == "populated_place"
    province_too = (
        (pl.col("location_type") == "admin1").any().over("hit_no", "country_id")
    ) & pl.col("admin1_id").is_not_null()
    return (
        pl.when(is_town & province_too)
        .then(1)
        .when(is_town)
        .then(4)
        .otherwise(
            pl.col("location_type").replace_strict(
                {"country": 0, "admin1": 2, "admin2": 3}, default=5, return_dtype=pl.Int32
            )
        )
    )
