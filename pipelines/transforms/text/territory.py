"""Claims of territory: places that changed hands, are held, are fought for."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.attachment import attach
from pipelines.transforms.text.control_counts import find_ratios
from pipelines.transforms.text.place_groups import group_places
from pipelines.transforms.text.territory_actors import read_actors, resolve_pronouns
from pipelines.transforms.text.territory_grammar import (
    ACTOR_RULES,
    NEAR,
    PLACE_RULES,
    count_triggers,
    read_triggers,
)
from pipelines.transforms.text.territory_sides import infer_sides

FIGHTS = ("fight", "fight_for", "siege", "besieged")
HOLDS = ("hold", "under")
# Forms in which the leaver acts, and forms in which nobody need take the place.
LEAVES = ("out", "yield", "nom_out", "nom_loss")
TAKES = ("take", "take_vp", "taken", "gain", "advance", "nom")
# Before "held by": the words tell that it is so, and do not only describe the place.
STATE_BEFORE = (
    r"(?i)(?-u:\b)(?:was|were|is|are|been|be|remain\w*|stay\w*|now|still|came|comes?|left|put|"
    r"brought)\s+(?:[a-z]+\s+){0,2}$"
)
SAME_DAY = (
    r"(?i)(?-u:\b)(?:the same (?:day|evening|night|afternoon)|hours later|"
    r"later (?:that|the same|in the) (?:day|evening|night)|within hours|"
    r"(?:by|before|until) (?:nightfall|noon|midday|sunset|dusk|evening|midnight))(?-u:\b)"
)
PRECISIONS = {
    "country": "country", "admin1": "admin1", "region": "admin1", "admin2": "admin2",
    "populated_place": "exact", "facility": "exact",
}  # fmt: skip
COLUMNS = (
    "article_id", "sentence_id", "claim_type", "location_id", "location_text", "where_precision",
    "n_places", "initiator_actor_id", "target_actor_id", "from_actor_id", "to_actor_id",
    "sides_basis", "change_type", "sub_event_type", "unit", "day_seq", "evidence_start",
    "evidence_end", "rule_id", "anchor_start", "anchor_end", "reject_reason",
)  # fmt: skip


def find_territory(
    sentences: pl.DataFrame, mentions: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """One row per place that a trigger of territory speaks of: columns of Claims, and the anchor.

    territory_change says who took it from whom; territory_control who holds it; contested who
    fights for it. Rows without a place in any gazetteer have reject_reason no_place. Sorted by
    article_id, anchor_start and evidence_start.
    """
    triggers = read_triggers(sentences, mentions)
    there = sentences.join(
        triggers.select("article_id").unique(), on="article_id", how="semi", maintain_order="left"
    )
    told = mentions.join(
        there.select("sentence_id"), on="sentence_id", how="semi", maintain_order="left"
    )
    groups, members = group_places(there, told, lexicons)
    placed = place_triggers(triggers, groups, mentions, there)
    actors, roles = attach_actors(triggers, read_actors(there, told, lexicons), there)
    changes = spell_out(placed, groups, members, triggers, roles, actors)
    kept = drop_weak(drop_describing(changes), actors)
    sided = infer_sides(mark_planned(kept, told), actors)
    return order_in_day(describe(sided, lexicons), there)


def place_triggers(
    triggers: pl.DataFrame, groups: pl.DataFrame, mentions: pl.DataFrame, sentences: pl.DataFrame
) -> pl.DataFrame:
    """The group of places that each trigger speaks of: trigger_id, group_id, place_side."""
    counts = count_triggers(mentions).select("sentence_id", "start", "n_triggers")
    ratios = find_ratios(sentences, mentions).select(
        "sentence_id", ratio_start="start", ratio_end="end"
    )
    in_ratio = (
        groups.select("group_id", "sentence_id", "start", "end")
        .join(ratios, on="sentence_id")
        .filter(pl.col("start") < pl.col("ratio_end"), pl.col("end") > pl.col("ratio_start"))
    )
    candidates = (
        groups.filter(~pl.col("is_modifier"))
        .join(in_ratio, on="group_id", how="anti", maintain_order="left")
        .join(counts, on=["sentence_id", "start"], how="left", maintain_order="left")
        .with_columns(pl.col("n_triggers").fill_null(0), candidate_id="group_id")
    )
    anchors = triggers.with_columns(anchor_id="trigger_id")
    return attach(anchors, candidates, PLACE_RULES, sentences).select(
        trigger_id="anchor_id", group_id="candidate_id", place_side="side"
    )


def attach_actors(
    triggers: pl.DataFrame, actors: pl.DataFrame, sentences: pl.DataFrame
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The actors with pronouns resolved, and trigger_id, role, actor_no of who takes and loses."""
    anchors = triggers.with_columns(anchor_id="trigger_id")
    candidates = actors.with_columns(
        candidate_id="actor_no",
        lead=pl.when((pl.col("kind") == "pronoun") & (pl.col("lead") == "none"))
        .then(pl.lit("pronoun"))
        .otherwise("lead"),
    )
    roles = attach(anchors, candidates, ACTOR_RULES, sentences).select(
        "role", "side", trigger_id="anchor_id", actor_no="candidate_id"
    )
    subjects = roles.filter(pl.col("side") == "left").select("actor_no")
    return resolve_pronouns(actors, subjects), roles


