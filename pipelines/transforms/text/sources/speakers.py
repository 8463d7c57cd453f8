"""Speakers: who the phrase before or after a speech verb names, and what kind of source that is."""

import polars as pl

from pipelines.transforms.text.sources.speaker_kinds import DETERMINER, with_type

# "The 5th Brigade" begins with its number.
CAPITALS = (
    r"(?:[A-Z][A-Za-z'-]*\.?|[A-Z]\.|[0-9]{1,3}(?i:st|nd|rd|th|d) [A-Z][A-Za-z'-]*)"
    r"(?: (?:(?:al|el|bin|bint|ibn|von|van|de|ul|ur|abu) )?"
    r"(?:al-|el-|ul-)?[A-Z][A-Za-z'-]*\.?)*"
)
ORGANISATION = (
    r"(?-u:\b)(?:Ministry|Command|Network|Observatory|Watch|Committee|Council|Agency|Office|Union|"
    r"Organi[sz]ation|Forces?|Army|Front|Services?|Group|Centre|Center|Institute|Foundation|Society|"
    r"Commission|Mission|Authority|Department|Bureau|Party|Movement|Hospital|University|Police|"
    r"Brigades?|Corps|Staff|Administration|Government|Nations|House|Embassy|Kremlin|Pentagon|Lawyers|"
    r"Doctors|Monitor|Coalition|Alliance|Association|Federation|International|Initiative|Project|"
    r"Council|Battalion|Navy|Guard|Headquarters|Secretariat|Court|Crescent|Cross)(?-u:\b)"
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
    r"(?i)(?-u:\b)(?:the|to|and|which|who|we|it|they|not|should|would|himself|by|that|this|has|have|"
    r"in|on|as|then|also|publicly|officially|reports?|statement|communique|bulletin|documents?|"
    r"announcement|figures|evidence)(?-u:\b)"
)
MEDIA_OFFICE = r"(?i)'s media (?:cent(?:re|er)|office|department|bureau)$"
FORMER = r"(?i)(?-u:\b)(?:former|ex|onetime|one-time)(?-u:\b)"


