"""Says who "the army", "militants" or "the resistance" are, from the article around them."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.parties.asides import name_affiliates
from pipelines.transforms.text.parties.called_so import (
    callings,
    is_last_called,
    is_the,
    is_told_label,
    label,
)
from pipelines.transforms.text.parties.first_person import is_ours
from pipelines.transforms.text.parties.generic_actors import (
    UNIDENTIFIED_COMMUNAL,
    generic_table,
    harming_side,
    last_party,
    last_side,
    leading_groups,
    scene_turn,
    side_of_group,
)
from pipelines.transforms.text.parties.meant_parties import generic, is_of_attack, resolved
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
    is_definite,
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
PARAMILITARIES = "generic-paramilitaries"
# Kinds of mentions that may stand for an actor, or belong to one.
RESOLVED = ("actor", "people", "role", "method", "place_noun", "unit")
OF_GOVERNMENT = (
    r"(?i)^(?:government|regime|junta|state)(?-u:\b)|^(?:the )?(?:army|troops|armed forces)$"
)


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
    around = mark_soldiers_spoken_of(with_neighbours(rows, demonyms, seats(lexicons)))
    placed = with_countries(with_signs(around, lexicons), rows, around, article_countries, lexicons)
    meant = (
        placed.join(
            generic_table(lexicons), on=["generic", "country"], how="left", maintain_order="left"
        )
        .join(
            leading_groups(mentions, lexicons), on="article_id", how="left", maintain_order="left"
        )
        .join(forces_of_attackers(rows, lexicons), on="row", how="left", maintain_order="left")
        .select("row", entity_id=pl.coalesce("people_id", resolved(), paramilitaries()))
    )
    entities = mentions["entity_id"].scatter(meant["row"], meant["entity_id"])
    entities = name_affiliates(mentions.with_columns(entities))
    return own_attacks(mentions.with_columns(entities), lexicons)


def paramilitaries() -> pl.Expr:
    """Paramilitaries of nobody known: forces are their state's, but not "Serb paramilitary
    forces", whose an unknown word tells; men a militia but where the state's police are called so.
    """
    is_theirs = pl.col("country").is_in(["IND", "PAK", "BGD", "LKA"]).fill_null(False)
    text = pl.when(pl.col("entity_id") == PARAMILITARIES).then("text")
    is_plain = pl.col("is_right_behind") | text.str.contains(r"^Paramilitary")
    return (
        pl.when(text.str.contains(r"(?i)^(?:the )?paramilitary (?:forces?|units?)$") & is_plain)
        .then(pl.lit(STATE_FORCES) + pl.col("country").str.to_lowercase())
        .when(text.str.contains(r"(?i)(?:ies|fighters)$") & ~is_theirs)
        .then(pl.lit(UNIDENTIFIED_COMMUNAL))
    )


def with_signs(around: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Mentions that may stand for an actor, with what the sentences around tell of each: whose it
    is, which country and side stand beside it, who was named last and who does harm."""
    return (
        around.lazy()
        .with_columns(
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
            is_the=is_the(),
            label=label(),
        )
        .with_columns(is_told_label=is_told_label())
        .with_columns(last_side=last_side(), harming_side=harming_side(), turn=scene_turn())
        .with_columns(last_party=last_party(), is_last_called=is_last_called())
        .filter(pl.col("kind").is_in(RESOLVED) | tells_holder() | is_landing())
        .collect(engine="in-memory")
    )


def tells_holder() -> pl.Expr:
    """True for words that say who holds a place: "back under government control"."""
    return (pl.col("kind") == "trigger") & pl.col("entity_id").is_not_null()


def with_countries(
    signed: pl.DataFrame,
    rows: pl.DataFrame,
    around: pl.DataFrame,
    article_countries: pl.DataFrame,
    lexicons: Lexicons,
) -> pl.DataFrame:
    """Add generic, country (in which a generic actor is to be looked for), attacker, full_id and
    the countries that the sentence and the article tell of."""
    told = [
        (attackers(around), ["sentence_id"]),
        (
            countries_at_war(around, article_countries, lexicons).select(
                "article_id", article_country="country_id"
            ),
            ["article_id"],
        ),
        (countries_of_openings(rows, lexicons), ["sentence_id"]),
        (countries_of_groups(rows, lexicons), ["sentence_id"]),
        (countries_of_forces(around), ["article_id", "sentence_id"]),
        (full_names(rows, GENERIC), ["article_id", "text"]),
        (callings(signed), ["article_id", "label"]),
    ]
    for table, keys in told:
        signed = signed.join(table, on=keys, how="left", maintain_order="left")
    return signed.with_columns(generic=generic(), country=country_of_actor())


def country_of_actor() -> pl.Expr:
    """The country of a generic actor: said beside it, or by its sentence, else its article's."""
    of_article = pl.lit(STATE_FORCES) + pl.col("article_country").str.to_lowercase()
    is_attackers_country = (pl.col("kind") == "people") & (of_article == pl.col("attacker"))
    # Where the attacker is at home nobody else is: whose they are is not told.
    is_elsewhere = pl.col("scene_country") != pl.col("article_country")
    return pl.coalesce(
        "country_named",
        "country_behind",
        "country_meant",
        pl.when("is_definite").then("forces_country"),
        "sentence_country",
        pl.when(pl.col("text").str.contains(OF_GOVERNMENT)).then("group_country"),
        # "Soldiers died in a Russian attack on Kharkiv": those that stood there.
        pl.when(is_attackers_country)
        .then(pl.when(is_elsewhere).then("scene_country"))
        .when("is_soldier_there")
        .then(pl.coalesce("scene_country", "article_country"))
        .otherwise("article_country"),
    )
