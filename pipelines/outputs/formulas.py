"""Keeps text from being run: a spreadsheet takes a cell that starts with = for a formula."""

import polars as pl
import polars.selectors as cs

# What a spreadsheet may run when a cell begins with it (OWASP, CSV injection).
FORMULA_START = r"^[=+\-@\t\r]"


def defused(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame with an apostrophe before every text that starts like a formula."""
    return frame.with_columns(cs.string().str.replace(FORMULA_START, "'${0}"))
