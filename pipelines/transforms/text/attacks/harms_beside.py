"""Whose deed a harm is that stands in one sentence with an attack."""

import polars as pl

from pipelines.transforms.text.attacks.both_sides import HARMFUL, MUTUAL
from pipelines.transforms.text.attacks.going_on import ARRESTED, GOING_ON, ON_OTHERS, OTHER_DEED
from pipelines.transforms.text.attacks.loans import take_loans
from pipelines.transforms.text.attacks.repelled import BARE_BEHIND
from pipelines.transforms.text.parties.acted_on import WHO_AHEAD
from pipelines.transforms.text.parties.actors import STATE_FORCES
from pipelines.transforms.text.parties.generic_actors import UNIDENTIFIED
from pipelines.transforms.text.sources.speaker_kinds import NO_PARTY

# "They fired on the patrol, wounding three": who attacked did the harm, and not who stands nearer.
PARTICIPLE = r"(?i)ing$"
PARTED = (
    r"(?i)(?-u:\b)(?:while|separate(?:ly)?|elsewhere|meanwhile|earlier|later|before|since|after|"
    r"following|days?|but|(?:and|from|to) (?:where|who|which|that)|"
    r"(?:reprisals?|retaliation|revenge) for|response to|avenge|each other|one another)(?-u:\b)|;"
)
# "Nine were killed after drones struck a market": by them; "a day after" parts the two.
AFTER, AT_A_DISTANCE = (
    r"(?i) after ",
    r"(?i)(?-u:\b)(?:minutes?|hours?|days?|weeks?|months?|years?|shortly|soon|long|just) after ",
)
# "They attacked a post; nine policemen were killed": as the next sentence may go on.
GOES_ON = r"(?i)^([^;]*);( (?:at least |about |more than |some )?[a-z0-9' -]{1,60})$"
BUT_NOBODY = r"(?i)(?:;|,? (?:but|although|though)) ((?:[a-z]+ ){0,4})$"
ON_A_DAY = (
    r"(?i) (?:on (?:[a-z]+day|[0-9]|[a-z]+ [0-9]|the (?:same|next|following|night|morning|eve))|"
    r"last|this|yesterday|today|tonight)(?-u:\b)"
)
# "Nine died in Gao when drones struck its market"
WHEN_IT_WAS = r"(?i)^[^,;.]* when(?-u:\b)[^,;.]*$"
# "14 killed in strikes on X, two soldiers die in Y": told of another attack.
HARM_AHEAD = (
    r"(?i)(?-u:\b)(?:killed|dead|die[sd]?|wounded|injured|hurt|slain)(?-u:\b)[^,;]* in [^,;]*$"
)
MORE_HARMED = (
    r"(?i)^[^,;]*, (?:at least |about |more than )?(?:[0-9]+|one|two|three|four|five|six|seven|"
    r"eight|nine|ten|eleven|twelve|dozens|several) (?:[a-z-]+ ){0,3}$"
)
# "The army freed nine wounded hostages": it did not wound them.
DESCRIBED = "casualty_adjective"
DONE = ("casualty_active", "casualty_name_after", "casualty_uncounted")
WHO_SUFFERED = r"(?i), (?:who|which|that) (?:was|were|had been|has been|have been) $"
BESIDE = 60
SOLDIERS_BEHIND = (
    r"(?i)^[a-z]+ (?:at least |more than |about |up to |around )?(?:[a-z0-9,]+ ){1,2}?"
    r"(?:soldiers?|troops|servicemen|officers?|guards?|recruits|policemen|police officers)(?-u:\b)"
)

MILITANTS_BEHIND = (
    r"(?i)^[a-z]+ (?:at least |more than |about |up to |around )?[a-z0-9,]+ "
    r"(?:militants|fighters|insurgents|rebels|gunmen|militiamen)(?-u:\b)"
)
# Who is hurt in an attack on ground or a building may be anybody there.
HELD_GROUND = (
    r"(?i)(?-u:\b)(?:bases?|camps?|posts?|checkpoints?|stations?|barracks|positions?|headquarters|"
    r"villages?|towns?|cit(?:y|ies)|markets?|homes?|houses?|airports?|ports?|offices?)(?-u:\b)"
)


