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
DOUBLED = {letter * 2: letter for letter in "abcdfghijklmnprstuwz"}


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
