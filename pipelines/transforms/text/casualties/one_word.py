"""Harms told by one word: "nine were killed in X, three in Y and one in Z in attacks by W"."""

import polars as pl


def share_word(claims: pl.DataFrame) -> pl.DataFrame:
    """The claims; harms in several places that one word tells (word_key) have one doer, whichever
    of them the sentence names it beside. Of several sides harmed in one place ("the gunman and a
    student died") he may have harmed one."""
    doer = pl.col("initiator_actor_id")
    is_one_doer = doer.drop_nulls().n_unique().over("word_key") == 1
    are_apart = pl.col("whole_key").n_unique().over("word_key") == pl.len().over("word_key")
    is_known = pl.col("word_key").is_not_null() & is_one_doer & are_apart
    shared = pl.when(is_known).then(doer.drop_nulls().first().over("word_key"))
    is_theirs = (pl.col("victim_actor_id") == shared).fill_null(False)
    is_lent = doer.is_null() & shared.is_not_null() & ~is_theirs
    return claims.with_columns(
        initiator_actor_id=pl.when(is_lent).then(shared).otherwise(doer),
        sides_basis=pl.when(is_lent & (pl.col("sides_basis") == "none"))
        .then(pl.lit("stated"))
        .otherwise("sides_basis"),
    ).drop("word_key")
