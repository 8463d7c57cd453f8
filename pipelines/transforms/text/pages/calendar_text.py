"""Full calendar dates as print writes them, read into Date."""

import re

import polars as pl

from pipelines.transforms.text.grammar.calendar_words import MONTH

MONTHS = {
    "jan": "01", "feb": "02", "mar": "03", "apr": "04", "may": "05", "jun": "06",
    "jul": "07", "aug": "08", "sep": "09", "oct": "10", "nov": "11", "dec": "12",
}  # fmt: skip
WEEKDAYS = {"mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6, "sun": 7}
DAY = r"[0-3]?[0-9]"
YEAR = r"(?:19|20)[0-9]{2}"
MONTH_FIRST = rf"(?-u:\b)(?P<m>{MONTH})\.?\s+(?P<d>{DAY})(?:st|nd|rd|th)?,?\s+(?P<y>{YEAR})(?-u:\b)"
DAY_FIRST = (
    rf"(?-u:\b)(?P<d>{DAY})(?:st|nd|rd|th)?[\s-](?:of\s)?"
    rf"(?P<m>{MONTH})\.?,?[\s-](?P<y>{YEAR})(?-u:\b)"
)
YEAR_FIRST = rf"(?-u:\b)(?P<y>{YEAR})[-/.](?P<m>[01]?[0-9])[-/.](?P<d>{DAY})"
COMPACT = rf"^\s*(?P<y>{YEAR})(?P<m>[01][0-9])(?P<d>[0-3][0-9])(?:t|\s|$)"
DIGITS = rf"^\s*(?P<a>{DAY})[/.-](?P<b>{DAY})[/.-](?P<y>{YEAR})"
# A date that names its day, month and year, as a pattern without groups to build others from.
FULL_DATE = "(?:{})".format(
    "|".join(re.sub(r"\(\?P<[mdy]>", "(?:", form) for form in (MONTH_FIRST, DAY_FIRST, YEAR_FIRST))
)


def read_date(text: pl.Expr) -> pl.Expr:
    """The first full date in a text, null where there is none or the calendar has no such day.

    Reads 'Aug. 20, 2021', '20th August 2021', '2021-08-20T10:00Z', '20210820', '20.08.2021', and
    '08/20/2021' where only one order of day and month is possible. The day is taken as printed,
    in the publisher's own time zone.
    """
    text = text.str.to_lowercase()
    forms = (MONTH_FIRST, DAY_FIRST, YEAR_FIRST, COMPACT)
    month_first, day_first, year_first, compact = (text.str.extract_groups(form) for form in forms)
    digits = text.str.extract_groups(DIGITS)
    first, second, year = (digits.struct[name] for name in ("a", "b", "y"))
    is_month_first = (second.cast(pl.Int8) > 12) | (first == second)
    is_day_first = (first.cast(pl.Int8) > 12) | text.str.contains(r"^\s*[0-9]+\.")
    return pl.coalesce(
        make_date(year_first),
        make_date(month_first, named=True),
        make_date(day_first, named=True),
        make_date(compact),
        pl.when(is_month_first).then(calendar_day(year, first, second)),
        pl.when(is_day_first).then(calendar_day(year, second, first)),
    )


def read_timestamp(text: pl.Expr) -> pl.Expr:
    """The UTC day of a Unix time in seconds or milliseconds; null for anything else."""
    seconds = text.str.extract(r"^\s*([0-9]{9,10})(?:[0-9]{3})?(?:\.0)?\s*$").cast(pl.Int64)
    return pl.from_epoch(seconds).dt.date()


def make_date(groups: pl.Expr, named: bool = False) -> pl.Expr:
    month = groups.struct["m"]
    return calendar_day(
        groups.struct["y"], month_number(month) if named else month, groups.struct["d"]
    )


def calendar_day(year: pl.Expr, month: pl.Expr, day: pl.Expr) -> pl.Expr:
    """The Date of three texts of digits; null where the calendar has no such day."""
    return pl.concat_str(year, month.str.zfill(2), day.str.zfill(2)).str.to_date(
        "%Y%m%d", strict=False
    )


def month_number(name: pl.Expr) -> pl.Expr:
    """'08' for 'aug', 'aug.' or 'august' in lower case; null for anything else."""
    return name.str.slice(0, 3).replace_strict(MONTHS, default=None, return_dtype=pl.String)


def weekday_number(name: pl.Expr) -> pl.Expr:
    """1 for Monday to 7 for Sunday."""
    start = name.str.to_lowercase().str.slice(0, 3)
    return start.replace_strict(WEEKDAYS, default=None, return_dtype=pl.Int8)
