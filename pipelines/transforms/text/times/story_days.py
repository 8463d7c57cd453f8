"""The day of the story: what an article tells without a day happened on the day it gave for it."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.times.carried_times import FIELDS, KEYS
from schemas.vocab import HARMS

# How many sentences open an article; the first day told there is that of its news.
LEAD_SENTENCES, LEAD = 4, "lead"
# Nouns that tell of violence: an attack, a clash; a bomb is a tool, no event.
EVENT_UNITS = ("attack", "contested")
TOOL = "tool"
# Happenings that a report tells of without their kind.
HAPPENING, HAPPENED = "happening", r"(?i)^(?:incidents?|operations?)$"
# An offensive lasts: the day that it began is not that of what it brings.
LASTING = r"(?i)^offensive"
GROUND = (
    "captured", "recaptured", "withdrawn", "expelled", "controlled", "surrendered", "lost",
)  # fmt: skip
ORDER = (
    r"(?i)(?-u:\b)(?:since|after|before|following (?:the|a|an|his|their)|ahead of|prior to|until)"
    r"(?-u:\b)"
)
# "Nine were killed after rebels attacked X on Monday": one deed; "two days after" parts them.
HARMED_AFTER = (
    r"(?i)(?-u:\b)(killed|wounded|injured|died|dead|missing|hurt|kidnapped|abducted|feared dead)"
    r"(?: in [A-Z][a-z]+)? after "
)
# A sentence of another event gives its day to no other: 'Soyapango was also attacked on 30 July'.
OTHER_EVENT = (
    r"(?i)(?-u:\b)(?:also|another|likewise|separately|elsewhere|meanwhile|similar(?:ly)?|"
    r"(?:separate|other|different) (?:incident|attack|clash|event|ambush|operation|case)s?)(?-u:\b)"
)
# What had happened before the story dates nothing in it: 'who had been abducted on 3 August'.
BEFOREHAND = r"(?i)(?-u:\b)had(?: (?:been|also|already|earlier|previously|reportedly))* $"
# 'The assault took place on Sunday' dates what the sentences before it tell.
TOOK_PLACE = (
    r"(?i)^\W*(?:the|this) (?:[a-z'-]+ ){1,8}?(?:(?:in|on|at|near) [^,.;]{2,50}? )?"
    r"(?:took place|happened|occurred|unfolded|was (?:carried out|staged|launched|reported)|"
    r"began|started|came|lasted)(?-u:\b)"
)
TOOK_PLACE_REACH = 3
# How many sentences behind the first of another event may tell of it too.
OTHER_REACH = 2
# How many sentences back a sentence that names no place takes its place from.
PLACE_REACH = 4
# Behind the opening, a sentence that sets another scene tells of another event.
ELSEWHERE = (
    r"^(?:In|Across|On|Near|Further|Elsewhere) (?:the )?"
    r"(?:(?:far |extreme )?(?:north|south|east|west|cent(?:er|re))[a-z]*"
    r"(?: of (?:the )?[A-Za-z]+)?|[A-Z][^,.;]{2,40}), "
)
HOUR = (
    r"(?i)(?-u:\b)(?:before|after|since|until) (?:dawn|midnight|noon|midday|sunrise|sunset|dusk|"
    r"dark|nightfall|daybreak|first light|daylight)(?-u:\b)"
)
# Times of what was said, met or signed are no days of violence.
COMMENT = (
    r"(?i)(?-u:\b)(?:condemn|denounc|protest|voic|demand|propos|reject|call(?:ed|s)? (?:for|on)|"
    r"urg|mourn|regret|deplor|repudiat|prais|visit|met |meet|arriv|attend|discuss|order|sign|"
    r"resign|appoint|elect|vot|hear|tri(?:al|ed)|charg|sentenc|releas|inaugurat|travel|return|holiday|"
    r"support|agree|negotiat|interview|statement|press conference|offer|promis|announc|disclos|"
    r"found|discover|identif|question|suspect|investigat|march|gather|demonstrat|rall(?:y|ied)|mourn|memorial|anniversar|"
    r"funeral|buri|testif|convict|extradit|arraign|plead)"
)
# Who was told minutes ago tells of what has just happened.
LIVE = r"(?i)(?:minutes|moments) ago$"
# How many characters ahead of a time and behind it they are looked for.
AHEAD, BEHIND = 40, 16
# How far ahead of a deed or a time a word of a plan makes it one.
PLAN_REACH = 40
DETERMINER = r"(?i)(?:^|[^a-z])(?:the|an?|this|those|these|his|her|their|its)(?: [0-9]+)? $"
DAY_KEY = ["time_kind", "time_month", "time_day", "time_weekday", "time_days_start"]


def find_deeds(mentions: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Words that tell of violence as anchors: KEYS and deed, their harm or 'attack'."""
    kind, sense = pl.col("kind"), pl.col("sense")
    ways = lexicons.event_types["sub_event_type"].to_list()
    is_deed = (kind == "trigger") & sense.is_in([*HARMS, *EVENT_UNITS, *ways]) & ~takes_place()
    is_deed |= (kind == "method") & (pl.col("voice") != TOOL).fill_null(True)
    is_deed |= (kind == "unit") & sense.is_in(EVENT_UNITS) & ~pl.col("text").str.contains(LASTING)
    is_deed |= (kind == "unit") & (sense == HAPPENING) & pl.col("text").str.contains(HAPPENED)
    return (
        mentions.filter(kind.is_in(["trigger", "method", "unit"]))
        .filter(is_deed)
        .select(
            "article_id",
            "sentence_id",
            anchor_id="mention_id",
            anchor_start="start",
            anchor_end="end",
            deed=pl.when(sense.is_in(HARMS)).then("sense").otherwise(pl.lit("attack")),
        )
    )


