"""Kinds of speakers: what a phrase makes its speaker, and the name and key it goes by."""

import polars as pl

from pipelines.transforms.text.grammar.calendar_words import WEEKDAY

# Kinds of people who are no party to a conflict.
NO_PARTY = [
    "civilians", "children", "health-workers", "aid-workers", "teachers", "women", "protesters",
    "peacekeepers", "journalists", "students", "rioters",
]  # fmt: skip
# A phrase of more words names its speaker by the role alone.
LONG = 10
# Media that a state speaks through, with no name of their own.
STATE_MEDIA = (
    r"(?i)(?-u:\b)(?:state|government|regime|army|military|junta)[- ]?(?:run |owned |controlled |"
    r"linked |affiliated |backed )?(?:media|television|tv|radio|broadcasters?|news agency|"
    r"newspapers?|press)$"
)
# A clause, and no phrase that names anybody.
NO_NAME = (
    r"(?i)^(?:which|whom|what|where|including|there|by|shot|killed|beat|detained|arrested|"
    r"executed|abducted|seized)(?-u:\b)|"
    r"(?i)^(?:many |some |most |other )?people$|"
    r"(?-u:\b)(?:have|has|had) (?:[a-z]+ )?[a-z]+ed(?-u:\b)"
)
# Houses that speak as those who work there: "the US embassy in Khartoum".
HOUSE = r"(?i)(?-u:\b)(?:hospitals?|clinic|morgue|health centre|embassy|consulate)(?: in .*)?$"
# Bodies by their noun alone: "the multinational mission", "a camp committee", "a Kenyan brigade".
BODY = (
    r"^(?:(?i:the|an?|its|their|his|her|one|another) |[A-Z][A-Za-z-]+(?: [A-Z][a-z]+)?'s? )"
    r"(?:[A-Z][A-Za-z]+(?:-[A-Za-z]+)? )?(?:[a-z'-]+ ){0,4}(?:"
    r"mission|office|agency|administration|government|cabinet|parliament|junta|"
    r"commission|committee|association|federation|union|centre|center|council|department|"
    r"directorate|authority|headquarters|secretariat|consortium|cluster|bureau|institute|"
    r"foundation|cooperative|parish|(?:arch)?diocese|church|chiefdom|clinic|court|contingent|"
    r"company|operator|"
    r"brigade|battalion|regiment|division|squadron|garrison|newspaper|employer|charity|magazine|"
    r"municipality|mayoralty|prefecture|governorate|senate|ministry|airline|university|school|"
    r"force|service|team|unit|cell|panel|board|forum|society|syndicate|tribe|community|party|bloc|"
    r"zone|broadcaster|website|observatory|platform|project|initiative|"
    r"inquiry|investigation|tracker|convent|monastery|seminary|mosque|tribunal)$"
)
# People by what they do: "local responders", "the camp's organisers".
DOERS = (
    r"^(?i:(?:the|an?|one|two|three|four|several|some|other|many) )?(?:[a-z'-]+ ){0,3}"
    r"(?:responders|"
    r"[a-z]{3,}(?:isers|izers|agers|igners|eachers|aders|ainers|tors|ssors|ists|icians|arians)|"
    r"(?:wo)?m[ae]n|fathers?|mothers?|wi(?:fe|ves|dows?)|husbands?|brothers?|sisters?|sons?|"
    r"daughters?|cousins?|uncles?|aunts?|grand(?:mother|father|son)s?|boys?|girls?|teenagers?|"
    r"volunteers|drivers|miners|herders|fishermen|bystanders|onlookers|passers-by|staff|crew|crews|"
    r"defectors?|deserters?|escapees?|colleagues|neighbou?rs|parents|students|worshippers|pilgrims|refugees|evacuees)"
    r"(?: of (?:the |one |two |three |four |five |six |seven |eight )?[a-z]*)?$"
)
# "His family", "the victims' neighbours"
KIN = (
    r"(?i)^(?:(?:his|her|their|the|one|a)(?-u:\b) ?)?(?:[a-z]+(?:'s|s')? )?"
    r"(?:family|families|relatives|neighbou?rs|colleagues)$"
)
# Papers that speak for whoever wrote them, stations known by what they are: "a war bulletin",
# "a leaked document", "the Kivu radio station".
DOCUMENT = (
    r"(?i)(?-u:\b)(?:radio|tv|television) (?:station|network|channel)$|"
    r"(?i)(?-u:\b)(?:bulletins?|communiques?|dispatch(?:es)?|documents?|memos?|cables?|leaflets?|"
    r"reports?|notes?|letters?|records|tall(?:y|ies)|counts?|databases?|indictments?|verdicts?|"
    r"charge sheets?|autops(?:y|ies)|images|imagery|photo(?:graph)?s?|filings?|complaints?|"
    r"lawsuits?|affidavits?|transcripts?|surveys?|diar(?:y|ies)|logs?)"
    r"(?: (?:from|in|of|on|seen by|obtained by|reviewed by|viewed by) .*)?$"
)
SEEN_BY = r"(?i) (?:seen|obtained|reviewed|viewed) by "
# "According to the army today": its day is no part of its name.
DAY_BEHIND = (
    rf"(?i) (?:today|yesterday|tonight|overnight|(?:on |late |early )*{WEEKDAY}|"
    r"(?:this|last) (?:morning|afternoon|evening|week|night))[ ,]*$"
)
# "It was reported", "received reports that": no name of anybody.
HEARD = r"(?i)^(?:it (?:was|is|has been|had been)|receiv(?:ed|ing)) "
# "The governor", "Ethiopia's prime minister": there is one.
ONE_HOLDER = r"^(?i:the) |^(?:\p{Lu}[\w-]*\s){0,3}\p{Lu}[\w-]*['\x{2019}]s?\s"
# Whoever does not want to be known speaks for nobody.
UNNAMED = (
    r"(?i)(?-u:\b)(?:anonymity|anonymously|unnamed|(?:not|n['\x{2019}]t) (?:want |wish |wanted )?"
    r"to be (?:named|identified|quoted)|declin(?:ed|ing) to be (?:named|identified|quoted)|"
    r"not authori[sz]ed to (?:speak|talk|brief|comment)|"
    r"(?:refused|declined) to give (?:his|her|their) names?)(?-u:\b)"
)
UNNAMED_REACH = 70
DETERMINER = (
    r"(?i)^(?:(?:the|a|an|one|some|two|three|four|five|several|many|other|another|both|most|"
    r"at least one|at least two|multiple|various)(?-u:\b) ?)+"
)
ACCOUNT_OF = (
    r"(?i)(?:named (?:for|after)|dedicated to|that appears to be for|for|of|linked to|run by|"
    r"belonging to|called)(?-u:\b)(.*)$"
)


