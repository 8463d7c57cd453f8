"""Militants whom a named group fights: none of that group's, whomever the article calls so."""

import polars as pl

from pipelines.transforms.text.parties.actors import STATE_FORCES
from pipelines.transforms.text.parties.generic_actors import UNIDENTIFIED

# Words for fighters that name no group: "four militants", not "four SDF fighters".
SOME_FIGHTERS = (
    r"(?:(?:^|\s)(?i:(?:an?|the|some|several|two|three|four|five|six|seven|eight|nine|ten|eleven|"
    r"twelve|[a-z]+teen|twenty|thirty|forty|fifty|dozens of) )|^|"
    r"(?-u:\b)[a-z0-9,]+ )(?i:militants?|insurgents?|rebels?|terrorists?|jihadis?t?s?|"
    r"extremists?|guerrillas?)(?-u:\b)"
)
NEXT = 1
# The word of harm read as an attack as well.
HARM_ITSELF = ("attack_slay", "attack_slain")


def part_fighters(keyed: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Harms to "militants" in the sentence where a group attacks or fights militants, or the next:
    "the SDF attacked militants; four militants were killed" are none of the SDF's. The group did
    them where nobody else is named.

    keyed: the finders' claims with row, evidence_start and evidence_end.
    """
    numbers = sentences.select("sentence_id", "article_id", "sentence_no", "text", base="start")
    placed = keyed.select(
        "row", "sentence_id", "claim_type", "initiator_actor_id", "target_actor_id",
        "victim_actor_id", "rule_id", "reject_reason", "evidence_start", "evidence_end",
    ).join(numbers, on="sentence_id", maintain_order="left")  # fmt: skip
    fights = placed.filter(
        pl.col("claim_type").is_in(["attack", "contested"]),
        pl.col("target_actor_id") == UNIDENTIFIED,
        pl.col("reject_reason").is_null(),
        ~pl.col("rule_id").is_in(HARM_ITSELF),
    ).select("article_id", fought_no="sentence_no", group_id="initiator_actor_id")
    harmed = pl.col("text").str.slice(
        pl.col("evidence_start") - pl.col("base"),
        pl.col("evidence_end") - pl.col("evidence_start"),
    )
    parted = (
        placed.filter(
            pl.col("claim_type") == "casualty",
            ~pl.col("victim_actor_id").str.starts_with(STATE_FORCES),
            harmed.str.contains(SOME_FIGHTERS),
        )
        .join(
            fights.drop_nulls().unique(),
            left_on=["article_id", "victim_actor_id"],
            right_on=["article_id", "group_id"],
        )
        .filter((pl.col("sentence_no") - pl.col("fought_no")).is_between(0, NEXT))
        .select("row", is_parted=pl.lit(True))
        .unique()
    )
    is_parted = pl.col("is_parted").fill_null(False)
    victim = pl.when(is_parted).then(pl.lit(UNIDENTIFIED)).otherwise("victim_actor_id")
    return (
        keyed.join(parted, on="row", how="left", maintain_order="left")
        .with_columns(
            victim_actor_id=victim,
            target_actor_id=pl.when(is_parted).then(victim).otherwise("target_actor_id"),
            initiator_actor_id=pl.when(is_parted)
            .then(pl.coalesce("initiator_actor_id", "victim_actor_id"))
            .otherwise("initiator_actor_id"),
        )
        .drop("is_parted")
    )
