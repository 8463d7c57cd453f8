"""Time mentions: dates whole and partial, weekdays, relative words, found in sentences."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.grammar.matching import fold
from pipelines.transforms.text.times.grammar import patterns
from pipelines.transforms.text.times.reading import read_spans

OPEN, CLOSE = "\x02", "\x03"
SCHEMA = {
    "start": pl.Int32, "end": pl.Int32, "sense": pl.String, "voice": pl.String,
    "shift": pl.Int32, "time_kind": pl.String, "time_year": pl.Int32, "time_month": pl.Int32,
    "time_day": pl.Int32, "time_day_end": pl.Int32, "time_weekday": pl.Int32,
    "time_weekday_end": pl.Int32, "time_days_start": pl.Int32, "time_days_end": pl.Int32,
    "is_since": pl.Boolean, "time_text": pl.String,
}  # fmt: skip


def find_times(sentences: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Time mentions of the sentences: article_id, sentence_id and the columns of SCHEMA, sorted by
    article and start.

    `sense` is the kind of expression: date, weekday, days, month, year, weekend, clock, shift,
    future. `voice` is how it is bound: on, of ('the 5 May attack'), since, by, before, after,
    clause (only what is told behind it), future (also deadlines and anniversaries), dateline.
    `shift` is the distance in days from another event, as of 'the next day' and 'two days after
    the town fell'; such a time has a time_kind only where its sentence dates that event. Offsets
    are the article's; a preposition is part of the span.
    """
    words = lexicons.words.filter(pl.col("kind") == "time")
    spans = read_spans(cut_spans(sentences, words), words)
    return spans.select(
        "article_id", "sentence_id", *(pl.col(name).cast(dtype) for name, dtype in SCHEMA.items())
    )


def cut_spans(sentences: pl.DataFrame, words: pl.DataFrame) -> pl.DataFrame:
    """One row per time span: time_text, and the text ahead of it and behind it in its sentence up
    to its neighbours."""
    named = patterns(words)
    relative = named.pop("relative")
    either = "|".join(f"(?:{pattern})" for pattern in named.values())
    folded = fold(pl.col("text")).str.replace_many(
        [OPEN, CLOSE, "\n", "\r", "\t"], [" ", " ", " ", " ", " "]
    )
    dated = folded.str.replace_all(rf"(?-u:\b)(?:{either})(?-u:\b)", f"{OPEN}${{0}}{CLOSE}")
    # One pass for both takes three times as long as one for each; what a date has is no word's.
    marked = dated.str.replace_all(
        rf"({OPEN}[^{CLOSE}]*{CLOSE})|(?-u:\b)({relative})(?-u:\b)",
        f"${{1}}{OPEN}${{2}}{CLOSE}",
    ).str.replace_all(OPEN + CLOSE, "", literal=True)
    pieces = (
        sentences.select("article_id", "sentence_id", base="start", text=marked)
        .filter(pl.col("text").str.contains(OPEN, literal=True))
        .with_row_index("row")
        .with_columns(piece=pl.col("text").str.split(OPEN))
        .explode("piece", empty_as_null=True)
        .with_columns(
            width=pl.col("piece").str.replace(CLOSE, "", literal=True).str.len_chars(),
            ahead=pl.col("piece").shift(1).str.replace(rf"^.*{CLOSE}", ""),
            is_first=(pl.col("row") != pl.col("row").shift(1)).fill_null(True),
        )
    )
    before = pl.col("width").cast(pl.Int64).cum_sum() - pl.col("width").cast(pl.Int64)
    base = pl.when("is_first").then(before).forward_fill()
    parts = pl.col("piece").str.splitn(CLOSE, 2)
    return (
        pieces.with_columns(offset=before - base)
        .filter(~pl.col("is_first"))
        .with_columns(
            time_text=parts.struct.field("field_0"), behind=parts.struct.field("field_1")
        )
        .with_columns(start=(pl.col("base") + pl.col("offset")).cast(pl.Int32))
        .with_columns(
            end=(pl.col("start") + pl.col("time_text").str.len_chars()).cast(pl.Int32)
        )
        .sort("article_id", "start", "end", "sentence_id")
    )  # fmt: skip
