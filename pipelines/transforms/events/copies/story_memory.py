"""What finding stories keeps for its next run: it saves work and never changes a result."""

from dataclasses import dataclass

import polars as pl

from pipelines.transforms.events.copies.article_texts import ArticleTexts

WINDOW_DAYS = 7


@dataclass(frozen=True)
class StoryMemory:
    """The articles of a run and what was found of them; each frame has its contract's columns.

    What it says is true of these articles, whichever way they came, so that a run without it finds
    the same.
    """

    compared_articles: pl.DataFrame
    shared_keys: pl.DataFrame
    rare_word_pairs: pl.DataFrame
    common_stems: pl.DataFrame
    judged_pairs: pl.DataFrame


@dataclass(frozen=True)
class Compared:
    """The articles that a run compares, and how they differ from those of the run before.

    `articles` has article_no (their order as originals), article_id, article (the id as a number),
    row, content, day and week, and is_new: not there before, or not with this text and this week.
    `weeks` are those of all that is new or gone, n_gone is how many are gone.
    """

    articles: pl.DataFrame
    weeks: pl.Series
    n_gone: int

    def numbered(self, rows: pl.DataFrame, *columns: str) -> pl.DataFrame:
        """Rows of the memory with article_no in the place of article, without what has changed."""
        kept = self.articles.filter(~pl.col("is_new")).select("article", "article_no")
        for column in columns:
            rows = rows.join(kept.rename({"article": column}), on=column)
            rows = rows.drop(column).rename({"article_no": column})
        return rows

    def named(self, rows: pl.DataFrame, *columns: str) -> pl.DataFrame:
        """The same the other way round."""
        names = self.articles.select("article_no", "article")
        for column in columns:
            rows = rows.join(names.rename({"article_no": column}), on=column)
            rows = rows.drop(column).rename({"article": column})
        return rows


def compare_with(days: pl.DataFrame, texts: ArticleTexts, memory: StoryMemory) -> Compared:
    """What has to be compared; `days` has article_id, day and rank."""
    current = days.join(texts.contents(), on="article_id").select(
        "article_id",
        "row",
        "content",
        "day",
        article_no=pl.col("rank").cast(pl.UInt32),
        article=as_number(pl.col("article_id")),
        week=pl.col("day").to_physical() // WINDOW_DAYS,
    )
    before = memory.compared_articles
    own = ["article", "content", "week"]
    articles = current.join(
        before.select(*own, is_new=pl.lit(False)), on=own, how="left", nulls_equal=True
    ).with_columns(pl.col("is_new").fill_null(True))
    gone = before.join(current, on=own, how="anti", nulls_equal=True)
    weeks = pl.concat([articles.filter("is_new")["week"], gone["week"]]).unique()
    return Compared(articles, weeks, gone.height)


def as_number(article_id: pl.Expr) -> pl.Expr:
    """An article_id, 16 hex digits, as the number that they write: joins on numbers cost less."""
    return article_id.str.to_integer(base=16, dtype=pl.UInt64)
