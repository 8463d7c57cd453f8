"""Triggers that mean no ground, or only describe it: what is taken, by whom, shows."""

import polars as pl

from pipelines.transforms.text.parties.actors import CROWDS, STATE_FORCES
from pipelines.transforms.text.territory.frames import AGAIN_AFTER
from pipelines.transforms.text.territory.grammar import FIGHTS, HOLDS, LOSING
from pipelines.transforms.text.territory.headlines import is_told_of, opens_headline

TAKES = (
    "take",
    "take_vp",
    "taken",
    "gain",
    "advance",
    "nom",
    "clear",
    "cleared",
    "opening",
    "flag",
)
# Whoever takes one of these seizes property, and no ground.
CIVIL_NOUNS = (
    "farm", "farms", "hotel", "hotels", "embassy", "embassies", "factory", "factories", "school",
    "schools", "university", "universities", "church", "churches", "mosque", "mosques", "market",
    "markets", "clinic", "clinics", "warehouse", "warehouses", "gas station", "palace", "stadium",
    "shrine", "shrines", "temple", "temples", "mine", "mines", "bazaar", "bazaars", "coast", "sea",
    "embassy compound", "steel plant", "constituency", "parliament building", "nation", "border",
)  # fmt: skip
# "The town of A fell to the QRF": a group that no list knows.
TO_SOME_FRONT = (
    r"^ the (?:[A-Z]{2,}[A-Z0-9-]*(?: (?:[a-z]|[A-Z][a-z]+day)|[.,;]|$)|"
    r"(?:[A-Z][\w'-]+ ){1,5}?(?:Front|Army|Movement|Forces?|Union|Brigades?|Alliance|Coalition|"
    r"Battalion|Militia|Guards?)(?-u:\b))"
)
# Places without a name that are taken in war only.
GROUND = (
    r"(?i)(?:bases?|check ?(?:points?|posts?)|outposts?|camps?|garrisons?|barracks|airfields?|"
    r"airports?|villages?|towns?|districts?|settlements?|hills?|heights|strongholds?|positions?|"
    r"headquarters|administration|presidential palace|governor's office|outskirts|suburbs?|"
    r"neighbou?rhoods?|"
    r"ports?|crossings?|bridges?|compound|complex|airstrips?|fort|fortress|citadel|posts?|station)$"
)
# Whoever is not known to be armed buys or runs an airport.
HELD_BY_FIRMS = (
    "airport",
    "airports",
    "port",
    "ports",
    "road",
    "roads",
    "dam",
    "refinery",
    "oil field",
)
# Who clashes with police or soldiers in the street, for no ground.
CROWD = (
    r"(?:fans|supporters|hooligans|youths?|students|inmates|prisoners|mourners|strikers|workers|"
    r"crowds?|mobs?|opponents|activists|teenagers|pupils|taxi drivers|street vendors|traders)$"
)
# People who fight, whoever they fight for.
FIGHTERS = (
    r"(?:army|forces|troops|soldiers|fighters|gunmen|militiam[ae]n|militias?|militants|insurgents|"
    r"rebels|guerrillas|infantry|marines|paratroopers|commandos)$"
)
# Groups of places that have names, listed or not.
NAMED = ("named", "unlisted")
# Before "held by": the words tell that it is so, and do not only describe the place.
STATE_BEFORE = (
    r"(?i)(?-u:\b)(?:was|were|is|are|been|be|remain\w*|stay\w*|now|still|came|comes?|left|put|"
    r"brought)\s+(?:[a-z]+\s+){0,2}$"
)


def drop_describing(changes: pl.DataFrame) -> pl.DataFrame:
    """'They retook districts held by X': no claim of its own, but X is who lost them."""
    is_aside = (pl.col("form") == "attr") | (
        (pl.col("form") == "under") & ~pl.col("before").str.contains(STATE_BEFORE)
    )
    aside = (
        changes.filter(is_aside)
        .select("group_id", holder_id="taker_id", holder_side="taker_side")
        .unique("group_id", keep="first", maintain_order=True)
    )
    others = changes.filter(~is_aside, ~pl.col("form").is_in(HOLDS))
    told = changes.filter(
        ~(is_aside & pl.col("group_id").is_in(others["group_id"].implode()))
    ).join(aside, on="group_id", how="left", maintain_order="left")
    is_lost = pl.col("form").is_in(TAKES) & pl.col("loser_id").is_null()
    return told.with_columns(
        loser_id=pl.when(is_lost).then("holder_id").otherwise("loser_id"),
        loser_side=pl.when(is_lost).then("holder_side").otherwise("loser_side"),
    ).drop("holder_id", "holder_side")


def drop_weak(changes: pl.DataFrame, actors: pl.DataFrame) -> pl.DataFrame:
    """Keep words of many meanings only where a place and a party show that ground is meant."""
    meant = actors.filter(is_meant())
    in_war = meant.filter(pl.col("word").str.contains(FIGHTERS) | ~is_of_state())["article_id"]
    sure = is_sure(meant["actor_no"].implode(), in_war.unique().implode())
    return changes.filter(
        sure,
        ~is_counted_hold(),
        ~((pl.col("group_kind") == "unnamed") & is_country()),
        ~((pl.col("group_kind") != "named") & pl.col("noun_text").is_in(CIVIL_NOUNS)).fill_null(
            False
        ),
        ~(pl.col("form").is_in(FIGHTS) & pl.col("sentence_id").is_in(crowded(actors).implode())),
    )


def is_of_state() -> pl.Expr:
    """True for forces of a state."""
    return pl.col("actor_id").str.starts_with(STATE_FORCES)


