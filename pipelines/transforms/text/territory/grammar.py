"""The grammar of taking, losing, holding and contesting places: forms, and who goes where."""

import polars as pl

from pipelines.transforms.text.grammar.attachment import PITTING

BE_BEFORE = (
    r"(?i)(?-u:\b)(?:was|were|been|be|being|is|are|got|gets|get|remain(?:s|ed)?)\s+"
    r"(?:(?:[a-z]+ly|also|all|both|now|again|not|never|yet|still|later|then|once|first|already|"
    r"since|soon|either|reportedly|on|last|early|late|[a-z]+day|overnight|eventually|in turn|"
    r"said to have been|in part)\s+){0,3}[\"\x{201c}]?$"
)
BY_AFTER = (
    r"(?i)^\s+(?:back\s+)?(?:(?:on|late|early|last)?\s*[a-z]+(?:day|ly|night|overnight)\s+)?"
    r"by(?-u:\b)"
)
# Forms of a trigger by its voice; of two, the second where it stands in the passive.
FORMS = {
    "past": ("take", "take"), "base": ("take", "take"), "ing": ("take", "take"),
    "vp": ("take_vp", "taken"),
    "gain_base": ("gain", "gain"), "gain_past": ("gain", "gain"), "gain_ing": ("gain", "gain"),
    "fell": ("fell", "fell"), "falls": ("falls", "falls"), "passed": ("passed", "passed"),
    "out_base": ("out", "out"), "out_vp": ("out", "out"), "out_ing": ("out", "out"),
    "drive_base": ("drive", "drive"), "drive_past": ("drive", "drive"),
    "drive_ing": ("drive", "drive"), "drive_vp": ("drive", "driven"),
    "yield_base": ("yield", "yield"), "yield_past": ("yield", "yield"),
    "yield_ing": ("yield", "yield"), "yield_vp": ("yield", "yielded"),
    "outed_yield": ("yield", "yield"),
    "ctl_base": ("hold", "hold"), "ctl_vp": ("hold", "hold"), "ctl_ing": ("hold", "hold"),
    "ctl_in": ("hold", "hold"), "under": ("under", "under"),
    "fight": ("fight", "fight"), "fight_for": ("fight_for", "fight_for"),
    "siege_vp": ("siege", "besieged"), "siege_base": ("siege", "siege"),
    "repel": ("repel", "repelled"), "repel_base": ("repel", "repel"),
    "foiled": ("repel", "repelled"),
    "swap": ("swap", "swap"), "swap_base": ("swap", "swap"),
    "leave": ("leave", "yielded"), "leave_base": ("leave", "leave"),
    "outed_leave": ("outed", "outed"), "enter": ("enter", "enter"),
    "enter_base": ("enter", "enter"), "stated": ("stated", "stated"),
    "follow": ("follow", "follow"), "disputed": ("disputed", "disputed"),
    "hand": ("yield", "given"), "hand_base": ("yield", "given"),
    "clear_vp": ("clear", "cleared"), "clear_base": ("clear", "clear"),
    "clear_ing": ("clear", "clear"),
    "flag": ("flag", "flag"), "flagged": ("flag", "flag"), "ctl_flag": ("hold", "hold"),
    "gains": ("gains", "gains"), "gains_base": ("gains", "gains"),
    "gains_bare": ("gains", "gains"),
    "losses": ("losses", "losses"), "losses_base": ("losses", "losses"),
    "adv": ("advance", "advance"), "nom": ("nom", "nom"), "nom_fall": ("nom_fall", "nom_fall"),
    "nom_loss": ("nom_loss", "nom_loss"), "nom_out": ("nom_out", "nom_out"),
}  # fmt: skip

