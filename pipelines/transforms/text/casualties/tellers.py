"""Parties that only tell of a deed, which is another's or a bomb's."""

import polars as pl

from pipelines.transforms.text.parties.actors import STATE_FORCES
from pipelines.transforms.text.parties.passing_words import (
    POLICE,
    SAID_A_WEAPON,
    tells_of_others,
)
from pipelines.transforms.text.runs import beside

# "X said those strikes killed nine": others' strikes.
DEFINITE = ("the", "those", "these")
# Rebels have no air force.
FROM_THE_AIR = r"(?i)^air ?(?:strikes?|raids?)$|^(?:air|aerial) (?:attacks?|bombardments?)$"
# "Police said that two bombs had gone off": no deed of theirs.
OF_BOMB = (
    r"(?i)^(?: (?:today|yesterday|tonight|that|on [a-z]+|this [a-z]+|early|late))*"
    r" (?:(?:an?|the|another|two|three|four|five|six|several|[0-9]+) )?(?:[a-z-]+ ){0,3}?"
    r"(?:bombs?|bombings?|explosions?|blasts?|landmines?|mines?|explosives?|devices?|grenades?)"
    r"(?-u:\b)"
)
# "The army bombed the village after they had killed 34 soldiers": these are its own.
AFTER_THEY = (
    r"(?i)(?-u:\b)(?:after|because|since) "
    r"(?:they|it|the (?:militia|group|gang|band)) (?:had |have )?$"
)
ITS_MEN = (
    r"(?i)^ (?:at least |about |some |around |more than |over |an? )?(?:[a-z0-9,-]+ ){0,3}?"
    r"(?:soldiers?|troops|policem[ae]n|police|officers?|guards(?:m[ae]n)?|conscripts|recruits|"
    r"sailors|airmen|marines|pilots?|servicem[ae]n)(?-u:\b)"
)
ACTING, BREAKS = ("actor", "people", "pronoun"), ("trigger", "clause", "by")


def only_tellers(
    free: pl.DataFrame, mentions: pl.DataFrame, sentences: pl.DataFrame
) -> pl.DataFrame:
    """Actors (sentence_id, harm_no, mention_no) that no more than tell of a deed that is another's:
    "X said the strikes killed nine", or that nobody but an army does: "rebels said air strikes",
    or that a bomb did: "police in X reported that a bomb went off", or of the police a drone."""
    run = pl.col("sentence_id")
    is_led = beside(pl.col("kind"), run, -1) == "article"

    def behind(column: str) -> pl.Expr:
        value = pl.col(column)
        return pl.when(is_led).then(beside(value, run, -2)).otherwise(beside(value, run, -1))

    is_the = is_led & beside(pl.col("text"), run, -1).str.to_lowercase().is_in(DEFINITE)
    is_of_deed = behind("kind").is_in(["unit", "method"]) & behind("entity_id").is_null()
    told = mentions.with_columns(
        is_the=is_the.fill_null(False),
        is_air=behind("text").str.contains(FROM_THE_AIR).fill_null(False),
        is_of_deed=is_of_deed.fill_null(False),
    ).filter(pl.col("kind") == "speech").select(
        "sentence_id", "is_the", "is_air", "is_of_deed", "start", "end", speech_no="mention_no"
    )  # fmt: skip
    behind_it = pl.col("text").str.slice(pl.col("end") - pl.col("base"))
    told = told.join(
        sentences.select("sentence_id", "text", base="start"), on="sentence_id"
    ).with_columns(
        is_of_bomb=behind_it.str.contains(OF_BOMB),
        is_of_weapon=pl.col("text")
        .str.slice((pl.col("start") - pl.col("base") - 1).clip(0))
        .str.contains(SAID_A_WEAPON),
    )
    named = mentions.select("sentence_id", "mention_no", teller="text")
    is_army = pl.col("actor_id").str.starts_with(STATE_FORCES).fill_null(False)
    return (
        free.select("sentence_id", "harm_no", "trigger_no", "mention_no", "actor_id")
        .join(told, on="sentence_id")
        .join(named, on=["sentence_id", "mention_no"])
        .filter(pl.col("speech_no") < pl.col("trigger_no"))
        .filter(pl.col("speech_no") == pl.col("speech_no").max().over("sentence_id", "harm_no"))
        .filter(
            pl.col("mention_no") < pl.col("speech_no"),
            pl.col("is_of_bomb")
            | (pl.col("is_of_weapon") & pl.col("teller").str.contains(POLICE))
            | (pl.col("is_of_deed") & (pl.col("is_the") | (pl.col("is_air") & ~is_army))),
        )
        .select("sentence_id", "harm_no", "mention_no")
    )


