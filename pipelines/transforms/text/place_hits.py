"""Which capitalised words spell a place, a people, an outlet or a party: longest name first."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.place_keys import afghan_key, plain_form
from pipelines.transforms.text.place_words import LONGEST_NAME, name_spans

HIT_KEYS = ["article_id", "sentence_id", "word_no", "n_words", "start", "end"]
SHORTEST_RULE_KEY = 6


def find_hits(words: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """One row per name found: HIT_KEYS, key, is_exact, what (place, demonym or name).

    Names of outlets and parties (what = name) shield the places inside them. The spelling rule
    for Afghan names counts only in articles that name Afghanistan or its people otherwise. The
    Arabic article counts for nothing where no listed spelling has it.
    """
    spans = name_spans(words)
    known = known_names(lexicons)
    exact = spans.join(known, on="key", maintain_order="left")
    without_article = (
        spans.filter(pl.col("key").str.starts_with("al "))
        .join(exact, on=["word_no", "n_words"], how="anti")
        .with_columns(pl.col("key").str.strip_prefix("al "))
        .join(known, on="key", maintain_order="left")
    )
    exact = pl.concat([exact, without_article]).with_columns(pl.lit(True).alias("is_exact"))
    about_afghanistan = exact.join(
        lexicons.place_names.join(lexicons.places, on="location_id").filter(
            pl.col("country_id") == "AFG"
        ),
        left_on="key",
        right_on="phrase",
        how="semi",
    ).select("article_id")
    by_rule = (
        spans.join(about_afghanistan, on="article_id", how="semi")
        .join(exact, on=["word_no", "n_words"], how="anti")
        .with_columns(afghan_key(pl.col("key")).alias("key"))
        .filter(pl.col("key").str.len_chars() >= SHORTEST_RULE_KEY)
        .join(afghan_names(lexicons).select("key").unique(), on="key", how="semi")
        .with_columns(pl.lit("place").alias("what"), pl.lit(False).alias("is_exact"))
    )
    return longest_first(pl.concat([exact, by_rule.select(exact.columns)]), words)


def known_names(lexicons: Lexicons) -> pl.DataFrame:
    """One row per spelling: key, what. A party or outlet beats a people, a people beats a place."""
    names = pl.concat([lexicons.source_names["phrase"], lexicons.actor_names["phrase"]]).to_frame(
        "key"
    )
    names = names.select(plain_form(pl.col("key"))).unique().sort("key")
    listed = lexicons.place_names.lazy().select(pl.col("phrase").alias("key"), "is_demonym")
    demonyms = listed.filter("is_demonym").select("key").unique().collect()
    places = listed.filter(~pl.col("is_demonym")).select("key").unique().collect()
    demonyms = demonyms.join(names, on="key", how="anti")
    places = places.join(names, on="key", how="anti").join(demonyms, on="key", how="anti")
    kinds = {"name": names, "demonym": demonyms, "place": places}
    return pl.concat(
        [frame.with_columns(pl.lit(what).alias("what")) for what, frame in kinds.items()]
    )


def afghan_names(lexicons: Lexicons) -> pl.DataFrame:
    """One row per rule key and Afghan place: key, location_id."""
    return (
        lexicons.place_names.filter(~pl.col("is_demonym"))
        .join(
            lexicons.places.filter(pl.col("country_id") == "AFG").select("location_id"),
            on="location_id",
        )
        .select(afghan_key(pl.col("phrase")).alias("key"), "location_id")
        .unique()
        .sort("key", "location_id")
    )


def longest_first(hits: pl.DataFrame, words: pl.DataFrame) -> pl.DataFrame:
    """Keep of overlapping names the longest, of equally long ones the first."""
    best = (
        hits.sort("word_no", "n_words", "is_exact", "key", descending=[False, True, True, False])
        .unique("word_no", keep="first", maintain_order=True)
        .sort("word_no")
    )
    lengths = (
        words.select("word_no")
        .join(best.select("word_no", "n_words"), on="word_no", how="left", maintain_order="left")
        .select("word_no", pl.col("n_words").fill_null(0))
    )
    length = pl.col("n_words")
    beaten = pl.lit(False)
    for step in range(1, LONGEST_NAME):
        before, after = length.shift(step).fill_null(0), length.shift(-step).fill_null(0)
        beaten = beaten | ((before > step) & (before >= length))
        beaten = beaten | ((length > step) & (after > length))
    kept = lengths.filter((length > 0) & ~beaten).select("word_no")
    return best.join(kept, on="word_no", how="semi", maintain_order="left")


def with_longer_names(hits: pl.DataFrame, words: pl.DataFrame, free: pl.DataFrame) -> pl.DataFrame:
    """Add is_part (a listed word inside a longer unlisted name) and is_surname to hits.

    free: words that mean nothing to the lexicon. "Kabul Bank" and "Ras al-Ayn" are names of their
    own; "Rahim Farah" makes Farah a surname throughout its article.
    """
    run_on = words.select("word_no", "is_run_on")
    before = free.filter("is_run_on").select(
        pl.col("word_no") + 1, pl.lit(True).alias("is_after_free")
    )
    after = free.select(pl.col("word_no") - 1, pl.lit(True).alias("is_before_free"))
    hits = hits.join(run_on, on="word_no", how="left", maintain_order="left")
    for side in (before, after):
        hits = hits.join(side, on="word_no", how="left", maintain_order="left")
    is_single = (pl.col("what") == "place") & (pl.col("n_words") == 1)
    after_free = is_single & pl.col("is_after_free").fill_null(False)
    before_free = is_single & pl.col("is_before_free").fill_null(False) & pl.col("is_run_on")
    return hits.with_columns(
        (after_free | before_free).alias("is_part"),
        after_free.any().over("article_id", "key").alias("is_surname"),
    ).drop("is_before_free", "is_after_free", "is_run_on")
