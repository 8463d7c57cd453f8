"""Attacks of the sentence before, told again: "The attack took place near X", "the bomb fell"."""

import polars as pl

from pipelines.transforms.text.attacks.both_sides import MUTUAL, SIDES
from pipelines.transforms.text.attacks.going_on import KEY

ATTACK = (
    r"(?:attacks?|raids?|assaults?|ambush(?:es)?|bombings?|shelling|shooting|air ?strikes?|"
    r"strikes?|(?:mass )?kidnappings?|abductions?|massacre|bombardment|operation|incident|action)"
)
SAID = r"^(?:[^.;:]{1,90}? (?:said|reported|added|stated)(?: that)? |according to [^.;:]{1,60}, )?"
# "The attack, which took place on Monday, ..."; not "the latest attack", "another raid".
TOOK_PLACE = (
    rf"(?i){SAID}(?:the|this|that|these|both|the two) (?:[a-z]+ )?{ATTACK}"
    r"(?:,? (?:which|that))? (?:occurred|took place|happened|(?:was|were) carried out|"
    r"began|lasted|came|occurs|was launched|was staged)(?-u:\b)"
)
OTHERS = (
    r"(?i)(?-u:\b)(?:latest|last|first|second|third|another|other|earlier|previous|similar|new|"
    r"worst|deadliest|days? after|weeks? after|following|in retaliation|hours? after|"
    r"(?:car|suicide) bomb(?:er|ing))(?-u:\b)"
)
# "One of the bombs exploded inside the station"
WENT_OFF = (
    r"(?i)^(?:(?:one|two|three|some|most|all|both) of the|the|both|all the) "
    r"(?:bombs?|devices?|grenades?|explosives?|charges?|shells?|rockets?|missiles?) "
    r"(?:[a-z]+ly )?(?:exploded|went off|detonated|blew up|landed|fell|hit|struck)(?-u:\b)"
)
TOLD = ("attack_event", "attack_blast", "attack_done", "attack_deed")


def lend_retold(
    keyed: pl.DataFrame, attacks: pl.DataFrame, sentences: pl.DataFrame
) -> pl.DataFrame:
    """Attacks of nobody known that are told again with both parties of the one attack that the
    sentence before tells: "They attacked a mill. The attack took place in Gao."

    keyed: claims with row. attacks: those with a doer.
    """
    asked = keyed.filter(
        pl.col("claim_type") == "attack",
        pl.col("initiator_actor_id").is_null(),
        pl.col("rule_id").is_in(TOLD),
    ).select("row", "sentence_id", "target_actor_id")
    if asked.is_empty():
        return keyed
    numbers = sentences.select("sentence_id", *KEY, "text")
    givers = (
        attacks.filter(~pl.col("rule_id").is_in(MUTUAL))
        .join(numbers.drop("text"), on="sentence_id")
        .filter(pl.col(SIDES[0]).n_unique().over("sentence_id") == 1)
        .unique("sentence_id", keep="first", maintain_order=True)
        .select(
            "article_id", "passage_no", pl.col("sentence_no") + 1, given_id=SIDES[0],
            given_target=SIDES[1],
        )
    )  # fmt: skip
    text = pl.col("text")
    lent = (
        asked.join(numbers, on="sentence_id")
        .filter(
            (text.str.contains(TOOK_PLACE) & ~text.str.contains(OTHERS))
            | text.str.contains(WENT_OFF)
        )
        .join(givers, on=KEY)
        .filter(
            (pl.col("target_actor_id") == pl.col("given_target")).fill_null(True),
            (pl.col("target_actor_id") != pl.col("given_id")).fill_null(True),
        )
        .unique("row", keep="first", maintain_order=True)
        .select("row", "given_id", "given_target")
    )
    is_lent = pl.col("given_id").is_not_null()
    return (
        keyed.join(lent, on="row", how="left", maintain_order="left")
        .with_columns(
            initiator_actor_id=pl.coalesce("initiator_actor_id", "given_id"),
            target_actor_id=pl.coalesce("target_actor_id", "given_target"),
            sides_basis=pl.when(is_lent).then(pl.lit("inferred")).otherwise("sides_basis"),
        )
        .drop("given_id", "given_target")
    )
