"""Claims of attacks and fighting that give no figure: who against whom, where and in what way."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.attachment import pair, price, settle, with_context
from pipelines.transforms.text.attack_grammar import (
    AND_BETWEEN,
    ATTACK_RULES,
    HEADLINE_BETWEEN,
    HYPOTHETICAL_BEFORE,
    MODAL_AFTER,
    NOUNS,
    OCCURS_AFTER,
    OCCURS_BEFORE,
    OF_HARM,
    OWNER_BETWEEN,
    REACTING,
    RECIPROCAL,
    SUFFERING,
    SUPPORT,
    read_anchors,
)
from pipelines.transforms.text.attack_parties import CROWDS, read_parties
from pipelines.transforms.text.harm_places import place_harms

# How near an object must stand to a verb of many meanings that has no party for a target.
OBJECT_REACH = 3
# "Seoul fired at Pyongyang", "Kyiv launched drones at Crimea".
TOWNS_DO = ("fire", "throw", "event")
APART = r"[,;:()\x{2013}\x{2014}\x{201c}\"-]"
OBJECTS = ("place", "place_noun", "people", "actor", "unit")
# Kinds that say no more than that there was violence; the units "attack" and "contested" are those.
PLAIN = (
    "Attack", "Armed clash", "attack", "contested", "killed", "wounded", "killed_or_wounded",
)  # fmt: skip
ARMED_TYPES = (
    "state forces", "rebel group", "political militia", "identity militia", "unknown",
    "external/other forces",
)  # fmt: skip
COLUMNS = (
    "article_id", "sentence_id", "claim_type", "location_id", "location_text", "where_precision",
    "initiator_actor_id", "target_actor_id", "sides_basis", "sub_event_type", "evidence_start",
    "evidence_end", "rule_id", "anchor_start", "anchor_end", "reject_reason",
)  # fmt: skip


def find_attacks(
    sentences: pl.DataFrame, mentions: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """One row per attack or fight that a sentence tells: columns of Claims, and the anchor.

    Rows with neither a place nor a party have reject_reason no_place. A sentence that tells of
    one attack in several words gives it once.
    """
    context = with_context(mentions)
    anchors = tell_attacks(read_anchors(sentences, context))
    context = context.join(anchors.select("sentence_id").unique(), on="sentence_id", how="semi")
    parties = read_parties(sentences, context, anchors, lexicons)
    roles = attach_parties(anchors, parties, sentences)
    told = with_parties(anchors, roles, parties)
    placed = place_harms(
        told.with_columns(harm_no=pl.col("mention_no"), trigger_no=pl.col("mention_no")),
        sentences,
        without_parties(mentions, told),
        lexicons.places,
    )
    return describe(once(keep_told(with_objects(placed, context))))


def tell_attacks(anchors: pl.DataFrame) -> pl.DataFrame:
    """Anchors without the nouns that speak of an attack and do not tell it."""
    is_noun = pl.col("form").is_in(NOUNS)
    before = pl.col("before")
    is_unreal = (
        (before.str.contains(REACTING) & ~before.str.contains(SUPPORT))
        | before.str.contains(HYPOTHETICAL_BEFORE)
        | pl.col("after").str.contains(MODAL_AFTER)
    )
    return anchors.filter(~(is_noun & is_unreal))


def attach_parties(
    anchors: pl.DataFrame, parties: pl.DataFrame, sentences: pl.DataFrame
) -> pl.DataFrame:
    """trigger_id, role, candidate_id: who attacks and who is attacked."""
    pairs = pair(
        anchors.with_columns(anchor_id="trigger_id"), parties, ATTACK_RULES, sentences
    ).join(parties.select("candidate_id", "is_armed", "seat"), on="candidate_id")
    between, form = pl.col("between"), pl.col("form")
    is_left = pl.col("side") == "left"
    is_initiator = pl.col("role") == "initiator"
    is_bare = pl.col("lead") == "none"
    fits = (
        pl.when(is_initiator & is_left & (form == "campaign"))
        .then(between.str.contains(SUPPORT))
        .when(is_initiator & is_left & form.is_in(NOUNS))
        .then(between.str.contains(OWNER_BETWEEN) | between.str.contains(SUPPORT))
        .when(is_initiator)
        .then(pl.lit(True))
        .when(is_bare & (form == "event"))
        .then(between.str.contains(HEADLINE_BETWEEN))
        .when(is_bare & is_left & form.is_in(RECIPROCAL))
        .then(between.str.contains(AND_BETWEEN))
        .when(is_bare & (form == "meeting"))
        .then(between.str.contains(AND_BETWEEN))
        .otherwise(pl.lit(True))
    )
    # A country acts where nothing parts it from its verb; a town only where it has an object too.
    seat = pl.col("seat")
    may_act = pl.col("is_armed") & (
        seat.is_null()
        | ((seat == "country") & ~(is_left & between.str.contains(APART)))
        | (
            (seat == "town") & is_left & form.is_in(TOWNS_DO)
            & ~between.str.contains(APART) & (pl.col("n_between") == 0)
        )
    )  # fmt: skip
    may_suffer = (seat != "town").fill_null(True)
    priced = price(pairs.filter(fits & pl.when(is_initiator).then(may_act).otherwise(may_suffer)))
    return settle(priced).select("role", "candidate_id", trigger_id="anchor_id")


def with_parties(anchors: pl.DataFrame, roles: pl.DataFrame, parties: pl.DataFrame) -> pl.DataFrame:
    """Anchors with the parties of each role: id, type, offsets; of two that clash the first named
    acts."""
    told = anchors
    for role in ("initiator", "target"):
        filled = (
            roles.filter(pl.col("role") == role)
            .join(parties, on="candidate_id")
            .select(
                "trigger_id",
                **{
                    f"{role}_no": "candidate_id", f"{role}_id": "actor_id",
                    f"{role}_type": "actor_type", f"{role}_start": "start", f"{role}_end": "end",
                    f"{role}_seat": "seat",
                },
            )
        )  # fmt: skip
        told = told.join(filled, on="trigger_id", how="left", maintain_order="left")
    is_same = (pl.col("initiator_no") == pl.col("target_no")) | (
        pl.col("initiator_id") == pl.col("target_id")
    )
    told = told.with_columns(
        pl.when(~is_same.fill_null(False)).then(name).alias(name)
        for name in told.columns
        if name.startswith("target_")
    )
    is_turned = pl.col("form").is_in(RECIPROCAL) & (
        pl.col("target_start") < pl.col("initiator_start")
    ).fill_null(False)
    return told.with_columns(
        pl.when(is_turned)
        .then(f"{other}_{name}")
        .otherwise(f"{role}_{name}")
        .alias(f"{role}_{name}")
        for role, other in (("initiator", "target"), ("target", "initiator"))
        for name in ("no", "id", "type", "start", "end", "seat")
    ).with_columns(
        initiator_id=pl.coalesce("initiator_id", "owner_id"),
        has_initiator=pl.col("initiator_no").is_not_null() | pl.col("owner_id").is_not_null(),
        has_target=pl.col("target_no").is_not_null(),
    )


def without_parties(mentions: pl.DataFrame, told: pl.DataFrame) -> pl.DataFrame:
    """Mentions in which a country that attacks is no place of what happened."""
    acting = told.filter(pl.col("initiator_seat").is_not_null())["initiator_no"].implode()
    return mentions.with_columns(
        entity_id=pl.when(~((pl.col("kind") == "place") & pl.col("mention_id").is_in(acting))).then(
            "entity_id"
        )
    )


def with_objects(told: pl.DataFrame, context: pl.DataFrame) -> pl.DataFrame:
    """Add has_object (something one can attack stands right after, of a passive right before),
    has_weapon (the sentence names a weapon or a way of attack) and has_place (its own)."""
    near = (
        context.filter(pl.col("kind").is_in(OBJECTS))
        .select("sentence_id", object_no="mention_no")
        .join(told.select("sentence_id", "trigger_id", "mention_no", "form"), on="sentence_id")
    )
    gap = pl.col("object_no") - pl.col("mention_no")
    is_behind = pl.col("form").is_in(["thrown", *SUFFERING])
    is_ahead = pl.when(is_behind).then(-gap).otherwise(gap)
    objects = near.filter(is_ahead.is_between(1, OBJECT_REACH))["trigger_id"].unique().implode()
    weapons = context.filter(pl.col("kind") == "method")["sentence_id"].unique().implode()
    return told.with_columns(
        has_object=pl.col("trigger_id").is_in(objects),
        has_weapon=pl.col("sentence_id").is_in(weapons),
        has_place=pl.col("place_start").is_not_null(),
    )


def keep_told(told: pl.DataFrame) -> pl.DataFrame:
    """Attacks that the words tell: by someone armed, on something, somewhere."""
    form = pl.col("form")
    has_initiator, has_target = pl.col("has_initiator"), pl.col("has_target")
    has_object = has_target | pl.col("has_object") | pl.col("has_place")
    by_country = pl.col("initiator_seat").is_not_null()
    against_armed = pl.col("target_type").is_in(ARMED_TYPES).fill_null(False)
    occurs = pl.col("after").str.contains(OCCURS_AFTER) | pl.col("before").str.contains(
        OCCURS_BEFORE
    )
    is_told = (
        pl.when(form.is_in(OF_HARM))
        .then(has_initiator | (has_target & pl.col("has_weapon")))
        .when((form == "do") & ~pl.col("is_sure") & by_country)
        .then(has_object & (pl.col("has_weapon") | against_armed))
        .when((form == "do") & ~pl.col("is_sure"))
        .then(has_initiator & has_object)
        .when((form == "done") & ~pl.col("is_sure"))
        .then(has_initiator | (has_object & (pl.col("has_weapon") | against_armed)))
        .when(form.is_in(["do", "done"]))
        .then(has_initiator | (has_object & pl.col("has_place")))
        .when(form.is_in(["fire", "fired"]))
        .then(has_initiator | (has_target & pl.col("has_weapon")))
        .when(form.is_in(["throw", "thrown"]))
        .then(has_initiator | has_target | pl.col("has_place"))
        .when(form.is_in(RECIPROCAL))
        .then(has_initiator & (has_target | pl.col("has_place")))
        .when(form == "campaign")
        .then(has_initiator & has_object)
        .when(form == "under")
        .then(has_target | has_initiator | pl.col("has_place"))
        .when(form.is_in(["blast", "blasted"]))
        .then(pl.col("has_weapon") & (pl.col("has_place") | has_initiator))
        .otherwise((has_initiator & has_object) | has_target | (occurs & pl.col("has_place")))
    )
    is_crowd = pl.any_horizontal(
        pl.col("initiator_type", "target_type").is_in(CROWDS).fill_null(False)
    )
    return told.filter(is_told, ~is_crowd)


def once(told: pl.DataFrame) -> pl.DataFrame:
    """Of several words of a sentence for one attack the one that says most of it.

    Two words tell one attack unless they name different attackers, targets or places; a word of
    harm tells none where another word tells of the attack.
    """
    said = told.select(
        "sentence_id", "trigger_id", "start", "initiator_id", "target_id", "location_id",
        n_said=pl.sum_horizontal("has_initiator", "has_target", "has_place").cast(pl.Int32),
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
    return told.join(
        pairs.filter(is_told).select("trigger_id").unique(),
        on="trigger_id",
        how="anti",
        maintain_order="left",
    )


def describe(told: pl.DataFrame) -> pl.DataFrame:
    """The columns of Claims that the words give, sorted by article_id and anchor_start."""
    sense = pl.col("sense")
    is_civil = (pl.col("target_type") == "civilians").fill_null(False)
    is_plain = sense.is_null() | sense.is_in(PLAIN)
    kind = (
        pl.when(sense == "captured")
        .then(pl.lit("Abduction/forced disappearance"))
        .when(~is_plain)
        .then("sense")
        .when(is_civil & ~pl.col("form").is_in(RECIPROCAL))
        .then(pl.lit("Attack"))
        .when(pl.col("form").is_in(RECIPROCAL) | pl.col("target_type").is_in(ARMED_TYPES))
        .then(pl.lit("Armed clash"))
        .otherwise(pl.lit("Attack"))
    )
    is_sided = pl.col("has_initiator") | pl.col("has_target")
    return told.rename({"start": "anchor_start", "end": "anchor_end"}).with_columns(
        claim_type=pl.lit("attack"),
        initiator_actor_id="initiator_id",
        target_actor_id="target_id",
        sub_event_type=kind,
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
        reject_reason=pl.when(pl.col("location_id").is_null() & ~is_sided).then(
            pl.lit("no_place")
        ),
    ).select(COLUMNS).sort("article_id", "anchor_start", "evidence_start")  # fmt: skip
