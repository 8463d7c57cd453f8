"""How an operator stands to an anchor: before it, in its clause, right at its verb."""

import polars as pl

# Words that may stand between an operator and the verb it governs.
HELPERS = (
    r"(?i)^ ?(?:(?:be|been|being|have|has|had|yet|to|able|managed|fully|completely|again|also|then|"
    r"soon|now|even|further|eventually|finally|first|instead|help|try|start|keep|get|continue|and|"
    r"re|so far|[a-z]+ly) ?)*$"
)
# 'could cause more casualties': the verbs through which a modal holds a noun.
CAUSING = (
    r"(?i)^ ?(?:(?:have|be|also|still|even|yet|only|again|[a-z]+ly) )*"
    r"(?:caus(?:e|ing)|inflict(?:ing)?|claim(?:ing)?|leav(?:e|ing)|suffer(?:ing)?|sustain|take|"
    r"result(?:ing)? in|lead(?:ing)? to|bring|trigger|provoke|spark|see|face|mean|produce|stage|"
    r"launch|mount|carry out|conduct|begin|order|attempt)(?: [a-z'-]+){0,4} $"
)
# 'We will have 12,000 murders'
HAVING = r"(?i)^ have (?:[a-z0-9,'-]+ ){0,4}$"
OF_HAVING = r"(?i)^ (?:[a-z0-9,'-]+ ){0,4}$"
SECOND_PASSIVE = (
    r"(?i)^ ?(?:[a-z]+ly )?(?:killed|wounded|injured|hurt|captured|abducted|kidnapped|murdered)"
    r",? (?:and|or) (?:(?:at least|about|some|as many as|[a-z0-9-]+) ){1,4}$"
)
DESCRIBING = (
    r"(?i)^ (?:involved|linked|tied|connected|belonging|close|loyal|affiliated|allied|sent|hired|"
    r"working|collaborating)(?-u:\b)"
)
# A clause is this short where a word of many readings may still reach its end.
SHORT = 60
ENDED = r"(?i)^(?: [a-z'-]+){0,3} $"
CLAUSE_END = (
    r"(?i)[;:]|, (?:but|and|while|who|which|after|as|though|although|because|when|where)(?-u:\b)|"
    r"(?-u:\b)(?:but|while|whereas|after|since|when|who|which|although|though|because|before)(?-u:\b)"
)


def governs() -> pl.Expr:
    """The operator stands before the verb with nothing but helping words between."""
    return pl.col("is_before") & pl.col("gap").str.contains(HELPERS)


def in_clause() -> pl.Expr:
    """The operator stands before the anchor in the same clause."""
    return pl.col("is_before") & ~pl.col("gap").str.contains(CLAUSE_END)


def is_base() -> pl.Expr:
    """The anchor is a bare verb, which tells no fact after 'to' or a modal."""
    return (
        pl.col("anchor_voice").fill_null("").str.contains(r"base|^act|adv")
        | pl.col("gap").str.contains(r"(?i)(?:^| )be ?")
        | anchor_text().str.contains(r"(?i)^leave$")
    )


def through_result() -> pl.Expr:
    """The operator stands before the verb of an anchor that is its result: 'shot two men dead'."""
    is_result = anchor_text().str.contains(r"(?i)^(?:dead|to death)$")
    return pl.col("is_before") & is_result & pl.col("gap").str.contains(r"^[^,;]{3,50}$")


def causes() -> pl.Expr:
    """The operator holds a noun through a verb: 'could cause more casualties'."""
    is_had = pl.col("operator_text").str.contains(r"(?i) have$")
    has = (
        pl.when(is_had)
        .then(pl.col("gap").str.contains(OF_HAVING))
        .otherwise(pl.col("gap").str.contains(HAVING))
        & ~is_verb()
    )
    return in_clause() & (pl.col("gap").str.contains(CAUSING) | has)


def goes_with_passive() -> pl.Expr:
    """The anchor is the second of two passives: 'may have been killed and seven wounded'."""
    return pl.col("is_before") & pl.col("gap").str.contains(SECOND_PASSIVE)


def only_describes() -> pl.Expr:
    """The operator doubts what somebody is, not what is told: 'farmers allegedly linked to X'."""
    return pl.col("is_before") & pl.col("gap").str.contains(DESCRIBING)


def anchor_text() -> pl.Expr:
    """The anchor as folded text."""
    return pl.col("folded").str.slice(
        pl.col("anchor_start") - pl.col("base"), pl.col("anchor_end") - pl.col("anchor_start")
    )


def is_verb() -> pl.Expr:
    """The anchor is a verb and no noun."""
    return pl.col("anchor_voice").fill_null("").str.contains(r"vp|ing|base|act|died")
