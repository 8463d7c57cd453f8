"""Who fought in a clash that an army or a group reports: itself, where it names the other side."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.parties.generic_actors import (
    ARMED_TYPES,
    HARMS,
    UNIDENTIFIED,
    named_parties,
)
from pipelines.transforms.text.parties.neighbours import STATE_FORCES

# "A clash with X", "clashes near Y with X": of somebody with X, who is not told.
CLASH_WITH = (
    r"(?i)(?-u:\b)(?:clash(?:es)?|fighting|battles?|skirmish(?:es)?|combats?|encounters?|"
    r"confrontations?|(?:fire|gun) ?fights?|gun ?battles?|shoot-?outs?|engagements?)"
    r"(?: (?:in|near|at|outside|on) [^,;.]{1,40})? (?:with|against) "
)
SIDES = ("initiator_actor_id", "target_actor_id")


def name_reporters(told: pl.DataFrame, sentences: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Fights and harms of a clash with somebody, whose other side is open, with whoever reports it.

    told: claims with speaker_actor_id. "The army said that in a clash with X nine rebels died": it
    fought them. An army reports so of its own country, and of armed groups alone.
    """
    groups = [*named_parties(lexicons, ARMED_TYPES)["entity_id"], UNIDENTIFIED]
    speaker = pl.col("speaker_actor_id")
    other = pl.coalesce(*SIDES)
    country = pl.col("country_id").str.to_lowercase()
    is_opposed = (
        speaker.str.starts_with(STATE_FORCES)
        & other.is_in(groups)
        & (speaker.str.strip_prefix(STATE_FORCES) == country).fill_null(True)
    ) | (speaker.is_in(groups) & other.str.starts_with(STATE_FORCES))
    fights = (
        told.filter(
            pl.col("claim_type") == "contested",
            speaker.is_not_null(),
            pl.any_horizontal(pl.col(side).is_null() for side in SIDES),
        )
        .join(sentences.select("sentence_id", "text"), on="sentence_id")
        .join(lexicons.places.select("location_id", "country_id"), on="location_id", how="left")
        .filter(pl.col("text").str.contains(CLASH_WITH), is_opposed)
        .unique("sentence_id", keep="first", maintain_order=True)
        .select("sentence_id", reporter="speaker_actor_id", met=other)
    )
    if fights.is_empty():
        return told
    is_fight = pl.col("claim_type") == "contested"
    is_harm = (
        pl.col("harm").is_in(HARMS)
        & (pl.col("victim_actor_id") == pl.col("met"))
        & pl.col("initiator_actor_id").is_null()
    ).fill_null(False)
    is_open = is_fight & pl.any_horizontal(pl.col(side).is_null() for side in SIDES)
    is_open &= other == pl.col("met")
    does = is_harm | is_open.fill_null(False)
    return (
        told.join(fights, on="sentence_id", how="left", maintain_order="left")
        .with_columns(
            initiator_actor_id=pl.when(does).then("reporter").otherwise("initiator_actor_id"),
            target_actor_id=pl.when(does).then("met").otherwise("target_actor_id"),
            sides_basis=pl.when(does).then(pl.lit("inferred")).otherwise("sides_basis"),
        )
        .drop("reporter", "met")
    )
