"""Places that are counted and not named: "222 of the country's 421 districts"."""

import polars as pl

from pipelines.transforms.text.grammar.attachment import lead_of
from pipelines.transforms.text.places.groups import REST

TOTAL_GAP = (
    r"(?i)^[\s,]*(?:or\s+)?(?:out\s+)?of\s+(?:the\s+|its\s+|all\s+|a total of\s+)*"
    r"(?:[a-z][a-z' \x{2019}-]*['\x{2019}]s?\s+)?$"
)
UNIT_GAP = r"^[\s-]+(?:[a-z]+[\s-]+){0,2}$"
LOCATED = r"(?i)^\s+(?:in|of|across|within|throughout)\s+(?:the\s+)?(?:[a-z]+\s+){0,2}(?:of\s+)?$"
WHOLE_COUNTRY = r"(?i)(?-u:\b)(?:country|nation)(?-u:\b)"
UNITS = {"admin2": "district", "admin1": "province", "populated_place": "town"}
UNIT_WORDS = (("capital", "provincial capital"), ("cit", "city"), ("village", "village"))
AMOUNTS = ("value_low", "value_best", "value_high")
# Letters before a number that may say that it counts what is left out.
REST_REACH = 20


def find_ratios(sentences: pl.DataFrame, context: pl.DataFrame) -> pl.DataFrame:
    """Spans of 'N of M districts': sentence_id, start, end. context: as with_context gives it."""
    return (
        read_counts(sentences, context)
        .filter(pl.col("out_of").is_not_null())
        .select("sentence_id", start="count_start", end="count_end")
    )


def read_counts(sentences: pl.DataFrame, context: pl.DataFrame) -> pl.DataFrame:
    """Counts of places of a kind, with the total they are counted from, where one is told.

    Out: count_id, article_id, sentence_id, start, end, count_start and count_end (the same), lead,
    n_triggers, the amounts, sense (qualifier), out_of, unit, counted_in (the place told between
    count and total or behind them), says_country, count_text.
    """
    over = "sentence_id"
    rows = context.join(
        sentences.select("sentence_id", base="start", sentence="text"),
        on="sentence_id",
        maintain_order="left",
    )
    # "All but two districts" counts the others, and how many these are it does not say.
    reach = pl.max_horizontal(pl.col("start") - REST_REACH, "base")
    is_rest = cut(reach, pl.col("start")).str.contains(REST)
    amounts = rows.filter((pl.col("kind") == "quantity") & ~is_rest).with_columns(
        next_start=pl.col("start").shift(-1).over(over),
        next_end=pl.col("end").shift(-1).over(over),
        next_value=pl.col("value_best").shift(-1).over(over),
    )
    gap = cut(pl.col("end"), pl.col("next_start"))
    amounts = amounts.with_columns(
        has_total=gap.str.contains(TOTAL_GAP).fill_null(False)
    ).with_columns(
        last_end=pl.when("has_total").then("next_end").otherwise("end"),
        out_of=pl.when("has_total").then("next_value"),
        gap_text=pl.when("has_total").then(gap),
    )
    counted = with_owners(with_units(amounts, rows), rows)
    lead_gap = cut(pl.coalesce("content_end", "base"), pl.col("start"))
    return counted.select(
        "article_id", "sentence_id", "start", "n_triggers", "sense", "out_of", "unit", "counted_in",
        *AMOUNTS,
        count_id="mention_id", end="unit_end", count_start="start", count_end="unit_end",
        lead=lead_of(lead_gap),
        says_country=pl.col("gap_text").str.contains(WHOLE_COUNTRY).fill_null(False)
        | cut(pl.col("unit_end"), pl.col("unit_end") + 20).str.contains(
            r"(?i)^\s+(?:in|of|across) the (?:country|nation)(?-u:\b)"
        ),
        count_text=cut(pl.col("start"), pl.col("unit_end")),
    )  # fmt: skip


def cut(start: pl.Expr, end: pl.Expr) -> pl.Expr:
    """The sentence's text between two offsets of the article."""
    return pl.col("sentence").str.slice(start - pl.col("base"), (end - start).clip(0))


def with_units(amounts: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    """Amounts that a noun of places follows, with unit and unit_end; not a total's own number."""
    nouns = rows.filter(
        pl.col("kind") == "place_noun", pl.col("sense").is_in(list(UNITS))
    ).select(
        "sentence_id", unit_start="start", unit_end="end", unit_sense="sense",
        noun=pl.col("text").str.to_lowercase(),
    )  # fmt: skip
    unit = pl.col("unit_sense").replace_strict(UNITS, default=None, return_dtype=pl.String)
    for word, name in reversed(UNIT_WORDS):
        unit = (
            pl.when(pl.col("noun").str.contains(word, literal=True))
            .then(pl.lit(name))
            .otherwise(unit)
        )
    totals = amounts.filter("has_total").select("sentence_id", start="next_start")
    return (
        amounts.join(totals, on=["sentence_id", "start"], how="anti")
        .join(nouns, on="sentence_id")
        .filter(
            pl.col("unit_start") >= pl.col("last_end"),
            cut(pl.col("last_end"), pl.col("unit_start")).str.contains(UNIT_GAP),
        )
        .sort("mention_id", "unit_start")
        .unique("mention_id", keep="first", maintain_order=True)
        .with_columns(unit=unit)
    )


def with_owners(counted: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    """Add counted_in: the place told between count and total, or right after the noun."""
    places = rows.filter(pl.col("kind") == "place", pl.col("entity_id").is_not_null()).select(
        "sentence_id", place_start="start", place_end="end", counted_in="entity_id"
    )
    is_between = (pl.col("place_start") >= pl.col("end")) & (
        pl.col("place_end") <= pl.col("unit_start")
    )
    is_after = (pl.col("place_start") >= pl.col("unit_end")) & cut(
        pl.col("unit_end"), pl.col("place_start")
    ).str.contains(LOCATED)
    owners = (
        counted.select(
            "mention_id", "sentence_id", "end", "unit_start", "unit_end", "base", "sentence"
        )
        .join(places, on="sentence_id")
        .filter(is_between | is_after)
        .sort("mention_id", "place_start")
        .unique("mention_id", keep="first", maintain_order=True)
        .select("mention_id", "counted_in")
    )
    return counted.join(owners, on="mention_id", how="left", maintain_order="left")
