"""Triggers of taking, losing, holding and contesting places, each with its form."""

import polars as pl

from pipelines.transforms.text.territory.attempts import STORMING, attempt_text
from pipelines.transforms.text.territory.frames import BACK_AFTER, framed_form, in_frames
from pipelines.transforms.text.territory.grammar import BE_BEFORE, BY_AFTER, FORMS
from pipelines.transforms.text.territory.holding_nouns import GOING_BACK, holding_sense
from pipelines.transforms.text.territory.no_ground import tells_of_ground

SENSES = (
    "captured", "recaptured", "withdrawn", "expelled", "lost", "surrendered", "controlled",
    "contested",
)  # fmt: skip

HAVE_BEFORE = r"(?i)(?-u:\b)(?:has|have|had)\s+(?:[a-z]+ly\s+|also\s+|already\s+)?$"
FROM_AFTER = r"(?i)^\s+(?:of|from)(?-u:\b)"


def is_of_territory() -> pl.Expr:
    """True for mentions that are triggers of territory, or tell of an advance."""
    is_trigger = (pl.col("kind") == "trigger") & pl.col("sense").is_in(SENSES)
    is_other = is_advance() | is_foiling() | is_leaving() | is_storming()
    return (is_trigger | is_other).fill_null(False)


def is_storming() -> pl.Expr:
    """True for verbs of attack that an attempt to take a place may have ('to storm')."""
    return (pl.col("kind") == "trigger") & pl.col("text").str.contains(STORMING)


def is_foiling() -> pl.Expr:
    """True for words of denial that tell of an attack beaten off ('thwarted')."""
    return (pl.col("kind") == "negation") & (pl.col("voice") == "foiled")


def is_leaving() -> pl.Expr:
    """True for forms of 'leave', which may tell of dead and of places alike."""
    return (pl.col("kind") == "trigger") & (pl.col("voice") == "left_weak")


def is_advance() -> pl.Expr:
    """True for words of planning that tell of an advance ('nearing')."""
    return (pl.col("kind") == "plan") & (pl.col("voice") == "advance")


def read_triggers(sentences: pl.DataFrame, context: pl.DataFrame) -> pl.DataFrame:
    """Triggers of territory: trigger_id, article_id, sentence_id, sentence_no, start, end, sense,
    form, is_weak, n_triggers, the sentence's text before and after, attempt (the text from
    "tried to" up to the trigger), owner_id (whose a hold is by its own words: "in government
    hands") and trigger_word (as written).

    context: mentions as with_context gives them. A trigger hyphenated to the word before it
    (Taliban-held) or used as an adjective (the besieged town) only describes and is none.
    """
    family = pl.col("voice").str.strip_suffix("_weak")
    return (
        find_triggers(sentences, context)
        .lazy()
        .with_columns(
            is_passive=is_passive(family),
            attempt=attempt_text(),
            holding_sense=holding_sense(),
        )
        .filter(in_frames())
        .with_columns(form=voiced_form(family), is_weak=pl.col("voice").str.ends_with("_weak"))
        .filter(pl.col("form").is_not_null())
        .with_columns(form=framed_form())
        .with_columns(
            attempt=pl.when(pl.col("form") == "attempt").then("attempt"), sense=framed_sense()
        )
        .select(
            "article_id", "sentence_id", "sentence_no", "start", "end", "sense", "form",
            "is_weak", "n_triggers", "before", "after", "attempt", trigger_id="mention_id",
            owner_id="entity_id", trigger_word="text",
        )
        .collect(engine="in-memory")
    )  # fmt: skip


def find_triggers(sentences: pl.DataFrame, context: pl.DataFrame) -> pl.DataFrame:
    """Mentions that tell of ground, with voice and sense as triggers of territory have them and
    the sentence's text before and after."""
    return (
        context.filter(is_of_territory())
        .join(
            sentences.select("sentence_id", "sentence_no", base="start", sentence="text"),
            on="sentence_id",
            maintain_order="left",
        )
        .with_columns(
            before=pl.col("sentence").str.slice(0, pl.col("start") - pl.col("base")),
            after=pl.col("sentence").str.slice(pl.col("end") - pl.col("base")),
            voice=by_kind("voice", "adv_weak", "foiled_weak", "leave_weak", "enter_base_weak"),
            sense=by_kind("sense", "captured", "contested", "withdrawn", "captured"),
        )
        .filter(*tells_of_ground())
    )


def by_kind(column: str, advance: str, foiling: str, leaving: str, storming: str) -> pl.Expr:
    """The column of a trigger of territory, else what stands for each of the other kinds."""
    return (
        pl.when(is_advance())
        .then(pl.lit(advance))
        .when(is_foiling())
        .then(pl.lit(foiling))
        .when(is_leaving())
        .then(pl.lit(leaving))
        .when(is_storming())
        .then(pl.lit(storming))
        .otherwise(column)
    )


def voiced_form(family: pl.Expr) -> pl.Expr:
    """The form of a trigger by its voice, in the active or the passive."""
    active, passive = (
        family.replace_strict(
            {voice: forms[at] for voice, forms in FORMS.items()},
            default=None,
            return_dtype=pl.String,
        )
        for at in (0, 1)
    )
    return pl.when("is_passive").then(passive).otherwise(active)


def framed_sense() -> pl.Expr:
    """What a trigger tells of the place in its form; reads form, sense, holding_sense, after."""
    form, sense, after = pl.col("form"), pl.col("sense"), pl.col("after")
    passed = pl.when(after.str.contains(GOING_BACK)).then(pl.lit("recaptured"))
    return (
        pl.when(form == "attempt")
        .then(pl.lit("contested"))
        .when(form.is_in(["held_under", "came_under", "went_out"]))
        .then("holding_sense")
        .when(form == "passing")
        .then(passed.otherwise(pl.lit("captured")))
        .when((form == "under") & (sense == "captured"))
        .then(pl.lit("controlled"))
        .when((sense == "captured") & after.str.contains(BACK_AFTER))
        .then(pl.lit("recaptured"))
        .otherwise("sense")
    )


def is_passive(family: pl.Expr) -> pl.Expr:
    """True where the words around the trigger show the passive: 'was', 'by', 'driven from'."""
    return (
        pl.col("before").str.contains(BE_BEFORE)
        | pl.col("after").str.contains(BY_AFTER)
        | (
            family.str.starts_with("drive")
            & pl.col("after").str.contains(FROM_AFTER)
            # "Rebels whom the army had driven from A"
            & ~pl.col("before").str.contains(HAVE_BEFORE)
        )
    )
