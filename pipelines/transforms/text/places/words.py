"""Capitalised words of sentences with their offsets, and the names that one to five of them spell.

Everything between two capitalised words is a gap; a gap of blanks or of a linking word ("of",
"e", "al-") joins them into one name.
"""

import polars as pl

from pipelines.transforms.text.places.keys import plain_form

LONGEST_NAME = 5
PIECE = r"(?:\p{Lu}\.){2,}|\p{Lu}[\p{L}\p{M}'’ʻʼ`‘-]*|[^\p{Lu}]+"
ARTICLE = r"(?:[Aa]l|[Ee]l|[Aa]d|[Aa]r|[Aa]s|[Aa]sh|[Aa]t|[Aa]z|[Aa]n|[Ee]z|[Ee]s|[Ee]r|[Uu]s)"
JOINING_GAP = (
    r"^\s+(?:(?:of|the|and|de|del|du|des|da|do|la|e|i|ye|wa|va|le|les|sur|"
    rf"{ARTICLE})[\s-]+){{0,2}}$"
)
RUN_GAP = rf"^\s+(?:(?:e|i|wa|{ARTICLE})[\s-]+)?$"
INITIALS = r"^(?:\p{Lu}\.){2,}$"
CAPITALS = r"^\p{Lu}{2,4}$"
# "The Kaduna-Abuja highway" has two names.
ROAD_PAIR = (
    r"(\p{Lu}\p{Ll}+)-(\p{Lu}\p{Ll}+\s(?:road|highway|motorway|expressway|route|axis|railway|"
    r"rail|stretch|corridor)(?-u:\b))"
)
SPAN_COLUMNS = ["article_id", "sentence_id", "word_no", "n_words", "start", "end", "key"]


def with_parted_roads(sentences: pl.DataFrame) -> pl.DataFrame:
    """Sentences whose text parts the two ends of a road with a dash, character for character."""
    return sentences.with_columns(pl.col("text").str.replace_all(ROAD_PAIR, "$1\u2013$2"))


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
    is_long = pl.col("gap_before").str.len_bytes() > 2
    article = pl.when(is_long).then("gap_before").str.extract(rf"(?:^|[\s\"“‘'(,])({ARTICLE}-)$")
    words = words.join(spellings(words), on="piece", maintain_order="left").with_columns(
        article.fill_null("").alias("article")
    )
    is_next = pl.col("sentence_id") == pl.col("sentence_id").shift(-1)
    follows = is_next.fill_null(False) & ~pl.col("is_possessive")
    is_blank = pl.col("gap_after") == " "
    other_gap = pl.when(follows & ~is_blank).then("gap_after")
    return words.with_row_index("word_no").select(
        "article_id",
        "sentence_id",
        "style",
        pl.col("word_no").cast(pl.Int64),
        (pl.col("start") - pl.col("article").str.len_chars().cast(pl.Int64)).alias("start"),
        (pl.col("start") + pl.col("core").str.len_chars().cast(pl.Int64)).alias("end"),
        pl.col("piece").alias("word"),
        "core",
        "plain",
        "first_token",
        "article",
        "gap_before",
        "gap_after",
        "is_possessive",
        ((follows & is_blank) | other_gap.str.contains(JOINING_GAP).fill_null(False)).alias(
            "is_joined"
        ),
        ((follows & is_blank) | other_gap.str.contains(RUN_GAP).fill_null(False)).alias(
            "is_run_on"
        ),
        "text",
    )


def spellings(words: pl.DataFrame) -> pl.DataFrame:
    """One row per distinct piece: piece, core (less possessive and trailing marks), plain (form of
    the core), first_token (of the plain form), is_possessive."""
    core = pl.col("piece").str.replace(r"['’]s$", "").str.replace(r"[-'’`‘]+$", "")
    return (
        words.select("piece")
        .unique()
        .with_columns(
            core.alias("core"), pl.col("piece").str.contains(r"['’]s$").alias("is_possessive")
        )
        .with_columns(plain_form(pl.col("core")).alias("plain"))
        .with_columns(pl.col("plain").str.extract(r"^([^ ]+)").alias("first_token"))
    )


def name_spans(words: pl.DataFrame, first_tokens: pl.Series | None = None) -> pl.DataFrame:
    """One row per run of one to five joined words: word_no, n_words, sentence_id, start, end, key.

    key is the plain form, and for initials and short capitals ("U.S.", "DRC") its letters apart;
    in a text of capitals only initials with points count as such. Given `first_tokens`, of runs of
    several words only those stay that begin with one of them or with an Arabic article.
    """
    joint = pl.when(pl.col("is_joined") & (pl.col("gap_after") != " ")).then("gap_after")
    article = pl.when(pl.col("article") != "").then("article")
    words = words.filter(pl.col("plain") != "").with_columns(
        plain_form(joint).replace("", None).alias("link"),
        plain_form(article).replace("", None).alias("lead"),
    )
    begins = pl.col("plain") != ""
    if first_tokens is not None:
        begins = pl.col("first_token").is_in(first_tokens.implode()) | pl.col("lead").is_not_null()
    words = words.with_columns(
        pl.format(" {} ", "link").fill_null(" ").alias("link"),
        pl.format("{} ", "lead").fill_null("").alias("lead"),
        begins.alias("begins_name"),
        is_word=pl.col("plain") != "",
    )
    spans = [span_of(words, n_words) for n_words in range(1, LONGEST_NAME + 1)]
    return pl.concat([*spans, initials(words)])


def span_of(words: pl.DataFrame, n_words: int) -> pl.DataFrame:
    """Names of exactly n_words words that joining gaps hold together."""
    last = n_words - 1
    parts = ["lead", "plain"]
    following: dict[str, pl.Expr] = {}
    is_whole = pl.col("begins_name" if last else "is_word")
    for step in range(1, n_words):
        following |= {
            f"link_{step}": pl.col("link").shift(1 - step),
            f"plain_{step}": pl.col("plain").shift(-step),
        }
        parts += [f"link_{step}", f"plain_{step}"]
        is_whole &= pl.col("is_joined").shift(1 - step) & (
            pl.col("word_no").shift(-step) == pl.col("word_no") + step
        )
    return (
        words.with_columns(pl.col("end").shift(-last), **following)
        .filter(is_whole.fill_null(False))
        .with_columns(pl.concat_str(parts).alias("key"), pl.lit(n_words, pl.Int64).alias("n_words"))
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
