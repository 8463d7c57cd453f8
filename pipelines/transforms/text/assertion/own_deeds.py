"""Deeds that a party tells of its own people: "the ministry said its forces took X"."""

from collections.abc import Mapping

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.assertion.own_losses import (
    HELPERS,
    SUFFERED,
    WE,
    is_own_loss,
    is_own_target,
)
from pipelines.transforms.text.grammar.signs import fill, sign_words
from pipelines.transforms.text.parties.actors import STATE_FORCES
from pipelines.transforms.text.parties.generic_actors import UNIDENTIFIED
from pipelines.transforms.text.sources.speaker_kinds import NO_PARTY

# "Its forces had", "our brave men", "it had": who speaks, right before the verb.
OWN_FORCES = (
    rf"(?i)(?-u:\b)(?:its|their|our|his|her)(?: own)?(?: [a-z-]+){{0,2}} <forces>{HELPERS}"
    r"\s+[\"\x{201c}]?$"
)
# "Had fired a salvo of" rockets
THROWING = r"(?:(?:fired|launched|lobbed|sent|directed|unleashed|dropped) (?:[a-z0-9,-]+ ){0,5})?"
ITSELF = (
    r"(?i)(?-u:\b)(?:said|says|claimed|added|announced|reported|confirmed|boasted|wrote|den(?:ied|"
    r"ies))"
    r"(?:,? (?:in|on|via|through|to|late|early) [^.;:]{2,60}?)?(?: that)?,? "
    rf"(?:it|they|we){HELPERS}\s+[\"\x{{201c}}]?{THROWING}$"
)
# "The mujahideen attacked", as a group of theirs tells it.
BROTHERS = (
    rf"(?i)(?-u:\b)(?:the|our) (?:mujah[ei]d(?:ee|i)n|brothers|heroes|brave fighters)(?:{HELPERS}|"
    r" [^.;:\x{201c}\x{201d}\"]{0,100}?(?:,|,? (?:and|before|then)(?: then| also)?))\s+$"
)
# "We inflicted 13 casualties"
WE_INFLICTED = (
    rf"(?i)(?-u:\b)(?:we|our(?: own)?(?: [a-z-]+){{0,2}} <forces>){HELPERS} inflict(?:ed|s)? "
    r"(?:[a-z0-9,-]+ ){0,4}$"
)
# "We (our units) ambushed a patrol and captured two", "…, killing nine"
GOING_ON = (
    r"(?i)(?-u:\b)(?:we|(?:said|says|claimed)(?: that)? (?:it|they)|"
    rf"(?:our|its|their|his|her)(?: own)?(?: [a-z-]+){{0,2}} <forces>){HELPERS} "
    r"[\"\x{201c}]?(?:<deed>|gained|took|entered|occupied|broke|advanced|launched|carried out)"
    r"[\"\x{201d}]?[^.;:\x{201c}\x{201d}\"]{0,80}?(?:,|,? (?:and|before|then)(?: then| also)?)\s+$"
)
# "We gained control of X, wiped out enemy troops, and destroyed vehicles"
WE_LIST = (
    r"(?i)(?:^|[.:\]] )(?:[^.;:\]]{0,40} )?we (?:<deed>|gained|took|entered|occupied|advanced|"
    r"launched) [^.;:]{0,160}, (?:and )?$"
)
NO_LIST = r"(?i)(?-u:\b)(?:who|which|that|when|while|as|where|but)(?-u:\b)[^.;:]*$"
# "We occupied X, jets came, and killed two": they did.
OTHERS_CAME = (
    r"(?i), (?:(?:the|their|enemy|some|two|three|government) )?[a-z]+ (?:came|fled|arrived|"
    r"attacked|struck|bombed|fired|returned|advanced|shelled|hit)(?-u:\b)[^.;:,]{0,40}, (?:and )?$"
)
# "During this ambush in X we seized three rifles": it was ours.
IN_OUR = r"(?i)(?-u:\b)(?:during|in) (?:this|the|that) (?:[a-z-]+ ){0,2}$"
WE_TOOK = (
    r"(?i)^[^.;]{0,50}?,? (?:we|our (?:[a-z-]+ )?(?:forces|units?|troops|fighters|men|combatants))"
    r"(?: (?:have|had|also))* (?:seized|captured|took|inflicted|destroyed|recovered|"
    r"confiscated)(?-u:\b)"
)
# "We seized the attackers' guns": it was theirs.
OF_ATTACKERS = r"(?i)(?-u:\b)(?:attackers?|assailants?|gunm[ae]n|bombers?|shooters?)(?-u:\b)"
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
NOUN = "territory_nom"
GAINS = ("captured", "recaptured")
COUNTED = ("casualty_deaths", "casualty_unnumbered", "casualty_some", "casualty_died")
ACTIVE = ("casualty_active", "attack_do", "attack_fire", "attack_slay", "attack_throw")
MARKS = ("is_own_deed", "is_done_away", "is_of_others", "is_own_loss", "is_own_target")


