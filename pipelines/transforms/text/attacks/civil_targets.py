"""Attacks on what is nobody's but civilians': a church, a bus, a newspaper, a mayor."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.grammar.latin import LATIN
from pipelines.transforms.text.grammar.signs import fill, sign_words
from pipelines.transforms.text.parties.actors import STATE_FORCES
from pipelines.transforms.text.parties.civil_members import CIVILIANS

WORD = rf"[{LATIN}0-9'\x{{2019}}-]+(?:\.[A-Z]\.?)*"
# "The offices of the newspaper X", "the headquarters of the Liberal Party"
SEAT = (
    r"(?i:(?:headquarters|offices?|premises|buildings?|home|homes|houses?|residences?) of "
    rf"(?:{WORD} ){{0,4}}?)"
)
SEATED = (
    r"(?i:(?:part(?:y|ies)|unions?|newspapers?|magazines?|associations?|federations?|"
    r"confederations?|chamber|compan(?:y|ies)|enterprises?|corporation|foundation|commission|church|"
    r"radio|television)(?-u:\b))"
)
NOUN = rf"((?:{WORD} ){{0,5}}?(?:{SEAT}{SEATED}|{SEAT}?<civil>))"
AT = "at|in|inside|outside|near|in front of|on|under|aboard|beside|against|next to"
BEING = r"(?:(?:was|were|is|are|been|had|has|have|being|also|again|then|later) )+(?:[a-z]+ly )?"
# "A bomb that hit a home"
HITTING = (
    r"(?:(?:that|which) )?(?:(?:badly|heavily|completely|partly|partially) )?"
    r"(?:hit|struck|destroyed|damaged|wrecked|demolished|gutted|ripped through|tore through|"
    r"fell on|landed on)"
)
ONTO = rf"on|against|at|{HITTING}"
# "Exploded early today in Quito at the home of a judge"
WHEN_AND_WHERE = (
    r"(?: (?:today|yesterday|early|late|shortly|before|after|at|around|about|on|in|this|last|dawn|"
    r"noon|midnight|morning|night|evening|afternoon|[a-z]+day|[0-9]+|hours|gmt|simultaneously|"
    rf"almost|also|here|the|city|town|of|(?-i:[A-Z][{LATIN}]+),?)){{0,9}}?"
)
# What leads from the anchor to its object, by its form: right behind a verb, behind the
# preposition of its aim.
BEHIND = {
    "do": " ",
    "slay": " ",
    "event": rf"(?:(?: by (?:{WORD} ){{1,5}}?|(?: {WORD}){{1,4}}? | )(?:{ONTO})| of) ",
    "fire": r" (?:(?:on|at|upon|into|towards?) )?",
    "throw": rf" (?:{AT}|into|towards?|{HITTING}) ",
    "blast": rf"{WHEN_AND_WHERE}? (?:{AT}) ",
    "thrown": rf"(?: {WORD}){{0,3}}? (?:{AT}|into) ",
}  # fmt: skip
BESIDE_IT = (
    rf",? (?:in|of|near|at|on|from|with|carrying|called|named) (?:{WORD},? ){{1,6}}?|"
    rf", (?:{WORD} ){{0,3}}?{WORD}, "
)
OBJECT_OF = (
    r"(?:(?:the )?(?:targets?|objects?|victims?|subjects?|scene) of|subjected to|exposed to|hit by)"
    r"(?: [a-z0-9-]+){0,4}"
)
# What leads from an object to the anchor behind it.
AHEAD = {
    # "A church in X was attacked"
    "done": rf"(?:{BESIDE_IT}|,? )(?:(?:(?:which|that|who) )?{BEING})?",
    # "A school bombing", "a school was the target of a bombing"
    "event": rf"(?:{BESIDE_IT})?(?: {BEING}{OBJECT_OF})? ",
    "endure": rf"(?:{BESIDE_IT})? (?:(?:which|that|who) )?",
}
# Whose it is all the same, or what it serves.
ARMED = (
    r"(?i)(?-u:\b)(?:army|military|militar(?:y|ies)|police|policem[ae]n|troops?|soldiers?|forces?|"
    r"navy|naval|guards?|barracks|garrison|militants?|fighters?|rebels?|insurgents?|guerrillas?|"
    r"militia(?:m[ae]n|s)?|paramilitar(?:y|ies)|gunm[ae]n|terrorists?|commanders?|generals?|"
    r"colonels?|officers?|command|weapons?|arms|ammunition|drones?|missiles?|gangs?|cartels?)(?-u:\b)"
)
OWNED = (
    r"(?i)^(?: (?:robbers?|guards?)|['\x{2019}]s? [^,.;]{0,40}|"
    r",? (?:of|with|belonging to|owned by|full of|filled with)(?-u:\b)[^,.;]{0,50}|"
    r"[^,.;]{0,40} (?:used (?:by|as)|carrying|housing|sheltering|hosting|transporting|"
    r"where|that|which|occupied by|held by|turned into)(?-u:\b)[^,.;]{0,50})"
)
SEARCHED = r"(?i)^(?:raid|search|storm)"
ROBBERS = r"(?i)^ robbers?"
SINGULAR = r"(?i)^(?:attack|raid|ambush|assault)$"
CAMP_FOR = r"(?i)camps? for(?-u:\b)"
NO_OBJECT = (
    r"(?i)(?-u:\b)(?:from|after|when|while|and|but|before|who|that|which|where|because|since|was|"
    r"were|is|are|as|with|to|for|during|amid|not|never)(?-u:\b)"
)


def name_civil_targets(told: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Attacks that name nobody known or armed as their target: where it is a thing or an office of
    civilians, that is whom they were aimed at; target_id, target_type, target_start and target_end.

    ACLED, codebook 2023: attacks on the property of civilians are attacks on them.
    """
    # The police raid the houses of those they look for.
    is_search = pl.col("word").str.contains(SEARCHED)
    is_search &= pl.col("initiator_id").str.starts_with(STATE_FORCES).fill_null(False)
    is_open = pl.col("target_id").is_null() & ~is_search
    is_open &= ~pl.col("target_is_armed").fill_null(False)
    found = objects(told.filter(is_open), lexicons)
    is_found = pl.col("object_start").is_not_null()
    return (
        told.join(found, on="trigger_id", how="left", maintain_order="left")
        .with_columns(
            target_id=pl.when(is_found).then(pl.lit(CIVILIANS)).otherwise("target_id"),
            target_type=pl.when(is_found).then(pl.lit(CIVILIANS)).otherwise("target_type"),
            target_start=pl.coalesce("object_start", "target_start"),
            target_end=pl.coalesce("object_end", "target_end"),
        )
        .drop("object_start", "object_end")
    )


