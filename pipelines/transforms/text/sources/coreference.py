"""Coreference of speakers: later surnames, pronouns, 'the outlet', within an article."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.sources.antecedents import (
    SPEAKER,
    antecedents,
    join_group_speakers,
)
from pipelines.transforms.text.sources.called_back import (
    is_called_back,
    last_word,
    resolve_calls,
)
from pipelines.transforms.text.sources.people_named import find_aliases, people_met
from pipelines.transforms.text.sources.speaker_keys import slug
from pipelines.transforms.text.sources.speaker_states import speak_for_states, with_state

# A subject opens its sentence, and 'it' is one.
# "It made Guatemalans fear that": no name.
NO_NAME = r"(?i)^(?:made|led|let|left|had|has|have|gave|told) "
OPENING, NEAR, SEVERAL = 24, 48, r"(?i)(?:s|forces|troops|people|men|police)$"
# "Nine fighters of X were killed, it added": they do not speak.
SUFFERED = r"(?i)^[^,;]{1,90} (?:was|were|(?:has|have|had) been|died|surrendered|lost)(?-u:\b)"


def resolve_speakers(
    acts: pl.DataFrame, sentences: pl.DataFrame, mentions: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """One row per act whose speaker is known: act_id and the columns of SPEAKER.

    acts: as speakers.name_speakers gives them. claimant_type may also be `sources`: unnamed
    sources, who are anonymous where somebody named passes them on and vague where nobody does.
    """
    acts = acts.sort("article_id", "act_start", "act_end")
    met = people_met(sentences, mentions)
    acts = speak_for_states(acts, met, lexicons)
    known_as = full_names(acts, met, find_aliases(sentences))
    named = identify(with_state(join_group_speakers(known_as, mentions), mentions, lexicons))
    heard = antecedents(named, sentences, mentions)
    answers = pl.concat([heard, met.select(heard.columns)]).sort("at", "claimant_id")
    called = resolve_calls(acts, answers)
    known = pl.concat([named.select("act_id", *SPEAKER), called.select("act_id", *SPEAKER)])
    return share_subjects(acts, known, mentions)


def full_names(acts: pl.DataFrame, met: pl.DataFrame, aliases: pl.DataFrame) -> pl.DataFrame:
    """Acts of speakers the phrase names, with the fullest name the article gives each person."""
    acts = acts.join(
        aliases.rename({"alias": "person"}), on=["article_id", "person"], how="left",
        maintain_order="left",
    ).with_columns(
        person=pl.coalesce("full_name", "person"),
        name=pl.coalesce("full_name", "name"),
        key=pl.coalesce(slug(pl.col("full_name")), "key"),
        is_weak=pl.col("is_weak") & pl.col("full_name").is_null(),
    ).drop("full_name")  # fmt: skip
    named = acts.filter(
        pl.col("speaker_type").is_not_null()
        & ~pl.col("speaker_type").is_in(["pronoun"])
        & ~is_called_back().fill_null(False)
        & ~pl.col("is_place").fill_null(False)
    ).with_columns(token=last_word(pl.col("person")))
    found = fullest_names(named, met)
    return (
        named.join(found, on="act_id", how="left", maintain_order="left")
        .filter(
            ~pl.col("is_weak")
            # "SAN SALVADOR ARCHBISHOP ARTURO RIVERA": somebody, if not by his name alone.
            | (pl.col("people").is_not_null() & is_several_words())
            | pl.col("speaker_type").is_in(["vague", "sources", "anonymous", "medium"])
            | pl.col("actor_id").is_not_null()
            | pl.col("found").is_not_null()
            | pl.col("person").is_null()
            | (pl.col("person").str.contains(r"^[A-Z][a-z]{3,}[^s]$") & ~pl.col("is_title"))
            # "HRMMU documented": a body by its letters.
            | (pl.col("is_body") & pl.col("person").str.contains(r"^[A-Z]{4,8}$"))
        )
        .with_columns(
            person=pl.coalesce("found", "person"),
            name=pl.coalesce("found", "name"),
            key=pl.coalesce(slug(pl.col("found")), "key"),
        )
    )


def is_several_words() -> pl.Expr:
    """Names of several words, the first no verb."""
    return pl.col("person").str.contains(" ") & ~pl.col("person").str.contains(NO_NAME)


def fullest_names(named: pl.DataFrame, met: pl.DataFrame) -> pl.DataFrame:
    """Acts of speakers by one name with the full name that the article gives, rather before than
    after: act_id, found."""
    full = (
        named.filter(pl.col("person").str.contains(" ") & ~pl.col("speaker_type").is_in(
            ["organisation", "medium", "social_account"]))
        .select("article_id", "token", "act_start", full_name="person")
    )  # fmt: skip
    seen = met.filter(pl.col("claimant_name").str.contains(" ")).select(
        "article_id", token=last_word(pl.col("claimant_name")),
        act_start="at", full_name="claimant_name",
    )  # fmt: skip
    full = pl.concat([full, seen.select(full.columns)]).sort("act_start", "full_name")
    short = named.filter(pl.col("person").is_not_null() & ~pl.col("person").str.contains(" "))
    before = short.sort("act_start").join_asof(
        full, on="act_start", by=["article_id", "token"], strategy="backward",
        check_sortedness=False,
    ).join_asof(
        full.rename({"full_name": "later_name"}), on="act_start", by=["article_id", "token"],
        strategy="forward", check_sortedness=False,
    )  # fmt: skip
    return before.select("act_id", found=pl.coalesce("full_name", "later_name"))


def identify(named: pl.DataFrame) -> pl.DataFrame:
    """Add the columns of SPEAKER; a person has one type and one party in the whole article."""
    is_person = pl.col("person").is_not_null() & pl.col("speaker_type").is_in(
        ["person", "official", "party"]
    )
    rank = pl.col("speaker_type").replace_strict(
        {"party": 0, "official": 1, "person": 2}, default=3, return_dtype=pl.Int32
    )
    rows = named.with_columns(
        is_person=is_person, rank=rank, actor=pl.coalesce("actor_id", "state_actor")
    ).sort("article_id", "act_start", "act_end")
    people = (
        rows.filter("is_person")
        .group_by("article_id", "key", maintain_order=True)
        .agg(
            person_type=pl.col("speaker_type").sort_by("rank", "act_start", "act_id").first(),
            person_actor=pl.col("actor").drop_nulls().first(),
        )
    )
    prefix = (
        pl.when("is_person").then(pl.lit("person"))
        .when(pl.col("speaker_type") == "medium").then(pl.lit("medium"))
        .when(pl.col("speaker_type") == "social_account").then(pl.lit("account"))
        .when(pl.col("speaker_type") == "sources").then(pl.lit("anonymous"))
        .otherwise("speaker_type")
    )  # fmt: skip
    joined = rows.join(people, on=["article_id", "key"], how="left", maintain_order="left")
    kind = pl.when("is_person").then("person_type").otherwise("speaker_type")
    actor = pl.when("is_person").then("person_actor").otherwise("actor")
    identity = (
        pl.when((pl.col("speaker_type") == "party") & ~pl.col("is_person")
                & pl.col("actor").is_not_null()).then("actor")
        .when(pl.col("speaker_type") == "medium").then(pl.coalesce("medium_id", "key"))
        .when(pl.col("speaker_type") == "vague").then(
            pl.col("vague").replace_strict({"media": "media"}, default="reports",
                                           return_dtype=pl.String))
        .otherwise("key")
    )  # fmt: skip
    return joined.with_columns(
        claimant_id=pl.concat_str(prefix, identity, separator=":"),
        claimant_name="name",
        claimant_type=kind,
        claimant_actor_id=actor,
    ).drop("is_person")


def share_subjects(acts: pl.DataFrame, known: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Known speakers, and those of '… and said', '…, saying' from the verb before them."""
    joined = acts.select(
        "act_id",
        "article_id",
        "sentence_id",
        "act_start",
        "shares_subject",
        "voice",
        "form",
        "head",
        "base",
        "text",
    ).join(known, on="act_id", how="left", maintain_order="left")
    previous = (pl.col("sentence_id") == pl.col("sentence_id").shift(1)).fill_null(False)
    own = [pl.when(~pl.col("shares_subject")).then(pl.col(name)).alias(name) for name in SPEAKER]
    filled = joined.with_columns(own).with_columns(
        pl.when(pl.col("shares_subject") & previous)
        .then(pl.col(name).forward_fill().over("sentence_id"))
        .otherwise(name)
        .alias(name)
        for name in SPEAKER
    )
    by_party = says_so_itself()
    return (
        filled.join(first_actors(mentions), on="sentence_id", how="left", maintain_order="left")
        .with_columns(
            claimant_id=pl.when(by_party).then("party_id").otherwise("claimant_id"),
            claimant_name=pl.when(by_party).then("party_name").otherwise("claimant_name"),
            claimant_type=pl.when(by_party).then(pl.lit("party")).otherwise("claimant_type"),
            claimant_actor_id=pl.when(by_party).then("party_actor").otherwise("claimant_actor_id"),
        )
        .filter(pl.col("claimant_id").is_not_null())
        .select("act_id", *SPEAKER)
    )


