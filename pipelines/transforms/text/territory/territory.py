"""Claims of territory: places that changed hands, are held, are fought for."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.grammar.attachment import (
    CLAUSE,
    pair,
    price,
    settle,
    with_context,
)
from pipelines.transforms.text.places.antecedents import REACH
from pipelines.transforms.text.places.groups import group_places
from pipelines.transforms.text.territory.actors import read_actors
from pipelines.transforms.text.territory.candidates import SELF_WORDS
from pipelines.transforms.text.territory.counted_places import find_ratios
from pipelines.transforms.text.territory.doubts import drop_describing, drop_weak
from pipelines.transforms.text.territory.frames import is_headline
from pipelines.transforms.text.territory.gapped import with_gapped
from pipelines.transforms.text.territory.grammar import (
    ACTOR_RULES,
    FIGHTS,
    PLACE_RULES,
    SOMEWHERE,
)
from pipelines.transforms.text.territory.leavers import fights_whoever_leaves, others_act
from pipelines.transforms.text.territory.left_again import only_lost_before, with_left_again
from pipelines.transforms.text.territory.meaning import describe, order_in_day
from pipelines.transforms.text.territory.pronouns import resolve_pronouns
from pipelines.transforms.text.territory.repelled import fill_repelled
from pipelines.transforms.text.territory.sides import infer_sides
from pipelines.transforms.text.territory.triggers import is_of_territory, read_triggers

# Between unnamed places and the names of some or all of them.
EXAMPLES = (
    r"^(?:\s+(?:in|of|across|around|near|within|since|on|over|during|this|last|from|so far)\s"
    r"[^,;:.]{1,40})?(?:,?\s+(?:including|such as|"
    r"among them|namely|notably)|\s*:)\s+(?:the\s+)?(?:[a-z]+\s+of\s+)?$"
)
# Two who fight, however far the fight is; anybody else is near it.
BETWEEN_AND, NEAR = r"(?i)[a-z][^;.]* between (?:[^,;.]* and )?(?:the )?$", 3
# "They took A, but B is still (in government hands)": B is, whether or not it is known.
OTHER_SUBJECT = (
    r"(?:^|[\s,;])(?i:but|while|whereas|although|though|and)\s+(?:[a-z]+\s+of\s+)?"
    r"(?:[A-Z][\w'\x{2019}-]+\s+){1,3}(?i:is|was|are|were|remain(?:s|ed)?|has|have|had|stays?)\s"
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
    told = mentions.join(articles, on="article_id", how="semi").sort("sentence_id", "mention_no")
    context = with_context(told)
    triggers = read_triggers(there, context).join(
        hits.select("sentence_id").unique(), on="sentence_id", how="semi"
    )
    groups, members = group_places(there, told, lexicons, sentences_around(triggers, there))
    placed = place_triggers(triggers, groups, context, there)
    actors, roles = attach_actors(triggers, read_actors(there, context, lexicons), there)
    changes = spell_out(placed, groups, members, triggers, roles, actors)
    kept = only_lost_before(drop_weak(drop_describing(changes), actors))
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
    """The groups of places that each trigger speaks of: trigger_id, group_id, place_side,
    is_gapped."""
    told = triggers.select("sentence_id").unique()
    counts = context.select("sentence_id", "start", "n_triggers").join(
        told, on="sentence_id", how="semi"
    )
    amounts = context.filter(pl.col("kind") == "quantity").join(told, on="sentence_id", how="semi")
    several = amounts.filter(pl.col("sentence_id").is_duplicated()).select("sentence_id").unique()
    # One of two amounts may be a share of the other.
    shares = context.join(several, on="sentence_id", how="semi", maintain_order="left")
    ratios = find_ratios(sentences, shares).select(
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
    # "A, where weapons have been seized": the weapons were.
    of_others = (pl.col("form") == "taken") & (pl.col("side") == "left")
    of_others &= pl.col("between").str.contains(r"(?i)(?-u:\b)where(?-u:\b)")
    of_others |= (pl.col("side") == "left") & pl.col("between").str.contains(OTHER_SUBJECT)
    pairs = pair(anchors, candidates, PLACE_RULES, sentences).filter(~of_others)
    placed = (
        settle(price(pairs))
        .sort("anchor_id", "role")
        .select(trigger_id="anchor_id", group_id="candidate_id", place_side="side")
    )
    named = with_examples(with_left_again(placed, triggers), groups, sentences)
    return with_gapped(named, groups, sentences)


def with_examples(
    placed: pl.DataFrame, groups: pl.DataFrame, sentences: pl.DataFrame
) -> pl.DataFrame:
    """Add the names behind unnamed places: 'four towns, including A', 'two towns: A and B'."""
    where = groups.select("group_id", "sentence_id", "kind", "start", "end")
    named = where.filter(pl.col("kind") == "named").select(
        "sentence_id", example_id="group_id", at="start"
    )
    gap = pl.col("text").str.slice(pl.col("end") - pl.col("base"), pl.col("at") - pl.col("end"))
    examples = (
        placed.join(where, on="group_id")
        .filter(pl.col("kind").is_in(["unnamed", "definite"]))
        .join(named, on="sentence_id")
        .filter(pl.col("at") >= pl.col("end"))
        .join(sentences.select("sentence_id", "text", base="start"), on="sentence_id")
        .filter(gap.str.contains(EXAMPLES))
        .select("trigger_id", "place_side", group_id="example_id")
    )
    added = examples.join(placed, on=["trigger_id", "group_id"], how="anti")
    return pl.concat([placed, added.select(placed.columns)]).sort("trigger_id", "group_id")


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
    # "Clashes went on in A, while B was quiet": who stands in the other clause fights nobody.
    is_far = (
        (pl.col("form") == "fight")
        & (pl.col("side") == "right")
        & (pl.col("lead") == "none")
        & pl.col("between").str.contains(CLAUSE)
    )
    # "The army and allied militiamen took A": the army did; where they fight they are two sides.
    seconds = candidates.filter("is_second")["candidate_id"].implode()
    is_joined = (
        pl.col("candidate_id").is_in(seconds)
        & (pl.col("side") == "left")
        & ~pl.col("form").is_in(FIGHTS)
    )
    pairs = pair(anchors, candidates, ACTOR_RULES, sentences).filter(~is_far, ~is_joined)
    # "Clashes were reported on Monday in the west of A between X and Y"
    lead = pl.when(pl.col("role") == "loser").then(pl.lit("none")).otherwise(pl.lit("between"))
    is_alone = (
        pl.col("form").is_in(["fight", "fight_for"])
        & (pl.col("side") == "right")
        & (pl.col("lead") == lead)
        & (pl.col("words") > NEAR)
        & ~pl.col("between").str.contains(BETWEEN_AND)
    )
    roles = (
        settle(price(pairs).filter(~is_alone, ~fights_whoever_leaves(triggers), ~others_act()))
        .sort("anchor_id", "role")
        .select("role", "side", trigger_id="anchor_id", actor_no="candidate_id")
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
    is_left = (pl.col("place_side") == "left") & (pl.col("form") == "take_vp")
    named = named.filter(~is_left | is_headline())
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
    rows = rows.with_columns(
        taker_id=pl.coalesce("taker_id", "owner_id"),
        taker_side=pl.coalesce("taker_side", "owner_id"),
    )
    # "X army base overrun in a raid": it was X's.
    is_owner = is_left & (pl.col("taker_start") < pl.col("member_start")).fill_null(False)
    is_owner &= (pl.col("taker_rule_side") == "left") & ~pl.col("before").str.contains(":")
    rows = rows.with_columns(
        pl.when(is_owner)
        .then(pl.coalesce(f"loser_{name}", f"taker_{name}"))
        .otherwise(f"loser_{name}")
        .alias(f"loser_{name}")
        for name in ("no", "id", "side", "start", "rule_side", "lead", "is_self")
    ).with_columns(
        pl.when(~is_owner.fill_null(False)).then(f"taker_{name}").alias(f"taker_{name}")
        for name in ("no", "id", "side")
    )
    somewhere = pl.col("form").is_in(SOMEWHERE)
    counted = rows.with_columns(
        n_places=pl.when(somewhere).then(pl.coalesce("n_places", 1)).otherwise("n_places")
    )
    return fill_repelled(clear_owners(counted), triggers, roles, who)


def clear_owners(rows: pl.DataFrame) -> pl.DataFrame:
    """Drop losers that no rule can mean: the taker itself, or someone told only after the place."""
    is_owner_rule = pl.col("form").is_in(["take", "take_vp"]) & (
        pl.col("loser_rule_side") == "right"
    )
    # Rebels drive other rebels out: where the words name both, they are two.
    is_told = pl.col("form").is_in(["drive", "driven"]) & (pl.col("loser_id") != pl.col("taker_id"))
    is_wrong = (
        (pl.col("loser_no") == pl.col("taker_no"))
        | ((pl.col("loser_side") == pl.col("taker_side")) & ~is_told).fill_null(False)
        | (
            is_owner_rule
            & (pl.col("loser_start") > pl.col("member_start"))
            & ~pl.col("loser_lead").is_in(["from", "bastion", "post"]).fill_null(False)
        )
    )
    return rows.with_columns(
        pl.when(~is_wrong.fill_null(False)).then(name).alias(name)
        for name in ("loser_no", "loser_id", "loser_side")
    )


def mark_plans_and_times(changes: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Add is_planned (an advance, or a word of planning stands right before the trigger) and
    has_time (its sentence names a time)."""
    timed = mentions.filter(pl.col("kind") == "time")["sentence_id"].unique().implode()
    after_plan = (
        mentions.select("mention_id", "mention_no", before=pl.col("kind").shift(1))
        .filter((pl.col("before") == "plan") & (pl.col("mention_no") > 0))
        .select(trigger_id="mention_id")
    )
    return changes.with_columns(
        is_planned=(pl.col("form") == "advance")
        | pl.col("trigger_id").is_in(after_plan["trigger_id"].implode()),
        has_time=pl.col("sentence_id").is_in(timed),
    )
