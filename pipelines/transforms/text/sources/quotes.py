"""Quotations: spans between quote marks, numbered through the article."""

import polars as pl

MARKS = ['"', "“", "”", "«", "»"]
# A quotation in single marks closes behind a stop or a comma, which an apostrophe does not.
SINGLE = (
    r"(^|[\s(\[:~\x{2013}\x{2014}-])['\x{2018}]([A-Z0-9]"
    r"(?:[^'\x{2018}\x{2019}\"\x{201c}\x{201d}\n]|[A-Za-z]['\x{2019}] ?[a-z])+[,.?!\x{2026}])"
    r"['\x{2019}]([\s)\],.;:\x{2013}\x{2014}-]|$)"
)
CUT = "\x1f"
BLANK = " \n\r\t\u00a0"


def find_quotes(parts: pl.DataFrame) -> pl.DataFrame:
    """Quoted spans: article_id, part_no, span_start, span_end (marks included), quote_no.

    Takes article_id, part_no, start (in the article) and part (its text). Curly marks tell
    themselves whether they open; straight ones by the blanks around them, else by parity. Each
    paragraph begins anew, but one that opens with a mark while the quotation before it in the
    article is still open goes on with the same quote_no: the press convention for long quotations.
    """
    spans = span_quotes(mark_quotes(parts))
    goes_on = (
        pl.col("opens_part")
        & ~pl.col("is_closed").shift(1, fill_value=True)
        & (pl.col("article_id") == pl.col("article_id").shift(1))
        & (pl.col("read_no") == pl.col("read_no").shift(1) + 1)
    ).fill_null(False)
    return spans.with_columns(number=(~goes_on).cast(pl.Int32).cum_sum()).select(
        "article_id",
        "part_no",
        "span_start",
        "span_end",
        quote_no=(pl.col("number") - pl.col("number").min().over("article_id")).cast(pl.Int32),
    )


def mark_single_quotes(text: pl.Expr) -> pl.Expr:
    """The text with the single marks around quotations made double, each as long as before."""
    may_hold = text.str.contains(r"(?:^|[\s(:])['\x{2018}][A-Z0-9]")
    return pl.when(may_hold).then(text.str.replace_all(SINGLE, "${1}“${2}”${3}")).otherwise(text)


def mark_quotes(parts: pl.DataFrame) -> pl.DataFrame:
    """One row per quote mark, with its place in the article and whether it opens."""
    part = mark_single_quotes(pl.col("part"))
    cut = part.str.replace_many(MARKS, [CUT + mark for mark in MARKS]).str.split(CUT)
    pieces = (
        parts.with_columns(
            read_no=pl.int_range(pl.len(), dtype=pl.Int32),
            part_end=pl.col("start") + pl.col("part").str.len_chars().cast(pl.Int32),
        )
        .filter(part.str.contains_any(MARKS))
        .with_columns(piece=cut)
        .explode("piece", empty_as_null=True)
        .with_columns(
            mark=pl.col("piece").str.slice(0, 1),
            tail=pl.col("piece").str.slice(1, 1),
            width=pl.col("piece").str.len_chars().cast(pl.Int32),
            last=pl.col("piece").str.slice(-1).shift(1),
            is_first=(pl.col("read_no") != pl.col("read_no").shift(1)).fill_null(True),
        )
    )
    before = pl.col("width").cum_sum() - pl.col("width")
    base = pl.when("is_first").then(before).forward_fill()
    is_straight = pl.col("mark") == '"'
    after_blank = pl.col("last").is_in(list(BLANK + "(—–-:[")) | (pl.col("last") == "")
    before_blank = pl.col("tail").is_in(list(BLANK + ".,;:!?)—–]")) | (pl.col("tail") == "")
    parity = is_straight.cast(pl.Int32).cum_sum().over("read_no") % 2 == 1
    opens = (
        pl.when(~is_straight)
        .then(pl.col("mark").is_in(["“", "«"]))
        .when(after_blank & ~before_blank)
        .then(True)
        .when(before_blank & ~after_blank)
        .then(False)
        .otherwise(parity)
    )
    return (
        pieces.with_columns(at=(pl.col("start") + before - base).cast(pl.Int32))
        .filter(~pl.col("is_first"))
        .with_columns(
            is_open=opens,
            opens_part=pl.col("part").str.strip_chars_start(BLANK + "•*-–").str.len_chars()
            == pl.col("part").str.len_chars().cast(pl.Int64) - (pl.col("at") - pl.col("start")),
        )
    )


def span_quotes(marks: pl.DataFrame) -> pl.DataFrame:
    """One row per span: from a mark that opens to the next that closes, or the part's end."""
    same = (pl.col("read_no") == pl.col("read_no").shift(1)).fill_null(False)
    was_open = same & pl.col("is_open").shift(1, fill_value=False)
    turns = marks.filter(pl.col("is_open") != was_open)
    closes = (pl.col("read_no") == pl.col("read_no").shift(-1)).fill_null(False)
    return turns.with_columns(
        span_start=pl.col("at"),
        is_closed=closes,
        span_end=pl.when(closes).then(pl.col("at").shift(-1) + 1).otherwise("part_end"),
    ).filter("is_open")
