"""Triggers of taking, losing, holding and contesting places, each with its form."""

import polars as pl

from pipelines.transforms.text.territory.frames import (
    BACK_AFTER,
    HELD_PREFIX,
    ONCE_BEFORE,
    QUOTE_BEFORE,
    STORMING,
    TITLE_AFTER,
    TOPIC_BEFORE,
    attempt_text,
    framed_form,
    in_frames,
)
from pipelines.transforms.text.territory.grammar import BE_BEFORE, BY_AFTER, FORMS
from pipelines.transforms.text.territory.holding_nouns import GOING_BACK, holding_sense

SENSES = (
    "captured", "recaptured", "withdrawn", "expelled", "lost", "surrendered", "controlled",
    "contested",
)  # fmt: skip

# Before a participle that only describes: "the besieged town", "in recently captured Kherson"; what
# troops "recently captured" they did.
DESCRIBING_BEFORE = (
    r"(?i)(?:^recently\s+|(?-u:\b)(?:the|an?|in|of|from|to|on|at|near|for|into|around|its|their|his|"
    r"newly|formerly|once|long|across|through|between|towards?)\s+(?:recently\s+)?)$"
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
HAVE_BEFORE = r"(?i)(?-u:\b)(?:has|have|had)\s+(?:[a-z]+ly\s+|also\s+|already\s+)?$"
FROM_AFTER = r"(?i)^\s+(?:of|from)(?-u:\b)"

# "The helicopter was hit; it fell on the highway"
FALL = r"(?i)^f[ae]ll"
ONTO = (
    r"(?i)^\s+(?:onto|over|through|off|down|beside|near|behind|under|beneath|short of|to the "
    r"(?:ground|floor)|from the (?:sky|air)|(?:on|into) "
    r"(?:the|an?|his|her|its|their|our) (?:[a-z-]+ ){0,2}(?:highway|road|street|roof|ground|"
    r"houses?|homes?|building|car|river|sea|lake|field|beach|yard|school|hospital|market|square))"
    r"(?-u:\b)"
)

# "Regained lost positions": what had been lost before.
LOST = r"(?i)^lost$"
LOST_BEFORE = (
    r"(?i)(?:regain|recaptur|recover|reclaim|retak|retook|restor|win back|won back)[a-z]*\s+"
    r"(?:[a-z]+\s+)?$"
)
# "A health centre's vehicle was taken by armed men": no ground.
THING_TAKEN = (
    r"(?i)(?-u:\b)(?:vehicles?|cars?|trucks?|ambulances?|motor(?:bikes?|cycles?)|pick-?ups?|cattle|"
    r"livestock|goats|camels|goods|cash|money|phones?|equipment|supplies|medicines|food|fuel|"
    r"weapons|rifles|ammunition|boats?)(?: [a-z]+){0,5} (?:was|were|had been|have been|has been)"
    r"(?: also| later| then)? $"
)
# "The capture of three rebels in X", "the seizure of weapons": no ground.
COUNTS_OF = r"(?i)(?-u:\b)(?:dozens|scores|hundreds|thousands|most|all|some|two|three) of "
PEOPLE_TAKEN = (
    r"(?i)^ ((?:[a-z0-9,'-]+ ){0,5}?)(?:soldiers?|troops|rebels?|fighters?|militants?|m[ae]n|"
    r"people|wom[ae]n|persons?|suspects?|assailants?|attackers|commanders?|leaders?|members?|"
    r"terrorists?|jihadists?|insurgents?|civilians?|officers?|police(?:men|man)|prisoners?|"
    r"hostages?|bandits?|guerrillas?|gunm[ae]n|weapons?|arms|ammunition|explosives|drugs|vehicles?|tanks?|trucks?|"
    r"rifles?|drones?|equipment)(?:[.,;]|$| (?:in|at|near|on|by|and|from|who|during|after|outside|"
    r"while|which|that|along|belonging|between|last|this|with)(?-u:\b))"
)
AWAY_FROM = r"(?i)(?-u:\b)(?:of|from|in|by|at|near|with|on)(?-u:\b)"
# "Abducted as they were heading to the airport": travellers, and no advance.
HEADING = r"(?i)^head"
ON_THEIR_WAY_BEFORE = (
    r"(?i)(?-u:\b)(?:while|when|as|who|which|that|they|he|she|it|people|civilians|residents)"
    r"(?: (?:was|were|are|is|had been))?\s+$"
)


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
    "tried to" up to the trigger) and owner_id (whose a hold is by its own words: "in government
    hands").

    context: mentions as with_context gives them. A trigger hyphenated to the word before it
    (Taliban-held) or used as an adjective (the besieged town) only describes and is none.
    """
    found = (
        context.filter(is_of_territory())
        .join(
            sentences.select("sentence_id", "sentence_no", base="start", sentence="text"),
            on="sentence_id",
            maintain_order="left",
        )
        .with_columns(
            before=pl.col("sentence").str.slice(0, pl.col("start") - pl.col("base")),
            after=pl.col("sentence").str.slice(pl.col("end") - pl.col("base")),
            voice=pl.when(is_advance())
            .then(pl.lit("adv_weak"))
            .when(is_foiling())
            .then(pl.lit("foiled_weak"))
            .when(is_leaving())
            .then(pl.lit("leave_weak"))
            .when(is_storming())
            .then(pl.lit("enter_base_weak"))
            .otherwise("voice"),
            sense=pl.when(is_advance())
            .then(pl.lit("captured"))
            .when(is_foiling())
            .then(pl.lit("contested"))
            .when(is_leaving())
            .then(pl.lit("withdrawn"))
            .when(is_storming())
            .then(pl.lit("captured"))
            .otherwise("sense"),
        )
        .filter(
            ~pl.col("before").str.contains(HELD_PREFIX)
            | (
                pl.col("voice").str.starts_with("ctl_vp")
                & ~pl.col("before").str.contains(ONCE_BEFORE)
            ),
            ~pl.col("after").str.contains(SCORE_AFTER),
            ~(pl.col("text").str.contains(FALL) & pl.col("after").str.contains(ONTO)),
            ~pl.col("before").str.contains(TOPIC_BEFORE),
            ~pl.col("before").str.contains(THING_TAKEN),
            ~takes_people(),
            ~(pl.col("text").str.contains(LOST) & pl.col("before").str.contains(LOST_BEFORE)),
            ~(
                pl.col("text").str.contains(HEADING)
                & pl.col("before").str.contains(ON_THEIR_WAY_BEFORE)
            ),
            ~(
                pl.col("before").str.contains(QUOTE_BEFORE)
                & pl.col("after").str.contains(TITLE_AFTER)
            ),
            ~(
                pl.col("voice").is_in(DESCRIBING).fill_null(False)
                & pl.col("before").str.contains(DESCRIBING_BEFORE)
            ),
        )
    )
    family = pl.col("voice").str.strip_suffix("_weak")
    framed = (
        found.lazy()
        .with_columns(
            is_passive=is_passive(family),
            attempt=attempt_text(),
            holding_sense=holding_sense(),
        )
        .filter(in_frames())
    )
    active = {voice: forms[0] for voice, forms in FORMS.items()}
    passive = {voice: forms[1] for voice, forms in FORMS.items()}
    return (
        framed.with_columns(
            form=pl.when("is_passive")
            .then(family.replace_strict(passive, default=None, return_dtype=pl.String))
            .otherwise(family.replace_strict(active, default=None, return_dtype=pl.String)),
            is_weak=pl.col("voice").str.ends_with("_weak"),
        )
        .filter(pl.col("form").is_not_null())
        .with_columns(form=framed_form())
        .with_columns(
            attempt=pl.when(pl.col("form") == "attempt").then("attempt"),
            sense=pl.when(pl.col("form") == "attempt")
            .then(pl.lit("contested"))
            .when(pl.col("form").is_in(["held_under", "came_under", "went_out"]))
            .then("holding_sense")
            .when(pl.col("form") == "passing")
            .then(
                pl.when(pl.col("after").str.contains(GOING_BACK))
                .then(pl.lit("recaptured"))
                .otherwise(pl.lit("captured"))
            )
            .when((pl.col("form") == "under") & (pl.col("sense") == "captured"))
            .then(pl.lit("controlled"))
            .when((pl.col("sense") == "captured") & pl.col("after").str.contains(BACK_AFTER))
            .then(pl.lit("recaptured"))
            .otherwise("sense"),
        )
        .select(
            "article_id", "sentence_id", "sentence_no", "start", "end", "sense", "form",
            "is_weak", "n_triggers", "before", "after", "attempt", trigger_id="mention_id",
            owner_id="entity_id",
        )
        .collect(engine="in-memory")
    )  # fmt: skip


def takes_people() -> pl.Expr:
    """True for a noun of taking whose object is people or things: "the capture of three rebels"."""
    is_noun = pl.col("voice").is_in(["nom", "nom_weak"])
    behind = pl.when(is_noun).then(pl.col("after").str.replace(COUNTS_OF, ""))
    lead = behind.str.extract(PEOPLE_TAKEN, 1)
    return (lead.is_not_null() & ~lead.str.contains(AWAY_FROM)).fill_null(False)


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
