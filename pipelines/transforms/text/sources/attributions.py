"""Who says so: gives each anchor (a trigger in a sentence) its claimant and who passed it on."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.grammar.turns import turning_sentences
from pipelines.transforms.text.sources.antecedents import SPEAKER
from pipelines.transforms.text.sources.carried_sources import (
    EMBED_TIER,
    NESTING,
    SOURCE,
    backward_sources,
    embed_sources,
    hedge_sources,
    ongoing_sources,
    standing_sources,
)
from pipelines.transforms.text.sources.coreference import resolve_speakers
from pipelines.transforms.text.sources.passed_on import passed_on
from pipelines.transforms.text.sources.speakers import name_speakers
from pipelines.transforms.text.sources.speech_acts import find_acts
from pipelines.transforms.text.sources.speech_subjects import CLAIM_NOUN
from pipelines.transforms.text.sources.turns_spoken import turn_sources

ANCHOR = ["anchor_id", "article_id", "sentence_id", "anchor_start", "anchor_end"]
COLUMNS = [
    "anchor_id", "claimant_id", "claimant_name", "claimant_type", "claimant_actor_id",
    "via_claimant_id", "via_claimant_name", "via_claimant_type", "claimant_basis",
]  # fmt: skip
VAGUE_LAST, QUOTED_FIRST = 10, -100
SOMEBODY_TIER = 5
# Stance of who gave out words that the text tells of later on: "the statement said".
ISSUING = "issue"


def attribute(
    anchors: pl.DataFrame, sentences: pl.DataFrame, mentions: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """One row per anchor: anchor_id, claimant_*, via_claimant_*, claimant_basis.

    anchors: anchor_id, article_id, sentence_id, anchor_start, anchor_end. The claimant is the
    innermost source, via the next outer one. claimant_basis: `sentence` (named in it), `quote`
    (speaker or inner source of the quotation), `continued` (of the sentences before it in the
    paragraph, of the words that open its list, of the whole article), `hedge` (hearsay:
    'reportedly'), `publisher` (nobody named: the article's own voice, claimant_id null,
    claimant_type unknown).
    """
    acts, outlets = speakers(sentences, mentions, lexicons)
    placed = place(anchors, sentences)
    own = own_sources(placed, acts)
    quoted = quote_sources(placed, acts, sentences)
    hearsay = hedge_sources(placed, mentions)
    turning = turning_sentences(sentences, mentions, lexicons)
    ongoing = ongoing_sources(placed, acts, sentences, turning)
    embedded = embed_sources(placed, sentences)
    standing = standing_sources(placed, acts)
    backward = backward_sources(placed, acts)
    turns = turn_sources(placed, sentences).select(own.columns).cast(own.schema)
    rows = pl.concat([own, quoted, backward, hearsay, turns, ongoing, standing, embedded])
    return settle(anchors, rows, outlets)


def speakers(
    sentences: pl.DataFrame, mentions: pl.DataFrame, lexicons: Lexicons
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The speech acts with the columns of SPEAKER, null where nobody could be found, and the
    outlets that were told something."""
    acts = name_speakers(find_acts(sentences, mentions), mentions)
    known = resolve_speakers(acts, sentences, mentions, lexicons)
    found = acts.select(
        "act_id", "article_id", "sentence_id", "sentence_no", "part_no", "quote_no", "act_start",
        "act_end", "stance", "form", "opens_clause", "clause_end", "is_standing", "is_backward",
        "np_start", "np_end",
        word=pl.col("folded").str.slice(
            pl.col("act_start") - pl.col("base"), pl.col("act_end") - pl.col("act_start")
        ),
        is_somebody=pl.col("pronoun").is_not_null(),
        is_inner=pl.col("in_quote") & (pl.col("stance") != "post"),
        ends_open=pl.col("folded").str.contains(r": ?$"),
    ).join(known, on="act_id", how="left", maintain_order="left")  # fmt: skip
    return found, passed_on(acts, mentions)


