"""Claims: what the finders found, with who says it, how sure, when, and an id of its own."""

from dataclasses import replace

import polars as pl

from pipelines.transforms.ids import with_hash_id
from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.assertion.bare_words import refuse_bare
from pipelines.transforms.text.assertion.denied_next import dispute_told
from pipelines.transforms.text.assertion.figurative import refuse_figurative
from pipelines.transforms.text.assertion.in_passing import pass_over
from pipelines.transforms.text.assertion.long_past import mark_long_past
from pipelines.transforms.text.assertion.operators import judge
from pipelines.transforms.text.assertion.other_causes import refuse_other_causes
from pipelines.transforms.text.assertion.our_fights import name_our_fights
from pipelines.transforms.text.assertion.own_deeds import own_deeds
from pipelines.transforms.text.assertion.presupposed import presuppose
from pipelines.transforms.text.assertion.totals import count_totals
from pipelines.transforms.text.attacks.anaphora import name_attackers
from pipelines.transforms.text.attacks.attacks import find_attacks
from pipelines.transforms.text.attacks.one_fight import name_fighters
from pipelines.transforms.text.attacks.one_opponent import name_opponents
from pipelines.transforms.text.attacks.places import take_carried
from pipelines.transforms.text.attacks.responsibility import name_claimers
from pipelines.transforms.text.attacks.tellings import lend_attackers
from pipelines.transforms.text.attacks.told_once import drop_told_otherwise
from pipelines.transforms.text.batches import in_batches
from pipelines.transforms.text.casualties.casualties import find_casualties
from pipelines.transforms.text.casualties.one_word import share_word
from pipelines.transforms.text.casualties.recounts import date_again
from pipelines.transforms.text.grammar.turns import with_passages
from pipelines.transforms.text.headline_claims import complete_headlines
from pipelines.transforms.text.named_again import complete_named
from pipelines.transforms.text.named_offices import name_offices
from pipelines.transforms.text.part_claims import complete_parts
from pipelines.transforms.text.parties.clashes_reported import name_reporters
from pipelines.transforms.text.parties.enemies import name_enemies
from pipelines.transforms.text.parties.strengths import find_strengths
from pipelines.transforms.text.places.capitals import capitals, name_capitals
from pipelines.transforms.text.places.country_at_least import lie_in_country
from pipelines.transforms.text.places.peoples_land import lie_in_lands
from pipelines.transforms.text.places.recalled_places import widen_recalled
from pipelines.transforms.text.places.told_behind import take_place_behind
from pipelines.transforms.text.row_numbers import number_rows
from pipelines.transforms.text.same_harm import same_harm_told_twice
from pipelines.transforms.text.sources.attributions import attribute
from pipelines.transforms.text.sources.ours import name_ours, name_speakers_sides
from pipelines.transforms.text.struck_abroad import lend_strikes
from pipelines.transforms.text.territory.control_counts import find_control_counts
from pipelines.transforms.text.territory.occupiers import name_captures
from pipelines.transforms.text.territory.participles import share_takers
from pipelines.transforms.text.territory.territory import find_territory
from pipelines.transforms.text.times.place_days import carry_days
from pipelines.transforms.text.times.times import date_anchors
from schemas.text import TIME_FIELDS, Claims

FINDERS = (find_casualties, find_territory, find_control_counts, find_strengths, find_attacks)
ANCHOR = ["article_id", "sentence_id", "anchor_start", "anchor_end"]
# Days since which people killed are a total.
MONTH = 28


