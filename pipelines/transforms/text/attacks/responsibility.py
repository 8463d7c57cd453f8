"""Whose deed an attack was by a later sentence: "X claimed responsibility for the attack"."""

import polars as pl

from pipelines.transforms.text.attacks.both_sides import HARMFUL
from pipelines.transforms.text.parties.actors import STATE_FORCES
from pipelines.transforms.text.parties.generic_actors import UNIDENTIFIED
from pipelines.transforms.text.sources.speaker_kinds import NO_PARTY
from schemas.vocab import FOUNDING

SIGNS = [
    "claimed", "responsib", "behind", "blame", "credit", "carried out", "attribut", "accused",
    " struck", " attacked", " arrived", " stormed", " came", " descended", " burst in",
    " opened fire", " raided", " entered", " surrounded", "ambushed", " shot", " gunned down",
    "attackers", "assailants", "gunmen", "kidnappers", "killers", "raiders", "perpetrators",
]  # fmt: skip
DEED = (
    r"(?:attacks?|ambush|assaults?|raids?|bombings?|blasts?|explosions?|shootings?|strikes?|"
    r"operation|killings?|massacre|murders?|abductions?|kidnappings?|incidents?|violence)(?-u:\b)"
)
# "(for) the attack", "Monday's double bombing", "the Baidoa blast"
THE_DEED = (
    r"(?:(?:the|this|that|these|those|both|[A-Z][a-z]+day['\x{2019}]s)"
    rf"(?: [A-Za-z'\x{{2019}}-]+){{0,3}}? {DEED})"
)
MEN = (
    r"(?:,? \([A-Z-]{2,8}\))?(?: (?:militants|fighters|rebels|insurgents|group|militia|gang))?"
    # ", which is allied with Y," ", an offshoot of Y,"
    r"(?:, (?:which|who|whose|an?|the|one|affiliated|allied|linked) [^,;]{2,90},)?"
)
LATER = (
    r"(?:,? (?:has|have|had|later|also|since|quickly|immediately|on [A-Z][a-z]+day|"
    r"in a (?:statement|post|message|video)))*,?"
)
# "X claimed responsibility for the attack", "X said it was behind the blast"
CLAIMS_IT = (
    rf"^{MEN}{LATER} (?:(?:claimed|took|taken|accepted|admitted|assumed)(?: full)?"
    r" (?:responsibility|credit) for|claimed|"
    r"said(?: that)? (?:it|they|its [a-z]+|their [a-z]+|one of its(?: [a-z]+){1,3})"
    r" (?:(?:was|were|had been) (?:behind|responsible for)|(?:had )?carried out))"
    rf" {THE_DEED}|"
    # "X claimed responsibility in a statement."
    rf"^{MEN}{LATER} (?:claimed|took|taken|accepted|admitted|assumed)(?: full)? (?:responsibility|"
    r"credit)(?: for (?:it|them|both))?(?:,? (?:in|on|via|through) [^.;]{1,60})?\s*[.;]?$"
)
# "The army said X was behind it", "X fighters ambushed their convoy"
IS_BEHIND = (
    rf"^{MEN}{LATER} (?:was|were|is|are)(?: likely| probably| apparently)? "
    rf"(?:behind|responsible for) (?:{THE_DEED}|it(?-u:\b))"
)
HIT_THEM = (
    rf"(?i)^{MEN} (?:(?:had|have) )?(?:ambushed|attacked|opened fire (?:on|at)|shot(?: at)?|"
    r"fired (?:on|at)|stormed|raided|intercepted|surrounded) (?:them|their (?:[a-z]+ )?"
    r"(?:convoys?|patrols?|vehicles?|villages?|cars?|bus(?:es)?|posts?|bases?|positions?|camps?|"
    r"columns?|trucks?|homes?|houses?|boats?|motorcycles?|checkpoint|outpost))(?-u:\b)"
)
# "They had been ambushed by X", "The attackers belonged to X"
HIT_BY = (
    r"(?i)^(?:(?:they|both|he|she|the (?:victims?|dead|soldiers|policemen|officers|villagers|men|"
    r"women|two|three|four|five|pair)|their (?:[a-z]+ )?(?:convoy|patrol|vehicle|car|bus|truck|"
    r"boat|post)) (?:(?:was|were|had been|have been|reportedly|allegedly|apparently) )+"
    r"(?:ambushed|attacked|shot(?: dead)?|killed|gunned down|fired (?:on|at)|targeted|intercepted|"
    r"abducted|kidnapped) by|"
    r"the (?:attackers|assailants|gunmen|kidnappers|killers|raiders|perpetrators|abductors),? "
    r"(?:(?:were|are|is|all|reportedly|allegedly|who|later|had been|have been) )*"
    r"(?:belong(?:ed)? to|(?:believed|thought|suspected|said|known) to (?:be(?:long to)?|have been|"
    r"come from)|(?:identified|described) as|(?:were|are)))"
    r"(?: the| an?| some| suspected| alleged| [a-z]+ed| members? of| fighters (?:of|from)| "
    r"militants (?:of|from)| rebels (?:of|from)){0,4} $"
)
# "(carried out) the Wana attack": a name that the deed's own sentence tells as well.
NAMED_DEED = rf"(?:the|this|that) ([A-Z][a-z]{{2,}})(?: [a-z-]+){{0,2}} {DEED}"
# "Officials blamed X for the attack", "blamed the attack on X", "The attack was blamed on X"
BLAMES = r"(?i)(?-u:\b)(?:blam(?:ed|es|ing)|accus(?:ed|es|ing))(?: the| suspected)? $"
# "Authorities blamed X": for what they have just told.
FOR_IT = (
    rf"(?i)^{MEN}(?: (?:for|of(?: carrying out| being behind)?) (?:{THE_DEED}|it(?-u:\b))|[.;]|$)"
)
IT_ON = (
    rf"(?i)(?-u:\b)(?:(?:blam(?:ed|es|ing)|pinn(?:ed|ing)) {THE_DEED} on|"
    rf"attribut(?:ed|es|ing) {THE_DEED} to|"
    rf"{THE_DEED} (?:was|were|has been|have been) (?:blamed on|attributed to|claimed by))"
    r"(?: the| suspected)? $"
)
# "They were asleep when the rebels of X struck": those whom the sentence before calls attackers.
WHEN_IT = (
    r"(?i)(?-u:\b)(?:when|as|before|after) (?:the |suspected |fighters (?:of|from) (?:the )?)*$"
)
STRUCK = (
    rf"(?i)^{MEN} (?:struck|attacked|arrived|stormed|came|descended|burst in|opened fire|raided|"
    r"entered|surrounded)(?-u:\b)"
)
# "It was behind …, not": whoever denies it did not do it.
DENIED = r"(?i)(?-u:\b)(?:den(?:y|ied|ies)|reject(?:s|ed)|not|n't|never|nor|neither|no)(?-u:\b)"
# Attackers who were killed in the fight that followed did not kill themselves.
SHOT_BACK = (
    r"(?i)(?-u:\b)(?:ensuing|subsequent|retaliat[a-z]+|return(?:ed|ing)? fire|exchanges? of "
    r"(?:gun)?fire|(?:gun|fire) ?(?:fight|battle)s?|shoot-?outs?|encounter|clearance|response|"
    r"responded)(?-u:\b)"
)
# How many sentences back the deed may be told.
REACH, WHEN_REACH = 4, 2
NEXT_TO = 130


