"""Who opens a sentence and says what its second verb tells: "the army gave no toll but said"."""

import polars as pl

# "They killed two traders, accusing them of spying" tells who did it, not who says so.
ACCUSING = r"(?i)^(?:accusing|blaming)$"
# "The army gave no toll but said", "the group called the media, claiming": whoever opens the
# sentence says what the second verb tells.
OPENING = (
    r"(?i)^((?:The |An? )?(?:[\w'.-]+ ){0,5}?[\w'.-]+?)(?:, [^,]{2,60},)?(?: also| later| then)? "
    r"(?:did|does|do|has|have|had|gave|gives?|[a-z]{3,}ed|admits?|confirms?|denies|deny|would|"
    r"could|met|"
    r"saw|took|left|came|went|sent|wrote|told|began|fled|put|held|phones|calls|sends|writes) "
)
SECOND = r"[^;:]*(?-u:\b)(?:but|and) ?$"
ADDING = r"[^;:]*$"
# "X sent tanks, and Y fired rockets, saying": Y says it.
OTHER_CLAUSE = (
    r"(?i), (?:and|but|while|as|whereas|although|after|when) |(?-u:\b)(?:while|whereas|as the) |"
    r"(?-u:\b)(?:and|but) (?:the |an? |its |their |some )?(?:[\w-]+ ){1,3}?"
    r"(?:[a-z]{3,}ed|shot|took|hit|struck|sent|fought|held|blew|began|said|was|were) [^,;]*, $"
)
# "And then fired", "and later withdrew": whoever opens it does that too.
SAME_CLAUSE = r"(?i)(?-u:\b)(?:and|but) (?:(?:then|later|also|[a-z]+ly|had|has|have|was|were) )+"
# "On Monday with the army saying": the army does.
WITH_WHOM = r"(?i)(?-u:\b)with (?:the |an? |its |their )?(?:[\w'-]+ ){1,4}$"
# "Asked about a communique denying it": the paper's words are of whoever gave it out.
PAPER = (
    r"(?i)(?:communique|statement|report|letter|message|video|note|leaflet|pamphlet|document)s?,? $"
)
GIVEN_OUT = (
    r"(?i)(?:distribut|issu|releas|publish|post|circulat|dropp|scatter|put out|gave out|handed)|"
    r" (?:sent|left|read) "
)
# "The army held a briefing to announce that": it announces it, unless it declines to.
PURPOSE = r"(?i) to(?: [a-z]+ly)? $"
NOT_TO = (
    r"(?i)(?-u:\b)(?:refus|declin|fail|unable|unwilling|hesita|not|never|yet|expect|due|sets?|"
    r"schedul|"
    r"ask|urg|call|told|invit|order|need|plan|want|hop|able|allow|permit|agree|vow|threat|promis|"
    r"decid|try|tri|intend|seek|sought|prepar)"
    r"[a-z]*(?: [a-z]+){0,3} to(?: [a-z]+ly)? $"
)
# "The UN pressed the army to admit": the army would.
OBJECT_TO = (
    r"(?i)(?-u:\b)(?:press|forc|push|compel|demand|lobb|persuad|encourag|pressur|convinc|requir|"
    r"instruct|appeal|oblig|driv|drove|led|caus|mov|prompt|challeng|dar)[a-z]* [^,;:]* to "
    r"(?:[a-z]+ly )?$|"
    r"(?-u:\b)(?:army|military|government|police|rebels?|groups?|forces|militias?|troops|"
    r"president|ministers?|ministry|soldiers|officers?|officials?|commanders?|generals?|parties|"
    r"fighters|leaders?|authorities|him|her|them|it) to (?:[a-z]+ly )?$"
)
# "Nine died, with residents saying": they do.
WITH_THEM = r"(?i)(?:^|[ ,])with $"


def opening_subject() -> pl.Expr:
    """Who opens the sentence with another verb: "the army gave no toll but said"."""
    is_first = ~pl.col("same") & ~is_source()
    is_ing = (pl.col("voice") == "ing").fill_null(False) & ~is_told_with()
    is_ing &= ~pl.col("act_text").str.contains(ACCUSING)
    ahead = pl.col("folded").str.slice(0, pl.col("at"))
    is_ing &= ~ahead.str.replace_all(SAME_CLAUSE, "and ").str.contains(OTHER_CLAUSE)
    is_ing &= ~ahead.str.contains(WITH_WHOM)
    is_to = ahead.str.contains(PURPOSE) & ~ahead.str.contains(NOT_TO)
    is_to &= ~ahead.str.contains(OBJECT_TO)
    return (
        pl.when(is_first & pl.col("joined"))
        .then(ahead.str.extract(OPENING + SECOND, 1))
        .when(is_first & is_ing & ~(ahead.str.contains(PAPER) & ~ahead.str.contains(GIVEN_OUT)))
        .then(ahead.str.extract(OPENING + ADDING, 1))
        .when(is_first & is_to)
        .then(ahead.str.extract(OPENING + ADDING, 1))
    )


def is_source() -> pl.Expr:
    """True for 'according to' and 'citing'."""
    return pl.col("kind") == "according"


def has_left() -> pl.Expr:
    """True where a subject stands before the verb."""
    return (pl.col("subject").str.len_chars() > 1).fill_null(False)


def before_subject() -> pl.Expr:
    """The sentence up to the subject."""
    return pl.col("folded").str.slice(0, pl.col("left_start"))


def is_told_with() -> pl.Expr:
    """True for "with X saying", where the subject is with's."""
    return has_left() & before_subject().str.contains(WITH_THEM)
