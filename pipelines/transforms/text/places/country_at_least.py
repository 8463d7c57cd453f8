"""What no word places lies in the country that its article speaks of."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.places.evidence import IN_ALL_NEWS
from pipelines.transforms.text.places.theatres import STATE_FORCES
from pipelines.transforms.text.runs import beside
from schemas.vocab import FOUNDING

# Of the names in an article that speak for a country, the part that speaks for one, and how many at
# least. Of deeds with a place of their own in news of 1,300 articles, .988 lay in the country that
# this part spoke for, of those where all names spoke for it .996.
MOSTLY, AT_LEAST = 0.75, 3
ALL, WHERE_ALL = 1.0, 2
# Where that tells nothing, names of the United States aside, as many of each kind, forces counted.
OF_EACH_KIND = 4
# "A U.S. citizen was killed" says nothing of where.
WHOSE = ("people", "unit", "role", "actor")
VIOLENCE = ("casualty", "attack")
# Ground of a name that no gazetteer knows: one place somewhere in the country.
GROUND, UNKNOWN_GROUND = "territory_change", "no_place"
# Where reporters and the United Nations sit who write of other countries.
REPORTED_FROM = (
    "ARE", "AUT", "BEL", "CHE", "EGY", "ETH", "FRA", "GBR", "ITA", "JOR", "KEN", "LBN", "QAT",
    "RUS", "SEN", "THA", "TUN", "TUR", "USA", "ZAF",
)  # fmt: skip


def lie_in_country(
    claims: pl.DataFrame, mentions: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """Claims of harm, attacks and ground taken that no known place is told of, and whose sentence
    names none in another country, lie in the country that their article speaks of.

    That is where most of the places lie that it names, and where its armed groups are at home; so
    does what names its forces, where nothing speaks for another country. What those forces did
    themselves may have been abroad, unless all of several names speak for their country.
    """
    spoken_of = countries_spoken_of(mentions, lexicons)
    named = claims.join(spoken_of, on="article_id", how="left", maintain_order="left").join(
        names_unlisted(claims, mentions),
        on=["sentence_id", "location_text"], how="left", maintain_order="left",
    )  # fmt: skip
    places = lexicons.places.select(entity_id="location_id", lies_in="country_id")
    is_abroad = (pl.col("lies_in") != pl.col("country")) & ~pl.col("is_whose")
    elsewhere = (
        mentions.with_columns(is_whose=is_owner() & (pl.col("entity_id") == IN_ALL_NEWS))
        .filter(pl.col("kind") == "place")
        .join(places, on="entity_id")
        .join(spoken_of.select("article_id", "country", "is_near"), on="article_id")
        .filter(is_abroad | ~pl.col("is_near"))["sentence_id"]
        .unique()
    )
    is_own_deed = (
        pl.col("initiator_actor_id") == pl.lit(STATE_FORCES) + pl.col("country").str.to_lowercase()
    )
    is_ground = (
        (pl.col("claim_type") == GROUND)
        & (pl.col("reject_reason") == UNKNOWN_GROUND)
        & pl.col("is_unlisted")
        & pl.col("has_town")
    ).fill_null(False)
    is_harm = pl.col("claim_type").is_in(VIOLENCE) & pl.col("reject_reason").is_null()
    is_nowhere = (
        pl.col("location_id").is_null()
        & (is_ground | is_harm)
        & pl.col("assertion").is_in(FOUNDING)
        & pl.col("country").is_not_null()
        & (
            pl.col("has_most")
            | (pl.col("is_sole_land") & ~is_ground)
            | ~is_own_deed.fill_null(False)
        )
        # "In X", which nobody knows, of the only country that is named, in the dateline.
        & (pl.col("has_most") | pl.col("has_all") | pl.col("location_text").is_not_null())
        & ~pl.col("sentence_id").is_in(elsewhere.implode())
    )
    return named.with_columns(
        location_id=pl.when(is_nowhere).then("country").otherwise("location_id"),
        where_precision=pl.when(is_nowhere).then(pl.lit("country")).otherwise("where_precision"),
        unit=pl.when(is_nowhere & is_ground).then(pl.lit("place")).otherwise("unit"),
        reject_reason=pl.when(~(is_nowhere & is_ground)).then("reject_reason"),
    ).drop("country", "has_most", "has_all", "is_near", "has_town", "is_sole_land", "is_unlisted")


def names_unlisted(claims: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """sentence_id, location_text, is_unlisted (true): what claims call their place, where a name
    that no gazetteer knows stands in it."""
    unknown = mentions.filter(pl.col("kind") == "place", pl.col("entity_id").is_null())
    return (
        claims.select("sentence_id", "location_text")
        .unique()
        .join(unknown.select("sentence_id", name="text"), on="sentence_id")
        .filter(pl.col("location_text").str.contains(pl.col("name"), literal=True))
        .select("sentence_id", "location_text", is_unlisted=pl.lit(True))
        .unique()
    )


def is_owner() -> pl.Expr:
    """True for a place right before people or their office: "a U.S. citizen"."""
    run = pl.col("sentence_id")
    is_next = beside(pl.col("start"), run, -1) - pl.col("end") == 1
    return (is_next & beside(pl.col("kind"), run, -1).is_in(WHOSE)).fill_null(False)


def names_of_countries(mentions: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """One row per name that speaks for a country: article_id, country, is_place, is_state (its
    forces), is_name (no people), is_near (a place in it, but for where they write, or a group) and
    is_written (the dateline's)."""
    homes = lexicons.actors.select(entity_id="actor_id", country="country_iso3").drop_nulls()
    parties = mentions.filter(pl.col("kind").is_in(["actor", "people"])).join(homes, on="entity_id")
    is_state = pl.col("entity_id").str.starts_with(STATE_FORCES)
    sentence = pl.col("sentence_id")
    is_dateline = (pl.col("mention_no") == 0) & (sentence == sentence.min().over("article_id"))
    places = mentions.with_columns(is_dateline=is_dateline).filter(pl.col("kind") == "place")
    countries = lexicons.places.select(entity_id="location_id", country="country_id")
    return pl.concat(
        [
            places.join(countries, on="entity_id").select(
                "article_id", "country", is_place=pl.lit(True), is_state=pl.lit(False),
                is_name=pl.lit(True),
                is_near=(pl.col("sense") != "country") & ~pl.col("is_dateline"),
                is_written="is_dateline",
            ),
            parties.select(
                "article_id", "country", is_place=pl.lit(False),
                is_state=is_state, is_name=pl.col("kind") == "actor",
                is_near=~is_state & (pl.col("kind") == "actor"), is_written=pl.lit(False),
            ),
        ]
    )  # fmt: skip


def countries_spoken_of(mentions: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """article_id, country, has_most (places and armed groups say so), has_all (most names of each
    kind do; not where the country is only that of the dateline), is_near (of what lies in it they
    name a place, but for where they were written, or a group), has_town (they name a place in it,
    if only where they were written) and is_sole_land (all of several names and peoples are its
    own) of articles that speak of one country."""
    named = names_of_countries(mentions, lexicons)
    is_told_there = pl.col("is_written") & ~pl.col("country").is_in(REPORTED_FROM)
    told = named.group_by("article_id", "country").agg(
        n=pl.col("is_name").sum(), n_told=(pl.col("is_name") & ~pl.col("is_state")).sum(),
        n_places=pl.col("is_place").sum(), n_all=pl.len(),
        is_written=pl.col("is_written").any(),
        is_near=pl.col("is_near").any(),
        has_town=(pl.col("is_place") & (pl.col("is_near") | is_told_there)).any(),
    )  # fmt: skip

    def most(name: str, share: float, least: int) -> pl.Expr:
        return (pl.col(name) >= share * pl.col(name).sum().over("article_id")) & (
            pl.col(name) >= least
        )

    in_most = most("n_places", MOSTLY, AT_LEAST)
    has_all = most("n", ALL, WHERE_ALL) & (pl.col("n_places") > 0) & pl.col("is_near")
    has_most = in_most | (most("n_told", MOSTLY, AT_LEAST) & pl.col("is_near"))
    # Who names the U.S. ambassador thrice speaks of another country, where any is named.
    is_beside = (pl.col("country") == IN_ALL_NEWS) & (pl.len().over("article_id") > 1)
    told = told.with_columns(is_sole_land=most("n_all", ALL, OF_EACH_KIND))
    known = told.with_columns(has_most=has_most, has_all=has_all).filter(
        (pl.col("has_most") & (~is_beside | pl.col("is_near"))) | pl.col("has_all")
    )
    all_but = most("n_all", ALL, WHERE_ALL) & (pl.col("n") >= WHERE_ALL) & pl.col("is_near")
    others = (
        told.join(known, on="article_id", how="anti")
        .filter(pl.col("country") != IN_ALL_NEWS)
        .with_columns(
            has_most=pl.lit(False),
            has_all=all_but | most("n", MOSTLY, OF_EACH_KIND),
            is_sole=most("n_all", ALL, 1)
            & pl.col("is_written")
            & ~pl.col("country").is_in(REPORTED_FROM),
        )
        .filter(pl.col("has_all") | pl.col("is_sole"))
        .with_columns(is_near=pl.col("is_near") | ~pl.col("has_all"))
        .drop("is_sole")
    )
    return (
        pl.concat([known, others])
        .sort("article_id", "n_places", "country", descending=[False, True, False])
        .unique("article_id", keep="first", maintain_order=True)
        .select(
            "article_id", "country", "has_most", "has_all", "is_near", "has_town", "is_sole_land"
        )
    )
