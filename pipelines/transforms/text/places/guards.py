"""Names of places that name no place where they stand: surnames, firms, rivers, adjectives."""

import polars as pl

from pipelines.transforms.text.grammar.calendar_words import MONTH, WEEKDAY

FUNCTION_WORDS = (
    "a", "an", "the", "this", "that", "these", "those", "its", "their", "his", "her", "our", "my",
    "your", "in", "on", "at", "by", "for", "from", "to", "of", "with", "without", "within", "into",
    "near", "around", "outside", "inside", "after", "before", "since", "until", "during", "under",
    "over", "between", "across", "through", "towards", "toward", "against", "amid", "despite",
    "like", "unlike", "upon", "via", "and", "or", "but", "nor", "so", "yet", "if", "as", "when",
    "while", "where", "once", "because", "although", "though", "than", "then", "now", "here",
    "there", "today", "yesterday", "tomorrow", "meanwhile", "however", "also", "still", "even",
    "only", "just", "both", "all", "some", "any", "many", "most", "several", "other", "another",
    "each", "every", "no", "not", "why", "how", "what", "who", "which", "whose", "is", "are",
    "was", "were", "be", "been", "has", "have", "had", "do", "does", "did", "will", "would", "can",
    "could", "should", "may", "might", "must", "it", "he", "she", "they", "we", "i", "you",
    "northern", "southern", "eastern", "western", "central", "north", "south", "east", "west",
    "northeast", "northwest", "southeast", "southwest", "northeastern", "northwestern",
    "southeastern", "southwestern", "upper", "lower", "greater", "neighboring", "neighbouring",
    "nearby", "rural", "downtown", "old", "outer", "inner",
)  # fmt: skip
PEOPLE_KINDS = ("role", "person")
LARGE_CITY = 1_000_000
TOWN = 100_000
# Characters of an article that show whether it is written in capitals throughout.
OPENING = 1_500
LOWER_WORDS = r"[a-z]{3,} [a-z]{2,} [a-z]{2,}"
PLACE_PREPOSITION = (
    r"(?:^|[^\p{L}-])(?i:in|at|near|from|into|toward|towards|around|outside|inside|within|across|"
    r"throughout|between|via|(?:north|south|east|west|outskirts|suburbs|areas?|vicinity|parts?|out)"
    r" of)\s+(?:(?i:the|northern|southern|eastern|western|central|downtown)\s+){0,2}$"
)
# Behind a dateline's town, or the head of an item: "Daraa: gunmen", "Daraa - Gunmen".
AFTER_DATELINE = (
    r"^,?\s*(?:\(|--|[\x{2013}\x{2014}]|-\s|:\s|(?: (?:city|countryside|area|front)): |"
    r"\d{1,2}\s|\p{L}+\.?\s\d)"
)
REACHING = (
    r"(?:^|[^\p{L}-])(?i:target(?:s|ed|ing)?|hit(?:s|ting)?|shell(?:s|ed|ing)?|bomb(?:s|ed|ing)?|"
    r"pound(?:s|ed|ing)?|strikes?|struck|storm(?:s|ed|ing)?|raid(?:s|ed|ing)?|visit(?:s|ed|ing)?|"
    r"reach(?:es|ed|ing)?|besieg(?:es?|ed|ing)|approach(?:es|ed|ing)?|fle[de]|fleeing|enter(?:s|"
    r"ed)?|left|"
    r"leaving|quit|vacat(?:ed|ing)"
    r")\s+(?:(?i:the|northern|southern|eastern|western|central|downtown|north|south|east|"
    r"west)\s+)?$"
)
VIOLENCE_AFTER = (
    r"^\s+(?i:battles?|clash(?:es)?|fighting|offensive|shelling|bombings?|bombardment|airstrikes?|"
    r"massacre|siege|front ?line|raids?)(?:[^\p{L}]|$)"
)
# "X was shelled", "X fell to the rebels": what is done to towns and to nobody else.
TAKEN_AFTER = (
    r"^\s+(?i:(?:(?:has|had|have|was|is|were|been|remains|remained|being|also|again|later|then) )*"
    r"(?:shelled|bombed|bombarded|pounded|besieged|overrun|recaptured|retaken|liberated|occupied|"
    r"looted|razed|rocked by|under siege|fell (?:in)?to|fallen (?:in)?to|c[ao]me under|"
    r"under (?:the )?(?:full |total )?(?:[a-z]+ )?control|in [a-z]+ hands|changed hands|"
    r"(?:hit|struck) by (?:an? )?(?:\p{L}+ )?(?:air ?(?:strike|raid)s?|strikes?|drones?|missiles?|"
    r"rockets?|shells?|shelling|artillery|mortars?|bombardment)))(?:[^\p{L}]|$)"
)
# "They left for X, where" something happened.
WHERE_AFTER = r"^, where(?:[^\p{L}]|$)"
ORGANISATION_AFTER = (
    r"^\s+(?:\p{Lu}[\p{L}-]*\s+){0,2}(?:Company|Corporation|Corp|Bank|[Cc]lub|Exchange|Airlines|"
    r"Airways|"
    r"Times|Post|Examiner|Journal|Herald|Tribune|Foundation|Association|Federation|League|Railways)"
    r"(?:[^\p{L}]|$)"
)
# "Near Panama Street", "on Jaffa Road", "where Cordoba and Peru Streets meet"
STREET_AFTER = (
    r"^(?:,? (?i:and) (?:\p{Lu}[\p{L}'-]+ ){1,2}?(?i:streets|avenues)|"
    r" (?:(?i:streets?|avenues?|boulevard)|Road|Lane))(?:[^\p{L}]|$)"
)
# "A gang leader known as 'Fortaleza'"
ALIAS_BEFORE = (
    r"(?i)(?:known as|alias|nicknamed|called|dubbed|aka|a\.k\.a\.|code-?named|nom de guerre|"
    r"call ?sign)\s+[\"'\x{201c}\x{2018}]$"
)
# "Colonel Farah Adan, in Mogadishu"
TITLED = (
    r"(?:^|[^\p{L}])(?:Col|Colonel|Gen|General|Maj|Major|Capt|Captain|Lt|Lieutenant|Brig|Brigadier|"
    r"Sgt|Sergeant|Cmdr|Commander|President|Minister|Governor|Mayor|Senator|Sheikh|Imam|Bishop|"
    r"Father|Mr|Mrs|Ms|Dr|Prof|[Ss]pokesman|[Ss]pokeswoman)\.? (?:\p{Lu}[\p{L}'-]+ ){1,2}$"
)
STOPPED = r"[.!?][\"”’')\]]*\s*$"
TIME_BEFORE = (
    rf"(?i)(?:{WEEKDAY}|(?-u:\b){MONTH}|(?:19|20)[0-9]{{2}}|last (?:week|month|year))"
    r"(?:,| and|, and) $"
)
TIME_AFTER = (
    r"(?i)^ (?:(?:on|in|early|late) (?:(?:on|in|early|late|the) )*"
    rf"(?:{WEEKDAY}|{MONTH}(?-u:\b)|[0-9])|last |"
    r"the next |(?:a|two|three|days|hours|weeks) )"
)


