"""How ill each place of a sentence would serve as the scene of what it tells."""

import polars as pl

from pipelines.transforms.text.places import scene_signs as sign
from pipelines.transforms.text.places import scenes_left as left
from pipelines.transforms.text.places.carried_scenes import (
    DATELINE_COST,
    ELSEWHERE_COST,
    VENUE_COST,
)
from pipelines.transforms.text.places.clauses import opens_clause
from pipelines.transforms.text.runs import beside

# How ill a place serves as the scene, by the word before it; any other word counts OTHER_COST.
COST_BEFORE = {
    "in": 0, "place": 1, "place_noun": 1, "comma": 2, "and": 2, "of": 3, "article": 3,
    "from": 25, "to": 6, "by": 25, "speech": 25, "medium": 25, "with": 8,
}  # fmt: skip
OTHER_COST, AFTER_SPEAKER_COST = 5, 12
# What only says where another place is.
NEAR_COST, INNER_COST = 3, -1
# "The governor of Sumy said" tells of Sumy, unless another place stands in the sentence.
OF_SPEAKER_COST = 4
# People fled from somewhere first of all; what is done from inside a place is seldom done there.
FLED_COST, FROM_INSIDE_COST = -1, 7
NEIGHBOURING = r"(?i)^nearby$"
SPEAKERS = ["speech", "according", "role", "person", "medium", "vague_source"]
# What stands between a place and the place that it lies in: "the market of Nyala in South Darfur".
HOLDER_LINKS = ["in", "of", "comma", "place_noun", "article", "place"]


def rate_mentions(mentions: pl.DataFrame) -> pl.DataFrame:
    """Mentions with what a place there would cost as a scene (cost), clause_no, list_no, link_no,
    is_near, is_scene_of_clause, is_attacked, is_left."""
    is_left = left.is_fled() | left.is_taken_from()
    # "In nearby X" is in X.
    is_near = (pl.col("sense") == "near") & ~pl.col("text").str.contains(NEIGHBOURING)
    rated = (
        mentions.lazy()
        .with_columns(**sign.neighbours())
        .with_columns(
            cost=cost_of_words()
            + pl.when(sign.is_landmark() | sign.holds_place())
            .then(NEAR_COST)
            .when(sign.is_inner())
            .then(INNER_COST)
            .otherwise(0)
            + cost_of_use()
            + pl.when(sign.is_of_part()).then(AFTER_SPEAKER_COST).otherwise(0),
            is_near=beside(is_near, sign.RUN, 1) | sign.is_off() | sign.is_some_way_from(),
            is_scene_of_clause=sign.is_scene_of_clause(),
            is_attacked=sign.is_attacked(),
            is_left=is_left & left.LAST_HARM.is_in(["displaced", "captured"]),
            **stretch_numbers(),
        )
    )
    return rated.drop(sign.neighbours()).collect(engine="in-memory")


def cost_of_words() -> pl.Expr:
    """What the words right before a place cost it as a scene."""
    is_there = pl.any_horizontal(
        sign.is_attacked(), sign.is_off(), sign.is_held(), sign.is_of_road(),
        sign.is_some_way_from(), sign.has_place_noun(), sign.is_named_town(),
    )  # fmt: skip
    by_word = sign.BEFORE.replace_strict(COST_BEFORE, default=OTHER_COST, return_dtype=pl.Int32)
    return (
        pl.when(left.is_left_before())
        .then(FROM_INSIDE_COST)
        .when(left.is_fled())
        .then(FLED_COST)
        .when(is_there)
        .then(COST_BEFORE["in"])
        .when(sign.names_a_deed() | left.is_taken_from())
        .then(COST_BEFORE["of"])
        # "Supported by Nicaragua and Cuba" tells of two that did it.
        .when((sign.is_second() & (sign.THIRD == "by")).fill_null(False))
        .then(COST_BEFORE["by"])
        # "Displaced to Saida and Tyre": both are where they went.
        .when((sign.is_second() & (sign.THIRD == "to")).fill_null(False))
        .then(COST_BEFORE["to"])
        .when(pl.col("words_before") > 1)
        .then(OTHER_COST)
        .otherwise(by_word)
    )


def cost_of_use() -> pl.Expr:
    """What it costs a place that somebody speaks there, or that it lies elsewhere."""
    is_behind = sign.BEFORE == "article"
    lead = pl.when(is_behind).then(sign.SECOND).otherwise(sign.BEFORE)
    ahead = pl.when(is_behind).then(sign.THIRD).otherwise(sign.SECOND)
    is_voiced = (
        sign.SECOND.is_in(SPEAKERS)
        & (sign.BEFORE == "in")
        & ~(sign.is_hit() | sign.is_harmed_there())
    )
    return (
        pl.when(left.is_from_inside())
        .then(FROM_INSIDE_COST)
        .when(is_voiced)
        .then(AFTER_SPEAKER_COST)
        .when(ahead.is_in(["role", "pronoun"]) & (lead == "of") & ~sign.IS_COUNTRY)
        .then(OF_SPEAKER_COST)
        .when(sign.is_origin())
        .then(VENUE_COST)
        .when(sign.is_far() & (sign.BEFORE == "in"))
        .then(ELSEWHERE_COST)
        .when(sign.is_speaker() | left.is_way_out() | left.is_road_out())
        .then(ELSEWHERE_COST)
        .when(sign.is_dateline())
        .then(DATELINE_COST)
        .otherwise(0)
    )


def stretch_numbers() -> dict[str, pl.Expr]:
    """Numbers of the clauses, lists and chains of places that a sentence falls into: clause_no,
    list_no and link_no, which tell those of one sentence apart."""
    kind, is_apart = sign.KIND, pl.col("words_before") > 0
    is_nearby = (pl.col("sense") == "measure") & pl.col("text").str.contains(sign.NEARBY)
    is_measure = is_nearby.fill_null(False)
    after_measure = beside(is_measure, sign.RUN, 1).fill_null(False)
    is_listed = kind.is_in([*sign.LIST_LINKS, "place"]) | sign.is_road_end()
    # "Odesa in southern Ukraine", "X, a village 20 km south of Y"
    is_linked = kind.is_in(HOLDER_LINKS) | is_measure | (after_measure & (kind == "from"))
    return {
        "clause_no": opens_clause().cum_sum(),
        "list_no": (~is_listed | is_apart).cum_sum(),
        "link_no": (~is_linked | (pl.col("words_before") > 1)).cum_sum(),
    }
