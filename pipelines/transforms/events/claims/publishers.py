"""Publishers of articles as outlets of the lexicon, or by the name they go by."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons


def resolve_publishers(articles: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """One row per article whose publisher is known: article_id, publisher_id, publisher_name.

    The id is the outlet's source_id where a name, domain or id of the lexicon is the publisher's,
    else the publisher in lower case.
    """
    sources = lexicons.sources
    spellings = (
        pl.concat(
            [
                lexicons.source_names.select(spelling="phrase", source_id="source_id"),
                *(
                    sources.select(spelling=pl.col(name).str.to_lowercase(), source_id="source_id")
                    for name in ("name", "domain", "source_id")
                ),
            ]
        )
        .drop_nulls()
        .group_by("spelling")
        .agg(pl.col("source_id").min())
    )
    return (
        articles.filter(pl.col("publisher").is_not_null())
        .select(
            "article_id",
            publisher_name="publisher",
            spelling=pl.col("publisher").str.to_lowercase(),
        )
        .join(spellings, on="spelling", how="left")
        .select(
            "article_id",
            "publisher_name",
            publisher_id=pl.coalesce("source_id", "spelling"),
        )
    )
