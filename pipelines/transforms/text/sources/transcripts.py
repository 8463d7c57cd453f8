"""Transcripts: whose words an article gives whole, as the marks at its head name them."""

import polars as pl

WORDS_GIVEN = (
    r"speech|statement|communique|address|message|letter|declaration|remarks|interview|"
    r"(?:news|press) conference|press release|broadcast"
)
# "Statement by X on the fall of Y", "X: daily update", as the whole headline or before a colon.
RELEASE = (
    r"(?:joint |press |news |official |military |war |daily |weekly |evening |morning |nightly |"
    r"operational |written |special |latest |new )*(?:statement|communiqu[e\x{e9}]|"
    r"press release|news release|bulletin)s?(?: (?:no\.?|number|#) ?[\d/]+)?"
)
UPDATE = (
    r"(?:(?:daily|weekly|monthly|quarterly|morning|evening|overnight|nightly|operational|situation|"
    r"military|flash|humanitarian|field|battle|combat|conflict|security|regional|press) )+"
    r"(?:update|report|briefing|summary|information|bulletin|communique|round-?up|digest|overview)"
    r"(?: ?(?:no\.?|number|#) ?[\d/]+| [\d/]+)?"
)
RELEASED = (
    rf"(?i)^(?:an? |the )?{RELEASE} (?:(?:issued|released|put out) )?(?:by|from|of) "
    r"([^:;.]{3,90}?)(?:,? (?:on|about|regarding|concerning|following|after|dated|in) .*)?(?::|$)",
    # "Joint statement, Azawad Liberation Front"
    rf"^(?i:{RELEASE})(?:,| -|:) ((?:\p{{Lu}}[\w'\x{{2019}}-]*|of|the|for|and|de|la|des)"
    r"(?: (?:\p{Lu}[\w'\x{2019}-]*|of|the|for|and|de|la|des)){1,8})$",
    rf"(?i)^(?:[^:;.,]{{3,30}}: )?([^:;.]{{3,90}}?)(?:['\x{{2019}}]s?|,|:| [-|~])? "
    rf"(?:{RELEASE}|{UPDATE})(?:,? (?:on|about|regarding|concerning|following|after|dated|for|"
    r"as of|at) .*|, .*| \(.*)?(?::|$)",
)
# "Security incidents, 5-11 May, compiled by the X Barometer", "X Network: violations log"
LISTED = (
    r"(?:incidents?|violations?|events|attacks|casualties|killings|deaths|abductions|arrests|"
    r"clashes|log|list|tracker|digest|chronology|round-?up|summary|tally|update|bulletin|toll|"
    r"monitoring|report)"
)
COMPILED = (
    rf"(?i)^[^.;:]{{0,100}}(?-u:\b){LISTED}(?-u:\b)[^.;:]{{0,60}} (?:compiled|documented|recorded|"
    r"collected|collated|gathered|logged|monitored|verified|published|issued|released) by "
    r"([^:;.,]{3,80}?)[:.]?$"
)
BODY = (
    r"(?:Network|Observatory|Watch|Monitor|Barometer|Tracker|Centre|Center|Committee|Project|Group|"
    r"Council|Union|OCHA|UNHCR|IOM|UNICEF|MSF|Organi[sz]ation|Commission|Foundation|Lawyers)"
)
KEPT = (
    rf"^([^:;.,]{{0,60}}(?-u:\b){BODY}(?-u:\b)[^:;.,]{{0,50}}): "
    rf"(?i:[a-z -]{{0,30}}{LISTED}(?-u:\b))"
)
# What stands alone below the name of whoever issued it: "Press release, 12 May".
HEADED = rf"(?i)^\W*(?:{RELEASE}|{UPDATE})(?:\W[^.;]{{0,60}})?$"
# '[INTERVIEW WITH X BY Y]', '[Statement by X]', '[COMMUNIQUE] [X] [TEXT]'
WITH_REPORTERS = r"(?i)(?:unidentified |foreign |local )*(?:reporters?|journalists?)"
HEADERS = (
    rf"(?i)\[(?:{WORDS_GIVEN}) with {WITH_REPORTERS} by ([^\]\[]+)\]",
    rf"(?i)\[(?:{WORDS_GIVEN}) (?:with|by|from|of|issued by) "
    r"([^\]\[]+?)(?:,? (?:by|with) [^\]\[]*)?\]",
    rf"(?i)\[(?:{WORDS_GIVEN})\] ?\[([^\]\[]+)\]",
    # 'Here is an official defence ministry communique:'
    rf"(?i)(?:here|following|below) is (?:an?|the) (?:[a-z]+ of )?(?:an? |the )?(?:official )?"
    rf"([^:,.]{{3,60}}?) (?:{WORDS_GIVEN})(?: [^:.,]{{0,40}})?:",
    *RELEASED,
    COMPILED,
    KEPT,
)
OPENING = (
    rf"\[|(?i) is (?:an?|the) |(?-u:\b)(?:{RELEASE}|{UPDATE})(?:[^\p{{L}}]|$)|{LISTED}(?-u:\b)"
)
SHORT = 100
# What a bulletin is about or how often it comes: "Weekly protection bulletin".
NO_NAME = (
    r"(?i)^(?:(?:the|an?|weekly|daily|monthly|bi-?weekly|quarterly|humanitarian|protection|security|"
    r"situation|incidents?|press|news|emergency|operational|flash|conflict|field|brief|special|"
    r"displacement|violence|casualty|human rights) ?)+$|"
    # "Ukraine war: daily update", "Horn of Africa"
    r"(?-u:\b)(?:war|conflict|crisis|situation|violence|fighting|attacks?|clashes|invasion|"
    r"middle east|(?:horn|west|east|north|south|southern) (?:of )?africa|region|province|sahel)$"
)
# "OCHA Sudan" is that office's.
OFFICE = r"^\W*((?:OCHA|UNHCR|IOM|UNICEF|MSF|WFP|WHO|ICRC|OHCHR))(?-u:\b).*$"
# Marks of the transcriber that name nobody.
MARKS = (
    r"(?i)^(?:text|excerpts?|summary|continued|begin|recording|passage|words?|no |as |in progress|"
    r"live|video|editorial|unidentified)(?-u:\b)"
)


