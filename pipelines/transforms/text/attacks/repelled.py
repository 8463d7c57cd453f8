"""Attacks that were repelled: whoever was killed in them is the attackers'."""

import polars as pl

from pipelines.transforms.text.parties.generic_actors import UNIDENTIFIED

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
# Whom nobody names behind a verb of harm: "killing four", "killing four of them".
BARE_BEHIND = (
    r"(?i)^[a-z]+ (?:at least |more than |about |up to |around |nearly |some )?"
    r"(?:[a-z-]+|[0-9,]+)(?: (?:of (?:its|their) )?members)?"
    r"(?:[.,;]|$| (?:and|in|on|at|near|of them|before)(?-u:\b))"
)
OF_THEM = r"(?i)^[a-z]+ (?:at least |more than |about )?(?:[a-z-]+|[0-9,]+) of them(?-u:\b)"
# "Repelled an attack by X on A, killing four": what who repelled it did.
DOING_TOO = r"(?i)(?:, (?:also |and )?[a-z]+ing|(?-u:\b)and (?:also |then |later )?[a-z]+ed)$"
OTHERWISE = r"(?i)(?-u:\b)(?:that|which|who|while|but|when|as|before|after|where)(?-u:\b)"


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


def harm_attackers(
    keyed: pl.DataFrame, repelled: pl.DataFrame, sentences: pl.DataFrame
) -> pl.DataFrame:
    """The claims; attackers killed behind an attack that was repelled are its own, and whom it
    was aimed at killed them: as they did whoever is told to be killed without another word."""
    ours = (
        repelled.unique("sentence_id", keep="first", maintain_order=True)
        .select(
            "sentence_id", repelled_id="initiator_actor_id", repelled_start="anchor_start",
            repelling_id="target_actor_id",
        )
        .join(
            sentences.select("sentence_id", base="start", sentence="text"),
            on="sentence_id",
            maintain_order="left",
        )
    )  # fmt: skip
    is_behind = (pl.col("claim_type") == "casualty") & (
        pl.col("anchor_start") > pl.col("repelled_start")
    )
    between = pl.col("sentence").str.slice(
        pl.col("repelled_start") - pl.col("base"),
        (pl.col("anchor_end") - pl.col("repelled_start")).clip(0),
    )
    behind = pl.col("sentence").str.slice(pl.col("anchor_start") - pl.col("base"))
    is_done = is_behind & between.str.contains(DOING_TOO) & ~between.str.contains(OTHERWISE)
    is_bare = is_done & behind.str.contains(BARE_BEHIND)
    is_bare &= (
        pl.col("victim_actor_id").is_null()
        | (pl.col("victim_actor_id") == pl.col("repelling_id"))
        | behind.str.contains(OF_THEM)
    )
    is_theirs = is_behind & (pl.col("victim_actor_id") == UNIDENTIFIED)
    is_ours = pl.col("initiator_actor_id") == pl.col("repelled_id")
    is_ours = (is_theirs | is_done) & (is_ours | pl.col("initiator_actor_id").is_null())
    return (
        keyed.join(ours, on="sentence_id", how="left", maintain_order="left")
        .with_columns(
            *(
                pl.when((is_theirs & (pl.col(name) == UNIDENTIFIED)) | is_bare)
                .then("repelled_id")
                .otherwise(name)
                .alias(name)
                for name in ("victim_actor_id", "target_actor_id")
            ),
            initiator_actor_id=pl.when(is_ours)
            .then("repelling_id")
            .otherwise("initiator_actor_id"),
        )
        .drop("repelled_id", "repelled_start", "repelling_id", "base", "sentence")
    )
