"""Persons harmed by name whose office the article tells elsewhere: "Senator Juan Salas ... Salas's
murder"."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.grammar.signs import fill, sign_words
from pipelines.transforms.text.named_again import nouns, words_of_no_name
from pipelines.transforms.text.parties.generic_actors import HARMS

CIVILIANS = "civilians"
# "Senator Juan Salas", "the mayor of Quito, Juan Salas"
NAMES = r"((?:(?-i:[A-Z])[\p{L}.'\x{2019}-]+ ?){1,4})"
OF_PLACE = r"(?: (?:of|for) (?:(?:the )?(?-i:[A-Z])[\p{L}'\x{2019}-]+ ?){1,3}?,)?"
BEFORE = rf"(?i)<civil_office>{OF_PLACE},? {NAMES}"
ARMED_BEFORE = rf"(?i)<armed_office>,? {NAMES}"
# "Salas, a candidate for", "Salas was the mayor of"
WHO = r"(?:,| was| is| had been| has been)(?: an?| the| former| also| once)* (?:[\p{L}-]+ ){0,2}?"
WHOLE = r"((?:(?-i:[A-Z])[\p{L}.'\x{2019}-]+ ){0,3}(?-i:[A-Z])[\p{L}'\x{2019}-]{3,})"
BEHIND = rf"(?i){WHOLE}{WHO}<civil_office>"
ARMED_BEHIND = rf"(?i){WHOLE}{WHO}<armed_office>"
WORD = r"[\p{L}'\x{2019}-]{4,}"
# Where a name ends, which in capitals nothing else tells.
NO_NAME = (
    r"(?:^|[ ,.])(?:said|says?|told|adds?|added|noted|and|or|of|in|on|at|by|for|from|to|with|as|"
    r"that|who|which|was|were|is|are|has|had|have|will|would|the|an?|this|his|her|he|she|it|when|"
    r"while|after|before|but|not|also|be|been|today|yesterday|killed|murdered|shot|died)(?:[ ,.]|$)"
)
ENDS, STARTS = rf"(?i){NO_NAME}.*$", rf"(?i)^.*{NO_NAME}"


def name_offices(claims: pl.DataFrame, articles: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Claims, one person harmed by name without a victim's kind as a civilian where the article
    tells a civil office with the name, and never a rank or a fighter's.

    articles: article_id, text. claims: the columns of Claims.
    """
    words_of_name = pl.col("value_text").str.to_lowercase().str.extract_all(WORD)
    is_named = pl.col("value_text").str.contains(r"^\p{Lu}")
    asked = (
        claims.with_row_index("row")
        .filter(
            pl.col("claim_type") == "casualty",
            pl.col("harm").is_in(HARMS),
            pl.col("victim_actor_id").is_null(),
            pl.col("value_best") == 1,
            is_named,
        )
        .select("row", "article_id", words=words_of_name, word=words_of_name)
        .explode("word", empty_as_null=False)
        .filter(
            ~pl.col("word").is_in(words_of_no_name(lexicons).implode())
            | ((pl.col("words").list.len() == 1) & ~pl.col("word").is_in(nouns(lexicons).implode()))
        )
    )
    if asked.is_empty():
        return claims
    words = sign_words(lexicons)
    told = articles.join(asked.select("article_id").unique(), on="article_id", how="semi")
    civil = named_so(told, fill(BEFORE, words), fill(BEHIND, words))
    armed = named_so(told, fill(ARMED_BEFORE, words), fill(ARMED_BEHIND, words))
    rows = same_person(asked, civil).filter(
        ~pl.col("row").is_in(same_person(asked, armed)["row"].implode())
    )["row"]
    is_civil = pl.int_range(pl.len()).is_in(rows.cast(pl.Int64).implode())
    does = pl.col("initiator_actor_id").is_not_null()
    return claims.with_columns(
        victim_actor_id=pl.when(is_civil).then(pl.lit(CIVILIANS)).otherwise("victim_actor_id"),
        target_actor_id=pl.when(is_civil & does & pl.col("target_actor_id").is_null())
        .then(pl.lit(CIVILIANS))
        .otherwise("target_actor_id"),
    )


def same_person(asked: pl.DataFrame, named: pl.DataFrame) -> pl.DataFrame:
    """The rows of asked whose surname is among the names, where the other has its first word,
    too, or one is a surname alone: a bishop's brother is no bishop."""
    own, other = pl.col("words"), pl.col("words_there")
    return (
        asked.join(named, on=["article_id", "word"], suffix="_there")
        .filter(
            (own.list.len() == 1) | (other.list.len() == 1) | other.list.contains(own.list.first())
        )
        .select("row")
        .unique()
    )


def named_so(articles: pl.DataFrame, before: str, behind: str) -> pl.DataFrame:
    """The words of names behind the office of one pattern and before that of the other: article_id,
    words (all of one name) and word."""
    names = {
        before: pl.col("name").str.replace(ENDS, ""),
        behind: pl.col("name").str.replace(STARTS, ""),
    }
    told = [
        articles.select(
            "article_id",
            phrase=pl.col("text").str.replace_all(r"\s+", " ").str.extract_all(pattern),
        )
        .explode("phrase", empty_as_null=False)
        .with_columns(name=pl.col("phrase").str.extract(pattern, 1))
        .select("article_id", words=name.str.to_lowercase().str.extract_all(WORD))
        for pattern, name in names.items()
    ]
    return pl.concat(told).with_columns(word="words").explode("word", empty_as_null=False)
