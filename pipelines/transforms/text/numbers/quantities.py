"""Amounts with their bounds: a number or vague word with all that qualifies it."""

import polars as pl

from pipelines.transforms.text.numbers.kinds import tell_counts
from pipelines.transforms.text.numbers.numbers import find_atoms, group, read_numbers

# Where several qualifiers stand together, the first of these holds.
PRECEDENCE = ("at_least", "more_than", "at_most", "nearly", "about", "exact")
RANGE = r"(?:N(?:>|\|)[NR]|NR|bN[&>]N)"
# 'from 12 to 15' may be a rise and is left as two numbers.
AMOUNT = rf"fN>|q{{0,2}}{RANGE}p?|[xz]?q{{0,2}}[NVRv]p?|z"


def find_quantities(shaded: pl.DataFrame, hits: pl.DataFrame) -> pl.DataFrame:
    """Find the amounts of texts, and the numbers that count nothing.

    shaded and hits: as matching.shade and matching.find_hits give them. Out: text_no, start, end,
    kind, sense, value_low, value_best, value_high. kind quantity has its qualifier as sense; what
    counts nothing is of kind unit, time or stop and its form (measure, year, ordinal) the sense.
    A stated bound is a bound: 'at least 12' is 12, 12, null; 'up to 20' null, 20, 20; '15 to 20'
    15, null, 20; 'about 60' 60, 60, 60, since it opens no end; vague words have the lexicon's.
    """
    numbers = read_numbers(find_atoms(shaded, hits))
    pieces = group(numbers.with_columns(pl.col("letter")), AMOUNT)
    amounts = (
        pieces.filter(pl.col("piece").str.contains(r"[NRvz.]"))
        .group_by("piece_no", maintain_order=True)
        .agg(**amount_columns())
        .filter(pl.col("start").is_not_null())
    )
    return tell_counts(with_bounds(amounts), shaded, hits)


def amount_columns() -> dict[str, pl.Expr]:
    """What an amount takes from its parts."""
    is_number = pl.col("letter").is_in(["N", "R", "v", "z", "."])
    is_rise = pl.col("piece").first().str.starts_with("f")
    is_qualifier = pl.col("letter").is_in(["q", "p"])
    is_value = pl.col("letter").is_in(["N", "R", "v"])
    has_value = is_value.any()
    lead = pl.col("letter").first()
    return {
        "text_no": pl.col("text_no").first(),
        "start": pl.when(is_rise)
        .then(pl.col("start").filter(is_number).first())
        .otherwise(pl.col("start").first()),
        "end": pl.when(is_rise)
        .then(pl.col("end").filter(is_number).first())
        .otherwise(pl.col("end").last()),
        "form": pl.col("form").first(),
        "piece": pl.col("piece").first(),
        "is_digits": pl.col("is_digits").filter(is_number).first(),
        "is_vague": (pl.col("letter") == "v").any(),
        "is_range": pl.col("piece").first().str.contains(f"^q*{RANGE}"),
        "is_negated": lead.is_in(["x", "z"]) & has_value & is_qualifier.any(),
        "qualifiers": pl.col("sense").filter(is_qualifier),
        "first_value": pl.when(has_value)
        .then(first_of_range(pl.col("value").filter(is_value), pl.col("scale").filter(is_value)))
        .otherwise(pl.col("value").filter(is_number).first()),
        "last_value": pl.when(has_value)
        .then(pl.col("value").filter(is_value).last())
        .otherwise(pl.col("value").filter(is_number).first()),
        **{
            name: pl.col(name).filter(pl.col("letter") == "v").first()
            for name in ("value_low", "value_best", "value_high")
        },
    }


def first_of_range(value: pl.Expr, scale: pl.Expr) -> pl.Expr:
    """The first value of a range, by the scale that stands behind the second: 'two to three
    hundred' starts at two hundred, 'fifty to two hundred' at fifty."""
    is_shared = (value.first() < value.last() / scale.last()) & scale.first().is_null()
    return pl.when(is_shared).then(value.first() * scale.last()).otherwise(value.first())


def with_bounds(amounts: pl.DataFrame) -> pl.DataFrame:
    """Amounts with their qualifier as sense, and low, best and high as it states them."""
    stated = pl.coalesce(
        *(
            pl.when(pl.col("qualifiers").list.contains(name)).then(pl.lit(name))
            for name in PRECEDENCE
        )
    )
    turned = stated.replace({"at_most": "at_least", "more_than": "at_most"})
    sense = (
        pl.when(pl.col("is_range") & ((stated != "at_most") | stated.is_null()).fill_null(True))
        .then(pl.lit("range"))
        .when("is_negated").then(turned)
        .when(stated.is_not_null() & (stated != "exact")).then(stated)
        .when("is_vague").then(pl.lit("vague"))
        .otherwise(pl.lit("exact"))
    )  # fmt: skip
    low, best, high = (
        pl.when("is_vague").then(name).otherwise(value.round().cast(pl.Int64, strict=False))
        for name, value in (
            ("value_low", pl.col("first_value")),
            ("value_best", pl.col("last_value")),
            ("value_high", pl.col("last_value")),
        )
    )
    return amounts.with_columns(sense=sense).with_columns(
        value_low=pl.when(pl.col("sense") != "at_most").then(low),
        value_best=pl.when(pl.col("sense") != "range").then(best),
        value_high=pl.when(~pl.col("sense").is_in(["at_least", "more_than"])).then(high),
    )
