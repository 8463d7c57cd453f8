"""Pairs of articles that tell one text: candidates first, then a look at each pair."""

import polars as pl

from pipelines.transforms.events.covered_sentences import tell_the_same
from pipelines.transforms.events.sketches import PAIR, count_shared, find_candidates
from pipelines.transforms.events.tellings import sentence_keys, shingles, tell, whole_words

MIN_SENTENCES = 4
NEAR_COPY_PERCENT = 90
REWRITE_PERCENT = 20
# Pairs looked at together: what a look needs for each is some thousand rows.
BATCH = 20_000


def match_articles(articles: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Pairs of articles that are copies or paraphrases: first_id, second_id, story_reason.

    `articles` brings article_id, day (null where undated) and rank (the order in which an article
    may be another's original); first_id is the one of the lower rank. `sentences` are those of the
    articles' bodies.
    """
    numbers = articles.select("article_id", "day", article_no=pl.col("rank").cast(pl.UInt32))
    numbered = sentences.join(numbers.drop("day"), on="article_id")
    keys = sentence_keys(numbered)
    candidates = find_candidates(numbers, numbered, keys)
    involved = pl.concat(candidates[side].unique() for side in PAIR).unique()
    compared = numbered.filter(pl.col("article_no").is_in(involved.implode()))
    same = compare_articles(candidates, compared)
    ids = numbers.select("article_no", "article_id")
    return (
        name_reasons(same, keys, shingles(compared).unique())
        .join(ids.rename({"article_no": "first", "article_id": "first_id"}), on="first")
        .join(ids.rename({"article_no": "second", "article_id": "second_id"}), on="second")
        .select("first_id", "second_id", "story_reason")
        .sort("first_id", "second_id")
    )


def compare_articles(pairs: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """The pairs that tell one text, looked at in batches so that memory does not grow with them."""
    told = tell(sentences)
    sizes = told.group_by("article_no").agg(n=pl.col("sentence_no").n_unique())
    long = sizes.filter(pl.col("n") >= MIN_SENTENCES)
    both_long = pairs
    for side in PAIR:
        both_long = both_long.join(long, left_on=side, right_on="article_no", how="semi")
    short = pairs.join(both_long, on=PAIR, how="anti")
    retold = [tell_the_same(batch, told) for batch in both_long.sort(PAIR).iter_slices(BATCH)]
    return pl.concat([*retold, repeat_the_words(short, sentences)])


def repeat_the_words(pairs: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Pairs that hold nearly the same words and the same figures: short texts that are copies."""
    paired = pl.concat(pairs[side].rename("article_no") for side in PAIR)
    words = whole_words(sentences.filter(pl.col("article_no").is_in(paired.implode())))
    counts = [pl.len().alias("n"), pl.col("is_figure").sum().alias("n_figures")]
    sizes = words.group_by("article_no").agg(counts)
    shared = (
        pairs.join(words, left_on="first", right_on="article_no")
        .join(words.drop("is_figure"), left_on=["second", "word"], right_on=["article_no", "word"])
        .group_by(PAIR)
        .agg(counts)
        .join(sizes, left_on="first", right_on="article_no", suffix="_first")
        .join(sizes, left_on="second", right_on="article_no", suffix="_second")
    )
    n_both = pl.col("n_first").cast(pl.Int64) + pl.col("n_second") - pl.col("n")
    return shared.filter(
        pl.col("n") * 100 >= n_both * NEAR_COPY_PERCENT,
        pl.col("n_figures") == pl.col("n_figures_first"),
        pl.col("n_figures") == pl.col("n_figures_second"),
    ).select(PAIR)


def name_reasons(pairs: pl.DataFrame, keys: pl.DataFrame, shingles: pl.DataFrame) -> pl.DataFrame:
    """Add story_reason, the strongest that holds.

    exact: the same sentences; copy: half of the shorter text's sentences word for word; rewrite: a
    fifth of its runs of five words; paraphrase: none of these.
    """
    by_sentence = count_shared(pairs, keys, "sentence_key")
    by_run = count_shared(pairs, shingles, "shingle")
    is_exact = (pl.col("n_shared") == pl.col("n_most")) & (pl.col("n_most") > 0)
    is_copy = pl.col("n_shared") * 2 >= pl.col("n_least")
    is_rewrite = pl.col("n_shared_run") * 100 >= pl.col("n_least_run") * REWRITE_PERCENT
    return by_sentence.join(by_run, on=PAIR, suffix="_run").select(
        *PAIR,
        story_reason=pl.when(is_exact).then(pl.lit("exact"))
        .when(is_copy).then(pl.lit("copy"))
        .when(is_rewrite).then(pl.lit("rewrite"))
        .otherwise(pl.lit("paraphrase")),
    )  # fmt: skip
