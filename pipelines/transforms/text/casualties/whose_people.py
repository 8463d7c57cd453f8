"""Whose people those harmed are, where a pronoun says it: "two of them", "its soldiers"."""

import polars as pl

from pipelines.transforms.text.parties.party_marks import OWN
from pipelines.transforms.text.parties.peoples import ATTACKING
from pipelines.transforms.text.runs import beside

OUR = r"(?i)^our"
LOST = "lost"
OF_THEM = r"(?i)^of (?:them|those|the)"


def is_of_them() -> pl.Expr:
    """True for a verb before "two of them"."""
    run, kind = pl.col("sentence_id"), pl.col("kind")
    is_them = (
        (kind == "trigger")
        & (beside(kind, run, -1) == "quantity")
        & beside(pl.col("text"), run, -2).str.contains(OF_THEM)
    )
    return is_them.fill_null(False)


def people_before(subject: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Who "two of them" are, behind a verb: the last people told before it but for its subject.

    subject: the doers of harms with mention_no, as subjects gives them.
    """
    run, kind = pl.col("sentence_id"), pl.col("kind")
    told = mentions.filter(is_of_them()).select("sentence_id", trigger_no="mention_no")
    # "The ADF fighters" are the ADF's.
    is_named = (beside(kind, run, 1) == "actor") & (pl.col("words_before") == 0)
    # "X killed nine villagers before the army killed three of them": nobody dies twice.
    is_slain = (beside(kind, run, 1) == "quantity") & (beside(pl.col("sense"), run, 2) == "killed")
    people = (
        mentions.with_columns(
            entity_id=pl.when(is_named)
            .then(pl.coalesce("entity_id", beside(pl.col("entity_id"), run, 1)))
            .otherwise("entity_id")
        )
        .filter(kind.is_in(["people", "actor"]), ~is_slain.fill_null(False))
        .select("sentence_id", people_no="mention_no", people_id="entity_id")
    )
    return (
        subject.join(told, on=["sentence_id", "trigger_no"])
        .join(people, on="sentence_id")
        .filter(
            pl.col("people_no") < pl.col("trigger_no"),
            (pl.col("people_no") - pl.col("mention_no")).abs() > 1,
        )
        .sort("sentence_id", "harm_no", pl.col("people_no") * -1)
        .unique(["sentence_id", "harm_no"], keep="first", maintain_order=True)
        .filter(pl.col("people_id").is_not_null() & (pl.col("people_id") != pl.col("actor_id")))
        .with_columns(actor_id="people_id", is_pronoun=pl.lit(False))
    )


def owners(harms: pl.DataFrame, free: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Whose people a group is that is told by 'its' or 'their': the actor before, else after."""
    own = mentions.filter(pl.col("text").str.to_lowercase().is_in(OWN)).select(
        "sentence_id", own_no="mention_no", is_ours=pl.col("text").str.contains(OUR)
    )
    numbers = pl.col("item").str.extract_all(r"\d+").cast(pl.List(pl.Int32))
    owned = (
        harms.filter(pl.col("group") != "")
        .select("sentence_id", "harm_no", item=pl.col("group").str.split("&"))
        .explode("item", empty_as_null=False)
        .select("sentence_id", "harm_no", first=numbers.list.min(), last=numbers.list.max())
        .join(own, on="sentence_id", how="inner")
        .filter(pl.col("own_no") > pl.col("first"), pl.col("own_no") < pl.col("last"))
        .select("sentence_id", "harm_no", "first", "is_ours")
        .unique()
    )
    ahead = pl.col("mention_no") - pl.col("first")
    # "Two of its soldiers died, France said": one named later owns them where it speaks of them.
    # "X killed two of our men": whoever speaks owns them.
    speaking = free.filter("is_speaker").select("sentence_id", "harm_no")
    attacked = attacked_before(harms, mentions).join(
        speaking, on=["sentence_id", "harm_no"], how="anti"
    )
    of_attacked = (
        attacked.join(owned.filter(~pl.col("is_ours")), on=["sentence_id", "harm_no"])
        .filter(pl.col("actor_id").is_not_null())
        .with_columns(is_pronoun=pl.lit(False))
    )
    told = (
        free.join(attacked, on=["sentence_id", "harm_no"], how="anti")
        .join(owned, on=["sentence_id", "harm_no"], how="inner")
        .filter(((ahead < 0) & ~pl.col("is_ours")) | pl.col("is_speaker"))
        .sort("sentence_id", "harm_no", ahead > 0, ahead.abs(), "mention_no")
        .unique(["sentence_id", "harm_no"], keep="first", maintain_order=True)
    )
    columns = ["sentence_id", "harm_no", "actor_id", "is_pronoun", "mention_no"]
    return pl.concat([told.select(columns), of_attacked.select(columns)], how="vertical_relaxed")


def attacked_before(harms: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Harms told by a second verb behind an attack: sentence_id, harm_no, and mention_no and
    actor_id of the party last named between the two, null where there is none.

    "X ambushed a convoy of Y and killed nine of its men": they were not X's.
    """
    run, kind = pl.col("sentence_id"), pl.col("kind")
    is_attack = (kind == "trigger") & pl.col("voice").str.contains(ATTACKING)
    marks = mentions.select(
        "sentence_id",
        "mention_no",
        is_joined=(beside(kind, run, 1) == "and") & (pl.col("sense") != LOST),
        attack_no=pl.when(is_attack).then("mention_no").forward_fill().over("sentence_id"),
        party_no=pl.when(kind.is_in(["actor", "people"]) & pl.col("entity_id").is_not_null())
        .then("mention_no")
        .forward_fill()
        .over("sentence_id"),
        party_id=pl.when(kind.is_in(["actor", "people"]))
        .then("entity_id")
        .forward_fill()
        .over("sentence_id"),
    )
    is_behind = pl.col("party_no") > pl.col("attack_no")
    return (
        harms.select("sentence_id", "harm_no", "trigger_no")
        .join(marks, left_on=["sentence_id", "trigger_no"], right_on=["sentence_id", "mention_no"])
        .filter("is_joined", pl.col("attack_no") < pl.col("trigger_no"))
        .select(
            "sentence_id",
            "harm_no",
            mention_no=pl.when(is_behind).then("party_no"),
            actor_id=pl.when(is_behind).then("party_id"),
        )
        .unique(["sentence_id", "harm_no"], keep="first", maintain_order=True)
    )
