"""How ill each place of a sentence would serve as the scene of what it tells."""

import polars as pl

from pipelines.transforms.text.places.carried_scenes import ELSEWHERE_COST, VENUE_COST
from pipelines.transforms.text.places.clauses import opens_clause
from pipelines.transforms.text.places.venues import DATELINE_COST
from pipelines.transforms.text.runs import beside, last_known

# How ill a place serves as the scene, by the word before it; any other word counts OTHER_COST.
COST_BEFORE = {
    "in": 0, "place": 1, "place_noun": 1, "comma": 2, "and": 2, "of": 3, "article": 3,
    "from": 25, "to": 6, "by": 25, "speech": 25, "medium": 25, "with": 8,
}  # fmt: skip
OTHER_COST, AFTER_SPEAKER_COST = 5, 12
# "Shelled X, near Y", "at the farm, X, near Y": Y only says where X is.
NEAR_COST = 3
# "The governor of Sumy said" tells of Sumy, unless another place stands in the sentence.
OF_SPEAKER_COST = 4
UNITS_AROUND = ("admin1", "admin2", "region", "country")
# Voices of verbs of attack: "shelled", "stormed".
GERUND = r"(?i)^(?:bombing|shelling)$"
ATTACKING = r"^(?:att|hit)_"
ABDUCTING = r"(?i)(?:kidnap|abduct|snatch|seiz|took|taken)"
# "Fled from Woro toward Wawa": they were in Woro.
FLEEING = (
    r"(?i)(?:displac|uproot|flee|fled|fleeing|flight|driven|drove|driving|forced|forcing|expelled|"
    r"evicted|chased|pushed|evacuat|withdr[ae]w|retreat)"
)
# "Arrived in Tawila from El Fasher": they were in El Fasher.
ARRIVING = (
    r"(?i)(?:arrived|crossed|poured|streamed|sought|took|taken|found) "
    r"(?:in|at|into|refuge|shelter)$"
)
# "100 miles north of Kabul" is not at Kabul; "Kabul said" tells of no scene.
# "Twelve km north of Kabul" is near it.
NEARBY = (
    r"(?i)^(?:(?:about|some|around|just|only) )?(?:(?:[1-9]|[12]\d|30)[ -]?(?:km|kilom)|"
    r"(?:[1-9]|1\d)[ -]miles?)"
)
# People fled from somewhere first of all; what is done from inside a place is seldom done there.
FLED_COST, FROM_INSIDE_COST = -1, 7
OFF, OWNING = r"(?i)^off$", len("'s ")
OFFICE_WORDS = 5
NEIGHBOURING = r"(?i)^nearby$"
SPEAKERS = ["speech", "according", "role", "person", "medium", "vague_source"]
# What tells that a part of a group begins, and that no more is told of it.
ENDS_PART = ["subset", "comma", "clause", "trigger", "be", "have", "speech", "according"]
LIST_LINKS = ["comma", "and", "place_noun", "article"]
# What stands between a place and the place that it lies in: "the market of Nyala in South Darfur".
HOLDER_LINKS = ["in", "of", "comma", "place_noun", "article", "place"]
ROAD = r"(?i)^(?:roads?|highway|motorway|expressway|route|track|railway|line|axis)$"


