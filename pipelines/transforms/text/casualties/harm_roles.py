"""Who did a harm and who suffered it, where the group itself does not say."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.casualties.acting_subjects import (
    DOING,
    after_doing,
    inflicters,
    subjects,
)
from pipelines.transforms.text.casualties.agents import agents
from pipelines.transforms.text.casualties.blame import accusers, blamed
from pipelines.transforms.text.casualties.holders import holders
from pipelines.transforms.text.casualties.losses import (
    ROLE,
    sufferers,
)
from pipelines.transforms.text.casualties.mines import met_mines
from pipelines.transforms.text.casualties.operations import operators
from pipelines.transforms.text.casualties.operations_before import operators_before
from pipelines.transforms.text.casualties.opponents import (
    blaming,
    opponents,
    responsible,
)
from pipelines.transforms.text.casualties.relative_doers import relative_doers
from pipelines.transforms.text.casualties.tellers import avengers, only_tellers, tellers_of_others
from pipelines.transforms.text.casualties.topics import admitters, topics
from pipelines.transforms.text.casualties.who_came import who_came, who_left
from pipelines.transforms.text.casualties.whose_people import owners, people_before
from pipelines.transforms.text.parties.acted_on import heads
from pipelines.transforms.text.parties.acting_parties import (
    and_before,
    find_actors,
)
from pipelines.transforms.text.parties.joined_sides import (
    alternatives,
    joined_sides,
    sides_of_each_other,
)

ARRESTED = r"(?i)^(?:arrest|detain)"
# "Three were murdered by a column of X, and another two were wounded"
OTHERS_TOO = (
    r"(?i)^ by [^.;]{0,80}(?:,| and) (?:another |[a-z0-9-]+ (?:others|more) )(?:[a-z0-9-]+ ){0,2}$"
)
# "Two of the nurses the rebels had abducted were killed", by whom is not told.
HAD = r"(?i) had $"
# What tells an actor beside a harm apart.
AT = ["sentence_id", "harm_no", "mention_no"]
# "Four were killed and two others injured": what is left out is said before.
TOLD_AS_ONE, ELLIPTIC, PAIR_REACH = ("passive", "died", "reduced"), "reduced", 5


def add_roles(
    harms: pl.DataFrame, sentences: pl.DataFrame, mentions: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """Add initiator_actor_id, role_victim_id, owner_id, is_carried (told by a pronoun), and
    initiator_no and victim_no, their mentions, to harms.

    harms: sentence_id, harm_no, rule_id, trigger_no, members (mention numbers of the group).
    role_victim_id: who suffered by the words around ('the army suffered …', 'two of its fighters');
    owner_id: whose people they are ('its', 'their').
    """
    told = and_before(harms.select("sentence_id").unique(), sentences)
    mentions = mentions.join(
        told.select("sentence_id"), on="sentence_id", how="semi", maintain_order="left"
    )
    actors = find_actors(told, mentions, lexicons)
    who = heads(mentions)
    free = unharmed(harms, actors, who)
    doing = who_may_do(free, sentences, mentions, told)
    mined = met_mines(doing, mentions, told)
    subject = subjects(doing.join(mined, on=AT, how="anti", maintain_order="left"), mentions, who)
    blame = blamed(doing, mentions, told)
    doers = pl.concat(
        rows.select(ROLE)
        for rows in (
            relative_doers(doing, mentions, told),
            subject,
            inflicters(doing, mentions),
            agents(doing, mentions, told),
            opponents(harms, doing, mentions, told),
            blaming(doing, mentions),
            blame,
            operators(harms, doing, mentions, told),
            after_doing(doing, mentions),
            responsible(doing, mentions, told),
            who_came(doing, mentions, told),
            who_left(doing, mentions, told),
            holders(harms, doing, mentions, told),
            operators_before(harms, actors, mentions, told),
        )
    )
    # "It said that rebels killed two of its men": theirs they were not.
    owned = owners(harms, free.join(doers, on=AT, how="anti"), mentions)
    # "The two murders were attributed to X": no losses of X's; those of both sides are nobody's.
    suffering = doing.join(blame, on=AT, how="anti", maintain_order="left").join(
        joined_sides(mentions), on=["sentence_id", "mention_no"], how="anti", maintain_order="left"
    )
    victims = pl.concat(
        rows.select(ROLE)
        for rows in (
            sufferers(suffering, mentions),
            people_before(subject, mentions),
            owned,
            mined.filter("is_harmed"),
            admitters(free, mentions, told),
            topics(harms, mentions, told),
        )
    )
    return share_doer(with_roles(harms, doers, victims, owned.select(ROLE)), sentences)


def unharmed(harms: pl.DataFrame, actors: pl.DataFrame, who: pl.DataFrame) -> pl.DataFrame:
    """Each harm with the actors of its sentence whom it did not harm.

    who: those of whom 'who' tells, as heads gives them.
    """
    free = harms.select("sentence_id", "harm_no", "rule_id", "trigger_no").join(
        actors, on="sentence_id", how="inner"
    )
    # "Police shot a gunman who had killed two": he did, harmed as he was.
    harmed = free.join(members_of(harms), on=["sentence_id", "mention_no"], how="semi").join(
        who.rename({"head_no": "mention_no"}),
        on=["sentence_id", "trigger_no", "mention_no"],
        how="anti",
    )
    return free.join(harmed, on=AT, how="anti", maintain_order="left")


def who_may_do(
    free: pl.DataFrame, sentences: pl.DataFrame, mentions: pl.DataFrame, told: pl.DataFrame
) -> pl.DataFrame:
    """Those of free who may have done it: nobody who only tells of it, or who is one of two of whom
    one did."""
    doing = free.filter(~pl.col("is_speaker"))
    active = doing.filter(pl.col("rule_id").is_in(DOING), ~pl.col("is_pronoun"))
    tellers = pl.concat(
        [
            only_tellers(doing, mentions, told),
            tellers_of_others(active, mentions, told),
            accusers(doing, mentions, told),
            avengers(doing, mentions, told),
        ]
    )
    either = pl.concat([alternatives(mentions), sides_of_each_other(mentions, sentences)])
    return doing.join(tellers, on=tellers.columns, how="anti", maintain_order="left").join(
        either, on=either.columns, how="anti", maintain_order="left"
    )


def with_roles(
    harms: pl.DataFrame, doers: pl.DataFrame, victims: pl.DataFrame, owned: pl.DataFrame
) -> pl.DataFrame:
    """Add the first actor of each role, its mention and is_carried."""
    names = (
        ("initiator", "initiator_actor_id", doers),
        ("victim", "role_victim_id", victims),
        ("owner", "owner_id", owned),
    )
    for role, name, told in names:
        first = told.unique(["sentence_id", "harm_no"], keep="first", maintain_order=True).select(
            "sentence_id", "harm_no", pl.col("actor_id").alias(name),
            pl.col("is_pronoun").alias(f"is_carried_{role}"),
            pl.col("mention_no").alias(f"{role}_no"),
        )  # fmt: skip
        harms = harms.join(first, on=["sentence_id", "harm_no"], how="left", maintain_order="left")
    carried = [f"is_carried_{role}" for role, _, _ in names]
    return harms.with_columns(is_carried=pl.any_horizontal(pl.col(carried).fill_null(False))).drop(
        *carried, "owner_no"
    )


def share_doer(harms: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """The harms; of two told as one ("four were killed and two hurt by a mine laid by X") the one
    without a doer has the other's."""
    # "Four were killed and nine arrested by police": these did not kill.
    is_one = pl.col("rule_id").is_in(TOLD_AS_ONE) & ~pl.col("trigger_text").str.contains(ARRESTED)
    near = pl.col("trigger_no").filter(is_one)
    # "Twenty were killed, and nine died at the hands of X": X killed nine.
    base, first, last = pl.col("base"), pl.min("anchor_end"), pl.max("anchor_start")
    ahead = pl.col("sentence").str.slice(0, pl.col("anchor_start") - base)
    is_theirs = is_one & (pl.col("rule_id") != "died") & ~ahead.str.contains(HAD)
    doers = pl.col("initiator_actor_id").filter(is_theirs).drop_nulls()
    between = pl.col("sentence").first().str.slice(first - base.first(), (last - first).clip(0))
    is_near = (near.max() - near.min() <= PAIR_REACH) | between.str.contains(OTHERS_TOO)
    pair = (
        (is_one.sum() == 2)
        & ((pl.col("rule_id") == ELLIPTIC).any() | (pl.col("rule_id") == "passive").all())
        & is_near
        & (doers.n_unique() == 1)
    )
    told = harms.join(
        sentences.select("sentence_id", base="start", sentence="text"), on="sentence_id"
    )
    shared = told.group_by("sentence_id").agg(
        pair_doer=pl.when(pair).then(doers.first())
    ).drop_nulls()  # fmt: skip
    is_open = is_one & pl.col("initiator_actor_id").is_null()
    is_open &= (pl.col("role_victim_id") != pl.col("pair_doer")).fill_null(True)
    return (
        harms.join(shared, on="sentence_id", how="left", maintain_order="left")
        .with_columns(
            initiator_actor_id=pl.when(is_open).then("pair_doer").otherwise("initiator_actor_id")
        )
        .drop("pair_doer")
    )


def members_of(harms: pl.DataFrame) -> pl.DataFrame:
    """The mentions that are people harmed: sentence_id, mention_no.

    Whoever flees may do harm all the same: "the rebels fled, killing nine".
    """
    return (
        harms.filter(pl.col("harm") != "displaced")
        .select("sentence_id", mention_no=pl.col("group").str.extract_all(r"\d+"))
        .explode("mention_no", empty_as_null=False)
        .with_columns(pl.col("mention_no").cast(pl.Int32))
        .unique()
    )
