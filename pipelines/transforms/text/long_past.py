"""Things told with a date long before the article: history, and no news."""

import polars as pl

# Days between what happened and the article from which on it is history.
LONG = 300
TOLD_AS_NEWS = ("asserted", "attributed", "unconfirmed")


def mark_long_past(told: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """Claims whose own words date them LONG days or more before the article are historical."""
    year, month = pl.col("time_year"), pl.col("time_month")
    happened = pl.date(year, month, pl.col("time_day").fill_null(1).clip(1, 28))
    is_long_past = (
        (pl.col("date_basis") == "stated")
        & ~pl.col("is_since")
        & pl.col("time_kind").is_in(["date", "month"])
        & (pl.col("reference_on") - happened > pl.duration(days=LONG))
        & pl.col("assertion").is_in(TOLD_AS_NEWS)
    ).fill_null(False)
    return (
        told.join(
            articles.select("article_id", "reference_on"), on="article_id", how="left",
            maintain_order="left",
        )
        .with_columns(
            assertion=pl.when(is_long_past).then(pl.lit("historical")).otherwise("assertion")
        )
        .drop("reference_on")
    )  # fmt: skip
