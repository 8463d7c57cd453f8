"""How a rule marks parts, and what rules ask about a part and its neighbours."""

import polars as pl

from pipelines.transforms.text import runs

PROSE_LENGTH = 80
LONG_PROSE_LENGTH = 200


def mark(parts: pl.DataFrame, kind: str, rule: str, condition: pl.Expr) -> pl.DataFrame:
    """Gives kind and rule to the unmarked parts that meet the condition."""
    marked = parts.with_columns(is_hit=is_open() & condition.fill_null(False))
    return marked.with_columns(
        pl.when("is_hit").then(pl.lit(kind)).otherwise("kind").alias("kind"),
        pl.when("is_hit").then(pl.lit(rule)).otherwise("rule_id").alias("rule_id"),
    ).drop("is_hit")


def length() -> pl.Expr:
    return pl.col("end") - pl.col("start")


def is_open() -> pl.Expr:
    """True where no rule has marked the part."""
    return pl.col("kind").is_null()


def is_kind(*kinds: str) -> pl.Expr:
    return pl.col("kind").is_in(kinds).fill_null(False)


def has_position(position: str) -> pl.Expr:
    """True where the cue that marked the part has this position."""
    return (pl.col("opens") == position).fill_null(False)


def is_prose() -> pl.Expr:
    """True for a paragraph of running text."""
    finished = pl.col("ends_sentence") & (length() >= PROSE_LENGTH)
    return is_open() & ~pl.col("is_item") & (finished | (length() >= LONG_PROSE_LENGTH))


def count_before(condition: pl.Expr) -> pl.Expr:
    """How many parts of the article before this one meet the condition."""
    return runs.count_before(condition, pl.col("article_no"))


def count_in_article(condition: pl.Expr) -> pl.Expr:
    return runs.count_in(condition, pl.col("article_no"))


def is_first_open() -> pl.Expr:
    return is_open() & (count_before(is_open()) == 0)


def beside(condition: pl.Expr, n: int) -> pl.Expr:
    """True where the part n places before (after, if negative) in the article meets it."""
    same = (pl.col("article_no") == pl.col("article_no").shift(n)).fill_null(False)
    return condition.fill_null(False).shift(n, fill_value=False) & same


def squeeze(text: pl.Expr) -> pl.Expr:
    """Letters and digits alone, lower case: the same headline however it is set."""
    return text.str.to_lowercase().str.replace_all(r"[^\p{L}\p{N}]+", "")
