"""Speakers named beside their words: before a colon, behind a headline's colon or dash, or by
their office behind the verb."""

import polars as pl

from pipelines.transforms.text.grammar.matching import fold
from pipelines.transforms.text.runs import beside

FORCE_SPEAKS = (
    r"(?i)^(?:the |state |local )*"
    r"(?:police|army|military|residents|witnesses|medics|rescuers|navy|air force)$"
)
# "Israeli army: two killed"
STATE_SPEAKS = r"(?i) (?:army|military|police|navy|air force|armed forces|authorities|ministry)$"
# What makes the words behind a verb of saying a clause, and how far ahead an office may begin.
FINITE_AHEAD = (
    r"(?i)(?-u:\b)(?:have|has|had|was|were|is|are|will|would|did|do|does|(?-i:may)|could|can|should|must|"
    r"that|who|[a-z]+ed (?:the|an?|in|on|at|to|from|for|by|[0-9]+))(?-u:\b)"
)
OFFICE_REACH = 24
# What a headline's last words may be made of that name its source ("…: doctors' network").
NAMING_KINDS = ("article", "place", "people", "role", "actor", "medium", "vague_source", "time")
HEADLINE_SOURCE = r"^ ?(?:[\w'.&/-]+ ){0,5}[\w'.&/-]*[\w']$"
HOUSES = r"(?i)^(?:hospitals?|clinics?)$"
# "… - BBC News" is whose page it is.
PAGE_OF = r"^ ?(?:the )?[A-Z]"
# "Governor Musa Bello: gunmen killed ten": an office and its holder's name, before a colon.
CAPITALS = r"[A-Z][\w'.-]*(?: (?:(?:al|el|bin|de|of) )?[A-Z][\w'.-]*){0,4}"
HOLDER = rf"^(?: (?:of|for|in|at) (?:the )?{CAPITALS})?(?:,? {CAPITALS})?,?$"
BEFORE_OFFICE = r"(?i)^\W*(?:the |an? )?(?:[\w'.-]+ ){0,1}$"
# What is said is a clause in plain words, and not what befell whoever is named.
PLAIN_CLAUSE = r"^ \S+.* [a-z]{3,} [a-z0-9]"
BEFALLEN = (
    r"(?i)^ (?:killed|shot|dead|wounded|injured|murdered|assassinated|abducted|kidnapped|who|"
    r"victims?|one|two|an?|the man|the life|profile) "
)

# "Four died near X on Monday (local sources)."
BRACKET = (
    r" \((?:(?i:according to|per|as per|source|sources):? )?([A-Za-z][^()\[\]0-9:]{3,60})\)[. \"]*$"
)
SOURCES = r"(?i)(?:sources|reports|officials)$"


def closes_in_brackets(sentences: pl.DataFrame) -> pl.DataFrame:
    """The sentences that a bracket ends."""
    return sentences.filter(pl.col("text").str.contains(r"\)[.\s\"]*$"))