def spell_out(
    placed: pl.DataFrame, groups: pl.DataFrame, members: pl.DataFrame, triggers: pl.DataFrame,
    roles: pl.DataFrame, actors: pl.DataFrame,
) -> pl.DataFrame:  # fmt: skip
    """One row per trigger and place it speaks of, with who takes and who loses as the words say."""
    named = placed.join(triggers, on="trigger_id", maintain_order="left").join(
        groups.select("group_id", "lead", group_kind="kind"), on="group_id", maintain_order="left"
    )
    rows = named.join(members, on="group_id", how="inner", maintain_order="left")
    who = actors.select("actor_no", "actor_id", "side_id", actor_start="start", actor_lead="lead")
    for role in ("taker", "loser"):
        filled = roles.filter(pl.col("role") == role).join(who, on="actor_no").select(
            "trigger_id",
            **{
                f"{role}_no": "actor_no", f"{role}_id": "actor_id", f"{role}_side": "side_id",
                f"{role}_start": "actor_start", f"{role}_rule_side": "side",
                f"{role}_lead": "actor_lead",
            },
        )  # fmt: skip
        rows = rows.join(filled, on="trigger_id", how="left", maintain_order="left")
    return clear_owners(rows)


def clear_owners(rows: pl.DataFrame) -> pl.DataFrame:
    """Drop losers that no rule can mean: the taker itself, or someone told only after the place."""
    is_owner_rule = pl.col("form").is_in(["take", "take_vp"]) & (
        pl.col("loser_rule_side") == "right"
    )
    is_wrong = (pl.col("loser_no") == pl.col("taker_no")) | (
        is_owner_rule
        & (pl.col("loser_start") > pl.col("member_start"))
        & ~pl.col("loser_lead").eq("from").fill_null(False)
    )
    return rows.with_columns(
        pl.when(~is_wrong.fill_null(False)).then(name).alias(name)
        for name in ("loser_no", "loser_id", "loser_side")
    )


def drop_describing(changes: pl.DataFrame) -> pl.DataFrame:
    """'They retook districts held by X': no claim of its own, but X is who lost them."""
    is_aside = (pl.col("form") == "under") & ~pl.col("before").str.contains(STATE_BEFORE)
    aside = (
        changes.filter(is_aside)
        .select("group_id", holder_id="taker_id", holder_side="taker_side")
        .unique("group_id", keep="first", maintain_order=True)
    )
    others = changes.filter(~is_aside, ~pl.col("form").is_in(HOLDS))
    told = changes.filter(
        ~(is_aside & pl.col("group_id").is_in(others["group_id"].implode()))
    ).join(aside, on="group_id", how="left", maintain_order="left")
    is_lost = pl.col("form").is_in(TAKES) & pl.col("loser_id").is_null()
    return told.with_columns(
        loser_id=pl.when(is_lost).then("holder_id").otherwise("loser_id"),
        loser_side=pl.when(is_lost).then("holder_side").otherwise("loser_side"),
    ).drop("holder_id", "holder_side")