def style_of_sentences(articles: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Add style: capitals (no lower case to speak of), title (most words capitalised) or plain.

    An article that opens in capitals throughout makes all its sentences so. Letters are counted
    only where no three words in lower case follow each other, words only where no stop ends them.
    """
    opening = pl.col("text").str.slice(0, OPENING)
    shouted = (
        articles.join(sentences, on="article_id", how="semi")
        .filter(is_in_capitals(opening))
        .select("article_id", pl.lit(True).alias("is_shouted"))
    )
    text, capital = pl.col("text"), pl.col("is_capital")
    headline = pl.when(~capital & ~text.str.contains(STOPPED)).then("text")
    n_words = headline.str.count_matches(r"\p{L}{4,}")
    n_capitalised = headline.str.count_matches(r"(?:^|[^\p{L}])\p{Lu}\p{L}{3,}")
    is_long = pl.when(capital).then("text").str.count_matches(r"\p{L}{4,}") >= 2
    return (
        sentences.select("article_id", "sentence_id", "start", "text")
        .join(shouted, on="article_id", how="left", maintain_order="left")
        .with_columns(is_in_capitals(text).alias("is_capital"))
        .with_columns(
            pl.when(capital & (pl.col("is_shouted").fill_null(False) | is_long))
            .then(pl.lit("capitals"))
            .when((n_words >= 3) & (n_capitalised >= 0.75 * n_words))
            .then(pl.lit("title"))
            .otherwise(pl.lit("plain"))
            .alias("style")
        )
        .drop("is_shouted", "is_capital")
    )


def is_in_capitals(text: pl.Expr) -> pl.Expr:
    """True where capital letters are more than four times those in lower case."""
    few = pl.when(~text.str.contains(LOWER_WORDS)).then(text)
    n_upper, n_lower = few.str.count_matches(r"\p{Lu}"), few.str.count_matches(r"\p{Ll}")
    return (n_upper > 4 * n_lower).fill_null(False)


def is_no_place() -> pl.Expr:
    """True where a hit with its context and choice names no place."""
    return (
        is_part_of_word()
        | is_person()
        | is_water()
        | is_surname()
        | is_far_fetched()
        | is_chance_spelling()
        | is_bare_in_capitals()
        | is_organisation()
        | pl.col("right").str.contains(STREET_AFTER)
        | pl.col("left").str.contains(ALIAS_BEFORE)
        | (pl.col("left").str.contains(TITLED) & (pl.col("location_type") != "country"))
    ).fill_null(False)


def is_part_of_word() -> pl.Expr:
    """ "pro-Kabul", "U.S.-backed", "kabul.com", "@Kabul": the name is a part of something else."""
    return pl.col("left").str.contains(r"[\p{L}\p{N}][-.]$|[@_\p{L}\p{N}]$") | pl.col(
        "right"
    ).str.contains(r"^(?:-\p{L}|[@_\p{N}]|\.\p{L})")


def is_person() -> pl.Expr:
    """A name after an office: "Commander X"; countries have commanders of their own."""
    is_office = pl.col("kind_left").is_in(PEOPLE_KINDS) & ~pl.col("word_left").str.ends_with("s")
    return is_office & (pl.col("location_type") != "country")


def is_organisation() -> pl.Expr:
    """ "Medina Bus Company", "Pakistan Stock Exchange": a name of its own, though it tells of a
    country."""
    return (pl.col("style") != "capitals") & pl.col("right").str.contains(ORGANISATION_AFTER)


def is_water() -> pl.Expr:
    """Rivers, lakes and gulfs bear the names of places."""
    return (pl.col("noun") == "water") | pl.col("word_left").str.to_lowercase().is_in(
        ["lake", "river"]
    )


def is_surname() -> pl.Expr:
    """A name that the article elsewhere puts after another, with nothing local about it."""
    return pl.col("is_surname") & ~pl.col("has_preposition") & pl.col("noun").is_null()


def is_led() -> pl.Expr:
    """True where a preposition or anything else local leads to the name."""
    return pl.col("has_preposition") | has_local_sign()


def has_local_sign() -> pl.Expr:
    """A noun of place or of violence beside the name, "where" behind it, a verb that takes a place
    for its object, that it stands as the dateline, or between two times: "on Friday, X on
    Saturday"."""
    return (
        pl.col("noun").is_not_null()
        | pl.col("is_struck")
        | pl.col("is_triggered")
        | pl.col("left").str.contains(REACHING)
        | pl.col("right").str.contains(f"{VIOLENCE_AFTER}|{WHERE_AFTER}|{TAKEN_AFTER}")
        | (pl.col("left").str.contains(TIME_BEFORE) & pl.col("right").str.contains(TIME_AFTER))
        | (pl.col("left").str.contains(r"^\W*$") & pl.col("right").str.contains(AFTER_DATELINE))
    )


def is_far_fetched() -> pl.Expr:
    """A smaller place of a country that the article never names, with nothing local about it."""
    is_town = pl.col("location_type") == "populated_place"
    return (
        (is_town | pl.col("location_type").is_in(["admin1", "admin2"]))
        & ~pl.col("is_known_country")
        & ((pl.col("n_elsewhere") > 0) | (is_town & (pl.col("size") < TOWN)))
        & ((pl.col("size") < LARGE_CITY) | (pl.col("style") == "capitals"))
        & ~is_led()
        & ~pl.col("in_list")
    )


def is_chance_spelling() -> pl.Expr:
    """A word that only the rule of spelling makes a small place's, with nothing local about it."""
    is_small = (pl.col("size") < TOWN) | (pl.col("style") == "capitals")
    return ~pl.col("is_exact") & is_small & ~is_led()


def is_bare_in_capitals() -> pl.Expr:
    """In capitals, where surnames and words look like towns: a small place, or one behind a word
    that nothing else explains, with no preposition of place and nothing else local about it."""
    behind_unknown = (
        pl.col("word_left").is_not_null()
        & pl.col("kind_left").is_null()
        & ~pl.col("word_left").str.to_lowercase().is_in(FUNCTION_WORDS)
        & (pl.col("size") < LARGE_CITY)
    )
    is_town = pl.col("location_type") == "populated_place"
    led = pl.col("left").str.contains(PLACE_PREPOSITION) | has_local_sign()
    is_unit = pl.col("location_type").is_in(["admin1", "admin2"])
    # "Victor Fajardo province", where nothing speaks of the country that has a Fajardo.
    is_part = is_unit & behind_unknown & ~pl.col("is_known_country")
    is_part &= ~pl.col("left").str.contains(PLACE_PREPOSITION)
    return (
        (pl.col("style") == "capitals")
        & (is_town | is_unit)
        & (
            is_part
            | (
                ((is_town & (pl.col("size") < TOWN)) | behind_unknown)
                & ~led
                & ~(led.any().over("list_no") & pl.col("in_list"))
            )
        )
    )
