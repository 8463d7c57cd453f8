"""Days that stand over the lines of a log: "Wednesday 7 May", and below it what happened then."""

import polars as pl

from pipelines.transforms.text.grammar.calendar_words import MONTH, WEEKDAY
from pipelines.transforms.text.times.given_times import FIELDS

HEADING = (
    rf"(?i)^\W*(?:(?:on )?{WEEKDAY},? ?)?"
    rf"(?:(?:the )?[0-9]{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}\.?|"
    rf"{MONTH}\.? [0-9]{{1,2}}(?:st|nd|rd|th)?)?(?:,? [0-9]{{4}})?\W*$"
)
# "Daily list of violations - Tuesday, 2 December": the day of what is listed under it.
LIST_OF_DAY = (
    r"(?i)(?-u:\b)(?:list|log|tracker|digest|diary|chronicle|summary|round-?up|incidents|violations|"
    r"casualties|developments)(?-u:\b)[^.;]{0,60}"
    r"(?:[-\x{2013}\x{2014}:,|(]|(?-u:\b)(?:for|of|on)) ?"
    rf"(?:{WEEKDAY},? )?(?:[0-9]{{1,2}}(?:st|nd|rd|th)? {MONTH}\.?|{MONTH}\.? [0-9]{{1,2}})"
    r"(?:,? [0-9]{4})?\W*$"
)
# Sentences that may be its title.
TITLES = 1
# A date that stands alone once is the article's own.
SEVERAL = 2


def days_of_headings(
    anchors: pl.DataFrame, sentences: pl.DataFrame, times: pl.DataFrame, dated: pl.DataFrame
) -> pl.DataFrame:
    """Anchors without a time under a line that is a day and no more, where an article has several
    such lines, or under the title of a list of one day: in the columns of dated, without those that
    dated holds."""
    is_title = pl.col("text").str.contains(LIST_OF_DAY) & (pl.col("sentence_no") <= TITLES)
    headings = (
        times.filter(
            pl.col("text").str.contains(HEADING) | is_title, pl.col("time_kind").is_not_null()
        )
        .unique(["article_id", "sentence_no"], keep="first", maintain_order=True)
        .filter((pl.len().over("article_id") >= SEVERAL) | is_title)
        .select("article_id", *FIELDS, heading_no="sentence_no")
        .sort("heading_no")
    )
    return (
        anchors.select("anchor_id", "sentence_id")
        .join(dated, on="anchor_id", how="anti", maintain_order="left")
        .join(
            sentences.select("sentence_id", "article_id", "sentence_no"),
            on="sentence_id",
            maintain_order="left",
        )
        .sort("sentence_no")
        .join_asof(
            headings,
            left_on="sentence_no",
            right_on="heading_no",
            by="article_id",
            strategy="backward",
            check_sortedness=False,
        )
        .filter(pl.col("heading_no").is_not_null())
        .with_columns(date_basis=pl.lit("carried"))
        .select(dated.columns)
    )
