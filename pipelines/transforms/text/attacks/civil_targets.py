"""Attacks on what is nobody's but civilians': a church, a bus, a newspaper, a mayor."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.grammar.signs import fill, sign_words
from pipelines.transforms.text.parties.actors import STATE_FORCES

CIVILIANS = "civilians"
WORD = r"[\p{L}0-9'\x{2019}-]+"
# "The offices of the newspaper X", "the headquarters of the Liberal Party"
SEAT = (
    rf"(?i:(?:headquarters|offices?|premises|buildings?|home|homes|houses?|residences?) of "
    rf"(?:{WORD} ){{0,4}}?(?:part(?:y|ies)|unions?|newspapers?|magazines?|associations?|"
    r"federations?|confederations?|chamber|compan(?:y|ies)|foundation|commission|church|radio|"
    rf"television|<civil>))(?-u:\b)"
)
NOUN = rf"((?:{WORD} ){{0,5}}?(?:{SEAT}|<civil>))"
AT = "at|in|inside|outside|near|in front of|on|under|aboard|beside|against|next to"
BEING = r"(?:(?:was|were|is|are|been|had|has|have|being|also|again|then|later) )+(?:[a-z]+ly )?"
# Where the object of each form stands: right behind a verb, behind the preposition of its aim.
BEHIND = {
    "do": rf"^( {NOUN})",
    "slay": rf"^( {NOUN})",
    "event": rf"^((?: by (?:{WORD} ){{1,5}}?|(?: {WORD}){{1,4}}? | )(?:on|against|at|of) {NOUN})",
    "fire": rf"^( (?:(?:on|at|upon|into|towards?) )?{NOUN})",
    "throw": rf"^( (?:on|at|into|against|inside|outside|in front of|near|towards?) {NOUN})",
    "blast": rf"^( (?:{AT}) {NOUN})",
    "thrown": rf"^((?: {WORD}){{0,3}}? (?:{AT}|into) {NOUN})",
}  # fmt: skip
AHEAD = {
    # "A church in X was attacked"
    "done": rf"((<civil>)(?: (?:in|of|near|at) (?:{WORD},? ){{1,4}}?|,? ){BEING})$",
    # "A school bombing"
    "event": r"((<civil>) )$",
}
# Whose it is all the same, or what it serves.
ARMED = (
    r"(?i)(?-u:\b)(?:army|military|militar(?:y|ies)|police|policem[ae]n|troops?|soldiers?|forces?|"
    r"navy|naval|guards?|barracks|garrison|militants?|fighters?|rebels?|insurgents?|guerrillas?|"
    r"militia(?:m[ae]n|s)?|paramilitar(?:y|ies)|gunm[ae]n|terrorists?|commanders?|generals?|"
    r"colonels?|officers?|command|weapons?|arms|ammunition|drones?|missiles?|gangs?|cartels?)(?-u:\b)"
)
OWNED = (
    r"(?i)^(?: (?:robbers?|guards?)|,? (?:of|with|belonging to|owned by|full of|filled with)"
    r"(?-u:\b)[^,.;]{0,50}|[^,.;]{0,40} (?:used (?:by|as)|carrying|housing|sheltering|hosting|"
    r"transporting|where|that|which|occupied by|held by|turned into)(?-u:\b)[^,.;]{0,50})"
)
SEARCHED = r"(?i)^(?:raid|search|storm)"
ROBBERS = r"(?i)^ robbers?"
NO_OBJECT = (
    r"(?i)(?-u:\b)(?:from|after|when|while|and|but|before|who|that|which|where|because|since|was|"
    r"were|is|are|as|with|to|for|during|amid|not|never)(?-u:\b)"
)


def name_civil_targets(told: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Attacks that name no party as their target: where it is a thing or an office of civilians,
    that is whom they were aimed at; target_id, target_type, target_start and target_end.

    ACLED, codebook 2023: attacks on the property of civilians are attacks on them.
    """
    words = sign_words(lexicons)
    # The police raid the houses of those they look for.
    is_search = pl.col("word").str.contains(SEARCHED)
    is_search &= pl.col("initiator_id").str.starts_with(STATE_FORCES).fill_null(False)
    is_open = pl.col("target_id").is_null() & ~pl.col("has_target") & ~is_search
    behind, ahead = taken("after", BEHIND, words, 1), taken("before", AHEAD, words, 1)
    owned = pl.col("after").str.slice(behind.str.len_chars()).str.extract(rf"({OWNED})")
    is_behind = is_civil(taken("after", BEHIND, words, 2))
    is_behind &= ~owned.str.contains(f"{ROBBERS}|{ARMED}").fill_null(False)
    is_ahead = is_civil(taken("before", AHEAD, words, 2)) & ~is_behind
    return told.with_columns(
        target_id=pl.when(is_open & (is_behind | is_ahead))
        .then(pl.lit(CIVILIANS))
        .otherwise("target_id"),
        target_type=pl.when(is_open & (is_behind | is_ahead))
        .then(pl.lit(CIVILIANS))
        .otherwise("target_type"),
        target_start=pl.when(is_open & is_behind)
        .then("end")
        .when(is_open & is_ahead)
        .then(pl.col("start") - ahead.str.len_chars())
        .otherwise("target_start")
        .cast(told.schema["target_start"]),
        target_end=pl.when(is_open & is_behind)
        .then(pl.col("end") + behind.str.len_chars())
        .when(is_open & is_ahead)
        .then("start")
        .otherwise("target_end")
        .cast(told.schema["target_end"]),
    )


def taken(column: str, forms: dict[str, str], words: dict[str, str], group: int) -> pl.Expr:
    """A group of what the pattern of the anchor's form takes of the column, null for nothing: 1
    from the anchor to the object's end, 2 the object."""
    return pl.coalesce(
        pl.when(pl.col("form") == form).then(
            pl.col(column).str.extract(fill(rf"(?i){pattern}", words), group)
        )
        for form, pattern in forms.items()
    )


def is_civil(noun: pl.Expr) -> pl.Expr:
    """Whether the words name nobody who bears arms and are one object."""
    return (
        noun.is_not_null() & ~noun.str.contains(ARMED) & ~noun.str.contains(NO_OBJECT)
    ).fill_null(False)
