"""Words of attack that tell of none: feared, denounced, likened to something, or adjectives."""

from collections.abc import Iterator

import polars as pl

from pipelines.transforms.text.attacks.anchors import BEGAN_TO
from pipelines.transforms.text.attacks.condemned import is_condemned, is_one_deed
from pipelines.transforms.text.attacks.grammar import NOUNS, SUPPORT
from pipelines.transforms.text.attacks.headlines import is_idle
from pipelines.transforms.text.attacks.searches import is_search
from pipelines.transforms.text.territory.attempts import FOILED, STORMING

# Words that speak of an attack without telling that it took place; a "long-threatened" one did.
REACTING = (
    r"(?i)(?:^|[^a-z-])(?:condemn|denounc|deplor|decr(?:y|ie)|criticis|criticiz|slam|mourn|protest|"
    r"blam|accus|warn|fear|threat|vow|mark(?:s|ed|ing)?(?-u:\b)|commemorat|anniversar|remember|"
    r"investigat|prob(?:e|ing)|inquir|trial|charg|convict|suspect(?:ed)? of|"
    r"plan(?:s|ned|ning)?(?-u:\b)|plot|prevent|thwart|foil|deter|stop|halt|ceas|call(?:s|ed|ing)?(?-u:\b)|"
    r"(?:increase|rise|drop|decline|surge|spike|decrease|uptick|upsurge) in|urg|answer|rehears|"
    r"expect|postpon|cancel|abort|discuss|talk|concern|worr|apolog|regret|sorrow|sympath|condol|"
    r"outrage|anger|"
    r"pause|lull|truce|suspen|end(?:s|ed|ing)?(?-u:\b)|"
    r"avoid|risk|possib|potential|prepar|readi|capab|deni|deny|refut|reject|"
    r"against\s|vot(?:e|ing)|debat|film|movie|book|documentar|novel|report on|story|"
    r"defen[cds]|protect|shield|immun|victims? of|survivors? of|famil|insur(?:e|ing|anc)|simulat|"
    r"exercis|drill|game|match|campaign ad|heart|panic|verbal|media|personal|cyber|hack|"
    r"shark|dog|bear)[^,;:()]*$"
)
# "Members of one family were killed in a strike": it was, whatever stands before.
HARMED_AHEAD = (
    r"(?i)^.*(?-u:\b)(?:was|were|been|being|reportedly|one|two|three|five|[0-9]+|people|who|all|"
    r"and) (?:killed|wounded|injured|hurt|martyred|slain|died|maimed)(?-u:\b)"
)
BUS_STOP = r"(?i)(?-u:\b)bus[- ]stops?(?-u:\b)"
# "Accused X of shelling Y", "X was blamed for the shelling of Y" says that X did.
ACCUSED_OF = (
    r"(?i)(?-u:\b)(?:(?:accus|blam)[a-z]+ (?:[^,;:()]{1,60} )?(?:of|for)|"
    r"(?:suspected|accused|believed|thought|said|alleged|reported|known) (?:of being|to be|to have "
    r"been) (?:behind|responsible for)|suspected of|(?:being|been) (?:behind|responsible for)) "
    r"(?:an? |the |that |this )?(?:[a-z]+(?:ly|ed) )?$"
)
# "It is like a country being invaded"
LIKENED = (
    r"(?i)(?-u:\b)(?:(?:is|are|was|were|feels?|looks?) like|as if|as though)(?-u:\b)[^.;,]{0,40}$"
)
# "X's bombing of its own people is worse still"
COMPARED = (
    r"(?i)^[^.;,]{0,60}(?-u:\b)(?:is|are) (?:[a-z-]+ ){0,4}(?:worse|better|like|than)(?-u:\b)"
)
# "The raided estates", "evacuating a wounded soldier"
PARTICIPLE = r"(?i)^[a-z]+ed$"
BEFORE_ADJECTIVE = (
    r"(?i)(?-u:\b)(?:of|the|an?|these|those|their|his|her|its|our|"
    r"(?:evacuat|captur|treat|rescu|transport|carry|help)(?:e|es|ed|ing)?|carri(?:ed|es))\s+$"
)
UNREAL_BEFORE = (
    r"(?i)(?-u:\b)(?:any|such|every|each|no|if|unless|without|whether|like)\s+(?:[a-z-]+\s+){0,2}$"
)
HYPOTHETICAL_BEFORE = (
    r"(?i)(?-u:\b)(?:further|future|possible|potential|imminent|planned|attempted|threatened|feared|"
    r"alleged|another|more|for)\s+(?:[a-z-]+\s+){0,2}$"
)
# "Nine were killed in an alleged air strike": they were.
ALLEGED_HARM = (
    r"(?i)(?-u:\b)(?:killed|died|dead|wounded|injured|casualties|deaths)(?-u:\b)[^;:.]* "
    r"(?:in|by|from|after|following) (?:an? |the |another |several )?alleged (?:[a-z-]+ ){0,2}$"
)
MODAL_AFTER = (
    r"(?i)^[^,;:.]{0,60}(?-u:\b)(?:would|could|might|will|(?-i:may)|should|must|can|cannot|"
    r"is expected|are expected|were planned|was planned|was foiled|was thwarted|was averted)"
    r"(?-u:\b)"
)
# "A police strike", "the general strike went on"
STRIKE = r"(?i)^(?:strikes?|walkouts?)$"
STRIKERS = (
    r"(?i)(?-u:\b)(?:police(?:m[ae]n)?|guards?'?|workers'?|unions?'?|general|hunger|rail|bus|labou?r|"
    r"doctors'?|nurses'?|teachers'?|students'?|transport|wildcat|national)\s+$"
)
# 'The video of the wedding was shot by'
FILMED = (
    r"(?i)(?-u:\b)(?:videos?|films?|footage|photos?|photographs?|pictures?|images?|clips?|scenes?|"
    r"documentar(?:y|ies)|movies?|series|commercials?)(?-u:\b)[^,;.]*$"
)

