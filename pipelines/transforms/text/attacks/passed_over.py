"""Who does what a participle tells behind the one that was attacked: the attacker."""

import polars as pl

# What is known of a party of an anchor.
PARTY = ("no", "id", "type", "start", "end", "seat")
PARTICIPLE = r"(?i)^[a-z]+ing(?-u:\b)"


def pass_over_targets(told: pl.DataFrame) -> pl.DataFrame:
    """The anchors; "attacked X, targeting a post of Y and burning Z": a participle behind the one
    that was attacked is the attacker's."""
    doers = told.filter(pl.col("target_no").is_not_null(), pl.col("initiator_no").is_not_null())
    passed = (
        told.filter(pl.col("word").str.contains(PARTICIPLE))
        .select("trigger_id", "sentence_id", "start", target_no="initiator_no")
        .join(
            doers.select(
                "sentence_id", "target_no", done_at="start",
                **{f"doer_{name}": f"initiator_{name}" for name in PARTY},
            ),
            on=["sentence_id", "target_no"],
        )
        .filter(pl.col("done_at") < pl.col("start"))
        .sort("trigger_id", "done_at")
        .unique("trigger_id", keep="first", maintain_order=True)
        .select("trigger_id", *(f"doer_{name}" for name in PARTY))
    )  # fmt: skip
    is_passed = pl.col("doer_no").is_not_null()
    return (
        told.join(passed, on="trigger_id", how="left", maintain_order="left")
        .with_columns(
            pl.when(is_passed)
            .then(f"doer_{name}")
            .otherwise(f"initiator_{name}")
            .alias(f"initiator_{name}")
            for name in PARTY
        )
        .drop(f"doer_{name}" for name in PARTY)
    )
