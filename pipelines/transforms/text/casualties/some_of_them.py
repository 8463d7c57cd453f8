"""Who "three of them" are: the people told of before, in their sentence or the one before it."""

import polars as pl

from pipelines.transforms.text.parties.actors import STATE_FORCES
from pipelines.transforms.text.runs import beside

OF_THEM = r"(?i)^of (?:them|those)$"
# "Rebels attacked soldiers, but nine of them were killed": of which side, only the fight tells.
BUT = r"(?i)^(?:but|however|though|although)$"
ABDUCTED = r"(?i)^(?:abduct|kidnap)"
ORDER = ["sentence_id", "some_no"]


def name_some(harms: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Harms to "three of them", whom no word says, with the victim_actor_id of the people told of
    before them: the last ones of two that their sentence tells of, else the only ones of it or of
    the sentence before.

    harms: sentence_id, group_end and victim_actor_id. mentions: all of the articles'.
    """
    run, kind = pl.col("sentence_id"), pl.col("kind")
    # What they go on to do or suffer stands right behind.
    is_subject = beside(kind, run, -1).is_in(["be", "have", "trigger"])
    is_some = (kind == "subset") & pl.col("text").str.contains(OF_THEM) & is_subject
    some = mentions.filter(is_some & (beside(kind, run, 1) == "quantity")).select(
        "sentence_id", some_no="mention_no", group_end=pl.col("start") - 1
    )
    # "Rebels came, and two of them were abducted": armed men seldom are.
    is_open = pl.col("victim_actor_id").is_null() & ~pl.col("trigger_text").str.contains(ABDUCTED)
    open_ones = harms.filter(is_open).select("sentence_id", "group_end")
    asked = some.join(open_ones.unique(), on=["sentence_id", "group_end"], how="semi")
    if asked.is_empty():
        return harms
    told = asked.join(who_they_may_be(asked, mentions), on=ORDER).drop("some_no")
    return (
        harms.join(told, on=["sentence_id", "group_end"], how="left", maintain_order="left")
        .with_columns(victim_actor_id=pl.coalesce("victim_actor_id", "them_id"))
        .drop("them_id")
    )


def who_they_may_be(asked: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """sentence_id, some_no and them_id of those asked for whom one party only may be meant."""
    run, kind = pl.col("sentence_id"), pl.col("kind")
    # "An army post" is no people; nor is whoever only says so.
    is_owner = beside(kind, run, -1).is_in(["people", "place_noun", "unit", "role"]) & (
        beside(pl.col("words_before"), run, -1) == 0
    )
    # "The army" is one body.
    is_body = pl.col("entity_id").str.starts_with(STATE_FORCES)
    is_many = ((kind == "people") & (pl.col("sense") == "pl")) | (
        (kind == "actor") & ~is_owner.fill_null(False) & ~is_body
    )
    is_heard = (beside(kind, run, -1) == "speech") | (beside(kind, run, 1) == "according")
    # "Hostages", of whom nobody says who they are, may be meant as well.
    is_known = (kind == "people") | pl.col("entity_id").is_not_null()
    people = mentions.filter(is_many, ~is_heard.fill_null(False), is_known).select(
        "sentence_id", people_no="mention_no", people_id="entity_id"
    )
    turned = mentions.filter(kind == "clause", pl.col("text").str.contains(BUT)).select(
        "sentence_id", but_no="mention_no"
    )
    here = asked.join(people, on="sentence_id").filter(pl.col("people_no") < pl.col("some_no"))
    apart = asked.join(here, on=ORDER, how="anti")
    before, further = (
        apart.join(people.with_columns(pl.col("sentence_id") + back), on="sentence_id")
        for back in (1, 2)
    )
    # "Refugees were crossing. Gunmen appeared. Six of them were killed": of either.
    others = further.join(before, on=[*ORDER, "people_id"], how="anti", nulls_equal=True)
    before = before.join(others, on=ORDER, how="anti")
    is_turned = (
        asked.join(turned, on="sentence_id")
        .filter(pl.col("but_no") < pl.col("some_no"))
        .select(ORDER)
        .unique()
        .with_columns(is_turned=pl.lit(True))
    )
    return (
        pl.concat([here, before])
        .sort(*ORDER, "people_no")
        .group_by(ORDER, maintain_order=True)
        .agg(n=pl.col("people_id").n_unique(), them_id=pl.col("people_id").last())
        .join(is_turned, on=ORDER, how="left", maintain_order="left")
        .filter((pl.col("n") == 1) | ((pl.col("n") == 2) & pl.col("is_turned").is_null()))
        .select(*ORDER, "them_id")
    )
