"""What 'control' and 'hands' tell of a place: under whose, out of whose, passed to whom."""

import polars as pl

# "under X control", "back in X hands": who holds stands between, and the verb says since when.
HOLDER_BEFORE = r"(?i)(?-u:\b)(?:under|into|to|in)\s+(?:[\w'\x{2019}-]+\s+){1,4}$"
# "Washington has in its hands the chance of peace"
HAVING_IN = r"(?i)(?-u:\b)(?:has|have|had|having)\s+(?:in|under)\s+(?:its|their)\s$"
COMING_UNDER = (
    r"(?i)(?-u:\b)(?:(?:c[ao]m(?:e|es|ing)|f[ae]ll(?:s|en|ing)?|brought|brings?|placed|put|passed|"
    r"went|slipped)\s+(?:[a-z]+ly\s+)?(?:under|into|to|in)|"
    # "X brought A under its control"
    r"(?:brought|bringing|brings?|placed|places|placing|puts?|putting|took|taken)\s+[^,;.]{2,60}?"
    r"\s(?:under|into|in))\s+(?:[\w'\x{2019}-]+\s+){1,4}$"
)
# "A slipped from the army's control"
COMING_OUT = (
    r"(?i)(?-u:\b)(?:slip(?:s|ped|ping)?|slid|sliding|pass(?:ed|es|ing)|escap(?:ed|es|ing)|wrested|"
    r"snatched|wrenched|prised|pried)\s+(?:away\s+)?(?:from(?: under)?|out of)\s+"
    r"(?:[\w'\x{2019}-]+\s+){1,4}$"
)
COMING_BACK = (
    r"(?i)(?-u:\b)(?:back|returned|restored|reverted)\s+(?:[a-z]+ly\s+)?(?:under|into|to|in)\s+"
    r"(?:[\w'\x{2019}-]+\s+){1,4}$"
)
HOLDING_NOUN = r"(?i)^(?:control|hands|occupation)$"
# "Control (of A passed to X)"
PASSING_AFTER = (
    r"(?i)^\s+(?:of|over)\s[^,;.]{2,60}?\s(?:passed|passes|passing|shifted|shifts|went|moved|"
    r"reverted|reverts|returned|returns|switched|fell|transferred|handed|slipped)"
    r"(?:\s+(?:back|over|on|[a-z]+day)){0,3}\s+(?:in)?to(?-u:\b)"
)
CONTROL_BEFORE = r"(?i)(?-u:\b)control\s+(?:of|over)\s+[^,;.]{2,60}$"
GOING_BACK = r"(?i)\s(?:back|return(?:ed|s)|revert(?:ed|s))\s"


def holding_sense() -> pl.Expr:
    """What 'control' and 'hands' behind whoever holds tell ('under Houthi control'), by the verb
    before; null for other words."""
    before = pl.when(pl.col("text").str.contains(HOLDING_NOUN)).then("before")
    return (
        pl.when(before.str.contains(COMING_OUT))
        .then(pl.lit("lost"))
        .when(before.str.contains(COMING_BACK))
        .then(pl.lit("recaptured"))
        .when(before.str.contains(COMING_UNDER))
        .then(pl.lit("captured"))
        .when(before.str.contains(HOLDER_BEFORE) & ~before.str.contains(HAVING_IN))
        .then(pl.lit("controlled"))
    )


def is_passing() -> pl.Expr:
    """True for the 'control' of a place that is told to pass to someone."""
    is_control = pl.col("text").str.to_lowercase() == "control"
    return is_control & pl.col("after").str.contains(PASSING_AFTER)
