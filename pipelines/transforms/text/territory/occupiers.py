"""What an occupier says it liberated it captured, as all others would say."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.parties.generic_actors import FOREIGN

OCCUPIERS, LIBERATING = "generic-occupiers", r"(?i)^liberat"


def name_captures(told: pl.DataFrame, sentences: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Claims in which places of the occupied that occupiers liberate are captured.

    told: claims with anchor_start and anchor_end.
    """
    at_home = lexicons.places.select("location_id", home="country_id")
    forces = [f"{country} {actor}" for kind, country, actor in FOREIGN if kind == OCCUPIERS]
    word = pl.col("text").str.slice(
        pl.col("anchor_start") - pl.col("base"), pl.col("anchor_end") - pl.col("anchor_start")
    )
    is_captured = (
        (pl.col("change_type") == "recaptured")
        & pl.concat_str("home", "to_actor_id", separator=" ").is_in(forces)
        & word.str.contains(LIBERATING)
    ).fill_null(False)
    return (
        told.join(at_home, on="location_id", how="left", maintain_order="left")
        .join(
            sentences.select("sentence_id", "text", base="start"),
            on="sentence_id",
            how="left",
            maintain_order="left",
        )
        .with_columns(
            change_type=pl.when(is_captured).then(pl.lit("captured")).otherwise("change_type")
        )
        .select(told.columns)
    )
