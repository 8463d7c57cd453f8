"""Kinds of speakers: what a phrase makes its speaker."""

import polars as pl

from pipelines.transforms.text.sources.speaker_keys import SEEN_BY

# Kinds of people who are no party to a conflict.
NO_PARTY = [
    "civilians", "children", "health-workers", "aid-workers", "teachers", "women", "protesters",
    "peacekeepers", "journalists", "students", "rioters",
]  # fmt: skip
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
    r"(?-u:\b)(?:have|has|had) (?:[a-z]+ )?[a-z]+ed(?-u:\b)|(?i) to$"
)
# Houses that speak as those who work there: "the US embassy in Khartoum".
HOUSE = r"(?i)(?-u:\b)(?:hospitals?|clinic|morgue|health centre|embassy|consulate)(?: in .*)?$"
# Bodies by their noun alone: "the multinational mission", "a camp committee", "a Kenyan brigade".
BODY = (
    r"^(?:(?i:the|an?|its|their|his|her|one|another) |[A-Z][A-Za-z-]+(?: [A-Z][a-z]+)?'s? )"
    r"(?:[A-Z][A-Za-z]+(?:-[A-Za-z]+)?(?:'s)? ){0,3}(?:[a-z'-]+ ){0,4}(?:"
    r"mission|office|agency|administration|government|cabinet|parliament|junta|"
    r"commission|committee|association|federation|union|centre|center|council|department|"
    r"directorate|authority|headquarters|secretariat|consortium|cluster|bureau|institute|"
    r"foundation|cooperative|parish|(?:arch)?diocese|church|chiefdom|clinic|court|contingent|"
    r"company|operator|"
    r"brigade|battalion|regiment|division|squadron|garrison|newspaper|employer|charity|magazine|"
    r"municipality|mayoralty|prefecture|governorate|senate|ministry|airline|university|school|"
    r"force|service|team|unit|cell|panel|board|forum|society|syndicate|tribe|community|party|bloc|"
    r"zone|broadcaster|website|observatory|platform|project|initiative|"
    r"inquiry|investigation|tracker|convent|monastery|seminary|mosque|tribunal)$|"
    # "Ukraine's 47th Brigade"
    r"^[A-Z][A-Za-z-]+(?: [A-Z][a-z]+)?'s? [0-9]{1,3}(?:st|nd|rd|th)? (?:[A-Z][a-z]+ )*(?:Brigade|"
    r"Battalion|Division|Regiment|Corps|Army)$|"
    # "The Alarm Phone group", "Kurdish counter-terrorism services", "a coalition of NGOs"
    r"^(?i:the|an?) (?:[A-Z][A-Za-z0-9-]+ ){1,3}(?:[a-z-]+ )?(?i:group|network|coalition|alliance|"
    r"organi[sz]ation|channel|movement|agency)$|"
    r"^(?:(?i:the) )?(?:[A-Z][A-Za-z-]+(?:'s)? )(?:[a-z-]+ ){0,3}(?:services|agencies)$|"
    r"^(?i:the|an?) (?:[a-z-]+ )?(?:coalition|network|alliance|group|collective|consortium|"
    r"federation|association|union|grouping) of [A-Za-z' -]+$"
)
# People by what they do: "local responders", "the camp's organisers".
DOERS = (
    r"^(?i:(?:the|an?|one|two|three|four|several|some|other|many) )?(?:[a-z'-]+ ){0,3}"
    r"(?:responders|"
    r"[a-z]{3,}(?:isers|izers|agers|igners|eachers|aders|ainers|tors|ssors|ists|icians|arians)|"
    r"(?:wo)?m[ae]n|fathers?|mothers?|wi(?:fe|ves|dows?)|husbands?|brothers?|sisters?|sons?|"
    r"daughters?|cousins?|uncles?|aunts?|grand(?:mother|father|son)s?|boys?|girls?|teenagers?|"
    r"volunteers|drivers|miners|herders|fishermen|bystanders|onlookers|passers-by|staff|crew|crews|"
    r"defectors?|deserters?|escapees?|colleagues|neighbou?rs|parents|students|worshippers|"
    r"pilgrims|refugees|evacuees)"
    r"(?: of (?:the |one |two |three |four |five |six |seven |eight )?[a-z]*)?$"
)
# "AN MNR MAN", in a text of capitals alone
SOMEBODY = r"^(?i:an?|one|two|three)(?: [A-Z][A-Z']+(?:-[A-Z']+)*){2,5}$"
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
    r"pamphlets?|fl[iy]ers?|graffiti|banners?|placards?|handbills?|inscriptions?|telegrams?|"
    r"circulars?|"
    r"manifestos?|declarations?|proclamations?|reports?|notes?|letters?|records|tall(?:y|ies)|"
    r"counts?|databases?|indictments?|verdicts?|"
    r"charge sheets?|autops(?:y|ies)|images|imagery|photo(?:graph)?s?|filings?|complaints?|"
    r"lawsuits?|affidavits?|transcripts?|surveys?|diar(?:y|ies)|logs?)"
    r"(?: (?:from|in|of|on|(?:left|found|scattered|dropped|pasted|hung|circulating|written|daubed|"
    r"sprayed|received)(?: [a-z]+)?|seen by|obtained by|reviewed by|viewed by) .*)?$"
)
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


