"""Sentences as the grammar of speech reads them: one kind of quotes, its words in lower case."""

import polars as pl

from pipelines.transforms.text.grammar.matching import fold
from pipelines.transforms.text.sources.quotes import mark_single_quotes

TORN_PREFIX = r"(?i)(?-u:\b)(an ex|former), "
# In a text of capitals alone, the words whose case tells them from names.
GRAMMAR_WORDS = (
    "a", "after", "an", "and", "as", "at", "because", "but", "by", "for", "from", "has", "have",
    "he", "her", "his", "in", "is", "it", "its", "no", "of", "on", "one", "or", "she", "some",
    "that", "the", "their", "they", "this", "to", "today", "two", "was", "were", "when", "where",
    "which", "while", "who", "whose", "with", "yesterday",
)  # fmt: skip


def fold_sentences(sentences: pl.DataFrame, told: pl.DataFrame) -> pl.DataFrame:
    """The sentences that hold an act, with `folded`: their text as grammar is read in it."""
    rows = sentences.join(told.select("sentence_id").unique(), on="sentence_id", how="semi").select(
        "sentence_id", "sentence_no", "part_no", "is_title", "quote_no", "quote_start",
        "quote_end", "text",
        base=pl.col("start").cast(pl.Int64),
        folded=fold(mark_single_quotes(pl.col("text")))
        .str.replace_many(["\n", "\t", "\r"], [" ", " ", " "])
        .str.replace_all(TORN_PREFIX, "${1}- "),
    )  # fmt: skip
    is_cased = pl.col("text").str.contains("[a-z]")
    capitals = rows.filter(~is_cased)
    if capitals.is_empty():
        return rows
    lowered = pl.col("folded")
    for word in GRAMMAR_WORDS:
        lowered = lowered.str.replace_all(rf"(?-u:\b){word.upper()}(?-u:\b)", word)
    return pl.concat([rows.filter(is_cased), capitals.with_columns(folded=lowered)])
