"""Things told with a date long before the article: history, and no news."""

import polars as pl

from pipelines.transforms.text.grammar.calendar_words import WEEKDAY
from schemas.vocab import FOUNDING

OWN_DAYS = ("weekday", "days", "weekend", "date")
# Days between what happened and the article from which on it is history.
LONG = 300
OPENING_YEAR = (
    r"^\W*(?:In|IN|On|ON|By|BY|During|DURING|Back in|BACK IN) "
    r"(?:(?:the |THE )?[A-Za-z0-9]+,? (?:of |OF )?){0,3}(1[0-9]{3}|20[0-9]{2})(?-u:\b)"
)
# 'At 1533 GMT' is an hour.
HOUR = r"(?i)(?-u:\b)(?:at|about|around|by) [0-9]{4}(?-u:\b)|[0-9]{4} (?:gmt|utc|hours|hrs)(?-u:\b)"
# A year named shortly before, and what stands between: 'seized it in May 1985, an act that killed'.
YEAR_BEFORE = (
    r"(?i)(?-u:\b)(?:in|on|during|of|the|since|an?|its|their|his|her|our) (?:[a-z0-9]+ ){0,2}"
    r"(1[0-9]{3}|20[0-9]{2})(?-u:\b)"
    r"((?:(?: [a-z-]+){0,3}, (?:when|where|in which)(?-u:\b))?[^.;,]{0,80})$"
)
# "A man who signed the 2016 deal was shot": he was not shot then.
OF_WHO = (
    r"(?-u:\b)(?i:who) (?i:[a-z]+(?:ed|t|d|k|n|w)) [^.;,]*(?:1[0-9]{3}|20[0-9]{2}) "
    r"(?i:(?:[a-z-]+ )+(?:was|were|has been|have been|had been) (?:[a-z]+ly )?)$"
)
# "killed in the 1994 genocide", "died in the September 11, 2001 attacks"
YEAR_AFTER = (
    r"^(?: (?:or|and) [a-z]+ed)?(?: [a-z]+ly)?(?: (?:people|others|soldiers|civilians))? "
    r"(?:in|during|by) (?:the|an?|its|their) "
    r"(?:[A-Z][a-z]+ [0-9]{1,2}, ?)?(1[0-9]{3}|20[0-9]{2}) [a-z]"
)
# "killed 16 people in a bar days before the 2021 election"
YEAR_BESIDE = (
    r"(?i)^[^.;,]{0,80} (?:before|after|during|since|following|ahead of) (?:the|its|their) "
    r"(1[0-9]{3}|20[0-9]{2}) [a-z]"
)
THOUSANDS = r"([0-9]),([0-9]{3})(?-u:\b)"
# A year or month told two sentences back at most goes on, until a sentence speaks of the news.
REACH = 2
YEAR_NAMED = (
    r"(?i)(?-u:\b)(?:in|on|of|during|by|until|before|after|from) (?:[a-z0-9]+,? ){0,3}"
    r"(1[89][0-9]{2}|20[0-9]{2})(?-u:\b)"
)
YEAR = r"1[89][0-9]{2}|20[0-9]{2}"
# What tells of somebody's or something's past only: 'the front, founded in 1983, …'.
BIOGRAPHY = (
    r"(?i)\([^)]*\)|(?-u:\b)(?:who|which|whose|that|founded|created|established|formed|born|named|"
    r"elected|appointed|built|signed)(?-u:\b)[^.;,]*"
)
# The last word of a name of two words or more.
SURNAME = r"^[^0-9,]+ ([a-z'\x{2019}-]{4,})$"
AFTER_REACH = 90
# "Soldiers killed her father when she was six"
WHEN_YOUNG = (
    r"(?i)^[^.;]{0,50}(?-u:\b)when (?:he|she|i) was (?:only |just |aged |an? )?(?:[0-9]{1,2}|"
    r"[a-z]+teen|six|seven|eight|nine|ten|eleven|twelve|child|boy|girl|teenager|student)(?-u:\b)"
)
# "He was 14 when soldiers killed his father", "as a child she saw her mother killed"
OF_A_LIFE = (
    r"(?i)(?-u:\b)(?:he|she|i|they|who) (?:was|were) (?:only |just |barely |aged |about )?"
    r"(?:[0-9]{1,2}|[a-z]+teen|[a-z]+ty(?:-[a-z]+)?|six|seven|eight|nine|ten|eleven|twelve|an? "
    r"(?:child|boy|girl|baby|toddler|teenager|student))(?: years? old)?,? when(?-u:\b)[^.;]*$|"
    r"(?-u:\b)as an? (?:child|boy|girl|teenager|student|young (?:man|woman)),? [^.;]*$|"
    r"(?-u:\b)when (?:he|she|i) (?:was|were) (?:only |just |aged |an? )?(?:[0-9]{1,2}|[a-z]+teen|"
    r"child|boy|girl|teenager|student)(?-u:\b)[^.;]*$"
)
# "Retook it on Monday, months after the rebels overran the town": that was months before.
LONG_AFTER = r"(?i)(?-u:\b)(?:months|years|decades|a year) after [^,.;:]{0,70}$"
FRESH = (
    r"(?i)(?-u:\b)(?:today|yesterday|tonight|last night|this (?:morning|afternoon|evening|week)|"
    rf"now|currently|recent(?:ly)?|{WEEKDAY}|has|have)(?-u:\b)"
)
# "It has also attacked embassies" goes on with the same past.
GOES_ON = r"(?i)(?-u:\b)(?:has|have) (?:also|since|further)(?-u:\b)"


