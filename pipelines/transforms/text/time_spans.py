"""Time mentions: dates whole and partial, weekdays, relative words, read as numbers."""

from functools import reduce

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.matching import fold

OPEN, CLOSE = "\x02", "\x03"
DAY = r"(?:[12][0-9]|3[01]|0?[1-9])(?:st|nd|rd|th)?"
YEAR = r"(?:19|20)[0-9]{2}"
PAIR = r"(?: ?(?:-|~|to|and|or|through|until) ?)"
BEFORE = (
    "late on|early on|on|in|at|since|from|by|as of|until|till|before|after|following|ahead of|"
    "prior to|during|around|over|throughout|between|starting|beginning|up to"
)
NEAR = "the night of|the morning of|the evening of|late|early|earlier|mid|the end of|the start of"
WHICH = "last|this past|past|this|next|coming|this coming|previous|the previous|the following"
NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "couple of": 2, "few": 3,
    "several": 3, "dozen": 12, "twenty": 20, "thirty": 30,
}  # fmt: skip
UNITS = {"minute": 0, "hour": 0, "day": 1, "week": 7, "month": 30, "year": 365, "decade": 3650}
NUMBER = r"(?:[0-9]{1,3}|(?:a )?couple of|(?:a )?few|several|" + "|".join(
    word for word in NUMBERS if word not in ("couple of", "few", "several")
) + r")"  # fmt: skip
AGO = r"(?:ago|earlier|previously|prior)"
ZONE = r"(?: ?(?:E[SD]?T|GMT|UTC|BST|C[ES]?T|EET|[Ll]ocal time))?"
CLOCK = (
    rf"[0-9]{{1,2}}(?:[.:][0-9]{{2}})? ?[APap]\.?[Mm](?-u:\b)\.?{ZONE}"
    r"|[0-9]{1,2}[.:][0-9]{2} ?(?:GMT|UTC|hours|hrs|[Ll]ocal time)"
)
FUTURE = r"(?i)^(?:until|till|up to|(?:[a-z]+ ){0,2}(?:next|coming))(?-u:\b)"
DEADLINE_AFTER = r"(?i)^(?:'s)?(?: [a-z]+){0,2} (?:deadline|anniversary|target date|cutoff)(?-u:\b)"
DEADLINE_BEFORE = r"(?i)(?-u:\b)(?:deadline|anniversary|due|scheduled|planned)(?: [a-z]+){0,4} ?$"
DATELINE_BEFORE = r"^\W*[A-Z]{3,}[A-Z'. -]*(?:, [A-Za-z]+)?,? ?$"
DATELINE_AFTER = r"^,? ?(?:\([^)]{2,40}\) ?)?(?:-|~)"
SCHEMA = {
    "start": pl.Int32, "end": pl.Int32,
    "sense": pl.String, "voice": pl.String, "time_kind": pl.String, "time_year": pl.Int32,
    "time_month": pl.Int32, "time_day": pl.Int32, "time_day_end": pl.Int32,
    "time_weekday": pl.Int32, "time_days_start": pl.Int32, "time_days_end": pl.Int32,
    "is_since": pl.Boolean, "time_text": pl.String,
}  # fmt: skip


