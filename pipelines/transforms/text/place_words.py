"""Capitalised words of sentences with their offsets, and the names that one to five of them spell.

Everything between two capitalised words is a gap; a gap of blanks or of a linking word ("of",
"e", "al-") joins them into one name.
"""

import polars as pl

from pipelines.transforms.text.place_keys import plain_form

LONGEST_NAME = 5
PIECE = r"(?:\p{Lu}\.){2,}|\p{Lu}[\p{L}\p{M}'’ʻʼ`‘-]*|[^\p{Lu}]+"
ARTICLE = r"(?:[Aa]l|[Ee]l|[Aa]d|[Aa]r|[Aa]s|[Aa]sh|[Aa]t|[Aa]z|[Aa]n|[Ee]z|[Ee]s|[Ee]r|[Uu]s)"
JOINING_GAP = (
    rf"^\s+(?:(?:of|the|and|de|del|da|do|la|e|i|ye|wa|va|le|les|sur|{ARTICLE})[\s-]+){{0,2}}$"
)
RUN_GAP = rf"^\s+(?:(?:e|i|wa|{ARTICLE})[\s-]+)?$"
INITIALS = r"^(?:\p{Lu}\.){2,}$"
CAPITALS = r"^\p{Lu}{2,4}$"
SPAN_COLUMNS = ["article_id", "sentence_id", "word_no", "n_words", "start", "end", "key"]


def capitalised_words(sentences: pl.DataFrame) -> pl.DataFrame:
    """One row per capitalised word: article_id, sentence_id, word_no, start, end, word, core,
    gap_before, gap_after, is_possessive, is_joined and is_run_on (to the next word: by any linking
    word; by blanks or an article alone), text (of the sentence).

    start and end count characters of the sentence; an Arabic article before the word belongs to
    it. word_no counts through the frame.
    """
    pieces = (
        sentences.select(
            "article_id",
            "sentence_id",
            "style",
            "text",
            pl.col("text").str.extract_all(PIECE).alias("piece"),
            (pl.col("text").str.len_chars().cum_sum() - pl.col("text").str.len_chars()).alias(
                "base"
            ),
        )
        .explode("piece", empty_as_null=True)
        .filter(pl.col("piece").is_not_null())
        .with_columns(pl.col("piece").str.len_chars().cast(pl.Int64).alias("length"))
        .with_columns(
            (pl.col("length").cum_sum() - pl.col("length") - pl.col("base").cast(pl.Int64)).alias(
                "start"
            ),
            pl.col("piece").str.contains(r"^\p{Lu}").alias("is_word"),
        )
    )
    same_before = pl.col("sentence_id") == pl.col("sentence_id").shift(1)
    same_after = pl.col("sentence_id") == pl.col("sentence_id").shift(-1)
    gap_before = pl.when(same_before & ~pl.col("is_word").shift(1)).then(pl.col("piece").shift(1))
    gap_after = pl.when(same_after & ~pl.col("is_word").shift(-1)).then(pl.col("piece").shift(-1))
    words = pieces.with_columns(
        gap_before.fill_null("").alias("gap_before"), gap_after.fill_null("").alias("gap_after")
    ).filter("is_word")
    return finish_words(words)


def finish_words(words: pl.DataFrame) -> pl.DataFrame:
    """Cut possessives and trailing marks, take the Arabic article in, number the words."""
    core = pl.col("piece").str.replace(r"['’]s$", "").str.replace(r"[-'’`‘]+$", "").alias("core")
    article = pl.col("gap_before").str.extract(rf"(?:^|[\s\"“‘'(,])({ARTICLE}-)$").fill_null("")
    words = words.with_columns(core, article.alias("article")).with_row_index("word_no")
    is_next = pl.col("sentence_id") == pl.col("sentence_id").shift(-1)
    is_possessive = pl.col("piece").str.contains(r"['’]s$")
    return words.select(
        "article_id",
        "sentence_id",
        "style",
        pl.col("word_no").cast(pl.Int64),
        (pl.col("start") - pl.col("article").str.len_chars().cast(pl.Int64)).alias("start"),
        (pl.col("start") + pl.col("core").str.len_chars().cast(pl.Int64)).alias("end"),
        pl.col("piece").alias("word"),
        "core",
        "article",
        "gap_before",
        "gap_after",
        is_possessive.alias("is_possessive"),
        (is_next & ~is_possessive & pl.col("gap_after").str.contains(JOINING_GAP))
        .fill_null(False)
        .alias("is_joined"),
        (is_next & ~is_possessive & pl.col("gap_after").str.contains(RUN_GAP))
        .fill_null(False)
        .alias("is_run_on"),
        "text",
    )


def name_spans(words: pl.DataFrame) -> pl.DataFrame:
    """One row per run of one to five joined words: word_no, n_words, sentence_id, start, end, key.

    key is the plain form, and for initials and short capitals ("U.S.", "DRC") its letters apart;
    in a text of capitals only initials with points count as such.
    """
    words = words.with_columns(
        plain_form(pl.col("core")).alias("plain"),
        plain_form(pl.col("article")).alias("lead"),
        plain_form(pl.col("gap_after")).alias("link"),
    )
    link = pl.when(pl.col("link") == "").then(pl.lit(" ")).otherwise(pl.format(" {} ", "link"))
    lead = pl.when(pl.col("lead") != "").then(pl.format("{} ", "lead")).otherwise(pl.lit(""))
    words = words.with_columns(link.alias("link"), lead.alias("lead"))
    words = words.filter(pl.col("plain") != "")
    spans = [span_of(words, n_words) for n_words in range(1, LONGEST_NAME + 1)]
    return pl.concat([*spans, initials(words)])


def span_of(words: pl.DataFrame, n_words: int) -> pl.DataFrame:
    """Names of exactly n_words words that joining gaps hold together."""
    last = n_words - 1
    parts = [pl.col("lead"), pl.col("plain")]
    for step in range(1, n_words):
        parts += [pl.col("link").shift(1 - step), pl.col("plain").shift(-step)]
    is_joined = pl.all_horizontal(
        pl.lit(True),
        *(
            pl.col("is_joined").shift(-step)
            & (pl.col("word_no").shift(-step - 1) == pl.col("word_no") + step + 1)
            for step in range(last)
        ),
    ).fill_null(False)
    return (
        words.with_columns(
            pl.col("end").shift(-last),
            pl.concat_str(parts).alias("key"),
            is_joined.alias("is_whole"),
            pl.lit(n_words, pl.Int64).alias("n_words"),
        )
        .filter("is_whole")
        .select(SPAN_COLUMNS)
    )


def initials(words: pl.DataFrame) -> pl.DataFrame:
    """Initials and short words in capitals, their letters apart: "u s", "d r c"."""
    letters = pl.col("core").str.replace_all(".", "", literal=True).str.replace_all("(.)", "$1 ")
    is_short = pl.col("core").str.contains(CAPITALS) & (pl.col("style") != "capitals")
    return (
        words.filter(pl.col("core").str.contains(INITIALS) | is_short)
        .with_columns(
            letters.str.strip_chars().str.to_lowercase().alias("key"),
            pl.lit(1, pl.Int64).alias("n_words"),
        )
        .select(SPAN_COLUMNS)
    )
