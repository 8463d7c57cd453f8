"""The grammar of dates, weekdays and relative words, as regular expressions over folded text."""

import polars as pl

from pipelines.transforms.text.times.dated_spans import BARE_DAY, SHORT_FIGURES
from pipelines.transforms.text.times.periods import month_numbers, period_of, ungrouped

DAY = r"(?:[12][0-9]|3[01]|0?[1-9])(?:st|nd|rd|th|ST|ND|RD|TH)?"
YEAR = r"(?:19|20)[0-9]{2}"
PAIR = r"(?: ?(?:-|~|/) ?| (?i:to|and|or|through|until) |,? (?i:and) (?i:again|then|also) (?i:on) )"
WORD_PAIR = r"(?:-| to | and | or | through | into | till | until )"
PREPOSITION = (
    "(?:overnight|(?:in|during|through) the night)(?: (?:on|from|of|between))?|"
    "(?:(?:shortly |just )?(?:at|before|after|around|since) (?:dawn|daybreak|sunrise|noon|midday|"
    "sunset|dusk|nightfall|midnight))(?: on| of)?|"
    "late on|early on|on|in|at|since|from|by|as of|until|till|before|after|following|ahead of|"
    "prior to|during|around|over|throughout|between|starting|beginning|up to"
)
PART_OF_DAY = "morning|afternoon|evening|night|dawn|dusk|noon|midnight"
PART_OF = (
    r"(?:(?:very )?(?:early|late|small|wee) hours of|(?:early |late )?(?:night|morning|afternoon|"
    r"evening|day|dawn) of|(?:late|early|earlier) in|late|early|earlier|mid|"
    r"(?:end|close|start|beginning|middle) of|"
    r"(?:first|second|third|fourth|last|latter|final|opening|closing) (?:week|days|half) of)"
)
WHICH = "last|this past|past|this|next|coming|this coming|previous|the previous|the following"
# "A week ago on Tuesday", "last week on Tuesday"
WEEK_AHEAD = "(?:last week|the previous week|a week ago|this week),? on"
NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "couple of": 2,
    "few": 3, "several": 3, "dozen": 12, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "twenty-four": 24, "forty-eight": 48, "seventy-two": 72,
}  # fmt: skip
UNITS = {
    "minute": 0, "hour": 0, "day": 1, "night": 1, "week": 7, "fortnight": 14, "month": 30,
    "year": 365, "decade": 3650,
}  # fmt: skip
UNIT = "|".join(UNITS)
NUMBER = r"(?:[0-9]{1,3}|(?:a )?couple of|(?:a )?few|several|" + "|".join(
    word for word in NUMBERS if word not in ("couple of", "few", "several")
) + r")"  # fmt: skip
# "In April last year", counted from the article's own.
YEAR_BEFORE = r"(?i:,? (?:of )?(?:last year|the (?:previous|preceding) year|the year before))"
# Senses of names; the phrases of May tell it from the verb.
NAMES = ["weekday", "month", "month_of_may"]
# How far back something lies from the article's day, or from another event.
AGO, SHIFT = "ago", r"(?:earlier|previously|prior|later|afterwards?|before|after)"
# "It has been four days since gunmen killed nine"
BEEN = "it (?:has|had) been(?: about| nearly| almost| just| only| over| more than)?"
ZONE = r"(?: ?(?:E[SD]?T|GMT|UTC|BST|C[ES]?T|EET|[Ll]ocal time|LOCAL TIME))?"
CLOCK = (
    rf"[0-9]{{1,2}}(?:[.:][0-9]{{2}})? ?[APap]\.?[Mm](?-u:\b)\.?{ZONE}"
    r"|[0-9]{1,2}[.:][0-9]{2} ?(?:GMT|UTC|hours|hrs|[Ll]ocal time|HOURS)"
    r"|[0-2][0-9][0-5][0-9] ?(?:GMT|UTC|hours|hrs|HOURS|HRS)"
)
# 'At 1930' is an hour: no year stands after 'at'.
AT_HOUR = r"at (?:approximately |about |around |exactly )?[0-2][0-9][0-5][0-9]"
# 'The 20 December Movement', 'the 15 September and Lopez neighbourhoods' are names.
NAMED_BY_DATE = (
    r"(?:movement|group|front|brigades?|battalion|company|column|party|command|commando|avenue|"
    r"street|square|boulevard|bridge|plaza|stadium|hospital|school|university|neighbou?rhoods?|"
    r"quarters?|district|colony|camp|base|barracks|agreement|revolution)"
)
NAME_BEHIND = rf"(?i)^(?: (?:revolutionary|guerrilla|armed|martyrs))? {NAMED_BY_DATE}(?-u:\b)"
LIST_OF_NAMES = (
    r"^,(?: [A-Z][A-Za-z.]+(?: [A-Z][A-Za-z.]+)?,?(?: (?i:and))?){1,6} "
    r"(?i:neighbou?rhoods|districts|quarters|streets)(?-u:\b)"
)
RECORD_BEFORE = (
    r"(?i)(?-u:\b)(?:first|second|third|fourth|worst|most|[a-z]+iest|biggest|greatest|largest|"
    r"longest|strongest|fiercest|highest|gravest|only)(?-u:\b)[^.;,]{0,50} (?:of|in|for|over) ?$"
)
MOST_BEFORE = (
    r"(?i)(?-u:\b)(?:first|second|third|(?:four|fif|six|seven|eigh|nin|ten|[0-9])th|worst|most|"
    r"[a-z]{2,}est|only)(?-u:\b)[^.;,]{0,40}$"
)

