"""Days that an article tells: of its deeds and of its opening, and of which events they are."""

import polars as pl

from pipelines.transforms.text.times.given_times import FIELDS, OF_SOME
from pipelines.transforms.text.times.grammar import NEXT_CLAUSE, NEXT_ITEM
from pipelines.transforms.text.times.proceedings import BROADCAST

# How many sentences open an article; the first day told there is that of its news.
LEAD_SENTENCES, LEAD = 4, "lead"
GROUND = "ground"
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
    # "It should be recalled that on 3 August"
    r"recall(?:s|ed|ing)?|(?:be|is|are) remembered|"
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
    r"telegram|condolenc|solidarity|"
    r"found|discover|identif|question|suspect|investigat|march|gather|demonstrat|rall(?:y|ied)|memorial|"
    r"anniversar|debat|parliament|session|good (?:morning|evening|afternoon)|this is radio|"
    r"funeral|buri|testif|convict|extradit|arraign|plead)"
)
# "The funeral of two soldiers killed in X was held on"
HELD_FOR_IT = (
    r"(?i)^\W*(?:(?:the|an?) )?(?:[a-z]+ )?(?:funerals?|burials?|memorial|trial|hearing|inquest|"
    r"vigil|ceremony)(?-u:\b)"
)
# Who was told minutes ago tells of what has just happened.
LIVE = r"(?i)(?:minutes|moments) ago$"
# How many characters ahead of a time and behind it they are looked for.
AHEAD, BEHIND = 40, 16
# How far ahead of a deed or a time a word of a plan makes it one.
PLAN_REACH = 40
DAY_KEY = ["time_kind", "time_month", "time_day", "time_weekday", "time_days_start"]


def rank_givers(told: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Dated deeds with n_days and n_same, the days their article tells of all deeds and of theirs,
    is_lead, the first of an article if it stands at its opening, is_ordered, where the
    sentence tells of one thing after or before another, next_from, where a clause opens with its
    day, is_part, where it tells of some of those
    told before, and is_other, where it tells of a further
    event than the article's first."""
    numbers = sentences.select(
        "sentence_id",
        "sentence_no",
        is_ordered=orders(),
        is_other=pl.col("text").str.contains(OTHER_EVENT)
        # Further on, a station's next report tells of its own.
        | (pl.col("text").str.contains(BROADCAST) & (pl.col("sentence_no") > 0))
        | (pl.col("text").str.contains(ELSEWHERE) & (pl.col("sentence_no") >= LEAD_SENTENCES)),
        is_part=pl.col("text").str.contains(OF_SOME),
        takes_place=pl.col("text").str.contains(TOOK_PLACE),
        base="start",
        text="text",
    )
    ahead = pl.col("text").str.slice(0, pl.col("anchor_start") - pl.col("base"))
    # Up to its time, which a next clause may open: "two were killed, and on Friday".
    upto = pl.col("text").str.splitn(pl.col("time_text"), 2).struct[0]
    is_next = upto.str.contains(f"{NEXT_CLAUSE}|{NEXT_ITEM}")
    ordered = (
        told.join(numbers, on="sentence_id")
        .with_columns(
            is_before=ahead.str.contains(BEFOREHAND),
            next_from=pl.when(is_next).then(pl.col("base") + upto.str.len_chars()),
        )
        .with_columns(pl.col("is_other") | pl.col("is_before"))
        .drop("text", "base")
        .sort("article_id", "sentence_no", "anchor_start")
    )
    # Days of ground taken are told as well, but give nothing where they do not open the article.
    is_deed = pl.col("deed") != GROUND
    is_news = ~pl.col("is_before") & ~pl.col("is_part")
    is_first = is_news & (is_news.cum_sum().over("article_id") == 1)
    of_deed = pl.col("day").filter((pl.col("deed") != LEAD) & ~pl.col("is_other"))
    return (
        ordered.with_columns(day=day_key())
        .select(
            "article_id",
            "sentence_id",
            "deed",
            "sentence_no",
            "is_ordered",
            "is_other",
            "is_before",
            "is_part",
            "takes_place",
            "next_from",
            *FIELDS,
            n_days=of_deed.n_unique().over("article_id"),
            n_own=pl.col("day").n_unique().over("sentence_id"),
            n_same=pl.col("day").filter(~pl.col("is_other")).n_unique().over("article_id", "deed"),
            is_lead=is_first & (pl.col("sentence_no") < LEAD_SENTENCES),
            giver_no=pl.int_range(pl.len()),
        )
        .filter(is_deed | pl.col("is_lead"))
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
        & ~text.str.slice(0, pl.col("start") - base).str.contains(HELD_FOR_IT)
        & ~text.str.contains(BROADCAST)
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


def is_one_day() -> pl.Expr:
    """Whether a stated time is one day of the news: no span, and no year named."""
    kind = pl.col("time_kind")
    is_night = pl.col("time_text").str.contains("(?i)night")
    next_day = (pl.col("time_weekday_end") - pl.col("time_weekday")) % 7 == 1
    # "Between Thursday night and Friday morning" is one night.
    is_day = (kind == "weekday") & (
        pl.col("time_weekday_end").is_null() | (next_day & is_night).fill_null(False)
    )
    is_day |= (kind == "date") & pl.col("time_day_end").is_null()
    width = pl.col("time_days_end") - pl.col("time_days_start")
    is_day |= (kind == "days") & ((width == 0) | (is_night & (width == 1)))
    # "This weekend's offensive"
    is_day |= kind == "weekend"
    return (
        is_day.fill_null(False)
        & pl.col("time_year").is_null()
        # "Since dawn" is of one day, "since Monday" is not.
        & (~pl.col("is_since") | ((kind == "days") & (width == 0)).fill_null(False))
        & (pl.col("date_basis") == "stated")
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
