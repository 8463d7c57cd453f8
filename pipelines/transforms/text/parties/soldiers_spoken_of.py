"""Counted soldiers of whom a state speaks: its own, or anyone's."""

import polars as pl

from pipelines.transforms.text.parties.generic_actors import STATE_GENERICS
from pipelines.transforms.text.parties.neighbours import STATE_FORCES
from pipelines.transforms.text.parties.told_countries import FORCES, TROOPS
from pipelines.transforms.text.runs import count_in, first_after

OFFICE = (
    r"(?i)^(?:ministry of defen[cs]e|defen[cs]e ministry|general staff|(?:army|military) command)$"
)
# Characters of " northeastern ".
IN_NORTHERN = 14
# "Confirmed the deaths of two soldiers"
MOURNED = r"(?i)^(?:the )?(?:deaths?|loss(?:es)?)(?-u:\b)"
# What kills from afar.
FIRE = ("Shelling/artillery/missile attack", "Remote explosive/landmine/IED", "Air/drone strike")


def mark_soldiers_spoken_of(rows: pl.DataFrame) -> pl.DataFrame:
    """Mentions as with_neighbours gives them with is_anyones and spoken_of_by.

    "Kyiv said the strike killed 12 soldiers": whose they are is not said (is_anyones); "12 of its
    soldiers" is. Nor is it where the only forces named shelled them. A state that says that
    soldiers were killed, by others or by nobody named, mourns its own (spoken_of_by: its forces).
    """
    kind, sentence = pl.col("kind"), pl.col("sentence_id")
    is_one = (kind.shift(1) == "article") & (pl.col("sense").shift(1) == "a")
    is_counted = (
        (kind == "people")
        & ((kind.shift(1) == "quantity") | is_one)
        & (pl.col("start") - pl.col("end").shift(1) == 1)
        & (sentence == sentence.shift(1))
    ).fill_null(False)
    is_spoken_of = is_counted & pl.col("speaker").is_not_null()
    is_killed = (kind.shift(2) == "trigger") & (sentence == sentence.shift(2))
    is_killed &= ~pl.when(is_counted).then(pl.col("text").shift(2)).str.contains(MOURNED)
    # An army speaks of its own in any attack.
    is_open = is_killed.fill_null(False) | (
        (count_in(is_nobodys_attack(), sentence) > 0) & ~pl.col("is_army")
    )
    # "Eight soldiers were killed when X forces shelled Y": they are not those of X.
    fires = (kind == "trigger") & pl.col("sense").is_in(FIRE) & is_force().shift(1)
    fires &= pl.col("start") - pl.col("end").shift(1) == 1
    is_fired_on = is_counted & (count_in(fires.fill_null(False), sentence) > 0)
    is_fired_on &= pl.col("speaker").is_null() & pl.col("entity_id").is_in(TROOPS)
    own = pl.lit(STATE_FORCES) + pl.col("speaker").str.to_lowercase()
    return (
        rows.join(states_that_speak(rows), on="sentence_id", how="left", maintain_order="left")
        .with_columns(
            is_anyones=(is_spoken_of & is_open)
            | (is_fired_on & pl.col("country_named").is_null()).fill_null(False),
            spoken_of_by=pl.when(is_spoken_of & ~is_open & pl.col("country_named").is_null()).then(
                own
            ),
        )
        .drop("speaker", "is_army")
    )


def state_named() -> pl.Expr:
    """The country whose forces a mention names, null for all else."""
    return pl.when(pl.col("entity_id").str.contains(FORCES)).then(
        pl.col("entity_id").str.strip_prefix(STATE_FORCES).str.to_uppercase()
    )


def is_force() -> pl.Expr:
    """True for soldiers and their like."""
    is_known = state_named().is_not_null() | pl.col("entity_id").is_in(TROOPS)
    return pl.col("kind").is_in(["actor", "people"]) & is_known


def states_that_speak(rows: pl.DataFrame) -> pl.DataFrame:
    """Sentences in which a state speaks, itself or by its army or ministry: sentence_id, speaker
    (its country), is_army."""
    kind, sentence = pl.col("kind"), pl.col("sentence_id")
    same = sentence == sentence.shift(-1)
    tells = same & (kind.shift(-1) == "speech") & (pl.col("start").shift(-1) - pl.col("end") == 1)
    told = (kind.shift(1) == "according") & (sentence == sentence.shift(1))
    # "According to the army"
    told |= (
        (kind.shift(1) == "article")
        & (kind.shift(2) == "according")
        & (sentence == sentence.shift(2))
    )
    is_country = (kind == "place") & (pl.col("sense") == "country")
    is_office = (kind == "role") & pl.col("text").str.contains(OFFICE)
    voiced = (tells | told) & (is_force() | is_office)
    state = (
        pl.when(voiced)
        .then(pl.coalesce(state_named(), "country_named"))
        .when(is_country)
        .then("entity_id")
        .otherwise("country_of_seat")
    )
    speaks = ((kind == "place") & (tells | told)).fill_null(False) | voiced.fill_null(False)
    return (
        rows.with_columns(speaker=state, is_army=voiced.fill_null(False))
        .filter(speaks)
        .group_by("sentence_id")
        .agg(pl.col("speaker").max(), pl.col("is_army").any())
    )


def is_nobodys_attack() -> pl.Expr:
    """True for a way of attack of which it is not said whose it was: "the strike", not "rebel
    shelling" or "shelling by rebels"."""
    kind, sentence = pl.col("kind"), pl.col("sentence_id")
    is_attack = (kind == "method") | ((kind == "unit") & (pl.col("sense") == "attack"))
    has_owner = (
        kind.shift(1).is_in(["actor", "people", "place"])
        & (pl.col("start") - pl.col("end").shift(1) == 1)
        & (sentence == sentence.shift(1))
    ) | ((kind.shift(-1) == "by") & (sentence == sentence.shift(-1)))
    return (is_attack & ~has_owner.fill_null(False)).fill_null(False)


def is_soldier_there() -> pl.Expr:
    """True for counted soldiers and police ahead of the one country that their sentence names, in
    which something was: "killed 40 soldiers in an assault in northern Burkina Faso"."""
    kind, run = pl.col("kind"), pl.col("sentence_id")
    is_counted = (kind.shift(1) == "quantity") & (run == run.shift(1))
    is_there = (
        (kind == "place")
        & (pl.col("sense") == "country")
        & (kind.shift(1) == "in")
        & (pl.col("start") - pl.col("end").shift(1) <= IN_NORTHERN)
    )
    has_behind = first_after(pl.when(is_there).then("entity_id"), run).is_not_null()
    is_state = (kind == "people") & pl.col("entity_id").is_in(STATE_GENERICS)
    return (is_state & is_counted & has_behind & pl.col("scene_country").is_not_null()).fill_null(
        False
    )
