"""Ground taken by who took other ground: "the army cleared A of X after taking B"."""

import polars as pl

# Who takes what such a participle tells of is the subject of the clause before it.
PARTICIPLE_AHEAD = r"(?i)(?-u:\b)(?:after|before|by|while|since|upon|besides)(?: also)?\s+$"
# "Hours after taking B, the army cleared A": it is the subject of the clause behind.
OPENING = r"(?i)^(?:[a-z0-9]+ ){0,4}(?:after|before|by|while|since|upon|besides|having|on) $"
GAINS = ("captured", "recaptured")
# Rules whose subject loses: "X retook A after losing it to Y".
LOSES = r"^territory_(?:yield|out|leave|left_to|losses|outed|opening_loss|nom_loss|nom_out)$"


def share_takers(found: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Claims in which a taking told by a participle has the taker of the taking told before it in
    its sentence, of the one behind it where it opens the sentence, and is from whom that was; a
    loss told so is that taker's."""
    loses = pl.col("rule_id").str.contains(LOSES)
    gains = found.with_row_index("row").filter(
        (pl.col("claim_type") == "territory_change") & pl.col("change_type").is_in(GAINS)
    )
    if gains.height < 2:
        return found
    ahead = pl.col("text").str.slice(0, pl.col("anchor_start") - pl.col("start"))
    told = (
        gains.join(sentences.select("sentence_id", "start", "text"), on="sentence_id")
        .with_columns(is_opening=ahead.str.contains(OPENING))
        .filter(
            ahead.str.contains(PARTICIPLE_AHEAD) | pl.col("is_opening"),
            ~loses | pl.col("from_actor_id").is_null(),
        )
    )
    # "X lost A after taking it from Y": X did.
    first = gains.select(
        "sentence_id",
        before="anchor_start",
        taker_id=pl.when(loses).then("from_actor_id").otherwise("to_actor_id"),
        loser_id=pl.when(~loses).then("from_actor_id"),
    ).drop_nulls("taker_id")
    shared = (
        told.select("row", "sentence_id", "anchor_start", "to_actor_id", "is_opening")
        .join(first, on="sentence_id")
        .filter(
            (pl.col("before") < pl.col("anchor_start")) != pl.col("is_opening"),
            pl.col("before") != pl.col("anchor_start"),
            (pl.col("to_actor_id") != pl.col("taker_id")).fill_null(True),
        )
        .sort("row", (pl.col("before") - pl.col("anchor_start")).abs())
        .unique("row", keep="first", maintain_order=True)
        .select("row", "taker_id", "loser_id")
    )
    is_shared = pl.col("taker_id").is_not_null()
    loser = pl.coalesce("loser_id", "from_actor_id")
    return (
        found.with_row_index("row")
        .join(shared, on="row", how="left", maintain_order="left")
        .with_columns(
            initiator_actor_id=pl.coalesce("taker_id", "initiator_actor_id"),
            to_actor_id=pl.when(is_shared & ~loses).then("taker_id").otherwise("to_actor_id"),
            from_actor_id=pl.when(is_shared & loses)
            .then("taker_id")
            .when(~is_shared | (loser != pl.col("taker_id")))
            .then(loser),
            target_actor_id=pl.when(is_shared & ~loses & (loser != pl.col("taker_id")))
            .then(loser)
            .when(~is_shared)
            .then("target_actor_id"),
        )
        .drop("row", "taker_id", "loser_id")
    )
