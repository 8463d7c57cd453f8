"""Scenes that no gazetteer knows: what is told of them lies in a unit that the text speaks of."""

import polars as pl

from pipelines.transforms.text.places.carried_scenes import NO_SCENE_COST, REACH
from pipelines.transforms.text.places.scene_signs import KIND, RUN, SENSE, TEXT
from pipelines.transforms.text.runs import beside

# What leads to a name that is a place whoever knows it: "in X", "the village of X", "X village".
LEADS = ["in", "of", "place_noun"]
# "North X zone" is a unit of its own, and lies in no unit that the gazetteer knows.
UNITS = ["admin1", "admin2", "region"]
# What a village is said to lie in, the narrowest first: "the village of X, in Y's Z province".
HOLDERS = {"admin2": 0, "populated_place": 1, "admin1": 2, "region": 3, "country": 4}
TOWN = "populated_place"
# A village "in" or "near" a town lies near it, a quarter of it in it.
VILLAGE = r"(?i)^(?:villages?|hamlets?|towns?|townships?|settlements?|localit(?:y|ies)|communes?)$"
DISTRICT = r"(?i)^(?:(?:sub-?)?districts?|count(?:y|ies)|townships?|tehsils?|municipality)$"
QUARTER = r"(?i)^(?:neighbou?rhoods?|quarters?|suburbs?|districts?|areas?|sectors?)$"


def unlisted_places(rated: pl.DataFrame) -> pl.DataFrame:
    """The unresolved places among rated mentions that may be a scene, with is_unit, holder_id,
    held_near (they lie near that) and noun (what they are called: "village").

    rated: mentions with cost, clause_no, list_no and link_no, as `rate_mentions` gives them. Of
    names that each lie in the next the first is meant; it serves better than what holds it.
    """
    after_kind, after_sense = beside(KIND, RUN, -1), beside(SENSE, RUN, -1)
    is_unit = (after_kind == "place_noun") & after_sense.is_in(UNITS)
    is_before = is_held_before()
    unknown = rated.with_columns(
        is_led=is_led(),
        is_unit=is_unit.fill_null(False),
        noun=noun_beside(),
        before_id=pl.when(is_before).then(beside(pl.col("entity_id"), RUN, 3)),
        before_cost=pl.when(is_before).then(beside(pl.col("cost"), RUN, 3)),
    ).filter("is_led", KIND == "place", pl.col("entity_id").is_null())
    # "The town of Kayes in the X region": the town is known.
    inner = (
        rated.filter(
            KIND == "place", pl.col("entity_id").is_not_null(), SENSE.is_in([TOWN, "admin2"])
        )
        .group_by("sentence_id", "link_no")
        .agg(inner_no=pl.col("mention_no").min())
    )
    unknown = unknown.join(
        inner, on=["sentence_id", "link_no"], how="left", maintain_order="left"
    ).filter(~(pl.col("is_unit") & (pl.col("inner_no") < pl.col("mention_no"))).fill_null(False))
    headings = rated.filter(is_heading()).select("sentence_id", heading_id="entity_id")
    joined = unknown.join(
        holders_behind(unknown, rated), on=["sentence_id", "mention_no"], how="left",
        maintain_order="left",
    ).join(headings, on="sentence_id", how="left", maintain_order="left")  # fmt: skip
    is_inner = pl.struct("sentence_id", "link_no").is_first_distinct()
    return (
        joined.with_columns(
            holder_id=pl.coalesce("holder_id", "before_id", "heading_id"),
            held_cost=pl.min_horizontal("held_cost", "before_cost"),
        )
        .with_columns(
            cost=pl.min_horizontal("cost", pl.col("held_cost") - 1).cast(rated.schema["cost"])
        )
        .filter(pl.col("holder_id").is_null() | is_inner)
        .drop("inner_no", "before_id", "before_cost", "heading_id")
    )


