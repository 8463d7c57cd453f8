"""When an article was published, and the day its relative dates count from."""

import polars as pl

from pipelines.transforms.text.pages.calendar_text import (
    FULL_DATE,
    MONTH,
    calendar_day,
    month_number,
    read_date,
    read_timestamp,
)
from pipelines.transforms.text.pages.reference_dates import narrow_reference_dates

# A page's stamp this much later than the date printed on it tells of a crawl or an update.
STAMP_SLACK_DAYS = 2

# A web address with a date: /2021/08/20/ or /2021/aug/20/ or /2021-08-20-.
ADDRESS_DATE = (
    r"(?i)^[a-z]+://[^/]+/.*?((?:19|20)[0-9]{2}[/-](?:[0-9]{1,2}|[a-z]{3})[/-][0-9]{1,2})"
    r"(?:[/._-]|$)"
)
# The start of an agency's text: 'KAREZ, Upper Valley, Aug. 20, 2021 (Agency) - '.
PLACE_WORDS = r"(?:[A-Z][A-Za-z.'-]*[ ,/(]+){1,6}"
DATELINE = (
    rf"^{PLACE_WORDS}[\x{{2013}}—-]?\s*((?i:{FULL_DATE}))\)?\s*(?:\([^)]{{2,40}}\)\s*)?"
    r"(?:[\x{2013}—:/\[-]|$)"
)
NO_PLACE = r"^(?:On|In|By|Since|Until|Before|After|From|As|Updated|Published)(?-u:\b)"
# The same as monitoring services of the last century write it: 'KAREZ, 3 JAN 90 -- '.
SHORT_DATELINE = (
    r"^[A-Z][A-Za-z .,'()-]{2,60}, ([0-9]{1,2}) "
    rf"(?i:({MONTH}))\.? ([0-9]{{2}})(?: ?(?:\([^)]*\)|\[[^\])]*[\])]))? ?--"
)
CENTURY_TURN = "30"


def date_articles(articles: pl.DataFrame, parts: pl.DataFrame) -> pl.DataFrame:
    """Adds published_on, published_on_method, reference_on, reference_on_method.

    articles: article_id, uri, published_at; parts: article_parts with their text. Evidence in the
    order that held on real pages: metadata unless a printed date contradicts it, header line or
    dateline, web address; for the reference date then an interval that a weekday narrows.
    """
    return (
        articles.join(find_printed_dates(parts), on="article_id", how="left", maintain_order="left")
        .pipe(add_published_on)
        .join(narrow_reference_dates(parts), on="article_id", how="left", maintain_order="left")
        .pipe(add_reference_on)
    )


def add_published_on(articles: pl.DataFrame) -> pl.DataFrame:
    stamp = pl.coalesce(read_date(pl.col("published_at")), read_timestamp(pl.col("published_at")))
    printed, address = pl.col("printed_on"), read_address_date(pl.col("uri"))
    is_late = ((stamp - printed).dt.total_days() > STAMP_SLACK_DAYS).fill_null(False)
    is_printed = printed.is_not_null() & (stamp.is_null() | is_late)
    published = pl.when(is_printed).then(printed).otherwise(pl.coalesce(stamp, address))
    return articles.with_columns(
        published.alias("published_on"),
        pl.when(is_printed)
        .then(pl.lit("dateline"))
        .when(published.is_not_null())
        .then(pl.lit("metadata"))
        .otherwise(pl.lit("unknown"))
        .alias("published_on_method"),
    ).drop("printed_on")


def add_reference_on(articles: pl.DataFrame) -> pl.DataFrame:
    published, narrowed = pl.col("published_on"), pl.col("narrowed_on")
    return articles.with_columns(
        pl.coalesce(published, narrowed).alias("reference_on"),
        pl.when(published.is_not_null())
        .then(pl.lit("published"))
        .when(narrowed.is_not_null())
        .then(pl.lit("text"))
        .otherwise(pl.lit("unknown"))
        .alias("reference_on_method"),
    ).drop("narrowed_on")


def read_address_date(uri: pl.Expr) -> pl.Expr:
    """The date in a web address."""
    pieces = uri.str.extract(ADDRESS_DATE, 1).str.to_lowercase().str.split("/")
    pieces = (
        pl.when(pieces.list.len() == 1).then(pieces.list.first().str.split("-")).otherwise(pieces)
    )
    month = pieces.list.get(1, null_on_oob=True)
    return calendar_day(
        pieces.list.get(0, null_on_oob=True),
        pl.coalesce(month_number(month), month),
        pieces.list.get(2, null_on_oob=True),
    )


def find_printed_dates(parts: pl.DataFrame) -> pl.DataFrame:
    """One row per article that prints its date: printed_on, by a header line, else a dateline."""
    head = parts.filter(pl.col("kind").is_in(["header", "byline"])).select(
        "article_id", read_date(pl.col("text")).alias("printed_on")
    )
    lead = (
        parts.filter(pl.col("kind") == "body").group_by("article_id", maintain_order=True).first()
    )
    dateline = lead.select("article_id", read_dateline(pl.col("text")).alias("printed_on"))
    return (
        pl.concat([head, dateline])
        .drop_nulls("printed_on")
        .unique("article_id", keep="first", maintain_order=True)
    )


def read_dateline(text: pl.Expr) -> pl.Expr:
    """The full date that an agency's text starts with, after its place."""
    day, month, year = (text.str.extract(SHORT_DATELINE, group) for group in (1, 2, 3))
    century = pl.when(year > CENTURY_TURN).then(pl.lit("19")).otherwise(pl.lit("20"))
    return pl.coalesce(
        read_date(pl.when(~text.str.contains(NO_PLACE)).then(text.str.extract(DATELINE, 1))),
        calendar_day(century + year, month_number(month.str.to_lowercase()), day),
    )
