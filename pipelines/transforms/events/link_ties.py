"""Ties: what reports must have in common for linking to look at the one because of the other.

Linking takes nothing into account for a report but itself and the reports it is tied to, over any
number of steps; so new claims can touch those alone that their ties reach. A tie too many costs
work, one too few would make an event depend on the order of runs (held by
tests/transforms/events/test_linking_memory.py).
"""

import polars as pl

from pipelines.transforms.events.grouping.intervals import with_weeks
from pipelines.transforms.events.violence.cells import ANCESTORS
from pipelines.transforms.events.violence.satellites import ANYWHERE
from pipelines.transforms.events.violence.small_news import two_numbers

OWN = ("report_id", "story_id")


def list_ties(claims: pl.DataFrame, constants: dict[str, int]) -> pl.DataFrame:
    """One row per report of linkable claims and thing that may tie it to others.

    Returns story, report and tie as short codes, and is_asking. Reports are tied where they share
    a tie that at least one of them asks for: "forty killed in the province" asks for whatever the
    province's towns tell, and ties these; without it they do not meet.
    """
    violence = claims.filter(event_family="violence")
    cores, free = violence.filter("is_core"), violence.filter(~pl.col("is_core"))
    ties = [
        *tie_cells(cores, constants["slip_number"]),
        *tie_stories(cores, free),
        *tie_numbers(cores, free, constants["satellite_number"]),
        *tie_places(cores, free),
        *tie_news(free, constants),
        *tie_parts(violence),
        *tie_land(claims.filter(pl.col("event_family") != "violence")),
    ]
    return pl.concat(ties).unique().sort("report", "tie")


