"""Places that the text names elsewhere: what contains unnamed ones, what 'the city' stands for."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons

INSIDE = ("in", "inside", "within", "throughout", "across", "around", "near", "at", "of")
# Kinds of places that a definite noun of a sense may stand for.
STANDS_FOR = pl.DataFrame(
    [
        ("admin2", "admin2"), ("admin2", "populated_place"), ("admin1", "admin1"),
        ("populated_place", "populated_place"), ("populated_place", "admin2"),
        ("country", "country"),
        ("facility", "facility"), ("region", "region"), ("region", "admin1"),
        ("region", "admin2"), ("region", "populated_place"),
        ("it", "admin1"), ("it", "admin2"), ("it", "populated_place"), ("it", "facility"),
    ],
    schema=["noun_sense", "location_type"],
    orient="row",
)  # fmt: skip
# Sentences back within which "the city" or "it" may find what it stands for.
REACH = 3
MEMBER = (
    "group_id", "member_no", "location_id", "location_text", "location_type", "n_places",
    "member_start", "member_end",
)  # fmt: skip


def resolve_groups(
    sentences: pl.DataFrame, heads: pl.DataFrame, lexicons: Lexicons
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Groups and members, as `group_places` gives them, from heads in the order of the text."""
    heads = with_group_ids(heads)
    groups = describe_groups(heads, sentences)
    members = heads.select(
        "group_id",
        member_no=pl.int_range(pl.len(), dtype=pl.Int32).over("group_id"),
        location_id="location_id",
        location_text="location_text",
        location_type="location_type",
        n_places="n_places",
        member_start="start",
        member_end="end",
    )
    kinds = groups.select("group_id", "kind")
    members = members.join(kinds, on="group_id", maintain_order="left")
    named = members.filter(pl.col("kind") == "named").drop("kind")
    counted = locate_unnamed(groups, named, sentences, lexicons, "unnamed")
    told = pl.concat([named, counted])
    carried = find_antecedents(groups, told)
    left = groups.filter(pl.col("kind") == "definite").join(carried, on="group_id", how="anti")
    located = locate_unnamed(left, named, sentences, lexicons, "definite", groups)
    return (
        groups.drop("sentence_no", "container_id", "n_places", "location_text"),
        pl.concat([told, carried, located]),
    )


def with_group_ids(heads: pl.DataFrame) -> pl.DataFrame:
    """Named heads of one run share a group; every other head is its own."""
    own = pl.when(pl.col("kind") == "named").then(pl.lit(-1)).otherwise("start").cast(pl.Int32)
    keys = ["sentence_id", "group_no", "own"]
    return (
        heads.with_columns(own=own)
        .sort("sentence_id", "start", "end")
        .with_columns(
            group_id=pl.concat_str(
                "sentence_id",
                pl.lit("."),
                pl.col("start").min().over(keys).cast(pl.String),
                pl.lit("-"),
                pl.col("end").max().over(keys).cast(pl.String),
                pl.lit("."),
                pl.col("kind").str.slice(0, 1),
            )
        )
    )