def is_led() -> pl.Expr:
    """A name that is a place whoever knows it: "in X", "the village of X", "jets bombed X
    village"."""
    before = beside(KIND, RUN, 1)
    lead = pl.when(before == "article").then(beside(KIND, RUN, 2)).otherwise(before)
    is_typed = (beside(KIND, RUN, -1) == "place_noun") & (beside(SENSE, RUN, -1) == TOWN)
    # "In X stream, Y, Z department": where no list of places is told.
    is_addressed = (before == "comma") & (beside(KIND, RUN, -1) == "comma")
    is_addressed &= (beside(KIND, RUN, -2) == "place") & (beside(KIND, RUN, -3) == "place_noun")
    is_addressed &= (beside(KIND, RUN, 2) != "place") & (pl.col("words_before") == 0)
    return (
        is_typed
        | is_addressed.fill_null(False)
        | pl.col("is_scene_of_clause")
        | pl.col("is_attacked")
        | pl.col("is_left")
        | (lead.is_in(LEADS) & (pl.col("words_before") <= 1))
    )


def noun_beside() -> pl.Expr:
    """What a place is called: "X village", "the village of X", "X, a village in Y"."""
    is_named_of = (beside(KIND, RUN, 1) == "of") & (beside(KIND, RUN, 2) == "place_noun")
    is_apposed = (beside(KIND, RUN, -1) == "comma") & (beside(KIND, RUN, -2) == "article")
    return (
        pl.when(beside(KIND, RUN, -1) == "place_noun")
        .then(beside(TEXT, RUN, -1))
        .when(is_named_of)
        .then(beside(TEXT, RUN, 2))
        .when(is_apposed)
        .then(pl.when(beside(KIND, RUN, -3) == "place_noun").then(beside(TEXT, RUN, -3)))
    )


def is_held_before() -> pl.Expr:
    """ "In the Borno village of X": held by the place three mentions before."""
    return (
        (beside(KIND, RUN, 1) == "of")
        & (beside(KIND, RUN, 2) == "place_noun")
        & (beside(KIND, RUN, 3) == "place")
        & beside(SENSE, RUN, 3).is_in(HOLDERS)
        & (beside(pl.col("start"), RUN, 2) - beside(pl.col("end"), RUN, 3) == 1)
    )


def holders_behind(unknown: pl.DataFrame, rated: pl.DataFrame) -> pl.DataFrame:
    """What each unknown place lies in, the narrowest behind it in its chain of places: sentence_id,
    mention_no, holder_id, held_cost, held_near."""
    holders = rated.filter(may_hold(), KIND == "place").select(
        "sentence_id", "link_no", "sense", holder_no="mention_no", holder_id="entity_id",
        held_cost="cost", held_near="is_near",
    )  # fmt: skip
    width = SENSE.replace_strict(HOLDERS, return_dtype=pl.Int32)
    return (
        unknown.select("sentence_id", "link_no", "mention_no")
        .join(holders, on=["sentence_id", "link_no"])
        .filter(pl.col("holder_no") > pl.col("mention_no"))
        .with_columns(pl.col("held_cost").min().over("sentence_id", "mention_no"))
        .sort("sentence_id", "mention_no", width, "holder_no")
        .unique(["sentence_id", "mention_no"], keep="first", maintain_order=True)
        .select("sentence_id", "mention_no", "holder_id", "held_cost", "held_near")
    )


