"""The grammar of headlines that tell of attacks: verbs that are nouns elsewhere, nouns alone."""

import polars as pl

from pipelines.transforms.text.grammar.calendar_words import WEEKDAY
from pipelines.transforms.text.runs import beside
from pipelines.transforms.text.territory.headlines import OF_CROWDS

# "Warplanes bomb X", "The army shells X": the subject right before, the place right behind.
PLURAL, SINGULAR = r"(?i)^(?:bomb|shell|pound)$", r"(?i)^(?:bombs|shells|pounds)$"
# "Army pounds X", and no weight or money.
POUNDING = r"(?i)^pounds?$"
MANY = r"(?i)(?:s|forces|troops|men|militia|police)$"
SUBJECTS, OBJECTS = ("actor", "people", "method", "unit"), ("place", "actor", "place_noun")
AREAS_AFTER = (
    r"(?i)^\s+(?:(?:the|several|many|some|residential)\s+)?(?:(?:areas?|parts|positions|homes)\s|"
    r"(?:south|north|east|west)(?:ern|-?(?:east|west)(?:ern)?)?\s+(?-i:[A-Z])|"
    r"(?:central|rural|downtown|besieged|[a-z]+-held)\s+(?-i:[A-Z]))"
)
# "Mosque bombed in X", "Aid convoy attacked": the thing right before opens the sentence without an
# article; no plane, which attacks itself.
HEADLINE_THING = r"(?:^|; )\W*(?:[\w'\x{2019}.-]+:? ){1,8}$"
NO_HEADLINE = (
    r"(?i)(?-u:\b)(?:the|an?|its|their|his|in|at|on|of|from|near|by|outside|inside|who|that|which|had|"
    r"have|has|visits?|tours?|inspects?|reopens?|rebuilds?|repairs?|recalls?|finds?|leaves?|"
    r"tanks?|jets?|planes?|warplanes?|helicopters?|drones?|warships?|gunships?|gunboats?|"
    r"bombers?|missiles?|rockets?|vessels?)(?-u:\b)"
)
BEHIND_HEADLINE = (
    r"(?i)^(?: (?:again|overnight|today|anew|repeatedly|twice|[0-9]+ times|with (?:drones|missiles|"
    r"rockets|artillery|mortars|bombs|shells)))?(?:$|[.,;:]|"
    r" (?:in|near|at|outside|on|after|during|as|amid|inside|off|across|(?:north|south|east|west)"
    r"[a-z]*)(?-u:\b))"
)
# "X sees fresh clashes": the place stands before what it went through.
WITNESSED = (
    r"\s(?:(?:has|have|had)\s+)?(?:witness(?:es|ed)?|sees?|saw|seen|experienc(?:es?|ed)|"
    r"suffer(?:s|ed)?|endur(?:es?|ed))\s+(?:[a-z-]+\s+){0,4}$"
)
MANY_FIGHTS = r"(?i)^(?:clashes|battles|fighting|skirmishes)$"
TELLING = (
    "Shelling/artillery/missile attack", "Air/drone strike", "Grenade", "Suicide bomb",
    "Remote explosive/landmine/IED", "Armed clash",
)  # fmt: skip
# Who strikes at work: "Pilots strike at X airport", "the strike by drivers".
WORKERS = (
    r"(?:pilots|drivers|workers|teachers|nurses|doctors|staff|crews?|unions?|miners|dockers|lawyers|"
    r"judges|students|farmers|truckers|bakers|controllers|employees|engineers|cleaners|postmen)"
)
STRIKE = r"(?i)^strikes?$"
LABOUR_BEFORE = rf"(?i)(?-u:\b){WORKERS}['\x{{2019}}]?\s+$"
LABOUR_AFTER = rf"(?i)^\s+(?:by|of|among)\s+(?:[a-z]+\s+){{0,3}}{WORKERS}(?-u:\b)"
NO_TARGET = (
    r"(?i)^\s*(?:$|[.,:;]|(?:at|in|over|for|again)(?-u:\b)|"
    rf"on {WEEKDAY})"
)
# The law at work: "Detectives raid a betting den".
RAID = r"(?i)^raids?$"
POLICING = r"(?i)(?-u:\b)(?:police|detectives|agents|customs|inspectors|officers)\s+$"


def mark_weapon_verbs(context: pl.DataFrame) -> pl.DataFrame:
    """Add is_weapon_verb (a word for a weapon that is the verb between a subject and a place) and
    may_be_verb (its subject stands before it, whatever comes after); is_thing_ahead, a building, a
    town or a vehicle right before.

    context: mentions as with_context gives them.
    """
    run = pl.col("run")
    # "Russia shells X" as the first words of its sentence.
    is_country = (beside(pl.col("sense"), run, 1) == "country") & (pl.col("mention_no") == 1)
    is_led = beside(pl.col("kind"), run, 1).is_in(SUBJECTS) | is_country
    is_led &= pl.col("words_before") == 0
    text = pl.when(is_led).then("text")
    subject = pl.when(is_led).then(beside(pl.col("text"), run, 1))
    is_many = subject.str.contains(MANY)
    is_verb = (text.str.contains(PLURAL) & is_many) | (
        text.str.contains(SINGULAR) & ~subject.str.contains(r"(?i)[^s]s$")
    )
    is_object = beside(pl.col("kind"), run, -1).is_in(OBJECTS)
    is_object |= beside(pl.col("sense"), run, -1) == "building"
    has_object = is_object & (beside(pl.col("words_before"), run, -1) == 0)
    may_be_verb = (is_verb & is_led).fill_null(False)
    is_thing = beside(pl.col("kind"), run, 1).is_in(["place_noun", "unit"])
    # "Kharkiv bombed overnight", but "Russia bombed".
    is_thing |= (beside(pl.col("kind"), run, 1) == "place") & (
        beside(pl.col("sense"), run, 1) != "country"
    )
    marked = context.lazy().with_columns(
        may_be_verb=may_be_verb,
        is_weapon_verb=may_be_verb & has_object.fill_null(False),
        is_thing_ahead=(is_thing & (pl.col("words_before") == 0)).fill_null(False),
    )
    return marked.collect(engine="in-memory")


def is_hit_in_headline() -> pl.Expr:
    """True for the participle of a headline behind what was hit: "Mosque bombed in X". Reads
    is_thing_ahead, before and after."""
    before = pl.when("is_thing_ahead").then("before")
    return (
        before.str.contains(HEADLINE_THING)
        & ~before.str.contains(NO_HEADLINE)
        & pl.col("after").str.contains(BEHIND_HEADLINE)
    ).fill_null(False)


def is_idle() -> pl.Expr:
    """True for strikes of workers and raids of the police: reads word, before and after."""
    word, before, after = pl.col("word"), pl.col("before"), pl.col("after")
    is_strike = word.str.contains(STRIKE) & (
        (before.str.contains(LABOUR_BEFORE) & after.str.contains(NO_TARGET))
        | after.str.contains(LABOUR_AFTER)
    )
    is_raid = word.str.contains(RAID) & before.str.contains(POLICING)
    return is_strike | is_raid


def is_witnessed() -> pl.Expr:
    """True for fighting and ways of attack that a place is said to have seen: reads before, after,
    word and sense."""
    is_war = pl.col("sense").is_in(TELLING) | pl.col("word").str.contains(MANY_FIGHTS)
    is_seen = pl.col("before").str.contains(WITNESSED)
    return is_war & is_seen & ~pl.col("after").str.contains(OF_CROWDS)
