"""Who did a harm and who suffered it, where the group itself does not say."""

import polars as pl

# Voices whose subject does the harm, and voices whose subject suffers it.
DOING = ["active", "name_after", "uncounted", "two_verbs"]
SUFFERING = ["suffer_weak"]
# An actor after one of these is what is done to, not who does.
TURNED_FROM = ["to", "from", "of", "with"]
TURNED_COST, CLAUSE_COST = 6, 3
# Nouns of people that act as a party without being one by name.
ARMED = ["unidentified-armed-group", "security-forces"]
BY_REACH = 4


def add_roles(harms: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Add initiator_actor_id, role_victim_id and is_carried to harms.

    harms: sentence_id, harm_no, rule_id, trigger_no, members (mention numbers of the group).
    role_victim_id: who suffered by the words around ('the army suffered …', '… losses on the army').
    """
    actors = find_actors(mentions)
    free = (
        harms.select("sentence_id", "harm_no", "rule_id", "trigger_no")
        .join(actors, on="sentence_id", how="inner")
        .join(members_of(harms), on=["sentence_id", "mention_no"], how="anti")
    )
    roles = pl.concat(
        [
            subjects(free).select(
                "sentence_id", "harm_no", role=pl.lit("initiator"), actor="actor_id"
            ),
            agents(free, mentions).select(
                "sentence_id", "harm_no", role=pl.lit("initiator"), actor="actor_id"
            ),
            sufferers(harms, free, mentions).select(
                "sentence_id", "harm_no", role=pl.lit("victim"), actor="actor_id"
            ),
        ]
    ).unique(["sentence_id", "harm_no", "role"], keep="first", maintain_order=True)
    wide = [
        roles.filter(pl.col("role") == role).select("sentence_id", "harm_no", **{name: "actor"})
        for role, name in (("initiator", "initiator_actor_id"), ("victim", "role_victim_id"))
    ]
    for role in wide:
        harms = harms.join(role, on=["sentence_id", "harm_no"], how="left", maintain_order="left")
    return harms


def find_actors(mentions: pl.DataFrame) -> pl.DataFrame:
    """Mentions that can act: sentence_id, mention_no, actor_id, clause_no, cost."""
    ordered = mentions.sort("sentence_id", "mention_no")
    same = pl.col("sentence_id") == pl.col("sentence_id").shift(1)
    two = pl.col("sentence_id") == pl.col("sentence_id").shift(2)
    before = pl.when(same).then(pl.col("kind").shift(1))
    before = pl.when((before == "article") & two).then(pl.col("kind").shift(2)).otherwise(before)
    can_act = (pl.col("kind") == "actor") | (
        (pl.col("kind") == "people") & pl.col("entity_id").is_in(ARMED)
    )
    return (
        ordered.with_columns(
            cost=pl.when(before.is_in(TURNED_FROM)).then(TURNED_COST).otherwise(0),
            clause_no=(pl.col("kind") == "clause").cum_sum().over("sentence_id"),
            can_act=can_act,
        )
        .filter("can_act", pl.col("entity_id").is_not_null())
        .select("sentence_id", "mention_no", "clause_no", "cost", actor_id="entity_id")
    )


def members_of(harms: pl.DataFrame) -> pl.DataFrame:
    """The mentions that are people harmed: sentence_id, mention_no."""
    return (
        harms.select("sentence_id", mention_no=pl.col("group").str.extract_all(r"\d+"))
        .explode("mention_no", empty_as_null=False)
        .with_columns(pl.col("mention_no").cast(pl.Int32))
        .unique()
    )


def subjects(free: pl.DataFrame) -> pl.DataFrame:
    """The nearest actor before a verb in the active voice, rather one that is not turned from."""
    return (
        free.filter(pl.col("rule_id").is_in(DOING), pl.col("mention_no") < pl.col("trigger_no"))
        .sort("sentence_id", "harm_no", "cost", pl.col("mention_no") * -1)
        .unique(["sentence_id", "harm_no"], keep="first", maintain_order=True)
    )


def agents(free: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """The actor after 'by', behind a harm in any voice."""
    by = mentions.filter(pl.col("kind") == "by").select("sentence_id", by_no="mention_no")
    return (
        free.join(by, on="sentence_id", how="inner")
        .filter(
            pl.col("by_no") > pl.col("trigger_no"),
            pl.col("by_no") <= pl.col("trigger_no") + BY_REACH,
            pl.col("mention_no") > pl.col("by_no"),
            pl.col("mention_no") <= pl.col("by_no") + 2,
        )
        .sort("sentence_id", "harm_no", "by_no", "mention_no")
        .unique(["sentence_id", "harm_no"], keep="first", maintain_order=True)
    )


def sufferers(harms: pl.DataFrame, free: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Who took losses: the subject of 'suffered'; whom they were inflicted on, or were to or among."""
    verbs = mentions.filter(pl.col("voice").is_in([*SUFFERING, "inflict_weak"])).select(
        "sentence_id", verb_no="mention_no", verb="voice"
    )
    lost = free.filter(pl.col("rule_id") == "lost", pl.col("mention_no") < pl.col("trigger_no"))
    governed = (
        free.join(verbs, on="sentence_id", how="left")
        .with_columns(
            verb=pl.when(
                (pl.col("verb_no") < pl.col("trigger_no"))
                & (pl.col("verb_no") >= pl.col("trigger_no") - 5)
            ).then("verb")
        )
        .with_columns(
            is_subject=(pl.col("verb") == "suffer_weak")
            & (pl.col("mention_no") < pl.col("verb_no"))
        )
    )
    subject = governed.filter("is_subject").sort(
        "sentence_id", "harm_no", "cost", pl.col("mention_no") * -1
    )
    after = governed.filter(
        pl.col("rule_id").is_in(["unnumbered", "some", "deaths"]),
        pl.col("mention_no") > pl.col("trigger_no"),
        pl.col("mention_no") <= pl.col("trigger_no") + 4,
        (pl.col("verb") == "suffer_weak").fill_null(False).not_(),
    ).sort("sentence_id", "harm_no", "mention_no")
    columns = ["sentence_id", "harm_no", "actor_id"]
    losers = lost.sort("sentence_id", "harm_no", "cost", pl.col("mention_no") * -1)
    return pl.concat(
        [losers.select(columns), subject.select(columns), after.select(columns)]
    ).unique(["sentence_id", "harm_no"], keep="first", maintain_order=True)
