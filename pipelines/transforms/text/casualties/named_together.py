"""Names that share one plural noun: "policemen A and B", "A and B, members of X"."""

import polars as pl

from pipelines.transforms.text.casualties.persons import NAMED

# "The M23 rebels A and B": the plural of a noun that is part of a party's name.
PLURAL = r"(?i)(?:s|men|women|people)$"


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
