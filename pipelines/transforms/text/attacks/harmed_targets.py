"""Whom an attack was aimed at that harmed people of nobody known: "killed six in an attack on a
church"."""

import polars as pl

from pipelines.transforms.text.attacks.both_sides import MUTUAL, SIDES
from pipelines.transforms.text.attacks.civil_targets import ARMED
from pipelines.transforms.text.attacks.harms_beside import (
    PARTED,
    beside_attacks,
    by_another_hand,
    is_of_another,
    joined_text,
)
from pipelines.transforms.text.parties.actors import STATE_FORCES
from pipelines.transforms.text.parties.civil_members import CIVIL_KINDS

DOER, TARGET = SIDES
CIVIL = (*CIVIL_KINDS, "refugees")
COUNTRY = r"^[A-Z]{3}$"
OF_HARM = ("attack_slay", "attack_slain")
# "Shelling killed nine people": they are whoever was harmed.
ANYBODY = r"(?i)(?-u:\b)(?:people|persons?|individuals?|m[ae]n|others?)$"
DISPLACED = r"(?i)displaced (?:people|persons)$"
# "A strike on a market held by X": who holds it is not all that it was aimed at.
HELD = r"(?i)(?-u:\b)(?:controlled|held|run|occupied|ruled)(?-u:\b)"
# "Rebels who had attacked a church killed six": on another day.
WHO_DID = r"(?i)(?-u:\b)who(?: had| have| has)?(?: [a-z]+ly)? $"
# "Police killed six after an attack on a church"
ANSWERED = (
    r"(?i)(?-u:\b)(?:after|following|over|avenging|suspected|accused|blamed|wanted|stopped|foiled|"
    r"thwarted|repelled)(?-u:\b)"
)
# Where people are who bear no arms; who was hurt near them may be anybody.
PEOPLED = (
    r"(?i)(?-u:\b)(?:homes?|houses?|apartments?|flats?|residential|church(?:es)?|chapels?|mosques?|"
    r"temples?|synagogues?|monaster(?:y|ies)|schools?|kindergartens?|classrooms?|hospitals?|"
    r"clinics?|wards?|markets?|marketplaces?|bazaars?|bus|buses|minibus(?:es)?|camps? (?:for|of)|"
    r"(?:refugee|displacement|displaced|idps?) camps?|weddings?|funerals?|farms?|settlements?|"
    r"boats? carrying)(?-u:\b)"
)
NEAR_IT = (
    r"(?i)(?-u:\b)(?:outside|near|in front of|beside|next to|close to|against|opposite)(?-u:\b)"
)
# Who may be among the people harmed.
ARMED_TOO = (
    r"(?i)(?-u:\b)(?:includ(?:ing|ed)|among|of whom|of them|mostly|most|and|both|comprising|were|"
    r"was|or)(?-u:\b)[^.;]{0,40}(?-u:\b)(?:soldiers?|police(?:m[ae]n)?|troops|troopers?|officers?|"
    r"guards?|bodyguards?|fighters?|rebels?|militants?|militiam[ae]n|gunm[ae]n|attackers?|bombers?|"
    r"commanders?|operatives?|assailants?|terrorists?|conscripts?|recruits?|cadets?|"
    r"himself|herself|themselves|combatants?|servicemen|guerrillas?)(?-u:\b)"
)
# "Six fighters were killed", "killing five commanders": they are the harmed.
ARMED_MEN = (
    r"(?:soldiers|police(?:men| officers)|troops|officers|guards|bodyguards|fighters|rebels|"
    r"militants|militiamen|gunmen|attackers|terrorists|combatants|servicemen|guerrillas|commanders|"
    r"generals|operatives|insurgents|jihadists|conscripts|recruits)"
)
ARMED_HARMED = (
    rf"(?i)(?-u:\b){ARMED_MEN}(?-u:\b)[^,;.]{{0,20}}? (?:was|were|have been|had been|died|dead|"
    rf"wounded|injured)(?-u:\b)|"
    # "The house of a leader of X"
    r"(?-u:\b)(?:houses?|homes?|vehicles?|cars?) of (?:[a-z'-]+ ){0,5}?(?:leaders?|commanders?|"
    r"chiefs?|fighters?|militants?|members?|generals?)(?-u:\b)|"
    rf"(?:kill|wound|injur|slay)[a-z]* (?:[a-z0-9-]+ ){{1,4}}?{ARMED_MEN}(?-u:\b)"
)


