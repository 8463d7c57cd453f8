"""What the words beside a noun tell of those harmed: owners, kin of civilians, another side."""

import polars as pl

from pipelines.transforms.text.casualties.harmed_roles import PEOPLE
from pipelines.transforms.text.casualties.persons import NAMED
from pipelines.transforms.text.parties.civil_members import CIVIL_KINDS, CIVILIANS
from pipelines.transforms.text.parties.joined_sides import other_side_behind
from pipelines.transforms.text.runs import any_in, beside, last_known

RUN, KIND = pl.col("sentence_id"), pl.col("kind")
LEADER = r"(?i)^leaders?$"
# What an apostrophe makes of the space between owner and owned: "soldiers' wives", "a clerk's".
POSSESSIVE = (len("' "), len("'s "))
# Characters of " identified ".
IDENTIFIED = 12
# Whoever kills himself with one of these was no bomber.
TRAP = r"(?i)(?-u:\b)(?:land ?)?mines?(?-u:\b)|ordnance|unexploded"
# Who bears no arms, where the list that they stand in tells of nobody else.
UNARMED = (
    r"(?i)^(?:wife|wives|mothers?|sisters?|daughters?|aunts?|nieces?|grand(?:mother|daughter|child|"
    r"son)s?|grandchildren|(?:mother|sister|daughter)s?[ -]in[ -]law|widows?|fianc[e\x{e9}]e?s?|"
    r"candidates?|guests?|tribeswom[ae]n|local wom[ae]n)$"
)
# Kin who may bear arms themselves, unless they are told of by whose kin they are.
KIN = (
    r"(?i)^(?:(?:grand|step)?(?:sons?|fathers?|parents)|(?:half )?brothers?|husbands?|nephews?|"
    r"uncles?|cousins?|relatives?|kin|(?:son|brother|father)s?[ -]in[ -]law|family members?|child)$"
)
OF_STATE = r"^(?:state-forces-|security-forces|generic-state-forces|police)"
COMMANDER = r"(?i)commander"
# Who works for somebody, and bears arms for nobody.
STAFF = (
    r"(?i)^(?:drivers?|chauffeurs?|secretar(?:y|ies)|clerks?|assistants?|maids?|cooks?|gardeners?|"
    r"nann(?:y|ies)|servants?)$"
)


def with_nouns(mentions: pl.DataFrame) -> pl.DataFrame:
    """The mentions with is_owner ("the mayor's sons": none of them); has_noun: a noun that no list
    knows stands behind, and then the verb ("20 Panamanians were wounded"); has_trap and who_before:
    what "himself" is ("a boy trod on a mine, killing himself"); joined: another side stands behind
    'and', which is the subject of the next verb or no more than an object ("killed nine soldiers
    and rebels")."""
    is_verb = beside(KIND, RUN, -1) == "be"
    who = pl.when(KIND == "people").then(pl.col("entity_id").fill_null(""))
    # "Raided the cell's hideout, killing its leader": no civilian's.
    is_owned = beside(pl.col("sense"), RUN, 1) == "possessive"
    is_theirs = pl.when(is_owned).then("text").str.contains(LEADER)
    read = mentions.lazy().with_columns(
        has_noun=(is_verb & (beside(pl.col("words_before"), RUN, -1) > 0)).fill_null(False),
        is_owner=is_owner(),
        has_trap=any_in(pl.col("text").str.contains(TRAP), RUN),
        who_before=last_known(who, RUN).replace({"": None}),
        joined=other_side_joined(),
        # "A reporter's wife" is no journalist.
        entity_id=pl.when(is_called())
        .then(beside(pl.col("entity_id"), RUN, 2))
        .when(is_kin_of_civilian() & pl.col("entity_id").is_null())
        .then(pl.lit(CIVILIANS))
        .when(~is_owner() & ~is_theirs.fill_null(False))
        .then("entity_id"),
    )
    return read.collect(engine="in-memory")


