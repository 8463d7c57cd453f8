"""Attacks that were repelled: whoever was killed in them is the attackers'."""

import polars as pl

from pipelines.transforms.text.parties.actors import UNIDENTIFIED

# "Repelled a Houthi attack, killing 15": its attackers are those who were killed.
REPELLED = (
    r"(?i)(?-u:\b)(?:repel(?:led|s|ling)?|repuls(?:ed?|es|ing)|foil(?:ed|s|ing)?|"
    r"thwart(?:ed|s|ing)?|fend(?:ed|s|ing)? off|beat(?:en|ing)? (?:back|off)|"
    r"f(?:ou|i)ght(?:ing)? off|push(?:ed|ing) back|defeat(?:ed|s|ing)?|stopp(?:ed|ing))(?-u:\b)"
    r"[^.;,]{0,60}$"
)
SUPPORTING = (
    r"(?i)(?-u:\b)(?:supported|backed|aided|assisted|accompanied|preceded|covered) by "
    r"(?:[A-Za-z.-]+ ){0,3}$"
)


def part_repelled(
    attacks: pl.DataFrame, sentences: pl.DataFrame
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The attacks that did what they tell of, and those that were repelled."""
    told = attacks.join(
        sentences.select("sentence_id", base="start", sentence="text"),
        on="sentence_id",
        maintain_order="left",
    )
    ahead = pl.col("sentence").str.slice(0, pl.col("anchor_start") - pl.col("base"))
    # "Troops supported by US airstrikes took X, killing 30": whoever helps does not do it.
    marked = (
        told.with_columns(is_repelled=ahead.str.contains(REPELLED))
        .filter(~ahead.str.contains(SUPPORTING))
        .drop("base", "sentence")
    )
    return (
        marked.filter(~pl.col("is_repelled")).drop("is_repelled"),
        marked.filter("is_repelled").drop("is_repelled"),
    )


def harm_attackers(keyed: pl.DataFrame, repelled: pl.DataFrame) -> pl.DataFrame:
    """The claims; attackers killed behind an attack that was repelled are its own, and whom it
    was aimed at killed them."""
    ours = repelled.unique("sentence_id", keep="first", maintain_order=True).select(
        "sentence_id", repelled_id="initiator_actor_id", repelled_start="anchor_start",
        repelling_id="target_actor_id",
    )  # fmt: skip
    is_theirs = (
        (pl.col("claim_type") == "casualty")
        & (pl.col("victim_actor_id") == UNIDENTIFIED)
        & (pl.col("anchor_start") > pl.col("repelled_start"))
    ).fill_null(False)
    return (
        keyed.join(ours, on="sentence_id", how="left", maintain_order="left")
        .with_columns(
            *(
                pl.when(is_theirs & (pl.col(name) == UNIDENTIFIED))
                .then("repelled_id")
                .otherwise(name)
                .alias(name)
                for name in ("victim_actor_id", "target_actor_id")
            ),
            initiator_actor_id=pl.when(
                (is_theirs & (pl.col("initiator_actor_id") == pl.col("repelled_id")))
                | (is_theirs & pl.col("initiator_actor_id").is_null())
            )
            .then("repelling_id")
            .otherwise("initiator_actor_id"),
        )
        .drop("repelled_id", "repelled_start", "repelling_id")
    )
