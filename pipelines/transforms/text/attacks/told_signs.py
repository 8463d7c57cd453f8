"""What the words around a word of attack tell that show, or deny, that it tells of one: Boolean
expressions over anchors with their parties, objects and place."""

import polars as pl

from pipelines.transforms.text.attacks.grammar import (
    ATTACKED,
    DAMAGED_AFTER,
    NEAR_BETWEEN,
    NO_WAR,
    OCCURS_AFTER,
    OCCURS_BEFORE,
    ON_LAND,
    STRIKING,
    SUPPORT,
    UNARMED_AFTER,
)
from pipelines.transforms.text.attacks.headlines import TELLING, is_witnessed
from pipelines.transforms.text.attacks.kinds import ARMED_TYPES, CRAFT
from pipelines.transforms.text.grammar.calendar_words import MONTH, WEEKDAY
from pipelines.transforms.text.grammar.latin import LATIN
from pipelines.transforms.text.parties.actors import CROWDS, STATE_FORCES
from pipelines.transforms.text.territory.headlines import opens_headline

FORM, IS_SURE = pl.col("form"), pl.col("is_sure")
BEFORE, AFTER, WORD = pl.col("before"), pl.col("after"), pl.col("word")
HAS_INITIATOR, HAS_TARGET = pl.col("has_initiator"), pl.col("has_target")
HAS_PLACE, HAS_WEAPON = pl.col("has_place"), pl.col("has_weapon")
HAS_OBJECT = HAS_TARGET | pl.col("has_object")
AGAINST_ARMED = pl.col("target_type").is_in(ARMED_TYPES).fill_null(False)
IN_COUNTRY = pl.col("location_id").str.contains(r"^[A-Z]{3}$")
# The text up to the place behind the word, and behind that place.
UPTO_PLACE = AFTER.str.slice(0, (pl.col("place_start") - pl.col("end")).clip(0))
BEHIND_PLACE = AFTER.str.slice((pl.col("place_end") - pl.col("end")).clip(0))
ABSTRACT = (
    r"(?i)^\s+(?:[a-z'\x{2019}-]+\s+){0,4}?(?:plans?|proposals?|deals?|decisions?|blows?|polic(?:y|ies)|"
    r"ideas?|laws?|bills?|reports?|media|critics|records?|remarks|speech|statement|views?|budget|"
    r"agreement|proposal|campaign|goals?|problem|issue|question|causes?|"
    r"(?:stock|labou?r|housing|jobs?|oil|bond|financial|share|property|currency|energy) markets?)"
    r"(?-u:\b)"
)
# "meetings in which Nicaragua was attacked": the country itself, and no place in it.
AS_SUBJECT = r"[a-z]+ (?:(?:was|were|is|are|being|been|had been|has been|have been) )+$"
# "Nine were killed in rebel attacks"
HARMED_BEFORE = (
    r"(?i)(?-u:\b)(?:killed|dead|died|wounded|injured|hurt|abducted|captured|deaths|casualties)"
    r"(?: and (?:wounded|injured))?(?: [A-Z0-9][a-z]+)?(?: (?:was|were) (?:reported|recorded))? "
    r"(?:in|by|during|as a result of|because of) "
    r"(?:[\p{L}0-9'\x{2019}-]+ ){0,4}$"
)
# "The army made nine air strikes, in which 34 people died"
HARMED_BEHIND = (
    r"(?i)^,? (?:in|during) which [^.;]{0,60}(?-u:\b)(?:killed|dead|died|wounded|injured|"
    r"lost their lives)(?-u:\b)"
)
# "Two villages were raided", "a hamlet was burnt down": no house that the police search, or that
# caught fire.
RAIDED = (
    r"(?i)(?-u:\b)(?:villages?|hamlets?|settlements?|towns?|convoys?|patrols?|outposts?|"
    r"checkpoints?|bases?|barracks|garrisons?|courts?|"
    r"(?:police|army|border|military) (?:posts?|stations?|camps?)|palaces?|"
    r"prisons?) (?:(?:in|near|of) [\w-]+ )?(?:(?:was|were|has|have|had|been|also|again) )+"
    r"(?:raided|stormed|attacked|shot at|fired on)$|"
    r"(?-u:\b)(?:villages?|hamlets?) (?:(?:was|were|has|have|had|been|also|again) )+"
    r"(?:raided|razed|burne?[dt](?: down)?|set on fire)$"
)
# "Worshippers were attacked", not a tourist.
MANY_WERE = r"(?i)(?-u:\b)(?:were|have been|had been) $"
DONE_TO_MANY = r"(?i)^(?:attacked|abducted|kidnapped|shot dead|gunned down|beheaded|massacred)$"
WEAPON_BEFORE = (
    r"(?i)(?-u:\b)(?:bombs?|missiles?|drones?|rockets?|shells?|mines?|landmines?|ieds?|devices?|mortars?|"
    r"air ?strikes?|strikes?|shelling|bombardments?|barrages?|salvos?|raids?|"
    r"grenades?|torpedo(?:es)?)\s+$"
)
# "Pirates seized a tanker"
CRAFT_SEIZED = (
    r"(?i)^ (?:(?:an?|the|two|three|several|[0-9]+) )?(?:[\w-]+ ){0,3}?(?:ships?|tankers?|vessels?|"
    r"boats?|dhows?|trawlers?|ferry|ferries|freighters?|bus|buses|minibus|trains?|airliners?)(?-u:\b)"
)
# "Was attacked in the press", "for raising its fees"
IN_SPEECH = (
    r"(?i)^ (?:for|over|as)(?-u:\b)|(?-u:\b)(?:press|media|report|speech|statement|editorial|"
    r"newspapers?|article|parliament|debate|critics)(?-u:\b)"
)
# "Came under fire over the price of bread"
CRITICISED = (
    r"(?i)^[^.;]{0,60}? (?:over|for) (?:(?:the|its|his|her|their|an?) [a-z]|[a-z]+ing(?-u:\b))|"
    r"^[^.;]{0,30} from (?:critics|lawmakers|rights|opposition|activists)(?-u:\b)"
)
ATTACK = r"(?i)^(?:major )?(?:attacks?|assaults?|ambush(?:es)?)$"
FROM_AFAR = ("Air/drone strike", "Shelling/artillery/missile attack")
ONTO = r"(?i)^ (?:on|against|near|at|across|over) "
# From an attack to its place and its day: "on a school in X on Monday", "Monday's attack in X"
THERE = (
    r"(?i)^(?: (?:on|against) (?:[a-z0-9'\x{2019}-]+ ){1,6}?)?,? ?"
    r"(?:in|near|at|outside|inside) (?:(?:the|eastern|western|northern|southern|central|city|town|"
    r"village|of|district|province) )*$"
)
THEN = (
    rf"(?i)^(?:,? (?:in|of) [{LATIN} -]{{3,25}}| (?:city|town|village|district|province|area))?,? "
    r"(?:on|late|early|last|this) (?:(?:on|last|the (?:night|morning|evening) of) )?"
    rf"(?:{WEEKDAY}|(?:[0-9]{{1,2}} )?{MONTH}(?-u:\b)|"
    r"week|month|night|morning|year)"
)
DAYS = (
    rf"(?i)(?:{WEEKDAY}|yesterday|today|last (?:week|month|night))['\x{{2019}}]s "
    r"(?:[a-z-]+ ){0,2}$"
)
# "Called for an attack", "the team's attack"
DESIRED = (
    r"(?i)(?-u:\b)(?:for|any|no|such|every|heart|panic|verbal|cyber|asthma|anxiety|media|press|"
    r"planned|possible|threatened|team['\x{2019}]s|side['\x{2019}]s)\s+(?:an? |the )?(?:[a-z]+ )?$"
)
# "Sprayed the guests with bullets", not "the fields"
SPRAYING, BULLETS = (
    r"(?i)^spray",
    r"(?i)^[^.;]{0,60}?(?:bullets|gunfire|shots|machine-?gun|fire)(?-u:\b)",
)
# "Destroyed old mines", "destroyed the rebels' morale"
DESTROYED_IDLY = (
    r"(?i)^(?:destroy[a-z]*|levell?[a-z]*|wreck[a-z]*|bl[eo]w(?:s|ing)? up) "
    r"(?:[a-z0-9,'\x{2019}-]+ ){0,5}?(?:mines|"
    r"landmines|ordnance|munitions|poppy|poppies|hectares|acres|cocaine|heroin|opium|drugs|narcotics|"
    r"laborator(?:y|ies)|labs?|documents|evidence|records|morale|economy|hopes?|lives|livelihoods?|"
    r"trust|confidence|unity|dreams?|careers?|chances?|accusations?|charges|criticisms?|allegations?|"
    r"threats?|talks|deals?|democracy|peace|credibility|reputation|capabilit(?:y|ies)|will|future|"
    r"(?:seized|confiscated|surrendered|surplus|expired|unexploded|obsolete|old) (?:[a-z]+ )?"
    r"(?:weapons|arms|guns|rifles|ammunition|explosives|bombs?|shells?))"
    r"(?-u:\b)|"
    # "Set fire to heaps of stubble", "burned an effigy"
    r"^(?:set fire to|burn(?:ed|t|ing|s)?|torch(?:ed|es|ing)?|set) (?:[a-z0-9,'\x{2019}-]+ ){0,5}?"
    r"(?:stubble|rubbish|garbage|trash|waste|tyres?|tires?|effig(?:y|ies)|flags?|leaves|grass|straw|"
    r"copies|portraits?|posters?|bonfires?|candles?)(?-u:\b)"
)
# "Was attacked in the press"
IN_THE_PRESS = (
    r"(?i)^ (?:in|on) (?:the )?(?:[a-z]+ )?(?:press|media|newspapers?|parliament|congress|debates?|"
    r"editorials?|radio|television|internet)(?-u:\b)"
)
# "Engaged the rebels", not "engaged two lawyers" or "engaged the rebels in talks"
ENGAGED = r"(?i)^engaged$"
BROKE_OUT = (
    r"(?i)(?:fire|fights?|shooting|battles?|skirmish(?:es)?|hostilities) "
    r"(?:broke out|erupted|resumed)$"
)
IN_TALKS = (
    r"(?i)^ in(?-u:\b)|^[^;.]{0,60} (?:in|to) (?:[a-z]+ )?(?:talks?|dialogue|negotiat|discuss|"
    r"diploma|peace)"
)


