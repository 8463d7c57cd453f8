"""Strikes of one state on another land: who fired the first fired the rest of the article's."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from schemas.vocab import FOUNDING

# Ways of attack by which a state reaches another's land.
FROM_AFAR = ("Air/drone strike", "Shelling/artillery/missile attack")


def lend_strikes(claims: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Claims of harm by strikes without a doer with the state that the article has strike there.

    "Russia struck Kharkiv. In Sumy, a guided bomb killed two": where all strikes in a country of
    which it is told whose they are were one other state's, the rest were, too (sides_basis
    inferred). claims: the columns of Claims.
    """
    lands = lexicons.places.select("location_id", land="country_id")
    homes = lexicons.actors.select(
        initiator_actor_id="actor_id", home="country_iso3", actor_type="actor_type"
    )
    is_told = pl.col("assertion").is_in(FOUNDING) & pl.col("reject_reason").is_null()
    is_strike = is_told & pl.col("sub_event_type").is_in(FROM_AFAR)
    rows = claims.join(lands, on="location_id", how="left", maintain_order="left")
    known = rows.filter(is_told, pl.col("initiator_actor_id").is_not_null()).join(
        homes, on="initiator_actor_id", how="left"
    )
    is_abroad = (pl.col("actor_type") == "state forces") & (pl.col("home") != pl.col("land"))
    # "Russia struck Kharkiv" does not say with what.
    is_plain = pl.col("sub_event_type").is_null() & (pl.col("claim_type") == "casualty")
    strikers = (
        known.filter(is_strike | (is_plain & is_abroad))
        .group_by("article_id", "land")
        .agg(
            striker=pl.col("initiator_actor_id").first(),
            n=pl.col("initiator_actor_id").n_unique(),
            is_abroad=is_abroad.all(),
        )
        .filter("is_abroad", pl.col("n") == 1)
        .select("article_id", "land", "striker")
    )
    lent = is_strike & (pl.col("claim_type") == "casualty")
    lent &= pl.col("initiator_actor_id").is_null() & pl.col("striker").is_not_null()
    lent &= (pl.col("victim_actor_id") != pl.col("striker")).fill_null(True)
    return (
        rows.join(strikers, on=["article_id", "land"], how="left", maintain_order="left")
        .with_columns(
            initiator_actor_id=pl.when(lent).then("striker").otherwise("initiator_actor_id"),
            sides_basis=pl.when(lent).then(pl.lit("inferred")).otherwise("sides_basis"),
        )
        .drop("land", "striker")
    )