def name_claimers(
    told: pl.DataFrame, sentences: pl.DataFrame, mentions: pl.DataFrame
) -> pl.DataFrame:
    """Claims; harms and attacks of nobody known are the deed of whoever claims them, or is blamed,
    behind them.

    told: claims with assertion. The deed that is meant is the nearest one told before, at the place
    that the later sentence names, if any; where that has a doer, nothing is lent.
    """
    givers = who_did_it(sentences, mentions)
    if givers.is_empty():
        return told
    keyed = told.with_row_index("row")
    numbers = sentences.select("sentence_id", "sentence_no", deed_text="text")
    deeds = keyed.filter(
        (pl.col("claim_type") == "attack") | pl.col("harm").is_in(HARMFUL),
        pl.col("assertion").is_in(FOUNDING),
    ).join(numbers, on="sentence_id")
    victim = pl.col("victim_actor_id")
    is_armed = ~(victim.str.starts_with(STATE_FORCES) | victim.is_in(NO_PARTY))
    is_armed = is_armed.fill_null(pl.col("claim_type") == "attack")
    back = pl.col("giver_no") - pl.col("sentence_no")
    near = (
        deeds.select(
            "row",
            "article_id",
            "claim_type",
            "sentence_no",
            "anchor_end",
            "location_id",
            "initiator_actor_id",
            "victim_actor_id",
            "deed_text",
        )
        .join(givers, on="article_id")
        .filter(
            ~(is_armed & pl.col("deed_text").str.contains(SHOT_BACK)).fill_null(False),
            back.is_between(0, REACH),
            ~pl.col("is_when") | back.is_between(1, WHEN_REACH),
            (back > 0) | (pl.col("anchor_end") <= pl.col("giver_start")),
            (back == 0)
            | pl.col("giver_place").is_null()
            | (pl.col("giver_place") == pl.col("location_id")),
            (back == 0)
            | pl.col("giver_place").is_not_null()
            | pl.col("giver_name").is_null()
            | pl.col("deed_text").str.contains(pl.col("giver_name"), literal=True),
        )
    )
    scene = pl.col("location_id").sort_by("sentence_no").last().over("giver_start")
    is_open = pl.col("initiator_actor_id").is_null() | (
        pl.col("initiator_actor_id") == UNIDENTIFIED
    )
    last = pl.col("sentence_no") == pl.col("sentence_no").max().over("giver_start")
    lent = (
        near.with_columns(is_open=is_open)
        .with_columns(is_free=(pl.col("is_open") | ~last).all().over("giver_start"), scene=scene)
        .filter(
            "is_free",
            "is_open",
            last | (pl.col("location_id") == pl.col("scene")),
            (pl.col("victim_actor_id") != pl.col("giver_id")).fill_null(True),
        )
        .sort("row", "giver_start")
        .unique("row", keep="first", maintain_order=True)
        .select("row", "article_id", "giver_id", "giver_start", "is_when", "victim_actor_id")
    )
    hit = attacked_before(keyed, lent.filter("is_when"))
    lent = lent.select("row", "giver_id")
    is_lent = pl.col("giver_id").is_not_null()
    return (
        keyed.join(hit, on="row", how="left", maintain_order="left")
        .with_columns(target_actor_id=pl.coalesce("target_actor_id", "hit_id"))
        .drop("hit_id")
        .join(lent, on="row", how="left", maintain_order="left")
        .with_columns(
            initiator_actor_id=pl.coalesce("giver_id", "initiator_actor_id"),
            target_actor_id=pl.when(is_lent & (pl.col("claim_type") != "attack"))
            .then("victim_actor_id")
            .otherwise("target_actor_id"),
            sides_basis=pl.when(is_lent).then(pl.lit("inferred")).otherwise("sides_basis"),
        )
        .drop("row", "giver_id")
    )


