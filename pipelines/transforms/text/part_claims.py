"""Parts of a harm told in the sentence before: what their own leaves out, their whole tells."""

import polars as pl

from pipelines.transforms.text.headline_claims import DATED, VOICE
from schemas.text import TIME_FIELDS

TIMES = tuple(name for name in TIME_FIELDS if name != "date_basis")
TOLD = ("sentence_id", "assertion", "date_basis", "initiator_actor_id")


def complete_parts(claims: pl.DataFrame) -> pl.DataFrame:
    """Claims of parts ("Eight of them died in X") with the day, the speaker and the doer of their
    whole in another sentence, each where their own tells none. Other claims stay as they are.

    claims: the columns of Claims, with subset_of_claim_id.
    """
    names = dict.fromkeys((*TOLD, *VOICE, *TIMES))
    wholes = claims.select(
        subset_of_claim_id="claim_id", **{f"{name}_whole": name for name in names}
    )
    beside = claims.join(wholes, on="subset_of_claim_id", how="left", maintain_order="left")
    is_part = (pl.col("sentence_id") != pl.col("sentence_id_whole")).fill_null(False)
    is_undated = (
        is_part
        & pl.col("time_kind").is_null()
        & (pl.col("date_basis") == "reference")
        & pl.col("date_basis_whole").is_in(DATED)
    )
    is_unsaid = is_part & pl.col("claimant_id").is_null() & (pl.col("assertion") == "asserted")
    is_unsaid &= pl.col("assertion_whole") == "attributed"

    def taken(columns: tuple[str, ...], takes: pl.Expr) -> list[pl.Expr]:
        return [
            pl.when(takes).then(f"{name}_whole").otherwise(name).alias(name) for name in columns
        ]

    return beside.with_columns(
        *taken(TIMES, is_undated),
        *taken(VOICE, is_unsaid),
        *taken(
            ("initiator_actor_id",),
            is_part & pl.col("initiator_actor_id").is_null(),
        ),
        date_basis=pl.when(is_undated).then(pl.lit("carried")).otherwise("date_basis"),
    ).select(claims.columns)
