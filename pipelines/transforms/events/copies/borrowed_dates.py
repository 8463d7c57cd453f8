"""Dates that an undated article takes from one that tells the same or quotes the same words."""

import polars as pl

from pipelines.transforms.events.copies.article_texts import ArticleTexts

LONG_QUOTE_WORDS = 12
MIN_QUOTES = 2
OWN_METHODS = ("published", "text")


def borrow_from_story(stories: pl.DataFrame) -> pl.DataFrame:
    """Fill published_on and reference_on from the earliest dated article of the same story."""
    first_published = pl.col("published_on").min().over("story_id")
    first_reference = pl.coalesce("published_on", "reference_on").min().over("story_id")
    takes_day = pl.col("published_on").is_null() & first_published.is_not_null()
    takes_reference = pl.col("reference_on").is_null() & first_reference.is_not_null()
    return stories.with_columns(
        published_on=pl.coalesce("published_on", first_published),
        published_on_method=pl.when(takes_day)
        .then(pl.lit("near-duplicate"))
        .otherwise("published_on_method"),
        reference_on=pl.coalesce("reference_on", first_reference),
        reference_on_method=pl.when(takes_reference)
        .then(pl.lit("near-duplicate"))
        .otherwise("reference_on_method"),
    )


def borrow_from_quotes(stories: pl.DataFrame, texts: ArticleTexts) -> pl.DataFrame:
    """Fill reference_on from an article with a date of its own that quotes the same long passages.

    Two quotations of eight words, or one of twelve, must agree word for word. The article that
    shares most of them lends its day; then the earliest day, which is the safer bound.
    """
    undated = stories.filter(pl.col("reference_on").is_null())
    if undated.is_empty():
        return stories
    lent = lend_days(stories, texts.quotations())
    found = stories.join(lent, on="article_id", how="left", maintain_order="left")
    takes = pl.col("reference_on").is_null() & pl.col("lent_on").is_not_null()
    return found.with_columns(
        reference_on=pl.coalesce("reference_on", "lent_on"),
        reference_on_method=pl.when(takes)
        .then(pl.lit("shared-quote"))
        .otherwise("reference_on_method"),
    ).drop("lent_on")


def lend_days(stories: pl.DataFrame, quotes: pl.DataFrame) -> pl.DataFrame:
    """One row per undated article that another may lend its day to: article_id, lent_on.

    Where one of the two tells of the quotation as of yesterday, they are a day apart.
    """
    is_own = pl.col("reference_on_method").is_in(OWN_METHODS)
    days = stories.select("article_id", "reference_on", own_on=pl.when(is_own).then("reference_on"))
    known = quotes.join(days, on="article_id")
    asking = known.filter(pl.col("reference_on").is_null()).drop("reference_on", "own_on")
    lenders = (
        known.filter(pl.col("own_on").is_not_null())
        .join(asking, on="quote", how="semi")
        .select("quote", "own_on", lender_id="article_id", lender_days="days_after")
    )
    days_apart = pl.col("days_after").max() - pl.col("lender_days").max()
    return (
        asking.join(lenders, on="quote")
        .group_by("article_id", "lender_id", "own_on")
        .agg(
            n_quotes=pl.len().cast(pl.Int64),
            n_longest=pl.col("n_words").max(),
            days_apart=days_apart,
        )
        .filter((pl.col("n_quotes") >= MIN_QUOTES) | (pl.col("n_longest") >= LONG_QUOTE_WORDS))
        .with_columns(lent_on=pl.col("own_on") + pl.duration(days="days_apart"))
        .sort("article_id", -pl.col("n_quotes"), "lent_on", "lender_id")
        .unique("article_id", keep="first", maintain_order=True)
        .select("article_id", "lent_on")
    )
