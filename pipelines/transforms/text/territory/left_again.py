"""Places left again in the sentence that tells of their taking, whose name it does not repeat, and
places taken back."""

import polars as pl

from pipelines.transforms.text.grammar.calendar_words import MONTH
from pipelines.transforms.text.places.groups import HELD_INSIDE

COMING = ("take", "take_vp", "enter", "hold", "gain")
GOING = ("out", "driven", "leave", "outed")
AGAIN_BEFORE = (
    r"(?i)(?-u:\b)(?:before|and|then|but)(?:\s+(?:later|soon|then|quickly|eventually|being|was|were|"
    r"had|[a-z]+ly)){0,3}\s+$|"
    # "Took A after the army withdrew"
    r"(?-u:\b)(?:after|when|as)\s+(?:[A-Za-z][\w'\x{2019}-]*\s+){1,7}$"
)
# "Held A for a day before the army regained control"
BACK_BEFORE = (
    r"(?i)(?-u:\b)(?:before|until|and|then|but|after|when)\s+"
    r"(?:[A-Za-z][\w'\x{2019}-]*\s+){1,7}$"
)
# Nothing follows that was left, or a word for what was taken.
AGAIN_AFTER = (
    r"(?i)^\s*(?:[,.;:)]|$|(?:on|during|after|since|by|at|late|early|hours|days|minutes|again|as|"
    r"when|within|the (?:next|same|following) (?:day|night|morning)|a (?:few|day|week)|two|three|"
    rf"several|overnight|to|in {MONTH}|into the (?:bush|desert|forest|hills|mountains)|"
    r"from (?:it|there|the (?:town|city|village|base|camp|area)))(?-u:\b))"
)


def with_left_again(placed: pl.DataFrame, triggers: pl.DataFrame) -> pl.DataFrame:
    """Add what was left or regained: "seized A before withdrawing", "took A and were driven out".

    placed: trigger_id, group_id, place_side. triggers: as read_triggers gives them. Out: as
    placed, sorted by trigger_id and group_id.
    """
    told = triggers.select("trigger_id", "sentence_id", "form", "sense", "start", "before", "after")
    is_back = (pl.col("form") == "gain") & (pl.col("sense") == "recaptured")
    goes = told.filter(
        (pl.col("form").is_in(GOING) & pl.col("before").str.contains(AGAIN_BEFORE))
        | (is_back & pl.col("before").str.contains(BACK_BEFORE)),
        pl.col("after").str.contains(AGAIN_AFTER),
    ).join(placed, on="trigger_id", how="anti")
    taken = (
        placed.join(told, on="trigger_id")
        .filter(pl.col("form").is_in(COMING))
        .select("sentence_id", "group_id", "place_side", at="start")
    )
    added = (
        goes.select("trigger_id", "sentence_id", "start")
        .join(taken, on="sentence_id")
        .filter(pl.col("at") < pl.col("start"))
        .filter(pl.col("at") == pl.col("at").max().over("trigger_id"))
    )
    return pl.concat([placed, added.select(placed.columns)]).sort("trigger_id", "group_id")


def only_lost_before(changes: pl.DataFrame) -> pl.DataFrame:
    """Changes without what was "taken back" where nothing tells that it had changed hands."""
    is_back = pl.col("trigger_word").str.contains(HELD_INSIDE)
    is_told = pl.len().over("article_id", "location_id") > is_back.sum().over(
        "article_id", "location_id"
    )
    return changes.filter(~is_back | is_told)
