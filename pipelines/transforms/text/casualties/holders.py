"""Who took captives that a sentence tells them to hold, to show or to let go."""

import polars as pl

from pipelines.transforms.text.casualties.blame import with_words
from pipelines.transforms.text.parties.actors import STATE_FORCES

TOLD = ("passive", "reduced")
# "X is still holding two nurses who were kidnapped in May", "X presented nine men arrested there"
HOLDS = (
    r"(?i)^[^.;,]{0,30}? (?:(?:is|are|was|were|has|have) )?(?:(?:also|still|now|been) )*"
    r"(?:hold(?:s|ing)?|presented|paraded|displayed|showed)(?-u:\b)[^.;]{0,120}$"
)
# Who lets captives go took them, where they are no state's forces that set them free.
RELEASES = (
    r"(?i)^[^.;,]{0,30}? (?:(?:has|have|had|today|yesterday|on [a-z]+) )*"
    r"(?:releas(?:ed?|es|ing)|free[sd]?|freeing|set free|handed over|let go)(?-u:\b)[^.;]{0,120}$"
)
RELEASED_BY = (
    r"(?i)^[^.;]{0,120} (?:was|were|been) (?:released|freed|set free|handed over)"
    r"(?: [^.;,]{0,40})? by (?:the )?$"
)
# "Rebels released two, after police arrested nine": told of others.
OTHERS = (
    r"(?i)(?-u:\b)(?:after|while|when|but|exchange|return|demand(?:s|ed|ing)?|government|rescued|"
    r"escaped|talks|as|by)(?-u:\b)"
)


def holders(
    harms: pl.DataFrame, free: pl.DataFrame, mentions: pl.DataFrame, sentences: pl.DataFrame
) -> pl.DataFrame:
    """The party that holds, shows or lets go those captured before, in the columns of free.

    harms: sentence_id, harm_no, harm. "The rebels freed two teachers who were abducted in May":
    they had abducted them; police who free teachers had not.
    """
    captured = harms.filter(pl.col("harm") == "captured").select("sentence_id", "harm_no")
    held = free.filter(pl.col("rule_id").is_in(TOLD), ~pl.col("is_object")).join(
        captured, on=["sentence_id", "harm_no"], how="semi", maintain_order="left"
    )
    told = with_words(held, mentions, sentences)
    gap = pl.col("gap")
    is_state = pl.col("actor_id").str.starts_with(STATE_FORCES)
    holds = gap.str.contains(HOLDS) | (gap.str.contains(RELEASES) & ~is_state)
    is_theirs = (
        pl.when("is_behind")
        .then(gap.str.contains(RELEASED_BY) & ~is_state)
        .otherwise(holds & ~gap.str.contains(OTHERS))
    )
    return (
        told.filter(is_theirs, ~pl.col("is_aside"))
        .sort("sentence_id", "harm_no", gap.str.len_chars(), "mention_no")
        .unique(["sentence_id", "harm_no"], keep="first", maintain_order=True)
        .select(free.columns)
    )