def find_times(sentences: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Time mentions of the sentences: the ids and SCHEMA, sorted by sentence and start.

    `sense` is the kind of expression: date, weekday, days, month, year, weekend, clock, same_day,
    day_before, day_after, future. `voice` is how it is bound: on, since, by, before, after, future
    (also deadlines and anniversaries), dateline. Offsets are the article's; a preposition is part
    of the span.
    """
    words = lexicons.words.filter(pl.col("kind") == "time")
    spans = cut_spans(sentences, words)
    return read_spans(spans, words).select(
        "article_id", "sentence_id", *(pl.col(name).cast(dtype) for name, dtype in SCHEMA.items())
    )


def alternation(phrases: pl.Series) -> str:
    """The phrases as one regular expression, the longest first."""
    ordered = pl.DataFrame({"phrase": phrases}).sort(
        pl.col("phrase").str.len_chars(), "phrase", descending=[True, False]
    )
    return "|".join(phrase.replace(".", r"\.") for phrase in ordered["phrase"])


def names_of(words: pl.DataFrame, sense: str, capitals: bool) -> str:
    """Names of weekdays or months: full ones in any case, or the capitalised ones."""
    rows = words.filter((pl.col("sense") == sense) & (pl.col("is_case_sensitive") == capitals))
    phrases = rows["phrase"].str.to_titlecase() if capitals else rows["phrase"]
    return alternation(phrases) or "$."


def patterns(words: pl.DataFrame) -> dict[str, str]:
    """The grammar of dates, filled with the lexicon's names; may is a verb unless capitalised."""
    weekday, short_weekday = names_of(words, "weekday", False), names_of(words, "weekday", True)
    month = (
        rf"(?:(?i:{names_of(words, 'month', False)})|(?:{names_of(words, 'month', True)}|May)\.?)"
    )
    named = rf"(?:(?:(?i:{weekday})|(?:{short_weekday})\.?),? )?"
    relative = words.filter(~pl.col("sense").is_in(["weekday", "month"]))["phrase"]
    lead = rf"(?:(?i:{BEFORE}) )?(?:(?:the )?(?i:{NEAR})[ -])?(?:the )?"
    return {
        "iso": rf"(?:(?i:{BEFORE}) )?{YEAR}-[01][0-9]-[0-3][0-9]",
        "dmy": rf"{lead}{named}(?:the )?{DAY}(?:{PAIR}{DAY})?(?: of)? {month}(?:,? {YEAR})?",
        "mdy": rf"{lead}{named}{month} (?:the )?{DAY}(?:{PAIR}{DAY})?(?:,? {YEAR})?",
        "month": rf"{lead}{month},? {YEAR}|"
        rf"(?:(?i:{BEFORE}) )?(?i:{BEFORE}|{NEAR}|{WHICH}|of)[ -]{month}",
        "weekday": rf"{lead}(?:(?i:{WHICH}) )?(?i:{weekday})(?:{PAIR}(?i:{weekday}))?"
        r"(?: (?i:morning|afternoon|evening|night))?",
        "relative": rf"(?:(?i:on|since|by|from|until|after|before) )?(?i:{alternation(relative)})",
        "ago": rf"(?i:(?:about |around |some |more than |nearly )?{NUMBER} "
        rf"(?:{'|'.join(UNITS)})s? {AGO})",
        "span": rf"(?i:(?:in |over |during |within |for )?(?:the )?(?:past|last|previous) {NUMBER} "
        rf"(?:{'|'.join(UNITS)})s?)",
        "year": rf"(?i:{BEFORE}|{NEAR}) (?:the )?(?:{NEAR} )?{YEAR}(?: and {YEAR}|s)?",
        "clock": rf"(?:(?i:{BEFORE}|about) )?(?:{CLOCK})",
    }  # fmt: skip


def cut_spans(sentences: pl.DataFrame, words: pl.DataFrame) -> pl.DataFrame:
    """One row per time span, with the text before and after it in its sentence."""
    either = "|".join(f"(?:{pattern})" for pattern in patterns(words).values())
    folded = fold(pl.col("text")).str.replace_many(
        [OPEN, CLOSE, "\n", "\r", "\t"], [" ", " ", " ", " ", " "]
    )
    marked = folded.str.replace_all(rf"(?-u:\b)(?:{either})(?-u:\b)", f"{OPEN}${{0}}{CLOSE}")
    pieces = (
        sentences.select("article_id", "sentence_id", base="start", text=marked)
        .filter(pl.col("text").str.contains(OPEN, literal=True))
        .with_row_index("row")
        .with_columns(piece=pl.col("text").str.split(OPEN))
        .explode("piece", empty_as_null=True)
        .with_columns(
            width=pl.col("piece").str.replace(CLOSE, "", literal=True).str.len_chars(),
            ahead=pl.col("piece").shift(1).str.replace(rf"^.*{CLOSE}", ""),
            is_first=(pl.col("row") != pl.col("row").shift(1)).fill_null(True),
        )
    )
    before = pl.col("width").cast(pl.Int64).cum_sum() - pl.col("width").cast(pl.Int64)
    base = pl.when("is_first").then(before).forward_fill()
    parts = pl.col("piece").str.splitn(CLOSE, 2)
    return (
        pieces.with_columns(offset=before - base)
        .filter(~pl.col("is_first"))
        .with_columns(
            time_text=parts.struct.field("field_0"), behind=parts.struct.field("field_1")
        )
        .with_columns(start=(pl.col("base") + pl.col("offset")).cast(pl.Int32))
        .with_columns(
            end=(pl.col("start") + pl.col("time_text").str.len_chars()).cast(pl.Int32)
        )
        .sort("article_id", "start", "end", "sentence_id")
    )  # fmt: skip


def first_of(columns: list[pl.Expr]) -> pl.Expr:
    """The first of the expressions that is not null."""
    return pl.coalesce(columns)


def read_spans(spans: pl.DataFrame, words: pl.DataFrame) -> pl.DataFrame:
    """The spans with their numbers, senses and voices."""
    text = pl.col("time_text")
    day = r"([0-9]{1,2})(?:st|nd|rd|th)?"
    names = named_values(words)
    numbered = spans.with_columns(
        time_year=text.str.extract(rf"(?-u:\b)({YEAR})(?-u:\b|s$)", 1),
        weekday=text.str.extract(rf"(?i)(?-u:\b)({names['weekday']['pattern']})(?-u:\b)", 1),
        month=first_of([
            text.str.extract(rf"(?i)(?-u:\b)({names['month']['pattern']})(?-u:\b)", 1),
            text.str.extract(r"(?-u:\b)(May)(?-u:\b)", 1),
        ]),
        iso=text.str.extract_groups(rf"({YEAR})-([01][0-9])-([0-3][0-9])"),
        is_clock=text.str.contains(rf"^(?:(?i:{BEFORE}|about) )?(?:{CLOCK})$"),
    ).with_columns(
        time_day=first_of([
            text.str.extract(rf"(?i){day}(?:{PAIR}{DAY})?(?: of)? [A-Z][a-z]{{2}}", 1),
            text.str.extract(rf"(?i)[a-z]\.? (?:the )?{day}(?-u:\b)", 1),
        ]),
        time_day_end=text.str.extract(rf"(?i)(?-u:\b){DAY}{PAIR}{day}(?-u:\b)", 1),
    )  # fmt: skip
    relative = read_relative(numbered, words)
    return with_sense(with_numbers(relative, names))


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


def read_relative(spans: pl.DataFrame, words: pl.DataFrame) -> pl.DataFrame:
    """Days back of 'yesterday' (lexicon), 'three days ago' and 'the past 48 hours' (arithmetic)."""
    text = pl.col("time_text").str.to_lowercase()
    rows = words.filter(~pl.col("sense").is_in(["weekday", "month"]))
    units = "|".join(UNITS)
    amount, unit = rf"({NUMBER}) (?:{units})s?(?-u:\b)", rf"{NUMBER} ({units})s?(?-u:\b)"
    number = text.str.extract(amount, 1).str.replace(r"^a (couple|few)", "${1}")
    value = first_of(
        [
            number.str.extract(r"^([0-9]+)$", 1).cast(pl.Int64),
            number.replace_strict(NUMBERS, default=None, return_dtype=pl.Int64),
        ]
    )
    size = text.str.extract(unit, 1).replace_strict(UNITS, default=None, return_dtype=pl.Int64)
    days = pl.max_horizontal(value * size, pl.lit(0))
    slack = pl.when(size >= 365).then(183).when(size >= 30).then(15).when(size == 7).then(3)
    is_ago = text.str.contains(rf"(?-u:\b){AGO}$")
    bare = text.str.replace(r"^(?:on|since|by|from|until|after|before) ", "")
    looked = rows.select(
        "phrase", word_sense="sense", word_low="value_low", word_high="value_high"
    ).unique("phrase", keep="first", maintain_order=True)
    return (
        spans.with_columns(
            bare=bare,
            far=pl.when(is_ago).then(days + slack.fill_null(0)).otherwise(
                pl.when(size == 0).then((value + 23) // 24).otherwise(days)),
            near=pl.when(is_ago).then(days - slack.fill_null(0)).otherwise(0),
            counted=value.is_not_null() & size.is_not_null(),
        )
        .join(looked.rename({"phrase": "bare"}), on="bare", how="left", maintain_order="left")
        .join(
            looked.select(
                whole="phrase", whole_sense="word_sense", whole_low="word_low",
                whole_high="word_high",
            ),
            left_on=text, right_on="whole", how="left", maintain_order="left",
        )
        .with_columns(
            word_sense=first_of([pl.col("whole_sense"), pl.col("word_sense")]),
            low=first_of([pl.col("whole_low"), pl.col("word_low"),
                          pl.when("counted").then("near")]),
            high=first_of([pl.col("whole_high"), pl.col("word_high"),
                           pl.when("counted").then("far")]),
        )
    )  # fmt: skip


def with_numbers(spans: pl.DataFrame, names: dict[str, dict]) -> pl.DataFrame:
    """Year, month, day and weekday as integers."""
    iso = pl.col("iso").struct
    to_int = [
        first_of([iso.field("1"), pl.col("time_year")]).cast(pl.Int32).alias("time_year"),
        first_of([
            iso.field("2").cast(pl.Int32),
            pl.col("month").str.to_lowercase().replace_strict(
                names["month"]["numbers"], default=None, return_dtype=pl.Int32),
        ]).alias("time_month"),
        first_of([iso.field("3"), pl.col("time_day")]).cast(pl.Int32).alias("time_day"),
        pl.col("time_day_end").cast(pl.Int32),
        pl.col("weekday").str.to_lowercase().replace_strict(
            names["weekday"]["numbers"], default=None, return_dtype=pl.Int32).alias("time_weekday"),
    ]  # fmt: skip
    return spans.with_columns(to_int).with_columns(
        time_day=pl.when(pl.col("time_month").is_not_null()).then("time_day"),
        time_day_end=pl.when(pl.col("time_month").is_not_null() & pl.col("iso").struct.field("1")
                             .is_null()).then("time_day_end"),
    )  # fmt: skip


def with_sense(spans: pl.DataFrame) -> pl.DataFrame:
    """Sense, voice and time_kind of each span, in the order the grammar tells them apart."""
    text = pl.col("time_text")
    is_known = pl.col("word_sense").is_not_null()
    senses = [
        (pl.col("is_clock"), pl.lit("clock")),
        (is_known & ~pl.col("word_sense").is_in(["weekday", "month"]), pl.col("word_sense")),
        (pl.col("counted"), pl.lit("days")),
        (pl.col("time_month").is_not_null() & pl.col("time_day").is_not_null(), pl.lit("date")),
        (pl.col("time_month").is_not_null(), pl.lit("month")),
        (pl.col("time_weekday").is_not_null(), pl.lit("weekday")),
        (pl.col("time_year").is_not_null(), pl.lit("year")),
    ]
    sense = reduce(
        lambda rest, case: pl.when(case[0]).then(case[1]).otherwise(rest), reversed(senses),
        pl.lit("same_day"),
    )  # fmt: skip
    is_bound = pl.col("behind").str.contains(DEADLINE_AFTER) | pl.col("ahead").str.contains(
        DEADLINE_BEFORE
    )
    is_dateline = pl.col("ahead").str.contains(DATELINE_BEFORE) & pl.col("behind").str.contains(
        DATELINE_AFTER
    )
    voice = (
        pl.when(is_dateline.fill_null(False))
        .then(pl.lit("dateline"))
        .when(
            (text.str.contains(FUTURE) & (pl.col("sense") != "day_after"))
            | is_bound.fill_null(False)
            | (pl.col("sense") == "future")
        )
        .then(pl.lit("future"))
        .when(text.str.contains(r"(?i)^(?:since|starting|beginning)(?-u:\b)"))
        .then(pl.lit("since"))
        .when(text.str.contains(r"(?i)^(?:before|prior to|ahead of)(?-u:\b)"))
        .then(pl.lit("before"))
        .when(text.str.contains(r"(?i)^(?:after|following)(?-u:\b)"))
        .then(pl.lit("after"))
        .when(text.str.contains(r"(?i)^(?:by|as of)(?-u:\b)"))
        .then(pl.lit("by"))
        .otherwise(pl.lit("on"))
    )
    kinds = ["date", "weekday", "days", "month", "year", "weekend"]
    is_date = pl.col("sense").is_in(["date", "month", "year", "weekday"])
    return spans.with_columns(sense=sense).with_columns(
        voice=voice,
        time_kind=pl.when(pl.col("sense").is_in(kinds)).then("sense"),
        time_year=pl.when(is_date).then("time_year"),
        time_weekday=pl.when(is_date).then("time_weekday"),
        time_days_start=pl.when(pl.col("sense") == "days").then(-pl.col("high")),
        time_days_end=pl.when(pl.col("sense") == "days").then(-pl.col("low")),
        is_since=voice == "since",
    )
