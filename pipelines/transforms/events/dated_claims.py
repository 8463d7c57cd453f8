"""Dated claims: the usable claims with their days, places, sides, origins and reports."""

import polars as pl

from pipelines.transforms.events.claims.dates import resolve_dates
from pipelines.transforms.events.claims.origins import trace_origins
from pipelines.transforms.events.claims.publishers import resolve_publishers
from pipelines.transforms.events.claims.things_hit import mark_things
from pipelines.transforms.events.claims.whole_places import mark_whole
from pipelines.transforms.events.reports import name_reports
from pipelines.transforms.lexicons import Lexicons

OUTLET_MARK = "medium:"
OWN_VOICE_BASES = ("publisher", "none")
SIDES = ("victim", "from", "to", "claimant")
COLUMNS = (
    "claim_id", "article_id", "story_id", "report_id", "claim_type", "location_id", "country_id",
    "admin1_id", "admin2_id", "location_type", "where_precision", "n_places", "is_whole",
    "initiator_actor_id", "target_actor_id", "victim_actor_id", "from_actor_id", "to_actor_id",
    "victim_side_id", "from_side_id", "to_side_id", "sides_basis", "change_type",
    "sub_event_type", "things_hit", "harm", "qualifier", "value_low", "value_best", "value_high",
    "out_of", "value_text", "unit", "is_subset", "subset_of_claim_id", "is_cumulative",
    "date_start", "date_end", "date_precision", "date_basis", "day_seq", "claimant_id",
    "claimant_name", "claimant_type", "claimant_actor_id", "claimant_side_id", "via_claimant_id",
    "via_claimant_name", "via_claimant_type", "claimant_basis", "origin_id", "origin_kind",
    "is_interested", "assertion", "known_on", "evidence_start", "evidence_end", "evidence_text",
    "sentence_start", "sentence_end", "rule_id",
)  # fmt: skip


def date_claims(
    claims: pl.DataFrame | pl.LazyFrame,
    stories: pl.DataFrame,
    articles: pl.DataFrame | pl.LazyFrame,
    sentences: pl.DataFrame | pl.LazyFrame,
    lexicons: Lexicons,
) -> pl.DataFrame:
    """One row per usable claim (no reject_reason), in the contract's columns.

    Relative times count from the story's reference date of the article; places bring their
    ancestors, actors their sides; who speaks in the article's own voice is its publisher.
    """
    usable = claims.lazy().filter(pl.col("reject_reason").is_null()).collect(engine="in-memory")
    telling = pl.col("sentence_id").is_in(usable["sentence_id"].unique().implode())
    spoken = (
        sentences.lazy()
        .filter(telling)
        .select("sentence_id", "is_title", "text", sentence_start="start", sentence_end="end")
        .collect(engine="in-memory")
    )
    publishers = resolve_publishers(
        articles.lazy().select("article_id", "publisher").collect(engine="in-memory"), lexicons
    )
    told = (
        mark_things(mark_whole(usable, spoken), spoken, lexicons.things)
        .join(
            stories.select("article_id", "story_id", "reference_on", "known_on"), on="article_id"
        )
        .join(spoken.drop("text"), on="sentence_id")
        .join(publishers, on="article_id", how="left")
    )  # fmt: skip
    sided = add_sides(add_places(resolve_dates(told), lexicons), lexicons)
    traced = trace_origins(give_voice(sided), publishers, lexicons)
    return name_reports(traced).select(COLUMNS).sort("claim_id")


def add_places(claims: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Add country_id, admin1_id, admin2_id and location_type of the claim's place."""
    ancestors = lexicons.places.select(
        "location_id", "country_id", "admin1_id", "admin2_id", "location_type"
    )
    return claims.join(ancestors, on="location_id", how="left")


def add_sides(claims: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Add the side of victim, loser, taker and claimant; who an attack aimed at is its victim.

    An actor that the lexicon does not know is a side of its own.
    """
    sides = lexicons.actors.select("actor_id", "side_id")
    sided = claims.with_columns(
        suffering_actor_id=pl.when(claim_type="attack")
        .then(pl.coalesce("victim_actor_id", "target_actor_id"))
        .otherwise("victim_actor_id")
    )
    for role in SIDES:
        actor = "suffering_actor_id" if role == "victim" else f"{role}_actor_id"
        sided = (
            sided.join(sides, left_on=actor, right_on="actor_id", how="left")
            .with_columns(pl.coalesce("side_id", actor).alias(f"{role}_side_id"))
            .drop("side_id")
        )
    return sided


def give_voice(claims: pl.DataFrame) -> pl.DataFrame:
    """Make the publisher the claimant of what an article says in its own voice, if it is known.

    An outlet has one id, whether it publishes or is cited: its source_id, if the lexicon has it.
    Adds is_own_voice.
    """
    is_own_voice = (
        pl.col("claimant_id").is_null()
        & pl.col("claimant_basis").is_in(OWN_VOICE_BASES)
        & pl.col("claimant_type").is_in(["unknown", "medium"])
    )
    is_known = pl.col("is_own_voice") & pl.col("publisher_id").is_not_null()
    outlet = [
        pl.when(pl.col(f"{role}_type") == "medium")
        .then(pl.col(f"{role}_id").str.strip_prefix(OUTLET_MARK))
        .otherwise(f"{role}_id")
        .alias(f"{role}_id")
        for role in ("claimant", "via_claimant")
    ]
    return claims.with_columns(*outlet, is_own_voice=is_own_voice).with_columns(
        claimant_id=pl.when(is_known).then("publisher_id").otherwise("claimant_id"),
        claimant_name=pl.when(is_known).then("publisher_name").otherwise("claimant_name"),
        claimant_type=pl.when(is_known).then(pl.lit("medium")).otherwise("claimant_type"),
        claimant_basis=pl.when(is_known).then(pl.lit("publisher")).otherwise("claimant_basis"),
    )
