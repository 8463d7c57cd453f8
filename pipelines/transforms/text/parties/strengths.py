"""Strength claims: how many fighters or troops a side has, sends or gathers."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.grammar.tags import Rule, look_up, match_tags, tag_sentences
from pipelines.transforms.text.places.harm_places import place_harms

VALUES = ["value_low", "value_best", "value_high"]
COUNT = "{count=quantity} ~ {side=actor}? ~ {people!}"
RULES = [
    Rule(
        "strength_of",
        f"{{word=trigger:strength/of}} {COUNT}",
        example="A force of 300 fighters holds the pass.",
    ),
    Rule(
        "strength_there",
        f"{{word=trigger:strength/there_weak}} ~ {COUNT}",
        example="There are about 900 fighters in the valley.",
        counterexample="There were 12 people killed in the valley.",
    ),
    Rule(
        "strength_active",
        f"{{word=trigger:strength/vp|ing|base}} ~ {COUNT}",
        example="The army deployed 2,000 troops to the border.",
    ),
    Rule(
        "strength_passive",
        f"{COUNT} ~ {{be}}? {{be}}? ~ {{word=trigger:strength/vp}}",
        example="Two thousand troops were deployed in the valley.",
    ),
    Rule(
        "strength_strong",
        "{count=quantity} ~ {word=trigger:strength/strong_weak} ~ {trigger:strength/of}? ~"
        " {side=actor}? ~ {people!}",
        example="A 300-strong force of rebels holds the pass.",
    ),
    Rule(
        "strength_owned",
        "(?:{side=actor}|{pronoun}) ~ {have} ~ {count=quantity} ~ {people!}",
        example="We now have 400 fighters in the town.",
        counterexample="We have 400 pupils in the town.",
    ),
]  # fmt: skip
# Nouns of people who fight; others ('there were 300 people') are no strength.
FIGHTING = (
    r"(?i)(?:fighter|troop|soldier|militia|rebel|militant|insurgent|combatant|guerrilla|gunm|"
    r"force|personnel|paratrooper|commando|marine|reservist|conscript|peacekeeper|mercenar|"
    r"police|guards|(?-u:\b)men$)"
)
TROOPS = r"(?i)troop|soldier|personnel|paratrooper|marine|conscript|reservist"


def find_strengths(
    sentences: pl.DataFrame, mentions: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """One row per force that a sentence counts; unit fighters or troops.

    Columns: those of Claims that a finder knows, with anchor_start and anchor_end (the count);
    where no force is counted, some of them only.
    """
    told = mentions.filter(
        (pl.col("kind") == "trigger") & (pl.col("sense") == "strength")
        | (pl.col("kind") == "have")
    ).select("sentence_id").unique()  # fmt: skip
    read = mentions.join(told, on="sentence_id", how="semi", maintain_order="left")
    matches = match_tags(tag_sentences(read), RULES)
    matches = matches.sort("sentence_id", "rule_no", "match_no").unique(
        ["sentence_id", "count"], keep="first", maintain_order=True
    )
    matches = look_up(
        matches, mentions, "count",
        ["article_id", "start", "end", "text", "sense", *VALUES],
    )  # fmt: skip
    matches = look_up(matches, mentions, "people", ["start", "end", "text", "entity_id"])
    matches = look_up(matches, mentions, "side", ["entity_id", "start"])
    fit = matches.filter(pl.col("people_text").str.contains(FIGHTING))
    if fit.is_empty():
        return fit.select("sentence_id")
    return describe(name_owners(place(fit, sentences, mentions, lexicons), mentions))


def place(
    matches: pl.DataFrame, sentences: pl.DataFrame, mentions: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """Add the place where the force is said to be."""
    keyed = matches.rename({"count_article_id": "article_id"}).with_columns(
        harm_no=pl.col("count"), trigger_no=pl.col("people")
    )
    return place_harms(keyed, sentences, mentions, lexicons)


def name_owners(placed: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Add initiator_actor_id: the side named with the count, else the last one before it, else the
    first one after it."""
    actors = mentions.filter(pl.col("kind") == "actor", pl.col("entity_id").is_not_null()).select(
        "sentence_id", "mention_no", near_id="entity_id"
    )
    ahead = pl.col("mention_no") - pl.col("count")
    near = (
        placed.select("sentence_id", "count")
        .join(actors, on="sentence_id", how="inner")
        .sort("sentence_id", "count", ahead > 0, ahead.abs(), "mention_no")
        .unique(["sentence_id", "count"], keep="first", maintain_order=True)
        .select("sentence_id", "count", "near_id")
    )
    return placed.join(
        near, on=["sentence_id", "count"], how="left", maintain_order="left"
    ).with_columns(initiator_actor_id=pl.coalesce("side_entity_id", "near_id", "people_entity_id"))


def describe(named: pl.DataFrame) -> pl.DataFrame:
    """The finder's columns."""
    is_named = pl.col("side_entity_id").is_not_null()
    return named.select(
        "article_id",
        "sentence_id",
        "location_id",
        "location_text",
        "where_precision",
        "initiator_actor_id",
        claim_type=pl.lit("strength"),
        sides_basis=pl.when(is_named).then(pl.lit("stated"))
        .when(pl.col("initiator_actor_id").is_not_null()).then(pl.lit("inferred"))
        .otherwise(pl.lit("none")),
        qualifier="count_sense",
        **{value: f"count_{value}" for value in VALUES},
        value_text="count_text",
        unit=pl.when(pl.col("people_text").str.contains(TROOPS)).then(pl.lit("troops"))
        .otherwise(pl.lit("fighters")),
        evidence_start=pl.min_horizontal("count_start", "side_start", "place_start").cast(pl.Int32),
        evidence_end=pl.max_horizontal("people_end", "place_end").cast(pl.Int32),
        anchor_start="count_start",
        anchor_end="count_end",
        rule_id="rule_id",
        reject_reason=pl.when(pl.all_horizontal(pl.col(f"count_{v}").is_null() for v in VALUES))
        .then(pl.lit("no_value")),
    )  # fmt: skip
