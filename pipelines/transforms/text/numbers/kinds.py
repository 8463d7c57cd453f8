"""Tells numbers that count things from years, days, ages, measures, scores and names."""

import polars as pl

from pipelines.transforms.text.grammar.calendar_words import MONTH
from pipelines.transforms.text.numbers.linked_forms import day_beside_day, start_of_range
from pipelines.transforms.text.numbers.numbers import FORM_KINDS

# Units that make their number a measure, not a count of things.
MEASURES = ("measure", "money", "period")
# Before a number that could be a year, these words say that it is one.
BEFORE_YEAR = (
    r"(?i)(?-u:\b)(?:in|since|of|from|until|till|by|before|after|early|late|mid|during|year|to|"
    r"between|through|pre|post|spring|summer|autumn|fall|winter)[ -]$"
)
BEFORE_LABEL = r"(?i)(?-u:\b)(?:no\.|number|nr\.) $"
BEFORE_AGE = r"(?i)(?-u:\b)age[ds]?(?: of| between)?,? $"
BEFORE_MONEY = r"(?i)(?-u:\b)(?:rs|usd|eur|gbp|pkr|afs|uah|dollars|euros)\.? $"
# "20,000 Sudanese pounds"
AFTER_MONEY = (
    r"(?i)^ (?:[\p{L}.]+ )?(?:pounds?(?: sterling)?|dollars?|dinars?|dirhams?|riyals?|rials?|"
    r"shillings?|rupees?|liras?|francs?|euros?|r(?:o)?ubles?|hryvnias?|kyats?|pesos?|nairas?|"
    r"afghanis|birr|reals|reais|shekels?|gourdes?)(?-u:\b)"
)
# Behind a name or one person, what parts it from an age, and what then closes that.
NAME_AND_MARK = r"[A-Z][a-z]+(?:, | \()$"
MARK = r"(?:, | \()$"
CLOSED = r"^[,)]"
# The one month that is an ordinary word too.
MAY_BEFORE = r"(?-u:\b)May $"
MAY_AFTER = r"^ May(?-u:\b)"
OF_MONTH = rf"(?i)^ of {MONTH}(?-u:\b)"
# A 12-member council; but a 300-strong force is counted.
COMPOUND = r"(?i)^-(?:[a-rt-z]|s[a-su-z]|st[a-qs-z])"
# So are those of a "four-man medical crew" and a "three-member patrol".
OF_GROUP = (
    r"(?i)^-(?:man|woman|member|person) (?:[a-z-]+ ){0,2}?(?:crew|famil|househo|team|patrol|"
    r"squad|cell|gang|platoon|detachment|delegation|unit)"
)
# Signs that qualify a number: 20+, >20, ~20.
PLUS, ABOUT = r"^\+", r"~ ?$"
# So do verbs: a toll that tops 30.
MORE = r"(?i)>=? ?$|(?-u:\b)(?:tops|topped|exceed(?:s|ed)|surpass(?:es|ed)) $"
# "1. The massacre of": the number of an item.
ITEM = r"^[.)]\s"
CONTEXT = 30


def tell_counts(amounts: pl.DataFrame, shaded: pl.DataFrame, hits: pl.DataFrame) -> pl.DataFrame:
    """Give amounts their kind, and those that count nothing their form and full span.

    Out: text_no, start, end, kind, sense, value_low, value_best, value_high; in order.
    """
    near = with_neighbours(drop_repeated(amounts, shaded), shaded, hits)
    is_short = (pl.col("form") == "short").fill_null(False)
    seen = near.with_columns(
        is_short_count=is_short & is_counted(),
        form=pl.when(is_short & is_counted())
        .then(None)
        .when(is_short)
        .then(pl.lit("measure"))
        .otherwise(pl.coalesce("form", form())),
    )
    is_day = (pl.col("form") == "ordinal") & (is_month_before() | is_month_after())
    seen = seen.with_columns(form=pl.when(is_day).then(pl.lit("day")).otherwise("form"))
    seen = seen.with_columns(
        form=pl.coalesce("form", day_beside_day(), age_beside_age(), start_of_range())
    )
    is_measure = pl.col("form").is_in(MEASURES) & pl.col("unit_end").is_not_null()
    return (
        with_signs(seen)
        .filter(pl.col("form").is_not_null() | (pl.col("piece") != ".") | pl.col("is_short_count"))
        .with_columns(
            end=pl.when(is_measure)
            .then("unit_end")
            .when((pl.col("form") == "compound") | is_of_group())
            .then(pl.col("end") + pl.col("after").str.extract(r"^(-[A-Za-z]+)").str.len_bytes())
            .otherwise("end"),
            kind=pl.col("form").replace_strict(FORM_KINDS, default="quantity"),
            sense=pl.coalesce("form", "sense"),
        )
        .select("text_no", "start", "end", "kind", "sense", "value_low", "value_best", "value_high")
    )


