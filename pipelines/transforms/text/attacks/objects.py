"""What stands around a word of attack: its object, the site, weapons, a time."""

import polars as pl

from pipelines.transforms.text.attacks.grammar import BY_WAY, SUFFERING, WEAPON
from pipelines.transforms.text.attacks.role_fits import NO_OBJECT
from pipelines.transforms.text.runs import beside

# How near an object must stand to a verb of many meanings that has no party for a target.
OBJECT_REACH = 3
# So a weapon behind 'by', with an article.
BY_REACH = 3
# A direct object right behind its verb, and no abstract one.
ACTIVE = ("do", "seize")
OBJECT_AFTER = (
    r"^\s+(?:(?:at least|about|some|around|more than|over|up to|nearly|almost) )?(?:(?:the|an?|"
    r"its|their|his|her|our|several|some|many|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|(?:dozens|scores|hundreds) of|[0-9]+)\s+"
    r"[a-zA-Z]|[A-Z]|[a-z]{3,}s(?-u:\b))"
)
NO_PLURAL = r"^\s+(?:across|towards|besides|always|perhaps|thus|this|was|has|does|as)(?-u:\b)"
# "A school near Bunia, Congo, was attacked", "school attacked in Bunia"
WAS = (
    r"(?i)^ $|^(?: (?:in|of|near|at|on|from|outside) (?:[\p{L}'\x{2019}-]+,? ){1,6}?|,? )"
    r"(?:(?:was|were|has|have|had|been|also|again) )+$"
)
OBJECTS = ("place", "place_noun", "people", "actor", "unit")
SITES = ("place", "place_noun")
RIGHT_BEFORE = (
    r"(?i)^\s+(?:(?:the|an?|several|some|two|three|four|[0-9]+)\s+)?(?:[a-z-]+\s+){0,2}"
    r"(?:[A-Z][a-z'\x{2019}-]+\s+)?$"
)


def with_objects(told: pl.DataFrame, context: pl.DataFrame) -> pl.DataFrame:
    """Add has_object (something one can attack stands right after, of a passive right before),
    has_site (that is a place or a building, and nothing but an article parts them), has_thing (of
    a passive, that is a building or a vehicle), has_weapon
    (the sentence names a weapon or a way of attack) and has_time."""
    near = (
        context.filter(
            pl.col("kind").is_in(OBJECTS)
            # "Storm presidential palace"
            | ((pl.col("kind") == "role") & (pl.col("sense") == "organisation"))
        )
        .select(
            "sentence_id",
            object_no="mention_no",
            is_thing=(pl.col("kind") == "place_noun")
            | ((pl.col("kind") == "unit") & pl.col("sense").is_in(["building", "thing"])),
            is_site=pl.col("kind").is_in(SITES)
            | ((pl.col("kind") == "unit") & (pl.col("sense") == "building")),
            object_start="start",
            object_end="end",
        )
        .join(
            told.select(
                "sentence_id", "trigger_id", "mention_no", "form", "start", "end", "before", "after"
            ),
            on="sentence_id",
        )
    )
    gap = pl.col("object_no") - pl.col("mention_no")
    is_behind = pl.col("form").is_in(["thrown", *SUFFERING])
    between = pl.col("after").str.slice(0, (pl.col("object_start") - pl.col("end")).clip(0))
    is_object = (
        pl.when(is_behind)
        .then(gap.is_between(-OBJECT_REACH, -1))
        .otherwise(
            gap.is_between(1, OBJECT_REACH)
            & ~between.str.replace(BY_WAY, "").str.contains(NO_OBJECT)
        )
    )
    objects = near.filter(is_object)["trigger_id"].unique().implode()
    is_site = pl.col("is_site") & between.str.contains(RIGHT_BEFORE)
    sites = near.filter(is_object & ~is_behind & is_site)["trigger_id"].unique().implode()
    ahead = pl.col("before").str.tail((pl.col("start") - pl.col("object_end")).clip(0))
    is_subject = (gap < 0) & pl.col("is_thing") & ahead.str.contains(WAS)
    things = near.filter(is_behind & is_subject)["trigger_id"].unique()
    is_active = pl.col("form").is_in(ACTIVE) & pl.col("after").str.contains(OBJECT_AFTER)
    is_active &= ~pl.col("after").str.contains(NO_PLURAL)
    # A weapon that is counted ('two bombs exploded') is a unit.
    is_counted = pl.col("text").str.contains(WEAPON) | (pl.col("voice") == "tool")
    is_weapon = (pl.col("kind") == "method") | ((pl.col("kind") == "unit") & is_counted)
    weapons = context.filter(is_weapon)["sentence_id"].unique().implode()
    times = context.filter(pl.col("kind") == "time")["sentence_id"].unique().implode()
    return with_weapons(told, context).with_columns(
        has_object=pl.col("trigger_id").is_in(objects) | is_active,
        has_site=pl.col("trigger_id").is_in(sites),
        has_thing=pl.col("trigger_id").is_in(things.implode()),
        has_weapon=pl.col("sentence_id").is_in(weapons),
        has_time=pl.col("sentence_id").is_in(times),
    )


def with_weapons(told: pl.DataFrame, context: pl.DataFrame) -> pl.DataFrame:
    """Add weapon_kind, the kind of attack that stands right behind 'by': "was hit by a drone
    strike"."""
    run = pl.col("sentence_id")
    lead = (
        pl.when(beside(pl.col("kind"), run, 1) == "article")
        .then(beside(pl.col("kind"), run, 2))
        .otherwise(beside(pl.col("kind"), run, 1))
    )
    by = context.filter((pl.col("kind") == "method") & (lead == "by")).select(
        "sentence_id", weapon_no="mention_no", weapon_kind="sense"
    )
    pairs = (
        told.filter(pl.col("form").is_in(SUFFERING))
        .select("sentence_id", "trigger_id", "mention_no")
        .join(by, on="sentence_id")
        .filter((pl.col("weapon_no") - pl.col("mention_no")).is_between(1, BY_REACH))
        .sort("trigger_id", "weapon_no")
        .unique("trigger_id", keep="first", maintain_order=True)
        .select("trigger_id", "weapon_kind")
    )
    return told.join(pairs, on="trigger_id", how="left", maintain_order="left")
