"""A party and its people are one: "Taliban fighters", "fighters of the Taliban"."""

import polars as pl

from pipelines.transforms.text.places.tokens import DIRECT
from pipelines.transforms.text.places.venues import OF_COUNTRY
from pipelines.transforms.text.runs import beside

# What a candidate is; of several words for one, the first of these.
KINDS = ("actor", "people", "country", "pronoun")
OWNERSHIP = r"(?i)^\s+(?:of|from|belonging to|loyal to|allied with)\s+(?:the\s+)?[#\"']?$"
FROM, NAMED_AHEAD = r"(?i)^\s+from\s", r"\s[A-Z][\w-]+\s+$"
PLACES = ("country", "admin1", "admin2", "populated_place", "region")
IN_A_PLACE = (
    r"(?i)(?-u:\b)(?:in|at|near|around|outside|inside|outskirts of)\s+(?:the\s+)?"
    r"(?:(?:town|city|village|district|municipality|department|province|state|port) of\s+)?$"
)
MEMBERS = r"(?i)(?:^| )(?:members?|agents?|officers?|elements)$"
OF_BODY = r"(?i)^\s+of\s+(?:the\s+)?(?:[a-z]+\s+)?$"
POSSESSIVE = r"^['\x{2019}][sS]?\s+(?:[a-z-]+\s+){0,2}$"


def merge_people(rows: pl.DataFrame) -> pl.DataFrame:
    """Join people to the actor beside them; the actor names both."""
    run = pl.col("run")
    end_before = beside(pl.col("end"), run, 1)
    gap = pl.col("sentence").str.slice(
        end_before - pl.col("base"), (pl.col("start") - end_before).clip(0)
    )
    prev_kind = beside(pl.col("kind"), run, 1)
    is_people, is_actor = pl.col("kind") == "people", pl.col("kind") == "actor"
    is_suffix = is_people & (prev_kind == "actor") & gap.str.contains(f"{DIRECT}|{POSSESSIVE}")
    is_owner = is_actor & (prev_kind == "people") & gap.str.contains(OWNERSHIP)
    # "By Sudanese troops"
    is_suffix |= (
        is_people
        & pl.col("entity_id").is_not_null()
        & (prev_kind == "people")
        & beside(pl.col("entity_id").is_null() & (pl.col("sense") == "pl"), run, 1)
        & (gap == " ")
    )
    # "Darfur rebels" are no army of the place.
    is_suffix &= ~(
        beside(pl.col("sense"), run, 1).is_in(PLACES[1:]) & pl.col("entity_id").is_not_null()
    ).fill_null(False)
    # "Members of the Federal Police"
    is_owner |= (
        is_people
        & pl.col("entity_id").is_not_null()
        & (prev_kind == "people")
        & beside(pl.col("text"), run, 1).str.contains(MEMBERS)
        & gap.str.contains(OF_BODY)
    )
    # "Taken by Russian troops from Ukrainian forces": these are two.
    ahead = pl.col("sentence").str.slice(
        0, (beside(pl.col("start"), run, 1) - pl.col("base")).clip(0)
    )
    is_owner &= ~(gap.str.contains(FROM) & ahead.str.contains(NAMED_AHEAD))
    is_apposed = is_actor & (prev_kind == "actor") & gap.str.contains(DIRECT)
    # "The National Liberation Army (ELN) fighters"
    is_apposed |= (
        is_actor
        & (prev_kind == "actor")
        & (gap == " (")
        & (beside(pl.col("entity_id"), run, 1) == pl.col("entity_id"))
    )
    is_suffix |= is_people & (prev_kind == "actor") & (gap == ") ")
    # "In Tame guerrillas attacked a bank": the town is where they did.
    is_there = (
        beside(pl.col("sense"), run, 1).is_in(PLACES)
        & ahead.str.contains(IN_A_PLACE)
        & ~beside(pl.col("text"), run, 1).str.contains(OF_COUNTRY)
    )
    hangs = ((is_suffix | is_owner | is_apposed) & ~is_there.fill_null(False)).fill_null(False)
    units = (
        rows.lazy()
        .with_columns(unit_no=(~hangs).cum_sum())
        .with_columns(
            is_joined=(pl.col("unit_no") == pl.col("unit_no").shift(1, fill_value=-1))
            | (pl.col("unit_no") == pl.col("unit_no").shift(-1, fill_value=-1)),
            actor_id=pl.when(pl.col("kind") != "pronoun").then("entity_id"),
        )
        .collect(engine="in-memory")
    )
    several = (
        units.filter("is_joined")
        .group_by("unit_no", maintain_order=True)
        .agg(
            pl.col(
                "article_id", "sentence_id", "sentence_no", "start", "content_end", "base",
                "sentence", "n_triggers", "text", "mention_id",
            ).first(),
            pl.col("end", "is_speaker").last(),
            actor_id=pl.coalesce(
                pl.col("actor_id").filter(pl.col("kind") == "actor").drop_nulls().first(),
                pl.col("actor_id").drop_nulls().first(),
            ),
            kind=pl.col("kind").sort_by(
                pl.col("kind").cast(pl.String)
                .replace_strict(KINDS, range(len(KINDS)), return_dtype=pl.Int32),
                maintain_order=True,
            ).first(),
        )
    )  # fmt: skip
    alone = units.filter(~pl.col("is_joined")).select(several.columns)
    return pl.concat([alone, several]).sort("unit_no")
