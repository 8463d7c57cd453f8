"""Tables as a page carries them: by column, repeated texts once, ids of other tables as numbers."""

from __future__ import annotations

import base64
import json
import zlib
from dataclasses import dataclass

import polars as pl

# A claim block longer than this is deflated; below it, any browser can read it as it is.
DEFLATE_ABOVE = 1_500_000
# A column is packed as a list of its texts and a number a row where each text comes twice or more.
REPEATS = 2


@dataclass(frozen=True)
class Block:
    """One data element of the page: JSON as it stands, or deflated and in base64."""

    text: str
    is_deflated: bool


def packed(frame: pl.DataFrame) -> dict[str, object]:
    """A table by column; dates become ISO texts."""
    return {
        "n": frame.height,
        "columns": {name: packed_column(frame[name]) for name in frame.columns},
    }


def packed_column(column: pl.Series) -> dict[str, object]:
    """The values of a column, and where texts repeat, which of them each row has."""
    if column.dtype == pl.Date:
        column = column.dt.to_string("iso")
    if column.dtype != pl.String:
        return {"values": column.to_list()}
    texts = column.drop_nulls().unique(maintain_order=True)
    if texts.len() * REPEATS > column.len():
        return {"values": column.to_list()}
    rows = column.cast(pl.Enum(texts)).to_physical()
    return {"values": texts.to_list(), "rows": rows.to_list()}


def numbered(frame: pl.DataFrame, column: str, of: pl.DataFrame) -> pl.DataFrame:
    """The frame with an id that is the first column of another table as that table's row number."""
    key = of.columns[0]
    rows = of.select(pl.col(key).alias(column), pl.int_range(pl.len()).alias("row"))
    joined = frame.join(rows, on=column, how="left", maintain_order="left")
    return joined.with_columns(pl.col("row").alias(column)).drop("row")


def as_json(value: object) -> str:
    """JSON that can stand inside a script element: no text in it can end the element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c")


def as_block(value: object) -> Block:
    """JSON of a value, deflated where it is long."""
    text = as_json(value)
    if len(text) <= DEFLATE_ABOVE:
        return Block(text, is_deflated=False)
    deflated = zlib.compress(text.encode(), level=9)
    return Block(base64.b64encode(deflated).decode(), is_deflated=True)
