"""Claims of attacks and fighting that give no figure: who against whom, where and in what way."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.attacks.anchors import read_anchors, words_of_attack
from pipelines.transforms.text.attacks.civil_targets import name_civil_targets
from pipelines.transforms.text.attacks.grammar import (
    ATTACKED,
    DAMAGED_AFTER,
    NEAR_BETWEEN,
    OCCURS_AFTER,
    OCCURS_BEFORE,
    OF_HARM,
    ON_LAND,
    POST_AFTER,
    RECIPROCAL,
    STRIKING,
    SUPPORT,
    UNARMED_AFTER,
)
from pipelines.transforms.text.attacks.headlines import TELLING, is_witnessed
from pipelines.transforms.text.attacks.kinds import ARMED_TYPES, CRAFT, kind_of_attack
from pipelines.transforms.text.attacks.objects import with_objects
from pipelines.transforms.text.attacks.parties import read_parties
from pipelines.transforms.text.attacks.places import just_told, settle_places
from pipelines.transforms.text.attacks.roles import attach_parties, with_parties
from pipelines.transforms.text.attacks.untold import tell_attacks
from pipelines.transforms.text.grammar.attachment import with_context
from pipelines.transforms.text.parties.actors import CROWDS
from pipelines.transforms.text.places.harm_places import place_harms
from pipelines.transforms.text.territory.headlines import is_told_of, opens_headline

ABSTRACT = (
    r"(?i)^\s+(?:[a-z'\x{2019}-]+\s+){0,4}?(?:plans?|proposals?|deals?|decisions?|blows?|polic(?:y|ies)|"
    r"ideas?|laws?|bills?|reports?|media|critics|records?|remarks|speech|statement|views?|budget|"
    r"agreement|proposal|campaign|goals?|problem|issue|question|causes?|"
    r"(?:stock|labou?r|housing|jobs?|oil|bond|financial|share|property|currency|energy) markets?)"
    r"(?-u:\b)"
)
# "meetings in which Nicaragua was attacked": the country itself, and no place in it.
AS_SUBJECT = r"[a-z]+ (?:(?:was|were|is|are|being|been|had been|has been|have been) )+$"
COUNTRY_ID = r"^[A-Z]{3}$"
# "Nine were killed in rebel attacks"
HARMED_BEFORE = (
    r"(?i)(?-u:\b)(?:killed|dead|died|wounded|injured|hurt|abducted|captured|deaths|casualties)"
    r"(?: and (?:wounded|injured))?(?: [A-Z0-9][a-z]+)?(?: (?:was|were) (?:reported|recorded))? "
    r"(?:in|by|during|as a result of|because of) "
    r"(?:[\p{L}0-9'\x{2019}-]+ ){0,4}$"
)
ARREST = r"(?i)^(?:re)?(?:arrest|detain|jail|imprison)"
WEAPON_BEFORE = (
    r"(?i)(?-u:\b)(?:bombs?|missiles?|drones?|rockets?|shells?|mines?|landmines?|ieds?|devices?|mortars?|"
    r"grenades?|torpedo(?:es)?)\s+$"
)
# "Was attacked in the press", "for raising its fees"
IN_SPEECH = (
    r"(?i)^ (?:for|over|as)(?-u:\b)|(?-u:\b)(?:press|media|report|speech|statement|editorial|"
    r"newspapers?|article|parliament|debate|critics)(?-u:\b)"
)
# "During a raid on a police post"
IN_AN_ATTACK = r"(?i)^(?:[^,;]* )?(?:in|during) (?:an?|the|that|this) (?:[a-z-]+ ){0,2}$"
# "Destroyed old mines", "destroyed the rebels' morale"
DESTROYED_IDLY = (
    r"(?i)^(?:destroy[a-z]*) (?:[a-z0-9,'\x{2019}-]+ ){0,5}?(?:mines|landmines|ordnance|munitions|poppy|"
    r"poppies|hectares|acres|cocaine|heroin|opium|drugs|narcotics|laborator(?:y|ies)|labs?|documents|"
    r"evidence|records|morale|economy|hopes?|lives|livelihoods?|trust|confidence|unity|dreams?|"
    r"careers?|chances?|democracy|peace|credibility|reputation|capabilit(?:y|ies)|will|future)(?-u:\b)"
)
# "Engaged the rebels", not "engaged two lawyers" or "engaged the rebels in talks"
ENGAGED = r"(?i)^engaged$"
BROKE_OUT = r"(?i)(?:fire|fights?|shooting|battles?|skirmish(?:es)?|hostilities) (?:broke out|erupted|resumed)$"
IN_TALKS = (
    r"(?i)^ in(?-u:\b)|^[^;.]{0,60} (?:in|to) (?:[a-z]+ )?(?:talks?|dialogue|negotiat|discuss|"
    r"diploma|peace)"
)
COLUMNS = (
    "article_id", "sentence_id", "claim_type", "location_id", "location_text", "where_precision",
    "initiator_actor_id", "target_actor_id", "sides_basis", "sub_event_type", "evidence_start",
    "evidence_end", "rule_id", "anchor_start", "anchor_end", "reject_reason",
    "carried_location_id", "carried_location_text", "carried_where_precision",
)  # fmt: skip


def find_attacks(
    sentences: pl.DataFrame, mentions: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """One row per attack or fight that a sentence tells: columns of Claims, and the anchor.

    Rows with neither a place of their own nor an attacker and a time have reject_reason
    no_place. A sentence that tells of one attack in several words gives it once.
    """
    words = words_of_attack(mentions)
    told = words["sentence_id"].unique().implode()
    context = with_context(mentions.filter(pl.col("sentence_id").is_in(told)))
    anchors = tell_attacks(read_anchors(sentences, context, words))
    context = context.join(anchors.select("sentence_id").unique(), on="sentence_id", how="semi")
    parties = read_parties(sentences, mentions, context, anchors, lexicons)
    roles = attach_parties(anchors, parties, sentences)
    told = with_parties(anchors, roles, parties)
    placed = place_harms(
        told.with_columns(harm_no=pl.col("mention_no"), trigger_no=pl.col("mention_no")),
        sentences,
        without_parties(mentions, told),
        lexicons,
    )
    return describe(
        once(
            name_civil_targets(
                keep_told(
                    with_objects(
                        settle_places(just_told(placed, sentences, mentions), context, lexicons),
                        context,
                    )
                ),
                lexicons,
            )
        )
    )


def without_parties(mentions: pl.DataFrame, told: pl.DataFrame) -> pl.DataFrame:
    """Mentions in which a country that attacks is no place of what happened."""
    acting = told.filter(pl.col("initiator_seat").is_not_null())["initiator_no"].implode()
    return mentions.with_columns(
        entity_id=pl.when(~((pl.col("kind") == "place") & pl.col("mention_id").is_in(acting))).then(
            "entity_id"
        )
    )


def keep_told(told: pl.DataFrame) -> pl.DataFrame:
    """Attacks that the words tell: by someone armed, on something, somewhere."""
    form, is_sure = pl.col("form"), pl.col("is_sure")
    has_initiator, has_target = pl.col("has_initiator"), pl.col("has_target")
    has_object, has_place = has_target | pl.col("has_object"), pl.col("has_place")
    has_harm = pl.col("before").str.contains(HARMED_BEFORE)
    by_country = pl.col("initiator_seat").is_in(["country", "town"]).fill_null(False)
    # "U.S. planes attacked" are no politicians.
    by_country &= ~pl.col("before").str.contains(CRAFT)
    # Who attacks a country in a speech uses no weapon.
    on_country = pl.col("before").str.to_lowercase().str.contains(AS_SUBJECT)
    on_country &= pl.col("location_id").str.contains(COUNTRY_ID)
    on_country = on_country.fill_null(False)
    # "Israel struck Tyre", "Russia pounded Ukrainian cities"
    in_place = pl.col("has_site") & has_place
    in_place &= ~pl.col("location_id").str.contains(COUNTRY_ID).fill_null(True)
    in_place |= pl.col("after").str.contains(ON_LAND)
    is_strike = pl.col("word").str.contains(STRIKING) & in_place
    against_armed = pl.col("target_type").is_in(ARMED_TYPES).fill_null(False)
    by_arms = pl.col("has_weapon") | against_armed
    to_place = (pl.col("place_start") - pl.col("end")).clip(0)
    occurs = pl.col("after").str.contains(OCCURS_AFTER) | pl.col("before").str.contains(
        OCCURS_BEFORE
    )
    occurs |= pl.col("after").str.contains(DAMAGED_AFTER)
    is_carried_out = has_initiator & pl.col("has_time") & pl.col("before").str.contains(SUPPORT)
    is_bare = pl.col("sense").is_in(TELLING) & opens_headline(
        pl.col("before"),
        pl.col("after").str.slice(0, to_place),
        pl.col("after").str.slice((pl.col("place_end") - pl.col("end")).clip(0)),
    )
    is_armed_attack = pl.col("word").str.contains(ATTACKED) & pl.col("has_weapon") & has_place
    # "A school in Bunia was attacked on Monday"
    # "An embassy in Nairobi was hit by a rocket"
    is_thing_hit = pl.col("has_thing") & has_place
    is_thing_hit &= pl.col("has_weapon") | (
        pl.col("has_time") & pl.col("word").str.contains(r"(?i)^attacked$")
    )
    is_thing_hit &= ~pl.col("after").str.contains(IN_SPEECH)
    # "Troops attacked near X on Monday"
    is_alone = pl.col("word").str.contains(ATTACKED) & has_initiator & has_place & ~by_country
    is_alone &= pl.col("initiator_type").is_in(ARMED_TYPES).fill_null(False)
    is_alone &= pl.col("after").str.slice(0, to_place).str.contains(NEAR_BETWEEN)
    # "A roadside bomb struck an army truck near X"
    by_weapon = pl.col("before").str.contains(WEAPON_BEFORE) & pl.col("has_weapon") & has_place
    # "The bomber blew himself up": he is the weapon.
    blew_up = pl.col("sense") == "Suicide bomb"
    broke_out = pl.col("word").str.contains(BROKE_OUT)
    is_told = (
        pl.when(form == "slay")
        .then(has_initiator & has_target & pl.col("has_object"))
        .when(form == "seize")
        .then(has_initiator & against_armed & pl.col("after").str.contains(POST_AFTER))
        .when(form.is_in(OF_HARM))
        .then(has_initiator | (has_target & pl.col("has_weapon")))
        .when((form == "do") & is_sure)
        .then(has_object & (has_initiator | has_place))
        .when(form == "do")
        .then(
            is_alone
            | has_object
            & (is_armed_attack | by_weapon | (has_initiator & (~by_country | by_arms | is_strike)))
        )
        .when((form == "done") & is_sure)
        .then(has_initiator | has_place)
        .when(form == "done")
        .then(
            has_initiator
            | (has_object & pl.when(on_country).then("has_weapon").otherwise(by_arms))
            | is_thing_hit
        )
        .when(form.is_in(["fire", "fired"]))
        .then(has_initiator | (has_target & pl.col("has_weapon")))
        .when(form.is_in(["throw", "thrown"]))
        .then(has_initiator | has_target | pl.col("has_scene"))
        .when(form.is_in(RECIPROCAL))
        .then(
            (has_initiator & (has_target | has_place))
            | ((is_witnessed() | is_told_of() | broke_out) & pl.col("has_scene"))
        )
        .when(form == "campaign")
        .then(has_initiator & (has_object | has_place))
        .when(form == "endure")
        .then(has_object | has_initiator | has_place)
        .when(form.is_in(["blast", "blasted"]))
        .then((pl.col("has_weapon") | blew_up) & (pl.col("has_scene") | has_initiator))
        .otherwise(
            (has_initiator & (has_object | has_place | has_harm))
            | has_target
            | is_carried_out
            | ((occurs | is_bare | is_witnessed() | pl.col("is_condemned")) & pl.col("has_scene"))
        )
    )
    by_crowd, on_crowd = (
        pl.col(f"{role}_type").is_in(CROWDS).fill_null(False) for role in ("initiator", "target")
    )
    is_crowd = by_crowd | (on_crowd & ~form.is_in(["fire", "do"]))
    is_abstract = ~is_sure & (form == "do") & pl.col("after").str.contains(ABSTRACT)
    is_unarmed = ~is_sure & form.is_in(["do", "done"]) & pl.col("after").str.contains(UNARMED_AFTER)
    is_idle = pl.col("word").str.contains(ENGAGED) & (
        ~against_armed | pl.col("after").str.contains(IN_TALKS)
    )
    is_idle |= pl.concat_str("word", "after").str.contains(DESTROYED_IDLY)
    return told.filter(is_told, ~is_crowd, ~is_abstract, ~is_unarmed, ~is_idle)


def once(told: pl.DataFrame) -> pl.DataFrame:
    """Of several words of a sentence for one attack the one that says most of it.

    Two words tell one attack unless they name different attackers, targets or places; a word of
    harm tells none where another word tells of the attack.
    """
    said = told.select(
        "sentence_id", "trigger_id", "start", "initiator_id", "target_id", "location_id",
        n_said=4 * pl.sum_horizontal("has_initiator", "has_target", "has_place").cast(pl.Int32)
        + 2 * pl.col("has_initiator")
        + pl.col("target_id").is_not_null(),
        is_harm=pl.col("form").is_in(OF_HARM),
    )  # fmt: skip
    pairs = said.join(said, on="sentence_id", suffix="_other").filter(
        pl.col("trigger_id") != pl.col("trigger_id_other"),
        (pl.col("location_id") == pl.col("location_id_other")).fill_null(True),
    )
    is_alike = pl.col("is_harm") == pl.col("is_harm_other")
    is_less = (pl.col("n_said") < pl.col("n_said_other")) | (
        (pl.col("n_said") == pl.col("n_said_other")) & (pl.col("start") > pl.col("start_other"))
    )
    is_one = pl.all_horizontal(
        (pl.col(name) == pl.col(f"{name}_other")).fill_null(True)
        for name in ("initiator_id", "target_id")
    )
    is_told = (is_alike & is_less & is_one) | (pl.col("is_harm") & ~pl.col("is_harm_other"))
    dropped = pairs.filter(is_told).select("trigger_id").unique()
    return take_targets(told, pairs.filter(is_told)).join(
        dropped, on="trigger_id", how="anti", maintain_order="left"
    )


def take_targets(told: pl.DataFrame, dropped: pl.DataFrame) -> pl.DataFrame:
    """Attacks that name nobody as their target with whom the words dropped for them do: "in a raid
    on a police post, gunmen burned a car"."""
    lent = (
        dropped.filter(
            pl.col("target_id").is_not_null(),
            pl.col("target_id_other").is_null(),
            pl.col("initiator_id").is_null() | pl.col("initiator_id_other").is_not_null(),
            ~pl.col("is_harm"),
            (pl.col("initiator_id_other") != pl.col("target_id")).fill_null(True),
        )
        .join(told.select("trigger_id", "before", "target_type"), on="trigger_id")
        .filter(
            (pl.col("initiator_id") == pl.col("initiator_id_other")).fill_null(False)
            | pl.col("before").str.contains(IN_AN_ATTACK)
        )
        .sort("trigger_id_other", "start")
        .unique("trigger_id_other", keep="first", maintain_order=True)
        .select(trigger_id="trigger_id_other", lent_id="target_id", lent_type="target_type")
    )
    is_free = pl.col("target_id").is_null() & ~pl.col("has_target")
    return (
        told.join(lent, on="trigger_id", how="left", maintain_order="left")
        .with_columns(
            target_id=pl.when(is_free).then("lent_id").otherwise("target_id"),
            target_type=pl.when(is_free).then("lent_type").otherwise("target_type"),
        )
        .drop("lent_id", "lent_type")
    )


