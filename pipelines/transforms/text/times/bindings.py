"""How a time is bound to what it dates, and what it counts from."""

import polars as pl

from pipelines.transforms.text.grammar.latin import LATIN
from pipelines.transforms.text.times.moved_times import count_from

FUTURE = r"(?i)^(?:until|till|up to|(?:[a-z]+ ){0,2}(?:next|coming))(?-u:\b)"
DEADLINE_AFTER = (
    r"(?i)^(?:'s)?(?: [a-z]+){0,2} (?:deadline|anniversary|target date|cutoff|election|elections|"
    r"vote|summit|referendum|ballot|poll|polls)(?-u:\b)"
)
DEADLINE_BEFORE = (
    r"(?i)(?-u:\b)(?:deadline|anniversary|due|scheduled|planned|slated|to be held|expected|set for)"
    r"(?: [a-z]+){0,4} ?$"
)
# 'A strike is called for 14 August.'
FOR_BEHIND = r"(?i)^(?:[.,;:)]|$| (?:in|at|to|by|and|when|as|before|after|over)(?-u:\b))"
DATELINE_BEFORE = r"^\W*(?:[A-Z]{2,}[A-Za-z'. ,()-]{0,60}|(?:[A-Z][A-Za-z'-]+(?:, ?|/| )){1,4})$"
DATELINE_AFTER = r"^(?: [0-9]{2}(?-u:\b))?\)?,? ?(?:(?:\([^)]{2,40}\) ?)?(?:-|~)|\([^)]{2,40}\):)"
# 'Today marks the eighth day': the time is what is talked about.
NAMED_DAY = r"(?i)^,? (?:marks|marked|is|was) (?:the|a|an|one|[0-9])"
# "A 15 per cent increase on the previous month": another time than what is told of.
COMPARED = (
    r"(?i)(?-u:\b)(?:increase|rise|decrease|drop|decline|reduction|fall|compared|more|fewer|less) "
    r"(?:on|from|over|with|to|than)(?: (?:in|that of|those of))? (?:the )?$"
)
# 'After the 5 May attack', 'after Sunday's attack': the time belongs to the noun behind it.
BEFORE_NOUN = r"(?i)(?:^|^[a-z]+ (?:[a-z]+ )?)the (?:[0-9]|[a-z]+ [0-9])"
OWNED_AHEAD = r"(?i)(?:['\x{2019}]s?|(?-u:\b)(?:its|their|the|that|an?)) $"
ATTACK_BEHIND = (
    r"(?i)^ (?:[a-z-]+ ){0,2}(?:attacks?|raids?|assaults?|massacres?|strikes?|bombings?|ambush|"
    r"offensive|invasion|coup|killings?|abductions?|kidnappings?|shootings?|blasts?|incursion)"
    r"(?-u:\b)"
)
NOUN_BEHIND = r"^ [A-Za-z]"
NO_NOUN = (
    r"(?i)^ (?:in|at|near|on|by|from|to|of|for|when|as|after|before|and|or|but|while|local)(?-u:\b)"
)
# "It has been four days since the fighting began, and nine have died": within these.
BEEN_SINCE = r"(?i)^it .* since$"
BEGAN_BEHIND = (
    r"(?i)^ [^.;,]{2,60} (?:began|started|erupted|broke out|resumed|(?:was|were) launched)"
)
ORDERED = r"(?i)^(?:since|after|before|following|ahead of|prior to|until)(?-u:\b)"
OWNER = r"(?i)^'s "
# "Monday's announcement of talks came amid clashes": the day of the announcement.
OF_WORDS = (
    r"(?i)^'s (?:[a-z-]+ ){0,2}?(?:announcements?|statements?|speech(?:es)?|declarations?|"
    r"decisions?|broadcasts?|address|interviews?|reports?|communiques?|bulletins?|hearings?|"
    r"editions?|newspapers?)(?-u:\b)"
)
# "Gunmen killed nine before Monday's vote", and not "at Monday's vote" or "Monday's vote was hit".
GATHERING = (
    r"(?i)^'s (?:[a-z-]+ ){0,2}?(?:votes?|voting|meetings?|summit|talks|sessions?|conference|"
    r"visits?|ceremon(?:y|ies)|elections?)(?-u:\b)"
)
HIT_AHEAD = (
    r"(?i)(?-u:\b)(?:during|against|amid|attack(?:ed|ing)|hit(?:ting)?|bomb(?:ed|ing)|"
    r"target(?:ed|ing)|struck|striking|raid(?:ed|ing)|storm(?:ed|ing)|shell(?:ed|ing)|"
    r"disrupt(?:ed|ing)|marred) (?:the )?$"
)
HIT_AT = r"(?i)^(?:at|in|on)(?-u:\b)"
HIT_BEHIND = (
    r"(?i)(?-u:\b)(?:(?:was|were) (?:[a-z]+ )?(?:hit|attacked|bombed|struck|raided|stormed|"
    r"targeted|shelled|disrupted|marred)|came under|when|as|while)(?-u:\b)"
)
# "The truce decreed on 13 September", "a curfew imposed a week ago": no day of what is told beside.
DECREED = (
    r"(?i)(?-u:\b)(?:truce|cease-?fire|curfew|siege|emergency|decree|agreement|accord|pact|deal|law|"
    r"measures?|embargo|sanctions|ban|talks|dialogue|amnesty|visit)(?: which)?"
    r"(?: (?:was|were|had been))? (?:decreed|declared|announced|signed|imposed|proclaimed|agreed|"
    r"implemented|reached|brokered|held)(?: (?:by|in|at|between|with) [^,;.:]{1,30})?"
    r"(?: on)? $"
)
# "A truce agreed in Jeddah collapsed on Monday", "talks held on Monday as shells killed five".
ENDED = (
    r"(?i)(?-u:\b)(?:broke|broken|collapsed|ended|failed|expired|lapsed|fell apart|unravelled)"
    r"(?-u:\b)[^,;.]{0,20}$"
)
AT_ONCE = r"(?i)^ (?:as|while|when)(?-u:\b)"
# "In a note of 30 April", "a letter dated 3 May", "a study published on Monday": the paper's day.
PAPER = (
    r"(?i)(?-u:\b)(?:(?:notes?|letters?|memos?|memorandum|cables?|telegrams?|decrees?|orders?|"
    r"documents?|resolutions?|petitions?|warrants?)(?: (?:no\.? ?)?[A-Z]{0,5} ?[0-9/-]{1,8})?"
    r"(?: (?:dated|of|from|written|signed|sent)){1,2}(?: on)?|"
    r"(?:reports?|stud(?:y|ies)|books?|surveys?|dossiers?|documentar(?:y|ies)|reviews?|inquiry|"
    r"investigations?|articles?)(?: by [^,;.]{2,40}| from [^,;.]{2,40})?,? "
    r"(?:published|released|unveiled|aired|dated|presented|leaked|out)(?: on)?) $"
)
FLOW = r"(?i)^ (?:[a-z\"'(]|[0-9])[^;]{0,110}$"
POINTS = ["date", "weekday", "weekend"]
# "A week after gunmen killed", and no "a week after the battle".
CLAUSE_BEHIND = (
    rf"(?i)^ (?:[{LATIN}0-9'-]+,? ){{1,6}}?(?:[^,;.]{{2,60}}, )?(?:[{LATIN}0-9'-]+ ){{0,3}}?"
    r"(?:[a-z]{3,}ed|was|were|had|fell|took|struck|shot|blew|hit|left|overran|withdrew|lost|drove|"
    r"broke|began|freed|won|retook|seized|led|set|beat|fought|held|cut|fled)(?-u:\b)"
)

