"""Claims that speak of all of a place: only these hand its holder down to the places in it."""

import polars as pl

# "all of", "the whole of", "the entire", "every district of", and "province of" before the name.
ALL_BEFORE = (
    r"(?i)(?-u:\b)(?:all(?:\s+of)?|(?:the\s+)?(?:whole|entirety)(?:\s+of)?|(?:the\s+)?entire|"
    r"(?:every|each|all)(?:\s+of)?(?:\s+the)?(?:\s+\w+)?\s+(?:districts?|towns?|corners?)\s+"
    r"(?:of|in))\s+(?:the\s+)?(?:province\s+of\s+)?$"
)
# "Baghlan province in its entirety", "Baghlan as a whole"
ALL_AFTER = r"(?i)^(?:\s+province)?\s+(?:in its entirety|as a whole|entirely|completely)(?-u:\b)"
PART_BEFORE = r"(?i)(?-u:\b)(?:not|almost|nearly|virtually|practically)\s+(?:\w+\s+){0,2}$"

# "all of Takhar except Warsaj"
SAVE_AFTER = (
    r"(?i)^(?:\s+province)?,?\s+(?:except|bar|but|save|excluding|excepting|barring|"
    r"apart from|aside from|other than|with the exception of)(?-u:\b)"
)


def mark_whole(claims: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Add is_whole: the sentence says all of the claim's place, just before or after its name.

    claims: sentence_id and location_text; sentences: sentence_id and text. "Almost all of" is not
    all of it.
    """
    cut = pl.col("text").str.splitn(pl.col("location_text"), 2).struct
    told = claims.select("sentence_id", "location_text").join(
        sentences.select("sentence_id", "text"), on="sentence_id", maintain_order="left"
    )
    before, after = cut.field("field_0"), cut.field("field_1")
    rest = before.str.replace(ALL_BEFORE, " ")
    is_all = (
        before.str.contains(ALL_BEFORE)
        & ~rest.str.contains(PART_BEFORE)
        & ~after.str.contains(SAVE_AFTER)
    ) | after.str.contains(ALL_AFTER)
    is_whole = (pl.col("location_text").is_not_null() & is_all).fill_null(False)
    return claims.with_columns(told.select(is_whole=is_whole)["is_whole"])
