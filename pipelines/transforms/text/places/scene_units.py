"""Units beside a scene: those that open a sentence, own the next place, are told of throughout."""

import polars as pl

from pipelines.transforms.text.places.carried_scenes import NO_SCENE_COST
from pipelines.transforms.text.runs import beside

# "In Idlib, two were killed in the town of Binnish": mentions within which a unit opens.
OPENING_MENTIONS = 3
# "Ethiopia's long restive Amhara region"
OWNED_WORDS = 3
# What is told of a whole country is not told of the place named last.
NATIONWIDE = (
    r"(?i)(?-u:\b)(?:(?:throughout|across|all over|around|in various parts of) the "
    r"(?:country|nation)|nationwide|countrywide)(?-u:\b)|"
    r"(?-u:\b)(?:killed|dead|died|deaths?|wounded|injured|displaced|abducted|kidnapped)(?-u:\b)"
    r"(?:[^.;]{0,60} in (?:the|this) country (?:in|since|last|this|so far|over|during|between|"
    r"alone)|(?: (?:and|or|more|than|at|least|some|another|others?|people|[0-9][0-9,]*|injured|"
    r"wounded|killed|displaced|so|far)){0,6} in (?:the|this) country)(?-u:\b)|"
    r"^\W*(?:since|in|during)(?-u:\b)[^;.]{0,40}(?:19|20)[0-9]{2}(?-u:\b)[^;.]{0,80} in "
    r"(?:the|this) country(?-u:\b)"
)
# Nor what a war has done, or all that was done since a coup.
OF_WAR = (
    r"(?i)(?-u:\b)(?:war|conflict|insurgency|rebellion)(?-u:\b)[^.;]{0,60} (?:has|have) "
    r"(?:also |now |already )?(?:killed|claimed|left|displaced|uprooted|wounded|driven|forced|cost)"
    r"(?-u:\b)|"
    r"^\W*(?:in|during|over|within) the (?:first|second|third|last|past) (?:[a-z0-9]+ )?(?:months?|"
    r"quarter|half|years?)(?-u:\b)[^.;]{0,80} (?:document|record|register|verif|count|report)ed"
    r"(?-u:\b)|"
    r"(?-u:\b)toll (?:since|from) the (?:start|beginning|outbreak) of (?:the|this) (?:[a-z-]+ )?"
    r"(?:war|conflict|offensive|assault|aggression)(?-u:\b)|"
    r"(?-u:\b)in (?:the|a|its|this) (?:[a-z-]+ ){0,3}(?:war|conflict|insurgency|rebellion) since "
    r"(?:[a-z]+ )?(?:19|20)[0-9]{2}(?-u:\b)|"
    r"(?-u:\b)since (?:the|its|a) (?:[a-z0-9-]+ ){0,3}(?:coup|putsch|invasion|revolution|"
    r"(?:war|conflict|insurgency|rebellion|uprising) (?:began|started|broke out|erupted))(?-u:\b)|"
    r"(?-u:\b)since (?:the |its )?(?:[A-Za-z-]+ ){1,3}(?:took|seized|returned to|grabbed) power"
    r"(?-u:\b)"
)
# "In the town", "there": the place was meant.
NAMED_AGAIN = (
    r"(?i)(?-u:\b)(?:there|the (?:[a-z]+ )?(?:town|city|village|district|camp|area|neighbou?rhood|"
    r"enclave|strip|territory|province|region|state))(?-u:\b)"
)


UNITWIDE = (
    r"(?i)(?-u:\b)in the (?:[a-z]+ )?(?:enclave|strip|territory)(?-u:\b)|"
    r"(?-u:\b)(?:throughout|across|all over|around) the (?:[a-z]+ )?(?:enclave|strip|territory|"
    r"province|region|state|governorate|oblast|department)(?-u:\b)"
)


def drop_owners(named: pl.DataFrame) -> pl.DataFrame:
    """The places without countries that own the next one: "Ethiopia's restive Amhara region"."""
    next_of = {
        name: beside(pl.col(name), pl.col("sentence_id"), -1)
        for name in ("mention_no", "words_before", "country_id", "start")
    }
    is_owner = (
        (pl.col("location_type") == "country")
        & (next_of["country_id"] == pl.col("location_id"))
        & (next_of["mention_no"] == pl.col("mention_no") + 1)
        & next_of["words_before"].is_between(1, OWNED_WORDS)
        & (next_of["start"] - pl.col("end") > len("'s "))
    )
    return named.filter(~is_owner.fill_null(False))


def drop_datelines(named: pl.DataFrame, rated: pl.DataFrame) -> pl.DataFrame:
    """The places without the town of a dateline whose sentence names another scene, known or not:
    "CAP-HAITIEN, Haiti - Gunmen attacked the town of X"."""
    run, kind = pl.col("sentence_id"), pl.col("kind")
    scenes = rated.filter(
        (kind == "place")
        & (pl.col("mention_no") > 0)
        & (beside(kind, run, 1).is_in(["in", "of", "place_noun"]))
        & (pl.col("cost") < NO_SCENE_COST)
    ).select("sentence_id").unique()  # fmt: skip
    is_dateline = pl.col("is_dateline") | (
        (pl.col("mention_no") == 0)
        & (pl.col("location_type") == "populated_place")
        & ~pl.col("text").str.contains("[a-z]")
    )
    over = named.filter(is_dateline).join(scenes, on="sentence_id", how="semi")
    return named.join(
        over.select("sentence_id", "mention_no"), on=["sentence_id", "mention_no"], how="anti",
        maintain_order="left",
    ).drop("is_dateline")  # fmt: skip


