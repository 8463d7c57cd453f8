"""What dating claims keeps for its next run: it saves work and never changes a result."""

from dataclasses import dataclass

import polars as pl

from pipelines.transforms.events.dated_claims import date_claims
from pipelines.transforms.events.grouping.differences import differing
from pipelines.transforms.ids import story_id
from pipelines.transforms.lexicons import Lexicons


@dataclass(frozen=True)
class DatingMemory:
    """The articles of a run and the claims that it dated; each frame has its contract's columns."""

    dated_articles: pl.DataFrame
    dated_claims: pl.DataFrame


def redate_claims(
    claims: pl.LazyFrame,
    stories: pl.DataFrame,
    articles: pl.LazyFrame,
    sentences: pl.LazyFrame,
    lexicons: Lexicons,
    memory: DatingMemory,
) -> DatingMemory:
    """The claims as date_claims gives them, and what to remember; `articles` has its `file`.

    No claim needs to know another story: those of stories with the articles that they had, read
    from the same files, stay as they are.
    """
    files = articles.select("article_id", "file").collect(engine="in-memory")
    before = memory.dated_articles
    now = (
        stories.select("article_id", "story_id", "reference_on", "known_on")
        .join(files, on="article_id", maintain_order="left")
        .select(before.columns)
    )
    changed = stories_of(differing(now, before))
    again = now.join(changed, on="story_id", how="semi")
    own = pl.col("article_id").is_in(again["article_id"].implode())
    is_original = story_id("article_id").is_in(again["story_id"].implode())
    dated = date_claims(
        claims.filter(own),
        stories.join(again, on="article_id", how="semi"),
        articles.filter(own | is_original),
        sentences.filter(own),
        lexicons,
    )
    is_changed = pl.col("story_id").is_in(changed["story_id"].implode())
    kept = memory.dated_claims.filter(~is_changed)
    return DatingMemory(now.sort("article_id"), pl.concat([kept, dated]).sort("claim_id"))


def stories_of(articles: pl.DataFrame) -> pl.DataFrame:
    """The stories of some articles, and those named after them, whose claims may come from their
    publisher: story_id."""
    named = articles.select(story_id=story_id("article_id"))
    return pl.concat([articles.select("story_id"), named]).unique()
