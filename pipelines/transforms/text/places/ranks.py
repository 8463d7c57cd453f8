"""Words ahead of a place that only says what something is, or where word of it was given out."""

# "The station, one of the largest in X", "Y, which is the rebels' main base in X": what it is.
SITES = (
    r"(?:garrisons?|(?:air ?|military )?bases?|barracks|cit(?:y|ies)|towns?|markets?|hospitals?|"
    r"stations?|(?:air)?ports?|mines?|(?:oil|gas) ?fields?|dams?|plants?|compan(?:y|ies)|camps?|"
    r"prisons?|schools?|universit(?:y|ies)|churches|mosques|groups?|gangs?|cartels?|headquarters|"
    r"hubs?|cent(?:er|re)s?|refiner(?:y|ies)|roads?|highways?|bridges?|strongholds?|newspapers?|"
    r"banks?|part(?:y|ies)|famil(?:y|ies)|installations?|factor(?:y|ies)|facilit(?:y|ies))"
)
# Not "at one of the largest markets in X", where it was.
RANKED = (
    r"(?i)(?:[,;:(] ?|(?-u:\b)(?:is|are|was|were|be|been|being|as|becom(?:e|es|ing)|became|"
    r"remain(?:s|ed)?|considered|called) )one of the "
    r"(?:(?:[a-z-]+ ){0,2}(?:most|least) [a-z-]+|[a-z-]+est|main|few|only|"
    rf"best-known|major|leading|chief)(?: (?:[a-z-]+ ){{0,2}}{SITES})? (?:in|of) (?:the )?$|"
    r"(?-u:\b)(?:which|who) (?:is|are|was|were) (?:the|an?|one of the)(?-u:\b)[^,;.]{0,60} "
    rf"{SITES} (?:in|of) (?:the )?$"
)
# "One of the main gangs in X" tells less of where than "a market, one of the largest in X".
RANKED_GROUP = (
    r"(?i)(?-u:\b)(?:groups?|gangs?|cartels?|part(?:y|ies)|famil(?:y|ies)) (?:in|of) (?:the )?$"
)
# "The charges made in X", "a leaflet distributed in X".
ISSUED = (
    r"(?i)(?-u:\b)(?:charges?|accusations?|allegations?|complaints?|statements?|announcements?|"
    r"communiques?|leaflets?|pamphlets?|letters?|videos?|documents?|reports?|bulletins?|messages?) "
    r"(?:made|filed|lodged|raised|presented|distributed|circulated|circulating|published|released|"
    r"aired|received|handed out|left)(?: (?:on )?(?:today|yesterday|[a-z]+day))?"
    r"(?: by [^,;.]{2,40})? in (?:the )?$"
)
