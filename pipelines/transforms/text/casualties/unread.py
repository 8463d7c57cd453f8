"""Mentions that the grammar of harm reads over: adverbs, adjectives, a headline's source."""

import polars as pl

from pipelines.transforms.text.runs import beside

ATTACK = r"^(?:att|hit|fire|meet|endure|blast)_"
# Adjectives as well as persons, and what they stand before where they are the former.
NATIONAL = r"(?i)(?:national|jesuit)$"
UNHARMED = r"(?i)^(?:fled|escaped|came under .+)$"
NOUNS = ("actor", "place_noun", "unit", "role", "people", "medium", "method")


def is_source_at_end() -> pl.Expr:
    """Who a headline's last words name as its source: "Blast kills nine - guard"."""
    kind, sense, run = pl.col("kind"), pl.col("sense"), pl.col("sentence_id")

    def opens(step: int) -> pl.Expr:
        before, how = beside(kind, run, step), beside(sense, run, step)
        return ((before == "comma") & (how == "dash")) | ((before == "clause") & (how == "colon"))

    is_last = beside(kind, run, -1).is_null()
    behind_one = beside(kind, run, 1).is_in(["people", "role", "actor", "place"]) & opens(2)
    is_source = kind.is_in(["people", "role"]) & is_last & (opens(1) | behind_one)
    return is_source.fill_null(False)


def is_bystander() -> pl.Expr:
    """Somebody who comes or goes in a clause of his own, whom no harm befell: "killed four and the
    governor fled"."""
    kind, sense, run = pl.col("kind"), pl.col("sense"), pl.col("sentence_id")
    moves = (beside(kind, run, -1) == "background") & (beside(sense, run, -1) == "moved")
    moves |= beside(pl.col("text"), run, -1).str.contains(UNHARMED)
    moves &= pl.col("words_before").shift(-1) == 0
    is_one = kind.is_in(["people", "role"]) | ((kind == "pronoun") & (sense == "official"))
    before, second = beside(kind, run, 1), beside(kind, run, 2)
    opens = before.is_in(["and", "clause"]) | (
        (before == "article") & second.is_in(["and", "clause"])
    )
    # "Four fled and were killed": they did not come away.
    is_last = ~beside(kind, run, -2).is_in(["and", "comma", "trigger"]).fill_null(False)
    return (is_one & moves & opens & is_last).fill_null(False)


def is_adverb() -> pl.Expr:
    """Words that open clauses elsewhere: "two soldiers also died", "six have since died"."""
    before, word = beside(pl.col("kind"), pl.col("sentence_id"), 1), word_of("clause")
    is_inside = before.is_not_null() & ~before.is_in(["comma", "clause", "and", "bracket"])
    is_since = (word == "since") & (before == "have") & (pl.col("words_before") == 0)
    return (((word == "also") & is_inside) | is_since).fill_null(False)


def is_attack_verb() -> pl.Expr:
    """Verbs of attack, which are words like any other to the grammar of harm."""
    return (pl.col("kind") == "trigger") & pl.col("voice").str.contains(ATTACK).fill_null(False)


def word_of(*kinds: str) -> pl.Expr:
    """The word in lower case of a mention of these kinds; null for others, which no pattern reads.

    Patterns are dear, and few mentions are of a kind that one is about.
    """
    return pl.when(pl.col("kind").is_in(kinds)).then(pl.col("text").str.to_lowercase())


def is_adjective() -> pl.Expr:
    """True for 'national' before a noun: 'the national police' is nobody."""
    is_national = word_of("people").str.contains(NATIONAL)
    is_same = pl.col("sentence_id") == pl.col("sentence_id").shift(-1)
    goes_on = (pl.col("words_before").shift(-1) > 0) | pl.col("kind").shift(-1).is_in(NOUNS)
    return (is_national & is_same & goes_on).fill_null(False)


def is_second_dash() -> pl.Expr:
    """True for the second of two hyphens that are one dash."""
    is_dash = (pl.col("kind") == "comma") & (pl.col("sense") == "dash")
    return (is_dash & is_dash.shift(1) & (pl.col("start") == pl.col("end").shift(1))).fill_null(
        False
    )
