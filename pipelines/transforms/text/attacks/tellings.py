"""Whose deed a harm or a fight is: what the attack told beside it lends to it."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.attacks.both_sides import lend_across
from pipelines.transforms.text.attacks.harmed_targets import aimed_attacks, name_targets
from pipelines.transforms.text.attacks.harms_beside import lend_to_harms
from pipelines.transforms.text.attacks.inflicted import name_inflicted
from pipelines.transforms.text.attacks.loans import lend_to_fights
from pipelines.transforms.text.attacks.onward import lend_onward
from pipelines.transforms.text.attacks.onward_fights import lend_on_both
from pipelines.transforms.text.attacks.parted import part_fighters
from pipelines.transforms.text.attacks.repelled import (
    harm_attackers,
    part_repelled,
)
from pipelines.transforms.text.attacks.retold import lend_retold
from pipelines.transforms.text.parties.generic_actors import (
    ARMED_TYPES,
    named_parties,
)

PARTIES = ("initiator_actor_id", "target_actor_id")
# Who arrests does no other harm: "police arrested two men for the murder of a judge".
ARREST = "no_value"
BEATEN_OFF = ("territory_repel", "territory_repelled", "territory_attempt")


def lend_attackers(
    found: pl.DataFrame, sentences: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """Give harms and fights of a sentence the parties that its one attack names.

    found: the finders' claims with anchor_start. A harm without a doer has the attacker, unless the
    attacker is who suffered it; a harm told by a participle behind the attack has it in any case.
    Fighting for a place has both parties of what its sentence tells beside it. The evidence grows
    by the attack's.
    """
    keyed = part_fighters(name_inflicted(found.with_row_index("row"), sentences), sentences)
    told = found.filter(pl.col("claim_type") == "attack").select(
        "sentence_id", "rule_id", "location_id", "anchor_start", "anchor_end", "evidence_start",
        "evidence_end", "target_start", "target_end", "sub_event_type", *PARTIES,
        is_arrest=(pl.col("reject_reason") == ARREST).fill_null(False),
    )  # fmt: skip
    attacks = told.filter(pl.col("initiator_actor_id").is_not_null())
    beaten_off = (
        found.filter(
            pl.col("rule_id").is_in(BEATEN_OFF), pl.col("initiator_actor_id").is_not_null()
        )
        .with_columns(is_arrest=pl.lit(False))
        .select(attacks.columns)
    )
    groups = named_parties(lexicons, ARMED_TYPES)["entity_id"].to_list()
    if attacks.is_empty() and beaten_off.is_empty():
        across = lend_across(keyed, sentences, lexicons)
        lent = lend_on_both(lend_to_fights(across, sentences, lexicons), sentences, groups)
        return carry_on(lent, told, told, sentences, lexicons).drop("row")
    attacks, repelled = part_repelled(attacks, sentences)
    repelled = pl.concat([repelled, beaten_off]).sort("sentence_id", "anchor_start")
    harms = lend_to_harms(harm_attackers(keyed, repelled, sentences), attacks, sentences, groups)
    across = lend_across(harms, sentences, lexicons)
    lent = lend_on_both(lend_to_fights(across, sentences, lexicons), sentences, groups)
    done = attacks.filter(~pl.col("is_arrest"))
    open_ones = told.filter(pl.col("initiator_actor_id").is_null())
    onward = carry_on(
        lent, told, pl.concat([attacks, open_ones], how="diagonal"), sentences, lexicons
    )
    return lend_retold(onward, done, sentences).drop("row")


def carry_on(
    lent: pl.DataFrame, told: pl.DataFrame, done: pl.DataFrame, sentences: pl.DataFrame,
    lexicons: Lexicons,
) -> pl.DataFrame:  # fmt: skip
    """Harms with whom an attack of their sentence was aimed at, and with both parties of the one
    that the sentence before tells. told: all attacks; done: those that were not repelled."""
    aimed = aimed_attacks(told, sentences)
    onward = aimed.join(
        done.select("sentence_id", "anchor_start").unique(), on=["sentence_id", "anchor_start"],
        how="semi", maintain_order="left",
    )  # fmt: skip
    return lend_onward(name_targets(lent, aimed, sentences), onward, sentences, lexicons)
