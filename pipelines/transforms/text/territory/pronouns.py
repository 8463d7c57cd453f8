"""Whom pronouns stand for among those who take and lose places."""

import polars as pl

from pipelines.transforms.text.parties.actors import STATE_FORCES
from pipelines.transforms.text.territory.candidates import OBJECT_WORDS, SELF_WORDS


def resolve_pronouns(actors: pl.DataFrame, subjects: pl.DataFrame) -> pl.DataFrame:
    """Give pronouns the actor they stand for.

    actors: as read_actors gives them. subjects: actor_no of candidates that took or lost something
    as the subject of a verb. A pronoun that follows an actor in its sentence stands for the last
    one before it, or, where it tells what that did some time before, for the first; one that opens
    its sentence for the last subject of the sentence before, else for its first actor. "Them"
    stands for the first of its sentence. "We" and "our" stand for the party whose speaker is named
    beside them; "the group" never stands for a state's forces.
    """
    known = actors.filter(pl.col("actor_id").is_not_null()).with_columns(
        is_subject=pl.col("actor_no").is_in(subjects["actor_no"].implode())
    )
    pronouns = actors.filter(pl.col("kind") == "pronoun").with_columns(
        is_self=pl.col("word").is_in(SELF_WORDS),
        is_object=pl.col("word").is_in(OBJECT_WORDS) | pl.col("is_of_opening"),
        is_group=pl.col("word").str.starts_with("the "),
    )
    pairs = (
        pronouns.select(
            "actor_no", "article_id", "sentence_no", "start", "is_self", "is_object", "is_group",
            "is_of_office",
        )
        .join(
            known.select(
                "article_id", "actor_id", "side_id", "is_subject", "is_speaker",
                known_kind="kind", known_no="sentence_no", known_start="start",
            ),
            on="article_id",
        )
        .with_columns(back=pl.col("sentence_no") - pl.col("known_no"))
        .filter(
            pl.when("is_self")
            .then(pl.col("is_speaker") & (pl.col("back").abs() <= 1))
            .otherwise((pl.col("known_start") < pl.col("start")) & (pl.col("back") <= 2)),
            ~pl.col("is_of_office") | (pl.col("back") == 0),
            (pl.col("known_kind") != "country") | (pl.col("back") == 0),
            ~(pl.col("is_group") & pl.col("actor_id").str.starts_with(STATE_FORCES)),
        )
        .with_columns(pl.col("back").abs())
    )  # fmt: skip
    is_here = pl.col("back") == 0
    chosen = (
        pairs.with_columns(
            rank=pl.when(is_here).then(0).when("is_subject").then(1).otherwise(2),
            distance=pl.when(is_here & pl.col("is_object"))
            .then("known_start")
            .when(is_here | pl.col("is_subject"))
            .then(-pl.col("known_start"))
            .otherwise("known_start"),
        )
        .sort("actor_no", "back", "rank", "distance")
        .unique("actor_no", keep="first", maintain_order=True)
        .select("actor_no", meant_id="actor_id", meant_side="side_id")
    )
    return (
        actors.join(chosen, on="actor_no", how="left", maintain_order="left")
        .with_columns(
            actor_id=pl.coalesce("actor_id", "meant_id"),
            side_id=pl.coalesce("side_id", "meant_side"),
        )
        .drop("meant_id", "meant_side")
    )