FIGHTS = (
    "fight", "fight_for", "siege", "besieged", "repel", "repelled", "attempt", "swap", "disputed",
)  # fmt: skip
HOLDS = ("hold", "under", "attr", "held_under", "rel_hold")
# Ground somewhere in a place, and not the place.
SOMEWHERE = ("gains", "losses", "enter")
NEAR = ("near", "around", "outside")
PLACES_OF_FIGHTING = (
    "in", "inside", "within", "throughout", "across", "at", "on", "for", "over", "part", *NEAR,
)  # fmt: skip
PLACES_OF_DEFENCE = ("in", "on", "at", "into", "towards", "toward", "against", *NEAR)
ACTING = (
    "take", "take_vp", "gain", "advance", "siege", "drive", "hold", "flag", "clear", "gains",
    "attempt", "given", "rel_take", "rel_hold", "enter", "follow",
)  # fmt: skip
# A place itself, or "parts of" it.
WHOLE = ("none", "part")
SUFFERED = (
    "taken", "fell", "yielded", "under", "besieged", "swap", "held_under", "came_under", "stated",
    "passed", "cleared", "went_out",
)  # fmt: skip
LOSING = (
    "out", "yield", "nom_loss", "nom_out", "leave", "left_to", "losses", "outed", "opening_loss",
)  # fmt: skip


def rules_of(
    role: str,
    forms: tuple[str, ...],
    side: str,
    leads: tuple[str, ...],
    cost: int,
    max_words: int,
    is_shared: bool = False,
) -> list[tuple[str, str, str, str, int, int, bool]]:
    """One rule per form and lead."""
    return [
        (role, form, side, lead, cost, max_words, is_shared) for form in forms for lead in leads
    ]


def table(*rules: list[tuple[str, str, str, str, int, int, bool]]) -> pl.DataFrame:
    """The rules as the frame that `attach` takes."""
    return pl.DataFrame(
        [rule for group in rules for rule in group],
        schema={
            "role": pl.String, "form": pl.String, "side": pl.String, "lead": pl.String,
            "cost": pl.Int32, "max_words": pl.Int32, "is_shared": pl.Boolean,
        },
        orient="row",
    )  # fmt: skip


