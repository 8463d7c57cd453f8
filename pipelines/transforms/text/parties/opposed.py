"""The state's battalions, patrols and garrisons, by who fights them."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.parties.generic_actors import (
    ARMED_GENERICS,
    OPPOSED,
    STATE_GENERICS,
    UNIDENTIFIED,
    armed_groups,
)
from pipelines.transforms.text.parties.neighbours import STATE_FORCES
from pipelines.transforms.text.runs import any_in, first_after, last_before

# What may stand between 'by' and who it leads.
LINKS = ("article", "quantity", "qualifier")
# Characters of "'s Tiger ".
POSSESSIVE_NAME = 16
LARGE = r"(?i)^(?:battalion|regiment)s?$"
BRIGADE = r"(?i)^brigades?$"


def is_opposed(lexicons: Lexicons) -> pl.Expr:
    """True where the sentence named an armed group before, no state's forces since its start, and
    nobody right before: "rebels ambushed a patrol", not "soldiers stopped a rebel patrol". True
    where the next one named does it: "the barracks were attacked by rebels"."""
    run, entity = pl.col("sentence_id"), pl.col("entity_id")
    is_party = pl.col("kind").is_in(["actor", "people"])
    groups = armed_groups(lexicons)["entity_id"].implode()
    is_group = is_party & (
        entity.is_in(groups) | entity.is_in(ARMED_GENERICS) | (entity == UNIDENTIFIED)
    )
    is_state = is_party & (entity.is_in(STATE_GENERICS) | entity.str.starts_with(STATE_FORCES))
    is_led = (pl.col("kind").shift(1).is_in(["actor", "people"])) & (
        pl.col("start") - pl.col("end").shift(1) <= 2
    )
    # "The Tiger Battalion, a rebel group"; brigades without a number are militias' as well.
    is_apposed = (
        (pl.col("kind").shift(-1) == "comma")
        & (pl.col("kind").shift(-2) == "article")
        & pl.col("kind").shift(-3).is_in(["actor", "people"])
        & (run == run.shift(-3))
    )
    is_numbered = (pl.col("sense").shift(1) == "ordinal") & (run == run.shift(1))
    is_loose = pl.when(entity == OPPOSED).then("text").str.contains(BRIGADE) & ~is_numbered
    is_led |= is_apposed.fill_null(False) | is_loose.fill_null(False)
    sides = [pl.when(side.fill_null(False)).then(True) for side in (is_group, is_state)]
    named, by_state = (last_before(side, run).fill_null(False) for side in sides)
    # "The 5th Brigade's Tiger Battalion"
    is_owned = (
        is_state.shift(1)
        & (run == run.shift(1))
        & (pl.col("start") - pl.col("end").shift(1) < POSSESSIVE_NAME)
    ).fill_null(False)
    # "Casualties of the Tiger Battalion in clashes with rebels": no patrol of theirs.
    is_large = pl.when(entity == OPPOSED).then("text").str.contains(LARGE)
    around = (is_large & any_in(is_group, run)).fill_null(False)
    # "The garrison was attacked by rebels"
    is_by = is_group & (
        (pl.col("kind").shift(1) == "by")
        | (pl.col("kind").shift(1).is_in(LINKS) & (pl.col("kind").shift(2) == "by"))
    )
    next_side = (
        pl.when(is_by.fill_null(False)).then(True).when(is_state.fill_null(False)).then(False)
    )
    is_deed = pl.when(pl.col("kind") == "trigger").then(True)
    is_next = first_after(pl.coalesce(is_deed, pl.when(is_group | is_state).then(False)), run)
    attacked = (first_after(next_side, run) & is_next).fill_null(False)
    fought = (((named | around) & ~by_state) | attacked) & ~is_led.fill_null(False)
    return (entity == OPPOSED) & (fought | is_owned)
