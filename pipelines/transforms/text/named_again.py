"""Persons killed or captured by name: what one sentence tells of them, another calls up."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.headline_claims import DATED
from pipelines.transforms.text.same_harm import names_of_places
from schemas.text import TIME_FIELDS
from schemas.vocab import FOUNDING

PLACE = ("location_id", "location_text", "where_precision")
TIMES = tuple(name for name in TIME_FIELDS if name != "date_basis")
# A word of a name: of four letters, the first a capital.
NAME = r"\p{Lu}[\p{L}'\x{2019}-]{3,}"
KINDS = ("people", "role", "pronoun", "place_noun", "unit", "time", "quantity", "method", "trigger")
# More at once are told by their number.
FEW = 3
LAND = "country"
TOLD = ("victim_actor_id", "initiator_actor_id", "claimant_id", "assertion", "date_basis")


def complete_named(claims: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Claims of persons harmed by name with what the article tells of the same harm elsewhere:
    who they were, who did it, where and when, each where their own sentence tells none.

    "Gunmen shot the priest Juan Salas in X on Monday. ... Salas's murder": one claim lends another
    what all that share a word of the name tell alike. Who did it is lent by the article's own
    voice, or to the same claimant. claims: the columns of Claims.
    """
    named = claims.with_row_index("row").filter(
        pl.col("claim_type") == "casualty",
        pl.col("value_best") <= FEW,
        pl.col("reject_reason").is_null(),
        pl.col("assertion").is_in(FOUNDING),
        ~pl.col("is_cumulative"),
    )
    words = (
        named.select(
            "row", "article_id", "harm", "value_best", *dict.fromkeys((*TOLD, *PLACE, *TIMES)),
            word=pl.col("value_text").str.extract_all(NAME),
        )
        .join(
            lexicons.places.select("location_id", lies_in="country_id"), on="location_id",
            how="left", maintain_order="left",
        )
        .explode("word", empty_as_null=False)
        .with_columns(pl.col("word").str.to_lowercase())
        .filter(~pl.col("word").is_in(words_of_no_name(lexicons).implode()))
    )  # fmt: skip
    key = ["article_id", "harm", "value_best", "word"]
    shared = words.filter(pl.len().over(key) > 1)
    if shared.is_empty():
        return claims
    asks = shared.select("row", *key, "claimant_id")
    given = given_of(named, lexicons)
    pairs = asks.join(shared, on=key, suffix="_there").filter(pl.col("row") != pl.col("row_there"))
    pairs = pairs.join(given, on="row", how="left", maintain_order="left").join(
        given.rename({"row": "row_there", "given": "given_there"}),
        on="row_there", how="left", maintain_order="left",
    )  # fmt: skip
    # "Her son Pedro Ruiz" is not Maria Ruiz.
    is_kin = pl.col("given").list.set_intersection("given_there").list.len() == 0
    pairs = pairs.filter(~is_kin.fill_null(False))
    rows = claims.with_row_index("row").join(
        names_of_places(lexicons), on="location_id", how="left", maintain_order="left"
    )
    return lent(rows, pairs).select(claims.columns)


def given_of(named: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """row and given: the given names in what claims call whom they harmed, where they tell some."""
    return (
        named.select(
            "row", given=pl.col("value_text").str.to_lowercase().str.extract_all(r"\p{L}+")
        )
        .explode("given", empty_as_null=False)
        .filter(pl.col("given").is_in(lexicons.given_names["name"].implode()))
        .group_by("row", maintain_order=True)
        .agg("given")
    )


def words_of_no_name(lexicons: Lexicons) -> pl.Series:
    """Words for people, offices and the like, and given names, which many bear."""
    return pl.concat([nouns(lexicons), lexicons.given_names["name"]]).unique()


def nouns(lexicons: Lexicons) -> pl.Series:
    """Words for people, offices and the like."""
    return lexicons.words.filter(pl.col("kind").is_in(KINDS))["phrase"].str.split(" ").explode()


def lent(rows: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """Claims with what those of the same name tell alike.

    rows: claims with called, the name of their place in lower case; pairs: row, claimant_id, and
    the columns of the other claim, its claimant as claimant_id_there.
    """
    is_own = (pl.col("assertion") == "asserted") | pl.col("claimant_id").eq_missing(
        "claimant_id_there"
    )
    does = pl.when(is_own).then("initiator_actor_id")
    is_dated = pl.col("date_basis").is_in(DATED)
    day = pl.when(is_dated).then(pl.struct(TIMES))
    is_land = pl.col("where_precision") == LAND
    place = pl.when(pl.col("location_id").is_not_null() & ~is_land).then(pl.struct(PLACE))
    land = pl.when(is_land).then(pl.struct(PLACE))
    told = {
        "victim": pl.col("victim_actor_id"), "doer": does, "town": place, "land": land, "day": day,
        "lies_in": pl.when(~is_land).then("lies_in"),
    }  # fmt: skip
    alike = pairs.group_by("row").agg(
        pl.when(one.drop_nulls().n_unique() == 1).then(one.drop_nulls().first()).alias(name)
        for name, one in told.items()
    )
    is_undated = pl.col("time_kind").is_null() & (pl.col("date_basis") == "reference")
    is_undated &= pl.col("day").struct.field("time_kind").is_not_null()
    # "Salas was killed", told where the dateline has the country alone, and "killed in X".
    is_nowhere = pl.col("location_id").is_null() & pl.col("place").is_not_null()
    is_there = pl.col("location_id") == pl.col("lies_in")
    # A capital that stands for its country is that of the dateline.
    is_dateline = pl.col("location_text").str.to_lowercase() != pl.col("called")
    is_nowhere |= is_land & pl.col("town").is_not_null() & (is_there | is_dateline).fill_null(False)
    lent = rows.join(alike, on="row", how="left", maintain_order="left")
    return lent.with_columns(place=pl.coalesce("town", "land")).with_columns(
        victim_actor_id=pl.coalesce("victim_actor_id", "victim"),
        initiator_actor_id=pl.coalesce("initiator_actor_id", "doer"),
        date_basis=pl.when(is_undated).then(pl.lit("carried")).otherwise("date_basis"),
        **{name: taken(name, "place", is_nowhere) for name in PLACE},
        **{name: taken(name, "day", is_undated) for name in TIMES},
    )


def taken(name: str, told: str, takes: pl.Expr) -> pl.Expr:
    """A column, from the struct `told` where takes holds."""
    return pl.when(takes).then(pl.col(told).struct.field(name)).otherwise(name)
