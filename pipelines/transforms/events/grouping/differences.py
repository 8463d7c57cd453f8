"""How two frames of the same columns differ."""

import polars as pl


def differing(rows: pl.DataFrame, others: pl.DataFrame) -> pl.DataFrame:
    """The rows that are in one of two frames alone; nulls are equal."""
    return pl.concat(
        [
            one.join(other, on=one.columns, how="anti", nulls_equal=True)
            for one, other in ((rows, others), (others, rows))
        ]
    )
