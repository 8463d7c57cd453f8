"""Words by which a sentence goes on with the deed that the one before it tells."""

# What may go on: "Two drivers were killed", told of no other event.
GOING_ON = ("casualty_passive", "casualty_died", "casualty_reduced")
# "Among the dead were two nurses", "they put the toll at nine", "there were 40 casualties": of an
# attack, not of any harm told before.
TOLLS, LOSSES = (
    ("casualty_among_dead", "casualty_part_of_dead", "casualty_toll"),
    ("casualty_deaths", "casualty_some"),
)
OF_MORE = (
    r"(?i)(?-u:\b)(?:war|conflict|fighting|clashes|offensive|campaign|years?|months?|weeks?|quake|"
    r"earthquake|floods?|storm|fire|crash|crackdown|uprising|unrest|protests|total|overall|graves?|"
    r"decompos[a-z]+|morgues?)(?-u:\b)"
)
# "Nine deaths were reported", "the bodies of nine people were found"; not in a mass grave.
THERE_WERE = (
    r"(?i)^(?:in (?:this|that|the) [a-z]+, )?(?:there (?:were|are|have been|was|is)|"
    r"(?:at least |about |some |more than )?[0-9a-z-]+ (?:people )?casualties|casualties|"
    r"(?:[^,.;:]{1,60} (?:said|reported|confirmed)(?: that)? )?"
    r"(?:at least |about |some |more than |so far )*(?:[0-9a-z-]+ (?:[a-z]+ )?(?:deaths|killings|"
    r"fatalities)|(?:the )?(?:[0-9a-z-]+ )?(?:charred |burned |burnt |lifeless )*bodies) "
    r"[^;:]{0,60}?(?:were|have been|had been) (?:also |later |since |so far )*(?:reported|recorded|"
    r"registered|confirmed|found|recovered|retrieved|counted|pulled|brought|taken|buried|dumped)|"
    r"(?:the )?(?:rescuers|rescue (?:workers|teams|crews)|residents|volunteers|medics|firefighters|"
    r"emergency (?:workers|services|crews)|they|locals|villagers) (?:have |had |later |also |so |"
    r"far )*(?:pulled|recovered|found|retrieved|counted|dug|collected) (?:out )?(?:at least |"
    r"about |more than )?(?:the )?(?:[0-9a-z-]+ )?(?:charred )?(?:bodies|dead|corpses))(?-u:\b)|"
    # "At least 28 fatalities."
    r"^(?:at least |about |up to |an estimated )?[0-9a-z-]+ (?:civilian )?(?:fatalities|deaths)"
    r"(?: reported)?\W*$"
)
# "The raid killed two", "officials said the blast had killed two": what was told of before.
SAID = (
    r"^(?:[^.;:]{1,90}? (?:said|reported|confirmed|added|stated|announced|says|reports|adds)"
    r"(?: (?:on )?(?:[a-z]+day|today|yesterday))?,? (?:that )?)?"
)
STRIKING = (
    r"raids?|(?:air |drone |missile )?strikes?|air ?strikes?|attacks?|assaults?|bombings?|shelling|"
    r"bombardments?|ambush|shooting|barrage|(?:military )?action|onslaught|incursion|offensive|"
    r"siege|rampage|incident"
)
BLAST = (
    r"explosions?|blasts?|detonation|bombs?|devices?|explosives?|drones?|missiles?|rockets?|shells?|"
    r"projectiles?|munitions?|mortars?|debris"
)
DID = (
    r"(?: also| had| has| have)* (?:killed|wounded|injured|left|claimed|caused|resulted in|"
    r"inflicted)(?-u:\b)"
)
IT_DID = (
    rf"(?i){SAID}(?:(?:the (?:strength|force) of )?(?:the|that|this|these|our) (?:{STRIKING}){DID}|"
    rf"the (?:first|second|third|other|latter|former)(?: one)?{DID}|"
    rf"the results? of (?:the|that|this) (?:{STRIKING}) (?:was|were)(?-u:\b))"
)
BLAST_DID = rf"(?i){SAID}(?:the|that|this|these) (?:{BLAST}){DID}"
BLASTS = (
    "Air/drone strike", "Grenade", "Remote explosive/landmine/IED",
    "Shelling/artillery/missile attack", "Suicide bomb",
)  # fmt: skip
# "As a result of this action, two were killed", "as a result, ...": of what was told before.
AS_A_RESULT = (
    r"(?i)^as a (?:result|consequence)(?:,| of (?:the|that|this|these) (?:[a-z-]+ (?:and )?){0,2}?"
    rf"(?:{STRIKING}|{BLAST}|operation|incident),?) "
)
# "The ambush caused nine casualties", "it killed six": of those who were ambushed.
AMBUSH = (
    r"(?i)(?-u:\b)(?:ambush|convoys?(?-u:\b)|patrols?(?-u:\b)|columns?(?-u:\b)|motorcade|"
    r"(?:police|army|military|troop|armou?red|government) (?:vans?|trucks?|vehicles?|carriers?|"
    r"buses|bus|pick-?ups?|cars?)(?-u:\b))"
)
# "Four were killed and five injured", "eight died on the spot"
BARE_ONES = (
    r"(?i)^(?:at least |about |some |around |up to )?(?:[0-9,]+|one|two|three|four|five|six|seven|"
    r"eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
    r"twenty|dozens|several|both|many)(?: of them)? (?:were|was|have been|had been|has been|died|"
    r"lost their lives)(?-u:\b)"
)
BARE = (
    r"(?i)(?-u:\b)(?:killed|wounded|injured|caused|resulted in|left|inflicted|was|were) "
    r"(?:at least |about |some |an estimated )?(?:[a-z]+|[0-9,]+)"
    r"(?: (?:casualties|deaths|dead|killed|wounded|injured|and(?: [a-z0-9]+)?)){0,5}\W*$"
)
# "Russia fired 40 drones": what "the drones killed" goes on from.
WEAPONS = (
    r"(?i)(?-u:\b)(?:drones?|missiles?|rockets?|shell(?:s|ed|ing)|mortars?|bomb(?:s|ed|ing)?|"
    r"grenades?|artillery|explosives?)(?-u:\b)"
)
# "Another strike killed two": by the same, wherever it was.
ANOTHER = (
    r"(?i)^(?:Another|A (?:second|third|further)|Two (?:more|other|further)) "
    r"(?:(?:air|drone|missile|rocket|artillery) )?(?:strikes?|airstrikes?|shells?|missiles?|"
    r"drones?)(?-u:\b)"
)
# "The army made air strikes. A jet bombed a school, killing two": one of its jets.
WEAPON_DID = (
    r"(?i)^(?:One|An?|The|Two|Three|Several)(?: [\w-]+){0,2} "
    r"(?:(?:jets?|warplanes?|planes?|aircraft|helicopters?|gunships?|paragliders?|paramotors?|"
    r"gyrocopters?)(?: [a-z]+){0,5}? (?:bombed|strafed|dropped|struck|fired)|"
    r"(?:drones?|missiles?|rockets?|shells?|bombs?|mortar rounds?) (?:also |then |later )?"
    r"(?:hit|struck|landed|fell|slammed|killed|wounded|injured))(?-u:\b)|"
    # "Shrapnel killed a farmer", "a direct hit on a house killed nine"
    r"^(?:(?:shrapnel|debris|fragments|splinters|flying glass|falling masonry)"
    r"(?: from [^,.;]{1,40})?|an? direct hit on [^,.;]{1,40}) (?:also |later )?"
    r"(?:killed|wounded|injured|hit|struck|hurt)(?-u:\b)"
)
ILLS = "cholera|malaria|measles|disease|illness|hunger|starvation|thirst|drown(?:ed|ing)"
OTHER_DEED = (
    r"(?i)(?-u:\b)(?:separate(?:ly)?|elsewhere|meanwhile|earlier|later|clash(?:es|ed)?|by|in an?|"
    r"(?:on|from) (?:both|either|all) sides|"
    r"battles?|fighting|(?:fire|gun)[ -]?(?:fight|battle)s?|shoot-?outs?|cross-?fire|"
    rf"{ILLS}|mines?|landmines?|ieds?|roadside|"
    r"another (?:attack|incident|raid|strike)|when|after|as|across|throughout|since|so far|"
    r"in (?:all|total|january|february|march|april|june|july|august|september|october|november|"
    r"december)|this (?:month|year))(?-u:\b)"
)
MORE = r"(?i)(?-u:\b)(?:others?|more|also|another)(?-u:\b)"
# "As of Monday, two people are known to have died", "by the time they left, nine were dead"
AS_OF = (
    r"(?i)^(?:as of [^,.;]{1,40}|by (?:the time|the end|late|early|dawn|sunrise|daybreak|morning|"
    r"noon|midday|afternoon|evening|nightfall|sunset|dusk|night|midnight|[a-z]+day)"
    r"(?: [^,.;]{1,40})?), "
)
# "The two were killed as they left a church": those told of before. So "we repeat: two were".
THE_SAME = (
    r"(?i)^(?:(?:the (?:two|three|four|five|six|seven|eight|nine|ten|[0-9]+|pair|victims?|couple)|"
    r"both)(?: [a-z]+)? (?:was|were) |(?:we|i) repeat[:,.] )"
)
AS_THEY = (
    r"(?i)(?-u:\b)(?:(?:as|when|while) (?:they|he|she|their [a-z]+) (?:were |was )?"
    r"(?:[a-z]+(?:ing|ed|t)|ran|fled|stood|drove|rode|ate)|while [a-z]+ing)(?-u:\b)"
)
# "Two were killed in an orchard": a spot where the attack hit, and no other deed.
AT_A_SPOT = (
    r"(?i) in an? (?:[a-z-]+ )?(?:orchard|house|home|flat|field|car|shop|street|school|bus|market|"
    r"garden|basement|shelter|apartment|kitchen|building|tent|hut|courtyard|mosque|church|queue|"
    r"cafe|restaurant|hospital|yard|vineyard|greenhouse)(?:[,.;]|$| (?:in|on|near|at|and) )"
)
PASSERS = "(?i)passers?-?by"
# "when shells landed on a home", "after the roof fell in": what the attack did.
WHEN_IT_HIT = (
    r"(?i)(?-u:\b)(?:when|as|after) (?:the |an? |their |his |her |its |one of the |some of the |"
    r"several |two |three )?(?:shells?|shrapnel|bullets?|missiles?|rockets?|mortar rounds?|bombs?|"
    r"roof|walls?|ceiling|buildings?|houses?|homes?|debris|vehicles?|cars?|trucks?|bus|boat|"
    r"tents?|shelters?) (?:was |were |had been )?(?:hit|struck|landed|fell|collapsed|exploded|"
    r"caved|pierced|ripped|tore|slammed|crashed|caught fire|burned|targeted|shelled|bombed)(?-u:\b)"
)
# "Nine have been killed so far", "have since been executed": since the attack.
UP_TO_NOW = (
    r"(?i) so far(?-u:\b)|(?-u:\b)(?:has|have) since (?-u:\b)|"
    r"(?-u:\b)by (?:late |early )?(?:[a-z]+day|midnight|dawn|dusk|nightfall|noon|sunset|sunrise|"
    r"evening|morning|the (?:end|evening|morning|afternoon|time))(?-u:\b)|"
    r"(?-u:\b)later(?: that day)? (?:found|recovered|discovered|pulled|retrieved|died|succumbed)"
)
# "Three other rebels were killed in a clash in X": by the army that killed those told before.
MORE_REBELS = (
    r"(?i)(?-u:\b)(?:another|[a-z0-9]+ (?:other|more)) (?:[a-z-]+ )?(?:rebels?|guerrillas?|"
    r"militants?|insurgents?|terrorists?|jihadists?|extremists?|subversives?|bandits?) w(?:as|ere) "
)
BY = r"(?i)(?-u:\b)(?:by|bomb|mine|explosion|accident|suicide)(?-u:\b)"
LONGEST = 160
# ", the ministry said in a statement", ", a doctor told AFP by telephone": who speaks, and how.
SAID_SO = (
    r"(?i)[,;] [^,;]{2,80} (?:said|says|told|added|reported|confirmed|announced|wrote|stated)"
    r"(?-u:\b)[^;]*$|^according to [^,;]{2,80}, "
)
# Who took a town did what goes on behind it, where he took it in truth.
TAKEN, BESIEGING = ("captured", "recaptured"), "territory_siege"
NOT_DONE = (
    r"(?i)(?-u:\b)(?:want|plan|vow|threat|prepar|seek|sought|try|tried|trying|attempt|fail|den(?:y|i)|"
    r"hop(?:e|ing)|will|would|could|might|should|must|not|never|if|unless|without a)[a-z]*(?-u:\b)"
)
KEY = ["article_id", "passage_no", "sentence_no"]
# "Two schools and a clinic were destroyed.", "Residents fled into the bush.", "It hit a house."
DAMAGED = (
    r"(?i)^[^.;:]{1,120} (?:was|were|(?:has|have|had) been)(?: also| partly| badly| completely)* "
    r"(?:destroyed|damaged|burne?[dt](?: down| out)?|set on fire|set ablaze|torched|looted|"
    r"ransacked|ruined|levell?ed)(?: (?:in|at|near|and) [^.;:]{1,60})?\W*$|"
    r"^(?:(?:hundreds|thousands|dozens|scores|many|most|some|several|terrified|panicked)(?: of)? )*"
    r"(?:the )?(?:panic|chaos|fear|smoke|residents|villagers|people|families|civilians|locals|"
    r"inhabitants|shoppers|"
    r"worshippers|passengers|shops|windows|houses|homes|(?:heavy |loud )*(?:gunfire|explosions?|"
    r"gunshots|shooting|blasts?)|they|it|the (?:fighters|men|gunmen|attackers|assailants|raiders|"
    r"shooting|attack|assault|raid|missile|rocket|drone|bomb|shell|blast|explosion|building|house|"
    r"fighting|battle)) [^.;:]{1,110}\W*$"
)
# What ends a scene: "They withdrew on Monday", "It was the third attack this month".
PARTS = (
    r"(?i)(?-u:\b)(?:but|however|meanwhile|elsewhere|separate(?:ly)?|earlier|later|last|previous|"
    r"next|following|another|second|third|fourth|since|not|never|no|army|troops|soldiers|police|"
    r"militia|rebels|militants|insurgents|jihadists|gunmen who|clash[a-z]*|days?|weeks?|months?|"
    r"years?|[a-z]+day)(?-u:\b)"
)
# "Five soldiers died when their truck overturned": of no deed.
MISHAP = (
    r"(?i)(?-u:\b)(?:overturned|capsized|crashed|collided|derailed|skidded|plunged|drowned|sank)"
    r"(?-u:\b)"
)
ARRESTED = r"(?i)(?-u:\b)(?:arrest|detain)(?:ed|ing)(?-u:\b)"
PEACEKEEPERS = "peacekeepers"
# "They attacked X and inflicted nine casualties on the enemy": on those attacked.
ON_OTHERS = r"(?i)(?-u:\b)(?:inflict[a-z]*|enem(?:y|ies))(?-u:\b)"
