"""Lands that a state's forces fight in: "Russian troops took X" speaks for Ukraine, too."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons

STATE_FORCES = "state-forces-"


def theatres_of_war(lexicons: Lexicons) -> pl.DataFrame:
    """One row per state and country where a group fights on the side of its forces: country_id,
    theatre_id."""
    state = pl.col("side_id").str.strip_prefix(STATE_FORCES).str.to_uppercase()
    return (
        lexicons.actors.filter(pl.col("side_id").str.starts_with(STATE_FORCES))
        .select(country_id=state, theatre_id="country_iso3")
        .drop_nulls()
        .filter(pl.col("country_id") != pl.col("theatre_id"))
        .unique()
        .sort("country_id", "theatre_id")
    )


def with_theatres(named: pl.DataFrame, theatres: pl.DataFrame) -> pl.DataFrame:
    """Rows that name a country (country_id), and one more for each of its theatres of war."""
    abroad = named.join(theatres, on="country_id", maintain_order="left")
    return pl.concat([named, abroad.with_columns(country_id="theatre_id").select(named.columns)])
