"""Pairs of articles that tell one text: candidates first, then a look at each new pair."""

import polars as pl

from pipelines.transforms.events.copies.article_texts import ArticleTexts
from pipelines.transforms.events.copies.candidates import (
    PAIR,
    count_shared,
    find_candidates,
    meet_undated,
    share_keys,
    share_rare_words,
)
from pipelines.transforms.events.copies.covered_sentences import tell_the_same
from pipelines.transforms.events.copies.story_memory import Compared, StoryMemory, compare_with
from pipelines.transforms.text.pages.tellings import MIN_STEMS, shingles, whole_words

MIN_SENTENCES = 4
NEAR_COPY_PERCENT = 90
REWRITE_PERCENT = 20
# A pair is worth a look sentence by sentence where the shorter shares this much of its stems.
STEMS_PERCENT = 20
# Pairs looked at together: what a look needs for each is some thousand rows.
BATCH = 20_000


def match_articles(
    days: pl.DataFrame, texts: ArticleTexts, memory: StoryMemory
) -> tuple[pl.DataFrame, StoryMemory]:
    """Pairs of articles that are copies or paraphrases: first_id, second_id, story_reason.

    `days` brings article_id, day (null where undated) and rank (the order in which an article may
    be another's original); first_id is the one of the lower rank. What `memory` holds is not looked
    at again; what is to be remembered of this run comes second.
    """
    compared = compare_with(days, texts, memory)
    keys = share_keys(
        compared, texts, compared.numbered(memory.shared_keys, "article").rename(
            {"article": "article_no"})
    )  # fmt: skip
    rare_before = compared.numbered(memory.rare_word_pairs, *PAIR)
    dated = share_rare_words(compared, texts, rare_before)
    undated, common_stems = meet_undated(compared, texts, rare_before, memory.common_stems)
    rare = pl.concat([dated, undated])
    candidates = find_candidates(keys, rare)
    known = compared.numbered(memory.judged_pairs, *PAIR).join(candidates, on=PAIR, how="semi")
    unknown = candidates.join(known, on=PAIR, how="anti")
    judged = pl.concat([known, judge_pairs(unknown, compared, texts)], how="diagonal")
    ids = compared.articles.select("article_no", "article_id")
    pairs = (
        judged.drop_nulls()
        .join(ids.rename({"article_no": "first", "article_id": "first_id"}), on="first")
        .join(ids.rename({"article_no": "second", "article_id": "second_id"}), on="second")
        .select("first_id", "second_id", "story_reason")
        .sort("first_id", "second_id")
    )
    return pairs, StoryMemory(
        compared.articles.select("article", "content", "week"),
        compared.named(keys, "article_no").select("key", article="article_no"),
        compared.named(rare, *PAIR).select("week", *PAIR),
        common_stems,
        compared.named(judged, *PAIR).select(*PAIR, "story_reason"),
    )


def judge_pairs(pairs: pl.DataFrame, compared: Compared, texts: ArticleTexts) -> pl.DataFrame:
    """The pairs with story_reason, null where they do not tell one text.

    A function of the two articles of each pair alone, and of which of them is the first.
    """
    if pairs.is_empty():
        return pairs.with_columns(story_reason=pl.lit(None, pl.String))
    told = texts.stems(among(compared.articles, pairs))
    alike = share_stems(pairs, told.select("article_no", "stem").unique())
    same = name_reasons(compare_articles(alike, told, compared, texts), compared, texts)
    return pairs.join(same, on=PAIR, how="left")


def among(articles: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """The articles that stand in some pair."""
    paired = pl.concat(pairs.select(article_no=side) for side in PAIR).unique()
    return articles.join(paired, on="article_no", how="semi")


def share_stems(pairs: pl.DataFrame, stems: pl.DataFrame) -> pl.DataFrame:
    """The pairs of which the one with fewer stems shares enough of them."""
    counted = count_shared(pairs, stems, "stem")
    is_worth_it = pl.col("n_shared") * 100 >= pl.col("n_least") * STEMS_PERCENT
    return counted.filter(is_worth_it).select(PAIR)


def compare_articles(
    pairs: pl.DataFrame, told: pl.DataFrame, compared: Compared, texts: ArticleTexts
) -> pl.DataFrame:
    """The pairs that tell one text, looked at in batches so that memory does not grow with them.

    Sentences of fewer than five stems say too little to be told apart and are left out.
    """
    involved = among(told, pairs).filter(pl.len().over("article_no", "sentence_no") >= MIN_STEMS)
    sizes = involved.group_by("article_no").agg(n=pl.col("sentence_no").n_unique())
    long = sizes.filter(pl.col("n") >= MIN_SENTENCES)
    both_long = pairs
    for side in PAIR:
        both_long = both_long.join(long, left_on=side, right_on="article_no", how="semi")
    short = pairs.join(both_long, on=PAIR, how="anti")
    retold = [tell_the_same(batch, involved) for batch in both_long.sort(PAIR).iter_slices(BATCH)]
    if short.height:
        retold.append(repeat_the_words(short, texts.bodies(among(compared.articles, short))))
    return pl.concat([pairs.clear(), *retold])


def repeat_the_words(pairs: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Pairs that hold nearly the same words and the same figures: short texts that are copies."""
    words = whole_words(sentences)
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


def name_reasons(pairs: pl.DataFrame, compared: Compared, texts: ArticleTexts) -> pl.DataFrame:
    """Add story_reason, the strongest that holds.

    exact: the same sentences; copy: half of the shorter text's sentences word for word; rewrite: a
    fifth of its runs of five words; paraphrase: none of these.
    """
    by_sentence = count_shared(
        pairs, texts.sentence_keys(among(compared.articles, pairs)), "sentence_key"
    )
    is_exact = (pl.col("n_shared") == pl.col("n_most")) & (pl.col("n_most") > 0)
    is_copy = pl.col("n_shared") * 2 >= pl.col("n_least")
    named = by_sentence.select(
        *PAIR,
        reason=pl.when(is_exact).then(pl.lit("exact")).when(is_copy).then(pl.lit("copy")),
    )
    others = named.filter(pl.col("reason").is_null()).select(PAIR)
    runs = shingles(texts.bodies(among(compared.articles, others))).unique()
    is_rewrite = pl.col("n_shared") * 100 >= pl.col("n_least") * REWRITE_PERCENT
    reworded = count_shared(others, runs, "shingle").select(
        *PAIR,
        told=pl.when(is_rewrite).then(pl.lit("rewrite")).otherwise(pl.lit("paraphrase")),
    )
    return named.join(reworded, on=PAIR, how="left").select(
        *PAIR, story_reason=pl.coalesce("reason", "told")
    )