def with_type(acts: pl.DataFrame) -> pl.DataFrame:
    """Add speaker_type, name, key, actor_id, is_plural."""
    has_name = pl.col("person").is_not_null() & ~pl.col("vague").is_not_null()
    acts = acts.with_columns(
        role=pl.when(
            (pl.col("pronoun") == "official")
            & (pl.col("head").str.len_chars() > pl.col("pronoun_text").str.len_chars())
        )
        .then(pl.lit("official"))
        .otherwise("role")
    )
    role = pl.coalesce("role", "apposed_role")
    # 'The state news agency, SANA, said'
    is_outlet = pl.col("vague") == "media"
    acts = acts.with_columns(
        pl.when(is_outlet).then(pl.coalesce(name, other)).otherwise(name).alias(name)
        for name, other in (
            ("medium_id", "apposed_medium"), ("medium_text", "apposed_medium_text"),
        )
    )  # fmt: skip
    people_id = pl.when(~pl.col("people_id").is_in(NO_PARTY)).then("people_id")
    actor = pl.coalesce("actor_id", "apposed_actor", "role_actor", people_id)
    is_official = (role.is_in(["official", "military"]) | (pl.col("any_role") == "rank")) & ~pl.col(
        "is_former"
    )
    several = (pl.col("n_actors") > 1) | (
        (pl.col("n_ands") > 0) & pl.col("role").is_not_null() & ~has_name
    )
    told_of = pl.col("folded").str.slice(
        pl.col("np_start") - pl.col("base"), pl.col("np_end") - pl.col("np_start") + UNNAMED_REACH
    )
    is_unnamed = told_of.str.contains(UNNAMED) & ~has_name
    # "A report seen by Reuters" is not Reuters's.
    is_seen = pl.col("head").str.contains(SEEN_BY)
    whole_medium = pl.col("medium_id").is_not_null() & pl.col("role").is_null() & ~is_seen
    kind = (
        pl.when(pl.col("np_start").is_null() | pl.col("head").str.contains(NO_NAME)).then(None)
        .when(pl.col("any_role") == "account").then(pl.lit("social_account"))
        .when(pl.col("head").str.contains(KIN) & actor.is_null())
        .then(pl.lit("anonymous"))
        .when(has_name & pl.col("is_body").fill_null(False) & role.is_null())
        .then(pl.lit("organisation"))
        .when(has_name & pl.col("is_outlet").fill_null(False) & role.is_null())
        .then(pl.lit("medium"))
        .when(has_name & (pl.col("apposed_role") == "account")).then(pl.lit("social_account"))
        .when(has_name & (role == "press").fill_null(False)).then(pl.lit("person"))
        .when(has_name & ((role == "party") | actor.is_not_null()).fill_null(False)
              & ~pl.col("is_former"))
        .then(pl.lit("party"))
        .when(has_name & is_official.fill_null(False)).then(pl.lit("official"))
        .when(has_name).then(pl.lit("person"))
        .when((pl.col("pronoun") == "group") & (pl.col("pronoun_voice") == "def")
              & pl.col("role").is_in(["official", "military", "party"]))
        .then(pl.lit("pronoun"))
        # "The news agency AFP" and "her newspaper" call nobody back.
        .when(pl.col("pronoun").is_not_null() & pl.col("role").is_null()
              & pl.col("people").is_null() & pl.col("medium_id").is_null()
              & ~pl.col("head").str.contains(r"(?i)^(?:her|our|my) [a-z]")
              # "A source in the agency" is somebody there.
              & ~pl.col("head").str.contains(r"(?i)^(?:an? |one |two )?(?:[a-z-]+ )?sources? "))
        .then(pl.lit("pronoun"))
        .when(whole_medium).then(pl.lit("medium"))
        .when((pl.col("vague") == "media") & pl.col("head").str.contains(STATE_MEDIA))
        .then(pl.lit("medium"))
        .when(pl.col("vague").is_in(["reports", "media", "none"])).then(pl.lit("vague"))
        .when(pl.col("vague") == "sources").then(pl.lit("sources"))
        .when(pl.col("vague") == "people").then(pl.lit("anonymous"))
        .when(is_unnamed & (pl.col("role").is_not_null() | pl.col("people").is_not_null()))
        .then(pl.lit("anonymous"))
        .when(several & pl.col("role").is_not_null()).then(pl.lit("official"))
        .when(pl.col("role") == "organisation").then(pl.lit("organisation"))
        .when(pl.col("head").str.contains(HOUSE) & pl.col("role").is_null())
        .then(pl.lit("organisation"))
        .when(pl.col("role").is_not_null() & pl.col("actor_id").is_not_null()
              & ~pl.col("is_former") & ~pl.col("role").is_in(["press", "civil"]))
        .then(pl.lit("party"))
        .when(pl.col("role").is_in(["official", "military", "party"])
              & pl.col("head").str.contains(ONE_HOLDER)
              & (pl.col("role_voice") == "sg").fill_null(True))
        .then(pl.lit("official"))
        .when(pl.col("role") == "party").then(pl.lit("party"))
        .when(pl.col("role").is_not_null()).then(pl.lit("anonymous"))
        .when(pl.col("actor_id").is_not_null() & (pl.col("people").is_null() | ~several))
        .then(pl.lit("party"))
        .when(pl.col("people_id").is_not_null() & ~pl.col("people_id").is_in(NO_PARTY))
        .then(pl.lit("party"))
        .when(pl.col("people").is_not_null()).then(pl.lit("anonymous"))
        .when("has_actor").then(pl.lit("party"))
        # "A colonel said"
        .when(~has_name & (pl.col("any_role") == "rank")).then(pl.lit("anonymous"))
        .when(~has_name & pl.col("head").str.contains(DOCUMENT)).then(pl.lit("vague"))
        .when(~has_name & pl.col("head").str.contains(BODY)).then(pl.lit("organisation"))
        .when(~has_name & pl.col("head").str.contains(DOERS)).then(pl.lit("anonymous"))
    )  # fmt: skip
    return with_key(
        acts.with_columns(
            speaker_type=kind,
            actor_id=pl.when(~several.fill_null(False) & ~pl.col("is_former")).then(actor),
            is_plural=(pl.col("role_voice") == "pl") | pl.col("people").str.ends_with("s"),
        )
    )


