"""Casualty claims: who was killed, wounded, captured, missing or displaced, and how many."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.casualties.all_of_them import name_all
from pipelines.transforms.text.casualties.descriptions import describe
from pipelines.transforms.text.casualties.displaced import (
    FLED,
    keep_fled,
)
from pipelines.transforms.text.casualties.gapping import beside_group, part_from_whole
from pipelines.transforms.text.casualties.grammar import find_harms
from pipelines.transforms.text.casualties.harm_roles import add_roles
from pipelines.transforms.text.casualties.harm_words import (
    TAKEN_AS,
    TAKING,
    UNCOUNTED,
    sentences_of_harm,
)
from pipelines.transforms.text.casualties.harmed_peoples import name_peoples
from pipelines.transforms.text.casualties.kept_harms import IMPLIED, keep_named
from pipelines.transforms.text.casualties.kin import drop_kin
from pipelines.transforms.text.casualties.leaning import find_leaning, share_wholes
from pipelines.transforms.text.casualties.losses import widen_losses
from pipelines.transforms.text.casualties.methods import add_methods
from pipelines.transforms.text.casualties.persons import name_persons
from pipelines.transforms.text.casualties.recounts import find_recounts
from pipelines.transforms.text.casualties.running_tolls import add_eras, add_running
from pipelines.transforms.text.casualties.shares import mark_shares
from pipelines.transforms.text.casualties.some_of_them import name_some
from pipelines.transforms.text.casualties.told_verbs import FALLING
from pipelines.transforms.text.casualties.untold import NEUTRALISED
from pipelines.transforms.text.casualties.victims import find_victims
from pipelines.transforms.text.parties.actors import STATE_FORCES
from pipelines.transforms.text.parties.generic_actors import UNIDENTIFIED
from pipelines.transforms.text.places.harm_places import place_harms
from pipelines.transforms.text.places.part_places import place_parts
from schemas import vocab

VALUES = ["value_low", "value_best", "value_high"]
# Verbs that take places as well: their object must be people to be a harm.
SHARED = "captured"
# Who is "taken out" is killed where it is somebody who fights.
TAKEN_OUT = r"(?i)^t(?:ook|akes?|aking|aken) out$"
DISAPPEARANCE = r"(?i)disappearances? of$"
PLURAL_BE = r"(?i)^(?:were|are|have)(?-u:\b)"
# "No loss of life"
OF_LIFE = r"(?i)(?-u:\b)li(?:fe|ves)$"


def find_casualties(
    sentences: pl.DataFrame, mentions: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """One row per harm that a sentence tells, by victim; not yet attributed or dated.

    Columns: those of Claims that a finder knows, with anchor_start and anchor_end (the word of
    harm), whole_key (equal for a whole and its parts), word_key (for what one word tells) and
    reject_reason. A harm to people whom the text does not count ('killed fighters') is kept, with
    reject_reason no_value; heavy casualties are a harm of their own kind without a number and are
    not rejected.
    """
    told = sentences_of_harm(mentions)
    mentions = name_persons(sentences, mentions, told, lexicons.given_names)
    found = find_harms(mentions)
    near = mentions.filter(pl.col("sentence_id").is_in(found["sentence_id"].implode()))
    harms = keep_named(read_triggers(found, near), sentences)
    harms = add_roles(harms, sentences, mentions, lexicons)
    placed = place_harms(beside_group(harms), sentences, without_parties(mentions, harms), lexicons)
    measured = widen_losses(measure(placed, find_victims(placed, near)), sentences)
    measured = name_peoples(name_some(name_all(measured, near), mentions), sentences, lexicons)
    parted = part_from_whole(mark_shares(measured, sentences))
    measured = place_parts(parted, sentences, mentions, lexicons.places)
    fit = keep_fled(keep_people(drop_kin(measured, sentences)), sentences)
    running = add_eras(add_running(fit, near, sentences), sentences)
    described = share_wholes(describe(add_methods(running, near), sentences), sentences)
    told = pl.concat([described, find_leaning(described, sentences, mentions)])
    return find_recounts(told, sentences, mentions)


def without_parties(mentions: pl.DataFrame, harms: pl.DataFrame) -> pl.DataFrame:
    """Mentions in which a country that does harm or suffers it is no place of it: "Israel killed
    nine"."""
    acting = pl.concat(
        [
            harms.select("sentence_id", mention_no=no, is_party=pl.lit(True)).drop_nulls()
            for no in ("initiator_no", "victim_no")
        ]
    ).unique()
    is_party = (pl.col("kind") == "place") & (pl.col("sense") == "country") & pl.col("is_party")
    return (
        mentions.join(acting, on=["sentence_id", "mention_no"], how="left", maintain_order="left")
        .with_columns(
            entity_id=pl.when(~is_party.fill_null(False)).then("entity_id"),
        )
        .drop("is_party")
    )


