"""What a trigger of territory with its place and sides says, in the columns of claims."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.territory.grammar import FIGHTS, NEAR, SOMEWHERE

# Forms in which the one who leaves acts.
LEAVES = ("out", "yield", "nom_out", "nom_loss", "leave", "left_to", "losses", "opening_loss")
SAME_DAY = (
    r"(?i)(?-u:\b)(?:the same (?:day|evening|night|afternoon)|hours later|"
    r"later (?:that|the same|in the) (?:day|evening|night)|within hours|"
    r"(?:by|before|until) (?:nightfall|noon|midday|sunset|dusk|evening|midnight))(?-u:\b)"
)
PRECISIONS = {
    "country": "country", "admin1": "admin1", "region": "admin1", "admin2": "admin2",
    "populated_place": "exact", "facility": "exact",
}  # fmt: skip
COLUMNS = (
    "article_id", "sentence_id", "claim_type", "location_id", "location_text", "where_precision",
    "n_places", "initiator_actor_id", "target_actor_id", "from_actor_id", "to_actor_id",
    "sides_basis", "change_type", "sub_event_type", "unit", "day_seq", "evidence_start",
    "evidence_end", "rule_id", "anchor_start", "anchor_end", "reject_reason",
)  # fmt: skip


def describe(changes: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """The columns of Claims that the words and the sides give."""
    is_fight, is_hold = pl.col("form").is_in(FIGHTS), pl.col("sense") == "controlled"
    is_change = ~is_fight & ~is_hold
    # Fighting in a country, or an army's leaving it, is told of some place in it that is not named.
    is_wide = is_fight | pl.col("form").is_in(["out", "nom_out", "leave", *SOMEWHERE])
    leaves = pl.col("form").is_in(LEAVES) | (
        pl.col("form").is_in(["driven", "outed"]) & pl.col("taker_id").is_null()
    )
    acts = pl.when(leaves & is_change).then("loser_id").otherwise("taker_id")
    # How sure an attempt is stands with its own verb ("tried"), not with what was attempted.
    is_attempt = pl.col("attempt").is_not_null()
    anchor_start = (pl.col("start") - pl.col("attempt").str.len_chars().fill_null(0)).cast(pl.Int32)
    verb_length = pl.col("attempt").str.extract(r"^(\S+)", 1).str.len_chars()
    anchor_end = (
        pl.when(is_attempt).then(anchor_start + verb_length).otherwise("end").cast(pl.Int32)
    )
    typed = with_change_types(changes).with_columns(
        change_type=pl.when(is_fight).then(pl.lit("contested")).when(is_change).then("change_type")
    )
    return with_event_types(typed, lexicons).with_columns(
        claim_type=pl.when(is_fight).then(pl.lit("contested"))
        .when(is_hold).then(pl.lit("territory_control")).otherwise(pl.lit("territory_change")),
        from_actor_id=pl.when(is_change).then("loser_id"),
        to_actor_id=pl.when(~is_fight).then("taker_id"),
        initiator_actor_id=acts,
        target_actor_id=pl.when(~is_hold & ~leaves).then("loser_id"),
        where_precision=pl.when(pl.col("location_id").is_null()).then(pl.lit("unknown"))
        .when(pl.col("location_type").is_in(["populated_place", "facility"])
              & (pl.col("n_places").is_not_null() | pl.col("lead").is_in(NEAR)))
        .then(pl.lit("near"))
        .otherwise(pl.col("location_type").replace_strict(PRECISIONS, default="unknown")),
        unit=pl.when(pl.col("n_places").is_not_null()).then(pl.lit("place")),
        evidence_start=pl.min_horizontal(anchor_start, "member_start"),
        evidence_end=pl.max_horizontal("end", "member_end"),
        # "Captured A on Monday and B on Tuesday": B's day stands behind its name.
        anchor_start=pl.when("is_gapped").then("member_start").otherwise(anchor_start),
        anchor_end=pl.when("is_gapped").then("member_end").otherwise(anchor_end),
        rule_id=pl.format("territory_{}", "form"),
        reject_reason=pl.when(
            pl.col("location_id").is_null() | (is_wide & (pl.col("location_type") == "country"))
        ).then(pl.lit("no_place")),
    )  # fmt: skip


def with_change_types(changes: pl.DataFrame) -> pl.DataFrame:
    """Add change_type: what was lost or left is captured by whoever is known to hold it then.

    What a side took of places that the article says it took back, it took back; and what it drove
    others out of, where the article says that it took anything back.
    """
    back = changes.filter(
        pl.col("sense") == "recaptured", pl.col("taker_side").is_not_null(), ~pl.col("is_planned")
    )
    here = back.select("article_id", "taker_side", "location_id").unique()
    anywhere = back.select("article_id", "taker_side").unique()
    told = changes.join(
        here.with_columns(is_back=pl.lit(True)),
        on=["article_id", "taker_side", "location_id"], how="left", maintain_order="left",
    ).join(
        anywhere.with_columns(is_backing=pl.lit(True)),
        on=["article_id", "taker_side"], how="left", maintain_order="left",
    )  # fmt: skip
    is_left = pl.col("sense").is_in(["expelled", "lost", "surrendered"]) | (
        (pl.col("sense") == "withdrawn") & pl.col("taker_id").is_not_null()
    )
    sense = (
        pl.when(is_left & pl.col("taker_id").is_null())
        .then(pl.lit("withdrawn"))
        .when(is_left & pl.col("is_backing").fill_null(False))
        .then(pl.lit("recaptured"))
        .when(is_left | (pl.col("sense") == "captured"))
        .then(
            pl.when(pl.col("is_back").fill_null(False) & ~pl.col("is_planned"))
            .then(pl.lit("recaptured"))
            .otherwise(pl.lit("captured"))
        )
        .otherwise("sense")
    )
    return told.with_columns(change_type=sense).drop("is_back", "is_backing")


def with_event_types(changes: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Add sub_event_type, in ACLED's terms, where who took it tells: ground that a foreign army
    takes from the state's own, or from nobody named, is overtaken and not regained."""
    types = lexicons.actors.select(
        taker_id="actor_id", taker_type="actor_type", taker_home="country_iso3"
    )
    losers = lexicons.actors.select(loser_id="actor_id", loser_type="actor_type")
    homes = lexicons.places.select("location_id", place_home="country_id").join(
        changes, on="location_id", how="semi"
    )
    change, known = pl.col("change_type"), lexicons.event_types["sub_event_type"].implode()
    is_state = pl.col("taker_type") == "state forces"
    is_foreign = (pl.col("taker_home") != pl.col("place_home")).fill_null(False)
    is_foreign &= pl.col("loser_type").fill_null("state forces") == "state forces"
    kind = (
        pl.when(change == "contested")
        .then(pl.lit("Armed clash"))
        .when((change == "withdrawn") | (pl.col("sense") == "surrendered"))
        .then(pl.lit("Non-violent transfer of territory"))
        .when(change.is_in(["captured", "recaptured"]) & is_state & ~is_foreign)
        .then(pl.lit("Government regains territory"))
        .when(change.is_in(["captured", "recaptured"]) & pl.col("taker_type").is_not_null())
        .then(pl.lit("Non-state actor overtakes territory"))
    )
    return (
        changes.join(types, on="taker_id", how="left", maintain_order="left")
        .join(losers, on="loser_id", how="left", maintain_order="left")
        .join(homes, on="location_id", how="left", maintain_order="left")
        .with_columns(kind=kind)
        .with_columns(sub_event_type=pl.when(pl.col("kind").is_in(known)).then("kind"))
        .drop("kind", "taker_type", "taker_home", "loser_type", "place_home")
    )


def order_in_day(claims: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Add day_seq where a place is said to change hands twice in a day; sort, select."""
    later = sentences.select(
        "sentence_id", "sentence_no", is_same_day=pl.col("text").str.contains(SAME_DAY)
    )
    place = ["article_id", "location_id"]
    told = claims.join(later, on="sentence_id", maintain_order="left").sort(
        "article_id", "location_id", "claim_type", "anchor_start", "evidence_start"
    )

    def beside(column: str, step: int) -> pl.Expr:
        return pl.col(column).shift(step).over(place)

    is_change = (pl.col("claim_type") == "territory_change") & pl.col("location_id").is_not_null()
    follows = (
        is_change
        & pl.col("is_same_day")
        & (beside("claim_type", 1) == "territory_change")
        & (pl.col("sentence_no") - beside("sentence_no", 1) <= 1)
        & (pl.col("taker_side") != beside("taker_side", 1))
    ).fill_null(False)
    return (
        told.with_columns(follows=follows)
        .with_columns(
            day_seq=pl.when("follows").then(2).when(beside("follows", -1)).then(1).cast(pl.Int32)
        )
        .sort("article_id", "anchor_start", "evidence_start", "location_id", "location_text")
        .select(COLUMNS)
    )
