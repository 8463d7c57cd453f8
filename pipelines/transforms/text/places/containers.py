"""Where unnamed and unlisted places lie: what the text puts them in."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.grammar.attachment import WORD

INSIDE = (
    "in", "inside", "within", "throughout", "across", "around", "near", "outside", "at", "of",
)  # fmt: skip
# Words between unnamed places and the place after them that they lie in.
NEAR_WORDS = 7
# "X, in Y territory, Z province": nothing but what holds it stands between a name and Z.
HELD_BETWEEN = (
    r"^(?:,|\s+(?:in|of)\s)(?:[\s,]*(?:in|of|the|[A-Z][\w'\x{2019}-]*|territory|district|county|township|zone|region|area|"
    r"sector|commune|locality|department|community|municipality))*[\s,]*$"
)
# "In the north, troops took X": another part of the country than the one told before.
ELSEWHERE = (
    r"(?i)^\W*(?:in|across|near|further|farther|elsewhere|separately|meanwhile|to the)(?-u:\b)|"
    r"(?-u:\b)(?:in|of) the (?:far )?(?:north|south|east|west|cent(?:er|re))"
)
# How many sentences back the province is told that a village without one lies in.
PROVINCE_REACH = 1


def locate_unnamed(
    wanted: pl.DataFrame, beside: pl.DataFrame, before: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """Members without a known name: the place that they lie in, as the text tells.

    The place told with them, else beside them; else the province told before, near before where
    they have a name of their own.
    """
    types = lexicons.places.select("location_id", "location_type")
    return (
        wanted.join(beside, on="group_id", how="left", maintain_order="left")
        .join(before, on="sentence_id", how="left", maintain_order="left")
        .with_columns(
            location_id=pl.coalesce(
                "container_id",
                "beside_id",
                pl.when((pl.col("kind") != "unlisted") | (pl.col("back") <= PROVINCE_REACH)).then(
                    "before_id"
                ),
            )
        )
        .join(types, on="location_id", how="left", maintain_order="left")
        .select(
            "group_id",
            "member_no",
            location_id="location_id",
            location_text="location_text",
            location_type="location_type",
            n_places="n_places",
            member_start="start",
            member_end="end",
        )
    )


def place_beside(
    groups: pl.DataFrame, wanting: pl.DataFrame, named: pl.DataFrame, sentences: pl.DataFrame,
    lexicons: Lexicons,
) -> pl.DataFrame:  # fmt: skip
    """group_id, beside_id: the place of the sentence that the text puts the wanting heads in.

    The nearest after them in their clause that a preposition of place leads, else before them,
    else a country anywhere in the sentence.
    """
    gap = pl.col("text").str.slice(pl.col("end") - pl.col("base"), pl.col("at") - pl.col("end"))
    is_after = pl.col("at") >= pl.col("end")
    return (
        groups.join(wanting, on="group_id", how="semi", maintain_order="left")
        .select("group_id", "sentence_id", "start", "end")
        .join(locators(groups, named, lexicons), on="sentence_id")
        .join(sentences.select("sentence_id", "text", base="start"), on="sentence_id")
        .with_columns(
            gap=pl.when(is_after).then(gap).fill_null(""),
            distance=(pl.col("at") - pl.col("end")).abs(),
        )
        .with_columns(rank=rank_of_locator(is_after))
        .filter(pl.col("rank").is_not_null(), pl.col("locator_id") != pl.col("group_id"))
        .sort("group_id", "rank", "distance", "locator_id")
        .unique("group_id", keep="first", maintain_order=True)
        .select("group_id", "beside_id")
    )


def locators(groups: pl.DataFrame, named: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Places that others may lie in: sentence_id, lead, at, beside_id, beside_type, locator_id."""
    is_one = pl.col("lead").is_in([*INSIDE, "none"]) & (pl.col("n_members") == 1)
    is_way = (pl.col("lead") == "between") & (pl.col("n_members") == 2)
    known = groups.filter(pl.col("kind") == "named")
    held = named.select("group_id", "location_id", "location_type")
    ends = held.join(known.filter(is_way), on="group_id", how="semi", maintain_order="left")
    return (
        known.filter(is_one | is_way)
        .join(
            pl.concat([held.join(ends, on="group_id", how="anti"), units_of_both(ends, lexicons)]),
            on="group_id",
        )
        .select(
            "sentence_id",
            "lead",
            at="start",
            beside_id="location_id",
            beside_type="location_type",
            locator_id="group_id",
        )
        .filter(pl.col("beside_id").is_not_null())
    )


def rank_of_locator(is_after: pl.Expr) -> pl.Expr:
    """How well a place says where another lies, from 0; null where it does not. Reads gap, lead and
    beside_type."""
    gap, lead, kind = pl.col("gap"), pl.col("lead"), pl.col("beside_type")
    is_near = (
        (gap.str.count_matches(WORD) <= NEAR_WORDS) & ~gap.str.contains(r",\s|;") & (lead != "none")
    )
    holds = gap.str.contains(HELD_BETWEEN) & kind.is_in(["admin1", "admin2", "country"])
    return (
        pl.when(is_after & (is_near | holds))
        .then(0)
        .when(~is_after & ~lead.is_in(["of", "none"]))
        .then(1)
        .when((kind == "country") & (lead != "none"))
        .then(2)
    )


def units_of_both(ends: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """The narrowest unit that both ends of a way lie in ("between A and B"), in the columns of
    ends: group_id, location_id, location_type."""
    units = ["admin2", "admin1", "country"]
    places = lexicons.places.select("location_id", *(f"{unit}_id" for unit in units))
    both = (
        ends.join(places, on="location_id", maintain_order="left")
        .group_by("group_id", maintain_order=True)
        .agg(
            pl.when(pl.col(f"{unit}_id").n_unique() == 1).then(pl.col(f"{unit}_id").first())
            for unit in units
        )
    )
    found = pl.coalesce(
        pl.when(pl.col(f"{unit}_id").is_not_null()).then(pl.lit(unit)) for unit in units
    )
    return both.select(
        "group_id", location_id=pl.coalesce(f"{unit}_id" for unit in units), location_type=found
    )


def province_before(
    sentences: pl.DataFrame, mentions: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """sentence_id, before_id: the province of the last place told before it, if it lies in one;
    back: how many sentences before, null where the sentence tells of elsewhere."""
    ancestors = lexicons.places.select("location_id", region_id="admin1_id")
    last = (
        mentions.filter(pl.col("kind") == "place")
        .join(ancestors, left_on="entity_id", right_on="location_id")
        .sort("sentence_id", "start")
        .group_by("sentence_id", maintain_order=True)
        .agg(pl.col("region_id").last())
    )
    told_no = pl.when(pl.col("region_id").is_not_null()).then("sentence_no")
    return (
        sentences.select("article_id", "sentence_id", "sentence_no", "text")
        .join(last, on="sentence_id", how="left")
        .sort("article_id", "sentence_no")
        .select(
            "sentence_id",
            before_id=pl.col("region_id").shift(1).forward_fill().over("article_id"),
            back=pl.when(~pl.col("text").str.contains(ELSEWHERE)).then(
                pl.col("sentence_no") - told_no.shift(1).forward_fill().over("article_id")
            ),
        )
    )