# "Soldiers shot a training video"
FILMING = (
    r"(?i)^ (?:(?:an?|the|its|their|his|her|some|two|three|several|[0-9]+) )?(?:[a-z-]+ ){0,3}?"
    r"(?:videos?|films?|footage|photos?|photographs?|pictures?|clips?|scenes?|documentar(?:y|ies)|"
    r"movies?|series|commercials?|selfies?)(?-u:\b)"
)
# "Robbery suspect shot by police": of a crime, no party.
SUSPECT = r"(?i)(?-u:\b)suspects? (?:(?:was|were|is|are|been|being) )?$"
# "Residents looted stores": who has no arms fights nobody.
LOOTED = r"(?i)^(?:loot|plunder|ransack|burn|set fire|torch|sack)"
UNARMED_AHEAD = (
    r"(?i)(?-u:\b)(?:civilians|residents|people|crowds?|mobs?|looters|youths|youngsters|protesters|"
    r"demonstrators|students|rioters|inhabitants|locals|villagers|strikers|fans|vandals) "
    r"(?:(?:were|was|have|has|had|been|are|is|began|started|also|then) )*$"
)
# "Harshly attacked the president": in words.
SPEAKABLE = r"(?i)^(?:attack|assault|assail|hit|str[iu]|slam|blast|target|hammer|batter|lash)"
IN_WORDS = r"(?i)(?-u:\b)(?:harshly|verbally|sharply|bitterly|rhetorically|publicly)\s+$"

# "A charm offensive", "launched a fresh attack on X in a letter"
SPOKEN = (
    r"(?i)(?-u:\b)(?:charm|verbal|diplomatic|media|legal|rhetorical|propaganda|marketing|cyber)\s+$"
)
IN_A_SPEECH = (
    r"(?i)^[^.;]{0,60}? (?:in (?:an? |the |his |her |its )?(?:[a-z]+ )?(?:letter|speech|interview|"
    r"editorial|article|column|tweet|film)|on (?:the |its |his |her |their )?(?:[a-z'\x{2019}-]+ )?"
    r"(?:reputation|record|rulings?|currency|budget|bill|law))(?-u:\b)"
)


# "Terrorists attack churches every year", "often attacked": what they do, and no deed.
HABITUAL_BEFORE = (
    r"(?i)(?-u:\b)(?:often|always|usually|frequently|regularly|routinely|typically|habitually|"
    r"sometimes|used to|(?:stop|halt|quit)(?:s|ped|ed)?|ceas(?:es?|ed))\s+$"
)
EVERY_YEAR = r"(?i)^[^,;.]{0,60}(?-u:\b)(?:every|each) (?:year|month|election|season)(?-u:\b)"


# "They would plant bombs", "refused to fire rockets"; not "drones used to drop grenades". Nor does
# who launches "a new line of drones" fire any.
UNTHROWN = (
    r"(?i)(?-u:\b)test[- ](?:fir|launch)(?:ed|es|ing)\s+(?:[a-z0-9-]+\s+){0,5}$|"
    r"(?i)(?-u:\b)launch(?:ed|es|ing)?\s+(?:(?:an?|the|its|new|first|latest) )*(?:line|range|"
    r"family|class|generation|version|production|programme|program|sale)s? of\s+"
    r"(?:[a-z0-9-]+\s+){0,3}$|"
    r"(?i)(?-u:\b)(?:will|would|could|might|may|must|should|can|cannot|shall|to|not|never|n't)\s+"
    r"(?:[a-z]+ly\s+)?(?:throw|hurl|lob|plant|place|launch|fire|drop|explode|detonate|set off|rain)"
    r"\s+(?:[a-z0-9-]+\s+){0,5}$"
)
THROWN_TO = (
    rf"{BEGAN_TO[:-1]}(?:[a-z]+\s+){{1,2}}(?:[a-z0-9-]+\s+){{0,5}}$|"
    r"(?-u:\b)used? [^,;.]*to [^,;.]*$"
)


