"""Subjects of speech verbs: the phrase before the verb, where its speaker may be named."""

import polars as pl

from pipelines.transforms.text.grammar.calendar_words import MONTH, WEEKDAY

# Words between a subject and its verb that are no part of the subject.
ADVERBS = (
    r"(?i)(?: (?:also|later|earlier|then|further|separately|has|have|had|too|reportedly|"
    r"repeatedly|previously|initially|subsequently|himself|herself|itself|both|all|only|"
    r"openly|clearly|strongly|jointly|formally|firmly|flatly|categorically|already|finally|"
    r"once (?:again|more)|(?:(?:is|are|was|were) )?(?:pleased|proud|happy|glad|honou?red|"
    r"delighted|ready|obliged|"
    r"compelled|forced|wish(?:es|ed)?|want(?:s|ed)?|regrets?|would like|goes on|went on|continues|"
    r"continued|hastened|felt it necessary|is in a position) to|"
    r"quickly|immediately|again|now|still|yet|not|never|is|was|are|were|did|does|do|"
    r"today|yesterday|tonight|officially|publicly|just|in turn|here|recently|"
    r"(?:is|are|was|were) (?:[a-z]+ly )?(?:devastated|shocked|saddened|appalled|sad|sorry|dismayed|"
    r"outraged|horrified|heartbroken|grieved|pained) to|"
    r"(?:this|last) (?:morning|afternoon|evening|week|weekend|month|year|night)|"
    r"(?:on |late |early |late on |early on |earlier on )?[a-z]+day"
    r"(?: night| morning| evening| afternoon)?))+ ?$"
)
PARENTHESIS = r"(?i), (?:however|meanwhile|too|for (?:his|her|its|their) part|in turn|though), ?$"
ASIDE = r"(?:~| - |\()[^~\"()]{0,120}(?:~| - ?|\)),? ?$"
RELATIVE = r", (?:who|whose|which|where|whom)(?: [^,]*),( ?)$"
# 'a resident who gave his name said': the clause that tells the speaker apart.
RELATIVE_WHO = (
    r" who (?:[a-z]+ed|was|were|is|are|has|had|have|gave|spoke|saw|fled|did|lives?|works?)"
    r"(?-u:\b)([^,]{0,90}(?:, [A-Z][a-z]+, ?)?)$"
)
# 'Residents reached by telephone in Kidal said'
CONTACTED = (
    r"(?i),? (?:(?:reached|contacted|interviewed|questioned) (?:by|on|over|via|in|from)|"
    r"speaking (?:by|on|over|via|from|to))(?-u:\b)[^,]{0,60},? ?$"
)
# 'The Saba agency, run by the government, said', 'the agency run by the government said'; 'the
# Observatory, a monitor based in Britain, said' keeps the comma that closes its apposition.
RUN_BY = (
    r"(?i)(?:, (?:run|owned|controlled|backed|funded|led|headed|based|affiliated|linked|allied|"
    r"aligned) (?:by|to|with|in|from)(?-u:\b)[^,]{0,60},|"
    r" (?:run|owned|controlled|backed|funded|led|headed|based|affiliated|linked|allied|"
    r"aligned) (?:by|to|with|in|from)(?-u:\b)[^,]{0,60}(,?)) ?$"
)
# "The decision of the president to admit": he does.
RESOLVED = (
    r"(?i)(?-u:\b)(?:decision|readiness|willingness|courage|choice|promise|haste) (?:of|"
    r"by)( [^,;]{3,80}?)"
)
# "The patrol found some old people who reported": those do.
MET = (
    r"(?i) (?:found|met|meets|meeting|interviewed|visited|heard|reached|saw|spoke (?:to|with)|"
    r"talked (?:to|with)|heard from)( (?:an?|the|some|several|many|two|three|four|five|other|old|"
    r"local|one)(?-u:\b)[^,;]{2,60})$"
)
# 'Old people who reported', 'a man that said'
WHO = r"(?i) who ?$"
# "A communique by the ministry which states"
PAPERS_WHICH, STATES = (
    r"(?i) which ?$",
    r"(?i)^(?:states?|says?|reads?|reports?|announces?)(?: that)?,?:? ?$",
)
# 'The arrest of two nurses shows': no nurse speaks.
DEED = (
    r"(?i)^(?:the )?(?:arrests?|capture|detentions?|killings?|murders?|assassinations?|deaths?|"
    r"executions?|kidnappings?|abductions?|massacres?|disappearances?) of$"
)
# "Claimed by X, which says it killed nine": X says so.
TOLD_OF = (
    r"(?:^ ?|(?:by|from|against|with|of|for|and|attacked|told|to) )((?:[Tt]he )?"
    r"(?:\p{Lu}[\w'&.-]*(?: (?:of |for |and |the )*\p{Lu}[\w'&.-]*){0,5}|army|rebels|militia|group|"
    r"police|military|ministry)"
    # "By Jean Bosco, auxiliary bishop of Goma, who accused"
    r"(?:, (?:(?:the |an? )?[a-z][^,;:\"]{2,70}|[A-Z][^,;:\"]{2,50} (?:of|for|"
    r"in) [^,;:\"]{2,40}))?), "
    r"(?:which|who) ?$"
)
WHICH = r", (?:which|who) ?$"
# "In a statement on Tuesday the governor said"
PAPER_AHEAD = (
    r"^( ?(?:[Ii]n |[Oo]n |[Aa]t )?(?:an?|his|her|its|their) (?:[a-z]+ )?(?:statement|post|message|"
    r"video|briefing|interview|speech|communique|tweet|letter|address|conference|broadcast)"
    r"(?: (?:[a-z]+ ){0,4}?)(?:(?:late |early )?on [A-Z][a-z]+day(?: [a-z]+)?|today|yesterday),? )"
    r"(?:the |an? |[A-Z])"
)
# "In a letter to the press the bishops say", "in an attack on the army the rebels said"
SCENE_AHEAD = (
    r"(?i)^( ?(?:[0-9]{1,2}\. )?(?:in|on|at|during|through|after|for|by|with|under|within) "
    r"(?:(?:an?|the|his|her|its|their|one|another) )?(?:[\w'-]+ ){1,4}?"
    r"(?:(?:(?:sent|released|issued|addressed|delivered|read|given|broadcast) )?(?:to|for|on|by|"
    r"with|"
    r"against|in|at|of|from|since|over|about) (?:(?:the|an?|local|several|some|foreign|all|various|"
    r"his|its|this|news|radio) ){0,3}[\w'-]+ ){0,2})"
    r"(?:the |an? |its )"
)
CLAUSES_INSIDE = r"(?i)(?-u:\b)(?:and|but|while|said|says)(?-u:\b)"
# 'X, quoting Y, said', 'X, quoted by Y, said' and 'X was quoted by Y as saying'.
MEDIUM_BETWEEN = (
    r"(?i), (?:quot|cit)(?:ing|ed by) [^,]{2,80}, ?$| (?:is|was|were|been) (?:quoted|cited) by .*$|"
    r" (?:quoted|cited) by (?:the )?(?-i:[A-Z])[^,]{1,40}$"
)
# Relative clauses of a subject, masked in place so that no cut falls there.
RELATIVE_THAT = r" that (appears?|seems?|is|was|has|had|have|are|were|claims?|purports?) "
# 'The "Red Dawn" front said': a name in quotes.
QUOTED_NAME = r"([A-Za-z] )\"([A-Z][\w'.-]*(?: [A-Z][\w'.-]*){0,3})\"( ?)$"
LAST_PHRASE = r"([^\":;]*)$"
# "X, a farmer," and "the head of the union, X,", "the Press Committee, PC,"
APPOSED = (
    r"(?:^|, ?)((?:(?:[Tt]he|[Aa]n?|[Oo]ne) )?[A-Z0-9][^,]*"
    r"(?:, (?:[a-z]|[A-Z][A-Za-z-]+'s )[^,]*)+, ?|"
    r"(?:the|an?|one) [a-z][^,]{2,80}, (?:[A-Z][A-Za-z'.-]+ ?){2,5}, ?|"
    r"(?:(?:[Tt]he|[Aa]n?) )?[A-Z0-9][^,]*, [A-Z][A-Z-]{1,9}, ?)$"
)
AFTER_CONTENT = r"^[^,]*?,(.*)$"
AFTER_JOIN = r"^.*(?:^| )(?:and|but|while|as|that|after|when|because)( .*)$"
LAST_SEGMENT = r"([^,]*)$"
SUBORDINATE = (
    r"(?i)^.*(?:(?:^| )(?:that|but|while|as|when|where|because|although|though|if|whether)|"
    # "The strike came two days after the army said"
    r" (?:came|comes?|coming|happened|occurred|took place|followed|follows|began|started|erupted)"
    r"(?: [a-z]+){0,3}? (?:after|before|since))( .*)$"
)
# "The army made no comment and the rebels said": who speaks stands behind the other's clause.
JOINED_CLAUSE = (
    r"(?i)^[^,]* (?:did|does|has|have|had|made|gave|was|were|is|are|took|fled|fell|began|went) "
    r".* and( .*)$"
)
WHO_INSIDE = r"(?i) (?:who|which|whose|that) "
LEADING = (
    r"(?i)^((?: ?(?:and|but|while|as|that|when|where|however|yet|so|for his part|in it|in which|"
    r"through which|by which|in|though|"
    r"although|after|before|since|once|because|whereas|with|even|meanwhile|today|yesterday|"
    r"last night|"
    r"tonight|this (?:morning|week)|"
    rf"(?:on |by |late |early )*{WEEKDAY}"
    r"(?: night| morning| evening| afternoon)?|"
    # "Since 1 May the network has recorded"
    rf"(?:[0-9]{{1,2}} {MONTH}|{MONTH} [0-9]{{1,2}}|"
    rf"(?:early|late|the (?:start|beginning) of) {MONTH})(?: [0-9]{{4}})?|"
    r"(?:(?:over|within|during|after|about|some|nearly|the) )*(?:[a-z0-9-]+ )(?:or [a-z0-9-]+ )?"
    r"(?:hours?|days?|weeks?|months?|years?)(?: (?:ago|later|earlier))?)(?-u:\b),?)* ?).*$"
)
# "A displaced man said", "two wounded women from X said": what they are like is no news of them.
DISTRESSED = (
    r"(?i)(?:^|[,\"] ?|(?-u:\b)(?:and|but|as|that|when|while|after) )\s*"
    r"(?:an?|one|the|another|some|several|many|two|three|four|five|other) "
    r"(?:newly |recently |internally |badly |seriously |recently )?"
    r"(?:displaced|fleeing|wounded|injured|freed|released|captured|arrested|abducted|kidnapped|"
    r"detained|rescued|retreating|surviving)"
    r"(?: [a-z-]+){1,3}(?: (?:in|from|at|near|of|outside) [^,;\"]{2,40})? ?$"
)
# The noun: "the army's claim that", "a claim by residents that".
CLAIM_NOUN = r"(?i)^(?:claims?|reports?|allegations?|statements?)(?: that)?$"
# "The army did not give a toll but"
OPENING = (
    r"^ *(?:(?:In|On) [^,;:\"]{2,40}, )?((?:[Tt]he |[Aa]n? |[A-Z0-9])[^,;:\"]{1,50}?) (?:did not|"
    r"has not|had not|does not|gave|made|declined|refused|acknowledged|admitted|confirmed|denied|"
    r"dismissed|rejected|blamed|accused|condemned|put|offered|provided|released|issued|named|"
    r"identified|called|held|holds)"
    r"(?-u:\b)"
)
JOINS = r"(?i)(?:^|[ ,])(?:and|but|then) ?$"
POSSESSIVE = r"'s? (?:[a-z]+ )?$"
# What is taken off between a subject and its verb, in turn, and what stays of it.
PARTING = (
    (PARENTHESIS, " "),
    (ASIDE, ""),
    (ADVERBS, ""),
    (RELATIVE, ",${1}"),
    (CONTACTED, " "),
    (RUN_BY, "${1}"),
    (rf"({RESOLVED}) to ?$", "${1}"),
    (WHO, " "),
    (ADVERBS, ""),
    (ASIDE, ""),
    (QUOTED_NAME, "${1}'${2}'${3}"),
)