def describe(told: pl.DataFrame) -> pl.DataFrame:
    """The columns of Claims that the words give, sorted by article_id and anchor_start."""
    is_sided = pl.col("has_initiator") | pl.col("has_target")
    is_full = pl.col("has_initiator") & pl.col("has_time") | (
        pl.col("is_past")
        & (pl.col("has_object") | pl.col("has_target"))
        & (pl.col("has_initiator") | pl.col("is_sure"))
    )
    return told.rename({"start": "anchor_start", "end": "anchor_end"}).with_columns(
        claim_type=pl.lit("attack"),
        initiator_actor_id="initiator_id",
        target_actor_id="target_id",
        sub_event_type=kind_of_attack(),
        sides_basis=pl.when(is_sided)
        .then(pl.lit("stated"))
        .otherwise(pl.lit("none")),
        evidence_start=pl.min_horizontal(
            "anchor_start", "initiator_start", "target_start", "place_start"
        ).cast(pl.Int32),
        evidence_end=pl.max_horizontal(
            "anchor_end", "initiator_end", "target_end", "place_end"
        ).cast(pl.Int32),
        rule_id=pl.format("attack_{}", "form"),
        # Arrests that give no figure are no attack.
        reject_reason=pl.when(pl.col("form").is_in(OF_HARM) & pl.col("word").str.contains(ARREST))
        .then(pl.lit("no_value"))
        .when(pl.col("location_id").is_null() & ~is_full)
        .then(pl.lit("no_place")),
    ).select(COLUMNS).sort("article_id", "anchor_start", "evidence_start")  # fmt: skip
