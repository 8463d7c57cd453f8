"""Sentences that lean on the one before: 'Three were civilians.' tells who the dead were."""

import polars as pl

from pipelines.transforms.text.grammar.tags import Rule, look_up, match_tags, tag_sentences
from pipelines.transforms.text.parties.generic_actors import UNIDENTIFIED
from schemas import vocab

# What such a sentence begins with, and how long it may be.
OPENING = r"(?i)^\W*[a-z0-9 ,'-]{1,60}?(?-u:\b)(?:was|were)(?-u:\b)"
# Who was among them: "they included two women and a nurse", "four children were among them".
AMONG = (
    r"(?i)^\W*(?:among (?:them|those)(?: (?:was|were|are))?(?-u:\b)|"
    r"they includ(?:ed?|ing)(?-u:\b))|"
    r"(?-u:\b)(?:was|were|are) among them(?-u:\b)"
)
LONGEST = 160
OF_WHOM = "(?:{subset}|{of} {article}? ~ {people}?)?"
RULES = (
    Rule(
        "leaning",
        f"^{{count=quantity}} {OF_WHOM} {{verb=be}} {{article}}? -? {{who=people|actor|role}}",
        example="Three of them were civilians.",
        counterexample="Three were wounded.",
    ),
    Rule(
        "leaning_too",
        f"^{{quantity}} {OF_WHOM} {{be}} {{article}}? -? {{people|actor|role}} {{and}} "
        f"{{count=quantity}} {{verb=be}} {{article}}? -? {{who=people|actor|role}}",
        example="Three of them were civilians and two were nurses.",
        counterexample="Three were civilians and two were wounded.",
    ),
)
MEMBERS = (
    Rule(
        "member",
        "{count=quantity|article} -? {who=people|actor|role}",
        example="Two women were among them.",
        counterexample="Two were among them.",
    ),
)
# Words that tell which of two harms the sentence means.
DEAD, HURT = r"(?i)(?-u:\b)(?:dead|killed|slain)", r"(?i)(?-u:\b)(?:wounded|injured|hurt)"
# What makes a number one of those told before: "two of the guards", "two were badly hurt".
SHARED = (
    r"(?i)^ of (?:the|those|these) [a-z]|^ of them(?-u:\b)|"
    r"^(?: of them)?,? (?:(?:was|were|are|is|remained?) )?(?:reported(?:ly)? )?(?:in |to be )?"
    r"(?:seriously|critically|gravely|severely|badly|lightly|slightly|mildly)(?-u:\b)"
)
# "A nurse of the Red Crescent" is none of them.
ANY_ONE = r"(?i)^an? [a-z]"
# Who was spared at first is one more.
FURTHER = (
    r"(?i)^ of (?:the|those|these) (?:survivors|wounded|injured|hostages|captives|others|escapees)|"
    r"^[^.;]{0,40}(?-u:\b)(?:then|later|subsequently|afterwards)(?-u:\b)"
)
OF_THE_DEAD = "casualty_part_of_dead"
KEY = ["article_id", "sentence_no"]
VALUES = ["value_low", "value_best", "value_high"]


def find_leaning(
    harms: pl.DataFrame, sentences: pl.DataFrame, mentions: pl.DataFrame
) -> pl.DataFrame:
    """One row per part of a harm told in the sentence before, in the columns of harms.

    A sentence leans only where the one before tells one harm to at least as many people, or names
    the harm meant ('two of the dead were women').
    """
    wholes = whole_harms(harms, sentences)
    leaning = (
        sentences.join(wholes.select(KEY).unique(), on=KEY, how="semi", maintain_order="left")
        .join(harms, on="sentence_id", how="anti", maintain_order="left")
        .filter(
            pl.col("text").str.len_chars() <= LONGEST,
            pl.col("text").str.contains(OPENING) | pl.col("text").str.contains(AMONG),
        )
        .with_columns(is_among=pl.col("text").str.contains(AMONG))
    )
    told = mentions.join(leaning, on="sentence_id", how="semi", maintain_order="left")
    triggered = told.filter(pl.col("kind") == "trigger").select("sentence_id")
    quiet = told.join(triggered, on="sentence_id", how="anti", maintain_order="left")
    if quiet.is_empty():
        return harms.clear()
    among = quiet.join(
        leaning.filter("is_among").select("sentence_id"),
        on="sentence_id", how="semi", maintain_order="left",
    )  # fmt: skip
    plain = quiet.join(
        leaning.filter(~pl.col("is_among")).select("sentence_id"),
        on="sentence_id", how="semi", maintain_order="left",
    )  # fmt: skip
    matches = pl.concat(
        [match_tags(tag_sentences(plain), RULES), match_tags(tag_sentences(among), MEMBERS)],
        how="diagonal",
    )
    for slot, columns in (
        ("count", ["start", "end", "sense", "text", *VALUES]),
        ("verb", ["start", "end"]),
        ("who", ["end", "entity_id"]),
    ):
        matches = look_up(matches, quiet, slot, columns)
    parts = matches.join(
        leaning.select("sentence_id", *KEY, sentence="text"),
        on="sentence_id",
        maintain_order="left",
    ).filter(pl.col("who_entity_id").is_not_null(), pl.col("count_value_best").is_not_null())
    return as_parts(parts, wholes, harms.columns)


