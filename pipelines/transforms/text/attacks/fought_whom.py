"""Militants whom nobody names, killed by an army that its sentence has fight one group: its men."""

from collections.abc import Sequence

import polars as pl

from pipelines.transforms.text.attacks.both_sides import HARMFUL, SIDES
from pipelines.transforms.text.attacks.loans import APART
from pipelines.transforms.text.parties.generic_actors import UNIDENTIFIED
from pipelines.transforms.text.parties.neighbours import STATE_FORCES


def name_fought(
    keyed: pl.DataFrame, sentences: pl.DataFrame, groups: Sequence[str]
) -> pl.DataFrame:
    """The claims; "the army clashed with X and killed nine rebels" names them as X's.

    keyed: claims with row and anchor_start. groups: the ids of armed groups.
    """
    first, second = (pl.col(side) for side in SIDES)
    asked = keyed.filter(
        pl.col("claim_type") == "casualty",
        pl.col("harm").is_in(HARMFUL),
        pl.col("victim_actor_id") == UNIDENTIFIED,
        first.str.starts_with(STATE_FORCES),
    ).select("row", "sentence_id", "anchor_start", state=SIDES[0])
    if asked.is_empty():
        return keyed
    fights = (
        keyed.filter(pl.col("claim_type").is_in(["contested", "attack"]))
        .select(
            "sentence_id",
            fought_at="anchor_start",
            state=pl.when(first.str.starts_with(STATE_FORCES)).then(first).otherwise(second),
            group=pl.when(first.is_in(groups)).then(first).otherwise(second),
        )
        .filter(pl.col("state").str.starts_with(STATE_FORCES), pl.col("group").is_in(groups))
        .filter(pl.col("group").n_unique().over("sentence_id") == 1)
        .unique("sentence_id", keep="first", maintain_order=True)
    )
    gap = (pl.col("anchor_start") - pl.col("fought_at")).clip(0)
    between = pl.col("text").str.slice((pl.col("fought_at") - pl.col("start")).clip(0), gap)
    named = (
        asked.join(fights, on=["sentence_id", "state"])
        .join(sentences.select("sentence_id", "start", "text"), on="sentence_id")
        .filter(pl.col("anchor_start") > pl.col("fought_at"), ~between.str.contains(APART))
        .select("row", "group")
    )
    return (
        keyed.join(named, on="row", how="left", maintain_order="left")
        .with_columns(
            pl.when(pl.col("group").is_not_null()).then("group").otherwise(name).alias(name)
            for name in ("victim_actor_id", "target_actor_id")
        )
        .drop("group")
    )
