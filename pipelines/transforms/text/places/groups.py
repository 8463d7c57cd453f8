"""Places of a sentence as groups: lists, counted places without names, and what contains them."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.grammar.attachment import lead_of
from pipelines.transforms.text.places.antecedents import resolve_groups
from pipelines.transforms.text.places.head_signs import (
    BUT_FOR,
    PART_NOUNS,
    PARTLY,
    is_modifier,
    located_after,
    what_is_meant,
)
from pipelines.transforms.text.places.tokens import CAPITAL, cut, read_place_tokens

ANY_PREPOSITION = (
    r"(?i)(?-u:\b)(?:in|inside|within|across|around|near|at|on|over|from|to|by|with|for)(?-u:\b)"
)

# "The village of" or "the ... village" with a name that no gazetteer knows.
NAME_AFTER = r"^(\s+of\s+(?:the\s+|al[\s-]|el[\s-])?[A-Z][\w'-]*(?:[\s-][A-Z][\w'-]*)*)"
SENTENCE_START = (
    r"^[\s\"'\x{201C}\x{2018}]*[A-Z][\w'-]*|"
    r"(?-u:\b)(?:The|An?|Its|Their|Our|These|Those|This|That)\s"
)
NAME_BEFORE = r"(?:^|\s)((?:(?:al|el|as|ad|an|ar|at)-)?(?:[A-Z][\w'-]+\s+)+)$"
DEFINITE = (
    r"(?:^|[\s\"'(\x{201C}\x{2018}])(?i:the|its|their|this|that|these|those|both|all)"
    r"\s+(?:[a-z-]+\s+){0,2}(?:[a-z]+-)?$"
)
# "Became the tenth provincial capital (to fall)": the one told of, where "the capital" may be any.
ONE_OF_MANY = (
    r"(?i)(?-u:\b)the (?:only |very )?(?:first|second|third|last|latest|next|[a-z]+th|"
    r"[0-9]+(?:st|nd|rd|th)) $"
)
# Nouns that may stand for a place told before: "the city", "the districts".
STANDING_NOUNS = ("admin1", "admin2", "populated_place", "country")
COUNTED = r"(?i)^\s*(?:of\s+)?(?:the\s+|its\s+)?(?:[a-z]+[\s-]+){0,3}$"
REST = r"(?i)(?-u:\b)(?:all but|all except(?: for)?|except(?: for)?|apart from|excluding)\s+$"
EXCEPTED = (
    r"(?i)(?:(?-u:\b)(?:all|every\w*|whole|entire|rest|most|throughout)(?-u:\b)[^.;:]{0,60}?,?"
    rf"\s(?:but|{BUT_FOR})|^\W*{BUT_FOR}|(?-u:\b)all (?:but|except(?: for)?))\s+"
    r"(?:the\s+)?(?:[a-z]+\s+of\s+)?(?-i:(?:[A-Z][\w'\x{2019}-]+\s?){1,3}(?:, | ?and ))*$"
)
# "it", or a phrase of speech that ends with it: "said it had (been captured)".
STANDING_FOR = r"(?i)^(?:it|they|them)$|\s(?:it|they) (?:had|has|have|was|were)$"
# "Took it back"
HELD_INSIDE = r"(?i)\s(it|them)(?:\s|$)"
# "Control of Goma passed to X" tells of Goma.
CONTROL_OF = r"(?:^|[^\p{L}])(?:[Cc]ontrol (?:of|over)|[Aa]ll of|[Tt]he whole of) (?:the )?$"
# "cleared the hills of A fighters" tells whom they were cleared of.
PEOPLE_OF = (
    r"^\s+of\s+(?:the\s+)?(?:[\w'-]+\s+){1,4}?(?:fighters|militants|rebels|forces|troops|insurgents|"
    r"gunmen|soldiers|terrorists|remnants)(?-u:\b)"
)


def group_places(
    sentences: pl.DataFrame,
    mentions: pl.DataFrame,
    lexicons: Lexicons,
    focus: pl.DataFrame | None = None,
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Group the places and place nouns of sentences, or of those in focus (sentence_id) only.

    Out, first the groups: group_id, article_id, sentence_id, start, end, lead (the preposition
    before it, 'none' for none, 'part' for "parts of"), kind (named; unlisted: a name that no
    gazetteer knows; unnamed; definite: "the city"; pronoun), is_modifier (no place is meant:
    "Kunduz residents", "which areas"). Then their members, one row per place: group_id,
    member_no, location_id, location_text, location_type, n_places (null where the place itself is
    meant, else how many unnamed places in it), member_start, member_end. Places that only locate
    others ("in Baghlan province") are groups or containers of their own, never members.
    """
    near = mentions if focus is None else mentions.join(focus, on="sentence_id", how="semi")
    tokens = read_place_tokens(sentences, near, lexicons)
    heads = pl.concat([read_heads(tokens), pronoun_heads(sentences, near)])
    groups, members = resolve_groups(sentences, mentions, heads, lexicons)
    return groups.sort("group_id"), members.sort("group_id", "member_no")


