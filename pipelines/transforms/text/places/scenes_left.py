"""Which place of a sentence those were in who left it, fled it or were taken from it: Boolean
expressions over mentions sorted by sentence_id and mention_no, with `neighbours` beside them."""

import polars as pl

from pipelines.transforms.text.places.scene_signs import (
    BEFORE,
    IS_COUNTRY,
    IS_NEXT,
    KIND,
    RUN,
    SEAT,
    SECOND,
    SENSE,
    is_of_road,
    near,
)
from pipelines.transforms.text.runs import first_after, last_known

LAST_VERB = last_known(pl.when(KIND == "trigger").then("text"), RUN)
NEXT_TOLD = first_after(pl.when(KIND.is_in(["trigger", "clause"])).then(SENSE), RUN)
LAST_HARM = last_known(pl.when(KIND == "trigger").then("sense"), RUN)
# What somebody suffers who has left a place: "villagers who fled X were killed near Y".
SUFFERED = (
    r"(?i)^(?:killed|wounded|injured|captured|missing|attack|armed clash|remote|shelling|air/)"
)
ABDUCTING = r"(?i)(?:kidnap|abduct|snatch|seiz|took|taken)"
# "Fled from Woro toward Wawa": they were in Woro.
FLEEING = (
    r"(?i)(?:displac|uproot|flee|fled|fleeing|flight|driven|drove|driving|forced|forcing|expelled|"
    r"evicted|chased|pushed|evacuat|withdr[ae]w|retreat)"
)
# "Arrived in Tawila from El Fasher": they were in El Fasher.
ARRIVING = (
    r"(?i)(?:arrived|crossed|poured|streamed|sought|took|taken|found) "
    r"(?:in|at|into|refuge|shelter)$"
)


def is_fled() -> pl.Expr:
    """ "Fled Kutum for Zalingei", "displaced from Palma", "have crossed into Tine, Chad, from
    Darfur": there they had lived."""
    has_left = SECOND.is_in(["trigger", "place", "comma", "place_noun"])
    return (
        pl.when(BEFORE == "from")
        .then(has_left & LAST_VERB.str.contains(f"{FLEEING}|{ARRIVING}"))
        .otherwise((BEFORE == "trigger") & LAST_VERB.str.contains(FLEEING))
        & IS_NEXT
    ).fill_null(False)


def is_left_before() -> pl.Expr:
    """ "Villagers who fled Kutum were killed near Tawila": they were no longer there."""
    return (is_fled() & NEXT_TOLD.str.contains(SUFFERED)).fill_null(False)


def is_taken_from() -> pl.Expr:
    """ "Kidnapped nine farmers from Woro": there they were taken."""
    return (
        (BEFORE == "from")
        & SECOND.is_in(["people", "quantity", "trigger"])
        & ~IS_COUNTRY
        & LAST_VERB.str.contains(f"{ABDUCTING}|{FLEEING}")
    ).fill_null(False)


def is_way_out() -> pl.Expr:
    """ "Fled from Woro toward Wawa": not where they were."""
    return (
        (BEFORE == "to") & (near("sense", 1) == "towards") & LAST_VERB.str.contains(FLEEING)
    ).fill_null(False)


def is_road_out() -> pl.Expr:
    """ "The attackers fled on the road from Ouallam to Mangaize"."""
    return (is_of_road() & LAST_VERB.str.contains(FLEEING)).fill_null(False)


def is_from_inside() -> pl.Expr:
    """ "Shelled X from positions in Y" tells of X."""
    return (
        (BEFORE == "in")
        & SECOND.is_in(["unit", "place_noun"])
        & (SEAT == "from")
        & ~LAST_VERB.str.contains(f"{ABDUCTING}|{FLEEING}")
    ).fill_null(False)
