"""Totals over more than one event: running tolls, and harms told over years."""

import polars as pl

# A span of years, and how far from the harm it may stand.
SPANS = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|several|many|few|a|past|last)"
ERA = (
    r"(?i)(?-u:\b)(?:in|during|over|within|throughout|of) (?:the |its |more than |nearly |"
    rf"almost |over |about |some |at least |past |last )*{SPANS} (?:year|decade)s?(?-u:\b)"
    r"(?: of| [^ao]|[,.;]|$)|(?-u:\b)(?:\d+|decades?)-(?:year|long)[a-z-]* (?:[a-z]+ )?"
    r"(?:war|conflict|insurgency)(?-u:\b)|(?-u:\b)decades of (?-u:\b)|"
    r"(?-u:\b)since [^,.;]{0,80}(?-u:\b)(?:in )?(?:19|20)\d\d(?-u:\b)|"
    rf"(?-u:\b)for (?:more than |nearly |almost |over )?{SPANS} (?:year|decade)s?(?-u:\b)"
    r"[^.;]{0,60}(?-u:\b)(?:war|conflict|insurgency|violence)(?-u:\b)"
)
ERA_REACH = 90
# "Two guards, who had served there since 2019": that long they had served.
ASIDE = r"(?i), (?:who|whose|which|where)(?-u:\b)[^.;]*"
# What lasts is no event of which one toll is told.
CAMPAIGN = r"(?i)(?-u:\b)(?:offensive|campaign|war|operations?|conflict|invasion|insurgency)$"
# 'The worst violence since 2014', 'the heaviest shelling of the past two years' are of today.
RECORD = (
    r"(?i)(?-u:\b)(?:first|second|third|fourth|worst|most|[a-z]+iest|biggest|greatest|largest|"
    r"longest|strongest|fiercest|highest|gravest|only)(?-u:\b)[^.;]{0,60}"
    r"(?-u:\b)(?:in|since|of|for|over)(?-u:\b)[^.;,]{0,40}"
)
# "The deadliest attack in years", "the deadliest this year".
SINCE_LONG = (
    r"(?i)^(?:in (?:years|decades|months|weeks|recent (?:years|months|weeks))|"
    r"(?:so far )?this year)$"
)
TAKING = r"(?i), (?:taking|bringing|raising|pushing|lifting) (?-u:\b)[^.;]*$"
BRINGING = r"(?i)^br(?:ing|ought)"
SUPERLATIVE = (
    r"(?i)(?-u:\b)(?:first|second|third|worst|most|[a-z]+iest|biggest|greatest|largest|longest|"
    r"strongest|fiercest|highest|gravest)(?-u:\b)[^.;]{0,60}$"
)


def add_running(
    harms: pl.DataFrame, mentions: pl.DataFrame, sentences: pl.DataFrame
) -> pl.DataFrame:
    """Add is_cumulative: a total over more than one event, by its verb or a word ('so far').

    "Brings the toll to 41" runs on; "brings the toll of the bombing to 41" is that event's, and so
    is what was killed on "the deadliest day in years".
    """
    spans = harms.select("sentence_id", "harm_no", "anchor_start", "group_end").unique()
    is_inside = (pl.col("start") >= pl.col("anchor_start")) & (
        pl.col("start") < pl.col("group_end")
    ).fill_null(False)
    telling = mentions.filter(pl.col("kind").is_in(["cumulative", "unit", "method"]))
    near = (
        telling.select("sentence_id", "kind", "start", "text")
        .join(spans, on="sentence_id")
        .join(sentences.select("sentence_id", base="start", sentence="text"), on="sentence_id")
    )
    ahead = pl.col("sentence").str.slice(0, pl.col("start") - pl.col("base"))
    is_ahead = pl.col("start") < pl.col("anchor_start")
    gap = pl.col("sentence").str.slice(
        pl.col("anchor_start") - pl.col("base"),
        (pl.col("start") - pl.col("anchor_start")).clip(0),
    )
    is_running = (
        (pl.col("kind") == "cumulative")
        & ~pl.col("text").str.contains(r"(?i)toll$")
        & ~(pl.col("text").str.contains(SINCE_LONG) & ahead.str.contains(SUPERLATIVE))
        # "Killed nine on Monday, taking the number killed this year to 90": of one day too.
        & ~gap.str.contains(TAKING)
        # "Nine were killed, bringing to 30 …": the nine are of one day.
        & ~(pl.col("text").str.contains(BRINGING) & ~is_ahead)
    )
    is_event = (
        pl.col("kind").is_in(["unit", "method"])
        & is_inside
        & ~pl.col("text").str.contains(CAMPAIGN)
    )
    flags = near.group_by("sentence_id", "harm_no").agg(
        is_running=(is_running & ~is_inside).any(), is_of_event=is_event.any()
    )
    brings = (pl.col("trigger_voice") == "tollto") | (pl.col("trigger_kind") == "cumulative")
    return harms.join(
        flags, on=["sentence_id", "harm_no"], how="left", maintain_order="left"
    ).with_columns(
        is_cumulative=pl.col("is_running").fill_null(False)
        | (brings & ~pl.col("is_of_event").fill_null(False)).fill_null(False)
    )


def add_eras(harms: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Harms told over years ('has left 900 dead in nine years', 'since the war began in 1981') are
    running totals."""
    sized = harms.join(
        sentences.select("sentence_id", sentence_start="start", sentence="text"),
        on="sentence_id",
        maintain_order="left",
    )
    first = pl.min_horizontal("anchor_start", "group_start") - pl.col("sentence_start")
    last = pl.max_horizontal("anchor_end", "group_end") - pl.col("sentence_start")
    before = pl.col("sentence").str.slice(
        pl.max_horizontal(first - ERA_REACH, 0), pl.min_horizontal(first, ERA_REACH)
    )
    after = pl.col("sentence").str.slice(last, ERA_REACH)
    is_record = before.str.contains(RECORD) | after.str.contains(RECORD)
    told_after = after.str.replace(ASIDE, "")
    is_era = (before.str.contains(ERA) | told_after.str.contains(ERA)) & (pl.col("value_best") > 1)
    is_era &= ~is_record
    return sized.with_columns(is_cumulative=pl.col("is_cumulative") | is_era.fill_null(False)).drop(
        "sentence_start", "sentence"
    )
