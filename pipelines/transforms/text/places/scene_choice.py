"""Which of the places that a harm's sentence names is its scene."""

import polars as pl

from pipelines.transforms.text.places.carried_scenes import ELSEWHERE_COST, NO_SCENE_COST
from pipelines.transforms.text.places.clauses import is_another_attack, opens_clause
from pipelines.transforms.text.places.common_places import common_place
from pipelines.transforms.text.runs import first_after

CLAUSE_COST, EARLIER_COST = 4, 1
NO_PLACE_COST = 20
# Where a place that opens a sentence stands at the latest, and what one behind it may cost.
OPENING_AT, OWN_COST = 2, CLAUSE_COST + EARLIER_COST + 1
# "Nine were killed, while two were hurt in X": what such a clause tells has its own place.
CONTRASTING = r"(?i)^(?:while|whereas|;)$"


def choose_places(harms: pl.DataFrame, named: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """The best place mention of a harm's sentence: sentence_id, harm_no, list_no, cost and at
    (its mention)."""
    clauses = mentions.select(
        "sentence_id",
        trigger_no="mention_no",
        trigger_clause=opens_clause().cum_sum(),
    )
    told = harms.select("sentence_id", "harm_no", "trigger_no").join(
        clauses, on=["sentence_id", "trigger_no"], how="inner"
    )
    apart = (
        contrasting_clauses(mentions)
        .join(told.select(clause_no="trigger_clause"), on="clause_no", how="semi")
        .select("sentence_id", "clause_no", apart_cost=apart_cost())
    )
    gap = pl.col("mention_no") - pl.col("trigger_no")
    placed = told.join(named, on="sentence_id", how="inner").join(
        apart, on=["sentence_id", "clause_no"], how="left", maintain_order="left"
    )
    priced = placed.with_columns(
        cost=pl.when(
            pl.col("is_scene_of_clause") & (pl.col("clause_no") + 1 == pl.col("trigger_clause"))
        )
        .then(-CLAUSE_COST)
        .otherwise("cost")
        + pl.when(pl.col("clause_no") == pl.col("trigger_clause"))
        .then(0)
        .when(pl.col("apart_cost").is_not_null())
        .then("apart_cost")
        .otherwise(CLAUSE_COST)
        + pl.when(gap < 0).then(EARLIER_COST).otherwise(0)
    )
    return (
        priced.sort("sentence_id", "harm_no", "cost", gap.abs(), "mention_no")
        .unique(["sentence_id", "harm_no"], keep="first", maintain_order=True)
        .select("sentence_id", "harm_no", "list_no", "cost", at="mention_no")
    )


def apart_cost() -> pl.Expr:
    """What a place of another clause costs: the halves of "19 killed; bomb in X hurts two" share
    none."""
    return pl.when(pl.col("text") == ";").then(NO_PLACE_COST).otherwise(NO_SCENE_COST)


def contrasting_clauses(mentions: pl.DataFrame) -> pl.DataFrame:
    """The sentence_id, clause_no and first word of clauses that tell of something beside what the
    clause before tells."""
    triggers = pl.when(pl.col("kind") == "trigger").then("mention_no")
    # "Killed while grazing sheep in X" tells nothing of its own there.
    is_told = first_after(triggers, pl.col("sentence_id")).is_not_null()
    contrasts = (pl.col("kind") == "clause") & pl.col("text").str.contains(CONTRASTING)
    contrasts &= is_told
    return (
        mentions.select(
            "sentence_id",
            "text",
            clause_no=opens_clause().cum_sum(),
            is_apart=contrasts | is_another_attack(),
        )
        .filter("is_apart")
        .select("sentence_id", "clause_no", "text")
    )


def choose_unlisted(
    harms: pl.DataFrame, chosen: pl.DataFrame, unlisted: pl.DataFrame, mentions: pl.DataFrame
) -> pl.DataFrame:
    """The unlisted place of each harm's sentence that serves better than any known one there, or as
    well and stands before it."""
    best = choose_places(harms, unlisted, mentions).filter(pl.col("cost") < NO_SCENE_COST)
    # "In the Hebron hills, settlers hurt a man in X": the town that opens it only holds X.
    opening = mentions.filter(pl.col("mention_no") == 0, pl.col("kind") == "in")["sentence_id"]
    is_opening = pl.col("sentence_id").is_in(opening.implode()) & (pl.col("at") <= OPENING_AT)
    known = chosen.select(
        "sentence_id", "harm_no", known_cost="cost", known_at="at", is_opening=is_opening
    )
    known_cost = pl.col("known_cost").fill_null(NO_PLACE_COST)
    is_first = (pl.col("cost") == known_cost) & (pl.col("at") < pl.col("known_at"))
    is_behind_opening = pl.col("is_opening") & (pl.col("at") > pl.col("known_at"))
    is_behind_opening &= pl.col("cost") <= OWN_COST
    return (
        best.join(known, on=["sentence_id", "harm_no"], how="left")
        .filter((pl.col("cost") < known_cost) | is_first | is_behind_opening.fill_null(False))
        .select("sentence_id", "harm_no", "list_no")
        .join(unlisted, on=["sentence_id", "list_no"])
        .sort("sentence_id", "harm_no", "mention_no")
        .unique(["sentence_id", "harm_no"], keep="first", maintain_order=True)
    )


def join_lists(chosen: pl.DataFrame, named: pl.DataFrame, places: pl.DataFrame) -> pl.DataFrame:
    """The place of each harm: the chosen mention's, or what all places of its list lie in."""
    # "Killed in Kidal, France said" lists no two places.
    scenes = named.filter(pl.col("cost") < ELSEWHERE_COST)
    listed = chosen.select("sentence_id", "harm_no", "list_no").join(
        scenes, on=["sentence_id", "list_no"], how="inner"
    )
    return common_place(listed, ["sentence_id", "harm_no"], places)
