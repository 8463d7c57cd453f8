"""Speakers: who the phrase before or after a speech verb names, and what kind of source that is."""

import polars as pl

from pipelines.transforms.text.sources.papers import past_papers
from pipelines.transforms.text.sources.speaker_keys import with_key
from pipelines.transforms.text.sources.speaker_kinds import with_type
from pipelines.transforms.text.sources.speaker_names import with_name


def name_speakers(acts: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Add to each act what its phrase says of the speaker, before names and pronouns are resolved.

    Adds speaker_type (a claimant type, or pronoun; null where the phrase names nobody), name (as
    the article writes it, normalised for the anonymous), key (its slug), actor_id, entity_id of an
    outlet, pronoun (sense), is_plural, is_weak (a lone capitalised word that opens a sentence).
    """
    acts = past_papers(acts)
    featured = with_phrase(acts).join(features(acts, mentions), on="act_id", how="left")
    return with_key(with_type(with_name(featured)))


def with_phrase(acts: pl.DataFrame) -> pl.DataFrame:
    """Add head and apposed: the phrase as text, and the phrase as the article writes it."""
    at = pl.col("np_start") - pl.col("base")
    head = pl.col("folded").str.slice(at, pl.col("head_end") - pl.col("np_start"))
    return acts.with_columns(
        head=head.str.strip_chars(" ,.'"),
        written=pl.col("text").str.slice(at, pl.col("head_end") - pl.col("np_start"))
        .str.replace_all(r"\s+", " ").str.strip_chars(" ,.'’"),
        apposed=pl.col("folded").str.slice(
            pl.col("head_end") - pl.col("base"), pl.col("np_end") - pl.col("head_end")
        ).str.strip_chars(" ,."),
    )  # fmt: skip


def features(acts: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """One row per act: the first mention of each kind within its phrase."""
    inside = acts.select("act_id", "sentence_id", "np_start", "head_end", "np_end").join(
        mentions.select(
            "sentence_id", "start", "end", "kind", "sense", "voice", "entity_id", surface="text"
        ),
        on="sentence_id",
    ).filter(
        (pl.col("start") >= pl.col("np_start")) & (pl.col("end") <= pl.col("np_end"))
    ).sort("act_id", "start")  # fmt: skip
    in_head = pl.col("end") <= pl.col("head_end")

    def first(kind: str, column: str, where: pl.Expr = in_head) -> pl.Expr:
        return pl.col(column).filter((pl.col("kind") == kind) & where).first()

    named_after = (
        pl.col("kind").is_in(["role", "actor", "medium", "article"])
        | ((pl.col("kind") == "people") & pl.col("surface").str.contains(r"^[a-z]"))
        | ((pl.col("kind") == "pronoun") & (pl.col("sense") == "official"))
    )
    before_name = named_after & in_head
    return inside.group_by("act_id", maintain_order=True).agg(
        role=pl.col("sense").filter(
            (pl.col("kind") == "role") & in_head & ~pl.col("sense").is_in(["rank", "title"])
        ).first(),
        role_voice=pl.col("voice").filter((pl.col("kind") == "role") & in_head).last(),
        role_text=pl.col("surface").filter((pl.col("kind") == "role") & in_head).last(),
        any_role=first("role", "sense"),
        apposed_role=first("role", "sense", ~in_head),
        role_actor=first(
            "role", "entity_id", pl.col("entity_id").is_not_null() & (pl.col("sense") == "party")
        ),
        actor_id=first("actor", "entity_id"),
        has_actor=((pl.col("kind") == "actor") & in_head).any(),
        actor_start=first("actor", "start"),
        actor_end=first("actor", "end"),
        n_actors=pl.col("entity_id").filter((pl.col("kind") == "actor") & in_head).n_unique(),
        n_ands=((pl.col("kind") == "and") & in_head).sum(),
        apposed_actor=first("actor", "entity_id", ~in_head),
        medium_id=first("medium", "entity_id"),
        medium_text=first("medium", "surface"),
        apposed_medium=first("medium", "entity_id", ~in_head),
        apposed_medium_text=first("medium", "surface", ~in_head),
        medium_end=first("medium", "end"),
        vague=first("vague_source", "sense"),
        pronoun=first("pronoun", "sense"),
        pronoun_voice=first("pronoun", "voice"),
        pronoun_text=first("pronoun", "surface"),
        people=first("people", "surface"),
        people_id=first("people", "entity_id"),
        apposed_from=pl.col("end").filter((pl.col("kind") == "role") & ~in_head).max(),
        name_from=pl.col("end").filter(before_name).max(),
        is_place=(
            (pl.col("kind") == "place") & pl.col("entity_id").is_not_null()
            & (pl.col("start") - pl.col("np_start") <= 4)
            & (pl.col("head_end") - pl.col("end") <= 1)
        ).any(),
        place_id=first("place", "entity_id"),
        any_mention=(pl.col("kind") != "article").any(),
        names_more=(in_head & ~pl.col("kind").is_in(["article", "place", "seat"])).any(),
        first_start=pl.col("start")
        .filter((before_name | (pl.col("kind") == "people")) & (pl.col("kind") != "article"))
        .min(),
    )  # fmt: skip
