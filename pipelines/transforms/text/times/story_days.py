"""The day of the story: what an article tells without a day happened on the day it gave for it."""

from collections.abc import Iterator

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.places.venues import REACH, is_venue
from pipelines.transforms.text.times.carried_times import KEYS, LATELY
from pipelines.transforms.text.times.given_times import FIELDS
from pipelines.transforms.text.times.next_deeds import FOLLOWED
from pipelines.transforms.text.times.proceedings import ACCUSED, ARRESTED_FOR, CONFESSED
from pipelines.transforms.text.times.told_days import (
    LEAD,
    day_key,
    is_one_day,
    orders,
    rank_givers,
)

# How many sentences back those may stand that a sentence dates as what took place.
TOOK_PLACE_REACH = 3
# How many sentences behind the first of another event may tell of it too.
OTHER_REACH = 2
# How many sentences behind a deed the one day that an article tells may be its day too.
ONLY_REACH = 3
# Harms that are no part of the deed that did another.
APART = ("captured", "missing", "displaced")
# How many sentences back a sentence that names no place takes its place from.
PLACE_REACH = 4
# "The health office in Goma said": how much of the text behind a place is looked at.
SPEAKS_BEHIND = r"^,? (?:said|says|told|reported|confirmed|announced|added)(?-u:\b)"
REST = 40


def story_days(
    takers: pl.DataFrame,
    told: pl.DataFrame,
    sentences: pl.DataFrame,
    mentions: pl.DataFrame,
    lexicons: Lexicons,
) -> pl.DataFrame:
    """Days that anchors take from what their article dates: anchor_id, FIELDS, date_basis.

    takers: KEYS, deed, and is_said (dated by a saying only). told: the same with the times of their
    own. A taker takes the one day told of its deed, else the one day told of any, else, if it has
    no time at all, the day that the article opens with; never that of another first-level unit.
    What follows the opening takes no day of its deed that is told behind it.
    """
    dated = told.filter(is_one_day())
    takers = with_charges(takers, sentences)
    beside = days_beside(takers.filter(~pl.col("is_charge")), dated, sentences)
    givers = rank_givers(pl.concat([dated, beside], how="diagonal_relaxed"), sentences)
    leads = givers.filter("is_lead").select("article_id", lead_no="sentence_no")
    pairs = (
        takers.join(givers, on="article_id", suffix="_giver")
        .join(leads, on="article_id", how="left")
        .with_columns(**whose_days())
        .filter(*may_take())
    )
    deeds = pl.concat([takers["sentence_id"], told["sentence_id"]]).unique()
    apart = places_apart(pairs, deeds, sentences, mentions, lexicons)
    return (
        pairs.join(apart, on=["sentence_id", "sentence_id_giver"], how="anti")
        .sort(
            "anchor_id", ~pl.col("is_meant"), ~pl.col("is_own"), ~pl.col("is_same"),
            ~pl.col("is_only"), "giver_no",
        )
        .unique("anchor_id", keep="first", maintain_order=True)
        .select("anchor_id", *FIELDS, date_basis=pl.lit("carried"))
    )  # fmt: skip


def whose_days() -> dict[str, pl.Expr]:
    """By what a taker takes a giver's day: is_meant (its sentence says so), is_same (the one day of
    such a deed), is_only (the one day told), is_own (of the same sentence)."""
    ahead = pl.col("sentence_no_giver") - pl.col("sentence_no")
    is_behind_lead = (ahead > 0) & (pl.col("lead_no") < pl.col("sentence_no"))
    return {
        "is_meant": (pl.col("takes_place") & ahead.is_between(1, TOOK_PLACE_REACH))
        | (pl.col("is_other") & ahead.is_between(-OTHER_REACH, -1)),
        "is_same": (pl.col("deed") == pl.col("deed_giver"))
        & (pl.col("n_same") == 1)
        & ~is_behind_lead.fill_null(False),
        "is_only": (pl.col("n_days") == 1)
        & (pl.col("deed_giver") != LEAD)
        & (ahead <= ONLY_REACH)
        & is_alike(),
        # "Two were killed and nine wounded on Friday": one sentence tells of one day.
        "is_own": (pl.col("sentence_id") == pl.col("sentence_id_giver"))
        & (pl.col("n_own") == 1)
        & ~pl.col("is_before")
        & ~pl.col("is_said"),
    }


def is_alike() -> pl.Expr:
    """Whether a taker and a giver may tell of one event: nobody is seized in the deed that killed
    another, where no attack is told."""
    taker, giver = pl.col("deed"), pl.col("deed_giver")
    return (taker == giver) | ~(taker.is_in(APART) | giver.is_in(APART))


