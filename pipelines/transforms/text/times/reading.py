"""What a time span says: its numbers, its sense, how it is bound, and from what it counts."""

from functools import reduce

import polars as pl

from pipelines.transforms.text.grammar.latin import LATIN
from pipelines.transforms.text.times.bindings import (
    NO_NOUN,
    NOUN_BEHIND,
    is_long_after,
    with_bases,
    with_deeds_before,
    with_voice,
)
from pipelines.transforms.text.times.dated_spans import BARE_DAY, SHORT_FIGURES
from pipelines.transforms.text.times.day_spans import with_month_parts, with_nights
from pipelines.transforms.text.times.grammar import (
    AGO,
    AT_HOUR,
    BEEN,
    CLOCK,
    DAY,
    LIST_OF_NAMES,
    MOST_BEFORE,
    NAME_BEHIND,
    NAMES,
    NUMBER,
    NUMBERS,
    PREPOSITION,
    RECORD_BEFORE,
    SHIFT,
    UNIT,
    UNITS,
    YEAR,
    alternation,
)
from pipelines.transforms.text.times.moved_times import from_time_before, next_months
from pipelines.transforms.text.times.periods import month_numbers, period_of

# 'Ten may have died', 'may 5 km': no date.
MODAL_MAY = r"(?i)^ (?:have|be|not|also|yet|still|never|soon|even|well|only|now)(?-u:\b)"
LENGTH = r"(?i)^ ?(?:km|kms|kilomet|miles?|met(?:er|re)s?|yards)(?-u:\b)"
# "On a Monday", "nine years ago on Monday"
ANY_SUCH = r"(?i)(?-u:\b)(?:a|one|another|each|every|any|most|(?:years?|months?|decades?) ago,?) $"
SHORT_NAME = r"(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.?"
LASTING = (
    r"(?i)^ of (?:[a-z]+ ){0,2}(?:fighting|clashes|battles?|combat|violence|shelling|attacks|raids)"
)
KINDS = ["date", "weekday", "days", "month", "year", "weekend"]
# Senses of the lexicon that count from another event.
SHIFTS = {"same_day": 0, "day_before": -1, "day_after": 1}


def read_spans(spans: pl.DataFrame, words: pl.DataFrame) -> pl.DataFrame:
    """The spans with time_* numbers, sense, voice, shift and is_since; words that only look like a
    time are left out."""
    text = pl.col("time_text")
    names = named_values(words)
    weekday = names["weekday"]["pattern"]
    named = spans.with_columns(
        year=text.str.extract(rf"(?-u:\b)({YEAR})(?-u:\b|s$)", 1),
        weekday=text.str.extract(rf"(?i)(?-u:\b)({weekday})(?-u:\b)", 1),
        weekday_end=text.str.extract(rf"(?i)({weekday})[^,]* ?({weekday})(?-u:\b)", 2),
        month=text.str.extract(
            rf"(?i)(?-u:\b)({names['month']['pattern']}|may)(?-u:\b)", 1
        ),
        days=text.str.replace_all(YEAR, "").str.extract_all(r"[0-9]{1,2}"),
        is_period=text.str.contains(
            rf"^(?:{period_of(month_numbers(words))}|(?i:{BARE_DAY}|{SHORT_FIGURES}))$"
        ),
        is_clock=text.str.contains(
            rf"^(?:(?i:{AT_HOUR})|(?:(?i:{PREPOSITION}|about) )?(?:{CLOCK}))$"
        ),
    )  # fmt: skip
    relative = read_relative(with_dates(named, names), words)
    sensed = with_nights(with_month_parts(with_sense(relative)))
    bound = next_months(from_time_before(with_bases(with_voice(sensed))))
    return with_deeds_before(bound).filter(is_time())


