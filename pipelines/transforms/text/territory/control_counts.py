"""Counts of districts and provinces held: '222 of the country's 421 districts'."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.grammar.attachment import attach, with_context
from pipelines.transforms.text.territory.actors import read_actors
from pipelines.transforms.text.territory.counted_places import AMOUNTS, read_counts
from pipelines.transforms.text.territory.grammar import ACTOR_RULES, rules_of, table
from pipelines.transforms.text.territory.pronouns import resolve_pronouns
from pipelines.transforms.text.territory.triggers import is_of_territory, read_triggers

COUNT_RULES = table(
    rules_of("count", ("hold", "take", "take_vp"), "right", ("none",), 0, 2),
    rules_of("count", ("gain",), "right", ("of", "over", "in", "none"), 0, 2),
    rules_of("count", ("taken", "fell", "under", "held_under"), "left", ("none",), 0, 6, True),
)
HELD = ("hold", "take", "take_vp", "gain", "taken", "fell", "under", "held_under")
PRECISIONS = {"country": "country", "admin1": "admin1", "admin2": "admin2"}


def find_control_counts(
    sentences: pl.DataFrame, mentions: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """One row per count of districts, provinces or towns that someone is said to hold.

    Claims' columns with claim_type control_count: initiator_actor_id and to_actor_id hold value_*
    of out_of places of a unit within location_id; out_of is null where no total is told. Sorted by
    article_id and anchor_start. Where nothing is counted, some of the columns only.
    """
    there = sentences_with(mentions, is_of_territory()).join(
        sentences_with(mentions, pl.col("kind") == "quantity"), on="sentence_id", how="semi"
    )
    context = with_context(
        mentions.join(there, on="sentence_id", how="semi", maintain_order="left")
    )
    counts = read_counts(sentences, context)
    if counts.is_empty():
        return counts.select("article_id", "sentence_id")
    counting = context.join(counts, on="article_id", how="semi", maintain_order="left")
    triggers = read_triggers(sentences, counting).filter(pl.col("form").is_in(HELD))
    anchors = triggers.with_columns(anchor_id="trigger_id")
    attached = attach(
        anchors, counts.with_columns(candidate_id="count_id"), COUNT_RULES, sentences
    ).select(trigger_id="anchor_id", count_id="candidate_id")
    held = (
        attached.join(triggers, on="trigger_id")
        .join(counts.drop("article_id", "sentence_id", "n_triggers", "lead"), on="count_id")
        .filter(pl.col("out_of").is_not_null() | (pl.col("sense") == "controlled"))
    )
    holders = find_holders(held, triggers, sentences, mentions, lexicons)
    known = held.join(holders, on="trigger_id", how="left").filter(
        pl.col("out_of").is_not_null() | pl.col("holder_id").is_not_null()
    )
    placed = place_counts(known, mentions, lexicons)
    return describe_counts(clear_over(placed))


def sentences_with(mentions: pl.DataFrame, what: pl.Expr) -> pl.DataFrame:
    """sentence_id of the sentences with such a mention."""
    return mentions.filter(what).select("sentence_id").unique()


def find_holders(
    held: pl.DataFrame,
    triggers: pl.DataFrame,
    sentences: pl.DataFrame,
    mentions: pl.DataFrame,
    lexicons: Lexicons,
) -> pl.DataFrame:
    """trigger_id, holder_id: who holds what is counted."""
    anchors = triggers.filter(pl.col("article_id").is_in(held["article_id"].implode()))
    there = mentions.filter(pl.col("article_id").is_in(anchors["article_id"].implode()))
    actors = read_actors(sentences, with_context(there), lexicons)
    candidates = actors.with_columns(
        candidate_id="actor_no",
        lead=pl.when((pl.col("kind") == "pronoun") & (pl.col("lead") == "none"))
        .then(pl.lit("pronoun"))
        .otherwise("lead"),
    )
    roles = attach(
        anchors.with_columns(anchor_id="trigger_id"), candidates, ACTOR_RULES, sentences
    ).select("role", "side", trigger_id="anchor_id", actor_no="candidate_id")
    known = resolve_pronouns(actors, roles.filter(pl.col("side") == "left").select("actor_no"))
    return (
        roles.filter(pl.col("role") == "taker")
        .join(known.select("actor_no", holder_id="actor_id"), on="actor_no")
        .select("trigger_id", "holder_id")
    )


def place_counts(held: pl.DataFrame, mentions: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Add location_id: the place named with the count, else the country or province talked of."""
    places = lexicons.places.select("location_id", "location_type", "country_id")
    talked = (
        mentions.filter(pl.col("kind") == "place")
        .join(places, left_on="entity_id", right_on="location_id")
        .select(
            "article_id",
            "country_id",
            place_start="start",
            wide_id=pl.when(pl.col("location_type").is_in(["country", "admin1"])).then("entity_id"),
        )
    )
    around = (
        held.select("trigger_id", "article_id", "count_end")
        .join(talked, on="article_id")
        .sort("trigger_id", "place_start")
        .group_by("trigger_id", maintain_order=True)
        .agg(
            country_before=pl.col("country_id")
            .filter(pl.col("place_start") < pl.col("count_end"))
            .last(),
            anywhere=pl.col("country_id").first(),
            wide=pl.col("wide_id")
            .filter(pl.col("place_start") < pl.col("count_end"))
            .drop_nulls()
            .last(),
        )
    )
    country = pl.coalesce("country_before", "anywhere")
    is_country = pl.col("says_country") | pl.col("unit").is_in(["province", "provincial capital"])
    return (
        held.join(around, on="trigger_id", how="left", maintain_order="left")
        .with_columns(
            location_id=pl.when(is_country)
            .then(pl.coalesce("counted_in", country))
            .otherwise(pl.coalesce("counted_in", "wide", country))
        )
        .join(
            places.select("location_id", "location_type"),
            on="location_id", how="left", maintain_order="left",
        )
    )  # fmt: skip


