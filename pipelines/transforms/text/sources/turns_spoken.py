"""Interviews and recordings as transcripts print them: '[GARCIA] WE KILLED NINE' is Garcia's."""

import polars as pl

from pipelines.transforms.text.sources.antecedents import SPEAKER
from pipelines.transforms.text.sources.carried_sources import SOURCE, STANDING_TIER
from pipelines.transforms.text.sources.speaker_keys import slug

TURN = r"^\W*(?:\[[A-Z ]{4,30}\] ?)*\[([A-Z][A-Z'. -]{2,30})\] ?[A-Z\"']"
# Marks that name nobody, and such as end what somebody says.
NOBODY = (
    r"^(?:TEXT|EXCERPTS?|SUMMARY|CONTINUED|BEGIN|END|RECORDING|PASSAGE|WORDS?|NO |AS |IN |LIVE|"
    r"VIDEO|EDITORIAL|UNIDENTIFIED|REPORTER|REPORT|QUESTION|ANNOUNCER|CORRESPONDENT|MODERATOR|"
    r"COMMUNIQUE|SPEECH|STATEMENT|COMMENTARY|SIGNED|NAME|SIC|CROWD|APPLAUSE|CHANGES|INTERVIEW|"
    r"NEWS|PRESS|ADDRESS|ARTICLE|LETTER|MESSAGE|BROADCAST|DATELINE)"
)
ENDS = r"\[(?:END|REPORTER|QUESTION|ANNOUNCER|CORRESPONDENT|MODERATOR|UNIDENTIFIED)[^\]]*\]"
# Sentences that one turn holds.
REACH = 12


def turn_sources(placed: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """The speaker of the turn that an anchor's sentence stands in, in the columns of SOURCE.

    placed: anchors with article_id and sentence_no.
    """
    text = pl.col("text")
    marked = sentences.filter(text.str.contains("[", literal=True)).with_columns(
        name=text.str.extract(TURN, 1)
    )
    is_turn = pl.col("name").is_not_null() & ~pl.col("name").str.contains(NOBODY)
    marks = (
        marked.with_columns(name=pl.when(is_turn).then("name"))
        .filter(pl.col("name").is_not_null() | text.str.contains(ENDS))
        .select("article_id", "name", mark_no="sentence_no")
        .sort("mark_no")
    )
    speaker = {
        "claimant_id": pl.lit("person:") + slug(pl.col("name")),
        "claimant_name": pl.col("name"),
        "claimant_type": pl.lit("person"),
        "claimant_actor_id": pl.lit(None, pl.String),
    }
    return (
        placed.sort("sentence_no")
        .join_asof(
            marks,
            left_on="sentence_no",
            right_on="mark_no",
            by="article_id",
            strategy="backward",
            check_sortedness=False,
        )
        .filter(pl.col("name").is_not_null(), pl.col("sentence_no") - pl.col("mark_no") <= REACH)
        .with_columns(
            **{name: speaker[name] for name in SPEAKER},
            tier=pl.lit(STANDING_TIER, pl.Int32),
            level=pl.lit(0, pl.Int32),
            order=-pl.col("mark_no").cast(pl.Int32),
            act_id=pl.lit(None, pl.Int64),
            basis=pl.lit("continued"),
        )
        .select(SOURCE)
    )
