"""The grammar of attacks and fighting: what stands around their words, and who goes where."""

from pipelines.transforms.text.grammar.attachment import PITTING
from pipelines.transforms.text.places.peoples_land import LAND
from pipelines.transforms.text.territory.grammar import rules_of, table

BY_WAY = r"(?i)^[a-z\s]{0,20} by (?:land|sea|air|night|day|surprise|mistake|force)(?: and [a-z]+)?"
NOUNS = ("event", "meeting", "deed", "campaign")
POST_AFTER = (
    r"(?i)^\s+(?:[a-z'\x{2019}-]+\s+){0,7}?(?:strongholds?|bases?|camps?|posts?|positions?|outposts?|"
    r"checkpoints?|headquarters|bunkers?|trench(?:es)?|hideouts?|garrisons?|barracks|hills?)(?-u:\b)"
)
RECIPROCAL = ("meet", "meeting")
OF_HARM = ("slay", "slain", "deed")
# Weapons that are units to the rest of the road.
WEAPON = (
    r"(?i)^(?:(?:[a-z]+ (?:and )?)?(?:bombs|rockets|shells|missiles|mortars|drones|grenades|"
    r"torpedo(?:e?s)?|mortar (?:round|shell)s?|missiles?|gunshots|shots|"
    r"explosive (?:devices|charges)))$"
)
# A verb that lends its subject to the noun after it: "launched an attack".
SUPPORT = (
    r"(?i)(?-u:\b)(?:engag(?:e[sd]?|ing)|launch(?:e[sd]|ing)?|carr(?:ied|ies|ying) out|"
    r"conduct(?:s|ed|ing)?|stag(?:e[sd]|ing)|mount(?:s|ed|ing)?|unleash(?:e[sd]|ing)?|made|makes|"
    r"making|beg[ai]n(?:s|ning)?|begun|"
    r"start(?:s|ed|ing)?|resum(?:e[sd]|ing)|led|leads|leading|commit(?:s|ted|ting)?|"
    r"intensif(?:y|ies|ied|ying)|step(?:s|ped|ping) up|continu(?:e[sd]|ing)|renew(?:s|ed|ing)?|"
    r"wag(?:e[sd]|ing)|press(?:e[sd]|ing)?|repeated|"
    r"claim(?:s|ed|ing)? (?:(?:responsibility|credit)(?: [a-z0-9]+){0,3} for|an?|the|both|two|"
    r"(?:suicide|drone|rocket|missile|"
    r"deadly|bomb|car bomb|mortar|gun))|"
    r"(?:is|was|were|are) (?:behind|responsible for|to blame for)|"
    r"perpetrat(?:e[sd]|ing)|execut(?:e[sd]|ing)|"
    r"respond(?:s|ed|ing)? with|retaliat(?:es|ed|ing) with|"
    r"kept up|keeps up|keeping up|took part in|participated in|"
    r"open(?:s|ed|ing)?)\s+(?:[A-Za-z0-9'\x{2019}.-]+\s+){0,6}$"
)
KINDS_OF_ATTACK = (
    "air", "drone", "rocket", "missile", "artillery", "mortar", "tank", "suicide", "bomb", "ground",
    "night", "overnight", "dawn", "deadly", "major", "heavy", "fresh", "new", "massive", "surprise",
    "cross-border", "military", "coordinated", "complex", "insider", "retaliatory", "large-scale",
    "fierce", "intense", "indiscriminate", "sustained", "repeated", "recent", "latest", "daily",
    "twin", "double", "gun", "arson", "terror", "terrorist", "sniper", "machete", "naval", "aerial",
)  # fmt: skip
OWNER_BETWEEN = (
    rf"(?i)^['\x{{2019}}]?s?\s+(?:claims?\s+)?(?:(?:{'|'.join(KINDS_OF_ATTACK)})\s+){{0,2}}$"
)
# "Accused X of shelling Y", "of repeated attacks on Y"; "X was blamed for the attack"
ACCUSED_OF_BETWEEN = (
    r"(?i)^\s+(?:(?:(?:was|were|is|are|(?:has|have|had) been)\s+)?(?:(?:also|widely|later)\s+)?"
    r"(?:blamed|accused|suspected|believed|thought|said|alleged)\s+)?(?:(?:of being|to be|to "
    r"have been)\s+)?(?:behind|responsible for|of|for)\s+(?:(?:carrying out|staging|launching|the|"
    r"an?|several|two|three)\s+)*"
    rf"(?:(?:{'|'.join(KINDS_OF_ATTACK)})\s+){{0,2}}(?:[a-z]+(?:ly|ed|al)\s+)?$"
)
ATTACK_BETWEEN = (
    r"(?i)^\s+(?:[a-z-]+\s+){0,3}?(?:attacks?|strikes?|airstrikes?|raids?|ambush(?:es)?|bombings?|"
    r"blasts?|shootings?|assaults?|massacres?|shelling|explosions?|siege|bombs?)\s+$"
)
# "Rebels raid an army post": a noun that is the verb of a headline.
HEADLINE_BETWEEN = r"(?i)^\s+(?:the |a |an )?(?:[a-z-]+ )?$"
# "Rebels engaged peacekeepers in a firefight"
IN_BETWEEN = r"(?i)^\s+in\s+(?:[a-z]+\s+){0,4}$"
# "The bombing of the town"; of a party it may be by it as well.
OF_BETWEEN = r"(?i)^\s+of\s+(?:(?:the|a|an|its|their|several|some|many)\s+)?(?:[a-z-]+\s+)?$"
# "They ambushed a patrol of the army", "a truck belonging to a militia was hit"
OF_THING = (
    r"(?:convoys?|patrols?|columns?|vehicles?|trucks?|cars?|jeeps?|buses|bus|tanks?|helicopters?|"
    r"planes?|ships?|boats?|ambulances?|units?|teams?|groups?|positions?|posts?|outposts?|"
    r"checkpoints?|roadblocks?|bases?|camps?|barracks|garrisons?|headquarters|offices?|homes?|"
    r"houses?|hideouts?|strongholds?|depots?|warehouses?|hotels?|compounds?|buildings?)\s+"
    r"(?:of|from|belonging to|(?:manned|used|guarded|run|owned|held|occupied) by|full of|carrying|"
    r"transporting|(?:filled|loaded|packed|crowded) with)\s+"
    r"(?:(?:the|a|an|its|their)\s+)?(?:[a-z-]+\s+){0,2}$"
)
THING_HIT = rf"(?i)^\s+(?:[a-z0-9'\x{{2019}}-]+\s+){{0,4}}?{OF_THING}"
ON_THING_HIT = (
    rf"(?i)^\s+(?:(?:on|at|against|upon)\s+)?(?:[a-z0-9'\x{{2019}}-]+\s+){{0,4}}?{OF_THING}"
)
OWNERS_LEAD = ("of", "from", "to", "by")
# "They retook the village after days of fighting"
AFTER_BETWEEN = r"(?i)(?-u:\b)(?:after|following|amid|during|despite|in)\s+(?:[a-z0-9-]+\s+){0,4}$"
# "Fought a fire", "shot a stray dog", "fired a salute", "opened fire on the plan"
NO_WAR = (
    r"(?i)^(?:fought|fight(?:s|ing)?|battl(?:e[sd]?|ing)) (?:an? |the |back )?(?:[a-z-]+ )?"
    r"(?:fires?|blazes?|wildfires?|flames|floods?|cholera|ebola|malaria|corruption|inflation|"
    r"poverty|hunger)"
    r"(?-u:\b)|^sho(?:t|ots?|oting) (?:dead )?"
    r"(?:(?:an?|the|two|three|several|[0-9]+) )?(?:[a-z]+ )?(?:dogs?|lions?|bears?|elephants?|"
    r"crocodiles?|leopards?|buffalo(?:es)?|robbers?|thie(?:f|ves)|burglars?)(?-u:\b)|"
    r"^(?:fired|open(?:ed|s)? fire)(?: on| at)? (?:an? |the )?(?:blanks?|salutes?|flares?|"
    r"proposals?|plans?|ideas?|budgets?|bills?)(?-u:\b)|"
    # "Fired its coach", "fired a barrage of insults"
    r"^fired (?:(?:an?|the|its|his|her|their) )?(?:[a-z]+ ){0,2}?(?:coach|trainer|manager|"
    r"ministers?|chief|director|judges?|officials?|ambassador|"
    r"(?:of|with) (?:insults?|questions|criticisms?|accusations?|threats|words))(?-u:\b)"
)
# "Troops repelled an attack by militants": the attack took place, on the troops.
REPELLING = (
    r"(?i)(?-u:\b)(?:repel(?:s|led|ling)?|repuls(?:e[sd]?|ing)|beat(?:s|en|ing)? back|"
    r"f(?:igh|ough)t(?:s|ing)? off|fend(?:s|ed|ing)? off|push(?:es|ed|ing)? back|"
    r"ward(?:ed|ing)? off)"
)
REPELLED_BETWEEN = rf"{REPELLING}\s+(?:[a-z0-9-]+\s+){{0,4}}$"
BLAMED_BETWEEN = (
    r"(?i)(?-u:\b)(?:(?:the )?work of|blamed on|attributed to|claimed by|carried out by)\s+"
    r"(?:[a-z-]+\s+){0,3}$"
)
# "A patrol was the target of an attack", "was subjected to heavy shelling"
TARGET_OF_BETWEEN = (
    r"(?i)^[^;:]{0,60} (?:was|were|is|are|became|become|been) (?:[a-z]+ly |also |again )?"
    r"(?:(?:the )?(?:targets?|objects?|victims?|subjects?|scene) of|subjected to|exposed to)\s+"
    r"(?:[a-z0-9-]+\s+){0,4}$"
)
# "An attack condemned by Y", "an operation supported by Y"
HELPED_OR_TOLD = (
    r"(?:supported|backed|financed|funded|condemned|denounced|confirmed|reported|announced|denied|"
    r"mourned|investigated|witnessed|filmed)"
)
# "An attack on X was repelled by Y", "before being driven out by Y": done by Y, and no attack.
# Nor was one "in an area disputed by Y" Y's.
OTHERS_BETWEEN = (
    r"(?i)(?-u:\b)(?:before|until|being|was|were|been)(?-u:\b)|"
    rf"(?-u:\b){HELPED_OR_TOLD}\s+by(?-u:\b)|"
    r"(?-u:\b)(?:disputed|contested|controlled|ruled|dominated|held|occupied|owned|patrolled|"
    r"inhabited|frequented)\s+by(?-u:\b)"
)
# "The raid targeted a camp of men led by X": they were not who raided it.
HIT_BETWEEN = (
    r"(?i)^\s+(?:(?:also|has|had) )?(?:targets?|targeted|hit|hits|struck|destroyed)(?-u:\b)"
)
# "Killed at a farm owned by X": no deed of X's.
OWNED_BY = (
    r"(?i)(?-u:\b)(?:owned|run|headed|inhabited|occupied|used|controlled|commanded|manned|guarded|"
    r"protected|operated|built|frequented|visited|organi[sz]ed|sponsored|published|held|"
    rf"accompanied|surrounded|rented|{HELPED_OR_TOLD}|"
    r"arrests? (?:was|were|had been|have been) made)\s+by\s|"
    # "and the town was later taken by X"
    r"(?-u:\b)(?:and|but|before|while)(?-u:\b)[^.;]*(?-u:\b)(?:taken|seized|occupied|retaken|recaptured|"
    r"overrun|visited|reopened|relieved|replaced|arrested|detained|rescued)(?: over)? by\s"
)
THEIRS_BETWEEN = (
    r"(?i)(?-u:\b)(?:carried out|launched|staged|mounted|claimed|perpetrated|committed|conducted|"
    r"led|made|begun|blamed|fired|waged|ordered)(?-u:\b)"
)
AND_BETWEEN = r"(?i)(?-u:\b)(?:and|vs\.?|versus)(?-u:\b)"

