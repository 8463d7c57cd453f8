"""Lines of a text with their place in it: what the parts of an article are made of."""

import polars as pl

# A line is wrapped prose, not a paragraph, where it is about this long in characters ...
WRAPPED_LENGTH = (45, 110)
LONGEST = WRAPPED_LENGTH[1]
# ... and most lines of its article's blocks are, and do not end a sentence.
WRAPPED_SHARE = 0.6
SENTENCE_END = r"[.!?…][\"'”\x{2019}»)\]]*$"


def split_lines(articles: pl.DataFrame) -> pl.DataFrame:
    """One row per line that is not blank of articles (article_id, text), in their order.

    Columns: article_no, article_id, start, end (characters, without the space around), text,
    is_after_blank, ends_sentence.
    """
    text_length = pl.col("text").str.len_chars().cast(pl.Int64) + 1
    lines = (
        articles.select(
            pl.int_range(pl.len()).alias("article_no"),
            "article_id",
            (text_length.cum_sum() - text_length).alias("base"),
            pl.col("text").str.split("\n").alias("line"),
        )
        .explode("line", empty_as_null=True)
        .with_columns(pl.col("line").str.strip_chars().alias("text"))
    )
    length = pl.col("line").str.len_chars().cast(pl.Int64) + 1
    indent = length - 1 - pl.col("line").str.strip_chars_start().str.len_chars()
    start = length.cum_sum() - length - pl.col("base") + indent
    is_blank = pl.col("text") == ""
    return (
        lines.with_columns(
            start.alias("start"),
            (start + pl.col("text").str.len_chars()).alias("end"),
            (is_blank.shift(1, fill_value=True) | is_first()).alias("is_after_blank"),
            pl.col("text").str.contains(SENTENCE_END).alias("ends_sentence"),
        )
        .filter(~is_blank)
        .select(
            "article_no", "article_id", "start", "end", "text", "is_after_blank", "ends_sentence"
        )
    )  # fmt: skip


def join_lines(lines: pl.DataFrame) -> pl.DataFrame:
    """One row per paragraph: lines of running text that a line break or a hole cut are one again.

    Adds is_item (it starts with a bullet or an item's number); joins unmarked lines (kind null)
    where the article is hard-wrapped, or where a line starts in lower case and the line before
    ends no sentence (a link's text was lost there).
    """
    is_open = pl.col("kind").is_null()
    both_open = is_open & before("kind").is_null() & ~is_first()
    length = pl.col("end") - pl.col("start")
    is_long = length.is_between(*WRAPPED_LENGTH)
    follows = ~pl.col("is_after_blank") & ~is_first()
    # A line above one longer than any that is wrapped is its heading.
    wrapped = before_flag(is_long & ~pl.col("ends_sentence")) & follows & (length <= LONGEST)
    is_wrapped = (wrapped.sum() >= WRAPPED_SHARE * follows.sum()).over(
        "article_no"
    ) & follows.any().over("article_no")
    is_headline = is_open & (is_open.cast(pl.Int32).cum_sum().over("article_no") == 1)
    has_hole = pl.col("text").str.contains(r"^\p{Ll}") & ~before_flag(
        pl.col("ends_sentence") | is_headline
    )
    joins = both_open & ((is_wrapped & follows & ~starts_item()) | has_hole)
    grouped = lines.with_columns((~joins).cum_sum().alias("group")).with_columns(
        is_joined=(pl.col("group") == pl.col("group").shift(1)).fill_null(False)
        | (pl.col("group") == pl.col("group").shift(-1)).fill_null(False)
    )
    several = (
        grouped.filter("is_joined")
        .group_by("group", maintain_order=True)
        .agg(
            pl.col("article_no", "article_id", "start", "is_after_blank").first(),
            pl.col("kind", "rule_id", "opens").first(),
            pl.col("end", "ends_sentence").last(),
            pl.col("text").str.join(" "),
        )
    )  # fmt: skip
    alone = grouped.filter(~pl.col("is_joined")).select(several.columns)
    return pl.concat([alone, several]).sort("group").with_columns(is_item=starts_item())


def starts_item() -> pl.Expr:
    """True where a line starts with a bullet or an item's number."""
    return pl.col("text").str.contains(r"^(?:[•●▪■◦‣·*—\x{2013}-]|[0-9]{1,2}[.)])\s")


def is_first() -> pl.Expr:
    """True in an article's first row."""
    return (pl.col("article_no") != pl.col("article_no").shift(1)).fill_null(True)


def before(column: str) -> pl.Expr:
    """The column's value in the row before of the same article; null in its first row."""
    return pl.when(~is_first()).then(pl.col(column).shift(1))


def before_flag(condition: pl.Expr) -> pl.Expr:
    """True where the row before of the same article meets the condition."""
    return condition.shift(1, fill_value=False) & ~is_first()