def takes_place() -> pl.Expr:
    """Whether a trigger tells of ground that changes hands, not of people."""
    is_people = pl.col("voice").str.contains("people").fill_null(False)
    return pl.col("sense").is_in(GROUND).fill_null(False) & ~is_people


def find_takers(
    anchors: pl.DataFrame, deeds: pl.DataFrame, mentions: pl.DataFrame, dated: pl.DataFrame
) -> pl.DataFrame:
    """Anchors of violence without a time, or with that of a saying only (is_said): KEYS, deed."""
    at = ["sentence_id", "anchor_start"]
    ground = mentions.filter((pl.col("kind") == "trigger") & takes_place()).select(
        "sentence_id", anchor_start="start"
    )
    return (
        anchors.select(KEYS)
        .join(ground, on=at, how="anti", maintain_order="left")
        .join(deeds.select(*at, "deed"), on=at, how="left")
        .join(dated.select("anchor_id", "is_said"), on="anchor_id", how="left")
        .filter(pl.col("is_said").fill_null(True))
        .with_columns(pl.col("is_said").fill_null(False), pl.col("deed").fill_null("attack"))
    )


def story_days(
    takers: pl.DataFrame,
    told: pl.DataFrame,
    sentences: pl.DataFrame,
    mentions: pl.DataFrame,
    lexicons: Lexicons,
) -> pl.DataFrame:
    """Days that anchors take from what their article dates: anchor_id, FIELDS, date_basis.

    takers: KEYS, deed, and is_said (dated by a saying only). told: the same with the times of their
    own. A taker takes the one day told of its deed, else the one day told of any, else, if it has
    no time at all, the day that the article opens with; never that of another first-level unit.
    What follows the opening takes no day of its deed that is told behind it.
    """
    dated = told.filter(is_one_day())
    beside = days_beside(takers, dated, sentences)
    givers = rank_givers(pl.concat([dated, beside], how="diagonal_relaxed"), sentences)
    leads = givers.filter("is_lead").select("article_id", lead_no="sentence_no")
    numbered = takers.join(
        sentences.select("sentence_id", "sentence_no"), on="sentence_id", maintain_order="left"
    )
    ahead = pl.col("sentence_no_giver") - pl.col("sentence_no")
    pairs = (
        numbered.join(givers, on="article_id", suffix="_giver")
        .join(leads, on="article_id", how="left")
        .with_columns(
            is_meant=(pl.col("takes_place") & ahead.is_between(1, TOOK_PLACE_REACH))
            | (pl.col("is_other") & ahead.is_between(-OTHER_REACH, -1)),
            is_same=(pl.col("deed") == pl.col("deed_giver"))
            & (pl.col("n_same") == 1)
            & ~((ahead > 0) & (pl.col("lead_no") < pl.col("sentence_no"))).fill_null(False),
            is_only=(pl.col("n_days") == 1) & (pl.col("deed_giver") != LEAD),
            # "Two were killed and nine wounded on Friday": one sentence tells of one day.
            is_own=(pl.col("sentence_id") == pl.col("sentence_id_giver"))
            & (pl.col("n_own") == 1)
            & ~pl.col("is_said"),
        )
        .filter(
            pl.col("is_meant")
            | pl.col("is_own")
            | pl.col("is_same")
            | pl.col("is_only")
            | (pl.col("is_lead") & ~pl.col("is_said")),
            (pl.col("sentence_id") != pl.col("sentence_id_giver")) | ~pl.col("is_ordered"),
            (pl.col("sentence_id") == pl.col("sentence_id_giver"))
            | ~pl.col("is_other")
            | pl.col("is_meant"),
        )
    )
    deeds = pl.concat([takers["sentence_id"], told["sentence_id"]]).unique()
    apart = places_apart(pairs, deeds, sentences, mentions, lexicons)
    return (
        pairs.join(apart, on=["sentence_id", "sentence_id_giver"], how="anti")
        .sort(
            "anchor_id", ~pl.col("is_meant"), ~pl.col("is_own"), ~pl.col("is_same"),
            ~pl.col("is_only"), "giver_no",
        )
        .unique("anchor_id", keep="first", maintain_order=True)
        .select("anchor_id", *FIELDS, date_basis=pl.lit("carried"))
    )  # fmt: skip