PLACE_RULES = table(
    # they captured A; most of A; A recaptured (a headline)
    rules_of("place", ("take", "take_vp", "hold", "yield", "siege"), "right", ("none",), 0, 2),
    rules_of("place", ("yield", "siege"), "right", ("part",), 0, 2),
    rules_of("place", ("take", "take_vp", "hold"), "right", ("pronoun",), 2, 0),
    # they took it back, gave it back, lost it
    rules_of("place", ("gain", "yield", "out"), "right", ("pronoun",), 2, 0),
    # "took more than half of A", "holds about 85 percent of A"
    rules_of("place", ("take", "take_vp", "hold", "gain"), "right", ("part",), 0, 6),
    rules_of("place", ("take_vp",), "left", ("none",), 8, 0),
    rules_of("place", ("gain",), "right", ("of", "over", "none"), 0, 2),
    rules_of("place", ("gain",), "right", ("in",), 0, 0),
    rules_of("place", ("rel_take", "rel_hold"), "left", WHOLE, 0, 6),
    # its hold on A, which it took
    rules_of("place", ("rel_take", "rel_hold"), "left", ("in", "on", "of", "to", "at"), 1, 4),
    rules_of("place", ("yield",), "right", ("of", "over"), 0, 0),
    rules_of("place", ("fight_for", "advance"), "right", WHOLE, 0, 3),
    rules_of("place", ("nom", "nom_fall", "nom_loss", "passing"), "right", WHOLE, 0, 3),
    rules_of("place", ("advance",), "right", ("on", "to", "toward", "towards", "into"), 0, 2),
    rules_of("place", ("nom",), "right", ("of", "in"), 0, 2),
    rules_of("place", ("nom",), "left", ("none",), 2, 0),
    # A was captured, fell, is under the control of
    rules_of("place", SUFFERED, "left", WHOLE, 0, 6, True),
    rules_of("place", SUFFERED, "left", ("pronoun",), 2, 3, True),
    # X left A and Y moved in
    rules_of("place", ("follow",), "left", ("none", "from", "part"), 0, 8, True),
    rules_of("place", ("falls",), "left", ("none", "part", "pronoun"), 0, 2, True),
    # they traded control of A
    rules_of("place", ("swap",), "right", WHOLE, 2, 0),
    rules_of("place", ("disputed",), "left", WHOLE, 0, 0, True),
    # they were driven out of A, withdrew from A
    rules_of("place", ("out", "nom_out"), "right", ("from", "part"), 0, 4),
    rules_of("place", ("drive", "driven"), "right", ("from", "part"), 0, 8),
    rules_of("place", ("out", "drive", "driven"), "right", ("of",), 0, 2),
    rules_of("place", ("drive", "driven"), "right", ("in",), 2, 4),
    # they were forced to leave A, left it to X, entered A
    rules_of("place", ("outed", "left_to", "enter"), "right", WHOLE, 0, 2),
    rules_of("place", ("left_to",), "right", ("pronoun",), 2, 0),
    # they left A; raised a flag over A; cleared A of X; having taken A; Taken by X, A ...; X-held A
    rules_of("place", ("leave", "flag", "clear", "attempt"), "right", WHOLE, 0, 2),
    rules_of("place", ("opening", "opening_loss"), "right", WHOLE, 0, 2),
    rules_of("place", ("leave",), "right", ("from",), 1, 2),
    rules_of("place", ("attr",), "right", WHOLE, 0, 0, True),
    rules_of("place", ("flag",), "right", ("in",), 2, 4),
    rules_of("place", ("clear",), "right", ("from",), 2, 8),
    rules_of("place", ("given",), "right", ("of", "over", *WHOLE), 0, 2),
    rules_of("place", ("opening_taken",), "right", ("none",), 3, 8, True),
    # repelled attacks on A; an attack on A was repelled; gained ground in A
    rules_of("place", ("repel",), "right", PLACES_OF_DEFENCE, 0, 8),
    rules_of("place", ("repelled",), "left", PLACES_OF_DEFENCE, 0, 8),
    rules_of(
        "place", ("gains", "losses"), "right", ("none", "over", "from", *PLACES_OF_FIGHTING), 0, 6
    ),
    # fighting is raging in A; in A, fighting went on
    rules_of("place", ("fight",), "right", PLACES_OF_FIGHTING, 0, 8),
    rules_of("place", ("fight",), "left", ("in", "around", "near"), 9, 3, True),
)  # fmt: skip

