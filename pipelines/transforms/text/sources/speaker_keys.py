"""The name that a speaker goes by in an article, and the key under which it is one with others."""

import polars as pl

from pipelines.transforms.text.grammar.calendar_words import WEEKDAY

# A phrase of more words names its speaker by the role alone.
LONG = 10
SEEN_BY = r"(?i) (?:seen|obtained|reviewed|viewed) by "
# "According to the army today": its day is no part of its name.
DAY_BEHIND = (
    rf"(?i) (?:today|yesterday|tonight|overnight|(?:on |late |early )*{WEEKDAY}|"
    r"(?:this|last) (?:morning|afternoon|evening|week|night))[ ,]*$"
)
# "It was reported", "received reports that": no name of anybody.
HEARD = (
    r"(?i)^(?:it (?:was|is|has been|had been)|receiv(?:ed|ing)|"
    r"(?:a )?(?:reports?|message) (?:saying|stating|indicating|which)) "
)
DETERMINER = (
    r"(?i)^(?:(?:the|a|an|one|some|two|three|four|five|several|many|other|another|both|most|"
    r"at least one|at least two|multiple|various)(?-u:\b) ?)+"
)
ACCOUNT_OF = (
    r"(?i)(?:named (?:for|after)|dedicated to|that appears to be for|for|of|linked to|run by|"
    r"belonging to|called)(?-u:\b)(.*)$"
)


def with_key(acts: pl.DataFrame) -> pl.DataFrame:
    """Add name and key. One role, whether ex- or former, of one or of several, has one name."""
    is_long = pl.col("written").str.count_matches(" ") >= LONG
    plain = (
        pl.when(is_long).then(pl.coalesce("role_text", "written")).otherwise("written")
        .str.replace(DETERMINER, "")
        .str.replace(r"(?i)^of (?:the |these |those )?", "")
        .str.replace(r"(?i)^(?:its|their) (spokes)", "$1")
        .str.replace(DAY_BEHIND, "")
        .str.replace(rf"{SEEN_BY}.*$", "")
        .str.replace(r"(?i) (?:has|have|had)(?: since| also| now| later)?$", "")
        .str.replace(r"(?i)(?-u:\b)ex[-, ]+ ?", "former ")
        .str.replace(r"(?i)^(?:unnamed|anonymous|unidentified) ", "")
    )  # fmt: skip
    is_one = (
        (pl.col("role_voice") == "sg")
        & (pl.col("role") != "press")
        & plain.str.ends_with(pl.col("role_text")).fill_null(False)
    )
    many = plain.str.replace(r"(?i)man$", "men").str.replace(r"([^snSN])$", "${1}s")
    is_capitals = ~plain.str.contains("[a-z]")
    many = pl.when(is_capitals).then(many.str.to_uppercase()).otherwise(many)
    anonymous = pl.when(is_one).then(many).otherwise(plain)
    is_word = anonymous.str.contains(r"^.[^A-Z]")
    first = anonymous.str.slice(0, 1)
    lowered = pl.when(is_word).then(first.str.to_lowercase()).otherwise(
        first
    ) + anonymous.str.slice(1)
    opens = (
        (pl.col("np_start") - pl.col("base") <= 1)
        & (pl.col("first_start") == pl.col("np_start")).fill_null(True)
        & pl.col("actor_id").is_null()
    )
    account = pl.coalesce(
        pl.col("head").str.extract(ACCOUNT_OF, 1), pl.col("person"), pl.col("head")
    )
    anonymous_name = pl.when(opens).then(lowered).otherwise(anonymous)
    is_report = anonymous_name.str.contains(HEARD)
    anonymous_name = pl.when(is_report).then(pl.lit("reports")).otherwise(anonymous_name)
    name = (
        pl.when(pl.col("speaker_type") == "medium")
        .then(pl.coalesce("medium_text", "person", anonymous_name))
        .when(pl.col("speaker_type") == "social_account")
        .then(
            pl.when(pl.col("any_role") == "account")
            .then(pl.col("written").str.replace(DETERMINER, ""))
            .otherwise("person")
        )
        .when(pl.col("person").is_not_null() & ~pl.col("speaker_type").is_in(
            ["vague", "sources", "anonymous"]).fill_null(True))
        .then("person")
        .when(pl.col("speaker_type").is_in(["vague", "sources", "anonymous"]))
        .then(anonymous_name)
        .otherwise(plain)
    )  # fmt: skip
    shown = pl.when(pl.col("speaker_type") == "social_account").then(account).otherwise(name)
    return acts.lazy().with_columns(name=name, key=slug(shown)).collect(engine="in-memory")


def slug(name: pl.Expr) -> pl.Expr:
    """Lower case words with single spaces; articles, possessives and punctuation taken off."""
    return (
        name.str.to_lowercase()
        .str.replace_all(r"['’]s(?-u:\b)", "")
        .str.replace_all(r"[^\p{L}\p{N}]+", " ")
        .str.replace(r"^ ?(?:the|a|an|for|of|country) (?:country )?", "")
        .str.strip_chars(" ")
    )
