"""Origins: who a claim comes from in the end, and whether they have a stake in it."""

import polars as pl

from pipelines.transforms.ids import story_id
from pipelines.transforms.lexicons import Lexicons

NO_PARTY = ("civilians", "protesters", "unknown")
NAMELESS = ("anonymous", "vague", "unknown")
# One number of one story is told by its most specific origin: the lower the more specific.
SPECIFICITY = {
    "person": 0, "outlet": 0, "anonymous": 1, "party": 2, "publisher": 3, "vague": 4, "none": 4,
}  # fmt: skip
UNKNOWN_PUBLISHER = "unknown publisher"


def trace_origins(
    claims: pl.DataFrame, publishers: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """Add origin_id, origin_kind and is_interested to dated claims with their sides (MODEL 5).

    `publishers` has article_id and publisher_id. A claim in the article's own voice comes from
    the publisher of the story's original: copies of one text have one origin. All publishers that
    are not known are one.
    """
    originals = publishers.select(
        story_id=story_id("article_id"), original_publisher_id="publisher_id"
    )
    types = lexicons.actors.select(claimant_actor_id="actor_id", claimant_actor_type="actor_type")
    traced = (
        claims.join(originals, on="story_id", how="left")
        .join(types, on="claimant_actor_id", how="left")
        .with_columns(origin_kind=name_kind())
        .with_columns(origin_id=name_origin())
        .drop("original_publisher_id", "claimant_actor_type")
    )
    return judge_interest(agree_in_story(traced, lexicons), lexicons)


def name_kind() -> pl.Expr:
    """Kind of origin, first that fits: party, own voice, outlet, contact, named, vague."""
    is_party = (
        pl.col("claimant_actor_id").is_not_null()
        & ~pl.col("claimant_actor_type").is_in(NO_PARTY).fill_null(False)
    ) | (pl.col("claimant_type") == "party")
    is_nameless = pl.col("claimant_type").is_in(NAMELESS)
    return (
        pl.when("is_own_voice").then(pl.lit("publisher"))
        .when(is_party).then(pl.lit("party"))
        .when(pl.col("claimant_type") == "medium").then(pl.lit("outlet"))
        .when(is_nameless & has_contact()).then(pl.lit("anonymous"))
        .when(is_nameless & pl.col("claimant_id").is_null() & (pl.col("claimant_basis") == "none"))
        .then(pl.lit("none"))
        .when(is_nameless | pl.col("claimant_id").is_null()).then(pl.lit("vague"))
        .otherwise(pl.lit("person"))
    )  # fmt: skip


def has_contact() -> pl.Expr:
    """Whether someone named passed the claim on."""
    return pl.col("via_claimant_id").is_not_null() & ~pl.col("via_claimant_type").is_in(
        NAMELESS
    ).fill_null(False)


def name_origin() -> pl.Expr:
    """Id of the origin, by its kind; null where nobody can be told."""
    return (
        pl.when(origin_kind="party").then(pl.coalesce("claimant_side_id", "claimant_id"))
        .when(origin_kind="publisher")
        .then(pl.col("original_publisher_id").fill_null(UNKNOWN_PUBLISHER))
        .when(origin_kind="anonymous").then("via_claimant_id")
        .when(pl.col("origin_kind").is_in(["outlet", "person"])).then("claimant_id")
    )  # fmt: skip


def agree_in_story(claims: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Give one number of one story one origin: the most specific, then the first by name.

    A number that large that chance does not repeat it is one number whoever the victims are said
    to be; smaller ones must agree on the side too.
    """
    slip_number = lexicons.constants.filter(name="slip_number")["value"]
    is_large = pl.col("figure") >= (slip_number[0] if len(slip_number) else 0)
    keys = ["story_id", "harm", "figure", "figure_side"]
    counted = claims.with_columns(
        figure=pl.when(pl.col("assertion") != "denied").then(
            pl.coalesce("value_best", "value_low", "value_high")
        )
    ).with_columns(figure_side=pl.when(~is_large).then(pl.col("victim_side_id").fill_null("")))
    specific = pl.col("origin_kind").replace_strict(SPECIFICITY, return_dtype=pl.Int32)
    best = (
        counted.filter(pl.col("harm").is_not_null(), pl.col("figure").is_not_null())
        .sort(*keys, specific, "origin_id", "claim_id", nulls_last=True)
        .unique(keys, keep="first", maintain_order=True)
        .select(*keys, best_id="origin_id", best_kind="origin_kind")
    )
    is_told = pl.col("best_kind").is_not_null()
    return (
        counted.join(best, on=keys, how="left", nulls_equal=True)
        .with_columns(
            origin_id=pl.when(is_told).then("best_id").otherwise("origin_id"),
            origin_kind=pl.coalesce("best_kind", "origin_kind"),
        )
        .drop("figure", "figure_side", "best_id", "best_kind")
    )


def judge_interest(claims: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Add is_interested: a party speaks of its enemy's losses or of its own gains."""
    civilian_sides = lexicons.actors.filter(actor_type="civilians")["side_id"]
    is_enemy = (pl.col("victim_side_id") != pl.col("origin_id")) & ~pl.col("victim_side_id").is_in(
        civilian_sides.implode()
    )
    gains = pl.col("to_side_id") == pl.col("origin_id")
    return claims.with_columns(
        is_interested=(pl.col("origin_kind") == "party") & (is_enemy | gains).fill_null(False)
    )