def read_heads(tokens: pl.DataFrame) -> pl.DataFrame:
    """One row per place or lone noun that may be meant, with the container beside it, if any."""
    keys = ["group_no"]
    tokens = tokens.with_columns(
        container_id=pl.when("is_container").then("entity_id").drop_nulls().first().over(keys),
        n_named=((pl.col("kind") == "place") & ~pl.col("is_container")).sum().over(keys),
        is_listing=(pl.col("own_glue") == "and").any().over(keys),
    )
    tokens = tokens.with_columns(located_after=located_after())
    is_alone = pl.col("noun_use") == "alone"
    heads = tokens.filter(
        ((pl.col("kind") == "place") & ~pl.col("is_container"))
        | (is_alone & (pl.col("sense") != "country"))
        | (is_alone & pl.col("gap").str.contains(DEFINITE)),
        ~cut(pl.col("base"), pl.col("head_start")).str.contains(EXCEPTED),
    )
    read = with_kinds(with_counts(with_names(heads.lazy())))
    return read.select(
        "article_id", "sentence_id", "group_no",
        kind="head_kind", start="head_start", end="head_end",
        location_id=pl.when("is_named").then("entity_id"),
        location_type=pl.when("is_named").then("location_type"),
        container_id="container_id", noun_sense="noun_sense", noun_text="noun_text",
        is_plural=pl.col("noun_voice") == "pl",
        n_places=places_meant(),
        lead=lead_of_head(),
        is_modifier=is_modifier(),
        is_listed=(pl.col("is_named") & pl.col("is_listing")).fill_null(False),
        location_text=pl.when(pl.col("is_named") & pl.col("entity_id").is_null()
                              & pl.col("prefix_voice").eq_missing(pl.lit("pl")))
        .then("text")
        .otherwise(cut(pl.col("head_start"), pl.col("head_end"))),
    ).collect(engine="in-memory")  # fmt: skip


def with_names(heads: pl.LazyFrame) -> pl.LazyFrame:
    """Add is_named, and of lone nouns is_unlisted and how far the name that no gazetteer knows
    reaches behind and ahead of them: n_after, n_before."""
    is_alone = pl.col("noun_use") == "alone"
    named_of = pl.when(~pl.col("after").str.contains(PEOPLE_OF)).then(
        pl.col("after").str.extract(NAME_AFTER, 1)
    )
    unopened = pl.col("gap").str.replace(SENTENCE_START, " ")
    return heads.with_columns(
        name_after=pl.when(is_alone).then(pl.coalesce(named_of, "located_after")),
        name_before=pl.when(is_alone).then(unopened.str.extract(NAME_BEFORE, 1)),
        is_named=pl.col("kind") == "place",
    ).with_columns(
        is_unlisted=pl.col("name_after").is_not_null() | pl.col("name_before").is_not_null(),
        n_before=pl.col("name_before").str.len_chars().fill_null(0).cast(pl.Int32),
        n_after=pl.col("name_after").str.len_chars().fill_null(0).cast(pl.Int32),
    )


def with_counts(heads: pl.LazyFrame) -> pl.LazyFrame:
    """Add is_counted ("three districts"), amount, is_rest ("all but three districts") and is_share
    ("most of the city", which is part of one place and no number of them)."""
    gap = cut(pl.col("amount_end"), pl.col("head_start"))
    is_counted = (
        gap.str.contains(COUNTED)
        & ~gap.str.contains(ANY_PREPOSITION)
        & (pl.col("amount_end") <= pl.col("head_start"))
        & (pl.col("amount_start") >= pl.coalesce("head_content", "base"))
    ).fill_null(False)
    is_share = (
        is_counted & (pl.col("amount") == 0) & (pl.col("noun_voice") == "sg").fill_null(False)
    )
    is_counted &= ~is_share
    # "three districts of Samangan": three places in it. "All but three" counts the others.
    is_some_of = pl.col("prefix_voice").eq_missing(pl.lit("pl")) & (pl.col("n_named") == 1)
    is_rest = cut(pl.col("base"), pl.col("amount_start")).str.contains(REST).fill_null(False)
    return heads.with_columns(
        is_share=is_share,
        is_rest=is_rest & is_counted,
        has_count=is_counted,
        is_counted=is_counted & (~pl.col("is_named") | is_some_of) & ~is_rest,
        amount=pl.when(is_counted & ~is_rest & (pl.col("amount") > 0)).then("amount"),
    )


