"""How sure: denied, planned, historical, unconfirmed, attributed or asserted, for each anchor."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.assertion.denials import denied, disputed
from pipelines.transforms.text.assertion.operator_reach import doubted, historical, long_ago
from pipelines.transforms.text.assertion.plans import planned
from pipelines.transforms.text.assertion.told_frames import by_frame
from pipelines.transforms.text.grammar.matching import fold
from pipelines.transforms.text.sources.attributions import attribute
from pipelines.transforms.text.times.times import date_anchors

ASSERTIONS = ["denied", "planned", "historical", "unconfirmed", "attributed", "asserted"]
FEARED = r"(?i)^(?:feared|believed|presumed|thought|reported) "
OPERATORS = ["negation", "plan", "hedge", "background", "speech", "to", "quantity"]


def judge(
    anchors: pl.DataFrame,
    sentences: pl.DataFrame,
    mentions: pl.DataFrame,
    lexicons: Lexicons,
    attributions: pl.DataFrame | None = None,
    dates: pl.DataFrame | None = None,
) -> pl.DataFrame:
    """One row per anchor: anchor_id and assertion.

    anchors: anchor_id, article_id, sentence_id, anchor_start, anchor_end. attributions and dates:
    what attribute and date_anchors gave for the same anchors, worked out here where they are not
    handed in. Of several judgements the first of ASSERTIONS holds; a hearsay word ('reportedly')
    and quote marks around a verb count only where nobody is named, words of doubt ('may have',
    'whether') always.
    """
    if attributions is None:
        attributions = attribute(anchors, sentences, mentions, lexicons)
    if dates is None:
        dates = date_anchors(anchors, sentences, mentions, lexicons)
    pairs = pair_operators(anchors, sentences, mentions)
    voices = anchor_voices(anchors, mentions)
    told = attributions.filter(pl.col("claimant_id").is_not_null())
    scared = in_scare_quotes(anchors, sentences).join(told, on="anchor_id", how="anti")
    found = pl.concat(
        [
            label(denied(pairs), "denied"),
            label(planned(pairs), "planned"),
            label(voices.filter(pl.col("voice").str.starts_with("adv")), "planned"),
            label(voices.filter(pl.col("word").str.contains(FEARED)), "unconfirmed"),
            label(historical(pairs), "historical"),
            label(long_ago(dates, anchors, sentences), "historical"),
            label(doubted(pairs, attributions), "unconfirmed"),
            label(disputed(pairs), "unconfirmed"),
            label(scared, "unconfirmed"),
            by_frame(anchors, sentences),
            label(told, "attributed"),
        ]
    )
    rank = pl.col("assertion").replace_strict(
        {name: rank for rank, name in enumerate(ASSERTIONS)}, return_dtype=pl.Int32
    )
    best = (
        found.with_columns(rank=rank)
        .sort("anchor_id", "rank")
        .unique("anchor_id", keep="first", maintain_order=True)
        .select("anchor_id", "assertion")
    )
    return (
        anchors.select("anchor_id")
        .join(best, on="anchor_id", how="left", maintain_order="left")
        .with_columns(pl.col("assertion").fill_null("asserted"))
    )


def label(rows: pl.DataFrame, assertion: str) -> pl.DataFrame:
    """The anchors of the rows with one assertion."""
    return rows.select("anchor_id", assertion=pl.lit(assertion))


def anchor_voices(anchors: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """The grammatical voice of each anchor that is a trigger, and its word: anchor_id, voice,
    word."""
    return anchors.select("anchor_id", "sentence_id", "anchor_start").join(
        mentions.filter(pl.col("kind") == "trigger").select(
            "sentence_id", "voice", anchor_start="start", word="text"
        ),
        on=["sentence_id", "anchor_start"],
    ).select("anchor_id", pl.col("voice").fill_null(""), "word")  # fmt: skip


def pair_operators(
    anchors: pl.DataFrame, sentences: pl.DataFrame, mentions: pl.DataFrame
) -> pl.DataFrame:
    """Each anchor with each operator of its sentence, the text between and the triggers between."""
    texts = sentences.join(anchors, on="sentence_id", how="semi").select(
        "sentence_id", base="start", folded=fold(pl.col("text"))
    )
    operators = mentions.filter(
        pl.col("kind").is_in(OPERATORS)
        & ((pl.col("kind") != "quantity") | (pl.col("value_best") == 0).fill_null(False))
    ).select(
        "sentence_id", "kind", "sense", "voice", operator_start="start", operator_end="end",
        operator_text="text",
    )  # fmt: skip
    triggers = mentions.filter(pl.col("kind") == "trigger").sort("sentence_id", "start")
    triggers = triggers.with_columns(
        trigger_no=pl.int_range(pl.len(), dtype=pl.Int32).over("sentence_id")
    )
    numbers = triggers.select("sentence_id", "trigger_no", at="start").sort("at")
    own = anchor_voices(anchors, mentions).rename({"voice": "anchor_voice"}).drop("word")
    placed = (
        anchors.select("anchor_id", "sentence_id", "anchor_start", "anchor_end")
        .join(own, on="anchor_id", how="left", maintain_order="left")
        .sort("anchor_start")
        .join_asof(
            numbers.with_columns(upto=pl.col("at")), left_on="anchor_start", right_on="upto",
            by="sentence_id", strategy="backward", check_sortedness=False,
        )
        .rename({"trigger_no": "anchor_no"})
        .drop("at", "upto")
    )  # fmt: skip
    operators = (
        operators.sort("operator_start")
        .join_asof(
            numbers, left_on="operator_start", right_on="at", by="sentence_id",
            strategy="forward", check_sortedness=False,
        )
        .rename({"trigger_no": "next_no"})
        .drop("at")
    )  # fmt: skip
    pairs = placed.join(operators, on="sentence_id").join(texts, on="sentence_id")
    is_before = pl.col("operator_end") <= pl.col("anchor_start")
    first = pl.when(is_before).then("operator_end").otherwise("anchor_end")
    last = pl.when(is_before).then("anchor_start").otherwise("operator_start")
    return pairs.with_columns(
        is_before=is_before,
        gap=pl.col("folded").str.slice(first - pl.col("base"), (last - first).clip(0)),
        ahead=pl.col("folded").str.slice(0, pl.col("operator_start") - pl.col("base")),
        n_between=(pl.col("anchor_no") - pl.col("next_no")).fill_null(0),
    )


def in_scare_quotes(anchors: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Anchors that alone stand between quote marks: 'and "killed" six defenders'."""
    marked = anchors.join(
        sentences.select("sentence_id", "text", base="start"), on="sentence_id"
    ).with_columns(
        around=fold(
            pl.col("text").str.slice(
                (pl.col("anchor_start") - pl.col("base") - 1).clip(0),
                pl.col("anchor_end") - pl.col("anchor_start") + 2,
            )
        )
    )
    return marked.filter(pl.col("around").str.contains(r"^[\"'][^\"' ]+[\"']$"))
