"""Verbs and ranks that tell of people only where the words beside them say so: "fell", "taken"."""

import polars as pl

from pipelines.transforms.text.parties.first_person import OUR_SOLDIERS, OURS
from pipelines.transforms.text.runs import beside

# "Three of our men fell in the attack": who falls there is dead, and not who "fell from a roof".
FALLING, FALLEN = (
    ("fell", "fallen"),
    r"(?i)(?:soldiers?|fighters?|troops|comrades?|combatants?|marines?|servicem[ae]n|rangers?|"
    r"paratroopers?|commandos?|guerrillas?|rebels?|militants?|militiamen|officers?|brothers)$",
)
TAKEN = ("took", "taken", "taking")
# "The capture of three rebels": of people, where a number or people stand right behind.
CAPTURE_OF = ("capture of", "recapture of", "seizure of")
OWNERS, FROM_HOMES = ("his", "her", "their"), ("from their homes", "from their houses")
HOME = ("home", "homes", "house", "houses", "residence", "farm", "bed", "beds", "cell", "cells")
AFTER_FALL = ("in", "comma", "and", "clause", "time", "subset")
# Whoever drives people without arms out of a place displaces them.
DRIVING = (
    r"^(?:forc(?:e[ds]?|ing)|driven|drove|driving|push(?:ed|ing)|evicted|expelled|chased)(?: out)?$"
)
# What is named after a soldier of rank, and how many names he may have.
NAMED_UNIT, LONGEST_NAME = (
    r"(?i)^(?:battalion|brigade|regiment|division|barracks|garrison|academy)$",
    4,
)


def is_driving() -> pl.Expr:
    """Words of territory that tell who was driven out, of an army or a town's people."""
    word = pl.col("text").str.to_lowercase()
    return ((pl.col("sense") == "expelled") & word.str.contains(DRIVING)).fill_null(False)


def is_taken_by() -> pl.Expr:
    """True for "taken" of who was "taken by the gang"; no "taken by bus"."""
    run, kind = pl.col("sentence_id"), pl.col("kind")
    is_by = (beside(kind, run, -1) == "by") & (beside(pl.col("words_before"), run, -1) == 0)
    doer = pl.when(beside(kind, run, -2) == "article").then(beside(kind, run, -3)).otherwise(
        beside(kind, run, -2)
    )  # fmt: skip
    is_taken = (pl.col("text").str.to_lowercase() == "taken") & (beside(kind, run, 1) == "be")
    return (is_taken & is_by & doer.is_in(["actor", "people"])).fill_null(False)


def is_capture_of() -> pl.Expr:
    """True for "the capture of" people, and not of towns."""
    run, kind = pl.col("sentence_id"), pl.col("kind")
    past_the = beside(kind, run, -1) == "article"
    behind = pl.when(past_the).then(beside(kind, run, -2)).otherwise(beside(kind, run, -1))
    further = pl.when(past_the).then(beside(kind, run, -3)).otherwise(beside(kind, run, -2))
    is_people = (behind == "people") | ((behind == "quantity") & further.is_in(["people", "actor"]))
    is_capture = (kind == "trigger") & pl.col("text").str.to_lowercase().is_in(CAPTURE_OF)
    return (is_capture & is_people).fill_null(False)


def is_taking_home() -> pl.Expr:
    """True for "took" of who is taken by those in arms from where he lives: "gunmen took a teacher
    from his home", not "from his home to hospital"."""
    run, kind, word = pl.col("sentence_id"), pl.col("kind"), pl.col("text").str.to_lowercase()
    is_by_arms = pl.any_horizontal(
        beside(kind.is_in(["people", "actor"]) & pl.col("entity_id").is_not_null(), run, step)
        for step in (1, 2, 3)
    )
    at_home = pl.any_horizontal(
        (beside(kind, run, -step) == "from")
        & beside(word, run, -step - 1).is_in(OWNERS)
        & beside(word, run, -step - 2).is_in(HOME)
        & ~beside(kind, run, -step - 3).is_in(["to", "place_noun"]).fill_null(False)
        for step in (2, 3, 4)
    )
    at_home |= pl.any_horizontal(beside(word, run, -step).is_in(FROM_HOMES) for step in (2, 3))
    is_taking = (kind == "trigger") & word.is_in(TAKEN)
    return (is_taking & is_by_arms & at_home).fill_null(False)


def is_falling() -> pl.Expr:
    """True for "fell" of fighters that fell in action: "three of our soldiers fell", not "a base
    held by 40 soldiers fell"."""
    run, kind = pl.col("sentence_id"), pl.col("kind")
    before, behind = beside(kind, run, 1), beside(kind, run, -1)
    is_fighter = before.is_in(["actor", "people"])
    is_fighter &= beside(pl.col("text"), run, 1).str.contains(FALLEN) | (
        beside(pl.col("entity_id"), run, 1).is_in([OURS, OUR_SOLDIERS])
    )
    is_object = pl.any_horizontal(
        beside(kind, run, step).is_in(["by", "with", "to", "trigger"]).fill_null(False)
        for step in (2, 3, 4)
    )
    falls = (pl.col("text").str.to_lowercase().is_in(FALLING)) & (pl.col("words_before") == 0)
    is_end = behind.is_null() | behind.is_in(AFTER_FALL)
    return ((kind == "trigger") & falls & is_fighter & ~is_object & is_end).fill_null(False)


def is_of_name() -> pl.Expr:
    """True for the rank that a unit is named after somebody with: "the General Ruiz Battalion"."""
    is_unit = beside(pl.col("text"), pl.col("sentence_id"), -1).str.contains(NAMED_UNIT)
    words = beside(pl.col("words_before"), pl.col("sentence_id"), -1)
    return (is_unit & words.is_between(1, LONGEST_NAME)).fill_null(False)
