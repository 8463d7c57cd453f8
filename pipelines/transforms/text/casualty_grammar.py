"""The grammar of harm: a sentence's mentions as a string of letters, rewritten rule by rule.

A letter and the numbers of its mentions make a token (N3); '-' stands for one unknown word, '='
for more. Rules fold tokens into groups of people (G3.4: one group; & joins groups of a list, + adds
a group that is part of the one before) and groups with their trigger into harms <rule:trigger:group>.
"""

import re
from typing import NamedTuple

import polars as pl

BODY = "[0-9.&+]+"
HARM = "<[a-z_]+:[0-9.]*:[0-9.&+]*>"

KIND_LETTERS = {
    "quantity": "N", "qualifier": "Q", "article": "A", "people": "P", "actor": "F", "place": "L",
    "place_noun": "D", "unit": "U", "method": "M", "be": "b", "have": "v", "by": "y", "of": "f",
    "to": "t", "in": "i", "with": "i", "from": "n", "and": "k", "or": "k", "comma": "c",
    "bracket": "l", "clause": "u", "pronoun": "p", "negation": "x", "plan": "m",
    "hedge": "h", "cumulative": "h", "subset": "s", "speech": "z",
    "according": "z", "time": "a", "role": "e", "person": "e", "medium": "e", "vague_source": "e",
    "trigger": "E",
}  # fmt: skip
VOICE_LETTERS = {
    "vp": "V", "ing": "I", "base": "I", "act": "I", "died": "X", "nom": "O", "nomof": "o",
    "vp_people": "V", "ing_people": "I", "base_people": "I", "act_people": "I", "died_people": "X",
    "nomof_people": "o",
    "nomto": "T", "tollto": "B", "suffer_weak": "H", "inflict_weak": "J", "left_weak": "E",
    "rose_weak": "r", "loss": "R",
}  # fmt: skip
HARM_SENSES = (
    "killed", "wounded", "killed_or_wounded", "captured", "missing", "displaced",
    "casualties_unquantified", "casualties",
)  # fmt: skip
# Words of territory that tell of people where people are what they are about.
LOSING, YIELDING = r"^(?:lost|loses?|losing)$", r"^surrender"
SHARED = ("captured", "captures", "capture", "capturing", "seized", "seizes", "seizing")
# Negations that stand for nobody, and phrases of doubt or plan that end in the passive's verb.
NOBODY = r"^(?:nobody|no one|none)(?-u:\b)"
UNREPORTED = (
    r"^no .*(?-u:\b)(?:reports?|word|claim|evidence|signs?|indication|confirmation)(?-u:\b)"
)
TOLL = r"(?-u:\b)toll$"
BEING = r"(?-u:\b)(?:be|been|being|is|are|was|were|wasn't|weren't)(?: not| never| yet)*$"


class Rewrite(NamedTuple):
    """One rule: a pattern over tokens and what takes the place of its match.

    In a pattern {XYZ} is a token of one of these letters and {XYZ!} keeps its numbers as the next
    group; {fill} is any run of tokens that a group of people may be parted from its verb by.
    """

    rule_id: str
    pattern: str
    becomes: str