# "Since the offensive began on 3 May", "in a campaign that started on Sunday": up to now.
BEGAN = (
    r"(?i)(?-u:\b)since (?:the|an?|its|their|his|fighting|violence|clashes|hostilities|"
    rf"[A-Z][{LATIN}]+) "
    r"[^,.;]{0,60}?(?:[a-z]{3,}ed|broke down|fell|took office)(?: [a-z]+ly)? $|"
    r"(?-u:\b)(?:since [^,.;]{2,60}|(?:offensive|campaign|operations?|war|fighting|actions|"
    r"violence|assault|siege|uprising|clashes|conflict|insurgency|rebellion)(?: [a-z]+)?,? "
    r"(?:that|which)(?: (?:has|have|had|was|"
    rf"were))?) (?:(?:the |its )?(?:[{LATIN}'-]+ ){{1,3}})??"
    r"(?:began|begun|started|erupted|broke out|launched)(?: [a-z]+ly)? $|"
    r"(?-u:\b)(?:offensive|campaign|siege|uprising|insurgency|rebellion|blockade)"
    rf"(?: [oi][fn] [{LATIN}' -]{{2,30}})?,? (?:begun|launched|unleashed|imposed|laid)"
    rf"(?: by (?:[{LATIN}'-]+ ){{1,6}}?)? ?$|"
    r"(?-u:\b)since [^,.;]{2,60} (?:(?:took|seized|returned to|came to|grabbed) power|took over|"
    r"invaded)(?: [a-z]+ly)? $|"
    # "Since dawn on Tuesday"
    r"(?-u:\b)since (?:early |late )?(?:dawn|daybreak|midnight|noon|midday|sunrise|dusk|nightfall|"
    r"(?:the )?(?:morning|afternoon|evening|night))(?: of)? $"
)
# "Before dawn on Monday" is on that day.
HOUR_AHEAD = (
    r"(?i)^(?:shortly |just )?(?:at|before|after|around) (?:dawn|daybreak|sunrise|noon|midday|"
    r"sunset|dusk|nightfall|midnight) (?:of )?"
)
LASTING_FROM = ["date", "weekday", "days", "month", "year"]
# "The day before he was murdered, troops": counted from a deed told.
DEED_BEHIND = (
    r"(?i)^ [^,;]{1,80}?(?-u:\b)(?:killed|murdered|shot|assassinated|attacked|captured|kidnapped|"
    r"abducted|stormed|bombed|executed|died|fell|overran|retook)(?-u:\b)[^,;]{0,60}, "
)
# "The blast came three days after gunmen had killed two"
CAME = (
    r"(?i)(?-u:\b)(?:came|comes|coming|follow(?:s|ed)|happened|occurred|took place|"
    r"(?:was|were) (?:carried out|launched|staged)) (?:just |only |barely )?$"
)


