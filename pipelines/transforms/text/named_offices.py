"""Persons harmed by name whose office the article tells elsewhere: "Senator Juan Salas ... Salas's
murder"."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.grammar.signs import fill, sign_words
from pipelines.transforms.text.named_again import nouns, words_of_no_name
from pipelines.transforms.text.parties.generic_actors import HARMS

CIVILIANS = "civilians"
# "Senator Juan Salas", "the mayor of Quito, Juan Salas"
NAMES = r"((?:(?-i:[A-Z])[\p{L}.'\x{2019}-]+ ?){1,4})"
OF_PLACE = r"(?: (?:of|for) (?:(?:the )?(?-i:[A-Z])[\p{L}'\x{2019}-]+ ?){1,3}?,)?"
BEFORE = rf"(?i)<civil_office>{OF_PLACE},? {NAMES}"
ARMED_BEFORE = rf"(?i)<armed_office>,? {NAMES}"
# "Salas, a candidate for", "Salas was the mayor of"
AGED = r"(?:, (?:aged )?[0-9]{1,2})?"
WHO = (
    r"(?:,| was| is| had been| has been)(?: an?| the| former| also| once)* "
    r"(?:[\p{L}-]+ ){0,2}?"
)
WHOLE = r"((?:(?-i:[A-Z])[\p{L}.'\x{2019}-]+ ){0,3}(?-i:[A-Z])[\p{L}'\x{2019}-]{3,})"
BEHIND = rf"(?i){WHOLE}{AGED}{WHO}<civil_office>"
ARMED_BEHIND = rf"(?i){WHOLE}{WHO}<armed_office>"
# "Salas, president of the Banana Workers Union", "the daughter of a colonel", "who worked for a
# radio station"
OFFICE = (
    r"(?:president|head|director|leader|chair(?:m[ae]n|woman|person)?|secretary|treasurer|official|"
    r"member|employee|manager|representative|delegate|founder|coordinator|spokes(?:man|woman)|owner|"
    r"adviser|advisor)"
)
BODY = (
    r"(?:unions?|federation|confederation|association|cooperative|league|company|firm|bank|"
    r"church|diocese|university|faculty|school|college|hospital|clinic|ministry|city council|"
    r"town council|municipal council|council|assembly|congress|parliament|senate|newspaper|"
    r"magazine|"
    r"radio|television|network|committee|chamber|foundation|fire department|bar association|"
    r"court|trade|commerce|institute|museum|hotel|shop|factory|plant|mine|club|liberal party|"
    r"conservative party|democratic party|socialist party|labou?r party|social democrat[a-z]*)"
)
KIN = (
    r"(?:daughter|wife|widow|mother|sister|niece|son|father|brother|husband|nephew|cousin|uncle|"
    r"aunt|(?:son|daughter|brother|sister|mother|father)[- ]in[- ]law)"
)
THEIR = (
    r"(?:the |an? |former |retired |[\p{L}-]+ )?(?:<civil_office>|president|minister|general|"
    r"colonel|captain|major|admiral|lieutenant|sergeant|police chief|officer)"
)
OF_BODY = rf"{OFFICE} (?:of|at|in|for) (?:[\p{{L}}'\x{{2019}}-]+ ){{0,5}}?{BODY}"
TOLD = rf"(?:{OF_BODY}|{KIN} of {THEIR})(?-u:\b)"
EMPLOYED = (
    rf"(?i){WHOLE}{AGED}, who (?:had |has |was |is )?(?:been )?(?:work(?:s|ed|ing)|employed) "
    rf"(?:for|at|in|with|as an?) (?:[\p{{L}}'\x{{2019}}-]+ ){{0,5}}?(?:{BODY}|station|"
    r"<civil_office>)(?-u:\b)"
)
BESIDE = rf"(?i){WHOLE}{AGED}{WHO}{TOLD}"
ARMED_BODY = (
    r"(?i)(?-u:\b)(?:police|army|navy|military|guards?|rebels?|guerrillas?|militias?|armed|forces|"
    r"cartel|liberation|revolutionary|insurgents?|jihad[a-z]*|paramilitar(?:y|ies)|prison)(?-u:\b)"
)
# "Ana Salas [name as received], daughter of a colonel"
NOTE = r"(?i) \[(?:names?|as|words?|spelling)(?-u:\b)[^\]]{0,40}\]"
# "Salas's driver was killed"
STAFF = (
    r"(?i)(?-i:[A-Z])[\p{L}-]{3,}['\x{2019}]s? "
    r"(?:driver|chauffeur|secretary|clerk|assistant|maid|cook|gardener|nanny|servant|son|brother|"
    r"husband|father|nephew|cousin|uncle|wife|daughter|sister|mother)(?-u:\b)"
)
WORD = r"[\p{L}'\x{2019}-]{4,}"
# Where a name ends, which in capitals nothing else tells.
NO_NAME = (
    r"(?:^|[ ,.])(?:said|says?|told|adds?|added|noted|and|or|of|in|on|at|by|for|from|to|with|as|"
    r"that|who|which|was|were|is|are|has|had|have|will|would|the|an?|this|his|her|he|she|it|when|"
    r"while|after|before|but|not|also|be|been|today|yesterday|killed|murdered|shot|died)(?:[ ,.]|$)"
)
ENDS, STARTS = rf"(?i){NO_NAME}.*$", rf"(?i)^.*(?:{NO_NAME}|\p{{L}}{{4,}}\. )"


def name_offices(claims: pl.DataFrame, articles: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Claims, one person harmed by name without a victim's kind as a civilian where the article
    tells a civil office with the name, and never a rank or a fighter's.

    articles: article_id, text. claims: the columns of Claims.
    """
    words_of_name = pl.col("value_text").str.to_lowercase().str.extract_all(WORD)
    is_named = pl.col("value_text").str.contains(r"^\p{Lu}")
    one = claims.with_row_index("row").filter(
        pl.col("claim_type") == "casualty",
        pl.col("harm").is_in(HARMS),
        pl.col("victim_actor_id").is_null(),
        pl.col("value_best") == 1,
    )
    papers = articles.join(one, on="article_id", how="semi").with_columns(
        pl.col("text").str.replace_all(r"\s+", " ").str.replace_all(NOTE, "")
    )
    asked = (
        one.filter(is_named)
        .select("row", "article_id", words=words_of_name, word=words_of_name)
        .explode("word", empty_as_null=False)
        .filter(
            ~pl.col("word").is_in(words_of_no_name(lexicons).implode())
            | ((pl.col("words").list.len() == 1) & ~pl.col("word").is_in(nouns(lexicons).implode()))
        )
    )
    asked = pl.concat([asked, staff_of(one, papers).select(asked.columns)])
    if asked.is_empty():
        return claims
    words = sign_words(lexicons)
    told = papers.join(asked.select("article_id").unique(), on="article_id", how="semi")
    of_bodies = [fill(pattern, words) for pattern in (BESIDE, EMPLOYED)]
    civil = named_so(told, fill(BEFORE, words), fill(BEHIND, words), *of_bodies)
    armed = named_so(told, fill(ARMED_BEFORE, words), fill(ARMED_BEHIND, words))
    rows = same_person(asked, civil).filter(
        ~pl.col("row").is_in(same_person(asked, armed)["row"].implode())
    )["row"]
    is_civil = pl.int_range(pl.len()).is_in(rows.cast(pl.Int64).implode())
    does = pl.col("initiator_actor_id").is_not_null()
    return claims.with_columns(
        victim_actor_id=pl.when(is_civil).then(pl.lit(CIVILIANS)).otherwise("victim_actor_id"),
        target_actor_id=pl.when(is_civil & does & pl.col("target_actor_id").is_null())
        .then(pl.lit(CIVILIANS))
        .otherwise("target_actor_id"),
    )


