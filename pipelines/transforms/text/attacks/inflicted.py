"""On whom casualties were inflicted: the other side of the fight or attack told before them."""

import polars as pl

SIDES = ["initiator_actor_id", "target_actor_id"]
RULES = ("casualty_deaths", "casualty_unnumbered", "casualty_some")
INFLICTED = r"(?i)(?-u:\b)inflict(?:ed|s|ing) (?:[a-z0-9,-]+ ){0,6}$"
# "X clashed with Y, inflicting nine casualties": X did, not Y that stands nearer.
BY_SUBJECT = (
    r"(?i)(?-u:\b)(?:clashed|fought|battled) (?:with|against) [^;]*, "
    r"inflicting (?:[a-z0-9,-]+ ){0,6}$"
)


def name_inflicted(keyed: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """The claims, casualties that a party inflicted with whom its sentence has it fight or attack.

    keyed: claims with row and anchor_start.
    """
    harms = keyed.filter(pl.col("rule_id").is_in(RULES), pl.col("victim_actor_id").is_null())
    if harms.is_empty():
        return keyed
    pairs = (
        keyed.join(harms, on="sentence_id", how="semi")
        .filter(
            pl.col("claim_type").is_in(["attack", "contested"]),
            pl.all_horizontal(pl.col(side).is_not_null() for side in SIDES),
        )
        .filter(pl.concat_list(SIDES).list.sort().n_unique().over("sentence_id") == 1)
        .sort("sentence_id", "anchor_start")
        .unique("sentence_id", keep="first", maintain_order=True)
        .select("sentence_id", first="initiator_actor_id", second="target_actor_id")
    )
    ahead = pl.col("text").str.slice(0, pl.col("anchor_start") - pl.col("start"))
    doer = (
        pl.when(pl.col("ahead").str.contains(BY_SUBJECT))
        .then("first")
        .otherwise("initiator_actor_id")
    )
    other = (
        pl.when(doer == pl.col("first")).then("second").when(doer == pl.col("second")).then("first")
    )
    told = (
        harms.select("row", "sentence_id", "anchor_start", "initiator_actor_id")
        .join(pairs, on="sentence_id")
        .join(sentences.select("sentence_id", "start", "text"), on="sentence_id")
        .with_columns(ahead=ahead)
        .filter(pl.col("ahead").str.contains(INFLICTED))
        .select("row", inflicted_by=doer, inflicted_on=other)
        .drop_nulls()
    )
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
