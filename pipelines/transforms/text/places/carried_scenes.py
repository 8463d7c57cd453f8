"""The scene that a sentence without a place of its own takes over from those before it."""

import polars as pl

from pipelines.transforms.text.grammar.turns import OTHER_INCIDENT
from pipelines.transforms.text.places.common_places import SCENE, common_place, drop_holders

# A place that serves worse than this is no scene.
NO_SCENE_COST = 12
# What a place costs that tells of elsewhere, one where something is only said, and a dateline's:
# "JOS - Gunmen killed", where the reporter is, serves as a scene where nothing else does.
ELSEWHERE_COST, VENUE_COST, DATELINE_COST = 25, 40, 8
REACH = 3
# "21:40 - Two people were killed": an item of a live report, and a scene of its own.
ITEM = (
    r"^\s*\[?(?:[01]?[0-9]|2[0-3])[:.h][0-5][0-9](?: ?(?:GMT|UTC|CET|[ap]\.?m\.?))?\]?"
    r"[ :|\x{2013}\x{2014}-]"
)
# An item of a bulletin, of which it has several.
DATE_FIRST = r"(?i)^\W*on (?:[0-9]{1,2} [a-z]+|[a-z]+ [0-9]{1,2}),? "
SEVERAL = 3
# "It came a day after the army retook X": the text goes on with what came.
OTHER_TIME = (
    r"(?i)(?-u:\b)(?:days?|nights?|weeks?|months?|years?) (?:after|before|since)(?-u:\b)[^,;]*$|"
    # "Struck X in response to a drone that hit Y"
    r"(?-u:\b)in (?:response|retaliation|revenge|reprisal) (?:to|for)(?-u:\b)[^,;]*$"
)
# "The army has lost 200 men": told of more than one place.
SUMMING = (
    r"(?i)(?-u:\b)(?:has|have|since|so far|in all|all in all|total(?:ing|ling)?|overall|casualties "
    r"include|(?:last|this|past) (?:week|month|year)|in (?:january|february|march|april|june|july|"
    r"august|september|october|november|december|(?:19|20)[0-9]{2}))(?-u:\b)"
)
NAMED = [
    "mention_no", "start", "end", "text", "cost", "is_near", "list_no", "location_type",
    "location_id", "country_id", "admin1_id", "admin2_id",
]  # fmt: skip


def carry_scenes(
    asked: pl.DataFrame, sentences: pl.DataFrame, named: pl.DataFrame, places: pl.DataFrame
) -> pl.DataFrame:
    """The scene that a sentence without a place of its own takes over: sentence_id, and the columns
    of SCENE as carried_<column>; the place stands outside the sentence.

    asked: sentence_id of the sentences that want one; sentences as number_items gives them.

    What the earlier sentences of its quotation name, taken together; else the scene of the nearest
    of the few sentences before it; where that names none, what those of its paragraph name, taken
    together, else whatever place the nearest is most about.
    """
    ahead = pl.col("sentence").str.slice(0, pl.col("start") - pl.col("base"))
    told = (
        named.join(
            sentences.select(
                "sentence_id", "sentence_no", "part_no", "quote_no", "quote_start", "quote_end",
                "item_no", "entry_no", sentence="text", base="start",
            ),
            on="sentence_id",
        )
        .filter(~ahead.str.contains(OTHER_TIME))
        .with_columns(opens=ahead.str.contains(r"^\W*In (?:the )?$"))
        .drop("sentence", "base")
    )  # fmt: skip
    scenes = told.filter(pl.col("cost") < NO_SCENE_COST)
    lost = sentences.join(asked, on="sentence_id", how="semi", maintain_order="left")
    quoted = scenes.filter(
        pl.col("start") >= pl.col("quote_start"), pl.col("end") <= pl.col("quote_end")
    )
    scopes = [
        shared_place(earlier_places(lost, quoted, ["article_id", "quote_no"]), places),
        common_place(
            nearest_places(lost, drop_holders(scenes, ["sentence_id"])), ["sentence_id"], places
        ),
        shared_place(earlier_places(lost, scenes, ["article_id", "part_no", "item_no"]), places),
        common_place(
            nearest_places(lost, told.filter(pl.col("cost") < VENUE_COST)),
            ["sentence_id"],
            places,
        ),
        only_town_before(lost, scenes, places),
        countries_before(lost, scenes, places),
    ]
    ranked = pl.concat(
        scope.filter(pl.col("location_id").is_not_null()).with_columns(rank=pl.lit(rank))
        for rank, scope in enumerate(scopes)
    )
    return (
        ranked.sort("sentence_id", "rank")
        .unique("sentence_id", keep="first", maintain_order=True)
        .select(
            "sentence_id",
            *(pl.col(name).alias(f"carried_{name}") for name in SCENE[:3]),
            carried_place_start=pl.lit(None, pl.Int32),
            carried_place_end=pl.lit(None, pl.Int32),
        )
    )