ASIDE = "(?:-|=|{cilfDLAqShvtanMUbpekFQx})"
BRIEF = "(?:-|=|{cilfDLAqhvtanMbQxs})"
CLEANING = (
    Rewrite("gap", r"[-=]{2,}", "="),
    Rewrite("said", r"{c}(?:-|=|{AePSFkq}){0,5}?{z}(?:-|=|{a}){0,2}?{c}", "c0"),
    Rewrite("measure", r"(?:{Q}-?){0,2}{N}-?{F}?-?{UDM}", "="),
    Rewrite("gap", r"[-=]{2,}", "="),
)
GROUPING = (
    Rewrite("share", r"{N!}-?{f}{Aq}?-?{N}-?(?:{F!}-?)?{P!}", "G${1}.${2}.${3}"),
    Rewrite(
        "counted",
        r"{N!}-?(?:{f}{Aq}?-?)?(?:{QAq}-?)?=?(?:{L}-?)?(?:{F!}-?)?(?:{F!}-?)?(?:{S}-?)?{PS!}",
        "G${1}.${2}.${3}.${4}",
    ),
    Rewrite("counted_side", r"{N!}(?:{f}{Aq}?)?-?{F!}", "G${1}.${2}"),
    Rewrite("one", r"{Aq!}-?(?:{F!}-?)?(?:{S!}-?)?{S!}", "G${1}.${2}.${3}.${4}"),
    Rewrite("named", r"(?:{F!}-?)?(?:{S!}-?)?{S!}", "G${1}.${2}.${3}"),
    Rewrite("uncounted", r"{Aq}?-?(?:{F!}-?)?{P!}", "K${1}.${2}"),
    Rewrite("bare", r"{N!}", "Y${1}"),
    Rewrite("of_side", r"{G!}{f}{Aq}?-?{FK!}", "G${1}.${2}"),
)
JOINING = (
    Rewrite("passive", r"{b!}(?:-|=|{hzAbq}){0,3}?(?:{EV}{k})?{V!}", "w${2}.${1}"),
    Rewrite("noun", r"{Aq}{V}", "="),
    Rewrite("unreported", r"(?:{g}|{x}{e}{f}){Aq}?-?{O}", ""),
    Rewrite("made_up_of", r"({[GY]}){c}{GY!}{c}?{k}{GY!}{c}-?({wV})", "${1}+${2}&${3}${4}"),
    Rewrite(
        "within",
        r"({[GY]})[-=]?{c}?-?{s}-?{GY!}(?:{c}{GY!})?(?:{c}?{k}{GY!})?",
        "${1}+${2}&${3}&${4}",
    ),
    Rewrite("unknown_one", r"({[GY]}{c}?{k}){q!}[-=]({w})", "${1}G${2}${3}"),
    Rewrite("of_them", r"({[GY]}){c}{GY!}-?{d}-?{K!}?", "${1}+${2}.${3}"),
    Rewrite("unsaid_part", r"{c}?{s}(?:{K}|{q}[-=])(?:{c}?{k}{K})?{c}?", ""),
    Rewrite("named_part", r"{c}{s}(?:-|=|{AFSPKUDLkfGq}){0,6}?{c}", ""),
    Rewrite(
        "two_verbs",
        r"{VIC!}-?{GY!}({c}?{k}{[GY]}{c}?(?:{w}|{v}-?{VX}|{V}|{b}{X}))",
        "<active:${1}:${2}>${3}",
    ),
    Rewrite("list", r"{G!}(?:{c}{G!})?(?:{c}{G!})?(?:{c}?{k}-?{G!})", "G${1}&${2}&${3}&${4}"),
)
HARMS = (
    Rewrite(
        "passive",
        r"{GY!}-?(?:{c}{GYq!}[-=]?)?(?:{c}?{k}-?{GYq!})[-=]?{w!}",
        "<passive:${4}:${1}&${2}&${3}>",
    ),
    Rewrite("died", r"{GY!}-?{V}-?{v}{X!}", "<died:${2}:${1}>"),
    Rewrite("active", r"{VIC!}-?{Aq}?{GY!}", "<active:${1}:${2}>"),
    Rewrite("lost", r"{j!}{Aq}?-?{G!}", "<lost:${1}:${2}>"),
    Rewrite("passive", r"{G!}{fill}{w!}", "<passive:${2}:${1}>"),
    Rewrite("passive", r"{Y!}{near}{w!}", "<passive:${2}:${1}>"),
    Rewrite("passive", r"{GY!}{c}?{u}(?:-|=|{cilfDLAShvtanMUbpekFQxEq}){0,12}?{w!}", "<passive:${2}:${1}>"),
    Rewrite("pronoun", r"{G!}((?:-|=|{cilDLAtkMUafq}){0,12}?){k}-?{VI!}{p}", "<active:${3}:${1}>${2}"),
    Rewrite("reduced", r"{GY!}-?{V!}", "<reduced:${2}:${1}>"),
    Rewrite("died", r"{G!}{fill}{X!}", "<died:${2}:${1}>"),
    Rewrite("died", r"{Y!}{near}{X!}", "<died:${2}:${1}>"),
    Rewrite("reduced", r"{GY!}-?{C!}", "<reduced:${2}:${1}>"),
    Rewrite("tollto", r"{B!}-?{GY!}", "<toll:${1}:${2}>"),
    Rewrite("toll", r"{T!}(?:-|=|{fLAMDhnavciEUKFq}){0,8}?{n}{GY}{t}{GY!}", "<toll:${1}:${2}>"),
    Rewrite("toll", r"{T!}(?:-|=|{fLAMDhnavciEUKFq}){0,8}?{rtfbi}-?{GY!}", "<toll:${1}:${2}>"),
    Rewrite("deaths_of", r"{o!}{Aq}?-?{GY!}", "<deaths_of:${1}:${2}>"),
    Rewrite("deaths", r"{GY!}-?{O!}", "<deaths:${2}:${1}>"),
    Rewrite("far_active", r"{VI!}={G!}", "<active:${1}:${2}>"),
    Rewrite("later_part", rf"<([a-z_]+:[0-9.]*:{BODY})>((?:-|=|{{cilfDLAhanMtyFKUuq}}){{0,9}}?){{s}}-?{{GY!}}(?:{{c}}{{GY!}})?(?:{{c}}?{{k}}{{GY!}})?", "<${1}+${3}&${4}&${5}>${2}"),
    Rewrite(
        "later_of_them",
        rf"<([a-z_]+:[0-9.]*:{BODY})>((?:-|=|{{cilfDLAhanMtyFKUuq}}){{0,9}}?){{c}}{{GY!}}-?{{d}}-?{{K!}}?",
        "<${1}+${3}.${4}>${2}",
    ),
    Rewrite("none", r"{Z}(?:-|=|{AcfhkbvFPeq}){0,6}?{wVXO!}", "<none:${1}:>"),
    Rewrite("none", r"{x}(?:-|=|{AqJHI}){0,3}?{O!}", "<none:${1}:>"),
    Rewrite("unnumbered", r"{W!}", "<unnumbered:${1}:>"),
    Rewrite("suffered", r"{HJ}(?:-|=|{Akcq}){0,3}?{R!}", "<unnumbered:${1}:>"),
    Rewrite("some_casualties", r"{O!}", "<some:${1}:>"),
    Rewrite("uncounted_active", r"{VI!}-?{KF!}", "<uncounted:${1}:${2}>"),
    Rewrite("uncounted_passive", r"{KF!}{fill}{wX!}", "<uncounted:${2}:${1}>"),
    Rewrite("name_active", r"{VI!}[-=]", "<name_after:${1}:>"),
    Rewrite("name_of", r"{o!}[-=]", "<name_after:${1}:>"),
    Rewrite("name_passive", r"{w!}", "<name_before:${1}:>"),
)  # fmt: skip


