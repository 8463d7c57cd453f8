"""Peoples that stand for the forces of their country: "the Russians shelled the town"."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.grammar.attachment import OPENING
from pipelines.transforms.text.parties.generic_actors import STATE_GENERICS
from pipelines.transforms.text.parties.neighbours import ATTACKING, STATE_FORCES
from pipelines.transforms.text.parties.soldiers_spoken_of import FIRE

PLURAL = r"^[A-Z][a-z]+s$"
OBJECTS = ("article", "place", "place_noun", "people", "actor", "unit", "quantity")
# "Russians attacked in Berlin" are who was attacked.
LETTERS_BETWEEN = 1
# "Armenian and Azeri troops", and in a headline "Armenian, Azeri troops clash"
AND, COMMA = " and ", ", "
FORCES = r"(?i) (?:forces|troops|soldiers|fighters|units|militia(?:s|men)?)$"


def forces_of_attackers(rows: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """row and people_id, the forces of a people that attacks abroad: "the Russians hit a house in
    Nikopol".

    rows: mentions in order with row, voice and scene_country (of the places of their sentence).
    """
    kind, run = pl.col("kind"), pl.col("sentence_id")
    is_attack = pl.col("voice").shift(-1).str.contains(ATTACKING).fill_null(False)
    is_verb = (kind.shift(-1) == "trigger") & (is_attack | (pl.col("text").shift(-1) == "hit"))
    is_verb &= (pl.col("start").shift(-1) - pl.col("end") == LETTERS_BETWEEN) & (
        run == run.shift(-1)
    )
    has_object = kind.shift(-2).is_in(OBJECTS) & (run == run.shift(-2))
    is_the = (kind.shift(1) == "article") & (pl.col("sense").shift(1) == "the")
    # A crowd attacks as well, but does not shell.
    is_army = pl.col("sense").shift(-1).is_in(FIRE) | is_the
    is_asked = (kind == "people") & pl.col("entity_id").is_null() & is_verb & has_object & is_army
    asked = rows.filter(is_asked.fill_null(False)).filter(pl.col("text").str.contains(PLURAL))
    return (
        asked.select("row", "scene_country", people=pl.col("text").str.to_lowercase())
        .join(forces_by_plural(lexicons), on="people")
        .filter(
            pl.col("people_id") != pl.lit(STATE_FORCES) + pl.col("scene_country").str.to_lowercase()
        )
        .select("row", "people_id")
    )


def joined_peoples(
    demonyms: pl.DataFrame, hits: pl.DataFrame, shaded: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """The first people of "Armenian and Azerbaijani troops", as the forces of its country: spans
    of actors, text_no, start and end.

    demonyms: sentence_id, start, end (in the article), country_id. hits: the words of a sentence.
    """
    peoples = demonyms.drop("text").join(
        shaded.select("sentence_id", "text_no", "base", "text"), on="sentence_id"
    ).select(
        "text_no", "country_id", "text",
        start=pl.col("start").cast(pl.Int64) - pl.col("base"),
        end=pl.col("end").cast(pl.Int64) - pl.col("base"),
    )  # fmt: skip
    is_party = pl.col("kind").is_in(["people", "actor"])
    start = pl.col("start").cast(pl.Int64)
    # "Azerbaijani troops", and "Pakistani forces", which the lexicon knows by this name.
    troops = hits.filter(is_party, pl.col("entity_id").is_in(STATE_GENERICS)).select(
        "text_no", end=start - LETTERS_BETWEEN
    )
    named = hits.filter(is_party, pl.col("entity_id").str.starts_with(STATE_FORCES)).select(
        "text_no", start=start
    )
    # "Iraqi and Kurdish forces"
    is_force = pl.col("text").str.slice("start", pl.col("end") - pl.col("start"))
    groups = (
        hits.filter(pl.col("kind") == "actor")
        .select("text_no", start=start, end=pl.col("end").cast(pl.Int64))
        .join(shaded.select("text_no", "text"), on="text_no")
        .filter(is_force.str.contains(FORCES))
    )
    second = pl.concat(
        [
            peoples.join(troops, on=["text_no", "end"], how="semi").select("text_no", "start"),
            peoples.join(named, on=["text_no", "start"], how="semi").select("text_no", "start"),
            groups.select("text_no", "start"),
        ]
    )
    joined = [
        peoples.join(
            second.select("text_no", end=pl.col("start") - len(joiner)),
            on=["text_no", "end"],
            how="semi",
        ).filter(pl.col("text").str.slice("end", len(joiner)).str.to_lowercase() == joiner)
        for joiner in (AND, COMMA)
    ]
    is_opening = pl.col("text").str.slice(0, "start").str.contains(OPENING)
    return (
        pl.concat([joined[0], joined[1].filter(is_opening)])
        .join(forces_by_country(lexicons), left_on="country_id", right_on="home")
        .select("text_no", "start", "end", kind=pl.lit("actor"), entity_id="actor_id")
        .unique(["text_no", "start"], keep="first", maintain_order=True)
    )


def forces_by_people(lexicons: Lexicons) -> pl.DataFrame:
    """phrase (the adjective of a people) and forces_id, the forces of its country."""
    return (
        lexicons.place_names.filter("is_demonym")
        .join(forces_by_country(lexicons), left_on="location_id", right_on="home")
        .select("phrase", forces_id="actor_id")
    )


def forces_by_country(lexicons: Lexicons) -> pl.DataFrame:
    """home (a country) and actor_id, its forces."""
    return lexicons.actors.filter(pl.col("actor_id").str.starts_with(STATE_FORCES)).select(
        "actor_id", home="country_iso3"
    ).drop_nulls().unique("home", keep="first", maintain_order=True)  # fmt: skip


def forces_by_plural(lexicons: Lexicons) -> pl.DataFrame:
    """people ("russians") and people_id, the forces of its country."""
    return (
        forces_by_people(lexicons)
        .select(people=pl.col("phrase") + "s", people_id="forces_id")
        .unique("people", keep="none")
    )
