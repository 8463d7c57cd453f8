"""Attackers who are only called so: those whom the sentence before tells of by name."""

import polars as pl

from pipelines.transforms.text.parties.actors import STATE_FORCES
from pipelines.transforms.text.parties.generic_actors import UNIDENTIFIED
from pipelines.transforms.text.places.country_at_least import VIOLENCE

# "The attackers stormed Otmaber", "They burned eleven houses"
CALLED_SO = (
    r"(?i)^\W*(?:(?:then|later|afterwards),? )?(?:the (?:attackers|assailants|raiders|assaulters)|"
    r"they)(?-u:\b)"
)
# How often one such sentence may lean on another.
CHAIN = 2


def name_attackers(claims: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Claims; what unknown "attackers" or "they" did is the deed of the one armed group that is
    told to have done what the sentence before tells.

    claims: article_id, sentence_id, claim_type, initiator_actor_id, victim_actor_id. A state's
    forces are not called attackers.
    """
    numbered = sentences.select(
        "sentence_id", "article_id", "sentence_no", is_called=pl.col("text").str.contains(CALLED_SO)
    )
    called = numbered.filter("is_called").select("sentence_id", "article_id", "sentence_no")
    leaning = claims.filter(is_by_nobody_known()).join(called, on="sentence_id", how="semi")
    if leaning.is_empty():
        return claims
    for _ in range(CHAIN):
        claims = lend_once(claims, called, numbered)
    return claims


def is_by_nobody_known() -> pl.Expr:
    """True for violence of attackers whom nobody names."""
    return (pl.col("initiator_actor_id") == UNIDENTIFIED) & pl.col("claim_type").is_in(VIOLENCE)


def lend_once(claims: pl.DataFrame, called: pl.DataFrame, numbered: pl.DataFrame) -> pl.DataFrame:
    """The claims with what one step back gives."""
    given = (
        claims.filter(pl.col("initiator_actor_id").is_not_null())
        .join(numbered.select("sentence_id", "sentence_no"), on="sentence_id")
        .group_by("article_id", pl.col("sentence_no") + 1)
        .agg(
            given_id=pl.col("initiator_actor_id").first(), n=pl.col("initiator_actor_id").n_unique()
        )
        .filter(
            pl.col("n") == 1,
            pl.col("given_id") != UNIDENTIFIED,
            ~pl.col("given_id").str.starts_with(STATE_FORCES),
        )
        .join(called, on=["article_id", "sentence_no"])
        .select("sentence_id", "given_id")
    )
    is_lent = (
        is_by_nobody_known()
        & pl.col("given_id").is_not_null()
        & (pl.col("victim_actor_id") != pl.col("given_id")).fill_null(True)
    ).fill_null(False)
    return (
        claims.join(given, on="sentence_id", how="left", maintain_order="left")
        .with_columns(
            initiator_actor_id=pl.when(is_lent).then("given_id").otherwise("initiator_actor_id"),
            sides_basis=pl.when(is_lent).then(pl.lit("inferred")).otherwise("sides_basis"),
        )
        .drop("given_id")
    )
