"""Outlets of the lexicon by every name they go by."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons


def spellings_of_outlets(lexicons: Lexicons) -> pl.DataFrame:
    """One row per name, domain or id of an outlet, in lower case: spelling, source_id."""
    sources = lexicons.sources
    return (
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
