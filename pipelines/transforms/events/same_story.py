"""Pairs of articles that tell one text: candidates by shared words, then sentence by sentence."""

import polars as pl

from pipelines.transforms.events.tellings import (
    all_stems,
    sentence_keys,
    tell,
    whole_words,
)

WINDOW_DAYS = 7
COMMONEST_STEM = 25
SHARED_STEMS = 5
MIN_SENTENCES = 4
MIN_COVERED = 3
LIKENESS_PERCENT = 50
COVERAGE_PERCENT = 50
BOTH_COVERAGES_PERCENT = 100
ORDER_PERCENT = 90
NEAR_COPY_PERCENT = 90
EVERY_WEEK = -1


def match_articles(articles: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Pairs of articles that are copies or paraphrases: first_id, second_id, story_reason.

    `articles` brings article_id, day (null where undated) and rank (the order in which an article
    may be another's original); first_id is the one of the lower rank. `sentences` are those of the
    articles' bodies.
    """
    told, keys = tell(sentences), sentence_keys(sentences)
    candidates = (
        pl.concat(
            [share_a_sentence(articles, keys), share_rare_words(articles, all_stems(sentences))]
        )
        .unique()
        .sort("first_id", "second_id")
    )
    sizes = told.group_by("article_id").agg(n=pl.col("sentence_no").n_unique())
    n_least = pl.min_horizontal(*(count_of(sizes, candidates, side) for side in SIDES)).fill_null(0)
    is_long = pl.select(n_least >= MIN_SENTENCES).to_series()
    retold = tell_the_same(candidates.filter(is_long), told)
    repeated = repeat_the_words(candidates.filter(~is_long), whole_words(sentences))
    return name_reasons(pl.concat([retold, repeated]), keys).sort("first_id", "second_id")


SIDES = ("first_id", "second_id")


def count_of(counts: pl.DataFrame, pairs: pl.DataFrame, side: str) -> pl.Series:
    """The column n of `counts` for one side of the pairs, in their order."""
    return pairs.join(
        counts, left_on=side, right_on="article_id", how="left", maintain_order="left"
    )["n"]


def share_a_sentence(articles: pl.DataFrame, keys: pl.DataFrame) -> pl.DataFrame:
    """Each article paired with the first article that holds one of its sentences."""
    first = pl.col("article_id").sort_by("rank").first().over("sentence_key")
    return (
        keys.join(articles.select("article_id", "rank"), on="article_id")
        .select(first_id=first, second_id="article_id")
        .filter(pl.col("first_id") != pl.col("second_id"))
        .unique()
    )


def share_rare_words(articles: pl.DataFrame, stems: pl.DataFrame) -> pl.DataFrame:
    """Pairs within the window that share enough stems which few articles of that time hold.

    A dated article stands in its own week and the next, so neighbours of two weeks meet; undated
    ones are compared with all.
    """
    week = pl.col("day").to_physical() // WINDOW_DAYS
    weeks = articles.select(
        "article_id",
        "rank",
        is_dated=pl.col("day").is_not_null(),
        week=pl.concat_list(week, week + 1, pl.lit(EVERY_WEEK, dtype=pl.Int32)).list.drop_nulls(),
    ).explode("week")
    rare = (
        stems.join(weeks, on="article_id")
        .filter(
            pl.len().over("week", "stem").is_between(2, COMMONEST_STEM),
            (pl.col("week") != EVERY_WEEK) | (~pl.col("is_dated")).any().over("week", "stem"),
        )
        .select("week", "stem", "article_id", "rank", "is_dated")
    )
    return (
        rare.join(rare, on=["week", "stem"], suffix="_second")
        .filter(
            pl.col("rank") < pl.col("rank_second"),
            (pl.col("week") != EVERY_WEEK) | ~(pl.col("is_dated") & pl.col("is_dated_second")),
        )
        .group_by(first_id="article_id", second_id="article_id_second")
        .agg(n=pl.col("stem").n_unique())
        .filter(pl.col("n") >= SHARED_STEMS)
        .select(SIDES)
    )


def tell_the_same(pairs: pl.DataFrame, told: pl.DataFrame) -> pl.DataFrame:
    """Pairs of which the shorter is covered by the other, sentence by sentence and in order.

    The shares of both that are covered must add up to a whole: an article that retells another
    and then reports as much again of its own is another story, a shortened copy is not.
    """
    numbered = pairs.with_row_index("pair")
    weighed = weigh_stems(numbered, told)
    alike = compare_sentences(weighed)
    covered = cover_sentences(alike)
    later = covered.select("pair", later="sentence_no", met_later="met")
    in_order = (
        covered.join(later, on="pair")
        .filter(pl.col("sentence_no") < pl.col("later"))
        .group_by("pair")
        .agg(n_pairs=pl.len(), n_in_order=(pl.col("met") <= pl.col("met_later")).sum())
    )
    coverages = [pl.col("n_covered") * 100 / pl.col(name) for name in ("n_shorter", "n_longer")]
    return (
        covered.group_by("pair")
        .agg(n_covered=pl.len().cast(pl.Int64))
        .join(count_sentences(weighed, alike, covered), on="pair")
        .join(in_order, on="pair")
        .filter(
            pl.col("n_covered") >= MIN_COVERED,
            coverages[0] >= COVERAGE_PERCENT,
            pl.sum_horizontal(coverages) >= BOTH_COVERAGES_PERCENT,
            pl.col("n_in_order") * 100 >= pl.col("n_pairs") * ORDER_PERCENT,
        )
        .join(numbered, on="pair")
        .select(SIDES)
    )


def weigh_stems(numbered: pl.DataFrame, told: pl.DataFrame) -> pl.DataFrame:
    """One row per pair, side, sentence and stem: pair, is_shorter, sentence_no, stem, weight.

    A stem weighs more the fewer sentences of the two articles hold it, so that the names of a
    war, which stand everywhere, prove little. `total` is the sentence's weight.
    """
    sides = pl.concat(
        numbered.select("pair", article_id=side, is_second=pl.lit(side == SIDES[1]))
        for side in SIDES
    )
    n_all = pl.struct("is_second", "sentence_no").n_unique().over("pair")
    n_own = pl.col("sentence_no").n_unique().over("pair", "is_second")
    n_holding = pl.len().over("pair", "stem")
    is_even = n_own * 2 == n_all
    return (
        sides.join(told, on="article_id")
        .with_columns(
            is_shorter=(n_own * 2 < n_all) | (is_even & ~pl.col("is_second")),
            weight=(100 * ((n_all / n_holding).log() + 0.2)).round().cast(pl.Int64),
        )
        .with_columns(total=pl.col("weight").sum().over("pair", "is_second", "sentence_no"))
    )


def compare_sentences(weighed: pl.DataFrame) -> pl.DataFrame:
    """One row per two sentences that share half of their stems by weight.

    Returns pair, sentence_no (of the shorter article), met (of the longer), likeness, is_quote:
    true where they are alike only through words that both quote. Any two stories may quote one
    post, which proves nothing; a quotation that the other retells in its own words does.
    """
    columns = ("pair", "sentence_no", "stem", "is_quoted", "weight", "total")
    shorter = weighed.filter("is_shorter").select(columns)
    longer = weighed.filter(~pl.col("is_shorter")).select(columns)
    is_told = ~(pl.col("is_quoted") & pl.col("is_quoted_met"))
    both = pl.col("total").first() + pl.col("total_met").first()
    return (
        shorter.join(longer, on=["pair", "stem"], suffix="_met")
        .group_by("pair", "sentence_no", met="sentence_no_met")
        .agg(
            likeness=pl.col("weight").sum() * 200 / both,
            told_likeness=pl.col("weight").filter(is_told).sum() * 200 / both,
        )
        .filter(pl.col("likeness") >= LIKENESS_PERCENT)
        .with_columns(is_quote=pl.col("told_likeness") < LIKENESS_PERCENT)
    )


def cover_sentences(alike: pl.DataFrame) -> pl.DataFrame:
    """One row per sentence of the shorter article that the longer tells too, in `met`."""
    return (
        alike.filter(~pl.col("is_quote"))
        .sort("pair", "sentence_no", -pl.col("told_likeness"), "met")
        .unique(["pair", "sentence_no"], keep="first", maintain_order=True)
    )


def count_sentences(
    weighed: pl.DataFrame, alike: pl.DataFrame, covered: pl.DataFrame
) -> pl.DataFrame:
    """Sentences of the two articles of each pair, without those that only quote the same words."""
    sizes = weighed.group_by("pair").agg(
        n_shorter=pl.col("sentence_no").filter("is_shorter").n_unique().cast(pl.Int64),
        n_longer=pl.col("sentence_no").filter(~pl.col("is_shorter")).n_unique().cast(pl.Int64),
    )
    quotes = alike.filter("is_quote")
    for column, size in (("sentence_no", "n_shorter"), ("met", "n_longer")):
        quoting = (
            quotes.join(covered, on=["pair", column], how="anti")
            .group_by("pair")
            .agg(n_quoting=pl.col(column).n_unique().cast(pl.Int64))
        )
        sizes = (
            sizes.join(quoting, on="pair", how="left")
            .with_columns(pl.col(size) - pl.col("n_quoting").fill_null(0))
            .drop("n_quoting")
        )
    return sizes


def repeat_the_words(pairs: pl.DataFrame, words: pl.DataFrame) -> pl.DataFrame:
    """Pairs that hold nearly the same words and the same figures: short texts that are copies."""
    counts = [pl.len().alias("n"), pl.col("is_figure").sum().alias("n_figures")]
    sizes = words.group_by("article_id").agg(counts)
    shared = (
        pairs.join(words, left_on="first_id", right_on="article_id")
        .join(
            words.drop("is_figure"), left_on=["second_id", "word"], right_on=["article_id", "word"]
        )
        .group_by(SIDES)
        .agg(counts)
        .join(sizes, left_on="first_id", right_on="article_id", suffix="_first")
        .join(sizes, left_on="second_id", right_on="article_id", suffix="_second")
    )
    n_both = pl.col("n_first").cast(pl.Int64) + pl.col("n_second") - pl.col("n")
    return shared.filter(
        pl.col("n") * 100 >= n_both * NEAR_COPY_PERCENT,
        pl.col("n_figures") == pl.col("n_figures_first"),
        pl.col("n_figures") == pl.col("n_figures_second"),
    ).select(SIDES)


def name_reasons(pairs: pl.DataFrame, keys: pl.DataFrame) -> pl.DataFrame:
    """Add story_reason: a copy shares half of the shorter text word for word, else a paraphrase."""
    sizes = keys.group_by("article_id").agg(n=pl.len())
    shared = (
        pairs.join(keys, left_on="first_id", right_on="article_id", how="left")
        .join(
            keys.with_columns(is_shared=True),
            left_on=["second_id", "sentence_key"],
            right_on=["article_id", "sentence_key"],
            how="left",
        )
        .group_by(SIDES)
        .agg(n_shared=pl.col("is_shared").fill_null(False).sum())
        .sort(SIDES)
    )
    n_shorter = pl.min_horizontal(*(count_of(sizes, shared, side).fill_null(0) for side in SIDES))
    is_copy = pl.col("n_shared") * 2 >= pl.select(n_shorter).to_series()
    return shared.select(
        *SIDES, story_reason=pl.when(is_copy).then(pl.lit("copy")).otherwise(pl.lit("paraphrase"))
    )
