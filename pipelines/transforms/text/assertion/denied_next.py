"""Ground that the next sentence says somebody denied was taken: told, and disputed."""

import polars as pl

# "Government officials denied it.", "The army has dismissed the reports."
DENIED_IT = (
    r"(?i)^\W*(?:but |however, )?[a-z][^.;,\"\x{201C}]{1,80}?\s(?:has |have |had |later |quickly )*"
    r"(?:den(?:ied|ies)|reject(?:ed|s)|dismiss(?:ed|es)|refut(?:ed|es)|disput(?:ed|es)) "
    r"(?:it|this|that|(?:the|these|those|all|such|any) (?:[a-z]+['\x{2019}]s? )?"
    r"(?:claims?|reports?|allegations?|accounts?|assertions?))"
    r"(?: on [a-z]+day| as (?:false|untrue|baseless|propaganda|fabricated|fake))?[.!]?\W*$"
)
# "X took A, accusing the army of torture": what is denied is that, and not that A fell.
ELSE_DENIED = (
    r"(?i)(?-u:\b)(?:accus|alleg|blam|denounc|charg|back(?:ed|ing)|support|help|torture|abus|"
    r"massacr|loot|rape|atrocit|execut|kill|shot|shoot|wound|behead|use of)[a-z]*(?-u:\b)"
)
GROUND = ("territory_change", "territory_control")


def dispute_told(claims: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Claims of ground in the article's own voice that the sentence behind theirs says somebody
    denied become unconfirmed.

    "Militants killed nine. X denied it" says only who did not. claims: with sentence_id,
    claim_type and assertion; the same columns come back.
    """
    denied = sentences.filter(pl.col("text").str.contains(DENIED_IT)).select(
        "article_id", sentence_no=pl.col("sentence_no") - 1
    )
    told = sentences.join(denied, on=["article_id", "sentence_no"], how="semi").filter(
        ~pl.col("text").str.contains(ELSE_DENIED)
    )["sentence_id"]
    is_disputed = (
        pl.col("claim_type").is_in(GROUND)
        & pl.col("sentence_id").is_in(told.implode())
        & (pl.col("assertion") == "asserted")
    )
    return claims.with_columns(
        assertion=pl.when(is_disputed).then(pl.lit("unconfirmed")).otherwise("assertion")
    )
