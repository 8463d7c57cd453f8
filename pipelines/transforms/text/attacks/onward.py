"""Whose deed a harm is that goes on from the sentence before: its attacker's, or the other side's
of its fight."""

import polars as pl

from pipelines.transforms.text.attacks.both_sides import HARMFUL, MUTUAL, SIDES, take_doers
from pipelines.transforms.text.parties.actors import STATE_FORCES, UNIDENTIFIED

# What may go on: "Two drivers were killed", told of no other event.
GOING_ON = ("casualty_passive", "casualty_died", "casualty_reduced")
# "The raid killed two": what the sentence before told of.
IT_DID = (
    r"^(?:The|That|This) (?:raid|(?:air|drone|missile )?strikes?|air ?strikes?|attack|assault|"
    r"bombing|shelling|bombardment|ambush|shooting|barrage) (?:also )?"
    r"(?:killed|wounded|injured|left|claimed)(?-u:\b)"
)
# "Another strike killed two": by the same, wherever it was.
ANOTHER = (
    r"^(?:Another|A (?:second|third|further)|Two (?:more|other|further)) "
    r"(?:(?:air|drone|missile|rocket|artillery) )?(?:strikes?|airstrikes?|shells?|missiles?|"
    r"drones?)(?-u:\b)"
)
OTHER_DEED = (
    r"(?i)(?-u:\b)(?:separate(?:ly)?|elsewhere|meanwhile|earlier|later|clash(?:es|ed)?|by|in an?|"
    r"another (?:attack|incident|raid|strike)|when|after|as|across|throughout|since|so far|"
    r"in (?:all|total|january|february|march|april|june|july|august|september|october|november|"
    r"december)|this (?:month|year))(?-u:\b)"
)
MORE = r"(?i)(?-u:\b)(?:others?|more|also|another)(?-u:\b)"
LONGEST = 160
ARRESTED = r"(?i)(?-u:\b)(?:arrest|detain)(?:ed|ing)(?-u:\b)"
# "They attacked X and inflicted nine casualties on the enemy": on those attacked.
ON_OTHERS = r"(?i)(?-u:\b)(?:inflict[a-z]*|enem(?:y|ies))(?-u:\b)"
# Beside a fight: "Two soldiers were killed by a mine", in a crash, "were kidnapped"
BESIDE_FIGHT = (
    r"(?i)(?-u:\b)(?:separate(?:ly)?|elsewhere|meanwhile|earlier|later|another (?:attack|clash|"
    r"raid)|by|attack(?:s|ed)?|ambush(?:ed)?|mines?|bombs?|bombing|raid|shelling|strikes?|"
    r"explosion|when|after|before|since|so far|this (?:month|year)|in (?:all|total)|crash|executed|"
    r"murdered|assassinated|kidnapped)(?-u:\b)"
)


