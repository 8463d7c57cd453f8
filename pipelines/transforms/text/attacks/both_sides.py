"""Losses of both sides in a fight: who was killed in a clash, the one other side killed."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.parties.generic_actors import ARMED_TYPES, UNIDENTIFIED
from pipelines.transforms.text.parties.neighbours import STATE_FORCES

HARMFUL = ("killed", "wounded", "killed_or_wounded", "captured", "casualties_unquantified")
STATE_TYPES, REBELS = ("state forces", "external/other forces"), "rebel group"
SIDES, MUTUAL = ("initiator_actor_id", "target_actor_id"), ("attack_meet", "attack_meeting")
# A harm, and how far from its word the word of the fight may stand.
SUFFERED = (
    "casualty_passive", "casualty_died", "casualty_reduced", "casualty_headline",
    "casualty_deaths_of", "casualty_killing_of", "casualty_active", "casualty_deaths",
    "casualty_lost",
)  # fmt: skip
FIGHT = (
    r"(?:clash(?:es)?|fighting|battles?|skirmish(?:es)?|combats?|confrontations?|encounters?|"
    r"(?:fire|gun) ?fights?|gun ?battles?|shoot-?outs?|engagements?|exchanges? of (?:gun)?fire|"
    r"hostilities|offensives?|(?:armed|military|this|these) actions?)"
)
FOUGHT = (
    r"(?:clashed|clashing|fought|battled|battling|exchanged (?:gun)?fire|traded (?:gun)?fire|"
    r"skirmished)"
)
# "Two were killed in a village near X during clashes", "where rebels clashed with troops"
BEHIND = (
    rf"(?is)^((?:.{{0,200}}? )?(?:in|during|amid|amidst|after|following|by|from|as a result of|"
    rf"because of) (?:[\w'\x{{2019}}-]+\s+){{0,6}}?{FIGHT}(?-u:\b)|"
    rf".{{0,160}}? (?:where|when|as|after|while) [^,;.]{{1,90}} {FOUGHT}(?-u:\b))"
)
# "Clashes in X left two soldiers and nine rebels dead", "in fighting near X, nine rebels died"
AHEAD = rf"(?is)(?-u:\b)(?:{FIGHT}|{FOUGHT})(?-u:\b)(.{{0,200}})$"
# What tells of another deed between the two.
OTHERS = (
    r"(?i)(?-u:\b)(?:elsewhere|separate(?:ly)?|meanwhile|earlier|later|before|since|days?|but|by|"
    r"another (?:attack|clash|incident|battle|fight|place|town)|(?:car )?bomb(?:s|ing|ings)?|"
    r"(?:land ?)?mines?|explosions?|blasts?|ambush(?:ed|es)?|attack(?:s|ed)?|raid(?:s|ed)?|"
    r"shelling|shelled|strikes?|airstrikes?|snipers?|drones?|crash|crashed|accident|executed|"
    r"murdered|assassinated|not)(?-u:\b)|[;.] "
)
# "They clashed near X; two soldiers were killed": in that clash.
GOES_ON = (
    r"(?i)^([^;]*);( (?:at least |about |more than |some )?(?:[0-9]+|one|two|three|four|five|six|"
    r"seven|eight|nine|ten|[a-z]+teen|dozens of|several) [a-z0-9' -]{1,50})$"
)
OTHERWISE = r"(?i)^[^.;]{0,40} (?:by|on|in an?|when|after)(?-u:\b)"
# Who fights whom by the words themselves.
EACH_OTHER = (
    rf"(?is)(?-u:\b)(?:{FIGHT}|{FOUGHT})(?-u:\b)[^;.]{{0,80}}? (?:between|with|against)(?-u:\b)|"
    rf"(?-u:\b)and (?:[\w'-]+ ){{1,6}}{FOUGHT}(?-u:\b)"
)


def lend_across(keyed: pl.DataFrame, sentences: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Name who did a harm to a side of a fight that its sentence has just two sides in, or one
    state's forces against rebels of several groups: the other.

    keyed: claims with row and anchor_start. "Six rebels and a soldier were killed in clashes" tells
    of a state's forces and of rebels, who fight each other; any other two sides must be told to
    fight: "between X and Y", "in clashes with X".
    """
    fought = in_fights(keyed, sentences)
    if fought.is_empty():
        return keyed
    told = sides_of(keyed, fought, lexicons)
    pairs = pairs_of(told)
    other = (
        pl.when(pl.col("n") == 2)
        .then(pl.when(pl.col("side") == pl.col("first_side")).then("second").otherwise("first"))
        # "Two rebels were killed in clashes between the army and X and Y": by the army.
        .when(~pl.col("side").str.starts_with(STATE_FORCES))
        .then("state")
    )
    lent = (
        fought.filter(pl.col("initiator_actor_id").is_null(), pl.col("rule_id").is_in(SUFFERED))
        .join(told.filter("is_victim").select("row", "side").unique("row"), on="row")
        .join(pairs, on="sentence_id")
        .filter(pl.col("is_opposed") | pl.col("is_each_other"))
        .select("row", doer_id=other)
    )
    return take_doers(keyed, lent)


