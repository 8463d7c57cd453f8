"""What an article tells: its words and word stems, as numbers, since joins on texts cost more."""

import polars as pl

STEM_LETTERS = 5
SHORTEST_WORD = 3
MIN_STEMS = 5
SHINGLE_WORDS = 5
STEM_BITS = 2**32 - 1
QUOTE_WORDS = 8
YESTERDAY = r"(?i)(?-u:\b)(?:yesterday|last night)(?-u:\b)"
PASSAGE = 3
# Knuth's multiplier for 64 bits: products run over and mix.
MIXER = pl.lit(6_364_136_223_846_793_005, pl.UInt64)
WORD = r"[\p{L}]+|[0-9]+"
# Words of grammar and of saying: shared by any two texts, so no sign of one story.
FUNCTION_WORDS = (
    "the", "and", "that", "with", "from", "have", "has", "had", "were", "was", "been", "their",
    "they", "this", "than", "then", "them", "there", "which", "would", "could", "about",
    "after", "before", "over", "into", "onto", "also", "said", "say", "says", "told",
    "according", "more", "some", "other", "others", "when", "while", "where", "what", "who",
    "whom", "will", "his", "her", "its", "for", "are", "not", "but", "all", "any",
    "can", "did", "does", "our", "out", "such", "only", "very", "just", "being", "because",
    "between", "during", "since", "until", "these", "those", "him", "she", "had", "most",
    "many", "much", "own", "same", "should", "under", "upon", "each", "both", "few", "doing",
    "further", "how", "nor", "off", "once", "again", "against", "through", "per", "among",
    "amid",
)  # fmt: skip
NUMBER_WORDS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "dozen", "dozens", "scores", "hundred", "hundreds", "thousand", "thousands",
)  # fmt: skip


def stems_told(sentences: pl.DataFrame) -> pl.DataFrame:
    """One row per sentence and stem: article_no, sentence_no, stem, is_quoted.

    A stem is quoted where it stands inside the sentence's quotation alone.
    """
    own = stems(sentences.with_columns(text=without_quote()))
    quoted = sentences.filter(pl.col("quote_start").is_not_null()).with_columns(text=quote_text())
    return (
        pl.concat([own.with_columns(is_quoted=False), stems(quoted).with_columns(is_quoted=True)])
        .group_by("article_no", "sentence_no", "stem")
        .agg(pl.col("is_quoted").all())
    )


def pack_stem() -> pl.Expr:
    """One number of stem, sentence_no and is_quoted: lists of numbers are unpacked at half the
    cost of lists side by side."""
    place = pl.col("sentence_no").cast(pl.UInt64) * 2 + pl.col("is_quoted").cast(pl.UInt64)
    return pl.col("stem").cast(pl.UInt64) * 2**32 + place