def name_behind(acts: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Add the span of the subject before the verb: left_start, left_end, with its left context."""
    left = pl.col("folded").str.slice("bound", pl.col("at") - pl.col("bound"))
    told_of = left.str.extract(TOLD_OF, 1)
    phrase = pl.col("trimmed").str.extract(LAST_PHRASE, 1)
    cut = (
        acts.lazy()
        .with_columns(left=left, trimmed=trimmed(left, told_of), told_of=told_of)
        .with_columns(phrase=phrase.str.replace_all(RELATIVE_THAT, " thxt ${1} "))
        .with_columns(
            left_end=pl.col("bound") + size(pl.col("trimmed")),
            comma=pl.col("phrase").str.contains(r", ?$"),
        )
        .with_columns(limit=(pl.col("left_end") + pl.col("base")).cast(pl.Int32))
        .collect(engine="in-memory")
    )
    lead = [
        pl.col("subject").str.extract(pattern, 1) for pattern in (PAPER_AHEAD, SCENE_AHEAD, LEADING)
    ]
    blank = size(pl.coalesce(*lead).fill_null(""))
    named = (
        with_content(cut, mentions)
        .with_columns(subject=pl.coalesce("told_of", subject_of_region()))
        .with_columns(
            left_start=pl.col("left_end") - size(pl.col("subject")) + blank,
            subject=pl.col("subject").str.slice(blank).str.strip_chars(" ,"),
            joined=pl.col("trimmed").str.contains(JOINS),
        )
        .sort("article_id", "start")
    )
    return open_subjects(named).collect(engine="in-memory")


def size(text: pl.Expr) -> pl.Expr:
    """How many characters a text has, as offsets count them."""
    return text.str.len_chars().cast(pl.Int64)


def trimmed(left: pl.Expr, told_of: pl.Expr) -> pl.Expr:
    """What stands before the verb, without what parts it from its subject: adverbs, asides, clauses
    of who the subject is."""
    kept = (
        pl.when("steps_over")
        .then(left.str.replace(MEDIUM_BETWEEN, ""))
        .when(pl.col("act_text").str.contains(CLAIM_NOUN))
        .then(left.str.replace(POSSESSIVE, ""))
        .otherwise(left)
    )
    for pattern, rest in PARTING:
        kept = kept.str.replace(pattern, rest)
    kept = (
        pl.when(pl.col("act_text").str.contains(STATES))
        .then(kept.str.replace(PAPERS_WHICH, ""))
        .otherwise(kept)
    )
    kept = pl.when(told_of.is_not_null()).then(left.str.replace(WHICH, "")).otherwise(kept)
    is_whole = kept.str.extract(RELATIVE_WHO, 1).str.contains(CLAUSES_INSIDE).fill_null(True)
    return pl.when(is_whole).then(kept).otherwise(kept.str.replace(RELATIVE_WHO, ""))


def with_content(cut: pl.DataFrame, mentions: pl.DataFrame) -> pl.LazyFrame:
    """Add has_content (the phrase before the verb tells what is said) and region (what of it may
    name who says so)."""
    # A word with a capital inside a subject is part of a name ('Radio Free Valley').
    triggers = (
        mentions.filter(pl.col("kind") == "trigger")
        .filter(~pl.col("text").str.contains(r"^[A-Z][a-z]+$"))
        .select("sentence_id", trigger_start="start", trigger_end="end")
    )
    near = cut.sort("limit").join_asof(
        triggers.sort("trigger_start"), left_on="limit", right_on="trigger_start",
        by="sentence_id", strategy="backward", check_sortedness=False,
    )  # fmt: skip
    begins = pl.col("left_end") - size(pl.col("phrase"))
    told = pl.col("trigger_end") - pl.col("base")
    has_content = ((told > begins) & (told <= pl.col("left_end"))).fill_null(False)
    has_content &= ~pl.col("trimmed").str.contains(DISTRESSED)
    rest = pl.col("phrase").str.slice((told - begins).clip(0))
    after = pl.coalesce(rest.str.extract(AFTER_CONTENT, 1), rest.str.extract(AFTER_JOIN, 1))
    trigger = pl.col("folded").str.slice(
        pl.col("trigger_start") - pl.col("base"), pl.col("trigger_end") - pl.col("trigger_start")
    )
    return near.lazy().with_columns(
        region=pl.when(has_content & trigger.str.contains(DEED))
        .then(None)
        .when(has_content)
        .then(after)
        .otherwise("phrase"),
        has_content=has_content,
    )


def subject_of_region() -> pl.Expr:
    """The subject in what may name it: an apposition closed by a comma, else the last clause's."""
    region = pl.col("region")
    plain = region.str.extract(LAST_SEGMENT, 1)
    joined = pl.when(~plain.str.contains(WHO_INSIDE)).then(plain.str.extract(JOINED_CLAUSE, 1))
    met = pl.when(~pl.col("trimmed").str.contains(JOINS)).then(plain.str.extract(MET, 1))
    resolved = plain.str.extract(rf"{RESOLVED}$", 1)
    plain = pl.coalesce(plain.str.extract(SUBORDINATE, 1), resolved, met, joined, plain)
    apposed = pl.coalesce(region.str.extract(APPOSED, 1), region)
    return pl.when("comma").then(apposed).otherwise(plain)


def open_subjects(acts: pl.LazyFrame) -> pl.LazyFrame:
    """The acts; who did something else first in the sentence speaks: "X gave no toll but said"."""
    opening = pl.col("folded").str.slice("bound", pl.col("at") - pl.col("bound"))
    subject = pl.when(pl.col("joined") & ~pl.col("same")).then(opening.str.extract(OPENING, 1))
    is_told = subject.is_not_null()
    blank = opening.str.extract(r"^( *(?:(?:In|On) [^,;:\"]{2,40}, )?)", 1).str.len_chars()
    start = pl.col("bound") + blank.cast(pl.Int64)
    return acts.with_columns(
        left_start=pl.when(is_told).then(start).otherwise("left_start"),
        left_end=pl.when(is_told)
        .then(start + subject.str.len_chars().cast(pl.Int64))
        .otherwise("left_end"),
        subject=pl.when(is_told).then(subject).otherwise("subject"),
        joined=pl.col("joined") & ~is_told,
    )