def number_items(sentences: pl.DataFrame) -> pl.DataFrame:
    """The sentences in order, with entry_no, the entry of a live report that each is of, and
    item_no: the entry, or the further incident in it ("in another attack", "On 7 May, ...")."""
    is_entry = pl.col("text").str.contains(ITEM)
    is_dated = pl.col("text").str.contains(DATE_FIRST)
    is_dated &= is_dated.sum().over("article_id") >= SEVERAL
    is_further = pl.col("text").str.contains(OTHER_INCIDENT) | is_dated
    return sentences.sort("article_id", "sentence_no").with_columns(
        entry_no=is_entry.cum_sum().over("article_id"),
        item_no=(is_entry | is_further).cum_sum().over("article_id"),
    )


def shared_place(told: pl.DataFrame, places: pl.DataFrame) -> pl.DataFrame:
    """The place common to a scope; none where only a country holds all that it names."""
    countries = told.filter(pl.col("location_type") == "country").select(
        "sentence_id", "location_id"
    )
    shared = common_place(told, ["sentence_id"], places)
    is_wide = pl.col("where_precision") == "country"
    return pl.concat(
        [
            shared.filter(~is_wide),
            shared.filter(is_wide).join(
                countries, on=["sentence_id", "location_id"], how="semi", maintain_order="left"
            ),
        ]
    )


def earlier_places(sentences: pl.DataFrame, told: pl.DataFrame, scope: list[str]) -> pl.DataFrame:
    """Places told in earlier sentences of the same scope, each under the later sentence's id."""
    return (
        sentences.select("sentence_id", "sentence_no", *scope)
        .filter(pl.all_horizontal(pl.col(scope).is_not_null()))
        .join(told.rename({"sentence_id": "told_id", "sentence_no": "told_no"}), on=scope)
        .filter(pl.col("told_no") < pl.col("sentence_no"))
        .select("sentence_id", "told_id", *NAMED)
    )


def nearest_places(sentences: pl.DataFrame, told: pl.DataFrame) -> pl.DataFrame:
    """The list of places that the nearest sentence before that names any is most about, a few
    sentences back at most."""
    lists = (
        told.sort("sentence_id", "cost", "mention_no")
        .unique("sentence_id", keep="first", maintain_order=True)
        .select("sentence_id", "list_no")
    )
    chosen = told.join(lists, on=["sentence_id", "list_no"], how="semi", maintain_order="left")
    near = (
        sentences.select("article_id", "sentence_id", "sentence_no", "item_no")
        .join(
            chosen.rename({"sentence_id": "told_id", "sentence_no": "told_no"}),
            on=["article_id", "item_no"],
        )
        .filter(
            pl.col("told_no") < pl.col("sentence_no"),
            pl.col("told_no") >= pl.col("sentence_no") - REACH,
        )
    )
    near = near.join(countries_of_towns(near), on=["sentence_id", "told_id"], how="anti")
    return near.filter(pl.col("told_no") == pl.col("told_no").max().over("sentence_id")).select(
        "sentence_id", "told_id", *NAMED
    )


