"""The stored text of a document: the one normal form that every offset points into."""

import polars as pl

from pipelines.storage.readers import fields
from pipelines.storage.readers.manifest import Rows
from pipelines.storage.readers.refusals import Refusal
from pipelines.transforms.ids import with_hash_id

# A headline printed in the first lines of the text is not set before it again.
HEAD_LENGTH = 600
# Of a title such as 'Town falls - The Daily', the part before the outlet counts from this length.
TITLE_START_LENGTH = 12
# Combining marks, and the letters and signs that NFC writes otherwise.
DECOMPOSED = (
    r"[\p{M}\x{374}\x{37E}\x{387}\x{1100}-\x{11FF}\x{1F00}-\x{1FFF}\x{2000}\x{2001}\x{2126}"
    r"\x{212A}\x{212B}\x{2329}\x{232A}\x{F900}-\x{FAFF}\x{2F800}-\x{2FA1F}\x{900}-\x{FFF}\x{2ADC}"
    r"\x{FB1D}-\x{FB4E}\x{1D15E}-\x{1D1C0}]"
)
OUTLET_TAIL = r"\s+[|\x{2013}—-]\s+[^|\x{2013}—]{2,40}$"


def store_texts(raw: pl.DataFrame, known: pl.DataFrame, limit: int) -> tuple[pl.DataFrame, Rows]:
    """The contract Documents from raw records and manifests, and the rows refused for their text.

    What a record says of itself holds before the manifest, the manifest before the page.
    """
    records = normalise(with_metadata(raw, known))
    is_blank = (pl.col("text").str.strip_chars() == "").fill_null(True)
    is_long = pl.col("text").str.len_bytes() > limit
    refused = [
        Refusal("no_text", "The record has no text").row(uri)
        for uri in records.filter(is_blank)["uri"]
    ] + [
        Refusal("too_large", f"The text is longer than {limit:,} bytes, the limit of a record").row(
            uri
        )
        for uri in records.filter(is_long)["uri"]
    ]
    kept = records.filter(~is_blank & ~is_long).with_columns(with_title().alias("text"))
    documents = (
        kept.pipe(with_hash_id, "article_id", ["text"])
        .pipe(with_hash_id, "document_id", ["location", "article_id"])
        .select(
            "document_id",
            "article_id",
            "location",
            pl.coalesce("url", "uri").alias("uri"),
            pl.coalesce("external_id", "stem").alias("external_id"),
            "title",
            "publisher",
            "published_at",
            "language",
            pl.lit(True).alias("is_current"),
            "text",
        )
        .sort("uri", "location")
    )
    return documents, refused


def with_metadata(raw: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """Fills each field from the record, the manifest, the page, whichever knows it first."""
    joined = raw.join(known, on="path", how="left", suffix="_known", maintain_order="left")
    sources = {
        name: [name, f"{name}_known", *([f"page_{name}"] if f"page_{name}" in raw.columns else [])]
        for name in fields.METADATA
    }
    return joined.with_columns(pl.coalesce(names).alias(name) for name, names in sources.items())


def normalise(records: pl.DataFrame) -> pl.DataFrame:
    """Line ends as \\n, no NUL, no byte order mark, composed Unicode; metadata on one line."""
    text = (
        pl.col("text")
        .str.replace_all("\r\n", "\n", literal=True)
        .str.replace_all("[\r\u2028\u2029\u0085]", "\n")
        .str.replace_all("[\x00\ufeff]", "")
    )
    metadata = pl.col(*fields.METADATA)
    one_line = metadata.str.replace_all("\x00", "", literal=True).str.replace_all(r"\s+", " ")
    return records.with_columns(text, one_line.str.strip_chars()).with_columns(
        compose(name) for name in ("text", *fields.METADATA)
    )


def compose(column: str) -> pl.Expr:
    """Unicode NFC; only values that may need it are put through it, for it is slow."""
    needs_it = pl.col(column).str.contains(DECOMPOSED)
    return pl.coalesce(pl.when(needs_it).then(column).str.normalize("NFC"), column)


def with_title() -> pl.Expr:
    """The text, with the title before it where the text does not begin with it."""
    titled = pl.when(pl.col("title").is_not_null()).then("text")
    head = squeeze(titled.str.slice(0, HEAD_LENGTH))
    title, start = squeeze(pl.col("title")), squeeze(pl.col("title").str.replace(OUTLET_TAIL, ""))
    is_long = start.str.len_chars() >= TITLE_START_LENGTH
    has_title = head.str.contains(title, literal=True) | (
        is_long & head.str.contains(start, literal=True)
    )
    return (
        pl.when(has_title.fill_null(True))
        .then("text")
        .otherwise(pl.concat_str("title", pl.lit("\n\n"), pl.col("text").str.strip_chars_start()))
    )


def squeeze(text: pl.Expr) -> pl.Expr:
    """Letters and digits alone, lower case: the same headline however it is set."""
    return text.str.to_lowercase().str.replace_all(r"[^\p{L}\p{N}]+", "")
