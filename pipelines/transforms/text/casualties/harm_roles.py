"""Who did a harm and who suffered it, where the group itself does not say."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.casualties.agents import agents
from pipelines.transforms.text.casualties.blame import accusers, blamed
from pipelines.transforms.text.casualties.holders import holders
from pipelines.transforms.text.casualties.losses import (
    AMONG_HARMS,
    COUNTED_HARMS,
    ROLE,
    VERB_REACH,
    sufferers,
)
from pipelines.transforms.text.casualties.mines import met_mines
from pipelines.transforms.text.casualties.operations import operators, operators_before
from pipelines.transforms.text.casualties.opponents import (
    blaming,
    fights_ahead,
    opponents,
    responsible,
    subjects_of_others,
)
from pipelines.transforms.text.casualties.tellers import only_tellers, tellers_of_others
from pipelines.transforms.text.casualties.topics import admitters, topics
from pipelines.transforms.text.casualties.who_came import who_came, who_left
from pipelines.transforms.text.casualties.whose_people import is_of_them, owners, people_before
from pipelines.transforms.text.parties.acted_on import heads, is_head
from pipelines.transforms.text.parties.acting_parties import (
    BESIDE_COST,
    and_before,
    find_actors,
)
from pipelines.transforms.text.parties.joined_sides import (
    alternatives,
    joined_sides,
    sides_of_each_other,
)
from pipelines.transforms.text.runs import beside, last_known

# Rules whose subject does the harm.
DOING = ["active", "name_after", "uncounted"]
FIGHTING = r"(?i)^(?:fighting|clashes|battles?|skirmishes|gun ?battles?|violence)$"
INFLICTING = r"(?i)^inflict"
OPENING, SUBJECT_REACH = r"(?i)^(?:after|before|while|when|upon|by|on)$", 12
# "Four were killed and two others injured": what is left out is said before.
ARRESTED = r"(?i)^(?:arrest|detain)"
# "Three were murdered by a column of X, and another two were wounded"
OTHERS_TOO = (
    r"(?i)^ by [^.;]{0,80}(?:,| and) (?:another |[a-z0-9-]+ (?:others|more) )(?:[a-z0-9-]+ ){0,2}$"
)
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
    free = (
        harms.select("sentence_id", "harm_no", "rule_id", "trigger_no")
        .join(actors, on="sentence_id", how="inner")
        .join(members_of(harms), on=["sentence_id", "mention_no"], how="anti")
    )
    doing = free.filter(~pl.col("is_speaker"))
    active = doing.filter(pl.col("rule_id").is_in(DOING), ~pl.col("is_pronoun"))
    tellers = pl.concat(
        [
            only_tellers(doing, mentions, told),
            tellers_of_others(active, mentions, told),
            accusers(doing, mentions, told),
        ]
    )
    either = pl.concat([alternatives(mentions), sides_of_each_other(mentions, sentences)])
    doing = doing.join(tellers, on=tellers.columns, how="anti", maintain_order="left").join(
        either, on=either.columns, how="anti", maintain_order="left"
    )
    mined = met_mines(doing, mentions, told)
    on = ["sentence_id", "harm_no", "mention_no"]
    unmined = doing.join(mined, on=on, how="anti", maintain_order="left")
    subject, blame = subjects(unmined, mentions), blamed(doing, mentions, told)
    doers = pl.concat(
        [
            rows.select(ROLE)
            for rows in (
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
        ]
    )
    # "It said that rebels killed two of its men": theirs they were not.
    others = free.join(doers, on=on, how="anti")
    owned = owners(harms, others, mentions)
    # "The two murders were attributed to X": no losses of X's; those of both sides are nobody's.
    suffering = doing.join(blame, on=on, how="anti", maintain_order="left").join(
        joined_sides(mentions), on=["sentence_id", "mention_no"], how="anti", maintain_order="left"
    )
    roles = pl.concat(
        [
            doers.select(*ROLE, role=pl.lit("initiator")),
            sufferers(suffering, mentions).select(*ROLE, role=pl.lit("victim")),
            people_before(subject, mentions).select(*ROLE, role=pl.lit("victim")),
            owned.select(*ROLE, role=pl.lit("victim")),
            mined.filter("is_harmed").select(*ROLE, role=pl.lit("victim")),
            admitters(free, mentions, told).select(*ROLE, role=pl.lit("victim")),
            topics(harms, mentions, told).select(*ROLE, role=pl.lit("victim")),
            owned.select(*ROLE, role=pl.lit("owner")),
        ]
    ).unique(["sentence_id", "harm_no", "role"], keep="first", maintain_order=True)
    names = {"initiator": "initiator_actor_id", "victim": "role_victim_id", "owner": "owner_id"}
    for role, name in names.items():
        filled = roles.filter(pl.col("role") == role).select(
            "sentence_id", "harm_no", pl.col("actor_id").alias(name),
            pl.col("is_pronoun").alias(f"is_carried_{role}"),
            pl.col("mention_no").alias(f"{role}_no"),
        )  # fmt: skip
        harms = harms.join(filled, on=["sentence_id", "harm_no"], how="left", maintain_order="left")
    carried = [f"is_carried_{role}" for role in names]
    harms = share_doer(harms, sentences)
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
    is_theirs = is_one & (pl.col("rule_id") != "died")
    doers = pl.col("initiator_actor_id").filter(is_theirs).drop_nulls()
    base, first, last = pl.col("base"), pl.min("anchor_end"), pl.max("anchor_start")
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


def subjects(free: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """The nearest actor before a verb in the active voice, rather one that is not turned from.

    What fighting did ("the fighting killed 180"), neither side did.
    """
    fights = mentions.filter(
        (pl.col("kind") == "trigger") & (pl.col("sense") == "contested"),
        pl.col("text").str.contains(FIGHTING),
    ).select("sentence_id", trigger_no=pl.col("mention_no") + 1)
    free = free.join(fights, on=["sentence_id", "trigger_no"], how="anti", maintain_order="left")
    # "X clashed with Y, resulting in nine deaths": either of the two did it.
    met, others = fights_ahead(mentions), subjects_of_others(mentions)
    # "Shot dead by police after killing two": whoever was shot killed them.
    run, kind = pl.col("sentence_id"), pl.col("kind")
    before = beside(kind, run, 1)
    lead = pl.when(before == "article").then(beside(kind, run, 2)).otherwise(before)
    is_ing = (kind == "trigger") & pl.col("voice").str.starts_with("ing").fill_null(False)
    is_told = last_known(pl.when(is_ing & (before == "clause")).then(True), run)
    # "Shot down drones, with debris wounding two": the debris did.
    is_thing = before.is_in(["unit", "method"])
    of_thing = pl.when(beside(kind, run, 2) == "article").then(beside(kind, run, 3))
    is_others = is_ing & (
        ((before == "with") & (pl.col("words_before") > 0))
        | (is_thing & (pl.coalesce(of_thing, beside(kind, run, 2)) == "with"))
    )
    by_others = mentions.filter(is_others).select("sentence_id", trigger_no="mention_no")
    follow_ups = mentions.filter(is_ing & is_told).select(
        "sentence_id", trigger_no="mention_no", is_follow_up=pl.lit(True)
    )
    # "They ran into a mine; the blast killed two": the blast did.
    opens_thing = (
        (kind == "clause")
        & (beside(kind, run, -1) == "article")
        & beside(kind, run, -2).is_in(["method", "unit"])
        & beside(pl.col("entity_id"), run, -2).is_null()
        & (beside(kind, run, -3) == "trigger")
        & (beside(pl.col("words_before"), run, -3) == 0)
    ).fill_null(False)
    things = mentions.select(
        "sentence_id",
        trigger_no="mention_no",
        thing_no=last_known(pl.when(opens_thing).then("mention_no"), run),
    ).drop_nulls()
    # "X frees two; gunmen kill five": X did not.
    last_semicolon = last_known(
        pl.when((kind == "clause") & (pl.col("sense") == "semicolon")).then("mention_no"), run
    )
    semicolons = mentions.select(
        "sentence_id", trigger_no="mention_no", semicolon_no=last_semicolon
    ).drop_nulls()
    agents = mentions.filter(lead == "by").select("sentence_id", "mention_no", is_agent=True)
    free = (
        free.drop("is_agent")
        .join(by_others, on=["sentence_id", "trigger_no"], how="anti", maintain_order="left")
        .join(heads(mentions), on=["sentence_id", "trigger_no"], how="left", maintain_order="left")
        .filter(is_head().fill_null(True))
        .join(met, on=["sentence_id", "trigger_no"], how="left", maintain_order="left")
        .filter((pl.col("mention_no") > pl.col("met_no")).fill_null(True))
        .join(others, on=["sentence_id", "trigger_no"], how="left", maintain_order="left")
        .filter((pl.col("mention_no") > pl.col("clause_no")).fill_null(True))
        .join(follow_ups, on=["sentence_id", "trigger_no"], how="left", maintain_order="left")
        .join(things, on=["sentence_id", "trigger_no"], how="left", maintain_order="left")
        .filter((pl.col("mention_no") > pl.col("thing_no")).fill_null(True))
        .join(semicolons, on=["sentence_id", "trigger_no"], how="left", maintain_order="left")
        .filter((pl.col("mention_no") > pl.col("semicolon_no")).fill_null(True))
        .join(agents, on=["sentence_id", "mention_no"], how="left", maintain_order="left")
        .filter(~(pl.col("is_follow_up") & pl.col("is_agent")).fill_null(False))
    )
    acting = free.filter(
        pl.col("rule_id").is_in(DOING),
        pl.col("mention_no") < pl.col("trigger_no"),
        ~pl.col("is_object") | pl.col("head_no").is_not_null(),
        ~pl.col("is_aside"),
        pl.col("cost") < BESIDE_COST,
    )
    # "Troops pursued the attackers and killed nine of them": who they are did not do it.
    is_right_before = (beside(kind, run, 1) == "and") & (
        beside(pl.col("words_before"), run, 1) == 0
    )
    them = is_right_before & is_of_them()
    theirs = mentions.filter(them).select("sentence_id", trigger_no="mention_no", is_theirs=True)
    is_them = (pl.col("is_theirs") & (pl.col("mention_no") == pl.col("trigger_no") - 2)).fill_null(
        False
    )
    return (
        acting.join(theirs, on=["sentence_id", "trigger_no"], how="left", maintain_order="left")
        .filter(~is_them)
        .sort("sentence_id", "harm_no", "cost", pl.col("mention_no") * -1)
        .unique(["sentence_id", "harm_no"], keep="first", maintain_order=True)
    )


def inflicters(free: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """The nearest actor before the verb of "X inflicted 40 casualties on Y"."""
    verbs = mentions.filter(
        (pl.col("voice") == "inflict_weak") & pl.col("text").str.contains(INFLICTING)
    ).select("sentence_id", verb_no="mention_no")
    return (
        free.filter(pl.col("rule_id").is_in([*COUNTED_HARMS, *AMONG_HARMS]), ~pl.col("is_object"))
        .join(verbs, on="sentence_id")
        .filter(
            (pl.col("trigger_no") - pl.col("verb_no")).is_between(1, VERB_REACH),
            pl.col("mention_no") < pl.col("verb_no"),
            ~pl.col("is_aside"),
            pl.col("cost") < BESIDE_COST,
        )
        .sort("sentence_id", "harm_no", "cost", pl.col("mention_no") * -1)
        .unique(["sentence_id", "harm_no"], keep="first", maintain_order=True)
    )


def after_doing(free: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """The subject behind the harm that it did: "after killing two, the attackers fled"."""
    run = pl.col("sentence_id")
    is_ing = (pl.col("kind") == "trigger") & pl.col("voice").str.starts_with("ing").fill_null(False)
    opens = (pl.col("mention_no") <= 1) & beside(pl.col("text"), run, 1).str.contains(OPENING)
    led = mentions.filter(is_ing & opens).select("sentence_id", trigger_no="mention_no")
    verbs = ["have", "be", "trigger"]
    acting = mentions.filter(
        beside(pl.col("kind"), run, -1).is_in(verbs)
        | (beside(pl.col("words_before"), run, -1) > 0).fill_null(True)
    ).select("sentence_id", "mention_no")
    return (
        free.join(led, on=["sentence_id", "trigger_no"], how="semi", maintain_order="left")
        .join(acting, on=["sentence_id", "mention_no"], how="semi", maintain_order="left")
        .filter(
            (pl.col("mention_no") - pl.col("trigger_no")).is_between(1, SUBJECT_REACH),
            ~pl.col("is_object"),
            ~pl.col("is_aside"),
            pl.col("cost") == 0,
        )
        .sort("sentence_id", "harm_no", "mention_no")
        .unique(["sentence_id", "harm_no"], keep="first", maintain_order=True)
    )
