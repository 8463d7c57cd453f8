"""Invented dated claims in the proportions of a news desk's, as many reports as asked for."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from schemas.registry import contract

YEARS = 3
REPORTS_AN_EVENT = 10 / 3
N_PLACES = 3_000
SIDES = ("taliban", "afghan-government", "rsf", "saf", "tatmadaw", "russia", "ukraine")
ORIGINS = ("person", "outlet", "party", "publisher", "anonymous", "vague")


def draw(name: str, column: str = "key") -> pl.Expr:
    """A number from 0 to below 1 for each value of the column, another for each name."""
    seed = sum(place * ord(letter) for place, letter in enumerate(name, 1))
    return (pl.col(column).hash(seed) // 2**32).cast(pl.Float64) / 2**32


def one_of(name: str, choices: tuple[str, ...], column: str = "key") -> pl.Expr:
    """One of the choices, all as likely."""
    at = (draw(name, column) * len(choices)).cast(pl.Int32)
    return at.replace_strict(dict(enumerate(choices)), return_dtype=pl.String)


def invent_claims(n_reports: int, lexicons: Lexicons) -> pl.DataFrame:
    """Claims of about so many reports in the columns of DatedClaims; the same in every call.

    Three years; some places see much more fighting than others; one event in fifty is told by
    scores of articles. Of the reports a third name no exact day, a quarter no exact place, a fifth
    another number, a tenth stand in bulletins that tell of many events.
    """
    told = tell(invent_events(int(n_reports / REPORTS_AN_EVENT), lexicons))
    columns = contract("dated_claims").to_schema().columns
    dtypes = {name: column.dtype.type for name, column in columns.items()}
    return told.select(
        (pl.col(name) if name in told.columns else pl.lit(None)).cast(dtype).alias(name)
        for name, dtype in dtypes.items()
    )


def invent_events(n_events: int, lexicons: Lexicons) -> pl.DataFrame:
    """What happened: event, kind, place with its ancestors, day, side, other side and number."""
    places = (
        lexicons.places.filter(pl.col("location_type").is_in(["admin2", "populated_place"]))
        .sort("location_id")
        .gather_every(24)
        .head(N_PLACES)
        .select("location_id", "country_id", "admin1_id", "admin2_id", "location_type")
        .with_row_index("place_no")
    )
    kind = draw("kind")
    return (
        pl.DataFrame({"key": range(n_events)})
        .with_columns(
            event="key",
            # The cube makes a tenth of the places hold nearly half of the events.
            place_no=(draw("place") ** 3 * places.height).cast(pl.UInt32),
            day=pl.date(2031, 1, 1) + pl.duration(days=(draw("day") * 365 * YEARS).cast(pl.Int64)),
            side=one_of("side", SIDES),
            other_side=one_of("other", SIDES),
            number=(draw("number") ** -0.8).floor().clip(1, 400).cast(pl.Int64),
            kind=pl.when(kind < 0.75).then(pl.lit("violence"))
            .when(kind < 0.87).then(pl.lit("territory"))
            .otherwise(pl.lit("contested")),
            n_reports=pl.when(draw("famous") < 0.02).then(30 + draw("size") * 60)
            .otherwise(1 - 1.6 * (1 - draw("size")).log()).cast(pl.Int64),
        )
        .join(places, on="place_no")
    )  # fmt: skip


def tell(events: pl.DataFrame) -> pl.DataFrame:
    """One row per claim: each report of an event tells it in one or, with wounded, two claims."""
    reports = (
        events.with_columns(report_no=pl.int_ranges(0, "n_reports"))
        .explode("report_no")
        .with_columns(key=pl.struct("event", "report_no").hash(5))
    )
    reports = tell_time(tell_place(reports))
    number = (
        pl.when(draw("untold") < 0.2).then(None)
        .when(draw("wrong") < 0.2).then((pl.col("number") * (0.5 + draw("by"))).ceil())
        .otherwise("number")
    )  # fmt: skip
    is_bulletin = draw("bulletin") < 0.1
    bulletin = pl.format("bulletin {} {}", "known_on", (draw("which") * 10).cast(pl.Int32))
    article = pl.when(is_bulletin).then(bulletin).otherwise(pl.format("article {}", "key"))
    n_stories = (pl.col("n_reports") * 0.6).ceil()
    story = pl.format("s_{} {}", "event", (draw("story") * n_stories).cast(pl.Int32))
    told = reports.with_columns(
        article_id=article,
        story_id=pl.when(is_bulletin).then(bulletin).otherwise(story),
        report_id=pl.format("r_{}", "key"),
        told=number.cast(pl.Int64),
        origin_kind=one_of("origin", ORIGINS),
        assertion=pl.when(draw("assertion") < 0.05).then(pl.lit("denied"))
        .when(draw("assertion") < 0.1).then(pl.lit("unconfirmed"))
        .otherwise(pl.lit("attributed")),
    )  # fmt: skip
    return name_claims(pl.concat([told.with_columns(part=pl.lit("killed")), also_wounded(told)]))


def also_wounded(told: pl.DataFrame) -> pl.DataFrame:
    """A second claim for half of the reports of violence."""
    return told.filter(pl.col("kind") == "violence", draw("wounded") < 0.5).with_columns(
        part=pl.lit("wounded"), told=pl.col("told") * 2
    )


def tell_place(reports: pl.DataFrame) -> pl.DataFrame:
    """The place as told: a quarter name the province alone, or none."""
    where, level = draw("where"), pl.col("admin1_id").is_not_null()
    is_coarse, is_nowhere = (where < 0.15) & level, where > 0.9
    is_exact = ~is_coarse & ~is_nowhere
    return reports.with_columns(
        location_id=pl.when(is_coarse).then("admin1_id").when(is_exact).then("location_id"),
        admin2_id=pl.when(is_exact).then("admin2_id"),
        admin1_id=pl.when(~is_nowhere).then("admin1_id"),
        country_id=pl.when(~is_nowhere).then("country_id"),
        where_precision=pl.when(is_coarse).then(pl.lit("admin1"))
        .when(is_exact).then(pl.lit("exact")).otherwise(pl.lit("unknown")),
    )  # fmt: skip


def tell_time(reports: pl.DataFrame) -> pl.DataFrame:
    """The day as told: a third are a day late, know the week only, or no day at all."""
    when, known = draw("when"), pl.col("day") + pl.duration(days=(draw("late") * 4).cast(pl.Int64))
    week = (when > 0.75) & (when < 0.95)
    return reports.with_columns(
        known_on=pl.when(draw("undated") > 0.03).then(known),
        date_start=pl.when(when < 0.65).then("day")
        .when(when < 0.75).then(pl.col("day") + pl.duration(days=1))
        .when(week).then(known - pl.duration(days=7)),
        date_end=pl.when(when < 0.65).then("day")
        .when(when < 0.75).then(pl.col("day") + pl.duration(days=1))
        .when(week).then(known),
        date_precision=pl.when(when < 0.75).then(pl.lit("day"))
        .when(week).then(pl.lit("week")).otherwise(pl.lit("unknown")),
    )  # fmt: skip


def name_claims(told: pl.DataFrame) -> pl.DataFrame:
    """The columns of DatedClaims that linking reads."""
    is_violence, is_taking = pl.col("kind") == "violence", pl.col("kind") == "territory"
    named = pl.when(draw("named") < 0.75)
    value = pl.when(is_violence).then("told")
    return told.with_columns(
        claim_id=pl.struct("key", "part").hash(9).cast(pl.String).str.zfill(20),
        claim_type=pl.when(is_violence & value.is_null()).then(pl.lit("attack"))
        .when(is_violence).then(pl.lit("casualty"))
        .when(is_taking & (draw("control") < 0.3)).then(pl.lit("territory_control"))
        .when(is_taking).then(pl.lit("territory_change"))
        .otherwise(pl.lit("contested")),
        victim_side_id=named.then(pl.when(is_violence).then("side")),
        to_side_id=named.then(pl.when(is_taking).then("side")),
        from_side_id=pl.when(is_taking).then("other_side"),
        change_type=pl.when(is_taking).then(pl.lit("captured")),
        harm=pl.when(is_violence & value.is_not_null()).then("part"),
        qualifier=pl.when(value.is_not_null()).then(pl.lit("exact")),
        value_low=value, value_best=value, value_high=value,
        is_subset=pl.lit(False), is_cumulative=pl.lit(False), is_interested=pl.lit(False),
        origin_id=pl.when(pl.col("origin_kind") != "vague").then(
            pl.format("o_{}", (draw("speaker") * 500).cast(pl.Int32))
        ),
        evidence_start=pl.lit(0), evidence_end=pl.lit(12),
        sentence_start=pl.lit(0), sentence_end=pl.lit(90),
    ).sort("claim_id")  # fmt: skip
