"""Places and place nouns of sentences, and how each hangs together with its neighbours."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.grammar.attachment import with_context
from pipelines.transforms.text.runs import beside, last_before

# What may stand between two places, or a place and its noun, of one group.
# A dash between blanks parts a dateline from what happened.
DIRECT = r"^(?:[\s\"'\x{201C}\x{201D}\x{2018}\x{2019}#]*|[\"'\x{201D}\x{2019}]?-)$"
OWNER = r"^['\x{2019}][sS]?\s+(?:[a-z-]+\s+){0,2}$"
OF = r"(?i)^\s+of\s+(?:the\s+|its\s+|nearby\s+)?[\"'\x{201C}#]?$"
BRACKET = r"^\s*\($"
LIST = (
    r"(?i)^[\s\"'\x{201D}]*(?:,|/|&|(?-u:\b)(?:and|or|as well as)(?-u:\b))"
    r"(?:[\s,]+(?:and|or|both|then|also|the|its|nearby|neighbou?ring|as well as|a))*"
    r"[\s,]*[\"'\x{201C}#]?$"
)
AND = r"(?i)(?-u:\b)(?:and|or|as well as)(?-u:\b)|&"

COMMA = r"^\s*,\s*$"
CAPITAL = r"(?i)(?-u:\b)capital"
# Organisations and things that are seized as places are: "the police headquarters", "positions".
SEIZED_SEATS = (
    r"(?i)(?:headquarters|administration|palace|ministry|parliament|governor's office|positions?)$"
)
# "the village of X" is X, and "the A village of X" is not A.
SMALL_NOUN = "populated_place"
# No one counts more places than this; larger amounts count something else.
MANY = 100_000


def read_place_tokens(
    sentences: pl.DataFrame, mentions: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """One row per place and place noun, in the order of the text, in groups that hang together.

    Adds to the mention: group_no; noun_use (suffix, prefix, apposed, owner, alone; null for a
    place); of a place with its noun, noun_sense, noun_voice, noun_text, head_start, head_end and
    the text around; the place's ancestors; is_container (it only locates another of its group);
    the last amount before it (0 where it has no value).
    """
    return mark_containers(classify(join_gaps(read_tokens(sentences, mentions, lexicons))))


def read_tokens(
    sentences: pl.DataFrame, mentions: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """Places and place nouns with the text before and after each, and a place's ancestors."""
    run, is_amount = pl.col("run"), pl.col("kind") == "quantity"
    amount = pl.coalesce("value_best", "value_low", "value_high", 0).clip(upper_bound=MANY)
    rows = (
        with_context(mentions)
        .lazy()
        .with_columns(
            amount_start=last_before(pl.when(is_amount).then("start"), run),
            amount_end=last_before(pl.when(is_amount).then("end"), run),
            amount=last_before(pl.when(is_amount).then(amount), run).cast(pl.Int32),
        )
        .with_columns(seats())
        .filter(pl.col("kind").is_in(["place", "place_noun"]))
        .join(
            sentences.lazy().select("sentence_id", base="start", stop="end", sentence="text"),
            on="sentence_id",
            maintain_order="left",
        )
    )
    places = lexicons.places.lazy().select(
        "location_id", "location_type", "country_id", "admin1_id", "admin2_id"
    )
    return (
        rows.join(
            places, left_on="entity_id", right_on="location_id", how="left", maintain_order="left"
        )
        .with_columns(
            gap=cut(pl.coalesce("content_end", "base"), pl.col("start")),
            after=cut(pl.col("end"), pl.col("stop")),
        )
        .collect(engine="in-memory")
    )


def seats() -> list[pl.Expr]:
    """kind, sense and voice, of facilities for seats of organisations and positions held."""
    is_seat = (
        ((pl.col("kind") == "role") & (pl.col("sense") == "organisation"))
        | ((pl.col("kind") == "unit") & (pl.col("sense") == "thing"))
    ) & pl.when(pl.col("kind").is_in(["role", "unit"])).then("text").str.contains(SEIZED_SEATS)
    is_many = pl.col("text").str.contains(r"(?i)positions$")
    voice = pl.when(is_many).then(pl.lit("pl")).otherwise(pl.lit("sg"))
    return [
        pl.when(is_seat.fill_null(False)).then(value).otherwise(name).alias(name)
        for name, value in (
            ("kind", pl.lit("place_noun")), ("sense", pl.lit("facility")), ("voice", voice)
        )
    ]  # fmt: skip


