"""Publishers of articles as outlets of the lexicon, or by the name they go by."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.sources.outlets import spellings_of_outlets


def resolve_publishers(articles: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """One row per article whose publisher is known: article_id, publisher_id, publisher_name.

    The id is the outlet's source_id where a name, domain or id of the lexicon is the publisher's,
    else the publisher in lower case.
    """
    return (
        articles.filter(pl.col("publisher").is_not_null())
        .select(
            "article_id",
            publisher_name="publisher",
            spelling=pl.col("publisher").str.to_lowercase(),
        )
        .join(spellings_of_outlets(lexicons), on="spelling", how="left")
        .select(
            "article_id",
            "publisher_name",
            publisher_id=pl.coalesce("source_id", "spelling"),
        )
    )