def drop_repeated(amounts: pl.DataFrame, shaded: pl.DataFrame) -> pl.DataFrame:
    """Amounts without those that repeat the one before in brackets, as part of it: 'two (2)'."""
    texts = amounts.join(shaded.select("text_no", "folded"), on="text_no", maintain_order="left")
    start, end = pl.col("start"), pl.col("end")
    last = end.shift(1).fill_null(0)
    is_repeated = (
        (pl.col("text_no") == pl.col("text_no").shift(1))
        & (pl.col("first_value") == pl.col("first_value").shift(1))
        & (pl.col("folded").str.slice(last, pl.max_horizontal(start - last, 0)) == " (")
        & (pl.col("folded").str.slice(end, 1) == ")")
    ).fill_null(False)
    is_next = is_repeated.shift(-1).fill_null(False)
    return (
        texts.with_columns(
            is_repeated=is_repeated, end=pl.when(is_next).then(end.shift(-1) + 1).otherwise(end)
        )
        .filter(~pl.col("is_repeated"))
        .drop("folded", "is_repeated")
    )


def with_signs(seen: pl.DataFrame) -> pl.DataFrame:
    """Amounts with what a sign beside them says: 20+ is at least, >20 more than, ~20 about."""
    is_plain = pl.col("form").is_null() & (pl.col("sense") == "exact")
    is_plus = is_plain & pl.col("after").str.contains(PLUS)
    is_more = is_plain & pl.col("before").str.contains(MORE)
    is_about = is_plain & pl.col("before").str.contains(ABOUT)
    return seen.with_columns(
        end=pl.when(is_plus).then(pl.col("end") + 1).otherwise("end"),
        sense=pl.when(is_plus).then(pl.lit("at_least"))
        .when(is_more).then(pl.lit("more_than"))
        .when(is_about).then(pl.lit("about"))
        .otherwise("sense"),
        value_high=pl.when(~(is_plus | is_more)).then("value_high"),
    )  # fmt: skip


def with_neighbours(
    amounts: pl.DataFrame, shaded: pl.DataFrame, hits: pl.DataFrame
) -> pl.DataFrame:
    """Amounts with what stands right before and after: characters, and the hits that matter."""
    after = hits.filter(
        pl.col("kind").is_in(["unit", "people", "actor", "role"])
        | ((pl.col("kind") == "time") & (pl.col("sense") == "month"))
    )
    longest_after = (
        after.sort("text_no", "start", "end", "kind")
        .unique(["text_no", "start"], keep="last", maintain_order=True)
        .select(
            "text_no",
            "start",
            after_kind="kind",
            after_sense="sense",
            after_end="end",
            after_number=pl.when(pl.col("kind") == "people").then("sense").otherwise("voice"),
        )
    )
    is_label = ((pl.col("kind") == "place_noun") & (pl.col("voice") == "sg")) | (
        (pl.col("kind") == "unit") & pl.col("sense").is_in(["label", "abstract", "building"])
    )
    longest_before = (
        hits.filter(is_label | ((pl.col("kind") == "time") & (pl.col("sense") == "month")))
        .sort("text_no", "end", "start", "kind", descending=[False, False, True, False])
        .unique(["text_no", "end"], keep="last", maintain_order=True)
        .select("text_no", before_end="end", before_start="start", before_kind="kind")
    )
    persons = (
        hits.filter(pl.col("kind").is_in(["people", "role"]), is_singular())
        .select("text_no", start=pl.col("end") + 2, is_person_before=pl.lit(True))
        .unique()
    )
    start, end = pl.col("start"), pl.col("end")
    return (
        amounts.join(shaded.select("text_no", "folded"), on="text_no", maintain_order="left")
        .with_columns(
            before=pl.col("folded").str.slice(
                pl.max_horizontal(start - CONTEXT, 0), pl.min_horizontal(start, CONTEXT)
            ),
            after=pl.col("folded").str.slice(end, CONTEXT),
            after_start=end + 1,
            before_end=start - 1 - (pl.col("folded").str.slice(start - 2, 1) == ".").cast(pl.Int64),
        )
        .join(
            longest_after,
            left_on=["text_no", "after_start"],
            right_on=["text_no", "start"],
            how="left",
            maintain_order="left",
        )
        .join(longest_before, on=["text_no", "before_end"], how="left", maintain_order="left")
        .join(persons, on=["text_no", "start"], how="left", maintain_order="left")
        .with_columns(
            unit_end=pl.when(
                (pl.col("after_kind") == "unit") & pl.col("after_sense").is_in(MEASURES)
            ).then("after_end"),
            label=pl.col("folded").str.slice("before_start", 1),
        )
    )