def is_long_after() -> pl.Expr:
    """ "A week after gunmen killed nine, police said": the clause tells of what was a week ago."""
    is_after = pl.col("time_text").str.contains(r"(?i) after$")
    return pl.col("is_far") & is_after & pl.col("behind").str.contains(CLAUSE_BEHIND)


def with_voice(spans: pl.DataFrame) -> pl.DataFrame:
    """How each span is bound to what it dates, and is_since."""
    text = pl.col("time_text").str.replace(HOUR_AHEAD, "")
    behind, ahead = pl.col("behind"), pl.col("ahead")
    is_dateline = ahead.str.contains(DATELINE_BEFORE) & behind.str.contains(DATELINE_AFTER)
    is_bound = behind.str.contains(DEADLINE_AFTER) | ahead.str.contains(DEADLINE_BEFORE)
    is_future = (text.str.contains(FUTURE) | is_bound) & (pl.col("sense") != "shift")
    is_for = ahead.str.contains(r"(?i)(?-u:\b)for $") & behind.str.contains(FOR_BEHIND)
    is_future |= (is_for & pl.col("sense").is_in(["date", "weekday"])) | (
        pl.col("sense") == "future"
    )
    has_clause = text.str.contains(r"(?i)(?:before|after)$") & behind.str.contains(FLOW)
    is_owner = behind.str.contains(OWNER) & text.str.contains(ORDERED)
    is_of = (pl.col("sense") == "date") & text.str.contains(BEFORE_NOUN)
    is_of = (is_of & behind.str.contains(NOUN_BEHIND) & ~behind.str.contains(NO_NOUN)) | (
        is_owner & ~is_bound
    )
    # "Hamas's October 7, 2023 attack"
    is_of |= ahead.str.contains(OWNED_AHEAD) & behind.str.contains(ATTACK_BEHIND)
    is_unbound = has_clause & ((pl.col("shift").abs() > 1) | (pl.col("shift") < 0))
    is_unbound &= ~(ahead.str.contains(r"^\W*$") & behind.str.contains(DEED_BEHIND))
    is_gathering = behind.str.contains(GATHERING) & ~ahead.str.contains(HIT_AHEAD)
    is_gathering &= ~text.str.contains(HIT_AT)
    is_decreed = ahead.str.contains(DECREED) & ~ahead.str.contains(ENDED)
    is_unbound |= ahead.str.contains(PAPER) & pl.col("sense").is_in(["date", "weekday", "days"])
    is_unbound |= behind.str.contains(OF_WORDS) | (is_decreed & ~behind.str.contains(AT_ONCE))
    is_unbound |= is_gathering & ~behind.str.contains(HIT_BEHIND)
    is_unbound |= pl.col("is_far") | behind.str.contains(NAMED_DAY) | ahead.str.contains(COMPARED)
    is_told = is_long_after().fill_null(False)
    is_begun = ahead.str.contains(BEGAN) & pl.col("sense").is_in(LASTING_FROM)
    is_begun |= text.str.contains(BEEN_SINCE) & behind.str.contains(BEGAN_BEHIND)
    voice = (
        pl.when(is_told)
        .then(pl.lit("clause"))
        .when(is_dateline.fill_null(False) & (pl.col("sense") == "date"))
        .then(pl.lit("dateline"))
        .when(is_future.fill_null(False))
        .then(pl.lit("future"))
        .when(is_unbound.fill_null(False))
        .then(pl.lit("after"))
        .when(is_of.fill_null(False) & pl.col("sense").is_in(["date", "weekday", "days"]))
        .then(pl.lit("of"))
        .when(text.str.contains(r"(?i)^(?:since|starting|beginning)(?-u:\b)") | is_begun)
        .then(pl.lit("since"))
        .when(text.str.contains(r"(?i)^(?:before|prior to|ahead of)(?-u:\b)"))
        .then(pl.lit("before"))
        .when(
            text.str.contains(r"(?i)^(?:after|following)(?-u:\b)")
            & ~behind.str.contains(r"(?i)^ (?:[a-z]+ )?(?:prayers?|mass|service|worship)(?-u:\b)")
        )
        .then(pl.lit("after"))
        .when(text.str.contains(r"(?i)^(?:by|as of)(?-u:\b)"))
        .then(pl.lit("by"))
        .otherwise(pl.lit("on"))
    )
    return spans.with_columns(voice=voice, has_clause=has_clause).with_columns(
        is_since=pl.col("voice") == "since"
    )


