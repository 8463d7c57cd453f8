"""Places of a sentence as groups: lists, counted places without names, and what contains them."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.attachment import CONTENT, lead_of
from pipelines.transforms.text.place_antecedents import resolve_groups

ANY_PREPOSITION = (
    r"(?i)(?-u:\b)(?:in|inside|within|across|around|near|at|on|over|from|to|by|with|for)(?-u:\b)"
)

# What may stand between two places, or a place and its noun, of one group.
DIRECT = r"^[\s\"'\x{201C}\x{201D}\x{2018}\x{2019}#-]*$"
OWNER = r"^['\x{2019}]s?\s+(?:[a-z-]+\s+){0,2}$"
OF = r"(?i)^\s+of\s+(?:the\s+|its\s+|nearby\s+)?[\"'\x{201C}#]?$"
BRACKET = r"^\s*\($"
LIST = (
    r"(?i)^[\s\"'\x{201D}]*(?:,|/|&|(?-u:\b)(?:and|or|as well as)(?-u:\b))"
    r"(?:[\s,]+(?:and|or|both|then|also|the|its|nearby|neighbou?ring|as well as|a))*"
    r"[\s,]*[\"'\x{201C}#]?$"
)
AND = r"(?i)(?-u:\b)(?:and|or|as well as)(?-u:\b)|&"

CAPITAL = r"(?i)(?-u:\b)capital"
DEFINITE = r"(?i)(?:^|\s)(?:the|its|their|this|that|these|those|both|all)\s+(?:[a-z-]+\s+){0,2}$"
COUNTED = r"(?i)^\s*(?:of\s+)?(?:the\s+|its\s+)?(?:[a-z]+[\s-]+){0,3}$"
# A place so introduced is only partly meant: "parts of Kunduz".
PARTLY = (
    r"(?i)(?-u:\b)(?:parts?|most|much|some|half|swath?es?|areas|bulk|percent|per cent|third|edge|"
    r"entrances?|gates?|centre|center)\s+of\s+(?:the\s+)?$|%\s+of\s+(?:the\s+)?$"
)
PART_NOUNS = (
    "outskirts", "suburb", "suburbs", "neighborhood", "neighborhoods", "neighbourhood",
    "neighbourhoods", "quarter", "countryside", "front", "fronts", "front line", "frontline",
    "border", "hill", "hills", "heights", "downtown", "city center", "city centre",
)  # fmt: skip
PART_SENSES = ("facility", "water")
# "The port of Kismayo" is the town.
TOWN_NOUNS = ("port", "seaport")
# "it", or a phrase of speech that ends with it: "said it had (been captured)".
STANDING_FOR = r"(?i)^(?:it|they|them)$|\s(?:it|they) (?:had|has|have|was|were)$"
# A place before one of these words only describes it.
DESCRIBES = (
    r"^[\s-]+(?:government|regime|authorities|administration|residents?|police|officials?|"
    r"airspace|based|born|bound|style|led|backed|accord|agreement|conference|talks|summit|"
    r"newspaper|property|money|funds|assets|bank|governor|mayor)(?-u:\b)"
)


def group_places(
    sentences: pl.DataFrame, mentions: pl.DataFrame, lexicons: Lexicons
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Group the places and place nouns of sentences.

    Out, first the groups: group_id, article_id, sentence_id, start, end, lead (the preposition
    before it, 'none' for none), kind (named, unnamed, definite, pronoun), is_modifier (it only
    describes the noun after it). Then their members, one row per place: group_id, member_no,
    location_id, location_text, location_type, n_places (null where the place itself is meant, else
    how many unnamed places in it), member_start, member_end. Places that only locate others
    ("in Baghlan province") are groups or containers of their own, never members.
    """
    tokens = mark_containers(classify(join_gaps(read_tokens(sentences, mentions, lexicons))))
    heads = pl.concat([read_heads(tokens), pronoun_heads(sentences, mentions)])
    groups, members = resolve_groups(sentences, heads, lexicons)
    return groups.sort("group_id"), members.sort("group_id", "member_no")


