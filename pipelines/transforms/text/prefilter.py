"""Picks the articles worth reading in full: those where some sentence tells of conflict."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.grammar.matching import fold, shadow

# Kinds of people who fight.
ARMED = (
    "security-forces", "unidentified-armed-group", "generic-local-militia",
    "generic-paramilitaries", "peacekeepers",
)  # fmt: skip
WEAK = "_weak"
# Verbs of attack that mean nothing else.
SURE = r"^(?:att|endure)_"
FIGHTERS = r"(?:^| )(?:fighters?|militias?)$"
# A headline or a flash of so many characters is read for any trigger: it has no room for a sign.
FLASH = 250


def telling_articles(sentences: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """article_id of the articles with a sentence that has a trigger of one meaning only, or a word
    of many meanings (took, won, hit) together with a party, people who fight or a way of attack;
    of an article no longer than a headline, any trigger is enough.

    Phrases are sought at the start of a word only: a few articles too many, none too few.
    """
    triggered = sentences.filter("has_trigger").select("article_id", "text")
    length = sentences.group_by("article_id").agg(pl.col("text").str.len_chars().sum())
    flashes = length.filter(pl.col("text") <= FLASH)["article_id"].implode()
    is_trigger = pl.col("kind") == "trigger"
    voice = pl.col("voice").fill_null("")
    is_weak = voice.str.ends_with(WEAK) & ~voice.str.contains(SURE)
    is_sign = (pl.col("kind") == "method") | (
        (pl.col("kind") == "people") & pl.col("entity_id").is_in(ARMED)
        | pl.col("kind").is_in(["people", "unit"]) & pl.col("phrase").str.contains(FIGHTERS)
    )
    words = lexicons.words
    strong = words.filter(is_trigger & ~is_weak)["phrase"]
    signs = pl.concat([words.filter(is_sign)["phrase"], lexicons.actor_names["phrase"]])
    dimmed = triggered.select("article_id", text=" " + shadow(fold(pl.col("text"))))
    text = pl.col("text")
    return (
        dimmed.filter(
            pl.col("article_id").is_in(flashes) | has_word(text, strong) | has_word(text, signs)
        )
        .select("article_id")
        .unique(maintain_order=True)
    )


def has_word(text: pl.Expr, phrases: pl.Series) -> pl.Expr:
    """True where some phrase begins at a word of the shadow text."""
    if phrases.is_empty():
        return pl.lit(False)
    plain = phrases.to_frame("phrase").select(shadow(fold(pl.col("phrase"))).unique().sort())
    return text.str.contains_any((" " + plain["phrase"]).to_list())
