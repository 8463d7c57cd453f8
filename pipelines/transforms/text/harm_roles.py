"""Who did a harm and who suffered it, where the group itself does not say."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.territory_actors import read_actors, resolve_pronouns

# Rules whose subject does the harm; the voice of verbs whose subject suffers it.
DOING = ["active", "name_after", "uncounted"]
SUFFERING = "suffer_weak"
COUNTED_HARMS = ["unnumbered", "some", "deaths"]
# An actor after one of these is what is done to, not who does.
TURNED_FROM = ["to", "from", "of", "with", "against", "on", "at", "for"]
TURNED_COST = 6
# How many mentions may stand between a word of harm and what fills its roles.
BY_REACH, AFTER_BY, VERB_REACH, AFTER_REACH = 4, 2, 5, 4
ROLE = ["sentence_id", "harm_no", "actor_id", "is_pronoun"]


def add_roles(
    harms: pl.DataFrame, sentences: pl.DataFrame, mentions: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """Add initiator_actor_id, role_victim_id and is_carried (told by a pronoun) to harms.

    harms: sentence_id, harm_no, rule_id, trigger_no, members (mention numbers of the group).
    role_victim_id: who suffered by the words around ('the army suffered …', '… losses on the army').
    """
    told = sentences.join(
        harms.select("article_id").unique(), on="article_id", how="semi", maintain_order="left"
    )
    spoken = mentions.join(
        told.select("sentence_id"), on="sentence_id", how="semi", maintain_order="left"
    )
    actors = find_actors(told, spoken, lexicons)
    free = (
        harms.select("sentence_id", "harm_no", "rule_id", "trigger_no")
        .join(actors, on="sentence_id", how="inner")
        .join(members_of(harms), on=["sentence_id", "mention_no"], how="anti")
    )
    roles = pl.concat(
        [
            subjects(free).select(*ROLE, role=pl.lit("initiator")),
            agents(free, mentions).select(*ROLE, role=pl.lit("initiator")),
            sufferers(free, mentions).select(*ROLE, role=pl.lit("victim")),
        ]
    ).unique(["sentence_id", "harm_no", "role"], keep="first", maintain_order=True)
    for role, name in (("initiator", "initiator_actor_id"), ("victim", "role_victim_id")):
        filled = roles.filter(pl.col("role") == role).select(
            "sentence_id", "harm_no", pl.col("actor_id").alias(name),
            pl.col("is_pronoun").alias(f"is_carried_{role}"),
        )  # fmt: skip
        harms = harms.join(filled, on=["sentence_id", "harm_no"], how="left", maintain_order="left")
    carried = ["is_carried_initiator", "is_carried_victim"]
    return harms.with_columns(
        is_carried=pl.any_horizontal(pl.col(carried).fill_null(False))
    ).drop(carried)


def find_actors(
    sentences: pl.DataFrame, mentions: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """Who can act: sentence_id, mention_no, actor_id, cost, is_pronoun.

    A pronoun is the actor it stands for; the cost tells whom a preposition turns things on.
    """
    candidates = read_actors(sentences, mentions, lexicons)
    resolved = resolve_pronouns(candidates, candidates.select("actor_no").clear())
    return (
        resolved.filter(pl.col("actor_id").is_not_null())
        .join(
            mentions.select("mention_no", actor_no="mention_id"),
            on="actor_no",
            maintain_order="left",
        )
        .select(
            "sentence_id",
            "mention_no",
            "actor_id",
            cost=pl.when(pl.col("lead").is_in(TURNED_FROM)).then(TURNED_COST).otherwise(0),
            is_pronoun=pl.col("kind") == "pronoun",
        )
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
            pl.col("mention_no") <= pl.col("by_no") + AFTER_BY,
        )
        .sort("sentence_id", "harm_no", "by_no", "mention_no")
        .unique(["sentence_id", "harm_no"], keep="first", maintain_order=True)
    )


def sufferers(free: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Who took losses: the subject of 'suffered' or 'lost'; whom they were to, among or put on."""
    verbs = mentions.filter(pl.col("voice").is_in([SUFFERING, "inflict_weak"])).select(
        "sentence_id", verb_no="mention_no", verb="voice"
    )
    behind = pl.col("trigger_no") - pl.col("verb_no")
    governed = free.join(verbs, on="sentence_id", how="left").with_columns(
        verb=pl.when((behind > 0) & (behind <= VERB_REACH)).then("verb")
    )
    suffers = (pl.col("verb") == SUFFERING).fill_null(False)
    subject = governed.filter(
        (suffers & (pl.col("mention_no") < pl.col("verb_no")))
        | ((pl.col("rule_id") == "lost") & (pl.col("mention_no") < pl.col("trigger_no")))
    ).sort("sentence_id", "harm_no", "cost", pl.col("mention_no") * -1)
    after = governed.filter(
        pl.col("rule_id").is_in(COUNTED_HARMS),
        ~suffers,
        pl.col("mention_no") > pl.col("trigger_no"),
        pl.col("mention_no") <= pl.col("trigger_no") + AFTER_REACH,
    ).sort("sentence_id", "harm_no", "mention_no")
    return pl.concat([subject.select(ROLE), after.select(ROLE)]).unique(
        ["sentence_id", "harm_no"], keep="first", maintain_order=True
    )
