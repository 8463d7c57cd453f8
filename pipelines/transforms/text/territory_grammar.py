"""The grammar of taking, losing, holding and contesting places: forms, and who goes where."""

import polars as pl

SENSES = (
    "captured", "recaptured", "withdrawn", "expelled", "lost", "surrendered", "controlled",
    "contested",
)  # fmt: skip

BE_BEFORE = (
    r"(?i)(?-u:\b)(?:was|were|been|be|being|is|are|got|gets|get)\s+"
    r"(?:(?:[a-z]+ly|also|all|both|now|again|not|never|yet|still|later|then|once|first|already|"
    r"since|soon|either|reportedly|on|last|early|late|[a-z]+day|overnight|eventually|in turn|"
    r"said to have been|in part)\s+){0,3}$"
)
BY_AFTER = (
    r"(?i)^\s+(?:back\s+)?(?:(?:on|late|early|last)?\s*[a-z]+(?:day|ly|night|overnight)\s+)?"
    r"by(?-u:\b)"
)
# Before a participle that only describes: "the besieged town", "in occupied Kherson".
DESCRIBING_BEFORE = (
    r"(?i)(?-u:\b)(?:the|an?|in|of|from|to|on|at|near|for|into|around|its|their|his|newly|recently|"
    r"formerly|once|long|across|through|between|towards?)\s+$"
)
DESCRIBING = (
    "vp",
    "vp_weak",
    "siege_vp",
    "siege_vp_weak",
    "ctl_vp",
    "ctl_vp_weak",
    "yield_vp_weak",
)
SCORE_AFTER = r"^\s+(?:by\s+)?\d+\s?-\s?\d+"
FROM_AFTER = r"(?i)^\s+(?:of|from)(?-u:\b)"

# Forms of a trigger by its voice; of two, the second where it stands in the passive.
FORMS = {
    "past": ("take", "take"), "base": ("take", "take"), "ing": ("take", "take"),
    "vp": ("take_vp", "taken"),
    "gain_base": ("gain", "gain"), "gain_past": ("gain", "gain"), "gain_ing": ("gain", "gain"),
    "fell": ("fell", "fell"), "falls": ("falls", "falls"),
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
    "adv": ("advance", "advance"), "nom": ("nom", "nom"), "nom_fall": ("nom_fall", "nom_fall"),
    "nom_loss": ("nom_loss", "nom_loss"), "nom_out": ("nom_out", "nom_out"),
}  # fmt: skip

FIGHTS = ("fight", "fight_for", "siege", "besieged")
HOLDS = ("hold", "under")
NEAR = ("near", "around", "outside")
PLACES_OF_FIGHTING = (
    "in", "inside", "within", "throughout", "across", "at", "on", "for", "over", "part", *NEAR,
)  # fmt: skip
ACTING = ("take", "take_vp", "gain", "advance", "siege", "drive", "hold")
# A place itself, or "parts of" it.
WHOLE = ("none", "part")
SUFFERED = ("taken", "fell", "yielded", "under", "besieged")
LOSING = ("out", "yield", "nom_loss", "nom_out")

RULE_COLUMNS = ("role", "form", "side", "lead", "cost", "max_words", "is_shared")


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
    rules_of("place", ("take", "take_vp", "hold", "yield", "siege"), "right", WHOLE, 0, 2),
    rules_of("place", ("take", "take_vp", "hold"), "right", ("pronoun",), 2, 0),
    rules_of("place", ("take_vp",), "left", ("none",), 8, 1),
    rules_of("place", ("gain",), "right", ("of", "over", "in", *WHOLE), 0, 2),
    rules_of("place", ("yield",), "right", ("of", "over"), 0, 0),
    rules_of("place", ("fight_for", "advance"), "right", WHOLE, 0, 3),
    rules_of("place", ("nom", "nom_fall", "nom_loss"), "right", WHOLE, 0, 3),
    rules_of("place", ("advance",), "right", ("on", "to", "toward", "towards", "into"), 0, 2),
    rules_of("place", ("nom",), "right", ("of", "in"), 0, 2),
    rules_of("place", ("nom",), "left", ("none",), 2, 0),
    # A was captured, fell, is under the control of
    rules_of("place", SUFFERED, "left", WHOLE, 0, 6, True),
    rules_of("place", SUFFERED, "left", ("pronoun",), 2, 3, True),
    rules_of("place", ("falls",), "left", ("none", "pronoun"), 0, 2, True),
    # they were driven out of A, withdrew from A
    rules_of("place", ("out", "nom_out"), "right", ("from", "part"), 0, 4),
    rules_of("place", ("drive", "driven"), "right", ("from", "part"), 0, 8),
    rules_of("place", ("out", "drive", "driven"), "right", ("of",), 0, 0),
    rules_of("place", ("drive", "driven"), "right", ("in",), 2, 8),
    # fighting is raging in A; in A, fighting went on
    rules_of("place", ("fight",), "right", PLACES_OF_FIGHTING, 0, 8),
    rules_of("place", ("fight",), "left", ("in", "around", "near"), 9, 3, True),
)  # fmt: skip

