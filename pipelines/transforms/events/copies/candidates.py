"""Which articles may tell one text: whoever shares a sentence, a sketch or rare words."""

import polars as pl

from pipelines.transforms.events.copies.article_texts import ArticleTexts
from pipelines.transforms.events.copies.story_memory import Compared

COMMONEST_STEM = 25
SHARED_STEMS = 5
EVERY_WEEK = -1
PAIR = ("first", "second")


def find_candidates(shared_keys: pl.DataFrame, rare_word_pairs: pl.DataFrame) -> pl.DataFrame:
    """Pairs of articles that may tell one text: first, second (article_no), the lower first.

    Each article with the first article that holds one of its keys, and the pairs of rare words.
    """
    met = shared_keys.filter(pl.col("first") != pl.col("article_no"))
    lower, higher = (fold(*PAIR) for fold in (pl.min_horizontal, pl.max_horizontal))
    pairs = [
        met.select("first", second="article_no"),
        rare_word_pairs.select(first=lower, second=higher),
    ]
    return pl.concat(pairs).unique().sort(PAIR)


def share_keys(compared: Compared, texts: ArticleTexts, remembered: pl.DataFrame) -> pl.DataFrame:
    """Keys of sentences and of sketches that several articles hold: key, article_no, first.

    Only keys of new articles are looked up among all; `remembered` are the others.
    """
    lists = texts.keys()
    new = compared.articles.filter("is_new")["row"]
    own = lists.filter(pl.col("row").is_in(new.implode()))
    asked = own["key"].explode(empty_as_null=False).unique()
    is_asked = pl.col("key").is_in(asked.implode())
    held = [
        remembered.filter(~is_asked),
        lists.explode("key", empty_as_null=False)
        .filter(is_asked)
        .join(compared.articles.select("row", "article_no"), on="row")
        .select("key", "article_no"),
    ]
    ends = {"first": pl.col("article_no").min(), "last": pl.col("article_no").max()}
    shared = pl.concat(held).with_columns(**{name: end.over("key") for name, end in ends.items()})
    return shared.filter(pl.col("first") < pl.col("last")).drop("last")


def share_rare_words(
    compared: Compared, texts: ArticleTexts, remembered: pl.DataFrame
) -> pl.DataFrame:
    """Dated pairs that share enough stems which few articles of their time hold: week, first,
    second.

    An article is new in its own week and stands in the next too, so neighbours of two weeks meet.
    Only weeks in which an article is new or gone are looked at again; `remembered` are the pairs
    of the others.
    """
    touched = compared.weeks.drop_nulls()
    weeks = pl.concat([touched, touched + 1]).unique()
    near = pl.col("week").is_in(weeks.implode()) | (pl.col("week") + 1).is_in(weeks.implode())
    articles = compared.articles.filter(near)
    own = articles.select("article_no", "week")
    held = texts.stems(articles).select("article_no", "stem").unique().join(own, on="article_no")
    windows = pl.concat(
        [held.with_columns(is_new=True), held.with_columns(pl.col("week") + 1, is_new=False)]
    ).filter(pl.col("week").is_in(weeks.implode()))
    rare = windows.filter(pl.len().over("week", "stem").is_between(2, COMMONEST_STEM))
    kept = remembered.filter(~pl.col("week").is_in(weeks.implode()), pl.col("week") != EVERY_WEEK)
    return pl.concat([kept, pair_up(rare, ["week", "stem"])])


def meet_undated(
    compared: Compared, texts: ArticleTexts, remembered: pl.DataFrame, common: pl.DataFrame
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Pairs of an undated article and any other, and the stems that are too common for them.

    They share enough stems that few of all articles hold: week (EVERY_WEEK), first, second. A stem
    that is known to be `common` is passed over, as long as not so many articles are gone since.
    """
    left = common.with_columns(pl.col("n") - compared.n_gone)
    known = left.filter(pl.col("n") > COMMONEST_STEM)
    is_undated = pl.col("week").is_null()
    if compared.weeks.is_empty() or not compared.articles["week"].has_nulls():
        return remembered.filter(pl.col("week") == EVERY_WEEK), known
    rows = compared.articles.select("row", "article_no", is_new=is_undated)
    held = texts.all_stems(known["stem"]).join(rows, on="row").drop("row")
    sought = held.filter(pl.col("is_new").any().over("stem")).with_columns(
        n=pl.len().over("stem").cast(pl.Int64)
    )
    common = sought.filter(pl.col("n") > COMMONEST_STEM).select("stem", "n").unique("stem")
    rare = sought.filter(pl.col("n").is_between(2, COMMONEST_STEM))
    pairs = pair_up(rare.with_columns(week=pl.lit(EVERY_WEEK, pl.Int32)), ["week", "stem"])
    return pairs, pl.concat([known, common])


def pair_up(rare: pl.DataFrame, things: list[str]) -> pl.DataFrame:
    """Pairs that share enough rare stems, one of them new in its window: week, first, second."""
    return (
        rare.join(rare, on=things, suffix="_second")
        .filter(
            pl.col("article_no") < pl.col("article_no_second"),
            pl.col("is_new") | pl.col("is_new_second"),
        )
        .group_by("week", first="article_no", second="article_no_second")
        .agg(n=pl.len())
        .filter(pl.col("n") >= SHARED_STEMS)
        .select("week", *PAIR)
    )


def count_shared(pairs: pl.DataFrame, held: pl.DataFrame, thing: str) -> pl.DataFrame:
    """The pairs with n_shared, how many things of `held` both have; n_least and n_most of either.

    `held` has a row per article_no and thing.
    """
    shared = (
        pairs.join(held, left_on="first", right_on="article_no")
        .join(held, left_on=["second", thing], right_on=["article_no", thing])
        .group_by(PAIR)
        .agg(n_shared=pl.len())
    )
    sizes = held.group_by("article_no").agg(n=pl.len())
    counted = pairs.join(shared, on=PAIR, how="left")
    for side in PAIR:
        own = sizes.select(pl.col("article_no").alias(side), pl.col("n").alias(f"n_{side}"))
        counted = counted.join(own, on=side, how="left")
    counts = counted.with_columns(pl.col("^n_.*$").fill_null(0).cast(pl.Int64))
    return counts.select(
        *PAIR,
        "n_shared",
        n_least=pl.min_horizontal("n_first", "n_second"),
        n_most=pl.max_horizontal("n_first", "n_second"),
    )
