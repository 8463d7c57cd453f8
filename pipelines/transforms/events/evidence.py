"""Evidence that two reports speak of one event: a shared story, number or origin."""

import polars as pl

STORY, NUMBER, ORIGIN = "story", "number", "origin"
# Facts that bring reports together at all; a shared origin alone never does.
BRINGING = (STORY, NUMBER)


def list_facts(claims: pl.DataFrame) -> pl.DataFrame:
    """One row per report and thing it may share: report_id, fact (its kind), value."""
    return pl.concat(
        claims.select("report_id", fact=pl.lit(fact), value=pl.col(column).cast(pl.String))
        for fact, column in ((STORY, "story_id"), (NUMBER, "number"), (ORIGIN, "origin_id"))
    ).drop_nulls().unique()  # fmt: skip


def weigh(
    shared: pl.DataFrame, sides: list[str], facts: tuple[pl.DataFrame, pl.DataFrame],
    constants: dict[str, int],
) -> pl.DataFrame:  # fmt: skip
    """One row per pair of the columns `sides`, with points and the reasons for them.

    `shared` has a row per pair and bringing fact (fact, value), and has_number for the first side;
    `facts` are those of each side, its id first. A shared story speaks for a report that gives a
    number only where the number is shared too: one text that tells two numbers tells two things.
    """
    is_story = pl.col("fact") == STORY
    pairs = shared.group_by(sides).agg(
        pl.col("has_number").first(),
        is_same_story=is_story.any(),
        number=pl.col("value").filter(~is_story).cast(pl.Int64).max(),
    )
    first, second = (
        frame.filter(fact=ORIGIN).select(pl.nth(0).alias(side), "value").unique()
        for frame, side in zip(facts, sides, strict=True)
    )
    same_origin = (
        pairs.select(sides)
        .join(first, on=sides[0])
        .join(second, on=[sides[1], "value"])
        .select(*sides, is_same_origin=pl.lit(True))
        .unique()
    )
    tells_alike = ~pl.col("has_number") | pl.col("number").is_not_null()
    return (
        pairs.join(same_origin, on=sides, how="left")
        .with_columns(
            is_same_story=pl.col("is_same_story") & tells_alike,
            is_same_number=(pl.col("number") >= constants["satellite_number"]).fill_null(False),
            is_same_claimant=pl.col("is_same_origin").fill_null(False),
        )
        .with_columns(points=add_points(constants), reasons=name_reasons())
        .select(*sides, "points", "reasons", "number", "is_same_story")
    )


KINDS = ("same_story", "same_number", "same_claimant")


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
