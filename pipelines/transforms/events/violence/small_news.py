"""Small news: what proves that two reports are one, however small its number."""

import polars as pl

from pipelines.transforms.events.grouping.linkable import NO_SIDE

# Sides that are no party of a war, or nobody knows which.
NO_PARTIES = (
    "civilians", "protesters", "rioters", "unidentified-armed-group", "security-forces",
    "generic-state-forces", "generic-rebels", "generic-militants", "generic-local-forces",
    "generic-local-militia", "generic-resistance", "peacekeepers", "unidentified-communal-militia",
)  # fmt: skip
# People of whom so few are killed that news of a day or two speaks of the same.
RARELY_HARMED = ("journalists", "aid-workers", "health-workers", "peacekeepers", "teachers")
RANKS = r"(commander|general|leader|chief|minister|mayor|governor|lawmaker)(?-u:\b)"


def small_news(claims: pl.DataFrame, constants: dict[str, int]) -> pl.DataFrame:
    """One row per report and thing that proves by itself: report_id, first_known, value.

    `claims` bring first_known, the day on which their story became known; what they say of other
    days than those that lie within news_days of it plays no part. How many of one party were
    harmed; that people of a kind that is rarely harmed were, or somebody of rank, or that a thing
    was hit that news singles out; who attacked a town, and how; the only number told of a town.
    """
    days = constants["news_days"]
    finer = pl.when(pl.col("location_id") != pl.col("country_id")).then("location_id")
    told = with_other_harm(claims.filter(pl.col("first_known").is_not_null())).with_columns(
        country=code(pl.col("country_id")), finer=code(finer)
    )
    side = pl.col("victim_side_id")
    party = pl.when(~side.is_in(NO_PARTIES)).then(side)
    rare = pl.when(pl.col("victim_actor_id").is_in(RARELY_HARMED)).then("victim_actor_id")
    rank = pl.col("value_text").str.to_lowercase().str.extract(RANKS, 1)
    hit = told.with_columns(pl.col("things_hit").str.split(",")).explode("things_hit")
    in_towns = told.filter(pl.col("location_id") != pl.col("admin1_id"))
    way = ("location_id", "sub_event_type", "initiator_actor_id")
    vague = pl.when(qualifier="vague").then("value_low")
    news = {
        "party": told_once(told, together("harm", "number", party), days),
        "rare": told_once(told, together("harm", rare), days),
        "rank": told_once(
            told, together("harm", rank, side.fill_null(NO_SIDE), "country_id"), days
        ),
        "hit": told_once(hit, pl.col("things_hit"), days),
        "vague": told_once(told, together("harm", vague, "value_high", "country_id"), 1),
        "way": told_once(in_towns, together(*way), 1),
        "town": only_number(in_towns, days),
    }
    named = [
        found.select(
            "report_id",
            "first_known",
            value=together(pl.lit(name), pl.col("value").cast(pl.String)),
        )
        for name, found in news.items()
    ]
    return pl.concat(named).unique()


def code(text: pl.Expr) -> pl.Expr:
    """A number for each text, the same in any frame: joins on numbers cost a fraction of joins on
    texts."""
    return pl.when(text.is_not_null()).then(text.hash())


def together(*parts: str | pl.Expr) -> pl.Expr:
    """One text of several; null where any of them is."""
    return pl.concat_str(*parts, separator="|")


def told_once(claims: pl.DataFrame, what: pl.Expr, days: int) -> pl.DataFrame:
    """report_id, first_known, value: what is told on a day, where all that name a place name one.

    "Two soldiers killed" of no place and "two soldiers killed in X" of that day can mean each
    other only, if nobody tells of two soldiers elsewhere. So they can on so many mornings running,
    if no more bring such news and the number of the other harm does not shrink.
    """
    told = claims.select("report_id", "first_known", "country", "finer", "other", what=code(what))
    found = at_spans(told, days)
    one_place = pl.all_horizontal(
        (pl.col(name).min() == pl.col(name).max()).fill_null(True) for name in ("country", "finer")
    )
    once = found.group_by("value").agg(is_one_place=one_place).filter("is_one_place")
    return (
        found.join(once, on="value", how="semi")
        .join(shrinking(found), on="value", how="anti")
        .select("report_id", "first_known", "value")
    )


