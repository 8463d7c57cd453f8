"""Stories: articles that tell one text, as copies or paraphrases, and the dates they lend."""

import polars as pl

from pipelines.transforms.events.copies.article_texts import ArticleTexts
from pipelines.transforms.events.copies.borrowed_dates import borrow_from_quotes, borrow_from_story
from pipelines.transforms.events.copies.same_story import match_articles
from pipelines.transforms.events.copies.story_memory import StoryMemory
from pipelines.transforms.events.grouping.stars import join_originals
from pipelines.transforms.events.stated_links import amend_stories
from pipelines.transforms.ids import story_id

OWN_DATES = (
    "article_id", "published_on", "published_on_method", "reference_on", "reference_on_method",
)  # fmt: skip
COLUMNS = (
    "article_id", "story_id", "is_story_original", "story_reason", *OWN_DATES[1:], "known_on"
)  # fmt: skip


def group_stories(
    articles: pl.LazyFrame, texts: ArticleTexts, links: pl.DataFrame, memory: StoryMemory
) -> tuple[pl.DataFrame, StoryMemory]:
    """One row per article: its story, and the dates it has or borrows; and what to remember.

    A story's original is the earliest of the articles that match each other: first published,
    undated ones last, then by article_id. The others join the earliest original they match
    themselves. `links` are the user's, of the contract Links; they have the last word. `memory` is
    that of an earlier run, or empty.
    """
    own_dates = articles.select(OWN_DATES).collect()
    days = own_dates.sort(
        pl.col("published_on").is_null(), "published_on", "article_id"
    ).select(
        "article_id",
        day=pl.coalesce("published_on", "reference_on"),
        rank=pl.int_range(pl.len(), dtype=pl.Int64),
    )  # fmt: skip
    ranks = days.select(original="article_id", rank="rank")
    matches, remembered = match_articles(days, texts, memory)
    pairs = (
        matches.select(member="second_id", original="first_id", story_reason="story_reason")
        .join(ranks, on="original")
        .sort("member", "rank")
    )
    stars = join_originals(pairs).select("member", "original", "story_reason")
    if not links.is_empty():
        stars = amend_stories(stars, days, links)
    stories = borrow_from_quotes(borrow_from_story(name_stories(own_dates, stars)), texts)
    return date_knowledge(stories).select(COLUMNS).sort("article_id"), remembered


def name_stories(articles: pl.DataFrame, stars: pl.DataFrame) -> pl.DataFrame:
    """The articles' own dates with story_id, is_story_original and story_reason."""
    return articles.join(stars, left_on="article_id", right_on="member", how="left").select(
        "article_id",
        story_id(pl.coalesce("original", "article_id")).alias("story_id"),
        pl.col("original").is_null().alias("is_story_original"),
        "story_reason",
        "published_on",
        "published_on_method",
        "reference_on",
        "reference_on_method",
    )


def date_knowledge(stories: pl.DataFrame) -> pl.DataFrame:
    """Add known_on: published_on; else reference_on; else the story's first date."""
    known = pl.coalesce("published_on", "reference_on")
    return stories.with_columns(known_on=pl.coalesce(known, known.min().over("story_id")))