def names_in_brackets(folded: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Of such sentences, with `folded` and base, those whose bracket holds nothing but who tells of
    it, right behind a place or a day: name, with start and end in the article."""
    name = pl.col("folded").str.extract(BRACKET, 1)
    ahead = pl.col("folded").str.extract(r"^(.*) \([^(]*$", 1).str.len_chars().cast(pl.Int64)
    held = folded.filter(pl.col("folded").str.contains(BRACKET)).with_columns(
        name=name.str.replace(r"^([^,;/]*).*$", "${1}").str.strip_chars(" "),
        at=(pl.col("base") + ahead),
        inside=pl.col("folded").str.extract(r"\(([^(]*)$", 1),
    )
    start = pl.col("at") + 2 + pl.col("inside").str.split_exact(pl.col("name"), 1).struct.field(
        "field_0"
    ).str.len_chars().cast(pl.Int64)  # fmt: skip
    held = held.with_columns(start=start.cast(pl.Int32)).with_columns(
        end=(pl.col("start") + pl.col("name").str.len_chars()).cast(pl.Int32)
    )
    spans = held.select("sentence_id", "at", opens="start", closes="end").join(
        mentions.select("sentence_id", "start", "end", "kind", "sense", "text"), on="sentence_id"
    )
    is_inside = (pl.col("start") >= pl.col("opens")) & (pl.col("end") <= pl.col("closes"))
    is_who = (pl.col("kind") == "vague_source") | pl.col("text").str.contains(FORCE_SPEAKS)
    is_who |= (pl.col("kind") == "role") & ~pl.col("sense").is_in(["rank", "title"])
    is_scene = (pl.col("end") == pl.col("at")) & pl.col("kind").is_in(["place", "time"])
    told = spans.group_by("sentence_id").agg(
        is_naming=(~is_inside | pl.col("kind").is_in(NAMING_KINDS)).all()
        & (is_inside & is_who).any(),
        is_scene=is_scene.any(),
    )
    return (
        held.join(told, on="sentence_id", maintain_order="left")
        .filter(
            "is_naming",
            pl.col("is_scene") | pl.col("name").str.contains(SOURCES),
        )
        .drop("at", "inside", "is_naming", "is_scene")
    )


def names_holder(mentions: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """The colons that open what the holder of an office says ("The mayor of Zurmi, Jean Bosco:
    gunmen killed ten"): mention_id."""
    marks = (
        mentions.filter((pl.col("kind") == "clause") & (pl.col("sense") == "colon"))
        .unique("sentence_id", keep="first", maintain_order=True)
        .join(
            sentences.filter(pl.col("quote_no").is_null()).select(
                "sentence_id", sentence="text", base=pl.col("start").cast(pl.Int64)
            ),
            on="sentence_id", maintain_order="left",
        )
        .filter((pl.col("start") - pl.col("base")).is_between(4, 80))
    )  # fmt: skip
    offices = mentions.filter((pl.col("kind") == "role") | is_office()).select(
        "sentence_id", office_start="start", office_end="end"
    )
    text = fold(pl.col("sentence"))
    base = pl.col("base")
    between = text.str.slice(pl.col("office_end") - base, pl.col("start") - pl.col("office_end"))
    said = text.str.slice(pl.col("end") - base)
    return (
        marks.join(offices, on="sentence_id")
        .filter(pl.col("office_end") <= pl.col("start"))
        .filter(
            text.str.slice(0, pl.col("office_start") - base).str.contains(BEFORE_OFFICE),
            between.str.contains(HOLDER),
            said.str.contains(PLAIN_CLAUSE) & ~said.str.contains(BEFALLEN),
        )
        .select("mention_id")
        .unique()
    )


def is_office() -> pl.Expr:
    """A definite noun of office: "the mayor"."""
    return (pl.col("kind") == "pronoun") & (pl.col("sense") == "official")


def names_at_end(mentions: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """The colons and dashes of headlines behind which only a source is named ("Blast kills nine:
    governor", "… - army"): mention_id. A named outlet behind a dash is whose page it is."""
    marks = mentions.filter(
        ((pl.col("kind") == "clause") & (pl.col("sense") == "colon"))
        | ((pl.col("kind") == "comma") & (pl.col("sense") == "dash"))
    ).unique("sentence_id", keep="last", maintain_order=True)
    behind = mentions.join(marks.select("sentence_id", at="end"), on="sentence_id").filter(
        pl.col("start") >= pl.col("at")
    )
    is_naming = pl.col("kind").is_in(NAMING_KINDS) | pl.col("text").str.contains(HOUSES)
    other = behind.filter(~is_naming).select("sentence_id")
    outlets = behind.filter(pl.col("kind") == "medium").select(
        "sentence_id", is_outlet=pl.lit(True)
    ).unique()  # fmt: skip
    rest = fold(pl.col("sentence")).str.slice(pl.col("end") - pl.col("base"))
    return (
        marks.join(other, on="sentence_id", how="anti", maintain_order="left")
        .join(
            sentences.select("sentence_id", sentence="text", base=pl.col("start").cast(pl.Int64)),
            on="sentence_id", maintain_order="left",
        )
        .join(outlets, on="sentence_id", how="left", maintain_order="left")
        .filter(
            pl.col("start") > pl.col("base"),
            rest.str.contains(HEADLINE_SOURCE),
            ~((pl.col("kind") == "comma") & pl.col("is_outlet").fill_null(False)
              & rest.str.contains(PAGE_OF)),
        )
        .select("mention_id")
    )  # fmt: skip


def names_before_colon() -> pl.Expr:
    """True for the colon behind a speaker who opens a sentence: "The ministry: 33 dead"."""
    run, kind = pl.col("sentence_id"), pl.col("kind")
    opens = pl.any_horizontal(
        beside(kind, run, step + 1).is_null()
        & (
            beside(kind, run, step).is_in(
                ["article", "place", "people", "role", "time", "quantity", "actor"]
            )
            if step > 1
            else True
        )
        for step in (1, 2, 3, 4)
    )
    who = beside(kind, run, 1)
    is_who = who.is_in(["medium", "vague_source"]) | (
        (who == "role") & ~beside(pl.col("sense"), run, 1).is_in(["rank", "title"])
    )
    is_who |= beside(pl.col("text"), run, 1).str.contains(FORCE_SPEAKS)
    is_who |= (who == "actor") & beside(pl.col("text"), run, 1).str.contains(STATE_SPEAKS)
    is_who |= (who == "pronoun") & (beside(pl.col("sense"), run, 1) == "official")
    # "SDF: 'We reject the claims'"
    is_who |= (who == "actor") & (beside(pl.col("sense"), run, -1) == "self")
    return (
        (kind == "clause")
        & (pl.col("sense") == "colon")
        & is_who
        & opens
        & (pl.col("start") == beside(pl.col("end"), run, 1))
    ).fill_null(False)


def names_role() -> pl.Expr:
    """True where a phrase of somebody's office stands alone behind the verb: ", said the mayor of
    X", ", said an army officer, who", and no clause of what he said."""
    begins = pl.col("upto") + pl.col("base")
    is_before_office = (pl.col("office_start") - begins).is_between(0, OFFICE_REACH)
    is_before_trigger = pl.col("next_trigger") < begins + pl.col("ahead").str.len_chars()
    return (
        is_before_office
        & ~is_before_trigger.fill_null(False)
        & ~pl.col("ahead").str.contains(FINITE_AHEAD)
    ).fill_null(False)