def short(text: pl.Expr) -> pl.Expr:
    """A code of 32 bits: two texts with one code tie too much, which harms nothing."""
    return (text.hash() // 2**32).cast(pl.UInt32)


def tie(claims: pl.DataFrame, kind: str, *things: str | pl.Expr, asking: bool) -> pl.DataFrame:
    """Ties of one kind for the claims that have all of the things."""
    text = pl.concat_str(pl.lit(kind), *things, separator="|")
    return (
        claims.select(*OWN, text=text)
        .drop_nulls("text")
        .select(
            story=short(pl.col("story_id")),
            report=short(pl.col("report_id")),
            tie=short(pl.col("text")),
            is_asking=pl.lit(asking),
        )
    )


def tie_cells(cores: pl.DataFrame, slip_number: int) -> list[pl.DataFrame]:
    """Reports of one place and day, and those that may slip from the day after to it by a number;
    those of one story are tied anyway."""
    large = cores.filter(pl.col("number") >= slip_number)
    days = (pl.col("date_start"), pl.col("date_start") + pl.duration(days=1))
    slips = [tie(large, "slip", "location_id", "number", day, asking=True) for day in days]
    return [tie(cores, "cell", "location_id", "date_start", asking=True), *slips]


def tie_stories(cores: pl.DataFrame, free: pl.DataFrame) -> list[pl.DataFrame]:
    """Reports of one story, where the place of one is the other's or holds it, or is not named."""
    around = regions_around(cores)
    vague = regions_around(free.filter(pl.col("date_start") < pl.col("date_end")), anywhere=False)
    own = pl.col("location_id").fill_null(ANYWHERE)
    return [
        *(tie(told, "story", "story_id", own, asking=True) for told in (cores, free)),
        tie(around, "story", "story_id", "region", asking=False),
        tie(cores, "story at", "story_id", "location_id", asking=False),
        tie(vague, "story at", "story_id", "region", asking=True),
    ]


def tie_numbers(
    cores: pl.DataFrame, free: pl.DataFrame, satellite_number: int
) -> list[pl.DataFrame]:
    """Reports of one number in one week: at one place, or from one origin where a place holds the
    other or is not named."""
    is_large = pl.col("number") >= satellite_number
    at_days = either_day(cores.filter(is_large))
    asking = with_weeks(free.filter(is_large, pl.col("date_start").is_not_null()))
    vague = asking.filter(pl.col("date_start") < pl.col("date_end"))
    number = ("week", "number")
    claimed = (*number, "origin_id")
    own = pl.col("location_id").fill_null(ANYWHERE)
    return [
        tie(at_days, "number", "location_id", *number, asking=False),
        tie(asking, "number", "location_id", *number, asking=True),
        tie(regions_around(at_days), "claimed", "region", *claimed, asking=False),
        *(tie(told, "claimed", own, *claimed, asking=True) for told in (at_days, asking)),
        tie(at_days, "claimed at", "location_id", *claimed, asking=False),
        tie(regions_around(vague, anywhere=False), "claimed at", "region", *claimed, asking=True),
    ]


def tie_places(cores: pl.DataFrame, free: pl.DataFrame) -> list[pl.DataFrame]:
    """Denials, and reports without a number, with all of their place, side and week."""
    has_value = pl.coalesce("value_best", "value_low", "value_high").is_not_null()
    is_silent = ~has_value & ~pl.col("is_core") & pl.col("location_id").is_not_null()
    at_weeks = pl.concat([either_day(cores), with_weeks(free)])
    asking = at_weeks.filter(is_silent | ~pl.col("is_founding"))
    here = ("place_key", "side_key", "week")
    return [
        tie(at_weeks, "place", *here, asking=False),
        tie(asking, "place", *here, asking=True),
    ]


def tie_news(free: pl.DataFrame, constants: dict[str, int]) -> list[pl.DataFrame]:
    """Reports of one number of one day, in one country or if it may prove something anywhere, or of
    the same two numbers of two days running."""
    is_proof = (pl.col("number") >= constants["satellite_number"]) | pl.col("is_retold")
    news = ("first_known", "harm", "number")
    numbers = two_numbers(free.filter("is_founding"), constants)
    told = free.select(OWN).unique().join(numbers, on="report_id")
    return [
        tie(free, "news here", *news, "country_id", asking=True),
        tie(free.filter(is_proof), "news", *news, asking=True),
        tie(told, "two numbers", "value", asking=True),
    ]


def tie_parts(violence: pl.DataFrame) -> list[pl.DataFrame]:
    """Parts of a figure with their wholes."""
    parts = violence.filter(pl.col("subset_of_claim_id").is_not_null())
    wholes = violence.join(
        parts.select(claim_id="subset_of_claim_id").unique(), on="claim_id", how="semi"
    )
    return [
        tie(parts, "whole", "subset_of_claim_id", asking=True),
        tie(wholes, "whole", "claim_id", asking=True),
    ]


def tie_land(claims: pl.DataFrame) -> list[pl.DataFrame]:
    """All that is told of who takes, holds or fights for a place; counts of places with what is
    told inside of theirs in the same weeks; and what names no place with its story."""
    unplaced = claims.filter(pl.col("location_id").is_null())
    is_count = pl.col("n_places").is_not_null() & pl.col("date_start").is_not_null()
    counts = with_weeks(claims.filter(is_count))
    taken = with_weeks(claims.filter("is_core"))
    return [
        tie(claims, "land", "location_id", asking=True),
        tie(claims, "land in story", "story_id", asking=False),
        tie(unplaced, "land in story", "story_id", asking=True),
        tie(counts, "land in", "location_id", "week", asking=True),
        tie(regions_around(taken, anywhere=False), "land in", "region", "week", asking=False),
    ]


def regions_around(claims: pl.DataFrame, anywhere: bool = True) -> pl.DataFrame:
    """One row per claim and region that holds its place, in the column region; the whole world,
    which holds those without a place too, where `anywhere`."""
    regions = [
        claims.filter(pl.col(name) != pl.col("location_id")).with_columns(region=name)
        for name in ANCESTORS
    ]
    everywhere = [claims.with_columns(region=pl.lit(ANYWHERE))] if anywhere else []
    return pl.concat([*regions, *everywhere])


def either_day(cores: pl.DataFrame) -> pl.DataFrame:
    """One row per claim and week of its day or of the day before, to which it may slip."""
    before = pl.col("date_start") - pl.duration(days=1)
    return with_weeks(cores.with_columns(day_before=before), "day_before", "date_start").drop(
        "day_before"
    )


def tie_small_news(claims: pl.DataFrame, news: pl.DataFrame) -> pl.DataFrame:
    """Ties of reports that share small news, those of cells excepted: they do not meet by it."""
    cores = claims.filter("is_core")
    told = news.join(cores, on="report_id", how="anti").with_columns(story_id=pl.lit(""))
    return tie(told, "small news", "value", asking=True)


def tie_links(members: pl.DataFrame, links: pl.DataFrame) -> pl.DataFrame:
    """Ties of the two claims of each link that the user states; `members` has claim_id, report_id
    of all claims, those that are gone too."""
    numbered = links.with_row_index("link_no")
    told = members.with_columns(story_id=pl.lit(""))
    ends = [
        told.join(numbered, left_on="claim_id", right_on=side) for side in ("left_id", "right_id")
    ]
    return pl.concat(tie(claims, "link", "link_no", asking=True) for claims in ends)


def reach(reports: pl.Series, ties: list[pl.DataFrame]) -> pl.Series:
    """The reports (codes) that ties reach from some reports, over any number of steps."""
    every = pl.concat(ties)
    asked = every.filter("is_asking")["tie"].unique()
    left = every.select("report", "tie").filter(pl.col("tie").is_in(asked.implode()))
    reached = [reports.unique()]
    while not reached[-1].is_empty():
        is_own = pl.col("report").is_in(reached[-1].implode())
        met = left.filter(is_own)["tie"].unique()
        left = left.filter(~is_own)
        reached.append(left.filter(pl.col("tie").is_in(met.implode()))["report"].unique())
    return pl.concat(reached)
