"""Killings that a sentence takes as known while it plans or denies something about them."""

import polars as pl

NOMINAL = ["casualty_deaths_of", "casualty_killing_of"]
TURNED = ["planned", "denied"]
REACH = 90
# What is done about a killing that has happened: 'urged him to investigate the murder of two …'.
DONE_ABOUT = (
    r"(?i)(?-u:\b)(?:investigat[a-z]*|inquir[a-z]*|enquir[a-z]*|prob(?:e|es|ing)|condemn[a-z]*|"
    r"deplor[a-z]*|reject[a-z]*|repudiat[a-z]*|denounc[a-z]*|protest[a-z]*|mourn[a-z]*|aveng[a-z]*|"
    r"solv(?:e|ed|ing)|clarify|clear up|punish[a-z]*|responsib[a-z]* for|blame[a-z]* for|"
    r"(?:accused|suspected|guilty|convicted|acquitted) of|charged with|"
    r"(?:implicated|involved|involvement|participat[a-z]*|part|role|complicity) in|"
    r"(?:links?|connection|to do) (?:with|to))(?-u:\b)[^;:.]{0,45}$"
)
# Words that make the killing itself a plan.
MEANT = (
    r"(?i)(?-u:\b)(?:plan(?:s|ned|ning)?|plot[a-z]*|threat[a-z]*|attempt[a-z]*|order[a-z]*|"
    r"call[a-z]* for)(?-u:\b)[^;:.]{0,30}$"
)


def presuppose(told: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Claims of a killing told as a noun are no plan and no denial where the sentence only says
    what is or is not done about it.

    told: claims with anchor_start, rule_id, assertion and claimant_id; the same columns come back.
    """
    placed = told.join(
        sentences.select("sentence_id", sentence_start="start", sentence="text"),
        on="sentence_id",
        how="left",
        maintain_order="left",
    )
    at = pl.col("anchor_start") - pl.col("sentence_start")
    before = pl.col("sentence").str.slice(
        pl.max_horizontal(at - REACH, 0), pl.min_horizontal(at, REACH)
    )
    is_known = (
        pl.col("rule_id").is_in(NOMINAL)
        & pl.col("assertion").is_in(TURNED)
        & before.str.contains(DONE_ABOUT)
        & ~before.str.contains(MEANT)
    ).fill_null(False)
    return placed.with_columns(
        assertion=pl.when(is_known & pl.col("claimant_id").is_null())
        .then(pl.lit("asserted"))
        .when(is_known)
        .then(pl.lit("attributed"))
        .otherwise("assertion")
    ).select(told.columns)
