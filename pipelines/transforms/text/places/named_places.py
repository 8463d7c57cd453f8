"""Resolved place mentions as scenes: what each is, and what it costs to be one."""

import polars as pl

from pipelines.transforms.text.places.scene_units import drop_owners
from pipelines.transforms.text.runs import beside

# Characters of " border town of the ".
HOLDER_REACH = 24
# "Yemen's Red Sea port of Hodeidah"
PORT = r"(?i)^(?:sea)?port$"
PLURAL = r"(?i)s$"
# "X jurisdiction, Y department", "X village, Y district".
TYPES_HELD = ("populated_place", "admin2")


def name_places(rated: pl.DataFrame, places: pl.DataFrame) -> pl.DataFrame:
    """One row per resolved place mention, with what its place is, list_no and its base cost."""
    # "Kashmir's Pulwama district" is Pulwama, "the White Nile city of Kosti" is Kosti, "Mexico's
    # state of Guerrero" is Guerrero.
    run = pl.col("sentence_id")
    noun = beside(pl.col("sense"), run, -1)
    is_holder = (
        (beside(pl.col("kind"), run, -1) == "place")
        & beside(pl.col("entity_id"), run, -1).is_not_null()
        & (beside(pl.col("start"), run, -1) - pl.col("end") == len("'s "))
    ).fill_null(False)
    is_holder |= (
        (beside(pl.col("kind"), run, -1) == "place_noun")
        & (beside(pl.col("kind"), run, -2) == "of")
        & (beside(pl.col("kind"), run, -3) == "place")
        & beside(pl.col("entity_id"), run, -3).is_not_null()
        & (
            (noun == "populated_place") & (pl.col("sense") != "populated_place")
            | noun.is_in(["admin1", "admin2", "region"]) & (pl.col("sense") == "country")
            | beside(pl.col("text"), run, -1).str.contains(PORT) & (pl.col("sense") == "country")
        )
        & (beside(pl.col("start"), run, -3) - pl.col("end") <= HOLDER_REACH)
    ).fill_null(False)
    named = (
        rated.with_columns(contains=unit_behind_comma(), is_called=is_called_ahead())
        .filter(
            (pl.col("kind") == "place") & pl.col("entity_id").is_not_null() & ~is_holder
        )
        .join(
            places,
            left_on="entity_id",
            right_on="location_id",
            how="inner",
            maintain_order="left",
        )
        .select(
            "article_id", "sentence_id", "mention_no", "start", "end", "text", "cost", "is_near",
            "clause_no", "list_no", "link_no", "words_before", "location_type", "country_id",
            "admin1_id", "admin2_id", "is_scene_of_clause", "contains", "is_called",
            "population", location_id="entity_id",
        )
    )  # fmt: skip
    held = drop_containers(drop_owners(named))
    return follow_held(held).drop("link_no", "words_before", "contains", "is_called")


def unit_behind_comma() -> pl.Expr:
    """The kind of unit that a place is called behind another and a comma: "Toretsk, Bakhmut
    district" (admin2); null for other mentions, and for one of several units ("A district, B
    district")."""
    run = pl.col("sentence_id")

    def kind(step: int) -> pl.Expr:
        return beside(pl.col("kind"), run, step)

    noun = beside(pl.col("sense"), run, -1)
    is_unit = (kind(-1) == "place_noun") & noun.is_in(["admin1", "admin2", "region"])
    is_unit &= beside(pl.col("start"), run, -1) - pl.col("end") == 1
    is_unit &= ~beside(pl.col("text"), run, -1).str.contains(PLURAL)
    is_town = (kind(2) == "place_noun") & beside(pl.col("sense"), run, 2).is_in(TYPES_HELD)

    def is_known(step: int) -> pl.Expr:
        return (kind(step) == "place") & beside(pl.col("entity_id"), run, step).is_not_null()

    follows = (kind(1) == "comma") & (is_known(2) | (is_town & is_known(3)))
    # "In A, B district and C": three places.
    goes_on = (kind(-2) == "and") & (kind(-3) == "place")
    return pl.when(
        (pl.col("kind") == "place") & is_unit & follows & ~goes_on.fill_null(False)
    ).then(noun)


def is_called_ahead() -> pl.Expr:
    """Whether the place before the comma is called what it is: "X municipality, Y department"."""
    run = pl.col("sentence_id")
    noun = beside(pl.col("kind"), run, 2) == "place_noun"
    return (noun & (beside(pl.col("kind"), run, 3) == "place")).fill_null(False)


def drop_containers(named: pl.DataFrame) -> pl.DataFrame:
    """Of a place and the unit called behind a comma that it lies in, the place alone; the unit
    where it is a district of another first-level unit, or the place is called a town or a district,
    since the place is then a namesake."""
    run = pl.col("sentence_id")
    is_apart = pl.col("admin1_id") != beside(pl.col("admin1_id"), run, 1)
    is_namesake = is_apart & (
        (pl.col("contains") == "admin2") | (pl.col("contains").is_not_null() & pl.col("is_called"))
    )
    is_first = pl.col("mention_no") == pl.col("mention_no").min().over("sentence_id")
    is_container = pl.col("contains").is_not_null() & ~is_namesake & ~is_first
    return named.filter(
        ~is_container.fill_null(False), ~beside(is_namesake, run, -1).fill_null(False)
    )


def follow_held(named: pl.DataFrame) -> pl.DataFrame:
    """A place that only says where the place right before it lies serves as that place does."""
    is_linked = (
        pl.all_horizontal(
            pl.col(name) == pl.col(name).shift(1) for name in ("sentence_id", "link_no")
        )
        & pl.any_horizontal(
            pl.col(level).shift(1) == pl.col("location_id")
            for level in ("country_id", "admin1_id", "admin2_id")
        )
        & (pl.col("location_id").shift(1) != pl.col("location_id"))
    ).fill_null(False)
    return named.with_columns(
        pl.when(~is_linked).then(name).forward_fill().alias(name) for name in ("cost", "list_no")
    )
