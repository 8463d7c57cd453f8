"""Towns of those who speak: "officials in Sumy said a missile killed four" tells of Sumy."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.grammar.calendar_words import WEEKDAY
from pipelines.transforms.text.grammar.latin import LATIN
from pipelines.transforms.text.places.carried_scenes import NO_SCENE_COST, REACH

# What such a town costs: less than another sentence's scene, and more than one of its own.
COST = NO_SCENE_COST // 2
# Who speaks of what is around them.
ADJECTIVE = (
    r"(?:(?:the|local|health|military|regional|provincial|municipal|city|district|police|army|"
    r"security|hospital|medical|rescue|emergency|administration|several|two|three|government|"
    r"state) )*"
)
LOCAL = (
    rf"(?i)(?:^\W*(?:[\p{{L}}-]+,? )?|, |according to |[\x{{201d}}\"] ){ADJECTIVE}"
    r"(?:officials?|authorities|police|prosecutors?|residents?|doctors?|medics|activists?|rescuers|"
    r"witnesses|hospitals?|workers|sources?|services|governor|mayor|elders?|villagers) in (?:the )?"
    r"(?:(?:north|south|east|west|central)[a-z]* )?(?:(?:city|town|port|province|region) of )?$"
)
# Who lives there: "a resident of Sake said", "Sake's mayor said".
NATIVE = (
    r"(?:residents?|inhabitants?|villagers?|people|elders?|(?:deputy )?mayor|(?:village |town )?"
    r"(?:chief|head|leader|administrator)|nurse|doctor|teacher|farmer|trader|shopkeeper|imam|priest|"
    r"community (?:leader|head)|civil society (?:leader|activist|member))"
)
OF_NATIVE = (
    r"(?i)(?:^\W*|, |according to |[\x{201d}\"] )(?:(?:an?|one|some|many|another|local|former) )?"
    rf"{ADJECTIVE}{NATIVE},? (?:of|from|in|who (?:had )?(?:fled|left|escaped)) (?:the )?"
    r"(?:(?:besieged|nearby|stricken) )?(?:(?:city|town|village|area|community) of )?$"
)
OPENS_CLAUSE = r"(?i)(?:^\W*|, |according to |[\x{201d}\"] )(?:several |two |many |some )?$"
NATIVE_BEHIND = rf"(?i)^(?:['\x{{2019}}]s)? (?:town |city |village )?{NATIVE}(?-u:\b)"
THE_TOWN = (
    r"(?i)(?-u:\b)(?:the|their|our) (?:town|village|city|settlement|community|area|camp)(?-u:\b)"
)
# Where and when the speaker's own story is: not what another town told of before.
THE_CITY = r"(?i)(?-u:\b)(?:the|their|our) (?:city|airport)(?-u:\b)"
SAID_ON = (
    r"(?i)(?-u:\b)(?:said|told [^,.;]{2,30}|reported|confirmed|announced|stated)"
    rf" (?:late |early )?(?:on )?(?:{WEEKDAY}|yesterday|today)"
)
DAY = rf"(?i)(?-u:\b)({WEEKDAY}|yesterday|today|tonight|last night|overnight)(?-u:\b)"
SAYS = (
    r"(?i)^(?: (?:city|town|province|region|state|county|district))?,?"
    rf"(?: [{LATIN}' -]{{2,30}},)?"
    r" (?:said|say|says|told|reported|report|confirmed|announced|stated)(?-u:\b)"
)


def rate_speakers_towns(
    named: pl.DataFrame, unlisted: pl.DataFrame, sentences: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """The places, towns and units of those who speak at a sentence's head cheaper than what other
    sentences tell of, unless they are a state's seat; towns of those who live there are a scene
    where no other is told, or where what they tell of is "the town"."""
    seats = lexicons.words.filter(pl.col("kind") == "seat")["phrase"].implode()
    said = pl.col("text").str.replace_all(SAID_ON, "").str.extract(DAY).str.to_lowercase()
    texts = sentences.select(
        "sentence_id", "sentence_no", "item_no", base="start", sentence="text", day=said
    )
    at, upto = pl.col("start") - pl.col("base"), pl.col("end") - pl.col("base")
    ahead, behind = pl.col("sentence").str.slice(0, at), pl.col("sentence").str.slice(upto)
    is_seat = pl.col("text").str.to_lowercase().is_in(seats)
    is_local = (
        ahead.str.contains(LOCAL)
        & behind.str.contains(SAYS)
        & (pl.col("location_type") != "country")
        & ~is_seat
    )
    is_native = ahead.str.contains(OF_NATIVE) | (
        ahead.str.contains(OPENS_CLAUSE) & behind.str.contains(NATIVE_BEHIND)
    )
    is_native &= (pl.col("location_type") == "populated_place") & ~is_seat
    told = behind.str.contains(THE_TOWN)
    rated = (
        named.join(texts, on="sentence_id", how="left", maintain_order="left")
        .with_columns(
            is_local=(is_local | (is_native & told)).fill_null(False),
            is_native=is_native.fill_null(False),
            is_own=behind.str.contains(THE_CITY),
        )
        .drop("base", "sentence")
    )
    cost = (
        pl.when(told_before(rated, unlisted, texts, lexicons.places))
        .then(NO_SCENE_COST)
        .when("is_local")
        .then(COST)
        .when("is_native")
        .then(pl.min_horizontal("cost", pl.lit(NO_SCENE_COST)))
        .otherwise("cost")
    )
    return rated.with_columns(cost=cost.cast(named.schema["cost"])).select(*named.columns)


def told_before(
    rated: pl.DataFrame, unlisted: pl.DataFrame, sentences: pl.DataFrame, places: pl.DataFrame
) -> pl.Series:
    """True for the town of a speaker where the few sentences before tell of another town or
    district of its first-level unit: "gunmen killed nine in Mangu. Police in Jos said five were
    hurt". Not where the speaker tells of "the city" or of another day."""
    keys = ["article_id", "item_no", "admin1_id"]
    is_scene = pl.col("location_type").is_in(["populated_place", "admin2"])
    is_scene &= ~pl.any_horizontal("is_local", "is_native", "is_dateline")
    known = rated.filter(pl.col("cost") < COST, is_scene).rename({"location_id": "told_id"})
    units = places.select("admin1_id", holder_id="location_id")
    unknown = (
        unlisted.filter(pl.col("cost") < COST)
        .join(units, on="holder_id")
        .join(sentences.select("sentence_id", "sentence_no", "item_no", "day"), on="sentence_id")
        .with_columns(told_id=pl.lit(""))
    )
    told = pl.concat(
        scenes.select(*keys, "told_id", told_no="sentence_no", told_day="day")
        for scenes in (known, unknown)
    )
    asked = rated.with_row_index("row").filter("is_local", ~pl.col("is_own"))
    asked = asked.join(told, on=keys)
    gap = pl.col("sentence_no") - pl.col("told_no")
    is_day = (pl.col("day") == pl.col("told_day")).fill_null(True)
    before = asked.filter(gap > 0, gap <= REACH, pl.col("told_id") != pl.col("location_id"), is_day)
    return pl.int_range(rated.height, eager=True).is_in(before["row"].implode())
