"""The columns that a claim of harm has of its sentence: evidence, sides, what it is part of."""

import polars as pl

from pipelines.transforms.text.casualties.untold import OF_THE_DEAD, OF_THE_DEAD_REACH
from pipelines.transforms.text.parties.actors import STATE_FORCES

VALUES = ["value_low", "value_best", "value_high"]
# Rules whose people are part of a toll that stands elsewhere.
PARTIAL = ["among_dead", "part_of_dead", "split"]
# Soldiers of whom it is said whose they are.
NAMED_TROOPS = (
    r"(?i)(?-u:\b)(?:(?:junta|regime|government|state|army)|(?-i:[A-Z][a-z]+(?:an|ese|ish|i)))"
    r" (?:soldiers?|troops|forces|servicem[ae]n|police(?:m[ae]n)?|officers?|fighters?)(?-u:\b)"
)
# What makes a death somebody's deed.
BLAMING = r"(?i)(?-u:\b)(?:blam(?:e|es|ed|ing)|accus(?:e|es|ed|ing)|responsib(?:le|ility))(?-u:\b)"

# What is told of a part of casualties: "including a captain, who died".
JOINT, REACH = "killed_or_wounded", 80
WHO_DIED = (
    r"(?i)^[^.;,]{0,40},?[\"\x{201d}]? who (?:later |has |had )?"
    r"(?:died|(?:was|were) killed)(?-u:\b)"
)


def describe(harms: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """The finder's columns, with the evidence cut as short as it can be."""
    has_number = pl.any_horizontal(pl.col(VALUES).is_not_null())
    is_other = pl.col("initiator_actor_id") != pl.col("victim_actor_id")
    # An army that kills soldiers kills somebody else's.
    is_army = pl.col("victim_actor_id").str.starts_with(STATE_FORCES)
    are_others = (~is_other & is_army).fill_null(False)
    # "The group said it captured 60 junta soldiers": no pronoun for the junta.
    whose = told_from("group_start", pl.col("group_end") - pl.col("group_start"))
    is_told_whose = are_others & pl.col("is_carried") & whose.str.contains(NAMED_TROOPS)
    are_others &= ~is_told_whose.fill_null(False)
    return harms.join(
        sentences.select("sentence_id", sentence_start="start", sentence="text"),
        on="sentence_id",
        maintain_order="left",
    ).select(
        "article_id",
        "sentence_id",
        "location_id",
        "location_text",
        "where_precision",
        "sub_event_type",
        harm_told().alias("harm"),
        "qualifier",
        *VALUES,
        "unit",
        "is_cumulative",
        anchor_start=pl.when(is_gapped()).then("group_start").otherwise("anchor_start"),
        anchor_end=pl.when(is_gapped()).then("group_end").otherwise("anchor_end"),
        claim_type=pl.lit("casualty"),
        # "34 soldiers, civilians killed": of which side how many is not said.
        victim_actor_id=pl.when(~are_others, pl.col("rule_id") != "mixed").then("victim_actor_id"),
        initiator_actor_id=pl.when(is_other.fill_null(True) | are_others).then(
            "initiator_actor_id"
        ),
        target_actor_id=pl.when(is_other.fill_null(False)).then("victim_actor_id"),
        sides_basis=pl.when("is_carried").then(pl.lit("inferred"))
        .when(pl.col("initiator_actor_id").is_not_null() | pl.col("victim_actor_id").is_not_null())
        .then(pl.lit("stated")).otherwise(pl.lit("none")),
        value_text=pl.when(has_number).then(
            told_from("value_text_start", pl.col("value_text_end") - pl.col("value_text_start"))
        ),
        is_subset=is_subset(),
        whole_key=pl.format("{}.{}", "sentence_id", "harm_no"),
        word_key=pl.format("{}.{}", "sentence_id", "triggers"),
        evidence_start=evidence_start().cast(pl.Int32),
        evidence_end=evidence_end().cast(pl.Int32),
        rule_id=pl.format("casualty_{}", "rule_id"),
        reject_reason=pl.when((pl.col("harm") != "casualties_unquantified") & ~has_number)
        .then(pl.lit("no_value"))
        .when(pl.col("value_low") > pl.col("value_high")).then(pl.lit("range_reversed"))
        .when((pl.col("rule_id") == "owned_death") & is_natural()).then(pl.lit("not_conflict")),
    )  # fmt: skip


def told_from(start: str, length: pl.Expr | int) -> pl.Expr:
    """So many characters of the sentence from there on."""
    return pl.col("sentence").str.slice(pl.col(start) - pl.col("sentence_start"), length)


def harm_told() -> pl.Expr:
    """The harm; of those whom the words behind tell dead: "the casualties included a captain, who
    died in hospital"."""
    is_dead = (pl.col("harm") == JOINT) & told_from("group_end", REACH).str.contains(WHO_DIED)
    return pl.when(is_dead.fill_null(False)).then(pl.lit("killed")).otherwise("harm")


def is_subset() -> pl.Expr:
    """True for people who are among others that the sentence tells of."""
    is_toll = (pl.col("rule_id") == "toll").any().over("sentence_id")
    return (
        (pl.col("part_no") > 0)
        | pl.col("rule_id").is_in(PARTIAL)
        # "Three were hurt, one of whom lost a leg"; "two of the wounded died, bringing the toll to
        # nine": they are among the nine.
        | ((pl.col("rule_id") == "of_wounded") & (is_toll | (pl.col("harm") == "wounded")))
        | told_from("group_start", OF_THE_DEAD_REACH).str.contains(OF_THE_DEAD)
        | pl.col("is_share")
    )


def is_gapped() -> pl.Expr:
    """True where the number stands for the word left out: "four were killed on Sunday and two on
    Monday"."""
    is_further = pl.col("trigger_no").cast(pl.String) != pl.col("triggers").str.extract(
        r"^(\d+)", 1
    )
    return (pl.col("group_start") >= pl.col("anchor_end")) & is_further


def evidence_start() -> pl.Expr:
    """Where the evidence begins: a part's leaves the place out, and the verb where the whole stands
    between."""
    is_himself = (pl.col("rule_id") == "reflexive") & pl.col("victim_actor_id").is_null()
    # Of harms behind one place the first has it in its evidence: "in Gao two were killed on
    # Monday; three were killed on Tuesday".
    first_no = pl.col("harm_no").min().over("sentence_id", "harm", "place_start")
    return (
        pl.when(is_subset() | is_himself | is_gapped())
        .then(pl.col("group_start"))
        .when(pl.col("harm_no") == first_no)
        .then(pl.min_horizontal("anchor_start", "group_start", "place_start"))
        .otherwise(pl.min_horizontal("anchor_start", "group_start"))
    )


def evidence_end() -> pl.Expr:
    """Where the evidence ends: behind the place, but for a part."""
    return (
        pl.when(is_subset())
        .then(pl.max_horizontal("group_end", "anchor_end"))
        .otherwise(pl.max_horizontal("anchor_end", "group_end", "place_end"))
    )


def is_natural() -> pl.Expr:
    """True for "the reporter's death", which tells of no violence unless somebody is blamed."""
    ahead = pl.col("sentence").str.slice(0, pl.col("anchor_start") - pl.col("sentence_start"))
    return pl.col("victim_actor_id").is_null() | ~ahead.str.contains(BLAMING)
