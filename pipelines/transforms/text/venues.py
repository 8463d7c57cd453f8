"""Places where something is only said, or that are part of a name: nothing happened there."""

import polars as pl

# "At a meeting in Nairobi", "from exile in Madrid", "told reporters in Dubai".
SAID_AT = (
    r"(?i)(?-u:\b)(?:meetings?|talks|conferences?|interviews?|summits?|rally|congregation|audience|"
    r"reporters|journalists|newsmen|speech|speaking|exile|(?:who|now|still|he|she|they) lives?|"
    r"living|residing|resident|based|briefings?|sessions?|hearings?|negotiations|seminar|"
    r"university studies|visit|trip|stopover|broadcast|monitored|headquartered|reached (?:the )?"
    r"[a-z]+|contact(?:ed)? (?:the )?[a-z]*)"
    r"(?: (?:with|of|to|by|the|a|an|his|her|their|yesterday|today|held|here|foreign|prime|"
    r"president|ministers?|leaders?|officials?|[A-Z][A-Za-z]+)){0,5} "
    r"(?:in|at|from|to) (?:the )?(?:city of |capital(?:,|) )?$"
)
COURT = r"(?i)(?-u:\b)(?:court|tribunal) in (?:the )?$"
# "The Moscow government", "the Medellin drug cartel", "the Tripoli Brigade".
NAMED_AFTER = (
    r"(?i)^(?:[- ](?:drug|based|led|armored|infantry))?[- ](?:governments?|administration|regime|"
    r"cartels?|brigades?|battalions?|regiments?|daily|newspaper|times|tribune|herald|post|bureau|"
    r"mafia|based|trained|accords?|agreements?|summit|declaration|stock exchange|conference)"
    r"(?-u:\b)"
)
REACH = 90


def is_venue(ahead: pl.Expr, behind: pl.Expr) -> pl.Expr:
    """True for a place by the text before it and behind it in its sentence."""
    near = ahead.str.tail(REACH)
    return near.str.contains(SAID_AT) | near.str.contains(COURT) | behind.str.contains(NAMED_AFTER)
