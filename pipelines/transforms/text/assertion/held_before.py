"""Places that somebody had held: whose they were, and no more."""

import polars as pl

from schemas.vocab import FOUNDING

# "Had long held", "had been under rebel (control)"
HAD_HELD = (
    r"(?i)(?-u:\b)(?:had|(?:they|he|it|who)['\x{2019}]d)(?: (?:[a-z]+ly|long|once|also|already|in "
    r"turn))?(?: (?:been|remained|stayed|kept|had|taken|exercised|enjoyed|retained|maintained))?"
    r"(?: (?:[a-z]+ly|long|once))?"
    r"(?: (?:under|in)(?: [A-Z\x{27}\x{2019}a-z-]+){1,3}?)? $"
)
# "Held A until May", "when it fell", "before troops drove them out"
ENDED = (
    r"(?i)^[^.;:]{0,70}?(?-u:\b)(?:until|till|before (?:it|they|he|she|the|its|their|being|[a-z]+ "
    r"(?:troops|forces|fighters|soldiers|rebels)|(?:losing|retreating|withdrawing|leaving|pulling|"
    r"fleeing|handing|surrendering))(?-u:\b)|(?:for (?:[a-z0-9]+ ){1,3}(?:years?|months?|weeks?|"
    r"days?)|since [a-z0-9 ]{3,20}),? when(?-u:\b))"
)
IN_PRESENT = r"(?i)^(?:holds?|controls?|occup(?:y|ies)|rules?|runs?|administers?)$"
# "Occupied A until May" tells of all that time.
OCCUPIED, UNTIL = r"(?i)occupied$", r"(?i)^[^.;:]{0,70}?(?-u:\b)(?:until|till)(?-u:\b)"
# "Has held A until now" and "have been in control there until now": it may go on.
SO_FAR = r"(?i)^[^.;:]{0,70}?(?-u:\b)(?:until (?:now|today|further|this day)|up until)(?-u:\b)"

# "He said the army had held A since May": so it does.
SAID_BEFORE = (
    r"(?i)(?-u:\b)(?:sa(?:id|ys?)|claim(?:s|ed)?|told|report(?:s|ed)?|add(?:s|ed)|stat(?:es|ed)|"
    r"confirm(?:s|ed)|announced?|insist(?:s|ed)|according|that)(?-u:\b)[^.;]*$"
)


def was_held_before() -> pl.Expr:
    """True for claims of holding a place that their words end: "X had held A for two years when it
    fell". Reads claim_type, assertion, word, right_ahead and behind."""
    ahead, behind = pl.col("right_ahead"), pl.col("behind")
    is_said = (pl.col("assertion") == "attributed") | ahead.str.contains(SAID_BEFORE)
    is_over = ahead.str.contains(HAD_HELD) & ~is_said
    is_ended = behind.str.contains(ENDED) & ~behind.str.contains(SO_FAR)
    is_ended &= ~pl.col("word").str.contains(IN_PRESENT)
    is_hold = pl.col("claim_type") == "territory_control"
    is_occupying = pl.col("word").str.contains(OCCUPIED) & behind.str.contains(UNTIL)
    is_kept = pl.col("assertion").is_in([*FOUNDING, "historical"])
    return is_kept & ((is_hold & (is_over | is_ended)) | (is_occupying & is_ended))
