"""Attachment for attacks: who attacks and who is attacked by each word of an attack."""

import polars as pl

from pipelines.transforms.text.attacks.grammar import (
    ATTACK_RULES,
    RECIPROCAL,
)
from pipelines.transforms.text.attacks.passed_over import PARTY, pass_over_targets
from pipelines.transforms.text.attacks.role_fits import (
    MARKS,
    fits_initiator,
    fits_target,
    may_act,
    may_suffer,
)
from pipelines.transforms.text.grammar.attachment import pair, price, settle
from pipelines.transforms.text.parties.generic_actors import UNIDENTIFIED
from pipelines.transforms.text.parties.neighbours import STATE_FORCES


def attach_parties(
    anchors: pl.DataFrame, parties: pl.DataFrame, sentences: pl.DataFrame
) -> pl.DataFrame:
    """trigger_id, role, candidate_id: who attacks and who is attacked."""
    pairs = price(
        pair(anchors.with_columns(anchor_id="trigger_id"), parties, ATTACK_RULES, sentences)
    ).join(parties.select("candidate_id", *MARKS), on="candidate_id", maintain_order="left")
    is_initiator = pl.col("role") == "initiator"
    fits = pl.when(is_initiator).then(fits_initiator()).otherwise(fits_target())
    may = pl.when(is_initiator).then(may_act()).otherwise(may_suffer())
    return settle(pairs.filter(fits & may)).select("role", "candidate_id", trigger_id="anchor_id")


def with_parties(anchors: pl.DataFrame, roles: pl.DataFrame, parties: pl.DataFrame) -> pl.DataFrame:
    """Anchors with the parties of each role: id, type, offsets; of two that clash the first named
    acts."""
    told = anchors
    for role in ("initiator", "target"):
        filled = (
            roles.filter(pl.col("role") == role)
            .join(parties, on="candidate_id")
            .select(
                "trigger_id",
                **{
                    f"{role}_no": "candidate_id", f"{role}_id": "actor_id",
                    f"{role}_type": "actor_type", f"{role}_start": "start", f"{role}_end": "end",
                    f"{role}_seat": "seat", f"{role}_is_people": "is_people",
                    f"{role}_is_armed": "is_armed",
                },
            )
        )  # fmt: skip
        told = told.join(filled, on="trigger_id", how="left", maintain_order="left")
    told = told.with_columns(part_rebels(role) for role in ("initiator", "target"))
    is_same = (pl.col("initiator_no") == pl.col("target_no")) | (
        pl.col("initiator_id") == pl.col("target_id")
    )
    told = told.with_columns(
        pl.when(~is_same.fill_null(False)).then(name).alias(name)
        for name in told.columns
        if name.startswith("target_")
    ).drop("initiator_is_people", "target_is_people")
    is_turned = pl.col("form").is_in(RECIPROCAL) & (
        pl.col("target_start") < pl.col("initiator_start")
    ).fill_null(False)
    turned = told.with_columns(
        pl.when(is_turned)
        .then(f"{other}_{name}")
        .otherwise(f"{role}_{name}")
        .alias(f"{role}_{name}")
        for role, other in (("initiator", "target"), ("target", "initiator"))
        for name in PARTY
    )
    return pass_over_targets(turned).with_columns(
        initiator_id=pl.coalesce("initiator_id", "owner_id"),
        has_initiator=pl.col("initiator_no").is_not_null() | pl.col("owner_id").is_not_null(),
        has_target=pl.col("target_no").is_not_null(),
    )


def part_rebels(role: str) -> pl.Expr:
    """The id of a role; "rebels attacked X positions": these are not X's, whomever the article
    calls rebels."""
    other = "target" if role == "initiator" else "initiator"
    is_both = (
        (pl.col("initiator_id") == pl.col("target_id"))
        & (pl.col("initiator_no") != pl.col("target_no"))
        & ~pl.col("target_id").str.starts_with(STATE_FORCES)
        & pl.col(f"{role}_is_people")
        & ~pl.col(f"{other}_is_people")
    ).fill_null(False)
    return pl.when(is_both).then(pl.lit(UNIDENTIFIED)).otherwise(f"{role}_id").alias(f"{role}_id")
