"""What an article tells in its own words: its sentences without quotations, as word stems."""

import polars as pl

STEM_LETTERS = 5
SHORTEST_WORD = 3
MIN_STEMS = 5
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


def tell(sentences: pl.DataFrame) -> pl.DataFrame:
    """One row per sentence and stem: article_id, sentence_no, stem, is_quoted.

    A stem is quoted where it stands inside the sentence's quotation alone. Sentences of fewer than
    five stems say too little to be told apart and are left out.
    """
    own = stems(sentences.with_columns(text=without_quote()))
    quoted = sentences.filter(pl.col("quote_start").is_not_null()).with_columns(text=quote_text())
    return (
        pl.concat([own.with_columns(is_quoted=False), stems(quoted).with_columns(is_quoted=True)])
        .group_by("article_id", "sentence_no", "stem")
        .agg(pl.col("is_quoted").all())
        .filter(pl.len().over("article_id", "sentence_no") >= MIN_STEMS)
        .sort("article_id", "sentence_no", "stem")
    )


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


def all_stems(sentences: pl.DataFrame) -> pl.DataFrame:
    """One row per article and distinct stem, quotations included: article_id, stem."""
    return stems(sentences).select("article_id", "stem").unique().sort("article_id", "stem")


def whole_words(sentences: pl.DataFrame) -> pl.DataFrame:
    """One row per article and distinct word, whatever it is: article_id, word, is_figure."""
    return (
        sentences.select("article_id", word=pl.col("text").str.to_lowercase().str.extract_all(WORD))
        .explode("word")
        .unique()
        .with_columns(
            is_figure=pl.col("word").is_in(NUMBER_WORDS) | pl.col("word").str.contains("^[0-9]")
        )
    )


def stems(sentences: pl.DataFrame) -> pl.DataFrame:
    """Distinct stems of each sentence's text: numbers whole, words cut to their first letters."""
    is_number = pl.col("word").str.contains("^[0-9]")
    is_content = (pl.col("word").str.len_chars() >= SHORTEST_WORD) & ~pl.col("word").is_in(
        FUNCTION_WORDS
    )
    return (
        sentences.select(
            "article_id",
            "sentence_no",
            word=pl.col("text").str.to_lowercase().str.extract_all(WORD),
        )
        .explode("word")
        .filter(is_number | is_content)
        .select(
            "article_id",
            "sentence_no",
            stem=pl.when(is_number).then("word").otherwise(
                pl.col("word").str.slice(0, STEM_LETTERS)
            ),
        )
        .unique()
        .sort("article_id", "sentence_no", "stem")
    )  # fmt: skip


def sentence_keys(sentences: pl.DataFrame) -> pl.DataFrame:
    """One row per article and distinct sentence as bare words: article_id, sentence_key.

    Equal keys mean the same sentence word for word; short ones (fewer than six words) are no sign.
    """
    words = pl.col("text").str.to_lowercase().str.extract_all(WORD)
    return (
        sentences.select("article_id", word=words)
        .filter(pl.col("word").list.len() > MIN_STEMS)
        .select("article_id", sentence_key=pl.col("word").list.join(" "))
        .unique()
        .sort("article_id", "sentence_key")
    )
