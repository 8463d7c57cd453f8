"""Words of harm among the mentions, and the sentences that hold any."""

import polars as pl

from pipelines.transforms.text.casualties.told_verbs import CAPTURE_OF, FALLING, TAKEN, is_driving

HARM_SENSES = (
    "killed", "wounded", "killed_or_wounded", "captured", "missing", "displaced",
    "casualties_unquantified", "casualties",
)  # fmt: skip
UNCOUNTED = "casualties_unquantified"
# "The battle cost the army 400 men" tells whom it lost.
LOSING, YIELDING = r"^(?:lost|loses?|losing|loss of)$", r"^surrender"
COSTING = r"^cost(?:s|ing)?$"
TAKEN_AS = ("prisoner", "captive", "hostage")
# Whoever still "holds 40 hostages" took them some other day.
TAKING = r"(?i)^(?:took|takes?|taking|held)$"
HELD = ("prisoners", "captives", "hostages", "prisoners of war", "pows")
# Whoever flees a place is displaced, where it is no fighter.
FLEEING = r"^(?:fled|flees?|fleeing)$"
# Words of territory that tell of people where people are what they are about.
SHARED = (
    "captured", "captures", "capture", "capturing", "seized", "seizes", "seize", "seizing",
    "snatched", "snatching",
)  # fmt: skip
TOLL = r"(?-u:\b)(?:toll|number of (?:dead|deaths|fatalities)|number killed)$"


def sentences_of_harm(mentions: pl.DataFrame) -> pl.DataFrame:
    """The sentences that the grammar reads: sentence_id."""
    return (
        mentions.lazy()
        .filter(pl.col("kind").is_in(["trigger", "speech", "cumulative", "people"]))
        .select("sentence_id", is_told=is_harm_word() | is_about_people())
        .filter("is_told")
        .select(pl.col("sentence_id").unique())
        .collect(engine="in-memory")
    )


def is_harm_word() -> pl.Expr:
    """Words of harm; what is captured may be a place unless the word is kept for people."""
    is_kept = (pl.col("sense") != "captured") | pl.col("voice").str.ends_with("_people")
    return (pl.col("kind") == "trigger") & pl.col("sense").is_in(HARM_SENSES) & is_kept


def is_about_people() -> pl.Expr:
    """Words of territory that may tell of people captured or lost; of speech that give a toll."""
    word = pl.col("text").str.to_lowercase()
    tells = (
        word.str.contains(LOSING)
        | word.str.contains(COSTING)
        | word.str.contains(YIELDING)
        | word.is_in(SHARED)
    )
    tells |= word.str.contains(FLEEING) | is_driving()
    tells |= word.is_in([*FALLING, *TAKEN, *CAPTURE_OF])
    is_toll = pl.col("kind").is_in(["speech", "cumulative"]) & word.str.contains(TOLL)
    return (pl.col("kind") == "trigger") & tells | is_toll | word.is_in([*TAKEN_AS, *HELD])
