"""On whom casualties were inflicted: the other side of the fight or attack told before them."""

import polars as pl

from pipelines.transforms.text.parties.first_person import ENEMY
from pipelines.transforms.text.parties.generic_actors import UNIDENTIFIED

SIDES = ["initiator_actor_id", "target_actor_id"]
RULES = (
    "casualty_deaths", "casualty_unnumbered", "casualty_some", "casualty_died", "casualty_reduced",
)  # fmt: skip
INFLICTED = r"(?i)(?-u:\b)inflict(?:ed|s|ing) (?:[a-z0-9,-]+ ){0,6}$"
# "Inflicted 15 casualties and four soldiers died": these were not.
ALREADY = r"(?i)(?-u:\b)inflict(?:ed|s|ing) [^.;]{0,40}?(?:casualties|losses|damage|deaths) "
ON_SOMEBODY = r"(?i)^[^.;]{0,60}? (?:on|upon|against|among|to) "
KEY = ["article_id", "part_no", "sentence_no"]
# "X clashed with Y, inflicting nine casualties": X did, not Y that stands nearer.
BY_SUBJECT = (
    r"(?i)(?-u:\b)(?:clashed|fought|battled) (?:with|against) [^;]*, "
    r"inflicting (?:[a-z0-9,-]+ ){0,6}$"
)


def name_inflicted(keyed: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """The claims, casualties that a party inflicted with whom its sentence has it fight or attack,
    or the one before it: "X attacked Y. It inflicted nine casualties." Of a party with nobody
    beside it, they are the enemy's.

    keyed: claims with row and anchor_start.
    """
    harms = keyed.filter(pl.col("rule_id").is_in(RULES), pl.col("victim_actor_id").is_null())
    if harms.is_empty():
        return keyed
    numbers = sentences.select("sentence_id", *KEY, base="start", sentence="text")
    ahead = pl.col("sentence").str.slice(0, pl.col("anchor_start") - pl.col("base"))
    behind = pl.col("sentence").str.slice(pl.col("anchor_end") - pl.col("base"))
    asked = (
        harms.select("row", "sentence_id", "anchor_start", "anchor_end", "initiator_actor_id")
        .join(numbers, on="sentence_id")
        .with_columns(ahead=ahead, behind=behind)
        .filter(pl.col("ahead").str.contains(INFLICTED), ~pl.col("ahead").str.contains(ALREADY))
    )
    if asked.is_empty():
        return keyed
    named = on_whom_told(asked, pairs_told(keyed), numbers)
    # "X inflicted nine casualties": on whom it fights in its article.
    left = (
        asked.filter(
            ~pl.col("behind").str.contains(ON_SOMEBODY),
            pl.col("initiator_actor_id") != UNIDENTIFIED,
        )
        .join(named, on="row", how="anti", maintain_order="left")
        .select("row", inflicted_by="initiator_actor_id", inflicted_on=pl.lit(ENEMY))
    )
    told = pl.concat([named, left])
    is_told = pl.col("inflicted_on").is_not_null()
    return (
        keyed.join(told, on="row", how="left", maintain_order="left")
        .with_columns(
            victim_actor_id=pl.coalesce("victim_actor_id", "inflicted_on"),
            initiator_actor_id=pl.coalesce("inflicted_by", "initiator_actor_id"),
            target_actor_id=pl.when(is_told).then("inflicted_on").otherwise("target_actor_id"),
            sides_basis=pl.when(is_told).then(pl.lit("stated")).otherwise("sides_basis"),
        )
        .drop("inflicted_by", "inflicted_on")
    )


def on_whom_told(asked: pl.DataFrame, pairs: pl.DataFrame, numbers: pl.DataFrame) -> pl.DataFrame:
    """row, inflicted_by, inflicted_on: the two of the pair that the sentence of a harm tells of,
    or the one before it."""
    doer = (
        pl.when(pl.col("ahead").str.contains(BY_SUBJECT))
        .then("first")
        .otherwise("initiator_actor_id")
    )
    here = asked.join(pairs, on="sentence_id").with_columns(doer=doer)
    before = pairs.join(numbers, on="sentence_id").select(
        *KEY[:2], pl.col("sentence_no") + 1, "first", "second"
    )
    there = (
        asked.filter(~pl.col("behind").str.contains(ON_SOMEBODY))
        .join(here, on="row", how="anti", maintain_order="left")
        .join(before, on=KEY)
        .with_columns(doer="initiator_actor_id")
    )
    other = (
        pl.when(pl.col("doer") == pl.col("first"))
        .then("second")
        .when(pl.col("doer") == pl.col("second"))
        .then("first")
    )
    return (
        pl.concat([here, there.select(here.columns)])
        .select("row", inflicted_by="doer", inflicted_on=other)
        .drop_nulls()
    )


def pairs_told(keyed: pl.DataFrame) -> pl.DataFrame:
    """The one pair of parties that attack or fight in a sentence: sentence_id, first, second."""
    return (
        keyed.filter(
            pl.col("claim_type").is_in(["attack", "contested"]),
            pl.all_horizontal(pl.col(side).is_not_null() for side in SIDES),
        )
        .filter(pl.concat_list(SIDES).list.sort().n_unique().over("sentence_id") == 1)
        .sort("sentence_id", "anchor_start")
        .unique("sentence_id", keep="first", maintain_order=True)
        .select("sentence_id", first="initiator_actor_id", second="target_actor_id")
    )
