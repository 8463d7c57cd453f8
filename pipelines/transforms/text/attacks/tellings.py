"""Whose deed a harm or a fight is: what the attack told beside it lends to it."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.attacks.both_sides import HARMFUL, MUTUAL, lend_across
from pipelines.transforms.text.attacks.going_on import ARRESTED, GOING_ON, ON_OTHERS, OTHER_DEED
from pipelines.transforms.text.attacks.inflicted import name_inflicted
from pipelines.transforms.text.attacks.loans import lend_to_fights, take_loans
from pipelines.transforms.text.attacks.onward import lend_onward
from pipelines.transforms.text.attacks.onward_fights import lend_on_both
from pipelines.transforms.text.attacks.parted import part_fighters
from pipelines.transforms.text.attacks.repelled import (
    BARE_BEHIND,
    harm_attackers,
    part_repelled,
)
from pipelines.transforms.text.attacks.retold import lend_retold
from pipelines.transforms.text.parties.acted_on import WHO_AHEAD
from pipelines.transforms.text.parties.actors import STATE_FORCES
from pipelines.transforms.text.parties.generic_actors import (
    ARMED_TYPES,
    UNIDENTIFIED,
    named_parties,
)
from pipelines.transforms.text.sources.speaker_kinds import NO_PARTY

PARTIES = ("initiator_actor_id", "target_actor_id")
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
# Who arrests does no other harm: "police arrested two men for the murder of a judge".
ARREST = "no_value"
BEATEN_OFF = ("territory_repel", "territory_repelled", "territory_attempt")
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


def lend_attackers(
    found: pl.DataFrame, sentences: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """Give harms and fights of a sentence the parties that its one attack names.

    found: the finders' claims with anchor_start. A harm without a doer has the attacker, unless the
    attacker is who suffered it; a harm told by a participle behind the attack has it in any case.
    Fighting for a place has both parties of what its sentence tells beside it. The evidence grows
    by the attack's.
    """
    keyed = part_fighters(name_inflicted(found.with_row_index("row"), sentences), sentences)
    attacks = found.filter(
        pl.col("claim_type") == "attack", pl.col("initiator_actor_id").is_not_null()
    ).select(
        "sentence_id", "rule_id", "location_id", "anchor_start", "evidence_start", "evidence_end",
        "sub_event_type", *PARTIES, is_arrest=(pl.col("reject_reason") == ARREST).fill_null(False),
    )  # fmt: skip
    beaten_off = (
        found.filter(
            pl.col("rule_id").is_in(BEATEN_OFF), pl.col("initiator_actor_id").is_not_null()
        )
        .with_columns(is_arrest=pl.lit(False))
        .select(attacks.columns)
    )
    groups = named_parties(lexicons, ARMED_TYPES)["entity_id"].to_list()
    if attacks.is_empty() and beaten_off.is_empty():
        across = lend_across(keyed, sentences, lexicons)
        lent = lend_on_both(lend_to_fights(across, sentences, lexicons), sentences, groups)
        return lend_onward(lent, attacks, sentences, lexicons).drop("row")
    attacks, repelled = part_repelled(attacks, sentences)
    repelled = pl.concat([repelled, beaten_off]).sort("sentence_id", "anchor_start")
    harms = lend_to_harms(harm_attackers(keyed, repelled, sentences), attacks, sentences, groups)
    across = lend_across(harms, sentences, lexicons)
    lent = lend_on_both(lend_to_fights(across, sentences, lexicons), sentences, groups)
    done = attacks.filter(~pl.col("is_arrest"))
    return lend_retold(lend_onward(lent, done, sentences, lexicons), done, sentences).drop("row")


def lend_to_harms(
    keyed: pl.DataFrame, attacks: pl.DataFrame, sentences: pl.DataFrame, groups: list[str]
) -> pl.DataFrame:
    """Lend the attacker of a sentence with just one to its harms, unless it parts the two.

    Attackers killed in it are those of the attack, and did not kill themselves; nor did attackers
    whom nobody names kill men of an armed group (groups: the ids of those).
    """
    single = attacks.filter(
        pl.col("initiator_actor_id").n_unique().over("sentence_id") == 1,
        ~pl.col("rule_id").is_in(MUTUAL),
    ).unique("sentence_id", keep="first", maintain_order=True)
    harms = keyed.filter(
        pl.col("claim_type") == "casualty",
        pl.col("harm").is_in(HARMFUL),
        pl.col("rule_id") != DESCRIBED,
    )
    is_open = pl.col("initiator_actor_id").is_null()
    base, first = pl.col("start"), pl.min_horizontal("anchor_start", "anchor_start_attack")
    last = pl.max_horizontal("anchor_start", "anchor_start_attack")
    behind = pl.col("text").str.slice(pl.col("anchor_start") - base, BESIDE)
    is_behind = (pl.col("anchor_start") > pl.col("anchor_start_attack")) & pl.col(
        "word"
    ).str.contains(PARTICIPLE)
    # "Attacked Georgia, killing six": six of anybody there.
    is_whole_country = (
        pl.col("target_actor_id")
        == pl.lit(STATE_FORCES) + pl.col("location_id_attack").str.to_lowercase()
    ).fill_null(False)
    lent = (
        harms.select(
            "row", "sentence_id", "location_id", "anchor_start", "anchor_end", "rule_id",
            "initiator_actor_id", "victim_actor_id", "harm", "value_best",
        )
        .join(single, on="sentence_id", suffix="_attack")
        .join(sentences.select("sentence_id", "start", "text"), on="sentence_id")
        .with_columns(
            word=pl.col("text").str.slice(
                pl.col("anchor_start") - base, pl.col("anchor_end") - pl.col("anchor_start")
            ),
            between=pl.col("text").str.slice(first - base, last - first),
            ahead=pl.col("text").str.slice(0, first - base),
        )
        .filter(
            ~pl.when(
                (pl.col("anchor_start") < pl.col("anchor_start_attack"))
                & ~pl.col("between").str.contains(AT_A_DISTANCE)
            )
            .then(pl.col("between").str.replace(AFTER, " "))
            .when(
                (pl.col("anchor_start") > pl.col("anchor_start_attack"))
                & pl.col("rule_id").is_in(GOING_ON)
                & ~behind.str.contains(OTHER_DEED)
                & ~behind.str.contains(ON_A_DAY)
            )
            .then(pl.col("between").str.replace(GOES_ON, "$1 $2"))
            # "They blew up a bus, but nobody was hurt"
            .when((pl.col("value_best") == 0).fill_null(False))
            .then(pl.col("between").str.replace(BUT_NOBODY, " $1"))
            .otherwise("between")
            .str.contains(PARTED),
            (is_open | is_behind).fill_null(False),
            ~pl.col("is_arrest") | (pl.col("harm") == "captured"),
            ~(
                pl.col("ahead").str.contains(HARM_AHEAD)
                & pl.col("between").str.contains(MORE_HARMED)
            ),
            # Who was arrested after an attack, its attackers did not arrest.
            ~pl.col("word").str.contains(ARRESTED)
            | pl.col("initiator_actor_id_attack").str.starts_with(STATE_FORCES),
            ~pl.col("between").str.contains(WHO_AHEAD),
            # "The sniper, who was shot by police, killed two": he did.
            ~(
                pl.col("rule_id").is_in(DONE)
                & pl.col("text")
                .str.slice(0, pl.col("anchor_start_attack") - base)
                .str.contains(WHO_SUFFERED)
                & pl.col("between").str.contains(",")
            ),
            (pl.col("victim_actor_id") != pl.col("initiator_actor_id_attack")).fill_null(True)
            | struck_back(),
            ~(
                (pl.col("initiator_actor_id_attack") == UNIDENTIFIED)
                & pl.col("victim_actor_id").is_in(groups)
            ).fill_null(False),
            (pl.col("location_id") == pl.col("location_id_attack")).fill_null(True)
            | is_behind
            | pl.col("between").str.contains(WHEN_IT_WAS),
        )
        .with_columns(
            is_attacker=(
                (pl.col("victim_actor_id") == UNIDENTIFIED)
                & ~is_behind
                & ~pl.col("initiator_actor_id_attack").str.starts_with(STATE_FORCES)
                & ~pl.concat_str("between", behind).str.contains(ON_OTHERS)
            ).fill_null(False),
            # "Fired on a patrol of X, killing two soldiers": X's, whatever the country.
            is_targets=(
                is_behind
                & pl.col("victim_actor_id").str.starts_with(STATE_FORCES)
                & ~pl.col("target_actor_id").str.contains(rf"^{STATE_FORCES}|^{UNIDENTIFIED}")
                & behind.str.contains(SOLDIERS_BEHIND)
            ).fill_null(False)
            # "Attacked two posts of X, killing five militants"
            | (
                is_behind
                & (pl.col("victim_actor_id").fill_null(UNIDENTIFIED) == UNIDENTIFIED)
                & ~pl.col("target_actor_id").str.contains(rf"^{STATE_FORCES}|^{UNIDENTIFIED}")
                & ~pl.col("target_actor_id").is_in(NO_PARTY)
                & (pl.col("target_actor_id") != pl.col("initiator_actor_id_attack"))
                & behind.str.contains(MILITANTS_BEHIND)
            ).fill_null(False)
            # "Ambushed policemen, killing six": six of them.
            | (
                is_behind
                & pl.col("victim_actor_id").is_null()
                & (pl.col("target_actor_id") != pl.col("initiator_actor_id_attack"))
                & behind.str.contains(BARE_BEHIND)
                & ~pl.col("between").str.contains(HELD_GROUND)
                & ~is_whole_country
            ).fill_null(False),
        )
        .select(
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
    )  # fmt: skip
    return take_loans(keyed, lent)


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
