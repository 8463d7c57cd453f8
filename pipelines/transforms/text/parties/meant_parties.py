"""Who a generic actor is: the expressions that weigh what the sentence and the article tell."""

import polars as pl

from pipelines.transforms.text.parties.called_so import called_so
from pipelines.transforms.text.parties.first_person import SPOKEN_OF, ours
from pipelines.transforms.text.parties.generic_actors import (
    ARMED_GENERICS,
    COMMUNAL,
    HELD,
    OPPOSED,
    OTHERS,
    STATE_GENERICS,
    UNIDENTIFIED,
    UNIDENTIFIED_COMMUNAL,
)
from pipelines.transforms.text.parties.neighbours import GENERIC, STATE_FORCES, is_landing
from pipelines.transforms.text.parties.owners import ARMED_PARTY, is_member

# Kinds of people that belong to a group with a name, unlike gunmen or assailants.
ORGANISED = (
    r"(?i)(?:militant|insurgent|rebel|guerrilla|jihadi|jihadist|extremist|terrorist|separatist|"
    r"islamist|maoist|naxalite|naxal)s?(?: fighters?| members?)?$"
)
FIGHTERS = r"(?i)^fighters?$"
OWN_MEN = r"(?i)^(?:fighters|militants|guerrillas|insurgents|rebels|commandos|gunmen|militiamen)$"
# "An Israeli sniper" is a soldier.
SNIPER = r"(?i)^snipers?$"
# Separatists are those of their country, and no other group that their article names.
SEPARATIST = r"(?i)^separatist"
# Senses of units that someone owns: weapons and vehicles, attacks.
OWNED = ("thing", "attack")
# "Palestinian cars" are no army's.
CIVIL = (
    r"(?i)^(?:cars?|bus|buses|minibus|minibuses|taxis?|tractors?|lorry|lorries|motorcycles?|trains?|"
    r"ferry|ferries)$"
)
POST = (
    r"(?i)(?:bases?|check ?points?|check ?posts?|outposts?|barracks|garrisons?|airfields?|depots?|"
    r"strongholds?|fortress|fortifications|headquarters|"
    r"military (?:camps?|positions|installations))$"
)
SEVERAL = r"(?i)(?:groups|factions)$"


def is_of_attack() -> pl.Expr:
    """True for 'terrorist' before an attack, which says nothing of who did it."""
    is_before = (
        pl.col("kind").shift(-1).is_in(["unit", "method"])
        & (pl.col("start").shift(-1) - pl.col("end") == 1)
        & (pl.col("sentence_id") == pl.col("sentence_id").shift(-1))
    )
    return pl.when(is_before).then("text").str.contains(r"(?i)^terrorist$").fill_null(False)


def generic() -> pl.Expr:
    """The generic actor behind a mention: its own, or that of the people noun ("rebels")."""
    word = pl.when(pl.col("entity_id") == UNIDENTIFIED).then("text")
    is_organised = (
        word.str.contains(ORGANISED)
        & ~word.str.contains(r"(?i)^un(?:identified|known)|narco")
        & ~pl.col("is_of_attack")
    )
    return (
        pl.when(is_organised & word.str.contains(r"(?i)^rebel"))
        .then(pl.lit("generic-rebels"))
        .when(is_organised & word.str.contains(SEPARATIST))
        .then(pl.lit("generic-separatists"))
        .when(is_organised)
        .then(pl.lit("generic-militants"))
        .when(pl.col("entity_id") != UNIDENTIFIED)
        .then("entity_id")
    )


def resolved() -> pl.Expr:
    """The actor that a mention names, in its context."""
    entity = pl.col("entity_id")
    is_unidentified = entity == UNIDENTIFIED
    return (
        pl.when(entity.is_in(SPOKEN_OF))
        .then(entity)
        .when("is_ours")
        .then(ours())
        .when(is_owned())
        .then(pl.coalesce("actor_before", army_named(), party_of_country()))
        # "X said its fighters had ambushed a patrol"
        .when(is_anybody() & pl.col("text").str.contains(OWN_MEN) & pl.col("owner").is_not_null())
        .then("owner")
        .when(is_fighters() & (pl.col("harming_side") == OTHERS))
        .then("leading_group")
        .when(is_sniper_of_country())
        .then(forces_named())
        .when(is_of_party_before())
        .then("actor_before")
        .when(entity.is_in([UNIDENTIFIED, COMMUNAL]) & pl.col("actor_apposed").is_not_null())
        .then("actor_apposed")
        .when(
            (is_unidentified | entity.is_in(ARMED_GENERICS)) & pl.col("owner_behind").is_not_null()
        )
        .then("owner_behind")
        # "Soldiers of the Rwandan army"
        .when(is_state() & pl.col("country_named").is_null() & is_people_of())
        .then("owner_behind")
        .when(is_anybody() & pl.col("supposed").is_not_null())
        .then("supposed")
        .when((entity == ARMED_PARTY) & is_member() & pl.col("owner_behind").is_not_null())
        .then("owner_behind")
        .when(is_anybody() & called_so().is_not_null())
        .then(called_so())
        .when(is_open())
        .then(party_meant())
        .otherwise(entity)
    )


def is_people_of() -> pl.Expr:
    """People of a party named behind."""
    return (pl.col("kind") == "people") & pl.col("owner_behind").is_not_null()


def is_generic() -> pl.Expr:
    """True for words that stand for another party in each country: "the resistance"."""
    return pl.col("entity_id").str.contains(GENERIC)


def is_state() -> pl.Expr:
    """True for forces of the state, whichever it is: "the army"."""
    return pl.col("entity_id").is_in(STATE_GENERICS)


