"""Times that a trigger without one of its own takes from the sentences around it."""

import polars as pl

from pipelines.transforms.text.grammar.turns import OTHER_INCIDENT
from pipelines.transforms.text.times.given_times import FEW_DAYS, FIELDS, days_long, given_times
from pipelines.transforms.text.times.known_days import weekdays_back
from pipelines.transforms.text.times.moved_times import move_times
from pipelines.transforms.text.times.proceedings import ACCUSED

# "Have attacked several mines lately": on no one day.
LATELY = r"(?i)(?-u:\b)(?:lately|of late|(?:has|have|had) recently)(?-u:\b)"
# How many sentences back a time is looked for.
IN_PARAGRAPH, INTO_QUOTE, TO_SAME_DAY = 2, 4, 6
# "Nine of them died when a tent was hit": of those whom the sentence before tells of.
OF_THEM = (
    r"(?i)^\W*(?:(?:at least |about |some |most |many |all )?(?:[a-z0-9]+ )?"
    r"of (?:them|whom|those|the (?:dead|victims|wounded|injured))|"
    r"(?:[a-z0-9]+ ){1,3}were among (?:them|the (?:dead|wounded|injured|victims)))(?-u:\b)"
)
# What has a place of its own may be another deed than the sentence before tells of.
IN_IT = r"(?i)(?-u:\b)(?:in|at) (?:the|this|that|these|those|an?|both|all|each|its|their)(?-u:\b)"
IN_PLACE = r"(?-u:\b)(?i:in|at|near|outside|around|on) \p{Lu}"
KEYS = ["anchor_id", "article_id", "sentence_id", "anchor_start", "anchor_end"]


def carried_times(
    anchors: pl.DataFrame,
    sentences: pl.DataFrame,
    times: pl.DataFrame,
    own: pl.DataFrame,
    reference: pl.DataFrame | None,
) -> pl.DataFrame:
    """Times that anchors without one of their own take from the sentences around them: anchor_id,
    sense, FIELDS, date_basis, is_said."""
    chosen = nearest_given(lacking_times(anchors, sentences, times, own), given_times(times))
    if reference is not None:
        chosen = in_days(chosen, reference)
    return shift_times(chosen).select(
        "anchor_id", "sense", *FIELDS, "date_basis", is_said="giver_said"
    )


def lacking_times(
    anchors: pl.DataFrame, sentences: pl.DataFrame, times: pl.DataFrame, own: pl.DataFrame
) -> pl.DataFrame:
    """Anchors without a time that may take one: KEYS, shift and shift_text ("two days later"),
    lead_no, what may_give asks of their sentence."""
    shifts = own.filter(pl.col("time_kind").is_null()).select(
        "anchor_id", "shift", shift_text="time_text"
    )
    dated = own.filter(pl.col("time_kind").is_not_null()).select("anchor_id")
    return (
        anchors.select(KEYS)
        .join(dated, on="anchor_id", how="anti")
        .join(in_months(times), on="sentence_id", how="anti")
        .join(shifts, on="anchor_id", how="left")
        # "In another attack the following day" counts from the one before it.
        .filter(
            pl.col("shift").is_not_null()
            | ~pl.col("sentence_id").is_in(further_incidents(sentences)["sentence_id"].implode())
        )
        .join(
            introduced(sentences).select(
                "sentence_id", "part_no", "sentence_no", "is_title", "lead_no", "is_listed",
                in_quote=pl.col("quote_no").is_not_null(),
                is_placed=pl.col("text").str.replace_all(IN_IT, " ").str.contains(IN_PLACE),
                is_of_them=pl.col("text").str.contains(OF_THEM), ahead="text", base="start",
            ),
            on="sentence_id",
        )
        # "He is accused of an attack that killed ten": not on the day of his arrest.
        .filter(
            ~pl.col("ahead")
            .str.slice(0, pl.col("anchor_start") - pl.col("base"))
            .str.contains(ACCUSED)
        )
        .drop("ahead", "base")
    )  # fmt: skip


def nearest_given(lacking: pl.DataFrame, givers: pl.DataFrame) -> pl.DataFrame:
    """Each anchor that lacks a time with the one that the nearest sentence gives it."""
    return (
        lacking.join(givers, on="article_id")
        .filter(may_give() & ~pl.col("giver_title"))
        .sort(
            "anchor_id",
            ~pl.col("is_after"),
            ~(pl.col("is_month") & calls_back()),
            sentences_back().abs(),
            "is_month",
            "giver_no",
        )
        .unique("anchor_id", keep="first", maintain_order=True)
    )


def sentences_back() -> pl.Expr:
    """How many sentences the one that gives a time is ahead of the anchor's."""
    return pl.col("sentence_no") - pl.col("giver_no")


def calls_back() -> pl.Expr:
    """True for an anchor "in this period", which has the month told before."""
    return pl.col("shift_text").str.ends_with("period").fill_null(False)


def may_give() -> pl.Expr:
    """True where a sentence gives its time to an anchor: in one paragraph, quotation or list, or
    called back from further on."""
    back = sentences_back()
    near = (
        ((pl.col("giver_part") == pl.col("part_no")) & back.is_between(1, IN_PARAGRAPH))
        | (pl.col("is_of_them") & (back == 1))
        | (pl.col("in_quote") & pl.col("giver_said") & back.is_between(1, INTO_QUOTE))
        | (pl.col("in_quote") & back.is_between(1, IN_PARAGRAPH))
        | (pl.col("shift").is_not_null() & back.is_between(1, TO_SAME_DAY))
        | (pl.col("is_title") & (pl.col("giver_no") == pl.col("lead_no")) & ~pl.col("giver_said"))
        | (pl.col("is_listed") & (pl.col("giver_no") == pl.col("lead_no")))
    )
    # "In early April gunmen attacked X. Twelve people died."
    is_of_deed = pl.col("is_of_deed") & pl.col("shift").is_null() & ~pl.col("is_placed")
    of_month = calls_back() | (is_of_deed & (back == 1))
    # "During this period" calls back a longer span of the calendar, which gives no day else.
    is_wide = (days_long() > FEW_DAYS).fill_null(False)
    of_span = pl.col("shift").is_not_null() | ~is_wide | pl.col("is_after")
    return (
        pl.when("is_after").then(back == -1).otherwise(near)
        & (~pl.col("is_month") | of_month)
        & of_span
    )


