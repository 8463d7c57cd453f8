"""Attempts to take a place: "tried to take A", "repelled an attempt by X to take A".

Every pattern is read against the sentence's text before the trigger or after it.
"""

import polars as pl

FAILING = (
    r"(?:(?:repel|repuls|foil|thwart|frustrat|block|halt|stop|prevent|resist)[a-z]*|"
    r"(?:f[oi]ught|beat|held|(?:fend|ward)[a-z]*|drove|driven) off|"
    r"(?:beat(?:en)?|push[a-z]*|drove|driven) back)"
)
EFFORT = r"(?:attempts?|bids?|efforts?|push|drive|offensives?|assaults?|attacks?|campaign)"
# How every attempt ends before its trigger: few sentences need a closer look.
LED = r"(?i)\s(?:to|at|of)\s+(?:[a-z]+ly\s+|re-?)?$"
# "repelled an attempt by X to (take A)", "tried to (take A)"; group 1 begins with the verb.
FOILED = (
    rf"(?i)(?-u:\b)({FAILING}\s+(?:[^,;.]{{0,60}}\s)?{EFFORT}(?-u:\b)[^,;.]{{0,60}}?\s"
    r"(?:to|at|of)\s+(?:[a-z]+ly\s+|re-?)?)$"
)
TRIED = (
    r"(?i)(?-u:\b)((?:tried|attempted)\s+(?:[a-z]+ly\s+|in vain\s+|again\s+)?to\s+"
    r"(?:[a-z]+ly\s+)?)$"
)
# "Repelled an attempt to storm A"
STORMING = r"(?i)^(?:storm|attack|raid|assault|infiltrate)$"
EFFORT_BEFORE = rf"(?i)(?-u:\b)({EFFORT}(?-u:\b)[^,;.]{{0,60}}?\sto\s+(?:[a-z]+ly\s+)?)$"
FAILED_AFTER = (
    r"(?i)^[^,;.]{1,50}\s(?:failed|collapsed|(?:was|were|has been|have been|had been)\s+"
    r"(?:[a-z]+ly\s+)?(?:repelled|repulsed|foiled|thwarted|beaten (?:back|off)|fought off|halted|"
    r"stopped|frustrated))(?-u:\b)"
)
UNREAL_BEFORE = (
    r"(?i)(?-u:\b)(?:not|never|if|will|would|could|might|(?-i:may)|should|had they)\s+(?:have\s+)?"
    r"(?:[a-z]+\s+)?(?:tried|attempted)"
)


def attempt_text() -> pl.Expr:
    """What stands from the verb of the attempt to the trigger, null where there is none."""
    before = pl.when(pl.col("before").str.contains(LED)).then("before")
    failed_later = pl.when(pl.col("after").str.contains(FAILED_AFTER)).then(
        before.str.extract(EFFORT_BEFORE, 1)
    )
    tried = pl.when(~before.str.contains(UNREAL_BEFORE)).then(before.str.extract(TRIED, 1))
    return pl.coalesce(before.str.extract(FOILED, 1), tried, failed_later)
