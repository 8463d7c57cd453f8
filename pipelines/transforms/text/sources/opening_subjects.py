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
    r"(?i)^(.*(?-u:\b)(?:and|but|while|whereas) )((?:the |an? |its |their |some )?"
    r"(?:[\w-]+ ){0,2}?[\w-]+) (?:[a-z]{3,}ed|shot|"
    r"(?:re)?took|hit|struck|sent|fought|held|blew|began|said|overran|withdrew|drove|broke|"
    r"left|went|came|beat|made|lost|won|cut|fell|met|put|laid)( [^,;]*), $"
)
# "And then fired", "and it withdrew": whoever opens it does that too.
SAME_CLAUSE = r"(?i)^(?:then|later|also|had|has|have|was|were|it|they|he|she|[a-z]+ly)(?-u:\b)"
# "Women accused of theft, saying": no verb of theirs.
PARTICIPLE = r"(?i)^ (?:of|by|with|as|for)(?-u:\b)"
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
# "The UN pressed the army to admit", "the court gave it a week to confirm": the army would.
OBJECT_TO = (
    r"(?i)(?-u:\b)(?:(?:press|forc|push|compell?|lobby?|persuad|encourag|pressur|convinc|requir|"
    r"instruct|appeal|oblig|caus|prompt|challeng|dar)(?:i?es|s|e?d|ied|ing)|led|drove) [^,;:]* to "
    r"(?:[a-z]+ly )?$|"
    r"(?-u:\b)(?:army|military|government|police|rebels?|groups?|forces|militias?|troops|"
    r"president|ministers?|ministry|soldiers|officers?|officials?|commanders?|generals?|parties|"
    r"fighters|leaders?|authorities|mayors?|governors?|judges?|courts?|residents|witnesses|"
    r"families|hospitals?|him|her|them|it|days?|weeks?|months?|hours?|time|chance) to "
    r"(?:[a-z]+ly )?$"
)
# "Nine died, with residents saying": they do.
WITH_THEM = r"(?i)(?:^|[ ,])with $"


def opening_subject() -> pl.Expr:
    """Who opens the sentence with another verb: "the army gave no toll but said"."""
    is_first = ~pl.col("same") & ~is_source()
    is_ing = (pl.col("voice") == "ing").fill_null(False) & ~is_told_with()
    is_ing &= ~pl.col("act_text").str.contains(ACCUSING)
    ahead = pl.col("folded").str.slice(0, pl.col("at"))
    is_ing &= ~ahead.str.contains(WITH_WHOM)
    is_to = ahead.str.contains(PURPOSE) & ~ahead.str.contains(NOT_TO)
    is_to &= ~ahead.str.contains(OBJECT_TO)
    return (
        pl.when(is_first & pl.col("joined"))
        .then(ahead.str.extract(OPENING + SECOND, 1))
        .when(is_first & is_ing & ~(ahead.str.contains(PAPER) & ~ahead.str.contains(GIVEN_OUT)))
        .then(pl.coalesce(next_subject(), ahead.str.extract(OPENING + ADDING, 1)))
        .when(is_first & is_to)
        .then(ahead.str.extract(OPENING + ADDING, 1))
    )


def next_subject() -> pl.Expr:
    """Who says what is added behind a clause of theirs: "X sent tanks, and Y fired, saying"."""
    ahead = pl.col("folded").str.slice(0, pl.col("at"))
    subject = ahead.str.extract(OTHER_CLAUSE, 2)
    is_verb = ~ahead.str.extract(OTHER_CLAUSE, 3).str.contains(PARTICIPLE)
    return pl.when(is_verb & ~subject.str.contains(SAME_CLAUSE)).then(subject)


def opening_start(opening: pl.Expr) -> pl.Expr:
    """Where in its sentence whoever opens it, or the clause before, stands."""
    ahead = pl.col("folded").str.slice(0, pl.col("at"))
    lead = ahead.str.extract(OTHER_CLAUSE, 1).str.len_chars().cast(pl.Int64)
    is_next = opening == next_subject()
    return pl.when(is_next).then(lead).otherwise(0)


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
