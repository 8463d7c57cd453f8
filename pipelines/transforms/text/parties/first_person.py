"""Parties that a text names by who speaks of them: "the enemy", "our troops"."""

import polars as pl

from pipelines.transforms.text.parties.generic_actors import (
    ARMED_GENERICS,
    STATE_GENERICS,
    UNIDENTIFIED,
)

# Whoever that is to the one who tells of it: a party in the sentence, nobody in the claim.
ENEMY = "generic-enemy"
OURS, OUR_SOLDIERS = "generic-ours", "generic-our-soldiers"
SPOKEN_OF = (ENEMY, OURS, OUR_SOLDIERS)
# Who is armed where whoever speaks owns them, and characters that adjectives before them take.
OUR, OUR_FIGHTERS = r"(?i)^our$", r"(?i)^(?:fighters?|combatants?|comrades?|m[ae]n)$"
ADJECTIVES = 24
# Words for their men that rebels use as armies do.
ANY_ARMYS = r"(?i)^(?:troops|forces|commandos?)$"


def is_ours() -> pl.Expr:
    """True for armed people of whoever speaks: "our troops", "our brave fighters"."""
    entity, kind = pl.col("entity_id"), pl.col("kind")
    ahead = pl.when(kind.shift(1) == "pronoun").then(pl.col("text").shift(1))
    gap = pl.col("start") - pl.col("end").shift(1)
    is_near = (gap > 0) & (gap <= ADJECTIVES)
    is_near &= pl.col("sentence_id") == pl.col("sentence_id").shift(1)
    is_open = entity.is_in([*STATE_GENERICS, *ARMED_GENERICS, UNIDENTIFIED])
    is_open |= (kind == "people") & entity.is_null() & pl.col("text").str.contains(OUR_FIGHTERS)
    return (
        ahead.str.contains(OUR) & is_near & kind.is_in(["actor", "people"]) & is_open
    ).fill_null(False)


def ours() -> pl.Expr:
    """Whose armed people of ours are: the speaker's, or those of the country he speaks in."""
    is_army = pl.col("entity_id").is_in(STATE_GENERICS) & ~pl.col("text").str.contains(ANY_ARMYS)
    return pl.when(is_army).then(pl.lit(OUR_SOLDIERS)).otherwise(pl.lit(OURS))
