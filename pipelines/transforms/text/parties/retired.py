"""Who was of the forces once: "retired General X", "former defence minister Colonel Y"."""

import polars as pl

from pipelines.transforms.text.grammar.matching import with_words
from pipelines.transforms.text.parties.civil_members import CIVILIANS

MARKS = ["retired", "(ret", "[ret", "former", "ex-", "onetime", "one-time"]
# What stands between: an office, and no verb nor anybody else.
AHEAD = (
    r"(?i)(?:[\[(]?ret(?:ired|\.)?[\])]?|(?-u:\b)former|(?-u:\b)ex-|one-?time)[ -]?"
    r"((?:[\p{L}'-]+ ){0,4})$"
)
REACH = 60
BRACKETED = r"(?i)[\[(]ret(?:ired|\.)?[\])] $"
BEHIND = r"(?i)^(?: [\p{L}.'-]+){0,3},? ?[\[(]ret(?:ired|\.)?[\])]"
NOT_HIS = (
    r"(?i)(?-u:\b)(?:an?|the|and|or|by|with|in|at|on|from|who|that|as|president|[a-z]+ed|was|were|is|"
    r"are|had|has|have|shot|[a-z]+ing)(?-u:\b)"
)
# "In the former rebel stronghold officers were killed", "the former general's soldiers": they are.
PLACE_ONCE = (
    r"(?i)(?-u:\b)(?:in|at|near|inside|outside|around|across|throughout|within)"
    r"(?: the| a| its| their| this)? (?:former|ex-|one-?time)[^.;,]*$"
)
PLACE_NOUN = (
    r"(?i)['\x{2019}]s |(?-u:\b)(?:strongholds?|bases?|towns?|cit(?:y|ies)|villages?|provinces?|"
    r"regions?|areas?|"
    r"territor(?:y|ies)|camps?|capital|colon(?:y|ies)|republics?|states?|barracks|prisons?|"
    r"schools?|palaces?|yugoslavia|union)(?-u:\b)"
)
SOLDIER = (
    r"(?i)^(?:the |an? )?(?:[a-z-]+ )?(?:general|colonel|major|captain|lieutenant|sergeant|"
    r"corporal|brigadier|admiral|commander|officer|soldier|policeman|marshal|commodore)s?$"
)


def turn_retired(spans: pl.DataFrame, shaded: pl.DataFrame) -> pl.DataFrame:
    """Mentions, soldiers and officers that are so no more as civilians.

    spans: text_no, start, end and the meaning of mentions, in order; the same comes back.
    """
    told = shaded.filter(pl.col("text").str.contains_any(MARKS, ascii_case_insensitive=True))
    ahead = pl.col("ahead")
    between = ahead.str.extract(AHEAD, 1)
    is_place = ahead.str.contains(PLACE_ONCE) | between.str.contains(PLACE_NOUN)
    is_rank = (pl.col("kind") == "role") & (pl.col("sense") == "rank")
    asked = spans.with_row_index("row").filter(
        ((pl.col("kind") == "people") & pl.col("entity_id").ne_missing(CIVILIANS)) | is_rank
    )
    retired = with_words(asked, told, REACH).filter(
        pl.col("word").str.contains(SOLDIER),
        # "Retired General X said" is by his rank who he is.
        (between.is_not_null() & ~between.str.contains(NOT_HIS) & ~is_rank & ~is_place)
        | ahead.str.contains(BRACKETED)
        | pl.col("behind").str.contains(BEHIND),
    )
    if retired.is_empty():
        return spans
    is_retired = pl.int_range(pl.len()).is_in(retired["row"].cast(pl.Int64).implode())
    is_role = is_retired & (pl.col("kind") == "role")
    return spans.with_columns(
        kind=pl.when(is_role).then(pl.lit("people")).otherwise("kind"),
        sense=pl.when(is_role).then(pl.lit("sg")).otherwise("sense"),
        voice=pl.when(~is_role).then("voice"),
        entity_id=pl.when(is_retired).then(pl.lit(CIVILIANS)).otherwise("entity_id"),
    )