def name_speakers(acts: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Add to each act what its phrase says of the speaker, before names and pronouns are resolved.

    Adds speaker_type (a claimant type, or pronoun; null where the phrase names nobody), name (as
    the article writes it, normalised for the anonymous), key (its slug), actor_id, entity_id of an
    outlet, pronoun (sense), is_plural, is_weak (a lone capitalised word that opens a sentence).
    """
    featured = with_phrase(acts).join(features(acts, mentions), on="act_id", how="left")
    return with_type(with_name(featured))


def with_phrase(acts: pl.DataFrame) -> pl.DataFrame:
    """Add head and apposed: the phrase as text, and the phrase as the article writes it."""
    at = pl.col("np_start") - pl.col("base")
    head = pl.col("folded").str.slice(at, pl.col("head_end") - pl.col("np_start"))
    return acts.with_columns(
        head=head.str.strip_chars(" ,.'"),
        written=pl.col("text").str.slice(at, pl.col("head_end") - pl.col("np_start"))
        .str.replace_all(r"\s+", " ").str.strip_chars(" ,.'’"),
        apposed=pl.col("folded").str.slice(
            pl.col("head_end") - pl.col("base"), pl.col("np_end") - pl.col("head_end")
        ).str.strip_chars(" ,."),
    )  # fmt: skip


def features(acts: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """One row per act: the first mention of each kind within its phrase."""
    inside = acts.select("act_id", "sentence_id", "np_start", "head_end", "np_end").join(
        mentions.select(
            "sentence_id", "start", "end", "kind", "sense", "voice", "entity_id", surface="text"
        ),
        on="sentence_id",
    ).filter(
        (pl.col("start") >= pl.col("np_start")) & (pl.col("end") <= pl.col("np_end"))
    ).sort("act_id", "start")  # fmt: skip
    in_head = pl.col("end") <= pl.col("head_end")

    def first(kind: str, column: str, where: pl.Expr = in_head) -> pl.Expr:
        return pl.col(column).filter((pl.col("kind") == kind) & where).first()

    named_after = (
        pl.col("kind").is_in(["role", "actor", "medium", "article"])
        | ((pl.col("kind") == "people") & pl.col("surface").str.contains(r"^[a-z]"))
        | ((pl.col("kind") == "pronoun") & (pl.col("sense") == "official"))
    )
    before_name = named_after & in_head
    return inside.group_by("act_id", maintain_order=True).agg(
        role=pl.col("sense").filter(
            (pl.col("kind") == "role") & in_head & ~pl.col("sense").is_in(["rank", "title"])
        ).first(),
        role_voice=pl.col("voice").filter((pl.col("kind") == "role") & in_head).last(),
        role_text=pl.col("surface").filter((pl.col("kind") == "role") & in_head).last(),
        any_role=first("role", "sense"),
        apposed_role=first("role", "sense", ~in_head),
        role_actor=first(
            "role", "entity_id", pl.col("entity_id").is_not_null() & (pl.col("sense") == "party")
        ),
        actor_id=first("actor", "entity_id"),
        has_actor=((pl.col("kind") == "actor") & in_head).any(),
        actor_start=first("actor", "start"),
        actor_end=first("actor", "end"),
        n_actors=pl.col("entity_id").filter((pl.col("kind") == "actor") & in_head).n_unique(),
        n_ands=((pl.col("kind") == "and") & in_head).sum(),
        apposed_actor=first("actor", "entity_id", ~in_head),
        medium_id=first("medium", "entity_id"),
        medium_text=first("medium", "surface"),
        apposed_medium=first("medium", "entity_id", ~in_head),
        apposed_medium_text=first("medium", "surface", ~in_head),
        medium_end=first("medium", "end"),
        vague=first("vague_source", "sense"),
        pronoun=first("pronoun", "sense"),
        pronoun_voice=first("pronoun", "voice"),
        pronoun_text=first("pronoun", "surface"),
        people=first("people", "surface"),
        people_id=first("people", "entity_id"),
        apposed_from=pl.col("end").filter((pl.col("kind") == "role") & ~in_head).max(),
        name_from=pl.col("end").filter(before_name).max(),
        is_place=(
            (pl.col("kind") == "place") & pl.col("entity_id").is_not_null()
            & (pl.col("start") - pl.col("np_start") <= 4)
            & (pl.col("head_end") - pl.col("end") <= 1)
        ).any(),
        place_id=first("place", "entity_id"),
        any_mention=(pl.col("kind") != "article").any(),
        names_more=(in_head & ~pl.col("kind").is_in(["article", "place", "seat"])).any(),
        first_start=pl.col("start")
        .filter((before_name | (pl.col("kind") == "people")) & (pl.col("kind") != "article"))
        .min(),
    )  # fmt: skip


def with_name(acts: pl.DataFrame) -> pl.DataFrame:
    """Add person: the capitalised run that is the speaker's own name, if the phrase has one."""
    offset = (pl.col("name_from") - pl.col("np_start")).fill_null(0)
    raw = pl.col("folded").str.slice(
        pl.col("np_start") - pl.col("base"), pl.col("head_end") - pl.col("np_start")
    )
    rest = raw.str.slice(offset).str.strip_chars(" ,.'")
    after_role = rest.str.extract(rf"^({CAPITALS})$", 1)
    whole = pl.col("head").str.replace(DETERMINER, "")
    is_title = (pl.col("any_role") == "title").fill_null(False)
    whole = pl.when(is_title).then(whole.str.replace(r"^[A-Za-z]+\.? ", "")).otherwise(whole)
    is_capitals = ~pl.col("text").str.contains(r"[a-z]")
    # 'the Armed Forces Press Committee' is one name, whatever its first words may be alone.
    is_one_body = pl.col("any_role").is_null() & names_body(after_role, is_capitals)
    is_one_body |= after_role.str.contains(BODY_NOUN)
    # "A spokesman for the Fifth Brigade" is not called so.
    is_owner = raw.str.slice(0, offset).str.contains(r"(?i) (?:for|of|from|with|in|at)(?: the)? ?$")
    after_role = (
        pl.when(is_one_body & whole.str.contains(rf"^{CAPITALS}$")).then(whole)
        .when(~after_role.str.contains(r"^S ") & ~is_owner).then(after_role)
    )  # fmt: skip
    opening = raw.str.len_chars().cast(pl.Int64) - raw.str.strip_chars_start(" ").str.replace(
        DETERMINER, ""
    ).str.len_chars().cast(pl.Int64)
    starts_known = (pl.col("first_start") - pl.col("np_start") <= opening).fill_null(False)
    alone = pl.when((~starts_known & pl.col("any_role").is_null()) | is_title).then(
        pl.coalesce(
            whole.str.extract(rf"^({CAPITALS})$", 1),
            pl.when(names_body(whole.str.extract(rf"^({CAPITALS})", 1), is_capitals)).then(
                whole.str.extract(LINKED_NAME, 1)
            ),
            whole.str.extract(rf"^({CAPITALS}) (?:of|from|at|with|in) ", 1),
            whole.str.extract(rf"^({CAPITALS} {OUTLET_NOUN})$", 1),
        )
    )
    apposed = pl.col("folded").str.slice(
        pl.coalesce("apposed_from", "head_end") - pl.col("base"),
        pl.col("np_end") - pl.coalesce("apposed_from", "head_end"),
    )
    apposed = apposed.str.strip_chars(" ,.").str.extract(rf"^({CAPITALS})$", 1)
    outlet = pl.when(pl.col("medium_id").is_null() & pl.col("any_role").is_null()).then(
        pl.coalesce(
            whole.str.extract(BROADCASTER, 1),
            whole.str.extract(NAMED_OUTLET, 1),
            pl.when(~whole.str.contains(NO_STATION)).then(whole.str.extract(STATION, 1)),
        )
    )
    name = pl.coalesce(
        outlet,
        pl.when(pl.col("name_from").is_not_null()).then(after_role),
        alone,
        pl.when(
            pl.col("any_role").is_not_null()
            | (pl.col("pronoun") == "official")
            | pl.col("apposed_role").is_not_null()
        ).then(apposed),
    )
    linked = pl.when(name.str.contains(LINKED_NAME)).then(name.str.replace_all(LINKS, " "))
    is_words = pl.coalesce(linked, name).str.contains(FUNCTION_WORDS).fill_null(False)
    is_body = names_body(pl.col("person"), is_capitals)
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
    is_pronoun = (name.str.to_lowercase() == pl.col("pronoun_text").str.to_lowercase()).fill_null(
        False
    )
    named = acts.lazy().with_columns(
        person=pl.when(~is_pronoun & ~is_words).then(name), outlet=outlet
    )
    told = named.with_columns(
        is_body=is_body | (pl.col("person").str.contains(ACRONYM) & ~is_capitals),
        is_outlet=pl.col("person").str.contains(f"{OUTLET}|{OUTLET_NOUN}$")
        | pl.col("outlet").is_not_null(),
        is_weak=(
            pl.col("any_role").is_null()
            & (
                is_nobody
                | (
                    ~pl.col("person").str.contains(" ")
                    & ((pl.col("np_start") - pl.col("base") <= 1) | pl.col("is_title"))
                    & (pl.col("apposed").str.len_chars() < 3)
                )
            )
        ).fill_null(False),
        # "The director of media operations, X" is no medium, nor is an army's media centre.
        vague=pl.when(
            ~pl.col("head").str.contains(MEDIA_OFFICE),
            pl.col("outlet").is_null(),
            ~(is_body.fill_null(False) | (pl.col("any_role").is_not_null() & name.is_not_null()))
            | (pl.col("vague") != "media"),
        ).then("vague"),
        is_former=(pl.col("head") + " " + pl.col("apposed")).str.contains(FORMER),
    )
    return told.drop("outlet").collect(engine="in-memory")


def names_body(name: pl.Expr, is_capitals: pl.Expr) -> pl.Expr:
    """True where the name is an organisation's, also in a text of capitals alone."""
    return (
        pl.when(is_capitals)
        .then(name.str.to_titlecase().str.contains(ORGANISATION))
        .otherwise(name.str.contains(ORGANISATION))
    )
