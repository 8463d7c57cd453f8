"""Countries that act as parties: "killed by Israel", "Georgia's offensive", "Russia lost 900".

Every function reads the columns that `party_marks.neighbours` adds to mentions of whole sentences,
and gives a column of truth values without nulls.
"""

import polars as pl

from pipelines.transforms.text.parties.generic_actors import HARMS
from pipelines.transforms.text.runs import beside

# What a country may own: "killed by Israel" and "by Israel's army".
OWNED_KINDS = ["role", "people", "actor", "place", "unit", "method"]
CAMPAIGNS = r"(?i)^(?:(?:ground |military )?(?:offensives?|operations?|invasion|campaign)|war)$"
POSSESSIVE = len("'s ")
RUN, KIND, SENSE = pl.col("sentence_id"), pl.col("kind"), pl.col("sense")


def is_loser() -> pl.Expr:
    """Countries that lose their own: "Russia had lost 900 soldiers"."""
    verb = pl.when(pl.col("next_kind") == "have").then(beside(SENSE, RUN, -2))
    lost = verb.otherwise(beside(SENSE, RUN, -1)) == "lost"
    return ((KIND == "place") & (SENSE == "country") & lost & pl.col("is_next")).fill_null(False)


def is_killer() -> pl.Expr:
    """Countries right before a verb of harm whose subject they are: "Israel killed Ali Hussein",
    not "the war in Sudan killed nine"."""
    verb = pl.when(pl.col("next_kind") == "have").then(2).otherwise(1)
    sense, voice, words = (
        pl.when(verb == 2).then(beside(column, RUN, -2)).otherwise(beside(column, RUN, -1))
        for column in (SENSE, pl.col("voice"), pl.col("words_before"))
    )
    before = pl.when(pl.col("is_led")).then(pl.col("lead")).otherwise(pl.col("before"))
    is_behind_place = (before == "comma") & beside(KIND, RUN, 2).is_in(["place", "place_noun"])
    opens = before.is_null() | (
        before.is_in(["speech", "clause", "comma", "time"]) & ~is_behind_place.fill_null(False)
    )
    return (
        (KIND == "place")
        & (SENSE == "country")
        & opens
        & sense.is_in(HARMS)
        & voice.str.contains(r"^(?:vp|base)")
        & (words == 0)
        & pl.col("is_next")
    ).fill_null(False)


def is_behind_by() -> pl.Expr:
    """Countries right behind 'by': "killed by Israel", "a drone launched by Russia"."""
    owns = pl.col("next_kind").is_in(OWNED_KINDS) & (
        beside(pl.col("start"), RUN, -1) - pl.col("end") <= POSSESSIVE
    )
    return (
        (KIND == "place")
        & (SENSE == "country")
        & (pl.col("before") == "by")
        & (pl.col("words_before") == 0)
        & ~owns
    ).fill_null(False)


def is_campaigner() -> pl.Expr:
    """Countries whose campaign it was: "Georgia's offensive has killed 300"."""
    thing = pl.when(KIND == "place").then(beside(pl.col("text"), RUN, -1))
    return (
        (KIND == "place")
        & (SENSE == "country")
        & pl.col("next_kind").is_in(["unit", "method"])
        & (beside(pl.col("start"), RUN, -1) - pl.col("end") == POSSESSIVE)
        & thing.str.contains(CAMPAIGNS)
    ).fill_null(False)