def shrinking(found: pl.DataFrame) -> pl.DataFrame:
    """value of news whose other harm is smaller on a later morning of a run than before.

    A toll that grows is brought up to date, one that shrinks is another.
    """
    firsts = found.group_by("value").agg(pl.col("first_known").min())
    counted = found.drop_nulls("other").select("value", "first_known", "other")
    before = (
        counted.join(firsts, on=["value", "first_known"])
        .group_by("value")
        .agg(before=pl.col("other").max())
    )
    after = (
        counted.join(firsts, on=["value", "first_known"], how="anti")
        .group_by("value")
        .agg(after=pl.col("other").min())
    )
    return after.join(before, on="value").filter(pl.col("after") < pl.col("before"))


def at_spans(told: pl.DataFrame, days: int) -> pl.DataFrame:
    """The rows with `value`: what, and the day on which it is told; and once more, with the first
    day of the run of days running on which it is told, where that is no longer than `days`.
    """
    known = told.drop_nulls("what")
    is_new = (pl.col("first_known").diff() > pl.duration(days=1)).fill_null(True)
    run = ("what", "run")
    first, last = (getattr(pl.col("first_known"), end)().over(run) for end in ("min", "max"))
    short = (
        known.select("what", "first_known")
        .unique()
        .sort("what", "first_known")
        .with_columns(run=is_new.cum_sum().over("what"))
        .filter(last - first < pl.duration(days=days))
        .select("what", "first_known", since=first)
    )
    spans = pl.concat(
        [
            known.with_columns(value=number_of("what", "first_known", is_run=False)),
            known.join(short, on=["what", "first_known"])
            .with_columns(value=number_of("what", "since", is_run=True))
            .drop("since"),
        ]
    )
    return spans.filter(pl.col("value").is_duplicated())


def number_of(what: str, day: str, is_run: bool) -> pl.Expr:
    """One number for a thing and a day, or for a thing and the first day of a run."""
    return pl.struct(what, day, pl.lit(is_run).alias("is_run")).hash()


def only_number(claims: pl.DataFrame, days: int) -> pl.DataFrame:
    """report_id, first_known, value: news of a town, of a day or so many, where reports without a
    number and one number meet: "dozens dead in X", "forty killed in X", and nobody tells another
    there."""
    columns = ("report_id", "first_known", "number", "is_subset", "value_low", "value_high")
    spans = at_spans(
        claims.select(
            *columns, "qualifier", harm=code(pl.col("harm")), what=code(pl.col("location_id"))
        ),
        days,
    )
    # Most news gives a number: only where some does not, there is something to find.
    told = spans.join(spans.filter(pl.col("number").is_null()), on="value", how="semi")
    counted = pl.col("number").filter(~pl.col("is_subset"))
    bounds = pl.when(qualifier="vague")
    ends = told.group_by("value", "harm").agg(
        least=counted.min(),
        most=counted.max(),
        fewest=pl.col("number").min(),
        greatest=pl.col("number").max(),
        low=bounds.then("value_low").max(),
        high=bounds.then("value_high").min(),
    )
    is_one = (pl.col("least") == pl.col("most")).fill_null(True)
    fits = (pl.col("fewest") >= pl.col("low")).fill_null(True) & (
        pl.col("greatest") <= pl.col("high")
    ).fill_null(True)
    other = ends.filter(~(is_one & fits))
    return told.join(other, on="value", how="anti").select("report_id", "first_known", "value")


def with_other_harm(claims: pl.DataFrame) -> pl.DataFrame:
    """Add other: the number wounded beside those killed that the report tells, and the reverse."""
    beside = {"killed": "wounded", "wounded": "killed"}
    others = (
        claims.filter(pl.col("harm").is_in(list(beside)), ~pl.col("is_subset"))
        .group_by("report_id", harm=pl.col("harm").replace_strict(beside))
        .agg(other=pl.col("number").max())
    )
    return claims.join(others, on=["report_id", "harm"], how="left", maintain_order="left")


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
