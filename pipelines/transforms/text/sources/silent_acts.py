"""Verbs of saying by which nothing is said: "the army responded with fire", "declared a curfew"."""

from collections.abc import Iterator

import polars as pl

# "Reuters could not verify the army's claim": the army says so, Reuters does not.
CONFIRMED = r"(?i)confirm|verif|corroborat"
NOT_ABLE = (
    r"(?i)(?-u:\b)(?:not|n't|cannot|never|without|(?:unable|declined|refused|yet|failed) to)"
    r"(?: [a-z]+){0,3} $"
)
# "Clashes between A and B reported since Monday": B reports nothing.
BETWEEN_THEM = r"(?i)(?-u:\b)between [^,;.]{1,60} and (?:the )?[A-Za-z'-]+(?: [A-Za-z'-]+)? $"
REPORTED = r"(?i)^reported$"
# "An attack claimed by X" was X's: that nine died in it, others say.
CLAIMED_BY = r"(?i)^claimed by$"
ATTACK_CLAIMED = (
    r"(?i)(?-u:\b)(?:attacks?|ambush(?:es)?|assaults?|raids?|bombings?|blasts?|explosions?|"
    r"shootings?|"
    r"strikes?|operations?)(?: (?:that|which))?(?: (?:was|were))?(?: (?:later|also|since))? $"
)
# "Made confirmed advances": an adjective.
CONFIRMED_ALONE = r"(?i)^confirmed$"
MADE_BEFORE = r"(?i)(?-u:\b)(?:made|make|making|no|any|of|with|several|the|[0-9]+) $"
ADVANCES = (
    r"(?i)^ (?:advances|gains|cases|deaths|kills|casualties|dead|reports|attacks|strikes|progress|"
    r"incidents|territorial|victims|fatalities)(?-u:\b)"
)
# "Contrary to what the media had said": nobody says that here.
CONTRARY = r"(?i)(?-u:\b)(?:contrary to|unlike|despite|regardless of) what [^,;.]{0,60}$"
# "Declared a state of emergency", "announced an offensive": a deed, of which nothing is said.
DECLARED = r"(?i)^(?:has |have |had )?(?:declar|announc|proclaim)"
STATE_DECLARED = (
    r"(?i)^ (?:every|each) |"
    r"(?i)^ (?:(?:an?|the|its|their|his|another|national|new|three|two) )*(?:[a-z-]+ )?(?:state of|"
    r"emergency|curfew|war|cease-?fire|truce|blockade|martial law|independence|offensive|"
    r"operation|siege|holiday|mourning|days? of)(?-u:\b)|"
    # "Declared a man a military target and shot him"
    r"(?i)^ [^,.;]{2,60}? (?:an? )?(?:military targets?|legitimate targets?|prisoners? of war|"
    r"traitors?|sp(?:y|ies)|outlaws?|persona non grata|enem(?:y|ies) of)(?-u:\b)"
)
# "Police responded hours later", "the army responded with artillery fire": they did not speak.
RESPONDED = r"(?i)^(?:has |have |had )?respond(?:ed|s)$"
RESPONDING = (
    r"(?i)^ (?:hours|minutes|quickly|later|immediately|swiftly|promptly|to (?:the |a )?(?:scene|"
    r"attack|calls?|site|fire|alarm|incident|blast|explosion)|"
    r"with (?:[a-z-]+ ){0,3}(?:fire|artillery|strikes|airstrikes|force|shelling|rockets|drones|"
    r"missiles|barrages?|gunfire|bullets)|"
    r"by (?:firing|shelling|bombing|launching|striking|opening|sending))(?-u:\b)"
)