def attacked_before(keyed: pl.DataFrame, lent: pl.DataFrame) -> pl.DataFrame:
    """Attacks on "them" or "their convoy" with those harmed by it in the sentence before: row,
    hit_id. lent: harms with the words that name who did it, giver_start."""
    open_attacks = keyed.filter(
        pl.col("claim_type") == "attack", pl.col("target_actor_id").is_null()
    ).select("row", "article_id", "evidence_start", "evidence_end", giver_id="initiator_actor_id")
    start = pl.col("giver_start")
    return (
        open_attacks.join(lent.drop("row"), on=["article_id", "giver_id"])
        .filter(start.is_between(pl.col("evidence_start"), pl.col("evidence_end")))
        .filter(pl.col("victim_actor_id").n_unique().over("row") == 1)
        .unique("row", keep="first", maintain_order=True)
        .select("row", hit_id="victim_actor_id")
        .drop_nulls()
    )


def who_did_it(sentences: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Parties that claim a deed told before, or are blamed for it: article_id, giver_no (of their
    sentence), giver_start, giver_id and giver_place, the town or unit named there."""
    said = sentences.filter(pl.col("text").str.contains_any(SIGNS, ascii_case_insensitive=True))
    here = mentions.join(said.select("sentence_id"), on="sentence_id", how="semi")
    ahead = pl.col("sentence").str.slice(0, pl.col("start") - pl.col("base"))
    behind = pl.col("sentence").str.slice(pl.col("end") - pl.col("base"))
    near = ahead.str.tail(NEXT_TO)
    is_one = behind.str.contains(CLAIMS_IT) | (
        near.str.contains(BLAMES) & behind.str.contains(FOR_IT)
    )
    is_when = near.str.contains(WHEN_IT) & behind.str.contains(STRUCK)
    is_when |= behind.str.contains(HIT_THEM) | ahead.str.contains(HIT_BY)
    is_one |= near.str.contains(IT_ON) | behind.str.contains(IS_BEHIND) | is_when
    places = (
        here.filter(pl.col("kind") == "place", pl.col("sense") != "country")
        .sort("sentence_id", "start")
        .unique("sentence_id", keep="first", maintain_order=True)
        .select("sentence_id", giver_place="entity_id")
    )
    return (
        here.filter(
            pl.col("kind") == "actor",
            pl.col("entity_id").is_not_null(),
            ~pl.col("entity_id").is_in([*NO_PARTY, UNIDENTIFIED]),
        )
        .select("article_id", "sentence_id", "start", "end", giver_id="entity_id")
        .join(
            said.select("sentence_id", "sentence_no", base="start", sentence="text"),
            on="sentence_id",
        )
        .filter(is_one, ~near.str.contains(DENIED))
        .join(places, on="sentence_id", how="left", maintain_order="left")
        .select(
            "article_id", "giver_id", "giver_place", giver_no="sentence_no", giver_start="start",
            giver_name=behind.str.extract(NAMED_DEED), is_when=is_when,
        )
    )  # fmt: skip