def with_type(acts: pl.DataFrame) -> pl.DataFrame:
    """Add speaker_type and is_plural; actor_id is whom the phrase or what is apposed tells.

    acts: as speaker_names.with_name gives them.
    """
    is_post = pl.col("pronoun") == "official"
    is_longer = pl.col("head").str.len_chars() > pl.col("pronoun_text").str.len_chars()
    # 'The state news agency, SANA, said'
    is_outlet = pl.col("vague") == "media"
    acts = acts.with_columns(
        role=pl.when(is_post & is_longer).then(pl.lit("official")).otherwise("role"),
        medium_id=pl.when(is_outlet)
        .then(pl.coalesce("medium_id", "apposed_medium"))
        .otherwise("medium_id"),
        medium_text=pl.when(is_outlet)
        .then(pl.coalesce("medium_text", "apposed_medium_text"))
        .otherwise("medium_text"),
    )
    is_nobody = pl.col("np_start").is_null() | pl.col("head").str.contains(NO_NAME)
    kind = pl.coalesce(
        type_of_account(),
        pl.when(has_name()).then(type_of_named()),
        type_of_called(),
        type_of_media(),
        type_of_role(),
        type_of_people(),
        pl.when(~has_name()).then(type_of_noun()),
    )
    return acts.with_columns(
        speaker_type=pl.when(~is_nobody).then(kind),
        actor_id=pl.when(~is_several().fill_null(False) & ~pl.col("is_former")).then(actor_told()),
        is_plural=(pl.col("role_voice") == "pl") | pl.col("people").str.ends_with("s"),
    )


def has_name() -> pl.Expr:
    """True for speakers with a name of their own."""
    return pl.col("person").is_not_null() & pl.col("vague").is_null()


def actor_told() -> pl.Expr:
    """The party that the phrase, or what is apposed to it, names."""
    people_id = pl.when(~pl.col("people_id").is_in(NO_PARTY)).then("people_id")
    return pl.coalesce("actor_id", "apposed_actor", "role_actor", people_id)


def is_several() -> pl.Expr:
    """True for several that speak with one voice: "the army and the police"."""
    are_joined = (pl.col("n_ands") > 0) & pl.col("role").is_not_null() & ~has_name()
    return (pl.col("n_actors") > 1) | are_joined


def type_of_account() -> pl.Expr:
    """The type of accounts and of nobody but somebody's kin."""
    return (
        pl.when(pl.col("any_role") == "account")
        .then(pl.lit("social_account"))
        .when(pl.col("head").str.contains(KIN) & actor_told().is_null())
        .then(pl.lit("anonymous"))
    )


def type_of_named() -> pl.Expr:
    """The type of speakers with a name: by what the name is, by their role, else persons."""
    role = pl.coalesce("role", "apposed_role")
    is_official = role.is_in(["official", "military"]) | (pl.col("any_role") == "rank")
    is_party = (role == "party") | actor_told().is_not_null()
    return (
        pl.when(pl.col("is_body").fill_null(False) & role.is_null())
        .then(pl.lit("organisation"))
        .when(pl.col("is_outlet").fill_null(False) & role.is_null())
        .then(pl.lit("medium"))
        .when(pl.col("apposed_role") == "account")
        .then(pl.lit("social_account"))
        .when((role == "press").fill_null(False))
        .then(pl.lit("person"))
        .when(is_party.fill_null(False) & ~pl.col("is_former"))
        .then(pl.lit("party"))
        .when((is_official & ~pl.col("is_former")).fill_null(False))
        .then(pl.lit("official"))
        .otherwise(pl.lit("person"))
    )