def may_take() -> Iterator[pl.Expr]:
    """What holds of a taker and a giver of the day; reads whose_days."""
    is_here = pl.col("sentence_id") == pl.col("sentence_id_giver")
    is_behind = pl.col("sentence_no") >= pl.col("sentence_no_giver")
    is_parted = (
        pl.col("is_ordered") | pl.col("is_charge") | (pl.col("anchor_start") < pl.col("next_from"))
    )
    yield (
        pl.col("is_meant")
        | pl.col("is_own")
        | pl.col("is_same")
        | pl.col("is_only")
        | (pl.col("is_lead") & ~pl.col("is_said") & (is_behind | is_alike()))
    )
    yield ~is_here | ~is_parted.fill_null(False)
    # "He is accused of an attack that killed ten": not on the day of his arrest.
    yield ~pl.col("is_accused") | pl.col("is_same") | pl.col("is_meant")
    yield is_here | (~pl.col("is_other") | pl.col("is_meant")) & ~pl.col("is_part")


def with_charges(takers: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Takers of one day with sentence_no, is_accused and is_charge: it is what somebody is arrested
    or tried for, or what something else followed, and not of the day of that."""
    ahead = pl.col("text").str.slice(0, pl.col("anchor_start") - pl.col("base"))
    behind = pl.col("text").str.slice(pl.col("anchor_end") - pl.col("base"))
    return (
        takers.join(
            sentences.select("sentence_id", "sentence_no", "text", base="start"),
            on="sentence_id",
            maintain_order="left",
        )
        .with_columns(
            is_charge=ahead.str.contains(f"{CONFESSED}|{ARRESTED_FOR}")
            | behind.str.contains(FOLLOWED),
            is_accused=ahead.str.contains(ACCUSED),
        )
        .filter(~pl.col("text").str.contains(LATELY))
        .drop("text", "base")
    )


def days_beside(takers: pl.DataFrame, dated: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Takers of a sentence that dates its other deeds on one day, with that day: they count among
    the days that an article tells of their deed."""
    ordered = sentences.filter(orders())
    days = (
        dated.with_columns(day=day_key())
        .filter(pl.col("day").n_unique().over("sentence_id") == 1)
        .join(ordered, on="sentence_id", how="anti", maintain_order="left")
        .unique("sentence_id", keep="first", maintain_order=True)
        .select("sentence_id", *FIELDS, "date_basis")
    )
    return (
        takers.filter(~pl.col("is_said"))
        .select(*KEYS, "deed")
        .join(days, on="sentence_id", maintain_order="left")
    )


def places_apart(
    pairs: pl.DataFrame,
    deeds: pl.Series,
    sentences: pl.DataFrame,
    mentions: pl.DataFrame,
    lexicons: Lexicons,
) -> pl.DataFrame:
    """Pairs of sentence_id and sentence_id_giver that tell of different first-level units and of
    none that they share; a sentence without a place tells of that of the last deed before it.

    deeds: the sentences that tell of one. A dateline's town is where the reporter is.
    """
    both = pairs.select("article_id", "sentence_id", "sentence_id_giver").unique()
    named = (
        scenes(mentions, sentences)
        .join(
            lexicons.places.select(entity_id="location_id", unit="admin1_id").drop_nulls(),
            on="entity_id",
        )
        .select("sentence_id", "unit")
        .unique()
    )
    told_at = pl.when("is_placed").then("sentence_no").forward_fill().over("article_id")
    last = (
        sentences.join(both.select("article_id").unique(), on="article_id", how="semi")
        .sort("article_id", "sentence_no")
        .with_columns(
            is_placed=pl.col("sentence_id").is_in(named["sentence_id"].implode())
            & pl.col("sentence_id").is_in(deeds.implode())
        )
        .with_columns(
            told_id=pl.when("is_placed").then("sentence_id").forward_fill().over("article_id"),
            back=pl.col("sentence_no") - told_at,
        )
        .filter(pl.col("back") <= PLACE_REACH)
        .select("sentence_id", "told_id", "is_placed")
    )
    near = last.join(named, left_on="told_id", right_on="sentence_id")
    facing = both.join(near.select("sentence_id", "unit"), on="sentence_id").join(
        near.select("sentence_id", "unit"),
        left_on="sentence_id_giver",
        right_on="sentence_id",
        suffix="_giver",
    )
    return (
        facing.group_by("sentence_id", "sentence_id_giver")
        .agg(is_shared=(pl.col("unit") == pl.col("unit_giver")).any())
        .filter(~pl.col("is_shared"))
    )


def scenes(mentions: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """The places that sentences name as more than a dateline, the seat of who speaks, or a way's
    end: sentence_id, entity_id."""
    at, upto = pl.col("start") - pl.col("base"), pl.col("end") - pl.col("base")
    near, behind = pl.col("near"), pl.col("behind")
    return (
        mentions.filter(pl.col("kind") == "place", pl.col("entity_id").is_not_null())
        .filter((pl.col("mention_no") > 0) | pl.col("text").str.contains("[a-z]"))
        .join(sentences.select("sentence_id", base="start", sentence="text"), on="sentence_id")
        .with_columns(
            near=pl.col("sentence").str.slice(0, at).str.tail(REACH),
            behind=pl.col("sentence").str.slice(upto, REST),
        )
        .filter(~is_venue(near, pl.col("text"), behind), ~behind.str.contains(SPEAKS_BEHIND))
        .select("sentence_id", "entity_id")
    )
