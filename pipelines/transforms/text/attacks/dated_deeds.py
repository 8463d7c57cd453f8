"""Deeds that their day and their words tell, by whomever they were and wherever: a bomb that went
off, a judge who was shot."""

import polars as pl

from pipelines.transforms.text.attacks.told_signs import AFTER, BEFORE, HAS_PLACE, HAS_TARGET, WORD
from pipelines.transforms.text.grammar.latin import LATIN

# "A bomb went off", and no rocket on its launch pad, no shell that was dug up.
PLANTED = r"(?i)(?-u:\b)(?:bombs?|mines?|devices?|charges?|explosives?|grenades?|ieds?)(?-u:\b)"
COME_UPON = r"(?i)(?-u:\b)(?:found|discovered|unearthed|world war|wartime|population|stink|photo)"
AT_TEST = (
    r"(?i)(?-u:\b)(?:test|launch|drill|exercise|film|rehearsal|workers dug|construction)(?-u:\b)"
)
# "Was shot during a robbery", "by the photographer"
AT_WORK = (
    r"(?i)(?-u:\b)(?:robber(?:y|ies)|burglar(?:y|ies)|photograph[a-z]*|camera|film|studio|scene|"
    r"portrait|accident|dispute|row|lover|husband|wife|son|hunt[a-z]*|rubber|rage)(?-u:\b)|"
    r"^ (?:an? |the |up with|down|through)"
)
# "A judge was shot": who is shot for an office, and no man of whom nothing else is told.
OFFICE_SHOT = (
    r"(?i)^(?:.* )?(?:journalists?|reporters?|editors?|mayors?|senators?|lawmakers?|legislators?|"
    r"deput(?:y|ies)|councill?ors?|governors?|ministers?|candidates?|leaders?|activists?|judges?|"
    r"prosecutors?|magistrates?|lawyers?|attorneys?|priests?|bishops?|imams?|clerics?|pastors?|"
    r"advis[eo]rs?|officials?|diplomats?|ambassadors?|consuls?|unionists?|organi[sz]ers?|"
    r"politicians?|elders?|(?:aid|relief|health|election|rights|vaccination) workers?)"
    rf"(?:,? [{LATIN}'.-]+){{0,4}},? (?:was|were|has been|have been) $"
)


def is_dated_deed() -> pl.Expr:
    """ "Last night a bomb went off in a market": told with its day, though no place is known."""
    is_planted = BEFORE.str.contains(PLANTED) & ~BEFORE.str.contains(COME_UPON)
    is_test = AFTER.str.contains(AT_TEST)
    return pl.col("is_past") & pl.col("has_time") & is_planted & ~is_test


def is_somebody_shot() -> pl.Expr:
    """ "A judge was shot on Monday as she left home in X": for an office, by whoever it was."""
    by_verb = BEFORE.str.contains(OFFICE_SHOT) & WORD.str.contains(r"(?i)^shot(?-u:\b)")
    has_scene = HAS_PLACE | pl.col("has_scene")
    return by_verb & HAS_TARGET & has_scene & pl.col("has_time") & ~AFTER.str.contains(AT_WORK)
