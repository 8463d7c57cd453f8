"""Who can act in a sentence, and which of those named in it are told in passing."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.parties import country_marks as countries
from pipelines.transforms.text.parties import party_marks as marks
from pipelines.transforms.text.parties.acted_on import is_acted_on, last_subject_end
from pipelines.transforms.text.parties.actors import STATE_FORCES
from pipelines.transforms.text.parties.asides import agents, takes_no_part
from pipelines.transforms.text.parties.generic_actors import UNIDENTIFIED
from pipelines.transforms.text.parties.party_grammar import (
    BREAKS_OUT,
    ends_aside,
    gap_before,
    meets,
    words_after,
    words_before,
)
from pipelines.transforms.text.parties.passing_words import (
    BESIDE_THEM,
    CARRYING,
    CLOSED,
    CLOTHES_AFTER,
    DISGUISED,
    ENCLOSED_AFTER,
    ENCLOSED_BEFORE,
    GUARDED_BY,
    JOINED_BEHIND,
    NONE_OF_THEM,
    OFFICE_SAYS,
    PURSUED_BEFORE,
    SENT_AGAINST,
    WHOM,
)
from pipelines.transforms.text.runs import beside, last_before, last_known

# An actor after one of these is what is done to, not who does.
TURNED_FROM = ["to", "from", "of", "with"]
# "Troops loyal to X" are X's.
TURNED_COST, ASIDE_COST, LOYAL_COST = 6, 3, -1
# "The army and its allies killed nine": the army did, with them.
SECOND_COST = 1
# Who is with somebody does not do what is told next: "farmers involved with rebels and abducted".
BESIDE_COST = 7
RUN = pl.col("sentence_id")


def and_before(asked: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """The sentences asked for (sentence_id), each with the one before it in its article.

    sentences: sorted by article and sentence_no. A few sentences more do no harm.
    """
    is_asked = pl.col("sentence_id").is_in(asked["sentence_id"].implode())
    return sentences.filter(is_asked | is_asked.shift(-1, fill_value=False))


def find_actors(
    sentences: pl.DataFrame, mentions: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """Who can act: sentence_id, mention_no, actor_id, cost, is_pronoun, is_speaker and more.

    is_object: it stands right behind a verb ("drove X out, killing 40") and does nothing after it.
    is_aside: it is told in passing in the phrase of somebody else, who does what comes next.
    is_agent: it stands behind 'by' and before a verb that it is no subject of ("a convoy attacked
    by X lost four").
    mentions: of whole sentences, sorted by sentence_id and mention_no. The cost tells whom a
    preposition turns things on. 'They', 'it' and 'the group' stand for the last actor before them
    in the sentence, else for the first of the sentence before; so do 'the attackers' and 'the men'
    that open a sentence or clause, for a group.
    """
    return name_pronouns(in_sentences(mark_parties(mentions, lexicons), sentences, mentions))


def mark_parties(mentions: pl.DataFrame, lexicons: Lexicons) -> pl.LazyFrame:
    """The mentions that may act, with what stands around each."""
    lead, onto = pl.col("lead"), pl.col("onto")
    is_pronoun = (pl.col("kind") == "pronoun") & pl.col("sense").is_in(["group", "thing"])
    state = pl.coalesce("seat", pl.lit(STATE_FORCES) + pl.col("entity_id").str.to_lowercase())
    return (
        mentions.lazy()
        .with_columns(**marks.neighbours())
        .with_columns(seat=marks.seat(lexicons), is_own=marks.is_own(lexicons))
        .with_columns(is_state=marks.is_state(), is_called=marks.is_called_so())
        .with_columns(is_pronoun=pl.col("is_own") | pl.col("is_called") | is_pronoun)
        .select(
            "article_id",
            "sentence_id",
            "mention_no",
            "end",
            "is_pronoun",
            "is_called",
            gap_start="lead_end",
            gap_end="start",
            cost=pl.when(onto == "loyal")
            .then(LOYAL_COST)
            .when(lead == "with")
            .then(BESIDE_COST)
            .when(lead.is_in(TURNED_FROM) | (onto == "on"))
            .then(TURNED_COST),
            ends_aside=ends_aside(RUN),
            is_object=marks.is_object(),
            actor_id=pl.when(marks.is_armed() & ~marks.is_only_told() & ~pl.col("is_own"))
            .then("entity_id")
            .when(
                pl.col("is_state")
                | countries.is_behind_by()
                | countries.is_loser()
                | countries.is_killer()
                | countries.is_campaigner()
            )
            .then(state),
            subject_end=last_subject_end(RUN),
            is_it=is_pronoun & (pl.col("sense") == "thing").fill_null(False),
            is_group=pl.col("is_pronoun")
            & ~pl.col("is_own")
            & ~pl.col("is_called")
            & (pl.col("voice") == "def").fill_null(False),
            is_first=marks.is_first_told(),
            is_within=((lead == "in") & (onto == "in")).fill_null(False),
            is_speaker=marks.is_speaker() | takes_no_part(RUN),
            is_alias=marks.is_alias(),
            is_subordinate=(onto == "subordinate").fill_null(False),
            is_of_speaker=marks.is_of_speaker(),
            is_apart=marks.is_apart(),
        )
        .filter(pl.col("actor_id").is_not_null() | pl.col("is_pronoun"), ~pl.col("is_alias"))
    )


def in_sentences(
    parties: pl.LazyFrame, sentences: pl.DataFrame, mentions: pl.DataFrame
) -> pl.DataFrame:
    """The parties with what the words of their sentences say of them: is_agent, is_aside,
    is_object and the whole cost."""
    is_enclosed = words_after().str.contains(ENCLOSED_AFTER) & words_before().str.contains(
        f"{ENCLOSED_BEFORE}|{PURSUED_BEFORE}"
    )
    is_enclosed |= words_before().str.contains(WHOM) & words_after().str.contains(CLOSED)
    is_aside = pl.col("is_before_verb") & pl.col("is_told_of_people")
    aside_cost = pl.when("ends_aside", pl.col("is_before_verb").is_not_null()).then(ASIDE_COST)
    return (
        parties.join(
            sentences.lazy().select("sentence_id", "sentence_no", base="start", sentence="text"),
            on="sentence_id",
            maintain_order="left",
        )
        .join(
            agents(mentions).lazy(), on=["sentence_id", "mention_no"], how="left",
            maintain_order="left",
        )
        .with_columns(
            cost=pl.coalesce(
                "cost", aside_cost.when(is_second()).then(SECOND_COST).otherwise(0)
            ),
            is_agent=pl.col("is_before_verb").fill_null(False),
            is_of_office=pl.when("is_pronoun")
            .then(words_before())
            .str.contains(OFFICE_SAYS)
            .fill_null(False),
            is_aside=is_aside.fill_null(False)
            | pl.col("is_apart")
            | words_before().str.contains(BESIDE_THEM).fill_null(False)
            | words_before().str.contains(f"{DISGUISED}|{GUARDED_BY}").fill_null(False)
            | words_before().str.contains(NONE_OF_THEM).fill_null(False)
            | words_after().str.contains(CLOTHES_AFTER).fill_null(False)
            | (pl.col("is_pronoun") & words_after().str.contains(BREAKS_OUT)).fill_null(False)
            | is_enclosed.fill_null(False)
            | meets(RUN),
            is_object=pl.col("is_object")
            | words_before().str.contains(SENT_AGAINST).fill_null(False)
            | gap_before().str.contains(CARRYING).fill_null(False)
            | is_acted_on("gap_end"),
        )
        .collect(engine="in-memory")
    )  # fmt: skip


def is_second() -> pl.Expr:
    """True for parties that 'and' joins to the one before."""
    end_before = beside(pl.col("end"), RUN, 1)
    gap = pl.col("sentence").str.slice(
        end_before - pl.col("base"), (pl.col("gap_end") - end_before).clip(0)
    )
    return gap.str.contains(JOINED_BEHIND).fill_null(False)


def name_pronouns(rows: pl.DataFrame) -> pl.DataFrame:
    """The columns of find_actors, pronouns with whom they stand for; those of nobody are left
    out."""
    first = first_of_sentences(rows)
    group = pl.coalesce(
        last_known(group_actor(), RUN),
        "first_group",
        pl.when("is_first").then(pl.lit(UNIDENTIFIED)),
    )
    return (
        rows.join(first, on=["article_id", "sentence_no"], how="left", maintain_order="left")
        # First, since "it" in "the group said it killed nine" is the group.
        .with_columns(actor_id=pl.when("is_group").then(group).otherwise("actor_id"))
        .select(
            "sentence_id",
            "mention_no",
            "cost",
            "is_pronoun",
            "is_object",
            "is_agent",
            "is_aside",
            "is_speaker",
            actor_id=pl.when("is_called")
            .then(called_actor())
            .when("is_group")
            .then("actor_id")
            .otherwise(pronoun_actor()),
        )
        .filter(pl.col("actor_id").is_not_null())
    )


def group_actor() -> pl.Expr:
    """The actor, where it is no state's army: "the group" is none."""
    return pl.when(~pl.col("actor_id").str.starts_with(STATE_FORCES)).then("actor_id")


def first_of_sentences(rows: pl.DataFrame) -> pl.DataFrame:
    """Who is first in the sentence before: article_id, sentence_no, first_id, first_group and
    first_active, a group that did something there ("the gunmen" are of it)."""
    active = pl.when(~pl.col("is_object") & ~pl.col("is_aside")).then(group_actor())
    main = pl.when(~pl.col("is_subordinate")).then("actor_id")
    return (
        # "She has a relative in the army. They killed her": not the army.
        rows.filter(pl.col("actor_id").is_not_null(), ~pl.col("is_within"))
        .group_by("article_id", "sentence_no")
        .agg(
            # "After X left, Y came. They killed two": Y did.
            first_id=pl.coalesce(main.drop_nulls().first(), pl.col("actor_id").first()),
            first_group=group_actor().drop_nulls().first(),
            first_active=active.drop_nulls().first(),
        )
        .with_columns(pl.col("sentence_no") + 1)
    )


def called_actor() -> pl.Expr:
    """Whom "the attackers" and "the fighters" are."""
    named = pl.when(~pl.col("is_called")).then(group_actor())
    n_named = named.drop_nulls().n_unique().over("sentence_id")
    return pl.coalesce(
        # "X clashed with Y, and the fighters killed nine": either's.
        pl.when(n_named > 1).then(pl.lit(UNIDENTIFIED)),
        last_before(named, RUN),
        "first_active",
        "actor_id",
    )


def pronoun_actor() -> pl.Expr:
    """Whom "they" and "it" are; the actor itself where it is named."""

    def last(is_told: pl.Expr) -> pl.Expr:
        return last_known(pl.when(is_told).then("actor_id"), RUN)

    is_subject, is_main = ~pl.col("is_object"), ~pl.col("is_subordinate")
    of_speaker, is_they = pl.col("is_of_speaker"), ~pl.col("is_it")
    last_of_all = last_known(pl.col("actor_id"), RUN)
    return pl.coalesce(
        "actor_id",
        # "The militia allied with the army said it killed": the militia.
        pl.when(of_speaker).then(last(is_subject & ~pl.col("is_aside"))),
        pl.when(of_speaker).then(last(is_subject)),
        pl.when(of_speaker & is_they).then(last_of_all),
        # "X killed nine soldiers and said it lost two" of X's; "X came after Y had left; they
        # killed two" tells of X.
        last(is_main & is_subject),
        pl.when(is_they).then(last(is_main)),
        pl.when(is_they).then(last_of_all),
        pl.when(~pl.col("is_of_office")).then("first_id"),
    )
