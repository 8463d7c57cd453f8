"""Finds the places a text names and says which ones they are."""

from dataclasses import dataclass

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.places.bureaus import bureaus
from pipelines.transforms.text.places.choice import candidates, choose
from pipelines.transforms.text.places.context import describe_context
from pipelines.transforms.text.places.gazetteer import Gazetteer, prepare_gazetteer
from pipelines.transforms.text.places.guards import (
    TOWN,
    is_no_place,
    is_organisation,
    style_of_sentences,
)
from pipelines.transforms.text.places.hits import find_hits, with_longer_names, with_noun_names
from pipelines.transforms.text.places.namesakes import (
    is_foreign_village,
    is_quarter,
    is_site_near_town,
)
from pipelines.transforms.text.places.unlisted import (
    free_words,
    is_unlisted_place,
    runs_of,
    with_triggers,
)
from pipelines.transforms.text.places.words import capitalised_words, with_parted_roads

# "on the Indian border" tells of a place on its other side as well.
BORDER_AFTER = r"(?i)^\s+(?:border|frontier)(?-u:\b)"
# "Near the border with Mali" is on this side of it.
BORDER_WITH = (
    r"(?i)(?-u:\b)(?:borders?|frontiers?|boundary) with (?:the )?(?:neighbou?ring )?$|"
    r"(?-u:\b)bordering (?:the )?$"
)
# A tongue is no country: "a broadcast in Spanish to the region".
TONGUE_BEFORE = r"(?i)(?-u:\b)(?:in|into|speaking) $"
TONGUE_AFTER = r"(?i)^(?:\)|,|\.|$| (?:to|at|on|and|but|over|from|for|by)(?-u:\b))"
# Whoever "fled into Uganda" was in another country.
FLED_TO = (
    r"(?i)(?-u:\b)(?:fle(?:d|e|es|eing)|cross(?:ed|es|ing)|escap(?:ed?|es|ing)|"
    r"retreat(?:ed|s|ing)?|withdrew|spill(?:ed|s|ing)?)(?-u:\b)[^;.]{0,40}?\s"
    r"(?:into|to|across)\s+(?:the\s+)?(?:neighbou?ring\s+|nearby\s+)?$"
)
# Who stands for a country elsewhere, and what it sends there.
ENVOYS = (
    r"(?i)^(?:['\x{2019}]s?)?\s+(?:(?:special|foreign|former|deputy|military|economic|financial|"
    r"news|technical)\s+)?(?:congress(?:m[ae]n|ional)?|senat[a-z]+|embass(?:y|ies)|ambassadors?|"
    r"consulates?|consuls?|diplomats?|diplomatic|envoys?|state department|advis[eo]rs?|aid|"
    r"assistance|citizens?|nationals?|media|press|imperialis[a-z]+|intervention(?:ism)?|"
    r"counterparts?)(?-u:\b)"
)
# "Government troops, backed by Russian jets": who helps is abroad as well.
HELPED_BY = (
    r"(?i)(?:(?:backed|supported|aided|helped|assisted|accompanied|armed|funded|trained|led) by|"
    r"(?:with|alongside) (?:the )?(?:help|support|backing|aid|assistance) (?:of|from)|alongside|"
    r"^with) (?:the |heavy |intense )?$"
)
# "Pro-Iranian fighters" need not be of that country.
LEANING_TO = r"(?i)(?:^|[^\p{L}])(?:pro|anti|non)-$"
# How close to a place of a country named those of its neighbours are told without theirs.
NEAR_KM, KM_OF_DEGREE = 150, 111
PLACE_COLUMNS = ["article_id", "sentence_id", "start", "end", "entity_id", "sense", "text"]


@dataclass(frozen=True)
class PlaceReading:
    """What the names of a text say: its places, the peoples it names, each article's country."""

    places: pl.DataFrame
    demonyms: pl.DataFrame
    countries: pl.DataFrame


