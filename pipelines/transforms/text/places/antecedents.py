"""Places that the text names elsewhere: what 'the city' and 'it' stand for."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.places.apposed_lists import name_counted
from pipelines.transforms.text.places.containers import (
    INSIDE,
    locate_unnamed,
    place_beside,
    province_before,
)

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
# "Police retook the prison": the one that the text told of in a town, not so far back.
SAME_REACH, THE = 6, r"(?i)(?-u:\b)the (?:[a-z-]+ ){0,2}$"
# "180 kilometres east of X": X only says where something else is, or who speaks: "officials in X".
LANDMARK = (
    r"(?i)(?:north|south|east|west)(?:ern)?(?:-?(?:east|west)(?:ern)?)? (?:of|from) (?:the )?$|"
    r"(?:km|kilomet(?:er|re)s?|miles?|hours?|minutes?) (?:away )?from (?:the )?$|"
    r"(?:ministry|government|embassy|spokes(?:man|woman|person)|officials?|authorities|diplomats?|"
    r"reporters?|correspondents?|journalists) in (?:the )?$|"
    # "A teacher who escaped to X": not the town that is told of.
    r"(?:fled|flee|fleeing|escaped?|escaping|displaced|evacuated|taken|rushed|transferred|travelled|"
    r"moved|arrived|sheltering|based|born) (?:[a-z]+ ){0,2}(?:to|in|into|for|towards?) (?:the )?$"
)


def resolve_groups(
    sentences: pl.DataFrame, mentions: pl.DataFrame, heads: pl.DataFrame, lexicons: Lexicons
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Groups and members, as `group_places` gives them, of places and nouns that may be meant."""
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
    heads = heads.with_columns(member_no=members["member_no"])
    named = members.filter(heads["kind"] == "named")
    wanting = heads.filter(pl.col("kind").is_in(["unnamed", "unlisted", "definite"]))
    beside = place_beside(groups, wanting, named, sentences, lexicons)
    before = province_before(sentences, mentions, lexicons)

    def locate(wanted: pl.DataFrame) -> pl.DataFrame:
        return locate_unnamed(wanted, beside, before, lexicons)

    is_definite = pl.col("kind") == "definite"
    found = same_facilities(groups, locate(wanting.filter(~is_definite)), beside)
    told = pl.concat([named, found])
    carried = find_antecedents(groups, told)
    left = wanting.filter(is_definite).join(carried, on="group_id", how="anti")
    members = pl.concat([told, carried, locate(left)])
    groups, members = name_counted(groups, members)
    return groups.drop("sentence_no", "location_text", "is_landmark", "is_the"), members


def with_group_ids(heads: pl.DataFrame) -> pl.DataFrame:
    """Named heads of one run, and unlisted ones of its list, share a group; others are their own.

    The kind of a group is that of its known names, where it has any.
    """
    is_shared = (pl.col("kind") == "named") | pl.col("is_listed")
    keys = ["sentence_id", "group_no", "own"]
    return (
        heads.with_columns(own=pl.when(is_shared).then(-1).otherwise("start").cast(pl.Int32))
        .with_columns(group_kind=pl.col("kind").min().over(keys))
        .sort("sentence_id", "start", "end")
        .with_columns(
            group_id=pl.concat_str(
                "sentence_id",
                pl.lit("."),
                pl.col("start").min().over(keys).cast(pl.String),
                pl.lit("-"),
                pl.col("end").max().over(keys).cast(pl.String),
                pl.lit("."),
                pl.col("group_kind").str.slice(0, 1),
            )
        )
    )


