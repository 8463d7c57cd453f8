"""The words for parts of a year: "the first three months of the year", "between May and July"."""

import re

import polars as pl

from pipelines.transforms.text.times.dated_spans import (
    FEAST,
    OF_MONTH,
    two_days,
    week_beside,
)

ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "nine": 9, "ten": 10}
IN_UNIT, IN_YEAR = {"quarter": 3, "half": 6}, 12
YEARS = r"this year|last year|the year|(?:19|20)[0-9]{2}"
# "The first three months of this year", "the second quarter of 2023", "the last half of the year".
PART = (
    rf"({'|'.join(ORDINALS)}|last|final) (?:({'|'.join(NUMBERS)}|[0-9]) )?"
    rf"(months?|quarter|half) (?:of )?({YEARS})"
)
# "This month", "earlier last year", "since the start of the year"; "the last month" rolls.
EARLY, MIDDLE, LATE = "early|beginning of|start of", "mid|middle of", "late|end of"
THIRD = rf"({EARLY}|{MIDDLE}|{LATE})[ -](?:in )?"
WHOLE = (
    rf"^(?:(?:so far|earlier|later|since|in|at|by|during|towards?|the) )*?(?:{THIRD})?"
    r"(?:the )?(this|last|of the|the|previous) (week|month|year)$"
)
# "Late last month", "at the end of last year"
THIRDS = rf"(?:(?:since|in|at|by|during|towards?) )?(?:the )?{THIRD}(?:this|last) (?:month|year)"
THIS_YEAR = r"since the (?:start|beginning) of (?:the|this) month|(?:so far |in |during )?this year"


def month_numbers(words: pl.DataFrame) -> dict[str, int]:
    """The names of months that the lexicon has, with their numbers."""
    rows = words.filter(pl.col("sense") == "month")
    return dict(zip(rows["phrase"], rows["value_best"], strict=True)) | {"may": 5}


def pair_of(months: dict[str, int]) -> str:
    """The pattern of two months: "between January and March", "from May to July 2023"."""
    names = "|".join(sorted(months))
    return (
        rf"(?:between|from) ({names}) (?:and|to|until|through) ({names})(?:,? (?:of )?({YEARS}))?"
    )


def period_of(months: dict[str, int]) -> str:
    """The pattern of any part of a year, without groups."""
    either = (
        rf"(?i:(?:in |during |over |for )?(?:the )?{PART}|{pair_of(months)}|{THIS_YEAR}|{THIRDS}|"
        rf"{two_days(months)}|{week_beside(months)}|{OF_MONTH}|{FEAST})"
    )
    return ungrouped(either)


def ungrouped(pattern: str) -> str:
    """A pattern without groups."""
    return re.sub(r"\((?!\?)", "(?:", pattern)
