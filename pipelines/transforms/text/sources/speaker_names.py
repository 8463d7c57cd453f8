"""Names of speakers: the person's, body's or outlet's own name in the phrase beside the verb."""

from collections.abc import Iterator

import polars as pl

from pipelines.transforms.text.sources.speaker_keys import DETERMINER

# "The 5th Brigade" begins with its number.
CAPITALS = (
    r"(?:[A-Z][A-Za-z'-]*\.?|[A-Z]\.|[0-9]{1,3}(?i:st|nd|rd|th|d) [A-Z][A-Za-z'-]*)"
    r"(?: (?:(?:al|el|bin|bint|ibn|von|van|de|ul|ur|abu) )?"
    r"(?:al-|el-|ul-)?[A-Z][A-Za-z'-]*\.?)*"
)
ORGANISATION = (
    r"(?-u:\b)(?:Ministry|Command|Network|Observatory|Watch|Committee|Council|Agency|Office|Union|"
    r"Organi[sz]ation|Forces?|Army|Front|Services?|Group|Centre|Center|Institute|Foundation|"
    r"Society|"
    r"Commission|Mission|Authority|Department|Bureau|Party|Movement|Hospital|University|Police|"
    r"Brigades?|Corps|Staff|Administration|Government|Nations|House|Embassy|Kremlin|Pentagon|"
    r"Lawyers|"
    r"Doctors|Monitor|Coalition|Alliance|Association|Federation|International|Initiative|Project|"
    r"Council|Battalion|Navy|Guard|Headquarters|Secretariat|Court|Crescent|Cross|Gathering|Rooms?|"
    r"Committees|League|Forum|Platform|Lab|Syndicate)(?-u:\b)"
)
# "The Centre for the Study of Peace and Dialogue"
LINKS = r" (?:for|of|on|against|and)(?: the)? "
LINKED_NAME = rf"^({CAPITALS}(?:{LINKS}{CAPITALS})+)$"
OUTLET = (
    r"(?-u:\b)(?:News|TV|Radio|Times|Post|Journal|Herald|Tribune|Press|Media|Gazette|Daily|Weekly|"
    r"Telegraph|Guardian|Magazine|Today|Online|World|Channel|Television|Broadcasting)(?-u:\b)"
)
OUTLET_NOUN = r"(?:radio|television|tv|newspaper|daily|news agency|news site|website|magazine)"
# "The newspaper El Diario", "the daily La Prensa", "Radio Caracol"
NAMED_OUTLET = (
    r"^(?i:newspapers?|daily|weekly|magazine|news agency|agency|radio(?: station)?|"
    r"(?:tv|television)(?: (?:station|channel|outlet))?|channel|broadcaster|"
    r"(?:news )?(?:site|website|outlet))"
    rf",? ({CAPITALS})$"
)
BROADCASTER = r"^((?:RADIO|Radio|CANAL|Canal) [A-Z][A-Za-z'-]+(?: [A-Z][A-Za-z'-]+)?)$"
# "The Radio Horseed station", "the Horseed television network", but no "local radio station"
STATION = (
    rf"^((?:(?:RADIO|Radio|TV|Television|TELEVISION) {CAPITALS}|"
    rf"{CAPITALS} (?i:radio|television|tv)) (?i:station|network|channel|outlet))$"
)
NO_STATION = (
    r"(?i)^(?:local|private|state|national|government|public|rebel|clandestine|independent|"
    r"community|official|another|foreign|commercial|state-run|pro-government)(?-u:\b)"
)
# A body's noun alone is no name: "the Civil Defense Office".
BODY_NOUN = r"^(?i:office|ministry|department|committee|council|commission|agency|bureau|union)$"
ACRONYM = r"^[A-Z][A-Z&-]{1,6}$"
FUNCTION_WORDS = (
    r"(?i)(?-u:\b)(?:the|to|and|which|who|we|it|they|not|should|would|himself|by|that|this|has|"
    r"have|"
    r"in|on|as|then|also|publicly|officially|reports?|statement|communique|bulletin|documents?|"
    r"announcement|figures|evidence)(?-u:\b)"
)
MEDIA_OFFICE = r"(?i)'s media (?:cent(?:re|er)|office|department|bureau)$"
# "A local hunter, Sani Musa, said"; no "a resident of Sake, North Kivu"
SOMEBODY = r"^(?i:an?|one|another) (?:[a-z-]+ ){0,3}[a-z-]+$"
BODY_OR_PLACE = (
    r" (?:in|of|from|at|near|on|for|by)(?-u:\b)|(?-u:\b)(?:group|militia|movement|coalition|party|"
    r"organi[sz]ation|company|agency|network|outlet|newspaper|paper|channel|station|site|website|"
    r"town|city|village|province|district|body|monitor|unit|brigade|front|alliance|union|charity)$"
)
FULL_NAME = r"^[ ,]*[A-Z][A-Za-z'-]+(?: [A-Z][A-Za-z'-]+){1,3}[ ,.]*$"
SOME = r"(?i)^(?:an?|some|several|many|local|other|two|three|four|five) "
OWNER_NEXT = r"(?i) (?:for|of|from|with|in|at)(?: the)? ?$"
FORMER = r"(?i)(?-u:\b)(?:former|ex|onetime|one-time)(?-u:\b)"


