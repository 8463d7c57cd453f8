"""What the words around a place, or a noun that stands for one, tell of how it is meant."""

import polars as pl

from pipelines.transforms.text.places.appositions import is_apposed
from pipelines.transforms.text.places.tokens import CAPITAL, cut
from pipelines.transforms.text.runs import beside

AT_UNLISTED = r"(?i)^\s+(?:in|at|near|on|outside)\s+(?:the\s+)?$"
# "All of Helmand except (Sangin)", "all towns but A and (B)": what is told holds of the others.
BUT_FOR = (
    r"(?:except(?:ing)?(?: for)?|apart from|aside from|other than|save(?: for)?|bar|barring|"
    r"excluding|with the exception of)"
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
# "A Kunduz district" is one of its districts.
ONE_OF = r"(?i)(?-u:\b)(?:an?|another)\s$"
# No place in particular: "which areas", "no district".
OPEN_BEFORE = r"(?i)(?:^|\s)(?:which|what|whose|no|any|every|each|whatever)\s+(?:[a-z]+\s+)?$"
LED = r"(?i)(?-u:\b)(?:of|in|from|at|near|around|to|for|outside|inside|across|on)\s+(?:the\s+)?$"
OWNS = r"^['\x{2019}][sS]?\s"
# A place before one of these words only describes it.
DESCRIBES = (
    r"(?i)^['\x{2019}]s (?:[a-z]+ )?(?:government|regime|presidency|economy|archives?|artists?|"
    r"hearts?|imagination|attention|spirit|moods?|essence|beauty|soul|votes?|voters|seats?|crown|titles?|"
    r"trophy|budget|airwaves|headlines|future|past|history|culture|legacy|diversity)(?-u:\b)|"
    r"^[\s\]-]+(?:government|regime|authorities|administration|residents?|police|officials?|"
    r"airspace|based|born|bound|style|led|backed|accord|agreement|conference|talks|summit|"
    r"corps|brigades?|battalions?|regiments?|divisions?|newspaper|property|money|funds|"
    r"assets|bank|governor|mayor|cartel|boss|leader|chief|"
    r"(?:[a-z]+[\s\]]+)?(?:cathedral|embassy|consulate|parliament|ministry|university))(?-u:\b)"
)


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
