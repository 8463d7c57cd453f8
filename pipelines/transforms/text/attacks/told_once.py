"""One telling, one claim: attacks that a sentence tells by their harm or as a fight for a place."""

import polars as pl

from pipelines.transforms.text.attacks.tellings import HARMFUL, MUTUAL
from schemas.vocab import FOUNDING

# What an attack and the claim beside it may leave open, but not say differently.
COMPARED = ("location_id", "initiator_actor_id", "time_text", "is_fact")
TELLING = ("casualty", "contested", "territory_change")


def drop_told_otherwise(claims: pl.DataFrame) -> pl.DataFrame:
    """Claims without the attacks that another usable claim of their sentence tells.

    That is a harm done there by nobody else at no other time, or what the same word tells: a harm
    or fighting for the place. Stated zeros and running totals tell no other word's attack, and
    what may have happened tells none that did.
    """
    keyed = claims.with_row_index("row").with_columns(
        is_fact=pl.col("assertion").is_in(FOUNDING), is_open=pl.col("assertion") == "unconfirmed"
    )
    # Of an exchange of fire either side may be named first.
    doer = pl.when(~pl.col("rule_id").is_in(MUTUAL)).then("initiator_actor_id")
    attacks = keyed.filter(pl.col("claim_type") == "attack").with_columns(initiator_actor_id=doer)
    if attacks.is_empty():
        return claims
    is_harm = pl.col("harm").is_in(HARMFUL) & ~pl.col("is_cumulative")
    others = keyed.filter(
        pl.col("claim_type").is_in(TELLING),
        pl.col("reject_reason").is_null(),
    ).with_columns(tells_harm=is_harm & (pl.col("value_best") != 0).fill_null(True))
    names = ["anchor_start", "is_open", *COMPARED]
    pairs = attacks.select("row", "sentence_id", *names).join(
        others.select("sentence_id", "tells_harm", *names), on="sentence_id", suffix="_other"
    )
    is_one_word = pl.col("anchor_start") == pl.col("anchor_start_other")
    is_doubted = pl.col("is_open_other") & ~pl.col("is_open")
    is_one_harm = (
        pl.col("tells_harm")
        & ~is_doubted
        & pl.all_horizontal(
            (pl.col(name) == pl.col(f"{name}_other")).fill_null(True) for name in COMPARED
        )
    )
    told = pairs.filter(is_one_word | is_one_harm)["row"].unique().implode()
    return keyed.filter(~pl.col("row").is_in(told)).drop("row", "is_fact", "is_open")
