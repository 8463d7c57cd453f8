"""What is only willed, threatened, demanded or foretold."""

import polars as pl

from pipelines.transforms.text.assertion.operator_clauses import (
    ENDED,
    SHORT,
    anchor_text,
    causes,
    governs,
    in_clause,
    is_base,
    is_verb,
)

# 'The third town to fall', 'used a bomb to kill' and 'forced them to flee' tell facts.
FACT_BEFORE_TO = (
    r"(?i)(?:(?-u:\b)(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|latest|last|"
    r"only|largest|biggest|[0-9]+(?:st|nd|rd|th))(?-u:\b)[^,;]{0,45}|"
    r"(?-u:\b)(?:using|used|uses|with|forced|forcing|compell(?:ed|ing)|caus(?:ed|ing)|"
    r"enabled|allowed|prompt(?:ed|s|ing)|oblig(?:ed|ing)|helped) (?:[^,;]|,\d){0,45}|"
    r"^\W*it (?:has |had )?t(?:ook|aken) [^,;]{0,60}) $"
)
# 'Had they come, …': a condition told by the order of words.
INVERTED = r"^\W*(?:Had|HAD|Were|WERE|Should|SHOULD) [^.;]*,"
# 'before a plan takes over one of our cities, they will have to …'
UNTIL = r"(?i)(?-u:\b)(?:before|until|once|unless)(?-u:\b)[^,;]*$"
PLANNING = r"(?i)^(?:to )?(?:plan|plot|prepar|order)"

# Characters between a noun of planning and the word of what is planned.
NOUN_REACH = 30


def planned(pairs: pl.DataFrame) -> pl.DataFrame:
    """Anchors that are willed, threatened, demanded or foretold."""
    is_plan = pl.col("kind") == "plan"
    return pairs.filter(
        (is_plan & (by_verb() | by_noun() | by_clause() | by_inversion() | by_end() | by_until()))
        | by_joined()
        | by_infinitive()
        | by_speech()
    )


def by_verb() -> pl.Expr:
    """True for the object of a verb of planning: "plan to attack", "are nearing"."""
    voice = pl.col("voice")
    return (voice.is_in(["verb", "advance"]) & governs()) | ((voice == "verb") & causes())


def by_noun() -> pl.Expr:
    """True right behind a noun of planning: "threats of an attack"."""
    is_near = (pl.col("n_between") == 0) & (pl.col("gap").str.len_chars() <= NOUN_REACH)
    return (pl.col("voice") == "noun") & in_clause() & is_near


def by_clause() -> pl.Expr:
    """True in a clause that tells what may be: "if they attack"."""
    gap = pl.col("gap")
    is_near = ~gap.str.contains(",") & (gap.str.len_chars() <= SHORT)
    return (pl.col("voice") == "clause") & in_clause() & is_near


def by_inversion() -> pl.Expr:
    """True for "had they attacked, ... would"."""
    is_would = pl.col("operator_text").str.contains(r"(?i)^would")
    return is_would & pl.col("folded").str.contains(INVERTED)


def by_end() -> pl.Expr:
    """True for a noun before the words of planning: "an attack is planned"."""
    is_planning = pl.col("operator_text").str.contains(PLANNING)
    return ~is_verb() & is_planning & pl.col("is_before") & pl.col("gap").str.contains(ENDED)


def by_until() -> pl.Expr:
    """True for what is waited for: "will stay until the army takes A"."""
    until = pl.col("folded").str.slice(0, pl.col("anchor_start") - pl.col("base"))
    return (
        pl.col("operator_text").str.contains(r"(?i)^(?:will|shall|would)")
        & anchor_text().str.contains(r"(?i)^[a-z]+[^s]s(?: |$)")
        & until.str.contains(UNTIL)
    )


def by_joined() -> pl.Expr:
    """True for a second verb of a plan: "plan to attack A and seize B"."""
    is_plan = (pl.col("kind") == "plan") & (pl.col("voice") == "verb")
    return (
        (is_plan | (pl.col("kind") == "to"))
        & in_clause()
        & pl.col("anchor_voice").fill_null("").str.contains("base")
        & pl.col("gap").str.contains(r"(?i)^[^,;]* and (?:[a-z]+ly |then |also )?$")
        & (pl.col("gap").str.len_chars() <= SHORT)
        & ~pl.col("ahead").str.contains(FACT_BEFORE_TO)
    )


def by_infinitive() -> pl.Expr:
    """True for an infinitive that tells of no fact: "came to attack"."""
    is_to = (pl.col("kind") == "to") & (pl.col("operator_text").str.to_lowercase() == "to")
    return is_to & governs() & is_base() & ~pl.col("ahead").str.contains(FACT_BEFORE_TO)


def by_speech() -> pl.Expr:
    """True behind a verb of saying that vows or demands it."""
    return (
        (pl.col("kind") == "speech")
        & (pl.col("sense") == "plan")
        & in_clause()
        & ~pl.col("gap").str.contains(r"(?i),|(?-u:\b)and(?-u:\b)")
    )