def is_armed() -> pl.Expr:
    """True for rebels and their like, by their own name or by the people noun."""
    return pl.col("generic").is_in(ARMED_GENERICS)


def is_open() -> pl.Expr:
    """True for mentions that may stand for a party which their article tells of."""
    is_kind = pl.col("kind").is_in(["actor", "people", "role", "place_noun", "trigger"])
    return (is_kind & (is_generic() | is_state() | is_armed())).fill_null(False)


def is_anybody() -> pl.Expr:
    """True for people of no party that their words name."""
    is_unnamed = pl.col("entity_id").fill_null(UNIDENTIFIED) == UNIDENTIFIED
    return (pl.col("kind") == "people") & is_unnamed


def is_owned() -> pl.Expr:
    """True for what is somebody's: weapons, attacks, posts and vehicles."""
    is_post = (
        (pl.col("kind") == "place_noun")
        & pl.col("text").str.contains(POST)
        & ~is_generic().fill_null(False)
        & ~is_state().fill_null(False)
    )
    return (
        (pl.col("kind") == "method")
        | is_post
        | (pl.col("entity_id") == OPPOSED)
        | ((pl.col("kind") == "unit") & pl.col("sense").is_in(OWNED))
        | is_landing()
    ).fill_null(False)


def is_fighters() -> pl.Expr:
    """True for "fighters" alone, who are those of the one armed group that the article names where
    an army kills them."""
    is_alone = pl.col("entity_id").is_null() & pl.col("text").str.contains(FIGHTERS)
    return ((pl.col("kind") == "people") & is_alone).fill_null(False)


def is_sniper_of_country() -> pl.Expr:
    """True for "an Israeli sniper", who is a soldier."""
    return (
        (pl.col("entity_id") == UNIDENTIFIED)
        & pl.col("text").str.contains(SNIPER)
        & ~pl.col("country_named").is_in(HELD)
    ).fill_null(False)


def is_of_party_before() -> pl.Expr:
    """True for "FMLN urban commandos", "an ELN gang"."""
    return (
        (pl.col("entity_id") == UNIDENTIFIED)
        & (pl.col("kind") == "people")
        & pl.col("actor_before").is_not_null()
        & ~pl.col("actor_before").str.starts_with(STATE_FORCES)
        & ~pl.col("is_of_attack")
    )


def forces_named() -> pl.Expr:
    """The forces of the country named right before: "Israeli"."""
    return pl.lit(STATE_FORCES) + pl.col("country_named").str.to_lowercase()


def army_named() -> pl.Expr:
    """The army whose a thing is by the country before it, where armies have such things."""
    return pl.when(~pl.col("text").str.contains(CIVIL)).then(forces_named())


def party_of_country() -> pl.Expr:
    """The party for which a generic word stands in its country."""
    is_told = (pl.col("entity_id") != OPPOSED) | pl.col("is_opposed")
    return pl.when(is_generic() & is_told).then("by_country")


def party_meant() -> pl.Expr:
    """Who an open mention is: of the name before it, its owner's, its country's, the group that its
    article names most or named last; failing these nobody known."""
    entity = pl.col("entity_id")
    # "FMLN terrorist groups" are the FMLN's.
    is_named = (pl.col("kind") == "people") | entity.is_in(ARMED_GENERICS)
    # "Three soldiers killed by the Malian army" were not its own.
    is_hit = pl.col("country_named").is_null() & (pl.col("by_country") == pl.col("attacker"))
    is_others = pl.col("is_anyones") | (is_hit & (pl.col("kind") == "people")).fill_null(False)
    is_own_deed = (pl.col("harming_side") == pl.col("by_country")).fill_null(False)
    return pl.coalesce(
        "full_id",
        pl.when(is_named).then("actor_before"),
        pl.when(is_state()).then(pl.coalesce("owner", "spoken_of_by")),
        pl.when(~(is_state() & is_others) & ~is_own_deed).then("by_country"),
        group_of_article(),
        group_named_last(),
        pl.when(entity == COMMUNAL).then(pl.lit(UNIDENTIFIED_COMMUNAL)),
        # "A terrorist group" that nobody names is armed, whoever it is.
        pl.when(entity.is_in(ARMED_GENERICS)).then(pl.lit(UNIDENTIFIED)),
        pl.when(~is_generic() & ~is_state()).then(entity),
    )


def is_of_one_group() -> pl.Expr:
    """True for armed people who may be of a group that the article names; "armed groups" are of
    several."""
    is_several = pl.col("text").str.contains(SEVERAL)
    is_apart = pl.col("generic") == "generic-separatists"
    return is_armed() & ~is_several & ~is_apart.fill_null(False)


def group_of_article() -> pl.Expr:
    """The one group that the article names, or names by far most, where they may be of it."""
    # Behind the name of another group, they are not those of the leading one.
    is_led = (pl.col("last_side") == pl.col("leading_group")).fill_null(True)
    # Nor where that group does harm to them.
    is_led &= (pl.col("harming_side") != pl.col("leading_group")).fill_null(True)
    # Nor where it is first named in another scene further on: "In Yobe, X attacked".
    is_led &= pl.col("leading_turn") <= pl.col("turn")
    # "Chadian rebels" are no group of Libya's.
    is_led &= (pl.col("country_named") == pl.col("leading_home")).fill_null(True)
    return pl.when(is_of_one_group() & is_led).then("leading_name")


def group_named_last() -> pl.Expr:
    """The party named last, where the article names none by far most: "X rebels set off a mine.
    Troops killed two rebels", of X."""
    is_apart_from = (pl.col("harming_side") == pl.col("last_side")).fill_null(False)
    return pl.when(is_of_one_group() & pl.col("leading_name").is_null() & ~is_apart_from).then(
        "last_party"
    )
