"""The time that a trigger's own clause states."""

import polars as pl

from pipelines.transforms.text.grammar.latin import LATIN
from pipelines.transforms.text.runs import beside
from pipelines.transforms.text.times.carried_times import KEYS
from pipelines.transforms.text.times.given_times import FIELDS
from pipelines.transforms.text.times.time_frames import (
    bridged_gap,
    is_blocked,
    is_day_found,
    is_when_then,
    with_gaps,
)

HIT, COUNT = r"(?i)^hits?$", r"(?i)(?:toll|deaths|dead|fatalities|casualties|number|count|tally)"
OTHER_TRIGGER, TIME_FIRST, VAGUE, SAID = 60, 30, 80, 500
# "The death toll rose to nine on Tuesday": then it was counted.
COUNTED = "nomto"
RISEN = (
    r"(?i)(?-u:\b)(?:rose|risen|rises|climb(?:ed|s)|jump(?:ed|s)|reach(?:ed|es)|stood|stands|passed|"
    r"went up|gone up|increased|grew|grown|mounted|doubled|(?:revised|updated|raised|put|set|now) )"
)
IN_RELATIVE = r"(?i), (?:in )?(?:where|who|which|when|whose)(?-u:\b)[^,;]*$|[a-z], $"
# "Five miners killed in Tarkwa last week"
IN_PLACE = rf"^ (?:in|at|near|outside) [A-Z][{LATIN}' -]{{1,30}} $"


def with_form(anchors: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """The anchors with is_toll (they tell how a count changed, whose day is no day of the harm),
    is_count ('the death toll') and is_noun ('the murder of', 'the attack')."""
    kind, voice = pl.col("kind"), pl.col("voice").fill_null("")
    # A toll hits a number; all else that is hit is attacked.
    is_hit = pl.col("text").str.contains(HIT) & ~(
        (pl.col("next_kind") == "quantity") & pl.col("word_before").str.contains(COUNT)
    ).fill_null(False)
    forms = (
        mentions.select(
            "sentence_id",
            "start",
            "kind",
            "voice",
            "text",
            next_kind=beside(kind, pl.col("sentence_id"), -1),
            word_before=beside(pl.col("text"), pl.col("sentence_id"), 1),
        )
        .filter(kind.is_in(["trigger", "method", "unit"]))
        .select(
            "sentence_id",
            anchor_start="start",
            is_toll=(kind == "trigger") & voice.str.contains(r"^(?:rose|toll)") & ~is_hit,
            is_count=(kind == "trigger") & (voice == COUNTED),
            is_noun=(kind != "trigger") | voice.str.contains(r"^nom"),
        )
        .unique(["sentence_id", "anchor_start"], maintain_order=True)
    )
    return (
        anchors.select(KEYS)
        .join(forms, on=["sentence_id", "anchor_start"], how="left", maintain_order="left")
        .with_columns(pl.col("is_toll", "is_count", "is_noun").fill_null(False))
    )


def own_times(anchors: pl.DataFrame, mentions: pl.DataFrame, times: pl.DataFrame) -> pl.DataFrame:
    """The best time of each anchor's own sentence, with date_basis and is_found (the day on which
    bodies were found); anchors without are left out.

    A time does not cross since, after, which and their like to an anchor of another clause.
    """
    bound = times.filter(pl.col("voice").is_in(["on", "of", "since", "by", "clause"]))
    pairs = with_form(anchors, mentions).join(bound.drop("article_id"), on="sentence_id")
    is_risen = pl.col("is_count") & pl.col("is_after") & pl.col("gap").str.contains(RISEN)
    is_risen &= ~is_vague()
    is_said = pl.col("is_said") | ((pl.col("is_toll") | is_risen) & ~pl.col("is_owned"))
    read = (
        with_gaps(pairs)
        .with_columns(is_said=is_said, is_found=is_day_found())
        .with_columns(is_said=pl.col("is_said") | pl.col("is_found"), bridged=bridged_gap())
    )
    return (
        read.filter(~is_blocked())
        .with_columns(
            is_since=pl.col("is_since") & ~is_when_then(),
            cost=cost_of_time(),
            date_basis=pl.when("is_said").then(pl.lit("said")).otherwise(pl.lit("stated")),
        )
        .sort("anchor_id", "cost", "start", "end")
        .unique("anchor_id", keep="first", maintain_order=True)
        .select("anchor_id", "sense", "shift", *FIELDS, "date_basis", "is_found")
    )


def cost_of_time() -> pl.Expr:
    """What a time costs as that of its word, the nearest the least: reads gap and bridged."""
    is_beside = (pl.col("gap").str.len_chars() <= 1) | pl.col("bridged").str.contains(IN_PLACE)
    is_after, is_near = pl.col("is_after"), is_beside | is_of_relative()
    return (
        pl.col("bridged").str.len_chars().cast(pl.Int64)
        + pl.when("owner_is_other").then(OTHER_TRIGGER).otherwise(0)
        + pl.when(is_after).then(0).otherwise(TIME_FIRST)
        + pl.when(is_vague() & ~(is_after & is_near)).then(VAGUE).otherwise(0)
        + pl.when("is_said").then(SAID).otherwise(0)
        + pl.when(pl.col("time_kind").is_null() & pl.col("shift").is_null())
        .then(2 * SAID)
        .otherwise(0)
        + pl.when(pl.col("time_kind").is_null()).then(SAID - OTHER_TRIGGER).otherwise(0)
    )


def is_of_relative() -> pl.Expr:
    """ "A, where gunmen killed nine in May, was attacked on Monday": a time that closes the
    relative clause of its word."""
    closes = pl.col("text").str.slice(pl.col("end") - pl.col("base"), 1) == ","
    is_near = ~pl.col("gap").str.contains("[,;]")
    return closes & is_near & pl.col("upto").str.contains(IN_RELATIVE)


def is_vague() -> pl.Expr:
    """Whether a time is a span of days or more, which a day in the same clause makes precise; a
    month of another year is none: "the rebels, who took X in May 2019, said on Monday"."""
    kind = pl.col("time_kind")
    is_span = (kind == "days") & (pl.col("time_days_start") != pl.col("time_days_end"))
    is_month = kind.is_in(["month", "year"]) | (pl.col("sense") == "month")
    is_long = is_month & pl.col("time_year").is_null()
    return (is_span | is_long).fill_null(False)
