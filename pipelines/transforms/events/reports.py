"""Reports: what one article says of one place, interval and victim, in one kind of claim."""

import polars as pl

from pipelines.transforms.ids import with_hash_id

REPORT = [
    "article_id", "claim_type", "location_id", "date_start", "date_end", "date_precision",
    "side_id",
]  # fmt: skip
UNTOLD = ("denied", "planned", "historical")


def group_reports(dated_claims: pl.DataFrame | pl.LazyFrame) -> pl.DataFrame:
    """One row per report of the claims, in the contract's columns."""
    firsts = [name for name in REPORT if name != "article_id"]
    sides = ("victim_side_id", "to_side_id")
    told = dated_claims.lazy().select(*REPORT[:-1], *sides, "report_id", "story_id").collect()
    return (
        with_side(told)
        .group_by("report_id", "article_id", "story_id")
        .agg(pl.col(firsts).first(), n_claims=pl.len().cast(pl.Int32))
        .select(
            "report_id", "article_id", "story_id", "claim_type", "location_id", "date_start",
            "date_end", "date_precision", "side_id", "n_claims",
        )
        .sort("report_id")
    )  # fmt: skip


def name_reports(claims: pl.DataFrame) -> pl.DataFrame:
    """Add report_id to dated claims that have their sides and is_title."""
    key = pl.concat_str(pl.col(REPORT).cast(pl.String).fill_null(""), separator="|")
    numbered = number_incidents(with_side(claims).with_columns(report_key=key))
    return with_hash_id(numbered, "report_id", ["report_key", "incident_no"], "r_").drop(
        "side_id", "report_key", "incident_no"
    )


def with_side(claims: pl.DataFrame) -> pl.DataFrame:
    """Add side_id: the side that suffered, else the one that took."""
    return claims.with_columns(side_id=pl.coalesce("victim_side_id", "to_side_id"))


def number_incidents(claims: pl.DataFrame) -> pl.DataFrame:
    """Add incident_no: 1, or more where the article tells of several incidents of one report.

    Two exact numbers for one harm of one kind of victims by one claimant, neither a part of the
    other, are two incidents, in the order told. Not so in a headline, which rounds, nor where the
    largest is the sum of the others. All else belongs to the incident of its own number, or the
    one told last before it.
    """
    split = split_numbers(claims)
    same_number = split.group_by("report_key", "harm", "value_best").agg(
        by_number=pl.col("split_no").min()
    )
    told_before = split.group_by("report_key", "evidence_start").agg(
        by_order=pl.col("split_no").min()
    )
    numbered = (
        claims.select("claim_id", "report_key", "harm", "value_best", "evidence_start")
        .join(split, on="report_key", how="semi")
        .join(same_number, on=["report_key", "harm", "value_best"], how="left", nulls_equal=True)
        .sort("evidence_start", "claim_id")
        .join_asof(
            told_before.sort("evidence_start"),
            on="evidence_start",
            by="report_key",
            check_sortedness=False,
        )
        .select("claim_id", incident_no=pl.coalesce("by_number", "by_order", pl.lit(1)))
    )
    found = claims.select("claim_id").join(
        numbered, on="claim_id", how="left", maintain_order="left"
    )
    return claims.with_columns(found["incident_no"].fill_null(1))


def split_numbers(claims: pl.DataFrame) -> pl.DataFrame:
    """The claims that split their report, with split_no: 1 for the number told first."""
    one_claimant = ["report_key", "harm", "victim_actor_id", "unit", "claimant_id", "claimant_name"]
    numbers = (
        claims.filter(
            pl.col("harm").is_not_null(),
            pl.col("value_best").is_not_null(),
            pl.col("qualifier") == "exact",
            ~pl.col("is_title"),
            ~pl.col("is_subset"),
            ~pl.col("is_cumulative"),
            ~pl.col("assertion").is_in(UNTOLD),
        )
        .group_by(*one_claimant, "value_best")
        .agg(pl.col("evidence_start").min())
    )
    largest = pl.col("value_best").max().over(one_claimant)
    return numbers.filter(
        pl.len().over(one_claimant) > 1,
        pl.col("value_best").sum().over(one_claimant) != largest * 2,
    ).with_columns(split_no=pl.col("evidence_start").rank("dense").over(one_claimant))