def avengers(doing: pl.DataFrame, mentions: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Armies (sentence_id, harm_no, mention_no), of a harm to soldiers
    that their own deed answers: "the army bombed the village after they had killed 34 soldiers"."""
    deeds = mentions.select("sentence_id", "start", "end", trigger_no="mention_no")
    ahead = pl.col("text").str.slice(0, pl.col("start") - pl.col("base"))
    behind = pl.col("text").str.slice(pl.col("end") - pl.col("base"))
    return (
        doing.filter(pl.col("actor_id").str.starts_with(STATE_FORCES))
        .join(deeds, on=["sentence_id", "trigger_no"])
        .join(sentences.select("sentence_id", "text", base="start"), on="sentence_id")
        .filter(ahead.str.contains(AFTER_THEY), behind.str.contains(ITS_MEN))
        .select("sentence_id", "harm_no", "mention_no")
    )


def tellers_of_others(
    free: pl.DataFrame, mentions: pl.DataFrame, sentences: pl.DataFrame
) -> pl.DataFrame:
    """Actors (sentence_id, harm_no, mention_no) that say what somebody else did: "police said a mob
    killed nine", "according to the army, strangers killed nine"; not "the army said it had".

    free: actors by harms that their subjects do.
    """
    run, kind = pl.col("sentence_id"), pl.col("kind")
    is_part = (kind == "people") & (beside(kind, run, 1) == "actor") & (pl.col("words_before") == 0)
    is_break = kind.is_in(BREAKS) | (kind.is_in(ACTING) & ~is_part.fill_null(False))
    spans = mentions.with_columns(
        told=is_break.fill_null(False).cast(pl.Int64).cum_sum(),
        is_according=beside(kind, run, 1) == "according",
        is_led_so=(beside(kind, run, 1) == "article") & (beside(kind, run, 2) == "according"),
    )
    is_source = pl.col("is_according") | pl.col("is_led_so")
    said = spans.select(
        "sentence_id", said_no="mention_no", said_end="end", said_told="told",
        is_said=kind == "speech", is_source=is_source.fill_null(False),
    ).filter(pl.col("is_said") | pl.col("is_source"))  # fmt: skip
    deeds = spans.select("sentence_id", trigger_no="mention_no", deed_start="start")
    gap = pl.col("text").str.slice(
        pl.col("said_end") - pl.col("base"), (pl.col("deed_start") - pl.col("said_end")).clip(0)
    )
    is_theirs = pl.when("is_said").then(
        (pl.col("mention_no") < pl.col("said_no")) & (pl.col("told") == pl.col("said_told"))
    ).otherwise(pl.col("mention_no") == pl.col("said_no"))  # fmt: skip
    return (
        free.select("sentence_id", "harm_no", "mention_no", "trigger_no")
        .join(spans.select("sentence_id", "mention_no", "told"), on=["sentence_id", "mention_no"])
        .join(said, on="sentence_id")
        .filter(is_theirs, pl.col("said_no") < pl.col("trigger_no"))
        .join(deeds, on=["sentence_id", "trigger_no"])
        .join(sentences.select("sentence_id", "text", base="start"), on="sentence_id")
        .filter(tells_of_others(gap))
        .select("sentence_id", "harm_no", "mention_no")
        .unique()
    )
