"""What two bare headlines state that could tell a careful reader that they speak of one event.

The rule: both tell of harm or an attack, on one day or two running, and share

- how many were killed, 5 or more (dozens are a number); fewer only where both name one kind of
  victims (soldiers, rebels, civilians), or, on one day, one of them names none; and no two towns;
- or a thing hit or a kind of people that news is rare of: a bus, a reporter, a plane;
- or, on one day, a town and a way of attack.

It reads by patterns of its own, so that what sitrep fails to read counts against it; only towns
are sitrep's. It knows which pairs are alike, not which are one: how often it is wrong is printed.
"""

import re
from dataclasses import dataclass
from datetime import date

UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
DOZENS = -12
NUMBERS = (
    {word: number for number, word in enumerate(UNITS)}
    | {word: 10 * tens for tens, word in enumerate(TENS, start=2)}
    | {
        f"{word}-{unit}": 10 * tens + number
        for tens, word in enumerate(TENS, start=2)
        for number, unit in enumerate(UNITS[1:10], start=1)
    }
    | {"dozens": DOZENS}
)
NUMBER = rf"(\d{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
ONE = (
    r"(soldier|serviceman|militiaman|civilian|wom[ae]n|man|child|boy|girl|teenager|fighter|"
    r"journalist|reporter|commander|officer|worker|defender|resident|driver|rebel|member)"
)
DEAD = r"(?:killed|kia|dead|dies?|died|deaths?|lives|bodies|slain|slaying|fatally)"
KILLING = r"kill(?:s|ed|ing)?"
WORDS = r"(?:[- ]+[\w'’?]+)"
COUNTS = (
    rf"\b{NUMBER}\b{WORDS}{{0,6}}?[- ]+{DEAD}\b",
    rf"\b(?:{KILLING}|deaths? of|claims)\b{WORDS}{{0,2}}?[- ]+{NUMBER}\b",
    rf"\btoll\b{WORDS}{{0,6}}?[- ]+{NUMBER}\b",
)
# Somebody, where no number stands: "Ukrainian soldier killed".
ALONE = (
    rf"\b{ONE}\b{WORDS}{{0,3}}?[- ]+{DEAD}\b",
    rf"\b{KILLING}\b{WORDS}{{0,3}}?[- ]*{ONE}\b",
)
# Numbers that count no people: an update's, an hour's, a day's.
NO_COUNT = r"^(?:update|wrapup) \d+-|\d{1,2}:\d\d|\b24 hours?\b"
VICTIMS = {
    "soldiers": r"ukrain\w+ officer|armed forces|soldiers?|servicem[ae]n|troops",
    "rebels": r"(?:dpr|lpr|donetsk|luhansk|rebels?|separatists?)\b.*\b(?:soldier|servicem[ae]n|"
    r"killed|dead)|militiam[ae]n|militias|rebels?|separatists",
    "civilians": r"civilians?|wom[ae]n|child(?:ren)?|schoolboys|residents|protesters",
}
RARE = {
    "reporter": r"journalists?|reporters?",
    "aid worker": r"aid workers?|red cross",
    "commander": r"commanders?",
    "bus": r"bus|buses",
    "school": r"schools?",
    "ambulance": r"ambulances?",
    "hospital": r"hospitals?|medical facility",
    "helicopter": r"helicopters?",
    "plane": r"planes?|jets?|airliners?|il-?76|an-?30b?|aircraft",
    "mine": r"mines?",
    "airport": r"airport",
}
WAYS = {
    "shelling": r"shell(?:s|ed|ing)?|mortars?|rockets?|artillery",
    "fighting": r"fighting|clash(?:es)?|battles?|gunbattle|offensive|assault",
    "downing": r"down(?:s|ed|ing)?|shootdown|shot down|crash",
    "blast": r"blast|mine|bomb\w*|explosion|grenade",
    "sniper": r"sniper",
}
TELLING = rf"\b(?:{DEAD}|{KILLING}|casualt\w+|toll|wounded|attack\w*|{'|'.join(WAYS.values())})\b"
SURE = 5  # a number that two headlines hardly share by chance


@dataclass(frozen=True)
class Stated:
    """What one headline states."""

    on: date | None
    tells: bool
    killed: frozenset[int]
    victims: frozenset[str]
    rare: frozenset[str]
    ways: frozenset[str]
    towns: frozenset[str]


def read_bare(text: str, published: str | None, towns: frozenset[str]) -> Stated:
    """What a headline states; towns are the ids of the places below the country that it names."""
    plain = re.sub(NO_COUNT, " ", text.lower())

    def named(patterns: dict[str, str]) -> frozenset[str]:
        return frozenset(
            name for name, words in patterns.items() if re.search(rf"\b(?:{words})\b", plain)
        )

    return Stated(
        on=date.fromisoformat(published) if published else None,
        tells=bool(re.search(TELLING, plain)),
        killed=count_killed(plain),
        victims=named(VICTIMS),
        rare=named(RARE),
        ways=named(WAYS),
        towns=towns,
    )


def count_killed(plain: str) -> frozenset[int]:
    """The numbers of people that a headline says were killed; 1 where it names somebody alone."""
    told = {match[1] for pattern in COUNTS for match in re.finditer(pattern, plain)}
    if not told and any(re.search(pattern, plain) for pattern in ALONE):
        told = {"one"}
    return frozenset(NUMBERS[word] if word in NUMBERS else int(word) for word in told)


def state_enough(one: Stated, other: Stated) -> bool:
    """Whether the rule of the module holds for two headlines."""
    if not (one.on and other.on and one.tells and other.tells):
        return False
    days = abs((one.on - other.on).days)
    return days <= 1 and (
        share_number(one, other, days)
        or bool(one.rare & other.rare)
        or (days == 0 and bool(one.towns & other.towns) and bool(one.ways & other.ways))
    )


def share_number(one: Stated, other: Stated, days: int) -> bool:
    """Whether both give one number of people killed that can be meant of the same."""
    numbers = one.killed & other.killed
    are_apart = one.towns and other.towns and not one.towns & other.towns
    is_sure = any(abs(number) >= SURE for number in numbers)
    is_theirs = one.victims & other.victims or (days == 0 and not (one.victims and other.victims))
    return bool(numbers and not are_apart and (is_sure or is_theirs))