def other_side_joined() -> pl.Expr:
    """Whether the other side behind 'and' is the next verb's subject, or an object; null where
    there is none."""
    other = other_side_behind()
    is_subject = pl.coalesce(
        pl.when(other == step).then(beside(KIND, RUN, -step - 1).is_in(["be", "have"]))
        for step in (2, 3, 4)
    )
    return (
        pl.when(is_subject).then(pl.lit("subject")).when(other.is_not_null()).then(pl.lit("object"))
    )


def is_owner() -> pl.Expr:
    """True for whose people others are: "the mayor's sons"."""
    gap = beside(pl.col("start"), RUN, -1) - pl.col("end")
    return (
        KIND.is_in(["people", "role", "pronoun"])
        & beside(KIND, RUN, -1).is_in(["people", "quantity"])
        & gap.is_between(*POSSESSIVE)
    ).fill_null(False)


def is_called() -> pl.Expr:
    """True for a name behind who bears it: "a teacher identified as Juan Ruiz"."""
    return (
        (pl.col("sense") == NAMED)
        & (beside(KIND, RUN, 1) == "clause")
        & (beside(KIND, RUN, 2) == "people")
        & (beside(pl.col("start"), RUN, 1) - beside(pl.col("end"), RUN, 2) == IDENTIFIED)
    ).fill_null(False)


def is_kin_of_civilian() -> pl.Expr:
    """True for kin and staff of whoever bears no arms, and kin of a state's officers: "the mayor's
    son", "the daughter of a colonel"."""
    people = pl.when(KIND == "people").then("text")
    is_kin = people.str.contains(f"{KIN}|{UNARMED}").fill_null(False)
    is_staff = people.str.contains(STAFF).fill_null(False)
    civil = is_civil_office()
    of_civilian = (is_kin & is_owned_by(civil | is_officer())) | (is_staff & is_owned_by(civil))
    # "A reporter's wife and son"
    is_joined = (is_kin | is_staff) & (beside(KIND, RUN, 1) == "and") & beside(of_civilian, RUN, 2)
    return of_civilian | is_joined.fill_null(False)


def is_owned_by(owner: pl.Expr) -> pl.Expr:
    """True for nouns beside their owner: "the mayor's son", "the mayor's two daughters", "a brother
    of the senator"."""
    gap = pl.col("start") - beside(pl.col("end"), RUN, 1)
    is_owned = beside(owner, RUN, 1) & gap.is_between(*POSSESSIVE)
    gap = beside(pl.col("start"), RUN, 1) - beside(pl.col("end"), RUN, 2)
    is_owned |= (
        (beside(KIND, RUN, 1) == "quantity") & beside(owner, RUN, 2) & gap.is_between(*POSSESSIVE)
    )
    is_of = beside(KIND, RUN, -1) == "of"
    for step in (2, 3):
        is_owned |= is_of & beside(owner, RUN, -step)
        is_of &= beside(KIND, RUN, -step) == "article"
    return is_owned.fill_null(False)


def is_officer() -> pl.Expr:
    """True for a soldier or policeman of a state, or whoever has a rank."""
    is_rank = (KIND == "role") & pl.col("sense").is_in(["rank", "military"])
    is_rank &= ~pl.col("text").str.contains(COMMANDER)
    is_soldier = (KIND == "people") & pl.col("entity_id").str.contains(OF_STATE)
    return (is_rank | is_soldier).fill_null(False)


def is_civil_office() -> pl.Expr:
    """True for whoever holds an office or a calling without arms: "the mayor", "a judge"."""
    role = pl.col("sense").replace_strict(PEOPLE, default=None, return_dtype=pl.String)
    return (
        ((KIND == "people") & pl.col("entity_id").is_in(CIVIL_KINDS))
        | ((KIND == "role") & role.is_in(CIVIL_KINDS))
        | ((KIND == "pronoun") & pl.col("sense").is_in(["official"]))
    ).fill_null(False)
