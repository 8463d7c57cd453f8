"""The lexicons as one value: what every transform that looks words up is given."""

from dataclasses import dataclass

import polars as pl


@dataclass(frozen=True, eq=False)
class Lexicons:
    """One frame a lexicon; columns are those of the contract Lexicon<Name>.

    Compared and hashed by identity, so that what is made of them once can be kept.
    """

    words: pl.DataFrame
    actors: pl.DataFrame
    actor_names: pl.DataFrame
    places: pl.DataFrame
    place_names: pl.DataFrame
    countries: pl.DataFrame
    sources: pl.DataFrame
    source_names: pl.DataFrame
    event_types: pl.DataFrame
    given_names: pl.DataFrame
    boilerplate: pl.DataFrame
    things: pl.DataFrame
    signs: pl.DataFrame
    constants: pl.DataFrame