def lend_to_harms(
    keyed: pl.DataFrame, attacks: pl.DataFrame, sentences: pl.DataFrame, groups: list[str]
) -> pl.DataFrame:
    """Lend the attacker of a sentence with just one to its harms, unless it parts the two.

    Attackers killed in it are those of the attack, and did not kill themselves; nor did attackers
    whom nobody names kill men of an armed group (groups: the ids of those).
    """
    beside = beside_attacks(keyed, attacks, sentences)
    is_open = pl.col("initiator_actor_id").is_null()
    fits = beside.filter(
        (is_open | pl.col("is_behind")).fill_null(False),
        ~joined_text().str.contains(PARTED),
        ~is_of_another(),
        ~by_another_hand(),
        is_at_odds_with_nobody(groups),
        (pl.col("location_id") == pl.col("location_id_attack")).fill_null(True)
        | pl.col("is_behind")
        | pl.col("between").str.contains(WHEN_IT_WAS),
    ).with_columns(is_attacker=are_attackers(), is_targets=are_those_attacked())
    lent = fits.select(
        "row",
        lent_initiator=pl.when(struck_back())
        .then("target_actor_id")
        .when(~pl.col("is_attacker"))
        .then("initiator_actor_id_attack"),
        lent_target=pl.when("is_targets")
        .then("target_actor_id")
        .when(~pl.col("is_attacker"))
        .then("victim_actor_id"),
        lent_victim=pl.when("is_targets")
        .then("target_actor_id")
        .when("is_attacker")
        .then("initiator_actor_id_attack"),
        lent_start="evidence_start",
        lent_end="evidence_end",
        lent_place="location_id_attack",
    )
    return take_loans(keyed, lent)


def beside_attacks(
    keyed: pl.DataFrame, attacks: pl.DataFrame, sentences: pl.DataFrame
) -> pl.DataFrame:
    """Harms with the one attack of their sentence (columns of both, the attack's with _attack),
    the word of harm, the text ahead of the two words, between them and behind the harm's (word,
    ahead, between, behind, to_attack), their sentence with its base, and is_behind: told by a
    participle behind the attack."""
    single = attacks.filter(
        pl.col("initiator_actor_id").n_unique().over("sentence_id") == 1,
        ~pl.col("rule_id").is_in(MUTUAL),
    ).unique("sentence_id", keep="first", maintain_order=True)
    harms = keyed.filter(
        pl.col("claim_type") == "casualty",
        pl.col("harm").is_in(HARMFUL),
        pl.col("rule_id") != DESCRIBED,
    ).select(
        "row", "sentence_id", "location_id", "anchor_start", "anchor_end", "rule_id",
        "initiator_actor_id", "victim_actor_id", "harm", "value_best",
    )  # fmt: skip
    base, text = pl.col("start"), pl.col("text")
    first = pl.min_horizontal("anchor_start", "anchor_start_attack")
    last = pl.max_horizontal("anchor_start", "anchor_start_attack")
    return (
        harms.join(single, on="sentence_id", suffix="_attack")
        .join(sentences.select("sentence_id", "start", "text"), on="sentence_id")
        .with_columns(
            word=text.str.slice(
                pl.col("anchor_start") - base, pl.col("anchor_end") - pl.col("anchor_start")
            ),
            between=text.str.slice(first - base, last - first),
            ahead=text.str.slice(0, first - base),
            to_attack=text.str.slice(0, pl.col("anchor_start_attack") - base),
            behind=text.str.slice(pl.col("anchor_start") - base, BESIDE),
        )
        .with_columns(
            is_behind=(pl.col("anchor_start") > pl.col("anchor_start_attack"))
            & pl.col("word").str.contains(PARTICIPLE)
        )
        .rename({"start": "base", "text": "sentence"})
    )


def joined_text() -> pl.Expr:
    """The text between the two, without what parts them no further: "after drones struck", "; nine
    policemen were killed", "but nobody was hurt"."""
    is_ahead = pl.col("anchor_start") < pl.col("anchor_start_attack")
    is_after = pl.col("anchor_start") > pl.col("anchor_start_attack")
    goes_on = (
        is_after
        & pl.col("rule_id").is_in(GOING_ON)
        & ~pl.col("behind").str.contains(OTHER_DEED)
        & ~pl.col("behind").str.contains(ON_A_DAY)
    )
    between = pl.col("between")
    return (
        pl.when(is_ahead & ~between.str.contains(AT_A_DISTANCE))
        .then(between.str.replace(AFTER, " "))
        .when(goes_on)
        .then(between.str.replace(GOES_ON, "$1 $2"))
        # "They blew up a bus, but nobody was hurt"
        .when((pl.col("value_best") == 0).fill_null(False))
        .then(between.str.replace(BUT_NOBODY, " $1"))
        .otherwise("between")
    )


