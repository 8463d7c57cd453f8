"""Columns that the contracts of core and marts share: one function a kind of column."""

from typing import Any

import pandera.polars as pa

UNKNOWN = "unknown"


def own_key(what: str) -> Any:
    """The primary key of a dimension."""
    return pa.Field(
        unique=True,
        ge=-1,
        description=f"Key of the {what}, made of its id alone; -1 for the unknown one.",
    )


def key(table: str, what: str) -> Any:
    """A key of a dimension; never null, -1 where unknown."""
    return pa.Field(
        ge=-1,
        description=f"{what}: key of {table}, -1 if unknown.",
        metadata={"references": table},
    )


def text(what: str, *values: str) -> Any:
    """A text that may be null, one of `values` if given."""
    return pa.Field(nullable=True, isin=values or None, description=what)


def kind(what: str, *values: str) -> Any:
    """A text that is never null, one of `values` if given."""
    return pa.Field(isin=values or None, description=what)


def day(what: str) -> Any:
    """A date that may be null."""
    return pa.Field(nullable=True, description=what)


def measure(what: str) -> Any:
    """A whole number of people or places; null where not stated or open."""
    return pa.Field(nullable=True, ge=0, description=what)


def people(what: str) -> Any:
    """A whole number of people; null where not reported or open."""
    return pa.Field(nullable=True, ge=0, description=what, metadata={"unit": "people"})


def degrees(what: str, limit: int) -> Any:
    """A coordinate of a place, null where the gazetteer has none."""
    return pa.Field(
        nullable=True, ge=-limit, le=limit, metadata={"unit": "degrees"},
        description=f"Degrees {what}, WGS 84; null if not in the gazetteer.",
    )  # fmt: skip


def count(what: str) -> Any:
    """A whole number of rows or things; never null."""
    return pa.Field(ge=0, description=what)


def low(what: str) -> Any:
    """The lower end of a range of people."""
    return people(f"{what}, least stated; null = not reported, or open below.")


def best(what: str) -> Any:
    """The headline figure of a range of people."""
    return people(f"{what}, best supported value; null = no number reported.")


def high(what: str) -> Any:
    """The upper end of a range of people."""
    return people(f"{what}, greatest stated; null = not reported, or open above.")


EVENT_ID = "Event: e_ and 16 hex digits; ids of the past resolve in event_alias."
