"""When an article was published, and the day its relative dates count from."""

import polars as pl

from pipelines.transforms.text.calendar_text import (
    FULL_DATE,
    MONTH,
    MONTHS,
    WEEKDAY,
    WEEKDAYS,
    calendar_day,
    read_date,
    read_timestamp,
)

# A page's stamp this much later than the date printed on it tells of a crawl or an update.
STAMP_SLACK_DAYS = 2
LEAD_PARTS = 3
WEEK = 7

ADDRESS_DATE = (
    r"(?i)^[a-z]+://[^/]+/.*?((?:19|20)\d\d[/-](?:\d{1,2}|[a-z]{3})[/-]\d{1,2})(?:[/._-]|$)"
)
AHEAD = r"(?-u:\b)(?:will|would|shall|scheduled|expected|deadline|due|plan(?:s|ned)?|until|till|by|before|upcoming|next|coming|every|each|bloody|to be)(?-u:\b)"
PLACE_WORD = r"[A-Z][A-Za-z.'-]*"
DATELINE = rf"^(?:{PLACE_WORD}[ ,/()]+){{1,6}}[-–—]?\s*\(?({FULL_DATE.replace('(?:', '(?i:', 1)})\)?\s*(?:\([^)]{{2,40}}\)\s*)?(?:[-–—:/\[]|$)"
NO_PLACE = r"^(?:On|In|By|Since|Until|Before|After|From|As)(?-u:\b)"
SHORT_DATELINE = rf"^[A-Z][A-Za-z .,'()-]{{2,60}}, (\d{{1,2}}) (?i:({MONTH}))\.? (\d\d) --"


def date_articles(articles: pl.DataFrame, parts: pl.DataFrame) -> pl.DataFrame:
    """Adds published_on, published_on_method, reference_on, reference_on_method.

    articles: article_id, uri, published_at; parts: article_parts with their text. The order of
    evidence is that of EXTRACTION.md: metadata checked against a printed header, header or
    dateline, address; for the reference date then an interval narrowed by the weekdays named.
    """
    return (
        articles.join(find_printed_dates(parts), on="article_id", how="left", maintain_order="left")
        .pipe(add_published_on)
        .join(bound_dates(parts), on="article_id", how="left", maintain_order="left")
        .pipe(add_reference_on)
    )


def add_published_on(articles: pl.DataFrame) -> pl.DataFrame:
    stamp = pl.coalesce(read_date(pl.col("published_at")), read_timestamp(pl.col("published_at")))
    address = read_address_date(pl.col("uri"))
    printed = pl.col("printed_on")
    is_late_stamp = (stamp - printed).dt.total_days() > STAMP_SLACK_DAYS
    return articles.with_columns(
        pl.when(is_late_stamp)
        .then(printed)
        .otherwise(pl.coalesce(stamp, printed, address))
        .alias("published_on"),
        pl.when(is_late_stamp.fill_null(False) | (stamp.is_null() & printed.is_not_null()))
        .then(pl.lit("dateline"))
        .when(stamp.is_not_null() | address.is_not_null())
        .then(pl.lit("metadata"))
        .otherwise(pl.lit("unknown"))
        .alias("published_on_method"),
    ).drop("printed_on")


def read_address_date(uri: pl.Expr) -> pl.Expr:
    """The date in a web address such as /2021/08/20/ or /2021/aug/20/."""
    pieces = uri.str.extract(ADDRESS_DATE, 1).str.to_lowercase().str.replace_all("/", "-")
    month = pieces.str.extract(r"-([a-z]{3})-")
    number = month.replace_strict(MONTHS, default=None, return_dtype=pl.String)
    return read_date(
        pl.coalesce(
            pl.concat_str(pieces.str.slice(0, 5), number, pieces.str.extract(r"(-\d+)$")), pieces
        )
    )


def find_printed_dates(parts: pl.DataFrame) -> pl.DataFrame:
    """One row per article that prints its date: printed_on, from a header line or dateline."""
    is_body = pl.col("kind") == "body"
    lead = parts.filter(is_body).group_by("article_id", maintain_order=True).first()
    year = pl.col("text").str.extract(SHORT_DATELINE, 3)
    short = calendar_day(
        pl.when(year > "30").then("19" + year).otherwise("20" + year),
        pl.col("text").str.extract(SHORT_DATELINE, 2).str.to_lowercase().str.slice(0, 3)
        .replace_strict(MONTHS, default=None, return_dtype=pl.String),
        pl.col("text").str.extract(SHORT_DATELINE, 1),
    )  # fmt: skip
    full = read_date(
        pl.when(~pl.col("text").str.contains(NO_PLACE)).then(
            pl.col("text").str.extract(DATELINE, 1)
        )
    )
    header = read_date(pl.col("text"))
    return (
        pl.concat(
            [
                parts.filter(pl.col("kind").is_in(["header", "byline"])).select(
                    "article_id", header.alias("printed_on"), pl.lit(0).alias("rank")
                ),
                lead.select(
                    "article_id",
                    pl.coalesce(full, short).alias("printed_on"),
                    pl.lit(1).alias("rank"),
                ),
            ]
        )
        .drop_nulls("printed_on")
        .sort("article_id", "rank", maintain_order=True)
        .group_by("article_id", maintain_order=True)
        .agg(pl.col("printed_on").first())
    )


