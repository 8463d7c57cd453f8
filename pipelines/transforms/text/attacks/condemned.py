"""Attacks that are told by who condemns, mourns or investigates them."""

import polars as pl

from pipelines.transforms.text.attacks.grammar import NOUNS
from pipelines.transforms.text.attacks.headlines import TELLING
from pipelines.transforms.text.grammar.calendar_words import WEEKDAY

# "Condemns the bombing of its hospital in X on 3 May", "Monday's attack on a school": what was done
# there on that day. "The attack on a mosque in X" took place as well; "attacks on X" may not have.
REACTED = (
    r"(?i)(?-u:\b)(?:(?:condemn|denounc|deplor|decr(?:y|ie)|lament|regret|mourn|investigat|prob|"
    r"(?:appalled|shocked|horrified|alarmed|saddened|outraged|disgusted) (?:by|at))"
    r"(?:s|e|es|ed|d|ing)?|(?:inquir(?:y|ies)|investigations?|probe) into|condemnations? of|"
    r"(?:outrage|anger|sorrow|shock|horror|indignation) (?:at|over))"
    r"(?: [a-z]+ly| in the strongest(?: possible)? terms)? "
)
DAY_OF_IT = (
    rf"(?:(?:last )?{WEEKDAY}|yesterday|today|last (?:night|week)|this (?:morning|week))"
    r"['\x{2019}]s "
)
OF_A_KIND = r"(?:[a-z-]+ ){0,3}$"
CONDEMNED = rf"{REACTED}(?:(?:the|an?|this|these) |{DAY_OF_IT}){OF_A_KIND}"
CONDEMNED_ON_DAY = rf"{REACTED}{DAY_OF_IT}{OF_A_KIND}"
CONDEMNED_ONE = rf"{REACTED}(?:the|this|that) {OF_A_KIND}"
ONE_DEED = (
    r"(?i)(?:attack|raid|assault|ambush|bombing|massacre|shelling|bombardment|shooting|"
    r"killing|murder|assassination|abduction|kidnapping)$"
)
DAY_BEHIND = (
    r"(?-u:\b)(?i:on|of|since|early|late|last|this) (?i:the (?:night|evening|morning) of )?"
    r"(?:[0-9]{1,2}(?:st|nd|rd|th)? (?:of )?\p{Lu}|\p{Lu}\p{Ll}+ [0-9]{1,2}(?-u:\b)|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|(?-u:\b)(?i:yesterday|today|last night|"
    r"this morning)(?-u:\b)"
)
# On something that can be hit, and no idea.
ON_SOMETHING = (
    r"(?i)^ (?:on|against|of|at|by) (?:the|an?|our|its|their|his|her|one|two|three)(?-u:\b)|"
    r"^ of (?-i:\p{Lu})|^ (?:carried out|committed|perpetrated|staged|launched|claimed) "
)
ON_IDEAS = (
    r"(?i)^ (?:on|against) (?:the |our |their |its |all )?(?:[a-z]+ )?(?:freedoms?|democracy|"
    r"rights|speech|independence|sovereignty|values|principles|unity|economy|wages|pay|judiciary|"
    r"constitution|press|media|integrity|dignity|rule of law|process|system|opposition|"
    r"him|her|them)(?-u:\b)"
)
# What may be hit, and no currency, ruling or record.
ON_TARGET = (
    r"(?i)^ (?:carried out|committed|perpetrated|staged|launched|claimed)(?-u:\b)|"
    r"^ of (?-i:\p{Lu})|^ (?:on|against|of|at) (?:[a-z'\x{2019}-]+ ){0,4}?(?:markets?|schools?|"
    r"universit(?:y|ies)|college|hospitals?|clinics?|(?:health|medical) cent(?:re|er)s?|"
    r"ambulances?|"
    r"church(?:es)?|mosques?|temples?|synagogues?|monaster(?:y|ies)|villages?|towns?|cit(?:y|ies)|"
    r"camps?|bases?|barracks|posts?|checkpoints?|stations?|convoys?|patrols?|columns?|bus(?:es)?|"
    r"trains?|ships?|vessels?|boats?|trucks?|airports?|ports?|embass(?:y|ies)|consulates?|hotels?|"
    r"prisons?|headquarters|offices?|buildings?|homes?|houses?|farms?|mines?|pipelines?|plants?|"
    r"dams?|bridges?|factor(?:y|ies)|warehouses?|wedding|funeral|civilians|villagers|people|"
    r"residents|worshippers|pilgrims|farmers|herders|traders|children|pupils|students|refugees|"
    r"workers|journalists|doctors|nurses|peacekeepers|soldiers|troops|police(?:m[ae]n)?|officers|"
    r"forces|guards|army|mayors?|governors?|judges?|minister|priests?|bishop|imam|leaders?)(?-u:\b)"
)


def is_condemned() -> pl.Expr:
    """True for an attack that is condemned with its day, and so took place."""
    before, after = pl.col("before"), pl.col("after")
    on_something = after.str.contains(ON_SOMETHING) | pl.col("sense").is_in(TELLING)
    return (
        before.str.contains(CONDEMNED)
        & pl.col("form").is_in(NOUNS)
        & (
            after.str.contains(DAY_BEHIND)
            | (before.str.contains(CONDEMNED_ON_DAY) & after.str.contains(ON_TARGET))
        )
        & on_something
        & ~after.str.contains(ON_IDEAS)
    )


def is_one_deed() -> pl.Expr:
    """True for the one attack on somebody that a reaction speaks of, though it gives no day."""
    before, after = pl.col("before"), pl.col("after")
    return (
        before.str.contains(CONDEMNED_ONE)
        & pl.col("word").str.contains(ONE_DEED)
        & after.str.contains(ON_TARGET)
        & ~after.str.contains(ON_IDEAS)
    )
