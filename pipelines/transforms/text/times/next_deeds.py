"""Times of what came before or after a word's own deed: 'the students murdered there marched on
Monday'."""

import polars as pl

from pipelines.transforms.text.times.grammar import NEXT_CLAUSE, NEXT_ITEM
from pipelines.transforms.text.times.proceedings import (
    ARRESTED_AHEAD,
    CONFESSED,
    FOR_BEHIND,
    HELD,
    HELD_FOR,
)

# "Killing six; the governor visited the scene on Tuesday", and not "the attackers arrived".
SENTENCE_BEHIND = (
    r"(?i);[^;]*(?-u:\b)(?:visited|met (?:with|the|their|his|her|survivors|relatives|families)|"
    r"condemned|vowed|spoke|(?:president|premier|minister|governor|mayor|envoy|official|"
    r"investigator|rescuer|relative)s? (?:[a-z]+ )?(?:went|travell?ed|arrived|ordered))(?-u:\b)"
    r"[^;]*$"
)
# What people did about it: 'the students murdered there marched on Monday'.
FOLLOWED = (
    r"(?i)(?-u:\b)(?:march(?:ed|es)|protest(?:ed|s)|rall(?:ied|ies)|gathered|demonstrated|"
    r"demand(?:ed|s)|testif(?:ied|ies)|laid to rest|"
    r"appeared (?:in court|before)|pleaded|sentenced|convicted|indicted|charged|extradited|"
    r"reburied|commemorated|took effect|came into (?:force|effect)|"
    r", (?:(?:was|were|has been) (?:[a-z]+ )?(?:attack|raid|hit|shell|bomb|str[iu]ck|target|storm|"
    r"burn|loot|ambush)[a-z]*|came under)(?-u:\b)|"
    r"held (?:a|an) (?:vigil|memorial|funeral|protest|rally|mass)|filed (?:a|an|their))(?-u:\b)|"
    r"(?-u:\b)(?:was|were) (?:buried|mourned)(?: (?:in|at|near|outside) [^,;.]{2,40})? ?$|"
    r"(?-u:\b)had (?:held|defended|controlled|occupied) ?$|"
    r"(?-u:\b)(?:wounds?|injur(?:y|ies)|burns) [^.;,]{0,20}(?:received|suffered|sustained)(?-u:\b)|"
    r"(?-u:\b)(?:was|were|been|be) (?:[a-z]+ly )?(?:released|freed|rescued|set free|ransomed|"
    r"evacuated|handed over|reunited|flown|transferred|exchanged|swapped|identified|repatriated)"
    r"(?-u:\b)|, (?:[a-z]+ly )?(?:unoccupied|abandoned|empty|vacant|closed|deserted|besieged) $"
)
# "A grenade thrown into a bar in A, held by X since May, killed five"
HELD_SINCE = (
    r"(?i), (?:held|occupied|besieged|controlled|ruled|governed|run|blockaded|surrounded)"
    r"(?: by [^,;.]{2,40})? $"
)
# 'Buried on Monday five men who were shot', 'handed over on Sunday the bodies of'.
AFTERMATH = (
    r"(?i)(?-u:\b)(?:visit(?:ed|s)|honou?red|buried|mourned|handed over|handed back|received|"
    r"returned (?:on [A-Z][a-z]+ )?(?:the|their|his|her|an?|[0-9]+|two|three|four|five)|"
    r"decorated|promoted|paraded|presented|displayed|exhibited|freed|released|"
    r"identified|paid tribute|marched|funerals? (?:of|for)|condolences|"
    r"opened (?:its|an?|the) (?:inquiry|investigation|trial)|(?:names?|bodies|remains|survivors|"
    r"relatives|families|widows) of|compensat[a-z]+|reward[a-z]*|awarded)(?-u:\b)[^;]*$"
)
# 'A paper released by the ministry states that on Monday': the day is of what is stated.
TOLD_SO = r"(?i)(?-u:\b)that,? (?:on |at |late |early )*$"
# "Abducted on Monday near X by gunmen who killed their driver"
BY_WHO = r"(?i) by [^,;]{1,50},? (?:which|who) (?:also |then |in turn )?$"
# "A guard who was hurt on Sunday has died": on a later day.
DIED = r"(?i)^(?:(?:has|have|had) )?(?:die[ds]?|succumb(?:s|ed))(?-u:\b)"
RIGHT_AFTER = r"^,? ?(?:(?:has|have|had|later|since|now|also|then|subsequently) )*$"


def is_of_next() -> pl.Expr:
    """True for times of what happened next to the word's deed, or before it: reads bridged."""
    is_after, gap = pl.col("is_after"), pl.col("bridged")
    followed = is_after & gap.str.contains(FOLLOWED)
    # "Two were hurt in X, and on Sunday a drone killed one"
    followed |= (
        is_after & gap.str.contains(NEXT_CLAUSE) & pl.col("trigger_after_start").is_not_null()
    ).fill_null(False)
    followed |= is_after & gap.str.contains(f"{NEXT_ITEM}|{SENTENCE_BEHIND}")
    followed |= is_after & pl.col("upto").str.contains(HELD_FOR) & gap.str.contains(HELD)
    followed |= ~is_after & ~pl.col("is_said") & gap.str.contains(CONFESSED)
    followed |= (
        ~is_after & pl.col("ahead").str.contains(ARRESTED_AHEAD) & gap.str.contains(FOR_BEHIND)
    )
    is_told_so = pl.col("ahead").str.contains(TOLD_SO) | pl.col("gap").str.contains(BY_WHO)
    followed |= (
        ~is_after & ~pl.col("is_noun") & ~is_told_so & pl.col("upto").str.contains(AFTERMATH)
    )
    is_aside = pl.col("ahead").str.contains(HELD_SINCE) & pl.col("is_since")
    followed |= is_aside | is_counted_back()
    has_died = pl.col("word").str.contains(DIED) & pl.col("trigger_before_start").is_not_null()
    return followed | (~is_after & has_died & gap.str.contains(RIGHT_AFTER)).fill_null(False)


def is_counted_back() -> pl.Expr:
    """True for 'a day after X was killed, Y was': counted back from the main clause, the day is not
    the word's own."""
    gap = pl.col("bridged")
    counted_back = (
        ~pl.col("is_after")
        & pl.col("time_text").str.contains(r"(?i)(?-u:\b)(?:after|before)$")
        & gap.str.contains(r"(?i)^[^,0-9]*[a-z][^,0-9]*,")
        & ~gap.str.contains(r"(?i)^[^,]*day(?-u:\b)[^,]*,")
    )
    counted_back &= pl.col("time_kind").is_not_null() | (pl.col("shift") >= 0)
    return counted_back.fill_null(False)
