"""Whether one article tells what another tells: sentence by sentence, and in its order."""

import polars as pl

from pipelines.transforms.events.copies.candidates import PAIR

MIN_COVERED = 3
LIKENESS_PERCENT = 50
COVERAGE_PERCENT = 50
BOTH_COVERAGES_PERCENT = 100
ORDER_PERCENT = 90


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
        .select(PAIR)
    )


def weigh_stems(numbered: pl.DataFrame, told: pl.DataFrame) -> pl.DataFrame:
    """One row per pair, side, sentence and stem: pair, is_shorter, sentence_no, stem, weight.

    A stem weighs more the fewer sentences of the two articles hold it, so that the names of a
    war, which stand everywhere, prove little. `total` is the sentence's weight.
    """
    sizes = told.group_by("article_no").agg(n=pl.col("sentence_no").n_unique().cast(pl.Int64))
    own, others = (
        numbered.join(sizes.rename({"article_no": side}), on=side).select("pair", side, "n")
        for side in PAIR
    )
    both = own.join(others, on="pair", suffix="_second")
    is_first_shorter = pl.col("n") <= pl.col("n_second")
    sides = pl.concat(
        both.select(
            "pair", article_no=side, n_all=pl.col("n") + pl.col("n_second"), is_shorter=is_shorter
        )
        for side, is_shorter in zip(PAIR, (is_first_shorter, ~is_first_shorter), strict=True)
    )
    weight = (100 * ((pl.col("n_all") / pl.len().over("pair", "stem")).log() + 0.2)).round()
    return (
        sides.join(told, on="article_no")
        .with_columns(weight=weight.cast(pl.Int32))
        .with_columns(total=pl.col("weight").sum().over("pair", "is_shorter", "sentence_no"))
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
