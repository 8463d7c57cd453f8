"""Deeds and losses that a party tells of its own people: "the ministry said its forces took X"."""

from collections.abc import Mapping

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.grammar.signs import fill, sign_words
from pipelines.transforms.text.parties.actors import STATE_FORCES
from pipelines.transforms.text.parties.generic_actors import UNIDENTIFIED
from pipelines.transforms.text.sources.speaker_kinds import NO_PARTY

HELPERS = r"(?: (?:had|have|has|also|later|then|since|again|already|fully|completely))*"
# "Its forces had", "our brave men", "it had": who speaks, right before the verb.
OWN_FORCES = (
    rf"(?i)(?-u:\b)(?:its|their|our|his|her)(?: own)?(?: [a-z-]+){{0,2}} <forces>{HELPERS}"
    r"\s+[\"\x{201c}]?$"
)
# "Had fired a salvo of" rockets
THROWING = r"(?:(?:fired|launched|lobbed|sent|directed|unleashed|dropped) (?:[a-z0-9,-]+ ){0,5})?"
ITSELF = (
    r"(?i)(?-u:\b)(?:said|says|claimed|added|announced|reported|confirmed|boasted|wrote)"
    r"(?:,? (?:in|on|via|through|to|late|early) [^.;:]{2,60}?)?(?: that)?,? "
    rf"(?:it|they|we){HELPERS}\s+[\"\x{{201c}}]?{THROWING}$"
)
# "The mujahideen attacked", as a group of theirs tells it.
BROTHERS = (
    rf"(?i)(?-u:\b)(?:the|our) (?:mujah[ei]d(?:ee|i)n|brothers|heroes|brave fighters)(?:{HELPERS}|"
    r" [^.;:\x{201c}\x{201d}\"]{0,100}?(?:,|,? (?:and|before|then)(?: then| also)?))\s+$"
)
WE = rf"(?i)(?-u:\b)we{HELPERS}\s+$"
# "We inflicted 13 casualties"
WE_INFLICTED = (
    rf"(?i)(?-u:\b)(?:we|our(?: own)?(?: [a-z-]+){{0,2}} <forces>){HELPERS} inflict(?:ed|s)? "
    r"(?:[a-z0-9,-]+ ){0,4}$"
)
# "We (our units) ambushed a patrol and captured two", "…, killing nine"
GOING_ON = (
    r"(?i)(?-u:\b)(?:we|(?:said|says|claimed)(?: that)? (?:it|they)|"
    rf"(?:our|its|their|his|her)(?: own)?(?: [a-z-]+){{0,2}} <forces>){HELPERS} "
    r"[\"\x{201c}]?<deed>[\"\x{201d}]?"
    r"[^.;:\x{201c}\x{201d}\"]{0,80}?(?:,|,? (?:and|before|then)(?: then| also)?)\s+$"
)
LOSER = rf"(?i)(?-u:\b)(?:it|they|we){HELPERS}\s+$"
OWN_LOST = (
    r"(?i)^[^,;.]{0,40}(?-u:\b)(?:its|their|our)(?: own)? "
    r"(?:[a-z-]+ ){0,2}<forces>"
)
OWN_HARMED = (
    r"(?i)(?-u:\b)of (?:his|her|its|their|our)(?: own)? "
    r"(?:[a-z-]+ ){0,2}<forces>(?: (?:was|were|is|are|had|have|has|been))+\s+$"
)
# "On our side two fighters fell": the speaker's.
OWN_SIDE = (
    r"(?i)(?-u:\b)(?:on|from|in|among|within) (?:our|its|their)(?: own)? (?:side|ranks|part|forces)"
    r"(?-u:\b),? [^.;:]{0,50}$"
)
# "X accused Y of firing rockets and said four of its soldiers were hurt": X's.
OWN_SAID = (
    r"(?i)(?-u:\b)(?:said|says|added|reported|confirmed|admitted)(?: that)? "
    r"(?:at least |only |about )?[a-z0-9,-]+ of (?:its|their)(?: own)? "
    r"(?:[a-z-]+ ){0,2}<forces>(?: (?:was|were|is|are|had|have|has|been))*\s+$"
)
THEY_QUOTED = rf"(?i)[\"\x{{201c}}](?:[^\"\x{{201c}}\x{{201d}}]* )?they{HELPERS}\s+$"
# "The ministry claimed the capture of X": it took X.
CLAIMED_IT = (
    r"(?i)(?-u:\b)(?:claim|announc|hail|declar|celebrat|confirm|report)(?:s|ed|ing|es)? "
    r"(?:the |its |their )?(?:full |complete )?$"
)
# "Fifty terrorists were eliminated, the army said": so it speaks of whom it killed, and so of whom
# it took.
DONE_AWAY = (
    r"(?i)^(?:eliminated|neutrali[sz]ed|liquidated|captured|arrested|detained|apprehended|nabbed|"
    r"taken prisoner)$"
)
TAKING_OF = r"(?i)^(?:the )?(?:capture|arrest|detention|apprehension) of$"
# "Nine rebels were killed in an operation, the army said": its own.
IN_OPERATION = (
    r"(?i)^ (?:on [A-Z][a-z]+day )?in (?:an?|the|two|three|several|separate) (?:[\w-]+ ){0,4}?"
    r"(?:operations?|raids?|sweeps?|offensives?|air ?strikes?|air raids?|strikes?|bombardments?)"
    r"(?-u:\b)"
)
# "The operation left nine bandits dead, the army said": its own.
OPERATION_LEFT = (
    r"(?i)(?:^|[\"\x{201c}]|(?:said|says|added|reported|announced)(?: that)? )"
    r"the (?:[a-z]+ ){0,2}(?:operation|raid|sweep|offensive) (?:has |had |also )?left [^.,;]{1,60}$"
)
# "Eliminated by the air force", "in a French strike", "in clashes between two gangs"
BY_OTHERS = (
    r"(?i)(?-u:\b)(?:by|between|rivals?|infighting|feuds?|foreign|all(?:y|ies|ied)|partners?|"
    r"(?-i:[A-Z][a-z]+) (?:air ?|drone )?(?:strikes?|airstrikes?|raids?|jets|drones|forces))"
    r"(?-u:\b)"
)
# "The army said rebels attacked its positions", "... that one of its convoys was ambushed"
OWN_POST = (
    r"(?:its|their|his|her)(?: own)? (?:[a-z'-]+ ){0,3}?(?:<forces>|positions?|(?:out)?posts?|"
    r"bases?|camps?|barracks|convoys?|patrols?|vehicles?|checkpoints?|headquarters|territory|soil|"
    r"lines|locations|men|ships?|vessels?|boats?|aircraft|planes?|helicopters?|jets?|tanks?|"
    r"airfields?|airports?|energy [a-z]+|power [a-z]+|trenches|strongholds?)(?-u:\b)"
)
ATTACKED = (
    r"(?i)^(?: (?:[a-z]+ ){0,3}?(?:on|at|against|of|into|near|towards?|over))?"
    rf" (?:(?:one|two|three|several|some|many|both) of )?{OWN_POST}"
)
OWN_DOING = (
    r"(?i)(?-u:\b)(?:its|their|our)(?: own)?(?: [a-z-]+){0,2} <forces>(?: (?:had|have|has))? "
    r"(?:lured|ambushed|attacked|targeted|struck|hit|shelled|stormed|raided|surprised|trapped)(?-u:\b)"
)
CAME_UNDER_FIRE = (
    rf"(?i)(?:^|[ ,\"\x{{201c}}])(?:(?:one|two|three|several|some|many|both) of )?{OWN_POST}"
    r"(?: (?:in|near|at|on|outside|around) (?:[\p{L}'-]+ ){1,3}?)?(?: (?:was|were|had|has|have|"
    r"been|is|are|again|also|repeatedly))* $"
)
NOUN = "territory_nom"
SUFFERED = ("casualty_passive", "casualty_died", "casualty_reduced")
GAINS = ("captured", "recaptured")
LOSS = "casualty_lost"
COUNTED = ("casualty_deaths", "casualty_unnumbered", "casualty_some", "casualty_died")
ACTIVE = ("casualty_active", "attack_do", "attack_fire", "attack_slay", "attack_throw")
SUBJECTED = ("attack_done", "attack_fired", "attack_endure")


