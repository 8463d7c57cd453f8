"""Resolved place mentions as scenes: what each is, and what it costs to be one."""

import polars as pl

from pipelines.transforms.text.places.scene_units import drop_owners
from pipelines.transforms.text.runs import beside

# Characters of " border town of the ".
HOLDER_REACH = 24
# "Yemen's Red Sea port of Hodeidah"
PORT = r"(?i)^(?:sea)?port$"


def name_places(rated: pl.DataFrame, places: pl.DataFrame) -> pl.DataFrame:
    """One row per resolved place mention, with what its place is, list_no and its base cost."""
    # "Kashmir's Pulwama district" is Pulwama, "the White Nile city of Kosti" is Kosti, "Mexico's
    # state of Guerrero" is Guerrero.
    run = pl.col("sentence_id")
    noun = beside(pl.col("sense"), run, -1)
    is_holder = (
        (beside(pl.col("kind"), run, -1) == "place")
        & beside(pl.col("entity_id"), run, -1).is_not_null()
        & (beside(pl.col("start"), run, -1) - pl.col("end") == len("'s "))
    ).fill_null(False)
    is_holder |= (
        (beside(pl.col("kind"), run, -1) == "place_noun")
        & (beside(pl.col("kind"), run, -2) == "of")
        & (beside(pl.col("kind"), run, -3) == "place")
        & beside(pl.col("entity_id"), run, -3).is_not_null()
        & (
            (noun == "populated_place") & (pl.col("sense") != "populated_place")
            | noun.is_in(["admin1", "admin2", "region"]) & (pl.col("sense") == "country")
            | beside(pl.col("text"), run, -1).str.contains(PORT) & (pl.col("sense") == "country")
        )
        & (beside(pl.col("start"), run, -3) - pl.col("end") <= HOLDER_REACH)
    ).fill_null(False)
    named = (
        rated.filter(
            (pl.col("kind") == "place") & pl.col("entity_id").is_not_null() & ~is_holder
        )
        .join(
            places,
            left_on="entity_id",
            right_on="location_id",
            how="inner",
            maintain_order="left",
        )
        .select(
            "article_id", "sentence_id", "mention_no", "start", "end", "text", "cost", "is_near",
            "clause_no", "list_no", "link_no", "words_before", "location_type", "country_id",
            "admin1_id", "admin2_id", "is_scene_of_clause", location_id="entity_id",
        )
    )  # fmt: skip
    return follow_held(drop_owners(named)).drop("link_no", "words_before")


def follow_held(named: pl.DataFrame) -> pl.DataFrame:
    """A place that only says where the place right before it lies serves as that place does."""
    is_linked = (
        pl.all_horizontal(
            pl.col(name) == pl.col(name).shift(1) for name in ("sentence_id", "link_no")
        )
        & pl.any_horizontal(
            pl.col(level).shift(1) == pl.col("location_id")
            for level in ("country_id", "admin1_id", "admin2_id")
        )
        & (pl.col("location_id").shift(1) != pl.col("location_id"))
    ).fill_null(False)
    return named.with_columns(
        pl.when(~is_linked).then(name).forward_fill().alias(name) for name in ("cost", "list_no")
    )
