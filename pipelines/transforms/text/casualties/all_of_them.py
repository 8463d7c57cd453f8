"""What all of those harmed are: "six people, all of them soldiers, were killed"."""

import polars as pl

from pipelines.transforms.text.runs import beside

# From the group's last letter to 'all'.
COMMA, DASH = len(", "), len(" -- ")


def name_all(harms: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """The harms, victims that only a noun behind tells of by what it says.

    harms: sentence_id, group_end and victim_actor_id.
    """
    run, kind = pl.col("sentence_id"), pl.col("kind")
    is_of_them = beside(kind, run, -1) == "subset"
    noun = pl.when(is_of_them).then(beside(kind, run, -2)).otherwise(beside(kind, run, -1))
    who = pl.col("entity_id")
    who = pl.when(is_of_them).then(beside(who, run, -2)).otherwise(beside(who, run, -1))
    told = (
        mentions.select(
            "sentence_id",
            all_start="start",
            all_of=pl.when((kind == "article") & (pl.col("sense") == "all") & (noun == "people"))
            .then(who),
        )
        .drop_nulls("all_of")
        .unique("sentence_id", keep="first", maintain_order=True)
    )  # fmt: skip
    gap = pl.col("all_start") - pl.col("group_end")
    return (
        harms.join(told, on="sentence_id", how="left", maintain_order="left")
        .with_columns(
            victim_actor_id=pl.when(
                pl.col("victim_actor_id").is_null() & gap.is_between(COMMA, DASH)
            )
            .then("all_of")
            .otherwise("victim_actor_id")
        )
        .drop("all_start", "all_of")
    )