def may_hold() -> pl.Expr:
    """Places that others lie in: "X, Rutshuru territory", "X, Bama, Borno"; not the towns of "in X,
    Hama and Idlib", which lists three, and "Imphal West district", which is none."""
    before, after_kind = beside(KIND, RUN, 1), beside(KIND, RUN, -1)
    is_longer = (
        (after_kind == "place_noun") & (beside(pl.col("words_before"), RUN, -1) > 0)
    ).fill_null(False)
    is_unit_behind = (after_kind == "place_noun") & beside(SENSE, RUN, -1).is_in(
        ["admin2", "region"]
    )
    is_held = (
        (after_kind == "comma")
        & (beside(KIND, RUN, -2) == "place")
        & beside(SENSE, RUN, -2).is_in(["admin1", "country"])
        & (pl.col("words_before") + beside(pl.col("words_before"), RUN, -2) == 0)
    )
    # "In X, Santa Tecla, near San Salvador"
    is_held |= (
        (before == "comma")
        & (beside(KIND, RUN, 2) == "place")
        & beside(pl.col("entity_id"), RUN, 2).is_null()
        & (after_kind == "comma")
        & (beside(KIND, RUN, -2) == "in")
    )
    is_town = before.is_in(["in", "of", "article"]) & ~is_longer
    is_town |= (before == "comma") & ((is_unit_behind & ~is_longer) | is_held).fill_null(False)
    return SENSE.is_in(HOLDERS) & ((SENSE != TOWN) | is_town)


def is_heading() -> pl.Expr:
    """ "Bannu: Gunmen shot dead a constable in Domel", "Masisi territory: rebels clashed at X": an
    item of a list by place; "In Hebron, settlers hurt a man in X", where nobody speaks there."""

    def is_colon(step: int) -> pl.Expr:
        return (beside(KIND, RUN, step) == "clause") & (beside(TEXT, RUN, step) == ":")

    with_noun = (beside(KIND, RUN, -1) == "place_noun") & is_colon(-2)
    is_headed = (pl.col("mention_no") == 0) & (is_colon(-1) | with_noun).fill_null(False)
    is_fronted = (pl.col("mention_no") == 1) & (beside(KIND, RUN, 1) == "in")
    is_fronted |= (pl.col("mention_no") == 2) & (beside(KIND, RUN, 2) == "in")
    past_noun = beside(KIND, RUN, -1) == "place_noun"
    closed = pl.when(past_noun).then(beside(KIND, RUN, -2)).otherwise(beside(KIND, RUN, -1))
    is_said = pl.any_horizontal(
        beside(KIND, RUN, -step).is_in(["speech", "according"]).fill_null(False)
        for step in range(1, 6)
    )
    is_fronted &= (closed == "comma") & ~is_said
    return (
        (KIND == "place")
        & pl.col("entity_id").is_not_null()
        & (is_headed | is_fronted.fill_null(False))
    )


def carry_unlisted(
    lost: pl.DataFrame, sentences: pl.DataFrame, named: pl.DataFrame, unlisted: pl.DataFrame
) -> pl.DataFrame:
    """The unlisted scene that harms without a place take over, in the columns of unlisted: that of
    the nearest of the few sentences before theirs that names any, where it is what serves best
    there.

    lost: sentence_id, harm_no; sentences as number_items gives them. The place stands outside the
    sentence: start and end are null.
    """
    scenes = (
        pl.concat(
            [
                named.select("sentence_id", "cost", mention_no=pl.lit(None, pl.Int32)),
                unlisted.select("sentence_id", "cost", "mention_no"),
            ],
            how="vertical_relaxed",
        )
        .filter(pl.col("cost") < NO_SCENE_COST)
        .sort("sentence_id", "cost", "mention_no", nulls_last=False)
        .unique("sentence_id", keep="first", maintain_order=True)
    )
    items = sentences.select("sentence_id", "article_id", "sentence_no", "item_no")
    told = scenes.join(items, on="sentence_id").rename(
        {"sentence_id": "told_id", "sentence_no": "told_no"}
    )
    near = (
        lost.select("sentence_id")
        .unique()
        .join(items, on="sentence_id")
        .join(told, on=["article_id", "item_no"])
        .filter(
            pl.col("told_no") < pl.col("sentence_no"),
            pl.col("told_no") >= pl.col("sentence_no") - REACH,
        )
        .filter(pl.col("told_no") == pl.col("told_no").max().over("sentence_id"))
        .drop_nulls("mention_no")
        .select("sentence_id", "told_id", "mention_no")
    )
    carried = near.join(
        unlisted.rename({"sentence_id": "told_id"}), on=["told_id", "mention_no"]
    ).with_columns(pl.lit(None, pl.Int32).alias(name) for name in ("start", "end"))
    return lost.select("sentence_id", "harm_no").join(carried, on="sentence_id")


