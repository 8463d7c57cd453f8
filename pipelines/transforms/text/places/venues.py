"""Places where something is only said, or that are part of a name: nothing happened there."""

import polars as pl

from pipelines.transforms.text.grammar.latin import LATIN
from pipelines.transforms.text.places.care import is_of_care
from pipelines.transforms.text.places.carried_scenes import NO_SCENE_COST, VENUE_COST
from pipelines.transforms.text.places.datelines import DATELINE_REACH, in_dateline, least_cost
from pipelines.transforms.text.places.journeys import is_of_journey
from pipelines.transforms.text.places.ranks import ISSUED, RANKED, RANKED_GROUP
from pipelines.transforms.text.runs import beside

# "At a meeting in Nairobi", "from exile in Madrid", "told reporters in Dubai".
SAID_AT = (
    r"(?i)(?:(?:^|\s)based|(?-u:\b)(?:meetings?|talks|dialogue|conferences?|interviews?|summits?|rally|"
    r"congregation|audience|"
    r"reporters|journalists|newsmen|speech|speaking|exile|(?:who|now|still|he|she|they) lives?|"
    r"living|residing|resident|briefings?|sessions?|hearings?|negotiations|seminar|"
    r"university studies|visit|trip|stopover|broadcast|monitored|headquartered|issued|"
    r"statements?(?: (?:issued|released|made|signed))?|reached (?:the )?"
    r"[a-z]+|contact(?:ed)? (?:the )?[a-z]*))"
    r"(?: (?:with|of|to|by|the|a|an|his|her|their|yesterday|today|held|last|week|month|here|"
    r"foreign|prime|"
    r"president|ministers?|leaders?|officials?|(?-i:[A-Z][A-Za-z]+))){0,5} "
    r"(?:in|at|from|to) (?:the )?(?:(?:north|south|east|west|central)[a-z]* )?"
    r"(?:city of |capital(?:,|) )?$"
)
# "She told the aid group on Saturday in Adre"
SAID_ON_DAY_IN = (
    r"(?i)(?-u:\b)(?:told|said|says|added)(?: [a-z]+){0,4} (?:on [a-z]+day|yesterday|today) in "
    r"(?:the )?$"
)
# "The government in Kinshasa said".
SEATED_IN = (
    r"(?i)(?-u:\b)(?:governments?|authorities|regime|administration|leaders|ministry|embassy|"
    r"parliament) in (?:the )?$"
)
# "A bomb near the embassy in X": nobody speaks there.
AROUND_SEAT = (
    r"(?i)(?-u:\b)(?:outside|near|inside|in front of|opposite|hit|struck|rocked|targeted|attacked|"
    r"stormed|bombed|rammed|(?:attack|raid|assault|strike|blast) (?:on|at)|"
    r"(?:killed|wounded|injured|exploded|detonated|off|explosion|shooting|people|persons|guards?|"
    r"marines?|soldiers|policemen|hostages?) (?:at|in)) (?:a |an |the )?"
    r"(?:[A-Za-z.]+ ){0,3}(?:ministry|embassy|parliament) in (?:the )?$"
)
COURT = r"(?i)(?-u:\b)(?:court|tribunal) in (?:the )?$"
# "Outside a court in X": there something else happens than what is said in it.
AROUND_COURT = (
    r"(?i)(?-u:\b)(?:outside|near|inside|on|in front of|hit|struck|rocked|targeted|attacked|"
    r"stormed|bombed|ripped through|tore through) (?:a |an |the )?(?:[A-Za-z]+ ){0,2}"
    r"(?:court|tribunal) in (?:the )?$"
)
# "The Moscow government", "the Medellin drug cartel", "the Tripoli Brigade".
NAMED_AFTER = (
    r"(?i)^(?:[- ](?:drug|based|led|armored|infantry))?[- ](?:governments?|administration|regime|"
    r"cartels?|brigades?|battalions?|regiments?|corps|divisions?|daily|newspaper|times|tribune|"
    r"herald|post|bureau|"
    r"(?:information|intelligence|secret) (?:service|agency)|(?:state )?(?:police )?command|"
    r"mafia|based|trained|accords?|agreements?|summit|declaration|stock exchange|conference|"
    r"boulevard|avenue|street)(?-u:\b)"
)
# "The Sinnar Youth Gathering said" is no place, "the Sumy Governor said" tells of Sumy.
NAME_OF_SPEAKER = (
    r"^ (?:[A-Z][A-Za-z-]+ ){1,4}(?:(?:group|network|committee) )?"
    r"(?:said|says|told|reported|reports|added|announced|confirmed|wrote|documented)(?-u:\b)"
)
# "Islamabad has not commented": nobody says that anything happened there.
SILENT_SEAT = (
    r"(?i)^ (?:(?:has|have|had|did|does) not (?:yet |so far |immediately )?(?:commented|comment|"
    r"responded|respond|reacted|react|confirmed|confirm)|"
    r"(?:has|had) yet to (?:comment|respond|react)|(?:declined|refused) to (?:comment|confirm)|"
    r"has (?:denied|accused|blamed|vowed|rejected))(?-u:\b)"
)
OFFICE_NEXT = (
    r"^ (?:Governor|Mayor|Regional|Oblast|Province|Provincial|Police|State|County|District|City|"
    r"Region|Chief|Residents?|Military|Deputy)(?-u:\b)"
)
# "The Kandahar Hotel in Kabul" is in Kabul.
CALLED_AFTER = (
    r"^ (?:[A-Z][a-z]+ )?(?:Hotel|Hospital|University|College|School|Mosque|Church|Square|Street|"
    r"Avenue|Stadium|Restaurant|Cafe|Mall|Bridge|Prison|Palace|Theat(?:re|er)|Market)"
    r"(?: (?:area|district|neighbou?rhood))? (?:in|of) (?:[a-z]+ )?[A-Z][a-z]|"
    r"^ (?:HOTEL|STADIUM|AVENUE|STREET|BOULEVARD|SQUARE|PLAZA|PARK) (?:IN|OF) [A-Z]"
)
# "Syria's second city, Aleppo" is Aleppo; "Britain's embassy in Nairobi" is no place in Britain.
OWNS_CITY = (
    rf"^['\x{{2019}}]s (?:[{LATIN}0-9-]+ ){{0,3}}"
    r"(?:(?:city|town|capital|port|province|region|state|village|camp), \p{Lu}|"
    r"(?i:embass(?:y|ies)|consulates?|ambassadors?|consuls?|diplomats?|envoys?)"
    r"(?-u:\b))"
)
# "The Damascus suburb of X" is X; "Rustaq district of Takhar" is Rustaq.
NAMES_NEXT = (
    r"^\s+(?:[a-z-]+\s+)?(?:suburb|neighbou?rhood|quarter|area|town|village|port|"
    r"countryside)\s+of\s+(?:[A-Z]|[a-z]+-)"
)
# "Kyiv forces", "Damascus's troops"; a country's are in it as often as not.
FORCES_OF = (
    r"(?i)^['\x{2019}]?s?(?:[- ](?:government|army|ground|air))?[- ](?:forces|troops)(?-u:\b)"
)
# "Cano de Padilla", "San Pedro de la Cueva" are other places than Cano and San Pedro.
# So is "Imphal West district".
LONGER_NAME = (
    r"^ (?i:de|del|da|do|el|la)(?: (?i:la|las|los|el))? [A-Z]|"
    r"^ (?:North|South|East|West|Central|Upper|Lower) (?i:district|county|township|tehsil|zone)"
)
# "The group Love for Medellin", "films such as 'Salvador'": what something is called.
CALLED = (
    r"(?i)(?-u:\b)(?:groups?|gang|organi[sz]ation|band|squad|commando|movement|films?|movies?|"
    r"books?|"
    r"novel|songs?|series|operation|brand|newspaper|magazine|program(?:me)?|committee)(?:,? "
    r"(?:called|"
    r"named|known as|calling itself|entitled|titled|dubbed|such as|like|including))?,? "
    r"(?:[\"'\x{201c}\x{2018}](?:[\p{L}.-]+,? ){0,5}|(?-i:\p{Lu}\p{Ll}+ (?:for|de|of|to) ))$|"
    r"(?-u:\b)(?:films?|movies?|books?|songs?) (?:such as|like) [^.;]{1,40} and "
    r"[\"'\x{201c}\x{2018}]$"
)
# "The estates called 'Las Palmas' and 'Florencia'", "the farm 'Berlin'": what bears a name.
QUOTED_SITE = (
    r"(?i)(?-u:\b)(?:estates?|farms?|ranch(?:es)?|haciendas?|plantations?|villas?|boats?|ships?|"
    r"vessels?|yachts?|tankers?|trawlers?|hotels?|restaurants?|cafes?|bars?|schools?|columns?|"
    r"fronts?|units?|companies|battalions?|platoons?),? (?:(?:called|named|known as|such as) )?"
    r"[\"\x{201c}\x{2018}'](?:[^.;]{0,80}[ ,][\"\x{201c}\x{2018}'])?$"
)
# "A U.S. citizen", "two US soldiers": whose they are, and not where.
OF_COUNTRY = r"(?i)(?-u:\b)(?:u\.s|us|u\.k|uk|u\.s\.s\.r)\.?$"
# "Nicaragua asked the council to condemn the murder": it was not done there for that.
ASKS = (
    r"(?i)^ (?:(?:has|have|had|also|again|today) )*(?:asked|asks|wants|urge[sd]|demand(?:s|ed)|"
    r"request(?:s|ed)|call(?:s|ed) (?:on|for)|recall(?:s|ed)|expel(?:s|led)|vow(?:s|ed)|"
    r"thank(?:s|ed)|offer(?:s|ed)|sent|sends|protest(?:s|ed)|complain(?:s|ed)|trained|trains|"
    r"armed|arms|financed|finances|funded|funds|harbou?red|harbou?rs|sheltered|shelters|masterminded)"
    r"(?-u:\b)"
)
NO_NOUN = (
    r"(?i)^\.?\s+(?:and|or|on|in|at|to|by|for|from|with|after|before|when|while|where|has|have|had|"
    r"is|was|will|would|said|says)(?-u:\b)"
)
NOUN_BEHIND = r"^\.?\s+[A-Za-z]"
# "It was reported today in Lima that": a place between a verb of saying and what is said.
REPORTED_IN = (
    r"(?i)(?-u:\b)(?:reported|said|announced|stated|disclosed|learned|revealed|confirmed|told)"
    r"(?-u:\b)[^.;,]{0,40} in (?:the )?$"
)
THAT_BEHIND = r"(?i)^,? (?:today |yesterday )?that(?-u:\b)"
AREA_OF, AREA_REACH = r"(?i)^\s+area\s+of\s+", 20
# "In territory occupied by Russia" is not in Russia.
HELD_BY = r"(?i)(?-u:\b)(?:occupied|held|controlled|annexed|administered|ruled) by (?:the )?$"
# "A missile fired by X in Y hit Z": it came from there.
LAUNCHED_IN = (
    rf"(?i)(?-u:\b)(?:fired|launched) by (?:the )?[{LATIN}0-9'\x{{2019}}-]+"
    r"(?: (?:rebels|forces|fighters|militia|militants|troops|army|group))? (?:in|inside|from) "
    r"(?:the )?$"
)
# "Towards the Niger border": on this side of it.
ITS_BORDER = (
    r"(?i)^ (?:border|frontier)s?(?:[.,;]|$| (?:on|in|at|and|when|where|after|before)(?-u:\b))"
)
# "The former ambassador to X was shot dead" at home.
SENT_TO = (
    r"(?i)(?-u:\b)(?:ambassadors?|envoys?|emissar(?:y|ies)|high commissioner|consul(?: general)?|"
    r"attach[e\x{e9}]s?|representatives?|delegates?|advis[eo]rs?) to (?:the )?$|"
    # "Salas, former consul in X, was kidnapped"
    r"(?-u:\b)(?:former|formerly|ex|one-time|previous|retired)[ -](?:[\p{L}.'-]+ ){0,4}"
    r"(?:ambassador|consul|envoy|attach[e\x{e9}])(?: general)?,? "
    r"(?:in|at) (?:the )?$"
)
# "Accused of spying for X", "worked for X": whom somebody served; "strikes blamed on X".
SERVING = (
    r"(?i)(?-u:\b)(?:sp(?:y|ies|ied|ying)|espionage|work(?:s|ed|ing)?|informers?|informants?|spies|"
    r"agents?|mercenar(?:y|ies)|lobb(?:y|ied|ying)) for (?:the )?(?:enemy |neighbou?ring )?$|"
    r"(?-u:\b)(?:blamed?|pinned)(?: [a-z]+)? on (?:the )?$"
)
# "Near the border with X": on this side of it.
BORDER_WITH = (
    r"(?i)(?-u:\b)(?:(?:borders?|frontiers?) with|(?:which|that) borders|bordering) (?:the )?"
    r"(?:neighbou?ring )?$"
)
# "Lebanon's health ministry said that nine were killed across the country": Lebanon.
THE_COUNTRY = (
    r"^[^;]{0,160}(?-u:\b)(?:in|across|throughout|around|inside|over|all over) the "
    r"(?:whole |entire )?(?:country|nation)(?-u:\b)"
)
COUNTRY_COST = 1
REACH, VENUE_REACH = 90, 40