def unpack_stem(told: pl.Expr) -> dict[str, pl.Expr]:
    """The columns that were packed into one."""
    place = (told % 2**32).cast(pl.UInt32)
    return {
        "stem": (told // 2**32).cast(pl.UInt32),
        "sentence_no": (place // 2).cast(pl.Int32),
        "is_quoted": place % 2 == 1,
    }


def without_quote() -> pl.Expr:
    """The text of a sentence without its longest quoted span."""
    before = pl.col("text").str.slice(0, pl.col("quote_start") - pl.col("start"))
    after = pl.col("text").str.slice(pl.col("quote_end") - pl.col("start"))
    return (
        pl.when(pl.col("quote_start").is_null())
        .then("text")
        .otherwise(pl.concat_str(before, pl.lit(" "), after))
    )


def quote_text() -> pl.Expr:
    """The longest quoted span of a sentence."""
    return pl.col("text").str.slice(
        pl.col("quote_start") - pl.col("start"), pl.col("quote_end") - pl.col("quote_start")
    )


def words() -> pl.Expr:
    """The words and numbers of a text in lower case, as a list."""
    return pl.col("text").str.to_lowercase().str.extract_all(WORD)


def stems(sentences: pl.DataFrame) -> pl.DataFrame:
    """One row per sentence and distinct stem: article_no, sentence_no, stem (32 bits of its hash).

    Numbers stand whole, words are cut to their first letters; words of grammar are left out.
    """
    spoken = (
        sentences.select("article_no", "sentence_no", word=words())
        .explode("word", empty_as_null=False)
        .with_columns(pl.col("word").cast(pl.Categorical))
    )
    # What a word is is asked once of each distinct word, not each time it stands somewhere.
    text = pl.col("word").cast(pl.String)
    is_number = text.str.contains("^[0-9]")
    is_content = (text.str.len_chars() >= SHORTEST_WORD) & ~text.is_in(FUNCTION_WORDS)
    stem = pl.when(is_number).then(text).otherwise(text.str.slice(0, STEM_LETTERS))
    content = (
        spoken.select(pl.col("word").unique())
        .filter(is_number | is_content)
        .select("word", stem=(stem.hash() & STEM_BITS).cast(pl.UInt32))
    )
    return spoken.join(content, on="word").select("article_no", "sentence_no", "stem").unique()


def whole_words(sentences: pl.DataFrame) -> pl.DataFrame:
    """One row per article and distinct word, whatever it is: article_no, word, is_figure."""
    return (
        sentences.select("article_no", word=words())
        .explode("word", empty_as_null=False)
        .unique()
        .with_columns(
            is_figure=pl.col("word").is_in(NUMBER_WORDS) | pl.col("word").str.contains("^[0-9]")
        )
    )


def sentence_keys(sentences: pl.DataFrame) -> pl.DataFrame:
    """One row per article and distinct sentence as bare words: article_no, sentence_key.

    Equal keys mean the same sentence word for word; short ones (fewer than six words) are no sign.
    """
    return (
        sentences.select("article_no", word=words())
        .filter(pl.col("word").list.len() > MIN_STEMS)
        .select("article_no", sentence_key=pl.col("word").list.join(" ").hash())
        .unique()
    )


def shingles(sentences: pl.DataFrame) -> pl.DataFrame:
    """One row per run of five words, across sentences: article_no, shingle (its hash)."""
    spoken = (
        sentences.sort("article_no", "sentence_no")
        .select("article_no", word=words())
        .explode("word", empty_as_null=False)
        .with_columns(pl.col("word").hash())
    )
    shingle = pl.col("word")
    for place in range(1, SHINGLE_WORDS):
        shingle = shingle * MIXER + pl.col("word").shift(-place)
    is_whole = pl.col("article_no").shift(1 - SHINGLE_WORDS) == pl.col("article_no")
    return (
        spoken.select("article_no", shingle=shingle, is_whole=is_whole)
        .filter("is_whole")
        .drop("is_whole")
    )


def quotations(sentences: pl.DataFrame) -> pl.DataFrame:
    """One row per article and long quoted passage of a sentence.

    Returns article_no, quotes (a hash of its bare words), quote_words (how many), and
    quote_days_after: 1 where the sentence or one of the three before it dates what it tells to
    yesterday.
    """
    told = sentences.sort("article_no", "sentence_no").with_columns(
        is_yesterday=without_quote().str.contains(YESTERDAY).cast(pl.Int32)
    )
    lately = [pl.col("is_yesterday").shift(n).over("article_no") for n in range(PASSAGE + 1)]
    return (
        told.with_columns(days_after=pl.max_horizontal(lately))
        .filter(pl.col("quote_start").is_not_null())
        .with_columns(word=quote_text().str.to_lowercase().str.extract_all(WORD))
        .filter(pl.col("word").list.len() >= QUOTE_WORDS)
        .group_by("article_no", quotes=pl.col("word").list.join(" ").hash())
        .agg(
            quote_words=pl.col("word").list.len().first().cast(pl.Int32),
            quote_days_after=pl.col("days_after").max(),
        )
    )
