"""The head of an article: labels over the headline, the headline, the decks under it."""

import polars as pl

from pipelines.transforms.text.pages.lines import before
from pipelines.transforms.text.pages.part_marks import (
    count_before,
    count_in_article,
    is_kind,
    is_open,
    is_prose,
    length,
    mark,
    squeeze,
)

TITLE_LENGTH = 250
# A headline that ends like a sentence is shorter than the first sentence of a report.
SENTENCE_LENGTH = 100
LABEL_LENGTH = 30

SENTENCE_BREAK = r"[.!?][\"'”\x{2019}]? +[A-Z“\"]"
# 'KAREZ, 3 JAN (AGENCY) -- ': the place, day and agency that open a report.
# 'KAREZ, Jan. 3 - ', 'KAREZ, Ukraine (AP) - '.
AGENCY_LINE = (
    r"^[A-Z][^a-z]{1,60}(?:\([^)]{2,60}\)|[0-9])\s*(?:--|[\x{2013}—-])(?:\s|$)|"
    r"^[A-Z]{2}[A-Z'. -]{1,40}(?:,? \([^)]{2,60}\)|, [A-Z][A-Za-z. ]{2,30}(?: [0-9]{1,2})?(?:, "
    r"[0-9]{4})?){1,3} ?(?:--|[\x{2013}—-]) "
)
TWO_WORDS = r"\S\s+\S"


def mark_outlets(parts: pl.DataFrame, source_names: pl.DataFrame) -> pl.DataFrame:
    """A line over the first prose that is an outlet's name and nothing else."""
    in_head = count_before(is_prose()) == 0
    line = pl.when(in_head).then("text").str.to_lowercase()
    phrase = line.str.replace_all("-", " ", literal=True)
    is_outlet = phrase.is_in(source_names["phrase"].to_list())
    return mark(parts, "label", "outlet_name", is_outlet)


def mark_title(parts: pl.DataFrame) -> pl.DataFrame:
    """The headline given with the record, else the first line that looks like one.

    It stands before any sentence of the body and is not all that the article has.
    """
    may_be = is_open() & pl.col("given_title").is_not_null() & (length() <= TITLE_LENGTH)
    is_given = squeeze(pl.when(may_be).then("text")) == squeeze(pl.col("given_title"))
    in_head = count_before(is_prose()) == 0
    parts = mark(parts, "title", "title_given", is_given & in_head)
    is_one_sentence = (length() <= SENTENCE_LENGTH) & ~pl.col("text").str.contains(SENTENCE_BREAK)
    looks_like_one = (
        is_open()
        & (~pl.col("ends_sentence") | is_one_sentence)
        & (length() <= TITLE_LENGTH)
        & ~pl.col("is_item")
        & pl.col("text").str.contains(TWO_WORDS)
        & ~pl.col("text").str.contains(AGENCY_LINE)
    )
    parts = parts.with_columns(looks_like_one.alias("is_candidate"))
    is_other = is_open() & ~pl.col("is_candidate") & (length() > LABEL_LENGTH)
    is_first = pl.col("is_candidate") & (count_before(pl.col("is_candidate")) == 0)
    has_title = count_in_article(is_kind("title")) > 0
    is_alone = count_in_article(is_open()) == 1
    leads = in_head & (count_before(is_other) == 0) & ~is_alone & ~has_title
    return mark(parts, "title", "title_first_line", is_first & leads).drop("is_candidate")


def mark_labels(parts: pl.DataFrame) -> pl.DataFrame:
    """Short lines over the headline: the page's section, a kind of story."""
    titles = is_kind("title").cast(pl.Int32)
    is_over = count_in_article(titles) - count_before(titles) - titles > 0
    is_short = (length() <= LABEL_LENGTH) & ~pl.col("ends_sentence")
    return mark(parts, "label", "label_over_title", is_over & is_short)


def mark_deck(parts: pl.DataFrame) -> pl.DataFrame:
    """Lines between the headline and the first prose: a second headline, or points in a list."""
    has_prose = count_in_article(is_prose()) > 0
    in_head = (count_before(is_prose()) == 0) & ~is_prose() & has_prose
    is_second = before("kind").is_in(["title", "deck"]) & ~pl.col("ends_sentence")
    return mark(parts, "deck", "deck_under_title", in_head & (pl.col("is_item") | is_second))
