"""The letter of each mention in the string of tokens that the grammar of harm rewrites."""

import polars as pl

from pipelines.transforms.text.casualties import letter_signs as sign
from pipelines.transforms.text.casualties.harm_words import TOLL
from pipelines.transforms.text.casualties.persons import NAMED
from pipelines.transforms.text.casualties.shares import is_out_of, is_whole
from pipelines.transforms.text.casualties.told_verbs import is_capture_of, is_of_name
from pipelines.transforms.text.casualties.unread import word_of

KIND_LETTERS = {
    "quantity": "N", "qualifier": "Q", "article": "A", "people": "P", "actor": "F", "place": "L",
    "place_noun": "D", "unit": "U", "method": "M", "be": "b", "have": "v", "by": "y", "of": "f",
    "to": "t", "in": "i", "with": "i", "from": "n", "and": "k", "or": "k", "comma": "c",
    "bracket": "l", "clause": "u", "pronoun": "p", "negation": "x", "plan": "E",
    "hedge": "h", "cumulative": "h", "subset": "s", "speech": "z",
    "according": "z", "time": "a", "role": "e", "person": "e", "medium": "e", "vague_source": "e",
    "trigger": "E", "to_self": "±",
}  # fmt: skip
VOICE_LETTERS = {
    "vp": "V", "ing": "I", "base": "I", "act": "I", "died": "X", "nom": "O", "nomof": "o",
    "owned": "ø",
    "vp_people": "V", "ing_people": "I", "base_people": "I", "act_people": "I", "died_people": "X",
    "nomof_people": "o",
    "event": "$", "nomto": "T", "tollto": "B", "suffer_weak": "H",
    "inflict_weak": "J", "left_weak": "E",
    "rose_weak": "r", "injury": "µ", "loss": "R", "among": "@", "closer": "ћ",
    "closer_people": "ћ",
}  # fmt: skip
# By kind and sense.
SENSE_LETTERS = (
    ("article", "another", "N"),
    ("article", "a", "q"),
    ("article", "other", "¤"),
    ("with", "except", "¦"),
    ("with", "escort", "ɛ"),
    ("with", "respective", "ρ"),
    ("clause", "semicolon", "ι"),
    ("comma", "dash", "đ"),
)
# Negations that stand for nobody, and phrases of doubt or plan that end in the passive's verb.
NOBODY = r"^(?:nobody|no one|none|(?:not (?:a single )?one|neither) of)(?-u:\b)"
UNREPORTED = (
    r"^(?:(?:made |makes )?no .*(?-u:\b)(?:reports?|word|claim|evidence|signs?|indication|"
    r"confirmation|mention|information)(?-u:\b)|"
    r"(?:does|did|do) not (?:mention|report|give|specify|disclose)|"
    r"without (?:mention|specif|giv|report|information)|with no information)"
)
# Read as verbs of speech elsewhere; in a sentence of harm they are people.
VERBS_OR_PEOPLE = ("suspects",)
BEING_PART = r"^(?:(?:is|are|was|were) .*|among)$"
# A title that may call a speaker back, and in a sentence of harm is whoever bears it.
TITLE = (
    r"^the (?:activist|ambassador|chief|colonel|commander|correspondent|doctor|general|governor|"
    r"leader|mayor|minister|former minister|journalist|officer|reporter|priest|bishop|president|"
    r"prime minister|police chief|judge|prosecutor|lawyer|captain|major|senator|deputy|teacher|"
    r"imam)$"
)
# What joins people as 'and' does.
JOINTLY = (
    "along with",
    "together with",
    "as well as",
    "in addition to",
    "accompanied by",
    "besides",
)
# Pronouns that are a subject of their own, so that who stands before is not.
SUBJECTS = ("he", "she", "they", "we", "i")
# Whose people they are: 'three of our volunteers'.
OWNED = ("her", "our", "my")
# 'Seven soldiers, not six': a number that is put right.
OTHER_COUNT = r"^not (?:[0-9]|[a-z]+$)"
# Groups whose number stands behind them: "a family of six", "its crew of five".
HOUSEHOLD = ("family", "crew", "flight crew")
# "The number of cooks killed rose to nine", "put the number of slain guards at six"
NUMBER_OF = r"^(?:the number of|put(?:s|ting)? the number)$"
BEING = r"(?-u:\b)(?:be|been|being|is|are|was|were|wasn't|weren't)(?: not| never| yet)*$"


def letter_of_mention() -> pl.Expr:
    """The letter of a mention's token; null where the grammar takes no notice of it."""
    word, is_kind = sign.WORD, sign.KIND
    by_voice = pl.col("voice").replace_strict(VOICE_LETTERS, default="E")
    letters = [
        (sign.is_losing(), "j"),
        (sign.is_yielding(), "X"),
        (is_capture_of(), "o"),
        (sign.is_taken_word(), "C"),
        (sign.is_driven(), "V"),
        (sign.takes_captive(), "I"),
        (sign.is_taken_behind(), None),
        (sign.is_taken_captive(), "V"),
        (sign.is_counted_loss(), "O"),
        (sign.is_heavy_loss(), "W"),
        (sign.has_voice(), by_voice),
        *((is_of(kind, sense), letter) for kind, sense, letter in SENSE_LETTERS),
        (sign.is_both(), "N"),
        (sign.is_of_holder(), "ƒ"),
        (sign.is_no_amount(), None),
        ((is_kind == "quantity") & word.str.contains(OTHER_COUNT), "¢"),
        (is_whole(), "¢"),
        (is_out_of(), "f"),
        (word_of("quantity", "speech").str.contains(NUMBER_OF), "№"),
        (sign.is_owner(), "A"),
        (sign.is_militia(), "P"),
        ((is_kind == "pronoun") & word.is_in(OWNED) & sign.is_before_people(), "A"),
        ((is_kind == "pronoun") & (pl.col("text") == "US"), "L"),
        ((is_kind == "pronoun") & word.is_in(SUBJECTS), "¬"),
        (is_of("people", NAMED), "#"),
        (sign.is_group(), "P"),
        ((is_kind == "people") & word.is_in(HOUSEHOLD), "¶"),
        (is_of("people", "sg"), "S"),
        (word_of("pronoun").str.contains(TITLE) & ~is_of_name(), "S"),
        (word.is_in(JOINTLY), "!"),
        (sign.is_role() & (pl.col("voice") == "sg"), "S"),
        (sign.is_role() & (pl.col("voice") == "pl"), "P"),
        ((is_kind == "subset") & (word == "of whom"), "θ"),
        ((is_kind == "subset") & word.str.starts_with("of "), "d"),
        (word_of("subset").str.contains(BEING_PART), "m"),
        (word_of("cumulative").str.contains(TOLL), "T"),
        (word_of("cumulative").str.ends_with(" to"), "r"),
        ((is_kind == "speech") & word.is_in(VERBS_OR_PEOPLE), "P"),
        (word_of("speech").str.contains(TOLL), "T"),
        (word_of("negation").str.contains(NOBODY), "Z"),
        (word_of("negation").str.contains(UNREPORTED), "g"),
        (word_of("negation", "hedge", "plan").str.contains(BEING), "b"),
    ]
    chain = pl.when(False).then(None)
    for applies, letter in letters:
        chain = chain.when(applies).then(
            letter if isinstance(letter, pl.Expr) else pl.lit(letter, pl.String)
        )
    return chain.otherwise(is_kind.replace_strict(KIND_LETTERS, default=None))


def is_of(kind: str, sense: str) -> pl.Expr:
    """True for mentions of this kind and sense."""
    return (pl.col("kind") == kind) & (pl.col("sense") == sense)