def countries_of_towns(near: pl.DataFrame) -> pl.DataFrame:
    """The sentence_id and told_id of countries that stand where a sentence before tells of a place
    in them: they tell no more than it does, unless their sentence opens with them."""
    is_country = (pl.col("location_type") == "country") & ~pl.col("opens")
    inner = near.filter(~is_country).select("sentence_id", "country_id", inner_no="told_no")
    return (
        near.filter(is_country.all().over("sentence_id", "told_id"))
        .join(inner, on=["sentence_id", "country_id"])
        .filter(pl.col("inner_no") < pl.col("told_no"))
        .select("sentence_id", "told_id")
        .unique()
    )


def only_town_before(
    sentences: pl.DataFrame, scenes: pl.DataFrame, places: pl.DataFrame
) -> pl.DataFrame:
    """The one town or district that all sentences before tell, up to twice as far back, where a
    sentence does not sum up a longer time."""
    single = sentences.filter(~pl.col("text").str.contains(SUMMING))
    told = scenes.rename({"sentence_id": "told_id", "sentence_no": "told_no"})
    near = (
        single.select("sentence_id", "sentence_no", "article_id", "item_no")
        .join(told, on=["article_id", "item_no"])
        .filter(
            pl.col("told_no") < pl.col("sentence_no"),
            pl.col("told_no") >= pl.col("sentence_no") - 2 * REACH,
        )
        .filter(
            # Where the reporter is, where nothing else is told.
            (pl.col("cost") < DATELINE_COST)
            | (pl.col("cost").min().over("sentence_id") >= DATELINE_COST)
        )
        .select("sentence_id", "told_id", *NAMED)
    )
    return shared_place(near, places).filter(
        ~pl.col("where_precision").is_in(["country", "admin1"]).fill_null(True)
    )


def countries_before(
    sentences: pl.DataFrame, scenes: pl.DataFrame, places: pl.DataFrame
) -> pl.DataFrame:
    """The country of the scene told last before the item that a sentence is of: where a further
    incident was that nothing places."""
    told = scenes.rename({"sentence_id": "told_id", "sentence_no": "told_no", "item_no": "told_in"})
    near = (
        sentences.select("article_id", "sentence_id", "sentence_no", "item_no", "entry_no")
        .join(told, on=["article_id", "entry_no"])
        .filter(
            pl.col("told_in") < pl.col("item_no"),
            pl.col("told_no") >= pl.col("sentence_no") - REACH,
        )
        .sort("sentence_id", "told_no", "cost", descending=[False, True, False])
        .unique("sentence_id", keep="first", maintain_order=True)
        .with_columns(location_id="country_id", is_near=pl.lit(False))
    )
    return common_place(near.select("sentence_id", *NAMED), ["sentence_id"], places)


def at_home(
    carried: pl.DataFrame, sentences: pl.DataFrame, named: pl.DataFrame, places: pl.DataFrame
) -> pl.DataFrame:
    """The carried scenes but for whole countries other than the one the article is most about: a
    country named in passing is no scene of what is told after it."""
    home = (
        named.filter(pl.col("cost") < ELSEWHERE_COST)
        .group_by("article_id", home_id="country_id")
        .len()
        .sort("article_id", "len", "home_id", descending=[False, True, False])
        .unique("article_id", keep="first", maintain_order=True)
    )
    abroad = (
        carried.join(sentences.select("sentence_id", "article_id"), on="sentence_id")
        .join(home, on="article_id")
        .join(
            places.select(carried_location_id="location_id", kind="location_type"),
            on="carried_location_id",
        )
        .filter(
            (pl.col("kind") == "country") & (pl.col("carried_location_id") != pl.col("home_id"))
        )
    )
    return carried.join(abroad, on="sentence_id", how="anti", maintain_order="left")