def drop_openings(named: pl.DataFrame) -> pl.DataFrame:
    """The places without countries, first-level units and regions that open a sentence where a
    scene inside them is named behind; a region holds the towns of its unit."""
    is_unit = pl.col("location_type").is_in(["admin1", "country", "region"]) & (
        pl.col("mention_no") <= OPENING_MENTIONS
    )
    scenes = named.filter(
        ~pl.col("location_type").is_in(["admin1", "country", "region"]),
        pl.col("cost") < NO_SCENE_COST,
    )
    inner = (
        pl.concat(
            scenes.select("sentence_id", holder_id=unit, inner_no="mention_no")
            for unit in ("admin1_id", "country_id")
        )
        .drop_nulls()
        .group_by("sentence_id", "holder_id")
        .agg(pl.col("inner_no").max())
    )
    is_region = pl.col("location_type") == "region"
    marked = named.with_columns(
        holder_id=pl.when(is_region).then("admin1_id").otherwise("location_id")
    ).join(inner, on=["sentence_id", "holder_id"], how="left", maintain_order="left")
    is_held = is_unit & (pl.col("inner_no") > pl.col("mention_no"))
    return marked.filter(~is_held.fill_null(False)).drop("inner_no", "holder_id")


def name_units(placed: pl.DataFrame, sentences: pl.DataFrame, named: pl.DataFrame) -> pl.DataFrame:
    """Harms told "across the enclave" that have no place lie in the first-level unit that their
    sentence names, be it that of who speaks: "Gaza's health ministry said"."""
    asked = placed.filter(pl.col("location_id").is_null())["sentence_id"].unique().implode()
    told = sentences.filter(
        pl.col("sentence_id").is_in(asked), pl.col("text").str.contains(UNITWIDE)
    ).select("sentence_id")
    units = (
        named.filter(pl.col("location_type") == "admin1")
        .join(told, on="sentence_id", how="semi")
        .unique("sentence_id", keep="none")
        .select("sentence_id", unit_id="location_id", unit_text="text")
    )
    is_named = pl.col("location_id").is_null() & pl.col("unit_id").is_not_null()
    return (
        placed.join(units, on="sentence_id", how="left", maintain_order="left")
        .with_columns(
            location_id=pl.when(is_named).then("unit_id").otherwise("location_id"),
            location_text=pl.when(is_named).then("unit_text").otherwise("location_text"),
            where_precision=pl.when(is_named).then(pl.lit("admin1")).otherwise("where_precision"),
        )
        .drop("unit_id", "unit_text")
    )


def widen_nationwide(
    placed: pl.DataFrame, sentences: pl.DataFrame, places: pl.DataFrame
) -> pl.DataFrame:
    """Harms told "throughout the country", or of a war, lie in the country of the place that they
    were given from another sentence, or that a dateline names, those "across the province" in its
    first-level unit."""
    text = pl.col("text")
    is_of_war = text.str.contains(OF_WAR) & ~text.str.contains(NAMED_AGAIN)
    asked = placed["sentence_id"].unique().implode()
    told = (
        sentences.filter(pl.col("sentence_id").is_in(asked))
        .select(
            "sentence_id", "text", base="start",
            is_nationwide=text.str.contains(NATIONWIDE) | is_of_war,
        )
        .select(
            "sentence_id", "is_nationwide", "base",
            is_told=pl.col("is_nationwide") | text.str.contains(UNITWIDE),
        )
        .filter("is_told")
    )  # fmt: skip
    countries = places.select("location_id", "admin1_id", "country_id")
    held = pl.when("is_nationwide").then("country_id").otherwise("admin1_id")
    is_open = ~pl.col("has_own") | (pl.col("place_start") == pl.col("base"))
    is_wide = pl.col("is_told") & is_open & pl.col("home_id").is_not_null()
    level = pl.when("is_nationwide").then(pl.lit("country")).otherwise(pl.lit("admin1"))
    # What the text calls the smaller place is no name of the larger one.
    is_renamed = is_wide & ~pl.col("has_own")
    return (
        placed.join(told, on="sentence_id", how="left", maintain_order="left")
        .join(countries, on="location_id", how="left", maintain_order="left")
        .with_columns(home_id=held)
        .with_columns(
            location_id=pl.when(is_wide).then("home_id").otherwise("location_id"),
            location_text=pl.when(~is_renamed.fill_null(False)).then("location_text"),
            where_precision=pl.when(is_wide).then(level).otherwise("where_precision"),
        )
        .drop("is_nationwide", "is_told", "home_id", "base", "admin1_id", "country_id")
    )
