"""For whom a generic actor can stand: whom the lexicon gives for a country, whom the article names.

The table behind it is lexicon_actors: a row whose parent is a generic actor says who that is in
its country, and state forces have one row a country.
"""

from collections.abc import Sequence

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.parties.neighbours import BESIDE, GENERIC, STATE_FORCES
from pipelines.transforms.text.runs import (
    any_in,
    count_before,
    first_after,
    last_before,
    last_known,
)

ARMED_GENERICS = (
    "generic-rebels", "generic-militants", "generic-separatists", "generic-maoists",
)  # fmt: skip
UNIDENTIFIED = "unidentified-armed-group"
# Who they are where no list says it: nobody's in particular, as ACLED has it.
COMMUNAL, UNIDENTIFIED_COMMUNAL = "generic-local-militia", "unidentified-communal-militia"
# The state's battalion, patrol or garrison, where whoever fights it is named before.
OPPOSED = "generic-opposed-forces"
STATE_GENERICS = (
    "generic-state-forces", "generic-security-forces", "security-forces", "soldiers", "police",
)  # fmt: skip
# Soldiers and settlers in Palestinian towns are Israel's; the police there may be either's.
HELD = ("PSE",)
FOREIGN = (
    ("generic-state-forces", "PSE", "state-forces-isr"),
    ("soldiers", "PSE", "state-forces-isr"),
    ("security-forces", "PSE", "state-forces-isr"),
    ("generic-occupiers", "PSE", "state-forces-isr"),
    ("generic-settlers", "PSE", "israeli-settlers"),
    ("generic-occupiers", "UKR", "state-forces-rus"),
)
ARMED_TYPES = ("rebel group", "political militia", "identity militia")
# Verbs by which somebody harms somebody, and what stands between them and whom they harm.
HARMING = r"^(?:vp|ing|base)"
HARMS = ("killed", "wounded", "killed_or_wounded", "captured")
OTHERS = "others"
OBJECT_LINKS = ("quantity", "qualifier", "article")
DENYING = r"(?i)^den(?:ied|ies|y) (?:it|responsib|involve|carrying|being)"
# One group stands for "the militants" if named this many times as often as any other.
FAR_MORE = 3


def generic_table(lexicons: Lexicons) -> pl.DataFrame:
    """One row per generic actor and country it is known in: generic, country,
    by_country."""
    named = (
        lexicons.actors.filter(
            pl.col("parent_actor_id").str.contains(GENERIC) & pl.col("country_iso3").is_not_null()
        )
        .sort("actor_id")
        .unique(["parent_actor_id", "country_iso3"], keep="first", maintain_order=True)
        .select(
            pl.col("parent_actor_id").alias("generic"),
            pl.col("country_iso3").alias("country"),
            pl.col("actor_id").alias("by_country"),
        )
    )
    state = lexicons.actors.filter(
        pl.col("actor_id").str.starts_with(STATE_FORCES),
        ~pl.col("country_iso3").is_in(list(HELD)).fill_null(False),
    ).select(
        pl.lit([*STATE_GENERICS, OPPOSED]).alias("generic"),
        pl.col("country_iso3").alias("country"),
        pl.col("actor_id").alias("by_country"),
    )
    others = pl.DataFrame(FOREIGN, schema=["generic", "country", "by_country"], orient="row")
    return pl.concat([named, state.explode("generic"), others])


