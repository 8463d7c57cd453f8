"""Words that a person's name may be made of, with the mentions that cover them."""

import polars as pl

from pipelines.transforms.text.grammar.matching import fold, shadow

WORD = r"^[^A-Za-z]*([A-Za-z](?:[A-Za-z'.-]*[A-Za-z])?)"
BEFORE_WORD = r"^([^A-Za-z]*)"
INITIAL = r"^[A-Z]$"
CAPITALISED = r"^(?:[A-Z][a-z]+[A-Za-z'-]*|al-[A-Z][a-z]+|[A-Z])$"
IN_CAPITALS = r"^[A-Z][A-Z'.-]*$"
LOWER = r"[a-z]{2}"
POSSESSIVE = r"(?i)'s$"
# Words that no surname looks like; in capitals nothing else tells them from one.
NO_NAME = (
    r"(?i)(?:[a-z]{3}ed|ing|tion|tions|ment|ments|ly|ness|ists?|isms?)$|"
    r"^(?:to|not|if|said|was|or|mrs?)$"
)
PARTICLES = ["de", "del", "la", "las", "los", "da", "do", "dos", "y", "bin", "ibn", "al", "el",
             "van", "von", "der", "den", "di", "abu", "ul", "ur", "ben"]  # fmt: skip
# What a name may take over from other mentions.
TAKEN = ["place"]


def naming(sentences: pl.DataFrame, names: pl.DataFrame) -> pl.DataFrame:
    """The sentences of articles in which a word begins as some given name does."""
    shaded = " " + shadow(fold(pl.col("text")))
    begins = shaded.str.contains_any((" " + names["name"]).implode())
    named = sentences.filter(begins)["article_id"].unique()
    return sentences.filter(pl.col("article_id").is_in(named.implode()))


def read_words(
    sentences: pl.DataFrame, mentions: pl.DataFrame, names: pl.DataFrame
) -> pl.DataFrame:
    """One row per word: where it stands, whether a name may have it, and what mention covers it."""
    given = names.select(lower="name", is_given=pl.lit(True))
    covering = (
        mentions.filter(pl.col("sentence_id").is_in(sentences["sentence_id"].implode()))
        .select("sentence_id", "start", mention_start="start", mention_end="end", kind="kind")
        .sort("sentence_id", "start")
    )
    return (
        split_words(sentences)
        .join(given, on="lower", how="left", maintain_order="left")
        .sort("sentence_id", "start")
        .join_asof(
            covering, on="start", by="sentence_id", strategy="backward", check_sortedness=False
        )
        .with_columns(kind=pl.when(pl.col("mention_end") > pl.col("start")).then("kind"))
        .with_columns(is_within=is_within(), is_first_name=is_first_name())
        .with_columns(
            is_name=is_shaped()
            & (pl.col("kind").is_null() | pl.col("kind").is_in(TAKEN) | pl.col("is_first_name")),
            is_particle=pl.col("lower").is_in(PARTICLES),
        )
        .with_columns(pl.col("is_given").fill_null(False))
    )


def split_words(sentences: pl.DataFrame) -> pl.DataFrame:
    """One row per word: article_id, sentence_id, is_mixed (no text of capitals), word, lower,
    start, end, token_end (with the marks behind it) and has_lead (marks before it)."""
    spaced = fold(pl.col("text")).str.replace_all(r"\s", " ")
    size = pl.col("token").str.len_bytes().cast(pl.Int32) + 1
    tokens = (
        sentences.select(
            "article_id", "sentence_id", "start", token=spaced.str.split(" "),
            is_mixed=pl.col("text").str.contains(LOWER),
        )
        .explode("token", empty_as_null=False)
        .with_columns(at=pl.col("start") + (size.cum_sum().over("sentence_id") - size))
        .filter(pl.col("token") != "")
        .with_columns(
            lead=pl.col("token").str.extract(BEFORE_WORD),
            word=pl.col("token").str.extract(WORD).str.replace(POSSESSIVE, ""),
        )
    )  # fmt: skip
    start = pl.col("at") + pl.col("lead").str.len_bytes()
    return tokens.select(
        "article_id", "sentence_id", "is_mixed", "word",
        has_lead=pl.col("lead") != "",
        start=start.cast(pl.Int32),
        end=(start + pl.col("word").str.len_bytes()).cast(pl.Int32),
        token_end=(pl.col("at") + pl.col("token").str.len_bytes()).cast(pl.Int32),
        lower=pl.col("word").str.to_lowercase(),
    )  # fmt: skip


def is_within() -> pl.Expr:
    """True inside a place's name: "San Miguel de Mercedes" is nobody called Miguel."""
    return ((pl.col("kind") == "place") & (pl.col("mention_start") < pl.col("start"))).fill_null(
        False
    )


def is_first_name() -> pl.Expr:
    """True for a given name that in capitals looks like a party: "ANA ISABEL CASANOVA" is no
    army."""
    return (
        (pl.col("kind") == "actor")
        & pl.col("is_given")
        & ~pl.col("is_mixed")
        & (pl.col("mention_start") == pl.col("start"))
        & (pl.col("mention_end") == pl.col("end"))
    ).fill_null(False)


def is_shaped() -> pl.Expr:
    """True where a word is written as a part of a name is."""
    shaped = pl.when("is_mixed").then(pl.col("word").str.contains(CAPITALISED)).otherwise(
        pl.col("word").str.contains(IN_CAPITALS)
    )  # fmt: skip
    looks_other = pl.col("word").str.contains(NO_NAME) & pl.col("is_given").is_null()
    return (shaped & ~looks_other).fill_null(False)


def number_runs(words: pl.DataFrame) -> pl.DataFrame:
    """Add run, equal for neighbours that fit and that no mark parts, and next_kind."""
    is_same = pl.col("sentence_id") == pl.col("sentence_id").shift(1)
    is_initial = pl.col("word").str.contains(INITIAL)
    is_parted = ((pl.col("end") != pl.col("token_end")) & ~is_initial).shift(1)
    goes_on = is_same & pl.col("fits") & pl.col("fits").shift(1) & ~is_parted & ~pl.col("has_lead")
    return words.with_columns(
        run=(~goes_on.fill_null(False)).cum_sum(),
        next_kind=pl.when(is_same.shift(-1)).then(pl.col("kind").shift(-1)),
    )
