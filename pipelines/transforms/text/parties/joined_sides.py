"""Two sides told of as one: "nine soldiers and rebels", "casualties among X and Y", "by X or Y"."""

import polars as pl

from pipelines.transforms.text.parties.neighbours import STATE_FORCES
from pipelines.transforms.text.runs import beside

PARTY = ("actor", "people")
RUN = pl.col("sentence_id")
EACH_OTHER = r"(?i)(?-u:\b)(?:each other|one another)(?-u:\b)"


def other_side_behind() -> pl.Expr:
    """How many mentions behind a party the other side stands that 'and' joins to it; null where
    none does. A state's forces and somebody else are two sides, two states' are; what has a number
    of its own is told apart. Of mentions sorted by sentence_id and mention_no."""
    kind, entity = pl.col("kind"), pl.col("entity_id")
    # "ELN rebels": one party.
    is_named = (beside(kind, RUN, -1) == "people") & (
        beside(entity, RUN, -1).is_null() | (beside(entity, RUN, -1) == entity)
    )
    first = pl.when(is_named.fill_null(False)).then(2).otherwise(1)
    steps = []
    for and_at in (1, 2):
        for article in (0, 1):
            at = and_at + article + 1
            is_other = beside(kind, RUN, -at).is_in(PARTY) & are_two(beside(entity, RUN, -at))
            is_led = pl.lit(True) if not article else beside(kind, RUN, -at + 1) == "article"
            is_plain = (
                pl.lit(True)
                if not article
                else beside(pl.col("value_best"), RUN, -at + 1).is_null()
            )
            # "Lost four soldiers and the rebels lost nine": each has its own verb.
            is_apart = is_object() & (beside(kind, RUN, -at - 1) == "trigger")
            is_joined = (beside(kind, RUN, -and_at) == "and") & is_other & is_led & is_plain
            is_joined &= ~is_apart.fill_null(False)
            steps.append(
                pl.when((first == and_at) & is_joined.fill_null(False) & kind.is_in(PARTY)).then(at)
            )
    return pl.coalesce(steps)


def is_object() -> pl.Expr:
    """True for people whom the verb right before them, or before their number, is about."""
    kind = pl.col("kind")
    is_next = beside(kind, RUN, 1) == "trigger"
    is_counted = beside(kind, RUN, 1).is_in(["quantity", "article"])
    return is_next | (is_counted & (beside(kind, RUN, 2) == "trigger"))


def are_two(other: pl.Expr) -> pl.Expr:
    """Whether the other is no state's forces where this one is, or another state's."""
    entity = pl.col("entity_id")
    is_state, is_others = entity.str.starts_with(STATE_FORCES), other.str.starts_with(STATE_FORCES)
    return (is_state != is_others) | (is_state & (entity != other))


def joined_sides(mentions: pl.DataFrame) -> pl.DataFrame:
    """Both of two sides that 'and' joins: sentence_id, mention_no."""
    kind, entity = pl.col("kind"), pl.col("entity_id")
    # "Soldiers, rebels and civilians"
    is_listed = (
        kind.is_in(PARTY)
        & (beside(kind, RUN, -1) == "comma")
        & beside(kind, RUN, -2).is_in(PARTY)
        & beside(kind, RUN, -3).is_in(["and", "comma"])
        & are_two(beside(entity, RUN, -2))
    ).fill_null(False)
    behind = pl.coalesce(other_side_behind(), pl.when(is_listed).then(2))
    joined = mentions.with_columns(behind=behind).filter(pl.col("behind").is_not_null())
    both = [pl.col("mention_no"), pl.col("mention_no") + pl.col("behind")]
    return pl.concat(
        [joined.select("sentence_id", no.cast(pl.Int32).alias("mention_no")) for no in both]
    ).unique()


def sides_of_each_other(mentions: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Both of two sides that fire at each other, so that either may have done the harm:
    sentence_id, mention_no."""
    mutual = sentences.filter(pl.col("text").str.contains(EACH_OTHER))["sentence_id"]
    return joined_sides(mentions.filter(pl.col("sentence_id").is_in(mutual.implode())))


def alternatives(mentions: pl.DataFrame) -> pl.DataFrame:
    """Both of two parties of which it was one: "killed by X or the army"; sentence_id, mention_no.
    Of mentions sorted by sentence_id and mention_no."""
    kind, entity = pl.col("kind"), pl.col("entity_id")
    is_led = beside(kind, RUN, -2) == "article"
    at = pl.when(is_led).then(3).otherwise(2)
    other = pl.when(is_led).then(beside(entity, RUN, -3)).otherwise(beside(entity, RUN, -2))
    other_kind = pl.when(is_led).then(beside(kind, RUN, -3)).otherwise(beside(kind, RUN, -2))
    # "By the army or by X"
    is_by = beside(kind, RUN, -2) == "by"
    at = (
        pl.when(is_by)
        .then(pl.when(beside(kind, RUN, -3) == "article").then(4).otherwise(3))
        .otherwise(at)
    )
    far = [
        pl.when(beside(kind, RUN, -3) == "article")
        .then(beside(column, RUN, -4))
        .otherwise(beside(column, RUN, -3))
        for column in (entity, kind)
    ]
    other = pl.when(is_by).then(far[0]).otherwise(other)
    other_kind = pl.when(is_by).then(far[1]).otherwise(other_kind)
    is_one = (
        kind.is_in(PARTY)
        & (beside(kind, RUN, -1) == "or")
        & other_kind.is_in(PARTY)
        & (other != entity)
    )
    either = mentions.filter(kind == "or")["sentence_id"].unique()
    first = (
        mentions.filter(pl.col("sentence_id").is_in(either.implode()))
        .with_columns(at=at, is_one=is_one.fill_null(False))
        .filter("is_one")
    )
    both = [pl.col("mention_no"), pl.col("mention_no") + pl.col("at")]
    return pl.concat(
        [first.select("sentence_id", no.cast(pl.Int32).alias("mention_no")) for no in both]
    ).unique()
