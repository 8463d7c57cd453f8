"""People made to leave: the words that tell it, and who of those that fled is displaced."""

import polars as pl

from pipelines.transforms.text.parties.actors import STATE_FORCES

# Words that displace people only where someone makes them go, and people who are displaced.
FORCED = (
    r"(?i)(?-u:\b)(?:forc|driv|drove|push|chas|evict|uproot|displac|expel)[a-z]*(?-u:\b)"
    r"[^;.]{0,80}$"
)
FROM_HOME = r"(?i)^(?:out of|from) their (?:homes|houses|villages)$"
# "Left 60 families without a home"
WITHOUT_HOME = r"(?i)^without (?:a )?(?:home|roof|shelter)"
LEFT_SO = r"(?i)(?-u:\b)(?:left|leav(?:e|es|ing)|render(?:ed|ing))(?-u:\b)[^;.]{1,60}$"
DISPLACED_PEOPLE = (
    r"(?i)(?-u:\b)(?:people|persons|residents|families|households|villagers|civilians|inhabitants|"
    r"townspeople|locals|women|children|citizens|refugees|displaced|thousands|hundreds)(?-u:\b)"
)
MANY = r"(?i)^(?:(?:more than|over|some|nearly|at least|up to) )?[0-9]{1,3},[0-9]{3}$"
FLED = r"(?i)^fle|(?-u:\b)fle[de]|(?:crossed|poured|streamed) into$|arrived (?:in|at)$"
# Who arrives is displaced where it is said that a place was left: "arrived in Tawila from X".
ARRIVED, FROM_PLACE = r"(?i)arrived (?:in|at)$", r"^[^.;]{2,60} from (?:the )?\p{Lu}|(?i)fleeing"
VISITING = r"(?i)(?-u:\b)(?:pilgrims?|tourists?|visitors?|delegates?|migrants?)(?-u:\b)"
# The last word of a people's name, and nouns that stand for anybody.
OF_PEOPLE = r"(?:^| )[A-Z][\p{L}'\x{2019}-]{3,}$"
NO_PEOPLE = (
    r"(?i)(?:people|persons|others|more|them|fighters|rebels|troops|soldiers|forces|men|gunmen|"
    r"militants|militiamen|guerrillas|insurgents|terrorists|those)$"
)
CIVILIANS = "civilians"
NOT_DISPLACED = (
    r"(?i)^\s+(?:the (?:scene|building|area in|spot|room|car|vehicle|prison|jail|bus|plane)|"
    r"on foot|in (?:a|the) (?:car|vehicle|van)|by car|prison|custody|jail|arrest|police|"
    r"justice|unhurt|screaming|in panic|through|down|up|across the (?:street|road))(?-u:\b)"
)
# "Has taken refuge at the Mexican embassy": asylum of one who is wanted.
REFUGE, MISSION = r"(?i)refuge", r"(?i)(?-u:\b)(?:embass(?:y|ies)|consulates?|nunciature)(?-u:\b)"
# "Forced 5,000 families from their homes", "out of the town", "to leave".
THEIR_HOMES = r"(?i)^ (?:from|out of) their (?:homes|houses|villages|land|farms)(?-u:\b)"
# Rents and courts do so too: no one is at war there.
IN_PEACE = (
    r"(?i)(?-u:\b)(?:rents?|rates?|prices?|landlords?|developers?|banks?|courts?|judges?|bailiffs?|"
    r"floods?|flooding|rains?|storms?|cyclones?|hurricanes?|"
    r"typhoons?|(?:wild|bush|forest )fires?|drought|earthquakes?|quakes?|landslides?|volcano|"
    r"eruptions?|tsunami|debts?|taxes)(?-u:\b)[^.;,]{0,40}$"
)
OUT_OF_TOWN = (
    r"^[^.;,]{0,20}? ?(?:(?i:from|of|out of) (?i:the )?(?:(?i:[a-z-]+ ){0,3}"
    r"(?i:homes?|houses|land|towns?|cit(?:y|ies)|villages?|districts?|areas?|region|province|camps?|"
    r"neighbou?rhoods?|countryside)(?-u:\b)|[A-Z])|"
    r"(?i:to (?:leave|abandon|flee|evacuate))(?-u:\b))"
)


def keep_fled(measured: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Of those who fled, keep people without arms who left a place; none who 'fled the scene'."""
    at = measured.join(
        sentences.select("sentence_id", base="start", sentence="text"),
        on="sentence_id",
        maintain_order="left",
    )
    who = pl.col("sentence").str.slice(
        pl.col("group_start") - pl.col("base"), pl.col("group_end") - pl.col("group_start")
    )
    after = pl.col("sentence").str.slice(pl.col("anchor_end") - pl.col("base"))
    fled = (pl.col("harm") == "displaced") & pl.col("trigger_text").str.contains(FLED)
    is_people = (who + " " + pl.col("trigger_text")).str.contains(DISPLACED_PEOPLE)
    # "40,000 flee as X nears Y"
    is_people |= who.str.contains(MANY) & pl.col("trigger_text").str.contains(r"(?i)^flee$")
    driven = (pl.col("harm") == "displaced") & (pl.col("trigger_sense") == "expelled")
    behind = pl.col("sentence").str.slice(
        pl.max_horizontal("anchor_end", "group_end") - pl.col("base")
    )
    # "Forced 6,000 from their homes"
    ahead = pl.col("sentence").str.slice(0, pl.col("anchor_start") - pl.col("base"))
    is_people |= driven & behind.str.contains(THEIR_HOMES) & ~ahead.str.contains(IN_PEACE)
    told = is_people & ~after.str.contains(NOT_DISPLACED) & ~who.str.contains(VISITING)
    # "Hundreds of soldiers fled into Iraq"
    told &= ~pl.col("victim_actor_id").str.starts_with(STATE_FORCES).fill_null(False)
    told &= ~pl.col("trigger_text").str.contains(ARRIVED) | after.str.contains(FROM_PLACE)
    # "Forced 2,000 people out of Goma": a town, and no bus.
    told &= ~driven | behind.str.contains(OUT_OF_TOWN)
    fled |= driven
    # "Six wounded people arrived in Goma from Sake" for treatment.
    told &= pl.col("rule_id") != "of_wounded"
    in_asylum = pl.col("trigger_text").str.contains(REFUGE)
    in_asylum &= pl.col("sentence").str.contains(MISSION)
    # "Thousands of Sudanese were displaced": a people bears no arms.
    of_people = (pl.col("harm") == "displaced") & pl.col("victim_actor_id").is_null()
    of_people &= pl.col("value_low").is_not_null()
    of_people &= who.str.contains(OF_PEOPLE) & ~who.str.contains(NO_PEOPLE)
    return (
        at.filter(~fled | told.fill_null(False), ~in_asylum)
        .with_columns(
            victim_actor_id=pl.when(of_people.fill_null(False))
            .then(pl.lit(CIVILIANS))
            .otherwise("victim_actor_id")
        )
        .drop("base", "sentence")
    )
