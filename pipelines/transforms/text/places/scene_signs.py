"""What the words around a place tell of how its sentence uses it, as Boolean expressions over
mentions sorted by sentence_id and mention_no, with `neighbours` beside them."""

import polars as pl

from pipelines.transforms.text.runs import beside, last_known

RUN, KIND, SENSE, TEXT = (pl.col(name) for name in ("sentence_id", "kind", "sense", "text"))
# What is asked of the mentions some steps before, and (negative) behind.
NEIGHBOURS = {
    "kind": (1, 2, 3, 4, -1, -2, -3, -4),
    "sense": (1, 2, 3, 4, -1),
    "text": (1, 2, 3, -1, -2),
    "voice": (1, 2, -2),
    "words_before": (1, -1, -2),
    "start": (2, -1),
    "end": (3,),
}


def near(name: str, step: int) -> pl.Expr:
    """A column of the mention that many steps before, as `neighbours` lays it beside."""
    return pl.col(f"{name}_{step}")


def neighbours() -> dict[str, pl.Expr]:
    """The columns that `near` names."""
    return {
        f"{name}_{step}": beside(pl.col(name), RUN, step)
        for name, steps in NEIGHBOURS.items()
        for step in steps
    }


# The kinds of the mentions before, the nearest first, and of those behind.
BEFORE, SECOND, THIRD, FOURTH = (near("kind", step) for step in (1, 2, 3, 4))
BEHIND, SECOND_BEHIND, THIRD_BEHIND = (near("kind", -step) for step in (1, 2, 3))
# Words between a mention and the one before it, and behind.
IS_NEXT = pl.col("words_before") == 0
ENDS_NEXT = near("words_before", -1) == 0
IS_COUNTRY = SENSE == "country"
# The kind that stands ahead of an article, or of what follows "in the".
SEAT = pl.when(THIRD == "article").then(FOURTH).otherwise(THIRD)

UNITS_AROUND = ("admin1", "admin2", "region", "country")
GERUND = r"(?i)^(?:bombing|shelling)$"
# Voices of verbs of attack: "shelled", "stormed".
ATTACKING, HIT = r"^(?:att|hit)_", r"(?i)^hit"
# "Twelve km north of Kabul" is near it, "100 miles north of Kabul" is not.
NEARBY = (
    r"(?i)^(?:(?:about|some|around|just|only) )?(?:(?:[1-9]|[12]\d|30)[ -]?(?:km|kilom)|"
    r"(?:[1-9]|1\d)[ -]miles?)"
)
# What is called after a town elsewhere.
NAMED_HOUSE = (
    r"(?i)school|college|universit|hotel|hospital|clinic|church|mosque|restaurant|cafe|bar$"
)
OFF, OWNING = r"(?i)^off$", len("'s ")
OFFICE_WORDS = 5
ROAD = r"(?i)^(?:roads?|highway|motorway|expressway|route|track|railway|line|axis)$"
# What tells that a part of a group begins, and that no more is told of it.
ENDS_PART = ["subset", "comma", "clause", "trigger", "be", "have", "speech", "according"]
LIST_LINKS = ["comma", "and", "place_noun", "article"]


def is_measured() -> pl.Expr:
    """ "30 km from X", "100 miles north of X"."""
    return near("sense", 2) == "measure"


def is_far() -> pl.Expr:
    """At a distance that is more than near."""
    return is_measured() & ~(pl.when(is_measured()).then(near("text", 2)).str.contains(NEARBY))


def is_some_way_from() -> pl.Expr:
    """ "30 km from X" is near it."""
    return ((BEFORE == "from") & is_measured() & ~is_far()).fill_null(False)


def is_off() -> pl.Expr:
    """ "60 miles off Hodeidah" is at sea near it."""
    word = pl.when(BEFORE == "from").then(near("text", 1))
    return word.str.contains(OFF).fill_null(False)


def has_place_noun() -> pl.Expr:
    """ "In the Balata camp" is no less than "in Balata"."""
    return (
        (BEFORE == "article")
        & (SECOND == "in")
        & (BEHIND == "place_noun")
        & ~(pl.col("words_before") > 0)
    ).fill_null(False)


def is_named_town() -> pl.Expr:
    """ "Killed in the town of X, on the outskirts of Y"."""
    return (
        (BEFORE == "of")
        & (SECOND == "place_noun")
        & (near("sense", 2) == "populated_place")
        & SEAT.is_in(["in", "trigger"])
    ).fill_null(False)


def is_scene_of_clause() -> pl.Expr:
    """ "It spread to X, where four were killed"."""
    after_comma = BEHIND == "comma"
    opener = pl.when(after_comma).then(near("text", -2)).otherwise(near("text", -1))
    words = near("words_before", -1) + pl.when(after_comma).then(
        near("words_before", -2)
    ).otherwise(0)
    return (opener == "where").fill_null(False) & (words == 0).fill_null(False)


