"""Datelines and headings of items: the town where the reporter is, the place that an item tells of,
and capitals, which stand for their countries there."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.places.carried_scenes import DATELINE_COST

# What follows the town of a dateline, and how near the sentence's start it stands.
DATELINE = (
    r"^(?: \([A-Za-z ]+\))?,? ?(?:[A-Za-z]+,? )?(?:[0-9]{1,2} [A-Za-z]{3,9}\.?(?: [0-9]{2,4})?|"
    r"[A-Z][a-z]{2,8}\.? [0-9]{1,2}(?:, [0-9]{4})?)? ?(?:\([^)]{2,40}\))? ?"
    r"(?:--|[-\x{2013}\x{2014}] )|"
    # "BANGUI (Central African Republic) - "
    r"^\) ?(?:--|[-\x{2013}\x{2014}] )"
)
# "Goma: nine killed", the head of an item in a list.
HEADING = r"^(?:/[A-Z][a-z]+)*: "
OPENING, DATELINE_REACH = 20, 90
HEADING_COST = 3


def opens_dateline(at: pl.Expr, behind: pl.Expr) -> pl.Expr:
    """True for the town of a dateline: "JOS - Gunmen killed".

    at: where in its sentence the name stands. behind: what follows it.
    """
    return ((at <= OPENING) & behind.str.contains(DATELINE)).fill_null(False)


def opens_item(at: pl.Expr, behind: pl.Expr) -> pl.Expr:
    """True for the place that heads an item: "Goma: nine killed"."""
    return ((at <= OPENING) & behind.str.contains(HEADING)).fill_null(False)


def in_dateline(at: pl.Expr, behind: pl.Expr) -> pl.Expr:
    """True for the place of a dateline or a heading."""
    return opens_dateline(at, behind) | opens_item(at, behind)


def least_cost(at: pl.Expr, behind: pl.Expr) -> pl.Expr:
    """How ill the place of a dateline or a heading serves as the scene, 0 for all else."""
    return (
        pl.when(opens_dateline(at, behind))
        .then(DATELINE_COST)
        .when(opens_item(at, behind))
        .then(HEADING_COST)
        .otherwise(0)
    )


def widen_capitals(
    named: pl.DataFrame, sentences: pl.DataFrame, places: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """The places, the capitals of datelines as their countries, of which all is written there."""
    capitals = lexicons.words.filter(pl.col("kind") == "seat")["phrase"].implode()
    countries = places.filter(pl.col("location_type") == "country")["location_id"].implode()
    firsts = (
        sentences.filter(~pl.col("is_title"))
        .group_by("article_id")
        .agg(pl.col("sentence_no").min())
        .with_columns(opens_body=pl.lit(True))
    )
    opened = sentences.join(
        firsts, on=["article_id", "sentence_no"], how="left", maintain_order="left"
    )
    told = named.join(
        opened.select("sentence_id", "opens_body", base="start", sentence="text"),
        on="sentence_id",
        how="left",
        maintain_order="left",
    )
    at, upto = pl.col("start") - pl.col("base"), pl.col("end") - pl.col("base")
    is_wide = (
        pl.col("opens_body")
        & (at <= OPENING)
        & pl.col("text").str.to_lowercase().is_in(capitals)
        & pl.col("country_id").is_in(countries)
        & pl.col("sentence").str.slice(upto, DATELINE_REACH).str.contains(f"{DATELINE}|{HEADING}")
    ).fill_null(False)
    return told.with_columns(
        location_id=pl.when(is_wide).then("country_id").otherwise("location_id"),
        location_type=pl.when(is_wide).then(pl.lit("country")).otherwise("location_type"),
        admin1_id=pl.when(~is_wide).then("admin1_id"),
        admin2_id=pl.when(~is_wide).then("admin2_id"),
    ).drop("opens_body", "base", "sentence")