ACTOR_RULES = table(
    rules_of("taker", ACTING, "left", ("none", "pronoun"), 0, 12, True),
    rules_of("taker", ACTING, "left", ("of", "from"), 4, 8, True),
    # "with X taking A and B"
    rules_of("taker", ("take",), "left", ("with",), 6, 0),
    rules_of(
        "taker", ("taken", "cleared", "driven", "nom", "besieged", "disputed", "nom_out"), "right",
        ("by",), 0, 10,
    ),
    rules_of("taker", ("fell", "under"), "right", ("none", "pronoun"), 0, 3),
    rules_of("taker", ("under",), "right", ("by",), 0, 4),
    rules_of("taker", ("outed",), "right", ("by",), 0, 8),
    rules_of("taker", ("left_to",), "right", ("to",), 0, 3),
    rules_of("taker", ("falls", "yield", "yielded", "passed"), "right", ("to",), 0, 8),
    rules_of("taker", ("nom_fall", "nom_loss", "passing"), "right", ("to",), 0, 8),
    # "control of A (passed to) X"
    rules_of("taker", ("passing",), "right", ("none",), 3, 3),
    rules_of("loser", ("passing",), "right", ("from",), 0, 6),
    rules_of("taker", ("nom",), "left", ("none",), 4, 2),
    rules_of("loser", ("take", "take_vp", "taken", "gain", "nom"), "right", ("from",), 0, 10),
    rules_of("loser", ("take", "take_vp"), "right", ("none",), 3, 2),
    # control of A passed from X to Y; A slipped from the grasp of X
    rules_of("loser", ("passed",), "right", ("none",), 0, 3),
    # they took A, the stronghold of X; A, X's bastion, was taken
    rules_of("loser", ("take", "take_vp", "gain", "enter", "clear"), "right", ("bastion",), 0, 6),
    rules_of("loser", ("taken", "fell"), "left", ("bastion",), 0, 8),
    # they took an army base; army positions were overrun
    rules_of("loser", ("take", "take_vp", "gain", "clear"), "right", ("post",), 0, 3),
    rules_of("loser", ("taken", "fell"), "left", ("post",), 0, 3),
    rules_of("loser", LOSING, "left", ("none", "pronoun"), 0, 12, True),
    rules_of("loser", LOSING, "left", ("of", "from"), 4, 8, True),
    rules_of("loser", ("out",), "right", ("none",), 5, 2),
    rules_of("loser", ("drive", "clear"), "right", ("none", "pronoun", "object"), 0, 3),
    rules_of("loser", ("driven",), "left", ("none", "pronoun"), 0, 8, True),
    rules_of("loser", ("yielded", "nom_loss", "nom_out"), "right", ("by",), 0, 8),
    rules_of("loser", ("nom_out",), "right", ("of",), 0, 3),
    # After losing A, X ...
    rules_of("loser", ("opening_loss",), "right", ("none", "pronoun"), 0, 4),
    # After taking A, X ...; Taken by X, A ...; X-held A
    rules_of("taker", ("opening",), "right", ("none", "pronoun"), 0, 4),
    rules_of("taker", ("opening_taken",), "right", ("by",), 0, 4),
    rules_of("taker", ("attr",), "left", ("none", "of", "from", "in", "to", "on", "at"), 0, 0),
    rules_of("taker", ("held_under", "came_under"), "left", ("under", "into", "to", "in"), 0, 1),
    rules_of("loser", ("rel_take",), "right", ("from",), 0, 8),
    rules_of("loser", ("clear", "cleared"), "right", ("of", "from"), 0, 6),
    rules_of("loser", ("went_out",), "left", ("from", "of", "under"), 0, 0),
    rules_of("loser", ("given",), "right", ("by",), 0, 8),
    rules_of("taker", ("losses",), "right", ("to",), 0, 8),
    rules_of("loser", ("gains",), "right", ("none", "over", "from", "against", "of"), 2, 4),
    # an attempt by X to take A; Y repelled attacks of X on A
    rules_of("taker", ("attempt",), "left", ("by",), 0, 8),
    rules_of("loser", ("attempt",), "left", ("none", "pronoun"), 4, 8, True),
    rules_of("taker", ("repel",), "right", ("by", "from", "of", "none"), 0, 6),
    rules_of("loser", ("repel",), "left", ("none", "pronoun"), 0, 12, True),
    rules_of("taker", ("repelled",), "left", ("none", "by", "from", "of"), 0, 10),
    rules_of("loser", ("repelled",), "right", ("by",), 0, 8),
    rules_of("taker", ("besieged",), "right", ("between",), 0, 3),
    # A is split between X and Y
    rules_of("taker", ("besieged",), "right", ("none",), 4, 1),
    # clashes between X and Y in A; X fought Y
    rules_of("taker", ("fight", "fight_for"), "right", ("between", *PITTING), 0, 14),
    rules_of("taker", ("fight", "fight_for"), "left", ("none", "pronoun"), 4, 8, True),
    rules_of("loser", ("fight", "fight_for"), "right", ("with", "against"), 0, 8),
    rules_of("loser", ("fight", "fight_for"), "right", ("none",), 4, 14),
)  # fmt: skip