def with_name(acts: pl.DataFrame) -> pl.DataFrame:
    """Add person (the capitalised run that is the speaker's own name, if the phrase has one),
    is_body, is_outlet, is_weak and is_former; vague is null where a name tells who it is.

    acts: as speakers.with_phrase and speakers.features give them.
    """
    is_capitals = ~pl.col("text").str.contains(r"[a-z]")
    whole = phrase_told()
    outlet = outlet_named(whole)
    name = pl.coalesce(
        outlet,
        pl.when(pl.col("name_from").is_not_null() & ~is_somebody(is_capitals)).then(
            name_behind_role(whole, is_capitals)
        ),
        name_alone(whole, is_capitals),
        name_apposed(),
    )
    is_body = names_body(pl.col("person"), is_capitals)
    person = pl.when(is_capitals).then(pl.col("person").str.to_titlecase()).otherwise("person")
    is_outlet = person.str.contains(f"{OUTLET}|{OUTLET_NOUN}$")
    told = (
        acts.lazy()
        .with_columns(named=name, outlet=outlet)
        .with_columns(person=pl.when(~is_word(pl.col("named"))).then("named"))
        .with_columns(
            is_body=is_body | (pl.col("person").str.contains(ACRONYM) & ~is_capitals),
            is_outlet=is_outlet | pl.col("outlet").is_not_null(),
            is_weak=is_weak(is_body, is_capitals),
            vague=pl.when(*is_vague(is_body)).then("vague"),
            is_former=(pl.col("head") + " " + pl.col("apposed")).str.contains(FORMER),
        )
    )
    return told.drop("named", "outlet").collect(engine="in-memory")


def phrase_told() -> pl.Expr:
    """The phrase that names the speaker, without its article and title."""
    whole = pl.col("head").str.replace(DETERMINER, "")
    without_title = whole.str.replace(r"^[A-Za-z]+\.? ", "")
    return pl.when(is_titled()).then(without_title).otherwise(whole)


def is_titled() -> pl.Expr:
    """True for a speaker with a title: "Dr. X"."""
    return (pl.col("any_role") == "title").fill_null(False)


def phrase_written() -> pl.Expr:
    """The phrase that names the speaker, as it stands."""
    return pl.col("folded").str.slice(
        pl.col("np_start") - pl.col("base"), pl.col("head_end") - pl.col("np_start")
    )


def outlet_named(whole: pl.Expr) -> pl.Expr:
    """The name of a station or paper that no lexicon lists."""
    outlet = pl.coalesce(
        whole.str.extract(BROADCASTER, 1),
        whole.str.extract(NAMED_OUTLET, 1),
        pl.when(~whole.str.contains(NO_STATION)).then(whole.str.extract(STATION, 1)),
    )
    return pl.when(pl.col("medium_id").is_null() & pl.col("any_role").is_null()).then(outlet)


def name_behind_role(whole: pl.Expr, is_capitals: pl.Expr) -> pl.Expr:
    """The name behind a role or an article: "spokesman X", "the X"."""
    offset = (pl.col("name_from") - pl.col("np_start")).fill_null(0)
    written = phrase_written()
    behind = written.str.slice(offset).str.strip_chars(" ,.'").str.extract(rf"^({CAPITALS})$", 1)
    # 'the Armed Forces Press Committee' is one name, whatever its first words may be alone.
    is_one_body = pl.col("any_role").is_null() & names_body(behind, is_capitals)
    is_one_body |= behind.str.contains(BODY_NOUN)
    # "Amnesty International Nigeria" is the body's branch.
    is_one_body |= (pl.col("role") == "organisation") & (
        pl.col("role_text") + " " + behind == whole
    )
    # "A spokesman for the Fifth Brigade" is not called so.
    is_owner = written.str.slice(0, offset).str.contains(OWNER_NEXT)
    return (
        pl.when(is_one_body & whole.str.contains(rf"^{CAPITALS}$"))
        .then(whole)
        .when(~behind.str.contains(r"^S ") & ~is_owner)
        .then(behind)
    )


