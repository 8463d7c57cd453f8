"""What is told of the article's own day though no day is named: by its tense, or an hour alone."""

import polars as pl

from pipelines.transforms.text.times.given_times import FIELDS
from pipelines.transforms.text.times.own_times import with_form
from pipelines.transforms.text.times.time_frames import HEAD

# The present tense tells of the article's own day: 'fighting continues', 'clashes are under way'.
GOES_ON = (
    r"(?i)^[a-z'-]+(?: [a-z'-]+){0,3}? (?:continues?|rages?|(?:is|are) (?:still |now )?"
    r"(?:continuing|raging|under ?way|going on|ongoing|taking place|being [a-z]+ed))(?-u:\b)"
)
# "Planes are bombing", "is now besieging"
IS_DOING, DOING = (
    r"(?i)(?-u:\b)(?:is|are) (?:still |now |again |currently |also |reportedly )*$",
    r"(?i)[^s]ing$",
)
IS_NOW = r"(?i)(?-u:\b)(?:is|are) now (?:also |reportedly )?$"
# An opening in the perfect or the present: 'has exploded', 'are conducting operations'.
IS_NEWS = (
    r"(?i)^[^;]{0,200}(?-u:\b)(?:(?:has|have) (?:just |also |now )?(?:been )?"
    r"(?:[a-z]+(?:ed|own|ound)|set|shot|hit|struck|left|taken|begun|broken)|"
    r"(?:is|are) (?:now |still |currently )?(?:being |[a-z]+ing))(?-u:\b)"
)
# What a court or an inquiry does today dates no deed, and a total goes back for days.
NO_NEWS = (
    r"(?i)(?-u:\b)(?:trials?|courts?|judges?|inquir[a-z]*|investigat[a-z]*|commission|"
    r"sentenc[a-z]*|"
    r"charged|convict[a-z]*|anniversary|funerals?|memorial|since|already|so far|recent(?:ly)?|"
    r"days|weeks?|months?|years?)(?-u:\b)"
)
# "16:40 Four people ...": the hour that an entry stands under, and how many make such a report.
ENTRY = (
    r"^\W*[0-2]?[0-9][:.h][0-5][0-9](?: ?(?:GMT|UTC|BST|CET|EET|[ap]\.?m\.?))?[^\w\n]{1,3}\p{Lu}"
)
SEVERAL = 2
TYPES = {"time_kind": pl.String, "time_text": pl.String, "is_since": pl.Boolean}
TODAY = {
    "time_kind": pl.lit("days"),
    "time_days_start": pl.lit(0, pl.Int32),
    "time_days_end": pl.lit(0, pl.Int32),
}


def goes_on(anchors: pl.DataFrame, sentences: pl.DataFrame, dated: pl.DataFrame) -> pl.DataFrame:
    """Anchors that the present tense tells of, dated by the article's own day: those that dated
    gives no time of their own, and what is done now."""
    at = pl.col("anchor_start") - pl.col("base")
    behind, ahead = pl.col("text").str.slice(at), pl.col("text").str.slice(0, at)
    word = pl.col("text").str.slice(at, pl.col("anchor_end") - pl.col("anchor_start"))
    is_doing = ahead.str.contains(IS_DOING) & word.str.contains(DOING)
    # In a quotation it goes on when that was said.
    is_quoted = pl.col("quote_no").is_not_null() & pl.col("date_basis").is_not_null()
    has_own = pl.col("date_basis").is_in(["stated", "said"]).fill_null(False) | is_quoted
    empty = {name: pl.lit(None, TYPES.get(name, pl.Int32)) for name in FIELDS}
    return (
        anchors.join(
            sentences.select("sentence_id", "text", "quote_no", base="start"),
            on="sentence_id",
            maintain_order="left",
        )
        .join(dated.select("anchor_id", "date_basis"), on="anchor_id", how="left")
        .filter(
            (behind.str.contains(GOES_ON) | is_doing) & ~has_own
            | is_doing & ahead.str.contains(IS_NOW) & ~is_quoted
        )
        .with_columns(**empty)
        .with_columns(**TODAY, is_since=pl.lit(False), date_basis=pl.lit("stated"))
    )