def is_adjective(name: pl.Expr, behind: pl.Expr) -> pl.Expr:
    """True for a country by its initials before a noun: "a U.S. citizen"."""
    return (
        name.str.contains(OF_COUNTRY)
        & behind.str.contains(NOUN_BEHIND)
        & ~behind.str.contains(NO_NOUN)
    )


def is_venue(near: pl.Expr, name: pl.Expr, behind: pl.Expr) -> pl.Expr:
    """True for a place by its name and the text near it in its sentence: the REACH characters
    before it, and what stands behind."""
    return (
        is_adjective(name, behind)
        | behind.str.contains(LONGER_NAME)
        | (near.str.contains(REPORTED_IN) & behind.str.contains(THAT_BEHIND))
        | near.str.contains(SAID_AT)
        | near.str.contains(SAID_ON_DAY_IN)
        | (near.str.contains(SEATED_IN) & ~near.str.contains(AROUND_SEAT))
        | is_of_journey(near, behind)
        | is_of_care(near, behind)
        | near.str.contains(SENT_TO)
        | near.str.contains(ISSUED)
        | near.str.contains(BORDER_WITH)
        | near.str.contains(LAUNCHED_IN)
        | near.str.contains(CALLED)
        | near.str.contains(QUOTED_SITE)
        | (near.str.contains(COURT) & ~near.str.contains(AROUND_COURT))
        | behind.str.contains(NAMED_AFTER)
        | (behind.str.contains(NAME_OF_SPEAKER) & ~behind.str.contains(OFFICE_NEXT))
        | behind.str.contains(CALLED_AFTER)
        | behind.str.contains(SILENT_SEAT)
        | behind.str.contains(OWNS_CITY)
    )


