"""One telling, one claim: attacks that a sentence tells by their harm or as a fight for a place."""

import polars as pl

from pipelines.transforms.text.attacks.both_sides import HARMFUL, MUTUAL
from schemas.vocab import FOUNDING

# "Took X after a week of fighting": for X, and told with it.
FOUGHT_BEFORE = r"(?i)(?-u:\b)(?:after|following)(?-u:\b)[^.;,]{0,40}$"
WIDE = ("admin1", "admin2", "country", "unknown")
# What an attack and the claim beside it may leave open, but not say differently.
COMPARED = ("location_id", "initiator_actor_id", "time_text", "is_fact")
TELLING = ("casualty", "contested", "territory_change")
# Letters between a verb and its noun: "fought heavy street battles".
OBJECT = 25


def drop_told_otherwise(claims: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Claims without the attacks that another usable claim of their sentence tells, and without
    the fighting after which its place was taken.

    That is a harm done there by nobody else at no other time, or what the same word tells: a harm
    or fighting for the place. Stated zeros and running totals tell no other word's attack, and
    what may have happened tells none that did.
    """
    claims = drop_fights_won(claims, sentences)
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
    ).with_columns(
        tells_harm=is_harm & (pl.col("value_best") != 0).fill_null(True),
        is_fight=pl.col("claim_type") == "contested",
    )
    names = ["anchor_start", "is_open", *COMPARED]
    pairs = attacks.select("row", "sentence_id", "rule_id", "anchor_end", *names).join(
        others.select("sentence_id", "tells_harm", "is_fight", *names),
        on="sentence_id",
        suffix="_other",
    )
    to_other = pl.col("anchor_start_other") - pl.col("anchor_end")
    is_one_word = (pl.col("anchor_start") == pl.col("anchor_start_other")) | (
        pl.col("is_fight") & pl.col("rule_id").is_in(MUTUAL) & to_other.is_between(0, OBJECT)
    )
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


def drop_fights_won(claims: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Claims without the fighting that a sentence tells to say how a place was taken: "seized X
    after clashes with Y"."""
    fights = claims.with_row_index("row").filter(
        (pl.col("claim_type") == "contested") | pl.col("rule_id").is_in(MUTUAL)
    )
    if fights.is_empty():
        return claims
    taken = claims.filter(
        pl.col("claim_type") == "territory_change", pl.col("reject_reason").is_null()
    ).select("sentence_id", taken_start="anchor_start", taken_id="location_id")
    ahead = pl.col("text").str.slice(0, pl.col("anchor_start") - pl.col("start"))
    is_there = (pl.col("taken_id") == pl.col("location_id")) | pl.col("where_precision").is_in(WIDE)
    won = (
        fights.select("row", "sentence_id", "anchor_start", "location_id", "where_precision")
        .join(taken, on="sentence_id")
        .join(sentences.select("sentence_id", "start", "text"), on="sentence_id")
        .filter(
            pl.col("taken_start") < pl.col("anchor_start"),
            ahead.str.contains(FOUGHT_BEFORE),
            is_there.fill_null(True),
        )
    )
    rows = won["row"].implode()
    return claims.with_row_index("row").filter(~pl.col("row").is_in(rows)).drop("row")
