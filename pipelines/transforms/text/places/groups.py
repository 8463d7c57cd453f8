"""Places of a sentence as groups: lists, counted places without names, and what contains them."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.grammar.attachment import lead_of
from pipelines.transforms.text.places.antecedents import resolve_groups
from pipelines.transforms.text.places.appositions import is_apposed
from pipelines.transforms.text.places.tokens import CAPITAL, cut, read_place_tokens
from pipelines.transforms.text.runs import beside

ANY_PREPOSITION = (
    r"(?i)(?-u:\b)(?:in|inside|within|across|around|near|at|on|over|from|to|by|with|for)(?-u:\b)"
)

# "The village of" or "the ... village" with a name that no gazetteer knows.
NAME_AFTER = r"^(\s+of\s+(?:the\s+|al[\s-]|el[\s-])?[A-Z][\w'-]*(?:[\s-][A-Z][\w'-]*)*)"
SENTENCE_START = (
    r"^[\s\"'\x{201C}\x{2018}]*[A-Z][\w'-]*|"
    r"(?-u:\b)(?:The|An?|Its|Their|Our|These|Those|This|That)\s"
)
AT_UNLISTED = r"(?i)^\s+(?:in|at|near|on|outside)\s+(?:the\s+)?$"
NAME_BEFORE = r"(?:^|\s)((?:(?:al|el|as|ad|an|ar|at)-)?(?:[A-Z][\w'-]+\s+)+)$"
DEFINITE = (
    r"(?:^|[\s\"'(\x{201C}\x{2018}])(?i:the|its|their|this|that|these|those|both|all)"
    r"\s+(?:[a-z-]+\s+){0,2}(?:[a-z]+-)?$"
)
# Nouns that may stand for a place told before: "the city", "the districts".
STANDING_NOUNS = ("admin1", "admin2", "populated_place", "country")
COUNTED = r"(?i)^\s*(?:of\s+)?(?:the\s+|its\s+)?(?:[a-z]+[\s-]+){0,3}$"
REST = r"(?i)(?-u:\b)(?:all but|all except(?: for)?|except(?: for)?|apart from|excluding)\s+$"
# "All of Helmand except (Sangin)", "all towns but A and (B)": what is told holds of the others.
BUT_FOR = (
    r"(?:except(?:ing)?(?: for)?|apart from|aside from|other than|save(?: for)?|bar|barring|"
    r"excluding|with the exception of)"
)
EXCEPTED = (
    r"(?i)(?:(?-u:\b)(?:all|every\w*|whole|entire|rest|most|throughout)(?-u:\b)[^.;:]{0,60}?,?"
    rf"\s(?:but|{BUT_FOR})|^\W*{BUT_FOR}|(?-u:\b)all (?:but|except(?: for)?))\s+"
    r"(?:the\s+)?(?:[a-z]+\s+of\s+)?(?-i:(?:[A-Z][\w'\x{2019}-]+\s?){1,3}(?:, | ?and ))*$"
)
PARTLY_AFTER = rf"(?i)^(?:\s+[a-z]+)?,?\s+{BUT_FOR}\s"
# A place so introduced is only partly meant: "parts of Kunduz".
PARTLY = (
    r"(?i)(?-u:\b)(?:parts?|most|much|some|half|swath?es?|areas|bulk|percent|per cent|third|edge|"
    r"entrances?|gates?|centre|center|ruins|rubble|"
    r"scraps?|slivers?|patch|stretch(?:es)?)\s+of\s+(?:the\s+)?(?:[a-z]+\s+)?$|"
    r"%\s+of\s+(?:the\s+)?$"
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
# "Control of Goma passed to X" tells of Goma.
CONTROL_OF = r"(?:^|[^\p{L}])(?:[Cc]ontrol (?:of|over)|[Aa]ll of|[Tt]he whole of) (?:the )?$"
# "cleared the hills of A fighters" tells whom they were cleared of.
PEOPLE_OF = (
    r"^\s+of\s+(?:the\s+)?(?:[\w'-]+\s+){1,4}?(?:fighters|militants|rebels|forces|troops|insurgents|"
    r"gunmen|soldiers|terrorists|remnants)(?-u:\b)"
)
# No place in particular: "which areas", "no district".
# "A Kunduz district" is one of its districts.
ONE_OF = r"(?i)(?-u:\b)(?:an?|another)\s$"
OPEN_BEFORE = r"(?i)(?:^|\s)(?:which|what|whose|no|any|every|each|whatever)\s+(?:[a-z]+\s+)?$"
LED = r"(?i)(?-u:\b)(?:of|in|from|at|near|around|to|for|outside|inside|across|on)\s+(?:the\s+)?$"
OWNS = r"^['\x{2019}]s?\s"
# A place before one of these words only describes it.
DESCRIBES = (
    r"(?i)^['\x{2019}]s (?:government|regime|presidency|economy)(?-u:\b)|"
    r"^[\s\]-]+(?:government|regime|authorities|administration|residents?|police|officials?|"
    r"airspace|based|born|bound|style|led|backed|accord|agreement|conference|talks|summit|"
    r"corps|brigades?|battalions?|regiments?|divisions?|newspaper|property|money|funds|assets|bank|governor|mayor|cartel|boss|leader|chief|"
    r"(?:[a-z]+[\s\]]+)?(?:cathedral|embassy|consulate|parliament|ministry|university))(?-u:\b)"
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
    heads = tokens.filter(
        ((pl.col("kind") == "place") & ~pl.col("is_container"))
        | ((pl.col("noun_use") == "alone") & (pl.col("sense") != "country"))
        | ((pl.col("noun_use") == "alone") & pl.col("gap").str.contains(DEFINITE)),
        ~cut(pl.col("base"), pl.col("head_start")).str.contains(EXCEPTED),
    )
    amount_gap = cut(pl.col("amount_end"), pl.col("head_start"))
    is_counted = (
        amount_gap.str.contains(COUNTED)
        & ~amount_gap.str.contains(ANY_PREPOSITION)
        & (pl.col("amount_end") <= pl.col("head_start"))
        & (pl.col("amount_start") >= pl.coalesce("head_content", "base"))
    ).fill_null(False)
    # "Most of the city" is part of one place, and no number of them.
    is_share = (
        is_counted & (pl.col("amount") == 0) & (pl.col("noun_voice") == "sg").fill_null(False)
    )
    is_counted &= ~is_share
    # "three districts of Samangan": three places in it. "All but three" counts the others.
    is_some_of = pl.col("prefix_voice").eq_missing(pl.lit("pl")) & (pl.col("n_named") == 1)
    is_rest = cut(pl.col("base"), pl.col("amount_start")).str.contains(REST).fill_null(False)
    is_alone, gap = pl.col("noun_use") == "alone", pl.col("gap")
    heads = (
        heads.lazy()
        .with_columns(
            name_after=pl.when(is_alone).then(
                pl.coalesce(
                    pl.when(~pl.col("after").str.contains(PEOPLE_OF)).then(
                        pl.col("after").str.extract(NAME_AFTER, 1)
                    ),
                    "located_after",
                )
            ),
            name_before=pl.when(is_alone).then(
                gap.str.replace(SENTENCE_START, " ").str.extract(NAME_BEFORE, 1)
            ),
            is_named=pl.col("kind") == "place",
        )
        .with_columns(
            is_unlisted=pl.col("name_after").is_not_null() | pl.col("name_before").is_not_null(),
            n_before=pl.col("name_before").str.len_chars().fill_null(0).cast(pl.Int32),
            n_after=pl.col("name_after").str.len_chars().fill_null(0).cast(pl.Int32),
        )
    )
    may_stand = pl.col("noun_sense").is_in(STANDING_NOUNS) & ~(
        pl.col("noun_text").is_in(PART_NOUNS) | pl.col("noun_text").str.contains(CAPITAL)
    )
    heads = heads.with_columns(
        meant=what_is_meant(),
        is_rest=is_rest & is_counted,
        is_counted=is_counted & (~pl.col("is_named") | is_some_of) & ~is_rest,
        amount=pl.when(is_counted & ~is_rest & (pl.col("amount") > 0)).then("amount"),
        head_kind=pl.when(pl.col("is_named") & pl.col("entity_id").is_not_null())
        .then(pl.lit("named"))
        .when("is_named").then(pl.lit("unlisted"))
        .when("is_unlisted").then(pl.lit("unlisted"))
        .when(~is_counted & may_stand & gap.str.contains(DEFINITE)).then(pl.lit("definite"))
        .otherwise(pl.lit("unnamed")),
    ).with_columns(
        head_start=pl.when("is_counted").then("amount_start")
        .otherwise(pl.col("head_start") - pl.col("n_before")),
        head_end=pl.col("head_end") + pl.col("n_after"),
    )  # fmt: skip
    amount_lead = cut(pl.coalesce("head_content", "base"), pl.col("amount_start"))
    read = heads.select(
        "article_id", "sentence_id", "group_no",
        kind="head_kind", start="head_start", end="head_end",
        location_id=pl.when("is_named").then("entity_id"),
        location_type=pl.when("is_named").then("location_type"),
        container_id="container_id", noun_sense="noun_sense", noun_text="noun_text",
        is_plural=pl.col("noun_voice") == "pl",
        n_places=pl.when(
            (pl.col("meant") != "itself")
            | (pl.col("is_named") & pl.col("entity_id").is_null())
        ).then(
            pl.coalesce(
                "amount",
                pl.when(pl.col("is_named") & (pl.col("n_named") > 1)).then(1),
                pl.when(pl.coalesce("prefix_voice", "noun_voice") == "pl")
                .then(2).otherwise(1).cast(pl.Int32),
            )
        ),
        lead=pl.when(pl.col("is_counted") | pl.col("is_rest"))
        .then(lead_of(pl.when(pl.col("is_counted") | pl.col("is_rest")).then(amount_lead)))
        .when(is_share | pl.col("head_gap").str.contains(PARTLY)).then(pl.lit("part"))
        .when(cut(pl.col("base"), pl.col("head_start")).str.contains(CONTROL_OF))
        .then(pl.lit("none"))
        .otherwise(lead_of(pl.col("head_gap"))),
        is_modifier=is_modifier(),
        is_listed=(pl.col("is_named") & pl.col("is_listing")).fill_null(False),
        location_text=pl.when(pl.col("is_named") & pl.col("entity_id").is_null()
                              & pl.col("prefix_voice").eq_missing(pl.lit("pl")))
        .then("text")
        .otherwise(cut(pl.col("head_start"), pl.col("head_end"))),
    )  # fmt: skip
    return read.collect(engine="in-memory")


def located_after() -> pl.Expr:
    """'at X' behind a noun, where no gazetteer knows X: the place told is 'the base at X'."""
    run = pl.col("run")
    gap = cut(pl.col("end"), beside(pl.col("start"), run, -1))
    is_unlisted = (beside(pl.col("kind"), run, -1) == "place") & (
        beside(pl.col("entity_id").is_null(), run, -1)
    )
    return pl.when(is_unlisted & gap.str.contains(AT_UNLISTED)).then(
        cut(pl.col("end"), beside(pl.col("end"), run, -1))
    )


def is_modifier() -> pl.Expr:
    """True where no place is meant: 'Kunduz residents', "Moscow's troops", 'which areas'."""
    next_kind = pl.col("head_next_kind").is_in(["people", "actor", "role"])
    is_owner = pl.col("head_after").str.contains(OWNS) & (pl.col("head_next_gap") <= 3)
    is_owner &= (pl.col("next_glue") != "owner").fill_null(True)
    # "Turkey said": but "residents of Kunduz said" tells of Kunduz.
    is_speaker = (
        (pl.col("head_next_kind") == "speech")
        & (pl.col("head_next_gap") <= 1)
        & ~pl.col("head_gap").str.contains(LED)
    )
    return (
        pl.col("head_after").str.contains(DESCRIBES)
        | is_apposed(cut(pl.col("base"), pl.col("head_start")), pl.col("head_after"))
        | pl.col("head_gap").str.contains(OPEN_BEFORE)
        | (next_kind & ((pl.col("head_next_gap") <= 1) | is_owner))
        | is_speaker
    ).fill_null(False)


def what_is_meant() -> pl.Expr:
    """'itself', or 'part' where unnamed places in the place are meant, or a part of it."""
    is_place = pl.col("kind") == "place"
    is_wide = pl.col("location_type").is_in(["country", "admin1"])
    is_capital_of = is_wide & (pl.col("has_capital") | pl.col("noun_text").str.contains(CAPITAL))
    is_lone_plural = (
        pl.coalesce("prefix_voice", "noun_voice").eq_missing(pl.lit("pl"))
        | (pl.col("noun_voice") == "pl")
    ) & (pl.col("n_named") == 1)
    # "parts of A and B"; "the A-B highway" runs between the two.
    is_listed = pl.col("own_glue").is_in(["and", "comma"])
    partly = pl.col("head_gap").str.contains(PARTLY)
    goes_on = pl.col("head_after").str.contains(r"^\s?-\s?\p{L}")
    is_end = (pl.col("after_glue") == "direct") & goes_on
    is_part = (
        (is_listed & partly.first().over("group_no"))
        | is_end
        | pl.col("noun_text").is_in(PART_NOUNS)
        | pl.col("noun_sense").is_in(PART_SENSES)
        | pl.col("head_gap").str.contains(PARTLY)
        | pl.col("head_after").str.contains(PARTLY_AFTER)
        | is_capital_of
        | is_lone_plural
        | (pl.col("head_gap").str.contains(ONE_OF) & pl.col("noun_text").is_not_null())
    ).fill_null(False)
    is_town = pl.col("noun_text").is_in(TOWN_NOUNS) & (pl.col("head_start") < pl.col("start"))
    is_whole = (pl.col("location_type") == "facility").fill_null(False) | is_town.fill_null(False)
    return (
        pl.when(is_place & (is_whole | ~is_part)).then(pl.lit("itself")).otherwise(pl.lit("part"))
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
    return (
        mentions.filter(
            pl.col("kind").is_in(["pronoun", "speech"]),
            pl.col("text").str.contains(STANDING_FOR),
            ~speaks,
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
            is_modifier=pl.lit(False), is_listed=pl.lit(False), location_text=pl.col("text"),
        )
    )  # fmt: skip
