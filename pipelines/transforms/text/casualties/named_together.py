"""Names and nouns that tell of one another: "policemen A and B", "its driver, a member of X"."""

import polars as pl

from pipelines.transforms.text.casualties.persons import NAMED

# "The M23 rebels A and B": the plural of a noun that is part of a party's name.
PLURAL = r"(?i)(?:s|men|women|people)$"
# Characters of ", ", ", a " and ", the ".
APPOSED = [2, 4, 6]


def stands_of_noun() -> dict[str, pl.Expr]:
    """What items keep of their mentions: is_bare_name (nothing but a name), noun_at and name_at
    (where its plural noun and its name stand)."""
    is_name = (pl.col("sense") == NAMED).fill_null(False)
    is_plural = (pl.col("kind") == "people") & (pl.col("sense") == "pl")
    is_plural |= (pl.col("kind") == "role") & (pl.col("voice") == "pl")
    is_plural |= (pl.col("kind") == "actor") & pl.col("text").str.contains(PLURAL)
    return {
        "is_bare_name": is_name.all(),
        "name_at": pl.col("start").filter(is_name).first(),
        "noun_at": pl.col("start").filter(is_plural.fill_null(False)).first(),
    }


def share_noun(items: pl.DataFrame, part: list[str]) -> pl.DataFrame:
    """Items, bare names with the victim of the plural noun before the first or behind the last.

    part: the columns of one list. Another noun of the list ends what a noun tells of.
    """
    is_led = (pl.col("noun_at") < pl.col("name_at")).fill_null(False)
    is_apposed = (pl.col("noun_at") > pl.col("name_at")).fill_null(False)
    own = pl.col("victim_actor_id").fill_null("")

    def told(by: pl.Expr) -> pl.Expr:
        return pl.when(by).then(own).when(~pl.col("is_bare_name")).then(pl.lit(""))

    marked = items.sort(*part, "item_no").with_columns(
        ahead=told(is_led).forward_fill().over(part),
        behind=told(is_apposed).backward_fill().over(part),
    )
    of_noun = pl.coalesce(pl.col("ahead", "behind").replace("", None))
    return marked.with_columns(
        victim_actor_id=pl.when("is_bare_name")
        .then(pl.coalesce("victim_actor_id", of_noun))
        .otherwise("victim_actor_id")
    ).drop("ahead", "behind", "is_bare_name", "name_at", "noun_at")


def take_roles(items: pl.DataFrame, part: list[str]) -> pl.DataFrame:
    """Items, people told by their office alone with its kind ("a judge"), where it is known what
    everybody in their list is; else the list keeps one number."""
    known = pl.coalesce("victim_actor_id", "kind_of_role")
    is_whole = known.is_not_null().all().over(part)
    return items.with_columns(
        victim_actor_id=pl.when(is_whole).then(known).otherwise("victim_actor_id")
    ).drop("kind_of_role")


def join_appositions(items: pl.DataFrame, part: list[str]) -> pl.DataFrame:
    """Items without the one that says who the only other is: "its driver, a commander of X".

    part: the columns of one list.
    """
    one = (pl.col("qualifier") == "exact") & (pl.col("value_best") == 1)
    is_pair = (
        (pl.len().over(part) == 2) & one.all().over(part) & pl.col("is_singular").all().over(part)
    )
    gap = pl.col("group_start").shift(-1).over(part) - pl.col("group_end")
    is_told = (
        is_pair & (gap.max().over(part).is_in(APPOSED)) & pl.col("is_owned").first().over(part)
    )
    who = pl.col("side").last().over(part)
    told = items.with_columns(is_told=is_told.fill_null(False))
    return (
        told.with_columns(
            pl.when("is_told").then(pl.coalesce(who, name)).otherwise(name).alias(name)
            for name in ("side", "victim_actor_id")
        )
        .with_columns(
            group_end=pl.when("is_told")
            .then(pl.col("group_end").max().over(part))
            .otherwise("group_end")
        )
        .filter(~pl.col("is_told") | (pl.col("item_no") == pl.col("item_no").min().over(part)))
        .drop("is_told")
    )
