"""Evidence that two reports speak of one event: a shared story, number or origin."""

import polars as pl

from pipelines.transforms.events.violence.small_news import code, two_numbers

STORY, NUMBER, ORIGIN, TOLD, CLAIMED = "story", "number", "origin", "told", "claimed"
NEWS, NEWS_HERE = "news", "news_here"
# Facts that bring reports together at all; a shared origin alone never does.
BRINGING = (STORY, NUMBER)


def list_facts(claims: pl.DataFrame, news: pl.DataFrame, constants: dict[str, int]) -> pl.DataFrame:
    """One row per report and thing it may share: report_id, fact (its kind), value, number.

    `value` is a code: equal where kind and thing are. The fact `told` names the story and a harm
    that it gives a number of; `claimed` a number and the origin that gives it; `news` a number of
    one harm with the day it became known. `news_here` is what proves by itself, however small: the
    same within a country, rows of small_news, or two numbers at once.
    """
    harm = pl.when(pl.col("number").is_not_null()).then("harm")
    told = pl.concat_str("story_id", harm, separator="|")
    claimed = pl.concat_str("number", "origin_id", separator="|")
    counted = pl.concat_str("first_known", "harm", "number", separator="|")
    here = pl.concat_str(counted, "country_id", separator="|")
    facts = {
        STORY: pl.col("story_id"), NUMBER: pl.col("number").cast(pl.String),
        ORIGIN: pl.col("origin_id"), TOLD: told, CLAIMED: claimed, NEWS: counted, NEWS_HERE: here,
    }  # fmt: skip
    told_facts = [
        claims.select(
            "report_id",
            "number" if fact in (NUMBER, CLAIMED, NEWS) else pl.lit(None, pl.Int64).alias("number"),
            fact=pl.lit(fact),
            value=value,
        )
        for fact, value in facts.items()
    ]
    numbers = two_numbers(claims, constants)
    proving = pl.concat([news.select("report_id", "value"), numbers]).select(
        "report_id",
        pl.lit(None, pl.Int64).alias("number"),
        pl.lit(NEWS_HERE).alias("fact"),
        "value",
    )
    return (
        pl.concat([*told_facts, proving])
        .drop_nulls("value")
        .with_columns(value=code(pl.concat_str("fact", "value", separator="|")))
        .unique(["report_id", "value"])
        .select("report_id", "fact", "value", "number")
    )


def proving_facts(
    facts: pl.DataFrame, kinds: tuple[str, ...], constants: dict[str, int]
) -> pl.DataFrame:
    """The facts of some kinds that can prove that two reports are one: no small numbers."""
    is_large = pl.col("number") >= constants["satellite_number"]
    return facts.filter(pl.col("fact").is_in(kinds), pl.col("number").is_null() | is_large).drop(
        "number"
    )


def weigh(
    pairs: pl.DataFrame,
    sides: list[str],
    facts: tuple[pl.DataFrame, pl.DataFrame],
    constants: dict[str, int],
) -> pl.DataFrame:
    """The pairs with the points of what they share, and the reasons: points, reasons.

    `pairs` has a row per pair of the columns `sides`, and has_number and is_level of the first
    (place and side are the other's own); `facts` are those of each side, under its name. One text
    that tells two numbers tells two things: a shared story speaks for a report with a number only
    where a number is shared too, or, on one level, where the story numbers another harm.
    """
    is_large_news = (pl.col("fact") == NEWS) & (pl.col("number") >= constants["satellite_number"])
    shared = (
        pairs.select(sides)
        .join(facts[0], on=sides[0])
        .join(facts[1].select(sides[1], "value"), on=[sides[1], "value"])
        .group_by(sides)
        .agg(
            is_same_story=(pl.col("fact") == STORY).any(),
            is_same_claimant=(pl.col("fact") == ORIGIN).any(),
            is_told_otherwise=(pl.col("fact") == TOLD).any(),
            is_same_news=(pl.col("fact") == NEWS_HERE).any() | is_large_news.any(),
            number=pl.col("number").filter(fact=NUMBER).max(),
        )
    )
    is_new_harm = pl.col("is_level") & ~pl.col("is_told_otherwise").any().over(sides[0])
    speaks = ~pl.col("has_number") | pl.col("number").is_not_null() | is_new_harm
    return (
        pairs.join(shared, on=sides)
        .with_columns(
            is_same_story=pl.col("is_same_story") & speaks,
            is_same_number=(pl.col("number") >= constants["satellite_number"]).fill_null(False),
        )
        .with_columns(points=add_points(constants), reasons=name_reasons())
    )


KINDS = ("same_story", "same_number", "same_news", "same_claimant")


def add_points(constants: dict[str, int]) -> pl.Expr:
    """Points for each kind of evidence that a pair has."""
    return pl.sum_horizontal(
        pl.col(f"is_{kind}").cast(pl.Int32) * constants[f"points_{kind}"] for kind in KINDS
    ).cast(pl.Int32)


def name_reasons() -> pl.Expr:
    """The kinds of evidence that a pair has, comma separated, the strongest first."""
    return pl.concat_str(
        [pl.when(f"is_{kind}").then(pl.lit(kind)) for kind in KINDS],
        separator=",",
        ignore_nulls=True,
    )
