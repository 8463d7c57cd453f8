"""Spans that only the article's day makes days of: over two months, beside a day ("the week to 5
May"), of figures whose order is open ("03/04/2024"), and feasts that move with Easter."""

import polars as pl

# How many days the span beside a day has.
LENGTHS = {"week": 7, "seven days": 7, "7 days": 7, "fortnight": 14, "two weeks": 14, "month": 30,
           "30 days": 30, "year": 365, "12 months": 365}  # fmt: skip
UPTO, ONWARDS = "ending|ended|to|up to|through|until", "of|from|beginning|starting|commencing"
# Days from Easter Sunday.
EASTER = {"palm sunday": -7, "maundy thursday": -3, "holy thursday": -3, "good friday": -2,
          "holy saturday": -1, "easter saturday": -1, "easter sunday": 0, "easter day": 0,
          "easter monday": 1, "ascension day": 39, "pentecost sunday": 49,
          "whit monday": 50}  # fmt: skip
FEAST = rf"(?:on |since )?({'|'.join(EASTER)})"
FIGURES = r"(?:[a-z]+ (?:[a-z]+ )?)?([0-9]{1,2})[./-]([0-9]{1,2})[./-]((?:19|20)[0-9]{2})"
# "On 12/05", of no year.
SHORT_FIGURES, LATELY = r"(?:(?:on|since) )?([0-3]?[0-9])/([0-3]?[0-9])", 31
OF_MONTH = r"(?:on |since )?the ([0-3]?[0-9])(?:st|nd|rd|th)? (?:day )?of (this|last) month"
# "On the 12th", "in the night of the 11th to the 12th", which no month stands behind.
BARE_DAY = (
    r"(?:on the|(?:on|in|during) the (?:(?:early|late) )?(?:night|morning|evening|afternoon|eve|"
    r"dawn) of the) (?:[0-3]?[0-9])(?:st|nd|rd|th)(?: to the [0-3]?[0-9](?:st|nd|rd|th))?"
)
WEEKDAY = r"(?:[a-z]{3,6}day,? )?"
YEAR = r"(?:19|20)[0-9]{2}"


def day_of(months: dict[str, int]) -> str:
    """The pattern of a day and its month, in either order: five groups."""
    names = "|".join(sorted(months, key=len, reverse=True))
    day = r"([0-3]?[0-9])(?:st|nd|rd|th)?"
    return (
        rf"{WEEKDAY}(?:the )?(?:{day}(?: of)?[ -]({names})\.?|({names})\.? (?:the )?{day})"
        rf"(?:,? ({YEAR}))?"
    )


def two_days(months: dict[str, int]) -> str:
    """The pattern of a span between days of two months: ten groups."""
    day = day_of(months)
    joined = r"(?: ?- ?|,? (?:to|until|till|through|up to) )"
    return rf"(?:(?:between|from|during) {day},? (?:and|to|until|till|through) |{day}{joined}){day}"


def week_beside(months: dict[str, int]) -> str:
    """The pattern of a span that a day opens or ends: seven groups."""
    return (
        rf"(?:(?:in|during|over|for|within) )?the (?:past |last )?({'|'.join(LENGTHS)}) "
        rf"({UPTO}|{ONWARDS}) (?:on )?{day_of(months)}"
    )


def dated_spans(told: pl.DataFrame, months: dict[str, int]) -> pl.DataFrame:
    """Of spans with time_text and today: row_no, today, first and last day."""
    text, today = pl.col("time_text").str.to_lowercase(), pl.col("today")
    pair = text.str.extract_groups(f"^{two_days(months)}$")
    is_led = pair.struct["2"].is_not_null() | pair.struct["3"].is_not_null()
    start = tuple(
        pl.when(is_led).then(pair.struct[str(n)]).otherwise(pair.struct[str(n + 5)])
        for n in range(1, 6)
    )
    end = tuple(pair.struct[str(n)] for n in range(11, 16))
    closing_year = number(end[4])
    opening = read_day(start, months, closing_year)
    closing = read_day(end, months, opening.dt.year(), number(start[4]))
    closing = pl.when(closing < opening).then(closing.dt.offset_by("1y")).otherwise(closing)
    week = text.str.extract_groups(f"^{week_beside(months)}$")
    beside = read_day(tuple(week.struct[str(n)] for n in range(3, 8)), months)
    width = week.struct["1"].replace_strict(LENGTHS, default=None, return_dtype=pl.Int64) - 1
    is_upto = week.struct["2"].str.contains(f"^(?:{UPTO})$")
    back = pl.when(is_upto).then(beside - pl.duration(days=width)).otherwise(beside)
    ahead = pl.when(is_upto).then(beside).otherwise(beside + pl.duration(days=width))
    told_day = (figures(text), short_figures(text), of_month(text), bare_day(text), feast(text))
    day = pl.coalesce(told_day)
    return told.with_columns(first=pl.coalesce(opening, back, day)).select(
        "row_no", "today", "first", last=pl.coalesce(closing, ahead, day)
    ).filter(pl.col("first") <= today)  # fmt: skip