def with_bases(spans: pl.DataFrame) -> pl.DataFrame:
    """'Two days after the town fell on Sunday' is dated by the time that follows it; in 'a day
    after X was killed, Y was killed on Sunday' X was killed on Saturday."""
    is_same = pl.col("row") == pl.col("row").shift(-1)
    one_day = (pl.col("time_days_end") == pl.col("time_days_start")).shift(-1)
    kind = pl.col("time_kind").shift(-1)
    has_base = (
        is_same & (pl.col("sense") == "shift") & pl.col("has_clause")
        & pl.col("shift").is_not_null() & (kind.is_in(POINTS) | ((kind == "days") & one_day))
    ).fill_null(False)  # fmt: skip
    # Behind a comma the day is that of the main clause, from which the other is counted back.
    is_main = pl.col("behind").str.contains(",") & ~pl.col("behind").str.contains(
        r"(?i)(?-u:\b)(?:on|which|who|where)(?-u:\b)"
    )
    is_back = has_base & is_main
    # What lies weeks after a day named is not counted from it, nor does that day date it.
    is_far_off = is_same & pl.col("is_far") & pl.col("has_clause") & kind.is_in(POINTS) & ~is_main
    is_base = ((has_base & ~is_back) | is_far_off).shift(1).fill_null(False)
    parted = spans.with_columns(
        shift=pl.when(is_back).then(-pl.col("shift")).otherwise("shift"),
        __has_base=has_base,
        voice=pl.when(is_base).then(pl.lit("after")).otherwise("voice"),
    )
    return count_from(parted, pl.col("__has_base"), -1, pl.lit("on")).drop("__has_base")


def with_deeds_before(spans: pl.DataFrame) -> pl.DataFrame:
    """'It came three days after gunmen killed two': what the clause tells was three days before."""
    is_before = (
        (pl.col("sense") == "shift")
        & pl.col("time_kind").is_null()
        & (pl.col("shift") > 0)
        & pl.col("time_text").str.contains(r"(?i)(?:days?|nights?) after$")
        & pl.col("ahead").str.contains(CAME)
        & pl.col("behind").str.contains(CLAUSE_BEHIND)
    ).fill_null(False)
    return spans.with_columns(
        shift=pl.when(is_before).then(-pl.col("shift")).otherwise("shift"),
        voice=pl.when(is_before).then(pl.lit("clause")).otherwise("voice"),
    )