def find_harms(mentions: pl.DataFrame) -> pl.DataFrame:
    """Read every sentence's mentions by the grammar.

    Out: sentence_id, harm_no (order in the sentence), rule_id, triggers and group (mention numbers
    as the grammar wrote them).
    """
    tags = tag_sentences(mentions)
    text = pl.col("tags")
    for rule in (*CLEANING, *GROUPING, *JOINING, *HARMS):
        text = text.str.replace_all(compile_pattern(rule.pattern), rule.becomes)
    return (
        tags.select("sentence_id", harm=text.str.extract_all(HARM))
        .filter(pl.col("harm").list.len() > 0)
        .with_columns(harm_no=pl.int_ranges(pl.col("harm").list.len(), dtype=pl.Int32))
        .explode("harm", "harm_no", empty_as_null=False)
        .with_columns(pl.col("harm").str.strip_chars("<>").str.split(":"))
        .select(
            "sentence_id",
            "harm_no",
            rule_id=pl.col("harm").list.get(0),
            triggers=pl.col("harm").list.get(1),
            group=pl.col("harm").list.get(2),
        )
    )


def tag_sentences(mentions: pl.DataFrame) -> pl.DataFrame:
    """One row per sentence with a word of harm: sentence_id, tags."""
    told = mentions.filter(is_harm_word() | is_about_people()).select("sentence_id").unique()
    gap = pl.when(pl.col("words_before") == 0).then(pl.lit("")).when(
        pl.col("words_before") == 1
    ).then(pl.lit("-")).otherwise(pl.lit("="))  # fmt: skip
    token = pl.when(pl.col("letter").is_null()).then(pl.lit("")).otherwise(
        pl.col("letter") + pl.col("mention_no").cast(pl.String)
    )  # fmt: skip
    return (
        mentions.join(told, on="sentence_id", how="semi")
        .sort("sentence_id", "mention_no")
        .with_columns(letter=letter_of_mention())
        .group_by("sentence_id", maintain_order=True)
        .agg(tags=pl.concat_str(gap, token).str.join(""))
    )