# What a time stands behind that opens a clause of its own: "two died, and on Monday ..."
NEXT_CLAUSE = r"(?i), (?:and|but|while|whereas) (?:then |later )?$"
NEXT_ITEM = r"(?i);\s*(?:and |but |while |whereas )?(?:then |later )?$"


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
    """The forms of times by name, filled with the lexicon's names of weekdays and months.

    May and March are months where they are capitalised and stand beside a day, a year or a
    preposition: elsewhere they are verbs.
    """
    weekday, short_weekday = names_of(words, "weekday", False), names_of(words, "weekday", True)
    full, short = names_of(words, "month", False), names_of(words, "month", True)
    month = rf"(?:(?i:{full})|(?:{short}|{short.upper()}|May|MAY)\.?)"
    days = rf"{DAY}(?:(?:, {DAY})*,?{PAIR}{DAY})?"
    named = rf"(?:(?:(?i:{weekday})|(?:{short_weekday})\.?)(?i: (?:{PART_OF_DAY}))?,? )?"
    relative = words.filter(~pl.col("sense").is_in(NAMES))["phrase"]
    lead = rf"(?:(?i:{PREPOSITION}) )?(?:(?i:the )?(?i:{PART_OF})[ -])?(?i:the )?"
    last = r"(?:(?i:last|this past|this) )?"
    return {
        "period": period_of(month_numbers(words)),
        "iso": rf"(?:(?i:{PREPOSITION}) )?{YEAR}[-/.][01][0-9][-/.][0-3][0-9]",
        "digits": rf"(?:(?i:{PREPOSITION}) )?[0-3]?[0-9][./-][0-3]?[0-9][./-]{YEAR}",
        "dmy": rf"{lead}{last}{named}(?i:the )?{days}(?i: of)?[ -]{month}"
        rf"(?:,?[ -]{YEAR}|{YEAR_BEFORE})?",
        "mdy": rf"{lead}{last}{named}{month} (?i:the )?{days}(?:,? {YEAR}|{YEAR_BEFORE})?",
        "month": rf"{lead}{month}(?:,? {YEAR}|{YEAR_BEFORE})|"
        rf"(?:(?i:{PREPOSITION}) )?(?i:the )?(?i:{PREPOSITION}|{PART_OF}|{WHICH}|of)[ -]"
        rf"{month}(?i:,? (?:of )?this year)?",
        "weekday": rf"{lead}(?:(?i:{WEEK_AHEAD}) )?(?:(?i:{WHICH}) )?(?i:{weekday})"
        rf"(?i: (?:{PART_OF_DAY}))?"
        rf"(?i:{WORD_PAIR}(?:again )?(?:late |early )?(?:on )?(?:{weekday}))?"
        rf"(?i: (?:{PART_OF_DAY}))?"
        r"(?i:,? (?:of )?(?:last|the previous|this) week| a week ago| last| before last)?|"
        rf"(?i:on|since|late|early|last) (?:{short_weekday})(?-u:\b)\.?(?i: (?:{PART_OF_DAY}))?",
        "into": rf"(?i:(?:overnight|(?:in|during) the night) (?:in)?to) (?i:{weekday}|"
        rf"(?:the )?{DAY}(?: of)?[ -](?:{full}|may)|(?:{full}|may) {DAY})",
        "clock": rf"(?i:{AT_HOUR})|(?:(?i:{PREPOSITION}|about) )?(?:{CLOCK})",
        "relative": rf"(?:(?i:on|since|by|from|until|after|before) )?(?i:{alternation(relative)})",
        "ago": rf"(?i:(?:(?:since|until|from|by) )?(?:(?:about|around|some|more than|"
        rf"nearly|almost|just|only|over) )*{NUMBER} (?:{UNIT})s? {AGO}(?:,? today)?|"
        rf"{BEEN} {NUMBER} (?:{UNIT})s? since)",
        "shift": rf"(?i:(?:(?:about|around|some|just|only) )?{NUMBER} (?:{UNIT})s? {SHIFT})",
        "span": rf"(?i:(?:in |over |during |within |for )?(?:the )?(?:past|last|previous|preceding)"
        rf" {NUMBER} (?:{UNIT})s?|(?:in|over|during|within|for|throughout) the "
        rf"(?:past|last|previous|preceding) (?:day|week|fortnight|month|year|decade))",
        "year": rf"(?i:{PREPOSITION}|{PART_OF}) (?i:the )?(?:(?i:{PART_OF}) )?{YEAR}"
        rf"(?: and {YEAR}|s)?",
        "bare": rf"(?i:{BARE_DAY})",
        "short": ungrouped(rf"(?i:{SHORT_FIGURES})"),
    }  # fmt: skip