def find_claims(
    articles: pl.DataFrame, sentences: pl.DataFrame, mentions: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """One row per assertion of an article, usable or not, in the columns of Claims.

    Sorted by article_id, evidence_start and claim_id. Claims that would share an id are one claim:
    the usable one, then the one with the shortest evidence.
    """
    if mentions.is_empty():
        return Claims.empty()
    told = mentions.select("article_id").unique()
    read = [
        table.join(told, on="article_id", how="semi", maintain_order="left")
        for table in (articles, sentences)
    ]
    return in_batches(read_claims, *read, mentions, lexicons=lexicons)


def read_claims(
    articles: pl.DataFrame, sentences: pl.DataFrame, mentions: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """The claims of one batch of articles."""
    numbers, written = number_rows(articles, sentences), sentences
    sentences = with_passages(numbers.shorten(written).sort("sentence_id"))
    mentions = numbers.shorten(mentions).sort("sentence_id", "mention_no")
    lexicons = replace(lexicons, places=places_around(mentions, lexicons))
    found = pl.concat(
        [as_found(finder(sentences, mentions, lexicons)) for finder in FINDERS],
        how="diagonal",
    )
    taken = share_takers(found, sentences)
    lent = share_word(lend_attackers(taken, sentences, lexicons))
    joined = same_harm_told_twice(lent, mentions, lexicons)
    reference = numbers.shorten(articles.select("article_id", "reference_on"))
    voiced = join_voices(joined, sentences, mentions, lexicons, reference)
    called = name_attackers(date_again(voiced, TIME_FIELDS), sentences)
    claimed = name_claimers(called, sentences, mentions)
    papers = numbers.shorten(articles.select("article_id", "publisher", "text"))
    sided = tell_sides(claimed, papers, sentences, mentions, lexicons)
    judged = judge_tellings(sided, sentences, mentions, lexicons)
    named = name_offices(complete_named(judged, lexicons), papers, lexicons)
    placed = place_unplaced(named, sentences, mentions, lexicons)
    whole = complete_headlines(lend_strikes(placed, lexicons), sentences, lexicons)
    past = mark_long_past(numbers.restore(whole), articles, written)
    told = widen_recalled(past, written, lexicons)
    parts = complete_parts(link_parts(with_ids(cut_evidence(told, articles))))
    return in_contract(carry_days(parts, lexicons))


def tell_sides(
    claims: pl.DataFrame, papers: pl.DataFrame, sentences: pl.DataFrame, mentions: pl.DataFrame,
    lexicons: Lexicons,
) -> pl.DataFrame:  # fmt: skip
    """Claims with the sides that their words leave to whoever speaks: we, the enemy, occupiers.

    papers: article_id, publisher.
    """
    spoken = name_speakers_sides(claims, papers, mentions, lexicons)
    ours = own_deeds(name_ours(spoken, lexicons), sentences, lexicons)
    fought = name_our_fights(name_reporters(ours, sentences, lexicons), sentences, lexicons)
    named = name_enemies(name_captures(fought, sentences, lexicons), mentions, lexicons)
    harmed = name_opponents(named, mentions, sentences, lexicons)
    return name_fighters(harmed, mentions, sentences, lexicons)


def judge_tellings(
    claims: pl.DataFrame, sentences: pl.DataFrame, mentions: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """Claims with how sure they are, and whether they count as events or totals, once all is known
    of who says them; those that tell of no violence in war have a reject_reason."""
    passed = pass_over(presuppose(weigh_voices(claims), sentences), sentences)
    once = drop_told_otherwise(dispute_told(passed, sentences), sentences)
    caused = refuse_other_causes(once, sentences, mentions, lexicons)
    counted = count_totals(take_carried(caused), sentences)
    return refuse_bare(refuse_figurative(counted, sentences, mentions, lexicons), mentions)


def place_unplaced(
    claims: pl.DataFrame, sentences: pl.DataFrame, mentions: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """Claims that no word of their own places, with the place that their article gives them."""
    abroad = lie_in_lands(claims, sentences, lexicons)
    told_there = take_place_behind(abroad, sentences, mentions, lexicons)
    at_home = lie_in_country(told_there, mentions, lexicons)
    return name_capitals(at_home, sentences, mentions, lexicons)


def places_around(mentions: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Of the gazetteer the countries and their capitals, the places that are mentioned, and those
    they lie in: a hundredth of it, which every join with places is spared the rest of."""
    places = lexicons.places
    named = mentions.filter(pl.col("kind") == "place").select(location_id="entity_id").unique()
    around = places.join(named, on="location_id", how="semi")
    held = [around.select(location_id=f"{unit}_id") for unit in ("country", "admin1", "admin2")]
    kept = pl.concat([named, *held, capitals(lexicons.place_names)]).unique()
    is_country = pl.col("location_type") == "country"
    return pl.concat(
        [
            places.filter(is_country),
            places.filter(~is_country).join(kept, on="location_id", how="semi"),
        ]
    )


def as_found(found: pl.DataFrame) -> pl.DataFrame:
    """A finder's frame with every column of Claims that a finder may know, in their types."""
    dtypes = claim_dtypes() | {
        "anchor_start": pl.Int32, "anchor_end": pl.Int32, "target_start": pl.Int32,
        "target_end": pl.Int32, "whole_key": pl.String,
        "again_key": pl.String, "word_key": pl.String, "carried_location_id": pl.String,
        "carried_location_text": pl.String, "carried_where_precision": pl.String,
        "article_id": pl.Int64, "sentence_id": pl.Int64,
    }  # fmt: skip
    return found.select(
        (pl.col(name) if name in found.columns else pl.lit(None)).cast(dtype).alias(name)
        for name, dtype in dtypes.items()
    ).with_columns(
        pl.col("is_subset", "is_cumulative", "is_since").fill_null(False),
        pl.col("where_precision").fill_null("unknown"),
        pl.col("sides_basis").fill_null("none"),
    )


def claim_dtypes() -> dict[str, pl.DataType]:
    """The columns of Claims with their types."""
    return {name: column.dtype.type for name, column in Claims.to_schema().columns.items()}


def join_voices(
    found: pl.DataFrame, sentences: pl.DataFrame, mentions: pl.DataFrame, lexicons: Lexicons,
    reference: pl.DataFrame,
) -> pl.DataFrame:  # fmt: skip
    """Add who says it, how sure it is and when it was."""
    keyed = found.with_columns(
        anchor_id=pl.format("{}.{}-{}", "sentence_id", "anchor_start", "anchor_end")
    )
    anchors = keyed.select("anchor_id", *ANCHOR).unique().sort("anchor_id")
    said = attribute(anchors, sentences, mentions, lexicons)
    dated = date_anchors(anchors, sentences, mentions, lexicons, reference)
    judged = judge(anchors, sentences, mentions, lexicons, said, dated)
    for answers in (said, judged, dated):
        known = [name for name in answers.columns if name in Claims.to_schema().columns]
        known = [name for name in known if name not in ANCHOR]
        keyed = keyed.drop(known).join(
            answers.select("anchor_id", *known), on="anchor_id", how="left", maintain_order="left"
        )
    return keyed.drop("anchor_id")


def weigh_voices(told: pl.DataFrame) -> pl.DataFrame:
    """What a claim owes to who says it, and since when: nobody harmed is no denial, a party that
    counts fighters without an owner counts its own, people killed since last year are a total."""
    is_zero = (pl.col("value_best") == 0) & (pl.col("assertion") == "denied")
    is_named = pl.col("claimant_basis").is_in(["sentence", "quote", "continued"])
    is_own = (pl.col("claim_type") == "strength") & pl.col("initiator_actor_id").is_null()
    is_own &= pl.col("claimant_actor_id").is_not_null()
    is_long = pl.col("is_since").fill_null(False) & (
        pl.col("time_kind").is_in(["year", "month"])
        | ((pl.col("time_kind") == "date") & (pl.col("value_best") > 1)).fill_null(False)
        | (
            (pl.col("time_kind") == "days")
            & (pl.col("time_days_end") - pl.col("time_days_start") >= MONTH)
            & (pl.col("value_best") > 1)
        ).fill_null(False)
    )
    return told.with_columns(
        assertion=pl.when(is_zero & is_named)
        .then(pl.lit("attributed"))
        .when(is_zero)
        .then(pl.lit("asserted"))
        .otherwise("assertion"),
        initiator_actor_id=pl.when(is_own)
        .then("claimant_actor_id")
        .otherwise("initiator_actor_id"),
        # An offensive is launched on its first day, whatever it has cost since.
        is_since=pl.col("is_since") & (pl.col("rule_id") != "attack_campaign"),
        is_cumulative=pl.col("is_cumulative") | (is_long & (pl.col("claim_type") == "casualty")),
        sides_basis=pl.when(is_own).then(pl.lit("inferred")).otherwise("sides_basis"),
    )


def cut_evidence(told: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """Add evidence_text, the article's text from evidence_start to evidence_end."""
    return (
        told.drop("evidence_text")
        .join(articles.select("article_id", "text"), on="article_id", maintain_order="left")
        .with_columns(
            evidence_text=pl.col("text").str.slice(
                "evidence_start", pl.col("evidence_end") - pl.col("evidence_start")
            )
        )
        .drop("text")
    )


def with_ids(told: pl.DataFrame) -> pl.DataFrame:
    """Add claim_id and keep one row of each; places that no gazetteer knows differ by name."""
    key = [
        "article_id", "claim_type", "where", "harm", "to_actor_id", "victim_actor_id",
        "evidence_start",
    ]  # fmt: skip
    placed = told.drop("claim_id").with_columns(where=pl.coalesce("location_id", "location_text"))
    named = with_hash_id(placed, "claim_id", key).drop("where")
    return named.sort(
        "claim_id",
        pl.col("reject_reason").is_not_null(),
        "is_subset",
        "evidence_end",
        "value_best",
        "rule_id",
        "anchor_start",
        nulls_last=True,
    ).unique("claim_id", keep="first", maintain_order=True)


def link_parts(claims: pl.DataFrame) -> pl.DataFrame:
    """Point a part ('including two children') to the claim of its whole."""
    wholes = claims.filter(~pl.col("is_subset"), pl.col("whole_key").is_not_null()).select(
        "whole_key", whole_id="claim_id", whole_victim="victim_actor_id"
    )
    parts = claims.filter("is_subset").select("claim_id", "whole_key", "victim_actor_id")
    linked = (
        parts.join(wholes, on="whole_key", how="inner")
        .sort(
            "claim_id",
            pl.col("whole_victim").eq_missing(pl.col("victim_actor_id")).not_(),
            "whole_id",
        )
        .unique("claim_id", keep="first", maintain_order=True)
        .select("claim_id", subset_of_claim_id="whole_id")
    )
    return claims.drop("subset_of_claim_id").join(
        linked, on="claim_id", how="left", maintain_order="left"
    )


def in_contract(claims: pl.DataFrame) -> pl.DataFrame:
    """The contract's columns in their order and types."""
    return claims.sort("article_id", "evidence_start", "claim_id").select(
        pl.col(name).cast(dtype) for name, dtype in claim_dtypes().items()
    )
