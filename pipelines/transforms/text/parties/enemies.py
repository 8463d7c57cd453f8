"""Who "the enemy" is: the other side of whoever speaks of it, or fights it."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.parties.first_person import ENEMY
from pipelines.transforms.text.parties.generic_actors import (
    ARMED_TYPES,
    generic_table,
    named_parties,
)
from pipelines.transforms.text.parties.neighbours import STATE_FORCES

DOERS, SUFFERERS = ("initiator_actor_id", "to_actor_id"), (
    "victim_actor_id", "target_actor_id", "from_actor_id",
)  # fmt: skip
PARTIES = (*DOERS, *SUFFERERS)
# Told as harm done, unlike "the enemy lost nine men".
HARMED = ("casualty_passive", "casualty_reduced")
OURS = r"(?i)^(?:ours?|we)(?-u:\b)"
STATE_TYPE, OCCUPIERS = "state forces", "generic-occupiers"


def name_enemies(told: pl.DataFrame, mentions: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Claims with "the enemy" by name where their article tells who it is, else without.

    told: claims with speaker_actor_id. "The enemy lost nine men, the army said": that side which
    claims of the article have the army fight, if it is one; else the one armed side that the
    article names beside it; of an occupied country its occupier. Where nobody of a side speaks, it
    is the enemy of the other party, or else of the one side of whose deeds the article tells.
    Who was harmed of the enemy, whoever speaks of it harmed.
    """
    rows = told.with_row_index("row")
    asked = rows.filter(pl.any_horizontal(pl.col(PARTIES) == ENEMY))
    if asked.is_empty():
        return told
    sides = named_parties(lexicons, (STATE_TYPE, *ARMED_TYPES))
    of_side = sides_asked(rows, asked, mentions, sides)
    named = (
        of_side.join(opponents(told, sides), on=["article_id", "side"], how="left")
        .join(named_beside(mentions, sides, of_side), on=["article_id", "side"], how="left")
        .join(occupiers(lexicons), on="side", how="left")
        .select("row", enemy=pl.coalesce("opponent", "beside", "occupier"))
    )
    # "Nine of the enemy were killed": by whoever says so.
    is_harmed = (
        pl.col("rule_id").is_in(HARMED)
        & (pl.col("victim_actor_id") == ENEMY)
        & pl.col("initiator_actor_id").is_null()
        & side_of("speaker_actor_id", sides).is_not_null()
        & (pl.col("value_best") != 0).fill_null(True)
    ).fill_null(False)
    return (
        rows.with_columns(
            initiator_actor_id=pl.when(is_harmed)
            .then("speaker_actor_id")
            .otherwise("initiator_actor_id"),
            target_actor_id=pl.when(is_harmed).then("victim_actor_id").otherwise("target_actor_id"),
        )
        .join(named, on="row", how="left", maintain_order="left")
        .with_columns(
            pl.when(pl.col(party) == ENEMY).then("enemy").otherwise(party).alias(party)
            for party in PARTIES
        )
        .drop("row", "enemy")
    )


def sides_asked(
    rows: pl.DataFrame, asked: pl.DataFrame, mentions: pl.DataFrame, sides: pl.DataFrame
) -> pl.DataFrame:
    """Whose enemy each claim asked for tells of: row, article_id, side; those of nobody are left
    out.

    rows: all claims. It is whoever speaks, else the other party, else the one side of whose deeds
    the article tells.
    """
    speaker = side_of("speaker_actor_id", sides)
    other = pl.coalesce(*(side_of(party, sides) for party in PARTIES))
    doers = pl.coalesce(*(side_of(party, sides) for party in DOERS))
    alone = (
        rows.select("article_id", doer=doers)
        .drop_nulls()
        .group_by("article_id")
        .agg(pl.col("doer").first(), n=pl.col("doer").n_unique())
        .filter(pl.col("n") == 1)
    )
    # "Our forces clashed with the enemy": theirs who speaks, whoever else the article tells of.
    is_ours = mentions["text"].str.contains(OURS)
    ours = mentions.filter(is_ours)["article_id"].unique().implode()
    return (
        asked.with_columns(
            side=pl.when(pl.col("article_id").is_in(ours))
            .then(speaker)
            .otherwise(pl.coalesce(speaker, other))
        )
        .join(
            alone.filter(~pl.col("article_id").is_in(ours)), on="article_id", how="left",
            maintain_order="left",
        )
        .select("row", "article_id", side=pl.coalesce("side", "doer"))
        .drop_nulls("side")
    )  # fmt: skip


def occupiers(lexicons: Lexicons) -> pl.DataFrame:
    """The army that holds a part of a state's land: side (the state's forces), occupier."""
    return (
        generic_table(lexicons)
        .filter(pl.col("generic") == OCCUPIERS)
        .select(
            side=pl.lit(STATE_FORCES) + pl.col("country").str.to_lowercase(), occupier="by_country"
        )
    )


def side_of(party: str | pl.Expr, sides: pl.DataFrame) -> pl.Expr:
    """The side of a party by its actor_id, null where the table (entity_id, side_id) lacks it."""
    actor = pl.col(party) if isinstance(party, str) else party
    return actor.replace_strict(sides["entity_id"], sides["side_id"], default=None)


def opponents(told: pl.DataFrame, sides: pl.DataFrame) -> pl.DataFrame:
    """The one side that claims have a side fight: article_id, side, opponent."""
    doer, sufferer = (
        pl.coalesce(*(side_of(party, sides) for party in parties)) for parties in (DOERS, SUFFERERS)
    )
    fights = told.select("article_id", side=doer, opponent=sufferer).drop_nulls()
    both = [fights, fights.select("article_id", side="opponent", opponent="side")]
    return only_one(pl.concat(both), "opponent")


def named_beside(mentions: pl.DataFrame, sides: pl.DataFrame, asked: pl.DataFrame) -> pl.DataFrame:
    """The one armed side that an article names beside a side: article_id, side, beside."""
    named = mentions.select("article_id", beside=side_of("entity_id", sides)).drop_nulls().unique()
    pairs = asked.select("article_id", "side").unique().join(named, on="article_id")
    return only_one(pairs, "beside")


def only_one(pairs: pl.DataFrame, other: str) -> pl.DataFrame:
    """One row per article and side with one other side."""
    others = pairs.filter(pl.col("side") != pl.col(other)).unique()
    return (
        others.group_by("article_id", "side")
        .agg(pl.col(other).first(), n=pl.len())
        .filter(pl.col("n") == 1)
        .drop("n")
    )
