"""Who "we" are: the party that speaks, or whose outlet tells the article."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.parties.first_person import OUR_SOLDIERS, OURS
from pipelines.transforms.text.parties.neighbours import STATE_FORCES
from pipelines.transforms.text.sources.outlets import spellings_of_outlets

# How the ids of outlets that an article cites begin.
MEDIUM = "medium:"
# "We have received a report that our fighters": its own, too.
HEARSAY = "vague:reports"
SPOKEN = ("sentence", "quote", "continued")
PARTIES = (
    "initiator_actor_id", "target_actor_id", "victim_actor_id", "from_actor_id", "to_actor_id",
)  # fmt: skip


def name_speakers_sides(
    told: pl.DataFrame, articles: pl.DataFrame, mentions: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """Claims with speaker_actor_id: the party that says "we" where the claim is told.

    told: claims with claimant_*. articles: article_id, publisher. Where a source of the article
    speaks it is that source's party; in the article's own voice, that of the outlet that publishes
    it or stands in the brackets of its dateline: "(RADIO FREEDOM) -- OUR FORCES ..."; so are
    sources that it calls its own.
    """
    voices = owned_articles(articles, mentions, lexicons)
    # "Our combatants report that ...": they are the outlet's, too.
    is_outlets = pl.col("claimant_id").fill_null(HEARSAY) == HEARSAY
    is_outlets |= pl.col("claimant_actor_id").is_in([OURS, OUR_SOLDIERS])
    is_spoken = pl.col("claimant_basis").is_in(SPOKEN) | is_outlets
    party = pl.when(is_outlets.fill_null(False)).then("owner_id").otherwise("claimant_actor_id")
    # "Our forces killed nine", Radio Andalus said: those of whose radio it is.
    outlets = outlets_of_parties(lexicons).select(
        "owner_id", claimant_id=pl.lit(MEDIUM) + pl.col("source_id")
    )
    return (
        told.join(voices, on="article_id", how="left", maintain_order="left")
        .join(outlets, on="claimant_id", how="left", maintain_order="left", suffix="_cited")
        .with_columns(
            speaker_actor_id=pl.when(is_spoken).then(pl.coalesce(party, "owner_id_cited")),
            claimant_actor_id=pl.when(pl.col("claimant_id").is_not_null()).then(party),
        )
        .drop("owner_id", "owner_id_cited")
    )


def outlets_of_parties(lexicons: Lexicons) -> pl.DataFrame:
    """Outlets that an armed party runs: source_id, owner_id."""
    return lexicons.sources.select("source_id", owner_id="actor_id").drop_nulls()


def owned_articles(
    articles: pl.DataFrame, mentions: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """Articles that an outlet of an armed party tells: article_id, owner_id."""
    owned = outlets_of_parties(lexicons)
    named = spellings_of_outlets(lexicons).join(owned, on="source_id")
    published = articles.select("article_id", spelling=pl.col("publisher").str.to_lowercase()).join(
        named, on="spelling"
    )
    kind = pl.col("kind")
    is_dateline = (kind == "medium") & (kind.shift(1) == "bracket") & (kind.shift(-1) == "bracket")
    is_dateline &= pl.col("sentence_id") == pl.col("sentence_id").min().over("article_id")
    datelined = mentions.filter(is_dateline).join(owned, left_on="entity_id", right_on="source_id")
    columns = ["article_id", "owner_id"]
    return pl.concat([published.select(columns), datelined.select(columns)]).unique(
        "article_id", keep="first", maintain_order=True
    )


def name_ours(told: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Claims with "our troops" by the name of the speaker's party, without one where none speaks;
    speaker_actor_id as name_speakers_sides gives it. "Our soldiers" of whom somebody without a
    party speaks are those of the country.
    """
    countries = lexicons.places.select("location_id", country="country_id")
    of_country = pl.lit(STATE_FORCES) + pl.col("country").str.to_lowercase()
    is_told = pl.col("claimant_id").is_not_null()
    soldiers = pl.coalesce("speaker_actor_id", pl.when(is_told).then(of_country))
    return (
        told.join(countries, on="location_id", how="left", maintain_order="left")
        .with_columns(
            pl.when(pl.col(party) == OURS)
            .then("speaker_actor_id")
            .when(pl.col(party) == OUR_SOLDIERS)
            .then(soldiers)
            .otherwise(party)
            .alias(party)
            for party in PARTIES
        )
        .drop("country")
    )
