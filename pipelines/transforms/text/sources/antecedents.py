"""What later words may call back: the speakers, outlets and parties that an article has named."""

import polars as pl

from pipelines.transforms.text.parties.first_person import SPOKEN_OF
from pipelines.transforms.text.parties.neighbours import STATE_FORCES
from pipelines.transforms.text.row_numbers import SENTENCE_STRIDE

SPEAKER = ["claimant_id", "claimant_name", "claimant_type", "claimant_actor_id"]
# What a speaker may later be called, and how many sentences later.
CALLED = {
    "person": ["person", "office", "group"], "official": ["person", "office", "group", "body"],
    "party": ["person", "office", "group", "thing", "party_group", "body"],
    "organisation": ["group", "thing", "body"], "medium": ["group", "thing", "outlet", "account"],
    "social_account": ["group", "thing", "account", "person"],
    "anonymous": ["person", "office", "group", "source"],
}  # fmt: skip
REACH = {
    "person": 8, "office": 8, "group": 3, "thing": 3, "party_group": 12, "outlet": 40,
    "account": 12, "body": 12, "statement": 12, "source": 8,
    "report": 6, "reporter": 1, "letter": 6,
}  # fmt: skip
# "The statement" is that of whoever gave one out, or of a body that has just spoken.
STATEMENT = r"(?i)(?-u:\b)(?:statements?|communiqu(?:e|\x{e9})|press release|bulletin)$"
# "The report" is that of whoever reported or broadcast, rather than of a body that has just spoken.
REPORT = (
    r"(?i)(?-u:\b)(?:report|dispatch|bulletin|communiqu|broadcast|statement|account|version|"
    r"document)"
)
LETTER = (
    r"(?i)(?-u:\b)(?:note|letter|message|telegram|cable|memo|leaflet|pamphlet|fl[iy]er|circular|"
    r"declaration|manifesto|proclamation)s?(?-u:\b)"
)
# "A Reuters report on the fighting", "Radio X in French broadcasts a bulletin"
REPORTS = (
    r"(?i)^(?:'s)?(?: [a-z0-9]+){0,14}? (?:reports?|reported|dispatch|bulletins?|broadcast(?:s|"
    r"ing)?|carr(?:y|ies|ied)|"
    r"account|version)(?-u:\b)"
)
# Offices of which a story may tell several: "the mayor" is no governor, "the doctor" no judge.
OFFICE = (
    r"(?i)(mayor|governor|minister|president|doctor|nurse|judge|ambassador|journalist|reporter|"
    r"priest|bishop|teacher|prosecutor|analyst|witness|resident|lawyer|spokes)(?:man|woman|"
    r"person)?$"
)
APPOSED_OFFICE = (
    r"(?i)(?-u:\b)(mayor|governor|minister|president|doctor|nurse|judge|ambassador|journalist|"
    r"reporter|"
    r"priest|bishop|teacher|prosecutor|analyst|witness|resident|lawyer|spokes)(?:man|woman|person)?"
    r"(?-u:\b)"
)
BARE_SPOKESMAN = (
    r"(?i)^(?:(?:its|their|the group's|a|the) )?spokes(?:man|woman|person)(?-u:\b)[^,]*$"
)
NAMELESS = "^(?:unidentified|generic-(?:rebels|militants|resistance|local))"
SOCIETY = (
    r"(?i)(?-u:\b)(?:network|observatory|group|committee|rooms?|union|watch|society|centre|center|"
    r"movement|association|initiative|lawyers|doctors|monitor|collective|organi[sz]ation|ngo|"
    r"campaign|foundation|convention|gathering|forum|league|platform|lab|institute|project|"
    r"coalition|syndicate|tracker)(?-u:\b)"
)
# Who "has not commented" said nothing that could go on.
SILENT = r"(?i)^(?:has|have|had|did|does|do) not(?-u:\b)"
SOURCE = r"(?i)(?-u:\b)source(?: [^,]*)?$"
# "The source said": of whoever was called so, or has no name.
THE_SOURCE = r"(?i)^the source$"
# A sentence's subject begins within so many characters.
SUBJECT = 5


