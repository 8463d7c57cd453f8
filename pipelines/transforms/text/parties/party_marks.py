"""What a mention of a party is by the mentions around it: who acts, who owns, who is only named.

Every function reads the columns that `neighbours` adds to mentions of whole sentences, sorted by
sentence_id and mention_no, and gives a column of truth values without nulls unless it says else.
"""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.grammar.signs import fill, sign_words
from pipelines.transforms.text.parties.actors import STATE_FORCES
from pipelines.transforms.text.parties.called_so import LABEL
from pipelines.transforms.text.parties.country_marks import (
    KIND,
    POSSESSIVE,
    RUN,
    SENSE,
    is_behind_by,
)
from pipelines.transforms.text.parties.first_person import SPOKEN_OF
from pipelines.transforms.text.parties.generic_actors import UNIDENTIFIED
from pipelines.transforms.text.parties.meant_parties import ORGANISED, is_of_attack
from pipelines.transforms.text.parties.party_grammar import has_voice, only_speaks, owns_hit
from pipelines.transforms.text.parties.passing_words import ALONGSIDE, WEAPONS
from pipelines.transforms.text.runs import beside

# Kinds of people that act as a party without being one by name.
ARMED = [
    "unidentified-armed-group", "unidentified-communal-militia", "security-forces", "soldiers",
    "police", *SPOKEN_OF,
]  # fmt: skip
# Men under arms where a text speaks of them again.
MEN, THE = ["fighters", "men"], ["the", "these", "those"]
# Whose people they are: "two of its fighters" are the speaker's own.
OWN = ["its", "their", "our", "its own", "their own", "our own"]
# A commander's: "the governor said his troops had killed nine".
HIS, ACTS = ["his", "her", "his own", "her own"], ["have", "trigger"]
# Verbs that hand on to who acts next: "fell to X, who killed 12".
HANDS_ON = r"(?i)(?-u:\b)(?:to|by|of|hands)$"
IN_ARMS = r"(?i)^the (?:armed|guerrilla|insurgent|rebel|militant|terror|terrorist|subversive) "
# The voice of verbs whose subject suffers: "sustained", "suffered".
SUFFERING = "suffer_weak"
THAT = r"(?i)^(?:that|which)$"
ENTITY = pl.col("entity_id")


def neighbours() -> dict[str, pl.Expr]:
    """before and next_kind: kinds of the mentions beside; is_led: an article, a number or the unit
    of the people stands before; lead, onto, lead_text, lead_end: kind, sense, text and end of what
    stands before that; last_word: text of the mention before; is_next: no unknown word parts it
    from the next."""
    # "With Tiger Battalion troops": the unit is part of their name.
    is_of_unit = (
        (KIND == "people")
        & beside(KIND, RUN, 1).is_in(["unit", "place_noun"])
        & (pl.col("start") - beside(pl.col("end"), RUN, 1) == 1)
    )
    is_led = beside(KIND, RUN, 1).is_in(["article", "quantity"]) | is_of_unit

    def ahead(column: str) -> pl.Expr:
        value = pl.col(column)
        return pl.when(is_led).then(beside(value, RUN, 2)).otherwise(beside(value, RUN, 1))

    return {
        "before": beside(KIND, RUN, 1),
        "next_kind": beside(KIND, RUN, -1),
        "is_led": is_led,
        "lead": ahead("kind"),
        "onto": ahead("sense"),
        "lead_text": ahead("text"),
        "lead_end": ahead("end"),
        "last_word": beside(pl.col("text"), RUN, 1),
        "is_next": beside(pl.col("words_before"), RUN, -1) == 0,
    }


def seat(lexicons: Lexicons) -> pl.Expr:
    """The forces that a capital stands for ("Kyiv said"); null for all else."""
    capitals = lexicons.words.filter(pl.col("kind") == "seat")
    return (
        pl.when((KIND == "place") & (SENSE != "country"))
        .then("text")
        .str.to_lowercase()
        .replace_strict(capitals["phrase"], capitals["entity_id"], default=None)
    )


