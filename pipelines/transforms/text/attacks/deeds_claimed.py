"""Words by which a later sentence tells whose deed an attack was, around the party's name."""

SIGNS = [
    "claimed", "responsib", "behind", "blame", "credit", "carried", "attribut", "accused",
    " struck", " attacked", " arrived", " stormed", " came", " descended", " burst in",
    " opened fire", " raided", " entered", " surrounded", "ambushed", " shot", " gunned down",
    "attackers", "assailants", "gunmen", "kidnappers", "killers", "raiders", "perpetrators",
    "culprits", "bombers", " work of", "pinned", "finger", "planted", " laid", "detonated",
    "set off", "staged", "launched", "admit", "acknowledg", "did it", "done it", "fired",
    "perpetrated", "committed", "conducted",
]  # fmt: skip
DEED = (
    r"(?:attacks?|ambush|assaults?|raids?|bombings?|blasts?|explosions?|shootings?|strikes?|"
    r"killings?|massacre|murders?|abductions?|kidnappings?|incidents?|violence|shelling|"
    r"bombardment|arson|assassinations?|air ?strikes?|bombs?|mines?|landmines?|devices?|drones?|"
    r"rockets?|missiles?|shells?|car bombs?)(?-u:\b)"
)
# "(for) the attack", "Monday's double bombing", "the Baidoa blast"
THE_DEED = (
    r"(?:(?:the|this|that|these|those|both|[A-Z][a-z]+day['\x{2019}]s)"
    rf"(?: [A-Za-z'\x{{2019}}-]+){{0,3}}? {DEED})"
)
# Who claims "the operation" attacked; a rescue is an operation too.
OWN_DEED = rf"(?:{THE_DEED}|(?:the|this|that|its) (?:[a-z-]+ )?operation(?-u:\b))"
IT = rf"(?:{THE_DEED}|it(?-u:\b)|them(?-u:\b))"
MEN = (
    r"(?:,? \([A-Z-]{2,8}\))?(?:['\x{2019}]s)?(?: (?:militants|fighters|rebels|insurgents|group|"
    r"militia|gang|forces|troops|soldiers|members|guerrillas|gunmen|faction|movement|men|radio|"
    r"(?:military |armed )?(?:spokes[a-z]+|wing)|media (?:arm|wing|office)))?"
    # ", which is allied with Y," ", an offshoot of Y,"
    r"(?:, (?:which|who|whose|an?|the|one|affiliated|allied|linked) [^,;]{2,90},)?"
)
LATER = (
    r"(?:,? (?:has|have|had|later|also|since|quickly|immediately|on [A-Z][a-z]+day|"
    r"in a (?:statement|post|message|video)))*,?"
)
WAS = (
    r"(?:was|were|is|are|had been|has been|have been)"
    r"(?: likely| probably| apparently| in fact| indeed)?"
)
# The end of what is said, or who says it: "X was responsible, the ministry said".
END = r"\s*(?:[,.;)]|$)"
RESPONSIBLE = (
    rf"{WAS} (?:(?:behind|responsible for|to blame for|the authors? of) {IT}|"
    rf"(?:responsible|to blame){END})"
)
# Who detonates what was found did not lay it.
DONE = (
    r"(?:carried out|conducted|staged|launched|mounted|planted|laid|placed|set off|fired|"
    r"perpetrated|committed|triggered)"
)
DOING = rf"(?:{DONE}|detonated)"
DID_IT = (
    rf"(?:(?:had|has|have) )?(?:been the ones who )?(?:{DOING} {IT}|carried (?:it|them) out|"
    rf"(?:did|done) (?:it|so){END})"
)
# "It", "its men", "one of its snipers"
SELF = (
    r"(?:it|they|(?:its|their) [a-z]+|(?:one|two|some|members|units) of (?:its|their)"
    r"(?: [a-z]+){1,3})"
)
SAYING = (
    r"(?:said|says|announced|confirmed|admitted|acknowledged|declared|stated|claimed)"
    r"(?:,? (?:(?:in|on|via|through) [^,;.]{1,50}?|later),?)?(?: that)?"
)
# "X claimed responsibility for the attack", "X said it was behind the blast"
CLAIMS_IT = (
    rf"(?i)^{MEN}{LATER} (?:(?:claimed|took|taken|accepted|admitted|assumed)(?: full)?"
    rf" (?:responsibility|credit) for|claimed|admitted carrying out|"
    rf"(?:claimed|admitted) (?:to have|having) {DOING}) {OWN_DEED}|"
    # Not "admitted that the wave of bombings had gone on".
    rf"(?i)^{MEN}{LATER} admitted (?:the|this|both)(?: [a-z]+){{0,2}}? {DEED}|"
    rf"(?i)^{MEN}{LATER} {SAYING} {SELF} (?:{RESPONSIBLE}|{DID_IT})|"
    rf"(?i)^{MEN}{LATER} claimed it{END}|"
    # "X claimed responsibility in a statement", "took responsibility hours later"
    rf"(?i)^{MEN}{LATER} (?:claimed|took|taken|accepted|admitted|assumed)(?: full)? "
    r"(?:responsibility|credit)(?: for (?:it|them|both))?(?:,? (?:in|on|via|through) [^.;]{1,60}|"
    r" (?:[a-z]+ )?(?:hours?|days?|later|afterwards|soon after)(?: later| afterwards)?)?\s*[.;]?$"
)
# "A spokesman for X said the group was behind it": X, if that is no state's.
GROUP_SAID = (
    rf"(?i)^{MEN}{LATER} {SAYING} the (?:group|movement|organi[sz]ation|front)"
    rf"(?:['\x{{2019}}]s? (?:fighters|men|members|gunmen|forces))?"
    rf" (?:{RESPONSIBLE}|{DID_IT})"
)
# "The army said X was behind it", "X fighters had planted the bomb"
IS_BEHIND = rf"(?i)^{MEN}{LATER} (?:{RESPONSIBLE}|{DID_IT})"
# "X fighters ambushed their convoy"
HIT_THEM = (
    rf"(?i)^{MEN} (?:(?:had|have) )?(?:ambushed|attacked|opened fire (?:on|at)|shot(?: at)?|"
    r"fired (?:on|at)|stormed|raided|intercepted|surrounded) (?:them|their (?:[a-z]+ )?"
    r"(?:convoys?|patrols?|vehicles?|villages?|cars?|bus(?:es)?|posts?|bases?|positions?|camps?|"
    r"columns?|trucks?|homes?|houses?|boats?|motorcycles?|checkpoint|outpost))(?-u:\b)|"
    rf"(?i)^{MEN} (?:(?:had|have) )?(?:killed|executed|murdered|shot dead|gunned down|abducted|"
    r"kidnapped|seized|beheaded) (?:them|him|her|all of them|both|the (?:victims?|m[ae]n|wom[ae]n|"
    r"two|three|four|five|six|seven|eight|nine|ten|pair|group|boys?|girls?|family))"
    r"(?:\s*[,.;]|\s*$| (?:in|on|at|after|because|for|over|before|and|near|with|last|when)(?-u:\b))"
)
THEM = (
    r"(?: the| an?| some| suspected| alleged| [a-z]+ed| members? of| fighters (?:of|from)| "
    r"militants (?:of|from)| rebels (?:of|from)){0,4} $"
)
# "They had been ambushed by X", "The attackers belonged to X"
HIT_BY = (
    r"(?i)^(?:[^,;.]{1,60} (?:said|says|believe|believed|added)(?: on [a-z]+)?(?: that)? )?"
    r"(?:(?:they|both|he|she|the (?:victims?|dead|soldiers|policemen|officers|villagers|men|"
    r"women|two|three|four|five|pair)|their (?:[a-z]+ )?(?:convoy|patrol|vehicle|car|bus|truck|"
    r"boat|post)) (?:(?:was|were|had been|have been|reportedly|allegedly|apparently) )+"
    r"(?:ambushed|attacked|shot(?: dead)?|killed|gunned down|fired (?:on|at)|targeted|intercepted|"
    r"abducted|kidnapped) by|"
    r"(?:the (?:attackers|assailants|gunmen|kidnappers|killers|raiders|perpetrators|abductors|"
    rf"culprits|bombers)|those (?:responsible|behind {IT})),? "
    r"(?:(?:were|are|is|all|reportedly|allegedly|who|later|had been|have been) )*"
    r"(?:belong(?:ed)? to|(?:believed|thought|suspected|said|known) to (?:be(?:long to)?|have been|"
    rf"come from)|(?:identified|described) as|(?:were|are))){THEM}"
)
# "The attack was carried out by X", "it was the work of X", "the blast, claimed by X, was"
DONE_BY = (
    rf"(?i)(?:(?-u:\b)(?:{THE_DEED}|it|they),?(?: which)? {WAS} |{THE_DEED}, (?:which {WAS} )?)"
    rf"(?:(?:{DONE}|claimed|admitted)(?: (?:on|in|via|through) [^,;.]{{1,40}})?(?: later)? by|"
    r"(?:the )?(?:work|doing|handiwork|act) of|blamed(?: by [^,;.]{1,40})? on|attributed to)"
    rf"{THEM}|"
    # "The shell came from positions of X", "had been fired by X"
    rf"(?i)(?-u:\b)(?:{THE_DEED}|it|they) (?:(?:had|have|has) )?(?:been )?"
    r"(?:come|came|fired|launched) from"
    r"(?: (?:the )?(?:positions?|areas?|territory|bases?|lines|side)"
    rf" (?:of|held by|controlled by))?{THEM}|"
    rf"(?i)(?-u:\b)responsibility(?: for {IT})? was (?:later )?(?:claimed|taken|assumed) by{THEM}"
)
# "(carried out) the Wana attack": a name that the deed's own sentence tells as well.
NAMED_DEED = rf"(?:the|this|that) ([A-Z][a-z]{{2,}})(?: [a-z-]+){{0,2}} {DEED}"
# "Officials blamed X for the attack", "blamed the attack on X", "The attack was blamed on X"
BLAMES = (
    r"(?i)(?-u:\b)(?:blam(?:ed|es|ing)|accus(?:ed|es|ing)|"
    r"point(?:ed|s|ing) (?:the |a )?fingers? at)"
    r"(?: the| suspected)? $"
)
# "Authorities blamed X": for what they have just told.
FOR_IT = (
    rf"(?i)^{MEN}(?: (?:for|of(?: carrying out| being behind)?) (?:{THE_DEED}|it(?-u:\b))|[.;,]|$)"
)
HOLDS = r"(?i)(?-u:\b)(?:held|holds?|holding)(?: the| suspected)? $"
HELD_FOR_IT = rf"(?i)^{MEN} responsible(?: for {IT}|{END})"
IT_ON = (
    rf"(?i)(?-u:\b)(?:(?:blam(?:ed|es|ing)|pinn(?:ed|ing)) {THE_DEED} on|"
    rf"attribut(?:ed|es|ing) {THE_DEED} to)"
    r"(?: the| suspected)? $"
)
# "They were asleep when the rebels of X struck": those whom the sentence before calls attackers.
WHEN_IT = (
    r"(?i)(?-u:\b)(?:when|as|before|after) (?:the |suspected |fighters (?:of|from) (?:the )?)*$"
)
STRUCK = (
    rf"(?i)^{MEN} (?:struck|attacked|arrived|stormed|came|descended|burst in|opened fire|raided|"
    r"entered|surrounded)(?-u:\b)"
)
# "It was behind …, not": whoever denies it did not do it; whether they did, nobody knows.
DENIED = (
    r"(?i)(?-u:\b)(?:den(?:y|ied|ies)|reject(?:s|ed)|not|n't|never|nor|neither|no|whether|if|unclear|"
    r"ruled out|either|doubt(?:s|ed)?|rash|absurd|ridiculous|falsely|wrongly|impossible)(?-u:\b)"
)
DENIED_BEHIND = (
    r"(?i)[,;] (?:but|though|although|which|and|while) [^.;]{0,60}?"
    r"(?-u:\b)(?:den(?:y|ied|ies)|reject(?:s|ed))(?-u:\b)"
)
NO_DOUBT = r"(?i)(?-u:\b)(?:no|without) (?:any )?doubt(?-u:\b)"
# "Either X or Y", "X and Y": neither of them alone.
OR_OTHERS = r"(?i)(?:(?-u:\b)or|(?-i:[A-Z])[\w'\x{2019}-]* and)(?: the| an?)? $"
# "X claimed the attack on the airport last year": another one.
LONG_AGO = (
    r"(?i)(?-u:\b)(?:(?:last|previous) (?:year|month)|in (?:19|20)[0-9]{2}|(?:years?|months?) ago|"
    r"similar|earlier (?:attack|blast|bombing))(?-u:\b)"
)
# "X, an affiliate of Y, said": X did.
RELATED_TO = (
    r"(?i)(?-u:\b)(?:affiliated?|branch|offshoot|ally|allied|wing|linked|loyal|rival|splinter|"
    r"faction|part|arm)(?: group)? (?:of|to|with|from) (?:the )?$"
)
# Attackers who were killed in the fight that followed did not kill themselves.
SHOT_BACK = (
    r"(?i)(?-u:\b)(?:ensuing|subsequent|retaliat[a-z]+|return(?:ed|ing)? fire|exchanges? of "
    r"(?:gun)?fire|(?:gun|fire) ?(?:fight|battle)s?|shoot-?outs?|encounter|clearance|response|"
    r"responded)(?-u:\b)"
)
