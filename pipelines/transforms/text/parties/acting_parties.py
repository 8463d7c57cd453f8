"""Who can act in a sentence, and which of those named in it are told in passing."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.parties.acted_on import is_acted_on, last_subject_end
from pipelines.transforms.text.parties.actors import ENEMY, ORGANISED, STATE_FORCES, is_of_attack
from pipelines.transforms.text.parties.asides import agents
from pipelines.transforms.text.parties.party_grammar import (
    ends_aside,
    gap_before,
    has_voice,
    meets,
    only_speaks,
    owns_hit,
    words_after,
    words_before,
)
from pipelines.transforms.text.parties.passing_words import (
    ALONGSIDE,
    BESIDE_THEM,
    CARRYING,
    CLOTHES_AFTER,
    DISGUISED,
    ENCLOSED_AFTER,
    ENCLOSED_BEFORE,
    WEAPONS,
)
from pipelines.transforms.text.runs import beside, last_known

# Kinds of people that act as a party without being one by name.
ARMED = ["unidentified-armed-group", "security-forces", "soldiers", "police", ENEMY]
# An actor after one of these is what is done to, not who does.
TURNED_FROM = ["to", "from", "of", "with"]
# Whose people they are: "two of its fighters" are the speaker's own.
OWN = ["its", "their", "our", "its own", "their own", "our own"]
# A commander's: "the governor said his troops had killed nine".
HIS, ACTS = ["his", "her", "his own", "her own"], ["have", "trigger"]
# "Troops loyal to X" are X's.
TURNED_COST, ASIDE_COST, LOYAL_COST = 6, 3, -1
# Who is with somebody does not do what is told next: "farmers involved with rebels and abducted".
BESIDE_COST = 7
# Nouns for people of a party that no noun of the state is.
FIGHTERS = (
    r"(?i)^(?:fighters|men|members|militants|gunmen|commandos|combatants|militiamen|"
    r"mujahid(?:een|in)|guerrillas|insurgents|rebels|brigades|units)$"
)
# Verbs that hand on to who acts next: "fell to X, who killed 12".
HANDS_ON = r"(?i)(?-u:\b)(?:to|by|of|hands)$"


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
    in the sentence, else for the first of the sentence before.
    """
    run, kind, sense = pl.col("sentence_id"), pl.col("kind"), pl.col("sense")
    capitals = lexicons.words.filter(pl.col("kind") == "seat")
    seat = (
        pl.when((kind == "place") & (sense != "country"))
        .then("text")
        .str.to_lowercase()
        .replace_strict(capitals["phrase"], capitals["entity_id"], default=None)
    )
    before = beside(kind, run, 1)
    is_behind = before.is_in(["article", "quantity"])
    lead = pl.when(is_behind).then(beside(kind, run, 2)).otherwise(before)
    onto = pl.when(is_behind).then(beside(sense, run, 2)).otherwise(beside(sense, run, 1))
    can_act = (
        (pl.col("kind") == "actor")
        | ((pl.col("kind") == "people") & pl.col("entity_id").is_in(ARMED))
        | ((pl.col("kind") == "people") & pl.col("entity_id").str.starts_with(STATE_FORCES))
        # "Militants" of an article that tells of one group.
        | (
            (kind == "people")
            & (sense == "pl")
            & pl.when(kind == "people").then("text").str.contains(ORGANISED)
            & pl.col("entity_id").is_not_null()
        )
    )
    # "A Turkish drone killed two": whose weapon it is did so.
    is_thing = kind.is_in(["unit", "method"])
    thing = pl.when(is_thing).then("text")
    can_act |= (
        is_thing
        & pl.col("entity_id").is_not_null()
        & (thing.str.contains(WEAPONS) | sense.is_in(["attack"]) | (kind == "method"))
        & (beside(kind, run, -1) == "trigger")
        & (beside(pl.col("words_before"), run, -1) == 0)
    ).fill_null(False)
    can_act &= ~is_of_attack()
    # "Troops loyal to X" are whose X is, known or not.
    can_act &= ~((kind == "people") & (beside(sense, run, -1) == "loyal").fill_null(False))
    # "Georgia said two of its soldiers were killed": a state that speaks owns, and does nothing.
    is_next = beside(pl.col("words_before"), run, -1) == 0
    # So does one whose ministry speaks.
    speaks = (beside(kind, run, -1) == "speech") | (
        (beside(kind, run, -1) == "role")
        & (beside(kind, run, -2) == "speech")
        & (beside(pl.col("start"), run, -1) - pl.col("end") == len("'s "))
    )
    is_state = (
        (kind == "place")
        & ((sense == "country") | seat.is_not_null())
        & speaks
        & is_next
        & (before != "in").fill_null(True)
    ).fill_null(False)
    # "Russia had lost 900 soldiers": a state loses its own.
    is_have = beside(kind, run, -1) == "have"
    verb = pl.when(is_have).then(beside(sense, run, -2)).otherwise(beside(sense, run, -1))
    is_loser = ((kind == "place") & (sense == "country") & (verb == "lost") & is_next).fill_null(
        False
    )
    # "Killed by Israel", "a drone launched by Russia".
    is_behind_by = (
        (kind == "place")
        & (sense == "country")
        & (before == "by")
        & (pl.col("words_before") == 0)
        & ~(
            beside(kind, run, -1).is_in(["role", "people", "actor", "place", "unit", "method"])
            & (beside(pl.col("start"), run, -1) - pl.col("end") <= len("'s "))
        )
    ).fill_null(False)
    # "A strike on X positions killed two": X did not.
    hit_kind = pl.when(is_behind).then(beside(kind, run, 3)).otherwise(beside(kind, run, 2))
    hit_sense = pl.when(is_behind).then(beside(sense, run, 3)).otherwise(beside(sense, run, 2))
    is_hit = (
        (onto == "against")
        | (onto == "on")
        & ((hit_kind == "method") | ((hit_kind == "unit") & (hit_sense == "attack")))
    ).fill_null(False)
    is_speaker = is_state | (is_next & (has_voice(run) | only_speaks(run))).fill_null(False)
    # "X said its troops (its missiles) killed nine": they are X's, whatever the country.
    last_word = beside(pl.col("text"), run, 1)
    owner = pl.when(is_behind).then(last_word).str.to_lowercase()
    is_own = (
        (
            pl.col("entity_id").str.starts_with(STATE_FORCES) & (kind == "people")
            | pl.col("text").str.contains(FIGHTERS)
            | kind.is_in(["unit", "method"])
        )
        & (before == "article")
        & (owner.is_in(OWN) | (owner.is_in(HIS) & beside(kind, run, -1).is_in(ACTS)))
    ).fill_null(False)
    can_act &= ~is_own
    # What stands near a party's post is no deed of it: "a bomb went off near a police van".
    is_located = (
        (lead == "in")
        & (pl.col("words_before") <= 1)
        & ((onto == "near") | (beside(kind, run, -1) == "place_noun"))
        & ~beside(kind, run, -1).is_in(["method", "trigger"])
    ).fill_null(False)
    can_act &= ~is_located
    # "Fano militiamen" act as Fano.
    is_same = pl.col("entity_id") == beside(pl.col("entity_id"), run, 1)
    is_named = (
        (before == "actor")
        & (pl.col("words_before") == 0)
        & (pl.col("entity_id").is_in(ARMED) | is_same)
    )
    can_act &= ~((kind == "people") & is_named).fill_null(False)
    is_pronoun = is_own | (
        (pl.col("kind") == "pronoun") & pl.col("sense").is_in(["group", "thing"])
    )
    # "Ambushed a convoy of X, killing nine": X's convoy was hit.
    is_owner_hit = (lead == "of") & pl.when(is_behind).then(owns_hit(run, 2)).otherwise(
        owns_hit(run, 1)
    )
    rows = (
        mentions.lazy()
        .select(
            "article_id",
            "sentence_id",
            "mention_no",
            gap_start=pl.when(is_behind)
            .then(beside(pl.col("end"), run, 2))
            .otherwise(beside(pl.col("end"), run, 1)),
            gap_end="start",
            end="end",
            cost=pl.when(onto == "loyal")
            .then(LOYAL_COST)
            .when(lead == "with")
            .then(BESIDE_COST)
            .when(lead.is_in(TURNED_FROM) | (onto == "on"))
            .then(TURNED_COST),
            ends_aside=ends_aside(run),
            is_object=(
                (lead == "trigger")
                & (pl.col("words_before") <= 1)
                & ~pl.when(is_behind)
                .then(beside(pl.col("text"), run, 2))
                .otherwise(beside(pl.col("text"), run, 1))
                .str.contains(HANDS_ON)
            ).fill_null(False)
            | is_owner_hit.fill_null(False),
            actor_id=pl.when(can_act)
            .then("entity_id")
            .when(is_state | is_behind_by | is_loser)
            .then(
                pl.coalesce(seat, pl.lit(STATE_FORCES) + pl.col("entity_id").str.to_lowercase())
            ),
            subject_end=last_subject_end(run),
            is_pronoun=is_pronoun,
            is_group=is_pronoun & ~is_own & (pl.col("voice") == "def").fill_null(False),
            is_speaker=is_speaker,
            # "Members of the Resistance Units (YBS)": one party, named twice.
            is_alias=(
                (before == "bracket")
                & (beside(kind, run, 2) == "actor")
                & (beside(kind, run, -1) == "bracket")
                & (kind == "actor")
            ).fill_null(False),
            is_subordinate=(onto == "subordinate").fill_null(False),
            # "While the rebels claim they killed nine": they are who claims it.
            is_of_speaker=(
                (before == "speech") | ((before == "clause") & (beside(kind, run, 2) == "speech"))
            ).fill_null(False),
            # "A commander wanted by X killed five": X did not.
            is_apart=is_behind_by
            | is_hit
            | (
                (onto == "apart").fill_null(False)
                | ((before == "stop") & last_word.str.contains(ALONGSIDE)).fill_null(False)
            ),
        )
        .filter(pl.col("actor_id").is_not_null() | pl.col("is_pronoun"), ~pl.col("is_alias"))
        .join(
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
                "cost", pl.when("ends_aside", pl.col("is_before_verb").is_not_null())
                .then(ASIDE_COST).otherwise(0)
            ),
            is_agent=pl.col("is_before_verb").fill_null(False),
            is_aside=(pl.col("is_before_verb") & pl.col("is_told_of_people")).fill_null(False)
            | pl.col("is_apart")
            | words_before().str.contains(BESIDE_THEM).fill_null(False)
            | words_before().str.contains(DISGUISED).fill_null(False)
            | words_after().str.contains(CLOTHES_AFTER).fill_null(False)
            | (
                words_after().str.contains(ENCLOSED_AFTER)
                & words_before().str.contains(ENCLOSED_BEFORE)
            ).fill_null(False)
            | meets(run),
            is_object=pl.col("is_object")
            | gap_before().str.contains(CARRYING).fill_null(False)
            | is_acted_on("gap_end"),
        )
        .collect(engine="in-memory")
    )  # fmt: skip
    # "The group" is no state's army.
    group = pl.when(~pl.col("actor_id").str.starts_with(STATE_FORCES)).then("actor_id")
    firsts = (
        rows.filter(pl.col("actor_id").is_not_null())
        .group_by("article_id", "sentence_no")
        .agg(first_id=pl.col("actor_id").first(), first_group=group.drop_nulls().first())
        .with_columns(pl.col("sentence_no") + 1)
    )
    return (
        rows.join(firsts, on=["article_id", "sentence_no"], how="left", maintain_order="left")
        .select(
            "sentence_id",
            "mention_no",
            "cost",
            "is_pronoun",
            "is_object",
            "is_agent",
            "is_aside",
            "is_speaker",
            # "X came after Y had left; they killed two" tells of X.
            actor_id=pl.when("is_group")
            .then(pl.coalesce(last_known(group, run), "first_group"))
            .otherwise(
                pl.coalesce(
                    "actor_id",
                    pl.when("is_of_speaker").then(last_known(pl.col("actor_id"), run)),
                    last_known(pl.when(~pl.col("is_subordinate")).then("actor_id"), run),
                    last_known(pl.col("actor_id"), run),
                    "first_id",
                )
            ),
        )
        .filter(pl.col("actor_id").is_not_null())
    )