def is_armed() -> pl.Expr:
    """Parties by name, people who bear arms, weapons that do what their owners do ("a Turkish drone
    killed two"), and their units and posts behind 'on', where they suffer. May be null."""
    people = KIND == "people"
    # "Militants" of an article that tells of one group.
    of_group = (
        people
        & (SENSE == "pl")
        & pl.when(people).then("text").str.contains(f"{ORGANISED}|(?i){LABEL}")
        & ENTITY.is_not_null()
    )
    # "A guerrilla offensive"
    of_group |= (
        people
        & pl.when(people).then("text").str.contains(ORGANISED)
        & ENTITY.is_not_null()
        & ((pl.col("next_kind") == "method") | (beside(SENSE, RUN, -1) == "attack"))
        & pl.col("is_next")
    ).fill_null(False)
    is_thing = KIND.is_in(["unit", "method"])
    thing = pl.when(is_thing).then("text")
    # "A strike that killed nine"
    is_that = pl.when(pl.col("next_kind") == "clause").then(beside(pl.col("text"), RUN, -1))
    is_before_verb = (pl.col("next_kind") == "trigger") | (
        is_that.str.contains(THAT)
        & (beside(KIND, RUN, -2) == "trigger")
        & (beside(pl.col("words_before"), RUN, -2) == 0)
    )
    is_weapon = (
        is_thing
        & ENTITY.is_not_null()
        & (thing.str.contains(WEAPONS) | SENSE.is_in(["attack"]) | (KIND == "method"))
        & is_before_verb
        & pl.col("is_next")
    ).fill_null(False)
    # "Inflicted nine casualties on the garrison", "the battalion suffered nine casualties"
    suffers = (beside(pl.col("voice"), RUN, -1) == SUFFERING) & pl.col("is_next")
    is_behind = (pl.col("lead") == "by") & (third_before(pl.col("voice")) == SUFFERING)
    is_struck = (
        KIND.is_in(["unit", "place_noun"])
        & ENTITY.is_not_null()
        & ((pl.col("onto") == "on") | suffers | is_behind)
    ).fill_null(False)
    # "Murdered by an army patrol", "killed in a clash with an army patrol"
    is_struck |= (
        (KIND == "unit") & ENTITY.is_not_null() & pl.col("lead").is_in(["by", "with"])
    ).fill_null(False)
    is_soldier = people & (ENTITY.is_in(ARMED) | ENTITY.str.starts_with(STATE_FORCES))
    return (KIND == "actor") | is_soldier | of_group | is_weapon | is_struck


def is_called_so() -> pl.Expr:
    """The armed people that open a sentence or a clause as those told of before: "the attackers
    killed nine", "when the fighters came"."""
    opens = (KIND == "people") & (SENSE == "pl") & (pl.col("before") == "article")
    opens &= beside(KIND, RUN, 2).is_null() | beside(KIND, RUN, 2).is_in(["clause", "and"])
    is_known = (ENTITY == UNIDENTIFIED) | lowered(opens, pl.col("text")).is_in(MEN)
    return (opens & is_known & lowered(opens, pl.col("last_word")).is_in(THE)).fill_null(False)


def lowered(asked: pl.Expr, text: pl.Expr) -> pl.Expr:
    """A text in small letters where it is asked for, else null."""
    return pl.when(asked).then(text).str.to_lowercase()


def third_before(column: pl.Expr) -> pl.Expr:
    """The column of what stands before the lead of a mention."""
    return pl.when("is_led").then(beside(column, RUN, 3)).otherwise(beside(column, RUN, 2))


def is_only_told() -> pl.Expr:
    """Parties that act as somebody else, or only tell where something was. May be null.

    "Troops loyal to X" are whose X is, known or not; "Fano militiamen" act as Fano; what stands
    near a party's post is no deed of it: "a bomb went off near a police van".
    """
    people = KIND == "people"
    # "Bandits loyal to Turji", whom no list knows, are bandits.
    to_whom = pl.when(beside(KIND, RUN, -2) == "article").then(beside(ENTITY, RUN, -3))
    is_known = pl.coalesce(to_whom, beside(ENTITY, RUN, -2)).is_not_null()
    is_loyal = people & (beside(SENSE, RUN, -1) == "loyal").fill_null(False)
    is_loyal &= is_known | (ENTITY != UNIDENTIFIED)
    is_same = beside(ENTITY, RUN, 1) == ENTITY
    is_named = (
        (pl.col("before") == "actor")
        & (pl.col("words_before") == 0)
        & (ENTITY.is_in(ARMED) | is_same)
    )
    is_located = (
        (pl.col("lead") == "in")
        & (pl.col("words_before") <= 1)
        & ((pl.col("onto") == "near") | (pl.col("next_kind") == "place_noun"))
        & ~pl.col("next_kind").is_in(["method", "trigger"])
    ).fill_null(False)
    return is_of_attack() | is_loyal | is_located | (people & is_named).fill_null(False)