def cut(start: pl.Expr, end: pl.Expr) -> pl.Expr:
    """The sentence's text between two offsets of the article."""
    return pl.col("sentence").str.slice(start - pl.col("base"), (end - start).clip(0))


def join_gaps(tokens: pl.DataFrame) -> pl.DataFrame:
    """Add glue (how a token hangs on the one before it; null: not at all) and group_no."""
    before = beside(pl.col("end"), pl.col("run"), 1)
    gap = cut(before, pl.col("start"))
    speaks = (pl.col("next_kind") == "speech") & (pl.col("next_start") - pl.col("end") == 1)
    glue = (
        pl.when(before.is_null())
        .then(None)
        .when(gap.str.contains(DIRECT))
        .then(pl.lit("direct"))
        .when(gap.str.contains(OWNER))
        .then(pl.lit("owner"))
        .when(gap.str.contains(OF))
        .then(pl.lit("of"))
        .when(gap.str.contains(BRACKET))
        .then(pl.lit("bracket"))
        # "X takes A, Kyiv denies"
        .when(gap.str.contains(LIST) & ~(gap.str.contains(COMMA) & speaks).fill_null(False))
        .then(pl.when(gap.str.contains(AND)).then(pl.lit("and")).otherwise(pl.lit("comma")))
    )
    return tokens.with_columns(glue=glue).with_columns(
        group_no=pl.col("glue").is_null().cast(pl.Int32).cum_sum()
    )


def classify(tokens: pl.DataFrame) -> pl.DataFrame:
    """Add what each noun does in its group, and to each place the noun it has."""
    group = pl.col("group_no")
    is_noun, is_place = pl.col("kind") == "place_noun", pl.col("kind") == "place"
    next_glue = beside(pl.col("glue"), group, -1)
    is_prefix = (beside(pl.col("kind"), group, -1) == "place") & next_glue.is_in(["of", "direct"])
    next_type = beside(pl.col("location_type"), group, -1).fill_null(SMALL_NOUN)
    is_small = (pl.col("sense") == SMALL_NOUN) & (next_type == SMALL_NOUN)
    is_apposed = (pl.col("glue") == "comma") & (pl.col("voice") != "pl")
    use = (
        pl.when(~is_noun)
        .then(None)
        .when(
            (beside(pl.col("kind"), group, 1) == "place")
            & (pl.col("glue") == "direct")
            & ~(is_prefix & (next_glue == "of") & is_small).fill_null(False)
        )
        .then(pl.lit("suffix"))
        .when(next_glue == "owner")
        .then(pl.lit("owner"))
        .when(is_apposed & (~is_prefix | pl.col("text").str.contains(CAPITAL)))
        .then(pl.lit("apposed"))
        .when(is_prefix)
        .then(pl.lit("prefix"))
        .otherwise(pl.lit("alone"))
    )
    tokens = tokens.with_columns(noun_use=use, next_glue=next_glue)
    tokens = tokens.with_columns(
        gap=skip_owners(),
        next_gap=pl.col("next_start") - pl.col("end"),
        use_before=beside(pl.col("noun_use"), group, 1).fill_null(""),
        has_suffix=is_place & (beside(pl.col("noun_use"), group, -1) == "suffix").fill_null(False),
    ).with_columns(has_prefix=is_place & (pl.col("use_before") == "prefix"))
    return tokens.with_columns(
        noun_sense=of_noun("sense", pl.when(is_noun).then("sense")),
        noun_voice=of_noun("voice", pl.when(is_noun).then("voice")),
        noun_text=of_noun("text", pl.when(is_noun).then("text")).str.to_lowercase(),
        prefix_voice=pl.when("has_prefix").then(beside(pl.col("voice"), group, 1)),
        head_content=from_prefix("content_end"),
        head_start=from_prefix("start"),
        head_gap=from_prefix("gap"),
        own_glue=from_prefix("glue"),
        head_end=from_suffix("end"),
        head_after=from_suffix("after"),
        head_next_kind=from_suffix("next_kind"),
        head_next_gap=from_suffix("next_gap"),
        after_glue=from_suffix("next_glue"),
        has_capital=(
            beside(pl.col("text"), group, 1).str.contains(CAPITAL) & pl.col("has_prefix")
        ).fill_null(False),
        is_after_apposed=pl.col("use_before") == "apposed",
        is_before_prefix=(
            (pl.col("kind") == "place")
            & (next_glue == "direct")
            & (beside(pl.col("noun_use"), group, -1) == "prefix")
        ).fill_null(False),
    )