def name_alone(whole: pl.Expr, is_capitals: pl.Expr) -> pl.Expr:
    """The name that makes the whole phrase, where no word known opens it."""
    written = phrase_written()
    bare = written.str.strip_chars_start(" ").str.replace(DETERMINER, "")
    opening = written.str.len_chars().cast(pl.Int64) - bare.str.len_chars().cast(pl.Int64)
    starts_known = (pl.col("first_start") - pl.col("np_start") <= opening).fill_null(False)
    is_linked = names_body(whole.str.extract(rf"^({CAPITALS})", 1), is_capitals)
    is_bare = ~starts_known & pl.col("any_role").is_null() & ~is_somebody(is_capitals)
    return pl.when(is_bare | is_titled()).then(
        pl.coalesce(
            whole.str.extract(rf"^({CAPITALS})$", 1),
            pl.when(is_linked).then(whole.str.extract(LINKED_NAME, 1)),
            whole.str.extract(rf"^({CAPITALS}) (?:of|from|at|with|in) ", 1),
            whole.str.extract(rf"^({CAPITALS} {OUTLET_NOUN})$", 1),
        )
    )


def is_somebody(is_capitals: pl.Expr) -> pl.Expr:
    """True for "A VILLAGE TEACHER", in a text of capitals alone: no name of his."""
    return is_capitals & pl.col("head").str.contains(SOME) & pl.col("any_role").is_null()


def name_apposed() -> pl.Expr:
    """The name behind the phrase of a role: "the governor, X"."""
    apposed_from = pl.coalesce("apposed_from", "head_end")
    apposed = pl.col("folded").str.slice(
        apposed_from - pl.col("base"), pl.col("np_end") - apposed_from
    )
    is_role = (
        pl.col("any_role").is_not_null()
        | (pl.col("pronoun") == "official")
        | pl.col("apposed_role").is_not_null()
    )
    is_role |= head_is_of_one() & apposed.str.contains(FULL_NAME)
    return pl.when(is_role).then(apposed.str.strip_chars(" ,.").str.extract(rf"^({CAPITALS})$", 1))


def head_is_of_one() -> pl.Expr:
    """True for somebody told by what he does alone: "a local hunter"."""
    head = pl.col("head")
    return head.str.contains(SOMEBODY) & ~head.str.contains(BODY_OR_PLACE)


def is_word(name: pl.Expr) -> pl.Expr:
    """True for a capitalised run that is no name: a pronoun, or words of a sentence."""
    linked = pl.when(name.str.contains(LINKED_NAME)).then(name.str.replace_all(LINKS, " "))
    is_words = pl.coalesce(linked, name).str.contains(FUNCTION_WORDS).fill_null(False)
    called = pl.col("pronoun_text").str.to_lowercase()
    # "THE STATION", in a text of capitals alone
    is_pronoun = name.str.to_lowercase() == called
    is_pronoun |= name.str.to_lowercase() == called.str.replace("^the ", "")
    return is_pronoun.fill_null(False) | is_words


def is_weak(is_body: pl.Expr, is_capitals: pl.Expr) -> pl.Expr:
    """True for a name that may be a plain word: a lone one that opens a sentence, or one in a text
    of capitals alone."""
    is_nobody = (
        is_capitals
        & ~is_body
        & pl.col("outlet").is_null()
        & (
            # "EDUARDO LIMA, THE BISHOP OF WAU": what he is said to be makes him somebody.
            (pl.col("any_mention").fill_null(False) & pl.col("apposed_role").is_null())
            | pl.col("names_more").fill_null(False)
            | ~pl.col("person").str.contains(r"^\S+ \S+")
        )
    )
    is_opening = (
        ~pl.col("person").str.contains(" ")
        & ((pl.col("np_start") - pl.col("base") <= 1) | pl.col("is_title"))
        & (pl.col("apposed").str.len_chars() < 3)
    )
    return (pl.col("any_role").is_null() & (is_nobody | is_opening)).fill_null(False)


def is_vague(is_body: pl.Expr) -> Iterator[pl.Expr]:
    """What holds of a phrase that tells no more than "media" or "sources"."""
    # "The director of media operations, X" is no medium, nor is an army's media centre.
    is_somebody = is_body.fill_null(False) | (
        pl.col("any_role").is_not_null() & pl.col("named").is_not_null()
    )
    yield ~pl.col("head").str.contains(MEDIA_OFFICE)
    yield pl.col("outlet").is_null()
    yield ~is_somebody | (pl.col("vague") != "media")


def names_body(name: pl.Expr, is_capitals: pl.Expr) -> pl.Expr:
    """True where the name is an organisation's, also in a text of capitals alone."""
    return (
        pl.when(is_capitals)
        .then(name.str.to_titlecase().str.contains(ORGANISATION))
        .otherwise(name.str.contains(ORGANISATION))
    )
