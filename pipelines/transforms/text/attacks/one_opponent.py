"""Who did a harm that names nobody, where its article tells of two armed sides alone: the other
side of those harmed."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.attacks.both_sides import HARMFUL, MUTUAL
from pipelines.transforms.text.attacks.going_on import MISHAP
from pipelines.transforms.text.parties.enemies import ARMED_TYPES, STATE_TYPE, opponents, side_of
from pipelines.transforms.text.parties.generic_actors import (
    STATE_GENERICS,
    UNIDENTIFIED,
    named_parties,
)
from pipelines.transforms.text.parties.neighbours import STATE_FORCES

# Harm that needs no deed of the other side, or is told as somebody's who has no name.
OTHER_CAUSE = (
    r"(?i)(?-u:\b)(?:accident[a-z]*|crash(?:es)?|collision|landing|drowning|friendly|"
    r"mutin[a-z]*|suicides?|own (?:men|troops|soldiers|forces|comrades?|colleagues?)|desert[a-z]*|"
    r"disease|illness|heart|gas|bodies|body|graves?|found|executed|custody|prison|jail|trial|court|"
    r"accused|charged|sentenced|(?:the|an?|hunger|armed|general) strike|protest[a-z]*|riots?|"
    r"brawls?|floods?|flooded|avalanches?|lightning|drown[a-z]*|cholera|fires?|fell (?:on|from)|"
    r"fight over|over food|off early|rivals?|bank|robber[a-z]*|"
    r"demonstrat[a-z]*|disturbances|looters|unidentified|unknown|gunmen|disarmed|crew|retired|former|"
    r"(?:killed|wounded|injured|died|shot|murdered|captured|dead|slain)[^.;,]{0,40} by)(?-u:\b)"
)
# What is told of besides the fight of the article, perhaps of others.
ASIDE = (
    r"(?i)(?-u:\b)(?:separate(?:ly)?|elsewhere|another|meanwhile|in addition|earlier|last "
    r"(?:week|month|year)|(?:a|two|three|four|five|several) (?:days?|weeks?|months?|years?) (?:ago|"
    r"before|earlier)|previous(?:ly)?|since|so far)(?-u:\b)"
)
FIGHTS = (
    r"clash(?:es|ed)?|fight(?:ing|s)?|fought|battles?|combats?|skirmish(?:es)?|confrontations?|"
    r"encounters?|(?:fire|gun) ?fights?|engagements?|offensive|counter-?offensive|operations?|"
    r"actions?|ambush(?:es|ed)?|attack(?:s|ed)?|assaults?|raids?"
)
FIGHT = rf"(?i)(?-u:\b)(?:{FIGHTS})(?-u:\b)"
THE_FIGHT = rf"(?i)(?-u:\b)(?:the|this|that|these|those) (?:[a-z-]+ )?(?:{FIGHTS})(?-u:\b)"
DONE = "attack_done"
LED_BY_DOER = ("casualty_active", "casualty_killing_of")
ARREST = r"(?i)(?-u:\b)(?:arrest|detain|detention)"
BY_ITSELF = r"(?i)(?-u:\b)(?:explo[a-z]+|blasts?|bombs?|mines?|drones?|air ?strikes?)(?-u:\b)"
REBELS = ("rebel group",)
ARMED_KINDS = ("actor", "people", "method", "unit", "role")


def name_opponents(
    told: pl.DataFrame, mentions: pl.DataFrame, sentences: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """Harms of a side and attacks on it by nobody told, with the one other side of their article.

    told: claims with their parties and speaker_actor_id. "The army attacked X near Y. ... In the
    fighting nine rebels died": the army harmed them, where the article has nobody else fight. It is
    the one whom claims have that side fight, or the one armed side named beside it where the
    sentence tells of a fight.
    """
    rows = told.with_row_index("row")
    sides = armed_sides(lexicons)
    suffered = pl.coalesce("victim_actor_id", "target_actor_id")
    asked = (
        rows.filter(
            (pl.col("rule_id") == DONE) | pl.col("harm").is_in(HARMFUL),
            pl.col("initiator_actor_id").is_null(),
            pl.col("reject_reason").is_null(),
            (pl.col("value_best") != 0).fill_null(True),
            ~pl.col("rule_id").is_in(LED_BY_DOER),
        )
        .with_columns(side=side_of(suffered, sides))
        .filter(pl.col("side") != UNIDENTIFIED)
        .join(sentences.select("sentence_id", "text"), on="sentence_id", how="left")
        .filter(~pl.col("text").str.contains(f"{OTHER_CAUSE}|{MISHAP}"))
    )
    if asked.is_empty():
        return told
    given = with_beside(asked, rows, mentions, sides, lexicons).select("row", other=one_opponent())
    is_open = pl.col("other").is_not_null()
    return (
        rows.join(given, on="row", how="left", maintain_order="left")
        .with_columns(
            initiator_actor_id=pl.coalesce("initiator_actor_id", "other"),
            target_actor_id=pl.when(is_open).then(suffered).otherwise("target_actor_id"),
            sides_basis=pl.when(is_open).then(pl.lit("inferred")).otherwise("sides_basis"),
        )
        .drop("row", "other")
    )


def armed_sides(lexicons: Lexicons) -> pl.DataFrame:
    """Who may fight, each with its side: entity_id, side_id; those without a name are one."""
    unnamed = pl.DataFrame({"entity_id": [UNIDENTIFIED], "side_id": [UNIDENTIFIED]})
    named = named_parties(lexicons, (STATE_TYPE, *ARMED_TYPES))
    return pl.concat([named.filter(~pl.col("entity_id").is_in(STATE_GENERICS)), unnamed])


def with_beside(
    asked: pl.DataFrame,
    rows: pl.DataFrame,
    mentions: pl.DataFrame,
    sides: pl.DataFrame,
    lexicons: Lexicons,
) -> pl.DataFrame:
    """Claims of a side with whom else their article tells of: opponent (whom claims have it fight),
    the columns of sides_beside, home (the country of their place), speaker (the side that speaks),
    is_militia and is_elsewhere (than where that side fights).

    asked: claims with row, side and text. rows: all claims.
    """
    # "X and Y were killed in clashes": each by the other, or both by a third.
    is_mutual = (pl.col("claim_type") == "contested") | pl.col("rule_id").is_in(MUTUAL)
    is_of_harm = is_mutual & pl.col("sentence_id").is_in(asked["sentence_id"].implode())
    fights = rows.filter(pl.col("reject_reason").is_null(), ~is_of_harm)
    homes = lexicons.places.select("location_id", home=pl.col("country_id").str.to_lowercase())
    rebels = named_parties(lexicons, REBELS)["entity_id"]
    return (
        asked.join(opponents(fights, sides), on=["article_id", "side"], how="left")
        .join(sides_beside(asked, mentions, sides), on=["article_id", "side"], how="left")
        .join(places_fought(fights, sides), on=["article_id", "side"], how="left")
        .join(homes, on="location_id", how="left")
        .with_columns(
            speaker=side_of("speaker_actor_id", sides),
            is_militia=~pl.coalesce("group", "side").is_in(rebels.implode()),
            is_elsewhere=~pl.col("places").list.contains(pl.col("location_id")),
        )
    )


def sides_named(asked: pl.DataFrame, mentions: pl.DataFrame, sides: pl.DataFrame) -> pl.DataFrame:
    """The armed sides that the articles of claims name: article_id, named_side."""
    return (
        mentions.filter(
            pl.col("article_id").is_in(asked["article_id"].unique().implode()),
            pl.col("kind").is_in(ARMED_KINDS),
        )
        .select("article_id", named_side=side_of("entity_id", sides))
        .drop_nulls()
        .unique()
    )


def sides_beside(asked: pl.DataFrame, mentions: pl.DataFrame, sides: pl.DataFrame) -> pl.DataFrame:
    """The armed sides that an article names beside a side: article_id, side, groups and states
    (the one, null of several), n_groups, n_states, has_unnamed."""
    other = pl.col("named_side")
    is_state, is_unnamed = other.str.starts_with(STATE_FORCES), other == UNIDENTIFIED
    is_group = ~is_state & ~is_unnamed
    return (
        asked.select("article_id", "side")
        .unique()
        .join(sides_named(asked, mentions, sides), on="article_id")
        .filter(pl.col("side") != other)
        .group_by("article_id", "side")
        .agg(
            group=other.filter(is_group).first(),
            state=other.filter(is_state).first(),
            n_groups=is_group.sum(),
            n_states=is_state.sum(),
            has_unnamed=is_unnamed.any(),
        )
    )


def places_fought(fights: pl.DataFrame, sides: pl.DataFrame) -> pl.DataFrame:
    """Where each side fights another by the claims of its article: article_id, side, places."""
    pairs = fights.select(
        "article_id",
        "location_id",
        doer=side_of("initiator_actor_id", sides),
        sufferer=pl.coalesce(
            side_of(party, sides)
            for party in ("victim_actor_id", "target_actor_id", "from_actor_id")
        ),
    ).drop_nulls()
    both = [pairs.select("article_id", "location_id", side=role) for role in ("doer", "sufferer")]
    return pl.concat(both).group_by("article_id", "side").agg(places=pl.col("location_id").unique())


def one_opponent() -> pl.Expr:
    """The one whom those harmed fight in their article, if there is one.

    Rebels fight the state alone, where no other group is named; a state's soldiers the one group,
    if nobody else stands open and their harm is not told of aside.
    """
    return (
        pl.when(pl.col("side").str.starts_with(STATE_FORCES))
        .then(pl.coalesce(group_fought(), unnamed_fought()))
        .otherwise(state_fought())
    )


def state_fought() -> pl.Expr:
    """The state whose forces a side fights."""
    text, fought = pl.col("text"), pl.col("opponent")
    at_home = pl.lit(STATE_FORCES) + pl.col("home")
    is_home = (pl.col("state") == at_home).fill_null(True)
    # Abroad it fights where claims have it fight.
    is_at_home = (fought == at_home) | (pl.col("side") == at_home)
    is_near = is_at_home.fill_null(True) | is_there()
    # "The army said four rebels were killed": it killed them.
    is_its_word = (pl.col("speaker") == pl.col("state")).fill_null(False)
    is_its_word &= ~text.str.contains(BY_ITSELF)
    is_alone = (pl.col("n_states") == 1) & ~pl.col("is_militia") & is_home
    is_alone &= ~pl.col("side").str.starts_with(STATE_FORCES)
    is_fight = text.str.contains(FIGHT)
    is_alone &= is_fight | is_its_word
    return pl.when(pl.col("n_groups") == 0).then(
        pl.when(fought.str.starts_with(STATE_FORCES), is_fight | is_its_word, is_near)
        .then(fought)
        .when(fought.is_null(), is_alone)
        .then("state")
    )


def group_fought() -> pl.Expr:
    """The group that a state's soldiers fight."""
    text, fought = pl.col("text"), pl.col("opponent")
    is_fight = text.str.contains(FIGHT)
    # Who speaks of itself as "we" may be named nowhere.
    is_speaker = (fought == pl.col("speaker")).fill_null(False) & (
        pl.col("n_groups").fill_null(0) == 0
    )
    is_speaker &= ~fought.str.starts_with(STATE_FORCES)
    is_alone = (
        fought.is_null()
        & is_fight
        & ~pl.col("has_unnamed")
        & (pl.col("n_states") == 0)
        & ~pl.col("is_militia")
    )
    is_one = (fought == pl.col("group")).fill_null(False) | is_alone
    is_its_word = (pl.col("speaker") == pl.col("group")).fill_null(False)
    is_told = ~text.str.contains(ASIDE) & is_there()
    by_speaker = pl.when(is_speaker, ~is_arrest()).then(fought)
    named = pl.when(
        pl.col("n_groups") == 1,
        is_one,
        is_told | is_its_word,
        is_fight | ~pl.col("has_unnamed"),
        ~is_arrest(),
    ).then("group")
    return pl.coalesce(named, by_speaker)


def is_there() -> pl.Expr:
    """Whether a harm lies where those harmed fight by their article, or is of that very fight."""
    return ~pl.col("is_elsewhere").fill_null(False) | pl.col("text").str.contains(THE_FIGHT)


def unnamed_fought() -> pl.Expr:
    """Those without a name whom a state's soldiers fight: "Terrorists bombed a bus of soldiers. In
    the attack nine died." """
    text = pl.col("text")
    return pl.when(
        pl.col("opponent") == UNIDENTIFIED,
        pl.col("n_groups") == 0,
        text.str.contains(THE_FIGHT),
        ~text.str.contains(ASIDE),
        ~is_arrest(),
    ).then("opponent")


def is_arrest() -> pl.Expr:
    """Whether a state's soldiers were arrested: by their own."""
    return (pl.col("harm") == "captured") & pl.col("text").str.contains(ARREST)
