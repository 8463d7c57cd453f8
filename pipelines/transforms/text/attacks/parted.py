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
    """Harms to "militants" in the sentence where a group attacks or fights militants, or takes
    ground from another, or the next: "the SDF attacked militants; four militants were killed" are
    none of the SDF's. The group did them where nobody else is named.

    keyed: the finders' claims with row, evidence_start and evidence_end.
    """
    numbers = sentences.select("sentence_id", "article_id", "sentence_no", "text", base="start")
    placed = keyed.select(
        "row", "sentence_id", "claim_type", "initiator_actor_id", "target_actor_id",
        "victim_actor_id", "to_actor_id", "from_actor_id", "rule_id", "reject_reason",
        "evidence_start", "evidence_end",
    ).join(numbers, on="sentence_id", maintain_order="left")  # fmt: skip
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
            who_fights_whom(placed),
            left_on=["article_id", "victim_actor_id"],
            right_on=["article_id", "group_id"],
        )
        .filter((pl.col("sentence_no") - pl.col("fought_no")).is_between(0, NEXT))
        .sort("row", "other_id")
        .unique("row", keep="first", maintain_order=True)
        .select("row", "other_id")
    )
    is_parted, victim = pl.col("other_id").is_not_null(), pl.col("victim_actor_id")
    other = pl.coalesce("other_id", "victim_actor_id")
    return (
        keyed.join(parted, on="row", how="left", maintain_order="left")
        .with_columns(
            victim_actor_id=other,
            target_actor_id=pl.when(is_parted).then(other).otherwise("target_actor_id"),
            initiator_actor_id=pl.when(is_parted)
            .then(pl.coalesce("initiator_actor_id", victim))
            .otherwise("initiator_actor_id"),
        )
        .drop("other_id")
    )


def who_fights_whom(placed: pl.DataFrame) -> pl.DataFrame:
    """article_id, fought_no (the sentence's number), group_id and other_id: whom a group attacks or
    fights without a name, or from which other group it takes ground."""
    told = placed.filter(pl.col("reject_reason").is_null())
    fights = told.filter(
        pl.col("claim_type").is_in(["attack", "contested"]),
        pl.col("target_actor_id") == UNIDENTIFIED,
        ~pl.col("rule_id").is_in(HARM_ITSELF),
    ).select(
        "article_id", fought_no="sentence_no", group_id="initiator_actor_id",
        other_id="target_actor_id",
    )  # fmt: skip
    gains = told.filter(
        pl.col("claim_type") == "territory_change",
        ~pl.col("from_actor_id").str.starts_with(STATE_FORCES),
        pl.col("from_actor_id") != pl.col("to_actor_id"),
    ).select(
        "article_id", fought_no="sentence_no", group_id="to_actor_id", other_id="from_actor_id"
    )
    return pl.concat([fights, gains]).drop_nulls().unique()
