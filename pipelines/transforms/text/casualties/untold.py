"""Words that leave open whether anybody was harmed, or tell of those told before."""

from pipelines.transforms.text.grammar.calendar_words import WEEKDAY

# "The army has not yet reported on its casualties": whoever says so tells of none.
UNTOLD = (
    r"(?i)(?-u:\b)(?:not|never|(?:refus|declin|fail)[a-z]* to)(?: yet)? "
    r"(?:provid|report|giv|gave|indicat|mention|releas|issu|"
    r"disclos|acknowledg|admit|confirm)[a-z]*(?-u:\b)[^.;,]{0,50}$"
)
# "It was checking reports of civilian casualties": whether there were any is not told.
LOOKED_INTO = (
    r"(?i)(?-u:\b)(?:check|investigat|look|review|verif|examin|prob|assess|stud|aware|inquir|enquir)"
    r"[a-z]*(?-u:\b)[^.;,]{0,30}(?-u:\b)(?:reports?|claims?|allegations?|accounts?)[^.;,]{0,30}$"
)
# "The number of casualties is not known": nor whether there were any.
NUMBER_UNKNOWN = (
    r"(?i)^ (?:is|are|was|were|remains?|remained) (?:still )?(?:not (?:yet |immediately )?(?:known|"
    r"clear)|unknown|unclear)(?-u:\b)"
)
NUMBER_OF = r"(?i)(?-u:\b)(?:numbers?|extent|scale) of (?:[a-z]+ ){0,2}$"
# "The casualties included a sergeant", "evacuating casualties": of those told before; "it did not
# result in any casualties": of none.
NO_NEW_LOSSES = (
    r"(?i)(?-u:\b)(?:(?:the|these|those|its|their|his|our|all|any|such|"
    r"(?:evacuat|treat|transport|carr|fl(?:y|ew)|hospitali[sz]|receiv|count|aid|help|avoid|prevent|"
    r"minimi[sz]|limit|mourn|list)[a-z]*) $|"
    r"(?:no|not|never|without|nobody|neither)(?-u:\b)"
    r"[^.;]{0,60}$)|n't (?-u:\b)[^.;]{0,60}$"
)
ASKED = r"\?\W*$"
# "No casualty figures were released": there may have been some.
CASUALTY, NO_FIGURES = r"(?i)^casualty$", r"(?i)(?-u:\b)no (?:[a-z]+ ){0,2}$"
# "No one was seriously hurt": somebody may have been, a little.
SLIGHTLY = r"(?i)^(?:seriously|badly|gravely|critically|severely)(?-u:\b)"
# "To avoid further loss of civilian lives": how many, nobody says.
LIVES = r"(?i)^ (?:civilian|innocent|human) (?:life|lives)(?-u:\b)"
# "Revising an earlier toll of 17", "up from a previous count of 22 dead": no longer so.
EARLIER = (
    r"(?i)(?-u:\b)(?:revis|updat|correct|rais|lift|up|down|compared|higher|lower|more|less|fewer|"
    r"against|from|replac|instead|rather|than|after)[a-z]*(?-u:\b)(?: (?:to|with|than|from|of))?"
    r" (?:an?|the|its|their|his|her|our) (?:earlier|previous|initial|prior|first|preliminary|"
    r"former)(?: (?:death|official|reported))* "
    r"(?:(?:toll|count|figure|tally|estimate|number|report)s? of (?:[a-z0-9,-]+ ){1,4})?$"
)
# "The death toll could rise to 50": nobody counted them.
FORECAST = (
    r"(?i)^ (?:(?:from|in|of|at|after|for) [a-z' -]{1,60}? )?"
    r"(?:(?:is|are|was|were) (?:now |still )?(?:expected|likely|feared|projected|predicted|"
    r"set|bound|certain|sure) to|could|may|might|would|will)"
    r"(?: (?:still|yet|well|easily|even|soon|eventually))? (?:rise|climb|reach|exceed|"
    r"top|pass|go|grow|increase|hit|surpass|mount|be)(?-u:\b)"
)
# "One of the dead was named as": of those told before.
OF_THE_DEAD = (
    r"(?i)^(?:one|two|three|four|five|six|seven|eight|nine|ten|several|some|many|most|"
    r"[0-9]+) of the (?:dead|killed|slain|fatalities|victims)(?: [a-z]+)? "
    r"(?:was|were|is|are|had|has|have)(?-u:\b)"
)
OF_THE_DEAD_REACH = 60
# "A gunman killed the mascot": he did it, whatever a mascot is; "policemen killed protesters in X".
HAS_OBJECT = (
    r"(?i)^ (?:(?:an?|the|his|her|its|their|another|these|those) [a-z-]+|"
    r"[a-z]{3,}(?:s|men|women|people|children) "
    r"(?:in|at|near|outside|who|during|and|on|with|from))(?-u:\b)"
)
# Not so "killed the day before", "killed hours after", "killed others in".
WHEN_BEHIND = (
    r"(?i)^ (?:(?:the|an?|these|those|another) )?"
    r"(?:same |other |next |previous |following |whole |few |couple of |short |long |good )*"
    r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|fortnight|months?|years?|decades?|"
    r"century|evening|morning|afternoon|weekends?|time|while|moments?|dozens?|scores?|hundreds?|"
    rf"thousands?|previous|others?|latter|former|same|following|{WEEKDAY}s?|"
    r"this|perhaps|always|clashes|overseas|sometimes|besides|across|less)(?-u:\b)"
)
# "Launched 92 drones; air defence neutralised 71": of them.
NEUTRALISED = r"(?i)^(?:neutrali[sz]|eliminat|intercept|suppress)"
MACHINES_AHEAD = (
    r"(?i)(?-u:\b)(?:drones?|uavs?|shaheds?|missiles?|rockets?|projectiles?|munitions?|shells|mines|"
    r"ieds?|explosive devices?|vehicles|tanks|air defen[cs]es?)(?-u:\b)[^.]{0,80}$"
)
BARE_NUMBER = (
    r"(?i)^ (?:at least |about |some |around |nearly |over |more than |all |another )?"
    r"(?:[0-9][0-9,]*|[a-z]+)(?: of (?:them|these|those|which))?(?:[.,;]|$| (?:and|over|in|near|"
    r"during|before|while|by)(?-u:\b))"
)
