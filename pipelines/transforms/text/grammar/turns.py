"""Where a text turns to another event, up to which what was told before it is taken over."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.grammar.calendar_words import WEEKDAY

HAPPENING = (
    r"(?:incidents?|attacks?|ambush(?:es)?|raids?|strikes?|clash(?:es)?|bombings?|blasts?|"
    r"explosions?|shootings?|assaults?|operations?|events?|cases?|developments?|killings?)"
)
# "Elsewhere", "in another attack", "the same day, in a separate incident".
OTHER_INCIDENT = (
    r"(?i)^\W*(?:[a-z ]{1,30}, )?(?:elsewhere|separately|"
    r"(?:further|farther) (?:north|south|east|west|inland|away|afield)|"
    r"in (?:an?other|one other|two other|three other|other|(?:an? |two |three |several )?"
    r"(?:separate|similar|different|related|unrelated|further|second|third|parallel))"
    rf" (?:[a-z-]+ ){{0,2}}{HAPPENING}|"
    # "A separate strike hit"
    rf"(?:an? |the |two |three |several )?(?:separate|unrelated) (?:[a-z-]+ ){{0,2}}{HAPPENING})"
    r"(?-u:\b)"
)
MEANWHILE = r"(?i)^\W*(?:meanwhile|in the meantime)(?-u:\b)"
# What may stand before the place that a sentence opens with: "In the northern town of".
SCENE_AHEAD = (
    r"(?i)^\W*(?:(?:and|but|also|further (?:north|south|east|west)),? )?"
    r"(?:in|at|near|outside|around|across|along|off|on)(?:,? [a-z-]+){0,5} $"
)
SCENE_REACH = 45
# "In the north, rebels attacked", "In the same city, gunmen", "On 3 May, gunmen killed",
# "Ten days earlier, they".
QUARTER_FIRST = (
    r"(?i)^\W*in the (?:(?:far|extreme) )?(?:north|south|east|west|cent(?:er|re)|capital|interior|"
    r"countryside|provinces|same (?:city|town|district|province|region|village|area|state))"
    r"(?:[- ]?(?:east|west))?(?: of [^,.;]{2,30})?, "
)
COUNTED = (
    r"(?:(?:about|some|just|only|an?|two|three|four|five|six|seven|eight|nine|ten|several|[0-9]+) "
    r"){1,2}?(?:hours?|days?|nights?|weeks?|months?)|(?:hours|days|weeks|months)"
)
DAY_FIRST = (
    rf"(?i)^\W*(?:(?:early |late )?on (?:{WEEKDAY}|"
    r"(?:the )?[0-9]{1,2}(?:st|nd|rd|th)? [a-z]+|[a-z]+ [0-9]{1,2})|"
    r"(?:(?:on|in) )?(?:the )?(?:same|next|following|previous) (?:day|night|morning|evening)|"
    rf"(?:{COUNTED}) (?:later|earlier|before|previously))(?-u:\b)"
)
# How many sentences back a scene may have been named already.
NAMED_BACK = 2
# "In Gao, gunmen killed", "another attack killed", "last week, rebels raided"
SCENE_FIRST = (
    r"^\W*(?:In|At|Near|Outside|Across|Around) (?:the )?(?:[a-z-]+ ){0,4}\p{Lu}|"
    r"(?i)^\W*(?:another|also|(?:earlier|last|this) (?:week|month|year|[a-z]+day)|"
    r"in [a-z]+ (?:19|20)[0-9]{2})(?-u:\b)"
)


def with_passages(sentences: pl.DataFrame) -> pl.DataFrame:
    """Add passage_no to the sentences in their order: paragraphs that go on with what the one
    before them tells are one passage, as wire copy makes a paragraph of each sentence."""
    text = pl.col("text")
    turns = pl.any_horizontal(
        text.str.contains(pattern)
        for pattern in (OTHER_INCIDENT, MEANWHILE, QUARTER_FIRST, DAY_FIRST, SCENE_FIRST)
    )
    is_new = pl.col("part_no") != pl.col("part_no").shift(1).over("article_id")
    after_title = pl.col("is_title").shift(1).over("article_id")
    return sentences.with_columns(
        passage_no=(is_new & (turns | pl.col("is_title") | after_title))
        .fill_null(False)
        .cast(pl.Int32)
        .cum_sum()
        .over("article_id")
    )


def turning_sentences(
    sentences: pl.DataFrame, mentions: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """The sentences that turn to another event than that of the ones before: sentence_id.

    They say so ("elsewhere", "in a separate attack"), open with a day, or open with a scene that
    neither was named just before nor lies in a unit that was.
    """
    text = pl.col("text")
    by_words = sentences.filter(
        text.str.contains(OTHER_INCIDENT)
        | text.str.contains(MEANWHILE)
        | text.str.contains(QUARTER_FIRST)
        | text.str.contains(DAY_FIRST)
    ).select("sentence_id")
    scenes = [new_scenes(sentences, mentions, lexicons), own_days(sentences, mentions, lexicons)]
    return pl.concat([by_words, *scenes]).unique()


def own_days(sentences: pl.DataFrame, mentions: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """The sentences with a day and a place of their own, which lies in no first-level unit that
    the sentences before name: sentence_id."""
    units = lexicons.places.select(entity_id="location_id", unit="admin1_id").drop_nulls()
    told = (
        mentions.filter(pl.col("kind") == "place")
        .select("sentence_id", "entity_id")
        .join(units, on="entity_id")
        .join(sentences.select("sentence_id", "article_id", "sentence_no"), on="sentence_id")
        .select("sentence_id", "article_id", "sentence_no", "unit")
        .unique()
    )
    days = mentions.filter(
        pl.col("kind") == "time", pl.col("sense").is_in(["weekday", "date"])
    ).select("sentence_id")
    asked = told.join(days, on="sentence_id", how="semi")
    back = pl.col("sentence_no") - pl.col("sentence_no_before")
    before = asked.join(told, on="article_id", suffix="_before").filter(
        back.is_between(1, NAMED_BACK)
    )
    return (
        before.group_by("sentence_id")
        .agg(is_shared=(pl.col("unit") == pl.col("unit_before")).any())
        .filter(~pl.col("is_shared"))
        .select("sentence_id")
    )


def new_scenes(sentences: pl.DataFrame, mentions: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """The sentences that open with a scene new to the text: sentence_id."""
    units = lexicons.places.select(entity_id="location_id", unit="admin1_id")
    numbers = sentences.select("sentence_id", "article_id", "sentence_no")
    places = (
        mentions.filter(pl.col("kind") == "place", pl.col("entity_id").is_not_null())
        .select("sentence_id", "entity_id", "start")
        .join(numbers, on="sentence_id")
    )
    ahead = pl.col("text").str.slice(0, pl.col("start") - pl.col("base"))
    opening = (
        places.join(sentences.select("sentence_id", "text", base="start"), on="sentence_id")
        .filter(pl.col("start") - pl.col("base") <= SCENE_REACH)
        .filter(ahead.str.contains(SCENE_AHEAD))
        .sort("sentence_id", "start")
        .unique("sentence_id", keep="first", maintain_order=True)
        .join(units, on="entity_id", how="left", maintain_order="left")
    )
    told = places.select("article_id", named_id="entity_id", named_no="sentence_no")
    back = pl.col("sentence_no") - pl.col("named_no")
    known = opening.join(told, on="article_id").filter(
        back.is_between(1, NAMED_BACK),
        (pl.col("named_id") == pl.col("entity_id"))
        | (pl.col("named_id") == pl.col("unit")).fill_null(False),
    )
    return opening.join(known, on="sentence_id", how="anti").select("sentence_id")