def read_tokens(
    sentences: pl.DataFrame, mentions: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """Places and place nouns with the text before and after each, and a place's ancestors."""
    over = "sentence_id"
    is_amount = pl.col("kind") == "quantity"

    def last(value: str, where: pl.Expr) -> pl.Expr:
        return pl.when(where).then(pl.col(value)).shift(1).forward_fill().over(over)

    rows = (
        mentions.sort("sentence_id", "mention_no")
        .with_columns(amount=pl.coalesce("value_best", "value_low", "value_high").cast(pl.Int32))
        .with_columns(
            content_end=last("end", pl.col("kind").is_in(CONTENT)),
            amount_start=last("start", is_amount),
            amount_end=last("end", is_amount),
            amount=last("amount", is_amount),
            next_kind=pl.col("kind").shift(-1).over(over),
            next_start=pl.col("start").shift(-1).over(over),
        )
        .filter(pl.col("kind").is_in(["place", "place_noun"]))
        .join(
            sentences.select("sentence_id", base="start", stop="end", sentence="text"),
            on="sentence_id",
            maintain_order="left",
        )
    )
    places = lexicons.places.select(
        "location_id", "location_type", "country_id", "admin1_id", "admin2_id"
    )
    return rows.join(
        places, left_on="entity_id", right_on="location_id", how="left", maintain_order="left"
    ).with_columns(
        gap=cut(pl.coalesce("content_end", "base"), pl.col("start")),
        after=cut(pl.col("end"), pl.col("stop")),
    )


def cut(start: pl.Expr, end: pl.Expr) -> pl.Expr:
    """The sentence's text between two offsets of the article."""
    return pl.col("sentence").str.slice(start - pl.col("base"), (end - start).clip(0))


def join_gaps(tokens: pl.DataFrame) -> pl.DataFrame:
    """Add glue (how a token hangs on the one before it; null: not at all) and group_no."""
    before = pl.col("end").shift(1).over("sentence_id")
    gap = cut(before, pl.col("start"))
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
        .when(gap.str.contains(LIST))
        .then(pl.when(gap.str.contains(AND)).then(pl.lit("and")).otherwise(pl.lit("comma")))
    )
    return tokens.with_columns(glue=glue).with_columns(
        group_no=pl.col("glue").is_null().cast(pl.Int32).cum_sum().over("sentence_id")
    )


