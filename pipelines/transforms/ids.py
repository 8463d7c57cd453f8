"""Ids made of a row's own content: the same row has the same id in any run, order or batch."""

from hashlib import sha256

import polars as pl


def with_hash_id(
    frame: pl.DataFrame, name: str, columns: list[str], prefix: str = ""
) -> pl.DataFrame:
    """Add the column `name`: prefix and 16 hex digits of sha256 over the columns joined by '|'.

    Nulls count as empty text; dates are written as ISO. Polars has no cryptographic hash, and its
    own may change with a release, so each distinct key is hashed once outside it.
    """
    key = pl.concat_str(
        [pl.col(column).cast(pl.String).fill_null("") for column in columns], separator="|"
    )
    texts = frame.select(key.alias("key"))
    keys = texts.unique()
    hashed = keys.with_columns(
        pl.Series(name, [hash_id(text, prefix) for text in keys["key"]], dtype=pl.String)
    )
    # The join is of keys alone: what else the frame has is not copied.
    return frame.with_columns(texts.join(hashed, on="key", maintain_order="left")[name])


def hash_id(text: str, prefix: str = "") -> str:
    """Prefix and the first 16 hex digits of the text's sha256."""
    return prefix + sha256(text.encode()).hexdigest()[:16]


def story_id(original: str | pl.Expr) -> pl.Expr:
    """The id of a story, named after the article_id of its original."""
    return pl.concat_str(pl.lit("s_"), original)
