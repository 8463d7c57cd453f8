"""Claims of territory: places that changed hands, are held, are fought for."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.attachment import attach, with_context
from pipelines.transforms.text.control_counts import find_ratios
from pipelines.transforms.text.place_antecedents import REACH
from pipelines.transforms.text.place_groups import group_places
from pipelines.transforms.text.territory_actors import SELF_WORDS, read_actors, resolve_pronouns
from pipelines.transforms.text.territory_grammar import (
    ACTOR_RULES,
    FIGHTS,
    HOLDS,
    PLACE_RULES,
    SOMEWHERE,
)
from pipelines.transforms.text.territory_meaning import describe, order_in_day
from pipelines.transforms.text.territory_sides import infer_sides
from pipelines.transforms.text.territory_triggers import is_of_territory, read_triggers

TAKES = ("take", "take_vp", "taken", "gain", "advance", "nom", "clear", "opening", "flag")
# Whoever takes one of these seizes property, and no ground.
CIVIL_NOUNS = (
    "farm", "farms", "hotel", "hotels", "embassy", "embassies", "factory", "factories", "school",
    "schools", "university", "universities", "church", "churches", "mosque", "mosques", "market",
    "markets", "clinic", "clinics", "warehouse", "warehouses", "gas station", "palace", "stadium",
    "shrine", "shrines", "temple", "temples", "mine", "mines", "bazaar", "bazaars", "coast", "sea",
    "embassy compound", "steel plant", "constituency", "parliament building", "nation", "border",
)  # fmt: skip
# Places without a name that are taken in war only.
GROUND = (
    r"(?i)(?:bases?|check ?(?:points?|posts?)|outposts?|camps?|garrisons?|barracks|airfields?|"
    r"airports?|villages?|towns?|districts?|settlements?|hills?|heights|strongholds?)$"
)
# Whoever is not known to be armed buys or runs an airport.
HELD_BY_FIRMS = (
    "airport",
    "airports",
    "port",
    "ports",
    "road",
    "roads",
    "dam",
    "refinery",
    "oil field",
)
# Before "held by": the words tell that it is so, and do not only describe the place.
STATE_BEFORE = (
    r"(?i)(?-u:\b)(?:was|were|is|are|been|be|remain\w*|stay\w*|now|still|came|comes?|left|put|"
    r"brought)\s+(?:[a-z]+\s+){0,2}$"
)


def find_territory(
    sentences: pl.DataFrame, mentions: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """One row per place that a trigger of territory speaks of: columns of Claims, and the anchor.

    territory_change says who took it from whom; territory_control who holds it; contested who
    fights for it. Rows without a place in any gazetteer have reject_reason no_place. Sorted by
    article_id, anchor_start and evidence_start.
    """
    hits = likely_triggers(mentions)
    articles = hits.select("article_id").unique()
    there = sentences.join(articles, on="article_id", how="semi", maintain_order="left")
    told = mentions.join(articles, on="article_id", how="semi", maintain_order="left")
    context = with_context(told)
    triggers = read_triggers(there, context).join(
        hits.select("sentence_id").unique(), on="sentence_id", how="semi"
    )
    groups, members = group_places(there, told, lexicons, sentences_around(triggers, there))
    placed = place_triggers(triggers, groups, context, there)
    actors, roles = attach_actors(triggers, read_actors(there, context, lexicons), there)
    changes = spell_out(placed, groups, members, triggers, roles, actors)
    kept = drop_weak(drop_describing(changes), actors)
    sided = infer_sides(mark_plans_and_times(kept, told), actors)
    return order_in_day(describe(sided, lexicons), there)


def likely_triggers(mentions: pl.DataFrame) -> pl.DataFrame:
    """article_id and sentence_id of triggers of territory; those of many meanings only where their
    sentence has a place or a noun for one."""
    placed = mentions.filter(pl.col("kind").is_in(["place", "place_noun"])).select("sentence_id")
    hits = mentions.filter(is_of_territory())
    is_weak = pl.col("voice").str.ends_with("_weak").fill_null(False) | (
        pl.col("kind") == "negation"
    )
    return pl.concat(
        [hits.filter(~is_weak), hits.filter(is_weak).join(placed, on="sentence_id", how="semi")]
    ).select("article_id", "sentence_id")


def sentences_around(triggers: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """sentence_id of the sentences with a trigger, and of those before that 'it' may mean."""
    numbered = sentences.select("article_id", "sentence_id", "sentence_no")
    told = numbered.join(triggers.select("sentence_id").unique(), on="sentence_id", how="semi")
    before = [
        told.select("article_id", sentence_no=pl.col("sentence_no") - back)
        for back in range(REACH + 1)
    ]
    return numbered.join(
        pl.concat(before).unique(), on=["article_id", "sentence_no"], how="semi"
    ).select("sentence_id")


def place_triggers(
    triggers: pl.DataFrame, groups: pl.DataFrame, context: pl.DataFrame, sentences: pl.DataFrame
) -> pl.DataFrame:
    """The group of places that each trigger speaks of: trigger_id, group_id, place_side."""
    here = context.join(triggers.select("sentence_id").unique(), on="sentence_id", how="semi")
    counts = here.select("sentence_id", "start", "n_triggers")
    ratios = find_ratios(sentences, here).select(
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
        groups.select("group_id", "lead", "noun_text", group_kind="kind"),
        on="group_id",
        maintain_order="left",
    )
    rows = named.join(members, on="group_id", how="inner", maintain_order="left")
    who = actors.select(
        "actor_no", "actor_id", "side_id", actor_start="start", actor_lead="lead",
        is_self=pl.col("word").is_in(SELF_WORDS),
    )  # fmt: skip
    for role in ("taker", "loser"):
        filled = roles.filter(pl.col("role") == role).join(who, on="actor_no").select(
            "trigger_id",
            **{
                f"{role}_no": "actor_no", f"{role}_id": "actor_id", f"{role}_side": "side_id",
                f"{role}_start": "actor_start", f"{role}_rule_side": "side",
                f"{role}_lead": "actor_lead", f"{role}_is_self": "is_self",
            },
        )  # fmt: skip
        rows = rows.join(filled, on="trigger_id", how="left", maintain_order="left")
    somewhere = pl.col("form").is_in(SOMEWHERE)
    return clear_owners(
        rows.with_columns(
            n_places=pl.when(somewhere).then(pl.coalesce("n_places", 1)).otherwise("n_places")
        )
    )


def clear_owners(rows: pl.DataFrame) -> pl.DataFrame:
    """Drop losers that no rule can mean: the taker itself, or someone told only after the place."""
    is_owner_rule = pl.col("form").is_in(["take", "take_vp"]) & (
        pl.col("loser_rule_side") == "right"
    )
    is_wrong = (
        (pl.col("loser_no") == pl.col("taker_no"))
        | (pl.col("loser_side") == pl.col("taker_side")).fill_null(False)
        | (
            is_owner_rule
            & (pl.col("loser_start") > pl.col("member_start"))
            & ~pl.col("loser_lead").eq("from").fill_null(False)
        )
    )
    return rows.with_columns(
        pl.when(~is_wrong.fill_null(False)).then(name).alias(name)
        for name in ("loser_no", "loser_id", "loser_side")
    )


def drop_describing(changes: pl.DataFrame) -> pl.DataFrame:
    """'They retook districts held by X': no claim of its own, but X is who lost them."""
    is_aside = (pl.col("form") == "attr") | (
        (pl.col("form") == "under") & ~pl.col("before").str.contains(STATE_BEFORE)
    )
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
    is_ground = pl.col("group_kind").is_in(["named", "definite"]) | (
        pl.col("noun_text").str.contains(GROUND)
    )
    has_place = (is_ground & pl.col("location_id").is_not_null()).fill_null(False)
    is_fight, form = pl.col("form").is_in(FIGHTS), pl.col("form")
    is_sure = (
        pl.when(form == "falls")
        .then(has_place)
        .when((form == "advance") & pl.col("is_weak"))
        .then(pl.col("taker_no").is_in(meant) & has_place)
        .when(form.is_in(["fell", "advance"]))
        .then(pl.col("taker_no").is_not_null() & (~pl.col("is_weak") | has_place))
        .when(form == "leave")
        .then(pl.col("loser_no").is_in(meant) & has_place & (pl.col("group_kind") != "unnamed"))
        .when((form == "clear") & (pl.col("lead") == "from"))
        .then(pl.col("loser_no").is_in(meant) & has_place)
        .when(form.is_in(["out", "drive", "driven", "losses"]))
        .then(pl.col("loser_no").is_in(meant))
        .when(form.is_in(HOLDS))
        .then(pl.col("taker_id").is_not_null())
        .when(form == "swap")
        .then(has_place)
        .when("is_weak")
        .then(has_place & has_party)
        .when(form.is_in(["take", "take_vp", "gain"]) & (pl.col("group_kind") == "unnamed"))
        .then(has_party | ~pl.col("noun_text").is_in(HELD_BY_FIRMS))
        .otherwise(True)
    )
    is_counted_hold = form.is_in(HOLDS) & (pl.col("group_kind") == "unnamed")
    return changes.filter(
        is_sure,
        ~is_counted_hold,
        ~((pl.col("group_kind") == "unnamed") & pl.col("noun_text").eq_missing(pl.lit("country"))),
        ~((pl.col("group_kind") != "named") & pl.col("noun_text").is_in(CIVIL_NOUNS)).fill_null(
            False
        ),
        ~(is_fight & pl.col("sentence_id").is_in(crowds["sentence_id"].implode())),
    )


def mark_plans_and_times(changes: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Add is_planned (an advance, or a word of planning stands right before the trigger) and
    has_time (its sentence names a time)."""
    timed = mentions.filter(pl.col("kind") == "time")["sentence_id"].unique().implode()
    after_plan = (
        mentions.sort("sentence_id", "mention_no")
        .filter((pl.col("kind").shift(1) == "plan") & (pl.col("mention_no") > 0))
        .select(trigger_id="mention_id")
    )
    return changes.with_columns(
        is_planned=(pl.col("form") == "advance")
        | pl.col("trigger_id").is_in(after_plan["trigger_id"].implode()),
        has_time=pl.col("sentence_id").is_in(timed),
    )
