"""Parts of an article: headline, body, and the boilerplate around them that is not read."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.batches import in_batches
from pipelines.transforms.text.pages import headlines
from pipelines.transforms.text.pages import part_rules as rules
from pipelines.transforms.text.pages.copies import merge_copies
from pipelines.transforms.text.pages.cues import mark_cues
from pipelines.transforms.text.pages.lines import join_lines, split_lines
from schemas.vocab import READ_PART_KINDS


def mark_parts(documents: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """One row per part of an article of the current documents: article_parts.

    Every character that is no space belongs to exactly one part; start and end are character
    offsets into the text. Structure is rules, wording is rows of the lexicon boilerplate.
    """
    return in_batches(read_parts, documents, lexicons=lexicons)


def read_parts(documents: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """The parts of one batch of articles."""
    articles = merge_copies(documents)
    parts = (
        split_lines(articles)
        .pipe(mark_cues, lexicons.boilerplate)
        .pipe(rules.mark_separators)
        .pipe(join_lines)
        .pipe(add_given_titles, articles)
        .pipe(rules.unmark_out_of_zone)
        .pipe(rules.mark_embeds)
        .pipe(rules.mark_captions)
        .pipe(rules.mark_signup_boxes)
        .pipe(headlines.mark_outlets, lexicons.source_names)
        .pipe(headlines.mark_title)
        .pipe(headlines.mark_labels)
        .pipe(rules.mark_capitals)
        .pipe(rules.mark_tails)
        .pipe(rules.mark_link_lists)
        .pipe(rules.mark_tags)
        .pipe(rules.mark_repeats)
        .pipe(headlines.mark_deck)
    )
    part_no = pl.int_range(pl.len()).over("article_no").cast(pl.Int32)
    kind = pl.col("kind").fill_null("body")
    return parts.with_columns(part_no.alias("part_no"), kind.alias("kind")).select(
        pl.format("{}.p{}", "article_id", "part_no").alias("part_id"),
        "article_id",
        "part_no",
        pl.col("start", "end").cast(pl.Int32),
        "kind",
        pl.col("kind").is_in(READ_PART_KINDS).alias("is_read"),
        "rule_id",
    )


def add_given_titles(parts: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """Adds given_title, the headline that record, manifest or page brought."""
    given = articles.select("article_id", pl.col("title").alias("given_title"))
    return parts.join(given, on="article_id", how="left", maintain_order="left")
