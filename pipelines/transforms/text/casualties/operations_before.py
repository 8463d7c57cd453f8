"""Whose deed a harm is by the sentence before: "Police launched an operation. Three died"."""

import polars as pl

from pipelines.transforms.text.attacks.going_on import AS_OF, ILLS
from pipelines.transforms.text.attacks.grammar import OWNED_BY
from pipelines.transforms.text.casualties.operations import (
    NEAR_BY,
    OF_THEIRS,
    OPERATION_BY,
    SUFFERED,
)
from pipelines.transforms.text.casualties.who_came import CAME_HARMING, CAME_THERE, THEIR_MEN
from pipelines.transforms.text.parties.actors import STATE_FORCES
from pipelines.transforms.text.parties.generic_actors import UNIDENTIFIED

# "Police launched an operation", "began a sweep", and what goes on from it
A_DEED = r"(?:operations?|offensives?|sweeps?|crackdowns?|incursions?|raids?|manhunts?|search)"
AN_OPERATION = rf"(?i)(?-u:\b)(?:{A_DEED}|engagements)(?-u:\b)"
OPERATES = (
    r"(?i)^[^.;,]{0,60}?\s(?:conduct|carri|carry|launch|mount|stag|began|begun|start|undert)[a-z]*"
    rf"(?: out)? (?:[a-z-]+ ){{0,4}}?{A_DEED}(?-u:\b)|"
    # "Security forces killed 31 militants in two separate operations"
    r"(?i)^ (?:killed|neutrali[sz]ed|eliminated|arrested|gunned down) [^.;]{2,60}? (?:in|during) "
    rf"(?:[a-z-]+ ){{0,4}}?(?:{A_DEED}|engagements)(?-u:\b)"
)
IN_THE_OPERATION = (
    r"(?i)(?-u:\b)(?:in|during) (?:the|this|that|[a-z]+day['\x{2019}]s)(?: [a-z-]+){0,2}? "
    rf"(?:{A_DEED}|attack|assault|ambush|siege|incident|violence)(?-u:\b)"
)
BESIDE_IT = (
    r"(?i)(?-u:\b)(?:separate(?:ly)?|elsewhere|meanwhile|earlier|later|clash(?:es|ed)?|by|in an?|"
    r"another|when|after|before|as|since|so far|across|attack(?:s|ed)?|bombs?|explosion|mines?|"
    rf"{ILLS}|this (?:week|month|year)|in (?:all|total))(?-u:\b)"
)
# "The siege ended after 30 hours"
ENDED = r"(?i)(?-u:\b)ended(?: only)? (?:after|on|at|when|with)(?-u:\b)[^,.;]{0,30}"
# "Rebels of X"
MEN_OF = (
    r"(?i)(?-u:\b)(?:fighters|rebels|militants|gunmen|members|men|soldiers|troops|elements|units?|"
    r"column) (?:of|from|belonging to|loyal to) (?:the )?$"
)
# Attacks that are spoken of, awaited or beaten off.
NOT_CARRIED_OUT = (
    r"(?i)(?-u:\b)(?:respon|retaliat|aveng|reveng|condemn|denounc|protest|warn|threat|fear|foil|"
    r"thwart|repel|prevent|deter|plan|will|would|could|might|if|no|not|never|accus|alleg|"
    r"den(?:y|ied)|investigat|anniversary|suspend|halt|stop|end(?:ed|ing)?(?-u:\b)|brace|counter|"
    r"last (?:week|month|year)|during|after|since)"
)
LONGEST = 160
ROLE = ["sentence_id", "actor_id", "is_pronoun", "mention_no"]
POSITION = ["article_id", "passage_no", "sentence_no"]


def operators_before(
    harms: pl.DataFrame, actors: pl.DataFrame, mentions: pl.DataFrame, sentences: pl.DataFrame
) -> pl.DataFrame:
    """Whose deed a harm is by the sentence before: the state's forces whose operation that tells
    of, of armed people ("Police launched an operation in Gao. Three bandits were killed in the
    operation."), or those who came or whose attack it was, of anybody who bears no arms of a group
    ("X fighters surrounded a village. Nine people were killed.").

    actors: those of the sentences of harm and of the ones before. Out: sentence_id, harm_no,
    actor_id, is_pronoun and mention_no, which is null: it stands in another sentence.
    """
    nobody = actors.head(0).select(*ROLE, harm_no=pl.lit(0, pl.Int32))
    asked = harms_of_sentence_before(harms, sentences)
    if asked.is_empty():
        return nobody
    doers = doers_before(asked, actors, mentions, sentences)
    if doers.is_empty():
        return nobody
    is_own, is_armed = pl.col("is_own"), pl.col("is_armed")
    is_of_state = pl.col("actor_id").str.starts_with(STATE_FORCES)
    order = pl.when("is_operation").then(pl.col("mention_no") * -1).otherwise("mention_no")
    return (
        asked.select("sentence_id", "harm_no", *POSITION)
        .join(harmed_people(asked, mentions), on=["sentence_id", "harm_no"])
        .join(doers, on=POSITION)
        .filter(
            pl.when("is_operation")
            .then(is_armed & ~is_own)
            .otherwise((~is_armed | is_own) & ~(is_own & is_of_state) & ~pl.col("is_placed"))
        )
        .sort("sentence_id", "harm_no", order)
        .unique(["sentence_id", "harm_no"], keep="first", maintain_order=True)
        .select(
            "sentence_id",
            "harm_no",
            "actor_id",
            is_pronoun=pl.lit(True),
            mention_no=pl.lit(None, pl.Int32),
        )
    )