def names_a_deed() -> pl.Expr:
    """ "Toll from Kabul bombing", "claims Kabul church bombing": part of the name of what happened
    there."""
    is_deed = (KIND == "method") | ((KIND == "unit") & (SENSE == "attack"))
    is_named_by = (beside(is_deed, RUN, -1) & ENDS_NEXT) | (
        beside(is_deed, RUN, -2)
        & BEHIND.is_in(["place_noun", "unit", "role"])
        & ENDS_NEXT
        & (near("words_before", -2) == 0)
        & ~IS_COUNTRY
    )
    is_claimed = (BEFORE == "speech") & ~IS_COUNTRY
    return (is_named_by & (BEFORE.is_in(["from", "by"]) | is_claimed)).fill_null(False)


def is_road_end() -> pl.Expr:
    """The word between the ends of a road: "on the road from X to Y", "the road linking X to Y"."""
    led_on = (KIND == "to") & (BEFORE == "place")
    is_from = SECOND == "from"
    from_road = pl.when(is_from).then(THIRD).otherwise(SECOND) == "place_noun"
    road = pl.when(led_on & from_road).then(
        pl.when(is_from).then(near("text", 3)).otherwise(near("text", 2))
    )
    return road.str.contains(ROAD).fill_null(False)


def is_of_road() -> pl.Expr:
    """Between the two ends of a road."""
    return (beside(is_road_end(), RUN, 1) | beside(is_road_end(), RUN, -1)).fill_null(False)


def holds_place() -> pl.Expr:
    """ "Georgia's region of South Ossetia", "Ukraine's second city of Kharkiv": what holds it."""
    holds = (near("start", -1) - pl.col("end") >= OWNING) & (
        (BEHIND == "place_noun") & (SECOND_BEHIND == "of") & (THIRD_BEHIND == "place")
    )
    by_rank = (
        (near("sense", -1) == "period")
        & (SECOND_BEHIND == "place_noun")
        & (THIRD_BEHIND == "of")
        & (near("kind", -4) == "place")
    )
    return holds.fill_null(False) | by_rank.fill_null(False)


def is_held() -> pl.Expr:
    """ "Georgia's region of South Ossetia", "Ukraine's second city of Kharkiv": the place held."""
    is_of_noun = (BEFORE == "of") & (SECOND == "place_noun")
    owned = is_of_noun & (THIRD == "place") & (near("start", 2) - near("end", 3) >= OWNING)
    is_ranked = (near("sense", 3) == "period") & (FOURTH == "place")
    return owned.fill_null(False) | (is_of_noun & is_ranked).fill_null(False)


def is_harmed_there() -> pl.Expr:
    """ "Seized an engineer in X": who is harmed there does not speak there."""
    return (
        THIRD.is_in(["trigger", "quantity"]) | ((THIRD == "article") & (FOURTH == "trigger"))
    ).fill_null(False)


def is_origin() -> pl.Expr:
    """ "Aid workers from France": where they come from, and no scene of what follows."""
    return ((BEFORE == "from") & SECOND.is_in(["people", "person", "be"]) & IS_COUNTRY).fill_null(
        False
    )


def is_second() -> pl.Expr:
    """The second of two places that stand together: "X and Y"."""
    return (
        BEFORE.is_in(["and", "comma"])
        & (SECOND == "place")
        & (pl.col("words_before") + near("words_before", 1) == 0)
    )


def is_speaker() -> pl.Expr:
    """ "Russia's defence ministry", "Kyiv's troops", "Kabul said", "..., killing two, the Kurdistan
    Region's directorate said" tell of no scene."""
    is_owner = (near("start", -1) - pl.col("end") == OWNING) & BEHIND.is_in(
        ["role", "people", "actor"]
    )
    speaks = (
        ((BEHIND == "speech") | is_owner)
        & ENDS_NEXT
        & ~BEFORE.is_in(["in", "place"]).fill_null(False)
    )
    by_office = (
        (BEHIND == "speech")
        & (near("words_before", -1) <= OFFICE_WORDS)
        & (BEFORE == "article")
        & (SECOND == "comma")
        & IS_NEXT
    )
    return speaks | by_office.fill_null(False)


def is_inner() -> pl.Expr:
    """ "In Oromia, near Nekemte": the town tells more than the unit before it."""
    around = pl.when(THIRD == "place").then(near("sense", 3)).otherwise(near("sense", 4))
    return (
        opens_landmark()
        & (near("sense", 1) == "near")
        & around.is_in(["admin1", "region", "country"])
        & (SENSE == "populated_place")
    ).fill_null(False)


