"""Who ran into a mine: harm that it then did is harm to them, and no deed of theirs."""

import polars as pl

from pipelines.transforms.text.casualties.blame import with_words

DOING = "active"
MINE = (
    r"(?:[\p{L}-]+ ){0,2}?(?:(?:land ?|anti-?tank )?mines?|ieds?|improvised explosive devices?|"
    r"explosive devices?|(?:roadside|improvised|buried) bombs?|booby[ -]traps?)"
)
MET = (
    r"(?:hit|hits|struck|strikes|drove (?:over|onto|into)|ran (?:over|into|onto)|"
    r"rolled (?:over|onto)|stepped on|trod on|tripped|triggered)"
)
# "Near X on Monday, killing"; "hit a mine but fought back, killing" tells of a deed.
TO_THE_HARM = (
    r"(?:,? (?:in|at|on|near|outside|along|while|during|between|planted|laid|left|by|as|close to|"
    r"last|yesterday|today)(?-u:\b)[^;]{0,90}?)?,? (?:and )?$"
)
MET_MINE = rf"(?i)(?-u:\b){MET} (?:an? |the )?{MINE}{TO_THE_HARM}"
# "A vehicle of the army hit a mine": the army's; not so one that it escorted.
THEMSELVES = (
    rf"(?i)^(?:['\x{{2019}}]s?)?(?: (?:armou?red|military|pickup|four-wheel|supply|water|fuel))*"
    r"(?: (?:vehicles?|trucks?|vans?|jeeps?|cars?|convoys?|patrols?|pick-?ups?|tanks?|units?|"
    r"personnel carriers?|ambulances?|motorcycles?|buses|bus|column|team|squad))?"
    rf"(?: had| has| have)? {MET} "
)
BY = r"(?i)(?-u:\b)(?:by|with|from|behind) (?:the |an? )?$"
# "Killing four", "four of its passengers": nobody else is named.
BARE = r"(?i)^ (?:at least |about |more than |up to )?[a-z0-9-]+(?:[.,;]| and | others?(?-u:\b)|$)"


def met_mines(free: pl.DataFrame, mentions: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Actors before a mine that did a harm told behind it, in the columns of free, and is_harmed:
    whose people those are whom it harmed, where the sentence names nobody else.

    free: actors by harm: sentence_id, harm_no, rule_id, trigger_no, mention_no, is_aside.
    """
    told = with_words(free.filter(pl.col("rule_id") == DOING), mentions, sentences)
    before = pl.col("sentence").str.slice(0, pl.col("start") - pl.col("base"))
    behind = pl.col("sentence").str.slice(pl.col("word_end") - pl.col("base"))
    return told.filter(~pl.col("is_behind"), pl.col("gap").str.contains(MET_MINE)).select(
        *free.columns,
        is_harmed=pl.col("gap").str.contains(THEMSELVES)
        & behind.str.contains(BARE)
        & ~before.str.contains(BY)
        & ~pl.col("is_aside"),
    )
