"""What is told of "the capital" without its name: that of the country that the text speaks of."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.places.capital_sites import sites_in_capitals
from pipelines.transforms.text.places.evidence import IN_ALL_NEWS

IN_CAPITAL = (
    r"(?i)(?-u:\b)((?:in|at|near|outside|around|across|within|inside|throughout|through|over|on|"
    r"hits?|hitting|struck|strik(?:es|ing)|shell(?:ed|s|ing)|shelling of|attacked|"
    r"(?:north|south|east|west|part|parts|outskirts|suburbs?|centre|center|district|districts|"
    r"neighbou?rhood|edge|heart|middle) of) (?:the|this|its|their|our) capital(?: city)?)"
    r"(?:['\x{2019},.;:]|\s|$)"
)
CALLED = r"(?i)((?:the|this|its|their|our) capital(?: city)?)$"
# Kinds of claims that have a scene.
SCENES = ("casualty", "attack", "contested")
AROUND_IT = r"(?i)^(?:near|outside|around|outskirts|edge)(?-u:\b)"
# "The capital of X province" is no country's; who sits or speaks there tells of no scene.
OTHER_CAPITAL = (
    # "In Labodrie, a village north of the capital"
    r"(?:\p{Lu}[\p{L}-]+|(?-u:\b)(?:town|village|city|commune|district|km|miles|area|just|lies|"
    r"situated|located))(?:,| about| some)* (?:north|south|east|west)[a-z]* of (?:the|its) capital|"
    r"(?i:(?-u:\b)capital(?:s| city)? of(?-u:\b)|"
    r"(?-u:\b)(?:km|kilomet(?:re|er)s?|miles) [a-z ]{0,25}(?:of|from|outside) (?:the|its) capital|"
    r"(?-u:\b)(?:governments?|ministry|officials?|authorities|reporters|journalists|conference|"
    r"residents?|hospitals?|embass(?:y|ies)|based|told [A-Za-z ]+|said|talks|meeting) in "
    r"(?:the|this) capital|"
    # "It was reported in the capital", and no "blasts were reported in the capital"
    r"(?-u:\b)(?:it (?:was|is|has been) (?:also )?reported|(?:police|army|officials|sources|media|"
    r"authorities|spokesm[ae]n|agency|radio|newspapers?) (?:also )?reported|announced|"
    r"stated|learned|disclosed|revealed|confirmed|denounced|charged)(?: [a-z]+){0,2} in "
    r"(?:the|this) capital|"
    r"(?-u:\b)(?:taken|flown|evacuated|rushed|transferred|moved|fled) to [^.;]{0,40}capital)"
)


def capitals(place_names: pl.DataFrame) -> pl.DataFrame:
    """The location_id of every place that is called some country's capital."""
    is_capital = pl.col("phrase").str.ends_with(" capital")
    return place_names.filter(is_capital).select("location_id").unique()


def countries_named(mentions: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """One row per known place that an article names: article_id, country."""
    countries = lexicons.places.select(entity_id="location_id", country="country_id")
    return (
        mentions.filter(pl.col("kind") == "place")
        .join(countries, on="entity_id")
        .select("article_id", "country")
    )


def homes(mentions: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Articles that name places of one country, the United States aside: article_id, home."""
    named = countries_named(mentions, lexicons)
    others = named.filter(pl.col("country") != IN_ALL_NEWS)
    return (
        pl.concat([others, named.join(others, on="article_id", how="anti")])
        .group_by("article_id")
        .agg(home=pl.col("country").first(), n=pl.col("country").n_unique())
        .filter(pl.col("n") == 1)
        .drop("n")
    )


def only_seats(lexicons: Lexicons, seats_of_state: pl.DataFrame) -> pl.DataFrame:
    """The capitals of countries that have one: country, capital_id."""
    return (
        lexicons.places.join(seats_of_state, on="location_id", how="semi")
        .filter(pl.col("location_type") == "populated_place")
        .unique("country_id", keep="none")
        .select(country="country_id", capital_id="location_id")
    )


def capitals_told(sentences: pl.DataFrame) -> pl.DataFrame:
    """Sentences that tell of something "in the capital": sentence_id, told (these words)."""
    return (
        sentences.filter(pl.col("text").str.contains(IN_CAPITAL))
        .filter(~pl.col("text").str.contains(OTHER_CAPITAL))
        .select("sentence_id", told=pl.col("text").str.extract(IN_CAPITAL))
    )


def name_capitals(
    claims: pl.DataFrame, sentences: pl.DataFrame, mentions: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """Claims of which no more than the country is known and whose sentence tells of the capital or
    of a site there lie in it: "gunmen attacked a post in the heart of the capital"; so do those
    told "in the capital" by a sentence that names no known place. The country is that of the
    claim, else the only one that the article names places of."""
    named = mentions.filter(
        pl.col("kind") == "place", pl.col("entity_id").is_not_null(), pl.col("sense") != "country"
    )["sentence_id"].unique()
    is_scene = pl.col("claim_type").is_in(SCENES)
    is_wide = is_scene & (
        (pl.col("where_precision") == "country") | pl.col("location_id").is_null()
    )
    is_asked = is_wide | (is_scene & ~pl.col("sentence_id").is_in(named.implode()))
    seats_of_state = capitals(lexicons.place_names)
    asked = sentences.join(
        claims.filter(is_asked).select("sentence_id").unique(), on="sentence_id", how="semi"
    )
    told = capitals_told(asked).join(
        sites_in_capitals(asked, mentions, seats_of_state),
        on="sentence_id",
        how="full",
        coalesce=True,
    )
    if told.is_empty():
        return claims
    lies_in = lexicons.places.select("location_id", lies_in="country_id")
    told_in = (
        claims.join(homes(mentions, lexicons), on="article_id", how="left", maintain_order="left")
        .join(lies_in, on="location_id", how="left", maintain_order="left")
        .with_columns(country=pl.when(is_asked).then(pl.coalesce("lies_in", "home")))
    )
    is_called = pl.col("told").is_not_null()
    is_meant = pl.col("capital_id").is_not_null() & pl.col("is_told").is_not_null()
    # Seats of state stand in every country.
    is_meant &= is_called | pl.col("site").is_null() | pl.col("location_id").is_not_null()
    is_meant &= is_called | is_wide
    is_unlisted = pl.col("location_id").is_null() & pl.col("location_text").is_not_null()
    return (
        told_in.join(
            told.with_columns(is_told=True), on="sentence_id", how="left", maintain_order="left"
        )
        .join(only_seats(lexicons, seats_of_state), on="country", how="left", maintain_order="left")
        .with_columns(
            location_id=pl.when(is_meant).then("capital_id").otherwise("location_id"),
            # "Arrested in the X neighborhood of this capital" keeps its name.
            location_text=pl.when(is_meant & is_called & ~is_unlisted)
            .then(pl.col("told").str.extract(CALLED))
            .when(is_meant)
            .then(pl.coalesce("location_text", "site"))
            .otherwise("location_text"),
            where_precision=pl.when(is_meant & pl.col("told").str.contains(AROUND_IT))
            .then(pl.lit("near"))
            .when(is_meant)
            .then(pl.lit("exact"))
            .otherwise("where_precision"),
        )
        .select(claims.columns)
    )