def share_wholes(harms: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """The harms; one to some "of the" people of a harm that the sentence before tells, or to so
    many of them seriously, is a part of that: "Seven were hurt. Two were critically injured."
    """
    wholes = whole_harms(harms, sentences).select(
        *KEY, "harm", whole_best="value_best", of_key="whole_key",
        of_victim="victim_actor_id", of_doer="initiator_actor_id",
    )  # fmt: skip
    numbered = harms.with_row_index("row").join(
        sentences.select("sentence_id", "sentence_no", "text"), on="sentence_id",
        maintain_order="left",
    )  # fmt: skip
    at = pl.col("text").str.find(pl.col("value_text"), literal=True)
    rest = pl.col("text").str.slice(at + pl.col("value_text").str.len_chars())
    parts = (
        numbered.filter(
            (pl.col("rule_id") == OF_THE_DEAD)
            | (
                ~pl.col("is_subset")
                & rest.str.contains(SHARED)
                & ~rest.str.contains(FURTHER)
                & ~pl.col("value_text").str.contains(ANY_ONE)
            ),
        )
        .join(wholes, on=[*KEY, "harm"])
        # "Three policemen were killed. Two of the attackers were, too": none of the three.
        .filter(
            pl.col("whole_best") > pl.col("value_best"),
            (pl.col("victim_actor_id") != UNIDENTIFIED).fill_null(True)
            | (pl.col("of_victim") == UNIDENTIFIED).fill_null(True),
            # "X killed 12 soldiers. The army said it killed nine of them": nine of X's.
            (pl.col("initiator_actor_id") == pl.col("of_doer")).fill_null(True),
        )
        .unique("row", keep="first", maintain_order=True)
        .select("row", "of_key", "of_victim")
    )
    is_part = pl.col("of_key").is_not_null()
    return (
        harms.with_row_index("row")
        .join(parts, on="row", how="left", maintain_order="left")
        .with_columns(
            is_subset=pl.col("is_subset") | is_part,
            whole_key=pl.coalesce("of_key", "whole_key"),
            victim_actor_id=pl.coalesce("victim_actor_id", "of_victim"),
        )
        .select(harms.columns)
    )


def whole_harms(harms: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Harms with a number that are no parts, under the number of the sentence after theirs."""
    return (
        harms.filter(
            ~pl.col("is_subset"),
            pl.col("value_best").is_not_null(),
            pl.col("reject_reason").is_null(),
        )
        .join(
            sentences.select("sentence_id", "sentence_no"), on="sentence_id", maintain_order="left"
        )
        .with_columns(pl.col("sentence_no") + 1)
    )


def as_parts(parts: pl.DataFrame, wholes: pl.DataFrame, columns: list[str]) -> pl.DataFrame:
    """The parts as harms: all that their sentence does not say is the whole's."""
    text = pl.col("sentence")
    meant = pl.when(text.str.contains(DEAD)).then(pl.lit("killed")).when(
        text.str.contains(HURT)
    ).then(pl.lit("wounded"))  # fmt: skip
    own = parts.select(*KEY, "sentence", **{f"own_{name}": name for name in parts.columns})
    joined = wholes.join(own, on=KEY, how="inner", maintain_order="left").with_columns(meant=meant)
    fit = joined.filter(
        pl.col("value_best") >= pl.col("own_count_value_best"),
        (pl.col("harm") == pl.col("meant"))
        | (pl.col("meant").is_null() & (pl.col("harm").n_unique().over("own_sentence_id") == 1)),
    )
    first = fit.sort(
        "own_sentence_id", "own_count_start", pl.col("value_best") * -1, "anchor_start",
        "evidence_start", "victim_actor_id",
    ).unique(["own_sentence_id", "own_count_start"], keep="first", maintain_order=True)  # fmt: skip
    return first.with_columns(
        *(pl.col(f"own_count_{name}").alias(name) for name in VALUES),
        sentence_id="own_sentence_id",
        victim_actor_id="own_who_entity_id",
        target_actor_id=pl.when(pl.col("initiator_actor_id").is_not_null()).then(
            "own_who_entity_id"
        ),
        qualifier=pl.when(pl.col("own_count_sense").is_in(vocab.QUALIFIERS))
        .then("own_count_sense")
        .otherwise(pl.lit("exact")),
        value_text="own_count_text",
        anchor_start=pl.coalesce("own_verb_start", "own_count_start"),
        anchor_end=pl.coalesce("own_verb_end", "own_count_end"),
        evidence_start="own_count_start",
        evidence_end="own_who_end",
        is_subset=pl.lit(True),
        sides_basis=pl.lit("stated"),
        rule_id=pl.lit("casualty_leaning"),
    ).select(columns)