def is_meant() -> pl.Expr:
    """True for actors who may take ground; "loyalist forces" are a party, though nobody knows
    whose."""
    is_known = pl.col("actor_id").is_not_null() | pl.col("kind").is_in(["pronoun", "actor"])
    return (is_known | pl.col("word").str.contains(FIGHTERS)) & pl.col("is_armed")


def crowded(actors: pl.DataFrame) -> pl.Series:
    """Sentences in which a crowd meets police in the street: sentence_id."""
    states = actors.filter(is_of_state())["sentence_id"].implode()
    in_crowd = pl.col("actor_type").is_in(CROWDS)
    in_crowd |= pl.col("word").str.contains(CROWD) & pl.col("sentence_id").is_in(states)
    return actors.filter(in_crowd)["sentence_id"]


def is_country() -> pl.Expr:
    """True for "the country", which is no ground of anybody's."""
    return pl.col("noun_text").eq_missing(pl.lit("country"))


def has_place() -> pl.Expr:
    """True where what changed hands is ground, and a place that is known."""
    kind = pl.col("group_kind")
    is_ground = kind.is_in([*NAMED, "definite", "pronoun"]) | (
        pl.col("noun_text").str.contains(GROUND)
    )
    # A name that must be a place counts, though no gazetteer knows it.
    is_placed = pl.col("location_id").is_not_null() | kind.is_in(NAMED)
    return (is_ground & is_placed).fill_null(False)


def is_counted_hold() -> pl.Expr:
    """True for a hold of places without names; "holds the airport in X" is one place of X, and
    nobody counts."""
    is_one = pl.col("noun_text").str.contains(GROUND) & pl.col("location_id").is_not_null()
    is_one &= pl.col("n_places") == 1
    is_hold = pl.col("form").is_in(HOLDS) & (pl.col("group_kind") == "unnamed")
    return is_hold & ~is_one.fill_null(False)


def is_sure(meant: pl.Series, at_war: pl.Series) -> pl.Expr:
    """True where a trigger tells of ground in its form, with the places and parties that it has.

    meant: actor_no of those who may take ground. at_war: articles that know who fights: "the battle
    for A goes on" tells of war in these.
    """
    form, is_weak, after = pl.col("form"), pl.col("is_weak"), pl.col("after")
    by_taker, by_loser = pl.col("taker_no").is_in(meant), pl.col("loser_no").is_in(meant)
    has_party = by_taker | by_loser
    is_named = pl.col("group_kind").is_in(NAMED)
    is_left = (pl.col("group_kind") == "definite") & is_given_up(meant)
    to_front = pl.col("noun_text").str.contains(GROUND) & after.str.contains(TO_SOME_FRONT)
    is_told = (~form.is_in([*FIGHTS, *HOLDS])).any().over("article_id", "location_id")
    return (
        pl.when(form == "falls")
        .then(has_place())
        .when((form == "came_under") | ((form == "advance") & is_weak))
        .then(by_taker & has_place())
        .when((form == "fell") & to_front)
        .then(has_place())
        .when(form.is_in(["fell", "advance"]))
        .then(pl.col("taker_no").is_not_null() & (~is_weak | has_place()))
        .when(form.is_in(["passed", "went_out"]) | ((form == "clear") & (pl.col("lead") == "from")))
        .then(by_loser & has_place())
        .when(form == "leave")
        .then(by_loser & has_place() & (pl.col("group_kind") != "unnamed") & ~is_country())
        .when(form == "left_to")
        .then(by_loser & by_taker)
        .when(form.is_in(["enter", "follow"]))
        .then(by_taker & has_place() & (is_named | is_left))
        .when(form.is_in(["out", "drive", "driven", "losses", "outed"]))
        .then(by_loser)
        .when(form == "stated")
        .then(pl.col("taker_id").is_not_null() & has_place())
        .when(form.is_in(HOLDS))
        .then(pl.col("taker_id").is_not_null())
        .when((form == "fight_for") & is_weak)
        .then(has_place() & (has_party | pl.col("article_id").is_in(at_war)))
        # "A changes hands" says nothing new where the article tells who took it.
        .when(form == "swap")
        .then(has_place() & (after.str.contains(AGAIN_AFTER) | ~is_told))
        # "Contested by two candidates"
        .when(form == "disputed")
        .then(has_place() & (has_party | ~after.str.contains(r"^\s+by\s")))
        .when((form == "fight") & is_weak)
        .then(has_place() & (has_party | is_opening() | is_told_of()))
        .when("is_weak")
        .then(has_place() & has_party)
        .when(form.is_in(["take", "take_vp", "gain"]) & (pl.col("group_kind") == "unnamed"))
        .then(has_party | ~pl.col("noun_text").is_in(HELD_BY_FIRMS))
        .otherwise(True)
    )


def is_given_up(meant: pl.Series) -> pl.Expr:
    """True for places that one of those meant left, in whole: "X left A. Y entered the town"."""
    is_gone = (
        pl.col("form").is_in(LOSING)
        & pl.col("n_places").is_null()
        & pl.col("loser_no").is_in(meant)
    )
    return is_gone.fill_null(False).any().over("article_id", "location_id")


def is_opening() -> pl.Expr:
    """True where a headline opens with the fighting and its place: "Clashes in X"."""
    to_place = (pl.col("member_start") - pl.col("end")).clip(0)
    return opens_headline(
        pl.col("before"),
        pl.col("after").str.slice(0, to_place),
        pl.col("after").str.slice((pl.col("member_end") - pl.col("end")).clip(0)),
    )
