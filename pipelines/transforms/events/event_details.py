"""What an event is like: what most of its claims say of it."""

import polars as pl

from pipelines.transforms.events.grouping.linkable import LOSER_MARK, NO_SIDE
from pipelines.transforms.lexicons import Lexicons
from schemas.vocab import LINK_REASONS

SPOKEN = (
    "where_precision", "initiator_actor_id", "target_actor_id", "from_actor_id", "to_actor_id",
    "change_type", "n_places", "sub_event_type",
)  # fmt: skip
COLUMNS = (
    "event_id", "event_family", "sub_event_type", "location_id", "where_precision", "date_start",
    "date_end", "date_precision", "side_id", "initiator_actor_id", "target_actor_id",
    "from_actor_id", "to_actor_id", "change_type", "n_places", "link_reason",
)  # fmt: skip


def describe_events(
    founded: pl.DataFrame, members: pl.DataFrame, claims: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """One row per event in the contract's columns.

    Claims of role core and satellite speak for their event: of each column the most frequent
    value, ties by name. The kind of event is the one they name, else follows from the family.
    """
    told = members.filter(pl.col("event_role").is_in(["core", "satellite"])).join(
        claims, on="claim_id"
    )
    events = founded.with_columns(
        side_id=pl.when(
            (pl.col("side_key") != NO_SIDE) & ~pl.col("side_key").str.starts_with(LOSER_MARK)
        ).then("side_key")
    )
    for column in SPOKEN:
        events = events.join(most_frequent(told, column), on="event_id", how="left")
    events = events.join(civilian_events(told, lexicons), on="event_id", how="left").join(
        side_types(lexicons), on="side_id", how="left"
    )
    return (
        events.with_columns(
            sub_event_type=pl.coalesce("sub_event_type", default_type()),
            where_precision=pl.col("where_precision").fill_null("unknown"),
        )
        .join(name_reasons(members), on="event_id", how="left")
        .select(COLUMNS)
        .sort("event_id")
    )


def most_frequent(told: pl.DataFrame, column: str) -> pl.DataFrame:
    """The value of a column that most of an event's claims give; nulls do not count."""
    return (
        told.select("event_id", column)
        .drop_nulls()
        .group_by("event_id", column)
        .len()
        .sort("event_id", -pl.col("len").cast(pl.Int64), column)
        .unique("event_id", keep="first", maintain_order=True)
        .drop("len")
    )


def civilian_events(told: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Events all of whose named victims are civilians: event_id, harms_civilians."""
    types = lexicons.actors.select(victim_actor_id="actor_id", victim_type="actor_type")
    victims = told.select(
        "event_id", victim_actor_id=pl.coalesce("victim_actor_id", "victim_side_id")
    )
    return (
        victims.drop_nulls()
        .join(types, on="victim_actor_id", how="left")
        .group_by("event_id")
        .agg(harms_civilians=(pl.col("victim_type") == "civilians").fill_null(False).all())
    )


def side_types(lexicons: Lexicons) -> pl.DataFrame:
    """Kind of the actor that leads each side: who bears the side's id, else the first by id."""
    return (
        lexicons.actors.sort("side_id", pl.col("actor_id") != pl.col("side_id"), "actor_id")
        .unique("side_id", keep="first", maintain_order=True)
        .select("side_id", side_type="actor_type")
    )


def default_type() -> pl.Expr:
    """The kind of an event whose claims name none, in ACLED's terms."""
    is_left = pl.col("side_id").is_null() & (pl.col("change_type") == "withdrawn")
    territory = (
        pl.when(pl.col("side_type") == "state forces")
        .then(pl.lit("Government regains territory"))
        .when(is_left)
        .then(pl.lit("Non-violent transfer of territory"))
        .otherwise(pl.lit("Non-state actor overtakes territory"))
    )
    return (
        pl.when(event_family="territory")
        .then(territory)
        .when(pl.col("harms_civilians") & (pl.col("event_family") == "violence"))
        .then(pl.lit("Attack"))
        .otherwise(pl.lit("Armed clash"))
    )


def name_reasons(members: pl.DataFrame) -> pl.DataFrame:
    """The reasons why reports of an event are one, strongest first; null for a single report."""
    order = pl.DataFrame({"reason": LINK_REASONS, "strength": range(len(LINK_REASONS))})
    return (
        members.filter(pl.col("report_id").n_unique().over("event_id") > 1)
        .select("event_id", reason=pl.col("link_reasons").str.split(","))
        .explode("reason")
        .join(order, on="reason")
        .unique(["event_id", "reason"])
        .sort("event_id", "strength")
        .group_by("event_id", maintain_order=True)
        .agg(link_reason=pl.col("reason").str.join(","))
    )
