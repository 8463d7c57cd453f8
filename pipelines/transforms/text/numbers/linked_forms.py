"""Numbers linked to one that counts nothing, and so of its form: "3 and 4 May", "8-9pm"."""

import polars as pl


def day_beside_day() -> pl.Expr:
    """'day' for a small number linked to a day of the month: 3 and 4 May, May 3 and 4."""
    is_small = pl.col("is_digits") & pl.col("first_value").is_between(1, 31)
    is_day = (pl.col("form") == "day") & is_small
    same_next = pl.col("text_no") == pl.col("text_no").shift(-1)
    same_last = pl.col("text_no") == pl.col("text_no").shift(1)
    link = r"^(?: and |, | or | to |-)$"
    gap_next = pl.col("folded").str.slice(
        pl.col("end"), pl.max_horizontal(pl.col("start").shift(-1) - pl.col("end"), 0)
    )
    gap_last = pl.col("folded").str.slice(
        pl.col("end").shift(1), pl.max_horizontal(pl.col("start") - pl.col("end").shift(1), 0)
    )
    is_linked = (
        (same_next & is_day.shift(-1) & gap_next.str.contains(link))
        | (
            same_last
            & is_day.shift(1)
            & gap_last.str.contains(link)
            & ~pl.col("after_kind").is_in(["people"]).fill_null(False)
        )
    ).fill_null(False)
    return pl.when(is_small & is_linked).then(pl.lit("day"))


def start_of_range() -> pl.Expr:
    """The form of the next number where a hyphen or 'to' links it: 8-9pm, 10 to 20%."""
    gap = pl.col("folded").str.slice(
        pl.col("end"), pl.max_horizontal(pl.col("start").shift(-1) - pl.col("end"), 0)
    )
    is_linked = (pl.col("text_no") == pl.col("text_no").shift(-1)) & gap.str.contains(
        r"^(?: ?- ?| to )$"
    )
    form = pl.col("form").shift(-1)
    return pl.when(is_linked & form.is_in(["clock", "measure", "ordinal", "money"])).then(form)