def type_of_called() -> pl.Expr:
    """The type of pronouns and definite nouns, which call back who was named before."""
    head = pl.col("head")
    is_group = (pl.col("pronoun") == "group") & (pl.col("pronoun_voice") == "def")
    is_bare = pl.col("role").is_null() & pl.col("people").is_null() & pl.col("medium_id").is_null()
    return (
        pl.when(is_group & pl.col("role").is_in(["official", "military", "party"]))
        .then(pl.lit("pronoun"))
        # "The news agency AFP" and "her newspaper" call nobody back.
        .when(
            pl.col("pronoun").is_not_null()
            & is_bare
            & ~head.str.contains(r"(?i)^(?:her|our|my) [a-z]")
            # "A source in the agency" is somebody there.
            & ~head.str.contains(r"(?i)^(?:an? |one |two )?(?:[a-z-]+ )?sources? ")
        )
        .then(pl.lit("pronoun"))
    )


def type_of_media() -> pl.Expr:
    """The type of media, and of sources that are told by their vagueness alone."""
    head, vague = pl.col("head"), pl.col("vague")
    # "A report seen by Reuters" is not Reuters's.
    is_medium = pl.col("medium_id").is_not_null() & pl.col("role").is_null()
    # "An officer of the National Police" is none of The National's.
    is_medium &= pl.col("people").is_null() | ~head.str.contains(r"(?i) of (?:the )?")
    return (
        pl.when(is_medium & ~head.str.contains(SEEN_BY))
        .then(pl.lit("medium"))
        .when((vague == "media") & head.str.contains(STATE_MEDIA))
        .then(pl.lit("medium"))
        .when(vague.is_in(["reports", "media", "none"]))
        .then(pl.lit("vague"))
        .when(vague == "sources")
        .then(pl.lit("sources"))
        .when(vague == "people")
        .then(pl.lit("anonymous"))
    )


def type_of_role() -> pl.Expr:
    """The type of speakers whom nothing but their role tells."""
    head, role, has_role = pl.col("head"), pl.col("role"), pl.col("role").is_not_null()
    told_of = pl.col("folded").str.slice(
        pl.col("np_start") - pl.col("base"), pl.col("np_end") - pl.col("np_start") + UNNAMED_REACH
    )
    is_unnamed = told_of.str.contains(UNNAMED) & ~has_name()
    is_of_party = has_role & pl.col("actor_id").is_not_null() & ~pl.col("is_former")
    is_one = head.str.contains(ONE_HOLDER) & (pl.col("role_voice") == "sg").fill_null(True)
    return (
        pl.when(is_unnamed & (has_role | pl.col("people").is_not_null()))
        .then(pl.lit("anonymous"))
        .when(is_several() & has_role)
        .then(pl.lit("official"))
        .when(role == "organisation")
        .then(pl.lit("organisation"))
        .when(head.str.contains(HOUSE) & ~has_role)
        .then(pl.lit("organisation"))
        .when(is_of_party & ~role.is_in(["press", "civil"]))
        .then(pl.lit("party"))
        .when(role.is_in(["official", "military", "party"]) & is_one)
        .then(pl.lit("official"))
        .when(role == "party")
        .then(pl.lit("party"))
        .when(has_role)
        .then(pl.lit("anonymous"))
    )


def type_of_people() -> pl.Expr:
    """The type of parties that speak themselves, and of people of none."""
    has_people = pl.col("people").is_not_null()
    return (
        pl.when(pl.col("actor_id").is_not_null() & (~has_people | ~is_several()))
        .then(pl.lit("party"))
        .when(pl.col("people_id").is_not_null() & ~pl.col("people_id").is_in(NO_PARTY))
        .then(pl.lit("party"))
        .when(has_people)
        .then(pl.lit("anonymous"))
        .when("has_actor")
        .then(pl.lit("party"))
    )


def type_of_noun() -> pl.Expr:
    """The type of speakers without a name, by the noun that their phrase ends in."""
    is_capitals = ~pl.col("text").str.contains("[a-z]")
    head = pl.when(is_capitals).then(pl.col("head").str.to_lowercase()).otherwise("head")
    return (
        # "A colonel said"
        pl.when(pl.col("any_role") == "rank")
        .then(pl.lit("anonymous"))
        .when(head.str.contains(DOCUMENT))
        .then(pl.lit("vague"))
        .when(head.str.contains(BODY))
        .then(pl.lit("organisation"))
        .when(head.str.contains(DOERS) | (is_capitals & pl.col("head").str.contains(SOMEBODY)))
        .then(pl.lit("anonymous"))
    )
