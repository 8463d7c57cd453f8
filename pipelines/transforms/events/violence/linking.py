"""Violence: cells of exact reports, their incidents, satellites, and what stays apart."""

import polars as pl

from pipelines.transforms.events.grouping.event_ids import with_root_id
from pipelines.transforms.events.grouping.intervals import UNDATED, overlaps, with_weeks
from pipelines.transforms.events.grouping.leftovers import EVENTS, found_events
from pipelines.transforms.events.grouping.linkable import members
from pipelines.transforms.events.grouping.stars import join_originals
from pipelines.transforms.events.violence.cells import find_cells, violence_reports
from pipelines.transforms.events.violence.evidence import (
    NUMBER,
    STORY,
    code,
    list_facts,
    proving_facts,
    weigh,
)
from pipelines.transforms.events.violence.incidents import split_cells
from pipelines.transforms.events.violence.same_news import meet_in_news, order_by_place
from pipelines.transforms.events.violence.satellites import (
    crowded_days,
    match_cores,
    match_only_cores,
)

PLACE_AND_SIDE = ["place_key", "side_key"]


def link_violence(
    claims: pl.DataFrame, news: pl.DataFrame, constants: dict[str, int]
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Events of violence and the members of each, from linkable claims of the family.

    A part of a figure ("including two children") goes where its whole goes. `news` are rows of
    small_news of these claims.
    """
    with_code = {"report_id": code(pl.col("report_id"))}
    told, parts = (frame.with_columns(**with_code) for frame in split_parts(claims))
    facts = list_facts(told, news.with_columns(**with_code), constants)
    reports = violence_reports(told)
    cells = settle_cells(find_cells(reports, facts, constants["slip_number"]), facts, constants)
    cores = name_incidents(split_cells(cells, told), told)
    free = reports.join(cores, on="report_id", how="anti")
    own = cores.filter("is_own")
    proven = first_option(match_cores(free, own, facts, constants))
    silent = free.join(proven, on="report_id", how="anti")
    joined = pl.concat([proven, match_only_cores(silent, own, constants)])
    apart = free.join(joined, on="report_id", how="anti")
    left_events, left = gather_reports(apart, told, facts, constants)
    found = pl.concat([core_members(cores, told), satellite_members(joined, told), left])
    denied = claims.filter(~pl.col("is_founding"))
    return (
        pl.concat([core_events(cores), left_events]),
        pl.concat([found, follow_wholes(parts, found), speak_of_events(denied, told, found)]),
    )


def split_parts(claims: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The claims that may found events of violence, and those that tell a part of another's."""
    founding = claims.filter("is_founding")
    wholes = founding.filter(~pl.col("is_subset")).select(subset_of_claim_id="claim_id")
    parts = founding.filter("is_subset").join(wholes, on="subset_of_claim_id", how="semi")
    return founding.join(parts, on="claim_id", how="anti"), parts


def settle_cells(
    cells: pl.DataFrame, facts: pl.DataFrame, constants: dict[str, int]
) -> pl.DataFrame:
    """The exact reports with the cell they end up in: those of a coarser place may join a finer.

    So may those that name no side. A cell stands if a report of it has nowhere else to go; only
    such cells take others in, so that nothing moves twice. Adds is_own, points and reasons.
    """
    cores = cells.rename({"cell_id": "core_id"})
    # Where a day has one cell of a side, its reports have nowhere else to go.
    crowded = cells.join(crowded_days(cores), on=["location_id", "side_key", "day"], how="semi")
    at_day = crowded.with_columns(date_start="day", date_end="day")
    options = match_cores(at_day, cores, facts, constants)
    elsewhere = options.join(
        cells.select("report_id", core_id="cell_id"),
        on=["report_id", "core_id"],
        how="anti",
        maintain_order="left",
    )
    standing = cells.join(elsewhere, on="report_id", how="anti").select(core_id="cell_id").unique()
    moved = first_option(
        elsewhere.join(standing, on="core_id", how="semi", maintain_order="left")
    ).rename({"core_id": "moved_id"})
    return cells.join(moved, on="report_id", how="left").with_columns(
        cell_id=pl.coalesce("moved_id", "cell_id"), is_own=pl.col("moved_id").is_null()
    )


def first_option(options: pl.DataFrame) -> pl.DataFrame:
    """The first of each report's options, which come best first."""
    return options.unique("report_id", keep="first", maintain_order=True)


def name_incidents(cells: pl.DataFrame, claims: pl.DataFrame) -> pl.DataFrame:
    """Add core_id: of a cell's first incident the cell's id, of the others that of their root."""
    roots = cells.filter("is_own").group_by("cell_id", "incident_no").agg(pl.col("rank").min())
    named = with_root_id(
        roots.join(claims.select("rank", "claim_id"), on="rank"), "root_id", "claim_id"
    )
    return cells.join(
        named.select("cell_id", "incident_no", "root_id"), on=["cell_id", "incident_no"], how="left"
    ).with_columns(core_id=pl.when(pl.col("incident_no") == 1).then("cell_id").otherwise("root_id"))


def core_events(cores: pl.DataFrame) -> pl.DataFrame:
    """One event per core, at the place and day of its own reports."""
    return (
        cores.filter("is_own")
        .sort("core_id", "rank")
        .unique("core_id", keep="first", maintain_order=True)
        .select(
            "event_family", "location_id", "side_key",
            event_id="core_id", date_start="day", date_end="day", date_precision=pl.lit("day"),
        )
        .select(EVENTS)
    )  # fmt: skip


def core_members(cores: pl.DataFrame, claims: pl.DataFrame) -> pl.DataFrame:
    """Members for the claims of exact reports: in their own cell, slipped, or moved in."""
    told = claims.select("claim_id", "report_id").join(
        cores.select("report_id", "is_own", "slipped", "points", "reasons", event_id="core_id"),
        on="report_id",
    )
    own = told.filter("is_own")
    cell = pl.when("slipped").then(pl.lit("slip")).otherwise(pl.lit("same_cell"))
    return pl.concat(
        [
            members(own, "core", cell),
            members(told.filter(~pl.col("is_own")), "satellite", pl.col("reasons"), "points"),
        ]
    )


def satellite_members(joined: pl.DataFrame, claims: pl.DataFrame) -> pl.DataFrame:
    """Members for the claims of reports that joined a core by evidence."""
    told = claims.select("claim_id", "report_id", "date_start").join(joined, on="report_id")
    dated = pl.when(pl.col("date_start").is_not_null()).then(pl.lit("interval"))
    reasons = pl.concat_str("reasons", dated, separator=",", ignore_nulls=True)
    return members(told.rename({"core_id": "event_id"}), "satellite", reasons, "points")


def gather_reports(
    reports: pl.DataFrame, claims: pl.DataFrame, facts: pl.DataFrame, constants: dict[str, int]
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Events of reports that no core took, grouped with the first they share evidence with.

    They must be of one place and side, with intervals that overlap; those without a place meet
    in their own story, and undated ones by their story too. News of one day meet at any level of
    place; the event is that of the finest place told.
    """
    ordered = reports.with_columns(told_order=order_by_place())
    met = pl.concat(
        [meet_at_place(ordered, facts, constants), meet_in_news(ordered, facts, constants)]
    )
    original_facts = facts.rename({"report_id": "original_id"})
    needed = pl.when("is_level").then(constants["points_needed"])
    pairs = (
        weigh(met.unique(), ["report_id", "original_id"], (facts, original_facts), constants)
        .filter(pl.col("points") >= needed.otherwise(constants["points_needed_apart"]))
        .select("member", "original", "points", "reasons")
        .unique()
        .sort("member", "original")
    )
    grouped = claims.join(ordered.select("report_id", unit_rank="told_order"), on="report_id")
    return found_events(grouped, join_originals(pairs))


def meet_at_place(
    reports: pl.DataFrame, facts: pl.DataFrame, constants: dict[str, int]
) -> pl.DataFrame:
    """Pairs of reports of one place and side that share a story or a number, in the same weeks."""
    weeks = with_weeks(
        reports.select(
            "report_id", *PLACE_AND_SIDE, "date_start", "date_end", "has_number", "told_order"
        )
    ).join(proving_facts(facts, (STORY, NUMBER), constants), on="report_id")
    firsts = weeks.rename({"report_id": "original_id", "told_order": "original"})
    return (
        weeks.rename({"told_order": "member"})
        .join(
            firsts.drop("has_number"),
            on=[*PLACE_AND_SIDE, "week", "value"],
            suffix="_first",
        )
        .filter(
            pl.col("original") < pl.col("member"),
            overlaps("_first"),
            (pl.col("week") != UNDATED) | (pl.col("fact") == STORY),
        )
        .select("report_id", "original_id", "member", "original", "has_number", is_level=True)
        .unique()
    )


def follow_wholes(parts: pl.DataFrame, found: pl.DataFrame) -> pl.DataFrame:
    """Members for parts of a figure: the event, role and reasons of their whole."""
    return parts.select("claim_id", "subset_of_claim_id").join(
        found.rename({"claim_id": "subset_of_claim_id"}), on="subset_of_claim_id"
    ).drop("subset_of_claim_id")  # fmt: skip


def speak_of_events(
    denied: pl.DataFrame, claims: pl.DataFrame, found: pl.DataFrame
) -> pl.DataFrame:
    """Members for denials: the latest event that claims of their place, side and days belong to."""
    columns = [*PLACE_AND_SIDE, "date_start", "date_end"]
    spoken = with_weeks(claims.join(found, on="claim_id").select("event_id", *columns).unique())
    latest = (
        with_weeks(denied.select("claim_id", *columns))
        .join(spoken, on=[*PLACE_AND_SIDE, "week"], suffix="_event")
        .filter(overlaps("_event"))
        .sort("claim_id", "date_end_event", "event_id", descending=[False, True, False])
        .unique("claim_id", keep="first", maintain_order=True)
    )
    return members(latest, "context", "same_cell")
