"""Satellites of violence: reports without an exact day, or of a coarser place, join by evidence."""

import polars as pl

from pipelines.transforms.events.grouping.intervals import UNDATED, with_weeks
from pipelines.transforms.events.grouping.linkable import NO_SIDE
from pipelines.transforms.events.violence.cells import ANCESTORS
from pipelines.transforms.events.violence.evidence import (
    CLAIMED,
    NUMBER,
    STORY,
    proving_facts,
    weigh,
)

ANYWHERE = ""


def match_cores(
    reports: pl.DataFrame, cores: pl.DataFrame, facts: pl.DataFrame, constants: dict[str, int]
) -> pl.DataFrame:
    """Reports with each core that they may join: report_id, core_id, points, reasons; best first.

    `reports` bring report_id, location_id, side_key, date_start, date_end and has_number; `cores`
    one row per report in a core: core_id, report_id, location_id, ancestors, side_key and day.
    A report fits a core of the same side (or names no side) whose day lies in its interval and
    whose place is its own or inside it. One without a day may also fit a core around its place,
    if the number is the same. Equal level and a known day need less evidence.
    """
    short = keep_short(reports, constants["satellite_interval"])
    is_uneven = pl.col("is_apart") | pl.col("is_finer")
    pairs = (
        meet_cores(short, cores, facts, constants)
        .group_by("report_id", "core_id")
        .agg(
            pl.col("day", "date_end", "has_number", "is_finer").first(),
            needs_more=(is_uneven | pl.col("date_start").is_null()).any(),
            is_level=(~is_uneven & pl.col("is_own_side")).any(),
        )
    )
    core_facts = facts_of(cores.join(pairs, on="core_id", how="semi"), facts)
    needed = pl.when("needs_more").then(constants["points_needed_apart"])
    return (
        weigh(pairs, ["report_id", "core_id"], (facts, core_facts), constants)
        .filter(
            pl.col("points") >= needed.otherwise(constants["points_needed"]),
            ~pl.col("is_finer") | pl.col("number").is_not_null(),
        )
        .sort(
            "report_id",
            -pl.col("points"),
            (pl.col("date_end") - pl.col("day")).abs(),
            "core_id",
            nulls_last=True,
        )
        .select("report_id", "core_id", "points", "reasons")
    )


def facts_of(cores: pl.DataFrame, facts: pl.DataFrame) -> pl.DataFrame:
    """What the reports in each core tell: core_id, fact, value."""
    told = cores.select("core_id", "report_id").join(facts, on="report_id")
    return told.select("core_id", "fact", "value").unique()


def meet_cores(
    reports: pl.DataFrame, cores: pl.DataFrame, facts: pl.DataFrame, constants: dict[str, int]
) -> pl.DataFrame:
    """Reports beside the cores that place, side and day allow and that share a fact with them.

    Only facts that can be evidence enough are looked up: a story, and on one level a number; where
    the levels differ a number must come from one claimant. Small numbers stand in half the reports
    of a war, and would bring every two of them together.
    """
    bringing = proving_facts(facts, (STORY, NUMBER, CLAIMED), constants)
    asked = with_weeks(ask_around(reports)).join(bringing, on="report_id")
    asked = asked.filter(may_bring("is_finer", constants))
    near = open_cores(cores, asked)
    shared = facts_of(
        cores.join(near, on="core_id", how="semi"),
        facts.join(asked, on="value", how="semi"),
    )
    reached = near.join(shared, on="core_id").filter(may_bring("is_apart", constants))
    return asked.join(reached, on=["region", "side_key", "week", "value"], suffix="_core").filter(
        pl.col("day").is_between("date_start", "date_end").fill_null(True),
        ~(pl.col("is_finer") & pl.col("is_apart")),
    )


def may_bring(is_uneven: str, constants: dict[str, int]) -> pl.Expr:
    """Whether the row's fact may be evidence enough by its kind; without a day a story alone."""
    is_enough = constants["points_same_number"] >= constants["points_needed_apart"]
    is_number = (pl.col("fact") == CLAIMED) | ~pl.col(is_uneven) | pl.lit(is_enough)
    return (pl.col("fact") == STORY) | (is_number & (pl.col("week") != UNDATED))


