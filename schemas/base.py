"""The base of every contract: exact columns, in order, no coercion."""

import pandera.polars as pa


class Table(pa.DataFrameModel):
    """A table that passes between stages: its columns, in this order, and no others."""

    class Config:
        strict = True
        ordered = True
        coerce = False
