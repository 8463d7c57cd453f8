"""Whose deed an attack was by a later sentence: "X claimed responsibility for the attack"."""

import polars as pl

from pipelines.transforms.text.attacks.both_sides import HARMFUL
from pipelines.transforms.text.attacks.deeds_claimed import (
    BLAMES,
    CLAIMS_IT,
    DENIED,
    DENIED_BEHIND,
    DONE_BY,
    FOR_IT,
    GROUP_SAID,
    HELD_FOR_IT,
    HIT_BY,
    HIT_THEM,
    HOLDS,
    IS_BEHIND,
    IT_ON,
    LONG_AGO,
    NAMED_DEED,
    NO_DOUBT,
    OR_OTHERS,
    RELATED_TO,
    SHOT_BACK,
    SIGNS,
    STRUCK,
    WHEN_IT,
)
from pipelines.transforms.text.grammar.calendar_words import WEEKDAY
from pipelines.transforms.text.parties.actors import STATE_FORCES
from pipelines.transforms.text.parties.generic_actors import UNIDENTIFIED
from pipelines.transforms.text.sources.speaker_kinds import NO_PARTY
from schemas.vocab import FOUNDING

ARRESTED = r"(?i)(?-u:\b)(?:arrest|detain|detention)"
# How many sentences back the deed may be told.
REACH, WHEN_REACH = 4, 2
NEXT_TO = 130
# "Sudan People's Army", but "Sudan Monday"
NAMED_ON = r"^(?: (?:[A-Z][a-z]+(?:[^a-z]|$))|-(?:backed|based|led))"
DAY_BEHIND = rf"(?i)^ {WEEKDAY}(?-u:\b)"
DEED_KEY = ["article_id", "giver_start"]


def name_claimers(
    told: pl.DataFrame, sentences: pl.DataFrame, mentions: pl.DataFrame
) -> pl.DataFrame:
    """Claims; harms and attacks of nobody known are the deed of whoever claims them, or is blamed,
    behind them.

    told: claims with assertion. The deed that is meant is the nearest one told before, at the place
    that the later sentence names, if any; where that has a doer, nothing is lent.
    """
    givers = who_did_it(sentences, mentions)
    if givers.is_empty():
        return told
    keyed = told.with_row_index("row")
    lent = lend_deeds(deeds_meant(deeds_told(keyed, sentences), givers))
    hit = attacked_before(keyed, lent.filter("is_when"))
    lent = lent.select("row", "giver_id")
    is_lent = pl.col("giver_id").is_not_null()
    return (
        keyed.join(hit, on="row", how="left", maintain_order="left")
        .with_columns(target_actor_id=pl.coalesce("target_actor_id", "hit_id"))
        .drop("hit_id")
        .join(lent, on="row", how="left", maintain_order="left")
        .with_columns(
            initiator_actor_id=pl.coalesce("giver_id", "initiator_actor_id"),
            target_actor_id=pl.when(is_lent & (pl.col("claim_type") != "attack"))
            .then("victim_actor_id")
            .otherwise("target_actor_id"),
            sides_basis=pl.when(is_lent).then(pl.lit("inferred")).otherwise("sides_basis"),
        )
        .drop("row", "giver_id")
    )