ACTOR_RULES = table(
    rules_of("taker", ACTING, "left", ("none", "pronoun"), 0, 12, True),
    rules_of("taker", ACTING, "left", ("of", "from"), 4, 8, True),
    rules_of("taker", ("taken", "driven", "nom", "besieged", "nom_out"), "right", ("by",), 0, 10),
    rules_of("taker", ("fell", "under"), "right", ("none", "pronoun"), 0, 3),
    rules_of("taker", ("falls", "yield", "yielded"), "right", ("to",), 0, 8),
    rules_of("taker", ("nom_fall", "nom_loss"), "right", ("to",), 0, 8),
    rules_of("taker", ("nom",), "left", ("none",), 0, 2),
    rules_of("loser", ("take", "take_vp", "taken", "gain", "nom"), "right", ("from",), 0, 10),
    rules_of("loser", ("take", "take_vp"), "right", ("none",), 3, 2),
    rules_of("loser", LOSING, "left", ("none", "pronoun"), 0, 12, True),
    rules_of("loser", LOSING, "left", ("of", "from"), 4, 8, True),
    rules_of("loser", ("out",), "right", ("none",), 5, 2),
    rules_of("loser", ("drive",), "right", ("none",), 0, 3),
    rules_of("loser", ("driven",), "left", ("none", "pronoun"), 0, 8, True),
    rules_of("loser", ("yielded", "nom_loss", "nom_out"), "right", ("by",), 0, 8),
    rules_of("loser", ("nom_out",), "right", ("of",), 0, 3),
    # clashes between X and Y in A; X fought Y
    rules_of("taker", ("fight", "fight_for"), "right", ("between",), 0, 3),
    rules_of("taker", ("fight", "fight_for"), "left", ("none", "pronoun"), 4, 8, True),
    rules_of("loser", ("fight", "fight_for"), "right", ("with", "against"), 0, 8),
    rules_of("loser", ("fight", "fight_for"), "right", ("none",), 4, 3),
)  # fmt: skip


def is_of_territory() -> pl.Expr:
    """True for mentions that are triggers of territory, or tell of an advance."""
    is_trigger = (pl.col("kind") == "trigger") & pl.col("sense").is_in(SENSES)
    return (is_trigger | is_advance()).fill_null(False)


def is_advance() -> pl.Expr:
    """True for words of planning that tell of an advance ('nearing')."""
    return (pl.col("kind") == "plan") & (pl.col("voice") == "advance")


def read_triggers(sentences: pl.DataFrame, context: pl.DataFrame) -> pl.DataFrame:
    """Triggers of territory: trigger_id, article_id, sentence_id, start, end, sense, form, is_weak,
    n_triggers, and the sentence's text before and after.

    context: mentions as with_context gives them. A trigger hyphenated to the word before it
    (Taliban-held) or used as an adjective (the besieged town) only describes and is none.
    """
    found = (
        context.filter(is_of_territory())
        .join(
            sentences.select("sentence_id", base="start", sentence="text"),
            on="sentence_id",
            maintain_order="left",
        )
        .with_columns(
            before=pl.col("sentence").str.slice(0, pl.col("start") - pl.col("base")),
            after=pl.col("sentence").str.slice(pl.col("end") - pl.col("base")),
            voice=pl.when(is_advance()).then(pl.lit("adv_weak")).otherwise("voice"),
            sense=pl.when(is_advance()).then(pl.lit("captured")).otherwise("sense"),
        )
        .filter(
            ~pl.col("before").str.contains(r"[A-Za-z]-$"),
            ~pl.col("after").str.contains(SCORE_AFTER),
            ~(
                pl.col("voice").is_in(DESCRIBING).fill_null(False)
                & pl.col("before").str.contains(DESCRIBING_BEFORE)
            ),
        )
    )
    family = pl.col("voice").str.strip_suffix("_weak")
    is_passive = (
        pl.col("before").str.contains(BE_BEFORE)
        | pl.col("after").str.contains(BY_AFTER)
        | (family.str.starts_with("drive") & pl.col("after").str.contains(FROM_AFTER))
    )
    active = {voice: forms[0] for voice, forms in FORMS.items()}
    passive = {voice: forms[1] for voice, forms in FORMS.items()}
    return (
        found.with_columns(
            form=pl.when(is_passive)
            .then(family.replace_strict(passive, default=None, return_dtype=pl.String))
            .otherwise(family.replace_strict(active, default=None, return_dtype=pl.String)),
            is_weak=pl.col("voice").str.ends_with("_weak"),
        )
        .filter(pl.col("form").is_not_null())
        .select(
            "article_id", "sentence_id", "start", "end", "sense", "form", "is_weak", "n_triggers",
            "before", "after", trigger_id="mention_id",
        )
    )  # fmt: skip
