"""Speech acts: each speech verb or 'according to', with the span of the phrase that names who."""

import polars as pl

from pipelines.transforms.text.matching import fold

# Words between a subject and its verb that are no part of the subject.
ADVERBS = (
    r"(?i)(?: (?:also|later|earlier|then|further|separately|has|have|had|too|reportedly|"
    r"repeatedly|previously|initially|subsequently|himself|herself|itself|both|all|only|"
    r"quickly|immediately|again|now|still|is|was|are|were|did|does|do|"
    r"(?:on |late |early |late on |early on |earlier on )?[a-z]+day"
    r"(?: night| morning| evening| afternoon)?))+ ?$"
)
PARENTHESIS = r"(?i), (?:however|meanwhile|too|for (?:his|her|its|their) part|in turn|though), ?$"
ASIDE = r"(?:~| - |\()[^~\"()]{0,120}(?:~| - ?|\)),? ?$"
RELATIVE = r", (?:who|whose|which|where|whom)(?: [^,]*),( ?)$"
# Relative clauses of a subject, masked in place so that no cut falls there.
RELATIVE_THAT = r" that (appears?|seems?|is|was|has|had|have|are|were|claims?|purports?) "
TORN_PREFIX = r"(?i)(?-u:\b)(an ex|former), "
DATELINE = (
    r"^(\W*[A-Z]{3,}[A-Z'. -]*(?:, [A-Z][A-Za-z]+)?"
    r"(?:,? (?:[A-Z][a-z]+\.? [0-9]{1,2}|[0-9]{1,2} [A-Z][a-z]+)(?:,? [0-9]{4})?)?,? ?"
    r"(?:\([^)]{2,40}\) ?)?(?:~|-) )"
)
LAST_PHRASE = r"([^\":;]*)$"
NO_CONTENT = (
    r"^ (?:from|in|on|about|by|to|and|or|have|has|had|were|was|are|is|at|with|for|could|cannot|"
    r"emerged|came|circulat[a-z]+)(?-u:\b)"
)
APPOSED = (
    r"(?:^|, ?)((?:(?:[Tt]he|[Aa]n?|[Oo]ne) )?[A-Z][^,]*"
    r"(?:, (?:[a-z]|[A-Z][A-Za-z-]+'s )[^,]*)+, ?)$"
)
AFTER_CONTENT = r"^[^,]*?,(.*)$"
AFTER_JOIN = r"^.*(?:^| )(?:and|but|while|as|that|after|when|because)( .*)$"
LAST_SEGMENT = r"([^,]*)$"
SUBORDINATE = r"(?i)^.*(?:^| )(?:that|but|while|as|when|because|although|though|if|whether)( .*)$"
JOINED = r"(?i)(?-u:\b)(?:and|but|while|as|although|though|whereas|after|when|because|that) ?$"
LEADING = (
    r"(?i)^((?: ?(?:and|but|while|as|that|when|however|yet|so|for his part|in|though|although|"
    r"meanwhile)(?-u:\b),?)* ?).*$"
)
AHEAD_NAME = (
    r"^((?: (?:by|from))? ?[^,;:\"~()]*?)"
    r"(?:,? (?:who|whom|which|that|as|after|while|when|adding|noting|on [A-Z][a-z]+day)(?-u:\b).*|"
    r"[,;:\"~()].*)?\.?$"
)
AHEAD_APPOSED = (
    r"^(, (?:(?:a|an|the|his|her|its|their|[a-z]+|[A-Z][A-Za-z-]+'s) )[^,;:\"~()]*)(?:,|\.?$)"
)
FINITE = r"(?-u:\b)(?:have|has|had|was|were|is|are|will|would|did|do|does|may|could)(?-u:\b)"


