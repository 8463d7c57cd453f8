"""Sentences: parts that are read, cut where sentences end, with the quotations that cover them."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.batches import in_batches
from pipelines.transforms.text.sources.quotes import find_quotes

MARK, KEEP, GLUED = "\x1f", "\x1e", "\x1d"
BLANKS = ["\n", "\r", "\t", "\u00a0", "\u2009", "\u202f", "\x0b", "\x0c"]
ENDS = [".", "!", "?", "…"]
CLOSERS = ["", '"', "”", "’", "'", ")", "]", "»", '")', "”)", ")”", '’"', "’”", "'\""]
CANDIDATES = [end + closer + " " for end in ENDS for closer in CLOSERS]
BULLETS = " \n\r\t\u00a0\u2009\u202f\ufeff\u200b•·▪●◦‣*►■–—->"
TRAIL = " \n\r\t\u00a0\u2009\u202f\ufeff\u200b"

STARTERS = (
    "The|A|An|In|On|At|He|She|It|They|We|I|You|But|And|This|That|These|Those|There|However|"
    "Meanwhile|Since|After|According|Its|His|Her|Their|Our|For|As|When|While|If|Some|Many|Most|"
    "Officials|Residents|Police|No|Not|Another|Both|Two|Three|Several|Earlier|Later|Local"
)
NEVER_LAST = (
    "Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Cpt|Sgt|Cpl|Pvt|Brig|Adm|Cmdr|Cdr|Comdr|Sen|Rep|Gov|"
    "Rev|Hon|St|Mt|Ft|Pres|Amb|Supt|Insp|Det|Msgr|Messrs|No|Nos|vs|cf|approx|est|e\\.g|i\\.e|viz|"
    "ca|Fr|Hajj|Md|Mohd|Engr|Eng"
)
# The same in a text of capitals alone; NO. is left out before words: it may end a sentence.
IN_CAPITALS = (
    "MR|MRS|MS|DR|PROF|GEN|LT|COL|MAJ|CAPT|SGT|CPL|BRIG|ADM|CMDR|SEN|REP|GOV|REV|MSGR|ENGR|ST|NOS?"
)
MONTHS = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
CLOCK_TAILS = (
    "E[SD]?T|P[SD]?T|C[SD]?T|GMT|UTC|BST|CET|EET|Eastern|Monday|Tuesday|Wednesday|Thursday|Friday|"
    "Saturday|Sunday|Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec|Kabul|Kyiv|Moscow|[0-9(]"
)
# Each rule takes a candidate mark away again (a blank in its place) or shields it (KEEP).
UNMARK = (
    (rf"{MARK}( *[\"“”'‘’(\[«]*(?:[a-z]|[.!?…,;:]))", r" ${1}"),
    (rf"(?-u:\b)({NEVER_LAST})\.{MARK}", r"${1}. "),
    (rf"(?-u:\b)({IN_CAPITALS})\.{MARK}( *(?:[A-Z][A-Z.]|[0-9]))", r"${1}. ${2}"),
    (rf"(?-u:\b)({MONTHS})\.{MARK}( *[0-9])", r"${1}. ${2}"),
    (rf"(?-u:\b)([ap]\.?m)\.{MARK}( *(?:{CLOCK_TAILS}))", r"${1}. ${2}"),
    (rf"(\.[A-Z]|(?-u:\b)(?:Inc|Ltd|Co|Corp|Jr|Sr|Bros|etc))\.{MARK}((?:{STARTERS})(?-u:\b))",
     rf"${{1}}.{KEEP}${{2}}"),
    (rf"((?-u:\b)[A-Z]|(?-u:\b)(?:Inc|Ltd|Co|Corp|Jr|Sr|Bros|etc))\.{MARK}", r"${1}. "),
    (rf"^([\s•*-]*[0-9]{{1,2}})\.{MARK}", r"${1}. "),
)  # fmt: skip
GLUED_END = r"([a-z]{3}[.!?][\"”’]?)([A-Z][a-z])"
# Units that are verbs in headlines: "Army pounds X".
VERBS_TOO = ("pound", "pounds")


def split_sentences(
    articles: pl.DataFrame, article_parts: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """Sentences of the parts that are read, in the contract's columns.

    `text` is the exact cut of `articles.text` from start to end, bullets and blanks around it
    taken off; a line break inside a part is no sentence end. `quote_start` and `quote_end` give
    the longest quoted span of the sentence, even where it is too short to have a `quote_no`.
    """
    return in_batches(read_sentences, articles, article_parts, lexicons=lexicons)


def read_sentences(
    articles: pl.DataFrame, article_parts: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """The sentences of one batch of articles."""
    parts = read_parts(articles, article_parts)
    pieces = cut_pieces(parts)
    quoted = quote_sentences(pieces, find_quotes(parts))
    return number_sentences(quoted, lexicons)


def read_parts(articles: pl.DataFrame, article_parts: pl.DataFrame) -> pl.DataFrame:
    """One row per part that is read, with its text, in the order of the articles' parts."""
    return (
        article_parts.filter("is_read")
        .join(articles.select("article_id", article="text"), on="article_id", how="inner")
        .sort("article_id", "part_no")
        .select(
            "article_id", "part_no", "kind",
            pl.col("start").cast(pl.Int32),
            pl.col("article").str.slice(pl.col("start"), pl.col("end") - pl.col("start"))
            .alias("part"),
        )
    )  # fmt: skip


