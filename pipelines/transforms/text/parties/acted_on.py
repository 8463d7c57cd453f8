"""Parties to whom another does something ("troops intercepted a rebel truck, killing five"), and
people told of by 'who', who do what comes next."""

import polars as pl

from pipelines.transforms.text.runs import beside, last_before

# What can do something to a party that is named behind it.
SUBJECTS = ("actor", "people", "unit", "method", "pronoun")
# Between the two stands a verb, and nothing that turns from the one to the other.
VERB_BETWEEN = r"^\s+[a-z]+(?:\s+(?:[0-9,]+|[A-Za-z0-9-]+)){0,4}\s+$"
# In capitals a verb is told from a name by its ending.
VERB_IN_CAPITALS = (
    r"^\s+(?:[A-Z]{2,}ED|SHOOK|STRUCK|DROVE|CAUGHT|BEAT|FOUGHT|TOOK|HELD|SHOT)"
    r"(?:\s+(?:[0-9,]+|[A-Z0-9-]+)){0,4}\s+$"
)
NO_VERB = (
    r"(?-u:\b)(?:in|on|at|near|of|from|with|by|and|or|as|while|when|after|before|for|against|to|"
    r"than|like|(?:days?|weeks?|months?|years?) since|where|who|which|that|"
    r"between|over|across|into|through|around|under|behind|inside|"
    r"is|was|were|are|said|says|say|told|reported|including|accus(?:ed?|es|ing)|blam(?:ed?|es|ing)|"
    r"suspect(?:s|ed)?|charg(?:ed?|es|ing)|helped|let|made|saw|forced|ordered|urged|asked|"
    r"tells?|claim(?:s|ed)|add(?:s|ed)|announce[sd]|confirm(?:s|ed)|insist(?:s|ed)|believe[sd]?|"
    r"allege[sd]|state[sd]|declare[sd]|thinks?|thought|knows?|hears?|heard|found)(?-u:\b)"
)
# "The army, which is fighting X, attacked Y": X did not.
FOUGHT_THEM = (
    r"(?i)(?-u:\b)(?:is|are|was|were|been)\s+(?:(?:also|still|now)\s+)?(?:fighting|battling|"
    r"combating|pursuing|hunting|besieging|chasing)\s+(?:the\s+)?$"
)
# "Troops chased rebels who had killed five", "foiled a rebel bid to take the town": these did.
DOES_BEHIND = (
    r"(?i)^(?:\s+[a-z-]+){0,2},?\s+(?:who|which|that|attempts?|bids?|efforts?|plots?|plans?|"
    r"attacks?|assaults?|offensives?|raids?|strikes?|ambush(?:es)?|advances?|push|drive)(?-u:\b)"
)
BEHIND = 40
WHO, THAT = r"(?i)^who$", r"(?i)^that$"
# What stands right before the verb of "troops arrested a man who had killed two".
WHO_AHEAD = r"(?i)(?-u:\b)who\s+(?:(?:had|has|have|also|once|later)\s+)*$"
# What may stand between 'who' and its verb.
AHEAD_OF_VERB, NOBODY = ("have", "time", "in", "article", "stop"), -2


def last_subject_end(run: pl.Expr) -> pl.Expr:
    """Where the last mention before in its sentence ends that could do something to this one: of
    "a navy patrol boat" the boat."""
    is_subject = pl.col("kind").is_in(SUBJECTS) & (pl.col("sense") != "period").fill_null(True)
    is_part = beside(is_subject, run, -1) & (beside(pl.col("words_before"), run, -1) == 0)
    return last_before(pl.when(is_subject & ~is_part.fill_null(False)).then("end"), run)


def is_acted_on(start: str = "start") -> pl.Expr:
    """True for a party behind another's verb, of rows with subject_end (as last_subject_end gives
    it), start, end, sentence and base (where it starts)."""
    gap = pl.col("sentence").str.slice(
        pl.col("subject_end") - pl.col("base"), (pl.col(start) - pl.col("subject_end")).clip(0)
    )
    behind = pl.col("sentence").str.slice(pl.col("end") - pl.col("base"), BEHIND)
    is_verb = gap.str.contains(VERB_BETWEEN) | gap.str.contains(VERB_IN_CAPITALS)
    is_verb = (is_verb & ~gap.str.contains(rf"(?i){NO_VERB}")) | gap.str.contains(FOUGHT_THEM)
    return (is_verb & ~behind.str.contains(DOES_BEHIND)).fill_null(False)


def heads(mentions: pl.DataFrame, who: str = WHO) -> pl.DataFrame:
    """Verbs behind 'who', or 'that' of people, with those people: sentence_id, trigger_no, head_no.

    "The army arrested a man who killed two judges": he did, and the army did not.
    """
    run, kind = pl.col("sentence_id"), pl.col("kind")
    is_who = (kind == "clause") & pl.col("text").str.contains(who)
    # "A gang that had killed two"
    is_who |= (
        (kind == "clause")
        & pl.col("text").str.contains(THAT)
        & beside(kind, run, 1).is_in(["people", "actor", "pronoun"])
        & (pl.col("words_before") == 0)
    ).fill_null(False)
    head_no = pl.col("mention_no") - pl.when(beside(kind, run, 1) == "comma").then(2).otherwise(1)
    # "Those who this morning killed two": the verb comes later.
    state = pl.when(is_who).then(head_no).when(~kind.is_in(AHEAD_OF_VERB)).then(NOBODY)
    return (
        mentions.select(
            "sentence_id",
            "kind",
            trigger_no="mention_no",
            head_no=last_before(state, run),
        )
        .filter(pl.col("kind") == "trigger", pl.col("head_no") > NOBODY)
        .drop("kind")
    )


def is_head() -> pl.Expr:
    """Whether a mention is who 'who' tells of, or the name right before: "a Fano member who"."""
    return pl.col("mention_no").is_between(pl.col("head_no") - 1, pl.col("head_no"))
