"""Who a generic actor is: the expressions that weigh what the sentence and the article tell."""

import polars as pl

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
    is_generic = entity.str.contains(GENERIC)
    is_state = entity.is_in(STATE_GENERICS)
    is_armed = pl.col("generic").is_in(ARMED_GENERICS)
    is_open = pl.col("kind").is_in(["actor", "people", "role", "place_noun", "trigger"]) & (
        is_generic | is_state | is_armed
    )
    # "FMLN terrorist groups" are the FMLN's.
    by_name = pl.when((pl.col("kind") == "people") | entity.is_in(ARMED_GENERICS)).then(
        "actor_before"
    )
    is_several = pl.col("text").str.contains(SEVERAL)
    is_apart = pl.col("generic") == "generic-separatists"
    # Behind the name of another group, they are not those of the leading one.
    is_led = (pl.col("last_side") == pl.col("leading_group")).fill_null(True)
    # Nor where that group does harm to them.
    is_led &= (pl.col("harming_side") != pl.col("leading_group")).fill_null(True)
    # Nor where it is first named in another scene further on: "In Yobe, X attacked".
    is_led &= pl.col("leading_turn") <= pl.col("turn")
    # "Chadian rebels" are no group of Libya's.
    is_led &= (pl.col("country_named") == pl.col("leading_home")).fill_null(True)
    by_group = pl.when(is_armed & ~is_several & ~is_apart.fill_null(False) & is_led).then(
        "leading_name"
    )
    # "X rebels set off a mine. Troops killed two rebels": of X, where the article names others.
    is_apart_from = (pl.col("harming_side") == pl.col("last_side")).fill_null(False)
    by_last = pl.when(
        is_armed
        & ~is_several
        & ~is_apart.fill_null(False)
        & pl.col("leading_name").is_null()
        & ~is_apart_from
    ).then("last_party")
    is_own_deed = (pl.col("harming_side") == pl.col("by_country")).fill_null(False)
    # "A rebel group" is as unidentified as rebels are.
    unresolved = (
        pl.when(~is_generic & ~is_state)
        .then(entity)
        .when(entity.is_in(ARMED_GENERICS) & ~is_several)
        .then(pl.lit(UNIDENTIFIED))
    )
    is_post = (
        (pl.col("kind") == "place_noun")
        & pl.col("text").str.contains(POST)
        & ~is_generic.fill_null(False)
        & ~is_state.fill_null(False)
    )
    # "Fighters" whom an army kills are those of the one armed group that the article names.
    is_fighters = (
        (pl.col("kind") == "people") & entity.is_null() & pl.col("text").str.contains(FIGHTERS)
    ).fill_null(False)
    is_anybody = (pl.col("kind") == "people") & (entity.fill_null(UNIDENTIFIED) == UNIDENTIFIED)
    is_owned = (
        (pl.col("kind") == "method")
        | is_post
        | (entity == OPPOSED)
        | ((pl.col("kind") == "unit") & pl.col("sense").is_in(OWNED))
        | is_landing()
    )
    by_people = pl.lit(STATE_FORCES) + pl.col("country_named").str.to_lowercase()
    by_army = pl.when(~pl.col("text").str.contains(CIVIL)).then(by_people)
    is_soldier = (
        (entity == UNIDENTIFIED)
        & pl.col("text").str.contains(SNIPER)
        & ~pl.col("country_named").is_in(HELD)
    )
    # "Three soldiers killed by the Malian army" were not its own.
    is_hit = pl.col("country_named").is_null() & (pl.col("by_country") == pl.col("attacker"))
    is_others = pl.col("is_anyones") | (is_hit & (pl.col("kind") == "people")).fill_null(False)
    by_country = pl.when(is_generic & ((entity != OPPOSED) | pl.col("is_opposed"))).then(
        "by_country"
    )
    return (
        pl.when(entity.is_in(SPOKEN_OF))
        .then(entity)
        .when("is_ours")
        .then(ours())
        .when(is_owned.fill_null(False))
        .then(pl.coalesce("actor_before", by_army, by_country))
        .when(is_fighters & (pl.col("harming_side") == OTHERS))
        .then("leading_group")
        .when(is_soldier.fill_null(False))
        .then(by_people)
        # "FMLN urban commandos", "an ELN gang"
        .when(
            (entity == UNIDENTIFIED)
            & (pl.col("kind") == "people")
            & pl.col("actor_before").is_not_null()
            & ~pl.col("actor_before").str.starts_with(STATE_FORCES)
            & ~pl.col("is_of_attack")
        )
        .then("actor_before")
        .when(entity.is_in([UNIDENTIFIED, COMMUNAL]) & pl.col("actor_apposed").is_not_null())
        .then("actor_apposed")
        .when(
            ((entity == UNIDENTIFIED) | entity.is_in(ARMED_GENERICS))
            & pl.col("owner_behind").is_not_null()
        )
        .then("owner_behind")
        .when(is_anybody & pl.col("supposed").is_not_null())
        .then("supposed")
        .when((entity == ARMED_PARTY) & is_member() & pl.col("owner_behind").is_not_null())
        .then("owner_behind")
        .when(is_open.fill_null(False))
        .then(
            pl.coalesce(
                "full_id",
                by_name,
                pl.when(is_state).then(pl.coalesce("owner", "spoken_of_by")),
                pl.when(~(is_state & is_others) & ~is_own_deed).then("by_country"),
                by_group,
                by_last,
                pl.when(entity == COMMUNAL).then(pl.lit(UNIDENTIFIED_COMMUNAL)),
                # "A terrorist group" that nobody names is armed, whoever it is.
                pl.when(entity.is_in(ARMED_GENERICS)).then(pl.lit(UNIDENTIFIED)),
                unresolved,
            )
        )
        .otherwise(entity)
    )