def by_country() -> pl.Expr:
    """A country or a town does it, who may be politicians: not "U.S. planes attacked"."""
    is_land = pl.col("initiator_seat").is_in(["country", "town"]).fill_null(False)
    return is_land & ~BEFORE.str.contains(CRAFT)


def by_rebels() -> pl.Expr:
    """A party that is no state's forces does it."""
    is_state = pl.col("initiator_id").str.starts_with(STATE_FORCES).fill_null(True)
    return HAS_INITIATOR & ~by_country() & ~is_state


def on_country() -> pl.Expr:
    """Who attacks a country in a speech uses no weapon."""
    is_subject = BEFORE.str.to_lowercase().str.contains(AS_SUBJECT)
    return (is_subject & IN_COUNTRY).fill_null(False)


def is_strike() -> pl.Expr:
    """ "Israel struck Tyre", "Russia pounded Ukrainian cities"."""
    in_place = pl.col("has_site") & HAS_PLACE & ~IN_COUNTRY.fill_null(True)
    return WORD.str.contains(STRIKING) & (in_place | AFTER.str.contains(ON_LAND))


def has_harm() -> pl.Expr:
    """ "Nine were killed in rebel attacks"."""
    return BEFORE.str.contains(HARMED_BEFORE) | AFTER.str.contains(HARMED_BEHIND)


