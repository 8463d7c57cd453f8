"""What linking needs of a claim: its family, its side, whether it is exact and may found."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from schemas.vocab import FOUNDING

FAMILIES = {
    "territory_change": "territory",
    "territory_control": "territory",
    "contested": "contested",
    "casualty": "violence",
    "attack": "violence",
}
UNLINKED = ("planned", "historical")
# Keys of sides that nobody named: an empty text, or the mark and the side that lost the place.
NO_SIDE = ""
LOSER_MARK = "!"

# What linking reads of a claim; the other half of its columns is not carried along.
COLUMNS = (
    "claim_id", "article_id", "story_id", "report_id", "claim_type", "location_id", "country_id",
    "admin1_id", "admin2_id", "where_precision", "n_places", "initiator_actor_id",
    "target_actor_id", "victim_actor_id", "from_actor_id", "to_actor_id", "victim_side_id",
    "from_side_id", "to_side_id", "change_type", "sub_event_type", "things_hit", "harm",
    "qualifier", "value_low", "value_best", "value_high", "value_text", "is_subset",
    "subset_of_claim_id", "is_cumulative", "date_start", "date_end", "date_precision", "day_seq",
    "origin_id", "assertion", "known_on", "evidence_start",
)  # fmt: skip


def read_constants(lexicons: Lexicons) -> dict[str, int]:
    """The constants of linking by name."""
    return dict(lexicons.constants.select("name", "value").iter_rows())


def linkable_claims(dated_claims: pl.DataFrame | pl.LazyFrame) -> pl.DataFrame:
    """The claims that may link to an event, with the columns that linking works on.

    Adds event_family, side_key, place_key, is_exact, is_core (at a known place too), is_founding
    and number; and of its story first_known, the day on which it became known, since a late copy
    is no news of its day, and is_retold, whether several reports tell its violence. Plans, history,
    running tolls, counts of places held and strengths link to nothing.
    """
    family = pl.col("claim_type").replace_strict(FAMILIES, default=None, return_dtype=pl.String)
    is_contest = (pl.col("event_family") == "territory") & (pl.col("change_type") == "contested")
    loser = pl.concat_str(pl.lit(LOSER_MARK), pl.col("from_side_id").fill_null(NO_SIDE))
    value = pl.coalesce("value_best", "value_low", "value_high")
    told_by = pl.col("report_id").filter(pl.col("event_family") == "violence", "is_founding")
    return (
        dated_claims.lazy()
        .select(COLUMNS)
        .collect()
        .with_columns(event_family=family)
        .filter(
            pl.col("event_family").is_not_null(),
            ~pl.col("assertion").is_in(UNLINKED),
            ~pl.col("is_cumulative"),
        )
        .with_columns(
            event_family=pl.when(is_contest.fill_null(False))
            .then(pl.lit("contested"))
            .otherwise("event_family")
        )
        .with_columns(
            side_key=pl.when(event_family="territory")
            .then(pl.coalesce("to_side_id", loser))
            .when(event_family="violence")
            .then(pl.col("victim_side_id").fill_null(NO_SIDE))
            .otherwise(pl.lit(NO_SIDE)),
            place_key=pl.coalesce("location_id", "story_id"),
            is_exact=(
                (pl.col("date_precision") == "day") & (pl.col("date_start") == pl.col("date_end"))
            ).fill_null(False),
            is_founding=pl.col("assertion").is_in(FOUNDING),
            number=pl.when(pl.col("qualifier") != "vague").then(value),
        )
        .with_columns(
            is_core=pl.col("is_exact") & pl.col("location_id").is_not_null(),
            first_known=pl.col("known_on").min().over("story_id"),
            is_retold=told_by.n_unique().over("story_id") > 1,
        )
    )


def with_rank(claims: pl.DataFrame) -> pl.DataFrame:
    """Add rank, the order in which claims may be the root of an event: first known, unknown days
    last, then claim_id."""
    return claims.sort(pl.col("known_on").is_null(), "known_on", "claim_id").with_columns(
        rank=pl.int_range(pl.len(), dtype=pl.Int64)
    )


def members(
    frame: pl.DataFrame, role: str, reasons: str | pl.Expr, score: str | None = None
) -> pl.DataFrame:
    """Rows of event_claims, yet without reports, from a frame with claim_id and event_id."""
    return frame.select(
        "claim_id",
        "event_id",
        event_role=pl.lit(role),
        link_score=pl.lit(None, dtype=pl.Int32) if score is None else pl.col(score).cast(pl.Int32),
        link_reasons=pl.lit(reasons) if isinstance(reasons, str) else reasons,
    )
