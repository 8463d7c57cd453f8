"""Towns of those who speak: "officials in Sumy said a missile killed four" tells of Sumy."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.grammar.latin import LATIN
from pipelines.transforms.text.places.carried_scenes import NO_SCENE_COST

# What such a town costs: less than another sentence's scene, and more than one of its own.
COST = NO_SCENE_COST // 2
# Who speaks of what is around them.
LOCAL = (
    r"(?i)^\W*(?:[\p{L}-]+,? )?(?:(?:the|local|health|military|regional|provincial|municipal|city|"
    r"district|police|army|security|hospital|medical|rescue|emergency|administration|several|two|"
    r"three|government|state) )*"
    r"(?:officials?|authorities|police|prosecutors?|residents?|doctors?|medics|activists?|rescuers|"
    r"witnesses|hospitals?|workers|sources?|services|governor|mayor|elders?|villagers) in (?:the )?"
    r"(?:(?:north|south|east|west|central)[a-z]* )?(?:(?:city|town|port|province|region) of )?$"
)
SAYS = (
    r"(?i)^(?: (?:city|town|province|region|state|county|district))?,?"
    rf"(?: [{LATIN}' -]{{2,30}},)?"
    r" (?:said|say|says|told|reported|report|confirmed|announced|stated)(?-u:\b)"
)


def rate_speakers_towns(
    named: pl.DataFrame, sentences: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """The places, towns and units of those who speak at a sentence's head cheaper than what other
    sentences tell of, unless they are a state's seat."""
    seats = lexicons.words.filter(pl.col("kind") == "seat")["phrase"].implode()
    texts = sentences.select("sentence_id", base="start", sentence="text")
    at, upto = pl.col("start") - pl.col("base"), pl.col("end") - pl.col("base")
    is_local = (
        pl.col("sentence").str.slice(0, at).str.contains(LOCAL)
        & pl.col("sentence").str.slice(upto).str.contains(SAYS)
        & (pl.col("location_type") != "country")
        & ~pl.col("text").str.to_lowercase().is_in(seats)
    )
    return (
        named.join(texts, on="sentence_id", how="left", maintain_order="left")
        .with_columns(
            cost=pl.when(is_local.fill_null(False))
            .then(pl.min_horizontal("cost", pl.lit(COST)))
            .otherwise("cost")
            .cast(named.schema["cost"])
        )
        .drop("base", "sentence")
    )
