"""Words that a text reads out of a paper or goes on with: 'the leaflets read: "We killed nine"'."""

import polars as pl

from pipelines.transforms.text.grammar.matching import fold

# One of these stands before such a colon or quotation mark.
VERBS = [" read", " state", " goes on", " went on", " continue", " conclude", " ends", " ended"]
READS = (
    r"(?i) ((?:reads?|states|goes on|went on|continues|continued|concludes|concluded|ends|ended)"
    r"(?: as follows| in part| thus)?,? ?)$"
)
# "In the following states: Kano", "the book that he read: "
NO_READING = (
    r"(?i)(?-u:\b)(?:following|these|those|united|[a-z]*two|three|four|five|six|seven|several|"
    r"other|all|"
    r"northern|southern|eastern|western|central|the|its|he|she|they|we|i) (?:reads?|states),? ?$"
)
# "Fighting continued: nine were killed": no paper and nobody who speaks.
GOING_ON = r"(?i)(?:goes on|went on|continue[sd]?|conclude[sd]|ends|ended|state)(?-u:\b)"
SPEAKS = (
    r"(?i)(?-u:\b)(?:communique|statement|report|letter|message|telegram|note|leaflet|pamphlet|"
    r"document|text|bulletin|dispatch|announcement|declaration|article|book|manifesto|"
    r"proclamation|broadcast|station|radio|newspaper|paper|daily|agency|broadcaster|announcer|"
    r"newscaster|reporter|spokes(?:man|woman|person)|speaker|minister|president|official|"
    r"witness|resident|survivor|commander|general|colonel|major|captain)(?:e?s)? [^.;:]{0,30}$"
)
HAPPENS = (
    r"(?i)(?-u:\b)(?:fighting|clash(?:es)?|wars?|violence|battles?|operations?|offensives?|search|"
    r"hunt|attacks?|bombings?|bombardments?|shelling|sieges?|raids?|killings?|strikes?|airstrikes?|"
    r"unrest|protests?|day|week|month|night|trend|pattern|bloodshed|carnage|conflict|crackdown|"
    r"campaign|ceasefire|truce|talks|advance|hostilities|situation) [^.;:\"]{0,30}$"
)
QUOTED = r"^ ?\""

# '"We killed nine," the leaflets read.'
READ_BEHIND = (
    r"(?i)^( (?:the |an? )?(?:[\w'-]+ ){1,4}?)"
    r"(reads?|states|went on|goes on|continues|continued)[.\"]*$"
)


def read_out(mentions: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """The colons and quotation marks beside a verb of reading out, as mentions of speech that begin
    with the verb: mention_id, reads_from, reads_upto, verb."""
    told = sentences.filter(
        pl.col("text").str.contains_any(VERBS, ascii_case_insensitive=True)
    ).select("sentence_id", sentence="text", base=pl.col("start").cast(pl.Int64))
    is_mark = (pl.col("kind") == "quote") | (
        (pl.col("kind") == "clause") & (pl.col("sense") == "colon")
    )
    text = fold(pl.col("sentence"))
    ahead = text.str.slice(0, pl.col("end") - pl.col("base") - 1)
    behind = text.str.slice(pl.col("end") - pl.col("base"))
    marked = mentions.filter(is_mark).join(told, on="sentence_id", maintain_order="left")
    is_behind = (pl.col("kind") == "quote") & behind.str.contains(READ_BEHIND)
    told_of = pl.when(is_behind).then(behind.str.extract(READ_BEHIND, 1))
    after = pl.col("end") + told_of.str.len_chars().cast(pl.Int32)
    verb = pl.coalesce(
        pl.when(is_behind).then(behind.str.extract(READ_BEHIND, 2)), ahead.str.extract(READS, 1)
    )
    goes_on = verb.str.contains(GOING_ON)
    speaks = ahead.str.contains(SPEAKS) | (pl.col("kind") == "quote") | behind.str.contains(QUOTED)
    speaks &= ~ahead.str.contains(HAPPENS)
    size = verb.str.len_chars().cast(pl.Int32)
    return (
        marked.with_columns(
            verb=verb,
            reads_from=pl.coalesce(after, pl.col("end") - 1 - size),
            reads_upto=pl.coalesce(after + size, pl.col("end")),
        )
        .filter(
            pl.col("verb").is_not_null(),
            is_behind | ~ahead.str.contains(NO_READING),
            is_behind | ~goes_on | speaks,
        )
        .unique(["sentence_id", "verb"], keep="first", maintain_order=True)
        .select("mention_id", "reads_from", "reads_upto", "verb")
    )