def is_time() -> pl.Expr:
    """Whether a span is a time where it stands: no modal 'may', no way of so many miles."""
    is_may = pl.col("time_text").str.contains(r"(?i)(?:^| )may$")
    is_bare = pl.col("time_text").str.contains(rf"(?i)^{DAY} [a-z]+$")
    modal = is_may & is_bare & pl.col("behind").str.contains(MODAL_MAY)
    is_length = pl.col("time_text").str.contains(r"[0-9]$") & pl.col("behind").str.contains(LENGTH)
    is_date = pl.col("sense").is_in(["date", "weekday"])
    is_led = pl.col("time_text").str.contains(rf"(?i)^(?:{PREPOSITION}) ")
    is_name = is_date & (
        pl.col("behind").str.contains(NAME_BEHIND)
        | (~is_led & pl.col("behind").str.contains(LIST_OF_NAMES))
    )
    # "On a Monday in April", "every Friday": no day of this week.
    is_of_year = pl.col("ahead").str.contains("(?i)ago,? $")
    is_name |= (
        (pl.col("sense") == "weekday")
        & (~is_led | is_of_year)
        & pl.col("ahead").str.contains(ANY_SUCH)
    )
    # "On Mon State's border" is no Monday.
    is_name |= pl.col("time_text").str.contains(rf" {SHORT_NAME}$") & pl.col("behind").str.contains(
        r"^ [A-Z][a-z]"
    )
    # 'Their biggest offensive of the last ten years'
    is_record = (pl.col("sense") == "period") & pl.col("ahead").str.contains(MOST_BEFORE)
    # "On the 12th", but "on the 12th floor"
    is_bare = pl.col("time_text").str.contains(f"(?i)^{BARE_DAY}$")
    is_record &= ~is_bare
    # "12/05 Bosso:" heads an item; "a 12/05 split" is no day.
    is_figures = pl.col("time_text").str.contains(f"^{SHORT_FIGURES}$") & ~is_led
    is_name |= is_figures & ~(
        pl.col("ahead").str.contains(r"^\W*$")
        & pl.col("behind").str.contains(rf"^\)?(?::| ?[-~] | \p{{Lu}}[{LATIN} '-]{{2,40}}: )")
    )
    is_name |= (
        is_bare
        & pl.col("behind").str.contains(NOUN_BEHIND)
        & ~pl.col("behind").str.contains(NO_NOUN)
    )
    is_record |= pl.col("time_kind").eq("days").fill_null(False) & pl.col("ahead").str.contains(
        RECORD_BEFORE
    )
    # "In three days of fighting" is how long it took.
    is_lasting = (pl.col("sense") == "days") & pl.col("behind").str.contains(LASTING)
    is_lasting &= pl.col("time_text").str.contains(r"(?i)^(?:in|over|within) [a-z0-9]+ days$")
    return ~(modal | is_length | is_name | is_record | is_lasting | (pl.col("sense") == "unread"))


def named_values(words: pl.DataFrame) -> dict[str, dict]:
    """For weekdays and months: one alternation of the names and the number of each."""
    found = {}
    for sense in ("weekday", "month"):
        rows = words.filter(pl.col("sense") == sense)
        numbers = dict(zip(rows["phrase"], rows["value_best"], strict=True))
        numbers |= {"may": 5} if sense == "month" else {}
        found[sense] = {
            "pattern": alternation(rows["phrase"]) or "$.", "numbers": numbers or {"": 0}
        }  # fmt: skip
    return found