def lend_onward(
    keyed: pl.DataFrame, attacks: pl.DataFrame, sentences: pl.DataFrame
) -> pl.DataFrame:
    """Lend the attacker of a sentence to the harm that the next one of its paragraph tells without
    any: "They attacked X. Two drivers were killed." Who did a harm did more of it, and attackers
    who were killed are those of the attack."""
    numbers = sentences.select("sentence_id", "article_id", "sentence_no", "part_no", "text")
    deeds = keyed.filter(
        pl.col("claim_type") == "casualty",
        pl.col("initiator_actor_id").is_not_null(),
        pl.col("harm").is_in(HARMFUL),
    ).select("sentence_id", "location_id", "initiator_actor_id", is_harm=pl.lit(True))
    does = attacks.filter(~pl.col("rule_id").is_in(MUTUAL)).select(
        "sentence_id", "location_id", "initiator_actor_id", is_harm=pl.lit(False)
    )
    givers = (
        pl.concat([does, deeds])
        .join(numbers.drop("text"), on="sentence_id")
        .filter(pl.col("initiator_actor_id").n_unique().over("sentence_id") == 1)
        .sort("sentence_id", "is_harm", "location_id", nulls_last=True)
        .unique("sentence_id", keep="first", maintain_order=True)
        .select(
            "article_id", "part_no", pl.col("sentence_no") + 1, "is_harm",
            given_id="initiator_actor_id", given_place="location_id",
        )
    )  # fmt: skip
    lent = (
        keyed.filter(
            pl.col("initiator_actor_id").is_null(),
            pl.col("harm").is_in(HARMFUL),
        )
        .select("row", "sentence_id", "location_id", "victim_actor_id", "rule_id")
        .join(numbers, on="sentence_id")
        .with_columns(is_another=pl.col("text").str.contains(ANOTHER))
        .filter(
            pl.col("rule_id").is_in(GOING_ON)
            | pl.col("text").str.contains(IT_DID)
            | pl.col("is_another")
        )
        .join(givers, on=["article_id", "part_no", "sentence_no"])
        .filter(
            pl.col("text").str.len_chars() <= LONGEST,
            ~pl.col("text").str.contains(OTHER_DEED) | pl.col("is_another"),
            ~pl.col("is_harm") | pl.col("text").str.contains(MORE),
            (pl.col("victim_actor_id") != pl.col("given_id")).fill_null(True),
            ~pl.col("text").str.contains(ARRESTED)
            | pl.col("given_id").str.starts_with(STATE_FORCES),
            (pl.col("location_id") == pl.col("given_place")).fill_null(True) | pl.col("is_another"),
        )
        .unique("row", keep="first", maintain_order=True)
        .select("row", "given_id", is_on_others=pl.col("text").str.contains(ON_OTHERS))
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
    return (
        keyed.join(lent, on="row", how="left", maintain_order="left")
        .with_columns(
            initiator_actor_id=pl.when(is_doer).then("given_id").otherwise("initiator_actor_id"),
            target_actor_id=pl.when(is_doer).then("victim_actor_id").otherwise("target_actor_id"),
            victim_actor_id=pl.when(is_attacker).then("given_id").otherwise("victim_actor_id"),
            sides_basis=pl.when(is_lent).then(pl.lit("inferred")).otherwise("sides_basis"),
        )
        .drop("given_id", "is_on_others")
    )


def lend_on_both(keyed: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Name who did a harm that goes on from a sentence that tells of a fight of two sides, of which
    those harmed are one: "Troops clashed with X near Y. Two soldiers were killed."

    keyed: claims with row.
    """
    numbers = sentences.select("sentence_id", "article_id", "sentence_no", "part_no", "text")
    fights = (
        keyed.filter(
            (pl.col("claim_type") == "contested") | pl.col("rule_id").is_in(MUTUAL),
            *(pl.col(side).is_not_null() for side in SIDES),
        )
        .filter(pl.concat_list(SIDES).list.sort().n_unique().over("sentence_id") == 1)
        .unique("sentence_id", keep="first", maintain_order=True)
        .join(numbers.drop("text"), on="sentence_id")
        .select(
            "article_id", "part_no", pl.col("sentence_no") + 1, first=SIDES[0], second=SIDES[1],
            fight_place="location_id",
        )
    )  # fmt: skip
    victim = pl.col("victim_actor_id")
    other = (
        pl.when(victim == pl.col("first"))
        .then("second")
        .when(victim == pl.col("second"))
        .then("first")
    )
    lent = (
        keyed.filter(
            pl.col("claim_type") == "casualty",
            pl.col("initiator_actor_id").is_null(),
            pl.col("harm").is_in(HARMFUL),
            pl.col("rule_id").is_in(GOING_ON),
            (pl.col("value_best") != 0).fill_null(True),
        )
        .select("row", "sentence_id", "location_id", "victim_actor_id")
        .join(numbers, on="sentence_id")
        .join(fights, on=["article_id", "part_no", "sentence_no"])
        .filter(
            pl.col("text").str.len_chars() <= LONGEST,
            ~pl.col("text").str.contains(BESIDE_FIGHT),
            (pl.col("location_id") == pl.col("fight_place")).fill_null(True),
        )
        .select("row", doer_id=other)
        .drop_nulls()
    )
    return take_doers(keyed, lent)