def read_triggers(harms: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Harms with their trigger's sense and offsets, and those of the verb 'be' before it."""
    numbered = harms.with_columns(
        trigger_no=pl.col("triggers").str.extract(r"^(\d+)").cast(pl.Int32),
        be_no=pl.col("triggers").str.extract(r"\.(\d+)$").cast(pl.Int32),
    )
    triggers = mentions.select(
        "article_id", "sentence_id", trigger_no="mention_no", trigger_kind="kind",
        trigger_sense="sense", trigger_text="text",
        trigger_voice="voice", anchor_start="start", anchor_end="end",
    )  # fmt: skip
    bes = mentions.select("sentence_id", be_no="mention_no", be_start="start", be_text="text")
    articles = mentions.filter(pl.col("kind") == "article").select(
        "sentence_id", group=pl.col("mention_no").cast(pl.String), is_article=pl.lit(True)
    )
    return (
        numbered.join(triggers, on=["sentence_id", "trigger_no"], maintain_order="left")
        .join(bes, on=["sentence_id", "be_no"], how="left", maintain_order="left")
        .join(articles, on=["sentence_id", "group"], how="left", maintain_order="left")
        .with_columns(harm=harm_of_trigger())
        .filter(pl.col("harm").is_in(vocab.HARMS))
        .filter(
            (pl.col("group") == "") | pl.struct("sentence_id", "harm", "group").is_first_distinct()
        )
    )


def harm_of_trigger() -> pl.Expr:
    """The harm: counted casualties are killed or wounded, uncounted ones a harm of their own."""
    sense, rule = pl.col("trigger_sense"), pl.col("rule_id")
    is_casualties = (sense == "casualties") | ((sense == UNCOUNTED) & (rule == "deaths"))
    return (
        pl.when(rule.is_in(["lost", "lost_too"])).then(pl.lit("killed"))
        .when(sense == "surrendered").then(pl.lit(SHARED))
        .when(sense == "expelled").then(pl.lit("displaced"))
        .when((sense == "withdrawn") & pl.col("trigger_text").str.contains(FLED))
        .then(pl.lit("displaced"))
        .when(is_casualties & (rule == "some")).then(pl.lit("casualties_unquantified"))
        .when(pl.col("trigger_text").str.to_lowercase().is_in(TAKEN_AS)).then(pl.lit(SHARED))
        .when(pl.col("trigger_text").str.contains(TAKING)).then(pl.lit(SHARED))
        .when(pl.col("trigger_kind") != "trigger").then(pl.lit("killed"))
        .when(pl.col("trigger_text").str.to_lowercase().is_in(FALLING)).then(pl.lit("killed"))
        .when(rule == "some").then(None)
        .when(is_casualties & pl.col("trigger_text").str.contains(OF_LIFE)).then(pl.lit("killed"))
        .when(is_casualties).then(pl.lit("killed_or_wounded"))
        .otherwise(sense)
    )  # fmt: skip


def measure(harms: pl.DataFrame, victims: pl.DataFrame) -> pl.DataFrame:
    """Harms by victim and part, with their values; a person named is one, 'none' is zero."""
    # Bombers kill themselves; who only hurts himself may have been anybody.
    is_hurt_by_chance = (pl.col("rule_id") == "reflexive") & (pl.col("harm") == "wounded")
    one, zero = pl.col("rule_id").is_in(IMPLIED), pl.col("rule_id") == "none"
    values = [
        pl.when(one).then(pl.lit(1, pl.Int64)).when(zero).then(pl.lit(0, pl.Int64))
        # "Civilian casualties": how many, nobody says.
        .when(pl.col("rule_id") != "some").then(value).alias(value)
        for value in VALUES
    ]  # fmt: skip
    is_whole = pl.col("part_no").fill_null(0) == 0
    whole = pl.col("value_best").filter(is_whole).sum().over("sentence_id", "harm_no")
    # "Ruiz, Vega and a clerk, Diaz, were killed" read as one: who else was is not known.
    is_cut = (
        (pl.col("rule_id") == "passive")
        & pl.col("be_text").str.contains(PLURAL_BE)
        & (whole == 1)
        & ~pl.col("is_numbered")
    ).fill_null(False)
    return (
        harms.join(victims, on=["sentence_id", "harm_no"], how="left", maintain_order="left_right")
        .with_columns(pl.when(~is_cut).then(value).alias(value) for value in VALUES)
        .with_columns(
            *values,
            pl.col("part_no").fill_null(0),
            pl.col("unit").fill_null("people"),
            pl.col("is_people").fill_null(False) | one,
            qualifier=pl.when(one | zero).then(pl.lit("exact")).otherwise("qualifier"),
            # "Two of its soldiers" are the owner's, not those of the article's country.
            victim_actor_id=pl.coalesce(
                pl.when(pl.col("victim_actor_id").str.starts_with(STATE_FORCES)).then("owner_id"),
                # "The enemy lost 40 soldiers" of its own.
                pl.when(
                    (pl.col("rule_id") == "lost")
                    & pl.col("victim_actor_id").str.starts_with(STATE_FORCES)
                ).then("role_victim_id"),
                # Whoever trod on a mine is told: "a girl ... wounding herself".
                pl.when(~is_hurt_by_chance | (pl.col("victim_actor_id") != UNIDENTIFIED)).then(
                    "victim_actor_id"
                ),
                "role_victim_id",
            ),
            group_start=pl.coalesce("group_start", "name_start"),
            group_end=pl.coalesce("group_end", "name_end"),
            value_text_start=pl.coalesce("value_text_start", "name_start"),
            value_text_end=pl.coalesce("value_text_end", "name_end"),
        )
        .with_columns(
            qualifier=pl.when(pl.any_horizontal(pl.col(VALUES).is_not_null())).then(
                pl.when(pl.col("qualifier").is_in(vocab.QUALIFIERS))
                .then("qualifier")
                .otherwise(pl.lit("exact"))
            )
        )
    )


def keep_people(measured: pl.DataFrame) -> pl.DataFrame:
    """Drop what is no harm to people: places captured, things lost."""
    others = (pl.col("harm") != SHARED).any().over("sentence_id")
    is_shared = (pl.col("harm") == SHARED) & ~pl.col("trigger_voice").str.ends_with("_people")
    # "Took 19 hostage"
    is_shared &= ~pl.col("trigger_text").str.to_lowercase().str.contains(TAKING)
    is_nobody = pl.col("trigger_text").str.contains(TAKEN_OUT) & (
        pl.col("victim_actor_id").is_null() | pl.col("victim_actor_id").is_in(["civilians"])
    )
    # "Fourteen cyberattacks neutralised": no people, of whom "14 were" and "14 of them were" tell.
    verb_start = pl.coalesce("be_start", "anchor_start")
    is_nobody |= (
        pl.col("trigger_text").str.contains(NEUTRALISED)
        & ~pl.col("is_people")
        & pl.col("victim_actor_id").is_null()
        & (verb_start - pl.col("value_text_end") > len(" of them "))
    ).fill_null(False)
    # "The disappearance of the old order": only people who are counted are missing.
    is_nobody |= pl.col("trigger_text").str.contains(DISAPPEARANCE) & ~pl.col(
        "is_numbered"
    ).fill_null(False)
    # Guides lead people into the bush, too.
    is_led = (pl.col("trigger_voice") == "closer_people") & pl.col("initiator_actor_id").is_null()
    return measured.filter(~is_nobody & ~is_led.fill_null(False)).filter(
        ~is_shared | pl.col("is_people") | (others & (pl.col("part_no") == 0))
    )
