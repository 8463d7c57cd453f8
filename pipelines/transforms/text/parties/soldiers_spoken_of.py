"""Counted soldiers of whom a state speaks: its own, or anyone's."""

import polars as pl

from pipelines.transforms.text.parties.neighbours import STATE_FORCES
from pipelines.transforms.text.runs import count_in


def mark_soldiers_spoken_of(rows: pl.DataFrame) -> pl.DataFrame:
    """Mentions as with_neighbours gives them with is_anyones and spoken_of_by.

    "Kyiv said the strike killed 12 soldiers": whose they are is not said (is_anyones); "12 of its
    soldiers" is. A state that says that soldiers were killed, by others or by nobody named, mourns
    its own (spoken_of_by: its forces).
    """
    kind, sentence = pl.col("kind"), pl.col("sentence_id")
    same = sentence == sentence.shift(-1)
    tells = same & (kind.shift(-1) == "speech") & (pl.col("start").shift(-1) - pl.col("end") == 1)
    told = (kind.shift(1) == "according") & (sentence == sentence.shift(1))
    is_country = (kind == "place") & (pl.col("sense") == "country")
    state = pl.when(is_country).then("entity_id").otherwise("country_of_seat")
    speaks = ((kind == "place") & (tells | told)).fill_null(False)
    speakers = (
        rows.with_columns(speaker=state)
        .filter(speaks)
        .group_by("sentence_id")
        .agg(pl.col("speaker").max())
    )
    is_counted = (
        pl.col("speaker").is_not_null()
        & (kind == "people")
        & (kind.shift(1) == "quantity")
        & (pl.col("start") - pl.col("end").shift(1) == 1)
        & (sentence == sentence.shift(1))
    ).fill_null(False)
    is_killed = (kind.shift(2) == "trigger") & (sentence == sentence.shift(2))
    is_open = is_killed.fill_null(False) | (count_in(is_nobodys_attack(), sentence) > 0)
    own = pl.lit(STATE_FORCES) + pl.col("speaker").str.to_lowercase()
    return (
        rows.join(speakers, on="sentence_id", how="left", maintain_order="left")
        .with_columns(
            is_anyones=is_counted & is_open,
            spoken_of_by=pl.when(is_counted & ~is_open & pl.col("country_named").is_null()).then(
                own
            ),
        )
        .drop("speaker")
    )


def is_nobodys_attack() -> pl.Expr:
    """True for a way of attack of which it is not said whose it was: "the strike", not "rebel
    shelling" or "shelling by rebels"."""
    kind, sentence = pl.col("kind"), pl.col("sentence_id")
    is_attack = (kind == "method") | ((kind == "unit") & (pl.col("sense") == "attack"))
    has_owner = (
        kind.shift(1).is_in(["actor", "people", "place"])
        & (pl.col("start") - pl.col("end").shift(1) == 1)
        & (sentence == sentence.shift(1))
    ) | ((kind.shift(-1) == "by") & (sentence == sentence.shift(-1)))
    return (is_attack & ~has_owner.fill_null(False)).fill_null(False)
