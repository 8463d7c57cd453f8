"""Where an attack was: what it hit, or the scene that its own sentence names."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.attacks.anaphora import MEN
from pipelines.transforms.text.attacks.going_on import BLAST, STRIKING
from pipelines.transforms.text.attacks.grammar import AIM_BETWEEN, SCENE_BEFORE, SUFFERING
from pipelines.transforms.text.attacks.headlines import WITNESSED
from pipelines.transforms.text.places.venues import NAMES_NEXT, is_adjective

# How many letters may stand before a place that opens its sentence.
OPENING = 30
DATE_ENDS = r"--|\s[-\x{2013}\x{2014}]\s"
DATELINE = r"--|\[|\)|\s[-\x{2013}\x{2014}]\s"
SCENE = ("location_id", "location_text", "place_start", "place_end")
# "Helicopters bombed the town and clashes went on in Quneitra": the scene of something else.
OTHER_EVENT = (
    r"(?i)(?-u:\b)(?:and|while|as|but|amid)(?-u:\b).*(?-u:\b)(?:clash|shelling|attack|raid|explosion|"
    r"fighting|bomb|strike|advance)"
)
# "Fired a hundred rockets into northern X".
THROWN_INTO = (
    r"(?i)^[^,;:.]{0,60}\s(?:into|at|towards?|onto|on)\s+(?:(?:the|parts?|areas?|of|northern|southern|"
    r"eastern|western|central)\s+)*$"
)
# "Russia's Belgorod region" is Belgorod.
OWNS_NEXT = (
    r"^(?: (?:region|province|state|oblast|governorate|district|county|department))?"
    r"['\x{2019}]s (?:[a-z-]+ )?[A-Z]"
)
# "Stormed X, in Y state, on Friday and shot at families", "reached X, where they burned": there.
ENTERED_BEFORE = (
    r"(?i)(?-u:\b)(?:storm|attack|raid|enter|invad|assault|captur|reach|overr[au]n|seiz|took|"
    r"moved on to|advanced on|descended on|burst into)(?:ed|d|s|ing|e|es)?(?: (?:in|on)to)? "
    r"(?:the )?(?:(?:villages?|town|city|settlement|community|camp|district|area) of )?$"
)
OTHER_CLAUSE = (
    rf"{DATELINE}|(?-u:\b)(?:who|which|whom|whose|after|before|since|from|days?|weeks?)(?-u:\b)"
)
WHERE_BEHIND = r"^(?:,[^,;]{2,40})?, where(?-u:\b)"
THROWING = ("throw", "fire")
# "They then opened fire on the car", "the bomb destroyed a truck": what was told before goes on,
# as far back as its place may stand.
GOES_ON = (
    rf"(?i)^\W*(?:(?:then|later|afterwards|minutes later),? )?(?:they|(?:the|these|those|both) "
    rf"(?:[a-z-]+ )?(?:{MEN}|{BLAST}|{STRIKING}))(?-u:\b)"
)
FURTHER = r"(?i)(?-u:\b)(?:also|another|has|have|elsewhere|meanwhile|later attacked)(?-u:\b)"
GOES_ON_REACH = 4
UNITS = ("country", "admin1", "admin2")


def settle_places(told: pl.DataFrame, context: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Attacks with the place they hit, else the scene that place_harms found in their sentence.

    A place ahead of the attack's word is its scene behind a preposition, or as what was attacked;
    a dateline is none. Adds has_place and has_scene (it stands behind the word or opens the
    sentence), and as carried_<column> the place that the text was speaking of before.
    """
    hit = places_hit(told, context, lexicons)
    aimed = told.lazy().join(hit.lazy(), on="trigger_id", how="left", maintain_order="left")
    is_hit = pl.col("hit_location_id").is_not_null()
    placed = aimed.with_columns(
        pl.when(is_hit).then(f"hit_{name}").otherwise(name).alias(name)
        for name in (*SCENE, "where_precision")
    )
    length = pl.col("before").str.len_chars()
    upto = (pl.col("place_end") - pl.col("start")).clip(None, 0)
    between = pl.col("before").str.slice(upto + length)
    ahead = pl.col("before").str.slice(
        0, (pl.col("place_start") - pl.col("start") + length).clip(0)
    )
    behind = pl.col("after").str.slice(0, (pl.col("place_start") - pl.col("end")).clip(0))
    is_ahead = (pl.col("place_start") < pl.col("start")).fill_null(False)
    is_scene = pl.col("form").is_in(SUFFERING)
    is_scene |= between.str.contains(r"^(?:['\x{2019}]s)?" + WITNESSED)
    is_scene &= ~between.str.contains(DATELINE)
    # "In Coris (Ancash Department), rebels set fire to ..."
    is_scene |= ahead.str.contains(SCENE_BEFORE) & ~between.str.contains(DATE_ENDS)
    is_scene |= between.str.contains(WHERE_BEHIND) | (
        ahead.str.contains(ENTERED_BEFORE)
        & ~between.str.contains(OTHER_CLAUSE)
        & (pl.col("where_precision") != "country")
    )
    is_own = pl.col("place_start").is_not_null() & (
        (~is_ahead & ~behind.str.contains(OTHER_EVENT)) | is_scene
    )
    opens = (ahead.str.len_chars() <= OPENING) & is_own
    # Datelines stand for their countries, which say little of where it was.
    is_carried = (
        pl.col("is_just_told")
        & pl.col("location_id").is_not_null()
        & (pl.col("where_precision") != "country")
    )
    return (
        placed.with_columns(
            **{
                f"carried_{name}": pl.when(is_carried).then(name)
                for name in ("location_id", "location_text", "where_precision")
            }
        )
        .with_columns(
            *(pl.when(is_own).then(name).alias(name) for name in SCENE),
            where_precision=pl.when(is_own).then("where_precision").otherwise(pl.lit("unknown")),
            has_place=is_own,
            has_scene=is_own & (~is_ahead | opens),
        )
        .collect(engine="in-memory")
    )


