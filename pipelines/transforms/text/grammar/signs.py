"""Words that are signs of something in the text around a claim, as patterns.

words = sign_words(lexicons)
text.str.contains(words["drugs"])
text.str.contains(fill(r"(?i)^ (?:loads|tons) of <drugs>", words))
"""

import re
from collections.abc import Mapping

import polars as pl

from pipelines.transforms.lexicons import Lexicons

SIGN = re.compile(r"<([a-z_]+)>")


def sign_words(lexicons: Lexicons) -> dict[str, str]:
    """By sign, the pattern of its words: each whole, or with any ending where the lexicon writes an
    asterisk, in any case, with a hyphen as well as a space."""
    spaced = pl.col("phrase").str.replace_all(" ", "[ -]", literal=True)
    spelled = spaced.str.replace("*", "[a-z]*", literal=True).sort()
    joined = lexicons.signs.group_by("sign").agg(spelled.str.join("|"))
    return {sign: rf"(?i:(?-u:\b)(?:{either})(?-u:\b))" for sign, either in joined.iter_rows()}


def fill(pattern: str, words: Mapping[str, str]) -> str:
    """The pattern with the words of the signs that it names; KeyError for one without words."""
    return SIGN.sub(lambda match: words[match[1]], pattern)
