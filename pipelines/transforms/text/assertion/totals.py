"""Totals: harm counted over more than one event, by the words around it, is cumulative."""

import polars as pl

from pipelines.transforms.text.assertion.undated import undated

# Harms that add up.
HARMS = (
    "killed", "wounded", "killed_or_wounded", "captured", "missing", "displaced",
    "casualties_unquantified",
)  # fmt: skip
# A war's own total, and losses told as a rate.
TOTAL_OF_WAR = (
    r"(?i)(?-u:\b)(?:war|conflict|insurgency|rebellion|violence|terrorism|unrest|bloodshed|struggle|"
    r"siege|blockade|uprising|crackdown)(?: (?:of|on|in) [A-Z][\w'-]*(?: [A-Z][\w'-]*)?)?"
    r"(?:, (?:that|which) [^,;.]{1,60},|,? (?:that|which))?(?: [a-z'-]+){0,3} "
    r"(?:has|have|had)(?: [a-z]+)? $|"
    r"(?-u:\b)[a-z0-9-]+[- ](?:years?|months?|decades?|weeks?)[- ](?:long |old )?"
    r"(?:war|conflict|insurgency|rebellion|struggle)(?-u:\b)[^.;]{0,60}$|"
    r"(?-u:\b)[a-z0-9-]+ (?:years?|months?|decades?|weeks) of (?:[a-z-]+ ){0,2}(?:war|conflict|"
    r"fighting|violence|clashes|unrest|bombing|attacks|bloodshed)(?-u:\b)[^.;]{0,60} "
    r"(?:has|have|had)(?: [a-z]+)? $|"
    r"(?-u:\b)in (?:[a-z0-9-]+ ){1,2}(?:years|decades) (?:has|have|had)(?: [a-z]+)? $|"
    r"(?-u:\b)for (?:[a-z]+ )?(?:years|decades)[;,:] [^.;]{0,50}$|"
    r"(?-u:\b)(?:war|conflict|violence|insurgency)(?:,? (?:that|which)) [^.;]{0,40}"
    r"(?:years|decades?|months)[^.;]{0,30}$"
)
# "The Counter Terrorism Department claimed to have killed four": no terrorism did.
OF_POLICE = r"(?i)(?-u:\b)(?:counter|anti)[ -]?(?:terrorism|insurgency|rebellion)(?-u:\b)"
# Months and years over which people were harmed, before the verb and behind it.
PERIOD = (
    r"(?:(?:in|over|during|within|throughout|of) (?:only |just |the |these |those )*"
    r"(?:last |past |previous |first |same )?(?:[a-z0-9-]+ ){0,2}(?:months|years|decades)|"
    r"between [a-z]+ (?:[0-9]{4} )?and (?:january|february|march|april|may|june|july|august|"
    r"september|october|november|december)|since (?:[a-z]+ ){0,2}(?:19|20)[0-9]{2}|"
    r"as of (?:today|yesterday|now|this [a-z]+)|"
    r"(?:in|over|during) the (?:last|past) (?:[5-9]|[1-9][0-9]+|five|six|seven|eight|nine|ten|"
    r"twelve|several|many) (?:days|weeks)|in the (?:last|past) (?:two|three|four) weeks|"
    r"(?:so far|earlier)? ?this year|during (?:the same|this|that) period|"
    r"from [0-9]{1,2} [a-z]+ (?:[0-9]{4} )?to [0-9]{1,2} [a-z]+(?: [0-9]{4})?|"
    r"during the (?:month|year)|"
    r"(?:nationwide|countrywide|(?:throughout|across|in) the (?:whole |entire )?(?:country|nation))"
    r",? (?:last|this) (?:week|month|year)|"
    r"(?:during|throughout|(?:during|in|over) (?:all|the whole|the month) of) (?:january|february|"
    r"march|april|may|june|july|august|september|october|november|december)|"
    r"in (?:(?:more|less|over|some|about|at|least|than|nearly) )*[0-9][0-9,]{2,} (?:[a-z]+ )?"
    r"(?:clashes|attacks|incidents|operations|battles|ambushes))"
)
# "Since the truce began in May, shells have killed 40": counted since then.
SINCE_AHEAD = (
    r"(?i)^\W*since (?:the |its |his |their |a |an |that |then|early |late |mid)[^;]{0,110}"
    r"(?-u:\b)(?:has|have)(?: also)?(?: been)? $"
)
# A year alone: "in 2015, 450 people were killed", but "in 2015 gunmen killed 21" is one deed.
YEAR_AHEAD = r"(?i)(?-u:\b)in (?:19|20)[0-9]{2}(?-u:\b)[^.;]{0,70}$"
YEAR_BEHIND = r"(?i)^[^.;,]{0,60}(?-u:\b)in (?:19|20)[0-9]{2}(?-u:\b)"
LAST_YEAR_AHEAD = r"(?i)(?-u:\b)last (?:year|month)(?-u:\b)[^.;]{0,60}$"
DEED = "casualty_active"
# "142 murders were reported in September"
MONTH_BEHIND = (
    r"(?i)^[^.;,]{0,30} in (?:january|february|march|april|may|june|july|august|september|october|"
    r"november|december)(?-u:\b)"
)
# "In October alone, their raids claimed 200 lives"
MONTH_ALONE = (
    r"(?i)(?-u:\b)in (?:january|february|march|april|may|june|july|august|september|october|"
    r"november|december) alone(?-u:\b)[^.;]{0,60}$"
)
# "Strikes have killed 50 this month", but "strikes killed 50 earlier this month".
THIS_MONTH = r"(?i)^[^.;,]{0,60}(?-u:\b)this month(?-u:\b)"
COUNTED, MANY = "casualty_deaths", 20
PERIOD_AHEAD = rf"(?i)(?-u:\b){PERIOD}(?-u:\b)[^.;]{{0,120}}$"
PERIOD_BEHIND = rf"(?i)^(?:, including [^.;,]{{1,40}},)?[^.;,]{{0,60}}(?-u:\b){PERIOD}(?-u:\b)"
# All that has happened under a government, or since a movement began.
SINCE_POWER = (
    r"(?i)(?-u:\b)since [^.;,]{0,40}?(?:took (?:office|power|over)|"
    r"(?:came|rose|returned) to (?:office|power)|assumed (?:office|power)|seized power|"
    r"was (?:founded|formed|created|elected|established|inaugurated))(?-u:\b)"
)
# 'The worst clashes in two months' are of today; months ago are no months.
RECORD = (
    r"(?i)(?-u:\b)(?:first|worst|most|highest|biggest|greatest|largest|fiercest|[a-z]+iest)"
    rf"(?-u:\b)[^.;]{{0,50}} (?:{PERIOD}|since)"
)
AGO = r"(?i)(?:months|years|decades) (?:ago|earlier|before|later)"
# What has happened again and again up to now: 'has already claimed 120 lives', 'the hundreds of
# farmers who have been murdered', '163 dead since the summit'.
UP_TO_NOW = (
    r"(?i)(?-u:\b)(?:has|have) (?:already|now|by now|so far)(?-u:\b)[^.;,]{0,45}$|"
    r"(?-u:\b)(?:has|have) been [a-z]+ing(?-u:\b)[^.;,]{0,45}$|"
    r"(?-u:\b)(?:hundreds|thousands|dozens|scores|countless|all|so many)(?-u:\b)[^.;]{0,45}"
    r"(?-u:\b)(?:who|that) have (?:been )?(?:[a-z]+,? (?:and )?){0,4}$|"
    r"(?-u:\b)(?:has|have) (?:set off|carried out|staged|launched|mounted|perpetrated)(?-u:\b)"
    r"[^.;]{0,25}(?-u:\b)(?:[0-9]{2,}|dozens|hundreds)(?-u:\b)[^.;]{0,40}$|"
    r"(?-u:\b)added to (?:those|the|others|earlier)(?-u:\b)[^.;]*"
    r"(?-u:\b)(?:resulted in|left|caused|killed)(?-u:\b)[^.;]{0,20}$"
)
# "Have been killed since Easter", "shells killed 40 since the truce", not "since Monday".
SINCE_BEHIND = r"(?i)^[^.;]{0,80}(?-u:\b)since [a-z0-9]"
SINCE_CLOSE = r"(?i)^[^.;,]{0,50}(?-u:\b)since [a-z0-9]"
QUARTER_BEHIND = (
    r"(?i)^[^.;,]{0,50}(?-u:\b)in the (?:first|second|third|last) (?:quarter|half|[a-z]+ months) of"
)
SINCE_DAY = (
    r"(?i)since (?:(?:last|early|late|on|the) )*(?:[a-z]+day|dawn|midnight|morning|noon|night|then|"
    r"yesterday|today|sunrise|sunset|it happened)(?-u:\b)"
)
FIGURES = ("killed", "wounded", "killed_or_wounded")
# No single attack kills so many: a figure without a day of its own is a war's.
TOO_MANY, VAGUELY_MANY = 1000, 100
DAY_BEHIND = r"(?i)(?-u:\b)(?:[a-z]*day|night|overnight|hours|morning|week|weekend)(?-u:\b)"
HAVE_BEEN = r"(?i)(?-u:\b)(?:have|has|had)(?: been)? $"
OF_VIOLENCE = (
    r"(?i)^ (?:as a result of|because of|due to|through) (?:the )?(?:[a-z]+ )?"
    r"(?:violence|war|conflict|insurgency|terrorism)(?-u:\b)"
)
PERFECT = r"(?i)(?-u:\b)(?:has|have|had)(?-u:\b)[^.;,]{0,60}$"
# "Also, 457 soldiers have been wounded": a total goes on in the sentences after it.
GOES_ON = r"(?i)(?-u:\b)(?:has|have)(?: also)? (?:been (?:[a-z]+ )?)?$"
COUNTRY_ID = r"^[A-Z]{3}$"
HAS_CAUSED = (
    r"(?i)(?-u:\b)(?:has|have) (?:[a-z]+ly |also |already )?"
    r"(?:caused|resulted in|inflicted|suffered|sustained|taken|led to|brought|produced|dealt)"
    r"(?: [a-z]+){0,3} ?$"
)
# "This action, which has caused casualties"
THIS_ONE = r"(?i), which has(?-u:\b)[^.;,]*$"
HAS_TAKEN = (
    r"(?i)^(?: (?:that|which))? (?:it|they|we|he|[a-z]+ [a-z]+) (?:has|have) "
    r"(?:taken|suffered|sustained|inflicted|caused)(?-u:\b)"
)
SO_FAR_THIS_YEAR = (
    r"(?i)(?-u:\b)(?:so far|thus far) (?:this|in the) year(?-u:\b)|"
    r"(?-u:\b)this year(?: alone)?,? [^.;]{0,60}(?:[0-9]{2,}|dozens of|many) "
    r"(?:attacks?|raids|ambushes|bombings|times)(?-u:\b)"
)
REACH = 2