def days_of_hours(anchors: pl.DataFrame, spans: pl.DataFrame, dated: pl.DataFrame) -> pl.DataFrame:
    """An hour told where the article dates nothing is one of its own day: anchors of the sentences
    with a clock time and without a day, as dated has them."""
    told = anchors.join(dated, on="anchor_id", how="semi").select("article_id").unique()
    is_day = (pl.col("sense") != "clock") & (pl.col("voice") != "dateline")
    named = spans.filter(is_day).select("article_id").unique()
    clocks = spans.filter(pl.col("sense") == "clock").unique(
        "sentence_id", keep="first", maintain_order=True
    )
    return (
        anchors.select("anchor_id", "article_id", "sentence_id")
        .join(told, on="article_id", how="anti", maintain_order="left")
        .join(named, on="article_id", how="anti", maintain_order="left")
        .join(clocks.drop("article_id"), on="sentence_id", maintain_order="left")
        .with_columns(**TODAY, date_basis=pl.lit("carried"))
        .select(dated.columns)
    )


def days_of_entries(
    anchors: pl.DataFrame, sentences: pl.DataFrame, dated: pl.DataFrame
) -> pl.DataFrame:
    """The entries of a running report, each under its hour ("16:40 Four people were killed"), tell
    of its own day: anchors there that dated lacks."""
    openings = sentences.filter(pl.col("text").str.contains(ENTRY)).select(
        "article_id", "part_no"
    ).unique()  # fmt: skip
    entries = openings.filter(pl.len().over("article_id") >= SEVERAL)
    return (
        anchors.join(
            sentences.select("sentence_id", "part_no"), on="sentence_id", maintain_order="left"
        )
        .join(entries, on=["article_id", "part_no"], how="semi", maintain_order="left")
        .join(dated, on="anchor_id", how="anti", maintain_order="left")
        .select("anchor_id")
        .with_columns(pl.lit(None, TYPES.get(name, pl.Int32)).alias(name) for name in FIELDS)
        .with_columns(**TODAY, is_since=pl.lit(False), date_basis=pl.lit("carried"))
        .select(dated.columns)
    )


def days_of_news(
    anchors: pl.DataFrame,
    sentences: pl.DataFrame,
    mentions: pl.DataFrame,
    spans: pl.DataFrame,
    dated: pl.DataFrame,
) -> pl.DataFrame:
    """An article that names no day and opens in the present or the perfect tells of its own day:
    "A bomb attack has caused damage", "Police are looking for the men who killed five farmers".

    Deeds told as nouns take it in the opening alone.
    """
    named = spans.filter(pl.col("voice") != "dateline").select("article_id").unique()
    told = anchors.join(dated, on="anchor_id", how="semi").select("article_id").unique()
    opening = (
        sentences.filter(pl.col("sentence_no") == 0)
        .filter(
            pl.col("text").str.replace(HEAD, "").str.contains(IS_NEWS),
            ~pl.col("text").str.contains(NO_NEWS),
        )
        .select("article_id", opening_id="sentence_id")
    )
    nouns = with_form(anchors, mentions).filter("is_noun").select("anchor_id", is_noun=True)
    return (
        anchors.select("anchor_id", "article_id", "sentence_id")
        .join(opening, on="article_id", maintain_order="left")
        .join(named, on="article_id", how="anti", maintain_order="left")
        .join(told, on="article_id", how="anti", maintain_order="left")
        .join(nouns, on="anchor_id", how="left", maintain_order="left")
        .filter(
            ~pl.col("is_noun").fill_null(False) | (pl.col("sentence_id") == pl.col("opening_id"))
        )
        .with_columns(pl.lit(None, TYPES.get(name, pl.Int32)).alias(name) for name in FIELDS)
        .with_columns(**TODAY, is_since=pl.lit(False), date_basis=pl.lit("carried"))
        .select(dated.columns)
    )