def drop_weak(changes: pl.DataFrame, actors: pl.DataFrame) -> pl.DataFrame:
    """Keep words of many meanings only where a place and a party show that ground is meant."""
    crowds = actors.filter(pl.col("actor_type").is_in(["protesters", "rioters"]))
    is_meant = (pl.col("actor_id").is_not_null() | (pl.col("kind") == "pronoun")) & pl.col(
        "is_armed"
    )
    meant = actors.filter(is_meant)["actor_no"].implode()
    has_party = pl.col("taker_no").is_in(meant) | pl.col("loser_no").is_in(meant)
    has_place = pl.col("group_kind").is_in(["named", "definite"]) & (
        pl.col("location_id").is_not_null()
    )
    is_fight, form = pl.col("form").is_in(FIGHTS), pl.col("form")
    is_sure = (
        pl.when(form == "falls")
        .then(has_place)
        .when(form.is_in(["fell", "advance"]))
        .then(pl.col("taker_no").is_not_null())
        .when(form.is_in(["out", "drive", "driven"]))
        .then(pl.col("loser_no").is_in(meant))
        .when(form.is_in(HOLDS))
        .then(pl.col("taker_id").is_not_null())
        .when("is_weak")
        .then(has_place & has_party)
        .otherwise(True)
    )
    is_counted_hold = form.is_in(HOLDS) & (pl.col("group_kind") == "unnamed")
    return changes.filter(
        is_sure,
        ~is_counted_hold,
        ~(is_fight & pl.col("sentence_id").is_in(crowds["sentence_id"].implode())),
    )


