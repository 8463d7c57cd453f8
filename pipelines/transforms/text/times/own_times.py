"""The time that a trigger's own clause states."""

import polars as pl

from pipelines.transforms.text.runs import beside
from pipelines.transforms.text.times.carried_times import FIELDS, KEYS
from pipelines.transforms.text.times.grammar import NEXT_CLAUSE, NEXT_ITEM
from pipelines.transforms.text.times.proceedings import (
    ARRESTED_AHEAD,
    CONFESSED,
    FOR_BEHIND,
    HELD,
    HELD_FOR,
)
from pipelines.transforms.text.times.told_days import HOUR

CLAUSE = (
    r"(?i)(?-u:\b)(?:since|after|before|which|who|whom|whose|where|when|while|whereas|following|"
    r"ahead of|prior to|until|as (?:the|they|it|he|she|a|an))(?-u:\b)"
)
HAS_SINCE = r"(?i)(?-u:\b)(?:has|have|had) since(?-u:\b)"
# What happens when or as something else does happens on its day.
OTHER_TIME = (
    r"(?i)(?-u:\b)(?:since|after|before|which|who|whom|whose|where|while|whereas|following|"
    r"ahead of|prior to|until|and that|that (?:they|it|he|she|we)|"
    r"(?:operation|offensive|campaign|war|truce) that)(?-u:\b)"
)
# What stands between commas, and clauses that tell of the noun before them, part nothing.
ASIDE = r"(?i),[^,;]*(?-u:\b)(?:which|who|whom|whose|where)(?-u:\b)[^,;]*,"
WHO_WERE = r"(?i)(?-u:\b)(?:who|that|which) [^,;]+? (was|were|had been|have been)(?-u:\b)"
SAME_TIME = (
    r"(?i)(?-u:\b)while [a-z]+ing(?-u:\b)|(?:, |(?-u:\b))(?:in|from|during) which(?-u:\b)|"
    r",? (?:which|that|who) (?:(?:was|were|had|has|have|been) )*"
    r"(?:carried out|perpetrated|committed|taken place|took place|occurred|happened|staged|"
    r"launched|began|begun|exploded|detonated|killed|wounded|injured|murdered|shot|slain|executed|"
    r"massacred|assassinated|beheaded|gunned down|ambushed|caused|left|claimed|resulted)(?-u:\b)"
)
# "On Sunday they stormed X, where they killed nine": both on that day.
WHERE_ALSO = (
    r"(?i)(?-u:\b)(?:attack|storm|raid|shell|bomb|enter|ambush|hit|struck|target|overr[au]n|captur|"
    r"seiz|assault|invad|loot|burn)[a-z]*(?-u:\b)[^,;]*, where(?-u:\b)"
)
# "The deadliest was on Friday in X, where a missile killed nine"
IT_WAS = r"(?i)(?-u:\b)(?:was|were|came|happened|occurred|took place|struck|hit) $"
THERE_ALSO = r"(?i)^ (?:in|at|near|outside|on) [^,;]{2,60}, where(?-u:\b)"
# "Freed on Wednesday by the army, which killed two": whoever did it did both on that day.
# "An attack on X on Monday, which killed nine"
WHICH_DID = r"(?i)^,? (?:which|that) (?:(?:had|has|have|also|reportedly|later) )*$"
# "Abducted on Monday near X by gunmen who killed their driver"
BY_WHO = r"(?i) by [^,;]{1,50},? (?:which|who) (?:also |then |in turn )?$"
# "Killed when a house fell in after a strike on Monday": on that day; not "days after a strike".
AFTER_DEED = (
    r"(?i) after (?:(?:an?|the|several|two|three|heavy|fierce) )(?:[A-Za-z'-]+ ){0,4}?"
    r"(?:attack|(?:air)? ?strike|blast|explosion|raid|ambush|shelling|bombing|bombardment|clash|"
    r"assault|gunfight|firefight|operation|offensive)(?:e?s)?(?-u:\b)"
)
# "Killed after gunmen attacked on Monday"
AFTER_DEED += (
    r"|(?i) after [^,;.]{1,60} (?:attacked|stormed|raided|opened fire|clashed|shelled|"
    r"bombed|ambushed|exploded|detonated|blew up|struck|hit|fired|fell|landed)(?-u:\b)"
)
# "Killed since the war began in May": from May on.
SINCE_THEN = r"(?i)(?-u:\b)since [^,;.]{2,60}$"
AT_A_DISTANCE = r"(?i)(?:minute|hour|day|week|month|year)s? after|(?:shortly|soon|long) after"
# Another clause of what is said, bodies found: 'was murdered and that his body was found today'.
AND_THAT = (
    r"(?i)(?-u:\b)and (?:that|(?:also |instead |in turn )?(?:accused|accuses|blamed|blames|said|"
    r"says|claimed|claims|added|adds))(?-u:\b)"
)
FOUND = (
    r"(?i)(?-u:\b)(?:found|discovered|recovered|located|identified|unearthed|exhumed)(?-u:\b)"
    r"[^,;]{0,40}$"
)
FOUND_ON = (
    r"(?i)(?-u:\b)(?:found|discovered|recovered|located|unearthed|exhumed|retrieved|pulled)"
    r"(?-u:\b)[^,;.]{0,12}$"
)
# Nor does the day of what people did about it: 'the students murdered there marched on Monday'.
FOLLOWED = (
    r"(?i)(?-u:\b)(?:march(?:ed|es)|protest(?:ed|s)|rall(?:ied|ies)|gathered|demonstrated|"
    r"demand(?:ed|s)|testif(?:ied|ies)|laid to rest|"
    r"appeared (?:in court|before)|pleaded|sentenced|convicted|indicted|charged|extradited|"
    r"reburied|commemorated|"
    r"held (?:a|an) (?:vigil|memorial|funeral|protest|rally|mass)|filed (?:a|an|their))(?-u:\b)|"
    r"(?-u:\b)(?:was|were) (?:buried|mourned) ?$|"
    r"(?-u:\b)(?:wounds?|injur(?:y|ies)|burns) [^.;,]{0,20}(?:received|suffered|sustained)(?-u:\b)|"
    r"(?-u:\b)(?:was|were|been|be) (?:[a-z]+ly )?(?:released|freed|rescued|set free|ransomed|"
    r"evacuated|handed over|reunited|flown|transferred|exchanged|swapped)(?-u:\b)"
)
# 'Buried on Monday five men who were shot', 'handed over on Sunday the bodies of'.
AFTERMATH = (
    r"(?i)(?-u:\b)(?:visit(?:ed|s)|honou?red|buried|mourned|handed over|handed back|received|"
    r"returned (?:on [A-Z][a-z]+ )?(?:the|their|his|her|an?|[0-9]+|two|three|four|five)|"
    r"decorated|promoted|paraded|presented|displayed|exhibited|freed|released|"
    r"identified|paid tribute|marched|funerals? (?:of|for)|condolences|"
    r"opened (?:its|an?|the) (?:inquiry|investigation|trial)|(?:names?|bodies|remains|survivors|"
    r"relatives|families|widows) of|compensat[a-z]+|reward[a-z]*|awarded)(?-u:\b)[^;]*$"
)
# 'A paper released by the ministry states that on Monday': the day is of what is stated.
TOLD_SO = r"(?i)(?-u:\b)that,? (?:on |at |late |early )*$"
# A dateline and marks of the agency stand ahead of a sentence's own start.
HEAD = r"^(?:[^a-z]{0,80}--|\W*[A-Z]{3,}[A-Za-z',.() -]{0,60} -)?(?:\s*\[[^\]]*\])*\s*"
# "On 2 May a unit launched an attack": the noun is what the clause tells.
SUPPORTED = (
    r"(?i)^(?: at [0-9:]+)?[, ][^,;]{0,80}(?-u:\b)(?:launched|staged|carried out|mounted|conducted|"
    r"inflicted|suffered|sustained|unleashed|caused|repelled|repulsed|withstood|fought off|"
    r"drove off|drove back|beat off|beat back|thwarted)(?-u:\b)[^,;]{0,40}$"
)
# "It came a day after a drone strike killed nine"
RIGHT_BEHIND = r"(?i)^ (?:(?:an?|the|[a-z]+'s) )?(?:[a-z-]+ ){0,2}$"
# "A day after the army, backed by militiamen, retook X"
BACKED = r"(?i), (?:along with|with|led|(?:[a-z]+ly )?[a-z]+ed) [^,;]{2,60}, $"
# "Led last month to the deaths of": the day is that of what came of it.
LED_TO = r"(?i)(?-u:\b)(?:result|led|lead|end|culminat)(?:ed|s|ing)?\s+$"
# "It has worsened since 11 May, when raiders attacked": on that day they did.
WHEN_THEN = r"(?i)^,?(?: (?:in|at|near|outside) [^,;]{2,40}?)? when(?-u:\b)[^,;]*$"
AT_START = (
    rf"{HEAD}(?:(?:In|At|Near|Outside|Across) [^,;:]{{2,40}}, )?"
    r"(?:(?i:at|around|about) [0-9:.]+ ?(?:(?i:am|pm|hours|gmt))?,? ?)?$"
)
# "A guard who was hurt on Sunday has died": on a later day.
DIED = r"(?i)^(?:(?:has|have|had) )?(?:die[ds]?|succumb(?:s|ed))(?-u:\b)"
RIGHT_AFTER = r"^,? ?(?:(?:has|have|had|later|since|now|also|then|subsequently) )*$"
MAIN_PARTICIPLE = r"^,? ?(?:also |then )?$"
# "On Monday after two days of fighting, officials said, killing nine": the clause is closed.
CLOSED = (
    r"(?i) (?:after|following) [^,;]{1,80}(?:, [^,;]{1,80} (?:said|says|reported|told [A-Za-z]+))?"
    r"(, (?:sending |leaving |forcing |with )?(?:[a-z0-9'-]+ ){0,4})$"
)
HIT, COUNT = r"(?i)^hits?$", r"(?i)(?:toll|deaths|dead|fatalities|casualties|number|count|tally)"
# "On Sunday nine were killed when gunmen attacked a bus": on that day they did.
HARMED_WHEN = (
    r"(?i)((?-u:\b)(?:killed|die[ds]?|dead|wounded|injured|hurt|burned|abducted|kidnapped|captured|"
    r"shot|displaced|lost their lives)(?-u:\b)[^,;]{0,60}) when "
)
OTHER_TRIGGER, TIME_FIRST, VAGUE, SAID = 60, 30, 80, 500
# "Five miners killed in Tarkwa last week"
IN_PLACE = r"^ (?:in|at|near|outside) [A-Z][\w' -]{1,30} $"
# How far 'the 5 May attack' reaches, and a saying to the noun that it tells of.
OF_REACH, TOLD_REACH = 90, 40


