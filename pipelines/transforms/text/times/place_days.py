"""Days told once: what an article tells of a place without a day happened on the day it gave."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.times.given_times import OF_SOME
from schemas.text import TIME_FIELDS
from schemas.vocab import FOUNDING

HAPPENINGS = ("casualty", "territory_change", "contested", "attack")
# An opening tells first what its next sentences date.
LEAD_SENTENCES = 4
WIDE = ("country", "admin1", "admin2")
UNDATED = ("reference",)


def carry_days(claims: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Give claims without a day the day that their article tells of the same place.

    In and out: the columns of Claims. A news text names the day of what it reports once, then
    tells its details without it. The day is taken from the nearest claim before, of the same
    place, else of a place inside or around it; an opening also takes it from the sentences after
    it. A calendar date travels between claims of one place only: it may stand in the background.
    date_basis becomes carried.
    """
    located = claims.join(
        lexicons.places.select("location_id", "admin1_id", "admin2_id", place_name="name"),
        on="location_id",
        how="left",
        maintain_order="left",
    ).with_columns(
        # A village that no gazetteer knows lies in the unit told, and is not all of it.
        village=pl.when(
            pl.col("where_precision").is_in(WIDE)
            & ~pl.col("location_text").str.contains(pl.col("place_name"), literal=True)
        ).then("location_text"),
        sentence_no=pl.col("sentence_id").str.extract(r"([0-9]+)$").cast(pl.Int32),
    )
    happened = located.filter(
        pl.col("claim_type").is_in(HAPPENINGS),
        pl.col("assertion").is_in(FOUNDING),
        ~pl.col("is_cumulative"),
    )
    takers = happened.filter(pl.col("date_basis").is_in(UNDATED), pl.col("time_kind").is_null())
    # "19 of them died in X on 10 May": a day of these alone.
    givers = happened.filter(
        tells_one_day(), ~pl.col("evidence_text").str.contains(OF_SOME).fill_null(False)
    )
    days = best_pairs(takers, givers).select(
        "claim_id", **{f"given_{name}": pl.col(f"{name}_giver") for name in TIME_FIELDS}
    )
    is_given = pl.col("given_time_kind").is_not_null()
    carried = {
        name: pl.when(is_given).then(f"given_{name}").otherwise(name)
        for name in TIME_FIELDS
        if name != "date_basis"
    }
    basis = pl.when(is_given).then(pl.lit("carried")).otherwise("date_basis")
    return (
        claims.join(days, on="claim_id", how="left", maintain_order="left")
        .with_columns(**carried, date_basis=basis)
        .select(claims.columns)
    )


def tells_one_day() -> pl.Expr:
    """Whether a claim's own time is a single day."""
    kind = pl.col("time_kind")
    is_day = (kind == "weekday") & pl.col("time_weekday_end").is_null()
    is_day |= (kind == "days") & (pl.col("time_days_start") == pl.col("time_days_end"))
    is_day |= (kind == "date") & pl.col("time_day").is_not_null() & pl.col("time_day_end").is_null()
    return is_day.fill_null(False) & ~pl.col("is_since")


def best_pairs(takers: pl.DataFrame, givers: pl.DataFrame) -> pl.DataFrame:
    """One row per claim without a day that finds a claim to take it from."""
    is_same = (pl.col("location_id") == pl.col("location_id_giver")) & pl.col("village").eq_missing(
        pl.col("village_giver")
    )
    admin = [pl.col("admin1_id"), pl.col("admin2_id")]
    admin_giver = [pl.col("admin1_id_giver"), pl.col("admin2_id_giver")]
    is_nested = pl.any_horizontal(
        *(pl.col("location_id_giver") == column for column in admin),
        *(pl.col("location_id") == column for column in admin_giver),
        pl.col("location_id").is_null(),
    )
    distance = pl.col("evidence_start") - pl.col("evidence_start_giver")
    is_opening = (pl.col("sentence_no") <= 1) & (pl.col("sentence_no_giver") <= LEAD_SENTENCES)
    # Of its own sentence, what is told behind has been asked: "two died in X; on Friday, two more".
    is_opening &= pl.col("sentence_no") != pl.col("sentence_no_giver")
    # "The army took X. The rebels took it back on Friday": the army had been there before.
    is_undone = (pl.col("change_type_giver") == "recaptured") & (
        pl.col("to_actor_id") != pl.col("to_actor_id_giver")
    )
    is_opening &= ~is_undone.fill_null(False)
    where = ["claim_id", "article_id", "location_id", "admin1_id", "admin2_id", "sentence_no",
             "evidence_start", "village", "change_type", "to_actor_id"]  # fmt: skip
    return (
        takers.select(where)
        .join(givers.select(*where, *TIME_FIELDS), on="article_id", suffix="_giver")
        .rename({name: f"{name}_giver" for name in TIME_FIELDS})
        .with_columns(
            is_same=is_same.fill_null(False), is_nested=is_nested.fill_null(False), gap=distance
        )
        .filter(
            pl.col("is_same") | (pl.col("is_nested") & (pl.col("time_kind_giver") != "date")),
            (pl.col("gap") >= 0) | is_opening,
        )
        .sort(
            "claim_id",
            pl.col("gap") < 0,
            ~pl.col("is_same"),
            pl.col("gap").abs(),
            "claim_id_giver",
        )
        .unique("claim_id", keep="first", maintain_order=True)
    )
