"""Whose deed a harm is that goes on from a fight of the sentence before: the other side's."""

from collections.abc import Sequence

import polars as pl

from pipelines.transforms.text.attacks.both_sides import HARMFUL, MUTUAL, SIDES, take_doers
from pipelines.transforms.text.attacks.onward import GOING_ON, KEY, LONGEST, SAID, one_further
from pipelines.transforms.text.parties.actors import STATE_FORCES, UNIDENTIFIED

# "The clash resulted in the death of six rebels"
FIGHT_DID = (
    rf"(?i){SAID}(?:the|this|that|these) (?:clash(?:es)?|fighting|battles?|combats?|encounters?|"
    r"skirmish(?:es)?|confrontations?|gun ?battle|(?:fire|gun) ?fight|exchange of fire)"
    r"[^.;]{0,60} (?:resulted in|left|killed|caused|ended (?:in|with)|claimed|cost)(?-u:\b)"
)
# Beside a fight: "Two soldiers were killed by a mine", in a crash, "were kidnapped"
BESIDE_FIGHT = (
    r"(?i)(?-u:\b)(?:separate(?:ly)?|elsewhere|meanwhile|earlier|later|another (?:attack|clash|"
    r"raid)|by|attack(?:s|ed)?|ambush(?:ed)?|mines?|bombs?|bombing|raid|shelling|strikes?|"
    r"explosion|when|after|before|since|so far|this (?:month|year)|in (?:all|total)|crash|executed|"
    r"murdered|assassinated|kidnapped)(?-u:\b)"
)


def lend_on_both(
    keyed: pl.DataFrame, sentences: pl.DataFrame, groups: Sequence[str]
) -> pl.DataFrame:
    """Name who did a harm that goes on from a sentence that tells of a fight of two sides, of which
    those harmed are one: "Troops clashed with X near Y. Two soldiers were killed." Rebels whom
    nobody names were harmed by the army, and what goes on may stand between.

    keyed: claims with row. groups: the ids of armed groups.
    """
    numbers = sentences.select("sentence_id", *KEY, "text")
    fights = fights_told(keyed, numbers)
    asked = (
        keyed.filter(
            pl.col("claim_type") == "casualty",
            pl.col("initiator_actor_id").is_null(),
            pl.col("victim_actor_id").is_not_null(),
            pl.col("harm").is_in(HARMFUL),
            (pl.col("value_best") != 0).fill_null(True),
        )
        .select("row", "sentence_id", "location_id", "victim_actor_id", "rule_id")
        .join(numbers, on="sentence_id")
        .filter(
            pl.col("rule_id").is_in([*GOING_ON, "casualty_deaths"])
            | pl.col("text").str.contains(FIGHT_DID),
            pl.col("text").str.len_chars() <= LONGEST,
            ~pl.col("text").str.contains(BESIDE_FIGHT),
        )
    )
    next_to = of_other_side(asked, fights, groups)
    left = asked.join(next_to, on="row", how="anti", maintain_order="left")
    further = of_other_side(left, one_further(fights, next_to.select(KEY).unique()), groups)
    return take_doers(keyed, pl.concat([next_to, further]).select("row", "doer_id"))


def fights_told(keyed: pl.DataFrame, numbers: pl.DataFrame) -> pl.DataFrame:
    """The one fight of a sentence under the number of the sentence after: KEY, first and second
    (its sides, of which one may be open) and fight_place."""
    return (
        keyed.filter(
            (pl.col("claim_type") == "contested") | pl.col("rule_id").is_in(MUTUAL),
            pl.any_horizontal(pl.col(side).is_not_null() for side in SIDES),
        )
        .filter(pl.concat_list(SIDES).list.sort().n_unique().over("sentence_id") == 1)
        .unique("sentence_id", keep="first", maintain_order=True)
        .join(numbers.drop("text"), on="sentence_id")
        .select(
            "article_id", "part_no", pl.col("sentence_no") + 1, first=SIDES[0], second=SIDES[1],
            fight_place="location_id",
        )
    )  # fmt: skip


def of_other_side(asked: pl.DataFrame, fights: pl.DataFrame, groups: Sequence[str]) -> pl.DataFrame:
    """Harms to one side of the fight before them with the other: the columns of asked, doer_id."""
    victim = pl.col("victim_actor_id")
    first, second = pl.col("first"), pl.col("second")
    is_army = victim.str.starts_with(STATE_FORCES)
    only = pl.when(second.is_null()).then("first").when(first.is_null()).then("second")
    # "The army clashed with X and Y. Nine rebels were killed" by the army.
    army = (
        pl.when(first.str.starts_with(STATE_FORCES) & second.is_in(groups))
        .then("first")
        .when(second.str.starts_with(STATE_FORCES) & first.is_in(groups))
        .then("second")
    )
    other = (
        pl.when(victim == first)
        .then("second")
        .when(victim == second)
        .then("first")
        .when(victim == UNIDENTIFIED)
        .then(army)
        # "A patrol clashed with X. Two soldiers were killed."
        .when(is_army & only.is_in([*groups, UNIDENTIFIED]))
        .then(only)
    )
    return (
        asked.join(fights, on=KEY)
        .filter((pl.col("location_id") == pl.col("fight_place")).fill_null(True))
        .with_columns(doer_id=other)
        .filter(pl.col("doer_id").is_not_null())
        .unique("row", keep="first", maintain_order=True)
    )