def with_key(acts: pl.DataFrame) -> pl.DataFrame:
    """Add name and key. One role, whether ex- or former, of one or of several, has one name."""
    is_long = pl.col("written").str.count_matches(" ") >= LONG
    plain = (
        pl.when(is_long).then(pl.coalesce("role_text", "written")).otherwise("written")
        .str.replace(DETERMINER, "")
        .str.replace(r"(?i)^of (?:the |these |those )?", "")
        .str.replace(r"(?i)^(?:its|their) (spokes)", "$1")
        .str.replace(DAY_BEHIND, "")
        .str.replace(rf"{SEEN_BY}.*$", "")
        .str.replace(r"(?i) (?:has|have|had)(?: since| also| now| later)?$", "")
        .str.replace(r"(?i)(?-u:\b)ex[-, ]+ ?", "former ")
        .str.replace(r"(?i)^(?:unnamed|anonymous|unidentified) ", "")
    )  # fmt: skip
    is_one = (
        (pl.col("role_voice") == "sg")
        & (pl.col("role") != "press")
        & plain.str.ends_with(pl.col("role_text")).fill_null(False)
    )
    many = plain.str.replace(r"(?i)man$", "men").str.replace(r"([^snSN])$", "${1}s")
    is_capitals = ~plain.str.contains("[a-z]")
    many = pl.when(is_capitals).then(many.str.to_uppercase()).otherwise(many)
    anonymous = pl.when(is_one).then(many).otherwise(plain)
    is_word = anonymous.str.contains(r"^.[^A-Z]")
    first = anonymous.str.slice(0, 1)
    lowered = pl.when(is_word).then(first.str.to_lowercase()).otherwise(
        first
    ) + anonymous.str.slice(1)
    opens = (
        (pl.col("np_start") - pl.col("base") <= 1)
        & (pl.col("first_start") == pl.col("np_start")).fill_null(True)
        & pl.col("actor_id").is_null()
    )
    account = pl.coalesce(
        pl.col("head").str.extract(ACCOUNT_OF, 1), pl.col("person"), pl.col("head")
    )
    anonymous_name = pl.when(opens).then(lowered).otherwise(anonymous)
    is_report = anonymous_name.str.contains(HEARD)
    anonymous_name = pl.when(is_report).then(pl.lit("reports")).otherwise(anonymous_name)
    name = (
        pl.when(pl.col("speaker_type") == "medium")
        .then(pl.coalesce("medium_text", "person", anonymous_name))
        .when(pl.col("speaker_type") == "social_account")
        .then(
            pl.when(pl.col("any_role") == "account")
            .then(pl.col("written").str.replace(DETERMINER, ""))
            .otherwise("person")
        )
        .when(pl.col("person").is_not_null() & ~pl.col("speaker_type").is_in(
            ["vague", "sources", "anonymous"]).fill_null(True))
        .then("person")
        .when(pl.col("speaker_type").is_in(["vague", "sources", "anonymous"]))
        .then(anonymous_name)
        .otherwise(plain)
    )  # fmt: skip
    shown = pl.when(pl.col("speaker_type") == "social_account").then(account).otherwise(name)
    return acts.lazy().with_columns(name=name, key=slug(shown)).collect(engine="in-memory")


def slug(name: pl.Expr) -> pl.Expr:
    """Lower case words with single spaces; articles, possessives and punctuation taken off."""
    return (
        name.str.to_lowercase()
        .str.replace_all(r"['’]s(?-u:\b)", "")
        .str.replace_all(r"[^\p{L}\p{N}]+", " ")
        .str.replace(r"^ ?(?:the|a|an|for|of|country) (?:country )?", "")
        .str.strip_chars(" ")
    )