def find_acts(sentences: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """One row per speech act with the phrase that may name its speaker.

    Out: act_id, article_id, sentence_id, sentence_no, part_no, act_start, act_end, stance, voice,
    form, np_start, np_end, head_end, in_quote, text, base. form is lead (the words said follow),
    tail (they stand before, or on both sides), source (according to …) or cite (citing …).
    Offsets are the article's; np_start to head_end is the phrase without its apposition, up to
    np_end with it; null where no phrase can name a speaker.
    """
    folded = sentences.select(
        "sentence_id", "sentence_no", "part_no", "is_title", "quote_no", "quote_start",
        "quote_end", "text",
        base=pl.col("start").cast(pl.Int64),
        folded=fold(pl.col("text")).str.replace_many(["\n", "\t", "\r"], [" ", " ", " "])
        .str.replace_all(TORN_PREFIX, "${1}- "),
    )  # fmt: skip
    acts = (
        mentions.filter(
            pl.col("kind").is_in(["speech", "according"])
            | ((pl.col("kind") == "vague_source") & pl.col("sense").is_in(["reports", "none"]))
        )
        .drop("text")
        .join(folded, on="sentence_id", maintain_order="left")
        .sort("article_id", "start")
        .with_columns(
            at=pl.col("start") - pl.col("base"),
            upto=pl.col("end") - pl.col("base"),
            same=(pl.col("sentence_id") == pl.col("sentence_id").shift(1)).fill_null(False),
        )
    )
    spoken = acts.filter(pl.col("kind") != "vague_source").with_columns(
        same=(pl.col("sentence_id") == pl.col("sentence_id").shift(1)).fill_null(False)
    )
    opening = pl.col("folded").str.extract(DATELINE, 1).str.len_chars().fill_null(0)
    spoken = spoken.with_columns(
        bound=pl.when("same")
        .then(pl.col("upto").shift(1))
        .when(opening <= pl.col("at"))
        .then(opening)
        .otherwise(0)
        .cast(pl.Int64)
    )
    behind = name_behind(spoken, mentions)
    named = name_ahead(behind, mentions)
    return pl.concat([settle_form(named), bare_reports(acts, spoken)]).sort(
        "article_id", "act_start", "act_end"
    )


def name_behind(acts: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Add the span of the subject before the verb: left_start, left_end, with its left context."""
    left = pl.col("folded").str.slice("bound", pl.col("at") - pl.col("bound"))
    trimmed = left.str.replace(PARENTHESIS, " ")
    for pattern, rest in (
        (ASIDE, ""),
        (ADVERBS, ""),
        (RELATIVE, ",${1}"),
        (ADVERBS, ""),
        (ASIDE, ""),
    ):
        trimmed = trimmed.str.replace(pattern, rest)
    phrase = pl.col("trimmed").str.extract(LAST_PHRASE, 1)
    phrase = phrase.str.replace_all(RELATIVE_THAT, " thxt ${1} ")
    cut = (
        acts.with_columns(left=left, trimmed=trimmed)
        .with_columns(phrase=phrase)
        .with_columns(
            left_end=pl.col("bound") + pl.col("trimmed").str.len_chars().cast(pl.Int64),
            comma=pl.col("phrase").str.contains(r", ?$"),
        )
        .with_columns(limit=(pl.col("left_end") + pl.col("base")).cast(pl.Int32))
    )
    triggers = mentions.filter(pl.col("kind") == "trigger").select(
        "sentence_id", trigger_start="start", trigger_end="end"
    )
    near = cut.sort("limit").join_asof(
        triggers.sort("trigger_start"), left_on="limit", right_on="trigger_start",
        by="sentence_id", strategy="backward", check_sortedness=False,
    )  # fmt: skip
    begins = pl.col("left_end") - pl.col("phrase").str.len_chars().cast(pl.Int64)
    told = pl.col("trigger_end") - pl.col("base")
    has_content = ((told > begins) & (told <= pl.col("left_end"))).fill_null(False)
    rest = pl.col("phrase").str.slice((told - begins).clip(0))
    after = pl.coalesce(rest.str.extract(AFTER_CONTENT, 1), rest.str.extract(AFTER_JOIN, 1))
    region = pl.when(has_content).then(after).otherwise("phrase")
    near = near.with_columns(region=region, has_content=has_content)
    region = pl.col("region")
    plain = region.str.extract(LAST_SEGMENT, 1)
    plain = pl.coalesce(plain.str.extract(SUBORDINATE, 1), plain)
    subject = (
        pl.when("comma").then(pl.coalesce(region.str.extract(APPOSED, 1), region)).otherwise(plain)
    )
    near = near.with_columns(subject=subject)
    blank = pl.col("subject").str.extract(LEADING, 1).fill_null("").str.len_chars().cast(pl.Int64)
    return near.with_columns(
        left_start=pl.col("left_end")
        - pl.col("subject").str.len_chars().cast(pl.Int64) + blank,
        subject=pl.col("subject").str.slice(blank).str.strip_chars(" ,"),
        joined=pl.col("trimmed").str.contains(r"(?i)(?:^|[ ,])(?:and|but|then) ?$"),
    ).sort("article_id", "start")  # fmt: skip


def name_ahead(acts: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Add the span of a name after the verb or preposition: right_start, right_head, right_end.

    What follows the name after a comma is its apposition only where no trigger and no finite verb
    stands in it, and where, at the head of a sentence, another comma closes it.
    """
    ahead = pl.col("folded").str.slice("upto")
    acts = acts.with_columns(ahead=ahead.str.extract(AHEAD_NAME, 1))
    size = pl.col("ahead").str.len_chars().cast(pl.Int64)
    rest = pl.col("folded").str.slice(pl.col("upto") + size)
    opens = pl.col("folded").str.slice(0, pl.col("at")).str.contains(r"^[\" ]*$")
    more = rest.str.extract(AHEAD_APPOSED, 1)
    closed = rest.str.contains(r"^, [^,]*,")
    triggers = (
        mentions.filter(pl.col("kind") == "trigger")
        .select("sentence_id", next_trigger="start")
        .sort("next_trigger")
    )
    placed = (
        acts.with_columns(
            more=pl.when((closed | ~opens) & ~more.str.contains(FINITE)).then(more),
            right_start=pl.col("upto"),
            right_head=pl.col("upto") + size,
        )
        .sort("end")
        .join_asof(
            triggers, left_on="end", right_on="next_trigger", by="sentence_id",
            strategy="forward", check_sortedness=False,
        )
    )  # fmt: skip
    apposed_end = pl.col("right_head") + pl.col("more").str.len_chars().cast(pl.Int64)
    clear = (pl.col("next_trigger") - pl.col("base") >= apposed_end).fill_null(True)
    return placed.with_columns(
        right_end=pl.when(clear).then(apposed_end).fill_null(pl.col("right_head"))
    ).sort("article_id", "start")


def settle_form(acts: pl.DataFrame) -> pl.DataFrame:
    """Choose the side that names the speaker and say how the words said stand to the verb."""
    is_source = pl.col("kind") == "according"
    has_left = (pl.col("subject").str.len_chars() > 1).fill_null(False)
    quote_before = pl.col("left").str.contains(r"\" ?$")
    starts_name = pl.col("ahead").str.contains(r"^ (?:(?:the|a|an|one|some|local) )?[A-Za-z]")
    content_before = quote_before | (pl.col("has_content") & pl.col("left").str.contains(r", ?$"))
    is_inverted = ~is_source & ~has_left & content_before & starts_name
    takes_right = is_source | is_inverted
    follows_join = pl.col("folded").str.slice(0, pl.col("left_start")).str.contains(JOINED)
    is_tail = (
        is_inverted
        | (has_left & pl.col("has_content") & ~pl.col("joined") & ~follows_join)
        | (has_left & ~is_inside() & pl.col("trimmed").str.contains('"[^"]*$'))
    )
    head = pl.col("folded").str.slice(
        "left_start", pl.col("left_end") - pl.col("left_start")
    ).str.extract(r"^([^,]*)", 1).str.len_chars().cast(pl.Int64)  # fmt: skip
    start = pl.when(takes_right).then("right_start").when(has_left).then("left_start")
    end = pl.when(takes_right).then("right_end").when(has_left).then("left_end")
    head_end = (
        pl.when(takes_right).then("right_head").when(has_left).then(pl.col("left_start") + head)
    )
    form = (
        pl.when(is_source & (pl.col("sense") == "cite")).then(pl.lit("cite"))
        .when(is_source).then(pl.lit("source"))
        .when(is_tail).then(pl.lit("tail"))
        .otherwise(pl.lit("lead"))
    )  # fmt: skip
    return shape(acts, form, start, head_end, end, is_same="joined")


def bare_reports(acts: pl.DataFrame, spoken: pl.DataFrame) -> pl.DataFrame:
    """Reports and rumours that say something without a verb: 'unconfirmed reports that …'."""
    taken = spoken.select(
        "sentence_id", verb_start=pl.col("start"), verb_end=pl.col("end")
    ).sort("verb_start")  # fmt: skip
    vague = (
        acts.filter(pl.col("kind") == "vague_source")
        .sort("start")
        .join_asof(
            taken, left_on="end", right_on="verb_start", by="sentence_id", strategy="forward",
            check_sortedness=False,
        )
        .join_asof(
            taken.select("sentence_id", before_end="verb_end"), left_on="start",
            right_on="before_end", by="sentence_id", strategy="backward", check_sortedness=False,
        )
        .filter(
            (
                (pl.col("verb_start").is_null() | (pl.col("verb_start") - pl.col("end") > 25))
                & (pl.col("before_end").is_null() | (pl.col("start") - pl.col("before_end") > 25))
                & pl.col("folded").str.slice("upto").str.contains(r"^ [A-Za-z]")
                & ~pl.col("folded").str.slice("upto").str.contains(NO_CONTENT)
            )
            | (pl.col("sense") == "none")
        )
        .with_columns(joined=pl.lit(False))
    )  # fmt: skip
    at, upto = pl.col("at"), pl.col("upto")
    return shape(vague, pl.lit("lead"), at, upto, upto, is_same="joined").with_columns(
        stance=pl.lit("report")
    )


def is_inside() -> pl.Expr:
    """True for an act within the quoted span of its sentence."""
    return (
        (pl.col("start") >= pl.col("quote_start")) & (pl.col("end") <= pl.col("quote_end"))
    ).fill_null(False)


def shape(
    acts: pl.DataFrame, form: pl.Expr, start: pl.Expr, head_end: pl.Expr, end: pl.Expr, is_same: str
) -> pl.DataFrame:
    """The columns of an act; spans as offsets in the article."""
    base = pl.col("base")
    return acts.select(
        act_id=pl.col("mention_id"),
        article_id="article_id",
        sentence_id="sentence_id",
        sentence_no="sentence_no",
        part_no="part_no",
        is_title="is_title",
        quote_no="quote_no",
        act_start="start",
        act_end="end",
        stance="sense",
        voice="voice",
        form=form,
        np_start=(start + base).cast(pl.Int32),
        head_end=(head_end + base).cast(pl.Int32),
        np_end=(end + base).cast(pl.Int32),
        shares_subject=pl.col(is_same) | (pl.col("voice") == "ing").fill_null(False),
        in_quote=is_inside(),
        text="text",
        folded="folded",
        base="base",
    )