def cut_pieces(parts: pl.DataFrame) -> pl.DataFrame:
    """One row per sentence: its start and end in the article and its text."""
    marked = pl.col("part").str.replace_many(BLANKS, [" "] * len(BLANKS))
    marked = marked.str.replace_many(CANDIDATES, [mark[:-1] + MARK for mark in CANDIDATES])
    for pattern, replacement in UNMARK:
        marked = marked.str.replace_all(pattern, replacement)
    marked = marked.str.replace_all(KEEP, MARK, literal=True)
    marked = marked.str.replace_all(GLUED_END, rf"${{1}}{GLUED}{MARK}${{2}}")
    pieces = (
        parts.with_row_index("part_row")
        .with_columns(marked.str.split(MARK).alias("piece"))
        .explode("piece", empty_as_null=True)
        .with_columns(is_glued=pl.col("piece").str.ends_with(GLUED))
        .with_columns(
            width=pl.col("piece").str.len_chars().cast(pl.Int32)
            + pl.when("is_glued").then(-1).otherwise(1).cast(pl.Int32)
        )
    )
    before = pl.col("width").cum_sum() - pl.col("width")
    is_first = pl.col("part_row") != pl.col("part_row").shift(1, fill_value=-1)
    base = pl.when(is_first.fill_null(True)).then(before).forward_fill()
    body = pl.col("piece").str.strip_suffix(GLUED)
    return (
        pieces.with_columns(offset=(before - base).cast(pl.Int32), body=body)
        .with_columns(
            lead=body.str.len_chars().cast(pl.Int32)
            - body.str.strip_chars_start(BULLETS).str.len_chars().cast(pl.Int32),
            size=body.str.strip_chars_start(BULLETS).str.strip_chars_end(TRAIL).str.len_chars()
            .cast(pl.Int32),
        )
        .filter(pl.col("size") > 0)
        .with_columns(in_part=pl.col("offset") + pl.col("lead"))
        .select(
            "article_id", "part_no", "kind",
            start=pl.col("start") + pl.col("in_part"),
            end=pl.col("start") + pl.col("in_part") + pl.col("size"),
            text=pl.col("part").str.slice(pl.col("in_part"), pl.col("size")),
        )
    )  # fmt: skip


def quote_sentences(pieces: pl.DataFrame, quotes: pl.DataFrame) -> pl.DataFrame:
    """The sentences with quote_no, quote_start and quote_end of their longest quoted span."""
    covered = (
        pieces.select("article_id", "part_no", "start", "end")
        .join(quotes, on=["article_id", "part_no"], how="inner")
        .with_columns(
            quote_start=pl.max_horizontal("start", "span_start"),
            quote_end=pl.min_horizontal("end", "span_end"),
        )
        .with_columns(size=pl.col("quote_end") - pl.col("quote_start"))
        .filter(pl.col("size") > 0)
        .sort("article_id", "start", pl.col("size") * -1, "quote_start")
        .unique(["article_id", "start"], keep="first", maintain_order=True)
        .with_columns(
            quote_no=pl.when(
                (pl.col("quote_start") == pl.col("start"))
                | (pl.col("size") * 2 >= pl.col("end") - pl.col("start"))
            ).then("quote_no")
        )
        .select("article_id", "start", "quote_no", "quote_start", "quote_end")
    )
    return pieces.join(covered, on=["article_id", "start"], how="left")


def number_sentences(quoted: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """The contract's columns, numbered through the article."""
    rows = quoted.sort("article_id", "start", "end").with_columns(
        sentence_no=pl.int_range(pl.len(), dtype=pl.Int32).over("article_id")
    )
    return rows.select(
        pl.concat_str(
            "article_id", pl.lit("."), pl.col("sentence_no").cast(pl.String).str.zfill(4)
        ).alias("sentence_id"),
        "article_id",
        "sentence_no",
        pl.col("part_no").cast(pl.Int32),
        pl.col("start").cast(pl.Int32),
        pl.col("end").cast(pl.Int32),
        is_title=pl.col("kind") == "title",
        quote_no=pl.col("quote_no").cast(pl.Int32),
        quote_start=pl.col("quote_start").cast(pl.Int32),
        quote_end=pl.col("quote_end").cast(pl.Int32),
        has_trigger=has_trigger(lexicons),
        text=pl.col("text"),
    )


def has_trigger(lexicons: Lexicons) -> pl.Expr:
    """Whether a trigger phrase, or a way of attack, begins at a word of the column `text`."""
    is_attack = (pl.col("kind") == "unit") & (pl.col("sense") == "attack")
    is_attack |= pl.col("phrase").is_in(VERBS_TOO)
    is_telling = pl.col("kind").is_in(["trigger", "method"]) | is_attack
    triggers = lexicons.words.filter(is_telling)["phrase"].to_list()
    if not triggers:
        return pl.lit(False)
    breaks = [*BLANKS, *"-–—‑\"'“”«»‘’()[]{}/:;,"]
    shadow = pl.concat_str(pl.lit(" "), pl.col("text")).str.to_lowercase()
    shadow = shadow.str.replace_many(breaks, [" "] * len(breaks))
    return shadow.str.contains_any([" " + phrase.replace("'", " ") for phrase in triggers])
