"""Whose deed a harm is that goes on from the sentence before: its attacker's."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.attacks.both_sides import HARMFUL, SIDES
from pipelines.transforms.text.attacks.going_on import (
    AMBUSH,
    ANOTHER,
    ARRESTED,
    AS_A_RESULT,
    AS_OF,
    AS_THEY,
    AT_A_SPOT,
    BARE,
    BARE_ONES,
    BESIEGING,
    BLAST_DID,
    BLASTS,
    BY,
    DAMAGED,
    GOING_ON,
    IT_DID,
    KEY,
    LONGEST,
    LOSSES,
    MISHAP,
    MORE,
    MORE_REBELS,
    NOT_DONE,
    OF_MORE,
    ON_OTHERS,
    OTHER_DEED,
    PARTS,
    PASSERS,
    PEACEKEEPERS,
    SAID_SO,
    TAKEN,
    THE_SAME,
    THERE_WERE,
    TOLLS,
    UP_TO_NOW,
    WEAPON_DID,
    WEAPONS,
    WHEN_IT_HIT,
)
from pipelines.transforms.text.attacks.harmed_targets import ARMED_HARMED, CIVIL, are_unarmed
from pipelines.transforms.text.parties.actors import STATE_FORCES
from pipelines.transforms.text.parties.enemies import side_of
from pipelines.transforms.text.parties.generic_actors import UNIDENTIFIED


def lend_onward(
    keyed: pl.DataFrame, attacks: pl.DataFrame, sentences: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """Lend the attacker of a sentence to the harm that the next one of its paragraph tells without
    any, and whom it was aimed at: "They attacked X. Two drivers were killed." Who did a harm did
    more of it, and attackers who were killed are those of the attack. What goes on, or tells of
    damage alone, may stand between the two. attacks: those of aimed_attacks."""
    numbers = sentences.select("sentence_id", *KEY, "text")
    givers = givers_of(keyed, attacks, numbers)
    asked = going_on(keyed, numbers)
    next_to = pairs_onward(asked, givers, lexicons)
    between = pl.concat([next_to.select(KEY), damage_told(keyed, givers, numbers)]).unique()
    left = asked.join(next_to, on="row", how="anti", maintain_order="left")
    told_of = (pl.col("is_of_it") | pl.col("is_of_blast")) & pl.col("text").str.contains(BARE)
    is_of_ambush = pl.col("is_ambush") & (told_of | pl.col("text").str.contains(BARE_ONES))
    further = pairs_onward(left, one_further(givers, between), lexicons)
    # "Rebels attacked villagers. Six fighters were killed": none of the villagers.
    is_aimed = ~pl.col("is_harm") & ~pl.col("is_more_of_them")
    is_aimed &= ~(pl.col("given_target").is_in(CIVIL) & pl.col("text").str.contains(ARMED_HARMED))
    lent = pl.concat([next_to, further]).select(
        "row",
        "given_id",
        aimed_at=pl.when(is_aimed).then("given_target"),
        are_civil=~pl.col("is_harm") & pl.col("on_civilians") & are_unarmed(pl.col("text")),
        ambushed_id=pl.when(is_of_ambush).then("given_target"),
        # "X took A from Y. Nine militants were killed": none of X's.
        is_on_others=pl.col("text").str.contains(ON_OTHERS)
        | ~pl.col("given_from").str.starts_with(STATE_FORCES).fill_null(True),
    )
    is_lent = pl.col("given_id").is_not_null()
    # "Troops killed a guerrilla. Two others were also killed" by the same troops.
    is_attacker = (
        is_lent
        & (pl.col("victim_actor_id") == UNIDENTIFIED)
        & ~pl.col("is_on_others")
        & ~pl.col("given_id").str.starts_with(STATE_FORCES)
    ).fill_null(False)
    is_doer = is_lent & ~is_attacker
    is_open = pl.col("target_actor_id").is_null() & ~is_attacker
    is_open &= (pl.col("victim_actor_id") == pl.col("aimed_at")).fill_null(True)
    return (
        keyed.join(lent, on="row", how="left", maintain_order="left")
        .with_columns(
            initiator_actor_id=pl.when(is_doer).then("given_id").otherwise("initiator_actor_id"),
            victim_actor_id=pl.when(is_attacker)
            .then("given_id")
            .otherwise(pl.coalesce("victim_actor_id", "ambushed_id")),
            sides_basis=pl.when(is_lent).then(pl.lit("inferred")).otherwise("sides_basis"),
        )
        .with_columns(
            victim_actor_id=pl.when("are_civil")
            .then(pl.coalesce("victim_actor_id", "aimed_at"))
            .otherwise("victim_actor_id"),
        )
        .with_columns(
            target_actor_id=pl.when(is_doer)
            .then(pl.coalesce("victim_actor_id", "aimed_at"))
            .when(is_open)
            .then("aimed_at")
            .otherwise("target_actor_id"),
        )
        .drop("given_id", "ambushed_id", "is_on_others", "aimed_at", "are_civil")
    )


def givers_of(keyed: pl.DataFrame, attacks: pl.DataFrame, numbers: pl.DataFrame) -> pl.DataFrame:
    """The one attacker of a sentence, or the one who did its harms, or whom an attack of nobody
    known was aimed at, under the number of the sentence after: KEY, is_harm, is_blast, is_ambush,
    given_id, given_target, on_civilians, given_place and given_from (whose the ground was that it
    took)."""
    told = ["sentence_id", "location_id", *SIDES, "sub_event_type", "on_civilians"]
    keyed = keyed.with_columns(on_civilians=pl.lit(False))
    deeds = keyed.filter(
        pl.col("claim_type") == "casualty",
        pl.col("initiator_actor_id").is_not_null(),
        pl.col("harm").is_in(HARMFUL),
    ).select(*told, is_harm=pl.lit(True), given_from=pl.lit(None, pl.String))
    does = attacks.filter(pl.any_horizontal(pl.col(SIDES).is_not_null())).select(
        *told, is_harm=pl.lit(False), given_from=pl.lit(None, pl.String)
    )
    takes = (
        keyed.filter(
            (pl.col("rule_id") == BESIEGING)
            | (
                pl.col("change_type").is_in(TAKEN)
                & (pl.col("initiator_actor_id") == pl.col("to_actor_id"))
            ),
            pl.col("initiator_actor_id").is_not_null(),
        )
        .join(numbers.filter(~pl.col("text").str.contains(NOT_DONE)), on="sentence_id", how="semi")
        .select(*told, is_harm=pl.lit(False), given_from="from_actor_id")
    )
    doer = pl.col("initiator_actor_id")
    return (
        pl.concat([does, takes, deeds])
        .join(numbers, on="sentence_id")
        .with_columns(
            is_ambush=~pl.col("is_harm") & pl.col("text").str.contains(AMBUSH),
            is_blast=pl.col("sub_event_type").is_in(BLASTS).fill_null(False).any().over(
                "sentence_id"
            ) | pl.col("text").str.contains(WEAPONS)
        )
        .filter(doer.drop_nulls().n_unique().over("sentence_id") <= 1)
        .sort("sentence_id", doer.is_null(), "is_harm", "location_id", nulls_last=True)
        .unique("sentence_id", keep="first", maintain_order=True)
        .select(
            "article_id", "passage_no", pl.col("sentence_no") + 1, "is_harm", "is_blast",
            "is_ambush", "given_from", "on_civilians", given_id="initiator_actor_id",
            given_target="target_actor_id", given_place="location_id",
        )
    )  # fmt: skip


def going_on(keyed: pl.DataFrame, numbers: pl.DataFrame) -> pl.DataFrame:
    """The harms of nobody known whose short sentence tells of no other event than one before it:
    row, what is known of them, KEY, text, is_another ("another strike killed"), is_of_it ("the raid
    killed"), is_of_blast ("the blast killed"), is_toll ("the toll is nine") and is_none ("no one
    was hurt")."""
    bare = pl.col("text").str.replace(SAID_SO, "")
    told = bare.str.replace(f"{AS_A_RESULT}|{AS_OF}| since\\W*$", "")
    told = told.str.replace_all(f"{AS_THEY}|{WHEN_IT_HIT}|{PASSERS}|{AT_A_SPOT}", "")
    told = (
        pl.when(told.str.contains(OF_MORE))
        .then(told)
        .otherwise(told.str.replace_all(UP_TO_NOW, " "))
    )
    is_toll = pl.col("rule_id").is_in(TOLLS) & ~pl.col("text").str.contains(OF_MORE)
    is_toll |= pl.col("rule_id").is_in(LOSSES) & pl.col("text").str.contains(THERE_WERE)
    return (
        keyed.filter(pl.col("initiator_actor_id").is_null(), pl.col("harm").is_in(HARMFUL))
        .select("row", "sentence_id", "location_id", "victim_actor_id", "rule_id", "value_best")
        .join(numbers, on="sentence_id", maintain_order="left")
        .with_columns(
            is_another=pl.col("text").str.contains(ANOTHER),
            is_of_it=pl.col("text").str.contains(IT_DID),
            is_of_blast=pl.col("text").str.contains(BLAST_DID),
            is_of_weapon=pl.col("text").str.contains(WEAPON_DID),
            is_toll=is_toll,
            is_more_of_them=pl.col("text").str.contains(MORE_REBELS),
            # "They blew up a bus. No one was hurt."
            is_none=(pl.col("value_best") == 0).fill_null(False),
        )
        .filter(
            pl.col("rule_id").is_in(GOING_ON)
            | pl.any_horizontal(
                "is_another", "is_of_it", "is_of_blast", "is_of_weapon", "is_toll", "is_none"
            ),
            bare.str.len_chars() <= LONGEST,
            ~bare.str.contains(MISHAP),
            ~told.str.contains(OTHER_DEED)
            | pl.col("is_another")
            | (pl.col("is_more_of_them") & ~told.str.contains(BY)),
        )
    )


def pairs_onward(asked: pl.DataFrame, givers: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Harms that go on with the giver that stands before them: one row per harm, with given_id."""
    sides = lexicons.actors.select("side_id", entity_id="actor_id")
    side = side_of("victim_actor_id", sides)
    return (
        asked.join(givers, on=KEY)
        .filter(
            ~pl.col("is_harm") | pl.col("text").str.contains(f"{MORE}|{THE_SAME}"),
            (pl.col("victim_actor_id") != pl.col("given_id")).fill_null(True),
            (side != side_of("given_id", sides)).fill_null(True),
            # Peacekeepers who are hurt in an army's operation stood beside it.
            ~(pl.col("given_id").str.starts_with(STATE_FORCES) & (side == PEACEKEEPERS)).fill_null(
                False
            ),
            ~pl.col("text").str.contains(ARRESTED)
            | pl.col("given_id").str.starts_with(STATE_FORCES),
            (pl.col("location_id") == pl.col("given_place")).fill_null(True)
            | pl.col("is_another")
            | pl.col("is_more_of_them"),
            ~pl.col("is_more_of_them") | pl.col("given_id").str.starts_with(STATE_FORCES),
            pl.col("rule_id").is_in(GOING_ON)
            | pl.col("is_blast")
            | ~(pl.col("is_of_blast") | pl.col("is_of_weapon")),
            ~(pl.col("is_harm") & (pl.col("is_toll") | pl.col("is_none"))),
        )
        .unique("row", keep="first", maintain_order=True)
    )


def damage_told(keyed: pl.DataFrame, givers: pl.DataFrame, numbers: pl.DataFrame) -> pl.DataFrame:
    """Sentences right behind a giver that tell of damage, flight or what the same did next, and
    of no claim: KEY."""
    text = pl.col("text")
    # "A drone dropped two bombs on the crowd": one of theirs.
    is_told = pl.col("reject_reason").is_null() & (
        pl.col("initiator_actor_id").is_not_null() | (pl.col("claim_type") != "attack")
    )
    return (
        numbers.join(givers.select(KEY), on=KEY, how="semi")
        .filter(
            text.str.contains(DAMAGED) | text.str.contains(WEAPON_DID), ~text.str.contains(PARTS)
        )
        .join(keyed.filter(is_told), on="sentence_id", how="anti")
        .select(KEY)
    )


def one_further(givers: pl.DataFrame, between: pl.DataFrame) -> pl.DataFrame:
    """What stands before the sentences `between` (KEY), for the sentences behind those."""
    return givers.join(between, on=KEY, how="semi", maintain_order="left").with_columns(
        pl.col("sentence_no") + 1
    )