def mark_long_past(
    told: pl.DataFrame, articles: pl.DataFrame, sentences: pl.DataFrame
) -> pl.DataFrame:
    """Claims that their own words, or the year their sentence opens with, date LONG days or more
    before the article are historical."""
    is_long_past = pl.any_horizontal(
        condition.fill_null(False)
        for condition in (is_dated(), by_opening(), by_year(), by_context(), by_life())
    ) & pl.col("assertion").is_in(FOUNDING)
    openings = sentences.join(told, on="sentence_id", how="semi").select(
        "sentence_id", "text", base="start"
    )
    ahead = pl.col("text").str.slice(0, pl.col("anchor_start") - pl.col("base"))
    behind = pl.col("text").str.slice(pl.col("anchor_end") - pl.col("base"), AFTER_REACH)
    return (
        told.join(openings, on="sentence_id", how="left", maintain_order="left")
        .with_columns(
            sentence=pl.col("text").str.slice(0, 60).str.replace_all(HOUR, ""),
            ahead=ahead.str.replace_all(HOUR, "").str.replace_all(THOUSANDS, "${1}${2}"),
            behind=behind,
        )
        .join(
            articles.select("article_id", "reference_on"), on="article_id", how="left",
            maintain_order="left",
        )
        .join(
            follow_past(articles, sentences), on="sentence_id", how="left", maintain_order="left"
        )
        .with_columns(
            assertion=pl.when(is_long_past).then(pl.lit("historical")).otherwise("assertion")
        )
        .drop("reference_on", "sentence", "ahead", "behind", "text", "base", "follows_past")
        .pipe(mark_same_person)
    )  # fmt: skip


def is_stated() -> pl.Expr:
    """True where a claim has a time of its own words."""
    return pl.col("date_basis") == "stated"


def years_since(year: pl.Expr) -> pl.Expr:
    """How many years a year, as text, is before the article's."""
    return pl.col("reference_on").dt.year() - year.cast(pl.Int32, strict=False)


def is_dated() -> pl.Expr:
    """True where the claim's own date is long before the article."""
    day = pl.col("time_day").fill_null(1).clip(1, 28)
    happened = pl.date(pl.col("time_year"), pl.col("time_month"), day)
    return (
        (pl.col("date_basis") != "reference")
        & ~pl.col("is_since")
        & pl.col("time_kind").is_in(["date", "month"])
        & (pl.col("reference_on") - happened > pl.duration(days=LONG))
    )


def by_opening() -> pl.Expr:
    """True for what has no time of its own in a sentence that opens with a year."""
    is_undated = pl.col("time_kind").is_null() | ~is_stated()
    return is_undated & (years_since(pl.col("sentence").str.extract(OPENING_YEAR, 1)) >= 2)