def from_prefix(column: str) -> pl.Expr:
    """The column of the noun before a place ('district of'), where it has one; else its own."""
    before = beside(pl.col(column), pl.col("group_no"), 1)
    return pl.when("has_prefix").then(before).otherwise(column)


def from_suffix(column: str) -> pl.Expr:
    """The column of the noun after a place, where it has one; else its own."""
    after = beside(pl.col(column), pl.col("group_no"), -1)
    return pl.when("has_suffix").then(after).otherwise(column)


def of_noun(column: str, own: pl.Expr) -> pl.Expr:
    """The column of the noun that a place has; for a noun, its own."""
    group = pl.col("group_no")
    return (
        pl.when("has_suffix")
        .then(beside(pl.col(column), group, -1))
        .when("has_prefix")
        .then(beside(pl.col(column), group, 1))
        .otherwise(own)
    )


def skip_owners() -> pl.Expr:
    """The gap before a token, or before what it belongs to: 'in the country's Baghlan province',
    'in the Baghlan village of A'."""
    is_located = (pl.col("noun_use") == "prefix") & (pl.col("glue") == "direct")
    gap, is_owned = pl.col("gap"), ((pl.col("glue") == "owner") | is_located).fill_null(False)
    for _ in range(2):
        gap = pl.when(is_owned).then(beside(gap, pl.col("group_no"), 1)).otherwise(gap)
    return gap


def mark_containers(tokens: pl.DataFrame) -> pl.DataFrame:
    """Add is_container: the place only says where another place of its group lies."""
    keys = ["group_no"]
    ancestors = (
        tokens.filter(pl.col("entity_id").is_not_null())
        .unpivot(
            on=["country_id", "admin1_id", "admin2_id"],
            index=[*keys, "entity_id"],
            value_name="ancestor_id",
        )
        .filter(pl.col("ancestor_id") != pl.col("entity_id"))
        .select(*keys, entity_id="ancestor_id")
        .unique()
        .with_columns(is_ancestor=pl.lit(True))
    )
    joined = tokens.join(
        ancestors, on=[*keys, "entity_id"], how="left", maintain_order="left"
    ).with_columns(pl.col("is_ancestor").fill_null(False))
    is_listed = (pl.col("own_glue") == "and").fill_null(False) | (
        pl.col("after_glue") == "and"
    ).fill_null(False)
    is_wide = pl.col("location_type").is_in(["country", "admin1", "region"]) | (
        pl.col("own_glue").is_in(["of", "bracket"])
    )
    # "Toretsk, Bakhmut district": where the town lies, and no second place.
    group = pl.col("group_no")
    is_town = (beside(pl.col("kind"), group, 1) == "place") | (
        beside(pl.col("sense"), group, 1) == "populated_place"
    )
    is_unit_called = (
        pl.col("has_suffix")
        & pl.col("noun_sense").is_in(["admin1", "admin2", "region"])
        & (pl.col("noun_voice") == "sg")
        & (pl.col("own_glue") == "comma")
        & is_town
        & ~is_listed
    ).fill_null(False)
    return joined.with_columns(
        is_container=(pl.col("kind") == "place")
        & (
            (pl.col("is_ancestor") & is_wide.fill_null(False) & ~is_listed)
            | is_unit_called
            | (pl.col("next_glue") == "owner").fill_null(False)
            | pl.col("is_before_prefix")
            | pl.col("is_after_apposed")
        )
    )
