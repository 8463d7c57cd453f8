"""Headlines tell in short what the lead tells in full: where, who, when and who says so."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.parties.generic_actors import UNIDENTIFIED
from schemas.text import TIME_FIELDS
from schemas.vocab import FOUNDING

# How many sentences behind the headline tell it in full.
LEAD_SENTENCES = 5
PLACE = ("location_id", "location_text", "where_precision")
SIDES = (
    "initiator_actor_id", "target_actor_id", "victim_actor_id", "from_actor_id", "to_actor_id",
)  # fmt: skip
VOICE = (
    "claimant_id", "claimant_name", "claimant_type", "claimant_actor_id", "via_claimant_id",
    "via_claimant_name", "via_claimant_type", "claimant_basis", "assertion",
)  # fmt: skip
NO_PLACE = "no_place"
DATED = ("stated", "said", "carried")
UNITS = ("country_id", "admin1_id", "admin2_id")
# What both must say alike; a harm also its number.
ALIKE = ("claim_type", "harm", "change_type")
TOLD = [*ALIKE, *PLACE, *SIDES, *VOICE, *TIME_FIELDS, "value_best", "sentence_no", "evidence_start"]


def complete_headlines(
    claims: pl.DataFrame, sentences: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """Claims of headlines with what the lead tells of the same deed.

    The lead's claim is of the same kind, number and sides, and of the headline's place or one in
    the same unit. The headline then has its place; the sides, the day and the claimant only where
    it tells none itself. Other claims stay as they are. claims: any frame with the columns of
    Claims and the ids of sentences.
    """
    numbered = claims.with_row_index("row").join(
        sentences.select("sentence_id", "sentence_no", "is_title"),
        on="sentence_id",
        how="left",
        maintain_order="left",
    )
    told = numbered.filter(pl.col("assertion").is_in(FOUNDING), ~pl.col("is_cumulative"))
    is_usable = pl.col("reject_reason").is_null()
    short = told.filter("is_title", is_usable | (pl.col("reject_reason") == NO_PLACE))
    if short.is_empty():
        return claims
    full = in_full(short, told.filter(~pl.col("is_title"), is_usable), lexicons)
    beside = numbered.join(full, on="row", how="left", maintain_order="left")
    return beside.with_columns(*completed()).select(claims.columns)


def in_full(short: pl.DataFrame, body: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """One row per headline's claim that the lead tells too: row, <column>_full."""
    units = lexicons.places.select("location_id", *UNITS)
    full = body.join(units, on="location_id", how="left", maintain_order="left")
    around = units.select("location_id", unit_id="admin1_id")
    pairs = (
        short.select("row", "article_id", "value_low", "value_high", *TOLD)
        .join(around, on="location_id", how="left", maintain_order="left")
        .join(full.select("article_id", *TOLD, *UNITS), on="article_id", suffix="_full")
    )
    there = pl.col("location_id")
    is_same = (there == pl.col("location_id_full")).fill_null(False)
    # A headline's town may stand for its region, or for a suburb.
    is_named = pl.col("location_text_full").str.contains(pl.col("location_text"), literal=True)
    is_there = there.is_null() & is_named.fill_null(True)
    is_there |= is_same | (pl.col("unit_id") == pl.col("admin1_id"))
    is_there |= pl.any_horizontal(there == pl.col(unit) for unit in UNITS)
    best = pl.col("value_best_full")
    is_number = pl.col("value_best").eq_missing(best) | best.is_between("value_low", "value_high")
    return (
        pairs.filter(
            pl.col("sentence_no_full") <= pl.col("sentence_no") + LEAD_SENTENCES,
            *(pl.col(name).eq_missing(pl.col(f"{name}_full")) for name in ALIKE),
            *((named(name) == pl.col(f"{name}_full")).fill_null(True) for name in SIDES),
            is_number.fill_null(False),
            is_there.fill_null(False),
        )
        .sort("row", best != pl.col("value_best"), ~is_same, "evidence_start_full", nulls_last=True)
        .unique("row", keep="first", maintain_order=True)
        .select("row", pl.selectors.ends_with("_full"))
    )


def completed() -> list[pl.Expr]:
    """What a headline's claim takes from the lead's."""
    is_full = pl.col("claim_type_full").is_not_null()
    is_placed = is_full & pl.col("location_id_full").is_not_null()
    is_undated = pl.col("date_basis_full").is_in(DATED) & (pl.col("date_basis") != "stated")
    times = tuple(name for name in TIME_FIELDS if name != "date_basis")
    is_unsaid = is_full & pl.col("claimant_id").is_null() & (pl.col("assertion") == "asserted")

    is_found = is_placed & (pl.col("reject_reason") == NO_PLACE)

    def taken(names: tuple[str, ...], takes: pl.Expr) -> list[pl.Expr]:
        return [pl.when(takes).then(f"{name}_full").otherwise(name).alias(name) for name in names]

    return [
        pl.when(~is_found.fill_null(False)).then("reject_reason"),
        *taken(PLACE, is_placed),
        *taken(VOICE, is_unsaid),
        *taken(times, is_undated),
        pl.when(is_undated).then(pl.lit("carried")).otherwise("date_basis").alias("date_basis"),
        *(pl.when(is_full).then(pl.coalesce(named(name), f"{name}_full", name)).otherwise(name)
          .alias(name) for name in SIDES),
    ]  # fmt: skip


def named(side: str) -> pl.Expr:
    """The party of a side, null where it has no name: "Jihadists kill 40" of a known group."""
    return pl.when(pl.col(side) != UNIDENTIFIED).then(side)
