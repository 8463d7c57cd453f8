"""Datelines of news bureaus abroad, which tell nothing of where something happened."""

import polars as pl

from pipelines.transforms.text.places.datelines import DATELINE, OPENING

# Whose people or state fights, or speaks: "Congolese rebels", "Sudan's army".
ACTING = (
    r"^(?:['\x{2019}]s?)? (?:[a-z-]+ ){0,1}(?i:rebels?|troops|army|armed forces|forces|soldiers?|"
    r"paramilitar(?:y|ies)|militia(?:s|men)?|insurgents|fighters|military|air force|warplanes|"
    r"jets|drones?|police|gunmen|guerrillas|junta|government|authorities|officials|villagers|"
    r"civilians|defen[cs]e ministry|navy|marines)(?:[^\p{L}]|$)"
)
# Where agencies have bureaus that write of other countries.
HUBS = (
    "nairobi", "dakar", "cairo", "amman", "dubai", "istanbul", "johannesburg", "bangkok", "abidjan",
    "accra", "paris", "london", "madrid", "rome", "berlin", "athens", "nicosia", "beijing", "tokyo",
    "hong kong", "singapore", "new delhi", "mexico city", "havana", "caracas", "managua", "lima",
    "buenos aires", "rio de janeiro", "sao paulo", "panama city", "miami", "tunis", "rabat",
    "algiers", "doha", "riyadh", "warsaw", "moscow", "pretoria", "libreville", "lisbon",
)  # fmt: skip
SEATS = ("geneva", "new york", "the hague", "brussels", "vienna", "strasbourg", "washington")
# Who speaks in Geneva or New York of what happened elsewhere.
BODIES = (
    r"(?-u:\b)(?:UN|U\.N\.|United Nations|UNITED NATIONS|Secretary-General|Security Council|"
    r"(?:[Ee]xperts|High Commissioner|OHCHR|UNICEF|WFP|UNHCR|WHO|IOM|OCHA|ICRC|Red Cross|MSF|"
    r"Amnesty|Human Rights Watch|State Department|European Union|EU)|(?i:condemn(?:ed|s)?))(?-u:\b)"
)


def bureaus(spans: pl.DataFrame, peoples: pl.DataFrame) -> pl.DataFrame:
    """The towns of datelines (hit_no), seats of bureaus in a country of which the article names
    nothing else, where their sentence tells what another's people or state does ("NAIROBI -
    Congolese rebels killed ten"), or where a body speaks at its own seat ("GENEVA - UN experts
    condemned the killing").

    spans: names with what they mean and what surrounds them; peoples: demonyms, with right.
    """
    is_place = (pl.col("what") == "place") & pl.col("entity_id").is_not_null()
    towns = spans.filter(
        is_place,
        pl.col("location_type") == "populated_place",
        pl.col("start") <= OPENING,
        pl.col("right").str.contains(DATELINE),
    ).select("hit_no", "article_id", "sentence_id", "key", "country_id", "text")
    if towns.is_empty():
        return towns.select("hit_no")
    named = pl.concat(
        [
            spans.filter(is_place).select(
                "article_id", "sentence_id", "country_id", "key", "right"
            ),
            peoples.select("article_id", "sentence_id", "country_id", "key", "right"),
        ]
    ).join(towns.select("article_id").unique(), on="article_id", how="semi")
    at_home = (
        towns.join(named, on=["article_id", "country_id"], suffix="_other")
        .filter(pl.col("key") != pl.col("key_other"))
        .select("hit_no")
    )
    acting = named.filter(pl.col("right").str.contains(ACTING)).select(
        "sentence_id", acting_id="country_id"
    )
    abroad = (
        towns.filter(pl.col("key").is_in(HUBS))
        .join(acting, on="sentence_id")
        .filter(pl.col("acting_id") != pl.col("country_id"))
        .join(at_home, on="hit_no", how="anti")
    )
    at_seat = towns.filter(pl.col("key").is_in(SEATS), pl.col("text").str.contains(BODIES))
    return pl.concat([abroad.select("hit_no"), at_seat.select("hit_no")]).unique()