def is_landmark() -> pl.Expr:
    """ "Shelled X, near Y", "at the farm, X, near Y", "X near Y": only says where X is; so does
    what lies in a larger unit: "at X, in Y, on Sunday, killing nine"."""
    beside_place = (
        (BEFORE == "in")
        & (near("sense", 1) == "near")
        & ((SECOND == "place") | ((SECOND == "place_noun") & (THIRD == "place")))
        & ~(pl.col("words_before") > 0)
        & (near("words_before", 1) == 0)
    ).fill_null(False)
    return (opens_landmark() & ~is_inner()) | beside_place


def opens_landmark() -> pl.Expr:
    """ "X, near Y", "X, in Y": behind a place and a comma."""
    return (
        (BEFORE == "in")
        & ((near("sense", 1) == "near") | SENSE.is_in(UNITS_AROUND))
        & (SECOND == "comma")
        & ((THIRD == "place") | ((THIRD == "place_noun") & (FOURTH == "place")))
    ).fill_null(False)


def is_attacked() -> pl.Expr:
    """ "A gang attacked X, in the hills above Y" happened at X, as did "accused the army of bombing
    X", "attacked X on Monday and Y on Tuesday, killing nine" and "X was bombed on Monday"."""
    by_verb = (BEFORE == "trigger") & near("voice", 1).str.contains(ATTACKING)
    by_noun = (BEFORE == "method") & near("text", 1).str.contains(GERUND)
    # "Shelled the Abu Shouk camp", "hit the Ras Isa fuel port"
    by_site = (BEFORE == "article") & (SECOND == "trigger") & (BEHIND == "place_noun")
    by_site &= near("voice", 2).str.contains(ATTACKING) | near("text", 2).str.contains(HIT)
    by_site &= (near("words_before", 1) == 0) & is_site_behind()
    is_struck = ((by_verb | by_noun | by_site) & IS_NEXT).fill_null(False)
    on_another_day = (
        (BEFORE == "and")
        & (SECOND == "time")
        & (beside(is_struck, RUN, 3) | ((THIRD == "in") & beside(is_struck, RUN, 4)))
        & ((BEHIND == "time") | ((BEHIND == "in") & (SECOND_BEHIND == "time")))
        & IS_NEXT
    )
    is_first = BEFORE.is_null() | BEFORE.is_in(["time", "comma", "clause"])
    as_subject = (
        is_first
        & IS_NEXT
        & (BEHIND == "be")
        & (SECOND_BEHIND == "trigger")
        & near("voice", -2).str.contains(ATTACKING)
    )
    return is_struck | on_another_day.fill_null(False) | as_subject.fill_null(False)


def is_site_behind() -> pl.Expr:
    """True where the noun behind a place, or a word on, is that of a site or a settlement."""
    sense = near("sense", -1)
    return (
        sense.is_in(["facility", "populated_place", "admin2", "region"])
        & (near("words_before", -1) <= 1)
        & ~near("text", -1).str.contains(NAMED_HOUSE)
    )


def is_hit() -> pl.Expr:
    """ "A hospital of the Red Cross in X was struck", "in front of a ministry in X": nobody speaks
    there."""
    is_subject = (BEHIND.is_in(["be", "trigger"])) & ENDS_NEXT
    by_seat = pl.when(THIRD == "article").then(near("sense", 4)).otherwise(near("sense", 3))
    return is_subject.fill_null(False) | (
        (SECOND == "role") & (SEAT == "in") & (by_seat == "near")
    ).fill_null(False)


def is_dateline() -> pl.Expr:
    """ "GOMA, DR Congo - "."""
    return (BEFORE.is_null() & (BEHIND == "comma") & (near("sense", -1) == "dash")).fill_null(False)


def is_of_part() -> pl.Expr:
    """ "Killed 52, most of them in Jabalia", "killed 30 in Darfur, including 12 people in El
    Fasher", "killed 20, including 12 in X": the part's place is not that of all."""
    is_link = KIND.is_in([*LIST_LINKS, "in", "of", "place"])
    is_part = (KIND == "subset") & (BEHIND == "in")
    by_list = last_known(pl.when(~is_link).then(is_part), RUN).fill_null(False)
    is_told = (KIND == "place") & (pl.col("mention_no") > 0) & (BEFORE != "speech")
    in_part = last_known(pl.when(KIND.is_in(ENDS_PART)).then(KIND == "subset"), RUN)
    is_placed = last_known(pl.when(is_told.fill_null(False)).then(True), RUN)
    of_number = (in_part & (BEFORE == "in") & (SECOND == "quantity")).fill_null(False)
    return by_list | (in_part & is_placed).fill_null(False) | of_number