def prefer_unlisted(
    harms: pl.DataFrame, chosen: pl.DataFrame, places: pl.DataFrame
) -> pl.DataFrame:
    """Harms, with what holds an unlisted scene in place of a known one that serves worse.

    chosen: sentence_id, harm_no, start, end, text, is_unit, holder_id, held_near and noun of harms
    whose scene is unlisted. A village lies in what the text says holds it or near the town that it
    says so of, else in the first-level unit of the scene told, a unit of its own in the country; so
    does what has_scene does not vouch for (the reporter's own place). A quarter lies in the town
    told.
    """
    units = places.select(
        "location_id", "admin1_id", "admin2_id", "country_id", told_type="location_type"
    )
    told = chosen.select(
        "sentence_id", "harm_no", "is_unit", "holder_id", "noun", "held_near", unlisted_text="text",
        unlisted_start="start", unlisted_end="end",
    ).join(
        places.select(
            "location_id", holder_admin2="admin2_id", holder_admin1="admin1_id",
            holder_country="country_id", holder_type="location_type",
        ),
        left_on="holder_id", right_on="location_id", how="left", maintain_order="left",
    )  # fmt: skip
    joined = harms.join(
        told, on=["sentence_id", "harm_no"], how="left", maintain_order="left"
    ).join(units, on="location_id", how="left", maintain_order="left")
    is_unlisted, held_in = pl.col("unlisted_text").is_not_null(), what_holds()
    precision = [
        pl.when(is_unlisted & unit.is_not_null()).then(pl.lit(name))
        for name, unit in held_in.items()
    ]
    return joined.with_columns(
        location_id=pl.when(is_unlisted)
        .then(pl.coalesce(*held_in.values()))
        .otherwise("location_id"),
        where_precision=pl.coalesce(*precision, "where_precision"),
        location_text=pl.coalesce("unlisted_text", "location_text"),
        place_start=pl.coalesce("unlisted_start", "place_start"),
        place_end=pl.coalesce("unlisted_end", "place_end"),
    ).select(pl.col(harms.columns).exclude("has_scene"))


def what_holds() -> dict[str, pl.Expr]:
    """The places that hold an unlisted scene, the narrowest first, by how precise they are."""
    is_held, noun = pl.col("holder_id").is_not_null(), pl.col("noun")
    is_town = pl.col("told_type") == TOWN
    is_vouched = ~pl.col("is_unit") & pl.col("has_scene")
    # "In Gao region, four were killed in X district": in that region, as its sentence says.
    is_part = noun.str.contains(DISTRICT) & (pl.col("told_type") == "admin1")
    is_vouched |= (is_part & pl.col("place_start").is_not_null()).fill_null(False)
    is_quarter = noun.str.contains(QUARTER).fill_null(False)
    town = (
        pl.when(is_held & (pl.col("holder_type") == TOWN))
        .then("holder_id")
        .when(~is_held & is_quarter & pl.col("has_scene") & is_town)
        .then("location_id")
    )
    is_near = noun.str.contains(VILLAGE).fill_null(False) | pl.col("held_near").fill_null(False)
    # "Attacked X district, killing nine in Y village": in that district.
    in_district = (pl.col("told_type") == "admin2") & pl.col("place_start").is_not_null()
    district = pl.when(~is_held & is_vouched & in_district & ~is_part).then("admin2_id")
    return {
        "near": pl.when(is_near).then(town),
        "exact": town,
        "admin2": pl.coalesce("holder_admin2", district),
        "admin1": pl.when(is_held).then("holder_admin1").when(is_vouched).then("admin1_id"),
        "country": pl.when(is_held).then("holder_country").otherwise("country_id"),
    }