def harms_of_sentence_before(harms: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Harms that may go on from the sentence before, in short sentences that tell of no other deed:
    sentence_id, harm_no, mention_no (of those harmed, as text), POSITION, text."""
    text = pl.col("text")
    return (
        harms.filter(pl.col("rule_id").is_in(SUFFERED))
        .select("sentence_id", "harm_no", mention_no=pl.col("group").str.extract_all(r"\d+"))
        .join(sentences.select("sentence_id", *POSITION, "text"), on="sentence_id")
        .filter(
            text.str.len_chars() <= LONGEST,
            text.str.contains(IN_THE_OPERATION)
            | ~text.str.replace(AS_OF, "").str.contains(BESIDE_IT),
        )
    )


def doers_before(
    asked: pl.DataFrame, actors: pl.DataFrame, mentions: pl.DataFrame, sentences: pl.DataFrame
) -> pl.DataFrame:
    """Who operates, comes or attacks in the sentence before those asked for: POSITION (of the
    sentence asked for), actor_id, mention_no, is_operation."""
    before = sentences.select(
        "article_id", "passage_no", pl.col("sentence_no") + 1, before_id="sentence_id",
        before="text", base="start",
    )  # fmt: skip
    able = actors.filter(~pl.col("is_object"))
    is_state = pl.col("actor_id").str.starts_with(STATE_FORCES)
    behind = pl.col("before").str.slice(pl.col("end") - pl.col("base"))
    ahead = pl.col("before").str.slice(0, pl.col("start") - pl.col("base"))
    operates = pl.col("before").str.contains(AN_OPERATION) & behind.str.contains(OPERATES)
    return (
        asked.select(POSITION)
        .unique()
        .join(before, on=POSITION)
        .join(
            able.select("actor_id", "mention_no", "is_aside", "cost", before_id="sentence_id"),
            on="before_id",
        )
        .join(
            mentions.select("mention_no", "start", "end", before_id="sentence_id"),
            on=["before_id", "mention_no"],
        )
        .with_columns(is_operation=is_state & operates)
        .filter(pl.col("is_operation") | came_there(ahead, behind) | attacked(ahead, behind))
    )


def came_there(ahead: pl.Expr, behind: pl.Expr) -> pl.Expr:
    """True for those who came; what stands before and after them in their sentence says so."""
    step = behind.str.replace(THEIR_MEN, "")
    is_of_group = ~pl.col("actor_id").str.starts_with(STATE_FORCES)
    is_main = (pl.col("cost") == 0) | ahead.str.contains(MEN_OF)
    comes = step.str.contains(CAME_HARMING) | (is_of_group & step.str.contains(CAME_THERE))
    return ~pl.col("is_aside") & is_main & comes


def attacked(ahead: pl.Expr, behind: pl.Expr) -> pl.Expr:
    """True for those whose attack it was; what stands before and after them says so."""
    # "An attack on a post manned by X": not X's.
    did = ahead.str.contains(OPERATION_BY) & ~ahead.str.tail(NEAR_BY).str.contains(OWNED_BY)
    happened = ~pl.col("before").str.replace(ENDED, "").str.contains(NOT_CARRIED_OUT)
    return (did | behind.str.contains(OF_THEIRS)) & happened


def harmed_people(asked: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Whether those harmed are a state's forces or of an armed group: sentence_id, harm_no, is_own,
    is_armed, and is_placed, whether their sentence names a place of its own."""
    placed = mentions.filter(pl.col("kind") == "place")["sentence_id"].implode()
    return (
        asked.select("sentence_id", "harm_no", "mention_no")
        .explode("mention_no", empty_as_null=False)
        .with_columns(pl.col("mention_no").cast(pl.Int32))
        .join(
            mentions.select("sentence_id", "mention_no", "kind", harmed_id="entity_id"),
            on=["sentence_id", "mention_no"],
            how="left",
        )
        .group_by("sentence_id", "harm_no")
        .agg(
            is_own=pl.col("harmed_id").str.starts_with(STATE_FORCES).any().fill_null(False),
            is_armed=(
                (pl.col("harmed_id") == UNIDENTIFIED)
                | ((pl.col("kind") == "actor") & pl.col("harmed_id").is_not_null())
            )
            .any()
            .fill_null(False),
        )
        .with_columns(is_placed=pl.col("sentence_id").is_in(placed))
    )