def is_harm_word() -> pl.Expr:
    """Words of harm; what is captured may be a place unless the word is kept for people."""
    is_kept = (pl.col("sense") != "captured") | pl.col("voice").str.ends_with("_people")
    return (pl.col("kind") == "trigger") & pl.col("sense").is_in(HARM_SENSES) & is_kept


def is_about_people() -> pl.Expr:
    """Words of territory that may tell of people captured or lost, and of speech that give a toll."""
    word = pl.col("text").str.to_lowercase()
    tells = word.str.contains(LOSING) | word.str.contains(YIELDING) | word.is_in(SHARED)
    is_toll = (pl.col("kind") == "speech") & word.str.contains(TOLL)
    return (pl.col("kind") == "trigger") & tells | is_toll


def letter_of_mention() -> pl.Expr:
    """The letter of a mention's token; null where the grammar takes no notice of it."""
    word = pl.col("text").str.to_lowercase()
    is_trigger, is_role = pl.col("kind") == "trigger", pl.col("kind") == "role"
    is_harm = is_harm_word()
    voice = pl.col("voice").replace_strict(VOICE_LETTERS, default="E")
    return (
        pl.when(is_trigger & word.str.contains(LOSING)).then(pl.lit("j"))
        .when(is_trigger & word.str.contains(YIELDING)).then(pl.lit("X"))
        .when(is_trigger & word.is_in(SHARED)).then(pl.lit("C"))
        .when(is_trigger & (pl.col("sense") == "casualties_unquantified") & (pl.col("voice") == "nom"))
        .then(pl.lit("W"))
        .when(is_trigger & (is_harm | pl.col("sense").is_null())).then(voice)
        .when((pl.col("kind") == "article") & pl.col("sense").is_in(["a", "another"]))
        .then(pl.lit("q"))
        .when((pl.col("kind") == "people") & is_one()).then(pl.lit("S"))
        .when(is_role & (pl.col("voice") == "sg")).then(pl.lit("S"))
        .when(is_role & (pl.col("voice") == "pl")).then(pl.lit("P"))
        .when((pl.col("kind") == "subset") & word.str.starts_with("of ")).then(pl.lit("d"))
        .when((pl.col("kind") == "cumulative") & word.str.ends_with(" to")).then(pl.lit("r"))
        .when((pl.col("kind") == "speech") & word.str.contains(TOLL)).then(pl.lit("T"))
        .when((pl.col("kind") == "negation") & word.str.contains(NOBODY)).then(pl.lit("Z"))
        .when((pl.col("kind") == "negation") & word.str.contains(UNREPORTED)).then(pl.lit("g"))
        .when(pl.col("kind").is_in(["negation", "hedge", "plan"]) & word.str.contains(BEING))
        .then(pl.lit("b"))
        .otherwise(pl.col("kind").replace_strict(KIND_LETTERS, default=None))
    )  # fmt: skip


def is_one() -> pl.Expr:
    """True for a people noun in the singular."""
    return pl.col("sense").eq("sg").fill_null(False)


def compile_pattern(pattern: str) -> str:
    """The regular expression of a pattern over tokens."""
    text = pattern.replace("{fill}", f"{ASIDE}{{0,10}}?").replace("{near}", f"{BRIEF}{{0,5}}?")
    text = re.sub(r"\{\[([A-Za-z]+)\]\}", rf"(?:[\1]{BODY})".replace("\\1", r"\1"), text)
    text = re.sub(r"\{([A-Za-z]+)!\}", rf"[\1]({BODY})", text)
    return re.sub(r"\{([A-Za-z]+)\}", rf"(?:[\1]{BODY})", text)