def is_own_target(ahead: pl.Expr, behind: pl.Expr, words: Mapping[str, str]) -> pl.Expr:
    """True for attacks on what is the speaker's, told by somebody else's hand or nobody's.

    ahead, behind: what its sentence says before and after the word of the attack.
    """
    speaker = pl.col("speaker_actor_id")
    is_open = (pl.col("claim_type") == "attack") & pl.col("target_actor_id").is_null()
    is_open &= ~speaker.is_in(NO_PARTY) & (pl.col("initiator_actor_id") != speaker).fill_null(True)
    is_told = behind.str.contains(fill(ATTACKED, words)) | (
        pl.col("rule_id").is_in(SUBJECTED) & ahead.str.contains(fill(CAME_UNDER_FIRE, words))
    )
    # "Its fighters lured a patrol into an ambush, killing its members": the patrol's.
    is_theirs = ahead.str.contains(fill(OWN_DOING, words))
    return (is_open & is_told & ~is_theirs).fill_null(False)


def own_deeds(told: pl.DataFrame, sentences: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Claims in which a party speaks of its own people, with that party where none is named.

    told: claims with speaker_actor_id. A gain or harm that its forces are the subject of is its
    own, and so are men it says it lost.
    """
    speaks = pl.col("speaker_actor_id").is_not_null()
    if told.filter(speaks).is_empty():
        return told
    words, base = sign_words(lexicons), pl.col("base")
    joined = told.join(
        sentences.select("sentence_id", base="start", sentence="text"),
        on="sentence_id",
        how="left",
        maintain_order="left",
    )
    sentence = pl.when(speaks).then("sentence")
    ahead = sentence.str.slice(0, pl.col("anchor_start") - base)
    behind = sentence.str.slice(pl.col("anchor_end") - base)
    is_subject = speaks & pl.any_horizontal(
        ahead.str.contains(fill(own, words)) for own in (OWN_FORCES, ITSELF, WE, GOING_ON)
    )
    is_of_group = speaks & ~pl.col("speaker_actor_id").str.starts_with(STATE_FORCES)
    by_brothers = (
        is_of_group
        & ~pl.col("speaker_actor_id").is_in(NO_PARTY)
        & (pl.col("initiator_actor_id") == UNIDENTIFIED).fill_null(True)
        & ahead.str.contains(BROTHERS)
    ).fill_null(False)
    is_subject |= speaks & (pl.col("rule_id") == NOUN) & ahead.str.contains(CLAIMED_IT)
    is_gain = pl.col("change_type").is_in(GAINS) & pl.col("to_actor_id").is_null()
    is_gain &= (pl.col("from_actor_id") != pl.col("speaker_actor_id")).fill_null(True)
    is_unknown = (pl.col("initiator_actor_id") == UNIDENTIFIED) & ahead.str.contains(ITSELF)
    is_open = pl.col("initiator_actor_id").is_null() | is_unknown
    is_harm = pl.col("rule_id").is_in(ACTIVE) & is_open
    is_harm &= (pl.col("victim_actor_id") != pl.col("speaker_actor_id")).fill_null(True)
    is_lost = (
        speaks
        & (pl.col("rule_id") == LOSS)
        & (
            ahead.str.contains(WE)
            | (ahead.str.contains(LOSER) & behind.str.contains(fill(OWN_LOST, words)))
        )
    ).fill_null(False)
    # "Three of his men were killed", told by their commander.
    is_lost |= (
        speaks
        & pl.col("rule_id").is_in(SUFFERED)
        & pl.col("victim_actor_id").is_null()
        & ahead.str.contains(fill(OWN_HARMED, words))
    ).fill_null(False)
    is_lost |= (
        speaks & pl.col("rule_id").is_in(SUFFERED) & ahead.str.contains(fill(OWN_SAID, words))
    ).fill_null(False)
    is_lost |= (
        speaks
        & pl.col("rule_id").is_in(SUFFERED)
        & pl.col("victim_actor_id").is_null()
        & ahead.str.contains(OWN_SIDE)
    ).fill_null(False)
    # "They fired on us": whoever they are, they are not the speaker's.
    is_theirs = (
        (pl.col("initiator_actor_id") == pl.col("speaker_actor_id"))
        & ahead.str.contains(THEY_QUOTED)
    ).fill_null(False)
    is_inflicted = (
        speaks
        & pl.col("rule_id").is_in(COUNTED)
        & pl.col("initiator_actor_id").is_null()
        & ahead.str.contains(fill(WE_INFLICTED, words))
    )
    word = sentence.str.slice(
        pl.col("anchor_start") - base, pl.col("anchor_end") - pl.col("anchor_start")
    )
    victim = pl.col("victim_actor_id")
    is_away = (
        pl.col("rule_id").is_in(SUFFERED)
        & pl.col("initiator_actor_id").is_null()
        & pl.col("speaker_actor_id").str.starts_with(STATE_FORCES)
        & ~victim.str.starts_with(STATE_FORCES)
        & ~victim.is_in(NO_PARTY)
        & (
            word.str.contains(DONE_AWAY)
            | ahead.str.contains(OPERATION_LEFT)
            | behind.str.contains(IN_OPERATION)
        )
        & ~sentence.str.contains(BY_OTHERS)
    )
    # "The army announced the arrest of nine rebels": it took them.
    is_away |= (
        speaks
        & (pl.col("rule_id") == "casualty_deaths_of")
        & word.str.contains(TAKING_OF)
        & pl.col("initiator_actor_id").is_null()
        & ~victim.is_in(NO_PARTY)
        & (victim != pl.col("speaker_actor_id"))
        & ahead.str.contains(CLAIMED_IT)
        & ~sentence.str.contains(BY_OTHERS)
    )
    is_brothers_deed = by_brothers & pl.col("rule_id").is_in(ACTIVE)
    does = (is_subject & (is_gain | is_harm) | is_inflicted | is_away).fill_null(False)
    does |= is_brothers_deed
    who = pl.col("speaker_actor_id")
    is_target = is_own_target(ahead, behind, words)
    return joined.with_columns(
        initiator_actor_id=pl.when(does).then(who).when(~is_theirs).then("initiator_actor_id"),
        to_actor_id=pl.when(does & is_gain.fill_null(False)).then(who).otherwise("to_actor_id"),
        target_actor_id=pl.when(is_away.fill_null(False))
        .then(victim)
        .when(is_target)
        .then(who)
        .otherwise("target_actor_id"),
        victim_actor_id=pl.when(is_lost).then(who).otherwise("victim_actor_id"),
        sides_basis=pl.when((does | is_target) & (pl.col("sides_basis") == "none"))
        .then(pl.lit("stated"))
        .otherwise("sides_basis"),
    ).drop("base", "sentence")