def mark_planned(changes: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Add is_planned: an advance, or a word of planning stands right before the trigger."""
    after_plan = (
        mentions.sort("sentence_id", "mention_no")
        .filter((pl.col("kind").shift(1) == "plan") & (pl.col("mention_no") > 0))
        .select(trigger_id="mention_id")
    )
    return changes.with_columns(
        is_planned=(pl.col("form") == "advance")
        | pl.col("trigger_id").is_in(after_plan["trigger_id"].implode())
    )


def describe(changes: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """The columns of Claims that the words and the sides give."""
    is_fight, is_hold = pl.col("form").is_in(FIGHTS), pl.col("sense") == "controlled"
    is_change = ~is_fight & ~is_hold
    leaves = pl.col("form").is_in(LEAVES) | (
        (pl.col("form") == "driven") & pl.col("taker_id").is_null()
    )
    acts = pl.when(leaves & is_change).then("loser_id").otherwise("taker_id")
    typed = with_change_types(changes).with_columns(
        change_type=pl.when(is_fight).then(pl.lit("contested")).when(is_change).then("change_type")
    )
    return with_event_types(typed, lexicons).with_columns(
        claim_type=pl.when(is_fight).then(pl.lit("contested"))
        .when(is_hold).then(pl.lit("territory_control")).otherwise(pl.lit("territory_change")),
        from_actor_id=pl.when(is_change).then("loser_id"),
        to_actor_id=pl.when(~is_fight).then("taker_id"),
        initiator_actor_id=acts,
        target_actor_id=pl.when(~is_hold & ~leaves).then("loser_id"),
        where_precision=pl.when(pl.col("location_id").is_null()).then(pl.lit("unknown"))
        .when(pl.col("location_type").is_in(["populated_place", "facility"])
              & (pl.col("n_places").is_not_null() | pl.col("lead").is_in(NEAR)))
        .then(pl.lit("near"))
        .otherwise(pl.col("location_type").replace_strict(PRECISIONS, default="unknown")),
        unit=pl.when(pl.col("n_places").is_not_null()).then(pl.lit("place")),
        evidence_start=pl.min_horizontal("start", "member_start"),
        evidence_end=pl.max_horizontal("end", "member_end"),
        anchor_start="start", anchor_end="end",
        rule_id=pl.format("territory_{}", "form"),
        reject_reason=pl.when(pl.col("location_id").is_null()).then(pl.lit("no_place")),
    )  # fmt: skip


def with_change_types(changes: pl.DataFrame) -> pl.DataFrame:
    """Add change_type: what was lost or left is captured by whoever is known to hold it then.

    What a side took of places that the article says it took back, it took back; and what it drove
    others out of, where the article says that it took anything back.
    """
    back = changes.filter(
        pl.col("sense") == "recaptured", pl.col("taker_side").is_not_null(), ~pl.col("is_planned")
    )
    here = back.select("article_id", "taker_side", "location_id").unique()
    anywhere = back.select("article_id", "taker_side").unique()
    told = changes.join(
        here.with_columns(is_back=pl.lit(True)),
        on=["article_id", "taker_side", "location_id"], how="left", maintain_order="left",
    ).join(
        anywhere.with_columns(is_backing=pl.lit(True)),
        on=["article_id", "taker_side"], how="left", maintain_order="left",
    )  # fmt: skip
    is_left = pl.col("sense").is_in(["expelled", "lost", "surrendered"])
    sense = (
        pl.when(is_left & pl.col("taker_id").is_null())
        .then(pl.lit("withdrawn"))
        .when(is_left & pl.col("is_backing").fill_null(False))
        .then(pl.lit("recaptured"))
        .when(is_left | (pl.col("sense") == "captured"))
        .then(
            pl.when(pl.col("is_back").fill_null(False) & ~pl.col("is_planned"))
            .then(pl.lit("recaptured"))
            .otherwise(pl.lit("captured"))
        )
        .otherwise("sense")
    )
    return told.with_columns(change_type=sense).drop("is_back", "is_backing")


def with_event_types(changes: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Add sub_event_type, in ACLED's terms, where who took it tells."""
    types = lexicons.actors.select(taker_id="actor_id", taker_type="actor_type")
    change, known = pl.col("change_type"), lexicons.event_types["sub_event_type"].implode()
    kind = (
        pl.when(change == "contested")
        .then(pl.lit("Armed clash"))
        .when((change == "withdrawn") | (pl.col("sense") == "surrendered"))
        .then(pl.lit("Non-violent transfer of territory"))
        .when(change.is_in(["captured", "recaptured"]) & (pl.col("taker_type") == "state forces"))
        .then(pl.lit("Government regains territory"))
        .when(change.is_in(["captured", "recaptured"]) & pl.col("taker_type").is_not_null())
        .then(pl.lit("Non-state actor overtakes territory"))
    )
    return (
        changes.join(types, on="taker_id", how="left", maintain_order="left")
        .with_columns(kind=kind)
        .with_columns(sub_event_type=pl.when(pl.col("kind").is_in(known)).then("kind"))
        .drop("kind", "taker_type")
    )


def order_in_day(claims: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Add day_seq where a place is said to change hands twice in a day; sort, select."""
    later = sentences.select(
        "sentence_id", "sentence_no", is_same_day=pl.col("text").str.contains(SAME_DAY)
    )
    place = ["article_id", "location_id"]
    told = claims.join(later, on="sentence_id", maintain_order="left").sort(
        "article_id", "location_id", "claim_type", "anchor_start", "evidence_start"
    )

    def beside(column: str, step: int) -> pl.Expr:
        return pl.col(column).shift(step).over(place)

    is_change = (pl.col("claim_type") == "territory_change") & pl.col("location_id").is_not_null()
    follows = (
        is_change
        & pl.col("is_same_day")
        & (beside("claim_type", 1) == "territory_change")
        & (pl.col("sentence_no") - beside("sentence_no", 1) <= 1)
        & (pl.col("taker_side") != beside("taker_side", 1))
    ).fill_null(False)
    return (
        told.with_columns(follows=follows)
        .with_columns(
            day_seq=pl.when("follows").then(2).when(beside("follows", -1)).then(1).cast(pl.Int32)
        )
        .sort("article_id", "anchor_start", "evidence_start", "location_id", "location_text")
        .select(COLUMNS)
    )
