"""The mentions of a sentence that may name who takes or loses a place."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.parties.actors import STATE_FORCES
from pipelines.transforms.text.parties.asides import follows_comma, takes_no_part
from pipelines.transforms.text.runs import beside
from pipelines.transforms.text.territory.peoples import peoples_that_hold

RUN = pl.col("run")
SELF_WORDS = ("we", "our")
# "Israeli tanks withdrew", "fighting with the Tiger Battalion": whose they are is told by name.
ON_WHEELS = (
    r"(?i)^(?:battle |main battle )?(?:tanks|armou?red (?:vehicles|columns?)|columns?|convoys?|"
    r"bulldozers|battalions?|regiments?|brigades?|patrols?|military units?)$"
)
# Characters between a country and its army: "'s ".
OWNS = 3
OBJECT_WORDS = ("them",)
# "under its (full) control": whose it is.
HOLDERS = r"(?i)^(?:its|their)$"
FULL = 12
# What a headline says of a capital that has won ground; it takes and seizes much else.
TAKES = r"(?i)^(?:retakes|recaptures|regains|reclaims|liberates|captures|overruns)$"


def candidate_mentions(
    sentences: pl.DataFrame, context: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """The mentions that may name a candidate, with is_speaker (a role follows: "Taliban
    spokesman"), takes_no_part (it only says so, or is said not to have done it), and base and text
    of their sentence."""
    is_post = (pl.col("kind") == "place_noun") & pl.col("entity_id").str.starts_with(STATE_FORCES)
    return (
        pl.concat([past_owners(context), peoples_that_hold(context, sentences, lexicons)])
        .sort("run", "start")
        .with_columns(
            is_speaker=has_role(),
            # "..., the Taliban governor said"
            takes_no_part=takes_no_part(RUN) | (has_role() & follows_comma(RUN)),
        )
        .with_columns(
            kind=pl.when(is_unit_by_name())
            .then(pl.lit("people"))
            .when(is_holder())
            .then(pl.lit("pronoun"))
            .otherwise("kind"),
            sense=pl.when(is_holder()).then(pl.lit("group")).otherwise("sense"),
        )
        .filter(
            pl.col("kind").is_in(["actor", "people"])
            | is_pronoun()
            | is_country(lexicons)
            # "Two army positions": whose they are is told by their noun.
            | is_post.fill_null(False)
        )
        .join(
            sentences.select("sentence_id", "sentence_no", base="start", sentence="text"),
            on="sentence_id",
            maintain_order="left",
        )
    )


def has_role() -> pl.Expr:
    """True for a party of which somebody speaks or acts: "Taliban spokesman"."""
    is_next = pl.col("next_start") - pl.col("end") <= 1
    return ((pl.col("next_kind") == "role") & is_next).fill_null(False)


def is_pronoun() -> pl.Expr:
    """True for "they", "it", "we" and "them"."""
    is_word = pl.col("text").str.to_lowercase().is_in(SELF_WORDS + OBJECT_WORDS)
    return (pl.col("kind") == "pronoun") & (pl.col("sense").is_in(["group", "thing"]) | is_word)


def is_holder() -> pl.Expr:
    """True for "its" in "under its control"."""
    return (
        (pl.col("kind") == "article")
        & pl.col("text").str.contains(HOLDERS)
        & (pl.col("next_kind") == "trigger")
        & (pl.col("next_start") - pl.col("end") <= FULL)
    )


def is_unit_by_name() -> pl.Expr:
    """True for units whose they are by name: "Israeli tanks"."""
    is_owned = (pl.col("kind") == "unit") & pl.col("entity_id").is_not_null()
    return is_owned & pl.col("text").str.contains(ON_WHEELS)


def is_country(lexicons: Lexicons) -> pl.Expr:
    """True for countries, and for capitals that stand for them: "Kyiv says it took A", "Kyiv
    retakes A"; not for those that only tell whose people follow."""
    seats = lexicons.words.filter(pl.col("kind") == "seat")["phrase"].implode()
    takes = (pl.col("next_kind") == "trigger") & (pl.col("next_start") - pl.col("end") == 1)
    takes &= beside(pl.col("text"), RUN, -1).str.contains(TAKES)
    speaks = pl.col("next_kind") == "speech"
    is_seat = (speaks | takes) & pl.col("text").str.to_lowercase().is_in(seats)
    owns = pl.col("next_kind").is_in(["people", "actor", "role", "place_noun"]) & (
        pl.col("next_start") - pl.col("end") <= 1
    )
    return (
        (pl.col("kind") == "place")
        & ((pl.col("sense") == "country") | is_seat.fill_null(False))
        & pl.col("entity_id").is_not_null()
        & ~owns.fill_null(False)
    )


def past_owners(context: pl.DataFrame) -> pl.DataFrame:
    """Mentions with the content_end of the country right before them that they belong to: "by
    Ukraine's army" is led by 'by'."""
    is_land = (pl.col("kind") == "place") & (pl.col("sense") == "country")
    is_owned = beside(is_land, RUN, 1) & (pl.col("start") - beside(pl.col("end"), RUN, 1) <= OWNS)
    return context.with_columns(
        content_end=pl.when(pl.col("kind").is_in(["actor", "people"]) & is_owned)
        .then(beside(pl.col("content_end"), RUN, 1))
        .otherwise("content_end")
    )
