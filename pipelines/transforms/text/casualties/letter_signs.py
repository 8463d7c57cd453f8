"""What a mention is to the grammar of harm besides its kind, told by the words around it: Boolean
expressions over mentions sorted by sentence_id and mention_no."""

import polars as pl

from pipelines.transforms.text.casualties.group_items import OF_GROUP
from pipelines.transforms.text.casualties.group_nouns import POSSESSIVE
from pipelines.transforms.text.casualties.harm_words import (
    COSTING,
    FLEEING,
    HELD,
    LOSING,
    SHARED,
    TAKEN_AS,
    TAKING,
    UNCOUNTED,
    YIELDING,
    is_harm_word,
)
from pipelines.transforms.text.casualties.persons import NAMED
from pipelines.transforms.text.casualties.told_verbs import (
    is_driving,
    is_falling,
    is_of_name,
    is_taken_by,
    is_taking_home,
)
from pipelines.transforms.text.casualties.unread import word_of
from pipelines.transforms.text.numbers.kinds import MEASURES
from pipelines.transforms.text.runs import beside

RUN, KIND, SENSE, VOICE = (pl.col(name) for name in ("sentence_id", "kind", "sense", "voice"))
WORD = pl.col("text").str.to_lowercase()
BEFORE, BEHIND, SECOND_BEHIND = (beside(KIND, RUN, step) for step in (1, -1, -2))
IS_TRIGGER = KIND == "trigger"
# The mention in the next row, and that no word parts the two.
NEXT, IS_BESIDE = KIND.shift(-1), pl.col("words_before").shift(-1) == 0
CHARGED = ("accused", "suspected", "convicted")
SUPPOSED = ("alleged", "suspected", "presumed", "supposed")
MILITIA = ("militia", "militias")
TEAM = r"(?:crew|family|household|team|patrol|squad|cell|gang|platoon|detachment|delegation|unit)$"
# A doctor and a father are civilians; these are anybody.
ADDRESS = r"^(?:mrs?|ms|miss)\.?$"
YEARS_OLD = r"[- ]old$"
# "The killers of two judges", "the parents of three rebels": others than those whose they are.
HOLDERS = (
    r"^(?:killers|murderers|assassins|kidnappers|abductors|captors|hijackers|torturers|attackers|"
    r"assailants|parents|fathers|mothers|wives|widows|sons|daughters|brothers|sisters|relatives|"
    r"kin|families|husbands|cousins|nephews|uncles|friends|colleagues|bodyguards|lawyers|drivers|"
    r"neighbou?rs|followers)$"
)


def is_losing() -> pl.Expr:
    """ "They lost six men", "cost the army 400 men"; not "cost two ministers their jobs"."""
    told = word_of("trigger")
    is_of_side = BEHIND.is_in(["article", "place"]) & SECOND_BEHIND.is_in(["actor", "people"])
    is_cost = told.str.contains(COSTING) & ((BEHIND == "actor") | is_of_side)
    return told.str.contains(LOSING) | is_cost.fill_null(False)


def is_yielding() -> pl.Expr:
    """ "Surrendered", "fled", "fell in action"."""
    told = word_of("trigger")
    return told.str.contains(YIELDING) | told.str.contains(FLEEING) | is_falling()


def is_taken_word() -> pl.Expr:
    """ "Captured", "seized", "taken by", which places are as well as people."""
    return IS_TRIGGER & (WORD.is_in(SHARED) | is_taken_by())


def is_driven() -> pl.Expr:
    """ "Drove thousands from their homes"."""
    return IS_TRIGGER & is_driving()


def takes_captive() -> pl.Expr:
    """ "Taking four of them prisoner", "took 12 prisoners", "had killed 60 and taken nine
    hostages"."""
    ahead = pl.any_horizontal(beside(WORD.is_in(TAKEN_AS), RUN, -step) for step in range(1, 6))
    is_held = (KIND == "people") & WORD.is_in(HELD)
    ahead |= (WORD != "held") & (BEHIND == "quantity") & beside(is_held, RUN, -2)
    has_taken = ((WORD == "taken") & BEFORE.is_in(["have", "and"])).fill_null(False)
    takes = (WORD.str.contains(TAKING) | has_taken) & IS_TRIGGER & ahead.fill_null(False)
    return takes | is_taking_home()


def is_taken_behind() -> pl.Expr:
    """The captives of who takes them."""
    took = pl.any_horizontal(beside(takes_captive(), RUN, back) for back in range(1, 6))
    return WORD.is_in(TAKEN_AS) & took.fill_null(False)


def is_taken_captive() -> pl.Expr:
    """ "Taken prisoner"."""
    taken = pl.any_horizontal(beside(WORD == "taken", RUN, back) for back in range(1, 6))
    return WORD.is_in(TAKEN_AS) & taken.fill_null(False)


def is_heavy_loss() -> pl.Expr:
    """ "Heavy casualties"."""
    return IS_TRIGGER & (SENSE == UNCOUNTED) & (VOICE == "nom")


def is_counted_loss() -> pl.Expr:
    """ "Five more casualties"."""
    return is_heavy_loss() & (BEFORE == "quantity") & (pl.col("words_before") == 0)


def has_voice() -> pl.Expr:
    """Words of harm, and those of nothing else."""
    return IS_TRIGGER & (is_harm_word() | SENSE.is_null())