def same_person(asked: pl.DataFrame, named: pl.DataFrame) -> pl.DataFrame:
    """The rows of asked whose surname is among the names, where the other has its first word,
    too, or one is a surname alone: a bishop's brother is no bishop."""
    own, other = pl.col("words"), pl.col("words_there")
    return (
        asked.join(named, on=["article_id", "word"], suffix="_there")
        .filter(
            (own.list.len() == 1) | (other.list.len() == 1) | other.list.contains(own.list.first())
        )
        .select("row")
        .unique()
    )


def named_so(articles: pl.DataFrame, before: str, behind: str, *of_bodies: str) -> pl.DataFrame:
    """The words of names behind the office of one pattern and before that of the other, or of
    those of bodies that are not armed: article_id, words (all of one name) and word."""
    names = {before: pl.col("name").str.replace(ENDS, "")}
    names |= dict.fromkeys((behind, *of_bodies), pl.col("name").str.replace(STARTS, ""))
    told = [
        articles.select("article_id", phrase=pl.col("text").str.extract_all(pattern))
        .explode("phrase", empty_as_null=False)
        # "Salas, daughter of Colonel Ruiz" has no rank of her own.
        .filter(
            ~pl.col("phrase").str.contains(
                ARMED_BODY if pattern in of_bodies else rf"(?i)(?-u:\b){KIN} of "
            )
        )
        .with_columns(name=pl.col("phrase").str.extract(pattern, 1))
        .select("article_id", words=name.str.to_lowercase().str.extract_all(WORD))
        for pattern, name in names.items()
    ]
    return pl.concat(told).with_columns(word="words").explode("word", empty_as_null=False)


def staff_of(claims: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """Whose staff or kin claims tell of, where the article calls them so: row, article_id, words
    and word of the owner's surname. claims: row, article_id, value_text."""
    owned = (
        articles.select("article_id", phrase=pl.col("text").str.extract_all(STAFF))
        .explode("phrase", empty_as_null=False)
        .select(
            "article_id",
            noun=pl.col("phrase").str.extract(r"(\p{L}+)$").str.to_lowercase(),
            words=pl.concat_list(
                pl.col("phrase").str.extract(r"^([^'\x{2019}]+)").str.to_lowercase()
            ),
        )
    )
    return (
        claims.with_columns(noun=pl.col("value_text").str.to_lowercase().str.extract(r"(\p{L}+)$"))
        .join(owned, on=["article_id", "noun"])
        .select("row", "article_id", "words", word="words")
        .explode("word", empty_as_null=False)
    )