def ask_around(reports: pl.DataFrame) -> pl.DataFrame:
    """One row per report and region in which its core may lie, in the column `region`.

    Its own place; for reports without an exact day also the places around it (is_finer).
    """
    columns = ("report_id", "side_key", "date_start", "date_end", "has_number")
    own = reports.select(
        *columns, region=pl.col("location_id").fill_null(ANYWHERE), is_finer=pl.lit(False)
    )
    vague = reports.filter(pl.col("date_start") < pl.col("date_end"))
    around = [
        vague.filter(pl.col(name) != pl.col("location_id")).select(
            *columns, region=name, is_finer=pl.lit(True)
        )
        for name in ANCESTORS
    ]
    return pl.concat([own, *around])


def match_only_cores(
    reports: pl.DataFrame, cores: pl.DataFrame, constants: dict[str, int]
) -> pl.DataFrame:
    """Reports without a number that can mean one core only: report_id, core_id, points, reasons.

    "Heavy losses this week" speaks of the only event of that place and side in its interval; with
    several, or none, it stays apart. It needs no evidence, since it adds no figure.
    """
    asked = with_weeks(
        keep_short(reports, constants["satellite_interval"]).filter(
            ~pl.col("has_value"), pl.col("date_start").is_not_null()
        )
    ).select("report_id", "side_key", "date_start", "date_end", "week", region="location_id")
    own = open_cores(cores, asked).filter(~pl.col("is_apart"), "is_own_side")
    return (
        asked.join(own, on=["region", "side_key", "week"])
        .filter(pl.col("day").is_between("date_start", "date_end"))
        .select("report_id", "core_id")
        .unique()
        .filter(pl.len().over("report_id") == 1)
        .with_columns(points=pl.lit(None, dtype=pl.Int32), reasons=pl.lit(None, dtype=pl.String))
    )


def keep_short(reports: pl.DataFrame, longest: int) -> pl.DataFrame:
    """The reports whose interval is short enough to speak of one day, and the undated ones."""
    length = pl.col("date_end") - pl.col("date_start")
    return reports.filter((length <= pl.duration(days=longest)).fill_null(True))


def open_cores(cores: pl.DataFrame, asked: pl.DataFrame) -> pl.DataFrame:
    """One row per core and way to reach it from a region that is asked about.

    By its own place or one that contains it (is_apart), by its side (is_own_side) or none, by its
    week or no date. Returns core_id, day, region, side_key, week, is_own_side, is_apart.
    """
    regions = regions_of(cores).join(asked.select("region").unique(), on="region", how="semi")
    nameless = regions.filter(pl.col("side_key") != NO_SIDE).with_columns(side_key=pl.lit(NO_SIDE))
    sides = pl.concat(
        [regions.with_columns(is_own_side=True), nameless.with_columns(is_own_side=False)]
    )
    weeks = with_weeks(sides.with_columns(day_end="day"), "day", "day_end").drop("day_end")
    return pl.concat([weeks, weeks.with_columns(week=pl.lit(UNDATED, dtype=pl.Int32))]).select(
        "core_id", "day", "region", "side_key", "week", "is_own_side",
        is_apart=pl.col("region") != pl.col("location_id"),
    )  # fmt: skip


def regions_of(cores: pl.DataFrame) -> pl.DataFrame:
    """One row per core and region that holds it: core_id, side_key, day, location_id, region."""
    places = cores.select("core_id", "location_id", *ANCESTORS, "side_key", "day").unique("core_id")
    columns = ("core_id", "side_key", "day", "location_id")
    named = [places.select(*columns, region=name) for name in ("location_id", *ANCESTORS)]
    anywhere = places.select(*columns, region=pl.lit(ANYWHERE))
    return pl.concat([*named, anywhere]).drop_nulls("region").unique()


def crowded_days(cores: pl.DataFrame) -> pl.DataFrame:
    """Places and days at which a report of a side could join more than one core.

    Returns location_id, side_key and day.
    """
    regions = regions_of(cores).filter(pl.col("region") != ANYWHERE)
    nameless = regions.filter(pl.col("side_key") != NO_SIDE).with_columns(side_key=pl.lit(NO_SIDE))
    return (
        pl.concat([regions, nameless])
        .group_by("side_key", "day", location_id="region")
        .agg(n=pl.col("core_id").n_unique())
        .filter(pl.col("n") > 1)
        .drop("n")
    )
