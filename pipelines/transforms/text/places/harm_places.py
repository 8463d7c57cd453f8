"""Where a harm happened: the place its clause names, else the one the text was speaking of."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.places.carried_scenes import (
    NO_SCENE_COST,
    at_home,
    carry_scenes,
    number_items,
)
from pipelines.transforms.text.places.common_places import SCENE
from pipelines.transforms.text.places.datelines import widen_capitals
from pipelines.transforms.text.places.named_places import name_places
from pipelines.transforms.text.places.scene_choice import (
    NO_PLACE_COST,
    choose_places,
    choose_unlisted,
    join_lists,
)
from pipelines.transforms.text.places.scene_costs import rate_mentions
from pipelines.transforms.text.places.scene_units import (
    drop_datelines,
    drop_openings,
    name_units,
    widen_nationwide,
)
from pipelines.transforms.text.places.speakers_towns import rate_speakers_towns
from pipelines.transforms.text.places.unlisted_scenes import (
    carry_unlisted,
    prefer_unlisted,
    unlisted_places,
)
from pipelines.transforms.text.places.venues import rate_venues


def place_harms(
    harms: pl.DataFrame, sentences: pl.DataFrame, mentions: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """Add location_id, location_text, where_precision, place_start and place_end to harms.

    harms: article_id, sentence_id, harm_no, trigger_no. place_start and place_end are null where
    the place stands in another sentence.
    """
    places = lexicons.places
    sentences = number_items(sentences)
    told = sentences_with_places(mentions, harms)
    rated = rate_mentions(told)
    named = rate_venues(name_places(rated, places), sentences)
    unknown = unlisted_places(rated)
    named = rate_speakers_towns(named, unknown, sentences, lexicons)
    named = drop_datelines(widen_capitals(named, sentences, places, lexicons), rated)
    scenes = drop_openings(named)
    chosen = choose_places(harms, scenes, told).filter(pl.col("cost") < NO_PLACE_COST)
    unlisted = choose_unlisted(harms, chosen, unknown, told)
    found = join_lists(chosen, scenes, places).join(
        chosen.select("sentence_id", "harm_no", "cost"), on=["sentence_id", "harm_no"]
    )
    own = found.filter(pl.col("cost") < NO_SCENE_COST).drop("cost")
    lost = harms.join(own, on=["sentence_id", "harm_no"], how="anti")
    carried = at_home(
        carry_scenes(lost.select("sentence_id").unique(), sentences, named, places),
        sentences,
        named,
        places,
    )
    nowhere = lost.join(unlisted, on=["sentence_id", "harm_no"], how="anti")
    carried_unlisted = carry_unlisted(nowhere, sentences, named, unknown)
    unlisted = pl.concat([unlisted, carried_unlisted.select(unlisted.columns)])
    # Where the speaker stood is better than no place at all.
    last = found.select(
        "sentence_id", "harm_no", *(pl.col(name).alias(f"last_{name}") for name in SCENE)
    )
    placed = with_scene(harms, own, carried, last)
    placed = name_units(placed, sentences, named)
    placed = widen_nationwide(placed, sentences, places).select(
        *harms.columns, *SCENE, has_scene=pl.col("has_own") | pl.col("has_carried")
    )
    return prefer_unlisted(placed, unlisted, places)


def with_scene(
    harms: pl.DataFrame, own: pl.DataFrame, carried: pl.DataFrame, last: pl.DataFrame
) -> pl.DataFrame:
    """Harms with the columns of SCENE: of their own, else carried, else the last resort's; and
    has_own, has_carried."""
    return (
        harms.join(own, on=["sentence_id", "harm_no"], how="left", maintain_order="left")
        .join(carried, on="sentence_id", how="left", maintain_order="left")
        .join(last, on=["sentence_id", "harm_no"], how="left", maintain_order="left")
        .with_columns(
            # A list in no common unit is no place, and another's scene is none of its own.
            has_own=pl.col("location_text").is_not_null(),
            has_carried=pl.col("carried_location_id").is_not_null(),
        )
        .with_columns(
            pl.when("has_own")
            .then(name)
            .when("has_carried")
            .then(f"carried_{name}")
            .otherwise(f"last_{name}")
            .alias(name)
            for name in SCENE
        )
        .with_columns(pl.col("where_precision").fill_null("unknown"))
    )


def sentences_with_places(mentions: pl.DataFrame, harms: pl.DataFrame) -> pl.DataFrame:
    """The mentions of those sentences of the harms' articles that name a place."""
    named = mentions.filter(pl.col("kind") == "place").join(
        harms.select("article_id").unique(), on="article_id", how="semi"
    )
    return mentions.filter(pl.col("sentence_id").is_in(named["sentence_id"].unique().implode()))
