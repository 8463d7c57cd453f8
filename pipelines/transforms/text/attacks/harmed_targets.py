"""Whom an attack was aimed at that harmed people of nobody known: "killed six in an attack on a
church"."""

import polars as pl

from pipelines.transforms.text.attacks.both_sides import SIDES
from pipelines.transforms.text.attacks.harms_beside import (
    PARTED,
    beside_attacks,
    by_another_hand,
    is_of_another,
    joined_text,
)
from pipelines.transforms.text.casualties.group_nouns import CIVIL_KINDS
from pipelines.transforms.text.parties.civil_members import CIVILIANS

DOER, TARGET = SIDES
CIVIL = (*CIVIL_KINDS, "refugees")
OF_HARM = ("attack_slay", "attack_slain")
# "Rebels who had attacked a church killed six": on another day.
WHO_DID = r"(?i)(?-u:\b)who(?: had| have| has)?(?: [a-z]+ly)? $"
# "Police killed six after an attack on a church"
ANSWERED = r"(?i)(?-u:\b)(?:after|following|over|avenging|suspected|accused|blamed|wanted)(?-u:\b)"
# Who may be among the people harmed.
ARMED_TOO = (
    r"(?i)(?-u:\b)(?:includ(?:ing|ed)|among|of whom|of them|mostly|most|and|both|comprising|were|"
    r"was|or)(?-u:\b)[^.;]{0,40}(?-u:\b)(?:soldiers?|police(?:m[ae]n)?|troops|troopers?|officers?|"
    r"guards?|bodyguards?|fighters?|rebels?|militants?|militiam[ae]n|gunm[ae]n|attackers?|bombers?|"
    r"assailants?|terrorists?|himself|herself|themselves|combatants?|servicemen|guerrillas?)(?-u:\b)"
)


def name_targets(
    keyed: pl.DataFrame, attacks: pl.DataFrame, sentences: pl.DataFrame
) -> pl.DataFrame:
    """Harms of nobody known with whom the one attack of their sentence was aimed at as the target;
    who was harmed in an attack on civilians was one of them, where no armed are told of.

    keyed: claims with row. attacks: of any doer, with is_arrest.
    """
    aimed = attacks.filter(
        pl.col(TARGET).is_not_null(),
        ~pl.col("is_arrest"),
        pl.col(TARGET).n_unique().over("sentence_id") == 1,
    )
    is_open = pl.all_horizontal(pl.col(name).is_null() for name in (TARGET, "victim_actor_id"))
    beside = beside_attacks(keyed.filter(is_open), aimed, sentences)
    between = joined_text()
    doer, other = pl.col(DOER), pl.col(f"{DOER}_attack")
    is_of_doer = (doer == other) | doer.is_null() | (
        other.is_null() & ~between.str.contains(ANSWERED)
    )
    # "Killed six people, two of them teachers", "kidnapped 31 people": told of whoever they are.
    is_harm = pl.col("rule_id_attack").is_in(OF_HARM)
    is_itself = pl.col("anchor_start") == pl.col("anchor_start_attack")
    is_itself &= pl.col(TARGET) == CIVILIANS
    lent = beside.filter(
        ~is_harm | is_itself,
        is_of_doer.fill_null(False),
        ~between.str.contains(PARTED),
        ~is_of_another(),
        ~by_another_hand(),
        (pl.col("harm") != "captured") | (doer == other).fill_null(False),
        ~(is_ahead() & pl.col("to_attack").str.contains(WHO_DID)),
        (doer != pl.col(TARGET)).fill_null(True),
        (pl.col("location_id") == pl.col("location_id_attack")).fill_null(True)
        | pl.col("is_behind"),
    ).select("row", aimed_at=TARGET, told="sentence")
    return aim(keyed, lent)


def is_ahead() -> pl.Expr:
    """Whether the attack is told ahead of the harm."""
    return pl.col("anchor_start_attack") < pl.col("anchor_start")


def aim(keyed: pl.DataFrame, lent: pl.DataFrame) -> pl.DataFrame:
    """Claims with the target lent to them: row, aimed_at, told (the sentence of the harm)."""
    is_civil = pl.col("aimed_at").is_in(CIVIL) & ~pl.col("told").str.contains(ARMED_TOO)
    is_harm = (pl.col("value_best") != 0).fill_null(True)
    return (
        keyed.join(lent, on="row", how="left", maintain_order="left")
        .with_columns(
            victim_actor_id=pl.when((is_civil & is_harm).fill_null(False))
            .then(pl.coalesce("victim_actor_id", "aimed_at"))
            .otherwise("victim_actor_id"),
            target_actor_id=pl.coalesce(TARGET, "aimed_at"),
        )
        .drop("aimed_at", "told")
    )
