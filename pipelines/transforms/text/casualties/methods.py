"""In what way people were harmed: by which weapon or kind of attack."""

import polars as pl

from pipelines.transforms.text.casualties.acting_subjects import semicolons_ahead
from pipelines.transforms.text.parties.neighbours import STATE_FORCES
from pipelines.transforms.text.runs import beside, last_known

# Verbs that say in what way somebody was attacked: a bomb goes off, but planes bomb as well.
ATTACKING, GOING_OFF = r"^(?:att|blast|endure)_", r"^blast_"
BOMB = "Remote explosive/landmine/IED"
WAYS = ("Shelling/artillery/missile attack", "Air/drone strike", "Suicide bomb", "Grenade")
CAPTURED = "captured"
# What armies do with planes, and rebels with explosives.
BOMBING, AIR_STRIKE = r"(?i)^bomb(?:ed|ings?|s)$", "Air/drone strike"
# "The murder of a priest"
DEED_OF = r"(?i)^(?:the )?(?:murders?|killings?|assassinations?|executions?|slayings?) of$"


def add_methods(harms: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Add sub_event_type: what the word nearest to the trigger for a weapon or a way of attack
    says, a noun before any verb; else null.

    Nobody is captured by a bomb that the sentence tells of as well.
    """
    voice, sense = pl.col("voice"), pl.col("sense")
    is_verb = (voice.str.contains(ATTACKING) & sense.is_in(WAYS)) | (
        voice.str.contains(GOING_OFF) & (sense == BOMB)
    )
    is_noun = pl.col("kind") == "method"
    # "The bombings of the suburbs and the murder of a priest": he was not bombed.
    run, kind = pl.col("sentence_id"), pl.col("kind")
    is_joined = (beside(kind, run, 1) == "and") | (
        (beside(kind, run, 1) == "article") & (beside(kind, run, 2) == "and")
    )
    others = mentions.filter(
        (kind == "trigger") & pl.col("text").str.contains(DEED_OF) & is_joined.fill_null(False)
    ).select("sentence_id", trigger_no="mention_no", is_other=pl.lit(True))
    # "A mine killed two, and a rocket wounded three": the rocket did what is told right behind it.
    doing = harms.select("sentence_id", mention_no=pl.col("trigger_no") - 1).unique()
    subjects = doing.with_columns(is_subject=pl.lit(True))
    nearest = (
        mentions.filter(is_noun | ((pl.col("kind") == "trigger") & is_verb))
        .select(
            "sentence_id", "mention_no", sub_event_type="sense", is_noun=is_noun, way="text"
        )
        .join(
            harms.filter(pl.col("harm") != CAPTURED)
            .select("sentence_id", "harm_no", "trigger_no")
            .unique(),
            on="sentence_id",
        )
        .join(others, on=["sentence_id", "trigger_no"], how="left")
        .join(subjects, on=["sentence_id", "mention_no"], how="left")
        .join(other_tellers(mentions), on=["sentence_id", "trigger_no"], how="left")
        .filter(
            (pl.col("mention_no") > pl.col("semicolon_no")).fill_null(True),
            pl.col("is_other").is_null() | (pl.col("mention_no") > pl.col("trigger_no")),
            pl.col("is_subject").is_null() | (pl.col("mention_no") < pl.col("trigger_no")),
        )
        .sort(
            "sentence_id", "harm_no", ~pl.col("is_noun"),
            (pl.col("mention_no") - pl.col("trigger_no")).abs(), "mention_no",
        )
        .unique(["sentence_id", "harm_no"], keep="first", maintain_order=True)
        .select("sentence_id", "harm_no", "sub_event_type", "way")
    )  # fmt: skip
    by_army = pl.col("initiator_actor_id").str.starts_with(STATE_FORCES)
    is_from_air = by_army & pl.col("way").str.contains(BOMBING)
    return (
        harms.join(nearest, on=["sentence_id", "harm_no"], how="left", maintain_order="left")
        .with_columns(
            sub_event_type=pl.when(is_from_air.fill_null(False))
            .then(pl.lit(AIR_STRIKE))
            .otherwise("sub_event_type")
        )
        .drop("way")
    )


def other_tellers(mentions: pl.DataFrame) -> pl.DataFrame:
    """Triggers that another tells of behind a semicolon, "India said shelling killed two; Pakistan
    said nine died in strikes": sentence_id, trigger_no, semicolon_no."""
    is_speech = pl.col("kind") == "speech"
    spoken = mentions.select(
        "sentence_id",
        trigger_no="mention_no",
        speech_no=last_known(pl.when(is_speech).then("mention_no"), pl.col("sentence_id")),
    )
    return (
        semicolons_ahead(mentions)
        .join(spoken, on=["sentence_id", "trigger_no"])
        .filter(pl.col("speech_no") > pl.col("semicolon_no"))
        .drop("speech_no")
    )
