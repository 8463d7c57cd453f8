"""Which words of attack tell of one: by someone armed, on something, somewhere."""

import polars as pl

from pipelines.transforms.text.attacks import told_signs as sign
from pipelines.transforms.text.attacks.dated_deeds import is_dated_deed, is_somebody_shot
from pipelines.transforms.text.attacks.grammar import OF_HARM, POST_AFTER, RECIPROCAL
from pipelines.transforms.text.attacks.headlines import is_witnessed
from pipelines.transforms.text.attacks.told_signs import (
    AGAINST_ARMED,
    FORM,
    HAS_INITIATOR,
    HAS_OBJECT,
    HAS_PLACE,
    HAS_TARGET,
    HAS_WEAPON,
    IS_SURE,
)
from pipelines.transforms.text.territory.headlines import is_told_of


def keep_told(told: pl.DataFrame) -> pl.DataFrame:
    """Attacks that the words tell: by someone armed, on something, somewhere."""
    return told.filter(is_told(), ~sign.on_crowd(), ~sign.is_figure(), ~sign.is_no_war())


def is_told() -> pl.Expr:
    """What each form of a word of attack needs beside it."""
    has_scene, after = pl.col("has_scene"), pl.col("after")
    return (
        pl.when(FORM == "slay")
        .then(HAS_INITIATOR & HAS_TARGET & pl.col("has_object"))
        .when(FORM == "seize")
        .then(
            (HAS_INITIATOR & AGAINST_ARMED & after.str.contains(POST_AFTER))
            | (sign.by_rebels() & after.str.contains(sign.CRAFT_SEIZED))
        )
        .when(FORM.is_in(OF_HARM))
        .then(HAS_INITIATOR | (HAS_TARGET & HAS_WEAPON) | sign.are_many_hit())
        .when((FORM == "do") & IS_SURE)
        .then(HAS_OBJECT & (HAS_INITIATOR | HAS_PLACE))
        .when(FORM == "do")
        .then(sign.is_alone() | (HAS_OBJECT & (sign.by_weapon() | does_with_arms())))
        .when((FORM == "done") & IS_SURE)
        .then(HAS_INITIATOR | HAS_PLACE)
        .when(FORM == "done")
        .then(
            HAS_INITIATOR
            | (HAS_OBJECT & done_with_arms())
            | sign.is_thing_hit()
            | is_somebody_shot()
        )
        .when(FORM.is_in(["fire", "fired"]))
        .then(HAS_INITIATOR | (HAS_TARGET & HAS_WEAPON) | is_somebody_shot())
        .when(FORM.is_in(["throw", "thrown"]))
        .then(HAS_INITIATOR | HAS_TARGET | has_scene)
        .when(FORM.is_in(RECIPROCAL))
        .then((HAS_INITIATOR & (HAS_TARGET | HAS_PLACE)) | (is_seen() & has_scene))
        .when(FORM == "campaign")
        .then(HAS_INITIATOR & (HAS_OBJECT | HAS_PLACE))
        .when(FORM == "endure")
        .then(HAS_OBJECT | HAS_INITIATOR | HAS_PLACE)
        .when(FORM.is_in(["blast", "blasted"]))
        .then(goes_off() & (has_scene | HAS_INITIATOR | is_dated_deed()))
        .otherwise(
            (HAS_INITIATOR & (HAS_OBJECT | HAS_PLACE | sign.has_harm()))
            | HAS_TARGET
            | sign.is_carried_out()
            | (sign.is_reported() & has_scene)
        )
    )


def does_with_arms() -> pl.Expr:
    """A party does it: a country only with arms, or to a place."""
    with_arms = HAS_WEAPON | AGAINST_ARMED | sign.is_strike()
    return HAS_INITIATOR & (~sign.by_country() | with_arms)


def done_with_arms() -> pl.Expr:
    """Done with a weapon, or to somebody armed, and of a country only the former."""
    return pl.when(sign.on_country()).then(HAS_WEAPON).otherwise(HAS_WEAPON | AGAINST_ARMED)


def is_seen() -> pl.Expr:
    """Fighting that broke out, is told of or was seen there."""
    return is_witnessed() | is_told_of() | pl.col("word").str.contains(sign.BROKE_OUT)


def goes_off() -> pl.Expr:
    """A weapon, or a bomber: "the bomber blew himself up"."""
    return HAS_WEAPON | (pl.col("sense") == "Suicide bomb")
