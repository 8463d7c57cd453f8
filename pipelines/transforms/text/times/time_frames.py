"""What stands between a time and a word, and whether the time is the word's own."""

import polars as pl

from pipelines.transforms.text.times.next_deeds import BY_WHO, TOLD_SO, is_of_next
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
MAIN_PARTICIPLE = r"^,? ?(?:also |then )?$"
# "On Monday after two days of fighting, officials said, killing nine": the clause is closed.
CLOSED = (
    r"(?i) (?:after|following) [^,;]{1,80}(?:, [^,;]{1,80} (?:said|says|reported|told [A-Za-z]+))?"
    r"(, (?:sending |leaving |forcing |with )?(?:[a-z0-9'-]+ ){0,4})$"
)
# "On Sunday nine were killed when gunmen attacked a bus": on that day they did.
HARMED_WHEN = (
    r"(?i)((?-u:\b)(?:killed|die[ds]?|dead|wounded|injured|hurt|burned|abducted|kidnapped|captured|"
    r"shot|displaced|lost their lives)(?-u:\b)[^,;]{0,60}) when "
)
# How far 'the 5 May attack' reaches, and a saying to the noun that it tells of.
OF_REACH, TOLD_REACH = 90, 40


def with_gaps(pairs: pl.DataFrame) -> pl.DataFrame:
    """Pairs of a time and a word of their sentence, with is_after (the time stands behind), gap
    (the text between them), ahead and upto (the text before the time and before the word), word,
    and owner_is_other (another word of a deed stands nearer to the time).

    pairs: start, end, anchor_start, anchor_end (in the article), text and base of the sentence,
    trigger_before_start, trigger_after_start.
    """
    base, is_after = pl.col("base"), pl.col("start") >= pl.col("anchor_end")
    text = pl.col("text")
    return pairs.with_columns(
        is_after=is_after,
        gap=text.str.slice(
            pl.when(is_after).then("anchor_end").otherwise("end") - base,
            pl.when(is_after)
            .then(pl.col("start") - pl.col("anchor_end"))
            .otherwise(pl.col("anchor_start") - pl.col("end"))
            .clip(0),
        ),
        ahead=text.str.slice(0, pl.col("start") - base),
        upto=text.str.slice(0, pl.col("anchor_start") - base),
        word=text.str.slice(
            pl.col("anchor_start") - base, pl.col("anchor_end") - pl.col("anchor_start")
        ),
        owner_is_other=pl.when(is_after)
        .then(pl.col("trigger_before_start") != pl.col("anchor_start"))
        .otherwise(
            pl.col("trigger_before_start").is_not_null()
            | (pl.col("trigger_after_start") != pl.col("anchor_start"))
        )
        .fill_null(True),
    )


def is_day_found() -> pl.Expr:
    """True for the day that bodies were found, which tells of their death no more than a saying
    does: "found on Monday the bodies of", "on Monday villagers found the bodies of"."""
    is_after, gap = pl.col("is_after"), pl.col("gap")
    ahead = ~is_after & (gap.str.contains(FOUND) | pl.col("ahead").str.contains(FOUND_ON))
    return ((is_after & gap.str.contains(FOUND)) | (ahead & pl.col("is_noun"))).fill_null(False)


def bridged_gap() -> pl.Expr:
    """The gap without the asides and clauses over which a time reaches its word."""
    is_after = pl.col("is_after")
    gap = (
        pl.col("gap")
        .str.replace_all(HAS_SINCE, " ")
        .str.replace_all(SAME_TIME, " ")
        .str.replace_all(ASIDE, ", ")
        .str.replace_all(WHO_WERE, " ${1}")
    )
    return (
        pl.when(~is_after)
        .then(
            pl.when(pl.col("ahead").str.contains(IT_WAS))
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


def is_of_other_clause() -> pl.Expr:
    """True where a clause, an item or another verb parts the time from the word: reads bridged."""
    is_after, gap = pl.col("is_after"), pl.col("bridged")
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
    # 'The murder of a judge; and this morning's attack': an item of its own.
    of_other = pl.col("is_noun") | pl.col("is_owned") | pl.col("owner_is_other")
    is_other_item = is_after & gap.str.contains(";") & of_other
    # 'Condemned today the murder of', but 'on Friday the murder of' and 'Friday's attack'.
    other_verb = (
        ~is_after & pl.col("is_noun")
        & ~((pl.col("voice") == "of") | pl.col("is_owned") | pl.col("is_said"))
        & ~pl.col("ahead").str.contains(f"{AT_START}|{LED_TO}|{TOLD_SO}")
        & ~pl.col("gap").str.contains(SUPPORTED)
        & ~(pl.col("shift").is_not_null() & gap.str.contains(RIGHT_BEHIND))
    )  # fmt: skip
    and_that = is_after & pl.col("gap").str.contains(AND_THAT)
    return other_time | other_clause | other_verb | and_that | is_other_item


def is_when_then() -> pl.Expr:
    """True for 'on Monday when X attacked, …': the clause between is of that day."""
    return ~pl.col("is_after") & pl.col("gap").str.contains(WHEN_THEN)


def is_blocked() -> pl.Expr:
    """True for times that are not the word's own: reads bridged (bridged_gap)."""
    is_after, gap = pl.col("is_after"), pl.col("bridged")
    # 'Reported today the death of', but not 'said today that who ordered the murder of'.
    is_far = pl.col("gap").str.len_chars() > TOLD_REACH
    told_of = pl.col("is_noun") & pl.col("is_said") & ~pl.col("is_toll") & is_far
    is_apart = is_after | gap.str.contains(r"[,;]") | (gap.str.len_chars() > OF_REACH)
    # "Three days after gunmen opened fire on a bus, killing two": one clause.
    parts_clause = gap.str.replace(BACKED, " ").str.contains(",") & ~(
        pl.col("word").str.contains(r"(?i)^[a-z]+ing(?-u:\b)") & gap.str.contains(r"^[^,]*, $")
        | gap.str.contains(r"^[^,]*, (?i:leaving|killing|wounding|injuring) [^,]*$")
    )
    return (
        pl.when(pl.col("voice") == "of").then(is_apart)
        .when((pl.col("voice") == "clause") & (is_after | parts_clause)).then(True)
        .otherwise(
            told_of
            | is_of_next()
            | (~(pl.col("is_said") | is_when_then()) & is_of_other_clause())
        )
        .fill_null(False)
    )  # fmt: skip