def describe_groups(heads: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """One row per group."""
    return (
        heads.group_by("group_id", maintain_order=True)
        .agg(
            pl.col("article_id", "sentence_id", "lead").first(),
            pl.col("noun_sense", "noun_text", "is_plural", "location_text").first(),
            kind=pl.col("group_kind").first(),
            is_modifier=pl.col("is_modifier").last(),
            start=pl.col("start").min(),
            end=pl.col("end").max(),
            n_members=pl.len().cast(pl.Int32),
        )
        .join(
            sentences.select("sentence_id", "sentence_no", "text", base="start"),
            on="sentence_id",
            maintain_order="left",
        )
        .with_columns(
            is_landmark=pl.col("text")
            .str.slice(0, pl.col("start") - pl.col("base"))
            .str.contains(LANDMARK),
            is_the=pl.col("text").str.slice(0, pl.col("start") - pl.col("base")).str.contains(THE),
        )
        .drop("text", "base")
    )


def same_facilities(
    groups: pl.DataFrame, found: pl.DataFrame, beside: pl.DataFrame
) -> pl.DataFrame:
    """The members found; "the base", which its sentence puts nowhere, lies where the last base
    told before it does, which its sentence put somewhere."""
    facilities = groups.filter(
        pl.col("kind") == "unnamed", pl.col("noun_sense") == "facility", ~pl.col("is_plural")
    ).with_columns(noun=pl.col("noun_text").str.to_lowercase().str.extract(r"([a-z]+)$"))
    key = ["article_id", "noun"]
    givers = (
        facilities.join(beside.select("group_id"), on="group_id", how="semi")
        .join(found.select("group_id", "location_id"), on="group_id")
        .filter(pl.col("location_id").is_not_null())
        .select(*key, "location_id", giver_no="sentence_no", giver_end="end")
    )
    back = pl.col("sentence_no") - pl.col("giver_no")
    same = (
        facilities.filter("is_the")
        .join(beside.select("group_id"), on="group_id", how="anti")
        .join(givers, on=key)
        .filter(pl.col("giver_end") <= pl.col("start"), back <= SAME_REACH)
        .sort("group_id", "giver_end", descending=[False, True])
        .unique("group_id", keep="first", maintain_order=True)
        .select("group_id", same_id="location_id")
    )
    return (
        found.join(same, on="group_id", how="left", maintain_order="left")
        .with_columns(location_id=pl.coalesce("same_id", "location_id"))
        .drop("same_id")
    )


def find_antecedents(groups: pl.DataFrame, told: pl.DataFrame) -> pl.DataFrame:
    """Members of 'the districts', 'the city', 'it': those of the last group they can stand for.

    A province that only says where something is ("in Takhar"), and a landmark ("ten miles from
    Kidal"), come last.
    """
    seekers = groups.filter(pl.col("kind").is_in(["definite", "pronoun"])).select(
        "group_id", "article_id", "is_plural", "sentence_no", "start", "end", "kind",
        noun_sense=pl.when(pl.col("kind") == "pronoun").then(pl.lit("it")).otherwise("noun_sense"),
        text="location_text", is_part=pl.col("lead") == "part",
    )  # fmt: skip
    is_province = pl.col("antecedent_type").is_in(["admin1", "country"])
    is_locator = pl.col("is_landmark") | (pl.col("lead").is_in(INSIDE) & is_province)
    found = (
        may_stand_for(seekers, antecedents(groups, told))
        .with_columns(is_locator=is_locator)
        .sort(
            "group_id",
            "is_locator",
            "antecedent_end",
            "antecedent_id",
            descending=[False, False, True, False],
        )
        .unique("group_id", keep="first", maintain_order=True)
    )
    return (
        found.select("group_id", "antecedent_id", "start", "end", "text", "is_part")
        .join(told, left_on="antecedent_id", right_on="group_id", maintain_order="left_right")
        .select(
            "group_id",
            "member_no",
            "location_id",
            location_text="text",
            location_type="location_type",
            # "Parts of the city" are some place in it.
            n_places=pl.when("is_part").then(pl.coalesce("n_places", 1)).otherwise("n_places"),
            member_start="start",
            member_end="end",
        )
    )


def antecedents(groups: pl.DataFrame, told: pl.DataFrame) -> pl.DataFrame:
    """Groups as others may stand for them, be it known where they lie: article_id, n_told and
    is_counted (of their places), location_type, lead, is_landmark and antecedent_*."""
    sizes = told.group_by("group_id").agg(
        location_type=pl.col("location_type").first(),
        n_told=pl.coalesce(pl.col("n_places").first(), pl.len()).cast(pl.Int32),
        is_counted=pl.col("n_places").is_not_null().any(),
    )
    return (
        groups.filter(~pl.col("is_modifier"))
        .join(sizes, on="group_id")
        .select(
            "article_id",
            "n_told",
            "is_counted",
            "location_type",
            "lead",
            "is_landmark",
            antecedent_noun="noun_sense",
            antecedent_id="group_id",
            antecedent_type="location_type",
            antecedent_no="sentence_no",
            antecedent_end="end",
        )
    )


def may_stand_for(seekers: pl.DataFrame, given: pl.DataFrame) -> pl.DataFrame:
    """Nouns and pronouns with each group before them that they may stand for: near, of as many
    places and of their kind."""
    is_alike = (pl.col("antecedent_noun") == pl.col("noun_sense")) | (
        (pl.col("kind") == "pronoun") & (pl.col("n_told") == 1)
    )
    return (
        seekers.join(given, on="article_id")
        .filter(
            pl.col("antecedent_end") <= pl.col("start"),
            pl.col("sentence_no") - pl.col("antecedent_no") <= REACH,
            (pl.col("n_told") > 1) == pl.col("is_plural"),
        )
        .join(STANDS_FOR, on=["noun_sense", "location_type"], how="left", coalesce=False)
        .filter(
            pl.col("location_type_right").is_not_null() | pl.col("is_counted"),
            ~pl.col("is_counted") | is_alike,
        )
    )
