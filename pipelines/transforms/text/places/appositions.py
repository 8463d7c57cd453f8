"""Places told between the commas behind another: "Sake, a town near Goma, was taken" is of Sake."""

import polars as pl

APPOSED = (
    r"\p{Lu}[\p{L}'\x{2019}-]*,\s+(?i:an?|the|one of (?:the|its)|once|home to|its|their|another)\s"
    r"[^,;.()]{0,60}$"
)
# "In Sudan, the town of Nyala, ..."
LED_OPENING = (
    r"(?i)^\W*(?:in|on|at|near|from|since|by|after|late|early|around|outside)\s[^,;.]*,\s[^,;.]*$"
)
ENDS_APPOSED = (
    r"(?i)^[^,;.()]{0,60},\s+(?:was|were|is|are|has|had|have|fell|falls|came|changed|remains?|"
    r"remained|also|later|now)(?-u:\b)"
)


def is_apposed(ahead: pl.Expr, behind: pl.Expr) -> pl.Expr:
    """Whether what stands between the two texts of a sentence only tells what the place before the
    comma is, which the verb behind the next comma is about."""
    return (
        ahead.str.contains(APPOSED)
        & ~ahead.str.contains(LED_OPENING)
        & behind.str.contains(ENDS_APPOSED)
    )
