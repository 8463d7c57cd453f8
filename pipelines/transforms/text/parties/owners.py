"""Whose people are: "their soldiers", "gunmen of the Gulf Clan", "a commander in the RSF"."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.parties.generic_actors import (
    ARMED_TYPES,
    UNIDENTIFIED,
    named_parties,
)
from pipelines.transforms.text.parties.neighbours import GENERIC
from pipelines.transforms.text.parties.peoples import ATTACKING
from pipelines.transforms.text.runs import last_before

# Whoever bears arms, with no word of for whom.
ARMED_PARTY = "generic-armed-party"
MEMBER = r"(?i)^(?:senior |top |field )?(?:commander|member|operative|militant|figure)s?$"
STATE_TYPE = "state forces"
SUPPOSED = (
    r"(?i) (?:to (?:be|be members of|belong to|come from)|"
    r"of (?:being|belonging to|being members of))$"
)
WHO, AS, NAMERS = r"(?i)^whom?$", r"(?i)(?:^| )as$", ("to_self", "people")
# "A terrorist attack" says nothing of who did it, "a police strike" tells of no violence.
NO_OWNER, NO_ATTACK = r"(?i)^terrorist$", r"(?i)^(?:strikes?|walkouts?)$"


def own_attacks(mentions: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Mentions, attacks right behind armed people with these as whose they are: "an army raid",
    "a rebel attack". mentions: with entities resolved, in order."""
    armed = [*named_parties(lexicons, (STATE_TYPE, *ARMED_TYPES))["entity_id"], UNIDENTIFIED]
    owner, kind = pl.col("entity_id").shift(1), pl.col("kind")
    is_attack = ((kind == "unit") & (pl.col("sense") == "attack")) | (
        (kind == "method") & (pl.col("voice") == "event")
    )
    is_owned = (
        is_attack
        & pl.col("entity_id").is_null()
        & kind.shift(1).is_in(["actor", "people"])
        & owner.is_in(armed)
        & (pl.col("start") - pl.col("end").shift(1) == 1)
        & (pl.col("sentence_id") == pl.col("sentence_id").shift(1))
        & ~pl.col("text").shift(1).str.contains(NO_OWNER)
        & ~pl.col("text").str.contains(NO_ATTACK)
    ).fill_null(False)
    return mentions.with_columns(entity_id=pl.when(is_owned).then(owner).otherwise("entity_id"))


def owner_before() -> pl.Expr:
    """Whose 'its troops' and 'their soldiers' are: the last party named before in the sentence."""
    is_party = (pl.col("kind") == "actor") & ~pl.col("entity_id").str.contains(GENERIC)
    is_owned = (
        (pl.col("kind") == "people")
        & (pl.col("kind").shift(1) == "article")
        & (pl.col("sense").shift(1) == "possessive")
        & (pl.col("start") - pl.col("end").shift(1) == 1)
    )
    kind, run = pl.col("kind"), pl.col("sentence_id")
    party = last_before(pl.when(is_party).then("entity_id"), run)
    # "X ambushed a patrol and killed nine of its soldiers": not X's.
    is_attack = (kind == "trigger") & pl.col("voice").str.contains(ATTACKING)
    is_behind_attack = last_before(pl.when(is_attack).then("text"), run).is_not_null()
    voice = pl.col("voice").shift(4)
    is_second_verb = (voice.str.contains(r"^vp") & (kind.shift(5) == "and")) | (
        voice.str.contains(r"^ing") & (kind.shift(5) == "comma")
    )
    is_killed = (
        (kind.shift(2) == "of")
        & (kind.shift(3) == "quantity")
        & is_second_verb
        & (run == run.shift(5))
        & (pl.col("sense").shift(4) != "lost")
    )
    return pl.when(
        is_owned.fill_null(False), ~(is_killed & is_behind_attack).fill_null(False)
    ).then(party)


def is_definite() -> pl.Expr:
    """True for 'the soldiers' and 'the troops': those that the text was speaking of."""
    return (
        pl.when(pl.col("kind") == "people")
        .then("text")
        .str.contains(r"(?i)^(?:soldiers|troops|servicemen)$")
        & (pl.col("kind").shift(1) == "article")
        & (pl.col("sense").shift(1) == "the")
        & (pl.col("start") - pl.col("end").shift(1) == 1)
    ).fill_null(False)


def owner_behind() -> pl.Expr:
    """Whose 'gunmen of the Gulf Clan' are, and 'a commander in the RSF': the party named behind."""
    kind = pl.col("kind")
    of = kind.shift(-1).is_in(["of", "from"]) | (is_member() & (pl.col("text").shift(-1) == "in"))
    is_past_article = kind.shift(-2) == "article"
    # "Guerrillas of the Maoist People's Army"
    is_described = (kind.shift(-3) == "people") & (kind.shift(-4) == "actor")
    steps = [
        pl.when(
            (kind.shift(-step) == "actor")
            & ~pl.col("entity_id").shift(-step).str.contains(GENERIC)
            & (pl.col("sentence_id") == pl.col("sentence_id").shift(-step))
        ).then(pl.col("entity_id").shift(-step))
        for step in (2, 3, 4)
    ]
    # "Militants belonging to the Gulf Clan"
    gap = pl.col("start").shift(-1) - pl.col("end")
    is_belonging = (kind.shift(-1) == "to") & (gap == len(" belonging "))
    is_behind = (of & (gap == 1)) | is_belonging
    # "Resistance fighters from X" are called so, too.
    is_called = (kind == "actor") & pl.col("entity_id").str.contains(GENERIC)
    return pl.when(is_behind & ((kind == "people") | is_called)).then(
        pl.when(is_past_article & is_described)
        .then(steps[2])
        .when(is_past_article)
        .then(steps[1])
        .otherwise(steps[0])
    )


def supposed_behind() -> pl.Expr:
    """The party that people are believed to be of: "men thought to be from the Gulf Clan", "gunmen,
    suspected to be members of X", "gunmen who called themselves X fighters"."""
    kind, run = pl.col("kind"), pl.col("sentence_id")
    is_supposed = (kind == "hedge") & pl.col("text").str.contains(SUPPOSED)
    # "Who identified themselves as X", "whom residents described as X"
    is_who = (kind == "clause") & pl.col("text").str.contains(WHO)
    is_as = pl.col("text").str.contains(AS)
    opens = [
        (is_supposed.shift(-1) & (pl.col("start").shift(-1) - pl.col("end") == 1), 1),
        (is_supposed.shift(-2) & (kind.shift(-1) == "comma"), 2),
        (is_who.shift(-1) & kind.shift(-2).is_in(NAMERS) & is_as.shift(-3), 3),
    ]
    is_name = (kind == "actor") & ~pl.col("entity_id").str.contains(GENERIC)
    is_between = kind.is_in(["article", "from", "of", "people"])
    found = []
    for opened, at in opens:
        for step in (1, 2, 3):
            between = [is_between.shift(-(at + near)) for near in range(1, step)]
            is_one = opened & is_name.shift(-(at + step)) & (run == run.shift(-(at + step)))
            found.append(
                pl.when(pl.all_horizontal(is_one, *between).fill_null(False)).then(
                    pl.col("entity_id").shift(-(at + step))
                )
            )
    return pl.when(kind == "people").then(pl.coalesce(found))


def is_member() -> pl.Expr:
    """People who belong to whoever is named behind: commanders, members."""
    people = pl.when(pl.col("kind") == "people").then("text")
    return people.str.contains(MEMBER).fill_null(False)
