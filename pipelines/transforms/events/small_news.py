"""Small news: what proves that two reports are one, however small its number."""

import polars as pl

from pipelines.transforms.events.linkable import NO_SIDE

# Sides that are no party of a war, or nobody knows which.
NO_PARTIES = (
    "civilians", "protesters", "rioters", "unidentified-armed-group", "security-forces",
    "generic-state-forces", "generic-rebels", "generic-militants", "generic-local-forces",
    "generic-local-militia", "generic-resistance", "peacekeepers",
)  # fmt: skip
# People of whom so few are killed that news of a day or two speaks of the same.
RARELY_HARMED = ("journalists", "aid-workers", "health-workers", "peacekeepers", "teachers")
RANKS = r"(commander|general|leader|chief|minister|mayor|governor|lawmaker)(?-u:\b)"


def small_news(claims: pl.DataFrame, constants: dict[str, int]) -> pl.DataFrame:
    """One row per report and thing that proves by itself: report_id, value.

    `claims` bring first_known, the day on which their story became known. How many of one party
    were harmed; that people of a kind that is rarely harmed were, or somebody of rank, or that a
    thing was hit that news singles out; how many were killed and how many wounded; who attacked a
    town, and how; the only number told of a town that day.
    """
    days = constants["news_days"]
    side = pl.col("victim_side_id")
    party = pl.when(~side.is_in(NO_PARTIES)).then(side)
    rare = pl.when(pl.col("victim_actor_id").is_in(RARELY_HARMED)).then("victim_actor_id")
    rank = pl.col("value_text").str.to_lowercase().str.extract(RANKS, 1)
    hit = claims.with_columns(pl.col("things_hit").str.split(",")).explode("things_hit")
    attacked = claims.filter(pl.col("location_id") != pl.col("admin1_id"))
    way = ("location_id", "sub_event_type", "initiator_actor_id")
    vague = pl.when(qualifier="vague").then("value_low")
    news = [
        told_once(claims, together("harm", "number", party), days),
        told_once(claims, together("harm", rare), days),
        told_once(claims, together("harm", rank, side.fill_null(NO_SIDE), "country_id"), days),
        told_once(hit, pl.col("things_hit"), days),
        told_once(claims, together("harm", vague, "value_high", "country_id"), 1),
        told_once(attacked, together(*way), 1),
        only_number(attacked),
        two_numbers(claims, constants),
    ]
    return pl.concat(news)


def together(*parts: str | pl.Expr) -> pl.Expr:
    """One text of several; null where any of them is."""
    return pl.concat_str(*parts, separator="|")


def told_once(claims: pl.DataFrame, what: pl.Expr, days: int) -> pl.DataFrame:
    """report_id and value: what is told on a day, where all that name a place name one.

    "Two soldiers killed" of no place and "two soldiers killed in X" of that day can mean each
    other only, if nobody tells of two soldiers elsewhere. So they can on so many mornings running,
    if no more bring such news and nobody gives another number of the other harm.
    """
    key = ("what", "first_known")
    finer = pl.when(pl.col("location_id") != pl.col("country_id")).then("location_id")
    told = claims.select(
        "report_id", "first_known", "country_id", finer=finer, what=what, other=other_harm()
    ).drop_nulls(key)
    runs = told.join(short_runs(told.select(key).unique(), days), on=key)
    found = pl.concat(
        [
            told.with_columns(value=together(*key), other=pl.lit(None, pl.Int64)),
            runs.with_columns(value=together("what", "since", pl.lit("run"))).drop("since"),
        ]
    )
    n_told = pl.max_horizontal(
        pl.col(name).drop_nulls().n_unique().over("value")
        for name in ("country_id", "finer", "other")
    )
    return found.filter(n_told <= 1).select("report_id", "value")


def short_runs(told: pl.DataFrame, days: int) -> pl.DataFrame:
    """The days (first_known) on which a thing (what) is told that run on for so many at most.

    Adds `since`, the first day of the run.
    """
    is_new = (pl.col("first_known").diff() > pl.duration(days=1)).fill_null(True)
    run = ("what", "run")
    first, last = (getattr(pl.col("first_known"), end)().over(run) for end in ("min", "max"))
    return (
        told.sort("what", "first_known")
        .with_columns(run=is_new.cum_sum().over("what"))
        .with_columns(since=first, length=last - first)
        .filter(pl.col("length") < pl.duration(days=days))
        .drop("run", "length")
    )


def only_number(claims: pl.DataFrame) -> pl.DataFrame:
    """report_id and value: news of a town and day, where reports without a number and one number
    meet: "dozens dead in X" and "forty killed in X", and nobody tells of another number there."""
    at_day = ("location_id", "first_known")
    held = claims.drop_nulls(at_day)
    counted = pl.col("number").filter(~pl.col("is_subset")).drop_nulls()
    bounds = pl.when(qualifier="vague")
    low = bounds.then("value_low").max().over(*at_day, "harm")
    high = bounds.then("value_high").min().over(*at_day, "harm")
    fits = pl.col("number").is_between(low, high).fill_null(True)
    is_one = (counted.n_unique().over(*at_day, "harm") <= 1) & fits
    has_none = pl.col("number").is_null().any()
    return held.filter(is_one.all().over(at_day) & has_none.over(at_day)).select(
        "report_id", value=together(*at_day, pl.lit("town"))
    )


def other_harm() -> pl.Expr:
    """The number wounded beside those killed that the report tells, and the reverse."""
    killed, wounded = (
        pl.col("number")
        .filter(pl.col("harm") == harm, ~pl.col("is_subset"))
        .max()
        .over("report_id")
        for harm in ("killed", "wounded")
    )
    is_killed = pl.col("harm") == "killed"
    return pl.when(is_killed).then(wounded).when(harm="wounded").then(killed)


def two_numbers(claims: pl.DataFrame, constants: dict[str, int]) -> pl.DataFrame:
    """report_id and value: how many were killed and how many wounded, with the day it became known
    and the day before: "one killed, three wounded" of two mornings is one fight."""
    numbers = {
        harm: pl.col("number").filter(pl.col("harm") == harm, ~pl.col("is_subset"))
        for harm in ("killed", "wounded")
    }
    told = (
        claims.group_by("report_id")
        .agg(
            pl.col("first_known").min(),
            *(number.first().alias(harm) for harm, number in numbers.items()),
            n=pl.max_horizontal(*(number.n_unique() for number in numbers.values())),
        )
        .filter(
            pl.col("n") == 1, pl.max_horizontal("killed", "wounded") >= constants["pair_number"]
        )
    )
    return pl.concat(
        told.select(
            "report_id",
            value=pl.concat_str(
                pl.col("first_known") - pl.duration(days=back), "killed", "wounded", separator="|"
            ),
        )
        for back in (0, 1)
    )
