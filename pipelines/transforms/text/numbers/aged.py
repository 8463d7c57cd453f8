"""People told by their age alone: 'a 14-year-old was killed', 'a 19-year-old Palestinian'."""

import polars as pl

AGED = r"(?i)^([0-9]{1,2})[- ]year[- ]olds?$"
# "Two children, 4 years old and 1 year old": none beside them.
AS_NOUN, LED = r"(?i)(?:-old|olds)$", r"(?i)(?-u:\b)(?:an?|the|another|his|her|their|this|that) $"
ADULT = 18
# What may follow a person; a noun makes the age an adjective.
BEHIND = (
    "be", "have", "trigger", "in", "from", "by", "of", "to", "and", "or", "comma", "clause", "time",
    "bracket", "with", "pronoun",
)  # fmt: skip
# "A 19-year-old Palestinian": the word of a people.
PEOPLE = r"^ [A-Z][a-z]+(?:ian|ese|ish|an|i|ch|ist)s? ?$"


def turn_aged(spans: pl.DataFrame, shaded: pl.DataFrame) -> pl.DataFrame:
    """Mentions, those of an age that no noun follows as people, children where they are under 18.

    spans: text_no, start, end, words_before and the meaning of mentions, in order; the same comes
    back.
    """
    is_period = (pl.col("kind") == "unit") & (pl.col("sense") == "period")
    same = pl.col("text_no") == pl.col("text_no").shift(-1)
    told = (
        spans.with_row_index("row")
        .with_columns(
            next_kind=pl.when(same).then(pl.col("kind").shift(-1)),
            next_gap=pl.when(same).then(pl.col("words_before").shift(-1)),
            next_start=pl.when(same).then(pl.col("start").shift(-1)),
        )
        .filter(is_period)
        .join(shaded.select("text_no", "text"), on="text_no", maintain_order="left")
        .with_columns(
            word=pl.col("text").str.slice("start", pl.col("end") - pl.col("start")),
            ahead=pl.col("text").str.slice(0, "start"),
        )
        .with_columns(
            age=pl.col("word").str.extract(AGED, 1).cast(pl.Int32, strict=False),
            gap=pl.col("text").str.slice(
                "end", pl.coalesce("next_start", pl.col("text").str.len_chars()) - pl.col("end")
            ),
        )
    )
    is_noun = pl.col("word").str.contains(AS_NOUN) | pl.col("ahead").str.contains(LED)
    is_alone = pl.col("gap").str.contains(r"^\W*$") | pl.col("gap").str.contains(PEOPLE)
    aged = told.filter(
        pl.col("age").is_not_null(), is_noun, is_alone,
        pl.col("next_kind").is_in(BEHIND) | pl.col("next_kind").is_null(),
    )  # fmt: skip
    # "His two-year-old son" is a child as well.
    kin = told.filter(
        pl.col("age") < ADULT, pl.col("next_kind") == "people", pl.col("next_gap") == 0
    )["row"]
    if aged.is_empty() and kin.is_empty():
        return spans
    is_kin = pl.int_range(pl.len()).is_in((kin.cast(pl.Int64) + 1).implode())
    rows = pl.int_range(pl.len()).is_in(aged["row"].cast(pl.Int64).implode())
    young = pl.int_range(pl.len()).is_in(
        aged.filter(pl.col("age") < ADULT)["row"].cast(pl.Int64).implode()
    )
    return spans.with_columns(
        kind=pl.when(rows).then(pl.lit("people")).otherwise("kind"),
        sense=pl.when(rows).then(pl.lit("sg")).otherwise("sense"),
        voice=pl.when(~rows).then("voice"),
        entity_id=pl.when(young | (is_kin & pl.col("entity_id").is_null()))
        .then(pl.lit("children"))
        .when(~rows)
        .then("entity_id"),
        **{name: pl.when(~rows).then(name) for name in ("value_low", "value_best", "value_high")},
    )