# "An officer posted in the district" said so elsewhere.
POSTED = r"(?i)^posted$"
ON_POST = (
    r"(?i)(?-u:\b)(?:officers?|soldiers?|police(?:m[ae]n)?|troops|guards?|officials?|staff|agents?|"
    r"sentr(?:y|ies)|units?|forces|commander|doctor|nurse|teacher) $"
)
AT_POST = r"(?i)^ (?:in|at|to|near|outside|along|there|nearby)(?-u:\b)"
# "A report from the capital says": written there.
REPORT_FROM = r"(?i)^an? (?:report|article|dispatch) (?:from|in)$"
SCENE = (
    r"(?i)^ (?:the )?(?:[a-z]+ )?(?:capital|scene|front|field|area|zone|region|interior|town|city|"
    r"village|"
    r"north|south|east|west|provinces?|border)(?-u:\b)"
)
# "The rights stated in our constitution", "adding new victims to those of May"
STATED = r"(?i)^stated$"
STATED_IN = (
    r"(?i)^ (?:in|under|by) (?:our|article|the (?:constitution|law|charter|agreement|treaty|"
    r"accords?))"
)
# "Despite the announcement by the rebels that", "after the announcement by the mayor, X": what
# follows is nobody's word.
ANNOUNCED_BY = r"(?i)(?:announcement|confirmation) by$"
OF_WHAT = r"(?i)^ [^,;]{2,60}? (?:of|that)(?-u:\b)"
OUT_OF = r"(?i)(?-u:\b)(?:according to|in|citing|from|quoting|per)(?: an?| the| this)? ?$"
ONCE_SAID = (
    r"(?i)(?-u:\b)(?:despite|notwithstanding|after|before|since|until|following|given|ahead of|"
    r"in spite of|contrary to|against)(?: an?| the| this)? ?$"
)
# "After the announcement by X that nine died, people fled": the nine are X's word.
CLAUSE_BEHIND = (
    r"(?i)^[^;]{2,}?, [^;]*?(?-u:\b)(?:kill|wound|injur|die[ds]?(?-u:\b)|dead|attack|ambush|bomb|"
    r"shell|shot|captur|seiz|abduct|kidnap|fired|hit(?-u:\b)|struck|took|retook|clash)"
)
ADDING = r"(?i)^add(?:ing|s|ed)$"
ADDING_THINGS = (
    r"(?i)^ (?:to (?:the|their|his|its|our|an?)|new|more|another|further|fuel|insult|pressure|"
    r"weight|"
    r"yet)(?-u:\b)"
)


def tells_nothing(ahead: pl.Expr, behind: pl.Expr) -> Iterator[pl.Expr]:
    """Where a verb of saying tells nothing; each reads act_text.

    ahead, behind: what its sentence says before and after it.
    """
    verb = pl.col("act_text")
    yield ahead.str.contains(CONTRARY)
    yield (
        verb.str.contains(CONFIRMED_ALONE)
        & ahead.str.contains(MADE_BEFORE)
        & behind.str.contains(ADVANCES)
    )
    yield verb.str.contains(CONFIRMED) & ahead.str.contains(NOT_ABLE)
    yield verb.str.contains(REPORTED) & ahead.str.contains(BETWEEN_THEM)
    yield verb.str.contains(CLAIMED_BY) & ahead.str.contains(ATTACK_CLAIMED)
    yield verb.str.contains(RESPONDED) & behind.str.contains(RESPONDING)
    yield verb.str.contains(DECLARED) & behind.str.contains(STATE_DECLARED)
    yield verb.str.contains(REPORT_FROM) & behind.str.contains(SCENE)
    yield verb.str.contains(STATED) & behind.str.contains(STATED_IN)
    yield verb.str.contains(ADDING) & behind.str.contains(ADDING_THINGS)
    comes_first = ahead.str.contains(ONCE_SAID) & behind.str.contains(CLAUSE_BEHIND)
    yield verb.str.contains(ANNOUNCED_BY) & (
        comes_first | ~(behind.str.contains(OF_WHAT) | ahead.str.contains(OUT_OF))
    )
    yield verb.str.contains(POSTED) & ahead.str.contains(ON_POST) & behind.str.contains(AT_POST)
