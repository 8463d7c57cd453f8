"""Sites that stand in a capital though nobody says so: seats of state, and streets and quarters in
what was written there."""

import polars as pl

from pipelines.transforms.text.grammar.latin import LATIN

# "A bomb exploded in front of the Economy Ministry"; who speaks at one tells of no scene.
SEAT = (
    r"(?i)(?-u:\b)(?:in front of|outside|near|close to|inside|at|opposite|hit|struck|rocked|"
    r"targeted|attacked|stormed|bombed|shelled|rammed|(?:attack|raid|assault|strike|blast|shots?|"
    r"rockets?|grenades?|fired) (?:on|at|against)|against) "
    rf"((?:the |an? |its |their )(?:[{LATIN}.'\x{{2019}}-]+ ){{0,4}}(?:ministry|embassy|parliament|"
    r"national assembly|presidential palace|government palace|supreme court|palace of justice|"
    r"national stadium|general staff(?: headquarters)?|joint chiefs of staff))(?-u:\b)([^;]{0,60})"
)
# "The embassy in Kampala", "a ministry of Sudan", "the ministry said", "a meeting at the ministry".
ELSEWHERE = (
    r"(?i)^(?:['\x{2019}]s?)?(?: (?:buildings?|compound|headquarters|offices?|premises|annex))* "
    r"(?:(?:in|of|at|near) (?:(?:the|northern|southern|eastern|western|central|downtown|nearby|"
    r"neighbou?ring) )*(?-i:\p{Lu})|(?:offices?|branch)(?-u:\b)|said|says|told|reported|announced)"
)
SAID_AT_SEAT = (
    r"(?i)(?-u:\b)(?:told|said|spoke|speaking|conference|meetings?|met|talks|protest(?:s|ed|ers)?|"
    r"briefing|officials?|sources?|spokes[a-z]+|employees?|works?|worked)(?-u:\b)[^,;.]{0,40} "
    r"(?:in front of|outside|near|inside|at|against) (?:the |an? |its |their )"
    rf"(?:[{LATIN}.'\x{{2019}}-]+ ){{0,4}}(?:ministry|embassy|parliament|national assembly|palace|"
    r"court|stadium|staff)(?-u:\b)"
)
# "In the Zacamil neighborhood", "on La Reforma Street", "at the central market".
QUARTER = (
    r"(?i)(?-u:\b)(?:(?:in|at|near|on|along|outside|around|from|to|of) (?:the )?"
    rf"(?:[{LATIN}.'\x{{2019}}0-9-]+,? ){{1,6}}?(?:neighbou?rhoods?|"
    r"residential (?:area|district|zone)s?|"
    r"avenue|boulevard|street|housing (?:project|estate)|shopping (?:cent(?:er|re)|mall)|suburbs?)|"
    r"(?:in|at|near|outside|inside|on|entered|stormed|bombed|hit|struck) (?:the |a )?"
    r"(?:(?:main|central|city(?:'s)?|capital's|national|state|metropolitan) )*(?:cathedral|stadium|"
    r"(?:university )?campus|university|main square|central (?:market(?:place)?|bank|station|"
    r"prison|park)|international airport))(?-u:\b)"
)


def sites_in_capitals(
    sentences: pl.DataFrame, mentions: pl.DataFrame, capitals: pl.DataFrame
) -> pl.DataFrame:
    """sentence_id and site of the sentences that tell of a site in their country's capital: of a
    seat of state, or of a street, a quarter or the like where a dateline or the heading names the
    capital and the sentence no place beside it.

    capitals: location_id of the capitals of countries.
    """
    at_seat = seats_told(sentences)
    opening = mentions.filter(
        pl.col("sentence_id") == pl.col("sentence_id").min().over("article_id")
    )
    written = (
        mentions.filter(pl.col("kind") == "place", pl.col("mention_no") == 0)
        .sort("article_id", "start")
        .unique("article_id", keep="first", maintain_order=True)
        .join(capitals, left_on="entity_id", right_on="location_id", how="semi")
        .join(opening.select("sentence_id").unique(), on="sentence_id", how="semi")
    )
    named = (
        mentions.filter(
            pl.col("kind") == "place", pl.col("entity_id").is_not_null(),
            pl.col("sense") != "country",
        )
        .join(written.select("mention_id"), on="mention_id", how="anti")["sentence_id"]
        .implode()
    )  # fmt: skip
    in_quarter = (
        sentences.join(written.select("article_id"), on="article_id", how="semi")
        .filter(pl.col("text").str.contains(QUARTER), ~pl.col("sentence_id").is_in(named))
        .select("sentence_id", site=pl.lit(None, pl.String))
    )
    return pl.concat([at_seat, in_quarter]).unique("sentence_id", keep="first", maintain_order=True)


def seats_told(sentences: pl.DataFrame) -> pl.DataFrame:
    """sentence_id and site: the seat of state near which or at which something happened."""
    text = pl.col("text")
    return (
        sentences.filter(text.str.contains(SEAT), ~text.str.contains(SAID_AT_SEAT))
        .select(
            "sentence_id", site=text.str.extract(SEAT, 1), behind=text.str.extract(SEAT, 2)
        )
        .filter(~pl.col("behind").str.contains(ELSEWHERE))
        .drop("behind")
    )  # fmt: skip