def take_doers(keyed: pl.DataFrame, lent: pl.DataFrame) -> pl.DataFrame:
    """Harms with the doer that is inferred for them: lent has row and doer_id."""
    is_lent = pl.col("doer_id").is_not_null()
    return (
        keyed.join(lent, on="row", how="left", maintain_order="left")
        .with_columns(
            initiator_actor_id=pl.coalesce("initiator_actor_id", "doer_id"),
            target_actor_id=pl.when(is_lent).then("victim_actor_id").otherwise("target_actor_id"),
            sides_basis=pl.when(is_lent).then(pl.lit("inferred")).otherwise("sides_basis"),
        )
        .drop("doer_id")
    )


def in_fights(keyed: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """The harms that the words of their sentence tell to have been done in a fight: row,
    sentence_id, rule_id, initiator_actor_id, is_each_other."""
    ahead = pl.col("text").str.slice(0, pl.col("anchor_start") - pl.col("start"))
    behind = pl.col("text").str.slice(pl.col("anchor_end") - pl.col("start"))
    mutual = keyed.filter(
        pl.col("rule_id") == "attack_meet", *(pl.col(side).is_not_null() for side in SIDES)
    )["sentence_id"].implode()
    gap_ahead = ahead.str.extract(AHEAD)
    gap_ahead = (
        pl.when(behind.str.contains(OTHERWISE))
        .then(gap_ahead)
        .otherwise(gap_ahead.str.replace(GOES_ON, "$1 $2"))
    )
    gaps = {"gap_behind": behind.str.extract(BEHIND), "gap_ahead": gap_ahead}
    return (
        keyed.filter(
            pl.col("claim_type") == "casualty",
            pl.col("harm").is_in(HARMFUL),
            pl.col("victim_actor_id").is_not_null(),
            (pl.col("value_best") != 0).fill_null(True),
        )
        .select("row", "sentence_id", "rule_id", "initiator_actor_id", "anchor_start", "anchor_end")
        .join(sentences.select("sentence_id", "start", "text"), on="sentence_id")
        .with_columns(**gaps)
        .filter(
            pl.any_horizontal((~pl.col(gap).str.contains(OTHERS)).fill_null(False) for gap in gaps)
        )
        .select(
            "row",
            "sentence_id",
            "rule_id",
            "initiator_actor_id",
            is_each_other=pl.col("text").str.contains(EACH_OTHER)
            | pl.col("sentence_id").is_in(mutual),
        )
    )


def sides_of(keyed: pl.DataFrame, fought: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """The armed sides of the sentences of fought: row, sentence_id, actor_id, side, actor_type,
    is_victim, and is_of_fight (harmed in it, or told to fight)."""
    known = (*STATE_TYPES, *ARMED_TYPES)
    sides = lexicons.actors.filter(
        pl.col("actor_type").is_in(known) | (pl.col("actor_id") == UNIDENTIFIED)
    ).select("actor_id", "actor_type", side="side_id")
    rows = keyed.join(fought.select("sentence_id").unique(), on="sentence_id", how="semi")
    is_fight = (pl.col("claim_type") == "contested") | pl.col("rule_id").is_in(MUTUAL)
    is_harm = pl.col("row").is_in(fought["row"].implode())
    named = {"victim_actor_id": is_harm, **dict.fromkeys(SIDES, is_fight)}
    return pl.concat(
        [
            rows.select(
                "row",
                "sentence_id",
                actor_id=party,
                is_victim=pl.lit(party == "victim_actor_id"),
                is_of_fight=told,
            )
            for party, told in named.items()
        ]
    ).join(sides, on="actor_id", maintain_order="left")


def pairs_of(told: pl.DataFrame) -> pl.DataFrame:
    """The sentences with just two sides, of a fight, or a state's forces and several groups:
    sentence_id, n (sides), first and second (actors, by their sides' names), first_side, state,
    is_opposed (a state's forces and rebels)."""
    # Peacekeepers may stand by while an army fights.
    is_state = pl.col("side").str.starts_with(STATE_FORCES)
    is_rebel = (pl.col("actor_type") == REBELS) | (pl.col("actor_id") == UNIDENTIFIED)
    return (
        told.sort("sentence_id", "side", "is_victim", "row")
        .group_by("sentence_id", "side", maintain_order=True)
        .agg(
            pl.col("actor_id").first(),
            n_actors=pl.col("actor_id").n_unique(),
            is_state=is_state.all(),
            is_rebel=is_rebel.all(),
            is_of_fight=pl.col("is_of_fight").any(),
        )
        .group_by("sentence_id", maintain_order=True)
        .agg(
            n=pl.len(),
            first=pl.col("actor_id").first(),
            second=pl.col("actor_id").last(),
            first_side=pl.col("side").first(),
            state=pl.col("actor_id").filter("is_state").first(),
            is_one_state=(pl.col("is_state").sum() == 1)
            & (pl.col("is_state") | pl.col("is_rebel")).all(),
            is_opposed=pl.col("is_state").any() & pl.col("is_rebel").any(),
            is_told=pl.col("is_of_fight").all() & (pl.col("n_actors") == 1).all(),
            is_known=(pl.col("actor_id") != UNIDENTIFIED).all() | pl.col("is_state").any(),
        )
        .filter((pl.col("n") == 2) | ((pl.col("n") > 2) & pl.col("is_one_state")))
        .filter("is_told", "is_known")
    )
