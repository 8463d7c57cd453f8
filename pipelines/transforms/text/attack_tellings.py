"""One telling, one claim: attacks that a sentence tells by their harm or as a fight for a place."""

import polars as pl

HARMFUL = ("killed", "wounded", "killed_or_wounded", "captured", "casualties_unquantified")
# What an attack and the claim beside it may leave open, but not say differently.
COMPARED = ("location_id", "initiator_actor_id", "time_text", "is_fact")
FACTS = ("asserted", "attributed", "unconfirmed")


def drop_told_otherwise(claims: pl.DataFrame) -> pl.DataFrame:
    """Claims without the attacks that another usable claim of their sentence tells.

    That is a harm done there by nobody else at no other time, or, of the same word, fighting for
    the place. Stated zeros and running totals tell no attack.
    """
    is_attack = pl.col("claim_type") == "attack"
    keyed = claims.with_row_index("row").with_columns(is_fact=pl.col("assertion").is_in(FACTS))
    attacks = keyed.filter(is_attack)
    if attacks.is_empty():
        return claims
    is_harm = (
        (pl.col("claim_type") == "casualty")
        & pl.col("harm").is_in(HARMFUL)
        & ~pl.col("is_cumulative")
        & (pl.col("value_best") != 0).fill_null(True)
    )
    others = keyed.filter(
        is_harm | (pl.col("claim_type") == "contested"), pl.col("reject_reason").is_null()
    )
    names = ["claim_type", "anchor_start", *COMPARED]
    pairs = attacks.select("row", "sentence_id", *names).join(
        others.select("sentence_id", *names), on="sentence_id", suffix="_other"
    )
    is_one_word = (pl.col("claim_type_other") == "contested") & (
        pl.col("anchor_start") == pl.col("anchor_start_other")
    )
    is_one_harm = (pl.col("claim_type_other") == "casualty") & pl.all_horizontal(
        (pl.col(name) == pl.col(f"{name}_other")).fill_null(True)
        for name in COMPARED
    )
    told = pairs.filter(is_one_word | is_one_harm)["row"].unique().implode()
    return keyed.filter(~pl.col("row").is_in(told)).drop("row", "is_fact")
