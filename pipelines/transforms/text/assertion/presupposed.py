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

# What courts and commissions do about a killing that all know of.
JUSTICE = (
    r"(?i)(?-u:\b)(?:investigations?|inquir[a-z]*|clarify[a-z]*|solv(?:e|ed|ing)|punish[a-z]*|"
    r"(?:clear|clearing) up|trials?|court|case of|accused of|charged with|indict[a-z]*|"
    r"suspects? in|wanted (?:for|over)|in connection with|"
    r"(?:we|they|people|who) (?:still )?(?:remember|recall)(?:ed)?|"
    r"suspected of|implicated in|(?:involved|involvement|role|complicity) in|masterminding|"
    r"(?:guilty|convicted|acquitted) of|responsible for|to blame for)"
    r"(?-u:\b)[^;:.]{0,45}$"
)
# Who is said to have had a part in it: no day of the article's is that of the deed.
BLAMED = (
    r"(?i)(?-u:\b)(?:investigations?|inquir(?:y|ies)) into(?-u:\b)[^;:.]{0,45}$|"
    r"(?i)(?-u:\b)(?:(?:accused|suspected|guilty|convicted) of|wanted (?:for|over)|"
    r"(?:implicated|involved|involvement) in|role in|complicity in)(?-u:\b)[^;:.]{0,45}$"
)
MASTERMIND = r"(?i)(?-u:\b)(?:accused|suspected|alleged) [^;:.]{0,85}$"
# Whom an inquiry is about was killed before the article, wherever that speaks of it.
INQUIRY = (
    r"(?i)(?-u:\b)(?:case of|investigation (?:of|into)|inquiry into|investigating|probe into|"
    r"suspects in|trial (?:for|of|over))(?-u:\b)[^;:.]{0,45}$"
)
UNDATED = ("reference", "said", "none")
# What an article opens with is its news, be it what a court does about it.
LEAD_SENTENCES = 3


def presuppose(told: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Claims of a killing told as a noun are no plan and no denial where the sentence only says
    what is or is not done about it; told in passing, with no day, as what courts and commissions
    deal with, they are historical.

    told: claims with anchor_start, rule_id, assertion and claimant_id; the same columns come back.
    """
    texts = sentences.lazy()
    placed = told.lazy().join(
        texts.select("sentence_id", "sentence_no", sentence_start="start", sentence="text"),
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
    is_followed = (
        pl.col("rule_id").is_in(NOMINAL)
        & (
            pl.col("date_basis").is_in(UNDATED)
            | ((pl.col("date_basis") == "carried") & before.str.contains(BLAMED))
        )
        & pl.col("assertion").is_in(["asserted", "attributed", *TURNED])
        & (before.str.contains(JUSTICE) | before.str.contains(MASTERMIND))
        & ((pl.col("sentence_no") >= LEAD_SENTENCES) | before.str.contains(INQUIRY))
    ).fill_null(False)
    return (
        placed.with_columns(
            assertion=pl.when(is_followed)
            .then(pl.lit("historical"))
            .when(is_known & pl.col("claimant_id").is_null())
            .then(pl.lit("asserted"))
            .when(is_known)
            .then(pl.lit("attributed"))
            .otherwise("assertion")
        )
        .select(told.columns)
        .collect(engine="in-memory")
    )
