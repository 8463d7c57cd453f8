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


def planned(pairs: pl.DataFrame) -> pl.DataFrame:
    """Anchors that are willed, threatened, demanded or foretold."""
    kind, voice = pl.col("kind"), pl.col("voice")
    is_fact = pl.col("ahead").str.contains(FACT_BEFORE_TO)
    by_verb = (kind == "plan") & voice.is_in(["verb", "advance"]) & governs()
    by_joined = (
        (((kind == "plan") & (voice == "verb")) | (kind == "to"))
        & in_clause()
        & pl.col("anchor_voice").fill_null("").str.contains("base")
        & pl.col("gap").str.contains(r"(?i)^[^,;]* and (?:[a-z]+ly |then |also )?$")
        & (pl.col("gap").str.len_chars() <= SHORT)
        & ~is_fact
    )
    by_infinitive = (
        (kind == "to")
        & governs()
        & is_base()
        & ~is_fact
        & (pl.col("operator_text").str.to_lowercase() == "to")
    )
    by_noun = (
        (kind == "plan")
        & (voice == "noun")
        & in_clause()
        & (pl.col("n_between") == 0)
        & (pl.col("gap").str.len_chars() <= 30)
    )
    by_clause = (
        (kind == "plan")
        & (voice == "clause")
        & in_clause()
        & ~pl.col("gap").str.contains(",")
        & (pl.col("gap").str.len_chars() <= SHORT)
    )
    by_speech = (
        (kind == "speech")
        & (pl.col("sense") == "plan")
        & in_clause()
        & ~pl.col("gap").str.contains(r"(?i),|(?-u:\b)and(?-u:\b)")
    )
    by_causing = (kind == "plan") & (voice == "verb") & causes()
    by_inversion = (
        (kind == "plan")
        & pl.col("operator_text").str.contains(r"(?i)^would")
        & pl.col("folded").str.contains(INVERTED)
    )
    by_planning = (
        (kind == "plan") & ~is_verb() & pl.col("operator_text").str.contains(PLANNING)
        & pl.col("is_before") & pl.col("gap").str.contains(ENDED)
    )  # fmt: skip
    until = pl.col("folded").str.slice(0, pl.col("anchor_start") - pl.col("base"))
    by_until = (
        (kind == "plan")
        & pl.col("operator_text").str.contains(r"(?i)^(?:will|shall|would)")
        & anchor_text().str.contains(r"(?i)^[a-z]+[^s]s(?: |$)")
        & until.str.contains(UNTIL)
    )
    return pairs.filter(
        by_verb | by_joined | by_infinitive | by_noun | by_clause | by_speech | by_causing
        | by_inversion | by_planning | by_until
    )  # fmt: skip
