"""Who did what a relative clause tells of those harmed: "freed two clerks whom X had abducted",
"killed two of the five men they had taken"."""

import polars as pl

from pipelines.transforms.text.casualties.blame import with_words
from pipelines.transforms.text.casualties.losses import ROLE
from pipelines.transforms.text.parties.actors import STATE_FORCES
from pipelines.transforms.text.runs import beside

RUN = pl.col("sentence_id")
WHOM = r"(?i)^(?:whom|that|which|who)$"
RULES = ["reduced", "active"]
ABDUCTED = r"(?i)^(?:kidnap|abduct|snatch)"
# "Rebels fled as M23 found nine farmers they had killed": who finds them had not.
FOUND = (
    r"(?i)^(?:['\x{2019}]s?)?(?: (?:ha[sd]|have|then|later|also|troops|forces|fighters|soldiers|"
    r"rebels|militia|[a-z]+ly))* (?:found|finds?|finding|buri(?:ed|es)|burying|"
    r"(?:discover|unearth|exhum|recover|rescu|count)(?:s|es|ed|e?ing)|came (?:up)?on)(?-u:\b)"
)
# "The army buried 12 rebels it had killed": its own.
IT_HAD = r"(?i) it (?:had )?$"


def relative_doers(
    doing: pl.DataFrame, mentions: pl.DataFrame, sentences: pl.DataFrame
) -> pl.DataFrame:
    """The subject of a relative clause, of harms without "by"; for a pronoun the last party before
    those harmed that is no object. Rows of doing (actors that may have done a harm)."""
    told = doing.filter(pl.col("rule_id").is_in(RULES)).join(
        relative_subjects(mentions), on=["sentence_id", "trigger_no"]
    )
    named = told.filter(pl.col("mention_no") == pl.col("subject_no"), ~pl.col("is_of_pronoun"))
    is_state = pl.col("actor_id").str.starts_with(STATE_FORCES)
    meant = with_words(told, mentions, sentences).filter(
        pl.col("is_of_pronoun"),
        pl.col("mention_no") < pl.col("subject_no") - 1,
        ~pl.col("is_object"),
        # "Police found two of the men they had abducted": others had.
        ~(is_state & pl.col("is_abducted")),
        ~pl.col("gap").str.contains(FOUND) | pl.col("gap").str.contains(IT_HAD),
    )
    return (
        pl.concat([named.select(ROLE), meant.select(ROLE)])
        .sort("sentence_id", "harm_no", pl.col("mention_no") * -1)
        .unique(["sentence_id", "harm_no"], keep="first", maintain_order=True)
        .select(ROLE)
    )


def relative_subjects(mentions: pl.DataFrame) -> pl.DataFrame:
    """Verbs of clauses that tell of the people right before them: sentence_id, trigger_no,
    subject_no, is_of_pronoun and is_abducted."""
    kind, text = pl.col("kind"), pl.col("text")

    def back(values: pl.Expr, steps: int) -> pl.Expr:
        has = beside(kind, RUN, 1) == "have"
        return pl.when(has).then(beside(values, RUN, steps + 1)).otherwise(
            beside(values, RUN, steps)
        )  # fmt: skip

    is_led = back(kind, 2) == "article"
    lead = pl.when(is_led).then(back(kind, 3)).otherwise(back(kind, 2))
    lead_text = pl.when(is_led).then(back(text, 3)).otherwise(back(text, 2))
    has = beside(kind, RUN, 1) == "have"
    is_whom = (lead == "clause") & lead_text.str.contains(WHOM)
    is_beside = (lead == "people") & has
    no = pl.col("mention_no") - pl.when(has).then(2).otherwise(1)
    return (
        mentions.select(
            "sentence_id",
            "kind",
            trigger_no="mention_no",
            subject_no=no,
            is_of_pronoun=back(kind, 1) == "pronoun",
            is_abducted=text.str.contains(ABDUCTED),
            is_told=(is_whom | is_beside) & back(kind, 1).is_in(["actor", "people", "pronoun"]),
        )
        .filter(pl.col("kind") == "trigger", pl.col("is_told"))
        .drop("kind", "is_told")
    )