def clear_over(placed: pl.DataFrame) -> pl.DataFrame:
    """The over of 'control over 33 provinces' belongs to control and bounds nothing."""
    is_over = pl.col("form").eq("gain") & pl.col("count_text").str.contains(r"(?i)^over\s")
    return placed.with_columns(
        value_high=pl.when(is_over).then("value_best").otherwise("value_high"),
        sense_right=pl.when(is_over).then(pl.lit("exact")).otherwise("sense_right"),
    )


def describe_counts(placed: pl.DataFrame) -> pl.DataFrame:
    """The columns of Claims that a count gives."""
    return (
        placed.with_columns(
            claim_type=pl.lit("control_count"),
            location_text=pl.lit(None, pl.String),
            where_precision=pl.col("location_type")
            .replace_strict(PRECISIONS, default="near", return_dtype=pl.String)
            .fill_null("unknown"),
            initiator_actor_id="holder_id",
            to_actor_id="holder_id",
            sides_basis=pl.when(pl.col("holder_id").is_null())
            .then(pl.lit("none"))
            .otherwise(pl.lit("stated")),
            qualifier=pl.col("sense_right"),
            value_text="count_text",
            evidence_start=pl.min_horizontal("start", "count_start"),
            evidence_end=pl.max_horizontal("end", "count_end"),
            anchor_start="start",
            anchor_end="end",
            rule_id=pl.format("control_count_{}", "form"),
            reject_reason=pl.when(pl.col("value_best").is_null() & pl.col("value_low").is_null())
            .then(pl.lit("no_value")),
        )
        .sort("article_id", "anchor_start", "count_id")
        .select(
            "article_id", "sentence_id", "claim_type", "location_id", "location_text",
            "where_precision", "initiator_actor_id", "to_actor_id", "sides_basis", "qualifier",
            *AMOUNTS, "out_of", "value_text", "unit", "evidence_start", "evidence_end", "rule_id",
            "anchor_start", "anchor_end", "reject_reason",
        )
    )  # fmt: skip