def find_mentioned_dates(parts: pl.DataFrame) -> pl.DataFrame:
    """One row per full date in a part: article_id, part_no, kind, date, weekday named beside it."""
    context = rf"(?i)[^.;]{{0,50}}{FULL_DATE}"
    return (
        parts.filter(pl.col("text").str.contains(r"(?:19|20)\d\d"))
        .select(
            "article_id", "part_no", "kind", "rule_id", pl.col("text").alias("part_text"),
            pl.col("text").str.extract_all(context).alias("text"),
        )
        .explode("text")
        .drop_nulls("text")
        .with_columns(read_date(pl.col("text").str.extract(rf"(?i)({FULL_DATE})$", 1)).alias("date"))
        .drop_nulls("date")
    )  # fmt: skip


def name_weekdays(parts: pl.DataFrame) -> pl.DataFrame:
    """One row per article and weekday its read parts name as past: weekday (ISO), n."""
    return (
        parts.filter("is_read")
        .select("article_id", pl.col("text").str.extract_all(rf"(?i)[^.;]{{0,30}}{WEEKDAY}s?(?-u:\b)"))
        .explode("text")
        .drop_nulls("text")
        .filter(~pl.col("text").str.contains("(?i)" + AHEAD) & ~pl.col("text").str.ends_with("s"))
        .select(
            "article_id",
            pl.col("text").str.extract(rf"(?i)({WEEKDAY})$", 1).str.to_lowercase().str.slice(0, 3)
            .replace_strict(WEEKDAYS, default=None, return_dtype=pl.Int8).alias("weekday"),
        )
        .group_by("article_id", "weekday")
        .agg(pl.len().alias("n"))
    )  # fmt: skip


def bound_dates(parts: pl.DataFrame) -> pl.DataFrame:
    """One row per article that a date in the text bounds and a weekday narrows: narrowed_on.

    The newest past date told is a lower bound, where a sign says it is fresh: it stands under a
    photo or post, beside its weekday, or in the lead with its weekday the one most named. The
    first comment comes after the article. A weekday then picks the day within the bounds.
    """
    weekdays = name_weekdays(parts)
    most = pl.col("n") == pl.col("n").max().over("article_id")
    top = weekdays.filter(most).group_by("article_id").agg(pl.col("weekday").alias("top"))
    dates = find_mentioned_dates(parts).join(top, on="article_id", how="left")
    upper = (
        dates.filter(pl.col("rule_id") == "cue:comment")
        .group_by("article_id").agg(pl.col("date").min().alias("upper"))
    )  # fmt: skip
    is_post_author = (pl.col("kind") == "credit") & (pl.col("date").is_not_null())
    is_photo = (pl.col("kind") == "caption") & ~pl.col("part_text").str.contains(
        r"(?i)(?-u:\b)(?:file|archive)(?-u:\b)"
    )
    beside = pl.col("text").str.contains(rf"(?i){WEEKDAY},?\s*\(?{FULL_DATE}$")
    in_lead = (pl.col("part_no") <= LEAD_PARTS) & pl.col("top").list.contains(
        pl.col("date").dt.weekday()
    )
    told = (
        dates.filter(pl.col("kind").is_in(["title", "deck", "body", "embed", "caption", "credit"]))
        .filter(~pl.col("text").str.contains("(?i)" + AHEAD))
        .with_columns(
            (is_post_author | is_photo | beside | in_lead).fill_null(False).alias("is_fresh")
        )
        .join(upper, on="article_id", how="left")
        .filter((pl.col("date") < pl.col("upper")).fill_null(True))
    )
    lower = (
        told.group_by("article_id")
        .agg(
            pl.col("date").max().alias("lower"),
            pl.col("date").filter("is_fresh").max().alias("fresh"),
        )
        .filter((pl.col("lower") - pl.col("fresh")).dt.total_days() < WEEK)
        .select("article_id", "lower")
    )
    return narrow(weekdays, lower, upper)


def narrow(weekdays: pl.DataFrame, lower: pl.DataFrame, upper: pl.DataFrame) -> pl.DataFrame:
    """One row per article: narrowed_on, the day within its bounds that a weekday named picks."""
    lower_day, upper_day = pl.col("lower"), pl.col("upper")
    forward = lower_day + pl.duration(days=(pl.col("weekday") - lower_day.dt.weekday()) % WEEK)
    last = upper_day - pl.duration(days=1)
    back = last - pl.duration(days=(last.dt.weekday() - pl.col("weekday")) % WEEK)
    forward_fits = (forward < upper_day).fill_null(True)
    back_fits = (back >= lower_day).fill_null(True)
    single = pl.when(lower_day == last).then(lower_day)
    return (
        lower.join(upper, on="article_id", how="full", coalesce=True)
        .join(weekdays, on="article_id", how="left")
        .with_columns(
            pl.when(forward_fits).then(forward).alias("forward"),
            pl.when(back_fits).then(back).alias("back"),
        )
        .with_columns(pl.col("n").filter(pl.col("forward").is_not_null()).max().over("article_id").alias("most"))
        .group_by("article_id")
        .agg(
            pl.coalesce(
                single.first(),
                pl.col("forward").filter(pl.col("n") == pl.col("most")).max(),
                pl.col("back").max(),
            ).alias("narrowed_on")
        )
        .drop_nulls("narrowed_on")
    )  # fmt: skip


def add_reference_on(articles: pl.DataFrame) -> pl.DataFrame:
    published = pl.col("published_on")
    return articles.with_columns(
        pl.coalesce(published, "narrowed_on").alias("reference_on"),
        pl.when(published.is_not_null())
        .then(pl.lit("published"))
        .when(pl.col("narrowed_on").is_not_null())
        .then(pl.lit("text"))
        .otherwise(pl.lit("unknown"))
        .alias("reference_on_method"),
    ).drop("narrowed_on")
