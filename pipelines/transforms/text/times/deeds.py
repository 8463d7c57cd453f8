"""Deeds of violence: the words that a day can be told for, and those that still want one."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.times.carried_times import KEYS
from pipelines.transforms.text.times.told_days import GROUND
from schemas.vocab import HARMS

# Nouns that tell of violence: an attack, a clash; a bomb is a tool, no event.
EVENT_UNITS = ("attack", "contested")
TOOL = "tool"
# "A bus hit a mine", "shells hit a market"; "hit 40" is a number reached.
STRUCK = r"(?i)^(?:hit|hits|hitting)(?: an? [a-z ]+)?$"
# Happenings that a report tells of without their kind.
HAPPENING, HAPPENED = "happening", r"(?i)^(?:incidents?|operations?)$"
# An offensive lasts: the day that it began is not that of what it brings.
LASTING = r"(?i)^offensive"
TAKEN = (
    "captured", "recaptured", "withdrawn", "expelled", "controlled", "surrendered", "lost",
)  # fmt: skip
DETERMINER = r"(?i)(?:^|[^a-z])(?:the|an?|this|those|these|his|her|their|its)(?: [0-9]+)? $"


def find_deeds(mentions: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Words that tell of violence as anchors: KEYS and deed, their harm or 'attack'."""
    kind, sense = pl.col("kind"), pl.col("sense")
    ways = lexicons.event_types["sub_event_type"].to_list()
    is_deed = (kind == "trigger") & sense.is_in([*HARMS, *EVENT_UNITS, *ways]) & ~takes_place()
    is_deed |= (kind == "method") & (pl.col("voice") != TOOL).fill_null(True)
    is_deed |= kind.is_in(["method", "trigger"]) & pl.col("text").str.contains(STRUCK)
    is_deed |= (kind == "unit") & sense.is_in(EVENT_UNITS) & ~pl.col("text").str.contains(LASTING)
    is_deed |= (kind == "unit") & (sense == HAPPENING) & pl.col("text").str.contains(HAPPENED)
    return (
        mentions.filter(kind.is_in(["trigger", "method", "unit"]))
        .filter(is_deed)
        .select(
            "article_id",
            "sentence_id",
            anchor_id="mention_id",
            anchor_start="start",
            anchor_end="end",
            deed=pl.when(sense.is_in(HARMS)).then("sense").otherwise(pl.lit("attack")),
        )
    )


def find_ground(mentions: pl.DataFrame) -> pl.DataFrame:
    """Words that tell of ground taken, lost or held, in the columns of find_deeds."""
    return mentions.filter((pl.col("kind") == "trigger") & takes_place()).select(
        "article_id",
        "sentence_id",
        anchor_id="mention_id",
        anchor_start="start",
        anchor_end="end",
        deed=pl.lit(GROUND),
    )


# A saying of a week or a month ago.
FEW_DAYS = 4


def find_takers(
    anchors: pl.DataFrame, deeds: pl.DataFrame, mentions: pl.DataFrame, dated: pl.DataFrame
) -> pl.DataFrame:
    """Anchors of violence without a time, or with that of a saying only (is_said): KEYS, deed."""
    at = ["sentence_id", "anchor_start"]
    ground = mentions.filter((pl.col("kind") == "trigger") & takes_place()).select(
        "sentence_id", anchor_start="start"
    )
    return (
        anchors.select(KEYS)
        .join(ground, on=at, how="anti", maintain_order="left")
        .join(deeds.select(*at, "deed"), on=at, how="left")
        .join(
            dated.select("anchor_id", "is_said", "time_days_start", "time_days_end"),
            on="anchor_id",
            how="left",
        )
        # "Said last week that it had killed 14": not on the day of this week's story.
        .filter(
            pl.col("is_said").fill_null(True),
            ~(
                (pl.col("time_days_end") < 0)
                & (pl.col("time_days_end") - pl.col("time_days_start") > FEW_DAYS)
            ).fill_null(False),
        )
        .drop("time_days_start", "time_days_end")
        .with_columns(pl.col("is_said").fill_null(False), pl.col("deed").fill_null("attack"))
    )


def takes_place() -> pl.Expr:
    """Whether a trigger tells of ground that changes hands, not of people."""
    is_people = pl.col("voice").str.contains("people").fill_null(False)
    return pl.col("sense").is_in(TAKEN).fill_null(False) & ~is_people


def described(mentions: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Deeds that only describe somebody ('the kidnapped man'): anchor_id."""
    participles = mentions.filter(pl.col("kind") == "trigger").filter(
        pl.col("voice").str.contains(r"^(?:vp|died)")
    )
    ahead = pl.col("text_right").str.slice(0, pl.col("start") - pl.col("base"))
    return (
        participles.join(sentences.select("sentence_id", "text", base="start"), on="sentence_id")
        .filter(ahead.str.contains(DETERMINER))
        .select(anchor_id="mention_id")
    )