# What an attack noun is said to have done, so that it took place.
OCCURS_AFTER = (
    r"(?i)^\s+(?:[a-z]+\s+){0,4}?(?:(?:was|were|has|have|had)\s+(?:been\s+)?(?:[a-z]+ly\s+)?)?"
    r"(?:hit|hits|struck|strikes?|target(?:s|ed)?|rock(?:s|ed)?|destroy(?:s|ed)|damag(?:es|ed)|"
    r"took place|take place|occurr?(?:s|ed)?|happen(?:s|ed)|continu(?:e|es|ed)|resum(?:e|es|ed)|"
    r"reported|beg[au]n|broke out|ripped|tore|went off|explod(?:es|ed)|pound(?:s|ed)|shook|shakes?|"
    r"carried out|launched|rain(?:s|ed)|fell|landed|erupted|intensified|killed|wounded|injured|"
    r"sets? (?:fire|ablaze|[^.;:]{2,60} (?:ablaze|alight|on fire))|flatten(?:s|ed)|hammer(?:s|ed)|"
    r"raged)(?-u:\b)"
)
# Damage that it did, however long its own name is.
DAMAGED_AFTER = (
    r"(?i)^\s+(?:[a-z.'\x{2019}-]+\s+){0,12}?(?:has |have |had )?"
    r"(?:(?:caused|damaged|destroyed|shattered|wrecked|gutted)(?-u:\b)|"
    r"(?:spark|ignit|trigger|start)(?:s|es|ed) (?:(?:an?|the|huge|big|massive|large|major) )*"
    r"(?:fires?|blazes?|infernos?)(?-u:\b))"
)
# 'Attacked' means violence where a weapon is named; 'struck' and 'hit' may mean much else.
ATTACKED = r"(?i)^(?:attack|assault|raid|storm)"
# "Attacked near the town of X", "attacked in the direction of X"
NEAR_BETWEEN = (
    r"(?i)^ (?:again |also |repeatedly )?(?:near|in|at|around|outside|along|between|from|"
    r"(?:(?:north|south)(?:-?(?:east|west))?|east|west)(?:ern)?(?: of)?) "
    r"(?:(?:the|area|areas|vicinity|direction|outskirts|town|city|village|settlement|villages|"
    r"towns|settlements|sector|sectors|district|of|northern|southern|eastern|western|central) )*$"
)
# A country strikes another's town; it strikes deals, blows and poses as well.
STRIKING = (
    r"(?i)^(?:str(?:uck|ikes?|iking)|hit(?:s|ting)?|(?:pound|hammer|batter|pummel|attack|target|"
    r"raid|shell|bomb)(?:ed|s|ing)?)$"
)
# "Ukrainian cities", "Lebanese soil", "its forces", right behind such a verb.
ON_LAND = (
    rf"^\s+(?:(?:[a-z]+\s+)?\p{{Lu}}\p{{L}}+(?:[ -]\p{{Lu}}\p{{L}}+)? (?i:{LAND})|"
    r"(?i:its|their) (?:[a-z]+ )?(?i:forces|troops|soldiers|positions|territory|cities|towns|"
    r"ships?|aircraft|bases?|airfields?|power plants?|energy [a-z]+))(?-u:\b)"
)
# "Hit the bank with sanctions", "struck by a flood"
UNARMED_AFTER = (
    r"(?i)^[^.;]{0,60}?\s(?:with|by)\s+(?:[a-z0-9'-]+\s+){0,4}?(?:sanctions|tariffs?|dut(?:y|ies)|"
    r"tax(?:es)?|fines?|penalt(?:y|ies)|charges|lawsuits?|bans?|embargo(?:es)?|inflation|"
    r"shortages?|floods?|flooding|storms?|earthquakes?|quakes?|cyclones?|hurricanes?|typhoons?|"
    r"droughts?|famine|heatwaves?|lightning|landslides?|epidemics?|outbreaks?|cholera|measles|"
    r"scandals?|desertions?|defections?|criticism|protests|layoffs|allegations|boycotts?)(?-u:\b)"
)
OCCURS_BEFORE = (
    r"(?i)(?-u:\b)(?:there (?:was|were|has been|have been|is|are)|reported|reports of|"
    r"surviv(?:e[sd]?|ing)|escap(?:e[sd]?|ing)|came after|after|following|during|amid|in|by|when|"
    r"claim(?:s|ed|ing)? (?:responsibility|credit) for|(?:no|nobody|no one|no [a-z]+)"
    r"(?: (?:has|have))?(?: (?:yet|so far))? claimed|claims? of responsibility for|"
    r"(?:den(?:y|ies|ied)|reject(?:s|ed)|disown(?:s|ed)) (?:any )?(?:role in|involvement in|"
    r"part in|responsibility for)|condemn(?:s|ed|ing))\s+(?:[a-z0-9'\x{2019}-]+\s+){0,3}$"
)

