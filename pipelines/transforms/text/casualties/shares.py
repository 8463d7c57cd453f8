"""Numbers of a whole of which only a share is told: "most of the 40 miners", "five out of 40"."""

import polars as pl

from pipelines.transforms.text.runs import beside

# Words for a share that say no number.
SHARE = (
    r"(?i)^(?:(?:most|some|many|several|half|(?:an? |one )?(?:third|quarter|fifth|tenth)|"
    r"(?:two|three)[ -](?:thirds|quarters|fifths)|(?:the|an?) (?:majority|number)|"
    r"the bulk) of|half)$"
)

# "Of the 20 people killed on Monday, 12 died in X": these are among the 20.
OF_THEM = (
    r"(?i)^\W*(?:of|out of|among) (?:the |those |these )?[a-z0-9-]+ (?:[a-z-]+ ){{0,3}}{harm}"
    r"(?-u:\b)[^;]{{0,90}}, [^;]*$"
)
# "Four were wounded, one of whom was seriously injured"
TOLD_BEFORE = r"(?i)(?-u:\b){harm}(?-u:\b)[^;.]{{0,60}}, (?:at least |about |including )?$"
OF_WHOM = r"(?i)^ of (?:whom|them)(?-u:\b)"
HARMS = {
    "killed": r"(?:killed|dead|slain|murdered|deaths|fatalities)",
    "wounded": r"(?:wounded|injured|hurt)",
    "captured": r"(?:abducted|kidnapped|captured|taken|arrested|detained|seized)",
}


def mark_shares(harms: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """The harms with is_share: true for those among the ones that their sentence opens with, or
    tells right before ("one of whom").

    harms: with harm, group_start and group_end.
    """
    ahead = pl.col("text").str.slice(0, pl.col("group_start") - pl.col("base"))
    of_whom = pl.col("text").str.slice(pl.col("group_end") - pl.col("base")).str.contains(OF_WHOM)
    is_share = pl.any_horizontal(
        (pl.col("harm") == harm)
        & (
            ahead.str.contains(OF_THEM.format(harm=words))
            | (of_whom & ahead.str.contains(TOLD_BEFORE.format(harm=words)))
        )
        for harm, words in HARMS.items()
    )
    texts = sentences.select("sentence_id", "text", base="start")
    return (
        harms.join(texts, on="sentence_id", how="left", maintain_order="left")
        .with_columns(is_share=is_share.fill_null(False))
        .drop("text", "base")
    )


def is_whole() -> pl.Expr:
    """True for a number of people of whom the words before tell a share: nobody counted those.

    Of "half of the 300 (people) killed" the 300 are the killed.
    """
    run, kind = pl.col("sentence_id"), pl.col("kind")
    is_share = pl.col("text").str.contains(SHARE) | is_out_of()
    behind_share = beside(is_share, run, 1) | (
        (beside(kind, run, 1) == "article") & beside(is_share, run, 2)
    )
    is_participle = (kind == "trigger") & (pl.col("voice") != "died").fill_null(True)
    is_killed = beside(is_participle, run, -1) | (
        beside(kind, run, -1).is_in(["people", "unit"]) & beside(is_participle, run, -2)
    )
    return ((kind == "quantity") & behind_share & ~is_killed).fill_null(False)


def is_out_of() -> pl.Expr:
    """True for the "out of" between two numbers, which stands for "of"."""
    run, kind = pl.col("sentence_id"), pl.col("kind")
    is_counted = (beside(kind, run, -1) == "quantity") | (
        (beside(kind, run, -1) == "article") & (beside(kind, run, -2) == "quantity")
    )
    is_out = (kind == "from") & (pl.col("text").str.to_lowercase() == "out of")
    return (is_out & (beside(kind, run, 1) == "quantity") & is_counted).fill_null(False)