def is_carried_out() -> pl.Expr:
    """ "The coalition carried out five air strikes on X", whoever that is; "the rebels launched an
    attack on Monday"."""
    is_fired = pl.col("sense").is_in(FROM_AFAR) & HAS_PLACE & UPTO_PLACE.str.contains(ONTO)
    is_dated = HAS_INITIATOR & pl.col("has_time")
    return (is_dated | is_fired) & BEFORE.str.contains(SUPPORT)


def is_reported() -> pl.Expr:
    """An attack that occurs, does damage, is dated, seen or condemned, or is a headline's news."""
    occurs = (
        AFTER.str.contains(OCCURS_AFTER)
        | BEFORE.str.contains(OCCURS_BEFORE)
        | AFTER.str.contains(DAMAGED_AFTER)
    )
    # "An attack on a school in X on Monday shocked the country"
    is_dated = (
        HAS_PLACE
        & UPTO_PLACE.str.contains(THERE)
        & (BEHIND_PLACE.str.contains(THEN) | BEFORE.str.contains(DAYS))
        & WORD.str.contains(ATTACK)
        & ~BEFORE.str.contains(DESIRED)
    )
    is_bare = pl.col("sense").is_in(TELLING) & opens_headline(BEFORE, UPTO_PLACE, BEHIND_PLACE)
    return occurs | is_bare | is_dated | is_witnessed() | pl.col("is_condemned")