def is_counted() -> pl.Expr:
    """True where the noun after the number is what it counts."""
    return (
        pl.col("after_kind").is_in(["people", "actor", "role", "unit"])
        & (pl.col("after_number") != "sg").fill_null(True)
        & pl.col("unit_end").is_null()
    ).fill_null(False)


def is_of_group() -> pl.Expr:
    """True where the number tells of how many a group is: "a four-man crew"."""
    return (pl.col("sense") == "exact") & pl.col("after").str.contains(OF_GROUP)


def is_singular() -> pl.Expr:
    """True for a noun of one person."""
    return pl.when(pl.col("kind") == "people").then("sense").otherwise("voice") == "sg"


def is_month_before() -> pl.Expr:
    """True where a month stands right before the number."""
    is_month = (pl.col("before_kind") == "time").fill_null(False)
    return is_month | pl.col("before").str.contains(MAY_BEFORE)


def is_month_after() -> pl.Expr:
    """True where a month stands right after the number, or after 'of'."""
    is_month = (pl.col("after_kind") == "time").fill_null(False)
    return is_month | pl.col("after").str.contains(f"{MAY_AFTER}|{OF_MONTH}")


def form() -> pl.Expr:
    """What a number is if it counts nothing: the first that fits, else null."""
    value, after = pl.col("first_value"), pl.col("after")
    is_day = pl.col("is_digits") & (value >= 1) & (pl.col("last_value") <= 31)
    is_unqualified = pl.col("sense").is_in(["exact", "range"])
    is_year = (
        pl.col("is_digits")
        & value.is_between(1900, 2100)
        & pl.col("last_value").is_between(1900, 2100)
    )
    said_year = pl.col("before").str.contains(BEFORE_YEAR) | is_month_before()
    is_label = (
        pl.col("is_digits")
        & ~is_month_before()
        & pl.col("label").str.contains("^[A-Z]")
        & ~(is_counted() & (pl.col("before_kind") == "place_noun"))
    ) | pl.col("before").str.contains(BEFORE_LABEL)
    is_money = pl.col("before").str.contains(BEFORE_MONEY) | after.str.contains(AFTER_MONEY)
    is_number_sign = (value == 0) & after.str.contains(r"^\. ?\d")
    is_item = (pl.col("before") == "") & after.str.contains(ITEM) & pl.col("is_digits")
    may_be_age = value.is_between(1, 110)
    is_age = pl.col("is_digits") & may_be_age & (pl.col("sense") == "exact")
    is_behind_name = pl.col("before").str.contains(NAME_AND_MARK)
    is_behind_person = pl.col("is_person_before") & pl.col("before").str.contains(MARK)
    return (
        pl.when(pl.col("unit_end").is_not_null()).then("after_sense")
        .when(value.fill_null(0) != value.fill_null(0).round()).then(pl.lit("measure"))
        .when(is_month_after() & is_day).then(pl.lit("day"))
        .when(is_month_before() & is_day & is_unqualified & ~is_counted())
        .then(pl.lit("day"))
        .when(is_year & is_unqualified & said_year).then(pl.lit("year"))
        .when(is_year & is_unqualified & ~is_counted() & (value % 100 != 0)).then(pl.lit("year"))
        .when(is_money).then(pl.lit("money"))
        .when(is_label | is_number_sign | is_item).then(pl.lit("label"))
        .when(pl.col("is_range") & (value > pl.col("last_value"))).then(pl.lit("score"))
        .when(may_be_age & pl.col("before").str.contains(BEFORE_AGE)).then(pl.lit("age"))
        .when(is_age & (is_behind_name | is_behind_person) & after.str.contains(CLOSED))
        .then(pl.lit("age"))
        .when(~pl.col("is_vague") & after.str.contains(COMPOUND) & ~is_of_group())
        .then(pl.lit("compound"))
    )  # fmt: skip


def age_beside_age() -> pl.Expr:
    """'age' for numbers that go on from one, where they count nobody: "aged 19, 22 and 30"."""
    gap = pl.col("folded").str.slice(
        pl.col("end").shift(1), pl.max_horizontal(pl.col("start") - pl.col("end").shift(1), 0)
    )
    goes_on = (
        (pl.col("text_no") == pl.col("text_no").shift(1))
        & gap.str.contains(r"^(?:, | and |, and | or )$")
        & ~is_counted()
    ).fill_null(False)
    is_age = pl.when(pl.col("form") == "age").then(True).when(~goes_on).then(False)
    return pl.when(is_age.forward_fill() & goes_on).then(pl.lit("age"))
