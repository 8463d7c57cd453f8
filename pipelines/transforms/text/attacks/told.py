"""Which words of attack tell of one: by someone armed, on something, somewhere."""

import polars as pl

from pipelines.transforms.text.attacks.grammar import (
    ATTACKED,
    DAMAGED_AFTER,
    NEAR_BETWEEN,
    OCCURS_AFTER,
    OCCURS_BEFORE,
    OF_HARM,
    ON_LAND,
    POST_AFTER,
    RECIPROCAL,
    STRIKING,
    SUPPORT,
    UNARMED_AFTER,
)
from pipelines.transforms.text.attacks.headlines import TELLING, is_witnessed
from pipelines.transforms.text.attacks.kinds import ARMED_TYPES, CRAFT
from pipelines.transforms.text.grammar.calendar_words import MONTH, WEEKDAY
from pipelines.transforms.text.grammar.latin import LATIN
from pipelines.transforms.text.parties.actors import CROWDS, STATE_FORCES
from pipelines.transforms.text.territory.headlines import is_told_of, opens_headline

ABSTRACT = (
    r"(?i)^\s+(?:[a-z'\x{2019}-]+\s+){0,4}?(?:plans?|proposals?|deals?|decisions?|blows?|polic(?:y|ies)|"
    r"ideas?|laws?|bills?|reports?|media|critics|records?|remarks|speech|statement|views?|budget|"
    r"agreement|proposal|campaign|goals?|problem|issue|question|causes?|"
    r"(?:stock|labou?r|housing|jobs?|oil|bond|financial|share|property|currency|energy) markets?)"
    r"(?-u:\b)"
)
# "meetings in which Nicaragua was attacked": the country itself, and no place in it.
AS_SUBJECT = r"[a-z]+ (?:(?:was|were|is|are|being|been|had been|has been|have been) )+$"
COUNTRY_ID = r"^[A-Z]{3}$"
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
ATTACK = r"(?i)^(?:attacks?|assaults?|ambush(?:es)?)$"
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
# "Fought a fire", "shot a stray dog", "fired a salute", "opened fire on the plan"
NO_WAR = (
    r"(?i)^(?:fought|fight(?:s|ing)?|battl(?:e[sd]?|ing)) (?:an? |the |back )?(?:[a-z-]+ )?"
    r"(?:fires?|blazes?|wildfires?|flames|floods?|cholera|ebola|malaria|corruption|inflation|"
    r"poverty|hunger)"
    r"(?-u:\b)|^sho(?:t|ots?|oting) (?:dead )?"
    r"(?:(?:an?|the|two|three|several|[0-9]+) )?(?:[a-z]+ )?(?:dogs?|lions?|bears?|elephants?|"
    r"crocodiles?|leopards?|buffalo(?:es)?|robbers?|thie(?:f|ves)|burglars?)(?-u:\b)|"
    r"^(?:fired|open(?:ed|s)? fire)(?: on| at)? (?:an? |the )?(?:blanks?|salutes?|flares?|"
    r"proposals?|plans?|ideas?|budgets?|bills?)(?-u:\b)"
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


def keep_told(told: pl.DataFrame) -> pl.DataFrame:
    """Attacks that the words tell: by someone armed, on something, somewhere."""
    form, is_sure = pl.col("form"), pl.col("is_sure")
    has_initiator, has_target = pl.col("has_initiator"), pl.col("has_target")
    has_object, has_place = has_target | pl.col("has_object"), pl.col("has_place")
    has_harm = pl.col("before").str.contains(HARMED_BEFORE)
    has_harm |= pl.col("after").str.contains(HARMED_BEHIND)
    by_country = pl.col("initiator_seat").is_in(["country", "town"]).fill_null(False)
    # "U.S. planes attacked" are no politicians.
    by_country &= ~pl.col("before").str.contains(CRAFT)
    # Who attacks a country in a speech uses no weapon.
    on_country = pl.col("before").str.to_lowercase().str.contains(AS_SUBJECT)
    on_country &= pl.col("location_id").str.contains(COUNTRY_ID)
    on_country = on_country.fill_null(False)
    # "Israel struck Tyre", "Russia pounded Ukrainian cities"
    in_place = pl.col("has_site") & has_place
    in_place &= ~pl.col("location_id").str.contains(COUNTRY_ID).fill_null(True)
    in_place |= pl.col("after").str.contains(ON_LAND)
    is_strike = pl.col("word").str.contains(STRIKING) & in_place
    by_rebels = has_initiator & ~by_country
    by_rebels &= ~pl.col("initiator_id").str.starts_with(STATE_FORCES).fill_null(True)
    against_armed = pl.col("target_type").is_in(ARMED_TYPES).fill_null(False)
    by_arms = pl.col("has_weapon") | against_armed
    to_place = (pl.col("place_start") - pl.col("end")).clip(0)
    occurs = pl.col("after").str.contains(OCCURS_AFTER) | pl.col("before").str.contains(
        OCCURS_BEFORE
    )
    occurs |= pl.col("after").str.contains(DAMAGED_AFTER)
    upto_place = pl.col("after").str.slice(0, to_place)
    # "The coalition carried out five air strikes on X", whoever that is.
    is_fired = pl.col("sense").is_in(FROM_AFAR) & has_place & upto_place.str.contains(ONTO)
    is_carried_out = (has_initiator & pl.col("has_time")) | is_fired
    is_carried_out &= pl.col("before").str.contains(SUPPORT)
    behind_place = pl.col("after").str.slice((pl.col("place_end") - pl.col("end")).clip(0))
    # "An attack on a school in X on Monday shocked the country"
    is_dated = (
        has_place
        & upto_place.str.contains(THERE)
        & (behind_place.str.contains(THEN) | pl.col("before").str.contains(DAYS))
    )
    is_dated &= pl.col("word").str.contains(ATTACK) & ~pl.col("before").str.contains(DESIRED)
    is_bare = pl.col("sense").is_in(TELLING) & opens_headline(
        pl.col("before"), upto_place, behind_place
    )
    is_armed_attack = pl.col("word").str.contains(ATTACKED) & pl.col("has_weapon") & has_place
    # "A school in Bunia was attacked on Monday", "an embassy in Nairobi was hit by a rocket"
    is_thing_hit = pl.col("has_thing") & has_place
    is_thing_hit &= pl.col("has_weapon") | (
        (pl.col("has_time") | pl.col("is_hit_in_headline"))
        & pl.col("word").str.contains(r"(?i)^attacked$")
    )
    is_dated_there = has_place & pl.col("has_time") & ~pl.col("after").str.contains("^ by ")
    is_thing_hit |= is_dated_there & pl.concat_str(
        pl.col("before").str.tail(60), "word"
    ).str.contains(RAIDED)
    is_many_hit = is_dated_there & pl.col("before").str.contains(MANY_WERE)
    is_many_hit &= pl.col("word").str.contains(DONE_TO_MANY)
    is_many_hit &= (pl.col("target_type") == "civilians").fill_null(False)
    is_thing_hit = (is_thing_hit | is_many_hit) & ~pl.col("after").str.contains(IN_SPEECH)
    # "Troops attacked near X on Monday"
    is_alone = pl.col("word").str.contains(ATTACKED) & has_initiator & has_place & ~by_country
    is_alone &= pl.col("initiator_type").is_in(ARMED_TYPES).fill_null(False)
    is_alone &= upto_place.str.contains(NEAR_BETWEEN)
    # "A roadside bomb struck an army truck near X"
    by_weapon = pl.col("before").str.contains(WEAPON_BEFORE) & pl.col("has_weapon") & has_place
    # "The bomber blew himself up": he is the weapon.
    blew_up = pl.col("sense") == "Suicide bomb"
    broke_out = pl.col("word").str.contains(BROKE_OUT)
    is_told = (
        pl.when(form == "slay")
        .then(has_initiator & has_target & pl.col("has_object"))
        .when(form == "seize")
        .then(
            (has_initiator & against_armed & pl.col("after").str.contains(POST_AFTER))
            | (by_rebels & pl.col("after").str.contains(CRAFT_SEIZED))
        )
        .when(form.is_in(OF_HARM))
        .then(has_initiator | (has_target & pl.col("has_weapon")) | is_many_hit)
        .when((form == "do") & is_sure)
        .then(has_object & (has_initiator | has_place))
        .when(form == "do")
        .then(
            is_alone
            | has_object
            & (is_armed_attack | by_weapon | (has_initiator & (~by_country | by_arms | is_strike)))
        )
        .when((form == "done") & is_sure)
        .then(has_initiator | has_place)
        .when(form == "done")
        .then(
            has_initiator
            | (has_object & pl.when(on_country).then("has_weapon").otherwise(by_arms))
            | is_thing_hit
        )
        .when(form.is_in(["fire", "fired"]))
        .then(has_initiator | (has_target & pl.col("has_weapon")))
        .when(form.is_in(["throw", "thrown"]))
        .then(has_initiator | has_target | pl.col("has_scene"))
        .when(form.is_in(RECIPROCAL))
        .then(
            (has_initiator & (has_target | has_place))
            | ((is_witnessed() | is_told_of() | broke_out) & pl.col("has_scene"))
        )
        .when(form == "campaign")
        .then(has_initiator & (has_object | has_place))
        .when(form == "endure")
        .then(has_object | has_initiator | has_place)
        .when(form.is_in(["blast", "blasted"]))
        .then((pl.col("has_weapon") | blew_up) & (pl.col("has_scene") | has_initiator))
        .otherwise(
            (has_initiator & (has_object | has_place | has_harm))
            | has_target
            | is_carried_out
            | (
                (occurs | is_bare | is_dated | is_witnessed() | pl.col("is_condemned"))
                & pl.col("has_scene")
            )
        )
    )
    by_crowd, on_crowd = (
        pl.col(f"{role}_type").is_in(CROWDS).fill_null(False) for role in ("initiator", "target")
    )
    is_crowd = by_crowd | (on_crowd & ~form.is_in(["fire", "do"]))
    is_abstract = ~is_sure & (form == "do") & pl.col("after").str.contains(ABSTRACT)
    is_unarmed = ~is_sure & form.is_in(["do", "done"]) & pl.col("after").str.contains(UNARMED_AFTER)
    is_idle = pl.col("word").str.contains(ENGAGED) & (
        ~against_armed | pl.col("after").str.contains(IN_TALKS)
    )
    is_idle |= (form == "endure") & pl.col("after").str.contains(CRITICISED) & ~has_initiator
    is_idle |= pl.col("word").str.contains(SPRAYING) & ~pl.col("after").str.contains(BULLETS)
    is_idle |= pl.concat_str("word", "after").str.contains(f"{DESTROYED_IDLY}|{NO_WAR}")
    is_idle |= (form == "done") & pl.col("after").str.contains(IN_THE_PRESS)
    return told.filter(is_told, ~is_crowd, ~is_abstract, ~is_unarmed, ~is_idle)