def place(anchors: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """The anchors with where they stand: paragraph, sentence, quotation."""
    return (
        anchors.select(ANCHOR)
        .join(
            sentences.select(
                "sentence_id", "sentence_no", "part_no", "quote_no", "quote_start", "quote_end",
                "is_title",
            ),
            on="sentence_id",
            maintain_order="left",
        )
        .with_columns(
            is_quoted=(
                (pl.col("anchor_start") >= pl.col("quote_start"))
                & (pl.col("anchor_end") <= pl.col("quote_end"))
            ).fill_null(False)
        )
    )  # fmt: skip


def own_sources(placed: pl.DataFrame, acts: pl.DataFrame) -> pl.DataFrame:
    """Sources named in the anchor's own sentence: anchor_id, level, order, basis and SPEAKER."""
    pairs = placed.join(
        acts.drop("article_id", "sentence_no", "part_no", "quote_no"), on="sentence_id"
    )
    in_phrase = (
        (pl.col("anchor_start") >= pl.col("np_start")) & (pl.col("anchor_end") <= pl.col("np_end"))
    ).fill_null(False)
    is_outer_quote = pl.col("is_quoted") & ~pl.col("is_inner")
    reaches = (
        is_outer_quote | (pl.col("form") != "lead") | (pl.col("anchor_end") >= pl.col("act_end"))
    ) & ~(pl.col("is_inner") & ~pl.col("is_quoted"))
    reaches &= (pl.col("anchor_start") < pl.col("clause_end")).fill_null(True)
    # "Issued a statement after gunmen killed ten": what it says, the sentence does not tell.
    reaches &= pl.col("stance") != ISSUING
    gap = pl.max_horizontal(
        pl.col("anchor_start") - pl.col("act_end"), pl.col("act_start") - pl.col("anchor_end")
    )
    level = (
        pl.col("form").replace_strict(NESTING, return_dtype=pl.Int32)
        + pl.when((pl.col("claimant_type") == "vague") & (pl.col("form") == "source"))
        .then(VAGUE_LAST)
        .otherwise(0)
        + pl.when("is_inner").then(QUOTED_FIRST).otherwise(0)
    )  # fmt: skip
    told = pairs.filter(reaches & ~in_phrase)
    # A verb that opens a clause of its own ('while X said') shuts out the verbs before it.
    shut = pl.col("np_start").filter(
        pl.col("opens_clause") & (pl.col("act_end") <= pl.col("anchor_start"))
    ).max().over("anchor_id").fill_null(0)  # fmt: skip
    is_shut = (pl.col("form") == "lead") & (pl.col("act_end") <= shut)
    # "The army rejected the rebels' claim that": who rejects it says that it is not so.
    denies = (pl.col("stance") == "deny") & pl.col("claimant_id").is_not_null()
    denied_from = pl.col("act_end").filter(denies).min().over("anchor_id")
    is_denied = pl.col("word").str.contains(CLAIM_NOUN) & (pl.col("act_start") >= denied_from)
    # "X takes A, Y denies": no word of Y's.
    is_refuted = denies & (pl.col("act_start") >= pl.col("anchor_end"))
    return told.filter(
        ~is_shut, pl.col("claimant_id").is_not_null(), ~(is_denied | is_refuted).fill_null(False)
    ).select(
        "anchor_id", "act_id", *SPEAKER, level=level.cast(pl.Int32), order=gap.cast(pl.Int32),
        basis=pl.lit("sentence"),
        # "He said", whoever he may be: rather whoever is told to speak.
        tier=pl.when(pl.col("is_somebody") & (pl.col("claimant_type") == "vague"))
        .then(SOMEBODY_TIER).otherwise(0).cast(pl.Int32),
    ).select(SOURCE)  # fmt: skip


def quote_sources(
    placed: pl.DataFrame, acts: pl.DataFrame, sentences: pl.DataFrame
) -> pl.DataFrame:
    """Sources of an anchor's quotation that stand in other sentences: the first source inside it,
    and its speaker (beside it, in the sentence before or after, or of the quotation before)."""
    quoted = placed.filter(pl.col("quote_no").is_not_null())
    keys = ["article_id", "quote_no"]
    inner = (
        acts.filter("is_inner")
        .drop_nulls("claimant_id")
        .filter(pl.col("form").is_in(["lead", "source", "tail"]))
        .sort("article_id", "act_start", "act_id")
        .unique(keys, keep="first", maintain_order=True)
        .drop_nulls("quote_no")
    )
    inside = (
        quoted.join(inner.select(*keys, "act_id", "act_start", *SPEAKER), on=keys)
        .filter(pl.col("act_start") < pl.col("anchor_start"))
        .with_columns(level=pl.lit(QUOTED_FIRST // 2, pl.Int32), order=pl.lit(0, pl.Int32))
    )
    spoken = quote_speakers(acts, sentences)
    outside = quoted.join(spoken, on=keys).with_columns(
        level=pl.lit(5, pl.Int32), order=pl.lit(0, pl.Int32)
    )
    columns = ["anchor_id", "level", "order", "act_id", *SPEAKER]
    return (
        pl.concat([inside.select(columns), outside.select(columns)])
        .with_columns(basis=pl.lit("quote"), tier=pl.lit(0, pl.Int32))
        .select(SOURCE)
    )


def quote_speakers(acts: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """One row per quotation whose speaker stands outside it: article_id, quote_no and SPEAKER."""
    quotes = (
        sentences.filter(pl.col("quote_no").is_not_null())
        .group_by("article_id", "quote_no")
        .agg(
            first_no=pl.col("sentence_no").min(), last_no=pl.col("sentence_no").max(),
            first_part=pl.col("part_no").min(), last_part=pl.col("part_no").max(),
        )
    )  # fmt: skip
    outer = acts.filter(~pl.col("is_inner")).rename({"quote_no": "act_quote"})
    near = quotes.join(outer, on="article_id")
    number = pl.col("sentence_no")
    cost = (
        pl.when(pl.col("act_quote") == pl.col("quote_no")).then(0)
        .when((number == pl.col("first_no") - 1) & (pl.col("part_no") == pl.col("first_part")))
        .then(1)
        .when((number == pl.col("first_no") - 1) & pl.col("ends_open")).then(2)
        .when((number == pl.col("last_no") + 1) & (pl.col("part_no") == pl.col("last_part"))
              & pl.col("act_quote").is_null())
        .then(3)
        .when((number == pl.col("first_no") - 1) & (pl.col("part_no") >= pl.col("first_part") - 2))
        .then(4)
        .when((pl.col("act_quote") < pl.col("quote_no"))
              & (number >= pl.col("first_no") - 2) & (number < pl.col("first_no")))
        .then(5)
    )  # fmt: skip
    depth = pl.col("form").replace_strict(NESTING, return_dtype=pl.Int32)
    return (
        near.with_columns(cost=cost, depth=(depth - 2).abs())
        .filter(pl.col("cost").is_not_null() & (pl.col("form") != "cite"))
        .filter(((pl.col("claimant_type") != "vague") | (pl.col("cost") <= 1)).fill_null(True))
        .sort("article_id", "quote_no", "cost", "depth", "act_start", "act_id")
        .unique(["article_id", "quote_no"], keep="first", maintain_order=True)
        .drop_nulls("claimant_id")
        .select("article_id", "quote_no", "act_id", *SPEAKER)
    )


def settle(anchors: pl.DataFrame, rows: pl.DataFrame, outlets: pl.DataFrame) -> pl.DataFrame:
    """The innermost source of the first tier that has any as claimant, the next other one as via,
    else the outlet that the claimant told it.

    The author of an embedded post stands around whatever the post itself names.
    """
    nested = (
        rows.filter(
            (pl.col("tier") == pl.col("tier").min().over("anchor_id"))
            | (pl.col("tier") == EMBED_TIER)
        )
        .sort("anchor_id", "level", "order", "act_id")
        .unique(["anchor_id", "claimant_id"], keep="first", maintain_order=True)
        .with_columns(depth=pl.int_range(pl.len()).over("anchor_id"))
    )
    claimants = nested.filter(pl.col("depth") == 0)
    is_known = ~pl.col("claimant_type").is_in(["vague", "sources"])
    via = nested.filter((pl.col("depth") == 1) & is_known).select(
        "anchor_id",
        via_claimant_id="claimant_id",
        via_claimant_name="claimant_name",
        via_claimant_type="claimant_type",
    )
    joined = (
        anchors.select("anchor_id")
        .join(claimants, on="anchor_id", how="left", maintain_order="left")
        .join(via, on="anchor_id", how="left", maintain_order="left")
        .join(outlets, on="act_id", how="left", maintain_order="left")
    )
    # "GARCIA" in whose turn "Alan Garcia" is told to have said it passes nothing on.
    is_self = (pl.col("via_claimant_type") == "person") & (
        last_name("via_claimant_name") == last_name("claimant_name")
    )
    joined = joined.with_columns(
        pl.when(~is_self.fill_null(False)).then(name).alias(name)
        for name in ("via_claimant_id", "via_claimant_name", "via_claimant_type")
    )
    is_told = pl.col("via_claimant_id").is_null() & pl.col("via_id").is_not_null()
    joined = joined.with_columns(
        via_claimant_id=pl.coalesce("via_claimant_id", "via_id"),
        via_claimant_name=pl.coalesce("via_claimant_name", "via_name"),
        via_claimant_type=pl.when(is_told).then("via_type").otherwise("via_claimant_type"),
    )
    unnamed = pl.col("claimant_type") == "sources"
    is_passed_on = pl.col("via_claimant_id").is_not_null()
    return joined.with_columns(
        claimant_id=pl.when(unnamed & ~is_passed_on)
        .then(pl.col("claimant_id").str.replace(r"^anonymous:", "vague:"))
        .otherwise("claimant_id"),
        claimant_type=pl.when(unnamed & is_passed_on).then(pl.lit("anonymous"))
        .when(unnamed).then(pl.lit("vague"))
        .otherwise(pl.col("claimant_type").fill_null("unknown")),
        claimant_basis=pl.col("basis").fill_null("publisher"),
    ).select(COLUMNS)  # fmt: skip


def last_name(name: str) -> pl.Expr:
    """The last word of a name, in lower case."""
    return pl.col(name).str.to_lowercase().str.extract(r"(\S+)$")
