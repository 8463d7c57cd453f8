"""Who lost a place, where the words of the taking leave it out and others of the article tell."""

import polars as pl

from pipelines.transforms.text.parties.generic_actors import UNIDENTIFIED

# Senses of which someone must have lost.
LOST_BY_SOMEONE = ("captured", "recaptured")
NO_GAIN = ("fight", "fight_for", "siege", "besieged", "repel", "repelled", "attempt", "swap")
# Sentences around a taking in which a party may be told to flee from it, or to fight it.
REACH = 1


def fill_told_losers(changes: pl.DataFrame, actors: pl.DataFrame) -> pl.DataFrame:
    """Fill loser_side of takings that the article leaves only one reading for.

    changes: article_id, sentence_no, location_id, n_places, sense, form, is_planned, taker_side,
    loser_id, loser_side. actors: as read_actors gives them. Adds is_told (this step filled it).
    The loser is who else held, lost or retook the place; else who fled or fought near; else whom
    the taker took everything else from.
    """
    rows = changes.with_row_index("row_no")
    is_back = (pl.col("sense") == "recaptured").any()
    rows = rows.with_columns(is_back=is_back.over("article_id", "location_id", "taker_side"))
    is_open = (
        pl.col("sense").is_in(LOST_BY_SOMEONE)
        & ~pl.col("form").is_in(NO_GAIN)
        & pl.col("taker_side").is_not_null()
        & pl.col("loser_side").is_null()
        & pl.col("loser_id").is_null()
    )
    wanting = rows.filter(is_open)
    found = pl.concat(
        [
            only_side(held_before(wanting, rows), 0),
            only_side(fled_near(wanting, actors), 1),
            only_side(took_from(wanting, rows), 2),
        ]
    )
    best = (
        found.filter(pl.col("side") != UNIDENTIFIED)
        .sort("row_no", "rank")
        .unique("row_no", keep="first", maintain_order=True)
        .select("row_no", told_side="side")
    )
    return (
        rows.join(best, on="row_no", how="left", maintain_order="left")
        .with_columns(
            is_told=pl.col("told_side").is_not_null(),
            loser_side=pl.coalesce("loser_side", "told_side"),
        )
        .drop("row_no", "told_side", "is_back")
    )


def only_side(pairs: pl.DataFrame, rank: int) -> pl.DataFrame:
    """row_no, side, rank of the rows for which all pairs name one side."""
    return (
        pairs.select("row_no", "side")
        .unique()
        .group_by("row_no")
        .agg(pl.col("side").first(), n=pl.len())
        .filter(pl.col("n") == 1)
        .select("row_no", "side", rank=pl.lit(rank))
    )


def held_before(wanting: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    """Other sides that the article has hold, lose or retake the same place.

    A side that took it may have done so later, unless what is told is a retaking.
    """
    is_whole = pl.col("location_id").is_not_null() & pl.col("n_places").is_null()
    others = rows.filter(is_whole, ~pl.col("form").is_in(NO_GAIN))
    is_back = pl.col("is_back")
    known = pl.concat(
        [
            others.filter(~pl.col("is_planned") | is_back).select(
                "article_id", "location_id", side="taker_side",
                is_sure=is_back | (pl.col("sense") == "controlled"),
            ),
            others.filter(~pl.col("is_planned")).select(
                "article_id", "location_id", side="loser_side", is_sure=pl.lit(True)
            ),
        ]
    ).drop_nulls("side").unique()  # fmt: skip
    return (
        wanting.filter(is_whole)
        .join(known, on=["article_id", "location_id"])
        .filter(pl.col("side") != pl.col("taker_side"), pl.col("is_sure") | is_back)
    )


def fled_near(wanting: pl.DataFrame, actors: pl.DataFrame) -> pl.DataFrame:
    """Other sides that flee, are attacked or fight in the sentence of a taking, or beside it."""
    losing = actors.filter("is_losing", pl.col("side_id").is_not_null()).select(
        "article_id", side="side_id", told_no="sentence_no"
    )
    return wanting.join(losing, on="article_id").filter(
        pl.col("side") != pl.col("taker_side"),
        (pl.col("told_no").cast(pl.Int64) - pl.col("sentence_no").cast(pl.Int64)).abs() <= REACH,
    )


def took_from(wanting: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    """Sides that the taker took other places from; who took from it may only be retaken from."""
    pairs = rows.filter(pl.col("taker_side") != pl.col("loser_side"), ~pl.col("is_planned")).select(
        "article_id", "taker_side", "loser_side"
    )
    back = pairs.select("article_id", taker_side="loser_side", loser_side="taker_side")
    known = pl.concat(
        [pairs.with_columns(is_way=pl.lit(True)), back.with_columns(is_way=pl.lit(False))]
    ).unique()
    # Where a third side takes places too, it may have been that one.
    takers = rows.filter(
        ~pl.col("is_planned"), ~pl.col("form").is_in(NO_GAIN), pl.col("sense") == "captured"
    ).select("article_id", third="taker_side")
    thirds = takers.drop_nulls().unique()
    given = wanting.join(
        known.rename({"loser_side": "side"}).drop_nulls(), on=["article_id", "taker_side"]
    ).filter(pl.col("is_way") | (pl.col("sense") == "recaptured"))
    doubted = given.join(thirds, on="article_id").filter(
        pl.col("third") != pl.col("side"), pl.col("third") != pl.col("taker_side")
    )
    return given.join(doubted, on=["row_no", "side"], how="anti", maintain_order="left")
