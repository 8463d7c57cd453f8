"""What all of those harmed are: "six people, all of them soldiers, were killed", "two
brothers, both farmers", "fifty people, mostly civilians"."""

import polars as pl

from pipelines.transforms.text.parties.civil_members import CIVIL_KINDS, CIVILIANS
from pipelines.transforms.text.runs import beside

# From the group's last letter to 'all'.
COMMA, DASH = len(", "), len(" -- ")
# What may part the word of harm from 'all': where and when it was.
SCENE = ("in", "article", "place", "place_noun", "time", "unit", "of", "comma", "have")
# "Killed ten people near X, all of them soldiers": so may those harmed.
GROUP = ("quantity", "people", "method")
MOSTLY = (
    r"(?i)^(?:mostly|mainly|largely|chiefly|predominantly|overwhelmingly|most of (?:them|whom)|"
    r"the (?:vast |great |overwhelming )?majority(?: of (?:them|whom))?)$"
)


def name_all(harms: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """The harms, victims that only a noun behind tells of by what it says.

    harms: sentence_id, trigger_no, group_end and victim_actor_id. 'All' stands right behind their
    group, or behind where and when they were harmed: "ten people were killed near X, all of them
    soldiers".
    """
    # No mention but of these, of which 'all' counts as an article, parts two of one number.
    is_told = ~pl.col("kind").is_in(SCENE) & ~is_most()
    told_no = is_told.cum_sum()
    others_no = (is_told & ~pl.col("kind").is_in(GROUP)).cum_sum()
    triggers = mentions.select(
        "sentence_id",
        trigger_no="mention_no",
        trigger_end="end",
        trigger_told=told_no,
        trigger_others=others_no,
    )
    told = (
        mentions.select(
            "sentence_id",
            all_start="start",
            all_told=told_no,
            all_others=others_no,
            all_of=who_all_are(),
        )
        .drop_nulls("all_of")
        .unique("sentence_id", keep="first", maintain_order=True)
    )
    gap = pl.col("all_start") - pl.col("group_end")
    # Nothing but the scene parts it from the word of harm.
    is_active = (pl.col("rule_id") == "active") & (pl.col("trigger_end") < pl.col("group_end"))
    is_behind = (gap > 0) & (
        (pl.col("all_told") == pl.col("trigger_told"))
        | (is_active & (pl.col("all_others") == pl.col("trigger_others")))
    )
    # 'All' and 'both' tell it better than kin does: "two sisters, both nurses".
    is_named = (pl.col("victim_actor_id").fill_null(CIVILIANS) == CIVILIANS) & (
        gap.is_between(COMMA, DASH) | is_behind
    )
    is_of_one = (is_named & pl.col("all_of").is_not_null()).fill_null(False)
    return (
        harms.join(told, on="sentence_id", how="left", maintain_order="left")
        .join(triggers, on=["sentence_id", "trigger_no"], how="left", maintain_order="left")
        .with_columns(
            victim_actor_id=pl.when(is_named).then("all_of").otherwise("victim_actor_id"),
            # "Six people, all civilians, died" are of one side.
            rule_id=pl.when(is_of_one)
            .then(pl.col("rule_id").replace("mixed", "passive"))
            .otherwise("rule_id"),
        )
        .drop(
            "all_start",
            "all_of",
            "all_told",
            "all_others",
            "trigger_told",
            "trigger_others",
            "trigger_end",
        )
    )


def who_all_are() -> pl.Expr:
    """Of 'all' and 'both' behind a comma, who the noun behind says they are, of 'mostly' civilians
    if they are; null for all else."""
    run, kind, who = pl.col("sentence_id"), pl.col("kind"), pl.col("entity_id")
    is_of_them = beside(kind, run, -1) == "subset"
    noun, noun_id = (
        pl.when(is_of_them).then(beside(column, run, -2)).otherwise(beside(column, run, -1))
        for column in (kind, who)
    )
    is_all = ((kind == "article") & (pl.col("sense") == "all")) | (kind == "both")
    is_apposed = beside(kind, run, 1).is_in(["comma", "bracket"])
    are_civil = beside(who, run, -1).is_in(CIVIL_KINDS) & (
        (beside(kind, run, -2) != "and").fill_null(True)
        | beside(who, run, -3).is_in(CIVIL_KINDS).fill_null(False)
    )
    return (
        pl.when(is_all & noun.is_in(["people", "actor", "role"]) & is_apposed)
        .then(noun_id)
        .when(is_most() & is_apposed & are_civil)
        .then(pl.lit(CIVILIANS))
    )


def is_most() -> pl.Expr:
    """True for 'mostly' and what means it."""
    return (pl.col("kind") == "subset") & pl.col("text").str.contains(MOSTLY)