def first_actors(mentions: pl.DataFrame) -> pl.DataFrame:
    """The first party that each sentence names, as one who may speak: sentence_id, actor_at,
    party_id, party_name, party_actor."""
    return (
        mentions.filter((pl.col("kind") == "actor") & pl.col("entity_id").is_not_null())
        .sort("article_id", "start")
        .unique("sentence_id", keep="first", maintain_order=True)
        .select(
            "sentence_id",
            actor_at="start",
            party_id=pl.lit("party:") + pl.col("entity_id"),
            party_name="text",
            party_actor="entity_id",
        )
    )


def says_so_itself() -> pl.Expr:
    """True where the party that its sentence names first speaks: "X attacked Y, saying"."""
    is_ahead = pl.col("actor_at") < pl.col("act_start")
    goes_on = pl.col("claimant_id").is_null() & (pl.col("voice") == "ing").fill_null(False)
    goes_on &= pl.col("actor_at") - pl.col("base") <= NEAR
    # "The Red Axe shot down a plane, it said": who did it says so, whoever spoke before.
    told = pl.col("text").str.slice(0, pl.col("act_start") - pl.col("base"))
    is_it = (
        (pl.col("form") == "tail")
        & (pl.col("head").str.to_lowercase() == "it")
        & (pl.col("actor_at") - pl.col("base") <= OPENING)
        & ~pl.col("party_name").str.contains(SEVERAL)
        & ~told.str.contains(SUFFERED)
    )
    return (goes_on & is_ahead) | (is_it & is_ahead).fill_null(False)
