"""Days that stand over the lines of a log: "Wednesday 7 May", and below it what happened then."""

import polars as pl

from pipelines.transforms.text.times.carried_times import FIELDS

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
HEADING = (
    rf"(?i)^\W*(?:(?:on )?{WEEKDAY},? ?)?(?:(?:the )?[0-9]{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}|"
    rf"{MONTH} [0-9]{{1,2}}(?:st|nd|rd|th)?)?(?:,? [0-9]{{4}})?\W*$"
)
# A date that stands alone once is the article's own.
SEVERAL = 2


def days_of_headings(
    anchors: pl.DataFrame, sentences: pl.DataFrame, times: pl.DataFrame, dated: pl.DataFrame
) -> pl.DataFrame:
    """Anchors without a time under a line that is a day and no more, where an article has several
    such lines: in the columns of dated, without those that dated holds."""
    headings = (
        times.filter(pl.col("text").str.contains(HEADING), pl.col("time_kind").is_not_null())
        .unique(["article_id", "sentence_no"], keep="first", maintain_order=True)
        .filter(pl.len().over("article_id") >= SEVERAL)
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
