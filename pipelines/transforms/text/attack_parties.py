"""Who can attack and be attacked in a sentence: parties, people, states by their countries."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.actors import STATE_FORCES
from pipelines.transforms.text.attachment import lead_of
from pipelines.transforms.text.territory_actors import merge_people

UNARMED = ("civilians", "protesters", "rioters")
CROWDS = ("protesters", "rioters")


def read_parties(
    sentences: pl.DataFrame, context: pl.DataFrame, anchors: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """Candidates for who attacks and who is attacked, in the order of the text.

    context: mentions as with_context gives them. anchors: as read_anchors gives them.
    Out: candidate_id (mention_id of its first word), sentence_id, start, end, lead, n_triggers,
    actor_id (null where not known), actor_type, is_armed, seat (country, town; null for all else).
    A country or a town stands for the forces of its country, weapons and posts for their owners.
    """
    speaks = (
        (pl.col("next_kind") == "role") & (pl.col("next_start") - pl.col("end") <= 1)
    ).fill_null(False)
    places = lexicons.places.select("country_id", entity_id="location_id")
    is_place = (pl.col("kind") == "place") & pl.col("entity_id").is_not_null()
    is_post = pl.col("kind") == "place_noun"
    is_thing = pl.col("kind").is_in(["unit", "method"]) | is_post
    is_party = (
        pl.col("kind").is_in(["actor", "people"])
        | is_place
        | (is_thing & pl.col("entity_id").is_not_null())
    )
    forces = pl.lit(STATE_FORCES) + pl.col("country_id").str.to_lowercase()
    rows = (
        context.filter(is_party & ~speaks)
        .join(anchors.select(mention_id="trigger_id"), on="mention_id", how="anti")
        .join(places, on="entity_id", how="left", maintain_order="left")
        .with_columns(
            seat=pl.when(is_place & (pl.col("sense") == "country"))
            .then(pl.lit("country"))
            .when(is_place)
            .then(pl.lit("town"))
            .when(is_post)
            .then(pl.lit("post")),
            kind=pl.when(is_place)
            .then(pl.lit("actor"))
            .when(is_thing)
            .then(pl.lit("people"))
            .otherwise("kind"),
            entity_id=pl.when(is_place).then(forces).otherwise("entity_id"),
            is_speaker=pl.lit(False),
        )
        .join(
            sentences.select("sentence_id", "sentence_no", base="start", sentence="text"),
            on="sentence_id",
            maintain_order="left",
        )
    )
    merged = merge_people(rows)
    seats = rows.select("mention_id", "seat")
    gap = pl.col("sentence").str.slice(
        pl.coalesce("content_end", "base") - pl.col("base"),
        (pl.col("start") - pl.coalesce("content_end", "base")).clip(0),
    )
    types = lexicons.actors.select("actor_id", "actor_type")
    return (
        merged.with_columns(lead=lead_of(gap))
        .join(seats, on="mention_id", maintain_order="left")
        .join(types, on="actor_id", how="left", maintain_order="left")
        .with_columns(
            is_armed=~pl.col("actor_type").is_in(UNARMED).fill_null(False)
            & (pl.col("actor_id").is_not_null() | (pl.col("kind") == "actor")),
        )
        .select(
            "sentence_id", "start", "end", "lead", "n_triggers", "actor_id", "actor_type",
            "is_armed", "seat", candidate_id="mention_id",
        )
    )  # fmt: skip