def own_deeds(told: pl.DataFrame, sentences: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Claims in which a party speaks of its own people, with that party where none is named.

    told: claims with speaker_actor_id. A gain or harm that its forces are the subject of is its
    own, and so are men it says it lost.
    """
    if told["speaker_actor_id"].is_null().all():
        return told
    marked = with_marks(told, sentences, sign_words(lexicons))
    who, does = pl.col("speaker_actor_id"), pl.col("is_own_deed")
    return marked.with_columns(
        initiator_actor_id=pl.when(does)
        .then(who)
        .when(~pl.col("is_of_others"))
        .then("initiator_actor_id"),
        # "It had bombed": a state does from the air.
        sub_event_type=pl.when(does & is_bombing() & who.str.starts_with(STATE_FORCES))
        .then(pl.lit("Air/drone strike"))
        .otherwise("sub_event_type"),
        to_actor_id=pl.when(does & is_gain().fill_null(False)).then(who).otherwise("to_actor_id"),
        target_actor_id=pl.when("is_done_away")
        .then("victim_actor_id")
        .when("is_own_target")
        .then(who)
        .otherwise("target_actor_id"),
        victim_actor_id=pl.when("is_own_loss").then(who).otherwise("victim_actor_id"),
        sides_basis=pl.when((does | pl.col("is_own_target")) & (pl.col("sides_basis") == "none"))
        .then(pl.lit("stated"))
        .otherwise("sides_basis"),
    ).drop(MARKS)


def is_bombing() -> pl.Expr:
    """Attacks that the verb tells of as a bombing."""
    return (pl.col("rule_id") == "attack_do") & (
        pl.col("sub_event_type") == "Remote explosive/landmine/IED"
    )


def with_marks(
    told: pl.DataFrame, sentences: pl.DataFrame, words: Mapping[str, str]
) -> pl.DataFrame:
    """Add is_own_deed (of the speaker), is_done_away (of whom it killed or took), is_of_others
    (who did it is none of the speaker's), is_own_loss and is_own_target."""
    base = pl.col("base")
    # What nobody who is a party tells has no text here, and so none of these marks.
    sentence = pl.when(pl.col("speaker_actor_id").is_not_null()).then("sentence")
    ahead = sentence.str.slice(0, pl.col("anchor_start") - base)
    word = sentence.str.slice(
        pl.col("anchor_start") - base, pl.col("anchor_end") - pl.col("anchor_start")
    )
    behind = sentence.str.slice(pl.col("anchor_end") - base)
    is_away = is_done_away(ahead, word, behind) & ~sentence.str.contains(BY_OTHERS)
    is_listed = ahead.str.contains(fill(WE_LIST, words)) & ~ahead.str.contains(NO_LIST)
    is_own = is_subject(ahead, words) & (is_gain() | is_harm(ahead))
    is_own |= is_listed & pl.col("rule_id").is_in(ACTIVE)
    is_own &= ~ahead.str.contains(OTHERS_CAME)
    is_own |= is_inflicted(ahead, words) | is_away | is_brothers_deed(ahead)
    is_own |= is_told_within(ahead, behind)
    return (
        told.join(
            sentences.select("sentence_id", base="start", sentence="text"),
            on="sentence_id",
            how="left",
            maintain_order="left",
        )
        .with_columns(
            is_own_deed=is_own.fill_null(False),
            is_done_away=is_away.fill_null(False),
            is_of_others=is_of_others(ahead),
            is_own_loss=is_own_loss(ahead, behind, words),
            is_own_target=is_own_target(ahead, behind, words),
        )
        .drop("base", "sentence")
    )


def is_subject(ahead: pl.Expr, words: Mapping[str, str]) -> pl.Expr:
    """True where the speaker or its forces are the subject of the deed."""
    is_before = pl.any_horizontal(
        ahead.str.contains(fill(own, words)) for own in (OWN_FORCES, ITSELF, WE, GOING_ON)
    )
    return is_before | ((pl.col("rule_id") == NOUN) & ahead.str.contains(CLAIMED_IT))


def is_gain() -> pl.Expr:
    """True for ground that nobody known took, and not from the speaker."""
    is_open = pl.col("change_type").is_in(GAINS) & pl.col("to_actor_id").is_null()
    return is_open & (pl.col("from_actor_id") != pl.col("speaker_actor_id")).fill_null(True)


def is_harm(ahead: pl.Expr) -> pl.Expr:
    """True for harm that nobody known did, and not to the speaker's."""
    is_unknown = (pl.col("initiator_actor_id") == UNIDENTIFIED) & ahead.str.contains(ITSELF)
    is_open = pl.col("initiator_actor_id").is_null() | is_unknown
    is_others = (pl.col("victim_actor_id") != pl.col("speaker_actor_id")).fill_null(True)
    return pl.col("rule_id").is_in(ACTIVE) & is_open & is_others


def is_inflicted(ahead: pl.Expr, words: Mapping[str, str]) -> pl.Expr:
    """True for "we inflicted 13 casualties"."""
    is_open = pl.col("rule_id").is_in(COUNTED) & pl.col("initiator_actor_id").is_null()
    return is_open & ahead.str.contains(fill(WE_INFLICTED, words))


def is_brothers_deed(ahead: pl.Expr) -> pl.Expr:
    """True for what a group, no state, tells of "the mujahideen"."""
    speaker = pl.col("speaker_actor_id")
    is_of_group = ~speaker.str.starts_with(STATE_FORCES) & ~speaker.is_in(NO_PARTY)
    is_open = (pl.col("initiator_actor_id") == UNIDENTIFIED).fill_null(True)
    return is_of_group & is_open & ahead.str.contains(BROTHERS) & pl.col("rule_id").is_in(ACTIVE)


def is_told_within(ahead: pl.Expr, behind: pl.Expr) -> pl.Expr:
    """True for an attack during which the speaker's own took what they tell of."""
    is_open = (pl.col("rule_id") == "attack_event") & pl.col("initiator_actor_id").is_null()
    is_ours = behind.str.contains(WE_TOOK) & ~behind.str.contains(OF_ATTACKERS)
    return is_open & ahead.str.contains(IN_OUR) & is_ours


def is_of_others(ahead: pl.Expr) -> pl.Expr:
    """True for "they fired on us": whoever they are, they are not the speaker's."""
    is_speaker = pl.col("initiator_actor_id") == pl.col("speaker_actor_id")
    return (is_speaker & ahead.str.contains(THEY_QUOTED)).fill_null(False)


def is_done_away(ahead: pl.Expr, word: pl.Expr, behind: pl.Expr) -> pl.Expr:
    """True for people of others whom the speaker killed or took by its own words, with no doer."""
    speaker, victim = pl.col("speaker_actor_id"), pl.col("victim_actor_id")
    is_open = pl.col("initiator_actor_id").is_null() & ~victim.is_in(NO_PARTY)
    is_of_state = (
        pl.col("rule_id").is_in(SUFFERED)
        & speaker.str.starts_with(STATE_FORCES)
        & ~victim.str.starts_with(STATE_FORCES)
        & (
            word.str.contains(DONE_AWAY)
            | ahead.str.contains(OPERATION_LEFT)
            | behind.str.contains(IN_OPERATION)
        )
    )
    # "The army announced the arrest of nine rebels": it took them.
    is_taken = (
        (pl.col("rule_id") == "casualty_deaths_of")
        & word.str.contains(TAKING_OF)
        & (victim != speaker)
        & ahead.str.contains(CLAIMED_IT)
    )
    return is_open & (is_of_state | is_taken)
