"""Whose deed a harm is that goes on from a fight of the sentence before: the other side's."""

from collections.abc import Sequence

import polars as pl

from pipelines.transforms.text.attacks.both_sides import HARMFUL, MUTUAL, SIDES, take_doers
from pipelines.transforms.text.attacks.fought_whom import name_fought
from pipelines.transforms.text.attacks.going_on import (
    ARRESTED,
    GOING_ON,
    KEY,
    LONGEST,
    MISHAP,
    SAID,
    SAID_SO,
)
from pipelines.transforms.text.attacks.onward import one_further
from pipelines.transforms.text.parties.actors import STATE_FORCES
from pipelines.transforms.text.parties.generic_actors import UNIDENTIFIED

# "The clash resulted in the death of six rebels"
FIGHT_DID = (
    rf"(?i){SAID}(?:the|this|that|these) (?:clash(?:es)?|fighting|battles?|combats?|encounters?|"
    r"skirmish(?:es)?|confrontations?|gun ?battle|(?:fire|gun) ?fight|exchange of fire)"
    r"[^.;]{0,60} (?:resulted in|left|killed|caused|ended (?:in|with)|claimed|cost)(?-u:\b)"
)
# "The report notes the death of one soldier"
DEATH_TOLD = (
    r"(?i)^(?:the|an?|its|this) [^.;,]{1,50} (?:notes?|noted|reported|confirm(?:ed|s)|announced|"
    r"admitted|acknowledged|adds?|added) (?:only )?the (?:deaths?|loss) of [^.;,]{1,50}\.?\W*$"
)
# Beside a fight: "Two soldiers were killed by a mine", in a crash, "were kidnapped"
BESIDE_FIGHT = (
    r"(?i)(?-u:\b)(?:separate(?:ly)?|elsewhere|meanwhile|earlier|later|another (?:attack|clash|"
    r"raid)|by|attack(?:s|ed)?|ambush(?:ed)?|mines?|bombs?|bombing|raid|shelling|strikes?|"
    r"explosion|when|after|before|since|so far|this (?:month|year)|in (?:all|total)|crash|executed|"
    r"murdered|assassinated|kidnapped)(?-u:\b)"
)
# "Militants stormed a camp. Nine of them were killed in the gun battle that followed": by those
# whom they attacked.
IN_THE_FIGHT = (
    r"(?i) (?:in|during|by|amid|when) (?:(?:the|an?|this|heavy|fierce|intense|ensuing|subsequent|"
    r"resulting|following|[a-z]+-hour|[a-z]+-long|brief) )*(?:exchanges? of (?:gun)?fire|crossfire|"
    r"(?:gun|fire) ?(?:fight|battle)s?|fight(?:ing)?|clash(?:es)?|shoot-?outs?|battles?|encounter|"
    r"(?:retaliatory|return|retaliation) ?(?:fire|strikes?|action)?|retaliation|"
    r"counter-?(?:attack|offensive|fire)|(?:swift |quick )?response)(?-u:\b)"
)


def lend_on_both(
    keyed: pl.DataFrame, sentences: pl.DataFrame, groups: Sequence[str]
) -> pl.DataFrame:
    """Name the militants of a fight (see name_fought), and who did a harm that goes on from a
    sentence that tells of a fight of two sides, of which those harmed are one: "Troops clashed with
    X near Y. Two soldiers were killed." Rebels whom nobody names were harmed by the army, and what
    goes on may stand between.

    keyed: claims with row. groups: the ids of armed groups.
    """
    keyed = name_fought(keyed, sentences, groups)
    numbers = sentences.select("sentence_id", *KEY, "text")
    fights = fights_told(keyed, numbers)
    bare = pl.col("text").str.replace(SAID_SO, "")
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
            | pl.col("text").str.contains(FIGHT_DID)
            | pl.col("text").str.contains(DEATH_TOLD),
            bare.str.len_chars() <= LONGEST,
            ~bare.str.contains(f"{BESIDE_FIGHT}|{MISHAP}"),
            # A state arrests its own soldiers.
            ~(
                pl.col("victim_actor_id").str.starts_with(STATE_FORCES)
                & bare.str.contains(ARRESTED)
            ),
        )
    )
    next_to = of_other_side(asked, fights, groups)
    left = asked.join(next_to, on="row", how="anti", maintain_order="left")
    further = of_other_side(left, one_further(fights, next_to.select(KEY).unique()), groups)
    lost = left.join(further, on="row", how="anti", maintain_order="left").filter(
        pl.col("text").str.contains(IN_THE_FIGHT)
    )
    onslaughts = onslaughts_told(keyed, numbers).filter(
        pl.col("second").str.starts_with(STATE_FORCES) | pl.col("second").is_in(groups)
    )
    back = of_other_side(lost, onslaughts, groups)
    return take_doers(keyed, pl.concat([next_to, further, back]).select("row", "doer_id"))


def onslaughts_told(keyed: pl.DataFrame, numbers: pl.DataFrame) -> pl.DataFrame:
    """Of sentences that tell of one attack, harm or capture by one side on another who those were,
    in the columns of fights_told; the attacker may be open."""
    suffered = pl.coalesce("target_actor_id", "victim_actor_id", "from_actor_id")
    return (
        keyed.filter(
            pl.col("claim_type").is_in(["attack", "territory_change"])
            | pl.col("harm").is_in(HARMFUL)
        )
        .select("sentence_id", "location_id", first=SIDES[0], second=suffered)
        .filter(pl.col("second").is_not_null())
        .filter(pl.struct("first", "second").n_unique().over("sentence_id") == 1)
        .unique("sentence_id", keep="first", maintain_order=True)
        .join(numbers.drop("text"), on="sentence_id")
        .select(
            "article_id", "passage_no", pl.col("sentence_no") + 1, "first", "second",
            fight_place="location_id", is_onslaught=pl.lit(True),
        )
    )  # fmt: skip


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
            "article_id", "passage_no", pl.col("sentence_no") + 1, first=SIDES[0], second=SIDES[1],
            fight_place="location_id", is_onslaught=pl.lit(False),
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
    # "A bomber rammed a post of the army. Nine militants were killed in the shootout."
    is_armed = victim.is_in([*groups, UNIDENTIFIED])
    struck = (
        pl.col("is_onslaught")
        & second.str.starts_with(STATE_FORCES)
        & is_armed
        & first.is_in([*groups, UNIDENTIFIED]).fill_null(True)
    )
    other = (
        pl.when(struck)
        .then("second")
        .when(victim == first)
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