def leading_groups(mentions: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """One row per article with one armed group named alone or far most: article_id,
    leading_group. Groups of one side count as one: leading_name is the only one of them that is
    named, else the side's own actor; leading_turn: the scene_turn where they are first named."""
    groups = armed_groups(lexicons)
    # "An IRA [Institute of Supply Regulation] centre" is spelled out as something else.
    same = pl.col("sentence_id") == pl.col("sentence_id").shift(-2)
    is_bracketed = (pl.col("kind").shift(-1) == "bracket") & (
        pl.col("start").shift(-1) - 1 == pl.col("end")
    )
    is_spelled = pl.when(is_bracketed).then("text").str.contains(r"^[A-Z]+$").fill_null(False)
    is_other = is_spelled & (pl.col("entity_id").shift(-2) != pl.col("entity_id")).fill_null(True)
    # "The worst attack since Boko Haram killed 40 in 2024" tells of no group of today.
    dated = mentions.filter((pl.col("kind") == "time") & (pl.col("sense") == "year"))
    is_named = (pl.col("kind") == "actor") & ~pl.col("sentence_id").is_in(
        dated["sentence_id"].unique().implode()
    )
    # "X has not commented", "X denied it": no word of what it did.
    is_silent = (pl.col("sentence_id") == pl.col("sentence_id").shift(-1)) & (
        (pl.col("kind").shift(-1) == "negation") | pl.col("text").shift(-1).str.contains(DENYING)
    )
    is_named &= ~is_silent.fill_null(False)
    others = mentions.filter(is_named & (same & is_other).fill_null(False))
    counted = (
        mentions.with_columns(turn=scene_turn())
        .filter(is_named)
        .join(others, on=["article_id", "entity_id"], how="anti", maintain_order="left")
        .join(groups, on="entity_id")
        # Those who fight on the state's side are no rebels of an article.
        .filter(~pl.col("side_id").str.starts_with(STATE_FORCES))
        .group_by("article_id", "side_id")
        .agg(
            pl.len().cast(pl.Int64).alias("n"),
            first_turn=pl.col("turn").min(),
            name=pl.when(pl.col("entity_id").n_unique() == 1).then(pl.col("entity_id").first()),
        )
        .sort("article_id", "n", "side_id", descending=[False, True, False])
    )
    return (
        counted.group_by("article_id", maintain_order=True)
        .agg(
            pl.col("side_id").first().alias("leading_group"),
            pl.coalesce("name", "side_id").first().alias("leading_name"),
            pl.col("first_turn").first().alias("leading_turn"),
            pl.col("n").first(),
            pl.col("n").slice(1, 1).first().fill_null(0).alias("n_next"),
        )
        .filter(pl.col("n") >= FAR_MORE * pl.col("n_next"))
        .join(
            lexicons.actors.select(leading_name="actor_id", leading_home="country_iso3"),
            on="leading_name",
            how="left",
            maintain_order="left",
        )
        .select("article_id", "leading_group", "leading_name", "leading_home", "leading_turn")
    )


def scene_turn() -> pl.Expr:
    """How many sentences of the article up to here open with a scene: "In Yobe, gunmen killed"."""
    kind, run = pl.col("kind"), pl.col("sentence_id")
    is_placed = (kind.shift(-1) == "place") & (run == run.shift(-1))
    is_scene = (
        (pl.col("mention_no") == 0) & (kind == "in") & is_placed & (kind.shift(-2) == "comma")
    )
    is_scene = is_scene.fill_null(False)
    return count_before(is_scene, pl.col("article_id")) + is_scene.cast(pl.Int32)


def side_of_group(lexicons: Lexicons) -> pl.Expr:
    """The side of the armed group that a mention names."""
    groups = armed_groups(lexicons)
    return (
        pl.when(pl.col("kind") == "actor")
        .then("entity_id")
        .replace_strict(groups["entity_id"], groups["side_id"], default=None)
    )


def last_side() -> pl.Expr:
    """The side of the armed group that the article named last before a mention; reads side, as
    side_of_group gives it."""
    return last_before(pl.col("side"), pl.col("article_id"))


def last_party() -> pl.Expr:
    """The one armed group that the sentence or the one before it names last, where no scene opens
    in between; reads side and turn."""
    run, side = pl.col("article_id"), pl.col("side")
    is_named = side.is_not_null()
    sentence = pl.col("sentence_id")
    is_one = ~any_in(side != last_before(side, sentence), sentence)
    at, turn, name = (
        last_before(pl.when(is_named).then(value), run)
        for value in (pl.col("sentence_id"), pl.col("turn"), pl.when(is_one).then("entity_id"))
    )
    is_near = (pl.col("sentence_id") - at <= 1) & (turn == pl.col("turn"))
    return pl.when(is_near).then(name)


def harming_side() -> pl.Expr:
    """The side that does harm to whom a mention names: "X killed two militants", "two militants
    were killed by X"; OTHERS where a state or somebody without a name does. Reads side."""
    kind, run, side = pl.col("kind"), pl.col("sentence_id"), pl.col("side")
    is_group = side.is_not_null()
    # "X fighters killed two": X did.
    is_own = (
        (kind == "people")
        & (kind.shift(1) == "actor")
        & (pl.col("start") - pl.col("end").shift(1) <= BESIDE)
    )
    is_other = kind.is_in(["actor", "method", "unit"]) | (
        (kind == "people") & pl.col("entity_id").is_not_null() & ~is_own
    )
    is_other |= (kind == "place") & (pl.col("sense") == "country")
    # "Took the town from X, killing two militants": X did not kill them.
    is_turned = (kind.shift(1) == "from") & (kind.shift(2) != "people")
    party = (
        pl.when(is_group & ~is_turned.fill_null(False))
        .then(side)
        .when(is_other.fill_null(False) & ~is_group)
        .then(pl.lit(OTHERS))
    )
    is_verb = (
        (kind == "trigger") & pl.col("voice").str.contains(HARMING) & pl.col("sense").is_in(HARMS)
    )
    doer = last_known(party, run)
    done_to = pl.when(is_verb).then(doer).when(~kind.is_in(OBJECT_LINKS)).then(pl.lit(""))
    is_led_by = (kind.shift(1) == "by") | ((kind.shift(1) == "article") & (kind.shift(2) == "by"))
    return pl.coalesce(
        last_before(done_to, run).replace({"": None}),
        first_after(
            pl.when(is_led_by & (kind == "actor")).then(side.fill_null(pl.lit(OTHERS))), run
        ),
    )


def armed_groups(lexicons: Lexicons) -> pl.DataFrame:
    """The armed groups with a name: entity_id, side_id."""
    return named_parties(lexicons, ARMED_TYPES)


def named_parties(lexicons: Lexicons, types: Sequence[str]) -> pl.DataFrame:
    """The actors of some types that have a name of their own: entity_id, side_id."""
    return lexicons.actors.filter(
        pl.col("actor_type").is_in(types) & ~pl.col("actor_id").str.contains(GENERIC)
    ).select(pl.col("actor_id").alias("entity_id"), "side_id")
