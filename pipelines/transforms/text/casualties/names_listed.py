"""Names that no lexicon knows, in a list of persons of whom others are known: "the nurses Rahim
Karimi, Torvin Salak, Oster Brannick and Farida Noor"."""

import polars as pl

from pipelines.transforms.text.casualties.name_words import number_runs

# How long a list is, how many of it are known, and how many words an unknown name has.
ITEMS, KNOWN, WORDS = 3, 2, (2, 4)
COMMA, AND = 1, 2


def names_listed(words: pl.DataFrame, full: pl.DataFrame) -> pl.DataFrame:
    """Runs of two to four words that stand in a list with full names, two at least, and that only
    commas and "and" part from them. In the columns of full."""
    numbered = words.with_columns(
        at=pl.int_range(pl.len()),
        follows_and=(pl.col("lower").is_in(["and"]) & ~pl.col("has_lead")).shift(1),
    )
    chains = (
        pl.concat([known_items(numbered, full), unknown_items(numbered)])
        .sort("first", "is_known", descending=[False, True])
        .unique("first", keep="first", maintain_order=True)
        .sort("last", "is_known", descending=[False, True])
        .unique("last", keep="first", maintain_order=True)
        .with_columns(chain=(~is_next()).fill_null(True).cum_sum())
    )
    is_list = (pl.len().over("chain") >= ITEMS) & (pl.col("is_known").sum().over("chain") >= KNOWN)
    return chains.filter(is_list, ~pl.col("is_known")).select(full.columns)


def known_items(numbered: pl.DataFrame, full: pl.DataFrame) -> pl.DataFrame:
    """Full names with first and last, their words' rows, and has_comma."""
    begins = numbered.select("sentence_id", "start", "follows_and", first="at")
    ends = numbered.select("sentence_id", "end", "token_end", last="at")
    return (
        full.join(begins, on=["sentence_id", "start"])
        .join(ends, on=["sentence_id", "end"])
        .with_columns(is_known=pl.lit(True))
        .select(item_columns(full.columns))
    )


def unknown_items(numbered: pl.DataFrame) -> pl.DataFrame:
    """Runs of words that may be names, in the columns of known_items."""
    fits = (pl.col("is_name") & pl.col("kind").is_null()) | pl.col("is_particle")
    return (
        number_runs(numbered.with_columns(fits=fits))
        .filter("fits")
        .group_by("run", maintain_order=True)
        .agg(
            pl.col("article_id", "sentence_id", "start", "follows_and").first(),
            pl.col("end", "token_end").last(),
            is_whole=pl.col("is_name").first() & pl.col("is_name").last(),
            words=pl.col("lower").slice(1),
            first=pl.col("at").first(),
            last=pl.col("at").last(),
        )
        .filter("is_whole", (pl.col("last") - pl.col("first") + 1).is_between(*WORDS))
        .with_columns(is_known=pl.lit(False))
        .select(item_columns(["article_id", "sentence_id", "start", "end", "words"]))
    )


def item_columns(columns: list[str]) -> list[pl.Expr]:
    """The columns of an item of a list."""
    has_comma = pl.col("token_end") - pl.col("end") == 1
    return [
        pl.col(*columns, "first", "last", "is_known", "follows_and"),
        has_comma.alias("has_comma"),
    ]


def is_next() -> pl.Expr:
    """True where only a comma or "and" parts an item from the one before."""
    words = pl.col("first") - pl.col("last").shift(1)
    is_same = pl.col("sentence_id") == pl.col("sentence_id").shift(1)
    return is_same & (
        (words == COMMA) & pl.col("has_comma").shift(1) | (words == AND) & pl.col("follows_and")
    )
