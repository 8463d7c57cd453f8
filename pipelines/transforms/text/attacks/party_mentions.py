"""The mentions of a sentence that may name a party to an attack, with what each stands for."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.attacks.weapons import WEAPONRY
from pipelines.transforms.text.parties.acted_on import last_subject_end
from pipelines.transforms.text.parties.acting_parties import and_before, find_actors
from pipelines.transforms.text.parties.actors import STATE_FORCES
from pipelines.transforms.text.parties.asides import takes_no_part
from pipelines.transforms.text.parties.first_person import SPOKEN_OF
from pipelines.transforms.text.parties.generic_actors import UNIDENTIFIED
from pipelines.transforms.text.parties.joined_sides import alternatives
from pipelines.transforms.text.parties.meant_parties import is_of_attack
from pipelines.transforms.text.parties.told_countries import with_abroad
from pipelines.transforms.text.places.venues import OF_COUNTRY
from pipelines.transforms.text.runs import beside, count_before, last_before
from pipelines.transforms.text.sources.speaker_kinds import NO_PARTY

KIND, SENSE, RUN = (pl.col(name) for name in ("kind", "sense", "run"))
IS_PLACE = (KIND == "place") & pl.col("entity_id").is_not_null()
IS_COUNTRY, IS_POST = IS_PLACE & (SENSE == "country"), KIND == "place_noun"
IS_THING = KIND.is_in(["unit", "method"]) | IS_POST
IS_GROUP = (KIND == "pronoun") & (SENSE == "group")
GAP_AFTER = pl.col("next_start") - pl.col("end")
# "The gunmen opened fire": those of the sentence before.
IS_CALLED = (KIND == "people") & (pl.col("mention_no") == 1) & (pl.col("entity_id") == UNIDENTIFIED)
# Kinds of people who bear arms, whoever they are.
ARMED_PEOPLE = (
    "security-forces", "soldiers", "police", "unidentified-armed-group",
    "unidentified-communal-militia", "peacekeepers", *SPOKEN_OF,
)  # fmt: skip
FIGHTERS = r"(?:^| )(?:fighter|combatant|commando)s?$"
ARMED_PRONOUN = (
    r"(?i)^the (?:militia|army|military|rebels?|insurgents?|militants?|guerrillas?|fighters|"
    r"gunm[ae]n|attackers|assailants?|raiders|bombers?|soldiers|troops|forces|police|"
    r"terrorists|extremists|jihadists|separatists|bandits|kidnappers)"
)
# Who "the clandestine group" is where nobody was named.
UNLAWFUL = r"(?i)(?-u:\b)(?:clandestine|outlawed|illegal|subversive)(?-u:\b)"
# People of no party that a pronoun may stand for.
NOBODY = "nobody"


def party_mentions(
    sentences: pl.DataFrame, mentions: pl.DataFrame, context: pl.DataFrame,
    anchors: pl.DataFrame, lexicons: Lexicons,
) -> pl.DataFrame:  # fmt: skip
    """The mentions that may name a party, with seat, bears_arms and their sentence."""
    places = lexicons.places.select("country_id", entity_id="location_id")
    named = marked_parties(context, lexicons)
    meant = who_is_meant(named, sentences, mentions, lexicons)
    # "By X or the army": of one of the two nobody is told.
    named = named.join(
        alternatives(mentions), on=["sentence_id", "mention_no"], how="anti", maintain_order="left"
    )
    return (
        named.join(anchors.select(mention_id="trigger_id"), on="mention_id", how="anti")
        .join(places, on="entity_id", how="left", maintain_order="left")
        .join(meant, on=["sentence_id", "mention_no"], how="left", maintain_order="left")
        .with_columns(
            seat=seat_of_party(),
            kind=pl.when(IS_PLACE)
            .then(pl.lit("actor"))
            .when(IS_THING)
            .then(pl.lit("people"))
            .otherwise("kind"),
            is_people=KIND == "people",
            meant_id=meant_by_pronoun(),
            entity_id=who_it_names(),
            bears_arms=bears_arms(lexicons),
            is_speaker=pl.lit(False),
            # "The bombing of FARC camps" was no deed of FARC's.
            is_owner=((pl.col("next_kind") == "place_noun") & (len("'s ") >= GAP_AFTER)).fill_null(
                False
            )
            | pl.col("is_spelled"),
        )
        .join(
            sentences.select("sentence_id", "sentence_no", base="start", sentence="text"),
            on="sentence_id",
            maintain_order="left",
        )
    )


def marked_parties(context: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """The mentions that may name a party, marked by the words around them."""
    is_party = (
        KIND.is_in(["actor", "people"])
        | IS_PLACE
        | is_weapon()
        | IS_GROUP
        | (IS_THING & pl.col("entity_id").is_not_null())
    )
    speaks = ((pl.col("next_kind") == "role") & (GAP_AFTER <= 1)).fill_null(False)
    # "Shelling by Sudan's RSF" is not by Sudan.
    is_homeland = (
        IS_COUNTRY & (pl.col("next_kind") == "actor") & (len("'s ") == GAP_AFTER)
    ).fill_null(False)
    is_person = KIND.is_in(["people", "actor"])
    who = pl.when(is_person).then(pl.col("entity_id").fill_null(NOBODY))
    return (
        with_abroad(context, lexicons)
        .with_columns(
            is_spelled=is_spelled(),
            is_loyal=(KIND == "people") & (beside(SENSE, RUN, -1) == "loyal").fill_null(False),
            is_adjective=is_adjective(),
            is_origin=is_origin(),
            is_behind_town=is_behind_town(),
            subject_end=last_subject_end(RUN),
            n_named=count_before(is_person, RUN),
            stands_for=last_before(who, RUN),
            takes_no_part=takes_no_part(RUN),
        )
        .filter(
            is_party & ~speaks & ~is_homeland & ~pl.col("is_origin") & ~pl.col("takes_no_part"),
            ~is_of_attack(),
        )
    )


def who_is_meant(
    named: pl.DataFrame, sentences: pl.DataFrame, mentions: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """Whom "the group" and "the gunmen" stand for: sentence_id, mention_no, meant_id."""
    near = and_before(named.filter(IS_GROUP | IS_CALLED).select("sentence_id").unique(), sentences)
    told = mentions.join(near, on="sentence_id", how="semi", maintain_order="left")
    return find_actors(near, told, lexicons).select(
        "sentence_id", "mention_no", meant_id="actor_id"
    )


def is_weapon() -> pl.Expr:
    """Tanks, planes, drones."""
    return pl.when(IS_THING & ~IS_POST).then("text").str.contains(WEAPONRY).fill_null(False)


def is_origin() -> pl.Expr:
    """ "Armed men from Sudan", "residents of Goma": no army of the place; "soldiers of Uganda"
    are."""
    is_led = beside(KIND, RUN, 1) == "article"
    lead, people, whose = (
        pl.when(is_led)
        .then(beside(pl.col(name), RUN, back + 1))
        .otherwise(beside(pl.col(name), RUN, back))
        for name, back in (("kind", 1), ("kind", 2), ("entity_id", 2))
    )
    is_soldiers = (lead == "of") & whose.str.starts_with(STATE_FORCES).fill_null(False)
    return (IS_PLACE & lead.is_in(["from", "of"]) & (people == "people") & ~is_soldiers).fill_null(
        False
    )


def is_adjective() -> pl.Expr:
    """ "An attack against U.S. citizens" was on no army."""
    return (
        pl.when(IS_PLACE).then("text").str.contains(OF_COUNTRY)
        & pl.col("next_kind").is_in(["people", "actor"])
        & (GAP_AFTER <= 1)
    ).fill_null(False)


def is_behind_town() -> pl.Expr:
    """ "A bus near Tame, Colombia, was attacked": Colombia was not."""
    return (
        IS_COUNTRY & (beside(KIND, RUN, 1) == "comma") & (beside(KIND, RUN, 2) == "place")
    ).fill_null(False)


def is_spelled() -> pl.Expr:
    """ "The bombing of FARC [Revolutionary Armed Forces] camps"."""
    kinds = ("bracket", "actor", "bracket", "place_noun")
    return pl.all_horizontal(
        beside(KIND, RUN, -step) == kind for step, kind in enumerate(kinds, 1)
    ).fill_null(False)


def seat_of_party() -> pl.Expr:
    """What it is, where it is no party by name: country, town, post, weapon."""
    return (
        pl.when("is_adjective")
        .then(None)
        .when(IS_COUNTRY)
        .then(pl.lit("country"))
        .when(IS_PLACE)
        .then(pl.lit("town"))
        .when(IS_POST)
        .then(pl.lit("post"))
        .when(is_weapon())
        .then(pl.lit("weapon"))
    )


def meant_by_pronoun() -> pl.Expr:
    """The party that a pronoun stands for: "the workers were on their way when they were
    attacked": the workers."""
    is_they = (
        (pl.col("text").str.to_lowercase() == "they")
        & (pl.col("n_named") == 1)
        & pl.col("stands_for").is_in([NOBODY, *NO_PARTY])
    )
    is_unlawful = pl.col("text").str.contains(UNLAWFUL)
    return (
        pl.when(IS_GROUP & is_they)
        .then(pl.when(pl.col("stands_for") != NOBODY).then("stands_for"))
        .when(IS_GROUP)
        .then(pl.coalesce("meant_id", pl.when(is_unlawful).then(pl.lit(UNIDENTIFIED))))
    )


def who_it_names() -> pl.Expr:
    """The actor by name or by country; "troops loyal to X" are whose X is, known or not."""
    forces = pl.lit(STATE_FORCES) + pl.col("country_id").str.to_lowercase()
    return (
        pl.when(pl.col("is_loyal") | pl.col("is_adjective"))
        .then(None)
        .when(IS_PLACE)
        .then(forces)
        .when(IS_CALLED)
        .then(pl.coalesce("meant_id", "entity_id"))
        .otherwise("entity_id")
    )


def bears_arms(lexicons: Lexicons) -> pl.Expr:
    """Weapons, kinds of people in arms, and pronouns that call them so."""
    fights = pl.col("entity_id").is_in(ARMED_PEOPLE) | pl.col("phrase").str.contains(FIGHTERS)
    armed = lexicons.words.filter((pl.col("kind") == "people") & fights)["phrase"].implode()
    text = pl.col("text").str.to_lowercase()
    return (
        is_weapon()
        | ((KIND == "people") & text.is_in(armed))
        | (IS_GROUP & text.str.contains(ARMED_PRONOUN))
    )