def days_beside(takers: pl.DataFrame, dated: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Takers of a sentence that dates its other deeds on one day, with that day: they count among
    the days that an article tells of their deed."""
    ordered = sentences.filter(orders())
    days = (
        dated.with_columns(day=day_key())
        .filter(pl.col("day").n_unique().over("sentence_id") == 1)
        .join(ordered, on="sentence_id", how="anti", maintain_order="left")
        .unique("sentence_id", keep="first", maintain_order=True)
        .select("sentence_id", *FIELDS, "date_basis")
    )
    return (
        takers.filter(~pl.col("is_said"))
        .select(*KEYS, "deed")
        .join(days, on="sentence_id", maintain_order="left")
    )


def day_key() -> pl.Expr:
    """A day as one text."""
    return pl.concat_str(
        [pl.col(name).cast(pl.String).fill_null("") for name in DAY_KEY], separator="|"
    )


def orders() -> pl.Expr:
    """Whether a sentence tells of one thing after or before another."""
    told = pl.col("text").str.replace_all(HOUR, "").str.replace_all(HARMED_AFTER, "$1 when ")
    return told.str.contains(ORDER)


def described(mentions: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Deeds that only describe somebody ('the kidnapped man'): anchor_id."""
    participles = mentions.filter(pl.col("kind") == "trigger").filter(
        pl.col("voice").str.contains(r"^(?:vp|died)")
    )
    ahead = pl.col("text_right").str.slice(0, pl.col("start") - pl.col("base"))
    return (
        participles.join(sentences.select("sentence_id", "text", base="start"), on="sentence_id")
        .filter(ahead.str.contains(DETERMINER))
        .select(anchor_id="mention_id")
    )


def lead_days(told: pl.DataFrame, times: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """The first time that dates anything but a saying or a plan in the opening of an article of
    which told has no day there: the columns of told that rank_givers needs."""
    text, base = pl.col("text"), pl.col("base")
    ahead = (pl.col("start") - base).clip(0, AHEAD)
    around = text.str.slice(
        pl.col("start") - base - ahead, ahead + pl.col("time_text").str.len_chars() + BEHIND
    )
    is_news = (
        (pl.col("sentence_no") < LEAD_SENTENCES)
        & (pl.col("voice") == "on")
        & (~pl.col("is_said") | pl.col("time_text").str.contains(LIVE))
        & ~pl.col("is_title")
        & ~around.str.contains(COMMENT)
    )
    openings = times.filter(pl.col("sentence_no") < LEAD_SENTENCES).select("sentence_id").unique()
    dated = told.filter(is_one_day()).join(openings, on="sentence_id", how="semi")
    plans = mentions.filter(pl.col("kind") == "plan").select("sentence_id", plan_end="end")
    planned = times.join(plans, on="sentence_id").filter(
        (pl.col("start") - pl.col("plan_end")).is_between(0, PLAN_REACH)
    )
    return (
        times.with_columns(date_basis=pl.lit("stated"))
        .filter(is_news & is_one_day())
        .join(dated.select("article_id").unique(), on="article_id", how="anti")
        .join(planned, on=["sentence_id", "start"], how="anti")
        .sort("article_id", "sentence_no", "start")
        .unique("article_id", keep="first", maintain_order=True)
        .select(
            "article_id",
            "sentence_id",
            *FIELDS,
            "date_basis",
            anchor_start="start",
            deed=pl.lit(LEAD),
        )
    )


def rank_givers(told: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Dated deeds with n_days and n_same, the days their article tells of all deeds and of theirs,
    is_lead, the first of an article if it stands at its opening, is_ordered, where the
    sentence tells of one thing after or before another, and is_other, where it tells of a further
    event than the article's first."""
    numbers = sentences.select(
        "sentence_id",
        "sentence_no",
        is_ordered=orders(),
        is_other=pl.col("text").str.contains(OTHER_EVENT)
        | (pl.col("text").str.contains(ELSEWHERE) & (pl.col("sentence_no") >= LEAD_SENTENCES)),
        takes_place=pl.col("text").str.contains(TOOK_PLACE),
        base="start",
        text="text",
    )
    ahead = pl.col("text").str.slice(0, pl.col("anchor_start") - pl.col("base"))
    ordered = (
        told.join(numbers, on="sentence_id")
        .with_columns(is_other=pl.col("is_other") | ahead.str.contains(BEFOREHAND))
        .drop("text", "base")
        .sort("article_id", "sentence_no", "anchor_start")
    )
    is_first = (pl.col("article_id") != pl.col("article_id").shift(1)).fill_null(True)
    of_deed = pl.col("day").filter((pl.col("deed") != LEAD) & ~pl.col("is_other"))
    return ordered.with_columns(day=day_key()).select(
        "article_id",
        "sentence_id",
        "deed",
        "sentence_no",
        "is_ordered",
        "is_other",
        "takes_place",
        *FIELDS,
        n_days=of_deed.n_unique().over("article_id"),
        n_own=pl.col("day").n_unique().over("sentence_id"),
        n_same=pl.col("day").filter(~pl.col("is_other")).n_unique().over("article_id", "deed"),
        is_lead=is_first & (pl.col("sentence_no") < LEAD_SENTENCES),
        giver_no=pl.int_range(pl.len()),
    )


def is_one_day() -> pl.Expr:
    """Whether a stated time is one day of the news: no span, and no year named."""
    kind = pl.col("time_kind")
    is_day = (kind == "weekday") & pl.col("time_weekday_end").is_null()
    is_day |= (kind == "date") & pl.col("time_day_end").is_null()
    width = pl.col("time_days_end") - pl.col("time_days_start")
    is_night = pl.col("time_text").str.contains("(?i)night") & (width == 1)
    is_day |= (kind == "days") & ((width == 0) | is_night)
    return (
        is_day.fill_null(False)
        & pl.col("time_year").is_null()
        & ~pl.col("is_since")
        & (pl.col("date_basis") == "stated")
    )


def places_apart(
    pairs: pl.DataFrame,
    deeds: pl.Series,
    sentences: pl.DataFrame,
    mentions: pl.DataFrame,
    lexicons: Lexicons,
) -> pl.DataFrame:
    """Pairs of sentence_id and sentence_id_giver that tell of different first-level units and of
    none that they share; a sentence without a place tells of that of the last deed before it.

    deeds: the sentences that tell of one. A dateline's town is where the reporter is.
    """
    both = pairs.select("article_id", "sentence_id", "sentence_id_giver").unique()
    placed = mentions.filter(pl.col("kind") == "place", pl.col("entity_id").is_not_null()).filter(
        (pl.col("mention_no") > 0) | pl.col("text").str.contains("[a-z]")
    )
    named = (
        placed.join(
            lexicons.places.select(entity_id="location_id", unit="admin1_id").drop_nulls(),
            on="entity_id",
        )
        .select("sentence_id", "unit")
        .unique()
    )
    told_at = pl.when("is_placed").then("sentence_no").forward_fill().over("article_id")
    last = (
        sentences.join(both.select("article_id").unique(), on="article_id", how="semi")
        .sort("article_id", "sentence_no")
        .with_columns(
            is_placed=pl.col("sentence_id").is_in(named["sentence_id"].implode())
            & pl.col("sentence_id").is_in(deeds.implode())
        )
        .with_columns(
            told_id=pl.when("is_placed").then("sentence_id").forward_fill().over("article_id"),
            back=pl.col("sentence_no") - told_at,
        )
        .filter(pl.col("back") <= PLACE_REACH)
        .select("sentence_id", "told_id", "is_placed")
    )
    near = last.join(named, left_on="told_id", right_on="sentence_id")
    facing = both.join(near.select("sentence_id", "unit"), on="sentence_id").join(
        near.select("sentence_id", "unit"),
        left_on="sentence_id_giver",
        right_on="sentence_id",
        suffix="_giver",
    )
    return (
        facing.group_by("sentence_id", "sentence_id_giver")
        .agg(is_shared=(pl.col("unit") == pl.col("unit_giver")).any())
        .filter(~pl.col("is_shared"))
    )
