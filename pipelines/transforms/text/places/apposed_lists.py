"""Counted places that a list names behind a comma: "two villages, A and B"."""

import polars as pl

# Characters of ", " and " (" between the two.
GAP = 2


def name_counted(groups: pl.DataFrame, told: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The groups and their members; "two villages" before a list of two names are these, and the
    list is none of its own."""
    counted = (
        groups.filter(pl.col("kind") == "unnamed", "is_plural")
        .join(told.filter(pl.col("n_places") > 1), on="group_id")
        .select("sentence_id", "n_places", counted_id="group_id", at=pl.col("end") + GAP)
    )
    lists = groups.filter(
        pl.col("kind") == "named", pl.col("lead") == "none", pl.col("n_members") > 1
    ).select("sentence_id", "n_members", list_id="group_id", at="start")
    pairs = counted.join(lists, on=["sentence_id", "at"]).filter(
        pl.col("n_places") == pl.col("n_members")
    )
    if pairs.is_empty():
        return groups, told
    named = (
        told.join(pairs.select("list_id", "counted_id"), left_on="group_id", right_on="list_id")
        .with_columns(group_id="counted_id")
        .select(told.columns)
    )
    kept = told.join(pairs, left_on="group_id", right_on="counted_id", how="anti")
    is_list = pl.col("group_id").is_in(pairs["list_id"].implode())
    return groups.with_columns(is_modifier=pl.col("is_modifier") | is_list), pl.concat(
        [kept, named]
    )