def with_form(anchors: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """The anchors with is_toll (they tell how a count changed, whose day is no day of the harm)
    and is_noun ('the murder of', 'the attack')."""
    kind, voice = pl.col("kind"), pl.col("voice").fill_null("")
    # A toll hits a number; all else that is hit is attacked.
    is_hit = pl.col("text").str.contains(HIT) & ~(
        (pl.col("next_kind") == "quantity") & pl.col("word_before").str.contains(COUNT)
    ).fill_null(False)
    forms = (
        mentions.select(
            "sentence_id",
            "start",
            "kind",
            "voice",
            "text",
            next_kind=beside(kind, pl.col("sentence_id"), -1),
            word_before=beside(pl.col("text"), pl.col("sentence_id"), 1),
        )
        .filter(kind.is_in(["trigger", "method", "unit"]))
        .select(
            "sentence_id",
            anchor_start="start",
            is_toll=(kind == "trigger") & voice.str.contains(r"^(?:rose|toll)") & ~is_hit,
            is_noun=(kind != "trigger") | voice.str.contains(r"^nom"),
        )
        .unique(["sentence_id", "anchor_start"], maintain_order=True)
    )
    return (
        anchors.select(KEYS)
        .join(forms, on=["sentence_id", "anchor_start"], how="left", maintain_order="left")
        .with_columns(pl.col("is_toll", "is_noun").fill_null(False))
    )


def own_times(anchors: pl.DataFrame, mentions: pl.DataFrame, times: pl.DataFrame) -> pl.DataFrame:
    """The best time of each anchor's own sentence, with date_basis and is_found (the day on which
    bodies were found); anchors without are left out.

    A time does not cross since, after, which and their like to an anchor of another clause.
    """
    bound = times.filter(pl.col("voice").is_in(["on", "of", "since", "by", "clause"]))
    pairs = with_form(anchors, mentions).join(bound.drop("article_id"), on="sentence_id")
    pairs = pairs.with_columns(
        is_said=pl.col("is_said") | (pl.col("is_toll") & ~pl.col("is_owned"))
    )
    is_after = pl.col("start") >= pl.col("anchor_end")
    gap = pl.col("text").str.slice(
        pl.when(is_after).then("anchor_end").otherwise("end") - pl.col("base"),
        pl.when(is_after)
        .then(pl.col("start") - pl.col("anchor_end"))
        .otherwise(pl.col("anchor_start") - pl.col("end"))
        .clip(0),
    )
    # The day that bodies were found tells of their death no more than a saying does.
    before_time = pl.col("text").str.slice(0, pl.col("start") - pl.col("base"))
    # "Found on Monday the bodies of", "on Monday villagers found the bodies of"
    found_ahead = ~is_after & (gap.str.contains(FOUND) | before_time.str.contains(FOUND_ON))
    found = ((is_after & gap.str.contains(FOUND)) | (found_ahead & pl.col("is_noun"))).fill_null(
        False
    )
    pairs = pairs.with_columns(is_said=pl.col("is_said") | found, is_found=found)
    distance = gap.str.len_chars()
    when_then = ~is_after & gap.str.contains(WHEN_THEN)
    and_that = is_after & gap.str.contains(AND_THAT)
    is_supported = gap.str.contains(SUPPORTED)
    by_who = gap.str.contains(BY_WHO)
    gap = (
        gap.str.replace_all(HAS_SINCE, " ")
        .str.replace_all(SAME_TIME, " ")
        .str.replace_all(ASIDE, ", ")
    )
    gap = gap.str.replace_all(WHO_WERE, " ${1}")
    gap = (
        pl.when(~is_after)
        .then(
            pl.when(before_time.str.contains(IT_WAS))
            .then(gap.str.replace(THERE_ALSO, " "))
            .otherwise(gap)
            .str.replace(WHERE_ALSO, " ")
            .str.replace(CLOSED, "${1}")
            .str.replace(BY_WHO, " ")
            .str.replace(WHICH_DID, " ")
            .str.replace(HARMED_WHEN, "${1} ")
        )
        .when(pl.col("voice") == "since")
        .then(gap.str.replace(SINCE_THEN, " "))
        .when(gap.str.contains(AT_A_DISTANCE))
        .then(gap)
        .otherwise(gap.str.replace(AFTER_DEED, " "))
    )
    owner_is_other = (
        pl.when(is_after)
        .then(pl.col("trigger_before_start") != pl.col("anchor_start"))
        .otherwise(
            pl.col("trigger_before_start").is_not_null()
            | (pl.col("trigger_after_start") != pl.col("anchor_start"))
        )
        .fill_null(True)
    )
    # "It has since pushed west" opens no clause.
    own_lead = (
        pl.col("text")
        .str.slice(0, pl.col("trigger_before_start") - pl.col("base"))
        .str.replace(r"(?s)^.*,", "")
        .str.replace_all(HAS_SINCE, " ")
    )
    other_clause = (
        ~is_after
        & pl.col("trigger_before_start").is_not_null()
        & own_lead.str.contains(CLAUSE)
        & ~gap.str.contains(MAIN_PARTICIPLE)
    )
    other_time = (
        pl.when(is_after)
        .then(gap.str.replace_all(HOUR, "").str.contains(OTHER_TIME))
        .otherwise(gap.str.contains(CLAUSE))
    )
    # 'Condemned today the murder of', but 'on Friday the murder of' and 'Friday's attack'.
    # 'The murder of a judge; and this morning's attack': an item of its own.
    is_other_item = (
        is_after & gap.str.contains(";") & (pl.col("is_noun") | pl.col("is_owned") | owner_is_other)
    )
    is_of = pl.col("voice") == "of"
    ahead = pl.col("text").str.slice(0, pl.col("start") - pl.col("base"))
    other_verb = (
        ~is_after & pl.col("is_noun") & ~(is_of | pl.col("is_owned") | pl.col("is_said"))
        & ~ahead.str.contains(f"{AT_START}|{LED_TO}|{TOLD_SO}") & ~is_supported
        & ~(pl.col("shift").is_not_null() & gap.str.contains(RIGHT_BEHIND))
    )  # fmt: skip
    # 'Reported today the death of', but not 'said today that who ordered the murder of'.
    told_of = pl.col("is_noun") & pl.col("is_said") & ~pl.col("is_toll") & (distance > TOLD_REACH)
    is_apart = is_after | gap.str.contains(r"[,;]") | (gap.str.len_chars() > OF_REACH)
    upto = pl.col("text").str.slice(0, pl.col("anchor_start") - pl.col("base"))
    followed = is_after & gap.str.contains(FOLLOWED)
    # "Two were hurt in X, and on Sunday a drone killed one"
    followed |= (
        is_after & gap.str.contains(NEXT_CLAUSE) & pl.col("trigger_after_start").is_not_null()
    ).fill_null(False)
    followed |= is_after & gap.str.contains(NEXT_ITEM)
    followed |= is_after & upto.str.contains(HELD_FOR) & gap.str.contains(HELD)
    followed |= ~is_after & ~pl.col("is_said") & gap.str.contains(CONFESSED)
    followed |= ~is_after & before_time.str.contains(ARRESTED_AHEAD) & gap.str.contains(FOR_BEHIND)
    is_told_so = ahead.str.contains(TOLD_SO)
    followed |= (
        ~is_after & ~pl.col("is_noun") & ~(is_told_so | by_who) & upto.str.contains(AFTERMATH)
    )
    # 'A day after X was killed, Y was': counted back from the main clause, the day is not its own.
    counted_back = (
        ~is_after
        & pl.col("time_text").str.contains(r"(?i)(?-u:\b)(?:after|before)$")
        & gap.str.contains(r"(?i)^[^,0-9]*[a-z][^,0-9]*,")
        & ~gap.str.contains(r"(?i)^[^,]*day(?-u:\b)[^,]*,")
    )
    counted_back &= pl.col("time_kind").is_not_null() | (pl.col("shift") >= 0)
    followed |= counted_back.fill_null(False)
    word = pl.col("text").str.slice(
        pl.col("anchor_start") - pl.col("base"), pl.col("anchor_end") - pl.col("anchor_start")
    )
    has_died = word.str.contains(DIED) & pl.col("trigger_before_start").is_not_null()
    followed |= (~is_after & has_died & gap.str.contains(RIGHT_AFTER)).fill_null(False)
    # "Three days after gunmen opened fire on a bus, killing two": one clause.
    parts_clause = gap.str.replace(BACKED, " ").str.contains(",") & ~(
        word.str.contains(r"(?i)^[a-z]+ing(?-u:\b)") & gap.str.contains(r"^[^,]*, $")
        | gap.str.contains(r"^[^,]*, (?i:leaving|killing|wounding|injuring) [^,]*$")
    )
    blocked = (
        pl.when(is_of).then(is_apart)
        .when((pl.col("voice") == "clause") & (is_after | parts_clause)).then(True)
        .otherwise(
            told_of
            | followed
            | (
                ~(pl.col("is_said") | when_then)
                & (other_time | other_clause | other_verb | and_that | is_other_item)
            )
        )
    )  # fmt: skip
    is_beside = (distance <= 1) | gap.str.contains(IN_PLACE)
    cost = (
        gap.str.len_chars().cast(pl.Int64)
        + pl.when(owner_is_other).then(OTHER_TRIGGER).otherwise(0)
        + pl.when(is_after).then(0).otherwise(TIME_FIRST)
        + pl.when(is_vague() & ~(is_after & is_beside)).then(VAGUE).otherwise(0)
        + pl.when("is_said").then(SAID).otherwise(0)
        + pl.when(pl.col("time_kind").is_null() & pl.col("shift").is_null())
        .then(2 * SAID)
        .otherwise(0)
        + pl.when(pl.col("time_kind").is_null()).then(SAID - OTHER_TRIGGER).otherwise(0)
    )
    return (
        pairs.lazy()
        .with_columns(
            is_blocked=blocked.fill_null(False),
            is_since=pl.col("is_since") & ~when_then,
            cost=cost,
            date_basis=pl.when("is_said").then(pl.lit("said")).otherwise(pl.lit("stated")),
        )
        .filter(~pl.col("is_blocked"))
        .sort("anchor_id", "cost", "start", "end")
        .unique("anchor_id", keep="first", maintain_order=True)
        .select("anchor_id", "sense", "shift", *FIELDS, "date_basis", "is_found")
        .collect(engine="in-memory")
    )


def is_vague() -> pl.Expr:
    """Whether a time is a span of days or more, which a day in the same clause makes precise; a
    month of another year is none: "the rebels, who took X in May 2019, said on Monday"."""
    kind = pl.col("time_kind")
    is_span = (kind == "days") & (pl.col("time_days_start") != pl.col("time_days_end"))
    is_month = kind.is_in(["month", "year"]) | (pl.col("sense") == "month")
    is_long = is_month & pl.col("time_year").is_null()
    return (is_span | is_long).fill_null(False)