def just_told(
    placed: pl.DataFrame, sentences: pl.DataFrame, mentions: pl.DataFrame
) -> pl.DataFrame:
    """Attacks with is_just_told: their place stands in the sentence before theirs, in one a few
    before where theirs goes on with the deed told, or is the capital that their own tells of."""
    text = pl.col("text")
    goes_on = text.str.contains(GOES_ON) & ~text.str.contains(FURTHER)
    numbers = sentences.select("sentence_id", "article_id", "sentence_no", goes_on=goes_on)
    outside = placed.filter(pl.col("place_start").is_null(), pl.col("location_text").is_not_null())
    named = (
        mentions.filter(pl.col("kind") == "place")
        .join(outside.select("article_id").unique(), on="article_id", how="semi")
        .select("sentence_id", "entity_id", "text")
        .join(numbers, on="sentence_id")
        .select("article_id", "entity_id", "text", told_no="sentence_no")
    )
    back = pl.col("sentence_no") - pl.col("told_no")
    told = (
        outside.join(numbers.select("sentence_id", "sentence_no", "goes_on"), on="sentence_id")
        .join(named, on="article_id")
        .filter(
            back.is_between(1, pl.when("goes_on").then(GOES_ON_REACH).otherwise(1)),
            (pl.col("entity_id") == pl.col("location_id")).fill_null(False)
            | (pl.col("text") == pl.col("location_text")),
        )["trigger_id"]
        .implode()
    )
    is_capital = pl.col("location_text").str.contains(r"(?i)(?-u:\b)capital$").fill_null(False)
    return placed.with_columns(
        is_just_told=pl.col("place_start").is_null()
        & (pl.col("trigger_id").is_in(told) | is_capital)
    )


def take_carried(claims: pl.DataFrame) -> pl.DataFrame:
    """Attacks without a place lie where the text was speaking of: carried_<column>, which go."""
    names = ("location_id", "location_text", "where_precision")
    is_carried = (
        (pl.col("claim_type") == "attack")
        & pl.col("location_id").is_null()
        & pl.col("location_text").is_null()
        & pl.col("carried_location_id").is_not_null()
    )
    return claims.with_columns(
        pl.when(is_carried).then(f"carried_{name}").otherwise(name).alias(name) for name in names
    ).drop(f"carried_{name}" for name in names)


def places_hit(told: pl.DataFrame, context: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """trigger_id and the place right behind the attack's word that it hit, as hit_<column>."""
    kinds = lexicons.places.select("location_id", "location_type")
    named = context.filter(
        pl.col("kind") == "place", pl.col("entity_id").is_not_null()
    ).select(
        "sentence_id", hit_location_id="entity_id", hit_location_text="text",
        hit_place_start="start", hit_place_end="end",
    )  # fmt: skip
    gap = pl.col("after").str.slice(0, (pl.col("hit_place_start") - pl.col("end")).clip(0))
    behind = pl.col("after").str.slice(pl.col("hit_place_end") - pl.col("end"))
    return (
        told.select("sentence_id", "trigger_id", "end", "after", "form")
        .join(named, on="sentence_id")
        .filter(
            pl.col("hit_place_start") > pl.col("end"),
            ~behind.str.contains(f"{NAMES_NEXT}|{OWNS_NEXT}"),
            ~is_adjective(pl.col("hit_location_text"), behind),
            gap.str.contains(AIM_BETWEEN)
            | (pl.col("form").is_in(THROWING) & gap.str.contains(THROWN_INTO)),
        )
        .join(kinds, left_on="hit_location_id", right_on="location_id")
        .sort("trigger_id", "hit_place_start")
        .unique("trigger_id", keep="first", maintain_order=True)
        .select(
            "trigger_id",
            "^hit_.*$",
            hit_where_precision=pl.when(pl.col("location_type").is_in(UNITS))
            .then("location_type")
            .otherwise(pl.lit("exact")),
        )
    )