def with_dates(spans: pl.DataFrame, names: dict[str, dict]) -> pl.DataFrame:
    """Year, month, day and weekday as integers."""
    text = pl.col("time_text")
    iso = text.str.extract_groups(rf"({YEAR})[-/.]([01][0-9])[-/.]([0-3][0-9])")
    digits = text.str.extract_groups(rf"([0-9]{{1,2}})([./-])([0-9]{{1,2}})[./-]({YEAR})")
    parts = spans.with_columns(
        iso_month=iso.struct["2"].cast(pl.Int32),
        iso_day=iso.struct["3"].cast(pl.Int32),
        first=digits.struct["1"].cast(pl.Int32),
        second=digits.struct["3"].cast(pl.Int32),
        is_dotted=digits.struct["2"] == ".",
    )
    is_day_first = (
        pl.col("is_dotted") | (pl.col("first") > 12) | (pl.col("first") == pl.col("second"))
    )
    is_month_first = ~is_day_first & (pl.col("second") > 12)
    month = number_of("month", names)
    is_named = month.is_not_null()
    return parts.with_columns(
        time_year=pl.col("year").cast(pl.Int32),
        time_month=pl.coalesce(
            "iso_month",
            pl.when(is_day_first).then("second").when(is_month_first).then("first"),
            month,
        ),
        time_day=pl.coalesce(
            "iso_day",
            pl.when(is_day_first).then("first").when(is_month_first).then("second"),
            pl.when(is_named).then(pl.col("days").list.first().cast(pl.Int32)),
        ),
        time_day_end=pl.when(
            is_named & pl.col("iso_day").is_null() & (pl.col("days").list.len() > 1)
        ).then(pl.col("days").list.last().cast(pl.Int32)),
        time_weekday=number_of("weekday", names),
        time_weekday_end=number_of("weekday_end", names),
        is_ambiguous=pl.col("first").is_not_null() & ~is_day_first & ~is_month_first,
    )  # fmt: skip


def number_of(column: str, names: dict[str, dict]) -> pl.Expr:
    """The number of a weekday's or month's name."""
    numbers = names[column.removesuffix("_end")]["numbers"]
    return pl.col(column).str.to_lowercase().replace_strict(
        numbers, default=None, return_dtype=pl.Int32
    )  # fmt: skip


def read_relative(spans: pl.DataFrame, words: pl.DataFrame) -> pl.DataFrame:
    """Days back of 'yesterday' (lexicon), of 'three days ago' and 'the past 48 hours' (counted),
    and how far 'two days later' counts from another event."""
    text = pl.col("time_text").str.to_lowercase()
    rows = words.filter(~pl.col("sense").is_in(NAMES))
    amount = rf"({NUMBER}) (?:{UNIT})s?(?-u:\b)"
    unit = rf"{NUMBER} ({UNIT})s?(?-u:\b)"
    sole = rf"the (?:past|last|previous|preceding) ({UNIT})$"
    number = text.str.extract(amount, 1).str.replace(r"^a (couple|few)", "${1}")
    value = pl.coalesce(
        number.str.extract(r"^([0-9]+)$", 1).cast(pl.Int64),
        number.replace_strict(NUMBERS, default=None, return_dtype=pl.Int64),
        pl.when(text.str.contains(sole)).then(1),
    )
    bare = text.str.replace(r"^(?:on|since|by|from|until|after|before) ", "")
    size = pl.coalesce(text.str.extract(unit, 1), text.str.extract(sole, 1)).replace_strict(
        UNITS, default=None, return_dtype=pl.Int64
    )
    looked = rows.select("phrase", word_sense="sense", low="value_low", high="value_high").unique(
        "phrase", keep="first", maintain_order=True
    )
    whole = looked.rename({name: f"whole_{name}" for name in looked.columns})
    return (
        spans.with_columns(bare=bare, value=value, size=size, lower=text)
        .join(looked, left_on="bare", right_on="phrase", how="left", maintain_order="left")
        .join(whole, left_on="lower", right_on="whole_phrase", how="left", maintain_order="left")
        .with_columns(
            pl.coalesce(f"whole_{name}", name).alias(name) for name in ("word_sense", "low", "high")
        )
        .pipe(count_days)
        .pipe(with_feasts)
    )  # fmt: skip


def with_feasts(spans: pl.DataFrame) -> pl.DataFrame:
    """Month (low) and day (high) of the feasts that the lexicon names as dates."""
    is_feast = (pl.col("word_sense") == "date").fill_null(False)
    return spans.with_columns(
        time_month=pl.when(is_feast).then("low").otherwise("time_month").cast(pl.Int32),
        time_day=pl.when(is_feast).then("high").otherwise("time_day").cast(pl.Int32),
    )