def objects(anchors: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Of the anchors those whose object is civilians': trigger_id, object_start, object_end."""
    words = sign_words(lexicons)
    # "Gunmen attack church": the verb of a headline.
    is_verb = (pl.col("form") == "event") & (pl.col("initiator_end") + 1 == pl.col("start"))
    is_verb &= pl.col("word").str.contains(SINGULAR)
    # "Despite the army shelling homes"
    is_verb |= (pl.col("form") == "event") & pl.col("word").str.contains(r"(?i)^[a-z-]+ing$")
    form = pl.when(is_verb.fill_null(False)).then(pl.lit("do")).otherwise("form")
    read = (
        anchors.with_columns(form=form)
        .select(
            "trigger_id", "start", "end", "after",
            behind=object_behind(words), ahead=object_ahead(words),
        )
        .filter(
            pl.any_horizontal(
                pl.col(side).struct["2"].is_not_null() for side in ("behind", "ahead")
            )
        )
    )  # fmt: skip
    behind, ahead = (pl.col(side).struct["n_chars"] for side in ("behind", "ahead"))
    owned = pl.col("after").str.slice(behind).str.extract(rf"({OWNED})")
    is_behind = is_civil(pl.col("behind").struct["2"])
    is_behind &= ~owned.str.contains(f"{ROBBERS}|{ARMED}").fill_null(False)
    is_ahead = is_civil(pl.col("ahead").struct["2"])
    is_ahead &= ~pl.col("ahead").struct["1"].str.contains(ARMED).fill_null(False)
    return (
        read.filter(is_behind | is_ahead)
        .select(
            "trigger_id",
            object_start=pl.when(is_behind).then("end").otherwise(pl.col("start") - ahead),
            object_end=pl.when(is_behind).then(pl.col("end") + behind).otherwise("start"),
        )
        .cast({"object_start": pl.Int32, "object_end": pl.Int32})
    )


def object_behind(words: dict[str, str]) -> pl.Expr:
    """The object that stands behind an anchor as its form asks for: a struct of 1, the words up to
    its end with the form before them, 2, the object, and n_chars, the length of those words."""
    leads = "|".join(f"{form}:{lead}" for form, lead in BEHIND.items())
    pattern = fill(rf"(?i)^((?:{leads}){NOUN})", words)
    return taken(pl.concat_str("form", pl.lit(":"), "after"), pattern)


def object_ahead(words: dict[str, str]) -> pl.Expr:
    """The object that stands before an anchor, as object_behind gives it; the form comes last."""
    leads = "|".join(f"{lead}:{form}" for form, lead in AHEAD.items())
    pattern = fill(rf"(?i)((?:{WORD} ){{0,2}}(<civil>)(?:{leads}))$", words)
    return taken(pl.concat_str("before", pl.lit(":"), "form"), pattern)


def taken(text: pl.Expr, pattern: str) -> pl.Expr:
    """The groups of the pattern in a text that the form is joined to by a colon, and n_chars."""
    n_form = pl.col("form").str.len_chars() + 1
    groups = text.str.extract_groups(pattern)
    return groups.struct.with_fields(n_chars=pl.field("1").str.len_chars() - n_form)


def is_civil(noun: pl.Expr) -> pl.Expr:
    """Whether the words name nobody who bears arms and are one object."""
    return (
        noun.is_not_null()
        & ~noun.str.contains(ARMED)
        & ~noun.str.replace(CAMP_FOR, "").str.contains(NO_OBJECT)
    ).fill_null(False)