def further_incidents(sentences: pl.DataFrame) -> pl.DataFrame:
    """Sentences of another incident than the one before tells of, or of no one day, whose day is
    none of theirs: sentence_id."""
    is_other = pl.col("text").str.contains(f"{OTHER_INCIDENT}|{LATELY}")
    return sentences.filter(is_other).select("sentence_id")


def in_months(times: pl.DataFrame) -> pl.DataFrame:
    """Sentences that date something by a month or year, which take no other's day: sentence_id.

    "Talks ended in May after a raid that killed ten".
    """
    is_month = (pl.col("voice") == "on") & pl.col("sense").is_in(["month", "year"])
    return times.filter(is_month).select("sentence_id").unique(maintain_order=True)


def quote_times(
    anchors: pl.DataFrame, sentences: pl.DataFrame, dated: pl.DataFrame
) -> pl.DataFrame:
    """Times of undated anchors in quotations from the first dated anchor of the same quotation, or
    of one that ends right before it."""
    spans = (
        sentences.filter(pl.col("quote_no").is_not_null())
        .group_by("article_id", "quote_no")
        .agg(first_no=pl.col("sentence_no").min(), last_no=pl.col("sentence_no").max())
        .sort("article_id", "quote_no")
    )
    adjoins = (pl.col("article_id") == pl.col("article_id").shift(1)) & (
        pl.col("first_no") - pl.col("last_no").shift(1) <= 1
    )
    chains = spans.with_columns(chain=(~adjoins.fill_null(False)).cast(pl.Int32).cum_sum())
    placed = (
        anchors.select(KEYS)
        .join(sentences.select("sentence_id", "quote_no"), on="sentence_id")
        .join(chains.select("article_id", "quote_no", "chain"), on=["article_id", "quote_no"])
    )
    givers = (
        placed.join(dated, on="anchor_id")
        .filter(pl.col("date_basis").is_in(["said", "carried"]))
        .sort("chain", "anchor_start", "anchor_id")
        .unique("chain", keep="first", maintain_order=True)
        .select("chain", "sense", *FIELDS)
    )
    return (
        placed.join(dated, on="anchor_id", how="anti")
        .join(givers, on="chain")
        .select("anchor_id", "sense", *FIELDS, date_basis=pl.lit("carried"))
    )


def introduced(sentences: pl.DataFrame) -> pl.DataFrame:
    """Sentences with lead_no: for a headline the article's first body sentence, for an item of a
    list the line before the list that ends in a colon."""
    ordered = sentences.sort("article_id", "sentence_no")
    opens = pl.col("text").str.ends_with(":")
    new_part = pl.col("part_no") != pl.col("part_no").shift(1)
    return ordered.with_columns(
        lead=pl.when(~pl.col("is_title")).then("sentence_no").min().over("article_id"),
        colon_no=pl.when(opens).then("sentence_no").forward_fill().over("article_id"),
        colon_part=pl.when(opens).then("part_no").forward_fill().over("article_id"),
    ).with_columns(
        is_listed=(
            (pl.col("colon_part") < pl.col("part_no")) & new_part.fill_null(False)
            & (pl.col("part_no") - pl.col("colon_part") <= 6) & pl.col("quote_no").is_null()
        ).fill_null(False),
        lead_no=pl.when("is_title").then("lead").otherwise("colon_no"),
    )  # fmt: skip


def in_days(chosen: pl.DataFrame, reference: pl.DataFrame) -> pl.DataFrame:
    """Carried times that are to be moved, weekdays as days from the article's own: ten days before
    Saturday is no Wednesday of this week."""
    today = reference.select(
        "article_id", today=pl.col("reference_on").dt.weekday().cast(pl.Int32)
    ).drop_nulls()
    is_moved = (
        pl.col("shift").is_not_null()
        & (pl.col("time_kind") == "weekday")
        & pl.col("time_weekday_end").is_null()
        & pl.col("today").is_not_null()
    )
    days = -weekdays_back(pl.col("today"), pl.col("time_weekday"))
    return (
        chosen.join(today, on="article_id", how="left", maintain_order="left")
        .with_columns(
            time_kind=pl.when(is_moved).then(pl.lit("days")).otherwise("time_kind"),
            time_days_start=pl.when(is_moved).then(days).otherwise("time_days_start"),
            time_days_end=pl.when(is_moved).then(days).otherwise("time_days_end"),
            time_weekday=pl.when(~is_moved.fill_null(False)).then("time_weekday"),
        )
        .drop("today")
    )


def shift_times(chosen: pl.DataFrame) -> pl.DataFrame:
    """Carried times, moved by the days that the text says: 'the day before', 'two days later'."""
    shift = pl.col("shift").fill_null(0)
    return move_times(chosen, shift).with_columns(
        sense=pl.col("time_kind"),
        time_text=pl.coalesce("shift_text", "time_text"),
        is_since=pl.col("is_since") & (shift == 0),
        date_basis=pl.lit("carried"),
    )