def opens_transcript(sentences: pl.DataFrame) -> pl.DataFrame:
    """The first sentences of articles that may open somebody's own words, with is_headed where
    the next says no more than that it does."""
    is_first = pl.col("sentence_no") == pl.col("sentence_no").min().over("article_id")
    first = sentences.filter(
        is_first | (is_first.shift(1) & (pl.col("text").str.len_chars() < SHORT)).fill_null(False)
    ).with_columns(
        is_headed=(
            (pl.col("article_id") == pl.col("article_id").shift(-1))
            & pl.col("text").shift(-1).str.contains(HEADED)
        ).fill_null(False)
    )
    return first.filter(is_first, pl.col("is_headed") | pl.col("text").str.contains(OPENING))


def name_transcripts(folded: pl.DataFrame) -> pl.DataFrame:
    """Of such sentences, with `folded` and base, those whose head names the speaker of what
    follows, with start and end of the name in the article."""
    headed = pl.when("is_headed").then(pl.col("folded").str.extract(r"^([^:;.]{3,90}?)\W*$", 1))
    name = pl.coalesce(headed, *(pl.col("folded").str.extract(header, 1) for header in HEADERS))
    at = pl.col("folded").str.split_exact(pl.col("name"), 1).struct.field("field_0")
    start = pl.col("base") + at.str.len_chars().cast(pl.Int64)
    return (
        # "OCHA | Sudan: flash update"
        folded.with_columns(name=name.str.replace(r"\s*\|.*$", "").str.replace(OFFICE, "${1}"))
        .filter(
            pl.col("name").is_not_null(),
            ~pl.col("name").str.contains(MARKS),
            ~pl.col("name").str.contains(NO_NAME),
        )
        .with_columns(
            start=start.cast(pl.Int32), end=(start + pl.col("name").str.len_chars()).cast(pl.Int32)
        )
    )
