"""How sure by the frame around an anchor, where no word of doubt or denial stands by itself."""

import polars as pl

# "Has A fallen?" asks; "Why did A fall?" knows that it did.
ASKED = (
    r"(?is)^(?:.*[\x{2018}\x{201C}\"'] ?)?\W*(?:has|have|had|did|does|do|is|are|was|were)(?-u:\b)"
    r"[^.;]*\?\W*$"
)
# 'The army stopped the rebels from (taking the town)'
STOPPED_FROM = (
    r"(?i)(?-u:\b)(?:stop|prevent|keep|kept|block|bar|deter|dissuad|discourag|hinder|restrain|sav)"
    r"[a-z]*\s[^,;.]{2,60}\sfrom\s(?:[a-z]+ly\s)?[a-z]+ing$"
)
# 'They were not able to stop us from (taking it)': nobody was stopped.
UNSTOPPED = (
    r"(?i)(?-u:\b)(?:not|never|nothing|nobody|fail[a-z]*|unable|without|cannot|"
    r"(?:could|did) ?n['\x{2019}]t)\s[^,;.]{0,40}(?:stop|prevent|keep|kept|block|deter)[a-z]*"
    r"\s[^,;.]*$"
)
# "The capture of A remains their aim"
WANTED_AFTER = (
    r"(?i)^[^,;.]{0,60}\s(?:is|was|remains?|remained)\s(?:still\s)?(?:[\w'\x{2019}-]+\s){0,4}"
    r"(?:aims?|goals?|objectives?|priority|ambition|dream|next (?:step|target|move))(?-u:\b)"
)
# "X was blamed for the (bombing)", "is suspected of being behind an (attack)"
SUSPECTED = (
    r"(?i)(?-u:\b)(?:was|were|is|are|been|being|be)(?: also| widely| later| initially)* "
    r"(?:blamed|accused|suspected|believed|thought|alleged)(?: (?:of being|to be|to have been))? "
    r"(?:for|of|behind|responsible for) (?:(?:the|an?|that|this|several|two) )?(?:[a-z-]+ ){0,3}"
    r"[a-z-]+$"
)


def by_frame(anchors: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """anchor_id and assertion of the anchors that a frame judges: questions that yes or no would
    answer, what someone was stopped from, what is told to be an aim, what someone is blamed for."""
    told = anchors.select("anchor_id", "sentence_id", "anchor_end").join(
        sentences.select("sentence_id", "text", base="start"), on="sentence_id"
    )
    end = pl.col("anchor_end") - pl.col("base")
    upto = pl.col("text").str.slice(0, end)
    return told.select(
        "anchor_id",
        assertion=pl.when(upto.str.contains(STOPPED_FROM) & ~upto.str.contains(UNSTOPPED))
        .then(pl.lit("denied"))
        .when(pl.col("text").str.slice(end).str.contains(WANTED_AFTER))
        .then(pl.lit("planned"))
        .when(pl.col("text").str.contains(ASKED) | upto.str.contains(SUSPECTED))
        .then(pl.lit("unconfirmed")),
    ).drop_nulls("assertion")
