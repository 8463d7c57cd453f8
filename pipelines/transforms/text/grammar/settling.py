"""Which of the spans that finders found stand, which are one, and how they follow each other."""

import polars as pl

from pipelines.transforms.text.grammar import matching

# What words for one armed person stand for: "rebel", "paramilitary", "militant".
ARMED = (
    "unidentified-armed-group", "generic-local-militia", "generic-paramilitaries",
    "security-forces",
)  # fmt: skip
# What the state may have beside its nationals: "the National Police headquarters".
OF_STATE = ("actor", "people", "place_noun", "role", "unit")
# The words of a gap; lone letters are what an apostrophe left behind.
GAP_WORD = r"[a-z0-9]{2,}|[0-9]"


def settle(spans: pl.DataFrame) -> pl.DataFrame:
    """Spans that do not overlap; unknown places give way to everything but punctuation and
    the nouns and shorter names that open or end theirs ("Mount Hermon", "Canyon Creek")."""
    is_unknown = (pl.col("kind") == "place") & pl.col("entity_id").is_null()
    key = ["text_no", "start", "end"]
    inner = spans.select(*key, "kind").with_row_index("at").filter(
        pl.col("kind").is_in(["place", "place_noun"])
    )  # fmt: skip
    unknown = spans.filter(is_unknown).select(key)
    within = [
        inner.join(unknown, on=["text_no", edge]).filter(is_shorter)["at"]
        for edge, is_shorter in (
            ("start", pl.col("end") < pl.col("end_right")),
            ("end", pl.col("start") > pl.col("start_right")),
        )
    ]
    if any(len(rows) for rows in within):
        spans = spans.filter(
            ~pl.int_range(pl.len(), dtype=pl.UInt32).is_in(pl.concat(within).implode())
        )
    placed = matching.place(spans)
    is_known = ~spans.select(is_unknown).to_series()
    known = matching.settled(placed.filter(is_known))
    unknown = matching.settled(placed.filter(~is_known))
    return spans[beside_known(known, unknown)["row"]]


def beside_known(known: pl.DataFrame, unknown: pl.DataFrame) -> pl.DataFrame:
    """The known spans with the unknown ones that overlap none of them, sorted. In and out: row,
    start and end, as matching.settled gives them."""
    spans = known.with_columns(is_known=True).merge_sorted(
        unknown.with_columns(is_known=False), key="start"
    )
    known_end = pl.when("is_known").then("end").cum_max().forward_fill()
    known_start = pl.when("is_known").then("start").backward_fill()
    is_free = (pl.col("start") >= known_end.fill_null(0)) & (
        pl.col("end") <= known_start.fill_null(2**62)
    )
    return spans.filter(pl.col("is_known") | is_free)


def join_adjectives(spans: pl.DataFrame) -> pl.DataFrame:
    """Words for an armed person are part of a name or noun right after, bodies of one, numbers of
    a party: 'the paramilitary RSF', 'a UN driver', 'the 4th Infantry Brigade'. So is a national,
    who is a person in any other place: 'the National Police'."""
    armed = (
        (pl.col("kind") == "people")
        & (pl.col("sense") == "sg")
        & pl.col("entity_id").is_in(ARMED)
        & pl.col("kind").shift(-1).is_in(["actor", "people"])
    )
    body = (
        (pl.col("kind") == "role")
        & (pl.col("sense") == "organisation")
        & (pl.col("kind").shift(-1) == "people")
    )
    numbered = (pl.col("sense") == "ordinal") & (pl.col("kind").shift(-1) == "actor")
    of_state = (
        (pl.col("kind") == "people")
        & (pl.col("voice") == "adjective")
        & pl.col("kind").shift(-1).is_in(OF_STATE)
    )
    is_adjective = (
        (armed | body | numbered | of_state)
        & (pl.col("text_no").shift(-1) == pl.col("text_no"))
        & (pl.col("start").shift(-1) == pl.col("end") + 1)
    ).fill_null(False)
    is_joined = is_adjective.shift(1, fill_value=False)
    return spans.with_columns(
        start=pl.when(is_joined).then(pl.col("start").shift(1)).otherwise("start"),
        is_adjective=is_adjective,
    ).filter(~pl.col("is_adjective")).drop("is_adjective")  # fmt: skip


def number(spans: pl.DataFrame, shaded: pl.DataFrame) -> pl.DataFrame:
    """Spans with mention_no and words_before."""
    is_first = (pl.col("text_no") != pl.col("text_no").shift(1)).fill_null(True)
    row = pl.int_range(pl.len(), dtype=pl.Int32)
    gap_start = pl.when(is_first).then(0).otherwise(pl.col("end").shift(1))
    numbered = spans.with_columns(
        mention_no=(row - pl.when(is_first).then(row).forward_fill()).cast(pl.Int32),
        gap_start=gap_start,
        gap_length=pl.col("start") - gap_start,
    ).with_row_index("row")
    gaps = numbered.filter(pl.col("gap_length") > 1).join(
        shaded.select("text_no", "shadow"), on="text_no", maintain_order="left"
    )
    words = gaps.select(
        "row",
        words_before=pl.col("shadow")
        .str.slice("gap_start", "gap_length")
        .str.count_matches(GAP_WORD)
        .cast(pl.Int32),
    )
    counted = numbered.join(words, on="row", how="left", maintain_order="left").with_columns(
        pl.col("words_before").fill_null(0)
    )
    return count_killed(count_methods(counted)).drop("row", "gap_start", "gap_length")


def count_methods(spans: pl.DataFrame) -> pl.DataFrame:
    """A way of attack right after its number is a unit: 'three airstrikes' are no three people.

    Attacks stay attacks, weapons ('two car bombs') are things that happened.
    """
    is_counted = (
        (pl.col("kind") == "method")
        & (pl.col("kind").shift(1) == "quantity").fill_null(False)
        & (pl.col("mention_no") > 0)
        & (pl.col("words_before") == 0)
    )
    return spans.with_columns(
        kind=pl.when(is_counted).then(pl.lit("unit")).otherwise("kind"),
        sense=pl.when(is_counted & (pl.col("voice") == "event"))
        .then(pl.lit("attack"))
        .when(is_counted)
        .then(pl.lit("happening"))
        .otherwise("sense"),
    )


def count_killed(spans: pl.DataFrame) -> pl.DataFrame:
    """Behind a number, KIA is no army of Kachin: 'two KIA, five WIA' are dead and wounded."""
    is_counted = (
        (pl.col("kind") == "actor")
        & (pl.col("entity_id") == "kia")
        & (pl.col("kind").shift(1) == "quantity")
        & (pl.col("mention_no") > 0)
        & (pl.col("words_before") == 0)
    ).fill_null(False)
    return spans.with_columns(
        kind=pl.when(is_counted).then(pl.lit("trigger")).otherwise("kind"),
        sense=pl.when(is_counted).then(pl.lit("killed")).otherwise("sense"),
        voice=pl.when(is_counted).then(pl.lit("died")).otherwise("voice"),
        entity_id=pl.when(~is_counted).then("entity_id"),
    )