def antecedents(
    named: pl.DataFrame, sentences: pl.DataFrame, mentions: pl.DataFrame
) -> pl.DataFrame:
    """What a pronoun may stand for: article_id, called, at, from_sentence and SPEAKER."""
    spoken = named.filter(~pl.col("in_quote") | (pl.col("stance") == "post")).select(
        "article_id", at="act_start", from_sentence="sentence_no",
        upto=(pl.col("base") + pl.col("text").str.len_chars() - 1).cast(pl.Int32),
        called=pl.when(
            (pl.col("claimant_type") == "anonymous")
            & ((pl.col("role_voice") == "pl") | pl.col("is_plural")).fill_null(False)
        )
        .then(pl.lit(["group"]))
        # "A military source" is somebody, and "military sources" are several.
        .when((pl.col("claimant_type") == "sources") & pl.col("claimant_name").str.contains(SOURCE))
        .then(pl.lit(["person", "source"]))
        .otherwise(pl.col("claimant_type").replace_strict(
            CALLED, default=[], return_dtype=pl.List(pl.String)))
        .pipe(with_statement),
        office=pl.coalesce(
            office_word(pl.coalesce("role_text", "pronoun_text")),
            pl.col("apposed").str.to_lowercase().str.extract(APPOSED_OFFICE, 1),
        ),
        **{name: pl.col(name) for name in SPEAKER},
        # "The mayor" is a person, and no police force.
        is_someone=pl.col("claimant_id").str.starts_with("person:")
        | (pl.col("role_text").is_not_null() & ~pl.col("is_plural").fill_null(False)),
    ).explode("called", empty_as_null=False)  # fmt: skip
    spoken = spoken.filter((pl.col("called") != "office") | pl.col("is_someone"))
    # Whoever is once said to hold an office holds it in the whole article.
    spoken = spoken.with_columns(
        office=pl.coalesce("office", pl.col("office").max().over("article_id", "claimant_id"))
    )
    # "The group" may be the network or the committee that has just spoken.
    is_society = (
        (pl.col("called") == "group")
        & (pl.col("claimant_type") == "organisation")
        & pl.col("claimant_name").str.contains(SOCIETY)
    ).fill_null(False)
    # Whoever speaks goes before a party that its sentence tells of.
    society = spoken.filter(is_society).with_columns(at="upto", called=pl.lit("party_group"))
    spoken = pl.concat([spoken, society]).drop("upto", "is_someone")
    # Rebels without a name have spokesmen and commanders, but no ministry.
    is_nameless = pl.col("claimant_actor_id").str.contains(NAMELESS).fill_null(False)
    spoken = spoken.filter((pl.col("called") != "body") | ~is_nameless)
    # "The group" is no state's army, nor an officer.
    is_state = pl.col("claimant_actor_id").str.starts_with(STATE_FORCES)
    things = named_things(mentions, ~is_state_actor()).filter(~is_state.fill_null(False))
    is_army = (pl.col("claimant_type") == "party") & is_state.fill_null(True)
    spoken = spoken.filter((pl.col("called") != "party_group") | ~is_army)
    outlets = things.filter((pl.col("called") == "outlet") & ~pl.col("is_bracketed")).join(
        sentences.select("sentence_id", "text", base="start"), on="sentence_id"
    )
    behind = pl.col("text").str.slice(pl.col("upto") - pl.col("base"))
    things = things.filter((pl.col("called") != "outlet") | ~pl.col("is_bracketed"))
    reporters = outlets.filter(behind.str.contains(REPORTS)).with_columns(called=pl.lit("reporter"))
    return pl.concat(
        [spoken, things.select(spoken.columns), reporters.select(spoken.columns)]
    ).sort("at", "claimant_id")


def with_statement(called: pl.Expr) -> pl.Expr:
    """What a speaker may be called, and "the statement" of bodies and of whoever gave one out."""
    at = pl.col("act_start") - pl.col("base")
    word = pl.col("folded").str.slice(at, pl.col("act_end") - pl.col("act_start"))
    is_body = called.list.contains("body")
    told = pl.col("folded").str.slice(0, pl.col("act_end") - pl.col("base"))
    is_known = called.list.len() > 0
    given = {
        "statement": is_body | word.str.contains(STATEMENT),
        "report": is_known & (told + " " + pl.col("head")).str.contains(REPORT),
        "reporter": (is_body | called.list.contains("outlet")) & (pl.col("stance") != "deny"),
        "letter": is_known & (told + " " + pl.col("head")).str.contains(LETTER),
    }
    for name, gives in given.items():
        called = pl.when(gives).then(pl.concat_list(called, pl.lit(name))).otherwise(called)
    return called


