"""Spelling keys of place names: two spellings with one key are spellings of one name."""

import polars as pl

# Order matters: each step reads what the one before left.
TRANSLITERATION = (
    (r"\b(?:mohamm?ed|muhamm?ed)\b", "mohammad"),
    (r"\bchahar", "char"),
    (r"\bkh?[ouw]+a?j(?:a|ah|eh)\b", "khwaja"),
    (r"\b(?:de|deh|dih|dehe|dehi|dihi|deh ye) ", "dih "),
    (r"\b(?:pole|poli|pule|puli|poul|pol) ", "pul "),
    # The link of two nouns, written apart or as the ending of the first.
    (r" (?:e|i|ye|yi) ", " "),
    (r"([ae])h\b", "$1"),
    (r"a(?:ye|yi|y|i|e) ", "a "),
    (r"([^aeiou])[ei] ", "$1 "),
    # Vowels and consonants that Latin spellings of Dari and Pashto do not keep apart.
    (r"aa|ah", "a"),
    (r"oo|ou|au|aw|ow", "u"),
    (r"ee|ie|ai|ay|ei|ey", "i"),
    ("o", "u"),
    ("[ey]", "i"),
    ("q", "k"),
    ("v", "w"),
    (" ", ""),
)
# Letters that Unicode does not take apart into a base and a mark.
LETTERS = {
    "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe",
    "ə": "e", "ħ": "h", "þ": "th",
}  # fmt: skip
DOUBLED = {letter * 2: letter for letter in "abcdefghijklmnoprstuvwyz"}
# Arabic names: " e" stands for the start of a word. The article goes, also where it has taken on
# the letter after it ("Ezzor", "as-Safira"); what Latin spellings do not keep apart is made one.
ARABIC = (
    {
        f" {vowel}{letter} ": " "
        for vowel in "aeu"
        for letter in ("l", "d", "n", "r", "s", "t", "z", "sh", "th", "dh")
    }
    | {" tel ": " tal ", " til ": " tal ", " tell ": " tal ", " tall ": " tal "},
    {
        **{f" {v}{c}{c}": f" {c}" for v in "ae" for c in ("d", "n", "r", "s", "t", "z", "sh")},
        "iyyah ": "ia ", "iyah ": "ia ", "iyyeh ": "ia ", "iyeh ": "ia ", "iyya ": "ia ",
        "iya ": "ia ", "iye ": "ia ", "ieh ": "ia ", "ah ": "a ", "eh ": "a ", "e ": "a ",
    },
    {
        "ou": "u", "oo": "u", "au": "u", "aw": "u", "ow": "u", "ee": "i", "ei": "i", "ai": "i",
        "ay": "i", "ey": "i", "ie": "i", "aa": "a", "o": "u", "e": "i", "y": "i", "q": "k",
        "dj": "j", "v": "f", "p": "b",
    },
)  # fmt: skip
# Keys shorter than this would make different names one.
SHORTEST_KEY = 6
# Names in Cyrillic, by way of Russian or of Ukrainian.
CYRILLIC = (
    {"kh": "x", "zh": "q", "shch": "w", "sch": "w", "ch": "w", "sh": "w", "ts": "c", "tz": "c"},
    {"g": "h", "iy": "i", "yi": "i", "ij": "i", "yy": "i", "ye": "e", "ie": "e", "je": "e",
     "ya": "a", "ia": "a", "ja": "a", "yu": "u", "iu": "u", "ju": "u", "yo": "o"},
    {"ovka ": "ivka ", "evka ": "ivka ", "eevka ": "ivka ", "aevka ": "aivka ", "ovo ": "ove ",
     "evo ": "ove ", "eve ": "ove ", "kov ": "kiv ", "ov ": "iv ", "ev ": "iv ", "aya ": "a ",
     "oye ": "e ", "noe ": "ne ", "noie ": "ne ", "sky ": "ski ", "skoe ": "ske ", "ol ": "il "},
    {"y": "i", "e": "i", "j": "i"},
)  # fmt: skip
COUNTRIES_BY_FAMILY = {
    "persian": ("AFG", "IRN", "PAK", "TJK"),
    "arabic": (
        "ARE", "BHR", "DJI", "DZA", "EGY", "ERI", "ESH", "IRQ", "ISR", "JOR", "KWT", "LBN", "LBY",
        "MAR", "MRT", "OMN", "PSE", "QAT", "SAU", "SDN", "SOM", "SYR", "TCD", "TUN", "YEM",
    ),
    "cyrillic": (
        "BGR", "BIH", "BLR", "KAZ", "KGZ", "MDA", "MKD", "MNE", "RUS", "SRB", "UKR",
    ),
}  # fmt: skip


def plain_form(name: pl.Expr) -> pl.Expr:
    """Spelling without marks: lower case, hyphens to spaces, diacritics and apostrophes gone."""
    return (
        name.str.normalize("NFKD")
        .str.to_lowercase()
        .str.replace_many(LETTERS)
        .str.replace_all(r"[-_\s]+", " ")
        .str.replace_all(r"[^\p{L}\p{N} ]", "")
        .str.replace_all(r"[ʻʼʾʿ]", "")
        .str.strip_chars()
    )


def afghan_key(plain: pl.Expr) -> pl.Expr:
    """Key of an Afghan name in plain form: Deh-e-Salah, De Salah and Dih Salah share one."""
    for pattern, by in TRANSLITERATION:
        plain = plain.str.replace_all(pattern, by)
    for _ in range(2):
        plain = plain.str.replace_many(DOUBLED)
    return plain


def spelling_key(plain: pl.Expr, family: str) -> pl.Expr:
    """Key of a name in plain form among the names of countries of a family."""
    if family == "persian":
        return afghan_key(plain)
    steps = ARABIC if family == "arabic" else CYRILLIC
    key = pl.format(" {} ", plain)
    for step in steps:
        key = key.str.replace_many(step, leftmost=True)
    for _ in range(2):
        key = key.str.replace_many(DOUBLED)
    return key.str.replace_all(" ", "", literal=True)