def deeds_told(keyed: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """The claims of attacks and harms, with sentence_no and deed_text (their sentence's)."""
    numbers = sentences.select("sentence_id", "sentence_no", deed_text="text")
    deeds = keyed.filter(
        (pl.col("claim_type") == "attack") | pl.col("harm").is_in(HARMFUL),
        pl.col("assertion").is_in(FOUNDING),
        # "Pinned the attack on X" tells of none on X.
        pl.col("reject_reason").is_null() | pl.col("location_id").is_not_null(),
        ~hits_itself(),
    ).join(numbers, on="sentence_id")
    # "Five were arrested for the massacre. The army was responsible for it": not for the arrest.
    is_arrest = (pl.col("harm") == "captured") & pl.col("deed_text").str.contains(ARRESTED)
    return deeds.filter(~is_arrest.fill_null(False))


def deeds_meant(deeds: pl.DataFrame, givers: pl.DataFrame) -> pl.DataFrame:
    """Deeds with each giver who may mean them: whoever stands near enough behind, and names no
    other place or deed."""
    victim = pl.col("victim_actor_id")
    is_armed = ~(victim.str.starts_with(STATE_FORCES) | victim.is_in(NO_PARTY))
    is_armed = is_armed.fill_null(pl.col("claim_type") == "attack")
    back = pl.col("giver_no") - pl.col("sentence_no")
    return (
        deeds.select(
            "row",
            "article_id",
            "claim_type",
            "sentence_no",
            "anchor_end",
            "location_id",
            "initiator_actor_id",
            "victim_actor_id",
            "target_actor_id",
            "deed_text",
        )
        .join(givers, on="article_id")
        .filter(
            ~(is_armed & pl.col("deed_text").str.contains(SHOT_BACK)).fill_null(False),
            back.is_between(0, REACH),
            ~pl.col("is_when") | back.is_between(1, WHEN_REACH),
            (back > 0) | (pl.col("anchor_end") <= pl.col("giver_start")),
            (back == 0)
            | pl.col("giver_place").is_null()
            | (pl.col("giver_place") == pl.col("location_id")),
            (back == 0)
            | pl.col("giver_place").is_not_null()
            | pl.col("giver_name").is_null()
            | pl.col("deed_text").str.contains(pl.col("giver_name"), literal=True),
        )
    )


def lend_deeds(near: pl.DataFrame) -> pl.DataFrame:
    """The deeds of nobody known with the one giver who is left: row, article_id, giver_id,
    giver_start, is_when and victim_actor_id."""
    scene = pl.col("location_id").sort_by("sentence_no").last().over(DEED_KEY)
    is_open = pl.col("initiator_actor_id").is_null() | (
        pl.col("initiator_actor_id") == UNIDENTIFIED
    )
    last = pl.col("sentence_no") == pl.col("sentence_no").max().over(DEED_KEY)
    return (
        near.with_columns(is_open=is_open)
        .with_columns(is_free=(pl.col("is_open") | ~last).all().over(DEED_KEY), scene=scene)
        .filter(
            "is_free",
            "is_open",
            last | (pl.col("location_id") == pl.col("scene")),
            *(
                (pl.col(side) != pl.col("giver_id")).fill_null(True)
                for side in ("victim_actor_id", "target_actor_id")
            ),
        )
        # Who claims it did it; of several who are blamed nobody knows which.
        .filter(pl.col("is_own") == pl.col("is_own").any().over("row"))
        .filter(pl.col("giver_id").n_unique().over("row") == 1)
        .sort("row", "giver_start")
        .unique("row", keep="first", maintain_order=True)
        .select("row", "article_id", "giver_id", "giver_start", "is_when", "victim_actor_id")
    )


def hits_itself() -> pl.Expr:
    """True for an attack on nobody by those whom its sentence tells to have suffered: "two soldiers
    died when their truck struck a bomb"."""
    victim, doer = pl.col("victim_actor_id"), pl.col("initiator_actor_id")
    harmed = victim.drop_nulls().unique().implode().over("sentence_id")
    is_aimless = (pl.col("claim_type") == "attack") & pl.col("target_actor_id").is_null()
    return (is_aimless & harmed.list.contains(doer)).fill_null(False)


def attacked_before(keyed: pl.DataFrame, lent: pl.DataFrame) -> pl.DataFrame:
    """Attacks on "them" or "their convoy" with those harmed by it in the sentence before: row,
    hit_id. lent: harms with the words that name who did it, giver_start."""
    open_attacks = keyed.filter(
        pl.col("claim_type") == "attack", pl.col("target_actor_id").is_null()
    ).select("row", "article_id", "evidence_start", "evidence_end", giver_id="initiator_actor_id")
    start = pl.col("giver_start")
    return (
        open_attacks.join(lent.drop("row"), on=["article_id", "giver_id"])
        .filter(start.is_between(pl.col("evidence_start"), pl.col("evidence_end")))
        .filter(pl.col("victim_actor_id").n_unique().over("row") == 1)
        .unique("row", keep="first", maintain_order=True)
        .select("row", hit_id="victim_actor_id")
        .drop_nulls()
    )


def who_did_it(sentences: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Parties that claim a deed told before, or are blamed for it: article_id, giver_no (of their
    sentence), giver_start, giver_id, giver_place (the town or unit named there), giver_name (what
    they call the deed by), is_own (they claim it) and is_when (what they did is told)."""
    said = sentences.filter(pl.col("text").str.contains_any(SIGNS, ascii_case_insensitive=True))
    here = mentions.join(said.select("sentence_id"), on="sentence_id", how="semi")
    ahead, near, behind = (pl.col(part) for part in ("ahead", "near", "behind"))
    is_group = ~pl.col("giver_id").str.starts_with(STATE_FORCES)
    is_own = behind.str.contains(CLAIMS_IT) | (is_group & behind.str.contains(GROUP_SAID))
    is_when = near.str.contains(WHEN_IT) & behind.str.contains(STRUCK)
    is_when |= behind.str.contains(HIT_THEM) | ahead.str.contains(HIT_BY)
    is_one = is_own | is_when | behind.str.contains(IS_BEHIND)
    is_one |= near.str.contains(f"{IT_ON}|{DONE_BY}")
    is_one |= near.str.contains(BLAMES) & behind.str.contains(FOR_IT)
    is_one |= near.str.contains(HOLDS) & behind.str.contains(HELD_FOR_IT)
    is_sure = is_own | ~behind.str.contains(DENIED_BEHIND)
    is_named_on = behind.str.contains(NAMED_ON) & ~behind.str.contains(DAY_BEHIND)
    is_sure &= ~(pl.col("is_country") & is_named_on)
    is_sure &= ~near.str.replace(NO_DOUBT, "").str.contains(f"{DENIED}|{OR_OTHERS}|{RELATED_TO}")
    places = (
        here.filter(pl.col("kind") == "place", pl.col("sense") != "country")
        .sort("sentence_id", "start")
        .unique("sentence_id", keep="first", maintain_order=True)
        .select("sentence_id", giver_place="entity_id")
    )
    return (
        parties_named(here)
        .join(
            said.select("sentence_id", "sentence_no", base="start", sentence="text"),
            on="sentence_id",
        )
        .with_columns(
            ahead=pl.col("sentence").str.slice(0, pl.col("start") - pl.col("base")),
            behind=pl.col("sentence").str.slice(pl.col("end") - pl.col("base")),
        )
        .with_columns(near=ahead.str.tail(NEXT_TO))
        .filter(is_one, is_sure, ~behind.str.contains(LONG_AGO))
        .join(places, on="sentence_id", how="left", maintain_order="left")
        .select(
            "article_id", "giver_id", "giver_place", giver_no="sentence_no", giver_start="start",
            giver_name=behind.str.extract(NAMED_DEED), is_own=is_own, is_when=is_when,
        )
    )  # fmt: skip


def parties_named(mentions: pl.DataFrame) -> pl.DataFrame:
    """The parties that mentions name, and the countries: giver_id and is_country beside what places
    a mention."""
    is_country = (pl.col("kind") == "place") & (pl.col("sense") == "country")
    return (
        mentions.with_columns(
            giver_id=pl.when(is_country)
            .then(pl.lit(STATE_FORCES) + pl.col("entity_id").str.to_lowercase())
            .when(pl.col("kind") == "actor")
            .then("entity_id"),
            is_country=is_country,
        )
        .filter(
            pl.col("giver_id").is_not_null(), ~pl.col("giver_id").is_in([*NO_PARTY, UNIDENTIFIED])
        )
        .select("article_id", "sentence_id", "start", "end", "giver_id", "is_country")
    )
