"""Words before a party that is told in passing, and weapons that do what their owners do."""

import polars as pl

from pipelines.transforms.text.grammar.latin import LATIN

# "A bus carrying soldiers" does what the bus does.
CARRYING = (
    r"(?i)(?-u:\b)(?:carrying|escorting|transporting|ferrying|guarding|protecting|housing|holding|"
    rf"targeting)\s+(?:[{LATIN}0-9-]+\s+){{0,3}}$"
)
# "Mercenaries fighting alongside the army killed": whoever helps or is helped does not do it, nor
# does the target of "rockets aimed at troops".
BESIDE_THEM = (
    r"(?i)(?-u:\b)(?:alongside|side by side with|backed by|supported by|aided by|assisted by|"
    r"accompanied by|together with|(?:allied|aligned) (?:with|to)|on the side of|"
    r"with (?:the )?(?:help|support|backing) (?:of|from)|"
    r"(?:links?|ties|connections?|allegiance) (?:to|with)|"
    r"(?:spying|spied|informants?|collaborat[a-z]+|cooperat[a-z]+) (?:for|with)|"
    r"(?:aimed|fired|launched|directed|thrown|lobbed|hurled|shot) (?:at|towards?))"
    r"\s+(?:the\s+|local\s+)?(?:[A-Z][\w.-]*\s+(?:clan\s+)?)?$"
)
# "Soldiers sent to fight X killed nine": X did not.
SENT_AGAINST = (
    r"(?i)(?-u:\b)(?:to (?:fight|combat|hunt(?: down)?|counter|battle|stop|contain|pursue|repel|"
    r"confront|track(?: down)?|dislodge|oust|drive (?:out|off)|flush out)|hunting(?: for)?)\s+"
    r"(?:the\s+)?$"
)
# "X fighters, whom Y had driven out, killed nine"
WHOM, CLOSED = r"(?i),\s+whom\s+(?:the\s+)?$", r"^[^,;.]{1,38},"
# "Gunmen disguised as soldiers" are none.
DISGUISED = (
    r"(?i)(?-u:\b)(?:(?:disguised|dressed|posing|posed|masquerading|clad) (?:as|like|in)|wearing|"
    # "Mistook villagers for rebels"
    r"(?:mistook|mistak(?:e|es|en|ing)) (?:[^,;.]{1,40} )?for)"
    r"\s+(?:the\s+|an?\s+)?(?:[\w-]+\s+){0,2}$"
)
# "Men in army uniforms" need not be the army's.
CLOTHES_AFTER = (
    r"(?i)^(?:['\x{2019}]s?)? (?:(?:combat|battle|camouflage|dress|field|military|army|police|"
    r"desert|green|olive|old|service|[a-z]*-?(?:style|like|issue|type)) ){0,2}?(?:uniforms?|"
    r"fatigues|clothe?s|clothing|camouflage|insignia|outfits?|gear)(?-u:\b)"
)
# "The gunman, who was shot by police, killed two": what stands between commas does not do it.
ENCLOSED_BEFORE = r"(?i), (?:who|which|that)(?-u:\b)[^,]{1,60} by (?:[A-Za-z-]+ ){0,3}$"
# Nor does whom they are after: "the army, pursuing X, killed nine".
PURSUED_BEFORE = (
    r"(?i), (?:pursuing|chasing|hunting(?: for)?|searching for|looking for|targeting|"
    r"responding to|avenging) (?:[A-Za-z-]+ ){0,3}$"
)
ENCLOSED_AFTER = (
    r"(?i)^[^,]{0,25}, (?:[a-z]+ed|was|were|had|has|have|then|also|shot|set|blew|hit|fled|"
    r"fought|took|retook|overran|drove|broke|lost|won|struck)(?-u:\b)"
)
# What does what its owners do: weapons, and the units that bear them.
WEAPONS = (
    r"(?i)(?:drones?|missiles?|rockets?|shells?|bombs?|jets?|warplanes?|helicopters?|tanks?|"
    r"aircraft|planes?|gunships?|artillery|mortars?|"
    r"patrols?|columns?|battalions?|regiments?|brigades?)$"
)
ALONGSIDE = r"(?i)(?:alongside|on the side of|side by side)$"
# "An attack on a camp guarded by X": not by X.
GUARDED_BY = (
    r"(?i)(?-u:\b)(?:guarded|manned|controlled|inhabited|protected|patrolled|defended|occupied|"
    r"held|run) by (?:(?:the|an?|its|their) )?(?:[a-z]+ )?$"
)
# "Neither X nor Y claimed it", "no armed group has": it was none of them.
NONE_OF_THEM = (
    r"(?i)(?-u:\b)(?:no|neither|nor|none of)(?: (?:the|other|any|known|single|[a-z]+-based))*\s*$|"
    r",\s+(?:and |but )?(?:not|rather than|instead of)(?: the| any)?\s*$"
)
# "X has not claimed responsibility for the killing of nine"
UNCLAIMED = (
    r"(?i)(?-u:\b)(?:not|never|nor|neither)(?: (?:yet|so far|immediately|itself|ever))* "
    r"(?:claim|admit|accept|assum|acknowledg|tak)[a-z]*(?-u:\b)"
)
# "X accused others of killing nine": X did not, unless it is "X, accused of killing nine".
ACCUSES = (
    r"(?i)^(?: (?:authorities|officials|government|administration|military|army|forces|leaders))?"
    r"(?: (?:has|have|had|also|today|yesterday|on [a-z]+|again|then|later))*"
    r" (?:accus|blam|charg)(?:e[sd]?|ing) (?:[^,;.]*\s)?[^,;.\s]+ (?:of|for|with)"
    r"(?: (?:also|deliberately|the|having|being behind|recently)| [^,;.]* (?:that|which))*\s+$"
)
# "A and B blamed each other for an attack that killed nine": neither says that it did.
EACH_OTHER = r"(?i)(?-u:\b)(?:accus|blam)[a-z]+ (?:each other|one another)(?-u:\b)"
# "The army and allied clan fighters took the town": the one named first did, with the other.
JOINED_BEHIND = (
    rf"(?i)^(?:\s+(?:[{LATIN}0-9-]+\s+)?(?:fighters|forces|troops|soldiers|rebels|militants|insurgents|"
    r"jihadists|militiamen|gunmen|units|police|members))?,?\s+(?:and|along with|together with|"
    r"alongside)\s+(?:(?:the|its|their|his|allied|local|loyal|friendly|pro-government|[a-z]+-backed)"
    rf"\s+){{0,3}}(?:[A-Z][{LATIN}0-9-]+\s+)?$"
)
# "The Russian defence ministry said its forces took A": nobody's of the sentence before.
OFFICE_SAYS = (
    r"(?i)(?-u:\b)(?:ministry|military|army|staff|command|government|forces|authorities|office|"
    r"junta|kremlin|pentagon)(?-u:\b)[^.;]{0,40}?(?-u:\b)(?:said|says|claim(?:ed|s)|announced|"
    r"reported|stated|confirmed|added)(?: (?:that|on [a-z]+day))* (?:(?:its|their) (?:[a-z-]+ )?)?$"
)
# "Police said a mob attacked the mosque": others than who says it.
SAID_OF = (
    rf"(?i)^(?: (?:in|at|from) [{LATIN}'-]+(?: [{LATIN}][{LATIN}'-]+)?)?"
    r"(?:\s+(?:has|have|had|also|later|earlier|today|yesterday|on [a-z]+day))*"
    r"\s+(?:said|says|say|reported|reports|announced|confirmed|claimed|stated|added|alleged|"
    r"declared|revealed|disclosed|indicated|noted|explained|"
    rf"told (?:[{LATIN}'-]+ ){{0,3}}?[{LATIN}'-]+)"
    r"(?:\s+(?:today|yesterday|earlier|later|here|on [a-z]+day))*(?: that)?(?-u:\b)"
)
# "The army said a bomb killed nine": no deed of its own; nor of the police's, what a drone did.
SAID_A = (
    r"(?i)^ (?:said|says|reported|confirmed|added|stated)(?: (?:that|today|yesterday|earlier|later|"
    r"on [a-z]+day))* (?:an?|another|two|three|four|five|several|[0-9]+) (?:[a-z-]+ ){0,2}?"
)
SAID_A_BOMB = (
    rf"{SAID_A}(?:bombs?|bombings?|explosions?|blasts?|landmines?|mines?|explosives?|devices?|"
    r"grenades?)(?-u:\b)"
)
SAID_A_WEAPON = (
    rf"{SAID_A}(?:missiles?|drones?|rockets?|shells?|mortars?|(?:air ?)?strikes?|attacks?|raids?|"
    r"bombardments?)(?-u:\b)"
)
POLICE = r"(?i)(?-u:\b)police(?:m[ae]n)?(?-u:\b)"
# What no more than carries on what who speaks did: "said it had killed nine", "admitted killing".
OF_THEIRS = (
    r"(?i)^(?:[\s,\x{201c}\"']|(?-u:\b)(?:that|to|it|they|we|he|she|i|ha[ds]|have|having|been|"
    r"also|already|later|then|on|today|yesterday|[a-z]+day|been able|managed)(?-u:\b))*$|"
    r"^[\s,\x{201c}\"']*(?:that |in an? [a-z]+ )?(?:it|they|we|he|she|i|responsibility|"
    r"credit)(?-u:\b)|"
    r"(?-u:\b)(?:its|their|our|his|her|own)(?-u:\b)"
)
# "Said the raid killed nine", where raids are the speaker's.
OF_THINGS = (
    r"(?i)(?-u:\b)(?:(?:air)?strikes?|attacks?|raids?|operations?|offensive|shell(?:s|ing|fire)?|"
    r"bombs?|bombings?|bombardments?|blasts?|explosions?|rockets?|missiles?|mortars?|drones?|jets?|"
    r"planes?|aircraft|warplanes?|helicopters?|artillery|gunships?|fire)(?-u:\b)"
)
# "The army arrived after an angry mob attacked the mosque"
OF_UNKNOWN = (
    r"(?i)(?-u:\b)(?:after|before|because|since|when|while|where|until|as|how|that)\s+"
    r"(?:an?|the|some|several)\s+(?:[a-z-]+\s+){1,2}$"
)
# Characters of the subject of what is said.
SUBJECT = 40


def tells_of_others(told: pl.Expr) -> pl.Expr:
    """Whether what is told behind a word of saying, up to a deed, names somebody else who does it,
    neither whoever speaks nor a weapon or an operation that may be theirs."""
    return ~told.str.contains(OF_THEIRS) & ~told.str.head(SUBJECT).str.contains(OF_THINGS)