def classify(tokens: pl.DataFrame) -> pl.DataFrame:
    """Add what each noun does in its group, and to each place the noun it has."""
    over = ["sentence_id", "group_no"]
    is_noun, is_place = pl.col("kind") == "place_noun", pl.col("kind") == "place"
    prev_kind, next_kind = (pl.col("kind").shift(step).over(over) for step in (1, -1))
    next_glue = pl.col("glue").shift(-1).over(over)
    is_prefix = (next_kind == "place") & next_glue.is_in(["of", "direct"])
    is_apposed = (pl.col("glue") == "comma") & (pl.col("voice") != "pl")
    use = (
        pl.when(~is_noun)
        .then(None)
        .when((prev_kind == "place") & (pl.col("glue") == "direct"))
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
    has_prefix = is_place & (pl.col("noun_use").shift(1).over(over) == "prefix").fill_null(False)
    has_suffix = is_place & (pl.col("noun_use").shift(-1).over(over) == "suffix").fill_null(False)

    def nouns(column: str, own: pl.Expr) -> pl.Expr:
        return (
            pl.when(has_suffix)
            .then(pl.col(column).shift(-1).over(over))
            .when(has_prefix)
            .then(pl.col(column).shift(1).over(over))
            .otherwise(own)
        )

    tokens = tokens.with_columns(gap=skip_owners(over))
    return tokens.with_columns(
        noun_sense=nouns("sense", pl.when(is_noun).then("sense")),
        noun_voice=nouns("voice", pl.when(is_noun).then("voice")),
        noun_text=nouns("text", pl.when(is_noun).then("text")).str.to_lowercase(),
        head_start=pl.when(has_prefix).then(pl.col("start").shift(1).over(over)).otherwise("start"),
        head_end=pl.when(has_suffix).then(pl.col("end").shift(-1).over(over)).otherwise("end"),
        head_gap=pl.when(has_prefix).then(pl.col("gap").shift(1).over(over)).otherwise("gap"),
        head_after=pl.when(has_suffix).then(pl.col("after").shift(-1).over(over)).otherwise("after"),
        head_next_kind=pl.when(has_suffix).then(pl.col("next_kind").shift(-1).over(over))
        .otherwise("next_kind"),
        head_next_gap=pl.when(has_suffix)
        .then((pl.col("next_start") - pl.col("end")).shift(-1).over(over))
        .otherwise(pl.col("next_start") - pl.col("end")),
        own_glue=pl.when(has_prefix).then(pl.col("glue").shift(1).over(over)).otherwise("glue"),
        after_glue=pl.when(has_suffix).then(pl.col("next_glue").shift(-1).over(over))
        .otherwise("next_glue"),
        has_capital=(
            pl.col("text").shift(1).over(over).str.contains(CAPITAL)
            & (pl.col("noun_use").shift(1).over(over) == "prefix")
        ).fill_null(False),
        is_after_apposed=(pl.col("noun_use").shift(1).over(over) == "apposed").fill_null(False),
    )  # fmt: skip


def skip_owners(over: list[str]) -> pl.Expr:
    """The gap before a token, or before its owners: 'in the country's Baghlan province'."""
    gap, is_owned = pl.col("gap"), pl.col("glue") == "owner"
    for _ in range(2):
        gap = pl.when(is_owned).then(gap.shift(1).over(over)).otherwise(gap)
    return gap


def mark_containers(tokens: pl.DataFrame) -> pl.DataFrame:
    """Add is_container: the place only says where another place of its group lies."""
    keys = ["sentence_id", "group_no"]
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
    return joined.with_columns(
        is_container=(pl.col("kind") == "place")
        & (
            (pl.col("is_ancestor") & is_wide.fill_null(False) & ~is_listed)
            | (pl.col("next_glue") == "owner").fill_null(False)
            | pl.col("is_after_apposed")
        )
    )


def read_heads(tokens: pl.DataFrame) -> pl.DataFrame:
    """One row per place or lone noun that may be meant, with the container beside it, if any."""
    keys = ["sentence_id", "group_no"]
    tokens = tokens.with_columns(
        container_id=pl.when("is_container").then("entity_id").drop_nulls().first().over(keys),
        n_named=((pl.col("kind") == "place") & ~pl.col("is_container")).sum().over(keys),
    )
    heads = tokens.filter(
        ((pl.col("kind") == "place") & ~pl.col("is_container"))
        | ((pl.col("noun_use") == "alone") & (pl.col("sense") != "country"))
        | ((pl.col("noun_use") == "alone") & pl.col("gap").str.contains(DEFINITE))
    )
    amount_gap = cut(pl.col("amount_end"), pl.col("head_start"))
    is_counted = (
        amount_gap.str.contains(COUNTED)
        & ~amount_gap.str.contains(ANY_PREPOSITION)
        & (pl.col("amount_end") <= pl.col("head_start"))
        & (pl.col("amount_start") >= pl.coalesce("content_end", "base"))
    ).fill_null(False)
    heads = heads.with_columns(is_counted=is_counted, is_named=pl.col("kind") == "place")
    return heads.with_columns(meant=what_is_meant()).select(
        "article_id", "sentence_id", "group_no",
        kind=pl.when("is_named").then(pl.lit("named"))
        .when(~pl.col("is_counted") & pl.col("gap").str.contains(DEFINITE)).then(pl.lit("definite"))
        .otherwise(pl.lit("unnamed")),
        start=pl.when(pl.col("is_counted") & ~pl.col("is_named")).then("amount_start")
        .otherwise("head_start"),
        end="head_end",
        location_id=pl.when("is_named").then("entity_id"),
        location_type=pl.when("is_named").then("location_type"),
        container_id="container_id",
        noun_sense="noun_sense", noun_text="noun_text",
        is_plural=pl.col("noun_voice") == "pl",
        n_places=pl.when(pl.col("meant") == "itself").then(None)
        .when("is_counted").then(pl.col("amount").clip(1))
        .when(pl.col("noun_voice") == "pl").then(2).otherwise(1).cast(pl.Int32),
        lead=lead_of(pl.col("head_gap")),
        is_modifier=(
            pl.col("head_after").str.contains(DESCRIBES)
            | (
                pl.col("head_next_kind").is_in(["people", "actor", "role"])
                & (pl.col("head_next_gap") <= 1)
            )
        ).fill_null(False),
        location_text=cut(pl.when(pl.col("is_counted") & ~pl.col("is_named")).then("amount_start")
        .otherwise("head_start"), pl.col("head_end")),
    )  # fmt: skip


def what_is_meant() -> pl.Expr:
    """'itself', or 'part' where unnamed places in the place are meant, or a part of it."""
    is_place = pl.col("kind") == "place"
    is_wide = pl.col("location_type").is_in(["country", "admin1"])
    is_capital_of = is_wide & (pl.col("has_capital") | pl.col("noun_text").str.contains(CAPITAL))
    is_lone_plural = (pl.col("noun_voice") == "pl") & (pl.col("n_named") == 1)
    is_part = (
        pl.col("noun_text").is_in(PART_NOUNS)
        | pl.col("noun_sense").is_in(PART_SENSES)
        | pl.col("head_gap").str.contains(PARTLY)
        | is_capital_of
        | is_lone_plural
    ).fill_null(False)
    is_town = pl.col("noun_text").is_in(TOWN_NOUNS) & (pl.col("head_start") < pl.col("start"))
    is_whole = (pl.col("location_type") == "facility").fill_null(False) | is_town.fill_null(False)
    return (
        pl.when(is_place & (is_whole | ~is_part)).then(pl.lit("itself")).otherwise(pl.lit("part"))
    )


def pronoun_heads(sentences: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """'it' and 'they' as groups that may stand for places told before."""
    return (
        mentions.filter(
            pl.col("kind").is_in(["pronoun", "speech"]),
            pl.col("text").str.contains(STANDING_FOR),
        )
        .join(sentences.select("sentence_id"), on="sentence_id", how="semi")
        .select(
            "article_id", "sentence_id",
            group_no=-pl.col("mention_no") - 1,
            kind=pl.lit("pronoun"), start="start", end="end",
            location_id=pl.lit(None, pl.String), location_type=pl.lit(None, pl.String),
            container_id=pl.lit(None, pl.String),
            noun_sense=pl.lit(None, pl.String), noun_text=pl.lit("it"),
            is_plural=pl.col("text").str.contains(r"(?i)(?-u:\b)the[ym](?-u:\b)"),
            n_places=pl.lit(None, pl.Int32), lead=pl.lit("pronoun"),
            is_modifier=pl.lit(False), location_text=pl.col("text"),
        )
    )  # fmt: skip