def is_state() -> pl.Expr:
    """Countries and capitals that speak, or whose ministry does: "Georgia said two of its soldiers
    were killed". It owns, and does nothing."""
    speaks = (pl.col("next_kind") == "speech") | (
        (pl.col("next_kind") == "role")
        & (beside(KIND, RUN, -2) == "speech")
        & (beside(pl.col("start"), RUN, -1) - pl.col("end") == POSSESSIVE)
    )
    return (
        (KIND == "place")
        & ((SENSE == "country") | pl.col("seat").is_not_null())
        & speaks
        & pl.col("is_next")
        & (pl.col("before") != "in").fill_null(True)
    ).fill_null(False)


def is_hit() -> pl.Expr:
    """Whom an attack is on or against: "a strike on X positions killed two" tells of no deed of
    X's."""
    is_attack = (third_before(KIND) == "method") | (
        (third_before(KIND) == "unit") & (third_before(SENSE) == "attack")
    )
    onto = pl.col("onto")
    return ((onto == "against") | (onto == "on") & is_attack).fill_null(False)


def is_own(lexicons: Lexicons) -> pl.Expr:
    """People and weapons of whoever speaks: "X said its troops (its missiles) killed nine"."""
    of_party = fill("(?i)^<fighters>$", sign_words(lexicons))
    owner = pl.when("is_led").then("last_word").str.to_lowercase()
    is_his = owner.is_in(HIS) & pl.col("next_kind").is_in(ACTS)
    return (
        (
            ENTITY.str.starts_with(STATE_FORCES) & (KIND == "people")
            | pl.col("text").str.contains(of_party)
            | KIND.is_in(["unit", "method"])
        )
        & (pl.col("before") == "article")
        & (owner.is_in(OWN) | is_his)
    ).fill_null(False)


def is_object() -> pl.Expr:
    """Whom a verb right before governs ("drove X out"), and whose things it does: "ambushed a
    convoy of X, killing nine"."""
    is_governed = (
        (pl.col("lead") == "trigger")
        & (pl.col("words_before") <= 1)
        & ~pl.col("lead_text").str.contains(HANDS_ON)
    ).fill_null(False)
    owns = pl.when("is_led").then(owns_hit(RUN, 2)).otherwise(owns_hit(RUN, 1))
    # "Dropped bombs on an army truck, killing two": whose truck it was did not.
    is_struck = KIND.is_in(["unit", "place_noun"]) & ENTITY.is_not_null() & (pl.col("onto") == "on")
    return is_governed | ((pl.col("lead") == "of") & owns | is_struck).fill_null(False)


def is_speaker() -> pl.Expr:
    """States that speak, and parties of which somebody speaks."""
    return pl.col("is_state") | (pl.col("is_next") & (has_voice(RUN) | only_speaks(RUN))).fill_null(
        False
    )


def is_alias() -> pl.Expr:
    """The second name of one party: "Members of the Resistance Units (YBS)"."""
    return (
        (pl.col("before") == "bracket")
        & (beside(KIND, RUN, 2) == "actor")
        & (pl.col("next_kind") == "bracket")
        & (KIND == "actor")
    ).fill_null(False)


def is_first_told() -> pl.Expr:
    """Groups in arms that their own clause introduces: "troops pursued the armed group that killed
    five"."""
    is_group = pl.when(KIND == "pronoun").then("text").str.contains(IN_ARMS)
    return (is_group & (pl.col("next_kind") == "clause") & pl.col("is_next")).fill_null(False)


def is_of_speaker() -> pl.Expr:
    """Pronouns of who speaks: "while the rebels claim they killed nine"."""
    before = pl.col("before")
    return (
        (before == "speech") | ((before == "clause") & (beside(KIND, RUN, 2) == "speech"))
    ).fill_null(False)


def is_apart() -> pl.Expr:
    """Parties told of beside who acts: "a commander wanted by X killed five"."""
    is_beside = (pl.col("before") == "stop") & pl.col("last_word").str.contains(ALONGSIDE)
    is_turned = (pl.col("onto") == "apart").fill_null(False) | is_beside.fill_null(False)
    return is_behind_by() | is_hit() | is_turned