def describe_groups(heads: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """One row per group."""
    return (
        heads.group_by("group_id", maintain_order=True)
        .agg(
            pl.col("article_id", "sentence_id", "kind", "lead", "container_id").first(),
            pl.col("noun_sense", "noun_text", "is_plural", "n_places", "location_text").first(),
            pl.col("is_modifier").last(),
            start=pl.col("start").min(),
            end=pl.col("end").max(),
            n_members=pl.len().cast(pl.Int32),
        )
        .join(
            sentences.select("sentence_id", "sentence_no"), on="sentence_id", maintain_order="left"
        )
    )


def locate_unnamed(
    groups: pl.DataFrame,
    named: pl.DataFrame,
    sentences: pl.DataFrame,
    lexicons: Lexicons,
    kind: str,
    all_groups: pl.DataFrame | None = None,
) -> pl.DataFrame:
    """Members of groups of unnamed places: the named place that they lie in, as the text tells."""
    every = groups if all_groups is None else all_groups
    wanted = groups.filter(pl.col("kind") == kind)
    beside = place_beside(wanted, every, named)
    before = province_before(wanted, every, named, sentences, lexicons)
    types = lexicons.places.select("location_id", "location_type")
    return (
        wanted.join(beside, on="group_id", how="left", maintain_order="left")
        .join(before, on="group_id", how="left", maintain_order="left")
        .with_columns(location_id=pl.coalesce("container_id", "beside_id", "before_id"))
        .join(types, on="location_id", how="left", maintain_order="left")
        .select(
            "group_id",
            member_no=pl.lit(0, pl.Int32),
            location_id="location_id",
            location_text="location_text",
            location_type="location_type",
            n_places="n_places",
            member_start="start",
            member_end="end",
        )
    )


def place_beside(wanted: pl.DataFrame, groups: pl.DataFrame, named: pl.DataFrame) -> pl.DataFrame:
    """group_id, beside_id: the place of the sentence that the text puts the unnamed places in.

    The nearest after them, else before them, that a preposition of place leads.
    """
    locators = (
        groups.filter(
            pl.col("kind") == "named", pl.col("lead").is_in(INSIDE), pl.col("n_members") == 1
        )
        .join(named.select("group_id", "location_id"), on="group_id")
        .select("sentence_id", "lead", at="start", beside_id="location_id", locator_id="group_id")
        .filter(pl.col("beside_id").is_not_null())
    )
    return (
        wanted.select("group_id", "sentence_id", "start", "end")
        .join(locators, on="sentence_id")
        .filter((pl.col("lead") != "of") | (pl.col("at") > pl.col("end")))
        .with_columns(
            is_before=pl.col("at") < pl.col("start"),
            distance=(pl.col("at") - pl.col("end")).abs(),
        )
        .sort("group_id", "is_before", "distance", "locator_id")
        .unique("group_id", keep="first", maintain_order=True)
        .select("group_id", "beside_id")
    )


def province_before(
    wanted: pl.DataFrame,
    groups: pl.DataFrame,
    named: pl.DataFrame,
    sentences: pl.DataFrame,
    lexicons: Lexicons,
) -> pl.DataFrame:
    """group_id, before_id: the province (else country) of the last place of earlier sentences."""
    ancestors = lexicons.places.select(
        "location_id", region_id=pl.coalesce("admin1_id", "country_id")
    )
    last = (
        named.join(groups.select("group_id", "sentence_id", "start"), on="group_id")
        .join(ancestors, on="location_id")
        .sort("sentence_id", "start", "member_no")
        .group_by("sentence_id", maintain_order=True)
        .agg(pl.col("region_id").last())
    )
    known = (
        sentences.select("article_id", "sentence_id", "sentence_no")
        .join(last, on="sentence_id", how="left")
        .sort("article_id", "sentence_no")
        .select(
            "sentence_id",
            before_id=pl.col("region_id").shift(1).forward_fill().over("article_id"),
        )
    )
    return (
        wanted.select("group_id", "sentence_id").join(known, on="sentence_id").drop("sentence_id")
    )


def find_antecedents(groups: pl.DataFrame, told: pl.DataFrame) -> pl.DataFrame:
    """Members of 'the districts', 'the city', 'it': those of the last group they can stand for.

    A province that only says where something is ("in Takhar") comes last.
    """
    sizes = told.group_by("group_id").agg(
        location_type=pl.col("location_type").first(),
        n_told=pl.coalesce(pl.col("n_places").first(), pl.len()).cast(pl.Int32),
        is_located=pl.col("location_id").is_not_null().all(),
        is_counted=pl.col("n_places").is_not_null().any(),
    )
    antecedents = (
        groups.filter(~pl.col("is_modifier"))
        .join(sizes, on="group_id")
        .filter("is_located")
        .select(
            "article_id",
            "n_told",
            "is_counted",
            "location_type",
            "lead",
            antecedent_id="group_id",
            antecedent_type="location_type",
            antecedent_no="sentence_no",
            antecedent_end="end",
        )
    )
    seekers = groups.filter(pl.col("kind").is_in(["definite", "pronoun"])).with_columns(
        noun_sense=pl.when(pl.col("kind") == "pronoun").then(pl.lit("it")).otherwise("noun_sense")
    )
    found = (
        seekers.select(
            "group_id", "article_id", "noun_sense", "is_plural", "sentence_no", "start", "end",
            "kind", text="location_text",
        )
        .join(antecedents, on="article_id")
        .filter(
            pl.col("antecedent_end") <= pl.col("start"),
            pl.col("sentence_no") - pl.col("antecedent_no") <= REACH,
            (pl.col("n_told") > 1) == pl.col("is_plural"),
        )
        .join(STANDS_FOR, on=["noun_sense", "location_type"], how="left", coalesce=False)
        .filter(pl.col("location_type_right").is_not_null() | pl.col("is_counted"))
        .filter(~pl.col("is_counted") | pl.col("is_plural"))
        .with_columns(
            is_locator=pl.col("lead").is_in(INSIDE)
            & pl.col("antecedent_type").is_in(["admin1", "country"]),
        )
        .sort(
            "group_id",
            "is_locator",
            "antecedent_end",
            "antecedent_id",
            descending=[False, False, True, False],
        )
        .unique("group_id", keep="first", maintain_order=True)
    )  # fmt: skip
    return (
        found.select("group_id", "antecedent_id", "start", "end", "text")
        .join(told, left_on="antecedent_id", right_on="group_id", maintain_order="left_right")
        .select(
            "group_id",
            "member_no",
            "location_id",
            location_text="text",
            location_type="location_type",
            n_places="n_places",
            member_start="start",
            member_end="end",
        )
    )