def rate_venues(named: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """The places, those dearer where something is only said, that are part of a name, or that a
    dateline names (is_dateline)."""
    at, upto = pl.col("start") - pl.col("base"), pl.col("end") - pl.col("base")
    ahead, lead, near = (pl.col(name) for name in ("ahead", "lead", "near"))
    told = with_words_beside(named, sentences).with_columns(
        is_venue=is_venue(lead, pl.col("text"), near)
    )
    venue = pl.col("is_venue")
    # "The Maiduguri area of Borno" is Maiduguri.
    run = pl.col("sentence_id")
    next_id = beside(pl.col("location_id"), run, -1)
    holds = pl.any_horizontal(next_id == pl.col(unit) for unit in ("admin1_id", "country_id"))
    # "The Kokernag area of Anantnag" is Kokernag, too.
    is_next = (beside(at, run, -1) - upto <= AREA_REACH) & near.str.contains(AREA_OF)
    holds |= is_next
    # "The Cité Soleil neighborhood of Port-au-Prince", but "the Damascus suburb of Harasta".
    holds |= (beside(pl.col("admin1_id"), run, -1) == pl.col("admin1_id")) & (
        beside(pl.col("population"), run, -1) > pl.col("population").fill_null(0)
    )
    venue |= near.str.contains(NAMES_NEXT) & ~holds.fill_null(False)
    # "Into Gambella, Ethiopia": nor is what it lies in.
    follows = (at - beside(upto, run, 1) == len(", ")) & (
        beside(pl.col("country_id"), run, 1) == pl.col("location_id")
    )
    venue |= (follows & beside(venue, run, 1)).fill_null(False)
    is_served = lead.str.contains(SERVING)
    venue |= (near.str.contains(ASKS) | is_served) & (pl.col("location_type") == "country")
    venue |= near.str.contains(ITS_BORDER) & (pl.col("location_type") == "country")
    is_holder = lead.str.contains(HELD_BY)
    venue |= is_holder & (pl.col("location_type") == "country")
    venue |= near.str.contains(FORCES_OF) & (pl.col("location_type") != "country")
    is_ranked = lead.str.contains(RANKED)
    is_land = pl.col("location_type") == "country"
    venue |= is_ranked & lead.str.contains(RANKED_GROUP) & ~is_land
    dearer = (
        pl.when(venue.fill_null(False))
        .then(VENUE_COST)
        .when(is_ranked & is_land)
        .then(NO_SCENE_COST)
        .otherwise(0)
    )
    cost = pl.max_horizontal(pl.col("cost") + dearer, least_cost(at, pl.col("behind")))
    is_meant = (pl.col("location_type") == "country") & pl.col("sentence").str.slice(
        upto
    ).str.contains(THE_COUNTRY)
    return told.with_columns(
        cost=pl.when(is_meant.fill_null(False))
        .then(COUNTRY_COST)
        .otherwise(cost)
        .cast(named.schema["cost"]),
        is_dateline=in_dateline(at, pl.col("behind")) & ~ahead.str.contains(r"(?:^|\s)\p{Ll}"),
    ).drop("base", "sentence", "population", "ahead", "behind", "lead", "near", "is_venue")


def with_words_beside(named: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """The places with base and sentence, ahead and behind of them there, and what is near of both:
    lead and near."""
    texts = sentences.select("sentence_id", base="start", sentence="text")
    at, upto = pl.col("start") - pl.col("base"), pl.col("end") - pl.col("base")
    return (
        named.join(texts, on="sentence_id", how="left", maintain_order="left")
        .with_columns(
            ahead=pl.col("sentence").str.slice(0, at),
            behind=pl.col("sentence").str.slice(upto, DATELINE_REACH),
        )
        .with_columns(
            lead=pl.col("ahead").str.tail(REACH), near=pl.col("behind").str.slice(0, VENUE_REACH)
        )
    )