# What may part an attack's word from the place that it hits.
AIM_BETWEEN = (
    r"(?i)^\s+(?:(?:targets?|targeted|targeting|hits?|strikes?|struck|pounds?|pounded|rocks?|rocked|"
    r"shook|shakes|destroys?|destroyed|on|at|against|of)\s+)?(?:(?:the|both|all|areas?|parts?|"
    r"villages?|town|city|suburbs?|outskirts|countryside|district|province|region|centre|center|"
    r"positions|of|in|near|northern|southern|eastern|western|central|north|south|east|west)\s+)*$"
)
# Before a place that stands ahead of the attack's word.
SCENE_BEFORE = (
    r"(?i)(?-u:\b)(?:in|at|near|inside|outside|on|across|around|throughout|of)\s+"
    r"(?:(?:the|northern|southern|eastern|western|central|nearby|neighbou?ring)\s+){0,2}"
    r"(?:[A-Za-z'\x{2019}-]+,\s+){0,2}$"
)

LEADS_OF_AIM = ("at", "on", "into", "towards", "toward", "against", "onto", "upon")

LEADS_OF_OTHERS = ("by", "with", "to", "on", "for", "at", "against", "between", "over")

ACTING = ("do", "seize", "slay", "fire", "blast", "throw")
SUFFERING = ("done", "slain", "endure")
AIMED = ("fire", "fired", "throw", "thrown", "event", "campaign")

