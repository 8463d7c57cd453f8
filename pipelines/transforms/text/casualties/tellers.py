"""Parties that only tell of a deed, which is another's or a bomb's."""

import polars as pl

from pipelines.transforms.text.parties.actors import STATE_FORCES
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


def only_tellers(
    free: pl.DataFrame, mentions: pl.DataFrame, sentences: pl.DataFrame
) -> pl.DataFrame:
    """Actors (sentence_id, harm_no, mention_no) that no more than tell of a deed that is another's:
    "X said the strikes killed nine", or that nobody but an army does: "rebels said air strikes",
    or that a bomb did: "police in X reported that a bomb went off"."""
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
        "sentence_id", "is_the", "is_air", "is_of_deed", "end", speech_no="mention_no"
    )  # fmt: skip
    behind_it = pl.col("text").str.slice(pl.col("end") - pl.col("base"))
    told = told.join(
        sentences.select("sentence_id", "text", base="start"), on="sentence_id"
    ).with_columns(is_of_bomb=behind_it.str.contains(OF_BOMB))
    is_army = pl.col("actor_id").str.starts_with(STATE_FORCES).fill_null(False)
    return (
        free.select("sentence_id", "harm_no", "trigger_no", "mention_no", "actor_id")
        .join(told, on="sentence_id")
        .filter(pl.col("speech_no") < pl.col("trigger_no"))
        .filter(pl.col("speech_no") == pl.col("speech_no").max().over("sentence_id", "harm_no"))
        .filter(
            pl.col("mention_no") < pl.col("speech_no"),
            pl.col("is_of_bomb")
            | (pl.col("is_of_deed") & (pl.col("is_the") | (pl.col("is_air") & ~is_army))),
        )
        .select("sentence_id", "harm_no", "mention_no")
    )