DOWNING = r"(?i)^(?:sho(?:t|ots?|oting) down|downed|brought down)$"
CRAFT_DOWNED = (
    r"(?i)^(?: [\p{L}0-9.'\x{2019}-]+){0,6}? (?:helicopters?|gunships?|(?:war|air)?planes?|jets?|"
    r"aircraft|airliners?|bombers?|choppers?|(?:su|mig|mi|f|uh|ah|il|an)-[0-9]+)(?-u:\b)|"
    r"(?:helicopters?|gunships?|(?:war|air)?planes?|jets?|aircraft|airliners?|bombers?|choppers?)"
    r"(?-u:\b)[^.;]{0,60}$"
)
# "Separatists free kidnapped deputy": they took nobody.
TAKEN = r"(?i)^(?:kidnapped|abducted|captured|captive|detained|jailed|arrested)$"
FREEING = (
    r"(?i)(?-u:\b)(?:free[sd]?|freeing|releas(?:e[sd]?|ing)|rescu(?:e[sd]?|ing)|swap(?:s|ped)?|"
    r"return(?:s|ed)?|exchang(?:e[sd]?|ing)) (?:(?:an?|the|some|all|two|three|four|five|[0-9]+) )?$"
)

# "Was found before it exploded", "went off by accident"
NOT_YET = (
    r"(?i)(?-u:\b)(?:before|unless|if) (?:it|they|(?:the|any|both) [a-z]+) (?:had |was |were )?$"
)
BY_ACCIDENT = r"(?i)^[^.;]{0,60}?(?-u:\b)(?:by accident|by mistake|accidental(?:ly)?)(?-u:\b)"

TARGET = r"(?i)^targets?$"
TARGET_BEFORE = r"(?i)(?-u:\b)(?:an?|the|his|her|their|its|main|these|those|on|no|as)(?: [a-z]+)? $"


def tell_attacks(anchors: pl.DataFrame) -> pl.DataFrame:
    """Anchors without the nouns that speak of an attack and do not tell it; is_condemned marks
    those that are told by what is said of them, with their day."""
    marked = anchors.with_columns(is_condemned=is_condemned())
    return marked.filter(~(is_noun() & is_unreal()), *(~untold for untold in tells_none()))


def is_noun() -> pl.Expr:
    """True for nouns of attack."""
    return pl.col("form").is_in(NOUNS)


def is_unreal() -> pl.Expr:
    """True for nouns of an attack that is only spoken of, feared or planned."""
    before = pl.when(is_noun()).then("before")
    reaction = before.str.replace(HARMED_AHEAD, "").str.replace(BUS_STOP, "")
    is_spoken_of = reaction.str.contains(REACTING) | before.str.contains(HYPOTHETICAL_BEFORE)
    return (
        (
            is_spoken_of
            & ~before.str.contains(SUPPORT)
            & ~before.str.contains(ACCUSED_OF)
            & ~pl.col("is_condemned")
            & ~is_one_deed()
            & ~before.str.contains(ALLEGED_HARM)
        )
        | before.str.contains(UNREAL_BEFORE)
        | pl.col("after").str.contains(MODAL_AFTER)
    )


def tells_none() -> Iterator[pl.Expr]:
    """Where a word of attack tells of none; each reads word, form, before and after."""
    word, before, after = pl.col("word"), pl.col("before"), pl.col("after")
    yield before.str.contains(HABITUAL_BEFORE) | (
        ~pl.col("is_past") & after.str.contains(EVERY_YEAR)
    )
    # "Shot down an army helicopter", and no man, idea or drone.
    downed = pl.when(pl.col("form") == "done").then("before").otherwise("after")
    yield word.str.contains(DOWNING) & ~downed.str.contains(CRAFT_DOWNED)
    # "Repelled an attempt to storm X": who did is no attacker.
    yield word.str.contains(STORMING) & before.str.contains(FOILED)
    yield (pl.col("form") == "slay") & word.str.contains(TAKEN) & before.str.contains(FREEING)
    yield pl.col("form").is_in(["blast", "blasted"]) & (
        before.str.contains(NOT_YET) | after.str.contains(BY_ACCIDENT)
    )
    # "Was the target of an attack"
    yield word.str.contains(TARGET) & (
        before.str.contains(TARGET_BEFORE) | after.str.contains(r"(?i)^ of ")
    )
    thrown = pl.when(pl.col("form") == "throw").then("before")
    yield (thrown.str.contains(UNTHROWN) & ~thrown.str.contains(THROWN_TO)).fill_null(False)
    yield word.str.contains(LOOTED) & before.str.contains(UNARMED_AHEAD)
    yield before.str.contains(IN_WORDS) & word.str.contains(SPEAKABLE)
    yield is_noun() & (before.str.contains(SPOKEN) | after.str.contains(IN_A_SPEECH))
    yield word.str.contains(STRIKE) & before.str.contains(STRIKERS)
    yield word.str.contains(r"(?i)(?-u:\b)shot(?-u:\b)") & (
        before.str.contains(f"{FILMED}|{SUSPECT}") | after.str.contains(FILMING)
    )
    yield before.str.contains(LIKENED) | (is_noun() & after.str.contains(COMPARED))
    yield (
        word.str.contains(PARTICIPLE)
        & before.str.contains(BEFORE_ADJECTIVE)
        & after.str.contains(r"^\s+[A-Za-z]")
    )
    yield is_idle()
    yield is_search()
