"""The second half: claims of many articles become events."""

from collections.abc import Mapping

import polars as pl

from pipelines.defs.stage_assets import stage_asset
from pipelines.transforms.events.copies.article_texts import ArticleTexts
from pipelines.transforms.events.copies.story_memory import StoryMemory
from pipelines.transforms.events.dating_memory import DatingMemory, redate_claims
from pipelines.transforms.events.linking_memory import LinkingMemory, relink_events
from pipelines.transforms.events.reports import group_reports
from pipelines.transforms.events.stories import group_stories
from pipelines.transforms.lexicons import Lexicons


@stage_asset(group="events", remembers=StoryMemory)
def stories(
    articles: pl.LazyFrame,
    article_parts: pl.LazyFrame,
    article_sketches: pl.LazyFrame,
    sentences: pl.LazyFrame,
    links: pl.DataFrame,
    memory: StoryMemory,
) -> tuple[pl.DataFrame, StoryMemory]:
    texts = ArticleTexts(article_sketches, article_parts, sentences)
    return group_stories(articles, texts, links, memory)


@stage_asset(group="events", remembers=DatingMemory)
def dated_claims(
    claims: pl.LazyFrame,
    stories: pl.DataFrame,
    articles: pl.LazyFrame,
    sentences: pl.LazyFrame,
    lexicons: Lexicons,
    memory: DatingMemory,
) -> tuple[pl.DataFrame, DatingMemory]:
    known = redate_claims(claims, stories, articles, sentences, lexicons, memory)
    return known.dated_claims, known


@stage_asset(group="events")
def reports(dated_claims: pl.LazyFrame) -> pl.DataFrame:
    return group_reports(dated_claims)


@stage_asset(
    group="events",
    tables=("events", "event_claims", "event_aliases", "event_relations"),
    remembers=LinkingMemory,
)
def linked_events(
    dated_claims: pl.LazyFrame, lexicons: Lexicons, links: pl.DataFrame, memory: LinkingMemory
) -> tuple[Mapping[str, pl.DataFrame], LinkingMemory]:
    known = relink_events(dated_claims, lexicons, links, memory)
    return vars(known), known