def read_day(groups: tuple[pl.Expr, ...], months: dict[str, int], *years: pl.Expr) -> pl.Expr:
    """The day that the groups of day_of name; without a year of its own or of its neighbour the
    latest that does not lie after today."""
    day = number(pl.coalesce(groups[0], groups[3]))
    month = pl.coalesce(groups[1], groups[2]).replace_strict(
        months, default=None, return_dtype=pl.Int32
    )
    own = pl.col("today").dt.year()
    given = pl.coalesce(number(groups[4]), *years)
    here, before = real_day(own, month, day), real_day(own - 1, month, day)
    latest = pl.when(here <= pl.col("today") + pl.duration(days=1)).then(here).otherwise(before)
    return pl.when(given.is_not_null()).then(real_day(given, month, day)).otherwise(latest)


def number(text: pl.Expr) -> pl.Expr:
    """A number that a pattern found."""
    return text.cast(pl.Int32, strict=False)


def real_day(year: pl.Expr, month: pl.Expr, day: pl.Expr) -> pl.Expr:
    """The date, null where the month has no such day."""
    parts = (year.cast(pl.String), month.cast(pl.String), day.cast(pl.String))
    return pl.concat_str(parts, separator="-").str.to_date("%Y-%m-%d", strict=False)


def figures(text: pl.Expr) -> pl.Expr:
    """The day of figures that may be read in two orders, where one of the two lies ahead."""
    parts = text.str.extract_groups(f"^{FIGURES}$")
    one, other, year = (number(parts.struct[name]) for name in ("1", "2", "3"))
    day_first, month_first = real_day(year, other, one), real_day(year, one, other)
    limit = pl.col("today") + pl.duration(days=1)
    return (
        pl.when((day_first <= limit) & (month_first > limit)).then(day_first)
        .when((month_first <= limit) & (day_first > limit)).then(month_first)
    )  # fmt: skip


def short_figures(text: pl.Expr) -> pl.Expr:
    """The day of figures without a year: of the two orders, and the years it may be in, the one
    that lies in the month before the article; the day stands first where both do."""
    parts = text.str.extract_groups(f"^{SHORT_FIGURES}$")
    one, other = number(parts.struct["1"]), number(parts.struct["2"])
    own, today = pl.col("today").dt.year().cast(pl.Int32), pl.col("today")
    either = [
        real_day(year, *order) for order in ((other, one), (one, other)) for year in (own, own - 1)
    ]
    return pl.coalesce(
        pl.when((today - day).dt.total_days().is_between(0, LATELY)).then(day) for day in either
    )


def of_month(text: pl.Expr) -> pl.Expr:
    """The day of "the 12th of last month"."""
    parts = text.str.extract_groups(f"^{OF_MONTH}$")
    this = pl.col("today").dt.truncate("1mo")
    month = pl.when(parts.struct["2"] == "last").then(this.dt.offset_by("-1mo")).otherwise(this)
    return real_day(month.dt.year(), month.dt.month(), number(parts.struct["1"]))


def bare_day(text: pl.Expr) -> pl.Expr:
    """The latest day of that number: "on the 12th"."""
    number_told = number(
        pl.when(text.str.contains(f"^{BARE_DAY}$")).then(text.str.extract("([0-9]+)", 1))
    )
    this = pl.col("today").dt.truncate("1mo")
    here, before = (
        real_day(month.dt.year(), month.dt.month(), number_told)
        for month in (this, this.dt.offset_by("-1mo"))
    )
    return pl.when(here <= pl.col("today")).then(here).otherwise(before)


def feast(text: pl.Expr) -> pl.Expr:
    """The latest such feast of the western churches."""
    shift = text.str.extract(f"^{FEAST}$", 1).replace_strict(
        EASTER, default=None, return_dtype=pl.Int64
    )
    own = pl.col("today").dt.year().cast(pl.Int32)
    here, before = (easter(year) + pl.duration(days=shift) for year in (own, own - 1))
    return pl.when(here <= pl.col("today")).then(here).otherwise(before)


def easter(year: pl.Expr) -> pl.Expr:
    """Easter Sunday of a year (Meeus, Astronomical Algorithms, chapter 8)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    w = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * w) // 451
    days = h + w - 7 * m + 114
    return pl.date(year, days // 31, days % 31 + 1)