def rate_mentions(mentions: pl.DataFrame) -> pl.DataFrame:
    """Mentions with what a place there would cost as a scene, clause_no, list_no and link_no."""
    run, kind = pl.col("sentence_id"), pl.col("kind")
    before, two_before = beside(kind, run, 1), beside(kind, run, 2)
    is_behind = before == "article"
    lead = pl.when(is_behind).then(two_before).otherwise(before)
    ahead = pl.when(is_behind).then(beside(kind, run, 3)).otherwise(two_before)
    is_measured = beside(pl.col("sense"), run, 2) == "measure"
    is_distance = is_measured & ~(
        pl.when(is_measured).then(beside(pl.col("text"), run, 2)).str.contains(NEARBY)
    )
    # "30 km from X" is near it.
    is_by = ((before == "from") & is_measured & ~is_distance).fill_null(False)
    is_apart = pl.col("words_before") > 0
    # "Killed in the town of X, on the outskirts of Y"
    third, fourth = beside(kind, run, 3), beside(kind, run, 4)
    # "In the Balata camp" is no less than "in Balata".
    is_typed = (
        is_behind & (two_before == "in") & (beside(kind, run, -1) == "place_noun") & ~is_apart
    ).fill_null(False)
    # "It spread to X, where four were killed"
    after_comma = beside(kind, run, -1) == "comma"
    is_scene_of_clause = (
        pl.when(after_comma)
        .then(beside(pl.col("text"), run, -2))
        .otherwise(beside(pl.col("text"), run, -1))
        == "where"
    ).fill_null(False) & (
        beside(pl.col("words_before"), run, -1)
        + pl.when(after_comma).then(beside(pl.col("words_before"), run, -2)).otherwise(0)
        == 0
    ).fill_null(False)
    is_named_town = (
        (before == "of")
        & (two_before == "place_noun")
        & (beside(pl.col("sense"), run, 2) == "populated_place")
        & pl.when(third == "article").then(fourth).otherwise(third).is_in(["in", "trigger"])
    ).fill_null(False)
    # "Toll from Kabul bombing", "claims Kabul church bombing": the place is part of the name of
    # what happened there.
    is_deed = (kind == "method") | ((kind == "unit") & (pl.col("sense") == "attack"))
    is_named_by = (beside(is_deed, run, -1) & (beside(pl.col("words_before"), run, -1) == 0)) | (
        beside(is_deed, run, -2)
        & beside(kind, run, -1).is_in(["place_noun", "unit", "role"])
        & (beside(pl.col("words_before"), run, -1) == 0)
        & (beside(pl.col("words_before"), run, -2) == 0)
        & (pl.col("sense") != "country")
    )
    is_claimed = (before == "speech") & (pl.col("sense") != "country")
    is_scene = (is_named_by & (before.is_in(["from", "by"]) | is_claimed)).fill_null(False)
    # "Kidnapped nine farmers from Woro": there they were taken.
    last_verb = last_known(pl.when(kind == "trigger").then("text"), run)
    last_sense = last_known(pl.when(kind == "trigger").then("sense"), run)
    # "Fled Kutum for Zalingei", "displaced from Palma": there they had lived.
    # "Have crossed into Tine, Chad, from Darfur", "fled to Goma from Sake": they came from there.
    is_left = two_before.is_in(["trigger", "place", "comma", "place_noun"])
    is_fled = (
        pl.when(before == "from")
        .then(is_left & last_verb.str.contains(f"{FLEEING}|{ARRIVING}"))
        .otherwise((before == "trigger") & last_verb.str.contains(FLEEING))
        & (pl.col("words_before") == 0)
    ).fill_null(False)
    is_taken_from = (
        (before == "from")
        & two_before.is_in(["people", "quantity", "trigger"])
        & (pl.col("sense") != "country")
        & last_verb.str.contains(f"{ABDUCTING}|{FLEEING}")
    ).fill_null(False)
    is_way_out = (
        (before == "to")
        & (beside(pl.col("sense"), run, 1) == "towards")
        & last_verb.str.contains(FLEEING)
    ).fill_null(False)
    # "Shelled X from positions in Y" tells of X.
    is_from_inside = (
        (before == "in")
        & two_before.is_in(["unit", "place_noun"])
        & (pl.when(third == "article").then(fourth).otherwise(third) == "from")
        & ~last_verb.str.contains(f"{ABDUCTING}|{FLEEING}")
    ).fill_null(False)
    # "60 miles off Hodeidah" is at sea near it.
    is_off = pl.when(before == "from").then(beside(pl.col("text"), run, 1)).str.contains(OFF)
    is_off = is_off.fill_null(False)
    # "On the road from X to Y", "the road linking X to Y": between the two.
    led_on = (kind == "to") & (before == "place")
    from_road = pl.when(two_before == "from").then(third).otherwise(two_before) == "place_noun"
    road = pl.when(led_on & from_road).then(
        pl.when(two_before == "from")
        .then(beside(pl.col("text"), run, 3))
        .otherwise(beside(pl.col("text"), run, 2))
    )
    is_road_end = road.str.contains(ROAD).fill_null(False)
    is_of_road = beside(is_road_end, run, 1) | beside(is_road_end, run, -1)
    is_of_road = is_of_road.fill_null(False)
    # "Georgia's region of South Ossetia": what holds the place, and the place.
    holds = (beside(pl.col("start"), run, -1) - pl.col("end") >= OWNING) & (
        (beside(kind, run, -1) == "place_noun")
        & (beside(kind, run, -2) == "of")
        & (beside(kind, run, -3) == "place")
    ).fill_null(False)
    is_held = (
        (before == "of")
        & (two_before == "place_noun")
        & (third == "place")
        & (beside(pl.col("start"), run, 2) - beside(pl.col("end"), run, 3) >= OWNING)
    ).fill_null(False)
    # "Ukraine's second city of Kharkiv"
    is_ranked = (beside(pl.col("sense"), run, 3) == "period") & (fourth == "place")
    is_held |= ((before == "of") & (two_before == "place_noun") & is_ranked).fill_null(False)
    holds |= (
        (beside(pl.col("sense"), run, -1) == "period")
        & (beside(kind, run, -2) == "place_noun")
        & (beside(kind, run, -3) == "of")
        & (beside(kind, run, -4) == "place")
    ).fill_null(False)
    # "Seized an engineer in X": who is harmed there does not speak there.
    is_harmed = (
        third.is_in(["trigger", "quantity"]) | ((third == "article") & (fourth == "trigger"))
    ).fill_null(False)
    # "Aid workers from France": no more than where they come from, and no scene of what follows.
    is_origin = (
        (before == "from")
        & two_before.is_in(["people", "person", "be"])
        & (pl.col("sense") == "country")
    ).fill_null(False)
    is_second = (
        before.is_in(["and", "comma"])
        & (two_before == "place")
        & (pl.col("words_before") + beside(pl.col("words_before"), run, 1) == 0)
    )
    # "Displaced to Saida and Tyre": both are where they went.
    is_goal = (is_second & (third == "to")).fill_null(False)
    # "Supported by Nicaragua and Cuba" tells of two that did it.
    is_of_doers = (is_second & (third == "by")).fill_null(False)
    # "Russia's defence ministry" and "Kyiv's troops" tell of no scene either.
    is_owner = (beside(pl.col("start"), run, -1) - pl.col("end") == len("'s ")) & beside(
        kind, run, -1
    ).is_in(["role", "people", "actor"])
    is_speaker = (
        ((beside(kind, run, -1) == "speech") | is_owner)
        & (beside(pl.col("words_before"), run, -1) == 0)
        & ~before.is_in(["in", "place"]).fill_null(False)
    )
    # "..., killing two, the Kurdistan Region's directorate said"
    is_speaker |= (
        (beside(kind, run, -1) == "speech")
        & (beside(pl.col("words_before"), run, -1) <= OFFICE_WORDS)
        & (before == "article")
        & (two_before == "comma")
        & (pl.col("words_before") == 0)
    ).fill_null(False)
    # So does what lies in a larger unit: "at X, in Y, on Sunday, killing nine".
    is_by_near = beside(pl.col("sense"), run, 1) == "near"
    is_landmark = (
        (before == "in")
        & (is_by_near | pl.col("sense").is_in(UNITS_AROUND))
        & (two_before == "comma")
        & ((third == "place") | ((third == "place_noun") & (fourth == "place")))
    ).fill_null(False)
    # "In Oromia, near Nekemte": the town tells more than the unit before it.
    sense = pl.col("sense")
    around = pl.when(third == "place").then(beside(sense, run, 3)).otherwise(beside(sense, run, 4))
    is_inner = (
        is_landmark
        & is_by_near
        & around.is_in(["admin1", "region", "country"])
        & (sense == "populated_place")
    ).fill_null(False)
    is_landmark &= ~is_inner
    is_landmark |= (
        (before == "in")
        & is_by_near
        & (two_before == "place")
        & ~is_apart
        & (beside(pl.col("words_before"), run, 1) == 0)
    ).fill_null(False)
    # "A gang attacked X, in the hills above Y": it happened at X.
    by_verb = (before == "trigger") & beside(pl.col("voice"), run, 1).str.contains(ATTACKING)
    # "Accused the army of bombing X"
    by_noun = (before == "method") & beside(pl.col("text"), run, 1).str.contains(GERUND)
    is_attacked = ((by_verb | by_noun) & (pl.col("words_before") == 0)).fill_null(False)
    # "Attacked X on Monday and Y on Tuesday, killing nine"
    is_attacked |= (
        (before == "and")
        & (two_before == "time")
        & (beside(is_attacked, run, 3) | ((third == "in") & beside(is_attacked, run, 4)))
        & (
            (beside(kind, run, -1) == "time")
            | ((beside(kind, run, -1) == "in") & (beside(kind, run, -2) == "time"))
        )
        & (pl.col("words_before") == 0)
    ).fill_null(False)
    # "X was bombed on Monday"
    is_first = before.is_null() | before.is_in(["time", "comma", "clause"])
    is_attacked |= (
        is_first
        & (pl.col("words_before") == 0)
        & (beside(kind, run, -1) == "be")
        & (beside(kind, run, -2) == "trigger")
        & beside(pl.col("voice"), run, -2).str.contains(ATTACKING)
    ).fill_null(False)
    # "A hospital of the Red Cross in X was struck": nobody speaks there.
    is_hit = (
        (beside(kind, run, -1).is_in(["be", "trigger"]))
        & (beside(pl.col("words_before"), run, -1) == 0)
    ).fill_null(False)
    # Nor in front of a ministry in X.
    seat = pl.when(third == "article").then(fourth).otherwise(third)
    by_seat = pl.when(third == "article").then(beside(pl.col("sense"), run, 4))
    is_hit |= (
        (two_before == "role")
        & (seat == "in")
        & (by_seat.otherwise(beside(pl.col("sense"), run, 3)) == "near")
    ).fill_null(False)
    is_dateline = (
        before.is_null()
        & (beside(kind, run, -1) == "comma")
        & (beside(pl.col("sense"), run, -1) == "dash")
    ).fill_null(False)
    # "Killed 52, most of them in Jabalia": the part's place is not that of all.
    is_link = kind.is_in([*LIST_LINKS, "in", "of", "place"])
    is_part = (kind == "subset") & (beside(kind, run, -1) == "in")
    is_of_part = last_known(pl.when(~is_link).then(is_part), run).fill_null(False)
    # "Killed 30 in Darfur, including 12 people in El Fasher"
    is_told = (kind == "place") & (pl.col("mention_no") > 0) & (before != "speech")
    in_part = last_known(pl.when(kind.is_in(ENDS_PART)).then(kind == "subset"), run)
    is_placed = last_known(pl.when(is_told.fill_null(False)).then(True), run)
    is_of_part |= (in_part & is_placed).fill_null(False)
    # "Killed 20, including 12 in X and eight in Y"
    is_of_part |= (in_part & (before == "in") & (two_before == "quantity")).fill_null(False)
    is_measure = ((pl.col("sense") == "measure") & pl.col("text").str.contains(NEARBY)).fill_null(
        False
    )
    after_measure = beside(is_measure, run, 1).fill_null(False)
    # Clauses, lists and links are told apart within their sentence only.
    rated = mentions.lazy().with_columns(
        cost=pl.when(is_fled)
        .then(FLED_COST)
        .when(is_attacked | is_off | is_held | is_of_road | is_by)
        .then(COST_BEFORE["in"])
        .when(is_typed)
        .then(COST_BEFORE["in"])
        .when(is_scene | is_taken_from)
        .then(COST_BEFORE["of"])
        .when(is_named_town)
        .then(COST_BEFORE["in"])
        .when(is_of_doers)
        .then(COST_BEFORE["by"])
        .when(is_goal)
        .then(COST_BEFORE["to"])
        .when(pl.col("words_before") > 1)
        .then(OTHER_COST)
        .otherwise(before.replace_strict(COST_BEFORE, default=OTHER_COST, return_dtype=pl.Int32))
        + pl.when(is_landmark | holds).then(NEAR_COST).when(is_inner).then(-1).otherwise(0)
        + pl.when(is_from_inside)
        .then(FROM_INSIDE_COST)
        .when(two_before.is_in(SPEAKERS) & (before == "in") & ~(is_hit | is_harmed))
        .then(AFTER_SPEAKER_COST)
        .when(ahead.is_in(["role", "pronoun"]) & (lead == "of") & (pl.col("sense") != "country"))
        .then(OF_SPEAKER_COST)
        .when(is_origin)
        .then(VENUE_COST)
        .when(is_distance & (before == "in"))
        .then(ELSEWHERE_COST)
        .when(is_speaker | is_way_out)
        .then(ELSEWHERE_COST)
        .when(is_dateline)
        .then(DATELINE_COST)
        .otherwise(0)
        + pl.when(is_of_part).then(AFTER_SPEAKER_COST).otherwise(0),
        # "In nearby X" is in X.
        is_near=beside(
            (pl.col("sense") == "near") & ~pl.col("text").str.contains(NEIGHBOURING), run, 1
        )
        | is_off
        | is_by,
        is_scene_of_clause=is_scene_of_clause,
        is_attacked=is_attacked,
        is_left=(is_fled | is_taken_from) & last_sense.is_in(["displaced", "captured"]),
        clause_no=opens_clause().cum_sum(),
        list_no=(~(kind.is_in([*LIST_LINKS, "place"]) | is_road_end) | is_apart).cum_sum(),
        # "Odesa in southern Ukraine", "X, a village 20 km south of Y"
        link_no=(
            ~(kind.is_in(HOLDER_LINKS) | is_measure | (after_measure & (kind == "from")))
            | (pl.col("words_before") > 1)
        ).cum_sum(),
    )
    return rated.collect(engine="in-memory")