def is_both() -> pl.Expr:
    """ "Both guards were killed"; not "both soldiers and villagers", "two brothers, both farmers",
    which tells what they are."""
    is_two = (KIND == "quantity") & (pl.col("value_best") == 2)
    is_apposed = BEFORE.is_in(["comma", "bracket"]) & pl.any_horizontal(
        beside(is_two, RUN, back) for back in range(2, 5)
    )
    of_people = (
        (BEHIND.is_in(["people", "role"]) & (SECOND_BEHIND != "and"))
        | ((BEHIND == "article") & SECOND_BEHIND.is_in(["people", "role"]))
        | BEHIND.is_in(["be", "have"])
    )
    return (KIND == "both") & ~is_apposed.fill_null(False) & of_people


def is_of_holder() -> pl.Expr:
    """The 'of' of "the killers of two judges"."""
    is_of = (KIND == "of") & beside(WORD.str.contains(HOLDERS), RUN, 1)
    return (is_of & (pl.col("words_before") == 0)).fill_null(False)


def is_no_amount() -> pl.Expr:
    """What counts nobody harmed: an age, an item's number, a thing that people belong to, a charge
    or doubt about them."""
    is_age = word_of("unit").str.contains(YEARS_OLD).fill_null(False)
    is_age &= pl.col("value_best").is_not_null()
    # "Brothers aged 14 and 16"
    by_age = (SENSE.shift(1) == "age") & (SENSE.shift(-1) == "age")
    is_of_ages = (KIND.is_in(["and", "comma"]) & by_age).fill_null(False)
    is_other = is_supposed() | is_item() | is_of_charge() | is_form_of_address()
    return is_of_people() | is_age | is_of_ages | is_other


def is_of_people() -> pl.Expr:
    """ "Four hotel clerks", "a school guard", "a Red Cross nurse": people by the thing or body that
    they belong to."""
    is_body = (KIND == "role") & (SENSE == "organisation") & IS_BESIDE & (NEXT == "role")
    return is_body.fill_null(False) | (
        KIND.is_in(["unit", "place_noun", "method"])
        & (VOICE == "sg")
        & ~SENSE.is_in(MEASURES)
        & IS_BESIDE
        & (NEXT == "people")
    ).fill_null(False)


def is_form_of_address() -> pl.Expr:
    """ "Mrs Farida Karimi"."""
    is_title = word_of("role").str.contains(ADDRESS) & IS_BESIDE
    return (is_title & (NEXT == "people") & (SENSE.shift(-1) == NAMED)).fill_null(False)


def is_supposed() -> pl.Expr:
    """ "17 alleged Red Axe members"."""
    return (
        (word_of("speech", "hedge").is_in(SUPPOSED)) & IS_BESIDE & NEXT.is_in(["actor", "people"])
    ).fill_null(False)


def is_item() -> pl.Expr:
    """ "3. The killing of": the number of an item."""
    return (
        (KIND == "quantity")
        & (pl.col("mention_no") == 0)
        & (pl.col("start").shift(-1) - pl.col("end") == len(". "))
        & pl.col("text").str.contains(r"^\d{1,2}$")
    ).fill_null(False)


def is_of_charge() -> pl.Expr:
    """ "A driver accused of spying was shot"."""
    is_of = (KIND == "of") & beside(WORD, RUN, 1).is_in(CHARGED)
    return (is_of | (WORD.is_in(CHARGED) & (BEHIND == "of"))).fill_null(False)


def is_militia() -> pl.Expr:
    """ "Two militias killed": each of them is one man."""
    return WORD.is_in(MILITIA) & (KIND.shift(1) == "quantity").fill_null(False)


def is_owner() -> pl.Expr:
    """The mayor of "killed the mayor's two daughters", "a judge's bodyguards": none of them. One of
    "the mayor's son" is told apart by who counts them."""
    gap = beside(pl.col("start"), RUN, -1) - pl.col("end")
    is_many = (BEHIND == "quantity") | ((BEHIND == "people") & (beside(SENSE, RUN, -1) == "pl"))
    return KIND.is_in(["pronoun", "people", "role"]) & gap.is_between(*POSSESSIVE) & is_many


def is_before_people() -> pl.Expr:
    """Right before people or their number."""
    return IS_BESIDE & NEXT.is_in(["people", "quantity", "role"])


def is_group() -> pl.Expr:
    """ "A four-man crew", "a four-man medical team"."""
    is_sized = word_of("quantity").str.contains(OF_GROUP).fill_null(False)
    is_team = word_of("unit", "people").str.contains(TEAM)
    is_group = beside(is_sized, RUN, 1) & KIND.is_in(["people", "unit"])
    return (is_group | (is_team & (beside(is_sized, RUN, 2) | beside(is_sized, RUN, 3)))).fill_null(
        False
    )


def is_role() -> pl.Expr:
    """A role as one of those harmed: "a chief accused of treason", but not the mayor of "including
    37 students, the mayor said"."""
    is_accused = WORD.shift(-1).is_in(CHARGED) & (SECOND_BEHIND == "of")
    is_speaker = (IS_BESIDE & (NEXT == "speech") & ~is_accused.fill_null(False)).fill_null(False)
    return (KIND == "role") & ~is_of_name() & ~is_speaker
