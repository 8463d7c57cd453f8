"""Claims whose day is not that of what they tell: a freeing, or the news that a total stands in."""

import polars as pl

from schemas.text import TIME_FIELDS


def undated(which: pl.Expr, basis: str) -> dict[str, pl.Expr]:
    """The columns of TIME_FIELDS, without what they say for the claims that the expression marks;
    date_basis there becomes `basis`."""
    empty = {"is_since": pl.lit(False), "date_basis": pl.lit(basis)}
    return {
        name: pl.when(which).then(empty.get(name, pl.lit(None))).otherwise(name)
        for name in TIME_FIELDS
    }