def is_of_another() -> pl.Expr:
    """A harm of another attack, or with a doer of its own that stands between."""
    told_ahead = pl.col("ahead").str.contains(HARM_AHEAD)
    return (told_ahead & pl.col("between").str.contains(MORE_HARMED)) | pl.col(
        "between"
    ).str.contains(WHO_AHEAD)


def by_another_hand() -> pl.Expr:
    """Arrests that no attacker made, and what he did whom the attack befell."""
    is_arrest = pl.col("is_arrest") & (pl.col("harm") != "captured")
    # Who was arrested after an attack, its attackers did not arrest.
    is_arrested = pl.col("word").str.contains(ARRESTED) & ~pl.col(
        "initiator_actor_id_attack"
    ).str.starts_with(STATE_FORCES)
    # "The sniper, who was shot by police, killed two": he did.
    by_victim = (
        pl.col("rule_id").is_in(DONE)
        & pl.col("to_attack").str.contains(WHO_SUFFERED)
        & pl.col("between").str.contains(",")
    )
    return is_arrest | is_arrested | by_victim


def is_at_odds_with_nobody(groups: list[str]) -> pl.Expr:
    """The attacker may have done it to these: not himself, nor a nobody to a group's men."""
    attacker = pl.col("initiator_actor_id_attack")
    is_other = (pl.col("victim_actor_id") != attacker).fill_null(True) | struck_back()
    by_nobody = (attacker == UNIDENTIFIED) & pl.col("victim_actor_id").is_in(groups)
    return is_other & ~by_nobody.fill_null(False)


def are_attackers() -> pl.Expr:
    """Armed men without a name who were harmed: those of the attack."""
    return (
        (pl.col("victim_actor_id") == UNIDENTIFIED)
        & ~pl.col("is_behind")
        & ~pl.col("initiator_actor_id_attack").str.starts_with(STATE_FORCES)
        & ~pl.concat_str("between", "behind").str.contains(ON_OTHERS)
    ).fill_null(False)


def are_those_attacked() -> pl.Expr:
    """Whoever was harmed by the attack belongs to what was attacked."""
    target, victim, behind = (
        pl.col(name) for name in ("target_actor_id", "victim_actor_id", "behind")
    )
    is_group = ~target.str.contains(rf"^{STATE_FORCES}|^{UNIDENTIFIED}")
    is_other = target != pl.col("initiator_actor_id_attack")
    # "Fired on a patrol of X, killing two soldiers": X's, whatever the country.
    are_soldiers = (
        victim.str.starts_with(STATE_FORCES) & is_group & behind.str.contains(SOLDIERS_BEHIND)
    )
    # "Attacked two posts of X, killing five militants"
    are_militants = (
        (victim.fill_null(UNIDENTIFIED) == UNIDENTIFIED)
        & is_group
        & ~target.is_in(NO_PARTY)
        & is_other
        & behind.str.contains(MILITANTS_BEHIND)
    )
    # "Attacked Georgia, killing six": six of anybody there.
    forces = pl.lit(STATE_FORCES) + pl.col("location_id_attack").str.to_lowercase()
    is_whole_country = (target == forces).fill_null(False)
    # "Ambushed policemen, killing six": six of them.
    are_bare = (
        victim.is_null()
        & is_other
        & behind.str.contains(BARE_BEHIND)
        & ~pl.col("between").str.contains(HELD_GROUND)
        & ~is_whole_country
    )
    return pl.any_horizontal(
        (pl.col("is_behind") & are).fill_null(False)
        for are in (are_soldiers, are_militants, are_bare)
    )


def struck_back() -> pl.Expr:
    """Attackers of an army's post who were killed there: "96 jihadists were killed when X attacked
    an army post" by the army."""
    attacker = pl.col("initiator_actor_id_attack")
    return (
        (pl.col("victim_actor_id") == attacker)
        & ~attacker.str.starts_with(STATE_FORCES)
        & pl.col("target_actor_id").str.starts_with(STATE_FORCES)
        & pl.col("rule_id").is_in(GOING_ON)
    ).fill_null(False)
