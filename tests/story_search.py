"""Finds the stories of some articles, from nothing or with what an earlier search remembers."""

from dataclasses import fields

import polars as pl

from pipelines.transforms.events.copies.article_texts import ArticleTexts
from pipelines.transforms.events.copies.story_memory import StoryMemory
from pipelines.transforms.events.stories import group_stories
from pipelines.transforms.text.article_sketches import sketch_articles
from schemas.registry import contract

NOTHING = StoryMemory(**{field.name: contract(field.name).empty() for field in fields(StoryMemory)})


def search_stories(
    articles: pl.DataFrame,
    article_parts: pl.DataFrame,
    sentences: pl.DataFrame,
    links: pl.DataFrame | None = None,
    memory: StoryMemory = NOTHING,
) -> tuple[pl.DataFrame, StoryMemory]:
    """The stories, and what the search remembers."""
    sketches = sketch_articles(articles, article_parts, sentences)
    texts = ArticleTexts(sketches.lazy(), article_parts.lazy(), sentences.lazy())
    forced = contract("links").empty() if links is None else links
    return group_stories(articles.lazy(), texts, forced, memory)


def find_stories(
    articles: pl.DataFrame,
    article_parts: pl.DataFrame,
    sentences: pl.DataFrame,
    links: pl.DataFrame | None = None,
) -> pl.DataFrame:
    """The stories of a search that starts from nothing."""
    return search_stories(articles, article_parts, sentences, links)[0]
