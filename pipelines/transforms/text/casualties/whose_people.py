"""Whose people those harmed are, where a pronoun says it: "two of them", "its soldiers"."""

import polars as pl

from pipelines.transforms.text.parties.neighbours import STATE_FORCES
from pipelines.transforms.text.parties.party_marks import OWN
from pipelines.transforms.text.parties.peoples import ATTACKING
from pipelines.transforms.text.runs import beside

OUR = r"(?i)^our"
LOST = "lost"
OF_THEM = r"(?i)^of (?:them|those|the)"
OF, IT = "of", "it"
THEM = [IT, "them"]


def is_of_them() -> pl.Expr:
    """True for a verb before "two of them"."""
    run, kind = pl.col("sentence_id"), pl.col("kind")
    is_them = (
        (kind == "trigger")
        & (beside(kind, run, -1) == "quantity")
        & beside(pl.col("text"), run, -2).str.contains(OF_THEM)
    )
    return is_them.fill_null(False)


def strikes_them() -> pl.Expr:
    """The word of a verb right behind one done to them: "attacked them, killing nine", "fired on it
    and killed nine"; null for all else."""
    run, kind = pl.col("sentence_id"), pl.col("kind")
    is_one = (kind == "trigger") & (beside(kind, run, -1) == "quantity")
    is_one &= beside(kind, run, 1).is_in(["comma", "and", "clause"])
    is_one &= (beside(kind, run, 2) == "pronoun") & (
        (beside(kind, run, 3) == "trigger") | (beside(pl.col("words_before"), run, 2) == 1)
    )
    return pl.when(is_one).then(beside(pl.col("text"), run, 2).str.to_lowercase())


def people_before(subject: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Who "two of them" are, behind a verb: the last people told before it but for its subject,
    else the first of the sentence before; so are those in "attacked them, killing two".

    subject: the doers of harms with mention_no, as subjects gives them.
    """
    told = mentions.select(
        "sentence_id",
        trigger_no="mention_no",
        them=pl.when(is_of_them()).then(pl.lit(OF)).otherwise(strikes_them()),
    ).filter(pl.col("them").is_in([OF, *THEM]))
    asked = subject.join(told, on=["sentence_id", "trigger_no"])
    if asked.is_empty():
        return subject.head(0)
    people = people_told(mentions)
    here = (
        asked.filter(pl.col("them") != IT)
        .join(people.filter(pl.col("kind") != "unit"), on="sentence_id")
        .filter(
            pl.col("people_no") < pl.col("trigger_no"),
            (pl.col("people_no") - pl.col("mention_no")).abs() > 1,
            # "Rebels were resting when troops attacked them": told before the troops.
            (pl.col("people_no") < pl.col("mention_no")) & pl.col("people_id").is_not_null()
            | (pl.col("them") == OF) & (pl.col("people_no") > pl.col("mention_no")),
        )
        # Nobody harms some of his own.
        .filter((pl.col("people_id") != pl.col("actor_id")).fill_null(True))
        .sort("sentence_id", "harm_no", pl.col("people_no") * -1)
    )
    # "A convoy left Gao. Rebels attacked it": it is one thing, they are people.
    there = (
        asked.join(here, on=["sentence_id", "harm_no"], how="anti", maintain_order="left")
        .join(first_of_sentence_before(people), on="sentence_id")
        .filter((pl.col("them") == IT) == pl.col("is_unit"))
    )
    return (
        pl.concat([here, there.select(here.columns)])
        .unique(["sentence_id", "harm_no"], keep="first", maintain_order=True)
        .filter(pl.col("people_id").is_not_null() & (pl.col("people_id") != pl.col("actor_id")))
        .with_columns(actor_id="people_id", is_pronoun=pl.lit(False))
    )


def people_told(mentions: pl.DataFrame) -> pl.DataFrame:
    """People, actors and units that others may be some of: sentence_id, kind, is_heard (they
    speak), is_unit (one thing), people_no and people_id."""
    run, kind = pl.col("sentence_id"), pl.col("kind")
    # "The ADF fighters" are the ADF's.
    is_named = (beside(kind, run, 1) == "actor") & (pl.col("words_before") == 0)
    # "X killed nine villagers before the army killed three of them": nobody dies twice.
    is_slain = (beside(kind, run, 1) == "quantity") & (beside(pl.col("sense"), run, 2) == "killed")
    # "An Indian army patrol" is one thing.
    is_of_unit = (beside(kind, run, -1) == "unit") & (beside(pl.col("words_before"), run, -1) == 0)
    return (
        mentions.with_columns(
            entity_id=pl.when(is_named)
            .then(pl.coalesce("entity_id", beside(pl.col("entity_id"), run, 1)))
            .otherwise("entity_id"),
            is_heard=(beside(kind, run, -1) == "speech").fill_null(False),
            is_unit=(kind == "unit") | ((kind == "actor") & is_of_unit).fill_null(False),
        )
        .filter(kind.is_in(["people", "actor", "unit"]), ~is_slain.fill_null(False))
        .select(
            "sentence_id",
            "kind",
            "is_heard",
            "is_unit",
            people_no="mention_no",
            people_id="entity_id",
        )
    )


def first_of_sentence_before(people: pl.DataFrame) -> pl.DataFrame:
    """The first people known, or the state's unit, of each sentence, beside the next one's id."""
    return (
        people.filter(
            ~pl.col("is_heard"),
            pl.col("people_id").is_not_null(),
            (pl.col("kind") != "unit") | pl.col("people_id").str.starts_with(STATE_FORCES),
        )
        .unique("sentence_id", keep="first", maintain_order=True)
        .with_columns(pl.col("sentence_id") + 1)
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
    # "X ambushed a battalion of Y, killing nine of its men"
    is_ing = pl.col("voice").str.starts_with("ing").fill_null(False)
    is_ing &= (beside(kind, run, 1) == "comma") & (pl.col("sense") == "killed")
    is_joined = (beside(kind, run, 1) == "and") | is_ing
    is_party = kind.is_in(["actor", "people"]) | (
        (kind == "unit") & pl.col("entity_id").str.starts_with(STATE_FORCES).fill_null(False)
    )
    marks = mentions.select(
        "sentence_id",
        "mention_no",
        is_joined=is_joined & (pl.col("sense") != LOST),
        attack_no=pl.when(is_attack).then("mention_no").forward_fill().over("sentence_id"),
        party_no=pl.when(is_party & pl.col("entity_id").is_not_null())
        .then("mention_no")
        .forward_fill()
        .over("sentence_id"),
        party_id=pl.when(is_party).then("entity_id").forward_fill().over("sentence_id"),
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
