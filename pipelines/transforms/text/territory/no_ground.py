"""Words of taking and losing that tell of no ground: "the capture of three rebels", "the besieged
town", "it fell on the highway"."""

from collections.abc import Iterator

import polars as pl

from pipelines.transforms.text.territory.frames import HELD_PREFIX

# Before a participle that only describes: "the besieged town", "in recently captured Kherson"; what
# troops "recently captured" they did.
DESCRIBING_BEFORE = (
    r"(?i)(?:^recently\s+|(?-u:\b)(?:the|an?|in|of|from|to|on|at|near|for|into|around|its|their|his|"
    r"newly|formerly|once|long|across|through|between|towards?)\s+(?:recently\s+)?)$"
)
DESCRIBING = (
    "vp",
    "vp_weak",
    "siege_vp",
    "siege_vp_weak",
    "ctl_vp",
    "ctl_vp_weak",
    "yield_vp_weak",
)
SCORE_AFTER = r"^\s+(?:by\s+)?\d+\s?-\s?\d+"
# "The helicopter was hit; it fell on the highway"
FALL = r"(?i)^f[ae]ll"
ONTO = (
    r"(?i)^\s+(?:onto|over|through|off|down|beside|near|behind|under|beneath|short of|to the "
    r"(?:ground|floor)|from the (?:sky|air)|(?:on|into) "
    r"(?:the|an?|his|her|its|their|our) (?:[a-z-]+ ){0,2}(?:highway|road|street|roof|ground|"
    r"houses?|homes?|building|car|river|sea|lake|field|beach|yard|school|hospital|market|square))"
    r"(?-u:\b)"
)

# "Regained lost positions": what had been lost before.
LOST = r"(?i)^lost$"
LOST_BEFORE = (
    r"(?i)(?:regain|recaptur|recover|reclaim|retak|retook|restor|win back|won back)[a-z]*\s+"
    r"(?:[a-z]+\s+)?$"
)
# "A health centre's vehicle was taken by armed men": no ground.
THING_TAKEN = (
    r"(?i)(?-u:\b)(?:vehicles?|cars?|trucks?|ambulances?|motor(?:bikes?|cycles?)|pick-?ups?|cattle|"
    r"livestock|goats|camels|goods|cash|money|phones?|equipment|supplies|medicines|food|fuel|"
    r"weapons|rifles|ammunition|boats?)(?: [a-z]+){0,5} (?:was|were|had been|have been|has been)"
    r"(?: also| later| then)? $"
)
# "The capture of three rebels in X", "the seizure of weapons": no ground.
COUNTS_OF = r"(?i)(?-u:\b)(?:dozens|scores|hundreds|thousands|most|all|some|two|three) of "
PEOPLE_TAKEN = (
    r"(?i)^ ((?:[a-z0-9,'-]+ ){0,5}?)(?:soldiers?|troops|rebels?|fighters?|militants?|m[ae]n|"
    r"people|wom[ae]n|persons?|suspects?|assailants?|attackers|commanders?|leaders?|members?|"
    r"terrorists?|jihadists?|insurgents?|civilians?|officers?|police(?:men|man)|prisoners?|"
    r"hostages?|bandits?|guerrillas?|gunm[ae]n|weapons?|arms|ammunition|explosives|drugs|vehicles?|tanks?|trucks?|"
    r"rifles?|drones?|equipment)(?:[.,;]|$| (?:in|at|near|on|by|and|from|who|during|after|outside|"
    r"while|which|that|along|belonging|between|last|this|with)(?-u:\b))"
)
AWAY_FROM = r"(?i)(?-u:\b)(?:of|from|in|by|at|near|with|on)(?-u:\b)"
# "Abducted as they were heading to the airport": travellers, and no advance.
HEADING = r"(?i)^head"
ON_THEIR_WAY_BEFORE = (
    r"(?i)(?-u:\b)(?:while|when|as|who|which|that|they|he|she|it|people|civilians|residents)"
    r"(?: (?:was|were|are|is|had been))?\s+$"
)
# "What we know about the (fighting in A)" names a topic; "Storming A" in quotes is a title.
# "Front for the (liberation of A)" is a name.
TOPIC_BEFORE = (
    r"(?i)(?-u:\b)(?:(?:talks?|negotiations|discussions|debate)\s+(?:[a-z]+\s+)?(?:on|over)|about|"
    r"timeline of|guide to|map of|history of|(?:front|movement|army|party|forces?|organi[sz]ation|"
    r"committee|council|union|league) (?:for|of))\s+(?:the\s+)?$"
)
QUOTE_BEFORE = r"(?:^|\s)[\"\x{201C}]$"
TITLE_AFTER = r"^[^\"\x{201D},.]{1,30}[\"\x{201D}]\s*[^\s,.]"
INFINITIVE = r"(?i)^overrun$"
ONCE_BEFORE = r"(?i)(?-u:\b)(?:former(?:ly)?|once|previously|then|long|until recently)[\s-]"


def tells_of_ground() -> Iterator[pl.Expr]:
    """What holds of triggers that tell of ground; each reads text, voice, before and after."""
    text, voice = pl.col("text"), pl.col("voice")
    before, after = pl.col("before"), pl.col("after")
    yield ~before.str.contains(HELD_PREFIX) | (
        voice.str.starts_with("ctl_vp") & ~before.str.contains(ONCE_BEFORE)
    )
    yield ~after.str.contains(SCORE_AFTER)
    yield ~(text.str.contains(FALL) & after.str.contains(ONTO))
    yield ~before.str.contains(TOPIC_BEFORE)
    yield ~before.str.contains(THING_TAKEN)
    yield ~takes_people()
    yield ~(text.str.contains(LOST) & before.str.contains(LOST_BEFORE))
    yield ~(text.str.contains(HEADING) & before.str.contains(ON_THEIR_WAY_BEFORE))
    yield ~(before.str.contains(QUOTE_BEFORE) & after.str.contains(TITLE_AFTER))
    # "An attempt to overrun A" is no "overrun base".
    is_infinitive = text.str.contains(INFINITIVE) & before.str.contains(r"(?i) to $")
    is_describing = voice.is_in(DESCRIBING).fill_null(False) & ~is_infinitive
    yield ~(is_describing & before.str.contains(DESCRIBING_BEFORE))


def takes_people() -> pl.Expr:
    """True for a noun of taking whose object is people or things: "the capture of three rebels"."""
    is_noun = pl.col("voice").is_in(["nom", "nom_weak"])
    behind = pl.when(is_noun).then(pl.col("after").str.replace(COUNTS_OF, ""))
    lead = behind.str.extract(PEOPLE_TAKEN, 1)
    return (lead.is_not_null() & ~lead.str.contains(AWAY_FROM)).fill_null(False)