def name_targets(
    keyed: pl.DataFrame, attacks: pl.DataFrame, sentences: pl.DataFrame
) -> pl.DataFrame:
    """Harms of nobody known with whom the one attack of their sentence was aimed at as the target;
    who was harmed in an attack on civilians was one of them, where no armed are told of.

    keyed: claims with row. attacks: those of aimed_attacks.
    """
    aimed = attacks.filter(
        pl.col(TARGET).is_not_null(), pl.col(TARGET).n_unique().over("sentence_id") == 1
    )
    is_open = pl.all_horizontal(pl.col(name).is_null() for name in (TARGET, "victim_actor_id"))
    beside = beside_attacks(keyed.filter(is_open), aimed, sentences)
    between = joined_text()
    doer, other = pl.col(DOER), pl.col(f"{DOER}_attack")
    is_of_doer = (
        (doer == other) | doer.is_null() | (other.is_null() & ~between.str.contains(ANSWERED))
    )
    is_ahead = pl.col("anchor_start_attack") < pl.col("anchor_start")
    lent = beside.filter(
        is_of_doer.fill_null(False),
        ~between.str.contains(PARTED),
        ~is_of_another(),
        ~by_another_hand(),
        (pl.col("harm") != "captured") | (doer == other).fill_null(False),
        ~(is_ahead & pl.col("to_attack").str.contains(WHO_DID)),
        (doer != pl.col(TARGET)).fill_null(True),
        (pl.col("location_id") == pl.col("location_id_attack")).fill_null(True)
        # "Ten were killed in Colombia during an attack on a councillor in Medellin"
        | pl.any_horizontal(
            pl.col(f"location_id{at}").str.contains(COUNTRY) for at in ("", "_attack")
        )
        | pl.col("is_behind"),
        ~(pl.col(TARGET).is_in(CIVIL) & pl.col("sentence").str.contains(ARMED_HARMED)),
    )
    are_civil = pl.col("on_civilians") & are_unarmed(pl.col("sentence"))
    return aim(keyed, lent.select("row", aimed_at=TARGET, are_civil=are_civil))


def aimed_attacks(attacks: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Attacks of any doer, their target where one was aimed at, and on_civilians: those that are
    told of, or people in a place that is full of them.

    attacks: claims of attacks with is_arrest, anchor_end, target_start and target_end.
    """
    texts = sentences.select("sentence_id", base="start", sentence="text")
    words = pl.col("sentence").str.slice(
        pl.col("target_start") - pl.col("base"), pl.col("target_end") - pl.col("target_start")
    )
    # "Attacked Niger, killing 12": anybody there.
    forces = pl.lit(STATE_FORCES) + pl.col("location_id").str.to_lowercase()
    # "Killed six people, two of them teachers"
    is_aimed = ~pl.col("rule_id").is_in(OF_HARM)
    is_aimed &= (
        ((pl.col(TARGET) != forces) | words.str.contains(ARMED)).fill_null(True)
        & ~words.str.replace(DISPLACED, "").str.contains(ANYBODY).fill_null(False)
        & ~pl.col("sentence").str.contains(HELD)
    )
    # The object of an attack reaches to its word, a party's mention does not.
    is_thing = (pl.col("target_start") == pl.col("anchor_end")) | (
        pl.col("target_end") == pl.col("anchor_start")
    )
    is_peopled = words.str.contains(PEOPLED) & ~words.str.contains(NEAR_IT)
    return (
        attacks.filter(~pl.col("is_arrest"), ~pl.col("rule_id").is_in(MUTUAL))
        .join(texts, on="sentence_id", maintain_order="left")
        .with_columns(
            pl.when(is_aimed).then(TARGET).alias(TARGET),
            on_civilians=(pl.col(TARGET).is_in(CIVIL) & (~is_thing | is_peopled)).fill_null(False),
        )
        .drop("base", "sentence", "target_start", "target_end", "anchor_end")
    )


def are_unarmed(text: pl.Expr) -> pl.Expr:
    """Whether a harm is told of whose sentence names nobody armed among those harmed."""
    return (pl.col("value_best") != 0).fill_null(True) & ~text.str.contains(
        f"{ARMED_TOO}|{ARMED_HARMED}"
    )


def aim(keyed: pl.DataFrame, lent: pl.DataFrame) -> pl.DataFrame:
    """Claims with the target lent to them: row, aimed_at, are_civil (so are those harmed)."""
    return (
        keyed.join(lent, on="row", how="left", maintain_order="left")
        .with_columns(
            victim_actor_id=pl.when("are_civil")
            .then(pl.coalesce("victim_actor_id", "aimed_at"))
            .otherwise("victim_actor_id"),
            target_actor_id=pl.coalesce(TARGET, "aimed_at"),
        )
        .drop("aimed_at", "are_civil")
    )
