"""Attackers who are only called so: those whom the sentence before tells of by name."""

import polars as pl

from pipelines.transforms.text.attacks.going_on import DAMAGED, PARTS
from pipelines.transforms.text.parties.actors import STATE_FORCES
from pipelines.transforms.text.parties.generic_actors import UNIDENTIFIED
from pipelines.transforms.text.places.country_at_least import VIOLENCE

# "The attackers stormed Otmaber", "They burned eleven houses"
MEN = (
    r"(?:attackers|assailants|raiders|assaulters|gunmen|armed men|kidnappers|abductors|invaders|"
    r"killers|gang members|gang|fighters|militants|insurgents|jihadists|terrorists|extremists|"
    r"rebels|bandits|assassins|militiamen|hijackers|pirates|guerrillas|men|group)"
)
CALLED_SO = (
    rf"(?i)^\W*(?:(?:then|later|afterwards),? )?(?:(?:the|these|those) {MEN}|they)(?-u:\b)|"
    rf"(?-u:\b)(?:by|hands of) (?:the|these|those) {MEN}(?-u:\b)"
)
# How many sentences back they may be named; between tells of damage, flight or what they did.
REACH = 2


def name_attackers(claims: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Claims; what unknown "attackers", "gunmen" or "they" did is the deed of the one armed group
    that is told to have done what was told last before.

    claims: article_id, sentence_id, claim_type, initiator_actor_id, victim_actor_id. A state's
    forces are not called attackers.
    """
    text, doer = pl.col("text"), pl.col("initiator_actor_id")
    is_called = text.str.contains(CALLED_SO)
    between = pl.when(is_called).then(text.shift(1))
    numbered = sentences.select(
        "sentence_id",
        "sentence_no",
        is_called=is_called,
        is_behind=between.str.contains(DAMAGED) & ~between.str.contains(PARTS),
    )
    told = claims.with_row_index("row").join(
        numbered, on="sentence_id", how="left", maintain_order="left"
    )
    asked = told.filter(
        pl.col("is_called"), pl.col("claim_type").is_in(VIOLENCE), doer == UNIDENTIFIED
    ).select("row", "article_id", "sentence_no", "victim_actor_id", "is_behind")
    if asked.is_empty():
        return claims
    givers = (
        told.filter(doer.is_not_null(), ~(pl.col("is_called") & (doer == UNIDENTIFIED)))
        .group_by("article_id", "sentence_no")
        .agg(given_id=doer.first(), n=doer.n_unique())
        .with_columns(pl.col("sentence_no") + 1, given_no=pl.col("sentence_no") + 1)
        .sort("sentence_no")
    )
    given = (
        asked.sort("sentence_no")
        .join_asof(
            givers, on="sentence_no", by="article_id", tolerance=REACH - 1, check_sortedness=False
        )
        .filter(
            pl.col("n") == 1,
            (pl.col("given_no") == pl.col("sentence_no")) | pl.col("is_behind"),
            pl.col("given_id") != UNIDENTIFIED,
            ~pl.col("given_id").str.starts_with(STATE_FORCES),
            (pl.col("victim_actor_id") != pl.col("given_id")).fill_null(True),
        )
        .select("row", "given_id")
    )
    is_lent = pl.col("given_id").is_not_null()
    return (
        claims.with_row_index("row")
        .join(given, on="row", how="left", maintain_order="left")
        .with_columns(
            initiator_actor_id=pl.coalesce("given_id", "initiator_actor_id"),
            sides_basis=pl.when(is_lent).then(pl.lit("inferred")).otherwise("sides_basis"),
        )
        .drop("row", "given_id")
    )
