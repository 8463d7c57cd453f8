"""The state that an official or a ministry speaks for: the one named with it, or the article's."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.parties.actors import STATE_FORCES

OF_THE_STATE = (
    r"(?i)(?:^|[^-a-z])(?:defen[cs]e|army|military|police|interior|security|government|governor|"
    r"general staff|provincial|district|president|presidential|intelligence|minister|"
    r"ministry)(?-u:\b)"
)
STATE_BODY = (
    r"(?i)(?-u:\b)(?:(?:defen[cs]e|interior|war) ministry|general staff|military command|"
    r"ministry of (?:national )?(?:defen[cs]e|war|(?:the )?interior|internal affairs)|"
    r"(?:military|army) intelligence|intelligence (?:agency|directorate|service)|"
    r"(?:state )?security service|air force|navy|coast guard|"
    r"(?:'s?|the) government$|"
    r"armed forces|police (?:command|department|headquarters)|border guard)(?-u:\b)"
)
# An article on two countries leaves open whose minister speaks.
FAR_MORE = 2
NAME, LONG_NAME = r"[A-Z][A-Za-z]+", r"[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)+"
SPOKEN_FOR = ["official", "military"]


def speak_for_states(acts: pl.DataFrame, met: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """A country that says something, or the capital of one, is its state: "Kyiv said".

    acts: as speakers.name_speakers gives them. met: people named in the article, whose surname a
    country's name may be ("Jordan said").
    """
    seats = lexicons.words.filter(pl.col("kind") == "seat").select(
        seat="phrase", seat_state="entity_id"
    )
    states = as_forces(
        lexicons.places.filter(pl.col("location_type") == "country").select("country_id"), lexicons
    ).select(place_id="country_id", country_state="state_id")
    surnames = met.select(
        "article_id", seat=pl.col("claimant_name").str.to_lowercase().str.extract(r"(\S+)$", 1)
    ).unique().with_columns(is_surname=pl.lit(True))  # fmt: skip
    state = pl.when(pl.col("is_place") & pl.col("is_surname").is_null()).then(
        pl.coalesce("country_state", "seat_state")
    )
    is_state = pl.col("own_state").is_not_null()
    return (
        acts.with_columns(seat=pl.col("head").str.to_lowercase().str.strip_prefix("the "))
        .join(seats, on="seat", how="left", maintain_order="left")
        .join(states, on="place_id", how="left", maintain_order="left")
        .join(surnames, on=["article_id", "seat"], how="left", maintain_order="left")
        .with_columns(own_state=state)
        .with_columns(
            speaker_type=pl.when(is_state).then(pl.lit("party")).otherwise("speaker_type"),
            actor_id=pl.coalesce("own_state", "actor_id"),
            name=pl.when(is_state).then("head").otherwise("name"),
            person=pl.when(~is_state).then("person"),
            is_place=pl.col("is_place") & ~is_state,
        )
        .drop("seat", "seat_state", "country_state", "is_surname", "own_state", "place_id")
    )


def with_state(named: pl.DataFrame, mentions: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Add state_actor: the forces of the state that a speaker is an official or a body of."""
    is_official = (
        (pl.col("role").is_in(SPOKEN_FOR) | pl.col("apposed_role").is_in(SPOKEN_FOR))
        & (pl.col("head") + " " + pl.col("apposed")).str.contains(OF_THE_STATE)
        & pl.col("speaker_type").is_in(["official", "person"])
    )
    is_body = (pl.col("speaker_type") == "organisation") & pl.col("head").str.contains(STATE_BODY)
    is_state = (
        (is_official | is_body)
        & ~pl.col("is_former")
        & ~((pl.col("n_ands") > 0) & pl.col("person").is_null())
    ).fill_null(False)
    return (
        named.with_columns(is_state=is_state)
        .join(
            article_states(mentions, lexicons), on="article_id", how="left", maintain_order="left"
        )
        .join(named_states(named, lexicons), on="act_id", how="left", maintain_order="left")
        .with_columns(
            state_actor=pl.when("is_state").then(pl.coalesce("named_state", "article_state"))
        )
        .drop("is_state", "article_state", "named_state")
    )


def article_states(mentions: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """The forces of the state that an article names by far most places of: article_id,
    article_state."""
    counted = (
        mentions.filter(pl.col("kind") == "place")
        .select("article_id", location_id="entity_id")
        .join(lexicons.places.select("location_id", "country_id"), on="location_id")
        .group_by("article_id", "country_id")
        .agg(n=pl.len())
        .sort("article_id", "n", "country_id", descending=[False, True, False])
        .group_by("article_id", maintain_order=True)
        .agg(
            pl.col("country_id").first(),
            pl.col("n").first(),
            n_next=pl.col("n").slice(1, 1).first().fill_null(0),
        )
        .filter(pl.col("n") >= FAR_MORE * pl.col("n_next"))
    )
    return as_forces(counted, lexicons).select("article_id", article_state="state_id")


def named_states(named: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """The forces of the first country, people or capital in a speaker's own phrase ("the defence
    ministry in Moscow"): act_id, named_state."""
    seats = lexicons.words.filter(pl.col("kind") == "seat").select(
        "phrase", country_id=pl.col("entity_id").str.strip_prefix(STATE_FORCES).str.to_uppercase()
    )
    named_countries = lexicons.place_names.join(
        lexicons.places.filter(pl.col("location_type") == "country").select("location_id"),
        on="location_id",
        how="semi",
    ).select("phrase", country_id="location_id")
    countries = pl.concat([named_countries, seats]).unique(maintain_order=True)
    # "South Sudan's army" is not Sudan's: names of several words come first.
    head = pl.col("head")
    words = (
        named.select(
            "act_id",
            phrase=pl.concat_list(head.str.extract_all(LONG_NAME), head.str.extract_all(NAME)),
        )
        .explode("phrase", empty_as_null=False)
        .with_columns(pl.col("phrase").str.to_lowercase(), word_no=pl.int_range(pl.len()))
        .join(countries, on="phrase")
        .sort("act_id", "word_no", "country_id")
        .unique("act_id", keep="first", maintain_order=True)
    )
    return as_forces(words, lexicons).select("act_id", named_state="state_id")


def as_forces(rows: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """The rows by country_id with state_id, where that state has forces in the lexicon."""
    return rows.with_columns(state_id=STATE_FORCES + pl.col("country_id").str.to_lowercase()).join(
        lexicons.actors.select(state_id="actor_id"), on="state_id", how="semi"
    )
