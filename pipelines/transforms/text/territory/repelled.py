"""Who fought for a place, where its sentence says who repelled whom: "clashes in A, where the army
repelled rebels", "rebels tried to enter A, but were repelled by troops"."""

import polars as pl

REPELLING = ("repel", "repelled")
FOUGHT = ("fight", "attempt", "siege", "besieged")
ROLES = ("taker", "loser")


def fill_repelled(
    rows: pl.DataFrame, triggers: pl.DataFrame, roles: pl.DataFrame, who: pl.DataFrame
) -> pl.DataFrame:
    """Fights for places with both sides of the one repelling that their sentence tells, unless
    they name somebody else.

    rows: trigger_id, sentence_id, form, taker_id, taker_side, loser_id, loser_side. roles:
    trigger_id, role, actor_no. who: actor_no, actor_id, side_id. In and out the same columns.
    """
    told = triggers.filter(pl.col("form").is_in(REPELLING)).select("trigger_id", "sentence_id")
    if told.is_empty():
        return rows
    named = told.unique("sentence_id", keep="none")
    for role in ROLES:
        filled = roles.filter(pl.col("role") == role).join(who, on="actor_no")
        named = named.join(
            filled.select(
                "trigger_id", **{f"told_{role}": "actor_id", f"told_{role}_side": "side_id"}
            ),
            on="trigger_id",
            how="left",
        )
    both = named.drop("trigger_id").filter(
        pl.col("told_loser").is_not_null(),
        (pl.col("told_taker_side") != pl.col("told_loser_side")).fill_null(True),
    )
    sides = [pl.col(f"told_{role}_side") for role in ROLES]
    fits = pl.all_horizontal(
        pl.col(f"{role}_side").is_null() | pl.col(f"{role}_side").is_in(pl.concat_list(sides))
        for role in ROLES
    )
    is_filled = (
        pl.col("form").is_in(FOUGHT)
        & pl.col("told_taker").is_not_null()
        & (pl.col("taker_id").is_null() | pl.col("loser_id").is_null())
        & fits
    ).fill_null(False)
    attempted = (pl.col("form") == "attempt") & (pl.col("taker_side") != pl.col("told_loser_side"))
    return (
        rows.join(both, on="sentence_id", how="left", maintain_order="left")
        .with_columns(
            # "They tried to enter A, but were repelled by troops"
            told_taker=pl.when(attempted).then("taker_id").otherwise("told_taker"),
            told_taker_side=pl.when(attempted).then("taker_side").otherwise("told_taker_side"),
        )
        .with_columns(
            pl.when(is_filled)
            .then(f"told_{role}{told_as}")
            .otherwise(f"{role}{named_as}")
            .alias(f"{role}{named_as}")
            for role in ROLES
            for told_as, named_as in (("", "_id"), ("_side", "_side"))
        )
        .select(rows.columns)
    )