def office_word(words: pl.Expr) -> pl.Expr:
    """The office that a phrase ends with, where stories tell of several: 'mayor', 'spokes'."""
    return words.str.to_lowercase().str.extract(OFFICE, 1)


def is_state_actor() -> pl.Expr:
    """Mentions of a state's forces."""
    return (pl.col("kind") == "actor") & pl.col("entity_id").str.starts_with(STATE_FORCES)


def named_things(mentions: pl.DataFrame, which: pl.Expr | None = None) -> pl.DataFrame:
    """Outlets, and the first actor of each sentence (of those that `which` marks), as what 'the
    outlet' and 'the group' call."""
    is_outlet = pl.col("kind") == "medium"
    is_followed = (
        (pl.col("sentence_id") == pl.col("sentence_id").shift(-1))
        & (pl.col("words_before").shift(-1) == 0)
        & pl.col("kind").shift(-1).is_in(["negation", "hedge"])
    )
    # "LIMA (EFE) -": whose article it is.
    is_bracketed = (
        (pl.col("sentence_id") == pl.col("sentence_id").shift(-1))
        & (pl.col("words_before").shift(-1) == 0)
        & (pl.col("kind").shift(-1) == "bracket")
    ).fill_null(False)
    follower = pl.when(is_followed).then(pl.col("text").shift(-1))
    is_silent = follower.str.contains(SILENT).fill_null(False)
    known = mentions.with_columns(is_bracketed=is_bracketed).filter(
        pl.col("kind").is_in(["medium", "actor"]) & pl.col("entity_id").is_not_null() & ~is_silent,
        # "We attacked the enemy," the group said: whoever the enemy is, it does not speak.
        ~pl.col("entity_id").is_in(SPOKEN_OF),
        True if which is None else which,
    )
    return (
        known.sort("article_id", "start")
        .filter(is_outlet | (pl.col("kind").cum_count().over("sentence_id", "kind") == 1))
        .select(
            "article_id",
            at="start",
            from_sentence=(pl.col("sentence_id") % SENTENCE_STRIDE).cast(pl.Int32),
            called=pl.when(is_outlet).then(pl.lit("outlet")).otherwise(pl.lit("party_group")),
            office=pl.lit(None, pl.String),
            claimant_id=pl.when(is_outlet).then(pl.lit("medium:")).otherwise(pl.lit("party:"))
            + pl.col("entity_id"),
            claimant_name="text",
            claimant_type=pl.when(is_outlet).then(pl.lit("medium")).otherwise(pl.lit("party")),
            claimant_actor_id=pl.when(~is_outlet).then("entity_id"),
            is_bracketed="is_bracketed",
            sentence_id="sentence_id",
            upto="end",
        )
    )


def join_group_speakers(named: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """A spokesman named without his side speaks for the actor whose story it is."""
    groups = (
        named_things(mentions)
        .filter(pl.col("called") == "party_group")
        .select("article_id", "at", "from_sentence", group_id="claimant_actor_id")
        .with_columns(pl.col("at").cast(pl.Int64))
        .sort("at")
    )
    bare = (
        named.filter(pl.col("actor_id").is_null() & pl.col("head").str.contains(BARE_SPOKESMAN))
        .select("act_id", "article_id", "sentence_no", at=pl.col("base") + SUBJECT)
        .sort("at")
        .join_asof(
            groups,
            on="at",
            by="article_id",
            strategy="backward",
            check_sortedness=False,
            allow_exact_matches=False,
        )
        .filter(pl.col("sentence_no") - pl.col("from_sentence") <= REACH["group"])
        .select("act_id", "group_id")
        .drop_nulls()
    )
    return (
        named.join(bare, on="act_id", how="left", maintain_order="left")
        .with_columns(
            actor_id=pl.coalesce("actor_id", "group_id"),
            speaker_type=pl.when(pl.col("group_id").is_not_null())
            .then(pl.lit("party"))
            .otherwise("speaker_type"),
        )
        .drop("group_id")
    )
