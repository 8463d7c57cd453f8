"""Parties that one claim of a sentence lends to another: both sides of a fight for a place."""

from collections.abc import Sequence

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.parties.generic_actors import (
    ARMED_TYPES,
    UNIDENTIFIED,
    UNIDENTIFIED_COMMUNAL,
    named_parties,
)
from pipelines.transforms.text.parties.neighbours import STATE_FORCES

STATE_TYPE = "state forces"
ATTEMPT = "territory_attempt"
SIDES = ("initiator_actor_id", "target_actor_id")
# "Clashes went on in A, while in B the army killed two": told of another fight.
APART = (
    r"(?i)(?-u:\b)(?:while|separate(?:ly)?|elsewhere|meanwhile|earlier|later|before|since|days?|"
    r"another)(?-u:\b)|;"
)


def lend_to_fights(
    keyed: pl.DataFrame, sentences: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """Lend the two armed parties that the attacks and harms of a sentence name to the fight for a
    place that it tells without both: "the army killed nine rebels in a clash in A"."""
    is_open = pl.any_horizontal(pl.col(side).is_null() for side in SIDES)
    fights = keyed.filter(pl.col("claim_type") == "contested", is_open)
    if fights.is_empty():
        return keyed
    known = named_parties(lexicons, (STATE_TYPE, *ARMED_TYPES))["entity_id"].to_list()
    is_armed = pl.all_horizontal(
        pl.col(side).is_in([*known, UNIDENTIFIED, UNIDENTIFIED_COMMUNAL]) for side in SIDES
    )
    pair = pl.concat_list(SIDES).list.sort()
    givers = (
        keyed.join(fights, on="sentence_id", how="semi")
        .filter(
            pl.col("claim_type").is_in(["attack", "casualty"]),
            pl.col(SIDES[0]) != pl.col(SIDES[1]),
            is_armed,
        )
        .filter(pair.n_unique().over("sentence_id") == 1)
        .sort("sentence_id", "claim_type", "anchor_start")
        .unique(["sentence_id", "anchor_start"], keep="first", maintain_order=True)
        .select(
            "sentence_id", "location_id", "anchor_start", "evidence_start", "evidence_end", *SIDES
        )
    )
    base, first = pl.col("start"), pl.min_horizontal("anchor_start", "anchor_start_told")
    gap = pl.max_horizontal("anchor_start", "anchor_start_told") - first
    sides = pl.concat_list([f"{side}_told" for side in SIDES])
    lent = (
        fights.select("row", "sentence_id", "rule_id", "location_id", "anchor_start", *SIDES)
        .join(givers, on="sentence_id", suffix="_told")
        .join(sentences.select("sentence_id", "start", "text"), on="sentence_id")
        .filter(
            ~pl.col("text").str.slice(first - base, gap).str.contains(APART),
            # "X and Y clashed in A and B": one word tells of both places.
            (pl.col("location_id") == pl.col("location_id_told")).fill_null(True)
            | (pl.col("anchor_start") == pl.col("anchor_start_told")),
            *(pl.col(side).is_null() | pl.col(side).is_in(sides) for side in SIDES),
        )
        .sort("row", gap)
        .unique("row", keep="first", maintain_order=True)
        .with_columns(
            is_turned=(pl.col("rule_id") == ATTEMPT)
            & (pl.col(SIDES[0]) == pl.col(f"{SIDES[1]}_told")).fill_null(False)
        )
        .select(
            "row",
            # Who tries to take a place fights first, whoever drove them off.
            lent_initiator=pl.when("is_turned").then(SIDES[0]).otherwise(f"{SIDES[0]}_told"),
            lent_target=pl.when("is_turned").then(f"{SIDES[0]}_told").otherwise(f"{SIDES[1]}_told"),
            lent_victim=pl.lit(None, pl.String),
            lent_start="evidence_start",
            lent_end="evidence_end",
            lent_place="location_id_told",
        )
    )
    return lend_doers(take_loans(keyed, lent), sentences, known)


def lend_doers(keyed: pl.DataFrame, sentences: pl.DataFrame, known: Sequence[str]) -> pl.DataFrame:
    """Lend the one party that a sentence has attack or harm somebody to its fight with another:
    "X launched an offensive, with clashes with Y".

    known: the armed parties by name.
    """
    doer, other = SIDES
    fights = keyed.filter(
        pl.col("claim_type") == "contested", pl.col(doer).is_null(), pl.col(other).is_not_null()
    )
    if fights.is_empty():
        return keyed
    givers = (
        keyed.join(fights, on="sentence_id", how="semi")
        .filter(
            pl.col("claim_type").is_in(["attack", "casualty"]),
            pl.col(doer).is_in([*known, UNIDENTIFIED]),
        )
        .filter(pl.col(doer).n_unique().over("sentence_id") == 1)
        .sort("sentence_id", "anchor_start")
        .unique("sentence_id", keep="first", maintain_order=True)
        .select(
            "sentence_id", "location_id", "anchor_start", "evidence_start", "evidence_end", who=doer
        )
    )
    first = pl.min_horizontal("anchor_start", "anchor_start_told")
    gap = pl.max_horizontal("anchor_start", "anchor_start_told") - first
    lent = (
        fights.select("row", "sentence_id", "location_id", "anchor_start", other)
        .join(givers, on="sentence_id", suffix="_told")
        .join(sentences.select("sentence_id", "start", "text"), on="sentence_id")
        .filter(
            pl.col("who") != pl.col(other),
            ~pl.col("text").str.slice(first - pl.col("start"), gap).str.contains(APART),
            (pl.col("location_id") == pl.col("location_id_told")).fill_null(True),
        )
        .select(
            "row",
            lent_initiator="who",
            lent_target=other,
            lent_victim=pl.lit(None, pl.String),
            lent_start="evidence_start",
            lent_end="evidence_end",
            lent_place="location_id_told",
        )
    )
    return take_loans(keyed, lent)


def take_loans(keyed: pl.DataFrame, lent: pl.DataFrame) -> pl.DataFrame:
    """The claims with the parties lent to them, and the evidence of both.

    "Israel killed nine": a country that did it, and where the attack was not, is no place of it.
    """
    is_lent = pl.col("lent_start").is_not_null()
    is_doer = pl.col("lent_initiator").is_not_null()
    home = pl.col("lent_initiator").str.strip_prefix(STATE_FORCES).str.to_uppercase()
    is_doers_home = ((pl.col("location_id") == home) & pl.col("lent_place").is_null()).fill_null(
        False
    )
    nowhere = {"location_id": None, "location_text": None, "where_precision": "unknown"}
    return (
        keyed.join(lent, on="row", how="left", maintain_order="left")
        .with_columns(
            *(
                pl.when(is_doers_home).then(pl.lit(value, pl.String)).otherwise(name).alias(name)
                for name, value in nowhere.items()
            ),
            initiator_actor_id=pl.when(is_doer)
            .then("lent_initiator")
            .otherwise("initiator_actor_id"),
            target_actor_id=pl.when(is_doer).then("lent_target").otherwise("target_actor_id"),
            victim_actor_id=pl.coalesce("lent_victim", "victim_actor_id"),
            sides_basis=pl.when(is_lent).then(pl.lit("stated")).otherwise("sides_basis"),
            evidence_start=pl.min_horizontal("evidence_start", "lent_start"),
            evidence_end=pl.max_horizontal("evidence_end", "lent_end"),
        )
        .drop(
            "lent_initiator", "lent_target", "lent_victim", "lent_start", "lent_end", "lent_place"
        )
    )
