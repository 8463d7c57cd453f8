"""Grouping without chains: whatever joins an original is no original for others."""

import polars as pl

ROUNDS = 2


def join_originals(pairs: pl.DataFrame) -> pl.DataFrame:
    """Members that join an original, one row each: member, original and the pair's other columns.

    Takes one row per match of a `member` with an earlier `original`, sorted best first for each
    member. A row's original counts only where it is no member itself. Who is left without one gets
    a second chance among the left, and then stands alone: groups are stars, never chains, and
    depend on the set of pairs only.
    """
    joined = []
    for _ in range(ROUNDS):
        members = pairs.select(original=pl.col("member").unique())
        found = pairs.join(members, on="original", how="anti", maintain_order="left").unique(
            "member", keep="first", maintain_order=True
        )
        joined.append(found)
        taken = pl.concat([found["member"], found["original"]]).unique()
        pairs = pairs.filter(
            ~pl.col("member").is_in(taken.implode()) & ~pl.col("original").is_in(taken.implode())
        )
    return pl.concat(joined)
