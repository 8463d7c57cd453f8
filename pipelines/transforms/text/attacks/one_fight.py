"""Who fights where a text tells only of fighting, or of one side of it: the two armed sides of its
article, where it tells of two alone."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.attacks.both_sides import MUTUAL
from pipelines.transforms.text.attacks.one_opponent import (
    armed_sides,
    one_opponent,
    sides_named,
    state_fought,
    with_beside,
)
from pipelines.transforms.text.parties.enemies import side_of
from pipelines.transforms.text.parties.generic_actors import UNIDENTIFIED
from pipelines.transforms.text.parties.neighbours import STATE_FORCES

# Clashes that are no fight of the two armed sides.
OF_OTHERS = (
    r"(?i)(?-u:\b)(?:protest[a-z]*|demonstrat[a-z]*|supporters|students|residents|villagers|workers|"
    r"peasants|prison[a-z]*|inmates|clans?|tribes?|tribal|rivals?|factions?|communit[a-z]*|communal|"
    r"ethnic|herders|farmers|gangs?|traffickers|strikers|youths?|crowds?|fans|fire ?fight[a-z]*|"
    r"fight(?:ing)? (?:against )?(?:the )?(?:fires?|blaze|wildfires?|corruption|crime|drugs?|"
    r"poverty|disease)|(?:clash(?:es|ed)?|fighting|fought|battles?)(?: [a-z]+){0,4} over|teams?|"
    r"friends|voters|elections?)(?-u:\b)"
)
FOUGHT = ("territory_fight", *MUTUAL)


def name_fighters(
    told: pl.DataFrame, mentions: pl.DataFrame, sentences: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """Fights of which nobody, or one side alone, is told, with the two sides of their article.

    told: claims with their parties and speaker_actor_id. "Troops repelled X near Y. ... Fighting
    went on in Z": the army and X fight there, if nobody else is named that could.
    """
    rows = told.with_row_index("row")
    sides = armed_sides(lexicons)
    asked = (
        rows.filter(
            pl.col("rule_id").is_in(FOUGHT),
            pl.col("reject_reason").is_null(),
            pl.col("initiator_actor_id").is_null() | pl.col("target_actor_id").is_null(),
        )
        .join(sentences.select("sentence_id", "text"), on="sentence_id", how="left")
        .filter(~pl.col("text").str.contains(OF_OTHERS))
    )
    if asked.is_empty():
        return told
    initiator, target = pl.col("initiator_actor_id"), pl.col("target_actor_id")
    known = side_of(pl.coalesce(initiator, target), sides)
    state = pl.lit(STATE_FORCES) + pl.col("country_id").str.to_lowercase()
    places = lexicons.places.select("location_id", "country_id")
    sided = (
        asked.join(groups_named(asked, mentions, sides), on="article_id", how="left")
        .join(places, on="location_id", how="left")
        .with_columns(is_bare=initiator.is_null() & target.is_null(), at_home=state)
        .with_columns(
            side=pl.when(~pl.col("is_bare"))
            .then(known)
            .when(pl.col("n_groups").is_null())
            .then("at_home")
            .when(pl.col("n_groups") == 1)
            .then("only_group")
        )
        .filter(pl.col("side") != UNIDENTIFIED)
        .drop("n_groups")
    )
    other = pl.when("is_bare").then(state_fought()).otherwise(one_opponent())
    # "In Sudan, fighting went on": none of a group that fights Somalia's army.
    is_there = pl.any_horizontal(pl.col("at_home") == pl.col(name) for name in ("side", "found"))
    given = (
        with_beside(sided, rows, mentions, sides, lexicons)
        .with_columns(found=other)
        .select("row", "is_bare", "side", other=pl.when(is_there.fill_null(True)).then("found"))
    )
    return (
        rows.join(given.drop_nulls("other"), on="row", how="left", maintain_order="left")
        .with_columns(
            initiator_actor_id=pl.coalesce("initiator_actor_id", "other"),
            target_actor_id=pl.when("is_bare")
            .then("side")
            .when(pl.col("initiator_actor_id").is_not_null())
            .then(pl.coalesce("target_actor_id", "other"))
            .otherwise("target_actor_id"),
            sides_basis=pl.when(pl.col("other").is_not_null())
            .then(pl.lit("inferred"))
            .otherwise("sides_basis"),
        )
        .drop("row", "is_bare", "side", "other")
    )


def groups_named(asked: pl.DataFrame, mentions: pl.DataFrame, sides: pl.DataFrame) -> pl.DataFrame:
    """The armed groups of articles: article_id, only_group (one of them), n_groups."""
    group = pl.col("named_side")
    return (
        sides_named(asked, mentions, sides)
        .filter(~group.str.starts_with(STATE_FORCES), group != UNIDENTIFIED)
        .group_by("article_id")
        .agg(only_group=group.first(), n_groups=group.n_unique())
    )
