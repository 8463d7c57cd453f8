"""The language of a text, by its script or by the share of its commonest words."""

import polars as pl

SAMPLE_LENGTH = 600
# Little words that make up a tenth or more of running text in each language.
COMMON_WORDS = {
    "en": "a the of and to in that was were with is are for by from said has have as at on it",
    "es": "a la de en el los las que por con una un del se fue más según y su",
    "fr": "a la de en le les des et une un dans est pour qui par sur selon du",
    "de": "der die und das den mit von dem ist nicht auf nach in ein eine im zu",
    "pt": "a o de e os das não uma um dos foi ao mais pela são que em do da no na",
    "it": "a la di e il che gli della sono nel per alla più è un una in del",
    "nl": "het een van en dat zijn met niet voor naar de in op te is",
    "tr": "ve bir bu için ile olarak olan çok da de",
    "id": "yang dan di dari untuk dengan pada itu dalam ke ini",
}
MIN_DIFFERENT = 3
MIN_SHARE = 0.12
# Letters that tell a language of a script apart, in the order to ask for them.
LETTERS = {
    "ps": r"[ټډړږښڼې]", "ur": r"[ٹڈڑےں]", "fa": r"[پچژگی]", "ar": r"\p{Arabic}",
    "uk": r"[іїєґ]", "ru": r"\p{Cyrillic}", "he": r"\p{Hebrew}", "hi": r"\p{Devanagari}",
    "am": r"\p{Ethiopic}", "ko": r"\p{Hangul}", "ja": r"[\p{Hiragana}\p{Katakana}]",
    "zh": r"\p{Han}", "my": r"\p{Myanmar}", "el": r"\p{Greek}",
}  # fmt: skip


def detect_languages(articles: pl.DataFrame) -> pl.DataFrame:
    """Adds `detected_language` (ISO 639-1; null where too little tells) from the text's start."""
    sample = articles.select(
        "article_id", pl.col("text").str.slice(0, SAMPLE_LENGTH).str.to_lowercase()
    )
    is_plain = sample["text"].str.len_bytes() == sample["text"].str.len_chars()
    written = sample.select(pl.when(~is_plain).then("text"))["text"]
    letters, latin = (written.str.count_matches(p) for p in (r"\p{L}", r"\p{Latin}"))
    is_latin = (is_plain & sample["text"].str.contains("[a-z]")) | (
        (latin * 2 >= letters) & (latin > 0)
    )
    by_script = pl.coalesce(
        pl.when(pl.col("text").str.contains(letter)).then(pl.lit(language))
        for language, letter in LETTERS.items()
    )
    scripts = sample.filter(latin * 2 < letters).select(
        "article_id", by_script.alias("detected_language")
    )
    words = (
        sample.filter(is_latin)
        .select(
            "article_id",
            pl.col("text").str.replace_all("\n", " ", literal=True).str.split(" ").alias("word"),
        )
        .with_columns(pl.col("word").list.len().alias("n_words"))
        .explode("word")
        .join(common_words(), on="word")
        .group_by("article_id", "language")
        .agg(
            pl.len().alias("hits"),
            pl.col("word").n_unique().alias("n_different"),
            pl.col("n_words").first(),
        )
        .filter(
            (pl.col("n_different") >= MIN_DIFFERENT)
            & (pl.col("hits") >= MIN_SHARE * pl.col("n_words"))
        )
        .sort("article_id", -pl.col("hits").cast(pl.Int32), "language")
        .group_by("article_id", maintain_order=True)
        .agg(pl.col("language").first().alias("detected_language"))
    )
    found = pl.concat([scripts.drop_nulls(), words])
    return articles.join(found, on="article_id", how="left", maintain_order="left")


def common_words() -> pl.DataFrame:
    """One row per language and common word."""
    rows = [(language, word) for language, text in COMMON_WORDS.items() for word in text.split()]
    return pl.DataFrame(rows, ["language", "word"], orient="row")