ATTACK_RULES = table(
    # rebels attacked a base; a base was attacked by rebels
    rules_of("initiator", ACTING, "left", ("none", "pronoun"), 0, 12, True),
    rules_of("initiator", ("meet", *NOUNS), "left", ("none", "pronoun"), 2, 12, True),
    rules_of("initiator", ("meet", *ACTING), "left", ("of", "from"), 4, 8, True),
    # with rebels launching attacks
    rules_of("initiator", ("event",), "left", ("with",), 4, 8, True),
    # an attack by men who threw a grenade
    # shelled the columns that attacked X
    rules_of("initiator", ACTING, "left", LEADS_OF_OTHERS, 4, 3, True),
    rules_of("initiator", (*SUFFERING, "fired", "thrown", "blasted"), "right", ("by",), 0, 10),
    rules_of("initiator", ("event", "deed", "campaign", "throw"), "right", ("by",), 0, 10),
    rules_of("initiator", ("event",), "right", ("of", "on", "to"), 0, 10),
    # an attack claimed by rebels
    rules_of("initiator", ("event",), "right", ("none",), 1, 5),
    rules_of("initiator", ("endure", "thrown"), "right", ("from",), 2, 4),
    rules_of("initiator", RECIPROCAL, "right", ("between", *PITTING), 0, 3),
    rules_of("target", ("do", "seize", "slay"), "right", ("none", "of", "part"), 0, 5),
    rules_of("target", ("do", "slay"), "right", ("from", "to", "by", "with"), 1, 5),
    rules_of("target", ("done", "slain"), "left", OWNERS_LEAD, 1, 5),
    rules_of("target", SUFFERING, "left", ("none", "pronoun"), 0, 8, True),
    rules_of("target", AIMED, "right", LEADS_OF_AIM, 0, 6),
    rules_of("target", ("fire",), "right", ("none",), 2, 3),
    # a bomb exploded at an army post
    rules_of("target", ("blast", "blasted"), "right", ("at", "on", "under", "inside"), 0, 4),
    # opened fire on a patrol of X, an attack on a convoy of X
    rules_of("target", ("fire", "event"), "right", ("of", "from"), 1, 7),
    rules_of("target", ("fired",), "left", ("none", "pronoun"), 2, 6, True),
    rules_of("target", ("event", "campaign"), "right", ("of",), 0, 3),
    rules_of("target", ("event",), "right", ("none",), 5, 2),
    rules_of("target", ("event",), "left", ("none", "pronoun"), 0, 12, True),
    rules_of("target", ("deed",), "right", ("none",), 0, 3),
    # clashes between A and B; A and B clashed
    rules_of("target", RECIPROCAL, "right", ("with", "against"), 0, 8),
    rules_of("target", RECIPROCAL, "right", ("none",), 3, 8),
    rules_of("target", RECIPROCAL, "right", ("between",), 4, 8),
    rules_of("target", RECIPROCAL, "left", ("none",), 6, 6, True)
)  # fmt: skip
