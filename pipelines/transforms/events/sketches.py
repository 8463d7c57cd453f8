"""Which articles may tell one text: whoever shares a sentence, a sketch or rare words."""

import polars as pl

from pipelines.transforms.events.tellings import all_stems, shingles

WINDOW_DAYS = 7
COMMONEST_STEM = 25
SHARED_STEMS = 5
# A pair is worth a look sentence by sentence where the shorter shares this much of its stems.
STEMS_PERCENT = 20
EVERY_WEEK = -1
# The least shingle in each of 64 ranges of hashes, two to a band: articles that share a third of
# their shingles meet in one of the 32 bands with a chance of 97 %, half of them nearly always.
BINS, BAND_BINS = 64, 2
PAIR = ("first", "second")


def find_candidates(
    days: pl.DataFrame, sentences: pl.DataFrame, keys: pl.DataFrame
) -> pl.DataFrame:
    """Pairs of articles that may tell one text: first, second (article_no), the lower first.

    `days` brings article_no and day. `keys` are the articles' sentence keys.
    """
    stems = all_stems(sentences)
    met = [
        share_a_sentence(keys),
        share_a_sketch(shingles(sentences)),
        share_rare_words(days, stems),
    ]
    return share_stems(pl.concat(met).unique(), stems).sort(PAIR)


def share_a_sentence(keys: pl.DataFrame) -> pl.DataFrame:
    """Each article paired with the first article that holds one of its sentences."""
    return pair_with_first(keys, ["sentence_key"])


def share_a_sketch(shingles: pl.DataFrame) -> pl.DataFrame:
    """Each article paired with the first article whose sketch has a band of its own (MinHash).

    One hash a shingle, the least in each range of hashes (one permutation hashing: Li, Owen and
    Zhang 2012); a band without shingles says nothing.
    """
    at = pl.col("shingle") // (2**64 // BINS)
    least = shingles.group_by("article_no", at=at).agg(pl.col("shingle").min())
    bands = least.group_by("article_no", band=pl.col("at") // BAND_BINS).agg(
        n=pl.len(), sketch=pl.col("shingle").sum()
    )
    return pair_with_first(bands.filter(pl.col("n") == BAND_BINS), ["band", "sketch"])


def pair_with_first(held: pl.DataFrame, things: list[str]) -> pl.DataFrame:
    """Each article paired with the first that holds the same thing: first, second."""
    firsts = held.group_by(things).agg(first=pl.col("article_no").min(), n=pl.len())
    return (
        held.join(firsts.filter(pl.col("n") > 1), on=things)
        .filter(pl.col("first") != pl.col("article_no"))
        .select("first", second="article_no")
        .unique()
    )


def share_rare_words(days: pl.DataFrame, stems: pl.DataFrame) -> pl.DataFrame:
    """Pairs within the window that share enough stems which few articles of that time hold.

    A dated article is new in its own week and stands in the next too, so neighbours of two weeks
    meet; undated ones are compared with all.
    """
    common = pl.len().over("stem") > 1
    held = stems.filter(common).join(days, on="article_no")
    week = pl.col("day").to_physical() // WINDOW_DAYS
    dated = held.filter(pl.col("day").is_not_null()).select("article_no", "stem", week=week)
    undated = held.filter(pl.col("day").is_null()).select("article_no", "stem")
    sought = dated.join(undated.select("stem").unique(), on="stem", how="semi")
    windows = pl.concat(
        [
            dated.with_columns(is_new=True),
            dated.with_columns(pl.col("week") + 1, is_new=False),
            undated.with_columns(week=EVERY_WEEK, is_new=True),
            sought.with_columns(week=EVERY_WEEK, is_new=False),
        ],
        how="diagonal_relaxed",
    )
    rare = windows.filter(pl.len().over("week", "stem").is_between(2, COMMONEST_STEM))
    return (
        rare.join(rare, on=["week", "stem"], suffix="_second")
        .filter(
            pl.col("article_no") < pl.col("article_no_second"),
            pl.col("is_new") | pl.col("is_new_second"),
        )
        .group_by("week", first="article_no", second="article_no_second")
        .agg(n=pl.len())
        .filter(pl.col("n") >= SHARED_STEMS)
        .select(PAIR)
        .unique()
    )


def share_stems(pairs: pl.DataFrame, stems: pl.DataFrame) -> pl.DataFrame:
    """The pairs of which the one with fewer stems shares enough of them."""
    counted = count_shared(pairs, stems, "stem")
    is_worth_it = pl.col("n_shared") * 100 >= pl.col("n_least") * STEMS_PERCENT
    return counted.filter(is_worth_it).select(PAIR)


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
