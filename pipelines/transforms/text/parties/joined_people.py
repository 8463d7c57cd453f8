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
RUN = pl.col("run")


def merge_people(rows: pl.DataFrame) -> pl.DataFrame:
    """Join people to the actor beside them; the actor names both.

    rows: candidates for a party with their sentence, run and base. Out: one row a party, with
    actor_id, kind and the columns of where it stands.
    """
    hangs = ((is_suffix() | is_owner() | is_apposed()) & ~is_there()).fill_null(False)
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
            pl.col("end", "is_speaker", "takes_no_part").last(),
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


def before(column: str) -> pl.Expr:
    """The column of the candidate before, in the same run."""
    return beside(pl.col(column), RUN, 1)


def gap_before() -> pl.Expr:
    """What stands between the candidate before and this one."""
    return pl.col("sentence").str.slice(
        before("end") - pl.col("base"), (pl.col("start") - before("end")).clip(0)
    )


def ahead_of_both() -> pl.Expr:
    """What stands before the candidate before this one."""
    return pl.col("sentence").str.slice(0, (before("start") - pl.col("base")).clip(0))


def is_suffix() -> pl.Expr:
    """True for people behind their party: "Taliban fighters"."""
    is_people, is_known = pl.col("kind") == "people", pl.col("entity_id").is_not_null()
    gap, follows_actor = gap_before(), before("kind") == "actor"
    # "By Sudanese troops"
    is_named = pl.col("entity_id").is_null() & (pl.col("sense") == "pl")
    of_people = is_known & (before("kind") == "people") & beside(is_named, RUN, 1) & (gap == " ")
    # "Darfur rebels" are no army of the place.
    of_place = (before("sense").is_in(PLACES[1:]) & is_known).fill_null(False)
    of_actor = follows_actor & gap.str.contains(f"{DIRECT}|{POSSESSIVE}")
    # "The National Liberation Army (ELN) fighters"
    behind_bracket = follows_actor & (gap == ") ")
    return is_people & (((of_actor | of_people) & ~of_place) | behind_bracket)


def is_owner() -> pl.Expr:
    """True for the party behind its people: "fighters of the Taliban"."""
    gap, follows_people = gap_before(), before("kind") == "people"
    of_actor = (pl.col("kind") == "actor") & gap.str.contains(OWNERSHIP)
    # "Members of the Federal Police"
    of_body = (
        (pl.col("kind") == "people")
        & pl.col("entity_id").is_not_null()
        & before("text").str.contains(MEMBERS)
        & gap.str.contains(OF_BODY)
    )
    # "Taken by Russian troops from Ukrainian forces": these are two.
    is_from = gap.str.contains(FROM) & ahead_of_both().str.contains(NAMED_AHEAD)
    return follows_people & (of_actor | of_body) & ~is_from


def is_apposed() -> pl.Expr:
    """True for a party named twice: "The National Liberation Army (ELN)"."""
    gap = gap_before()
    is_again = (gap == " (") & (before("entity_id") == pl.col("entity_id"))
    is_next = (pl.col("kind") == "actor") & (before("kind") == "actor")
    return is_next & (gap.str.contains(DIRECT) | is_again)


def is_there() -> pl.Expr:
    """True behind the place where they act: "in Tame guerrillas attacked a bank"."""
    return (
        before("sense").is_in(PLACES)
        & ahead_of_both().str.contains(IN_A_PLACE)
        & ~before("text").str.contains(OF_COUNTRY)
    ).fill_null(False)
