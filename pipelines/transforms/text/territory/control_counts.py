"""Counts of districts and provinces held: '222 of the country's 421 districts'."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.grammar.attachment import attach, lead_of, with_context
from pipelines.transforms.text.places.groups import REST
from pipelines.transforms.text.territory.actors import read_actors
from pipelines.transforms.text.territory.grammar import ACTOR_RULES, rules_of, table
from pipelines.transforms.text.territory.pronouns import resolve_pronouns
from pipelines.transforms.text.territory.triggers import is_of_territory, read_triggers

TOTAL_GAP = (
    r"(?i)^[\s,]*(?:or\s+)?(?:out\s+)?of\s+(?:the\s+|its\s+|all\s+|a total of\s+)*"
    r"(?:[a-z][a-z' \x{2019}-]*['\x{2019}]s?\s+)?$"
)
UNIT_GAP = r"^[\s-]+(?:[a-z]+[\s-]+){0,2}$"
LOCATED = r"(?i)^\s+(?:in|of|across|within|throughout)\s+(?:the\s+)?(?:[a-z]+\s+){0,2}(?:of\s+)?$"
WHOLE_COUNTRY = r"(?i)(?-u:\b)(?:country|nation)(?-u:\b)"
UNITS = {"admin2": "district", "admin1": "province", "populated_place": "town"}
UNIT_WORDS = (("capital", "provincial capital"), ("cit", "city"), ("village", "village"))
AMOUNTS = ("value_low", "value_best", "value_high")

COUNT_RULES = table(
    rules_of("count", ("hold", "take", "take_vp"), "right", ("none",), 0, 2),
    rules_of("count", ("gain",), "right", ("of", "over", "in", "none"), 0, 2),
    rules_of("count", ("taken", "fell", "under", "held_under"), "left", ("none",), 0, 6, True),
)
HELD = ("hold", "take", "take_vp", "gain", "taken", "fell", "under", "held_under")
PRECISIONS = {"country": "country", "admin1": "admin1", "admin2": "admin2"}

# Letters before a number that may say that it counts what is left out.
REST_REACH = 20


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


def find_ratios(sentences: pl.DataFrame, context: pl.DataFrame) -> pl.DataFrame:
    """Spans of 'N of M districts': sentence_id, start, end. context: as with_context gives it."""
    return (
        read_counts(sentences, context)
        .filter(pl.col("out_of").is_not_null())
        .select("sentence_id", start="count_start", end="count_end")
    )


def read_counts(sentences: pl.DataFrame, context: pl.DataFrame) -> pl.DataFrame:
    """Counts of places of a kind, with the total they are counted from, where one is told.

    Out: count_id, article_id, sentence_id, start, end, count_start and count_end (the same), lead,
    n_triggers, the amounts, sense (qualifier), out_of, unit, counted_in (the place told between
    count and total or behind them), says_country, count_text.
    """
    over = "sentence_id"
    rows = context.join(
        sentences.select("sentence_id", base="start", sentence="text"),
        on="sentence_id",
        maintain_order="left",
    )
    # "All but two districts" counts the others, and how many these are it does not say.
    is_rest = cut(pl.col("start") - REST_REACH, pl.col("start")).str.contains(REST)
    amounts = rows.filter((pl.col("kind") == "quantity") & ~is_rest).with_columns(
        next_start=pl.col("start").shift(-1).over(over),
        next_end=pl.col("end").shift(-1).over(over),
        next_value=pl.col("value_best").shift(-1).over(over),
    )
    gap = cut(pl.col("end"), pl.col("next_start"))
    amounts = amounts.with_columns(
        has_total=gap.str.contains(TOTAL_GAP).fill_null(False)
    ).with_columns(
        last_end=pl.when("has_total").then("next_end").otherwise("end"),
        out_of=pl.when("has_total").then("next_value"),
        gap_text=pl.when("has_total").then(gap),
    )
    counted = with_owners(with_units(amounts, rows), rows)
    lead_gap = cut(pl.coalesce("content_end", "base"), pl.col("start"))
    return counted.select(
        "article_id", "sentence_id", "start", "n_triggers", "sense", "out_of", "unit", "counted_in",
        *AMOUNTS,
        count_id="mention_id", end="unit_end", count_start="start", count_end="unit_end",
        lead=lead_of(lead_gap),
        says_country=pl.col("gap_text").str.contains(WHOLE_COUNTRY).fill_null(False)
        | cut(pl.col("unit_end"), pl.col("unit_end") + 20).str.contains(
            r"(?i)^\s+(?:in|of|across) the (?:country|nation)(?-u:\b)"
        ),
        count_text=cut(pl.col("start"), pl.col("unit_end")),
    )  # fmt: skip


def cut(start: pl.Expr, end: pl.Expr) -> pl.Expr:
    """The sentence's text between two offsets of the article."""
    return pl.col("sentence").str.slice(start - pl.col("base"), (end - start).clip(0))


def with_units(amounts: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    """Amounts that a noun of places follows, with unit and unit_end; not a total's own number."""
    nouns = rows.filter(
        pl.col("kind") == "place_noun", pl.col("sense").is_in(list(UNITS))
    ).select(
        "sentence_id", unit_start="start", unit_end="end", unit_sense="sense",
        noun=pl.col("text").str.to_lowercase(),
    )  # fmt: skip
    unit = pl.col("unit_sense").replace_strict(UNITS, default=None, return_dtype=pl.String)
    for word, name in reversed(UNIT_WORDS):
        unit = (
            pl.when(pl.col("noun").str.contains(word, literal=True))
            .then(pl.lit(name))
            .otherwise(unit)
        )
    totals = amounts.filter("has_total").select("sentence_id", start="next_start")
    return (
        amounts.join(totals, on=["sentence_id", "start"], how="anti")
        .join(nouns, on="sentence_id")
        .filter(
            pl.col("unit_start") >= pl.col("last_end"),
            cut(pl.col("last_end"), pl.col("unit_start")).str.contains(UNIT_GAP),
        )
        .sort("mention_id", "unit_start")
        .unique("mention_id", keep="first", maintain_order=True)
        .with_columns(unit=unit)
    )


def with_owners(counted: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    """Add counted_in: the place told between count and total, or right after the noun."""
    places = rows.filter(pl.col("kind") == "place", pl.col("entity_id").is_not_null()).select(
        "sentence_id", place_start="start", place_end="end", counted_in="entity_id"
    )
    is_between = (pl.col("place_start") >= pl.col("end")) & (
        pl.col("place_end") <= pl.col("unit_start")
    )
    is_after = (pl.col("place_start") >= pl.col("unit_end")) & cut(
        pl.col("unit_end"), pl.col("place_start")
    ).str.contains(LOCATED)
    owners = (
        counted.select(
            "mention_id", "sentence_id", "end", "unit_start", "unit_end", "base", "sentence"
        )
        .join(places, on="sentence_id")
        .filter(is_between | is_after)
        .sort("mention_id", "place_start")
        .unique("mention_id", keep="first", maintain_order=True)
        .select("mention_id", "counted_in")
    )
    return counted.join(owners, on="mention_id", how="left", maintain_order="left")


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
