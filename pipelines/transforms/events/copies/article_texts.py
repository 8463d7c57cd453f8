"""What is known of the articles' texts, read only where it is asked for."""

from dataclasses import dataclass

import polars as pl

from pipelines.transforms.text.pages.tellings import unpack_stem


@dataclass(frozen=True)
class ArticleTexts:
    """The tables article_sketches, article_parts and sentences.

    Frames `articles` that are asked about have article_id, article_no and day.
    """

    sketches: pl.LazyFrame
    article_parts: pl.LazyFrame
    sentences: pl.LazyFrame

    def contents(self) -> pl.DataFrame:
        """Which text each article has: row (its place among the sketches), article_id, content."""
        return self.sketches.select("article_id", "content").collect().with_row_index("row")

    def keys(self) -> pl.DataFrame:
        """The keys of the sentences and the sketch of each article as a list: row, key.

        Both are hashes: a sentence never has the number of a sketch.
        """
        keys = pl.concat_list("sentence_keys", "bands")
        return self.sketches.select(key=keys).collect().with_row_index("row")

    def stems(self, articles: pl.DataFrame) -> pl.DataFrame:
        """The stems that some articles tell: article_no, stem, sentence_no, is_quoted."""
        told = self.look_up(articles, told="told")
        return told.select("article_no", **unpack_stem(pl.col("told")))

    def all_stems(self, but: pl.Series) -> pl.DataFrame:
        """The stems of all articles but some common ones, each once an article: row, stem."""
        lists = self.sketches.select("told").collect().with_row_index("row")
        stem = unpack_stem(pl.col("told"))["stem"]
        told = lists.explode("told", empty_as_null=False).select("row", stem=stem)
        return told.filter(~pl.col("stem").is_in(but.implode())).unique()

    def sentence_keys(self, articles: pl.DataFrame) -> pl.DataFrame:
        """The sentences of some articles, word for word: article_no, sentence_key."""
        return self.look_up(articles, sentence_key="sentence_keys")

    def quotations(self) -> pl.DataFrame:
        """Long quoted passages of all articles: article_id, quote, n_words, days_after."""
        columns = {"quote": "quotes", "n_words": "quote_words", "days_after": "quote_days_after"}
        quoting = self.sketches.filter(pl.col("quotes").list.len() > 0)
        found = quoting.select("article_id", **columns).collect()
        return found.explode(*columns, empty_as_null=False)

    def look_up(self, articles: pl.DataFrame, **columns: str) -> pl.DataFrame:
        """Values of some articles' lists, one a row beside article_no, under new names."""
        days = articles["day"]
        is_near = pl.lit(True)
        if not days.has_nulls():
            # Parts lie in the order of days: what is far away is not even unpacked.
            is_near = pl.col("day").is_between(days.min(), days.max())
        found = self.sketches.filter(is_near, is_among(articles)).select("article_id", **columns)
        return (
            (found if articles.height else found.head(0))
            .collect()
            .join(articles.select("article_id", "article_no"), on="article_id")
            .drop("article_id")
            .explode(*columns, empty_as_null=False)
        )

    def bodies(self, articles: pl.DataFrame) -> pl.DataFrame:
        """The sentences of some articles' bodies: article_no, sentence_no, text."""
        place = ["article_id", "part_no"]
        body = self.article_parts.filter(is_among(articles), kind="body").select(place)
        told = self.sentences.filter(is_among(articles)).select(*place, "sentence_no", "text")
        if articles.is_empty():
            body, told = body.head(0), told.head(0)
        return (
            told.collect()
            .join(body.collect(), on=place, how="semi")
            .join(articles.select("article_id", "article_no"), on="article_id")
            .drop(place)
        )


def is_among(articles: pl.DataFrame) -> pl.Expr:
    """Whether a row's article is one of these."""
    return pl.col("article_id").is_in(articles["article_id"].implode())