def find_places(
    articles: pl.DataFrame, sentences: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """One row per place named: article_id, sentence_id, start, end, entity_id, sense, text.

    start and end are offsets into the article. entity_id is null where several places of that
    name stay possible, and for names the gazetteer lacks; sense is the type of the place, or
    'unresolved' where entity_id is null. Spans never overlap.
    """
    return read_places(articles, sentences, lexicons).places


def read_places(
    articles: pl.DataFrame,
    sentences: pl.DataFrame,
    lexicons: Lexicons,
    homes: pl.DataFrame | None = None,
) -> PlaceReading:
    """Places as find_places gives them, of two namesakes rather the one in a country of `homes`
    (those of the parties that each article names: article_id, country_id); demonyms (article_id,
    sentence_id, start, end, country_id, text), "Syrian" for SYR; countries (article_id,
    country_id), see article_countries.
    """
    gazetteer = prepare_gazetteer(lexicons)
    spans = named_spans(articles, sentences, lexicons)
    peoples = named_peoples(spans, gazetteer)
    chosen = choose(candidates(spans, gazetteer), peoples, gazetteer.theatres, homes)
    spans = with_near(spans.join(chosen, on="hit_no", how="left", maintain_order="left"))
    spans = spans.join(bureaus(spans, peoples), on="hit_no", how="anti", maintain_order="left")
    spans = join_halves(spans)
    is_listed = (pl.col("what") == "place") & ~is_no_place() & ~is_site_near_town()
    spans = spans.with_columns(is_listed.alias("is_listed")).with_columns(
        is_unlisted_place(spans, lexicons.words).alias("is_unlisted")
    )
    listed = spans.filter("is_listed")
    is_known = pl.col("is_listed") & ~is_foreign_village() & ~is_quarter() & ~pl.col("is_halves")
    entity = pl.when(is_known).then("entity_id")
    places = (
        spans.filter(pl.col("is_listed") | pl.col("is_unlisted"))
        .with_columns(entity.alias("entity_id"))
        .select(
            "article_id",
            "sentence_id",
            *article_span(),
            "entity_id",
            pl.when(pl.col("entity_id").is_null())
            .then(pl.lit("unresolved"))
            .otherwise("location_type")
            .alias("sense"),
            pl.col("text_of_span").alias("text"),
        )
    )
    # A namesake of a place that the gazetteer lacks, a border, or a country that people flee to
    # tells nothing of the country.
    is_refuge = (pl.col("location_type") == "country") & pl.col("left").str.contains(
        f"{FLED_TO}|{BORDER_WITH}"
    )
    telling = listed.filter(~is_foreign_village() & ~is_quarter(), ~is_refuge.fill_null(False))
    inside = peoples.filter(~pl.col("right").str.contains(BORDER_AFTER))
    # Nor do a country's envoys and aid, where another country is named: "the U.S. ambassador".
    named = pl.concat(
        rows.select("article_id", "country_id", "left", "right") for rows in (telling, inside)
    )
    is_envoy = pl.col("right").str.contains(ENVOYS) | pl.col("left").str.contains(HELPED_BY)
    is_abroad = is_envoy.fill_null(False)
    evidence = named.filter(~is_abroad).drop("left", "right")
    abroad = named.filter(is_abroad).drop("left", "right")
    evidence = pl.concat([evidence, abroad.join(evidence, on="article_id", how="anti")])
    called = spans.filter((pl.col("what") == "place") & is_organisation()).select(evidence.columns)
    evidence = pl.concat([evidence, called.join(evidence, on="article_id", how="anti")])
    demonyms = peoples.select("article_id", "sentence_id", *article_span(), "country_id", "text")
    return PlaceReading(places, demonyms, most_named(articles, evidence))


def article_countries(
    articles: pl.DataFrame, sentences: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """One row per article: article_id, country_id (most named, by places and peoples; or null)."""
    return read_places(articles, sentences, lexicons).countries


def named_spans(
    articles: pl.DataFrame, sentences: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """One row per run of capitalised words, known or not, with what surrounds it."""
    styled = with_parted_roads(style_of_sentences(articles, sentences))
    words = capitalised_words(styled)
    gazetteer = prepare_gazetteer(lexicons)
    hits = find_hits(words, gazetteer)
    free = free_words(words, hits, lexicons.words)
    hits = with_longer_names(hits, words, free)
    parts = words.join(hits.filter("is_part"), on="word_no", how="semi", maintain_order="left")
    hits = hits.filter(~pl.col("is_part")).drop("is_part")
    runs = runs_of(pl.concat([free, parts]).sort("word_no"))
    spans = (
        pl.concat([hits, runs.select(hits.columns)])
        .join(
            styled.select("sentence_id", "text", "style", pl.col("start").alias("base")),
            on="sentence_id",
        )
        .sort("word_no")
        .with_row_index("hit_no")
    )
    cut = pl.col("text").str.slice(pl.col("start"), pl.col("end") - pl.col("start"))
    spans = describe_context(with_noun_names(spans, gazetteer), lexicons.words)
    return with_triggers(spans.with_columns(cut.alias("text_of_span")), lexicons.words)


def join_halves(spans: pl.DataFrame) -> pl.DataFrame:
    """The spans with is_halves: names of two small towns side by side are one of a third that no
    gazetteer knows ("Zelena Dolyna"), whose span has both words."""
    is_town = (pl.col("what") == "place") & (pl.col("location_type") == "populated_place")
    is_town &= (pl.col("size") < TOWN) & (pl.col("style") == "plain")
    is_small = is_town.fill_null(False)
    is_next = (pl.col("sentence_id") == pl.col("sentence_id").shift(-1)) & (
        pl.col("start").shift(-1) - pl.col("end") == 1
    )
    is_head = (is_small & is_small.shift(-1) & is_next).fill_null(False)
    whole = pl.concat_str("text_of_span", pl.lit(" "), pl.col("text_of_span").shift(-1))
    return (
        spans.with_columns(is_head=is_head)
        .with_columns(
            is_halves=pl.col("is_head"),
            is_tail=pl.col("is_head").shift(1).fill_null(False),
            end=pl.when("is_head").then(pl.col("end").shift(-1)).otherwise("end"),
            text_of_span=pl.when("is_head").then(whole).otherwise("text_of_span"),
            right=pl.when("is_head").then(pl.col("right").shift(-1)).otherwise("right"),
        )
        .filter(~pl.col("is_tail"))
        .drop("is_head", "is_tail")
    )


def with_near(spans: pl.DataFrame) -> pl.DataFrame:
    """Add is_near: a place of a country that nothing else names lies close to one of a country that
    the article does name, as Adre lies across the border from El Geneina."""
    placed = spans.filter(pl.col("entity_id").is_not_null(), pl.col("latitude").is_not_null())
    columns = ["article_id", "country_id", "latitude", "longitude"]
    doubted = placed.filter(~pl.col("is_known_country")).select("hit_no", *columns)
    known = placed.filter("is_known_country", ~pl.col("is_beside_point")).select(columns).unique()
    south = (pl.col("latitude") - pl.col("latitude_known")) * KM_OF_DEGREE
    west = (pl.col("longitude") - pl.col("longitude_known")) * KM_OF_DEGREE
    west *= pl.col("latitude").radians().cos()
    near = doubted.join(known, on="article_id", suffix="_known").filter(
        pl.col("country_id") != pl.col("country_id_known"),
        south.pow(2) + west.pow(2) < NEAR_KM**2,
    )
    return spans.with_columns(is_near=pl.col("hit_no").is_in(near["hit_no"].unique().implode()))


def article_span() -> list[pl.Expr]:
    """start and end of a span as offsets into the article."""
    return [
        (pl.col("base").cast(pl.Int64) + pl.col(edge)).cast(pl.Int32).alias(edge)
        for edge in ("start", "end")
    ]


def named_peoples(spans: pl.DataFrame, gazetteer: Gazetteer) -> pl.DataFrame:
    """One row per demonym: article_id, sentence_id, start, end, base, key, country_id, text."""
    return (
        spans.filter(
            pl.col("what") == "demonym",
            ~pl.col("left").str.contains(TONGUE_BEFORE)
            | ~pl.col("right").str.contains(TONGUE_AFTER),
            ~pl.col("left").str.contains(LEANING_TO),
        )
        .join(gazetteer.demonyms, on="key", maintain_order="left")
        .select(
            "article_id", "sentence_id", "start", "end", "base", "key", "country_id", "left",
            "right",
            pl.col("text_of_span").alias("text"),
        )
    )  # fmt: skip


def most_named(articles: pl.DataFrame, evidence: pl.DataFrame) -> pl.DataFrame:
    """One row per article: article_id, country_id; of equally named countries the first id."""
    counted = (
        evidence.drop_nulls("country_id")
        .group_by("article_id", "country_id")
        .agg(pl.len().alias("n"))
        .sort("article_id", "n", "country_id", descending=[False, True, False])
        .unique("article_id", keep="first", maintain_order=True)
    )
    return articles.select("article_id").join(
        counted.select("article_id", "country_id"),
        on="article_id",
        how="left",
        maintain_order="left",
    )