def are_many_hit() -> pl.Expr:
    """ "Worshippers were attacked" there, on a day."""
    are_civil = (pl.col("target_type") == "civilians").fill_null(False)
    by_verb = BEFORE.str.contains(MANY_WERE) & WORD.str.contains(DONE_TO_MANY)
    return is_dated_there() & by_verb & are_civil


def is_dated_there() -> pl.Expr:
    """With a place and a day, and no doer behind 'by'."""
    return HAS_PLACE & pl.col("has_time") & ~AFTER.str.contains("^ by ")


def is_thing_hit() -> pl.Expr:
    """ "A school in Bunia was attacked on Monday", "an embassy in Nairobi was hit by a rocket"."""
    is_told = HAS_WEAPON | (
        (pl.col("has_time") | pl.col("is_hit_in_headline")) & WORD.str.contains(r"(?i)^attacked$")
    )
    is_raided = is_dated_there() & pl.concat_str(BEFORE.str.tail(60), "word").str.contains(RAIDED)
    is_hit = (pl.col("has_thing") & HAS_PLACE & is_told) | is_raided | are_many_hit()
    return is_hit & ~AFTER.str.contains(IN_SPEECH)


def is_alone() -> pl.Expr:
    """ "Troops attacked near X on Monday"."""
    return (
        WORD.str.contains(ATTACKED)
        & HAS_INITIATOR
        & HAS_PLACE
        & ~by_country()
        & pl.col("initiator_type").is_in(ARMED_TYPES).fill_null(False)
        & UPTO_PLACE.str.contains(NEAR_BETWEEN)
    )


def by_weapon() -> pl.Expr:
    """ "A roadside bomb struck an army truck near X", "attacked X with rockets"."""
    is_struck = BEFORE.str.contains(WEAPON_BEFORE) | WORD.str.contains(ATTACKED)
    return is_struck & HAS_WEAPON & HAS_PLACE


def on_crowd() -> pl.Expr:
    """Crowds in the street, who fight and are fought without arms."""
    by_them, on_them = (
        pl.col(f"{role}_type").is_in(CROWDS).fill_null(False) for role in ("initiator", "target")
    )
    return by_them | (on_them & ~FORM.is_in(["fire", "do"]))


def is_figure() -> pl.Expr:
    """Attacks on ideas and on what bears no arms: "attacked the plan"."""
    is_loose = ~IS_SURE & FORM.is_in(["do", "done"])
    is_abstract = ~IS_SURE & (FORM == "do") & AFTER.str.contains(ABSTRACT)
    return is_abstract | (is_loose & AFTER.str.contains(UNARMED_AFTER))


def is_no_war() -> pl.Expr:
    """Words of attack for something else: "engaged two lawyers", "came under fire for its fees",
    "sprayed the fields", "destroyed old mines"."""
    return (
        (WORD.str.contains(ENGAGED) & (~AGAINST_ARMED | AFTER.str.contains(IN_TALKS)))
        | ((FORM == "endure") & AFTER.str.contains(CRITICISED) & ~HAS_INITIATOR)
        | (WORD.str.contains(SPRAYING) & ~AFTER.str.contains(BULLETS))
        | pl.concat_str("word", "after").str.contains(f"{DESTROYED_IDLY}|{NO_WAR}")
        | ((FORM == "done") & AFTER.str.contains(IN_THE_PRESS))
    )