def count_days(spans: pl.DataFrame) -> pl.DataFrame:
    """Low, high and shift of counted spans; a time weeks off is known to some days only."""
    value, size, text = pl.col("value"), pl.col("size"), pl.col("lower")
    is_counted = value.is_not_null() & size.is_not_null()
    is_ago = text.str.contains(rf"(?-u:\b){AGO}(?:,? today)?$|^{BEEN} .* since$")
    is_shift = text.str.contains(rf"(?-u:\b){SHIFT}$")
    is_back = text.str.contains(r"(?:earlier|previously|prior|before)$")
    days = value * size
    slack = pl.when(size >= 365).then(183).when(size >= 30).then(15).when(size >= 7).then(3)
    is_far_back = is_shift & (size >= 7)
    far = (
        pl.when((is_ago | is_far_back) & (size > 0)).then(days + slack.fill_null(0))
        .when(is_ago & text.str.contains("hour")).then(value // 24)
        .when(text.str.contains("minute")).then(0)
        .when(size == 0).then((value + 23) // 24)
        .otherwise(days)
    )  # fmt: skip
    near = (
        pl.when((is_ago | is_far_back) & (size > 0)).then(days - slack.fill_null(0))
        .when(is_ago & text.str.contains("hour")).then(value // 24)
        .otherwise(0)
    )  # fmt: skip
    is_word = pl.col("word_sense").is_not_null()
    # "24 hours later" is the next day, "five hours later" the same.
    moved = pl.when(text.str.contains("hour")).then(value // 24).otherwise(days)
    word_shift = pl.col("word_sense").replace_strict(SHIFTS, default=None, return_dtype=pl.Int32)
    counts = is_counted & ~is_word
    return spans.with_columns(
        low=pl.when(counts).then(near).otherwise("low"),
        high=pl.when(counts).then(far).otherwise("high"),
        is_counted=counts & (~is_shift | (is_far_back & is_back)),
        is_far=counts & is_far_back & ~is_back,
        shift=pl.when(counts & is_shift & (size < 7))
        .then(pl.when(is_back).then(-moved).otherwise(moved).cast(pl.Int32))
        .otherwise(word_shift),
    )


def with_sense(spans: pl.DataFrame) -> pl.DataFrame:
    """Sense and time_kind of each span, in the order the grammar tells them apart."""
    is_known = pl.col("word_sense").is_not_null()
    senses = [
        (pl.col("is_period"), pl.lit("period")),
        (pl.col("is_clock"), pl.lit("clock")),
        (pl.col("is_ambiguous"), pl.lit("period")),
        (is_long_after(), pl.lit("days")),
        (pl.col("shift").is_not_null() | pl.col("is_far"), pl.lit("shift")),
        (is_known, pl.col("word_sense")),
        (pl.col("is_counted") & pl.col("time_weekday").is_null(), pl.lit("days")),
        (pl.col("time_month").is_not_null() & pl.col("time_day").is_not_null(), pl.lit("date")),
        (pl.col("time_month").is_not_null(), pl.lit("month")),
        (pl.col("time_weekday").is_not_null(), pl.lit("weekday")),
        (pl.col("time_year").is_not_null(), pl.lit("year")),
    ]
    sense = reduce(
        lambda rest, case: pl.when(case[0]).then(case[1]).otherwise(rest), reversed(senses),
        pl.lit("unread"),
    )  # fmt: skip
    is_date = pl.col("sense").is_in(["date", "month", "year", "weekday"])
    is_days = pl.col("sense") == "days"
    dates = ["time_year", "time_month", "time_day", "time_day_end", "time_weekday"]
    return spans.with_columns(sense=sense).with_columns(
        *(pl.when(is_date).then(name).alias(name) for name in [*dates, "time_weekday_end"]),
        time_kind=pl.when(pl.col("sense").is_in(KINDS)).then("sense"),
        time_days_start=pl.when(is_days).then(-pl.col("high")).cast(pl.Int32),
        time_days_end=pl.when(is_days).then(-pl.col("low")).cast(pl.Int32),
    )
