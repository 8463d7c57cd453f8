"""Claims of attacks and fighting that give no figure: who against whom, where and in what way."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.attacks.anchors import read_anchors, words_of_attack
from pipelines.transforms.text.attacks.civil_targets import name_civil_targets
from pipelines.transforms.text.attacks.grammar import OF_HARM, REPELLED_BETWEEN
from pipelines.transforms.text.attacks.kinds import DESTROYING, kind_of_attack
from pipelines.transforms.text.attacks.listed_places import each_place
from pipelines.transforms.text.attacks.objects import with_objects
from pipelines.transforms.text.attacks.parties import read_parties
from pipelines.transforms.text.attacks.places import just_told, settle_places
from pipelines.transforms.text.attacks.roles import attach_parties, with_parties
from pipelines.transforms.text.attacks.told import keep_told
from pipelines.transforms.text.attacks.untold import tell_attacks
from pipelines.transforms.text.grammar.attachment import with_context
from pipelines.transforms.text.places.harm_places import place_harms

AIMING = r"(?i)^targeting$"
ARREST = r"(?i)^(?:re)?(?:arrest|detain|jail|imprison)"
# "During a raid on a police post"
IN_AN_ATTACK = r"(?i)^(?:[^,;]* )?(?:in|during) (?:an?|the|that|this) (?:[a-z-]+ ){0,2}$"
# "Fired rockets at X", "launched an attack on X", "repelled an attack by X": done, wherever it was.
THREW = r"(?i)(?-u:\b)(?:fired|launched|hurled|lobbed|dropped|threw|shot)\s+(?:[a-z0-9-]+\s+){0,4}$"
LAUNCHED = (
    r"(?i)(?-u:\b)(?:launched|carried out|staged|mounted|made|conducted|unleashed|began|started)"
    r"(?: (?:an?|two|three|several|another|fresh|new|the)){1,2} (?:[a-z-]+ ){0,2}$"
)
COLUMNS = (
    "article_id", "sentence_id", "claim_type", "location_id", "location_text", "where_precision",
    "initiator_actor_id", "target_actor_id", "sides_basis", "sub_event_type", "evidence_start",
    "evidence_end", "rule_id", "anchor_start", "anchor_end", "target_start", "target_end",
    "reject_reason",
    "carried_location_id", "carried_location_text", "carried_where_precision",
)  # fmt: skip


def find_attacks(
    sentences: pl.DataFrame, mentions: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """One row per attack or fight that a sentence tells: columns of Claims, and the anchor.

    Rows with neither a place of their own nor an attacker and a time have reject_reason
    no_place. A sentence that tells of one attack in several words gives it once, and one for each
    place of a list.
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
    settled = settle_places(just_told(placed, sentences, mentions), context, lexicons)
    kept = keep_told(with_objects(settled, context))
    single = once(name_civil_targets(kept, lexicons))
    return describe(each_place(single, mentions, sentences, lexicons))


def without_parties(mentions: pl.DataFrame, told: pl.DataFrame) -> pl.DataFrame:
    """Mentions in which a country that attacks is no place of what happened."""
    acting = told.filter(pl.col("initiator_seat").is_not_null())["initiator_no"].implode()
    return mentions.with_columns(
        entity_id=pl.when(~((pl.col("kind") == "place") & pl.col("mention_id").is_in(acting))).then(
            "entity_id"
        )
    )


def once(told: pl.DataFrame) -> pl.DataFrame:
    """Of several words of a sentence for one attack the one that says most of it.

    Two words tell one attack unless they name different attackers, targets or places; a word of
    harm or destruction tells none where another word tells of the attack.
    """
    said = told.select(
        "sentence_id", "trigger_id", "start", "initiator_id", "target_id", "location_id",
        n_said=4 * pl.sum_horizontal("has_initiator", "has_target", "has_place").cast(pl.Int32)
        + 2 * pl.col("has_initiator")
        + pl.col("target_id").is_not_null(),
        is_aim=pl.col("word").str.contains(AIMING),
        is_harm=pl.col("form").is_in(OF_HARM) | pl.col("word").str.contains(DESTROYING),
    )  # fmt: skip
    pairs = said.join(said, on="sentence_id", suffix="_other").filter(
        pl.col("trigger_id") != pl.col("trigger_id_other"),
        (pl.col("location_id") == pl.col("location_id_other")).fill_null(True),
    )
    is_alike = pl.col("is_harm") == pl.col("is_harm_other")
    is_less = (pl.col("n_said") < pl.col("n_said_other")) | (
        (pl.col("n_said") == pl.col("n_said_other")) & (pl.col("start") > pl.col("start_other"))
    )
    # "Air strikes in X targeting Y" tells where before it tells whom.
    is_less = (is_less | pl.col("is_aim")) & ~(pl.col("is_aim_other") & ~pl.col("is_aim"))
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
    is_blast = pl.col("form").is_in(["blast", "blasted"])
    is_hit = (pl.col("form") == "done") & pl.col("has_weapon")
    is_full = ((pl.col("has_initiator") | is_blast) & pl.col("has_time")) | (
        pl.col("is_past")
        & (pl.col("has_object") | pl.col("has_target"))
        & (pl.col("has_initiator") | pl.col("is_sure") | is_hit)
    )
    is_full |= pl.all_horizontal("has_initiator", "has_target") & (
        ((pl.col("form") == "throw") & pl.col("before").str.contains(THREW))
        | (
            pl.col("form").is_in(["event", "campaign"])
            & pl.col("before").str.contains(f"{LAUNCHED}|{REPELLED_BETWEEN}")
        )
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
