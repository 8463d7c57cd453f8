"""Says who "the army", "militants" or "the resistance" are, from the article around them."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.parties.asides import name_affiliates
from pipelines.transforms.text.parties.first_person import SPOKEN_OF, is_ours, ours
from pipelines.transforms.text.parties.generic_actors import (
    ARMED_GENERICS,
    COMMUNAL,
    HELD,
    OPPOSED,
    OTHERS,
    STATE_GENERICS,
    UNIDENTIFIED,
    UNIDENTIFIED_COMMUNAL,
    generic_table,
    harming_side,
    last_party,
    last_side,
    leading_groups,
    scene_turn,
    side_of_group,
)
from pipelines.transforms.text.parties.neighbours import (
    GENERIC,
    STATE_FORCES,
    attackers,
    country_of_attackers_beside,
    country_of_those_hit,
    country_of_those_sent,
    is_landing,
    seats,
    with_neighbours,
)
from pipelines.transforms.text.parties.opposed import is_opposed
from pipelines.transforms.text.parties.owners import (
    ARMED_PARTY,
    is_definite,
    is_member,
    own_attacks,
    owner_before,
    owner_behind,
    supposed_behind,
)
from pipelines.transforms.text.parties.peoples import forces_of_attackers
from pipelines.transforms.text.parties.soldiers_spoken_of import (
    is_soldier_there,
    mark_soldiers_spoken_of,
)
from pipelines.transforms.text.parties.told_countries import (
    countries_at_war,
    countries_of_forces,
    countries_of_groups,
    countries_of_openings,
    country_behind,
    full_names,
    with_abroad,
)

# Types of actors that bear no arms, and those of them that meet police in the street.
CROWDS = ("protesters", "rioters")
UNARMED = ("civilians", *CROWDS)
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
POST = (
    r"(?i)(?:bases?|check ?points?|check ?posts?|outposts?|barracks|garrisons?|airfields?|depots?|"
    r"strongholds?|fortress|fortifications|headquarters|"
    r"military (?:camps?|positions|installations))$"
)
# Kinds of mentions that may stand for an actor, or belong to one.
RESOLVED = ("actor", "people", "role", "method", "place_noun", "unit")
OF_GOVERNMENT = (
    r"(?i)^(?:government|regime|junta|state)(?-u:\b)|^(?:the )?(?:army|troops|armed forces)$"
)
SEVERAL = r"(?i)(?:groups|factions)$"


def resolve_actors(
    mentions: pl.DataFrame,
    article_countries: pl.DataFrame,
    lexicons: Lexicons,
    demonyms: pl.DataFrame | None = None,
) -> pl.DataFrame:
    """Mentions with the entity_id of generic actors and people replaced by who they are there.

    article_countries: article_id, country_id. demonyms: sentence_id, end, country_id, as
    read_places gives them; "Iraqi soldiers" are Iraq's in any article. State forces become those
    of the country; "the resistance" the party that the lexicon gives for the country; militants
    and rebels, failing that, the one armed group that the article names (or names by far most).
    A generic actor that stays open has entity_id null; kinds of people keep theirs. Weapons, ways
    of attack, attacks and posts get the actor whose they are ("Israeli jets", "Russian positions").
    """
    rows = with_abroad(
        mentions.with_row_index("row").select(
            "row", "article_id", "sentence_id", "mention_no", "kind", "sense", "entity_id",
            "voice", "start", "end", "text",
        ),
        lexicons,
    )  # fmt: skip
    peoples = forces_of_attackers(rows, lexicons)
    around = mark_soldiers_spoken_of(with_neighbours(rows, demonyms, seats(lexicons)))
    of_article = pl.lit(STATE_FORCES) + pl.col("article_country").str.to_lowercase()
    is_attackers_country = (pl.col("kind") == "people") & (of_article == pl.col("attacker"))
    # Where the attacker is at home nobody else is: whose they are is not told.
    is_elsewhere = pl.col("scene_country") != pl.col("article_country")
    other_country = pl.when(is_elsewhere).then("scene_country")
    meant = (
        around.with_columns(
            owner=owner_before(),
            owner_behind=owner_behind(),
            supposed=supposed_behind(),
            country_behind=country_behind(),
            country_meant=pl.coalesce(
                country_of_those_hit(), country_of_those_sent(), country_of_attackers_beside()
            ),
            is_definite=is_definite(),
            is_of_attack=is_of_attack(),
            is_opposed=is_opposed(lexicons),
            side=side_of_group(lexicons),
            is_ours=is_ours(),
            is_soldier_there=is_soldier_there(),
        )
        .with_columns(last_side=last_side(), harming_side=harming_side(), turn=scene_turn())
        .with_columns(last_party=last_party())
        .filter(pl.col("kind").is_in(RESOLVED) | is_landing())
        .join(attackers(around), on="sentence_id", how="left", maintain_order="left")
        .join(
            countries_at_war(around, article_countries, lexicons).select(
                "article_id", article_country="country_id"
            ),
            on="article_id",
            how="left",
            maintain_order="left",
        )
        .join(
            countries_of_openings(rows, lexicons),
            on="sentence_id",
            how="left",
            maintain_order="left",
        )
        .join(
            countries_of_groups(rows, lexicons),
            on="sentence_id",
            how="left",
            maintain_order="left",
        )
        .join(
            countries_of_forces(around),
            on=["article_id", "sentence_id"],
            how="left",
            maintain_order="left",
        )
        .join(
            full_names(rows, GENERIC), on=["article_id", "text"], how="left", maintain_order="left"
        )
        .with_columns(
            generic=generic(),
            country=pl.coalesce(
                "country_named",
                "country_behind",
                "country_meant",
                pl.when("is_definite").then("forces_country"),
                "sentence_country",
                pl.when(pl.col("text").str.contains(OF_GOVERNMENT)).then("group_country"),
                # "Soldiers died in a Russian attack on Kharkiv": those that stood there.
                pl.when(is_attackers_country)
                .then(other_country)
                .when("is_soldier_there")
                .then(pl.coalesce("scene_country", "article_country"))
                .otherwise("article_country"),
            ),
        )
        .join(generic_table(lexicons), on=["generic", "country"], how="left", maintain_order="left")
        .join(
            leading_groups(mentions, lexicons), on="article_id", how="left", maintain_order="left"
        )
        .join(peoples, on="row", how="left", maintain_order="left")
        .select("row", entity_id=pl.coalesce("people_id", resolved()))
    )
    entities = mentions["entity_id"].scatter(meant["row"], meant["entity_id"])
    entities = name_affiliates(mentions.with_columns(entities))
    return own_attacks(mentions.with_columns(entities), lexicons)


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
        .then(pl.coalesce("actor_before", by_people, by_country))
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
