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
    r"(?:in|at|from|to) (?:the )?(?:(?:north|south|east|west|central)[a-z]* )?"
    r"(?:city of |capital(?:,|) )?$"
)
COURT = r"(?i)(?-u:\b)(?:court|tribunal) in (?:the )?$"
# "The Moscow government", "the Medellin drug cartel", "the Tripoli Brigade".
NAMED_AFTER = (
    r"(?i)^(?:[- ](?:drug|based|led|armored|infantry))?[- ](?:governments?|administration|regime|"
    r"cartels?|brigades?|battalions?|regiments?|daily|newspaper|times|tribune|herald|post|bureau|"
    r"mafia|based|trained|accords?|agreements?|summit|declaration|stock exchange|conference|"
    r"boulevard|avenue|street)(?-u:\b)"
)
# "A U.S. citizen", "two US soldiers": whose they are, and not where.
# "Cano de Padilla" is another place than Cano.
LONGER_NAME = r"^ (?:de|DE|del|DEL|da|DA|do|DO) [A-Z]"
OF_COUNTRY = r"(?i)(?-u:\b)(?:u\.s|us|u\.k|uk|u\.s\.s\.r)\.?$"
NO_NOUN = (
    r"(?i)^\.?\s+(?:and|or|on|in|at|to|by|for|from|with|after|before|when|while|where|has|have|had|"
    r"is|was|will|would|said|says)(?-u:\b)"
)
NOUN_BEHIND = r"^\.?\s+[A-Za-z]"
# "It was reported today in Lima that": a place between a verb of saying and what is said.
REPORTED_IN = (
    r"(?i)(?-u:\b)(?:reported|said|announced|stated|disclosed|learned|revealed|confirmed|told)"
    r"(?-u:\b)[^.;,]{0,40} in (?:the )?$"
)
THAT_BEHIND = r"(?i)^,? (?:today |yesterday )?that(?-u:\b)"
REACH = 90


def is_venue(ahead: pl.Expr, name: pl.Expr, behind: pl.Expr) -> pl.Expr:
    """True for a place by its name and the text before it and behind it in its sentence."""
    near = ahead.str.tail(REACH)
    is_owner = (
        name.str.contains(OF_COUNTRY)
        & behind.str.contains(NOUN_BEHIND)
        & ~behind.str.contains(NO_NOUN)
    )
    return (
        is_owner
        | behind.str.contains(LONGER_NAME)
        | (near.str.contains(REPORTED_IN) & behind.str.contains(THAT_BEHIND))
        | near.str.contains(SAID_AT)
        | near.str.contains(COURT)
        | behind.str.contains(NAMED_AFTER)
    )