def count_totals(told: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Claims of harm that is a total of months, of a campaign or of a war, marked cumulative.

    told: claims with anchor_start, anchor_end, value_best, date_basis and is_cumulative; the same
    columns come back. What one sentence counts with a total is one as well, and what the next
    sentences say in the perfect.
    """
    known = told.join(
        sentences.select("sentence_id", "sentence_no", "text", base="start"),
        on="sentence_id",
        how="left",
        maintain_order="left",
    )
    marked = (
        known.lazy()
        .with_columns(is_total=is_total() | is_campaign(), goes_on=goes_on())
        .collect(engine="in-memory")
    )
    # The day of another deed told beside it is not that of a total.
    # "During this period" is the span told before.
    is_period = pl.col("time_text").str.ends_with(" period").fill_null(False)
    carried = (pl.col("is_total") & (pl.col("date_basis") == "carried") & ~is_period).fill_null(
        False
    )
    return spread_totals(marked).with_columns(**undated(carried, "reference")).select(told.columns)


def is_harm() -> pl.Expr:
    """Claims of harm that adds up."""
    return (pl.col("claim_type") == "casualty") & pl.col("harm").is_in(HARMS)


def ahead() -> pl.Expr:
    """What stands in the sentence of a harm before its word."""
    text = pl.when(is_harm()).then("text")
    return text.str.slice(0, pl.col("anchor_start") - pl.col("base"))


def after() -> pl.Expr:
    """What stands behind it."""
    return pl.when(is_harm()).then("text").str.slice(pl.col("anchor_end") - pl.col("base"))


def is_total() -> pl.Expr:
    """Harm that its sentence counts over a time, a war, or a violence that goes on."""
    is_record = pl.col("text").str.contains(RECORD)
    by_violence = ahead().str.contains(HAVE_BEEN) & after().str.contains(OF_VIOLENCE)
    by_war = ahead().str.replace(OF_POLICE, "").str.contains(TOTAL_OF_WAR) | by_violence
    by_time = (by_period() | by_now()) & ~is_record
    # "The heavy casualties that they have taken": of no fight of its own.
    is_uncounted = (
        pl.col("harm").eq("casualties_unquantified")
        & (pl.col("date_basis") != "stated").fill_null(True)
        & pl.col("location_id").str.contains(COUNTRY_ID).fill_null(True)
        & (
            (ahead().str.contains(HAS_CAUSED) & ~ahead().str.contains(THIS_ONE))
            | after().str.contains(HAS_TAKEN)
        )
    )
    since_then = (pl.col("value_best") > 1) & ahead().str.contains(SINCE_AHEAD)
    return (is_harm() & (is_uncounted | since_then | by_time | by_war | by_size())).fill_null(False)


def by_period() -> pl.Expr:
    """Counted over a period, or over all that a power or a month has lasted."""
    in_year = ahead().str.contains(YEAR_AHEAD) | after().str.contains(YEAR_BEHIND)
    of_month = after().str.contains(MONTH_BEHIND) | ahead().str.contains(LAST_YEAR_AHEAD)
    return pl.col("value_best").is_not_null() & (
        ahead().str.replace_all(AGO, "").str.contains(PERIOD_AHEAD)
        | after().str.replace_all(AGO, "").str.contains(PERIOD_BEHIND)
        | after().str.contains(SINCE_POWER)
        | (in_year & (pl.col("rule_id") != DEED))
        | (ahead().str.contains(MONTH_ALONE) & (pl.col("value_best") >= MANY))
        | (of_month & (pl.col("rule_id") == COUNTED) & (pl.col("value_best") >= MANY))
    )


def by_now() -> pl.Expr:
    """Counted up to now, since something that is no day."""
    since = after().str.replace_all(SINCE_DAY, "")
    has_been = ahead().str.contains(HAVE_BEEN) & (
        since.str.contains(SINCE_BEHIND) | after().str.contains(THIS_MONTH)
    )
    has_been |= pl.col("harm").is_in(FIGURES) & after().str.contains(QUARTER_BEHIND)
    undated = (
        pl.col("harm").is_in(FIGURES)
        & (pl.col("date_basis") != "stated")
        & (ahead().str.contains(UP_TO_NOW) | since.str.contains(SINCE_CLOSE))
    )
    return (pl.col("value_best") > 1) & (has_been | undated)


def by_size() -> pl.Expr:
    """More than one event harms: "hundreds of union leaders" of no place and no day, a thousand."""
    is_vague = (
        (pl.col("qualifier") == "vague")
        & (pl.col("value_best") >= VAGUELY_MANY)
        & pl.col("date_basis").is_in(["reference", "carried", "none"])
        & pl.col("location_id").is_null()
    )
    is_large = (pl.col("value_best") >= TOO_MANY) | is_vague
    # "Where separatists have killed hundreds": of no day, whatever else its sentence dates.
    is_perfect = (
        (pl.col("qualifier") == "vague")
        & (pl.col("value_best") >= VAGUELY_MANY)
        & ahead().str.contains(HAVE_BEEN)
        & ~after().str.contains(DAY_BEHIND)
    )
    is_undated = pl.col("date_basis") != "stated"
    return pl.col("harm").is_in(FIGURES) & ((is_large & is_undated) | is_perfect)


def is_campaign() -> pl.Expr:
    """No attack of its own: "the militia has attacked dozens of villages since January"."""
    upto = pl.col("text").str.slice(0, pl.col("anchor_end") - pl.col("base"))
    return (
        (pl.col("claim_type") == "attack")
        & (
            (pl.col("is_since") & pl.col("time_kind").is_in(["year", "month"]))
            | (pl.col("text").str.contains(SO_FAR_THIS_YEAR))
        )
        & upto.str.contains(PERFECT)
        & ~pl.col("text").str.contains(RECORD)
    ).fill_null(False)


def is_figure() -> pl.Expr:
    """Harm to more than one."""
    return is_harm() & (pl.col("value_best") > 1).fill_null(False)


def goes_on() -> pl.Expr:
    """Figures told in the perfect, which may go on with a total told before."""
    return is_figure() & ahead().str.contains(GOES_ON)


def spread_totals(marked: pl.DataFrame) -> pl.DataFrame:
    """Make totals cumulative, and with each what its sentence and the next ones count with it."""
    of_sentence = marked.filter("is_total").select("article_id", "sentence_no").unique()
    near = pl.concat(
        of_sentence.with_columns(pl.col("sentence_no") + step, step=pl.lit(step))
        for step in range(REACH + 1)
    )
    beside = near.group_by("article_id", "sentence_no").agg(step=pl.col("step").min())
    is_open = is_figure() & (pl.col("date_basis") != "stated")
    is_part = is_harm() & pl.col("is_subset") & (pl.col("step") == 0)
    goes_with = is_part | is_open & (
        (pl.col("step") == 0) | (pl.col("goes_on") & (pl.col("step") > 0))
    )
    return marked.join(
        beside, on=["article_id", "sentence_no"], how="left", maintain_order="left"
    ).with_columns(
        is_cumulative=pl.col("is_cumulative") | pl.col("is_total") | goes_with.fill_null(False)
    )
