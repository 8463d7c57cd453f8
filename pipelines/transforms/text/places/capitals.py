"""Harms told of "the capital" without its name: that of the country that the text speaks of."""

import polars as pl

IN_CAPITAL = (
    r"(?i)(?-u:\b)((?:in|at|near|outside|around|across|within|inside|throughout|through|over|on|"
    r"hits?|hitting|struck|strik(?:es|ing)|shell(?:ed|s|ing)|shelling of|attacked|"
    r"(?:north|south|east|west|part|parts|outskirts|suburbs?|centre|center|district|districts|"
    r"neighbou?rhood|edge) of) (?:the|its|their) capital)(?:['\x{2019},.;:]|\s|$)"
)
AROUND_IT = r"(?i)^(?:near|outside|around|outskirts|edge)(?-u:\b)"
# "The capital of X province" is no country's; who sits or speaks there tells of no scene.
OTHER_CAPITAL = (
    r"(?i)(?-u:\b)capital(?:s| city)? of(?-u:\b)|"
    r"(?-u:\b)(?:km|kilomet(?:re|er)s?|miles) [a-z ]{0,25}(?:of|from|outside) (?:the|its) capital|"
    r"(?-u:\b)(?:governments?|ministry|officials?|authorities|reporters|journalists|conference|"
    r"residents?|hospitals?|embass(?:y|ies)|based|told [A-Za-z ]+|said|talks|meeting) in the "
    r"capital"
)


def capitals(place_names: pl.DataFrame) -> pl.DataFrame:
    """The location_id of every place that is called some country's capital."""
    is_capital = pl.col("phrase").str.ends_with(" capital")
    return place_names.filter(is_capital).select("location_id").unique()


def name_capitals(
    placed: pl.DataFrame,
    sentences: pl.DataFrame,
    named: pl.DataFrame,
    places: pl.DataFrame,
    place_names: pl.DataFrame,
) -> pl.DataFrame:
    """Harms of a sentence that tells of the capital and names no place of theirs lie in it: that
    of the country they were given from another sentence, else of the only one that the article
    names places of.
    """
    lost = placed.filter(~pl.col("has_own")).select("sentence_id").unique()
    told = (
        sentences.join(lost, on="sentence_id", how="semi")
        .filter(pl.col("text").str.contains(IN_CAPITAL))
        .filter(~pl.col("text").str.contains(OTHER_CAPITAL))
        .select("sentence_id", "article_id", told=pl.col("text").str.extract(IN_CAPITAL))
    )
    if told.is_empty():
        return placed
    homes = (
        named.group_by("article_id")
        .agg(n=pl.col("country_id").n_unique(), home_id=pl.col("country_id").first())
        .filter(pl.col("n") == 1)
    )
    seats = (
        places.join(capitals(place_names), on="location_id", how="semi")
        .filter(pl.col("location_type") == "populated_place")
        .unique("country_id", keep="none")
        .select(country_id="country_id", capital_id="location_id")
    )
    meant = (
        placed.filter(~pl.col("has_own"))
        .select("sentence_id", "harm_no", "location_id", "where_precision")
        .join(told, on="sentence_id")
        .join(homes, on="article_id", how="left")
        .filter((pl.col("where_precision") == "country") | pl.col("location_id").is_null())
        .select("sentence_id", "harm_no", "told", country_id=pl.coalesce("location_id", "home_id"))
        .join(seats, on="country_id")
        .unique(["sentence_id", "harm_no"])
    )
    is_meant = pl.col("capital_id").is_not_null()
    is_around = pl.col("told").str.contains(AROUND_IT)
    return (
        placed.join(
            meant.drop("country_id"), on=["sentence_id", "harm_no"], how="left",
            maintain_order="left",
        )
        .with_columns(
            location_id=pl.coalesce("capital_id", "location_id"),
            location_text=pl.when(is_meant)
            .then(pl.col("told").str.extract(r"(?i)((?:the|its|their) capital)$"))
            .otherwise("location_text"),
            where_precision=pl.when(is_meant & is_around)
            .then(pl.lit("near"))
            .when(is_meant)
            .then(pl.lit("exact"))
            .otherwise("where_precision"),
        )
        .drop("capital_id", "told")
    )  # fmt: skip