def with_kinds(heads: pl.LazyFrame) -> pl.LazyFrame:
    """Add meant, head_kind, and where the head begins and ends with its count and name."""
    is_capital = pl.col("noun_text").str.contains(CAPITAL) & ~pl.col("gap").str.contains(
        ONE_OF_MANY
    )
    is_part = pl.col("noun_text").is_in(PART_NOUNS)
    may_stand = pl.col("noun_sense").is_in(STANDING_NOUNS) & ~(is_part | is_capital)
    is_definite = ~pl.col("has_count") & may_stand & pl.col("gap").str.contains(DEFINITE)
    return heads.with_columns(
        meant=what_is_meant(),
        head_kind=pl.when(pl.col("is_named") & pl.col("entity_id").is_not_null())
        .then(pl.lit("named"))
        .when(pl.col("is_named") | pl.col("is_unlisted"))
        .then(pl.lit("unlisted"))
        .when(is_definite)
        .then(pl.lit("definite"))
        .otherwise(pl.lit("unnamed")),
    ).with_columns(
        head_start=pl.when("is_counted")
        .then("amount_start")
        .otherwise(pl.col("head_start") - pl.col("n_before")),
        head_end=pl.col("head_end") + pl.col("n_after"),
    )


def places_meant() -> pl.Expr:
    """How many unnamed places a head stands for; null where it is the place itself."""
    is_unknown = pl.col("is_named") & pl.col("entity_id").is_null()
    is_plural = pl.coalesce("prefix_voice", "noun_voice") == "pl"
    return pl.when((pl.col("meant") != "itself") | is_unknown).then(
        pl.coalesce(
            "amount",
            pl.when(pl.col("is_named") & (pl.col("n_named") > 1)).then(1),
            pl.when(is_plural).then(2).otherwise(1).cast(pl.Int32),
        )
    )


def lead_of_head() -> pl.Expr:
    """The preposition before a head and its count; 'part' where but a part of it is meant."""
    is_amount = pl.col("is_counted") | pl.col("is_rest")
    amount_lead = cut(pl.coalesce("head_content", "base"), pl.col("amount_start"))
    return (
        pl.when(is_amount)
        .then(lead_of(pl.when(is_amount).then(amount_lead)))
        .when(pl.col("is_share") | pl.col("head_gap").str.contains(PARTLY))
        .then(pl.lit("part"))
        .when(cut(pl.col("base"), pl.col("head_start")).str.contains(CONTROL_OF))
        .then(pl.lit("none"))
        .otherwise(lead_of(pl.col("head_gap")))
    )


def pronoun_heads(sentences: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """'it' and 'they' as groups that may stand for places told before."""
    # "It said nine were captured": whoever speaks is no place.
    speaks = (
        (pl.col("kind").shift(-1) == "speech")
        & (pl.col("words_before").shift(-1) <= 1)
        & (pl.col("sentence_id").shift(-1) == pl.col("sentence_id"))
        & (pl.col("kind") == "pronoun")
    ).fill_null(False)
    # What a word of taking holds itself stands right behind it.
    holds_it = (pl.col("kind") == "trigger") & pl.col("text").str.contains(HELD_INSIDE)
    return (
        mentions.filter(
            (
                pl.col("kind").is_in(["pronoun", "speech"])
                & pl.col("text").str.contains(STANDING_FOR)
                & ~speaks
            )
            | holds_it
        )
        .join(sentences.select("sentence_id"), on="sentence_id", how="semi")
        .select(
            "article_id", "sentence_id",
            group_no=-pl.col("mention_no") - 1,
            kind=pl.lit("pronoun"),
            start=pl.when(holds_it).then("end").otherwise("start"), end="end",
            location_id=pl.lit(None, pl.String), location_type=pl.lit(None, pl.String),
            container_id=pl.lit(None, pl.String),
            noun_sense=pl.lit(None, pl.String), noun_text=pl.lit("it"),
            is_plural=pl.col("text").str.contains(r"(?i)(?-u:\b)the[ym](?-u:\b)"),
            n_places=pl.lit(None, pl.Int32), lead=pl.lit("pronoun"),
            is_modifier=pl.lit(False), is_listed=pl.lit(False),
            location_text=pl.when(holds_it).then(pl.col("text").str.extract(HELD_INSIDE, 1))
            .otherwise("text"),
        )
    )  # fmt: skip