def by_year() -> pl.Expr:
    """True beside a year: "killed in the 1994 genocide"."""
    ahead, behind = pl.col("ahead"), pl.col("behind")
    parted = ahead.str.extract(YEAR_BEFORE, 2).str.contains(pl.col("time_text"), literal=True)
    is_before = (years_since(ahead.str.extract(YEAR_BEFORE, 1)) >= 2) & ~parted.fill_null(False)
    # "Rebels who signed a truce in 2019 killed nine on Monday"
    has_own_day = is_stated() & pl.col("time_kind").is_in(OWN_DAYS) & pl.col("time_year").is_null()
    is_told_of = ~ahead.str.replace_all(BIOGRAPHY, "").str.contains(YEAR)
    of_after = pl.coalesce(behind.str.extract(YEAR_AFTER, 1), behind.str.extract(YEAR_BESIDE, 1))
    is_after = (years_since(of_after) >= 2).fill_null(False)
    is_before &= ~ahead.str.contains(OF_WHO)
    return (is_before & ~(has_own_day & is_told_of)) | is_after


def by_context() -> pl.Expr:
    """True for what has no time of its own behind a sentence of the past, or months after."""
    is_after = pl.col("ahead").str.contains(LONG_AFTER).fill_null(False)
    return ~is_stated() & (pl.col("follows_past").fill_null(False) | is_after)


def by_life() -> pl.Expr:
    """True for what somebody saw when young: "soldiers killed her father when she was six"."""
    is_young = pl.col("ahead").str.contains(OF_A_LIFE) | pl.col("behind").str.contains(WHEN_YOUNG)
    return ~is_stated() & is_young


def mark_same_person(told: pl.DataFrame) -> pl.DataFrame:
    """Who was killed long ago, as one claim of an article dates it, was so in its others too."""
    surname = pl.col("value_text").str.to_lowercase().str.extract(SURNAME, 1)
    is_one = (pl.col("harm") == "killed") & (pl.col("value_best") == 1)
    named = told.with_columns(surname=pl.when(is_one).then(surname))
    is_far = pl.col("time_kind").is_in(["date", "month", "year"]) & is_stated()
    gone = (
        named.filter(is_far & (pl.col("assertion") == "historical"))
        .select("article_id", "surname")
        .drop_nulls()
        .unique()
        .with_columns(is_gone=True)
    )
    is_same = pl.col("is_gone") & pl.col("assertion").is_in(FOUNDING)
    is_same &= ~is_stated()
    return (
        named.join(gone, on=["article_id", "surname"], how="left", maintain_order="left")
        .with_columns(
            assertion=pl.when(is_same.fill_null(False))
            .then(pl.lit("historical"))
            .otherwise("assertion")
        )
        .drop("surname", "is_gone")
    )


def follow_past(articles: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """One row per sentence of the articles that name a year long past: follows_past, a sentence
    shortly before it does and none since then, itself included, speaks of the news."""
    dated = sentences.filter(pl.col("text").str.contains(YEAR)).join(
        articles.select("article_id", "reference_on"), on="article_id", maintain_order="left"
    )
    told = pl.col("text").str.replace_all(HOUR, "").str.replace_all(BIOGRAPHY, "")
    year = told.str.extract(YEAR_NAMED, 1).cast(pl.Int32, strict=False)
    past = dated.filter(pl.col("reference_on").dt.year() - year >= 2)
    is_past = pl.col("sentence_id").is_in(past["sentence_id"].implode())
    is_fresh = pl.col("text").str.replace(GOES_ON, "").str.contains(FRESH)
    state = pl.when(is_fresh).then(-1).when(is_past).then("sentence_no")
    last = state.shift(1).forward_fill().over("article_id")
    return (
        sentences.join(past, on="article_id", how="semi")
        .sort("article_id", "sentence_no")
        .select(
            "sentence_id",
            follows_past=(
                (last >= 0) & (pl.col("sentence_no") - last <= REACH) & ~is_fresh
            ).fill_null(False),
        )
    )
