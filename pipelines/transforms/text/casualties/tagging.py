"""A sentence's mentions as a string of tokens, which the grammar of harm rewrites.

A letter and the number of its mention make a token (N3); '-' stands for one unknown word, '=' for
more.
"""

import polars as pl

from pipelines.transforms.text.casualties.group_items import OF_GROUP
from pipelines.transforms.text.casualties.persons import NAMED
from pipelines.transforms.text.casualties.shares import is_out_of, is_whole
from pipelines.transforms.text.casualties.told_verbs import (
    FALLING,
    TAKEN,
    is_driving,
    is_falling,
    is_of_name,
    is_taken_by,
    is_taking_home,
)
from pipelines.transforms.text.casualties.unread import (
    is_adjective,
    is_adverb,
    is_attack_verb,
    is_second_dash,
    is_source_at_end,
    word_of,
)
from pipelines.transforms.text.numbers.kinds import MEASURES
from pipelines.transforms.text.runs import beside

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
HARM_SENSES = (
    "killed", "wounded", "killed_or_wounded", "captured", "missing", "displaced",
    "casualties_unquantified", "casualties",
)  # fmt: skip
UNCOUNTED = "casualties_unquantified"
# "The battle cost the army 400 men" tells whom it lost.
LOSING, YIELDING = r"^(?:lost|loses?|losing|loss of)$", r"^surrender"
COSTING = r"^cost(?:s|ing)?$"
# Whoever flees a place is displaced, where it is no fighter.
TAKEN_AS, TAKING = ("prisoner", "captive", "hostage"), r"^(?:took|takes?|taking)$"
HELD = ("prisoners", "captives", "hostages", "prisoners of war", "pows")
FLEEING = r"^(?:fled|flees?|fleeing)$"
# Words of territory that tell of people where people are what they are about.
SHARED = (
    "captured", "captures", "capture", "capturing", "seized", "seizes", "seize", "seizing",
    "snatched", "snatching",
)  # fmt: skip
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
CHARGED = ("accused", "suspected", "convicted")
SUPPOSED = ("alleged", "suspected", "presumed", "supposed")
BEING_PART = r"^(?:(?:is|are|was|were) .*|among)$"
# A title that may call a speaker back, and in a sentence of harm is whoever bears it.
TITLE = (
    r"^the (?:activist|ambassador|colonel|commander|correspondent|doctor|general|governor|leader|"
    r"mayor|minister|former minister|journalist|reporter|priest|bishop|president|prime minister|"
    r"police chief|judge|prosecutor|lawyer|captain|major|senator|deputy|teacher|imam)$"
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
MILITIA = ("militia", "militias")
# 'Seven soldiers, not six': a number that is put right.
OTHER_COUNT = r"^not (?:[0-9]|[a-z]+$)"
# Groups whose number stands behind them: "a family of six", "its crew of five".
HOUSEHOLD = ("family", "crew", "flight crew")
TEAM = r"(?:crew|family|household|team|patrol|squad|cell|gang|platoon|detachment|delegation|unit)$"
YEARS_OLD = r"[- ]old$"
# "The killers of two judges", "the parents of three rebels": others than those whose they are.
HOLDERS = (
    r"^(?:killers|murderers|assassins|kidnappers|abductors|captors|hijackers|torturers|attackers|"
    r"assailants|parents|fathers|mothers|wives|widows|sons|daughters|brothers|sisters|relatives|"
    r"kin|families|husbands|cousins|nephews|uncles|friends|colleagues|bodyguards|lawyers|drivers|"
    r"neighbou?rs|followers)$"
)
# "The number of cooks killed rose to nine", "put the number of slain guards at six"
NUMBER_OF = r"^(?:the number of|put(?:s|ting)? the number)$"
TOLL = r"(?-u:\b)(?:toll|number of (?:dead|deaths|fatalities)|number killed)$"
BEING = r"(?-u:\b)(?:be|been|being|is|are|was|were|wasn't|weren't)(?: not| never| yet)*$"


def tag_sentences(mentions: pl.DataFrame) -> pl.DataFrame:
    """One row per sentence with a word of harm: sentence_id, tags."""
    told = sentences_of_harm(mentions)
    gap = pl.when(pl.col("words_before") == 0).then(pl.lit("")).when(
        pl.col("words_before") == 1
    ).then(pl.lit("-")).otherwise(pl.lit("="))  # fmt: skip
    is_unread = is_attack_verb() | (pl.col("kind") == "background") | is_source_at_end()
    is_unread |= is_adverb()
    token = pl.when(is_unread).then(pl.lit("-")).when(pl.col("letter").is_null()).then(
        pl.lit("")
    ).otherwise(pl.col("letter") + pl.col("mention_no").cast(pl.String))  # fmt: skip
    return (
        mentions.lazy()
        .join(told.lazy(), on="sentence_id", how="semi", maintain_order="left")
        .with_columns(letter=pl.when(~is_adjective() & ~is_second_dash()).then(letter_of_mention()))
        .select("sentence_id", tag=pl.concat_str(gap, token))
        .group_by("sentence_id", maintain_order=True)
        .agg(tags=pl.col("tag").str.join(""))
        .collect(engine="in-memory")
    )


def sentences_of_harm(mentions: pl.DataFrame) -> pl.DataFrame:
    """The sentences that the grammar reads: sentence_id."""
    return (
        mentions.lazy()
        .filter(pl.col("kind").is_in(["trigger", "speech", "cumulative", "people"]))
        .select("sentence_id", is_told=is_harm_word() | is_about_people())
        .filter("is_told")
        .select(pl.col("sentence_id").unique())
        .collect(engine="in-memory")
    )


def is_harm_word() -> pl.Expr:
    """Words of harm; what is captured may be a place unless the word is kept for people."""
    is_kept = (pl.col("sense") != "captured") | pl.col("voice").str.ends_with("_people")
    return (pl.col("kind") == "trigger") & pl.col("sense").is_in(HARM_SENSES) & is_kept


def is_about_people() -> pl.Expr:
    """Words of territory that may tell of people captured or lost; of speech that give a toll."""
    word = pl.col("text").str.to_lowercase()
    tells = (
        word.str.contains(LOSING)
        | word.str.contains(COSTING)
        | word.str.contains(YIELDING)
        | word.is_in(SHARED)
    )
    tells |= word.str.contains(FLEEING) | is_driving() | word.is_in([*FALLING, *TAKEN])
    is_toll = pl.col("kind").is_in(["speech", "cumulative"]) & word.str.contains(TOLL)
    return (pl.col("kind") == "trigger") & tells | is_toll | word.is_in([*TAKEN_AS, *HELD])


def letter_of_mention() -> pl.Expr:
    """The letter of a mention's token; null where the grammar takes no notice of it."""
    word = pl.col("text").str.to_lowercase()
    told, counted = word_of("trigger"), word_of("cumulative")
    is_trigger, is_role = pl.col("kind") == "trigger", pl.col("kind") == "role"
    is_pronoun = pl.col("kind") == "pronoun"
    is_harm = is_harm_word()
    is_beside = pl.col("words_before").shift(-1) == 0
    # "Including 37 students, the mayor said": whoever speaks is not among them.
    is_role &= ~is_of_name()
    is_role &= ~(is_beside & (pl.col("kind").shift(-1) == "speech")).fill_null(False)
    is_before_people = is_beside & pl.col("kind").shift(-1).is_in(["people", "quantity", "role"])
    is_age = (
        word_of("unit").str.contains(YEARS_OLD).fill_null(False)
        & pl.col("value_best").is_not_null()
    )
    # 'Two militias killed': each of them is one man.
    is_militia = word.is_in(MILITIA) & (pl.col("kind").shift(1) == "quantity").fill_null(False)
    # 'Taking four of them prisoner', 'taken prisoner'
    run = pl.col("sentence_id")
    behind = beside(pl.col("kind"), run, -1)
    is_captive = word.is_in(TAKEN_AS)
    ahead = pl.any_horizontal(beside(is_captive, run, -step) for step in range(1, 6))
    # "Took 12 prisoners", "had killed 60 and taken nine hostages"
    is_held = (pl.col("kind") == "people") & word.is_in(HELD)
    is_counted_behind = beside(pl.col("kind"), run, -1) == "quantity"
    ahead |= is_counted_behind & beside(is_held, run, -2)
    has_taken = (word == "taken") & beside(pl.col("kind"), run, 1).is_in(["have", "and"])
    has_taken = has_taken.fill_null(False)
    takes = (word.str.contains(TAKING) | has_taken) & is_trigger & ahead.fill_null(False)
    takes |= is_taking_home()
    took = pl.any_horizontal(beside(takes, run, back) for back in range(1, 6)).fill_null(False)
    taken = pl.any_horizontal(beside(word == "taken", run, back) for back in range(1, 6))
    is_taken = is_captive & taken.fill_null(False) & ~took
    # 'Four hotel clerks', 'a school guard': people by the thing they belong to.
    is_of_people = (
        pl.col("kind").is_in(["unit", "place_noun", "method"])
        & (pl.col("voice") == "sg")
        & ~pl.col("sense").is_in(MEASURES)
        & is_beside
        & (pl.col("kind").shift(-1) == "people")
    ).fill_null(False)
    # "3. The killing of": the number of an item.
    is_item = (
        (pl.col("kind") == "quantity")
        & (pl.col("mention_no") == 0)
        & (pl.col("start").shift(-1) - pl.col("end") == len(". "))
        & pl.col("text").str.contains(r"^\d{1,2}$")
    ).fill_null(False)
    # "Brothers aged 14 and 16"
    is_age_beside = (pl.col("sense").shift(1) == "age") & (pl.col("sense").shift(-1) == "age")
    is_of_ages = (pl.col("kind").is_in(["and", "comma"]) & is_age_beside).fill_null(False)
    # '17 alleged Red Axe members'
    is_supposed = (
        (word_of("speech", "hedge").is_in(SUPPOSED))
        & is_beside
        & pl.col("kind").shift(-1).is_in(["actor", "people"])
    ).fill_null(False)
    # "A driver accused of spying was shot"
    is_of_charge = (pl.col("kind") == "of") & beside(word, run, 1).is_in(CHARGED)
    is_of_charge |= word.is_in(CHARGED) & (beside(pl.col("kind"), run, -1) == "of")
    is_of_charge = is_of_charge.fill_null(False)
    voice = pl.col("voice").replace_strict(VOICE_LETTERS, default="E")
    # "Five more casualties"
    is_counted = (beside(pl.col("kind"), run, 1) == "quantity") & (pl.col("words_before") == 0)
    # "Both guards were killed", not "both soldiers and villagers"
    next_but_one = beside(pl.col("kind"), run, -2)
    # "Two brothers, both farmers": what they are, and no other two.
    is_two = (pl.col("kind") == "quantity") & (pl.col("value_best") == 2)
    is_apposed = beside(pl.col("kind"), run, 1).is_in(["comma", "bracket"]) & pl.any_horizontal(
        beside(is_two, run, back) for back in range(2, 5)
    )
    is_both = (
        (pl.col("kind") == "both")
        & ~is_apposed.fill_null(False)
        & (
            (behind.is_in(["people", "role"]) & (next_but_one != "and"))
            | ((behind == "article") & next_but_one.is_in(["people", "role"]))
            | behind.is_in(["be", "have"])
        )
    )
    is_of_holder = (pl.col("kind") == "of") & beside(word.str.contains(HOLDERS), run, 1)
    is_of_holder = (is_of_holder & (pl.col("words_before") == 0)).fill_null(False)
    # "A four-man crew", "a four-man medical team"
    is_of_group = word_of("quantity").str.contains(OF_GROUP).fill_null(False)
    is_team = word_of("unit", "people").str.contains(TEAM)
    is_group = beside(is_of_group, run, 1) & pl.col("kind").is_in(["people", "unit"])
    is_group |= is_team & (beside(is_of_group, run, 2) | beside(is_of_group, run, 3))
    is_group = is_group.fill_null(False)
    # "Cost the army 400 men", not "cost two ministers their jobs"
    is_cost = told.str.contains(COSTING) & (
        (behind == "actor")
        | (
            behind.is_in(["article", "place"])
            & beside(pl.col("kind"), run, -2).is_in(["actor", "people"])
        )
    )
    return (
        pl.when(told.str.contains(LOSING) | is_cost.fill_null(False)).then(pl.lit("j"))
        .when(told.str.contains(YIELDING) | told.str.contains(FLEEING))
        .then(pl.lit("X"))
        .when(is_falling()).then(pl.lit("X"))
        .when(is_trigger & (word.is_in(SHARED) | is_taken_by())).then(pl.lit("C"))
        .when(is_trigger & is_driving()).then(pl.lit("V"))
        .when(takes).then(pl.lit("I"))
        .when(is_captive & took).then(None)
        .when(is_taken).then(pl.lit("V"))
        .when(is_trigger & (pl.col("sense") == UNCOUNTED) & (pl.col("voice") == "nom") & is_counted)
        .then(pl.lit("O"))
        .when(is_trigger & (pl.col("sense") == UNCOUNTED) & (pl.col("voice") == "nom"))
        .then(pl.lit("W"))
        .when(is_trigger & (is_harm | pl.col("sense").is_null())).then(voice)
        .when((pl.col("kind") == "article") & (pl.col("sense") == "another")).then(pl.lit("N"))
        .when((pl.col("kind") == "article") & (pl.col("sense") == "a")).then(pl.lit("q"))
        .when((pl.col("kind") == "article") & (pl.col("sense") == "other")).then(pl.lit("¤"))
        .when((pl.col("kind") == "with") & (pl.col("sense") == "except")).then(pl.lit("¦"))
        .when((pl.col("kind") == "with") & (pl.col("sense") == "escort")).then(pl.lit("ɛ"))
        .when((pl.col("kind") == "clause") & (pl.col("sense") == "semicolon")).then(pl.lit("ι"))
        .when((pl.col("kind") == "comma") & (pl.col("sense") == "dash")).then(pl.lit("đ"))
        .when(is_both).then(pl.lit("N"))
        .when(is_of_holder).then(pl.lit("ƒ"))
        .when(is_of_people | is_age | is_of_ages | is_supposed | is_item | is_of_charge).then(None)
        .when((pl.col("kind") == "quantity") & word.str.contains(OTHER_COUNT)).then(pl.lit("¢"))
        .when(is_whole()).then(pl.lit("¢"))
        .when(is_out_of()).then(pl.lit("f"))
        .when(word_of("quantity", "speech").str.contains(NUMBER_OF)).then(pl.lit("№"))
        .when(is_militia).then(pl.lit("P"))
        .when(is_pronoun & word.is_in(OWNED) & is_before_people).then(pl.lit("A"))
        .when(is_pronoun & (pl.col("text") == "US")).then(pl.lit("L"))
        .when(is_pronoun & word.is_in(SUBJECTS)).then(pl.lit("¬"))
        .when((pl.col("kind") == "people") & (pl.col("sense") == NAMED)).then(pl.lit("#"))
        .when(is_group).then(pl.lit("P"))
        .when((pl.col("kind") == "people") & word.is_in(HOUSEHOLD)).then(pl.lit("¶"))
        .when((pl.col("kind") == "people") & is_one()).then(pl.lit("S"))
        .when(word_of("pronoun").str.contains(TITLE) & ~is_of_name()).then(pl.lit("S"))
        .when(word.is_in(JOINTLY)).then(pl.lit("!"))
        .when(is_role & (pl.col("voice") == "sg")).then(pl.lit("S"))
        .when(is_role & (pl.col("voice") == "pl")).then(pl.lit("P"))
        .when((pl.col("kind") == "subset") & (word == "of whom")).then(pl.lit("θ"))
        .when((pl.col("kind") == "subset") & word.str.starts_with("of ")).then(pl.lit("d"))
        .when(word_of("subset").str.contains(BEING_PART)).then(pl.lit("m"))
        .when(counted.str.contains(TOLL)).then(pl.lit("T"))
        .when(counted.str.ends_with(" to")).then(pl.lit("r"))
        .when((pl.col("kind") == "speech") & word.is_in(VERBS_OR_PEOPLE)).then(pl.lit("P"))
        .when(word_of("speech").str.contains(TOLL)).then(pl.lit("T"))
        .when(word_of("negation").str.contains(NOBODY)).then(pl.lit("Z"))
        .when(word_of("negation").str.contains(UNREPORTED)).then(pl.lit("g"))
        .when(word_of("negation", "hedge", "plan").str.contains(BEING)).then(pl.lit("b"))
        .otherwise(pl.col("kind").replace_strict(KIND_LETTERS, default=None))
    )  # fmt: skip


def is_one() -> pl.Expr:
    """True for a people noun in the singular."""
    return pl.col("sense").eq("sg").fill_null(False)
