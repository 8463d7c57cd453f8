"""Members of parties, unions and churches that bear no arms: "two leaders of the Liberal Party"."""

import polars as pl

from pipelines.transforms.text.parties.generic_actors import UNIDENTIFIED

MEMBERS = (
    r"(?i)^(?:(?:former|local|prominent|suspected|alleged) )?"
    r"(?:members?|followers?|supporters?|militants?|activists?|sympathizers?)$"
)
BODY = (
    r"(?:Part(?:y|ies)|PART(?:Y|IES)|Unions?|UNIONS?|Federation|FEDERATION|Confederation|"
    r"CONFEDERATION|Association|ASSOCIATION|Cooperative|COOPERATIVE|Church|CHURCH|Committee|"
    r"COMMITTEE|League|LEAGUE|Congress|CONGRESS|Parliament|PARLIAMENT|Assembly|ASSEMBLY|Senate|SENATE|Cabinet|CABINET)"
)
NAMES = r"(?:[A-Z][\p{L}'\x{2019}.-]* ){1,4}?"
THE = r"(?:(?:the|THE|a|A|an|AN|his|HIS|her|HER|its|ITS) )?"
OF_BODY = rf"^ (?:of|OF|from|FROM) {THE}(?:[a-z][a-z-]+ ){{0,2}}?({NAMES}{BODY})(?-u:\b)"
# "Of the left-wing party Patriotic Union"
OF_NAMED = (
    r"^ (?i:of|from) (?:(?i:the|an?) )?(?:(?:[a-z-]+|[A-Z-]{3,}) ){0,2}?(?i:party|union|federation|"
    r"confederation|association|movement) (?:(?i:the) )?((?:[A-Z][\p{L}'\x{2019}.-]+ ?){1,5})"
)
OF_HOUSE = (
    r"(?i)^ (?:of|from) (?:the )?(?:parliament|congress|senate|"
    r"(?:national |legislative |town |city )?(?:assembly|council)|"
    r"(?:ruling|governing|opposition|main opposition|government) part(?:y|ies)|"
    r"(?:local |international |national |[a-z]+ese |[a-z]+an )?(?:red cross|red crescent|"
    r"(?:diplomatic|observer|trade|medical|aid|relief) (?:missions?|corps|teams?|delegations?))|"
    # "Of humanitarian and labour organizations"
    r"(?:an? |two |several |various |local |other )?(?:[a-z]+(?:, | and ))?(?:humanitarian|labou?r|"
    r"student|peasant|farmers['\x{2019}]?|workers['\x{2019}]?|women['\x{2019}]?s?|church|"
    r"religious|christian|catholic|human rights|rights|civic|civil society|community|aid|relief|"
    r"charity|environmental|indigenous|neighbou?rhood|teachers['\x{2019}]?|trade union|union|"
    r"youth|cultural|non-?governmental|opposition) (?:and [a-z]+ )?"
    r"(?:groups?|organi[sz]ations?|associations?|unions?|movements?|agenc(?:y|ies)|"
    r"federations?|committees?|bodies|parties))(?-u:\b)"
)
BODY_BEFORE = rf"({NAMES}{BODY}) $"
# Bodies of states, and those whose members bear arms.
OTHER_BODY = (
    r"(?i)(?:african|european|soviet) union|maoist|revolutionary|liberation|armed|jihad|islami|"
    r"kurdistan|baath"
)
APPOSED, REACH = r"(?i), (?:an?|one|another) (?:[a-z]+ )?$", 80
# One person named alone: "killed Ruiz, a member of the Liberal Party".
APPOSED_ONE = (
    r"(?i)(?:kill(?:ed|ing)|murder(?:ed|ing| of)|assassinat(?:ed|ing|ion of)|shot(?: dead)?|"
    r"wound(?:ed|ing)|kidnap(?:ped|ping)(?: of)?|abduct(?:ed|ing|ion of)|execut(?:ed|ing|ion of)|"
    r"killing of|death of|injur(?:ed|ing))((?: [\p{L}.'\x{2019}-]+){1,5}), "
    r"(?:an?|one|another) (?:[a-z]+ )?$"
)
TWO = r"(?i) (?:and|with|his|her|their|in|at|near|by|of|or)(?: |$)"
CIVILIANS = "civilians"
CIVIL_KINDS = (
    "civilians", "children", "women", "students", "teachers", "health-workers", "aid-workers",
    "journalists",
)  # fmt: skip


def turn_civil_members(spans: pl.DataFrame, shaded: pl.DataFrame) -> pl.DataFrame:
    """Mentions, members without an owner of a party, a union or a church as civilians; not where
    the lexicon knows the body as an armed one.

    spans: text_no, start, end and the meaning of mentions, in order; the same comes back.
    """
    run = pl.col("text_no")
    told = (
        spans.with_row_index("row")
        .with_columns(
            is_before_actor=pl.any_horizontal(
                (pl.col("kind").shift(-step) == "actor")
                & (run == run.shift(-step))
                & (pl.col("start").shift(-step) - pl.col("end") <= REACH)
                for step in (1, 2, 3)
            ).fill_null(False),
            is_behind_actor=(
                (pl.col("kind").shift(1) == "actor")
                & (run == run.shift(1))
                & (pl.col("start") - pl.col("end").shift(1) <= 1)
            ).fill_null(False),
        )
        # "Militants" of a party are its activists, unlike those of nobody in particular.
        .filter(
            pl.col("kind") == "people",
            pl.col("entity_id").is_null() | (pl.col("entity_id") == UNIDENTIFIED),
        )
        .join(shaded.select("text_no", "text"), on="text_no", maintain_order="left")
        .with_columns(
            word=pl.col("text").str.slice("start", pl.col("end") - pl.col("start")),
        )
        .filter(pl.col("word").str.contains(MEMBERS))
        .with_columns(
            behind=pl.col("text").str.slice("end", REACH),
            ahead=pl.col("text").str.slice(0, "start").str.tail(REACH),
        )
    )
    body = pl.coalesce(
        pl.col("behind").str.extract(OF_BODY, 1),
        pl.col("ahead").str.extract(BODY_BEFORE, 1),
        pl.col("behind").str.extract(OF_NAMED, 1),
    )
    one = pl.col("ahead").str.extract(APPOSED_ONE, 1)
    is_of_body = body.is_not_null() & ~body.str.contains(OTHER_BODY)
    civil = told.filter(
        ~pl.col("is_before_actor"),
        ~pl.col("is_behind_actor"),
        # "Ruiz and his friend, a member of the Liberal Party" are told as one.
        ~pl.col("ahead").str.contains(APPOSED) | ~one.str.contains(TWO).fill_null(True),
        is_of_body | pl.col("behind").str.contains(OF_HOUSE),
    )
    if civil.is_empty():
        return spans
    is_civil = pl.int_range(pl.len()).is_in(civil["row"].cast(pl.Int64).implode())
    return spans.with_columns(
        entity_id=pl.when(is_civil).then(pl.lit(CIVILIANS)).otherwise("entity_id")
    )
