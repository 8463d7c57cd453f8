"""Article sketches: what finding stories needs of one article, as numbers, so that articles which
were compared before are never read again."""

import polars as pl

from pipelines.transforms.text.pages.tellings import (
    MIXER,
    pack_stem,
    quotations,
    sentence_keys,
    shingles,
    stems_told,
)

# The least shingle in each of 64 ranges of hashes, two to a band: articles that share a third of
# their shingles meet in one of the 32 bands with a chance of 97 %, half of them nearly always.
BINS, BAND_BINS = 64, 2
LISTS = {
    "sentence_keys": pl.UInt64, "bands": pl.UInt64, "told": pl.UInt64, "quotes": pl.UInt64,
    "quote_words": pl.Int32, "quote_days_after": pl.Int32,
}  # fmt: skip


def sketch_articles(
    articles: pl.DataFrame, article_parts: pl.DataFrame, sentences: pl.DataFrame
) -> pl.DataFrame:
    """One row per article in the contract's columns, by day, so that neighbours lie together.

    Titles, decks and embedded posts, by `article_parts`, are left out of all but the quotations:
    copies come under other titles, and many articles embed one post.
    """
    numbers = articles.select("article_id").with_row_index("article_no")
    told = sentences.join(numbers, on="article_id")
    body = told.join(
        article_parts.filter(kind="body").select("article_id", "part_no"),
        on=["article_id", "part_no"],
        how="semi",
    )
    sketched = articles.select(
        "article_id", day=pl.coalesce("published_on", "reference_on")
    ).with_row_index("article_no")
    for rows in (
        version_texts(body),
        sentence_keys(body).rename({"sentence_key": "sentence_keys"}),
        sketch_bands(shingles(body)),
        stems_told(body).select("article_no", told=pack_stem()),
        quotations(told),
    ):
        own = rows.sort(*rows.columns[:2]).group_by("article_no", maintain_order=True).agg(pl.all())
        sketched = sketched.join(own, on="article_no", how="left")
    return sketched.select(
        "day",
        "article_id",
        pl.col("content").list.first().fill_null(0),
        *(pl.col(name).fill_null(pl.lit([], pl.List(dtype))) for name, dtype in LISTS.items()),
    ).sort("day", "article_id")


def version_texts(sentences: pl.DataFrame) -> pl.DataFrame:
    """A number for all that is compared of an article: article_no, content."""
    spans = [pl.col(name) - pl.col("start") for name in ("quote_start", "quote_end")]
    said = pl.concat_str(
        "sentence_no", *(span.fill_null(-1) for span in spans), "text", separator="|"
    )
    return sentences.group_by("article_no").agg(content=said.hash().sum())


def sketch_bands(shingles: pl.DataFrame) -> pl.DataFrame:
    """One row per article and band whose ranges all have shingles: article_no, bands.

    MinHash with one hash a shingle, the least in each range of hashes (one permutation hashing:
    Li, Owen and Zhang 2012); a band without shingles says nothing. Equal numbers are equal bands.
    """
    at = pl.col("shingle") // (2**64 // BINS)
    least = shingles.group_by("article_no", at=at).agg(pl.col("shingle").min())
    return (
        least.group_by("article_no", band=pl.col("at") // BAND_BINS)
        .agg(n=pl.len(), sketch=pl.col("shingle").sum())
        .filter(pl.col("n") == BAND_BINS)
        .select("article_no", bands=pl.col("sketch") * MIXER + pl.col("band"))
    )
