"""Whose deed a harm is that goes on from what "we" did: "we attacked X. Two soldiers died"."""

from collections.abc import Mapping

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.attacks.both_sides import HARMFUL
from pipelines.transforms.text.attacks.going_on import AS_A_RESULT, IT_DID
from pipelines.transforms.text.grammar.signs import fill, sign_words
from pipelines.transforms.text.parties.first_person import ENEMY
from pipelines.transforms.text.parties.generic_actors import ARMED_TYPES, named_parties
from pipelines.transforms.text.parties.neighbours import STATE_FORCES

HELPERS = r"(?: (?:had|have|has|also|later|then|since|again|already))*"
# "We also attacked X", "our units ambushed Y"
WE_DID = (
    rf"(?i)(?-u:\b)(?:we|our(?: own)?(?: [a-z-]+){{0,2}} <forces>){HELPERS} <deed>"
    r"(?-u:\b)"
)
IN_IT = (
    r"(?i)^(?:in|during) (?:the|this|that) (?:[a-z-]+ ){0,2}?(?:attack|action|ambush|operation|"
    r"raid|assault|combat|clash|battle|fighting)(?-u:\b)"
)
GOES_ON = (
    rf"{WE_DID}[^.]{{0,140}}(?-u:\b)(?:as a (?:result|consequence)|resulting in|causing|leaving|"
    r"inflicting)(?-u:\b)[^.;]{0,70}$"
)
# "An enemy patrol was ambushed, causing three casualties": theirs, by whoever speaks.
ENEMY_HIT = (
    r"(?i)(?-u:\b)enem(?:y|ies)(?:['\x{2019}]s?)? (?:[a-z0-9-]+ ){0,4}(?:was|were|ha(?:s|ve) been)"
    r" <deed>[^.;]{0,90}$"
)
ON_ENEMY = r"(?i)(?-u:\b)inflicted (?:[a-z]+ ){0,3}?(?:on|upon|against) (?:the |our )?enem(?:y|ies)"
# "Clashes against the 18th Brigade left three soldiers dead", told by a group
WITH_ARMY = (
    r"(?i)(?-u:\b)(?:clash(?:es)?|fighting|combats?|battles?|skirmish(?:es)?|confrontations?|"
    r"encounters?) (?:with|against) (?:[a-z0-9'-]+ ){0,4}?(?:army|troops|soldiers|battalions?|"
    r"brigade|forces|police(?:men)?|guards?|military|regime|patrols?|detachment|division|regiment|"
    r"garrison|company|platoon)(?-u:\b)"
)


def name_our_fights(
    told: pl.DataFrame, sentences: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """Harms to others that a party tells to have come of its own attacks, with that party.

    told: claims with speaker_actor_id. The attack stands in the same sentence or in the one before.
    """
    groups = named_parties(lexicons, ARMED_TYPES)["entity_id"].to_list()
    rows, speaker = told.with_row_index("row"), pl.col("speaker_actor_id")
    asked = rows.filter(
        pl.col("claim_type") == "casualty",
        pl.col("harm").is_in(HARMFUL),
        speaker.is_in(groups) | speaker.str.starts_with(STATE_FORCES),
        pl.col("initiator_actor_id").is_null(),
        (pl.col("victim_actor_id") != speaker).fill_null(True),
        (pl.col("value_best") != 0).fill_null(True),
    )
    if asked.is_empty():
        return told
    words, key = sign_words(lexicons), ["article_id", "sentence_no"]
    numbers = sentences.select(
        "sentence_id", "article_id", "sentence_no", base="start", text="text"
    )
    before = numbers.select("article_id", pl.col("sentence_no") + 1, before="text")
    is_hit = is_enemy_hit(words)
    is_ours = is_hit | goes_on_from_ours(words) | (speaker.is_in(groups) & is_of_army_fought())
    named = (
        asked.select("row", "sentence_id", "anchor_start", "speaker_actor_id", "victim_actor_id")
        .join(numbers, on="sentence_id")
        .join(before, on=key, how="left")
        .filter(is_ours)
        .select(
            "row",
            ours=speaker,
            theirs=pl.when(is_hit & pl.col("victim_actor_id").is_null()).then(pl.lit(ENEMY)),
        )
    )
    is_named = pl.col("ours").is_not_null()
    victim = pl.coalesce("victim_actor_id", "theirs")
    return (
        rows.join(named, on="row", how="left", maintain_order="left")
        .with_columns(
            initiator_actor_id=pl.coalesce("initiator_actor_id", "ours"),
            victim_actor_id=victim,
            target_actor_id=pl.when(is_named).then(victim).otherwise("target_actor_id"),
            sides_basis=pl.when(is_named).then(pl.lit("inferred")).otherwise("sides_basis"),
        )
        .drop("row", "ours", "theirs")
    )


def ahead() -> pl.Expr:
    """The sentence up to the word of harm."""
    return pl.col("text").str.slice(0, pl.col("anchor_start") - pl.col("base"))


def is_enemy_hit(words: Mapping[str, str]) -> pl.Expr:
    """True for losses of the enemy."""
    return ahead().str.contains(fill(ENEMY_HIT, words)) | pl.col("text").str.contains(ON_ENEMY)


def goes_on_from_ours(words: Mapping[str, str]) -> pl.Expr:
    """True for what came of "our" attack, told in the same sentence or the one before."""
    goes_on = pl.any_horizontal(
        pl.col("text").str.contains(sign) for sign in (AS_A_RESULT, IT_DID, IN_IT)
    )
    told_before = goes_on & pl.col("before").str.contains(fill(WE_DID, words))
    return ahead().str.contains(fill(GOES_ON, words)) | told_before.fill_null(False)


def is_of_army_fought() -> pl.Expr:
    """True for soldiers harmed in a clash with their army."""
    is_army = pl.col("victim_actor_id").str.starts_with(STATE_FORCES)
    return (is_army & pl.col("text").str.contains(WITH_ARMY)).fill_null(False)
